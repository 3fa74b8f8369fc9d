import { type KeyObject, createPrivateKey, createPublicKey } from 'node:crypto';
import { badRequest } from '@qingniao/kernel';
import type { PlatformKey, Signer } from './signature.ts';

/** What the merchant console holds (11). Secrets: never logged, never in an error. */
export interface PayMerchant {
  mchid: string;
  /** Of the merchant's API certificate, hex. */
  serialNo: string;
  /** PEM of that certificate's key (apiclient_key.pem). */
  privateKey: string;
  /** 32 bytes. */
  apiV3Key: string;
  /** WeChat Pay's public key; new merchants have only this. Without it the platform's certificates are fetched. */
  publicKey?: { /** `PUB_KEY_ID_…` */ id: string; pem: string } | null;
}

/** The merchant's keys, ready for use. Throws Problem 422 `pay_merchant` with the field that cannot be what it should. */
export function openMerchant({ mchid, serialNo, apiV3Key, ...given }: PayMerchant): { signer: Signer; apiV3Key: string; publicKey: PlatformKey | null } {
  if (Buffer.byteLength(apiV3Key) !== 32) wrongKey('apiV3Key', 'APIv3 密钥必须是 32 个字节。', 'An APIv3 key has 32 bytes.');
  return { signer: { mchid, serialNo, privateKey: readPrivateKey(given.privateKey) }, apiV3Key, publicKey: given.publicKey ? readPublicKey(given.publicKey) : null };
}

function readPrivateKey(pem: string): KeyObject {
  const key = tryKey(() => createPrivateKey(pem));
  return key ?? wrongKey('privateKey', '商户 API 私钥不是有效的 RSA 私钥（apiclient_key.pem）。', "The merchant's private key is not a valid RSA key (apiclient_key.pem).");
}

function readPublicKey({ id, pem }: { id: string; pem: string }): PlatformKey {
  if (!/^PUB_KEY_ID_[0-9A-Za-z]+$/.test(id)) wrongKey('publicKey.id', '微信支付公钥 ID 应以 PUB_KEY_ID_ 开头。', "The public key's id begins with PUB_KEY_ID_.");
  const key = tryKey(() => createPublicKey(pem)) ?? wrongKey('publicKey.pem', '微信支付公钥不是有效的 RSA 公钥（pub_key.pem）。', "WeChat Pay's public key is not a valid RSA key (pub_key.pem).");
  return { serial: id, key, validFrom: -Infinity, validUntil: Infinity };
}

function tryKey(make: () => KeyObject): KeyObject | null {
  try {
    const key = make();
    return key.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null;
  }
}

export function wrongKey(field: string, zh: string, en: string): never {
  throw badRequest('pay_merchant', { zh, en }, { field });
}
