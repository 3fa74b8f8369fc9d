import { sql } from 'drizzle-orm';
import { bigint, boolean, check, customType, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const fen = (name: string) => bigint(name, { mode: 'number' });
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Something the brand sells, in one or more variants (`sku`). */
export const product = pgTable(
  'product',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    story: text('story').notNull(),
    categoryId: text('category_id'),
    /** K-07: whose it is, in a curated store. */
    vendor: text('vendor'),
    exclusive: boolean('exclusive').notNull(),
    /** K-08: `{ shipFrom, dutyNotice, deliveryDays }`; null: sold at home. */
    crossBorder: jsonb('cross_border'),
    /** K-14: `{ credit, editionSize, story }`. */
    collaboration: jsonb('collaboration'),
    pictureIds: text('picture_ids').array().notNull(),
    /** What the buyer may choose or have engraved. */
    options: jsonb('options').notNull(),
    /** K-12: attribute → value, what interest before the launch is joined on. */
    attributes: jsonb('attributes').notNull(),
    /** draft, active or archived. */
    state: text('state').notNull(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), index('product_by_change').on(table.brandId, table.changedAt)],
);

/** One variant: what is priced, counted and sent. */
export const sku = pgTable(
  'sku',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    productId: text('product_id').notNull(),
    /** The brand's own number. */
    code: text('code').notNull(),
    /** "S, ivory"; empty when the product has only one. */
    name: text('name').notNull(),
    priceFen: fen('price_fen').notNull(),
    /** K-09: what comparable brands ask. */
    compareAtFen: fen('compare_at_fen'),
    /** K-10: cost of goods, for those who see costs. */
    costFen: fen('cost_fen'),
    position: integer('position').notNull(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('sku_by_code').on(table.brandId, table.code),
    index('sku_by_product').on(table.brandId, table.productId, table.position),
    check('sku_price', sql`price_fen > 0`),
  ],
);

export const productCategory = pgTable(
  'product_category',
  { brandId: brandId(), id: text('id').notNull(), name: text('name').notNull(), position: integer('position').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.id] })],
);

/** L-19: price bands, and which of them are sold directly. */
export const priceBand = pgTable(
  'price_band',
  { brandId: brandId(), fromFen: fen('from_fen').notNull(), name: text('name').notNull(), soldDirectly: boolean('sold_directly').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.fromFen] })],
);

/** By their content; kept as long as products show them. */
export const productPicture = pgTable(
  'product_picture',
  {
    brandId: brandId(),
    /** SHA-256 of the bytes, hex. */
    id: text('id').notNull(),
    contentType: text('content_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: bytea('bytes').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] })],
);

/** W-49: where things are sold. */
export const storefront = pgTable(
  'storefront',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    /** permanent, drop, popup or live. */
    type: text('type').notNull(),
    /** What people decided: draft, published, paused or archived. Whether it is open now follows from its windows. */
    state: text('state').notNull(),
    /** Where its units come from. */
    poolId: text('pool_id').notNull(),
    /** How long an unpaid order keeps its units. */
    holdMinutes: integer('hold_minutes').notNull(),
    /** Of a pop-up: where it stands. */
    place: text('place'),
    /** K-10: curated or own_brand, with the KOL's name; null: the brand's own. */
    kolKind: text('kol_kind'),
    kolName: text('kol_name'),
    /** K-10: what the KOL of a curated store earns, in hundredths of a per cent. */
    commissionBasisPoints: integer('commission_basis_points'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] })],
);

/** When a storefront sells: releases of a drop, the span of a pop-up, hours of a live room. A permanent one has none. */
export const storefrontWindow = pgTable(
  'storefront_window',
  {
    brandId: brandId(),
    storefrontId: text('storefront_id').notNull(),
    id: text('id').notNull(),
    opensAt: instant('opens_at').notNull(),
    /** Null: until sold out. */
    closesAt: instant('closes_at'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.storefrontId, table.id] })],
);

/** What a storefront sells. */
export const listing = pgTable(
  'listing',
  {
    brandId: brandId(),
    storefrontId: text('storefront_id').notNull(),
    skuId: text('sku_id').notNull(),
    /** Here, instead of the SKU's own price. */
    priceFen: fen('price_fen'),
    /** L-22: units one person may buy here. */
    perPerson: integer('per_person'),
    position: integer('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.storefrontId, table.skuId] }),
    check('listing_price', sql`price_fen > 0`), check('listing_per_person', sql`per_person > 0`),
  ],
);

export const stockPool = pgTable(
  'stock_pool',
  { brandId: brandId(), id: text('id').notNull(), name: text('name').notNull(), createdAt: instant('created_at').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.id] })],
);

/** The gate: one row a SKU and pool. `on_hand` is the sum of its movements, `held` that of its open holds; `checkStock` compares. */
export const stock = pgTable(
  'stock',
  {
    brandId: brandId(),
    poolId: text('pool_id').notNull(),
    skuId: text('sku_id').notNull(),
    onHand: integer('on_hand').notNull(),
    held: integer('held').notNull(),
    /** Grows whenever more becomes available: a remembered "sold out" is true as long as it has not. */
    version: bigint('version', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.poolId, table.skuId] }),
    check('stock_never_oversold', sql`held >= 0 and on_hand >= held`),
  ],
);

