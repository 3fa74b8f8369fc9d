import { randomInt } from 'node:crypto';
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
  /** Needed in compat and safe mode. */
  aesKey: string | null;
  previousAesKey?: string | null;
}

/** The query string as parsed by the HTTP server; anything may be missing or repeated. */
export type PushQuery = Readonly<Record<string, unknown>>;

export interface OpenedPush {
  fields: Fields;
  /** The reply must be encrypted too (official-account 2.5). */
  encrypted: boolean;
}

export interface PushReader {
  /** The text to answer a verification GET with, or null when its signature is wrong (official-account 2.2). */
  verify(query: PushQuery): string | null;
  /** Checks, decrypts and scans one POST. Throws WechatCryptError. */
  open(query: PushQuery, body: Uint8Array): OpenedPush;
  /** Wraps a reply for a push that came encrypted. `at` in Unix seconds. */
  seal(replyXml: string, at: number, nonce?: string): string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the pushes of one account. Build it once per change of keys, not per push. */
export function createPushReader(keys: PushKeys): PushReader {
  const cipher = keys.aesKey === null ? null : createMessageCipher({ ...keys, aesKey: keys.aesKey });
  if (keys.mode !== 'plain' && !cipher) throw new WechatCryptError('aesKey', `${keys.mode} mode needs an EncodingAESKey`);

  const isSigned = (query: PushQuery, given: unknown, encrypted: string | null): boolean => {
    const timestamp = text(query['timestamp']);
    const nonce = text(query['nonce']);
    return signatureEquals(
      given,
      encrypted === null
        ? plainSignature(keys.token, timestamp, nonce)
        : messageSignature(keys.token, timestamp, nonce, encrypted),
    );
  };

  return {
    verify(query) {
      const echo = text(query['echostr']);
      if (isSigned(query, query['signature'], null)) return echo;
      // The corporate-style variant some consoles send: echostr itself is the ciphertext.
      if (cipher && isSigned(query, query['msg_signature'], echo)) return decryptEcho(cipher, echo);
      return null;
    },

    open(query, body) {
      // In compat and safe mode only msg_signature covers the body, so nothing less is accepted there.
      if (keys.mode === 'plain' && query['encrypt_type'] !== 'aes') {
        if (!isSigned(query, query['signature'], null)) throw wrongSignature();
        return { fields: scanBody(body), encrypted: false };
      }
      const envelope = scanBody(body);
      const encrypted = envelope['Encrypt'];
      if (!cipher || typeof encrypted !== 'string' || !isSigned(query, query['msg_signature'], encrypted)) throw wrongSignature();
      return { fields: scanBody(cipher.decrypt(encrypted)), encrypted: true };
    },

    seal(replyXml, at, nonce = String(randomInt(1e9, 1e10))) {
      if (!cipher) throw new WechatCryptError('encrypt', 'this account has no EncodingAESKey');
      const encrypted = cipher.encrypt(replyXml);
      return writeXml({
        Encrypt: encrypted,
        MsgSignature: messageSignature(keys.token, String(at), nonce, encrypted),
        TimeStamp: at,
        Nonce: nonce,
      });
    },
  };
}

const wrongSignature = (): WechatCryptError => new WechatCryptError('signature', 'the signature does not match');

function decryptEcho(cipher: MessageCipher, echo: string): string | null {
  try {
    return cipher.decrypt(echo).toString('utf8');
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
