import { Button, Drawer, Form, Input, InputNumber } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { afterSaleSettingsQuery, type AfterSaleSettings } from './queries.ts';

const days = [['tasteDays', 7, 90], ['faultDays', 15, 365], ['returnDays', 3, 60]] as const;

/** Where goods go back to, and for how long what may be asked for. */
export function AfterSaleSettingsDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const query = afterSaleSettingsQuery(brand.id);
  const settings = useQuery(query);
  const [form] = Form.useForm<AfterSaleSettings>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    await ask(api.PUT('/api/brands/{brandId}/store/after-sale-settings', { params: { path: { brandId: brand.id } }, body }));
    await queryClient.invalidateQueries({ queryKey: query.queryKey });
    onClose();
  });
  return (
    <Drawer
      open size={480} title={t('service.settings')} onClose={onClose}
      extra={<Button type="primary" loading={busy} disabled={!settings.data} onClick={() => form.submit()}>{t('action.save')}</Button>}
    >
      <Loaded query={settings} bones={<LineBones count={5} />}>
        {(loaded) => (
          <Form form={form} layout="vertical" requiredMark={false} initialValues={loaded} onFinish={(values) => void submit(values)}>
            <FormFailure text={failure} />
            <Form.Item name="returnAddress" label={t('service.returnAddress')} extra={t('service.returnAddressHelp')}><Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} /></Form.Item>
            {days.map(([name, min, max]) => (
              <Form.Item key={name} name={name} label={t(`service.${name}`)} extra={t('service.daysFromTo', { min, max })} rules={[{ required: true, message: t('door.needed') }]}>
                <InputNumber min={min} max={max} precision={0} style={{ width: '100%' }} controls={false} />
              </Form.Item>
            ))}
          </Form>
        )}
      </Loaded>
    </Drawer>
  );
}
