import { WechatCryptError } from './crypt-error.ts';
import type { FieldValue } from './xml-scan.ts';

export interface NewsItem {
  title: string;
  description?: string;
  picUrl?: string;
  url: string;
}

/** Everything an account may answer a push with (official-account 5). */
export type PassiveReply =
  | { type: 'text'; content: string }
  | { type: 'image'; mediaId: string }
  | { type: 'voice'; mediaId: string }
  | { type: 'video'; mediaId: string; title?: string; description?: string }
  | { type: 'music'; thumbMediaId: string; title?: string; description?: string; musicUrl?: string; hqMusicUrl?: string }
  | { type: 'news'; articles: NewsItem[] }
  /** Hands the conversation to the human agents, to one of them when named. */
  | { type: 'transfer_customer_service'; kfAccount?: string };

/** The addresses of a reply: those of the push, swapped. */
export interface ReplyTo {
  /** `FromUserName` of the push: the openid. */
  openid: string;
  /** `ToUserName` of the push: the account's original id. */
  account: string;
  /** `MsgType` of the push; ordinary messages get one article, events up to eight. */
  msgType: string;
  /** Unix seconds. */
  at: number;
}

/** Bytes of `Content` (official-account 5). */
export const REPLY_TEXT_BYTES = 2048;
const EVENT_ARTICLES = 8;

/** Closing brackets inside a text are split over two sections, the one way CDATA can hold them. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const element = (name: string, text: string): string => `<${name}>${cdata(text)}</${name}>`;
const optional = (name: string, text: string | undefined): string => (text === undefined ? '' : element(name, text));

/** The reply as XML, not encrypted. Throws WechatCryptError -40011 for what the platform would not show. */
export function writeReply(reply: PassiveReply, to: ReplyTo): string {
  return (
    `<xml>${element('ToUserName', to.openid)}${element('FromUserName', to.account)}` +
    `<CreateTime>${to.at}</CreateTime>${element('MsgType', reply.type)}${writeBody(reply, to.msgType)}</xml>`
  );
}

function writeBody(reply: PassiveReply, answering: string): string {
  switch (reply.type) {
    case 'text':
      if (reply.content === '') throw new WechatCryptError('xmlBuild', 'a text reply needs content');
      if (Buffer.byteLength(reply.content) > REPLY_TEXT_BYTES) {
        throw new WechatCryptError('xmlBuild', `a text reply holds at most ${REPLY_TEXT_BYTES} bytes`);
      }
      return element('Content', reply.content);
    case 'image':
      return `<Image>${element('MediaId', reply.mediaId)}</Image>`;
    case 'voice':
      return `<Voice>${element('MediaId', reply.mediaId)}</Voice>`;
    case 'video':
      return `<Video>${element('MediaId', reply.mediaId)}${optional('Title', reply.title)}${optional('Description', reply.description)}</Video>`;
    case 'music':
      return (
        `<Music>${optional('Title', reply.title)}${optional('Description', reply.description)}` +
        `${optional('MusicUrl', reply.musicUrl)}${optional('HQMusicUrl', reply.hqMusicUrl)}` +
        `${element('ThumbMediaId', reply.thumbMediaId)}</Music>`
      );
    case 'news':
      return writeArticles(reply.articles, answering === 'event' ? EVENT_ARTICLES : 1);
    case 'transfer_customer_service':
      return reply.kfAccount === undefined ? '' : `<TransInfo>${element('KfAccount', reply.kfAccount)}</TransInfo>`;
  }
}

/** Surplus articles are cut here, as the platform would (official-account 5). */
function writeArticles(articles: NewsItem[], most: number): string {
  if (articles.length === 0) throw new WechatCryptError('xmlBuild', 'a news reply needs an article');
  const shown = articles.slice(0, most);
  const items = shown.map(
    (article) =>
      `<item>${element('Title', article.title)}${element('Description', article.description ?? '')}` +
      `${element('PicUrl', article.picUrl ?? '')}${element('Url', article.url)}</item>`,
  );
  return `<ArticleCount>${shown.length}</ArticleCount><Articles>${items.join('')}</Articles>`;
}

/** Field name → text (CDATA), number (bare), nested element, or a list that repeats the element. */
export interface WritableFields {
  [name: string]: WritableValue | undefined;
}
type WritableValue = string | number | WritableFields | WritableValue[];

/** Any message as WeChat writes it, one element a line: pushes of the sandbox, envelopes, tests. */
export function writeXml(fields: WritableFields | { [name: string]: FieldValue | undefined }): string {
  return `<xml>${writeFields(fields as WritableFields)}\n</xml>`;
}

function writeFields(fields: WritableFields): string {
  let out = '';
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) out += writeValue(name, value);
  }
  return out;
}

function writeValue(name: string, value: WritableValue): string {
  if (Array.isArray(value)) return value.map((item) => writeValue(name, item)).join('');
  if (typeof value === 'number') return `\n<${name}>${value}</${name}>`;
  if (typeof value === 'string') return `\n${element(name, value)}`;
  return `\n<${name}>${writeFields(value)}</${name}>`;
}
