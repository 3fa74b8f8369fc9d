import { Extension, Mark, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { attribute, type Kept } from './kept.ts';
import { tableNodes } from './tables.ts';

/** What an article at WeChat is made of, as ProseMirror has it; what the editor does not know stays as it was written. */

const KeepAttributes = Extension.create({
  name: 'keepAttributes',
  addGlobalAttributes: () => [{
    types: ['paragraph', 'heading', 'section', 'blockquote', 'bulletList', 'orderedList', 'listItem', 'horizontalRule', 'table', 'bold', 'italic', 'underline', 'strike', 'styled'],
    attributes: { kept: attribute },
  }],
});

const Section = Node.create({
  name: 'section',
  group: 'block',
  content: 'block+',
  parseHTML: () => [{ tag: 'section' }, { tag: 'div' }],
  renderHTML: ({ HTMLAttributes }) => ['section', HTMLAttributes, 0],
});

/** Colour, size, letter spacing… one mark for all of it; spans may lie within spans. */
const Styled = Mark.create({
  name: 'styled',
  excludes: '',
  parseHTML: () => [{ tag: 'span' }, { tag: 'font' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

/** To a page or to a mini program (official-account 13). */
const Link = Mark.create({
  name: 'link',
  inclusive: false,
  excludes: 'link',
  addAttributes: () => ({
    href: { default: '' },
    kept: attribute,
  }),
  parseHTML: () => [{ tag: 'a' }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('data-src') || element.getAttribute('src') || '' },
    kept: attribute,
  }),
  parseHTML: () => [{ tag: 'img' }],
  // Saved as `src`; WeChat writes `data-src` itself.
  renderHTML: ({ HTMLAttributes: { 'data-src': _, ...attributes } }) => ['img', attributes],
});

const Card = Node.create({
  name: 'card',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ kept: attribute }),
  parseHTML: () => [{ tag: 'mp-miniprogram' }],
  renderHTML: ({ HTMLAttributes }) => ['mp-miniprogram', HTMLAttributes],
  addNodeView: () => ({ node }) => {
    const kept = (node.attrs['kept'] ?? {}) as Kept;
    const dom = document.createElement('div');
    dom.className = 'mp-card';
    const picture = kept['data-miniprogram-imageurl'] ? document.createElement('img') : document.createElement('i');
    if (picture instanceof HTMLImageElement) picture.src = kept['data-miniprogram-imageurl']!;
    const title = document.createElement('b');
    title.textContent = kept['data-miniprogram-title'] ?? '';
    dom.append(picture, title);
    return { dom };
  },
});

const raw = ['table', 'svg', 'figure', 'pre', 'dl', 'mpvoice', 'mpvideosnap', 'mpcps', 'qqmusic', 'mp-common-profile', 'mp-common-product', 'mp-common-poi', 'mp-common-videosnap', 'mp-common-mpaudio', 'mp-style-type'];

/** Drawings, tables that are no rectangle and WeChat's own blocks: kept as they are, shown in a frame that runs nothing. */
const Raw = Node.create<{ hint: string }>({
  name: 'raw',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ hint: '' }),
  addAttributes: () => ({ html: { default: '', parseHTML: (element: HTMLElement) => element.outerHTML, renderHTML: () => ({}) } }),
  parseHTML: () => raw.map((tag) => ({ tag, priority: 100 })),
  renderHTML: ({ node }) => {
    const holder = document.createElement('template');
    holder.innerHTML = String(node.attrs['html']);
    return { dom: holder.content.firstElementChild ?? document.createElement('section') };
  },
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('div');
      dom.className = 'raw';
      const hint = document.createElement('small');
      hint.textContent = this.options.hint;
      const frame = document.createElement('iframe');
      frame.sandbox.value = '';
      frame.srcdoc = `<style>body{margin:8px;font:14px/1.6 sans-serif}img,svg,table{max-width:100%}</style>${String(node.attrs['html'])}`;
      dom.append(hint, frame);
      return { dom };
    };
  },
});

export const extensions = (hint: string) => [
  // A trailing paragraph would change articles that are only opened.
  StarterKit.configure({ trailingNode: false, link: false, code: false, codeBlock: false, heading: { levels: [1, 2, 3, 4] } }),
  KeepAttributes, Section, ...tableNodes, Styled, Link, Picture, Card, Raw.configure({ hint }),
];
