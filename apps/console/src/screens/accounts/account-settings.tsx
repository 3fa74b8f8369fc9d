import { App, Button, Form, Input, Radio, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { accountsQuery, type Account } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { RelayFields } from './relay-fields.tsx';
import css from './accounts.module.css';

interface Values {
  name: string;
  secret?: string;
  originalId?: string;
  mode: Account['mode'];
  relayUrl?: string;
  token?: string;
  aesKey?: string;
  datacubeProfile: Account['datacubeProfile'];
}

export function AccountSettings({ account }: { account: Account }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, async ({ secret, originalId, relayUrl, token, aesKey, ...rest }) => {
    await ask(api.PATCH('/api/brands/{brandId}/accounts/{assetId}', {
      params: { path: { brandId: brand.id, assetId: account.id } },
      body: { ...rest, originalId: originalId || null, relayUrl: relayUrl || null, ...(secret ? { secret } : {}), ...(token ? { token } : {}), ...(aesKey ? { aesKey } : {}) },
    }));
    await queryClient.invalidateQueries({ queryKey: accountsQuery(brand.id).queryKey });
    form.setFieldsValue({ secret: '', token: '', aesKey: '' });
    void message.success(t('settings.saved'));
  });
  return (
    <Form
      form={form}
      layout="vertical"
      className={css.form!}
      initialValues={{ ...account, originalId: account.originalId ?? '', relayUrl: account.relayUrl ?? '' }}
      onFinish={(values) => void submit(values)}
    >
      <FormFailure text={failure} />
      <Form.Item name="name" label={t('accounts.name')} rules={[{ required: true, message: t('door.needed') }]}><Input maxLength={60} /></Form.Item>
      <Form.Item name="secret" label="AppSecret" extra={t('accounts.secretKept')}><Input.Password autoComplete="off" /></Form.Item>
      <Form.Item name="originalId" label={t('accounts.originalId')}><Input placeholder="gh_" spellCheck={false} /></Form.Item>
      <Form.Item name="mode" label={t('accounts.mode')}>
        <Radio.Group options={(['safe', 'compat', 'plain'] as const).map((mode) => ({ value: mode, label: t(`accounts.mode_${mode}`) }))} />
      </Form.Item>
      <RelayFields kept={account.relayUrl !== null} />
      <Form.Item name="datacubeProfile" label={t('accounts.datacube')} extra={t('accounts.datacubeAdvice')}>
        <Select options={[{ value: 'current', label: t('accounts.datacube_current') }, { value: 'retired', label: t('accounts.datacube_retired') }]} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>
    </Form>
  );
}
