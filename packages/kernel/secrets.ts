import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Seals secrets and phones for storage and derives searchable hashes; one per installation. */
export interface Secrets {
  /** Plain text → `v1.<base64url iv‖tag‖ciphertext>`; the context (e.g. `phone:12`) must match to open. */
  seal(plain: string, context: string): string;
  /** Throws when the value was tampered with, sealed under another key or for another context. */
  open(sealed: string, context: string): string;
  /** A keyed hash for equality search (phones, member numbers), hex. */
  hash(value: string, context: string): string;
}

/** @param masterKey 32 bytes or more, from QINGNIAO_SECRET or the data folder's secret file. */
export function createSecrets(masterKey: Buffer): Secrets {
  if (masterKey.length < 32) throw new RangeError('the master key needs at least 32 bytes');
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', masterKey, 'qingniao', purpose, 32));
  const sealKey = derive('seal');
  const hashKey = derive('hash');
  return {
    seal(plain, context) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, context) {
      if (!sealed.startsWith('v1.')) throw new Error('unknown seal version');
      const bytes = Buffer.from(sealed.slice(3), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12)).setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    },
    hash: (value, context) => createHmac('sha256', hashKey).update(`${context}\u0000${value}`).digest('hex'),
  };
}
