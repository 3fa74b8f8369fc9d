import { Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { segmentsKey, type Segment } from './queries.ts';

export function DuplicateDialog({ segment, open, onClose }: { segment: Segment; open: boolean; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ name: string }>();
  const { busy, failure, submit } = useSubmit(form, async ({ name }) => {
    const made = await ask(api.POST('/api/brands/{brandId}/segments/{segmentId}/duplicate', { params: { path: { brandId: brand.id, segmentId: segment.id } }, body: { name } }));
    await queryClient.invalidateQueries({ queryKey: segmentsKey(brand.id) });
    onClose();
    await navigate({ to: '/b/$brandId/audience/$segmentId/edit', params: { brandId: String(brand.id), segmentId: made.id } });
  });
  return (
    <Modal open={open} title={t('audience.duplicate')} okText={t('audience.duplicate')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={{ name: t('audience.copyOf', { name: segment.name }).slice(0, 60) }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="name" label={t('audience.name')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={60} /></Form.Item>
      </Form>
    </Modal>
  );
}
