import { Parser } from 'htmlparser2';

/** K-01, K-02: where a link stands. The names are those of tracked links. */
export type LinkPlacement = 'read_more' | 'mp_card' | 'inline_link' | 'image_link';

export interface BodyLink {
  placement: LinkPlacement;
  /** The address, or a mini program's appid and path. */
  target: string;
  /** What is tapped, at most 40 characters; empty for pictures. */
  label: string;
  toMiniProgram: boolean;
  /** Estimated screen, from 1; the read-more link stands below the last. */
  screen: number;
}

export interface Body {
  /** Without markup, white space folded. */
  text: string;
  links: BodyLink[];
  pictures: number;
  /** Estimated length in screens, at least 1. */
  screens: number;
}

// A phone as most readers hold it, in CSS pixels: WeChat sets 17 px on about 28 px, 20 characters a line.
const SCREEN = 640;
const HEAD = 130;
const LINE = 28;
const CHARACTERS = 20;
const GAP = 12;
const WIDTH = 343;
const PICTURE = 0.66;
const CARD = 340;

const blocks = new Set(['p', 'section', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'blockquote', 'pre', 'figure', 'tr', 'article', 'center', 'hr', 'br']);

/**
 * What an article's body says, links to and how far down things stand. Screens are estimated from text and pictures
 * (paddings and fonts of its own are not known), so what the author stated goes first.
 */
export function readBody(html: string, readMoreUrl: string | null = null): Body {
  const links: BodyLink[] = [];
  let text = '';
  let pictures = 0;
  let height = HEAD;
  let line = 0;
  let open: { link: BodyLink; pictures: number } | null = null;
  const breakLine = (): void => {
    if (line > 0) height += Math.ceil(line / CHARACTERS) * LINE + GAP;
    line = 0;
  };
  const screen = () => Math.floor(height / SCREEN) + 1;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (blocks.has(name)) {
        breakLine();
        if (!/\s$/.test(text)) text += ' ';
      }
      if (name === 'img') {
        breakLine();
        pictures++;
        if (open) open.pictures++;
        height += WIDTH * ratioOf(attributes) + GAP;
      }
      if (name === 'mp-miniprogram') {
        breakLine();
        links.push({ placement: 'mp_card', target: miniProgramOf(attributes), label: attributes['data-miniprogram-title'] ?? '', toMiniProgram: true, screen: screen() });
        height += CARD;
      }
      if (name === 'a') {
        const toMiniProgram = Boolean(attributes['data-miniprogram-appid']);
        const target = toMiniProgram ? miniProgramOf(attributes) : (attributes['href'] ?? '');
        open = target === '' || target.startsWith('#') ? null : { link: { placement: 'inline_link', target, label: '', toMiniProgram, screen: screen() }, pictures: 0 };
      }
    },
    ontext(part) {
      const folded = part.replace(/\s+/g, ' ');
      text += folded;
      line += [...folded].length;
      if (open) open.link.label += folded;
    },
    onclosetag(name) {
      if (name === 'a' && open) {
        const label = open.link.label.trim();
        links.push({ ...open.link, placement: open.pictures > 0 ? 'image_link' : 'inline_link', label: [...label].slice(0, 40).join('') });
        open = null;
      }
      if (blocks.has(name)) breakLine();
    },
  });
  parser.end(html);
  breakLine();
  const screens = screen();
  if (readMoreUrl) links.push({ placement: 'read_more', target: readMoreUrl, label: '', toMiniProgram: false, screen: screens });
  return { text: text.trim(), links, pictures, screens };
}

const miniProgramOf = (attributes: Record<string, string>): string =>
  `${attributes['data-miniprogram-appid'] ?? ''}/${attributes['data-miniprogram-path'] ?? ''}`;

/** Height / width: WeChat writes `data-ratio`. */
function ratioOf(attributes: Record<string, string>): number {
  const stated = Number(attributes['data-ratio'] ?? Number(attributes['height']) / Number(attributes['width']));
  return stated > 0 && stated < 20 ? stated : PICTURE;
}
