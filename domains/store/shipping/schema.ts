import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What left, or waits to be picked up, for an order. */
export const parcel = pgTable(
  'parcel',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    orderId: text('order_id').notNull(),
    seq: integer('seq').notNull(),
    /** express, local or pickup. */
    method: text('method').notNull(),
    /** Of express: the carrier's id in WeChat's list with its name, and the number of the waybill ('' once its person is erased). */
    carrierId: text('carrier_id'),
    carrierName: text('carrier_name'),
    waybill: text('waybill'),
    shippedAt: instant('shipped_at').notNull(),
    shippedBy: text('shipped_by').notNull(),
    /** When WeChat had it; null again after a correction. */
    uploadedAt: instant('uploaded_at'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), uniqueIndex('parcel_by_order').on(table.brandId, table.orderId, table.seq)],
);

export const parcelLine = pgTable(
  'parcel_line',
  { brandId: brandId(), parcelId: text('parcel_id').notNull(), position: integer('position').notNull(), quantity: integer('quantity').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.parcelId, table.position] }), check('parcel_line_quantity', sql`quantity > 0`)],
);

/** What WeChat's shipping-information service knows of an order; there is one from its first parcel on. */
export const shippingUpload = pgTable(
  'shipping_upload',
  {
    brandId: brandId(),
    orderId: text('order_id').notNull(),
    /** waiting (a timer tells WeChat), told, refused (somebody has to look) or not_needed. */
    state: text('state').notNull(),
    /** Since something new had to be told. */
    attempts: integer('attempts').notNull(),
    /** The last refusal, in plain words. */
    errorZh: text('error_zh'),
    errorEn: text('error_en'),
    /** The `upload_time` last sent: the next one must be later. */
    sentAt: instant('sent_at'),
    /** WeChat was told that everything has left, and whether its one change after that is used. */
    finished: boolean('finished').notNull(),
    changed: boolean('changed').notNull(),
    /** The buyer was asked to confirm; WeChat does that once an order. */
    remindedAt: instant('reminded_at'),
    /** When WeChat means to pay the brand, and when it did. */
    settlesAt: instant('settles_at'),
    settledAt: instant('settled_at'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.orderId] }), index('shipping_upload_refused').on(table.brandId).where(sql`state = 'refused'`)],
);
