import { Form, Input, Modal, Radio } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { money } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey, type Order } from '../queries.ts';

type Refund = Order['refunds'][number];
interface Values {
  what: 'retry' | 'paid_otherwise' | 'given_up';
  note?: string;
}

/** Of what WeChat Pay refused for good, or cannot carry out: nothing becomes of it by itself. */
export function ResolveRefund({ order, refund, onClose }: { order: Order; refund: Refund; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const what = Form.useWatch('what', form);
  const { submit, busy, failure } = useSubmit(form, async ({ what: chosen, note = '' }: Values) => {
    const params = { path: { brandId: brand.id, orderId: order.id, refundId: refund.id } };
    await ask(chosen === 'retry'
      ? api.POST('/api/brands/{brandId}/store/orders/{orderId}/refunds/{refundId}/retry', { params })
      : api.POST('/api/brands/{brandId}/store/orders/{orderId}/refunds/{refundId}/ending', { params, body: { ending: chosen, note: note.trim() } }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    onClose();
  });
  const choices = [...(refund.state === 'requested' ? ['retry' as const] : []), 'paid_otherwise' as const, 'given_up' as const];
  return (
    <Modal open title={t('store.resolveTitle', { money: money(refund.fen) })} okText={t('store.resolveRefund')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <p className="caption" style={{ marginBottom: 16 }}>{t('store.resolveHelp')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item name="what" rules={[{ required: true, message: t('door.needed') }]}>
          <Radio.Group style={{ display: 'grid', gap: 8 }} options={choices.map((value) => ({ value, label: t(`store.ending_${value}`) }))} />
        </Form.Item>
        {what !== undefined && what !== 'retry' && (
          <Form.Item name="note" label={t('store.endingNote')} extra={t('store.endingNoteHelp')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={200} /></Form.Item>
        )}
        <FormFailure text={failure} />
      </Form>
    </Modal>
  );
}
