import { Timestamp } from '@qingniao/access';
import { now, type Secrets } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { issuePass, PREVIEW } from '../shop/shoppers.ts';

/** Milliseconds; the console asks again when somebody looks again. */
const PREVIEWED_FOR = 3_600_000;

export const previewRoutes: FastifyPluginAsyncTypebox<{ secrets: Secrets }> = async (app, { secrets }) => {
  app.post('/store/previews', {
    config: { permission: 'store:read' },
    schema: {
      tags: ['store'], summary: 'A code that signs into the shop for looking around: it orders and keeps nothing', operationId: 'previewShop',
      response: { 201: Type.Object({ code: Type.String(), expiresAt: Timestamp }) },
    },
  }, async (request, reply) => {
    const code = issuePass(secrets, { brandId: request.brand.brandId, ...PREVIEW }, PREVIEWED_FOR);
    return reply.code(201).send({ code, expiresAt: new Date(now() + PREVIEWED_FOR) });
  });
};
