import { randomBytes } from 'node:crypto';
import { createMessageCipher, messageSignature, plainSignature } from '@qingniao/wechat';
import type { CallbackAsset } from './callback-asset.ts';

/** Pushes as the platform makes them, for tests and benches. */

export const testAsset = (id: string, more: Partial<CallbackAsset> = {}): CallbackAsset => ({
  id, brandId: 1, appid: 'wx0123456789abcdef', token: 'callbacktoken', mode: 'safe', originalId: 'gh_brand',
  aesKeys: ['abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'], ...more,
});

export interface SignedPush {
  /** `/wechat/<asset>?signature=…` */
  url: string;
  headers: Record<string, string>;
  body: string;
}

const isJson = (body: string): boolean => body.trimStart().startsWith('{');

/** Signs (and in compat and safe mode encrypts) one message, XML or JSON, in the asset's mode. */
export function signPush(asset: CallbackAsset, message: string): SignedPush {
  const timestamp = '1772336400';
  const nonce = randomBytes(6).toString('hex');
  const query = new URLSearchParams({ signature: plainSignature(asset.token, timestamp, nonce), timestamp, nonce });
  const headers = { 'content-type': isJson(message) ? 'application/json' : 'text/xml' };
  const url = () => `/wechat/${asset.id}?${query}`;
  if (asset.mode === 'plain') return { url: url(), headers, body: message };
  const encrypted = createMessageCipher({ appid: asset.appid, aesKey: asset.aesKeys[0]! }).encrypt(message);
  query.set('encrypt_type', 'aes');
  query.set('msg_signature', messageSignature(asset.token, timestamp, nonce, encrypted));
  return { url: url(), headers, body: envelope(asset, message, encrypted) };
}

function envelope({ mode, originalId }: CallbackAsset, message: string, encrypted: string): string {
  if (isJson(message)) return JSON.stringify({ ToUserName: originalId, Encrypt: encrypted });
  const inner = `<Encrypt><![CDATA[${encrypted}]]></Encrypt>`;
  if (mode === 'compat') return message.trimEnd().replace(/<\/xml>$/, `${inner}</xml>`);
  return `<xml><ToUserName><![CDATA[${originalId}]]></ToUserName>${inner}</xml>`;
}

/** A text message as the platform writes it. */
export const textMessage = (openid: string, msgId: number | string, content = '你好', at = 1772336400): string =>
  `<xml><ToUserName><![CDATA[gh_brand]]></ToUserName>\n<FromUserName><![CDATA[${openid}]]></FromUserName>\n<CreateTime>${at}</CreateTime>\n` +
  `<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[${content}]]></Content>\n<MsgId>${msgId}</MsgId>\n</xml>`;

/** An event as the platform writes it; `elements` is XML. */
export const eventMessage = (openid: string, name: string, elements = '', at = 1772336400): string =>
  `<xml><ToUserName><![CDATA[gh_brand]]></ToUserName>\n<FromUserName><![CDATA[${openid}]]></FromUserName>\n<CreateTime>${at}</CreateTime>\n` +
  `<MsgType><![CDATA[event]]></MsgType>\n<Event><![CDATA[${name}]]></Event>\n${elements}</xml>`;
