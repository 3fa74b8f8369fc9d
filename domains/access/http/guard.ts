import { forbidden, notFound, Problem, type Language } from '@qingniao/kernel';
import type {} from '@fastify/swagger';
import type { BrandDatabase, Database } from '@qingniao/storage';
import type { FastifyPluginAsync, FastifyRequest, RouteOptions } from 'fastify';
import plugin from 'fastify-plugin';
import { Type, type TSchema } from 'typebox';
import type { Actor } from '../actor.ts';
import { isPermission, type Permission } from '../permissions.ts';
import { languageOf } from './errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route. */
    permission?: Permission;
    /** No sign-in at all. */
    public?: true;
  }
  interface FastifyRequest {
    /** Set on every route that is not public. */
    actor: Actor;
    /** Set on routes under /api/brands/:brandId. */
    brand: BrandDatabase;
    /** Set on routes under /api/organisations/:organisationId. */
    organisationId: string;
    language: Language;
    /** SHA-256 of the session cookie's token, when a session (not an API key) is calling. */
    sessionHash: string | null;
  }
}

/** How a request proves who it is; `access` supplies it, tests may supply their own. */
export interface Authenticator {
  /** Throws Problem 401 when nobody valid is calling, 403 `csrf` when a session writes without its header. */
  authenticate(request: FastifyRequest): Promise<Caller>;
}

/** Somebody known, before it is clear for which brand. */
export interface Caller {
  sessionHash: string | null;
  language: Language;
  /** Null when the caller has nothing to do with this brand: it does not exist for them. */
  onBrand(brandId: number): Promise<Actor | null>;
  onOrganisation(organisationId: string): Promise<Actor | null>;
  /** On routes of neither: what anybody signed in may do. */
  alone(): Actor;
}

export interface GuardOptions {
  database: Database;
  authenticator: Authenticator;
}

const guardPlugin: FastifyPluginAsync<GuardOptions> = async (app, { database, authenticator }) => {
  app.decorateRequest('actor');
  app.decorateRequest('brand');
  app.decorateRequest('organisationId');
  app.decorateRequest('language');
  app.decorateRequest('sessionHash', null);

  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api')) return;
    refuseUnguarded(route);
    declareScope(route);
  });

  app.addHook('onRequest', async (request) => {
    const config = request.routeOptions.config;
    request.language = languageOf(request);
    refuseForeignPages(request);
    if (request.is404 || config.public || !request.routeOptions.url?.startsWith('/api')) return;
    const caller = await authenticator.authenticate(request);
    request.sessionHash = caller.sessionHash;
    request.language = caller.language;
    request.actor = await actorFor(request, caller);
    if (!config.permission || !request.actor.permissions.has(config.permission)) throw forbidden();
  });

  async function actorFor(request: FastifyRequest, caller: Caller): Promise<Actor> {
    const params = request.params as Record<string, string>;
    if (params['brandId'] !== undefined) {
      const brandId = readBrandId(params['brandId']);
      const actor = brandId === null ? null : await caller.onBrand(brandId);
      if (brandId === null || !actor) throw brandNotFound();
      request.brand = database.forBrand(brandId);
      return actor;
    }
    if (params['organisationId'] !== undefined) {
      const actor = await caller.onOrganisation(params['organisationId']);
      if (!actor) throw notFound({ zh: '该集团', en: 'organisation' });
      request.organisationId = params['organisationId'];
      return actor;
    }
    return caller.alone();
  }
};

/**
 * Registers the rules every route obeys: a permission or `public: true`, checked before the body
 * is read. An unknown brand and somebody else's brand answer the same 404.
 */
export const guard = plugin(guardPlugin, { name: 'access-guard' });

const brandNotFound = (): Problem => notFound({ zh: '该品牌', en: 'brand' });

function refuseUnguarded(route: RouteOptions): void {
  const { permission, public: open } = route.config ?? {};
  const named = permission !== undefined && isPermission(permission);
  if (named === (open === true)) {
    throw new Error(`${String(route.method)} ${route.url}: give config either { permission } or { public: true }`);
  }
}

const brandId = Type.Integer({ minimum: 1, description: 'Brand' });
const organisationId = Type.String({ maxLength: 64, description: 'Organisation' });

/** Browsers say when another site's page is behind a request; signing somebody in that way is refused too. */
function refuseForeignPages(request: FastifyRequest): void {
  const { authorization, 'sec-fetch-site': site } = request.headers;
  const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  if (!writes || site !== 'cross-site' || authorization !== undefined || !request.routeOptions.url?.startsWith('/api')) return;
  throw new Problem('csrf', 403, { zh: '不接受来自其他网站的操作。', en: 'Requests from other sites’ pages are refused.' });
}

/** The prefix brings a parameter the room's own schema does not know. */
function declareScope(route: RouteOptions): void {
  for (const [name, schema] of Object.entries({ brandId, organisationId })) {
    if (!route.url.includes(`/:${name}`)) continue;
    const params = route.schema?.params as (TSchema & { properties?: Record<string, TSchema>; required?: string[] }) | undefined;
    if (params?.properties?.[name]) continue;
    const properties = { [name]: schema, ...params?.properties };
    route.schema = {
      ...route.schema,
      params: { type: 'object', properties, required: [name, ...(params?.required ?? [])] },
    };
  }
}

/** A positive 31-bit integer, written the one way; anything else is no brand. */
function readBrandId(text: string): number | null {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  return id > 0 && id <= 2_147_483_647 ? id : null;
}
