import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import type { PushDetail } from './queries.ts';
import { useVariantWords } from './state.tsx';

interface Values {
  variant: number;
  to: string;
}

/** To one phone, as it would look. A number is one of our contacts, anything else a WeChat id. */
export function PreviewDialog({ push, open, onClose }: { push: PushDetail; open: boolean; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [left, setLeft] = useState<number | null>(null);
  const variantOf = useVariantWords(push);
  const { busy, failure, submit } = useSubmit(form, async ({ variant, to }) => {
    const receiver = /^\d+$/.test(to.trim()) ? { contactId: Number(to.trim()) } : { wechatId: to.trim() };
    const answer = await ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/preview', { params: { path: { brandId: brand.id, pushId: push.id } }, body: { variant, to: receiver } }));
    setLeft(answer.left);
    void message.success(t('pushes.previewSent'));
  });
  const sent = push.variants.filter(({ arm }) => arm !== 'holdout');
  return (
    <Modal open={open} title={t('pushes.sendPreview')} okText={t('pushes.sendPreview')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={{ variant: sent[0]?.number, to: '' }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        {sent.length > 1 && (
          <Form.Item name="variant" label={t('pushes.variant')}><Select options={sent.map(({ number }) => ({ value: number, label: variantOf(number) }))} /></Form.Item>
        )}
        {sent.length === 1 && <Form.Item name="variant" hidden><Input /></Form.Item>}
        <Form.Item name="to" label={t('pushes.previewTo')} extra={t('pushes.previewNote')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input autoComplete="off" /></Form.Item>
        {left !== null && <p className="caption">{t('pushes.previewsLeft', { shown: count(left) })}</p>}
      </Form>
    </Modal>
  );
}
