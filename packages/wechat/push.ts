import { randomInt } from 'node:crypto';
import { now } from '@qingniao/kernel';
import { type MessageCipher, createMessageCipher } from './cipher.ts';
import { WechatCryptError } from './crypt-error.ts';
import { scanJson } from './json.ts';
import { messageSignature, plainSignature, signatureEquals } from './signature.ts';
import { type Fields, scanXml } from './xml-scan.ts';
import { writeXml } from './xml-write.ts';

export type PushMode = 'plain' | 'compat' | 'safe';

/** What the console of the account holds (official-account 2.1). */
export interface PushKeys {
  appid: string;
  token: string;
  mode: PushMode;
  /** The one before the last change, until an instant: a console is changed after us. */
  previousToken?: { value: string; until: Date } | null;
  /** Needed in compat and safe mode. */
  aesKey: string | null;
  /** The one before the last change: the platform's retries may still use it (official-account 2.4). */
  previousAesKey?: string | null;
}

/** Wraps a reply for a push that came encrypted. `at` in Unix seconds. */
export type Seal = (replyXml: string, at: number, nonce?: string) => string;

/** The query string as parsed by the HTTP server; anything may be missing or repeated. */
export type PushQuery = Readonly<Record<string, unknown>>;

export interface OpenedPush {
  fields: Fields;
  /** The reply must be encrypted too (official-account 2.5). */
  encrypted: boolean;
  /** With the keys this push came with: those the platform has, whichever we have already changed. */
  seal: Seal;
}

export interface PushReader {
  /** The text to answer a verification GET with, or null when its signature is wrong (official-account 2.2). */
  verify(query: PushQuery): string | null;
  /** Checks, decrypts and scans one POST. Throws WechatCryptError. */
  open(query: PushQuery, body: Uint8Array): OpenedPush;
  /** With the current keys. */
  seal: Seal;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the pushes of one account. Build it once per change of keys, not per push. */
export function createPushReader(keys: PushKeys): PushReader {
  const { appid, token, previousToken } = keys;
  const ciphers = [keys.aesKey, keys.previousAesKey ?? null].flatMap((aesKey) => (aesKey === null ? [] : [createMessageCipher({ appid, aesKey })]));
  if (keys.mode !== 'plain' && ciphers.length === 0) throw new WechatCryptError('aesKey', `${keys.mode} mode needs an EncodingAESKey`);

  /** The token that signed, or null. */
  const signedBy = (query: PushQuery, given: unknown, encrypted: string | null): string | null => {
    const timestamp = text(query['timestamp']);
    const nonce = text(query['nonce']);
    const signs = (one: string): boolean =>
      signatureEquals(given, encrypted === null ? plainSignature(one, timestamp, nonce) : messageSignature(one, timestamp, nonce, encrypted));
    if (signs(token)) return token;
    return previousToken && now() < previousToken.until.getTime() && signs(previousToken.value) ? previousToken.value : null;
  };

  const sealer = (signer: string, cipher: MessageCipher | undefined): Seal => (replyXml, at, nonce = String(randomInt(1e9, 1e10))) => {
    if (!cipher) throw new WechatCryptError('encrypt', 'this account has no EncodingAESKey');
    const encrypted = cipher.encrypt(replyXml);
    return writeXml({
      Encrypt: encrypted,
      MsgSignature: messageSignature(signer, String(at), nonce, encrypted),
      TimeStamp: at,
      Nonce: nonce,
    });
  };
  const seal = sealer(token, ciphers[0]);
  const sealLike = (signer: string, cipher: MessageCipher): Seal => (signer === token && cipher === ciphers[0] ? seal : sealer(signer, cipher));

  return {
    verify(query) {
      const echo = text(query['echostr']);
      if (signedBy(query, query['signature'], null) !== null) return echo;
      // The corporate-style variant some consoles send: echostr itself is the ciphertext.
      if (ciphers.length > 0 && signedBy(query, query['msg_signature'], echo) !== null) return decryptEcho(ciphers, echo);
      return null;
    },

    open(query, body) {
      // In compat and safe mode only msg_signature covers the body, so nothing less is accepted there.
      if (keys.mode === 'plain' && query['encrypt_type'] !== 'aes') {
        if (signedBy(query, query['signature'], null) === null) throw wrongSignature();
        return { fields: scanBody(body), encrypted: false, seal };
      }
      const envelope = scanBody(body);
      const encrypted = envelope['Encrypt'];
      const signer = ciphers.length > 0 && typeof encrypted === 'string' ? signedBy(query, query['msg_signature'], encrypted) : null;
      if (signer === null) throw wrongSignature();
      const { cipher, message } = decrypt(ciphers, encrypted as string);
      return { fields: scanBody(message), encrypted: true, seal: sealLike(signer, cipher) };
    },

    seal,
  };
}

const wrongSignature = (): WechatCryptError => new WechatCryptError('signature', 'the signature does not match');

/** With the first key that opens it. */
function decrypt(ciphers: readonly MessageCipher[], encrypted: string): { cipher: MessageCipher; message: Buffer } {
  let firstFailure: unknown;
  for (const cipher of ciphers) {
    try {
      return { cipher, message: cipher.decrypt(encrypted) };
    } catch (error) {
      firstFailure ??= error;
    }
  }
  throw firstFailure;
}

function decryptEcho(ciphers: readonly MessageCipher[], echo: string): string | null {
  try {
    return decrypt(ciphers, echo).message.toString('utf8');
  } catch {
    return null;
  }
}

/** XML, or the JSON a console can be switched to (official-account 4.4). */
function scanBody(body: Uint8Array): Fields {
  for (const byte of body) {
    if (byte === 32 || byte === 9 || byte === 10 || byte === 13) continue;
    return byte === 0x7b ? scanJson(body) : scanXml(body);
  }
  throw new WechatCryptError('xmlParse', 'the body is empty');
}
