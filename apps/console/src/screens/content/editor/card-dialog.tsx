import type { Editor } from '@tiptap/core';
import { Button, Checkbox, Form, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import type { Account } from '../../../api/accounts.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { createTrackedLink } from './tracked-link.ts';
import { uploadPicture } from './upload-picture.ts';

interface Values {
  appid: string;
  path: string;
  title: string;
  tracked?: boolean;
}

/** A mini-program card (official-account 13): its picture is exactly 1080×864 and lies at WeChat. */
export function CardDialog({ open, editor, account, onClose }: { open: boolean; editor: Editor; account: Account | undefined; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const [form] = Form.useForm<Values>();
  const [picture, setPicture] = useState<File | null>(null);
  const { busy, failure, submit } = useSubmit(form, async ({ appid, path, title, tracked }) => {
    const image = picture && account ? (await uploadPicture(brand.id, account.id, picture, 'card')).url : '';
    const page = tracked && account ? await createTrackedLink(brand.id, account.id, title.trim(), `${appid.trim()}/${path.trim()}`, 'mp_card') : path.trim();
    const kept = { 'data-miniprogram-appid': appid.trim(), 'data-miniprogram-path': page, 'data-miniprogram-title': title.trim(), ...(image ? { 'data-miniprogram-imageurl': image } : {}) };
    editor.chain().focus().insertContent({ type: 'card', attrs: { kept } }).run();
    close();
  });
  const close = () => {
    form.resetFields();
    setPicture(null);
    onClose();
  };
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <Modal open={open} title={t('content.cardDialog')} okText={t('content.insert')} onOk={() => form.submit()} onCancel={close} confirmLoading={busy} destroyOnHidden>
      <Form form={form} layout="vertical" onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="title" label={t('content.cardTitle')} rules={needed}><Input maxLength={35} showCount /></Form.Item>
        <Form.Item name="appid" label={t('content.appid')} rules={needed} extra={t('content.cardHelp')}><Input maxLength={40} /></Form.Item>
        <Form.Item name="path" label={t('content.path')} rules={needed}><Input maxLength={500} placeholder="pages/index/index" /></Form.Item>
        {account && brand.can('recruitment:write') && <Form.Item name="tracked" valuePropName="checked" initialValue extra={t('content.trackCardHelp')}><Checkbox>{t('content.trackCard')}</Checkbox></Form.Item>}
        {account && (
          <Form.Item label={t('content.cardPicture')}>
            <Upload accept="image/jpeg,image/png" maxCount={1} fileList={picture ? [{ uid: '1', name: picture.name }] : []} beforeUpload={(file) => { setPicture(file); return false; }} onRemove={() => setPicture(null)}>
              <Button>{t('content.chooseCover')}</Button>
            </Upload>
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
