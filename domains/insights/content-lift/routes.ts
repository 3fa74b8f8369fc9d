import { BothTexts, nullable, oneOf, seesOnlyAggregates } from '@qingniao/access';
import { contentTypeNames } from '@qingniao/content';
import { forbidden } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { scopeOf } from '../asked.ts';
import { type InsightRoutesDeps, ScopeQuery, tags } from '../route-fields.ts';
import { LEAST } from './compare.ts';
import { contentLift, liftMeasures, liftNote, type LiftMeasure } from './content-lift.ts';

const Side = Type.Object({ n: Type.Integer({ description: 'Articles, or pushes' }), rate: nullable(Type.Number()) });
const LiftView = Type.Object({
  with: Side, without: Side,
  lift: nullable(Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() }, { description: 'In parts of the rate without; 95 % interval' })),
  verdict: oneOf(['too_few', 'higher', 'lower', 'none_shown']),
});
const Measures = Type.Object({ opens: LiftView, engaged: LiftView, lost: LiftView });
const measureIds = Object.keys(liftMeasures) as LiftMeasure[];

export const contentLiftRoutes: FastifyPluginAsyncTypebox<Pick<InsightRoutesDeps, 'warehouse'>> = async (app, { warehouse }) => {
  app.get('/insights/content-lift', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'What articles of each content type (L-04) and of content partners (L-06) achieved beside the others', operationId: 'contentLift',
      description: 'Not for who sees aggregates only: a few pushes would tell of a few people.', querystring: Type.Object(ScopeQuery),
      response: { 200: Type.Object({
        least: Type.Integer(), note: BothTexts,
        measures: Type.Array(Type.Object({ id: oneOf(measureIds), name: BothTexts, definition: BothTexts, better: oneOf(['higher', 'lower']) })),
        partners: Type.Array(Type.Object({ partnerId: nullable(Type.String({ description: 'Null: all partners together' })), name: nullable(Type.String()), measures: Measures })),
        types: Type.Array(Type.Object({ contentType: oneOf(contentTypeNames), measures: Measures })),
      }) },
    },
  }, async ({ actor, brand, query }) => {
    if (seesOnlyAggregates(actor)) throw forbidden();
    return {
      least: LEAST, note: liftNote, measures: measureIds.map((id) => ({ id, ...liftMeasures[id] })),
      ...await contentLift({ brand, warehouse }, scopeOf(brand, query)),
    };
  });
};
