import { App, Form, Input, InputNumber, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import type { ContactPage } from './queries.ts';

interface Values {
  otherId: number;
  note?: string;
}

export function MergeDialog({ open, person, onClose }: { open: boolean; person: ContactPage; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { busy, failure, submit } = useSubmit(form, async (body) => {
    const { contactId } = await ask(api.POST('/api/brands/{brandId}/contacts/{contactId}/merge', {
      params: { path: { brandId: brand.id, contactId: person.id } }, body,
    }));
    onClose();
    void message.success(t('contacts.mergeDone'));
    // First to who they are now: the number merged away has no page to load again.
    await navigate({ to: '/b/$brandId/contacts/$contactId', params: { brandId: String(brand.id), contactId: String(contactId) } });
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id] });
  });
  return (
    <Modal open={open} title={t('contacts.merge')} onCancel={onClose} onOk={() => form.submit()} okText={t('contacts.merge')} confirmLoading={busy} destroyOnHidden>
      <p className="quiet" style={{ marginBottom: 16 }}>{t('contacts.mergeAdvice')}</p>
      <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="otherId" label={t('contacts.otherNumber')} rules={[{ required: true, message: t('door.needed') }]}>
          <InputNumber min={1} precision={0} controls={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="note" label={t('contacts.note')}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}
