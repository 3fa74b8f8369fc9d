import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';

type Sealed = paths['/api/brands/{brandId}/contacts/{contactId}/reveal']['post']['requestBody']['content']['application/json']['field'];

/** Opens a sealed value for as long as the dialog stands; the reason goes into the audit log. */
export function RevealButton({ contactId, field, label }: { contactId: number; field: string; label: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState<string | null>(null);
  const [form] = Form.useForm<{ reason: string }>();
  const { busy, failure, submit } = useSubmit(form, async ({ reason }) => {
    const answer = await ask(api.POST('/api/brands/{brandId}/contacts/{contactId}/reveal', {
      params: { path: { brandId: brand.id, contactId } }, body: { field: field as Sealed, reason },
    }));
    setValue(answer.value);
  });
  const close = () => {
    setOpen(false);
    setValue(null);
    form.resetFields();
  };
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)} aria-label={t('contacts.revealField', { label })}>{t('contacts.reveal')}</Button>
      <Modal
        open={open}
        title={t('contacts.revealField', { label })}
        onCancel={close}
        onOk={value === null ? () => form.submit() : close}
        okText={t(value === null ? 'contacts.reveal' : 'action.close')}
        confirmLoading={busy}
        footer={(_, { OkBtn, CancelBtn }) => <>{value === null && <CancelBtn />}<OkBtn /></>}
        destroyOnHidden
      >
        {value === null ? (
          <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
            <FormFailure text={failure} />
            <Form.Item name="reason" label={t('contacts.reason')} extra={t('contacts.reasonAdvice')} rules={[{ required: true, min: 2, message: t('door.needed') }]}>
              <Input maxLength={200} autoFocus />
            </Form.Item>
          </Form>
        ) : <p style={{ fontSize: 20, lineHeight: '32px' }} className="num">{value}</p>}
      </Modal>
    </>
  );
}
