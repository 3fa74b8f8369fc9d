import { App, Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey, type Order } from '../queries.ts';

/** An order nobody has paid for: closed at WeChat Pay, then its units go back on sale. The reason is for the audit log. */
export function CancelDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const { submit, busy, failure } = useSubmit(form, async ({ reason }: { reason: string }) => {
    await ask(api.POST('/api/brands/{brandId}/store/orders/{orderId}/cancellation', { params: { path: { brandId: brand.id, orderId: order.id } }, body: { reason } }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    void message.success(t('store.orderCancelled'));
    onClose();
  });
  return (
    <Modal open title={t('store.cancelOrder')} okText={t('store.cancelOrder')} okButtonProps={{ loading: busy, danger: true }} onOk={() => form.submit()} onCancel={onClose}>
      <p>{t('store.cancelWarning')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item name="reason" label={t('store.cancelReason')} extra={t('store.cancelReasonHelp')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={200} /></Form.Item>
        <FormFailure text={failure} />
      </Form>
    </Modal>
  );
}
