import { Button, Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { Door } from './door.tsx';
import css from './door.module.css';

export default function SetPassword() {
  const { t } = useWords();
  // The token stands after the #, where no server, proxy or referrer sees it. A newer link may be pasted over a spent one.
  const token = useLocation({ select: ({ hash }) => hash });
  const link = useQuery({
    queryKey: ['password-link', token],
    queryFn: () => ask(api.POST('/api/password-links/inspect', { body: { token } })),
    enabled: token.length >= 20,
    staleTime: Infinity,
  });
  const spent = (
    <Door title={t('door.linkSpentTitle')} lead={t('door.linkSpent')}>
      <p className={css.below}><Link to="/forgot-password">{t('door.askAgain')}</Link></p>
    </Door>
  );
  if (token.length < 20) return spent;
  return (
    <Loaded query={link} bones={<Door title={t('door.setPassword')}><LineBones /></Door>}>
      {({ link: found }) => (found === null ? spent : <NewPassword key={token} token={token} {...found} />)}
    </Loaded>
  );
}

function NewPassword({ token, email, name, purpose }: { token: string; email: string; name: string; purpose: 'invitation' | 'reset' }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ password: string }>();
  const { busy, failure, submit } = useSubmit(form, async ({ password }) => {
    await ask(api.POST('/api/password-links/redeem', { body: { token, password } }));
    await navigate({ to: '/', replace: true });
  });
  return (
    <Door title={t('door.setPassword')} lead={t(purpose === 'invitation' ? 'door.welcome' : 'door.newPasswordFor', { name, email })}>
      <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <input type="email" value={email} autoComplete="username" readOnly hidden />
        <Form.Item name="password" label={t('door.newPassword')} extra={t('door.passwordAdvice')} rules={[{ required: true, message: t('door.passwordNeeded') }]}>
          <Input.Password autoComplete="new-password" autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} block>{t('door.setAndSignIn')}</Button>
      </Form>
    </Door>
  );
}
