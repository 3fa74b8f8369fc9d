import { bigint, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const brandId = () => integer('brand_id').notNull();
const instant = (name: string) => timestamp(name, { withTimezone: true });
const release = () => ({ brandId: brandId(), storefrontId: text('storefront_id').notNull(), windowId: text('window_id').notNull() });

/** The crowd before one release of a drop. Its row is the lock under which places are numbered, people called and the log written. */
export const dropQueue = pgTable(
  'drop_queue',
  {
    ...release(),
    /** The last place taken, and the last one called; 0: none. */
    arrivals: integer('arrivals').notNull(),
    called: integer('called').notNull(),
    /** Told "no" from memory after the sell-out. */
    refused: bigint('refused', { mode: 'number' }).notNull(),
    /** Of `drop_log`: how many blocks it has, and the hash of the last. */
    blocks: integer('blocks').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.storefrontId, table.windowId] })],
);

/** Places in the order of arrival. Somebody who let a turn pass may take another. */
export const dropPlace = pgTable(
  'drop_place',
  {
    ...release(),
    number: integer('number').notNull(),
    identityId: bigint('identity_id', { mode: 'number' }).notNull(),
    arrivedAt: instant('arrived_at').notNull(),
    /** What it was used for. */
    orderId: text('order_id'),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.storefrontId, table.windowId, table.number] }),
    index('drop_place_by_person').on(table.brandId, table.storefrontId, table.windowId, table.identityId, table.number),
  ],
);

/** Who was called when: everybody up to this place who was not before. */
export const dropCall = pgTable(
  'drop_call',
  { ...release(), upTo: integer('up_to').notNull(), at: instant('at').notNull() },
  (table) => [primaryKey({ columns: [table.brandId, table.storefrontId, table.windowId, table.upTo] })],
);

/** What was decided and in which order, a block a transaction, each bound to the one before (drop/log.ts). Never changed. */
export const dropLog = pgTable(
  'drop_log',
  {
    ...release(),
    /** 1, 2, … */
    block: integer('block').notNull(),
    /** JSON, exactly as it was hashed. */
    entries: text('entries').notNull(),
    /** SHA-256 of the hash before and the entries, hex. */
    hash: text('hash').notNull(),
    /** Of the hash, with this installation's secret: who can only write to the database cannot make it. */
    seal: text('seal').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.storefrontId, table.windowId, table.block] })],
);
