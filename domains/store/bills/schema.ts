import { bigint, date, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const fen = (name: string) => bigint(name, { mode: 'number' });

/** A day of a merchant as WeChat Pay billed it, compared with our payments and refunds. */
export const billDay = pgTable(
  'bill_day',
  {
    brandId: brandId(),
    merchantId: text('merchant_id').notNull(),
    /** Of Beijing. */
    day: date('day', { mode: 'string' }).notNull(),
    /** agrees or differs. */
    state: text('state').notNull(),
    matched: integer('matched').notNull(),
    differing: integer('differing').notNull(),
    /** Of the bill: what came in, what was asked back, what WeChat Pay kept, what moved in the account. */
    paidFen: fen('paid_fen').notNull(),
    refundFen: fen('refund_fen').notNull(),
    feeFen: fen('fee_fen').notNull(),
    flowInFen: fen('flow_in_fen').notNull(),
    flowOutFen: fen('flow_out_fen').notNull(),
    comparedAt: instant('compared_at').notNull(),
    /** clock, or who asked. */
    comparedBy: text('compared_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.merchantId, table.day] })],
);

/** What does not agree on a day; replaced when it is compared again. */
export const billDifference = pgTable(
  'bill_difference',
  {
    brandId: brandId(),
    merchantId: text('merchant_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /** payment or refund; of a total fee, flow_in or flow_out, too. */
    what: text('what').notNull(),
    /** Our order or refund number, as WeChat Pay has it too; '' of a total. */
    number: text('number').notNull(),
    /** missing_here, missing_there, amount, flow or total (compare-bill.ts). */
    kind: text('kind').notNull(),
    orderId: text('order_id'),
    /** WeChat Pay's number. */
    platformId: text('platform_id'),
    oursFen: fen('ours_fen'),
    theirsFen: fen('theirs_fen'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.merchantId, table.day, table.what, table.number] }), index('bill_difference_by_order').on(table.brandId, table.orderId)],
);
