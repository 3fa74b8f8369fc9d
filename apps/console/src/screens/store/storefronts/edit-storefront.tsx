import { Form, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey, type Storefront } from '../queries.ts';
import { StorefrontFields, storefrontInput, storefrontValues, type StorefrontValues } from './storefront-fields.tsx';

export function EditStorefront({ storefront, onClose }: { storefront: Storefront; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<StorefrontValues>();
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    const { type: _, ...body } = storefrontInput(values);
    await ask(api.PUT('/api/brands/{brandId}/store/storefronts/{storefrontId}', { params: { path: { brandId: brand.id, storefrontId: storefront.id } }, body }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    onClose();
  });
  return (
    <Modal open title={t('store.settings')} okText={t('action.save')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={storefrontValues(storefront)} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <StorefrontFields type={storefront.type} />
      </Form>
    </Modal>
  );
}
