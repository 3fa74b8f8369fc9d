import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

/** Where each projection stands in the log. */
export const projectionCursor = pgTable('projection_cursor', {
  name: text('name').primaryKey(),
  cursor: bigint('cursor', { mode: 'number' }).notNull().default(0),
  /** Where the log ended when it was last begun anew: before that it is being rebuilt. */
  rebuiltTo: bigint('rebuilt_to', { mode: 'number' }).notNull().default(0),
  error: text('error'),
  updatedAt: timestamp('updated_at', { withTimezone: true }),
});

/** Long work people can watch (progress, last error, where to resume). The queue itself is pg-boss. */
export const job = pgTable(
  'job',
  {
    brandId: integer('brand_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    lane: text('lane').notNull(),
    key: text('key'),
    state: text('state').notNull(),
    /** Grows with each run, so that a run that was given up cannot write over its successor. */
    attempt: integer('attempt').notNull().default(0),
    input: jsonb('input').notNull(),
    done: bigint('done', { mode: 'number' }).notNull().default(0),
    total: bigint('total', { mode: 'number' }),
    cursor: jsonb('cursor'),
    lastError: jsonb('last_error'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('job_single').on(table.brandId, table.kind, table.key).where(sql`state IN ('queued', 'running')`),
    index('job_open').on(table.state).where(sql`state IN ('queued', 'running')`),
    index('job_recent').on(table.brandId, table.createdAt),
  ],
);

/** Domain time: rows that fall due on kernel/clock, so that they work in simulated time. */
export const timer = pgTable(
  'timer',
  {
    brandId: integer('brand_id').notNull(),
    name: text('name').notNull(),
    key: text('key').notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    payload: jsonb('payload').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Real time, not product time: while a handler runs, and until a failed one is tried again. */
    heldUntil: timestamp('held_until', { withTimezone: true }),
    lastError: text('last_error'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.name, table.key] }), index('timer_due').on(table.dueAt)],
);
