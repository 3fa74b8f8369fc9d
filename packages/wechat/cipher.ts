import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { WechatCryptError } from './crypt-error.ts';

const BLOCK = 32;
const HEADER = 20;

export interface MessageCipher {
  /** UTF-8 text → base64 `Encrypt`. `random` (16 bytes) is only given by tests of known vectors. */
  encrypt(message: string, random?: Buffer): string;
  /** base64 `Encrypt` → the message's bytes. Throws WechatCryptError (-40005, -40007, -40008, -40010). */
  decrypt(encrypted: string): Buffer;
}

export interface CipherKeys {
  appid: string;
  /** The 43 characters of the console. */
  aesKey: string;
}

/** AES-256-CBC with PKCS#7 over 32-byte blocks (official-account 2.4). Throws -40004 for a malformed key. */
export function createMessageCipher({ appid, aesKey }: CipherKeys): MessageCipher {
  const key = readKey(aesKey);
  const owner = Buffer.from(appid);

  return {
    encrypt(message, random = randomBytes(16)) {
      const body = Buffer.from(message);
      const unpadded = HEADER + body.length + owner.length;
      const pad = BLOCK - (unpadded % BLOCK);
      const plain = Buffer.alloc(unpadded + pad, pad);
      random.copy(plain, 0, 0, 16);
      plain.writeUInt32BE(body.length, 16);
      body.copy(plain, HEADER);
      owner.copy(plain, HEADER + body.length);
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
      return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
    },

    decrypt: (encrypted) => open(readBase64(encrypted), key, owner),
  };
}

/** True for 43 characters A-Z a-z 0-9, what the console accepts as EncodingAESKey. */
export const isAesKey = (text: string): boolean => /^[A-Za-z0-9]{43}$/.test(text);

function readKey(aesKey: string): Buffer {
  if (!isAesKey(aesKey)) throw new WechatCryptError('aesKey', 'an EncodingAESKey is 43 letters and digits');
  return Buffer.from(`${aesKey}=`, 'base64');
}

/** Node skips what is not base64, so a wrong character shows as a missing byte. */
function readBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length === 0 || text.length % 4 !== 0 || bytes.length !== (text.length / 4) * 3 - padding) {
    throw new WechatCryptError('base64Decode', 'Encrypt is not base64');
  }
  if (bytes.length % 16 !== 0) throw new WechatCryptError('decrypt', 'the ciphertext is cut off');
  return bytes;
}

function open(bytes: Buffer, key: Buffer, owner: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const last = plain[plain.length - 1]!;
  // A last byte outside 1..32 means "no padding" in the platform's own sample code.
  const end = last >= 1 && last <= BLOCK ? plain.length - last : plain.length;
  if (end < HEADER) throw new WechatCryptError('buffer', 'the decrypted push is too short');
  const size = plain.readUInt32BE(16);
  if (size > end - HEADER) throw new WechatCryptError('buffer', 'the decrypted length does not fit');
  const message = plain.subarray(HEADER, HEADER + size);
  if (!plain.subarray(HEADER + size, end).equals(owner)) {
    throw new WechatCryptError('appid', 'the push was encrypted for another account');
  }
  return message;
}
