import { nullable } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { PeopleRouteOptions } from '../routes.ts';
import { changeRetention, retentionOf } from './retention.ts';

const Retention = Type.Object({
  wordsMonths: nullable(Type.Integer({ minimum: 1, maximum: 120, description: 'Months what people wrote, sent and scanned is kept; null: as long as the log' })),
  leaversMonths: nullable(Type.Integer({ minimum: 6, maximum: 120, description: 'Months after which people who left and were no customers are erased; null: only when they ask' })),
}, { additionalProperties: false });

export const retentionRoutes: FastifyPluginAsyncTypebox<PeopleRouteOptions> = async (app, { timers }) => {
  const tags = ['retention'];

  app.get('/retention', {
    config: { permission: 'brand:read' },
    schema: { tags, summary: 'How long personal data is kept', operationId: 'getRetention', response: { 200: Retention } },
  }, async ({ brand }) => {
    const { wordsMonths, leaversMonths } = await retentionOf(brand, brand.brandId);
    return { wordsMonths, leaversMonths };
  });

  app.put('/retention', {
    config: { permission: 'brand:manage' },
    schema: {
      tags, summary: 'Change how long personal data is kept', operationId: 'changeRetention',
      description: 'What is older goes in the next night, for good.', body: Retention, response: { 200: Retention },
    },
  }, (request) => changeRetention(request.brand, timers, request, request.body));
};
