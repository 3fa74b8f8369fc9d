import { App, Button, Form, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { sessionQuery, useSession, useSignOut } from '../../api/session.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Ago } from '../../components/number.tsx';
import { Page, Section } from '../../components/page.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import type { Language } from '../../lib/format.ts';
import { useLanguageSwitch } from '../../shell/use-language-switch.ts';
import css from './account.module.css';
import { deviceOf } from './device.ts';

/** One's own account: name and language, password, where one is signed in. It belongs to no brand. */
export default function Account() {
  const { t } = useWords();
  const { user, brands } = useSession();
  const signOut = useSignOut();
  return (
    <Page
      title={t('user.profile')}
      lead={user.email}
      back={brands.length > 0 && <Link to="/">{t('state.toHome')}</Link>}
      actions={<Button onClick={() => void signOut()}>{t('user.signOut')}</Button>}
    >
      {brands.length === 0 && <p>{t('account.noBrand')}</p>}
      <Section title={t('account.profile')}><ProfileForm /></Section>
      <Section title={t('account.password')} note={t('account.passwordNote')}><PasswordForm /></Section>
      <Section title={t('account.sessions')}><Sessions /></Section>
    </Page>
  );
}

function ProfileForm() {
  const { t } = useWords();
  const { user } = useSession();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const switchTo = useLanguageSwitch();
  const [form] = Form.useForm<{ name: string; language: Language }>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.PATCH('/api/session/user', { body }));
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await switchTo(body.language);
    void message.success(t('settings.saved'));
  });
  return (
    <Form form={form} layout="vertical" className={css.form!} initialValues={{ name: user.name, language: user.language }} onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      <Form.Item name="name" label={t('door.yourName')} rules={[{ required: true, message: t('door.needed') }]}><Input maxLength={60} autoComplete="name" /></Form.Item>
      <Form.Item name="language" label={t('user.language')}>
        <Select options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>
    </Form>
  );
}

function PasswordForm() {
  const { t } = useWords();
  const { user } = useSession();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ current: string; next: string }>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.POST('/api/session/password', { body }));
    // The session goes on under a new token, and so does its CSRF word.
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    await queryClient.invalidateQueries({ queryKey: ['sessions'] });
    form.resetFields();
    void message.success(t('account.passwordChanged'));
  });
  const needed = [{ required: true, message: t('door.passwordNeeded') }];
  return (
    <Form form={form} layout="vertical" className={css.form!} onFinish={(values) => void submit(values)}>
      <FormFailure text={failure} />
      <input type="email" value={user.email} autoComplete="username" readOnly hidden />
      <Form.Item name="current" label={t('account.currentPassword')} rules={needed}><Input.Password autoComplete="current-password" /></Form.Item>
      <Form.Item name="next" label={t('door.newPassword')} extra={t('door.passwordAdvice')} rules={needed}><Input.Password autoComplete="new-password" /></Form.Item>
      <Button htmlType="submit" loading={busy}>{t('account.changePassword')}</Button>
    </Form>
  );
}

function Sessions() {
  const { t, language } = useWords();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => ask(api.GET('/api/sessions')) });
  const end = (call: () => Promise<unknown>) => telling(async () => {
    await call();
    await queryClient.invalidateQueries({ queryKey: ['sessions'] });
  });
  return (
    <Loaded query={sessions} bones={<LineBones />}>
      {({ items }) => (
        <>
          <ul className={css.sessions}>
            {items.map((one) => (
              <li key={one.id}>
                <div>
                  <div>{deviceOf(one.agent)[language]}</div>
                  <div className="caption">{one.address} · {one.current ? t('account.here') : <Ago at={one.seenAt} />}</div>
                </div>
                {!one.current && (
                  <Button size="small" onClick={() => void end(() => ask(api.DELETE('/api/sessions/{sessionId}', { params: { path: { sessionId: one.id } } })))}>
                    {t('account.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {items.length > 1 && <Button onClick={() => void end(() => ask(api.DELETE('/api/sessions')))}>{t('account.endOthers')}</Button>}
        </>
      )}
    </Loaded>
  );
}
