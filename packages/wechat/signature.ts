import { createHash, timingSafeEqual } from 'node:crypto';

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

/** `signature` of every push and of the verification GET (official-account 2.2). It does not cover the body. */
export const plainSignature = (token: string, timestamp: string, nonce: string): string =>
  sha1([token, timestamp, nonce].sort().join(''));

/** `msg_signature` of compat and safe mode: covers the ciphertext (official-account 2.3). */
export const messageSignature = (token: string, timestamp: string, nonce: string, encrypted: string): string =>
  sha1([token, timestamp, nonce, encrypted].sort().join(''));

/** Compares in constant time; anything but a 40-character hex text is simply unequal. */
export function signatureEquals(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false;
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

export interface JssdkPage {
  ticket: string;
  nonce: string;
  /** Unix seconds. */
  timestamp: number;
  /** The page's address as the browser has it; the `#fragment` is cut off here. */
  url: string;
}

/** The signature `wx.config` wants (official-account 19): fixed key order, url not encoded. */
export function jssdkSignature(page: JssdkPage): string {
  const url = page.url.split('#', 1)[0];
  return sha1(`jsapi_ticket=${page.ticket}&noncestr=${page.nonce}&timestamp=${page.timestamp}&url=${url}`);
}
