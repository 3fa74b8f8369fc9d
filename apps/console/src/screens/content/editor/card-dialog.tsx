import type { Editor } from '@tiptap/core';
import { Button, Checkbox, Form, Input, Modal, Upload } from 'antd';
import { NodeSelection } from '@tiptap/pm/state';
import { useState } from 'react';
import type { Account } from '../../../api/accounts.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import type { Kept } from './kept.ts';
import { MiniProgramFields, usePageTyped } from './mini-program-fields.tsx';
import { isCounted, keptWith, pageOf } from './mini-program-page.ts';
import { createTrackedLink } from './tracked-link.ts';
import { uploadPicture } from './upload-picture.ts';

interface Values {
  appid: string;
  path: string;
  title: string;
  tracked?: boolean;
}

/** A mini-program card (official-account 13): its picture is exactly 1080×864 and lies at WeChat. The selected one is changed. */
export function CardDialog({ editor, account, onClose }: { editor: Editor; account: Account | undefined; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const [form] = Form.useForm<Values>();
  const [picture, setPicture] = useState<File | null>(null);
  const typed = usePageTyped(form);
  const { selection } = editor.state;
  const before = selection instanceof NodeSelection && selection.node.type.name === 'card' ? (selection.node.attrs['kept'] as Kept | null) : null;
  const page = pageOf(before);
  const { busy, failure, submit } = useSubmit(form, async ({ appid, path, title, tracked }) => {
    const image = picture && account ? (await uploadPicture(brand.id, account.id, picture, 'card')).url : null;
    const to = { appid: appid.trim(), path: path.trim() };
    const shown = tracked && account && !isCounted(to) ? { ...to, path: await createTrackedLink(brand.id, account.id, title.trim(), `${to.appid}/${to.path}`, 'mp_card') } : to;
    const kept = { ...keptWith(before, shown), 'data-miniprogram-title': title.trim(), ...(image === null ? {} : { 'data-miniprogram-imageurl': image }) };
    editor.chain().focus().insertContent({ type: 'card', attrs: { kept } }).run();
    onClose();
  });
  return (
    <Modal open title={t(before ? 'content.cardChange' : 'content.cardDialog')} okText={t(before ? 'action.save' : 'content.insert')} onOk={() => form.submit()} onCancel={onClose} confirmLoading={busy}>
      <Form form={form} layout="vertical" initialValues={{ title: before?.['data-miniprogram-title'], ...page, tracked: page === null || isCounted(page) }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="title" label={t('content.cardTitle')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={35} showCount /></Form.Item>
        <MiniProgramFields />
        {account && brand.can('recruitment:write') && !isCounted(typed) && <Form.Item name="tracked" valuePropName="checked" extra={t('content.trackCardHelp')}><Checkbox>{t('content.trackCard')}</Checkbox></Form.Item>}
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
