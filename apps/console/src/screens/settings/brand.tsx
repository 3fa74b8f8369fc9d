import { App, Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Page } from '../../components/page.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { Retention } from './retention.tsx';
import { SettingsTabs } from './tabs.tsx';

interface Values {
  name: string;
  zone: string;
}

export default function BrandSettings() {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.PATCH('/api/brands/{brandId}', { params: { path: { brandId: brand.id } }, body }));
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    void message.success(t('settings.saved'));
  });
  const mayChange = brand.can('brand:manage');
  return (
    <Page title={t('nav.brand')} tabs={<SettingsTabs />}>
      <Form
        form={form}
        layout="vertical"
        style={{ maxWidth: 400 }}
        disabled={!mayChange}
        initialValues={{ name: brand.name, zone: brand.zone }}
        onFinish={(values) => void submit(values)}
      >
        <FormFailure text={failure} />
        <Form.Item name="name" label={t('settings.brandName')} rules={[{ required: true, message: t('door.needed') }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="zone" label={t('settings.zone')} extra={t('settings.zoneAdvice')} rules={[{ required: true, message: t('door.needed') }]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('settings.organisation')}>{brand.organisationName}</Form.Item>
        {mayChange && <Button type="primary" htmlType="submit" loading={busy}>{t('action.save')}</Button>}
      </Form>
      <Retention />
    </Page>
  );
}
