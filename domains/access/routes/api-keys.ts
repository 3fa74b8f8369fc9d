import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { createApiKey, listApiKeys, revokeApiKey } from '../api-keys.ts';
import { createAuthenticator } from '../authenticate.ts';
import { nullable, Timestamp } from '../http/fields.ts';
import type { AccessDeps } from './deps.ts';
import { PermissionName } from './session.ts';

const tags = ['api keys'];

/** Under /api/brands/:brandId. */
export const apiKeyRoutes: FastifyPluginAsyncTypebox<AccessDeps> = async (app, deps) => {
  const { database } = deps;
  const authenticator = createAuthenticator(deps);

  app.get('/api-keys', {
    config: { permission: 'keys:manage' },
    schema: {
      tags, summary: 'List API keys', operationId: 'listApiKeys',
      response: {
        200: Type.Object({
          items: Type.Array(Type.Object({
            id: Type.String(), name: Type.String(), prefix: Type.String(), permissions: Type.Array(PermissionName), brandCount: Type.Integer(),
            createdByName: nullable(Type.String()), createdAt: Timestamp, expiresAt: nullable(Timestamp), lastUsedAt: nullable(Timestamp),
          })),
        }),
      },
    },
  }, async (request) => ({ items: await listApiKeys(database, request.brand.brandId) }));

  app.post('/api-keys', {
    config: { permission: 'keys:manage' },
    schema: {
      tags, summary: 'Make an API key', operationId: 'createApiKey', description: 'The token is shown this once.',
      body: Type.Object({
        name: Type.String({ minLength: 1, maxLength: 60 }),
        permissions: Type.Array(PermissionName, { minItems: 1, uniqueItems: true }),
        otherBrandIds: Type.Array(Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), { default: [], maxItems: 100, description: 'Besides this brand; the maker must hold the same permissions there.' }),
        expiresAt: nullable(Type.String({ format: 'date-time' })),
      }, { additionalProperties: false }),
      response: { 201: Type.Object({ id: Type.String(), prefix: Type.String(), token: Type.String() }) },
    },
  }, async (request, reply) => {
    const { name, permissions, otherBrandIds, expiresAt } = request.body;
    const { brandId } = request.brand;
    const caller = await authenticator.authenticate(request);
    const made = await createApiKey(
      database,
      { name, permissions, brandIds: [brandId, ...otherBrandIds], expiresAt: expiresAt === null ? null : new Date(expiresAt) },
      (id) => caller.onBrand(id),
    );
    return reply.code(201).send(made);
  });

  app.delete('/api-keys/:keyId', {
    config: { permission: 'keys:manage' },
    schema: {
      tags, summary: 'Take this brand away from an API key', operationId: 'revokeApiKey',
      params: Type.Object({ keyId: Type.String() }), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    await revokeApiKey(database, request.actor, request.brand.brandId, request.params.keyId);
    return reply.code(204).send(null);
  });
};
