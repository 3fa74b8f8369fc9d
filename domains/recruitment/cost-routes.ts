import { audit, Day, decodeCursor, nullable, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { forbidden } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { listCosts, recordCost, removeCost, seesCosts } from './costs.ts';
import { Group, tags } from './route-fields.ts';

const Cost = Type.Object({
  id: Type.String(), channelId: nullable(Type.String()), channelName: nullable(Type.String()), sourceGroup: nullable(Group), day: Day, fen: Type.Integer(), note: Type.String(), createdAt: Timestamp,
});
const CostBody = Type.Object(
  { channelId: nullable(Type.String()), sourceGroup: nullable(Group), day: Day, fen: Type.Integer({ maximum: 100_000_000_000 }), note: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
);
const Id = Type.Object({ id: Type.String() });

/** Money spent on recruiting. */
export const costRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/recruitment/costs', {
    config: { permission: 'recruitment:read' },
    schema: { tags, summary: 'Money spent on recruiting', description: 'For `finance:read` or `recruitment:write`.', operationId: 'listCosts', querystring: Type.Object({ ...pageQuery, from: Day, to: Day }), response: { 200: pageReply(Cost) } },
  }, async ({ actor, brand, query: { cursor, limit, from, to } }) => {
    if (!seesCosts(actor)) throw forbidden();
    const after = decodeCursor(brand, cursor, ['day', 'string']) as [string, string] | null;
    return pageOf(await listCosts(brand, from, to, after, limit + 1), limit, brand, (row) => [row.day, row.id]);
  });

  app.post('/recruitment/costs', {
    config: { permission: 'recruitment:write' },
    schema: { tags, summary: 'Record a cost', operationId: 'recordCost', body: CostBody, response: { 201: Id } },
  }, async (request, reply) => {
    const id = await request.brand.tx(async (tx) => {
      const made = await recordCost(tx, request.brand.brandId, request.body, request.actor.name);
      await audit(tx, request, { action: 'cost.recorded', subject: `cost:${made}`, after: request.body });
      return made;
    });
    return reply.code(201).send({ id });
  });

  app.delete('/recruitment/costs/:costId', {
    config: { permission: 'recruitment:write' },
    schema: { tags, summary: 'Remove a cost entry', operationId: 'removeCost', params: Type.Object({ costId: Type.String() }), response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await request.brand.tx(async (tx) => {
      const removed = await removeCost(tx, request.brand.brandId, request.params.costId);
      await audit(tx, request, { action: 'cost.removed', subject: `cost:${removed.id}`, before: removed });
    });
    return reply.code(204).send(null);
  });
};
