import { createDecipheriv } from 'node:crypto';
import { ShapeError, oneOf, shape, textOf } from './shape.ts';

const TAG = 16;

/**
 * Opens what the platform sealed with the merchant's APIv3 key (32 bytes): `resource` of a notice, `encrypt_certificate`
 * of a certificate (11.2, 11.3). Throws ShapeError for a wrong form, and whatever Node throws when the key does not fit.
 */
export function openSealed(apiV3Key: string, sealed: unknown): Buffer {
  const given = shape(sealed, 'resource');
  oneOf(given, 'algorithm', ['AEAD_AES_256_GCM']);
  const aad = given['associated_data'] ?? '';
  if (typeof aad !== 'string') throw new ShapeError('associated_data is not a text');
  const bytes = Buffer.from(textOf(given, 'ciphertext'), 'base64');
  if (bytes.length < TAG) throw new ShapeError('ciphertext is too short');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(textOf(given, 'nonce')), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]);
}
