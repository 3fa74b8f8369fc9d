import { type KeyObject, generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import { now } from '@qingniao/kernel';

const require = createRequire(import.meta.url);

/** An independent implementation plays the platform: it signs and seals what ours has to verify and open. */
export const oracle = {
  Rsa: require('wechatpay-axios-plugin/lib/rsa') as {
    sign(message: string | Uint8Array, key: KeyObject): string;
    verify(message: string, signature: string, key: KeyObject): boolean;
    decrypt(ciphertext: string, key: KeyObject): string;
  },
  Aes: require('wechatpay-axios-plugin/lib/aes') as { AesGcm: { encrypt(plain: string, key: string, nonce: string, aad: string): string } },
  Formatter: require('wechatpay-axios-plugin/lib/formatter') as {
    request(method: string, target: string, timestamp: number | string, nonce: string, body: string): string;
    response(timestamp: number | string, nonce: string, body: string): string;
    joinedByLineFeed(...parts: string[]): string;
    castCsvBill(content: Buffer): { rows: Record<string, string>[]; summary: Record<string, string> };
  },
};

export const apiV3Key = 'Fictional-APIv3-key-of-32-bytes!';
export const nonce = 'abcdefghijkl';

export interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}
export const newKeys = (): KeyPair => generateKeyPairSync('rsa', { modulusLength: 2048 });
export const pem = (key: KeyObject): string => key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }).toString();

/** The headers the platform sends with `body`. */
export function signed(serial: string, key: KeyObject, body: string, at = now()): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': oracle.Rsa.sign(oracle.Formatter.response(timestamp, nonce, body), key),
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  };
}

export const sealed = (plain: string, aad: string, key = apiV3Key) =>
  ({ algorithm: 'AEAD_AES_256_GCM', nonce, associated_data: aad, ciphertext: oracle.Aes.AesGcm.encrypt(plain, key, nonce, aad) });

/** A self-signed certificate, as much X.509 as Node reads: version 3, a serial, a name, a day of validity, a key. */
export function certificate(serial: string, { publicKey, privateKey }: KeyPair): string {
  const sha256Rsa = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'));
  const name = der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('platform')))));
  const validity = der(0x30, der(0x17, Buffer.from('260101000000Z')), der(0x17, Buffer.from('310101000000Z')));
  const content = der(
    0x30,
    Buffer.from('a003020102', 'hex'),
    der(0x02, Buffer.from(serial, 'hex')),
    sha256Rsa, name, validity, name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = Buffer.from(oracle.Rsa.sign(content, privateKey), 'base64');
  const bytes = der(0x30, content, sha256Rsa, der(0x03, Buffer.from([0]), signature));
  return `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const size = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}
