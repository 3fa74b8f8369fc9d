import { EditorContent, useEditor } from '@tiptap/react';
import { App, Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useAccounts } from '../../../api/accounts.ts';
import { messageOf } from '../../../api/problem.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../content.module.css';
import { CardDialog } from './card-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { fitPicture, pastedPictures, picturesIn } from './pictures.ts';
import { Toolbar } from './toolbar.tsx';
import { uploadPicture } from './upload-picture.ts';
import { extensions } from './wechat-nodes.ts';

/** The body: written as it will look, or as HTML. Nothing changes until somebody types, so an article that is only looked at stays as it was. */
export default function BodyEditor({ value = '', onChange }: { value?: string; onChange?: (html: string) => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const account = useAccounts()?.find(({ state }) => state === 'connected');
  const writes = brand.can('pushes:write');
  const [mode, setMode] = useState<'writing' | 'source'>('writing');
  const [dialog, setDialog] = useState<'link' | 'card' | null>(null);
  const written = useRef(value);
  const editor = useEditor({
    extensions: extensions(t('content.rawBlock')),
    content: value,
    editable: writes,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('content.body') },
      handlePaste: (_, event) => take(pastedPictures(event.clipboardData)),
      handleDrop: (_, event, _slice, moved) => !moved && take(picturesIn(event.dataTransfer)),
    },
    onUpdate: ({ editor: now }) => {
      written.current = now.isEmpty ? '' : now.getHTML();
      onChange?.(written.current);
    },
  });
  // What comes from outside (the newest version, the HTML) replaces what is shown.
  useEffect(() => {
    if (value === written.current) return;
    written.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [value, editor]);

  async function upload(file: File) {
    if (!account) return;
    const close = message.loading(t('content.uploading'), 0);
    try {
      const { url, width, height } = await uploadPicture(brand.id, account.id, await fitPicture(file, 'body'));
      editor.chain().focus().insertContent({ type: 'picture', attrs: { src: url, kept: { 'data-ratio': (height / width).toFixed(4), style: 'max-width: 100%' } } }).run();
    } catch (error) {
      void message.error(`${t('content.pictureFailed')} · ${messageOf(error)}`);
    } finally {
      close();
    }
  }
  /** With the cursor in a link, the whole of it is meant. */
  function openLink() {
    if (editor.state.selection.empty && editor.isActive('link')) editor.commands.extendMarkRange('link');
    setDialog('link');
  }
  function take(pictures: readonly File[]): boolean {
    for (const picture of pictures) void upload(picture);
    return pictures.length > 0;
  }

  return (
    <div className={css.write}>
      <div className={css.tools}>
        {mode === 'writing' && writes && <Toolbar editor={editor} onLink={openLink} onCard={() => setDialog('card')} onPicture={account && ((file) => void upload(file))} />}
        <Button type="text" size="small" style={{ marginLeft: 'auto' }} aria-pressed={mode === 'source'} onClick={() => setMode(mode === 'source' ? 'writing' : 'source')}>{t('content.source')}</Button>
      </div>
      {mode === 'writing'
        ? <EditorContent className={css.page} editor={editor} />
        : <Input.TextArea variant="borderless" autoSize={{ minRows: 16, maxRows: 32 }} spellCheck={false} style={{ fontFamily: 'var(--mono)', fontSize: 13 }} aria-label={t('content.source')} value={value} onChange={(event) => onChange?.(event.target.value)} />}
      {dialog === 'link' && <LinkDialog editor={editor} account={account} onClose={() => setDialog(null)} />}
      {dialog === 'card' && <CardDialog editor={editor} account={account} onClose={() => setDialog(null)} />}
    </div>
  );
}
