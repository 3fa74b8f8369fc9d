import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { fail } from '../errcodes/error.ts';
import type { ClientCode, MiniProgram, PhoneNumber } from './state.ts';

const LIFE = 300_000;
const LOGINS_A_MINUTE = 100;

function dropExpired(codes: Map<string, ClientCode>, now: number): void {
  // Insertion order is order of expiry: look only at the oldest. Used ones stay long enough to answer 40163.
  for (const [key, code] of codes) {
    if (code.expiresAt + LIFE > now) return;
    codes.delete(key);
  }
}

/** What wx.login hands to the page. */
export function newLogin(mini: MiniProgram, openid: string, now: number): string {
  dropExpired(mini.logins, now);
  const code = `0${randomBytes(24).toString('base64url').slice(0, 31)}`;
  mini.logins.set(code, { openid, expiresAt: now + LIFE, used: false });
  return code;
}

/** What the button hands to the page (`e.detail.code`). */
export function newPhoneCode(mini: MiniProgram, openid: string, phone: PhoneNumber, now: number): string {
  dropExpired(mini.phoneCodes, now);
  const code = randomBytes(32).toString('hex');
  mini.phoneCodes.set(code, { openid, phone, expiresAt: now + LIFE, used: false });
  return code;
}

/** 40029 for a code that is unknown or too old, 40163 for one that was used. */
export function useCode<Code extends ClientCode>(codes: ReadonlyMap<string, Code>, text: string, now: number): Code {
  const code = codes.get(text) ?? fail(40029);
  if (code.used) fail(40163);
  if (code.expiresAt <= now) fail(40029);
  code.used = true;
  return code;
}

/** A new session key: 16 bytes, base64. 45011 above a hundred a minute of one person. */
export function startSession(mini: MiniProgram, openid: string, now: number): string {
  const minute = Math.floor(now / 60_000);
  const held = mini.sessions.get(openid);
  const inMinute = held?.minute === minute ? held.inMinute + 1 : 1;
  if (inMinute > LOGINS_A_MINUTE) fail(45011);
  const key = randomBytes(16).toString('base64');
  mini.sessions.set(openid, { key, minute, inMinute });
  return key;
}

/** A person has the same number in every mini program: made from who they are, unless somebody says another. */
export function phoneOf(unionid: string): PhoneNumber {
  const digits = BigInt(`0x${createHash('sha256').update(unionid).digest('hex').slice(0, 15)}`) % 100_000_000n;
  return { countryCode: '86', number: `199${String(digits).padStart(8, '0')}` };
}

export interface EncryptedData {
  encryptedData: string;
  iv: string;
  rawData: string;
  signature: string;
}

/** The client's encryptedData (mini-program 1.3): AES-128-CBC by the session key, with the watermark. */
export function encryptForServer(sessionKey: string, appid: string, data: Readonly<Record<string, unknown>>, now: number): EncryptedData {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv);
  const text = JSON.stringify({ ...data, watermark: { timestamp: Math.floor(now / 1000), appid } });
  const rawData = JSON.stringify(data);
  return {
    encryptedData: Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64'),
    iv: iv.toString('base64'),
    rawData,
    signature: createHash('sha1').update(rawData + sessionKey).digest('hex'),
  };
}
