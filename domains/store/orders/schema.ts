import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const fen = (name: string) => bigint(name, { mode: 'number' });

/** What somebody means to buy. Carts hold no stock. */
export const cartLine = pgTable(
  'cart_line',
  {
    brandId: brandId(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    storefrontId: text('storefront_id').notNull(),
    /** Digest of SKU and chosen options: two engravings are two lines. */
    id: text('id').notNull(),
    skuId: text('sku_id').notNull(),
    quantity: integer('quantity').notNull(),
    options: jsonb('options').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.identityId, table.storefrontId, table.id] }), check('cart_line_quantity', sql`quantity > 0`)],
);

/** "order" is a word of SQL. */
export const shopOrder = pgTable(
  'shop_order',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    /** What people read out, and the out_trade_no at WeChat Pay. */
    number: text('number').notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    storefrontId: text('storefront_id').notNull(),
    /** '' of a permanent storefront. */
    windowId: text('window_id').notNull(),
    /** The Idempotency-Key, and a digest of what was asked with it. */
    requestKey: text('request_key').notNull(),
    requestHash: text('request_hash').notNull(),
    /** awaiting_payment, paid or cancelled. */
    state: text('state').notNull(),
    /** Of its goods, beside the money: to_ship, part_shipped, shipped or received (shipping/fulfilment.ts). */
    fulfilment: text('fulfilment').notNull().default('to_ship'),
    totalFen: fen('total_fen').notNull(),
    discountFen: fen('discount_fen').notNull(),
    /** What came in, and what went back. */
    paidFen: fen('paid_fen').notNull(),
    refundedFen: fen('refunded_fen').notNull(),
    couponId: text('coupon_id'),
    /** Name, phone and address, sealed under `order address:<id>`; null when erased or not yet known. */
    address: text('address'),
    /** W-50: for somebody else, who may be the one to say where it goes. */
    forGift: boolean('for_gift').notNull().default(false),
    /** K-04: mini_program or h5. */
    channel: text('channel').notNull(),
    /** The buyer's while ordering, zh or en: what reaches them about it later is written so. */
    language: text('language').notNull().default('zh'),
    /** What brought the buyer here (push_id, link_id, scene): props of the order's events. */
    source: jsonb('source').notNull(),
    /** The account or mini program it was placed in: the payer's openid is that one's. */
    assetId: text('asset_id'),
    placedAt: instant('placed_at').notNull(),
    /** When unpaid units go back. */
    expiresAt: instant('expires_at').notNull(),
    paidAt: instant('paid_at'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('shop_order_by_number').on(table.brandId, table.number),
    uniqueIndex('shop_order_by_request').on(table.brandId, table.identityId, table.requestKey),
    index('shop_order_by_time').on(table.brandId, table.placedAt),
    index('shop_order_to_ship').on(table.brandId, table.placedAt).where(sql`state = 'paid' and fulfilment in ('to_ship', 'part_shipped')`),
    index('shop_order_due').on(table.brandId, table.expiresAt).where(sql`state = 'awaiting_payment'`),
    check('shop_order_money', sql`total_fen > 0 and paid_fen >= 0 and refunded_fen between 0 and paid_fen`),
  ],
);

export const orderLine = pgTable(
  'order_line',
  {
    brandId: brandId(),
    orderId: text('order_id').notNull(),
    position: integer('position').notNull(),
    skuId: text('sku_id').notNull(),
    productId: text('product_id').notNull(),
    /** As it was called when it was bought. */
    name: text('name').notNull(),
    quantity: integer('quantity').notNull(),
    unitFen: fen('unit_fen').notNull(),
    /** Of the chosen options, a unit. */
    optionsFen: fen('options_fen').notNull(),
    options: jsonb('options').notNull(),
    /** W-50: the variant is kept for a gift's receiver, who may take another of the same price. */
    leftToReceiver: boolean('left_to_receiver').notNull().default(false),
    leadDays: integer('lead_days').notNull(),
    /** `[{ id, fen }]`: this line's share of every discount. */
    discounts: jsonb('discounts').notNull(),
    /** Units × price less discounts. */
    payFen: fen('pay_fen').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.orderId, table.position] })],
);

/** Each change of an order, with who made it. */
export const orderStep = pgTable(
  'order_step',
  {
    brandId: brandId(),
    orderId: text('order_id').notNull(),
    seq: integer('seq').notNull(),
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    /** OrderWhy of order-row.ts. */
    why: text('why').notNull(),
    at: instant('at').notNull(),
    /** buyer, wechat_pay, clock, or `user:<id>`. */
    by: text('by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.orderId, table.seq] })],
);

/** 发票: what a buyer asks the brand to invoice. The brand's own tax system makes it; here is who wants it and what became of it. */
export const invoiceRequest = pgTable(
  'invoice_request',
  {
    brandId: brandId(),
    orderId: text('order_id').notNull(),
    /** requested, issued, refused or withdrawn. */
    state: text('state').notNull(),
    /** personal or company. */
    titleKind: text('title_kind').notNull(),
    /** Title, tax number and e-mail, sealed under `invoice:<order id>`; null when erased. */
    details: text('details'),
    requestedAt: instant('requested_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
    /** Why it was refused; the buyer reads it. */
    reason: text('reason'),
    number: text('number'),
    /** What it says was paid. */
    amountFen: fen('amount_fen'),
    issuedAt: instant('issued_at'),
    /** The invoice itself, sealed like the details. */
    pdf: text('pdf'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.orderId] }),
    index('invoice_request_by_time').on(table.brandId, table.changedAt, table.orderId),
    index('invoice_request_open').on(table.brandId).where(sql`state = 'requested'`),
    check('invoice_amount', sql`amount_fen > 0`),
  ],
);
