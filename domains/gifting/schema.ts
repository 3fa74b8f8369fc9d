import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** How a storefront gives; without a row as `defaultSettings` says. */
export const giftSetting = pgTable(
  'gift_setting',
  {
    brandId: brandId(),
    storefrontId: text('storefront_id').notNull(),
    offered: boolean('offered').notNull(),
    /** How long a link waits for its receiver. */
    days: integer('days').notNull(),
    /** `[{ id, zh, en }]`: what a buyer may choose to say. */
    messages: jsonb('messages').notNull(),
    /** `{ templateId, thingKey, timeKey }` of the subscription message that reminds a buyer; null: nobody is. */
    reminder: jsonb('reminder'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.storefrontId] }), check('gift_setting_days', sql`days between 1 and 14`)],
);

/** W-50: an order that is for somebody else. */
export const gift = pgTable(
  'gift',
  {
    brandId: brandId(),
    /** The receiver’s name for it: nothing about the order follows from it. */
    id: text('id').notNull(),
    orderId: text('order_id').notNull(),
    storefrontId: text('storefront_id').notNull(),
    buyerId: bigint('buyer_id', { mode: 'number' }).notNull(),
    /** link or address: who says where it goes. */
    path: text('path').notNull(),
    /** unpaid, waiting, addressed, returned or cancelled (gift-state.ts). */
    state: text('state').notNull(),
    /** Sealed under `gift:<id>`, as the other words. */
    senderName: text('sender_name'),
    message: text('message'),
    /** What the receiver has to choose, as it was when it was given (questions.ts). */
    questions: jsonb('questions').notNull(),
    /** Which link is good, counted from 1; links themselves are not stored. */
    linkNo: integer('link_no').notNull(),
    linkHash: text('link_hash').notNull(),
    /** Of whoever opened the link first, and of whoever accepted. */
    openedAt: instant('opened_at'),
    receiverId: bigint('receiver_id', { mode: 'number' }),
    addressedAt: instant('addressed_at'),
    /** When the link ends; null until it is paid. */
    expiresAt: instant('expires_at'),
    /** When whoever had accepted was erased before it left, so that it waits again. */
    reopenedAt: instant('reopened_at'),
    remindedAt: instant('reminded_at'),
    returnedAt: instant('returned_at'),
    /** expired, refused or refunded. */
    returnedWhy: text('returned_why'),
    thanks: text('thanks'),
    thankedAt: instant('thanked_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('gift_by_order').on(table.brandId, table.orderId),
    uniqueIndex('gift_by_link').on(table.brandId, table.linkHash),
    index('gift_by_receiver').on(table.brandId, table.receiverId).where(sql`receiver_id is not null`),
    index('gift_by_buyer').on(table.brandId, table.buyerId),
    index('gift_by_time').on(table.brandId, table.createdAt),
  ],
);
