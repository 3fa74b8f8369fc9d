import { randomBytes } from 'node:crypto';
import { fail } from '../errcodes/error.ts';
import { beijingDay } from '../time/clock.ts';

const LIFE = 7_200_000;
const OVERLAP = 300_000;
const FORCED_PER_DAY = 20;
const FORCED_GAP = 30_000;

interface Issued {
  value: string;
  expiresAt: number;
}
/** One family: `token` or `stable_token`. They never invalidate each other (contract 6.1). */
interface Family {
  current: Issued | null;
  /** Still good until its own expiry: the overlap after a renewal. */
  previous: Issued | null;
}
export interface Tokens {
  plain: Family;
  stable: Family;
  forcedDay: number;
  forcedCount: number;
  forcedAt: number;
}

export const newTokens = (): Tokens => ({
  plain: { current: null, previous: null },
  stable: { current: null, previous: null },
  forcedDay: 0,
  forcedCount: 0,
  forcedAt: -Infinity,
});

/** Tokens carry their account's appid, as real ones do in their own way: 138 characters. */
const issue = (appid: string, now: number): Issued => ({
  value: `${randomBytes(2).readUInt16BE() % 90 + 10}_${appid.slice(2)}${randomBytes(90).toString('base64url')}`.slice(0, 138),
  expiresAt: now + LIFE,
});

function renew(family: Family, appid: string, now: number): Issued {
  const old = family.current;
  family.previous = old && old.expiresAt > now ? { value: old.value, expiresAt: Math.min(old.expiresAt, now + OVERLAP) } : null;
  return (family.current = issue(appid, now));
}

/** `GET /cgi-bin/token`: always a new one; the one before stays good for five minutes. */
export const plainToken = (tokens: Tokens, appid: string, now: number): Issued => renew(tokens.plain, appid, now);

/** `POST /cgi-bin/stable_token`: the same one until five minutes before its end. */
export function stableToken(tokens: Tokens, appid: string, now: number, force: boolean): Issued {
  const { stable } = tokens;
  if (force) {
    const day = beijingDay(now);
    if (tokens.forcedDay !== day) Object.assign(tokens, { forcedDay: day, forcedCount: 0 });
    if (tokens.forcedCount >= FORCED_PER_DAY) fail(45009, 'force_refresh');
    if (now - tokens.forcedAt < FORCED_GAP) fail(45011, 'force_refresh');
    Object.assign(tokens, { forcedCount: tokens.forcedCount + 1, forcedAt: now });
    stable.previous = null;
    return (stable.current = issue(appid, now));
  }
  const held = stable.current;
  return held && held.expiresAt - now > OVERLAP ? held : renew(stable, appid, now);
}

export const looksLikeToken = (value: string): boolean => /^\d\d_[0-9a-f]{16}[A-Za-z0-9_-]{60,}$/.test(value);
export const appidOfToken = (value: string): string => `wx${value.slice(3, 19)}`;

/** Throws 40001 for a token that was replaced, 42001 for one whose time is over. */
export function checkToken(tokens: Tokens, value: string, now: number): void {
  for (const family of [tokens.plain, tokens.stable]) {
    for (const issued of [family.current, family.previous]) {
      if (issued?.value !== value) continue;
      if (issued.expiresAt <= now) fail(issued === family.current ? 42001 : 40001);
      return;
    }
  }
  fail(40001);
}
