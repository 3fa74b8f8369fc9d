import { bigint, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });

/**
 * Where an order went, as keyed hashes only: enough to find it by the phone of its parcel, and to see that another went
 * to the same place (L-22). Made from the order's sealed address, for orders that have one.
 */
export const orderTrace = pgTable(
  'order_trace',
  {
    brandId: brandId(),
    orderId: text('order_id').notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    phone: text('phone').notNull(),
    /** Of its last four digits, as people read them out. */
    phoneEnd: text('phone_end').notNull(),
    /** Of province to door, less spaces and punctuation. */
    place: text('place').notNull(),
    placedAt: instant('placed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.orderId] }),
    index('order_trace_by_phone').on(table.brandId, table.phone),
    index('order_trace_by_phone_end').on(table.brandId, table.phoneEnd),
    index('order_trace_by_place').on(table.brandId, table.place),
    index('order_trace_by_time').on(table.brandId, table.placedAt),
  ],
);

/** L-22: what the brand decided about a phone, a place or a person that ordered strikingly often. */
export const resaleMark = pgTable(
  'resale_mark',
  {
    brandId: brandId(),
    /** phone, place or person. */
    kind: text('kind').notNull(),
    /** The keyed hash; of a person the identity the contact was named by, which stays who they are when contacts are merged or separated. */
    value: text('value').notNull(),
    /** fine, watch or refuse. */
    mark: text('mark').notNull(),
    note: text('note').notNull(),
    markedAt: instant('marked_at').notNull(),
    markedBy: text('marked_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.kind, table.value] })],
);
