import { audit, isFew, nullable, seesOnlyAggregates, Timestamp, type Actor } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { nowDate } from '@qingniao/kernel';
import type { Warehouse } from '@qingniao/storage';
import { Type } from 'typebox';
import { PushParams } from '../reply.ts';
import { changeCost } from './cost.ts';
import { pushSales, WINDOW_DAYS, type PushSales, type Sales } from './sales.ts';

const tags = ['pushes'];
const fen = nullable(Type.Integer({ minimum: 0, maximum: 100_000_000_000, description: 'Fen' }));
const Cost = Type.Object({
  productionFen: fen, partnerFen: fen,
}, { additionalProperties: false, description: 'As the team typed it: production, and partners' });
const count = nullable(Type.Integer({ description: 'Null where head office may not see it' }));
const figures = {
  visitors: count, visits: count, buyers: count, orders: count, unpriced: nullable(Type.Integer({ description: 'Orders whose amount WeChat does not tell' })),
  revenueFen: nullable(Type.Integer({ description: 'Fen, of orders whose amount is known' })),
};
const Reply = Type.Object({
  ...figures,
  since: nullable(Timestamp),
  windowDays: Type.Integer(),
  cost: nullable(Cost),
  roi: nullable(Type.Number({ description: '(revenue - cost) / cost; null without a cost or an order of known amount' })),
  variants: Type.Array(Type.Object({ number: Type.Integer(), ...figures })),
});

/** Money spent is for those who account for it and those who record it. */
const seesCosts = ({ permissions }: Actor): boolean => permissions.has('finance:read') || permissions.has('pushes:write');

/** No group of one to nine people, and no variants, whose differences would tell of them. */
function withoutSmall(sales: PushSales) {
  const { visitors, visits, buyers, orders, revenueFen, unpriced, roi } = sales;
  const visited = isFew(visitors) ? { visitors: null, visits: null } : { visitors, visits };
  const bought = isFew(buyers) ? { buyers: null, orders: null, revenueFen: null, unpriced: null, roi: null } : { buyers, orders, revenueFen, unpriced, roi };
  return { ...sales, ...visited, ...bought, variants: [] as ({ number: number } & Sales)[] };
}

/** Cost and revenue of a push. */
export const salesRoutes: FastifyPluginAsyncTypebox<{ warehouse: Warehouse }> = async (app, { warehouse }) => {
  app.get('/pushes/:pushId/sales', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'What a push cost and brought: boutique visits and orders by last touch', operationId: 'readPushSales', params: PushParams, response: { 200: Reply },
      description: 'The cost, and what is computed from it, for `finance:read` or `pushes:write`.',
    },
  }, async ({ actor, brand, params }) => {
    const sales = await pushSales(brand, warehouse, params.pushId, nowDate());
    const shown = { windowDays: WINDOW_DAYS, ...(seesOnlyAggregates(actor) ? withoutSmall(sales) : sales) };
    return seesCosts(actor) ? shown : { ...shown, cost: null, roi: null };
  });

  app.put('/pushes/:pushId/cost', {
    config: { permission: 'pushes:write' },
    schema: { tags, summary: 'State what a push cost', operationId: 'changePushCost', params: PushParams, body: Cost, response: { 200: Cost } },
  }, (request) => request.brand.tx(async (tx) => {
    const { pushId } = request.params;
    const before = await changeCost(tx, request.brand.brandId, pushId, request.body);
    await audit(tx, request, { action: 'push.cost_changed', subject: `push:${pushId}`, before, after: request.body });
    return request.body;
  }));
};
