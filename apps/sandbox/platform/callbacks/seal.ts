import { randomInt } from 'node:crypto';
import { type MessageCipher, createMessageCipher, messageSignature, plainSignature } from '@qingniao/wechat';
import type { AccountSettings } from '../accounts/settings.ts';

/** A push ready to be posted. */
export interface Sealed {
  /** Query string without `?`. */
  query: string;
  body: string;
}

const ciphers = new WeakMap<AccountSettings, { aesKey: string; cipher: MessageCipher }>();

/** Building a cipher parses the key; accounts are few and pushes many. */
export function cipherOf(settings: AccountSettings): MessageCipher {
  const held = ciphers.get(settings);
  if (held?.aesKey === settings.aesKey) return held.cipher;
  const cipher = createMessageCipher({ appid: settings.appid, aesKey: settings.aesKey });
  ciphers.set(settings, { aesKey: settings.aesKey, cipher });
  return cipher;
}

const newNonce = (): string => String(randomInt(100_000_000, 2_000_000_000));

/** Signs and encrypts one delivery, XML or the JSON of mini programs (mini-program 5): each has its own nonce, and its own ciphertext (contract 2.3, 2.6). */
export function seal(settings: AccountSettings, message: string, openid: string, at: number): Sealed {
  const timestamp = String(at);
  const nonce = newNonce();
  const base = `signature=${plainSignature(settings.token, timestamp, nonce)}&timestamp=${timestamp}&nonce=${nonce}&openid=${openid}`;
  if (settings.mode === 'plain') return { query: base, body: message };
  const encrypted = cipherOf(settings).encrypt(message);
  const query = `${base}&encrypt_type=aes&msg_signature=${messageSignature(settings.token, timestamp, nonce, encrypted)}`;
  if (settings.dataFormat === 'json') {
    const plain: unknown = settings.mode === 'compat' ? JSON.parse(message) : { ToUserName: settings.originalId };
    return { query, body: JSON.stringify({ ...(plain as object), Encrypt: encrypted }) };
  }
  const element = `<Encrypt><![CDATA[${encrypted}]]></Encrypt>`;
  if (settings.mode === 'compat') return { query, body: message.replace(/<\/xml>$/, `${element}\n</xml>`) };
  return { query, body: `<xml><ToUserName><![CDATA[${settings.originalId}]]></ToUserName>\n${element}\n</xml>` };
}

/** The query of a verification GET (contract 2.2): plain in every mode. */
export function verificationQuery(settings: AccountSettings, echostr: string, at: number): string {
  const timestamp = String(at);
  const nonce = newNonce();
  return `signature=${plainSignature(settings.token, timestamp, nonce)}&timestamp=${timestamp}&nonce=${nonce}&echostr=${echostr}`;
}
