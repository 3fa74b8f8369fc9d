import { Button, Form, Input } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { Door } from './door.tsx';
import css from './door.module.css';

export default function Forgot() {
  const { t } = useWords();
  const [form] = Form.useForm<{ email: string }>();
  const [answer, setAnswer] = useState<{ mail: boolean } | null>(null);
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    setAnswer(await ask(api.POST('/api/password-resets', { body })));
  });
  const back = <p className={css.below}><Link to="/sign-in">{t('door.toSignIn')}</Link></p>;
  if (answer) {
    return <Door title={t('door.resetTitle')} lead={t(answer.mail ? 'door.resetSent' : 'door.resetNoMail')}>{back}</Door>;
  }
  return (
    <Door title={t('door.resetTitle')} lead={t('door.resetLead')}>
      <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="email" label={t('door.email')} rules={[{ required: true, message: t('door.emailNeeded') }]}>
          <Input type="email" autoComplete="username" autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} block>{t('door.sendReset')}</Button>
      </Form>
      {back}
    </Door>
  );
}
