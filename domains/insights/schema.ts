import { bigint, boolean, date, doublePrecision, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** W-06: what happened on a day, to be read beside the curve. */
export const insightAnnotation = pgTable(
  'insight_annotation',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    day: date('day').notNull(),
    text: text('text').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] })],
);

/** What a brand set for its figures; without a row the defaults apply. */
export const insightSettings = pgTable(
  'insight_settings',
  {
    brandId: brandId().primaryKey(),
    /** W-02: accounts of up to this many followers are small. */
    sizeBandLimit: integer('size_band_limit').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
);

/** What the brand sets beside its figures besides the published benchmarks. */
export const benchmark = pgTable(
  'benchmark',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    metric: text('metric').notNull(),
    key: text('key').notNull(),
    unit: text('unit').notNull(),
    /** Rates and shares as fractions, money in fen; null where only a range is known. */
    value: doublePrecision('value'),
    low: doublePrecision('low'),
    high: doublePrecision('high'),
    edition: text('edition').notNull(),
    year: text('year').notNull(),
    sample: text('sample').notNull(),
    source: text('source').notNull(),
    address: text('address').notNull(),
    note: text('note').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] })],
);

/** W-07: a saved plan of one year of growth. Earlier versions stand in the audit log. */
export const kpiPlan = pgTable(
  'kpi_plan',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    /** Grows with each change; who changes an older one is told. */
    version: integer('version').notNull(),
    name: text('name').notNull(),
    /** Null for all accounts of the brand. */
    assetId: text('asset_id'),
    startDay: date('start_day').notNull(),
    inputs: jsonb('inputs').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] })],
);

/** W-30: what a purchase is worth, stated by the brand. */
export const segmentValueSettings = pgTable('segment_value_settings', {
  brandId: brandId().primaryKey(),
  /** Average purchase in fen: the first one, a new customer's, a recurring customer's. Null: not stated. */
  firstPurchaseFen: bigint('first_purchase_fen', { mode: 'number' }),
  newPurchaseFen: bigint('new_purchase_fen', { mode: 'number' }),
  recurringPurchaseFen: bigint('recurring_purchase_fen', { mode: 'number' }),
  /** Conversion by stage where it cannot be measured. */
  rates: jsonb('rates').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** The report by e-mail, once a month; a brand has one. */
export const reportSchedule = pgTable('report_schedule', {
  brandId: brandId().primaryKey(),
  enabled: boolean('enabled').notNull(),
  /** E-mail addresses as a JSON array, sealed. */
  recipients: text('recipients').notNull(),
  language: text('language').notNull(),
  /** The version for head office: small cells suppressed. */
  aggregatesOnly: boolean('aggregates_only').notNull(),
  /** Whether whoever saved it may see costs: then the report has them. */
  withCosts: boolean('with_costs').notNull(),
  /** Day of the month (1 to 28) and hour, Asia/Shanghai. */
  day: integer('day').notNull(),
  hour: integer('hour').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** One report to one recipient: planned, marked before it is sent, told afterwards. Kept two years. */
export const reportDelivery = pgTable(
  'report_delivery',
  {
    brandId: brandId(),
    /** What the report covers: `2026-10`. */
    month: text('month').notNull(),
    /** `schedule`, or the id of one press of "send now". */
    run: text('run').notNull(),
    /** The address as a keyed hash, and as people may read it: `a***@brand.com`. */
    recipientHash: text('recipient_hash').notNull(),
    recipient: text('recipient').notNull(),
    /** waiting, sending, sent, failed, unknown */
    state: text('state').notNull(),
    error: jsonb('error'),
    plannedAt: instant('planned_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.month, table.run, table.recipientHash] })],
);
