import { BothTexts, checkMonths, Day, nullable, oneOf, seesOnlyAggregates, SuppressedField } from '@qingniao/access';
import { stageOrder } from '@qingniao/people';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type, type TSchema } from 'typebox';
import type { Readers } from '../metric.ts';
import { checkPeriod } from '../period.ts';
import { liveSegmentValue } from './live-value.ts';
import { segmentExample, segmentValue } from './segment-value.ts';
import { suppressSmallStages } from './suppress-small-stages.ts';
import { changeSegmentSettings, readSegmentSettings } from './settings.ts';

const closed = { additionalProperties: false } as const;
const byStage = <Value extends TSchema>(value: Value) => Type.Object({ lead: value, prospect: value, new: value, recurring: value }, closed);
const StageName = oneOf(stageOrder);
const fraction = Type.Number({ minimum: 0, maximum: 1 });
const purchase = nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'Average purchase in fen; null: not known' }));
const Purchases = Type.Object({ firstFen: purchase, newFen: purchase, recurringFen: purchase }, closed);

const Inputs = Type.Object({
  people: byStage(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  conversions: byStage(nullable(Type.Object({ rate: fraction, low: Type.Optional(fraction), high: Type.Optional(fraction) }, closed))),
  purchases: Purchases,
}, closed);
const Settings = Type.Object({ purchases: Purchases, rates: byStage(nullable(fraction)) }, closed);

const fen = nullable(Type.Integer({ description: 'Fen' }));
const percent = nullable(Type.Number({ description: 'One decimal, adding up to 100.0' }));
const row = {
  stage: StageName, people: Type.Integer(), valueFen: fen, lowFen: fen, highFen: fen,
  peoplePercent: percent, moneyPercent: percent, rank: nullable(Type.Integer({ description: '1: most money' })), formula: BothTexts,
};
const value = { rows: Type.Array(Type.Object(row)), people: Type.Integer(), totalFen: fen };
const people = nullable(Type.Integer({ description: 'Null where suppressed' }));
const Live = Type.Object({
  ...value,
  rows: Type.Array(Type.Object({
    ...row, people, formula: nullable(BothTexts), suppressed: SuppressedField,
  })),
  period: Type.Object({ from: Day, to: Day }),
  settings: Settings,
  conversions: Type.Array(Type.Object({
    stage: StageName, exposed: people, converted: people, suppressed: SuppressedField, rate: nullable(fraction),
    interval: nullable(Type.Object({ low: Type.Number(), high: Type.Number() }, { description: 'Wilson, 95 %' })),
    thin: Type.Boolean({ description: 'Few people: read the range' }), from: nullable(oneOf(['measured', 'stated'])),
  })),
  notes: Type.Array(BothTexts),
});

const tags = ['insights'];

/** What the people of each stage are worth (W-30 to W-32). */
export const segmentValueRoutes: FastifyPluginAsyncTypebox<Pick<Readers, 'warehouse'>> = async (app, { warehouse }) => {
  app.get('/insights/segment-value', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'Segment value on the brand’s own stages', description: 'On the stages of today; for head office on those of the period’s end, without stages of few people, and then without everything of money.', operationId: 'segmentValue', querystring: Type.Object({ from: Day, to: Day }), response: { 200: Live } },
  }, async ({ actor, brand, query }) => {
    checkPeriod(query);
    checkMonths(actor, query);
    if (!seesOnlyAggregates(actor)) return liveSegmentValue({ brand, warehouse }, query);
    // Those of today, asked again tomorrow, would tell of who moved.
    return suppressSmallStages(await liveSegmentValue({ brand, warehouse }, query, query.to));
  });

  app.get('/insights/segment-value/example', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'The worked example of the study', operationId: 'segmentValueExample', response: { 200: Type.Object({ inputs: Inputs, ...value }) } },
  }, async () => ({ inputs: segmentExample, ...segmentValue(segmentExample) }));

  app.post('/insights/segment-value/preview', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'Segment value of given numbers, with nothing saved', operationId: 'previewSegmentValue', body: Inputs, response: { 200: Type.Object(value) } },
  }, async ({ body }) => segmentValue(body));

  app.get('/insights/segment-value/settings', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'Purchases and conversions as the brand states them', operationId: 'segmentValueSettings', response: { 200: Settings } },
  }, ({ brand }) => readSegmentSettings(brand, brand.brandId));

  app.put('/insights/segment-value/settings', {
    config: { permission: 'insights:write' },
    schema: { tags, summary: 'State purchases and conversions', operationId: 'changeSegmentValueSettings', body: Settings, response: { 200: Settings } },
  }, async (request) => {
    await request.brand.tx((tx) => changeSegmentSettings(tx, request, request.body));
    return request.body;
  });
};
