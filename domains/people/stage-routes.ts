import { audit, nullable, seesOnlyAggregates, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { PeopleRouteOptions } from './routes.ts';
import { stagesInTens } from './stages-in-tens.ts';
import { changeStageRules, countStages, stageRulesOf } from './stages.ts';

const Condition = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9-]+$' }),
  events: Type.Array(Type.String({ maxLength: 60, pattern: '^[a-z_]+(\\.[a-z_]+)?$' }), { minItems: 1, maxItems: 20 }),
  minus: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20, description: 'Events that take one back, as a refund does an order' })),
  where: Type.Optional(Type.Record(Type.String(), Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean()]), { maxItems: 50 }))),
  atLeast: Type.Integer({ minimum: 1, maximum: 1000 }),
}, { additionalProperties: false });
const conditions = Type.Array(Condition, { maxItems: 20, description: 'Any one puts a person in the stage' });
const Rules = Type.Object({ prospect: conditions, new: conditions, recurring: conditions }, { additionalProperties: false });
const Stored = Type.Object({ version: Type.Integer({ description: '0: the defaults' }), rules: Rules, createdAt: nullable(Timestamp), createdBy: nullable(Type.String()) });
const count = nullable(Type.Integer({ description: 'For head office in tens; null where it may not see it: under ten people, or one such a count could be computed from' }));

export const stageRoutes: FastifyPluginAsyncTypebox<PeopleRouteOptions> = async (app) => {
  const tags = ['stages'];

  app.get('/stages', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'People by stage', operationId: 'countStages', response: { 200: Type.Object({ lead: count, prospect: count, new: count, recurring: count }) } },
  }, async ({ actor, brand }) => {
    const counts = await countStages(brand, brand.brandId);
    return seesOnlyAggregates(actor) ? stagesInTens(counts) : counts;
  });

  app.get('/stages/rules', {
    config: { permission: 'brand:read' },
    schema: { tags, summary: 'The stage rules', operationId: 'getStageRules', response: { 200: Stored } },
  }, (request) => stageRulesOf(request.brand, request.brand.brandId));

  app.put('/stages/rules', {
    config: { permission: 'brand:manage' },
    schema: {
      tags, summary: 'Change the stage rules', operationId: 'changeStageRules', description: 'Everybody moves to where the new rules say, history included.',
      body: Type.Object({ rules: Rules }, { additionalProperties: false }), response: { 200: Stored },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const before = await stageRulesOf(tx, request.brand.brandId);
    await audit(tx, request, { action: 'stages.changed', subject: 'stage_rules', before: before.rules, after: request.body.rules });
    return changeStageRules(tx, request.brand.brandId, request.body.rules, request.actor.id);
  }));
};
