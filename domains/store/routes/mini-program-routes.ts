import { audit, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { listMiniPrograms, saveMiniProgram } from '../mini-programs/mini-programs.ts';
import { pushSettings } from '../mini-programs/push.ts';
import type { StoreRouteDeps } from './deps.ts';
import { exact, Id, name, tags } from './fields.ts';

const MiniProgram = Type.Object({ id: Type.String({ description: 'Where shoppers sign in, it is their `assetId`' }), name, appid: Type.String(), createdAt: Timestamp, changedAt: Timestamp });

/** The mini programs that sell. */
export const miniProgramRoutes: FastifyPluginAsyncTypebox<Pick<StoreRouteDeps, 'miniPrograms'>> = async (app, { miniPrograms }) => {
  app.get('/store/mini-programs', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'Mini programs that sell', operationId: 'listMiniPrograms', response: { 200: Type.Object({ items: Type.Array(MiniProgram) }) } },
  }, async (request) => ({ items: await listMiniPrograms(request.brand, request.brand.brandId) }));

  app.post('/store/mini-programs', {
    config: { permission: 'brand:manage' },
    schema: {
      tags, summary: 'Connect a mini program, or give it a new secret, once WeChat accepts it', operationId: 'saveMiniProgram', description: 'The secret is stored sealed and never shown again.',
      body: Type.Object({ name, appid: Type.String({ pattern: '^wx[0-9a-f]{16}$' }), secret: Type.String({ minLength: 16, maxLength: 64 }) }, exact), response: { 201: MiniProgram },
    },
  }, async (request, reply) => {
    const saved = await saveMiniProgram(request.brand, miniPrograms, request.body, (tx, made) =>
      audit(tx, request, { action: 'mini_program.saved', subject: `mini_program:${made.id}`, after: { name: made.name, appid: made.appid } }));
    return reply.code(201).send(saved);
  });

  app.post('/store/mini-programs/:miniProgramId/push-settings', {
    config: { permission: 'brand:manage' },
    schema: {
      tags, summary: 'URL, Token and EncodingAESKey for the message push of a mini program; written to the audit log', operationId: 'revealMiniProgramPush',
      description: 'With these, WeChat tells of receipts and settlements; in safe mode, as JSON or XML.', params: Type.Object({ miniProgramId: Id }),
      response: { 200: Type.Object({ url: Type.String(), token: Type.String(), aesKey: Type.String() }) },
    },
  }, async (request) => {
    const { miniProgramId } = request.params;
    const settings = await pushSettings(request.brand, miniPrograms, miniProgramId);
    await request.brand.tx((tx) => audit(tx, request, { action: 'mini_program.push_revealed', subject: `mini_program:${miniProgramId}` }));
    return settings;
  });
};
