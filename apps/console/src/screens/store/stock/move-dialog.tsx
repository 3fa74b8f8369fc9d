import { Form, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey } from '../queries.ts';
import { useVariants, variantChoices } from '../variants.ts';

interface Values {
  reason: 'received' | 'counted' | 'moved';
  skuId: string;
  quantity: number;
  fromPoolId?: string;
  note?: string;
}

const reasons = ['received', 'counted', 'moved'] as const;

/** Units come, are counted, or come from another pool. */
export function MoveDialog({ poolId, pools, onClose }: { poolId: string; pools: readonly { id: string; name: string }[]; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const variants = useVariants();
  const [form] = Form.useForm<Values>();
  const reason = Form.useWatch('reason', form) ?? 'received';
  const others = pools.filter(({ id }) => id !== poolId);
  const { busy, failure, submit } = useSubmit(form, async ({ note = '', fromPoolId, ...values }) => {
    await ask(api.POST('/api/brands/{brandId}/store/pools/{poolId}/movements', {
      params: { path: { brandId: brand.id, poolId } }, body: { ...values, note, ...(values.reason === 'moved' && fromPoolId !== undefined ? { fromPoolId } : {}) },
    }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    onClose();
  });
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <Modal open title={t('store.moveIn', { name: pools.find(({ id }) => id === poolId)?.name ?? '' })} okText={t('store.record')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ reason: 'received' }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="reason" label={t('store.movement')} extra={t(`store.movementHelp_${reason}`)}>
          <Segmented options={reasons.filter((one) => one !== 'moved' || others.length > 0).map((value) => ({ value, label: t(`store.movement_${value}`) }))} />
        </Form.Item>
        <Form.Item name="skuId" label={t('store.product')} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }} options={variantChoices(variants)}
            notFoundContent={<Link to="/b/$brandId/products/new" params={{ brandId: String(brand.id) }}>{t('store.newProduct')}</Link>}
          />
        </Form.Item>
        {reason === 'moved' && <Form.Item name="fromPoolId" label={t('store.fromPool')} rules={needed}><Select options={others.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>}
        <Form.Item name="quantity" label={t(reason === 'counted' ? 'store.counted' : 'store.quantity')} rules={needed}><InputNumber min={reason === 'received' ? -1_000_000 : 0} max={1_000_000} precision={0} style={{ width: 160 }} /></Form.Item>
        <Form.Item name="note" label={t('store.note')} style={{ marginBottom: 0 }}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}
