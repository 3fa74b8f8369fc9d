import {
  AlignCenterOutlined, AlignLeftOutlined, AppstoreAddOutlined, BoldOutlined, ClearOutlined, FontSizeOutlined, ItalicOutlined, LineOutlined, LinkOutlined, PictureOutlined,
  RedoOutlined, UnderlineOutlined, UndoOutlined, UnorderedListOutlined,
} from '@ant-design/icons';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Button, Select, Tooltip, Upload } from 'antd';
import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import css from '../content.module.css';
import { withStyle } from './kept.ts';
import { TableMenu } from './table-menu.tsx';

const sizes = ['14px', '15px', '16px', '17px', '18px', '20px', '24px'];
const colours = ['#1c1b19', '#5c5851', '#8a8a8a', '#b23a2b', '#2e6b5e', '#8a6116', '#34507a'];

interface ToolbarProps {
  editor: Editor;
  onLink: () => void;
  onCard: () => void;
  /** Absent without a connected account: pictures live at WeChat. */
  onPicture: ((file: File) => void) | undefined;
}

export function Toolbar({ editor, onLink, onCard, onPicture }: ToolbarProps) {
  const { t } = useWords();
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'), italic: now.isActive('italic'), underline: now.isActive('underline'), heading: now.isActive('heading'), bullets: now.isActive('bulletList'),
      quote: now.isActive('blockquote'), link: now.isActive('link'), canUndo: now.can().undo(), canRedo: now.can().redo(),
    }),
  });
  const run = () => editor.chain().focus();
  const restyle = (name: string, value: string | null) => {
    const kept = withStyle(editor.getAttributes('styled')['kept'] as Record<string, string> | null, name, value);
    const chain = run().unsetMark('styled');
    (Object.keys(kept).length === 0 ? chain : chain.setMark('styled', { kept })).run();
  };
  const align = (value: string | null) => {
    for (const type of ['paragraph', 'heading'] as const) {
      if (editor.isActive(type)) run().updateAttributes(type, { kept: withStyle(editor.getAttributes(type)['kept'] as Record<string, string> | null, 'text-align', value) }).run();
    }
  };
  const tool = (name: ParseKeys, icon: ReactNode, act: () => void, options: { on?: boolean; off?: boolean } = {}) => (
    <Tooltip title={t(name)}>
      <Button type="text" size="small" icon={icon} aria-label={t(name)} aria-pressed={options.on ?? false} disabled={options.off ?? false} onMouseDown={(event) => event.preventDefault()} onClick={act} />
    </Tooltip>
  );
  return (
    <>
      {tool('content.tool_bold', <BoldOutlined />, () => run().toggleBold().run(), { on: on.bold })}
      {tool('content.tool_italic', <ItalicOutlined />, () => run().toggleItalic().run(), { on: on.italic })}
      {tool('content.tool_underline', <UnderlineOutlined />, () => run().toggleUnderline().run(), { on: on.underline })}
      {tool('content.tool_heading', <FontSizeOutlined />, () => run().toggleHeading({ level: 2 }).run(), { on: on.heading })}
      <Select size="small" variant="borderless" style={{ width: 76 }} placeholder={t('content.size')} aria-label={t('content.size')} value={null} options={sizes.map((value) => ({ value, label: value }))} onChange={(value: string) => restyle('font-size', value)} />
      <Select
        size="small" variant="borderless" style={{ width: 88 }} placeholder={t('content.color')} aria-label={t('content.color')} value={null}
        options={colours.map((value) => ({ value, label: <span style={{ display: 'block', height: 14, margin: '4px 0', background: value, borderRadius: 2 }} /> }))}
        onChange={(value: string) => restyle('color', value)}
      />
      <span className={css.gap} />
      {tool('content.tool_left', <AlignLeftOutlined />, () => align(null))}
      {tool('content.tool_center', <AlignCenterOutlined />, () => align('center'))}
      {tool('content.tool_bullets', <UnorderedListOutlined />, () => run().toggleBulletList().run(), { on: on.bullets })}
      {tool('content.tool_quote', <span style={{ fontFamily: 'var(--serif)' }}>“</span>, () => run().toggleBlockquote().run(), { on: on.quote })}
      {tool('content.tool_rule', <LineOutlined />, () => run().setHorizontalRule().run())}
      <TableMenu editor={editor} />
      <span className={css.gap} />
      {tool('content.tool_link', <LinkOutlined />, onLink, { on: on.link })}
      {onPicture && (
        <Upload accept="image/jpeg,image/png,image/webp" showUploadList={false} beforeUpload={(file) => { onPicture(file); return false; }}>
          <Tooltip title={t('content.tool_picture')}><Button type="text" size="small" icon={<PictureOutlined />} aria-label={t('content.tool_picture')} /></Tooltip>
        </Upload>
      )}
      {tool('content.tool_card', <AppstoreAddOutlined />, onCard)}
      <span className={css.gap} />
      {tool('content.tool_clear', <ClearOutlined />, () => run().unsetAllMarks().clearNodes().run())}
      {tool('content.tool_undo', <UndoOutlined />, () => run().undo().run(), { off: !on.canUndo })}
      {tool('content.tool_redo', <RedoOutlined />, () => run().redo().run(), { off: !on.canRedo })}
    </>
  );
}
