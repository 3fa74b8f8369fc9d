import { Button, Form, Input } from 'antd';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { Door } from './door.tsx';

interface FirstRun {
  code: string;
  organisation: string;
  brand: string;
  owner: { name: string; email: string; password: string };
}

/** The first person of an empty installation; the code comes from the terminal, after the # of its link. */
export default function Setup() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const [form] = Form.useForm<FirstRun>();
  // Who looked at the console first pastes the link over its address.
  const code = useLocation({ select: ({ hash }) => hash });
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    await ask(api.POST('/api/setup', { body: { ...values, code: values.code ?? code, owner: { ...values.owner, language } } }));
    await navigate({ to: '/', replace: true });
  });
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <Door title={t('door.setupTitle')} lead={t('door.setupLead')}>
      <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        {code === '' && (
          <Form.Item name="code" label={t('door.code')} extra={t('door.codeAdvice')} rules={needed}><Input autoComplete="off" autoFocus /></Form.Item>
        )}
        <Form.Item name="organisation" label={t('door.organisation')} rules={needed}><Input maxLength={60} autoFocus={code !== ''} /></Form.Item>
        <Form.Item name="brand" label={t('door.brand')} rules={needed}><Input maxLength={60} /></Form.Item>
        <Form.Item name={['owner', 'name']} label={t('door.yourName')} rules={needed}><Input maxLength={60} autoComplete="name" /></Form.Item>
        <Form.Item name={['owner', 'email']} label={t('door.email')} rules={needed}><Input type="email" autoComplete="username" /></Form.Item>
        <Form.Item name={['owner', 'password']} label={t('door.password')} extra={t('door.passwordAdvice')} rules={needed}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} block>{t('door.setUp')}</Button>
      </Form>
    </Door>
  );
}
