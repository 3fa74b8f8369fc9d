import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import plugin from 'fastify-plugin';
import { createAuthenticator } from '../authenticate.ts';
import { guard } from '../http/guard.ts';
import { apiKeyRoutes } from './api-keys.ts';
import { auditRoutes, organisationAuditRoutes } from './audit.ts';
import { brandRoutes, organisationRoutes, overviewRoutes } from './brands.ts';
import type { AccessDeps } from './deps.ts';
import { brandMemberRoutes, organisationMemberRoutes } from './members.ts';
import { sessionRoutes } from './session.ts';

export type { AccessDeps } from './deps.ts';

/** Cookies and the guard: registered before any route of any room. */
export const accessGuard = plugin(async (app: FastifyInstance, deps: AccessDeps) => {
  await app.register(cookie);
  await app.register(guard, { database: deps.database, authenticator: createAuthenticator(deps) });
}, { name: 'access' });

/** All routes of this room, under /api. */
export const accessRoutes: FastifyPluginAsync<AccessDeps> = async (app, { database, secrets, mailer, baseUrl, subjectNames = {} }) => {
  // Picked one by one: Fastify puts this plugin's own prefix among its options.
  const deps: AccessDeps = { database, secrets, mailer, baseUrl, subjectNames };
  await app.register(sessionRoutes, deps);
  await app.register(overviewRoutes, deps);
  for (const routes of [organisationRoutes, organisationMemberRoutes, organisationAuditRoutes]) {
    await app.register(routes, { ...deps, prefix: '/organisations/:organisationId' });
  }
  for (const routes of [brandRoutes, brandMemberRoutes, apiKeyRoutes, auditRoutes]) {
    await app.register(routes, { ...deps, prefix: '/brands/:brandId' });
  }
};
