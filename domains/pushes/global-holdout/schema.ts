import { sql } from 'drizzle-orm';
import { doublePrecision, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

/**
 * A part of a brand's followers that gets no push at all, to measure what pushes do altogether: a row for each time in
 * which its share and its people stayed as they were. The row without an end holds now.
 */
export const globalHoldout = pgTable(
  'global_holdout',
  {
    brandId: integer('brand_id').notNull(),
    id: text('id').notNull(),
    /** Of all followers, above 0. */
    share: doublePrecision('share').notNull(),
    /** When its people were drawn, which is what their seed is called by: rows of one draw hold out the same people. */
    drawnAt: timestamp('drawn_at', { withTimezone: true }).notNull(),
    /** People who followed when it began: how much there would be to learn. */
    followers: integer('followers').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    startedBy: text('started_by').notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('global_holdout_now').on(table.brandId).where(sql`ended_at is null`),
  ],
);