/** Everything that changed `on_hand`; never changed itself. */
export const stockMovement = pgTable(
  'stock_movement',
  {
    brandId: brandId(),
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    poolId: text('pool_id').notNull(),
    skuId: text('sku_id').notNull(),
    quantity: integer('quantity').notNull(),
    /** received, counted, moved, sold or returned. */
    reason: text('reason').notNull(),
    /** The order, refund or other pool it belongs to. */
    reference: text('reference'),
    note: text('note').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), index('stock_movement_by_sku').on(table.brandId, table.poolId, table.skuId, table.id)],
);

/** Units an order keeps from others. */
export const stockHold = pgTable(
  'stock_hold',
  {
    brandId: brandId(),
    orderId: text('order_id').notNull(),
    poolId: text('pool_id').notNull(),
    skuId: text('sku_id').notNull(),
    quantity: integer('quantity').notNull(),
    /** held, committed or released. */
    state: text('state').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.orderId, table.poolId, table.skuId] }),
    index('stock_hold_by_sku').on(table.brandId, table.poolId, table.skuId),
  ],
);

/** L-22: units somebody holds or has bought of a listing that has a limit. */
export const purchaseCount = pgTable(
  'purchase_count',
  {
    brandId: brandId(),
    storefrontId: text('storefront_id').notNull(),
    skuId: text('sku_id').notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    units: integer('units').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.storefrontId, table.skuId, table.identityId] }), check('purchase_count_units', sql`units >= 0`)],
);

/** The first time a SKU had nothing left on hand after a window opened (K-07, K-09). */
export const sellOut = pgTable(
  'sell_out',
  {
    brandId: brandId(),
    storefrontId: text('storefront_id').notNull(),
    /** '' of a permanent storefront. */
    windowId: text('window_id').notNull(),
    skuId: text('sku_id').notNull(),
    openedAt: instant('opened_at').notNull(),
    soldOutAt: instant('sold_out_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.storefrontId, table.windowId, table.skuId] })],
);

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
    totalFen: fen('total_fen').notNull(),
    discountFen: fen('discount_fen').notNull(),
    /** What came in, and what went back. */
    paidFen: fen('paid_fen').notNull(),
    refundedFen: fen('refunded_fen').notNull(),
    couponId: text('coupon_id'),
    /** Name, phone and address, sealed under `order address:<id>`; null when erased or not yet known. */
    address: text('address'),
    /** K-04: mini_program or h5. */
    channel: text('channel').notNull(),
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
    /** placed, paid_by_notice, paid_by_query, late_money_honoured, late_money_refused, expired, cancelled_by_buyer, refunded, part_refunded. */
    why: text('why').notNull(),
    at: instant('at').notNull(),
    /** buyer, wechat_pay, clock, or `user:<id>`. */
    by: text('by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.orderId, table.seq] })],
);

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
    /** bad_signature, unknown_order, wrong_amount, wrong_merchant, wrong_appid, other_transaction, late_money or refund_failed. */
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
    /** Whether the units go back on sale once the money went back. */
    restock: boolean('restock').notNull(),
    requestKey: text('request_key').notNull(),
    requestedAt: instant('requested_at').notNull(),
    requestedBy: text('requested_by').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    uniqueIndex('refund_by_request').on(table.brandId, table.orderId, table.requestKey),
    check('refund_fen', sql`fen > 0`),
  ],
);

export const refundLine = pgTable(
  'refund_line',
  {
    brandId: brandId(),
    refundId: text('refund_id').notNull(),
    position: integer('position').notNull(),
    quantity: integer('quantity').notNull(),
    fen: fen('fen').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.refundId, table.position] })],
);

/** What coupons are made from. */
export const couponTemplate = pgTable(
  'coupon_template',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    /** `{ kind: 'amount', fen }` or `{ kind: 'percent', basisPoints, mostFen }`. */
    discount: jsonb('discount').notNull(),
    /** Goods for at least this much. */
    thresholdFen: fen('threshold_fen').notNull(),
    /** Where it counts; empty: everywhere. */
    storefrontIds: text('storefront_ids').array().notNull(),
    /** How many may be issued, and how many were. */
    budget: integer('budget').notNull(),
    issued: integer('issued').notNull(),
    validDays: integer('valid_days').notNull(),
    /** Whether shoppers may take one themselves. */
    claimable: boolean('claimable').notNull(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.id] }), check('coupon_budget', sql`issued between 0 and budget`)],
);

/** V-06: one coupon of one person. */
export const coupon = pgTable(
  'coupon',
  {
    brandId: brandId(),
    id: text('id').notNull(),
    templateId: text('template_id').notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    /** issued, saved, used or expired. */
    state: text('state').notNull(),
    issuedAt: instant('issued_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    savedAt: instant('saved_at'),
    usedAt: instant('used_at'),
    orderId: text('order_id'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.id] }),
    // One a person and template: a second tap finds the first.
    uniqueIndex('coupon_of_person').on(table.brandId, table.templateId, table.identityId),
    index('coupon_due').on(table.brandId, table.expiresAt).where(sql`state in ('issued', 'saved')`),
  ],
);
