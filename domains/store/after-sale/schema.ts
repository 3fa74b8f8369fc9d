import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What a buyer asks for after paying: money back, a return, an exchange or care; of a gift its receiver, the last two. */
export const afterSale = pgTable(
  'after_sale',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    orderId: text('order_id').notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    /** By the receiver of a gift, who is told nothing of the order; `identityId` is theirs then. */
    byReceiver: boolean('by_receiver').notNull().default(false),
    /** Of whoever asks: the same key is the same case. */
    requestKey: text('request_key').notNull(),
    /** refund, return, exchange or care. */
    kind: text('kind').notNull(),
    reason: text('reason').notNull(),
    /** Of whoever asked; '' once they are erased, or it is old. */
    words: text('words').notNull(),
    /** State machine: after-sale/machine.ts. */
    state: text('state').notNull(),
    /** When the clock ends what it is in; null when it waits for the brand or has ended. */
    dueAt: instant('due_at'),
    /** Less than what was paid for the units: agreed with the buyer, or taken off at the inspection. Null: all of it. */
    agreedFen: bigint('agreed_fen', { mode: 'number' }),
    refundId: text('refund_id'),
    /** Of an exchange: the variant instead, and the pool it was taken from once agreed. */
    replacementSkuId: text('replacement_sku_id'),
    replacementPoolId: text('replacement_pool_id'),
    /** Of an exchange: `{ optionId, choiceId }` of the same variant instead, as a ring of another size. */
    replacementChoice: jsonb('replacement_choice'),
    returnCarrier: text('return_carrier'),
    returnWaybill: text('return_waybill'),
    sentCarrier: text('sent_carrier'),
    sentWaybill: text('sent_waybill'),
    askedAt: instant('asked_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('after_sale_by_request').on(table.brandId, table.identityId, table.requestKey),
    index('after_sale_by_order').on(table.brandId, table.orderId),
    index('after_sale_by_refund').on(table.brandId, table.refundId),
    index('after_sale_by_time').on(table.brandId, table.changedAt, table.id),
    index('after_sale_open').on(table.brandId, table.state).where(sql`closed_at is null`),
    check('after_sale_agreed', sql`agreed_fen > 0`),
  ],
);

export const afterSaleLine = pgTable(
  'after_sale_line',
  {
    brandId: brandId(),
    caseId: text('case_id').notNull(),
    position: integer('position').notNull(),
    quantity: integer('quantity').notNull(),
    /** Of what came back: units that went on sale again; null before the inspection. */
    sellable: integer('sellable'),
    /** Units by SKU: which variants came back, and which are sent instead. */
    cameBack: jsonb('came_back'),
    replacedBy: jsonb('replaced_by'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.caseId, table.position] }), check('after_sale_line_quantity', sql`quantity > 0 and sellable between 0 and quantity`)],
);

/** Each change of a case, with who made it. */
export const afterSaleStep = pgTable(
  'after_sale_step',
  {
    brandId: brandId(),
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    /** What happened; after-sale/machine.ts. */
    event: text('event').notNull(),
    /** What the brand says about it; whoever asked reads it. */
    note: text('note').notNull(),
    at: instant('at').notNull(),
    /** buyer, receiver, clock, wechat_pay, or `user:<id>`. */
    by: text('by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.caseId, table.seq] })],
);

/** What it looks like: sealed under `after-sale photo:<case>`, gone with the words of whoever asked. */
export const afterSalePhoto = pgTable(
  'after_sale_photo',
  {
    brandId: brandId(),
    caseId: text('case_id').notNull(),
    /** A keyed hash of the picture: the same again is the same. */
    id: text('id').notNull(),
    contentType: text('content_type').notNull(),
    picture: text('picture').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.caseId, table.id] })],
);

/** How a brand deals with what is asked for; a brand without one has the defaults of after-sale/settings.ts. */
export const afterSaleSetting = pgTable('after_sale_setting', {
  brandId: brandId().primaryKey(),
  returnAddress: text('return_address').notNull(),
  /** To send goods back, from the approval on. */
  returnDays: integer('return_days').notNull(),
  /** After receipt: for a change of mind, and for a fault. */
  tasteDays: integer('taste_days').notNull(),
  faultDays: integer('fault_days').notNull(),
  changedAt: instant('changed_at').notNull(),
});
