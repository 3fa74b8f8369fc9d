import { Form, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey } from '../queries.ts';
import { StorefrontFields, storefrontInput, type StorefrontValues } from './storefront-fields.tsx';

/** The only pool there is needs no choosing. */
export function NewStorefront({ pools, onClose }: { pools: readonly { id: string }[]; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<StorefrontValues>();
  const { busy, failure, submit } = useSubmit(form, async (values) => {
    const { id } = await ask(api.POST('/api/brands/{brandId}/store/storefronts', { params: { path: { brandId: brand.id } }, body: storefrontInput(values) }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    await navigate({ to: '/b/$brandId/storefronts/$storefrontId', params: { brandId: String(brand.id), storefrontId: id } });
  });
  return (
    <Modal open title={t('store.newStorefront')} okText={t('store.create')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form
        form={form} layout="vertical" requiredMark={false}
        initialValues={{ type: 'permanent', holdMinutes: 15, kolKind: 'none', ...(pools.length === 1 ? { poolId: pools[0]!.id } : {}) }}
        onFinish={(values) => void submit(values)}
      >
        <FormFailure text={failure} />
        <StorefrontFields />
      </Form>
    </Modal>
  );
}
