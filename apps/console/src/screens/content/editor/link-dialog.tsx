import type { Editor } from '@tiptap/core';
import { Button, Checkbox, Form, Input, Modal, Segmented } from 'antd';
import { NodeSelection } from '@tiptap/pm/state';
import type { Account } from '../../../api/accounts.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import type { Kept } from './kept.ts';
import { MiniProgramFields, usePageTyped } from './mini-program-fields.tsx';
import { isCounted, keptWith, pageOf } from './mini-program-page.ts';
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

/** A link on what is selected, or with words of its own: to a page, through a tracked link, or into a mini program. One that is there is changed, or taken away. */
export function LinkDialog({ editor, account, onClose }: { editor: Editor; account: Account | undefined; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const to = usePageTyped(form);
  const { selection } = editor.state;
  const onPicture = selection instanceof NodeSelection && selection.node.type.name === 'picture';
  const before = editor.isActive('link') ? (editor.getAttributes('link') as { href: string; kept: Kept | null }) : null;
  const page = pageOf(before?.kept);
  const { busy, failure, submit } = useSubmit(form, async ({ kind: chosen, text = '', target = '', appid = '', path = '', counted = false }) => {
    const tracked = (to: string) => createTrackedLink(brand.id, account!.id, text || to, to, onPicture ? 'image_link' : 'inline_link');
    const typed = { appid: appid.trim(), path: path.trim() };
    const attrs = chosen === 'miniProgram'
      ? { href: '', kept: keptWith(before?.kept, { ...typed, path: counted && !isCounted(typed) ? await tracked(`${typed.appid}/${typed.path}`) : typed.path }) }
      : { href: chosen === 'tracked' ? await tracked(target) : target.trim(), kept: keptWith(before?.kept, null) };
    const chain = editor.chain().focus();
    if (selection.empty) chain.insertContent({ type: 'text', text: text.trim() || target, marks: [{ type: 'link', attrs }] }).run();
    else chain.setMark('link', attrs).run();
    onClose();
  });
  const remove = () => {
    editor.chain().focus().unsetMark('link').run();
    onClose();
  };
  const mayTrack = account !== undefined && brand.can('recruitment:write');
  const kinds = ['web', ...(mayTrack ? ['tracked' as const] : []), 'miniProgram'] as const;
  const needed = [{ required: true, message: t('door.needed') }];
  const start: Values = before
    ? { kind: page ? 'miniProgram' : 'web', target: before.href, ...page, counted: page === null || isCounted(page) }
    : { kind: mayTrack ? 'tracked' : 'web', counted: true };
  return (
    <Modal
      open
      title={t(before ? 'content.linkChange' : 'content.linkDialog')}
      okText={t(before ? 'action.save' : 'content.insert')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={busy}
      footer={(_, { OkBtn, CancelBtn }) => <>{before && <Button type="link" danger style={{ float: 'left' }} onClick={remove}>{t('content.linkRemove')}</Button>}<CancelBtn /><OkBtn /></>}
    >
      <Form form={form} layout="vertical" initialValues={start} onFinish={(values) => void submit(values)}>
        <FormFailure text={failure} />
        <Form.Item name="kind"><Segmented options={kinds.map((value) => ({ value, label: t(`content.linkKind_${value}`) }))} /></Form.Item>
        {selection.empty && <Form.Item name="text" label={t('content.linkText')} rules={needed}><Input maxLength={60} /></Form.Item>}
        {kind === 'miniProgram' ? (
          <>
            <MiniProgramFields />
            {mayTrack && !isCounted(to) && <Form.Item name="counted" valuePropName="checked" extra={t('content.trackCardHelp')}><Checkbox>{t('content.trackCard')}</Checkbox></Form.Item>}
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
