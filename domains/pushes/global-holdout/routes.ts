import { audit, BothTexts, nullable, oneOf, seesOnlyAggregates, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { forbidden } from '@qingniao/kernel';
import type { Warehouse } from '@qingniao/storage';
import { Type } from 'typebox';
import { outcomeNames, outcomes } from '../outcomes.ts';
import { changeHoldout, listHoldouts, MOST_HELD_OUT, readHoldout } from './holdout.ts';
import { readHoldoutResult } from './result.ts';

const tags = ['pushes'];
const Holdout = Type.Object({
  id: Type.String(), share: Type.Number(), drawnAt: Timestamp, followers: Type.Integer({ description: 'People who followed when it began' }),
  startedAt: Timestamp, startedBy: Type.String(), endedAt: nullable(Timestamp),
});
const Change = Type.Object({
  share: Type.Number({ minimum: 0, maximum: MOST_HELD_OUT, description: 'Of all followers; 0 holds nobody out' }),
  drawAnew: Type.Optional(Type.Boolean({ default: false, description: 'Other people than before; else the same stay out' })),
}, { additionalProperties: false });
const Points = Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() }, { description: 'Of the rates, others less held out, corrected by earlier activity (CUPED); the interval is always valid' });
const Result = Type.Object({
  holdout: Holdout,
  heldOut: Type.Integer({ description: 'People of the audiences who were held out' }),
  others: Type.Integer(),
  split: Type.Object({ sound: Type.Boolean({ description: 'False hides the outcomes' }), p: Type.Number() }),
  outcomes: Type.Array(Type.Object({
    outcome: oneOf(outcomeNames), name: BothTexts, definition: BothTexts, better: oneOf(['higher', 'lower']),
    heldOut: Type.Integer(), others: Type.Integer(), difference: nullable(Points), explained: Type.Number(),
    verdict: Type.Object({ kind: oneOf(['split_broken', 'too_early', 'better', 'worse', 'no_difference', 'undecided']), stop: Type.Boolean(), text: BothTexts }),
  })),
});

/** Who gets no push at all, and what that tells of pushing. Those held out are few, so head office sees none of it. */
export const globalHoldoutRoutes: FastifyPluginAsyncTypebox<{ warehouse: Warehouse }> = async (app, { warehouse }) => {
  app.addHook('preHandler', async (request) => {
    if (seesOnlyAggregates(request.actor)) throw forbidden();
  });

  app.get('/global-holdouts', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'The global holdout and those before it, newest first', operationId: 'listGlobalHoldouts', response: { 200: Type.Object({ items: Type.Array(Holdout) }) } },
  }, async ({ brand }) => ({ items: await listHoldouts(brand, brand.brandId) }));

  app.put('/global-holdouts/current', {
    config: { permission: 'brand:manage' },
    schema: {
      tags, summary: 'Hold a share of all followers out of every push', operationId: 'changeGlobalHoldout', body: Change, response: { 200: Type.Object({ current: nullable(Holdout) }) },
      description: 'Plans count them as `global_holdout`. Each change begins a new time of its own in the results.',
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const { share, drawAnew = false } = request.body;
    const { before, current } = await changeHoldout(tx, brandId, { share, drawAnew }, request.actor.name);
    await audit(tx, request, { action: 'global_holdout.changed', subject: 'global_holdout', before: { share: before?.share ?? 0 }, after: { share, drawAnew } });
    return { current };
  }));

  app.get('/global-holdouts/:holdoutId', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'What those held out did, against all others', operationId: 'readGlobalHoldout', params: Type.Object({ holdoutId: Type.String() }), response: { 200: Result },
    },
  }, async ({ brand, params }) => {
    const holdout = await readHoldout(brand, brand.brandId, params.holdoutId);
    const { outcomes: found, ...result } = await readHoldoutResult(brand, warehouse, holdout);
    return {
      holdout, ...result,
      outcomes: found.map(({ outcome, ...one }) => {
        const { zh, en, definition, better } = outcomes[outcome];
        return { outcome, name: { zh, en }, definition, better, ...one };
      }),
    };
  });
};
