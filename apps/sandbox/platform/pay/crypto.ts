import { type KeyObject, constants, createCipheriv, createPrivateKey, createPublicKey, privateDecrypt, randomBytes, sign, verify } from 'node:crypto';

// The platform's own side of the wire, written from the contract and sharing nothing with the product's SDK.

export const newNonce = (): string => randomBytes(16).toString('hex').toUpperCase();

/** RSA PKCS#1 v1.5 with SHA-256, base64 (mini-program 11.1). */
export const signText = (text: string, key: KeyObject): string => sign('sha256', Buffer.from(text), key).toString('base64');

export const isSignedBy = (text: string, signature: string, key: KeyObject): boolean =>
  verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64'));

/** Each part ends its line, the last one too. */
export const lines = (...parts: readonly string[]): string => parts.map((part) => `${part}\n`).join('');

export interface Sealed {
  algorithm: 'AEAD_AES_256_GCM';
  nonce: string;
  associated_data: string;
  ciphertext: string;
}

/** AES-256-GCM by the APIv3 key; the tag stands behind the text (mini-program 11.3). */
export function aeadSeal(text: string, apiV3Key: string, associatedData: string): Sealed {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), nonce);
  cipher.setAAD(Buffer.from(associatedData));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
  return { algorithm: 'AEAD_AES_256_GCM', nonce, associated_data: associatedData, ciphertext };
}

/** A field the merchant encrypted for the platform: RSA-OAEP with SHA-1. Null when it is none. */
export function openField(base64: string, key: KeyObject): string | null {
  try {
    return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, Buffer.from(base64, 'base64')).toString('utf8');
  } catch {
    return null;
  }
}

/** Keys are kept as PEM in the state and parsed once. */
const parsed = new Map<string, KeyObject>();
export function keyOf(pem: string): KeyObject {
  let key = parsed.get(pem);
  if (!key) parsed.set(pem, (key = pem.includes('PRIVATE KEY') ? createPrivateKey(pem) : createPublicKey(pem)));
  return key;
}
