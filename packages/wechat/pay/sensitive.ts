import { constants, publicEncrypt } from 'node:crypto';
import type { PlatformKey } from './signature.ts';

/** A name or an account number as the platform wants it: RSA-OAEP (SHA-1, MGF1), base64 (11.2). Send `serial` along. */
export const encryptField = ({ key }: PlatformKey, value: string): string =>
  publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, Buffer.from(value)).toString('base64');
