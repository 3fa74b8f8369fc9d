import type { Shown } from '../../world.ts';
import type { DraftArticle } from '../drafts/drafts.ts';

/** Paragraphs that fill a phone's screen. */
const ON_A_SCREEN = 2;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * What a reader sees an article is made of. People look at pictures and buttons; here the layout's class names say it
 * (`lead promotional`, `call mini_program button standalone`), and a `teaser` text in the cover's PNG.
 */
export function shownBy({ content }: Pick<DraftArticle, 'content'>, cover: Buffer | undefined): Shown {
  const purpose = /<section class="lead (\w+)"/.exec(content)?.[1];
  const call = /<section class="call (\w+)(?: button (\w+))?"/.exec(content);
  const teaser = cover === undefined ? undefined : textIn(cover, 'teaser');
  return {
    ...(purpose === undefined ? {} : { purpose }),
    ...(teaser === undefined ? {} : { teaser }),
    ...(call === null ? {} : { link: call[1]!, screen: Math.max(1, Math.ceil(paragraphs(content.slice(0, call.index)) / ON_A_SCREEN)) }),
    ...(call?.[2] === undefined ? {} : { button: call[2] }),
  };
}

const paragraphs = (html: string): number => html.split('<p').length - 1;

/** The text of a keyword in a PNG's tEXt chunks. */
function textIn(png: Buffer, keyword: string): string | undefined {
  if (!png.subarray(0, 8).equals(PNG)) return undefined;
  for (let at = 8; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length).toString('latin1');
    if (png.subarray(at + 4, at + 8).toString('latin1') === 'tEXt' && data.startsWith(`${keyword}\0`)) return data.slice(keyword.length + 1);
    at += 12 + length;
  }
  return undefined;
}
