import { BothTexts, Day, nullable, oneOf, SuppressedField, Timestamp } from '@qingniao/access';
import { Type } from 'typebox';

const people = (description?: string) => Type.Integer({ minimum: 0, maximum: 1_000_000_000, ...(description ? { description } : {}) });
const fraction = (description: string, maximum = 1) => Type.Number({ minimum: 0, maximum, description });
const money = (description: string) => Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, description });

export const PlanInputsBody = Type.Object({
  followers: people('Followers at the start'),
  organicGrowth: fraction('Organic growth a year, 0.15 for 15 %', 10),
  mediaBudgetFen: money('Media budget of the year, fen'),
  postShare: fraction('Of the budget for post ads; the rest goes to Moments ads'),
  postCostFen: money('Average cost per follower of post ads, fen'),
  momentsCostFen: money('Average cost per follower of Moments ads, fen'),
  stores: Type.Integer({ minimum: 0, maximum: 100_000 }),
  visitors: Type.Number({ minimum: 0, maximum: 100_000, description: 'A day, in one store' }),
  conversion: fraction('Of the visitors'),
  existingClients: people('People in the CRM already'),
  existingOnboarding: fraction('Of the existing clients'),
  newClients: nullable(people('A year; null: as many as prospects')),
  newOnboarding: fraction('Of the new clients'),
  salesCeremony: Type.Boolean({ description: 'Clients are asked to follow when they buy' }),
  newOnboardingWithout: fraction('Of the new clients without a sales ceremony'),
  loyaltyProgramme: Type.Boolean(),
  existingOnboardingWithout: fraction('Of the existing clients without a loyalty programme'),
}, { additionalProperties: false });

const part = { key: Type.String(), name: BothTexts, value: Type.Integer(), formula: BothTexts };
export const PlanReply = Type.Object({
  blocks: Type.Array(Type.Object({
    ...part, key: oneOf(['organic', 'paid', 'prospects', 'clients']),
    percent: nullable(Type.Integer({ description: 'Of the delta, by largest remainder' })), parts: Type.Array(Type.Object(part)),
  })),
  footTraffic: Type.Integer(),
  delta: Type.Integer(),
  target: Type.Integer(),
  formulas: Type.Object({ delta: BothTexts, target: BothTexts }),
  assets: Type.Array(Type.Object({ key: oneOf(['salesCeremony', 'loyaltyProgramme']), name: BothTexts, ready: Type.Boolean(), effect: BothTexts })),
  assumptions: Type.Array(BothTexts),
});

export const PlanDraftBody = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  assetId: nullable(Type.String({ maxLength: 64 })),
  startDay: Day,
  inputs: PlanInputsBody,
}, { additionalProperties: false });

export const SavedPlanReply = Type.Object({
  id: Type.String(), version: Type.Integer(), name: Type.String(), assetId: nullable(Type.String()), startDay: Day, inputs: PlanInputsBody, plan: PlanReply,
  createdBy: Type.String(), createdAt: Timestamp, changedBy: Type.String(), changedAt: Timestamp,
});

const happened = nullable(Type.Integer());
export const ProgressReply = Type.Object({
  from: Day, to: Day, delta: Type.Integer(),
  since: nullable(Day), asOf: nullable(Day),
  planned: Type.Integer({ description: 'Net new followers planned from `since` to `asOf`' }), net: nullable(Type.Integer({ description: 'What came of it; null where suppressed' })),
  weeks: Type.Array(Type.Object({
    week: Type.String({ description: 'ISO week: 2026-W09' }), from: Day, to: Day, planned: Type.Integer(), plannedTotal: Type.Integer(),
    followed: happened, unfollowed: happened, net: happened, netTotal: happened, suppressed: SuppressedField,
  })),
  spread: BothTexts,
});
