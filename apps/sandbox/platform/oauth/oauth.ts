import { randomBytes } from 'node:crypto';
import { fail } from '../errcodes/error.ts';

export type Scope = 'snsapi_base' | 'snsapi_userinfo';

interface Grant {
  openid: string;
  scope: Scope;
  expiresAt: number;
}
/** Per-person tokens: nothing to do with the API's access_token (contract 18). */
export interface OAuth {
  codes: Map<string, Grant & { used: boolean }>;
  tokens: Map<string, Grant>;
  refreshTokens: Map<string, Grant>;
}
export const newOAuth = (): OAuth => ({ codes: new Map(), tokens: new Map(), refreshTokens: new Map() });

const CODE_LIFE = 300_000;
export const TOKEN_LIFE = 7_200_000;
const REFRESH_LIFE = 30 * 86_400_000;

const secret = (): string => randomBytes(60).toString('base64url');

function dropExpired(map: Map<string, Grant>, now: number): void {
  // Insertion order is nearly order of expiry: look only at the oldest.
  for (const [key, grant] of map) {
    if (grant.expiresAt > now) return;
    map.delete(key);
  }
}

export function newCode(oauth: OAuth, openid: string, scope: Scope, now: number): string {
  dropExpired(oauth.codes, now - CODE_LIFE);
  const code = randomBytes(24).toString('hex').slice(0, 32);
  oauth.codes.set(code, { openid, scope, expiresAt: now + CODE_LIFE, used: false });
  return code;
}

/** A code does not age until the function returned is called: stepped time runs on for hours in the milliseconds a visit takes. */
export function holdCode(oauth: OAuth, code: string): () => void {
  const grant = oauth.codes.get(code);
  if (!grant) return () => undefined;
  const { expiresAt } = grant;
  grant.expiresAt = Infinity;
  return () => (grant.expiresAt = expiresAt);
}

/** Single use, five minutes: 40029, 40163, 42003. */
export function useCode(oauth: OAuth, code: string, now: number): Grant {
  const grant = oauth.codes.get(code) ?? fail(40029);
  if (grant.used) fail(40163);
  if (grant.expiresAt <= now) fail(42003);
  grant.used = true;
  return grant;
}

export function issueTokens(oauth: OAuth, grant: Grant, now: number): { token: string; refresh: string } {
  dropExpired(oauth.tokens, now);
  dropExpired(oauth.refreshTokens, now);
  const token = secret();
  const refresh = secret();
  oauth.tokens.set(token, { ...grant, expiresAt: now + TOKEN_LIFE });
  oauth.refreshTokens.set(refresh, { ...grant, expiresAt: now + REFRESH_LIFE });
  return { token, refresh };
}
