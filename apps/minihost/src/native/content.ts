import { fileUrl } from '../frame/frame.ts';
import type { Native, NativeNode } from './native.ts';

const hover = {
  hoverClass: { type: String, value: 'none' }, hoverStartTime: { type: Number, value: 50 }, hoverStayTime: { type: Number, value: 400 }, hoverStopPropagation: { type: Boolean, value: false },
} as const;

export const view: Native = { properties: { ...hover }, made: (node) => watchHover(node) };

/** Its hover class is on it while it is pressed. */
export function watchHover({ component, element, get }: NativeNode): void {
  const toggle = (pressed: boolean) => (): void => {
    const name = get('hoverClass') as string;
    if (name && name !== 'none') for (const one of name.split(/\s+/)) component.toggleNodeClass(one, pressed);
  };
  element.addEventListener('pointerdown', toggle(true));
  for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const) element.addEventListener(end, toggle(false));
}

export const text: Native = {
  properties: {
    selectable: { type: Boolean, value: false, set: selectable }, userSelect: { type: Boolean, value: false, set: selectable },
    space: { type: String, value: '' }, decode: { type: Boolean, value: false },
  },
};
function selectable({ element }: NativeNode, value: boolean): void {
  element.style.userSelect = value ? 'text' : '';
}

/** What cannot overflow the pages it covers: it stands above them all. */
export const rootPortal: Native = { properties: { enable: { type: Boolean, value: true } } };

/** Its words act for the field inside it. */
export const label: Native = {
  properties: { for: { type: String, value: '' } },
  made: ({ component, element }) => {
    component.addListener('tap', () => element.querySelector<HTMLElement>('input, textarea')?.focus());
  },
};

const fits: Record<string, [fit: string, position: string]> = {
  scaleToFill: ['fill', ''], aspectFit: ['contain', ''], aspectFill: ['cover', ''], top: ['none', 'top'], bottom: ['none', 'bottom'], center: ['none', 'center'], left: ['none', 'left'], right: ['none', 'right'],
};
const pictureOf = ({ element }: NativeNode): HTMLImageElement => element.firstElementChild as HTMLImageElement;

export const image: Native = {
  properties: {
    src: { type: String, value: '', set: (node, src: string) => { setSource(pictureOf(node), src); } },
    mode: {
      type: String, value: 'scaleToFill', set: (node, mode: string) => {
        const [fit, position] = fits[mode] ?? ['fill', ''];
        Object.assign(pictureOf(node).style, { objectFit: fit, objectPosition: position });
        node.element.dataset['mode'] = mode;
      },
    },
    lazyLoad: { type: Boolean, value: false, set: (node, lazy: boolean) => { pictureOf(node).loading = lazy ? 'lazy' : 'eager'; } },
    ariaLabel: { type: String, value: '', set: (node, label: string) => { pictureOf(node).alt = label; } },
    webp: { type: Boolean, value: false }, showMenuByLongpress: { type: Boolean, value: false }, fadeIn: { type: Boolean, value: false },
  },
  made: ({ element, tell }) => {
    const picture = document.createElement('img');
    picture.alt = '';
    picture.draggable = false;
    picture.addEventListener('load', () => tell('load', { width: picture.naturalWidth, height: picture.naturalHeight }));
    picture.addEventListener('error', () => tell('error', { errMsg: 'GET image failed' }));
    element.append(picture);
  },
};

function setSource(picture: HTMLImageElement, src: string): void {
  if (src) picture.src = src.startsWith('/') && !src.startsWith('//') ? fileUrl(src) : src;
  else picture.removeAttribute('src');
}

/** Nodes only: text that could be markup is never read as such. */
interface RichNode {
  type?: 'node' | 'text';
  name?: string;
  text?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}
const SAFE = /^(p|div|span|br|strong|b|i|em|u|h[1-6]|ul|ol|li|img|blockquote|hr|table|tbody|thead|tr|td|th|sub|sup|small)$/;

export const richText: Native = {
  properties: {
    nodes: {
      type: null, value: undefined, set: ({ element }, nodes: RichNode[] | string | undefined) => {
        if (typeof nodes === 'string') throw new Error('rich-text: this host takes nodes as a list, not as HTML');
        element.replaceChildren(...(nodes ?? []).map(drawn));
      },
    },
    space: { type: String, value: '' },
  },
};

function drawn({ type = 'node', name = '', text: words = '', attrs = {}, children = [] }: RichNode): Node {
  if (type === 'text') return document.createTextNode(words);
  if (!SAFE.test(name)) throw new Error(`rich-text: ${name} is not shown`);
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attrs)) {
    if (key === 'style') element.style.cssText = value;
    else if (['class', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan'].includes(key)) element.setAttribute(key, value);
  }
  element.append(...children.map(drawn));
  return element;
}
