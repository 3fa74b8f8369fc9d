import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

// X.509 by hand: Node reads certificates and makes none, and a certificate needs only a dozen DER values.

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 255 ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const algorithm = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05));
/** One attribute: 3 common name, 10 organisation. */
const attribute = (kind: number, text: string): Buffer => der(0x31, sequence(der(0x06, Buffer.from([0x55, 0x04, kind])), der(0x0c, Buffer.from(text))));
/** Years from 2050 on are written with four digits. */
function time(at: number): Buffer {
  const text = `${new Date(at).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  return Number(text.slice(0, 4)) < 2050 ? der(0x17, Buffer.from(text.slice(2))) : der(0x18, Buffer.from(text));
}

export interface KeyPair {
  /** PKCS#8 PEM. */
  privateKey: string;
  /** SPKI PEM. */
  publicKey: string;
}
export interface Certified extends KeyPair {
  /** X.509 PEM. */
  certificate: string;
  /** 40 hex digits. */
  serial: string;
  effectiveAt: number;
  expiresAt: number;
}

export const newKeyPair = (): KeyPair =>
  generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });

const FIVE_YEARS = 5 * 365 * 86_400_000;

/** A new key with a certificate of its own signature: who issued it nobody checks, clients compare serials. */
export function newCertified(name: string, organisation: string, at: number): Certified {
  const keys = newKeyPair();
  // Positive and of full length: the first digit is 1 to 7.
  const serial = randomBytes(20);
  serial[0] = 0x10 | (serial[0]! & 0x6f);
  const [effectiveAt, expiresAt] = [Math.floor(at / 1000) * 1000, Math.floor((at + FIVE_YEARS) / 1000) * 1000];
  const subject = sequence(attribute(10, organisation), attribute(3, name));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, serial), algorithm, subject, sequence(time(effectiveAt), time(expiresAt)), subject,
    createPublicKey(keys.publicKey).export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', body, keys.privateKey);
  const certificate = sequence(body, algorithm, der(0x03, Buffer.from([0]), signature)).toString('base64').replace(/.{1,64}/g, '$&\n');
  return {
    ...keys, serial: serial.toString('hex').toUpperCase(), effectiveAt, expiresAt,
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate}-----END CERTIFICATE-----\n`,
  };
}
