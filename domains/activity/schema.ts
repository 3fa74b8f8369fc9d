import { sql } from 'drizzle-orm';
import { bigint, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/**
 * The log. Rows are never deleted; erasing a person empties `props`, and words of long ago leave it. Nothing else changes.
 * Ids are drawn under the log lock, so they appear in commit order.
 */
export const event = pgTable(
  'event',
  {
    brandId: integer('brand_id').notNull(),
    id: bigint('id', { mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    type: text('type').notNull(),
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    assetId: text('asset_id'),
    identityId: bigint('identity_id', { mode: 'number' }),
    dedupKey: uuid('dedup_key').notNull(),
    props: jsonb('props').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    unique('event_dedup').on(table.brandId, table.dedupKey),
    index('event_timeline').on(table.brandId, table.identityId, table.at, table.id),
    index('event_unknown').on(table.brandId, table.id).where(sql`type = 'unknown'`),
    // Projections read the log of all brands in id order.
    index('event_order').on(table.id),
  ],
);

/** What a platform calls somebody. Merging people moves `contact_id`; erasing replaces `value` by something random. */
export const identity = pgTable(
  'identity',
  {
    brandId: integer('brand_id').notNull(),
    id: bigint('id', { mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    kind: text('kind').notNull(),
    assetId: text('asset_id'),
    value: text('value').notNull(),
    /** A new identity is a contact of its own: the same number. */
    contactId: bigint('contact_id', { mode: 'number' }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    // `value` before `asset_id`: a null asset must not cost the index its selective column.
    unique('identity_value').on(table.brandId, table.kind, table.value, table.assetId).nullsNotDistinct(),
    index('identity_contact').on(table.brandId, table.contactId),
  ],
);

/** Identities that were erased: a rebuild finds them here and keeps them erased, and nothing more is logged under them for whoever comes back. */
export const erasedIdentity = pgTable(
  'erased_identity',
  {
    brandId: integer('brand_id').notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.identityId] })],
);

/** Batches the warehouse forwarder announced before sending: a retry cuts at the same places, so tokens match. */
export const warehouseBatch = pgTable('warehouse_batch', {
  firstId: bigint('first_id', { mode: 'number' }).primaryKey(),
  lastId: bigint('last_id', { mode: 'number' }).notNull(),
});

/** Callbacks per asset, day and outcome, for the permission doctor. Unknown assets are counted under brand 0, asset `-`. */
export const callbackTally = pgTable(
  'callback_tally',
  {
    brandId: integer('brand_id').notNull(),
    assetId: text('asset_id').notNull(),
    day: date('day').notNull(),
    outcome: text('outcome').notNull(),
    count: integer('count').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.assetId, table.day, table.outcome] })],
);
