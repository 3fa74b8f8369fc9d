import { randomBytes } from 'node:crypto';
import type { QrCode } from '../../world.ts';
import { fail } from '../errcodes/error.ts';

export interface QrCodes {
  byTicket: Map<string, QrCode & { url: string }>;
  /** Permanent ones by scene: asking again gives the same code. */
  permanent: Map<number | string, string>;
}

export const newQrCodes = (): QrCodes => ({ byTicket: new Map(), permanent: new Map() });

export const MOST_PERMANENT = 100_000;

export function createCode(codes: QrCodes, scene: number | string, lifeSeconds: number | null, now: number): QrCode & { url: string } {
  const permanent = lifeSeconds === null;
  const known = permanent ? codes.permanent.get(scene) : undefined;
  if (known) return codes.byTicket.get(known)!;
  if (permanent && codes.permanent.size >= MOST_PERMANENT) fail(45029);
  const code = {
    ticket: `gQ${randomBytes(66).toString('base64').replaceAll('+', 'A')}==`,
    scene,
    permanent,
    createdAt: now,
    expiresAt: permanent ? null : now + lifeSeconds * 1000,
    url: `http://weixin.qq.com/q/${randomBytes(18).toString('base64url')}`,
  };
  codes.byTicket.set(code.ticket, code);
  if (permanent) codes.permanent.set(scene, code.ticket);
  return code;
}

export const isAlive = (code: QrCode, now: number): boolean => code.expiresAt === null || code.expiresAt > now;

export function codeOf(codes: QrCodes, ticket: string, now: number): QrCode | null {
  const code = codes.byTicket.get(ticket);
  return code && isAlive(code, now) ? code : null;
}
