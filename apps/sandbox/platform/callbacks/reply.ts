import { type Fields, messageSignature, scanXml } from '@qingniao/wechat';
import type { AccountSettings } from '../accounts/settings.ts';
import { cipherOf } from './seal.ts';

/** What the account's answer to a push means for the person. */
export type ReplyOutcome =
  | { kind: 'nothing' }
  /** `dropped` counts articles above what the push allows (contract 5). */
  | { kind: 'reply'; type: string; content: Record<string, unknown>; dropped: number }
  | { kind: 'invalid'; reason: string };

const TEXT_BYTES = 2048;
const required: Readonly<Record<string, readonly [string, string]>> = {
  image: ['Image', 'MediaId'],
  voice: ['Voice', 'MediaId'],
  video: ['Video', 'MediaId'],
  music: ['Music', 'ThumbMediaId'],
};

/** Checks an answer as the platform does: empty or `success`, else a reply XML in the push's own mode (contract 2.5, 5). */
export function readReply(settings: AccountSettings, pushed: { openid: string; msgType: string }, body: string): ReplyOutcome {
  const text = body.trim();
  if (text === '' || text === 'success') return { kind: 'nothing' };
  try {
    const outer = scanXml(text);
    const encrypted = outer['Encrypt'] !== undefined;
    if (encrypted !== (settings.mode !== 'plain')) return invalid(encrypted ? 'encrypted, but the push was not' : 'not encrypted, but the push was');
    return readFields(settings, pushed, encrypted ? openReply(settings, outer) : outer);
  } catch (error) {
    return invalid(error instanceof Error ? error.message : 'not a reply');
  }
}

const invalid = (reason: string): ReplyOutcome => ({ kind: 'invalid', reason });
const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};
const child = (fields: Fields, name: string): Fields | null => {
  const value = fields[name];
  return typeof value === 'object' && !Array.isArray(value) ? value : null;
};

function openReply(settings: AccountSettings, outer: Fields): Fields {
  const encrypted = text(outer, 'Encrypt');
  const signature = messageSignature(settings.token, text(outer, 'TimeStamp'), text(outer, 'Nonce'), encrypted);
  if (signature !== text(outer, 'MsgSignature')) throw new Error('MsgSignature does not match');
  return scanXml(cipherOf(settings).decrypt(encrypted));
}

function readFields(settings: AccountSettings, pushed: { openid: string; msgType: string }, fields: Fields): ReplyOutcome {
  if (text(fields, 'ToUserName') !== pushed.openid) return invalid('ToUserName is not the follower');
  if (text(fields, 'FromUserName') !== settings.originalId) return invalid('FromUserName is not the account');
  if (!/^\d{1,20}$/.test(text(fields, 'CreateTime'))) return invalid('CreateTime is not a number');
  const type = text(fields, 'MsgType');
  if (type === 'text') {
    const content = text(fields, 'Content');
    if (content === '' || Buffer.byteLength(content) > TEXT_BYTES) return invalid('Content is empty or too long');
    return reply(type, { content });
  }
  if (type === 'transfer_customer_service') {
    return reply(type, { kfAccount: text(child(fields, 'TransInfo') ?? fields, 'KfAccount') || null });
  }
  if (type === 'news') return readNews(fields, pushed.msgType === 'event' ? 8 : 1);
  const shape = required[type];
  if (!shape) return invalid('unknown MsgType');
  const inner = child(fields, shape[0]);
  if (!inner || !text(inner, shape[1])) return invalid(`${shape[0]} has no ${shape[1]}`);
  return reply(type, Object.fromEntries(Object.entries(inner).map(([name, value]) => [lower(name), value])));
}

const lower = (name: string): string => name[0]!.toLowerCase() + name.slice(1);
const reply = (type: string, content: Record<string, unknown>, dropped = 0): ReplyOutcome => ({ kind: 'reply', type, content, dropped });

function readNews(fields: Fields, most: number): ReplyOutcome {
  const items = child(fields, 'Articles')?.['item'];
  if (!Array.isArray(items) || items.length === 0) return invalid('Articles holds no item');
  const articles = items.filter((item) => typeof item === 'object').map((item) => ({
    title: text(item, 'Title'),
    description: text(item, 'Description'),
    picUrl: text(item, 'PicUrl'),
    url: text(item, 'Url'),
  }));
  return reply('news', { articles: articles.slice(0, most) }, Math.max(0, articles.length - most));
}
