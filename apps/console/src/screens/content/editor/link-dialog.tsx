import type { Editor } from '@tiptap/core';
import { Checkbox, Form, Input, Modal, Segmented } from 'antd';
import { NodeSelection } from '@tiptap/pm/state';
import type { Account } from '../../../api/accounts.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { createTrackedLink } from './tracked-link.ts';

interface Values {
  kind: 'web' | 'tracked' | 'miniProgram';
  text?: string;
  target?: string;
  appid?: string;
  path?: string;
  /** Of a page of a mini program. */
  counted?: boolean;
}

/** A link on what is selected, or with words of its own: to a page, through a tracked link, or into a mini program. */
export function LinkDialog({ open, editor, account, onClose }: { open: boolean; editor: Editor; account: Account | undefined; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const { selection } = editor.state;
  const onPicture = selection instanceof NodeSelection && selection.node.type.name === 'picture';
  const { busy, failure, submit } = useSubmit(form, async ({ kind: chosen, text = '', target = '', appid = '', path = '', counted = false }) => {
    const tracked = (to: string) => createTrackedLink(brand.id, account!.id, text || to, to, onPicture ? 'image_link' : 'inline_link');
    const attrs = chosen === 'miniProgram'
      ? { href: '', kept: { 'data-miniprogram-appid': appid.trim(), 'data-miniprogram-path': counted ? await tracked(`${appid.trim()}/${path.trim()}`) : path.trim() } }
      : { href: chosen === 'tracked' ? await tracked(target) : target.trim(), kept: null };
    const chain = editor.chain().focus();
    if (selection.empty) chain.insertContent({ type: 'text', text: text.trim() || target, marks: [{ type: 'link', attrs }] }).run();
    else chain.setMark('link', attrs).run();
    close();
  });
  const close = () => {
    form.resetFields();
    onClose();
  };
  const mayTrack = account !== undefined && brand.can('recruitment:write');
  const kinds = ['web', ...(mayTrack ? ['tracked' as const] : []), 'miniProgram'] as const;
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <Modal open={open} title={t('content.linkDialog')} okText={t('content.insert')} onOk={() => form.submit()} onCancel={close} confirmLoading={busy} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={{ kind: kinds.includes('tracked') ? 'tracked' : 'web' }} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="kind"><Segmented options={kinds.map((value) => ({ value, label: t(`content.linkKind_${value}`) }))} /></Form.Item>
        {selection.empty && <Form.Item name="text" label={t('content.linkText')} rules={needed}><Input maxLength={60} /></Form.Item>}
        {kind === 'miniProgram' ? (
          <>
            <Form.Item name="appid" label={t('content.appid')} rules={needed} extra={t('content.cardHelp')}><Input maxLength={40} /></Form.Item>
            <Form.Item name="path" label={t('content.path')} rules={needed}><Input maxLength={500} placeholder="pages/index/index" /></Form.Item>
            {mayTrack && <Form.Item name="counted" valuePropName="checked" initialValue extra={t('content.trackCardHelp')}><Checkbox>{t('content.trackCard')}</Checkbox></Form.Item>}
          </>
        ) : (
          <Form.Item name="target" label={t('content.linkTarget')} rules={[...needed, { pattern: /^https?:\/\/\S+$/, message: 'https://' }]} extra={t('content.linkRefused')}>
            <Input inputMode="url" placeholder="https://" maxLength={2000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
