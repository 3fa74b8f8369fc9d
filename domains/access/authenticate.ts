import { Problem, type Secrets } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import type { Actor } from './actor.ts';
import { findApiKey, permissionsOfKey, type FoundKey } from './api-keys.ts';
import type { Authenticator, Caller } from './http/guard.ts';
import { languageOf } from './http/errors.ts';
import { rolesOnBrand } from './members.ts';
import { permissionsOf, type Permission, type Role } from './permissions.ts';
import { findSession, LONGEST, type SessionUser } from './sessions.ts';

export interface AuthenticateDeps {
  database: Database;
  secrets: Secrets;
  /** The address people type, `https://crm.brand.com`; known once the server listens. */
  baseUrl: () => string;
}

/** Sessions by cookie, API keys by `Authorization: Bearer qn_…`; a header that is there counts and nothing else. */
export const createAuthenticator = (deps: AuthenticateDeps): Authenticator => ({
  async authenticate(request) {
    const header = request.headers.authorization;
    if (header !== undefined) return keyCaller(deps, request, header);
    const token = request.cookies[cookieName(deps)];
    const user = token === undefined ? null : await findSession(deps.database, token);
    if (!user) throw signInFirst();
    if (!isReading(request.method)) requireCsrf(deps.secrets, request, user.sessionHash);
    return userCaller(deps.database, { ...user, language: screenLanguage(request) ?? user.language });
  },
});

/** Ports do not separate cookies, so each installation names its own: two on one machine do not sign each other out. */
export const cookieName = ({ secrets, baseUrl }: AuthenticateDeps): string =>
  `${isSecure(baseUrl()) ? '__Host-' : ''}qn_${secrets.hash('cookie', 'name').slice(0, 8)}`;

const isSecure = (baseUrl: string): boolean => baseUrl.startsWith('https:');

export function setSessionCookie(deps: AuthenticateDeps, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(deps), token, {
    path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(deps.baseUrl()), maxAge: LONGEST / 1000,
  });
}

export function clearSessionCookie(deps: AuthenticateDeps, reply: FastifyReply): void {
  reply.clearCookie(cookieName(deps), { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(deps.baseUrl()) });
}

/** Bound to its session and never stored: a page of another origin can neither read nor guess it. */
export const csrfToken = (secrets: Secrets, sessionHash: string): string => secrets.hash(sessionHash, 'csrf');

/** The console says the language of its screen as one bare tag; for a file opened by its address, where the browser lists its own, the user's choice counts. */
function screenLanguage(request: FastifyRequest): Actor['language'] | null {
  const said = request.headers['accept-language'];
  return said === 'zh' || said === 'en' ? said : null;
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

function requireCsrf(secrets: Secrets, request: FastifyRequest, sessionHash: string): void {
  const expected = Buffer.from(csrfToken(secrets, sessionHash));
  const offered = Buffer.from(String(request.headers['x-qingniao-csrf'] ?? ''));
  if (offered.length === expected.length && timingSafeEqual(offered, expected)) return;
  throw new Problem('csrf', 403, {
    zh: '页面已过期，请刷新后重试。', en: 'This page is out of date. Reload it and try again.',
  });
}

function userCaller(database: Database, user: SessionUser): Caller {
  const actorWith = (held: { role: Role; region: string | null }[]): Actor | null => {
    if (held.length === 0) return null;
    const approving = held.filter(({ role }) => permissionsOf([role]).has('pushes:approve'));
    const everywhere = approving.some(({ region }) => region === null);
    return {
      ...actorOf(user),
      roles: [...new Set(held.map(({ role }) => role))],
      regions: everywhere ? [] : approving.flatMap(({ region }) => region ?? []),
      permissions: permissionsOf(held.map(({ role }) => role)).add('self').add('known'),
    };
  };
  return {
    sessionHash: user.sessionHash,
    language: user.language,
    alone: () => actorOf(user),
    onBrand: async (brandId) => actorWith(await rolesOnBrand(database.system, brandId, user.userId)),
    onOrganisation: async (organisationId) => actorWith(await database.system.query(
      'select role, region from organisation_role where organisation_id = $1 and user_id = $2', [organisationId, user.userId],
    )),
  };
}

const actorOf = (user: SessionUser): Actor => ({
  kind: 'user', id: user.userId, name: user.email, roles: [], regions: [],
  permissions: new Set(['self', 'known'] as const), language: user.language,
});

async function keyCaller({ database }: AuthenticateDeps, request: FastifyRequest, header: string): Promise<Caller> {
  const token = /^Bearer (qn_[\w-]+)$/.exec(header)?.[1];
  const key = token === undefined ? null : await findApiKey(database, token);
  if (!key) {
    throw new Problem('wrong_key', 401, { zh: 'API 密钥无效、已撤销或已过期。', en: 'The API key is unknown, revoked or expired.' });
  }
  const language = languageOf(request);
  return {
    sessionHash: null,
    language,
    alone: () => keyActor(key, language, []),
    onBrand: async (brandId) => {
      const held = key.brandIds.includes(brandId) ? await permissionsOfKey(database.system, key, brandId) : null;
      return held && keyActor(key, language, held);
    },
    onOrganisation: async () => null,
  };
}

const keyActor = (key: FoundKey, language: Actor['language'], held: readonly Permission[]): Actor => ({
  kind: 'key', id: key.id, name: key.name, madeBy: key.createdBy, roles: [], regions: [],
  permissions: new Set([...held, 'known' as const]), language,
});

const signInFirst = () => new Problem('signed_out', 401, { zh: '请先登录。', en: 'Sign in first.' });
