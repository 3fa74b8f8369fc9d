import { sql } from 'drizzle-orm';
import { bigint, check, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const fen = (name: string) => bigint(name, { mode: 'number' });

/** A merchant of WeChat Pay. Keys are sealed under `pay merchant:<id>`. */
export const payMerchant = pgTable(
  'pay_merchant',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    mchid: text('mchid').notNull(),
    name: text('name').notNull(),
    serialNo: text('serial_no').notNull(),
    privateKey: text('private_key').notNull(),
    apiV3Key: text('api_v3_key').notNull(),
    /** `PUB_KEY_ID_…` and its PEM; null in certificate mode. */
    publicKeyId: text('public_key_id'),
    publicKey: text('public_key'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), uniqueIndex('pay_merchant_by_mchid').on(table.brandId, table.mchid)],
);

/** An order at WeChat Pay; there is one from the first tap on "pay". */
export const payment = pgTable(
  'payment',
  {
    brandId: brandId(),
    orderId: text('order_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    mchid: text('mchid').notNull(),
    appid: text('appid').notNull(),
    totalFen: fen('total_fen').notNull(),
    /** open, closed or paid. */
    state: text('state').notNull(),
    /** Until when WeChat Pay takes the money: as late as the hold, and a minute from the first tap at least. */
    payUntil: instant('pay_until').notNull(),
    prepayId: text('prepay_id'),
    transactionId: text('transaction_id'),
    openedAt: instant('opened_at').notNull(),
    paidAt: instant('paid_at'),
    /** Digests of the notices that told of it: each is taken once. */
    notices: text('notices').array().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.orderId] }),
    uniqueIndex('payment_by_transaction').on(table.brandId, table.transactionId),
  ],
);

/** What WeChat Pay said that cannot be right; somebody has to look. */
export const paymentAlarm = pgTable(
  'payment_alarm',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    at: instant('at').notNull(),
    /** bad_signature, replayed, unknown_order, wrong_amount, wrong_merchant, wrong_appid, other_transaction, late_money, refund_failed, refunded_elsewhere, refunded_after_all or bill_differs. */
    kind: text('kind').notNull(),
    orderId: text('order_id'),
    /** Figures and numbers that differ; nothing personal. */
    details: jsonb('details').notNull(),
    seenAt: instant('seen_at'),
    seenBy: text('seen_by'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] })],
);

export const refund = pgTable(
  'refund',
  {
    brandId: brandId(),
    /** Also the out_refund_no at WeChat Pay. */
    id: text('id').notNull(),
    orderId: text('order_id').notNull(),
    fen: fen('fen').notNull(),
    reason: text('reason').notNull(),
    /** requested, processing, succeeded, abnormal or closed. */
    state: text('state').notNull(),
    requestKey: text('request_key').notNull(),
    requestedAt: instant('requested_at').notNull(),
    requestedBy: text('requested_by').notNull(),
    /** When WeChat Pay took it, by its own clock: the bill it stands in. */
    takenAt: instant('taken_at'),
    /** The code WeChat Pay refused it with for good: nobody asks again until somebody says so. */
    refusal: text('refusal'),
    endedAt: instant('ended_at'),
    /** Digests of the notices that told of it: each is taken once. */
    notices: text('notices').array().notNull().default([]),
    /** Who ended it by hand; null: WeChat Pay. */
    endedBy: text('ended_by'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('refund_by_request').on(table.brandId, table.orderId, table.requestKey),
    // Of what nothing was paid for: it comes back all the same.
    check('refund_fen', sql`fen >= 0`),
  ],
);

export const refundLine = pgTable(
  'refund_line',
  {
    brandId: brandId(),
    refundId: text('refund_id').notNull(),
    position: integer('position').notNull(),
    quantity: integer('quantity').notNull(),
    /** Of these, units that had left when it was asked for; the others are not sent any more. */
    hadLeft: integer('had_left').notNull().default(0),
    /** Of these, units that go back on sale once the money went back. */
    restock: integer('restock').notNull().default(0),
    fen: fen('fen').notNull(),
    /** Of these units' share, not given back: no later refund counts it in. */
    withheldFen: fen('withheld_fen').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.refundId, table.position] }),
    check('refund_line_units', sql`had_left between 0 and quantity and restock between 0 and quantity`),
  ],
);
