import { fail } from '../errcodes/error.ts';
import { bytes, characters, integerAt, isObject, textAt, type Json } from '../http/read.ts';
import type { AccountState, Platform } from '../platform.ts';

/** One article of a draft, as draft/add takes it and draft/get gives it back (contract 12.1). */
export interface DraftArticle {
  article_type: 'news' | 'newspic';
  title: string;
  author: string;
  digest: string;
  content: string;
  content_source_url: string;
  thumb_media_id: string;
  need_open_comment: number;
  only_fans_can_comment: number;
  pic_crop_235_1?: string;
  pic_crop_1_1?: string;
  image_info?: unknown;
  cover_info?: unknown;
  product_info?: unknown;
}
export interface Draft {
  id: string;
  articles: DraftArticle[];
  updatedAt: number;
}
export interface Drafts {
  items: Map<string, Draft>;
  isOpen: boolean;
}
export const newDrafts = (): Drafts => ({ items: new Map(), isOpen: true });

const TITLE = 32;
const AUTHOR = 16;
const DIGEST = 128;
const DIGEST_OF_BODY = 54;
const SOURCE_URL = 1024;
const CONTENT_CHARACTERS = 20_000;
const CONTENT_BYTES = 1024 * 1024;

export function readArticle(value: unknown, account: AccountState, platform: Platform): DraftArticle {
  if (!isObject(value)) return fail(44003);
  const type = textAt(value, 'article_type') || 'news';
  if (type !== 'news' && type !== 'newspic') return fail(40008);
  const title = textAt(value, 'title');
  if (title === '' || characters(title) > TITLE) fail(45003);
  if (characters(textAt(value, 'author')) > AUTHOR) fail(45110);
  if (characters(textAt(value, 'digest')) > DIGEST) fail(45004);
  if (bytes(textAt(value, 'content_source_url')) > SOURCE_URL) fail(41039);
  const content = textAt(value, 'content');
  if (content === '') fail(44004);
  if (characters(content) >= CONTENT_CHARACTERS || bytes(content) >= CONTENT_BYTES) fail(45002);
  const cover = textAt(value, 'thumb_media_id');
  if (type === 'news' && !account.materials.items.has(cover)) fail(40007);
  if (type === 'newspic') checkPictures(value, account);
  const cleaned = clean(content, platform);
  return {
    article_type: type, title, author: textAt(value, 'author'),
    digest: textAt(value, 'digest') || characterSlice(plainText(cleaned), DIGEST_OF_BODY),
    content: cleaned, content_source_url: textAt(value, 'content_source_url'), thumb_media_id: cover,
    need_open_comment: integerAt(value, 'need_open_comment', 0), only_fans_can_comment: integerAt(value, 'only_fans_can_comment', 0),
    ...pick(value, ['pic_crop_235_1', 'pic_crop_1_1', 'image_info', 'cover_info', 'product_info']),
  };
}

const pick = (value: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.filter((name) => value[name] !== undefined).map((name) => [name, value[name]]));

function checkPictures(value: Json, account: AccountState): void {
  const info = value['image_info'];
  const list = isObject(info) ? info['image_list'] : undefined;
  if (!Array.isArray(list) || list.length < 1 || list.length > 20) return fail(40035);
  for (const picture of list) {
    if (!isObject(picture) || !account.materials.items.has(textAt(picture, 'image_media_id'))) fail(40007);
  }
}

/** Scripts go, and pictures from elsewhere than uploadimg lose their address, silently (contract 12.1, 23.9). */
function clean(html: string, platform: Platform): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script\s*>/gi, '')
    .replace(/\son\w+\s*=\s*("[^"]*"|'[^']*')/gi, '')
    .replace(/<img\b[^>]*>/gi, (tag) => {
      const source = /\s(?:data-)?src\s*=\s*["']([^"']*)["']/i.exec(tag)?.[1] ?? '';
      return source.startsWith(`${platform.baseUrl}/mmbiz/`) || /^https?:\/\/mmbiz\.(qpic|qlogo)\.cn\//.test(source) ? tag : tag.replace(/\s(?:data-)?src\s*=\s*("[^"]*"|'[^']*')/gi, '');
    });
}

const plainText = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim();
const characterSlice = (text: string, most: number): string => [...text].slice(0, most).join('');

/** An article as the draft, publishing and material calls show it. */
export const articleView = (platform: Platform, account: AccountState, article: DraftArticle, url: string, withContent = true): Record<string, unknown> => ({
  ...article,
  content: withContent ? article.content : '',
  show_cover_pic: 1,
  thumb_url: article.thumb_media_id ? `${platform.baseUrl}/mmbiz/${account.settings.appid}/${article.thumb_media_id}` : '',
  url,
});
