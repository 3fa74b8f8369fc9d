import { Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { poolsQuery } from '../queries.ts';

export function PoolDialog({ open, onClose, onMade }: { open: boolean; onClose: () => void; onMade: (poolId: string) => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ name: string }>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    const { id } = await ask(api.POST('/api/brands/{brandId}/store/pools', { params: { path: { brandId: brand.id } }, body }));
    await queryClient.invalidateQueries({ queryKey: poolsQuery(brand.id).queryKey });
    onMade(id);
    onClose();
  });
  return (
    <Modal open={open} title={t('store.newPool')} okText={t('action.add')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose} destroyOnHidden>
      <Form form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="name" label={t('store.poolName')} extra={t('store.poolHelp')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={100} /></Form.Item>
      </Form>
    </Modal>
  );
}
