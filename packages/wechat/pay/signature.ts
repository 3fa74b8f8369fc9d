import { type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import type { NoticeRefusal } from './types.ts';

const SCHEME = 'WECHATPAY2-SHA256-RSA2048';
/** Seconds our clock and the platform's may differ (11.1, 11.2). */
const SKEW = 300;

/** Who signs requests. */
export interface Signer {
  mchid: string;
  /** Of the merchant's API certificate. */
  serialNo: string;
  privateKey: KeyObject;
}

/** A key the platform signs with: its public key (`PUB_KEY_ID_…`, without end) or a certificate (hex). */
export interface PlatformKey {
  serial: string;
  key: KeyObject;
  /** Milliseconds since the epoch. */
  validFrom: number;
  validUntil: number;
}

/** As Node gives them: lower-case names. */
export type WireHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Every signed text of v3: its lines, each ended by a line feed, the last one too. */
const lines = (...parts: readonly string[]): string => parts.map((part) => `${part}\n`).join('');

export const newNonce = (): string => randomBytes(16).toString('hex').toUpperCase();

/** RSA PKCS#1 v1.5 with SHA-256, base64. */
export const signLines = (privateKey: KeyObject, ...parts: readonly string[]): string =>
  sign('RSA-SHA256', Buffer.from(lines(...parts)), privateKey).toString('base64');

/** The Authorization of a request (11.1). `target` is path and query exactly as sent, `body` empty for GET. */
export function authorization(
  { mchid, serialNo, privateKey }: Signer,
  request: { method: string; target: string; body: string },
  /** Unix seconds. */
  timestamp: number,
  nonce = newNonce(),
): string {
  const signature = signLines(privateKey, request.method, request.target, String(timestamp), nonce, request.body);
  return `${SCHEME} mchid="${mchid}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${serialNo}",signature="${signature}"`;
}

/** `paySign` of `wx.requestPayment` (11.4): JSAPI and mini programs sign `prepay_id=…`, not the bare id. */
export const paySignature = (privateKey: KeyObject, appid: string, timestamp: string, nonce: string, prepayPackage: string): string =>
  signLines(privateKey, appid, timestamp, nonce, prepayPackage);

export type SignatureCheck =
  | { ok: true }
  | { ok: false; refusal: Extract<NoticeRefusal, 'probe' | 'headers' | 'timestamp' | 'serial' | 'signature'>; detail: string };

/**
 * Checks what the platform signed, an answer or a notice (11.2). `body` are the bytes as they came, empty for a 204.
 * It must have been signed within five minutes of `from` … `to` (milliseconds; for a notice both are now).
 */
export function checkSignature(
  keys: readonly PlatformKey[],
  headers: WireHeaders,
  body: Uint8Array,
  { from, to }: { from: number; to: number },
): SignatureCheck {
  const header = (name: string): string => {
    const value = headers[`wechatpay-${name}`];
    return typeof value === 'string' ? value : '';
  };
  const [timestamp, nonce, signature, serial] = [header('timestamp'), header('nonce'), header('signature'), header('serial')];
  const type = headers['wechatpay-signature-type'];
  if (signature.startsWith('WECHATPAY/SIGNTEST/')) return refuse('probe', 'a signature made to be refused');
  if (!/^\d{1,12}$/.test(timestamp) || nonce === '' || signature === '' || serial === '') return refuse('headers', 'a signature header is missing');
  if (type !== undefined && type !== SCHEME) return refuse('headers', 'a signature type other than RSA');
  const at = Number(timestamp);
  if (at < Math.floor(from / 1000) - SKEW || at > Math.floor(to / 1000) + SKEW) return refuse('timestamp', 'signed more than 300 s from our clock');
  const found = keys.find((key) => key.serial === serial && key.validFrom <= to && to < key.validUntil);
  if (!found) return refuse('serial', `no valid key ${serial.slice(0, 64)}`);
  const signed = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
  return verify('RSA-SHA256', signed, found.key, Buffer.from(signature, 'base64')) ? { ok: true } : refuse('signature', 'the signature does not hold');
}

const refuse = (refusal: Extract<SignatureCheck, { ok: false }>['refusal'], detail: string): SignatureCheck => ({ ok: false, refusal, detail });
