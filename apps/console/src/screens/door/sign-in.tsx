import { Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { Door } from './door.tsx';
import css from './door.module.css';

interface Credentials {
  email: string;
  password: string;
}

export default function SignIn() {
  const { t } = useWords();
  const { back } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Credentials>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.POST('/api/session', { body }));
    queryClient.clear();
    // Only a path of this house: an address elsewhere would make sign-in a springboard.
    await navigate({ href: back && /^\/(?![/\\])/.test(back) ? back : '/' });
  });
  return (
    <Door title={t('door.signIn')}>
      <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="email" label={t('door.email')} rules={[{ required: true, message: t('door.emailNeeded') }]}>
          <Input type="email" autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label={t('door.password')} rules={[{ required: true, message: t('door.passwordNeeded') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} block>{t('door.signIn')}</Button>
      </Form>
      <p className={css.below}><Link to="/forgot-password">{t('door.forgot')}</Link></p>
    </Door>
  );
}
