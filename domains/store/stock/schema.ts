import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });

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
    /** received, counted, moved, sold, returned or exchanged. */
    reason: text('reason').notNull(),
    /** The order, refund, after-sale case or other pool it belongs to. */
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

/** L-22: units somebody holds or has bought of a listing; it may get a limit later. */
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
