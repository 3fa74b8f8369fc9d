import type { KeyObject } from 'node:crypto';
import { randomBytes } from 'node:crypto';
import { type Certified, newCertified, newKeyPair } from './certificate.ts';
import { keyOf } from './crypto.ts';
import type { Merchant, PayState } from './state.ts';

/** What the platform signs with, and how it says so in Wechatpay-Serial. */
export interface SigningKey {
  serial: string;
  key: KeyObject;
}

/** Two keys of 2,048 bits take half a second: only a sandbox with merchants makes them. */
export function makePlatformKeys(pay: PayState, now: number): void {
  pay.publicKey ??= { id: `PUB_KEY_ID_01${[...randomBytes(32)].map((byte) => byte % 10).join('')}`, ...newKeyPair() };
  if (pay.certificates.length === 0) addCertificate(pay, now);
}

/** A new certificate beside the others; it signs from now on. */
export function addCertificate(pay: PayState, now: number): Certified {
  const made = newCertified('Tenpay.com Root CA', 'Tenpay.com', now);
  pay.certificates.push(made);
  return made;
}

export const listedCertificates = (pay: PayState, now: number): Certified[] => pay.certificates.filter(({ expiresAt }) => expiresAt > now);

/** By the merchant's mode; a caller that names one of the keys in Wechatpay-Serial gets that one, as during a migration. */
export function signingKey(pay: PayState, merchant: Merchant | null, asked = ''): SigningKey {
  const publicKey = pay.publicKey!;
  const certificate = pay.certificates.at(-1)!;
  const byPublicKey = asked === publicKey.id || (asked !== certificate.serial && merchant?.settings.verification !== 'certificate');
  return byPublicKey ? { serial: publicKey.id, key: keyOf(publicKey.privateKey) } : { serial: certificate.serial, key: keyOf(certificate.privateKey) };
}
