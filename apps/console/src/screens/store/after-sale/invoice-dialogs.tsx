import { App, Button, Form, Input, Modal, Upload } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { money } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { base64Of } from '../../content/editor/upload-picture.ts';
import { storeKey } from '../queries.ts';
import css from '../store.module.css';
import type { Invoice } from './queries.ts';

const MOST_BYTES = 2_000_000;

/** Whom it is made out to, in full on demand; then its number, and the file for the buyer. */
export function IssueDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const attempt = useTelling();
  const [details, setDetails] = useState<Invoice['details'] | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [form] = Form.useForm<{ number: string }>();
  const path = { brandId: brand.id, orderId: invoice.orderId };
  const { busy, failure, submit } = useSubmit(form, async ({ number }) => {
    await ask(api.POST('/api/brands/{brandId}/store/orders/{orderId}/invoice/issue', { params: { path }, body: { number: number.trim(), ...(file ? { pdf: await base64Of(file) } : {}) } }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    void message.success(t('service.issued'));
    onClose();
  });
  const shown = details ?? invoice.details;
  const reveal = () => attempt(async () => {
    setDetails(await ask(api.POST('/api/brands/{brandId}/store/orders/{orderId}/invoice/details', { params: { path } })));
  });
  return (
    <Modal open title={t('service.issueTitle')} okText={t('service.issue')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <p className="caption" style={{ marginBottom: 16 }}>{t('service.issueHelp')}</p>
      {shown && (
        <dl className={css.facts} style={{ marginBottom: 16 }}>
          <dt>{t('service.invoiceTitle')}</dt><dd>{shown.title}</dd>
          {shown.taxNumber && <><dt>{t('service.taxNumber')}</dt><dd className="num">{shown.taxNumber}</dd></>}
          <dt>{t('service.email')}</dt><dd>{shown.email}</dd>
          <dt>{t('service.invoiceable')}</dt><dd>{money(invoice.dueFen)}</dd>
        </dl>
      )}
      {details === null && <Button size="small" style={{ marginBottom: 16 }} title={t('store.revealNote')} onClick={() => void reveal()}>{t('service.reveal')}</Button>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="number" label={t('service.invoiceNumber')} rules={[{ required: true, whitespace: true, message: t('door.needed') }, { pattern: /^\s*[0-9A-Za-z-]{6,40}\s*$/, message: t('service.invoiceNumberWrong') }]}><Input maxLength={40} autoComplete="off" /></Form.Item>
        <Form.Item label={t('service.pdf')} {...(file && file.size > MOST_BYTES ? { validateStatus: 'error' as const, help: t('service.pdfTooLarge') } : {})}>
          <Upload accept="application/pdf" maxCount={1} beforeUpload={(chosen) => (setFile(chosen), false)} onRemove={() => setFile(null)}><Button size="small">{t('service.choosePdf')}</Button></Upload>
        </Form.Item>
      </Form>
    </Modal>
  );
}

export function RefuseInvoiceDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const { busy, failure, submit } = useSubmit(form, async ({ reason }) => {
    await ask(api.POST('/api/brands/{brandId}/store/orders/{orderId}/invoice/refusal', { params: { path: { brandId: brand.id, orderId: invoice.orderId } }, body: { reason: reason.trim() } }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
    onClose();
  });
  return (
    <Modal open title={t('service.refuseInvoiceTitle')} okText={t('service.refuseInvoice')} okButtonProps={{ danger: true }} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="reason" label={t('service.note')} extra={t('service.noteWhy')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}
