import { doublePrecision, integer, jsonb, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';

/**
 * A question asked of a push: the arms of one of its segments, what they differ in (W-40), and what is compared.
 * Written before the audience is frozen; the figures are read anew each time, until they are settled.
 */
export const experiment = pgTable(
  'experiment',
  {
    brandId: integer('brand_id').notNull(),
    id: text('id').notNull(),
    pushId: text('push_id').notNull(),
    /** Whose arms; null: those of everybody else. */
    segmentId: text('segment_id'),
    /** What the brand expects and why, in its own words. */
    hypothesis: text('hypothesis').notNull(),
    /** Key of the element taxonomy. */
    element: text('element').notNull(),
    /** What is compared; the first decides. */
    metrics: text('metrics').array().notNull(),
    /** Number of the variant the others are compared with. */
    control: integer('control').notNull(),
    /** Rates expected without the change, by metric, as they stood when the plan was made. */
    baselines: jsonb('baselines').notNull(),
    /** The smallest relative change worth finding. */
    worthFinding: doublePrecision('worth_finding').notNull(),
    power: doublePrecision('power').notNull(),
    /** Days after the push until it is over. */
    days: integer('days').notNull(),
    createdBy: text('created_by'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    stoppedBy: text('stopped_by'),
    stoppedAt: timestamp('stopped_at', { withTimezone: true }),
    /** What came out, for the library; null while figures still arrive. */
    findings: jsonb('findings'),
    settledAt: timestamp('settled_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), unique('experiment_of_push').on(table.brandId, table.pushId, table.segmentId).nullsNotDistinct()],
);
