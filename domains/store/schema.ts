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
    /** W-50: all its variants differ in, when the receiver of a gift may choose among those of one price: size, length or colour. Null: the buyer chooses. */
    askReceiver: text('ask_receiver'),
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
    /** Of a drop with a queue: seconds a turn lasts; null: whoever is quickest. */
    turnSeconds: integer('turn_seconds'),
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
