import { Button, Form, Input, Radio, Steps } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { accountsQuery } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Page } from '../../components/page.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { CallbackSettings } from './callback-settings.tsx';
import { DoctorPanel } from './doctor-panel.tsx';
import { RelayFields } from './relay-fields.tsx';
import { SyncPanel } from './sync-panel.tsx';

type Connected = paths['/api/brands/{brandId}/accounts']['post']['responses']['201']['content']['application/json'];
type Body = paths['/api/brands/{brandId}/accounts']['post']['requestBody']['content']['application/json'];

/** Step by step: who the account is, what WeChat must be told, whether everything is permitted. */
export default function ConnectAccount() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const [connected, setConnected] = useState<Connected | null>(null);
  const [step, setStep] = useState(0);
  const params = { brandId: String(brand.id) };
  return (
    <Page title={t('accounts.connect')} back={<Link to="/b/$brandId/accounts" params={params}>{t('accounts.back')}</Link>}>
      <Steps
        size="small"
        current={step}
        style={{ maxWidth: 720, marginBottom: 32 }}
        items={[{ title: t('accounts.stepAccount') }, { title: t('accounts.stepCallback') }, { title: t('accounts.stepCheck') }]}
      />
      {!connected && <AccountForm onConnected={(made) => { setConnected(made); setStep(1); }} />}
      {connected && step === 1 && (
        <div style={{ maxWidth: 560 }}>
          <p style={{ marginBottom: 16 }}>{t('accounts.callbackLead')}</p>
          <CallbackSettings {...connected.callback} />
          <Button type="primary" style={{ marginTop: 24 }} onClick={() => setStep(2)}>{t('action.next')}</Button>
        </div>
      )}
      {connected && step === 2 && (
        <div style={{ maxWidth: 720 }}>
          <DoctorPanel assetId={connected.account.id} atOnce />
          <SyncPanel assetId={connected.account.id} />
          <Button
            type="primary"
            style={{ marginTop: 32 }}
            onClick={() => void navigate({ to: '/b/$brandId/accounts/$assetId', params: { ...params, assetId: connected.account.id } })}
          >
            {t('accounts.finish')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function AccountForm({ onConnected }: { onConnected: (made: Connected) => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Body>();
  const { busy, failure, submit } = useSubmit(form, async ({ originalId, relayUrl, token, aesKey, ...body }) => {
    const made = await ask(api.POST('/api/brands/{brandId}/accounts', {
      params: { path: { brandId: brand.id } }, body: { ...body, originalId: originalId || null, relayUrl: relayUrl || null, ...(token ? { token } : {}), ...(aesKey ? { aesKey } : {}) },
    }));
    await queryClient.invalidateQueries({ queryKey: accountsQuery(brand.id).queryKey });
    onConnected(made);
  });
  const needed = { required: true, message: t('door.needed') };
  return (
    <Form form={form} layout="vertical" style={{ maxWidth: 480 }} initialValues={{ kind: 'service', mode: 'safe' }} onFinish={(values) => void submit(values)}>
      <p className="quiet" style={{ marginBottom: 20 }}>{t('accounts.whereToFind')}</p>
      <FormFailure text={failure} />
      <Form.Item name="kind" label={t('accounts.kind')}>
        <Radio.Group options={[{ value: 'service', label: t('accounts.service') }, { value: 'subscription', label: t('accounts.subscription') }]} />
      </Form.Item>
      <Form.Item name="name" label={t('accounts.name')} rules={[needed]}><Input maxLength={60} /></Form.Item>
      <Form.Item name="appid" label="AppID" rules={[needed, { pattern: /^wx[0-9a-zA-Z]{6,40}$/, message: t('accounts.appidForm') }]}><Input autoComplete="off" spellCheck={false} /></Form.Item>
      <Form.Item name="secret" label="AppSecret" extra={t('accounts.secretAdvice')} rules={[needed]}><Input.Password autoComplete="off" /></Form.Item>
      <Form.Item name="originalId" label={t('accounts.originalId')} extra={t('accounts.originalIdAdvice')}><Input placeholder="gh_" spellCheck={false} /></Form.Item>
      <Form.Item name="mode" label={t('accounts.mode')}>
        <Radio.Group options={(['safe', 'compat', 'plain'] as const).map((mode) => ({ value: mode, label: t(`accounts.mode_${mode}`) }))} />
      </Form.Item>
      <RelayFields kept={false} />
      <Button type="primary" htmlType="submit" loading={busy}>{t('accounts.connect')}</Button>
    </Form>
  );
}
