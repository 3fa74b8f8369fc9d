import type { Database, Projection, Row, Tx, Warehouse, WarehouseTable } from '@qingniao/storage';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventLog, readEventsOf } from './read-events.ts';
import type { Json, LogEvent } from './types.ts';

const word = 'LowCardinality(String)';

/** Props of these names, whoever sets them, are columns: what is asked often is not dug out of JSON. What is neither text nor number is '' there. */
export const wordProps = [
  'scene', 'channel_id', 'source', 'menu_key', 'menu_category', 'push_id', 'variant_id', 'link_id', 'template_id', 'card_id', 'status',
] as const;
const numberProps = {
  article_idx: { type: 'UInt16', least: 0, most: 65_535 },
  amount: { type: 'Int64', least: Number.MIN_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER },
} as const;

export const numberPropNames = Object.keys(numberProps);

/** `contact_id` is the identity's first contact (the same number), 0 for events about nobody; see `moved_identities`. */
export const eventsTable: WarehouseTable = {
  name: 'events',
  columns: {
    brand_id: 'UInt32',
    event_id: 'UInt64 CODEC(Delta, ZSTD)',
    type: word,
    contact_id: 'UInt64',
    at: "DateTime('UTC') CODEC(Delta, ZSTD)",
    received_at: "DateTime('UTC') CODEC(Delta, ZSTD)",
    asset_id: word,
    ...Object.fromEntries(wordProps.map((name) => [name, word])),
    ...Object.fromEntries(Object.entries(numberProps).map(([name, { type }]) => [name, type])),
    props: 'String CODEC(ZSTD)',
  },
  engine: 'MergeTree',
  orderBy: ['brand_id', 'type', 'contact_id', 'at'],
  partitionBy: 'toYYYYMM(at)',
  shardBy: 'cityHash64(brand_id, contact_id)',
};

/**
 * The few identities that are not (or no longer) their own contact. Read with FINAL and join:
 * `if(m.contact_id = 0, e.contact_id, m.contact_id)`.
 */
const movedTable: WarehouseTable = {
  name: 'moved_identities',
  columns: { brand_id: 'UInt32', identity_id: 'UInt64', contact_id: 'UInt64', version: 'UInt64' },
  engine: { replacing: { version: 'version' } },
  orderBy: ['brand_id', 'identity_id'],
  shardBy: 'cityHash64(brand_id, identity_id)',
};

export const warehouseTables: readonly WarehouseTable[] = [eventsTable, movedTable];

/** Makes the tables unless they are there. */
async function prepareWarehouse(warehouse: Warehouse): Promise<void> {
  for (const table of warehouseTables) await warehouse.createTable(table);
}

export interface WarehouseEventsOptions {
  database: Database;
  warehouse: Warehouse;
  /** Milliseconds between inserts of few events: each insert is a part on disk that has to be merged. */
  pace?: number;
}

/** Larger ones would hold up the event loop, and with it callbacks, for too long at a time. */
const BATCH = 2000;
const WORTH_A_PART = 500;

/**
 * Forwards the log to the warehouse. Where a batch ends is written down before it is sent, so that a crash between
 * insert and cursor is repaired by sending the same batch under the same token. While the warehouse is away this
 * lags and nothing else notices. Give it a runner of its own: it is paced by real time.
 */
export function warehouseEvents({ database, warehouse, pace = 1000 }: WarehouseEventsOptions): Projection<LogEvent> {
  let prepared: Promise<void> | null = null;
  let lastInsert = -Infinity;

  async function prepare(): Promise<void> {
    prepared ??= prepareWarehouse(warehouse);
    await prepared.catch((error: unknown) => {
      prepared = null;
      throw error;
    });
  }

  return {
    name: 'warehouse-events',
    batch: BATCH,
    alone: true,
    async apply(tx, events) {
      await prepare();
      if (events.length < WORTH_A_PART) await sleep(Math.max(0, lastInsert + pace - performance.now()));
      for (const part of await cut(database, events)) await warehouse.insert('events', part.map(warehouseRow), tokenOf(part));
      await followMoves(warehouse, events);
      await followErasures(tx, warehouse, events);
      lastInsert = performance.now();
      await tx.query('delete from warehouse_batch where last_id <= $1', [events.at(-1)!.id]);
    },
    /** Dropped, not truncated: the tokens of the old rows must go with them. */
    async reset(tx) {
      for (const table of warehouseTables) await warehouse.dropTable(table.name);
      prepared = null;
      await prepare();
      await tx.query('delete from warehouse_batch');
    },
  };
}

const tokenOf = (part: readonly LogEvent[]): string => `events-${part[0]!.id}-${part.at(-1)!.id}`;

/**
 * The events in the parts an earlier, interrupted attempt announced, and the rest as a part announced now, in a
 * transaction of its own: it must outlive ours. A part goes whole under its token, also where it ends behind these
 * events; one that began before them went when its beginning did.
 */
async function cut(database: Database, events: readonly LogEvent[]): Promise<LogEvent[][]> {
  const [first, last] = [events[0]!.id, events.at(-1)!.id];
  const announced = await database.system.query<{ first_id: number; last_id: number }>(
    'select first_id, last_id from warehouse_batch where first_id <= $2 and last_id >= $1 order by first_id', [first, last],
  );
  const sent = announced.at(-1)?.last_id ?? 0;
  const whole = sent > last ? [...events, ...(await eventLog.read(database.system, last, BATCH))] : events;
  const parts = announced.filter(({ first_id }) => first_id >= first).map(({ first_id, last_id }) => whole.filter(({ id }) => id >= first_id && id <= last_id));
  const rest = events.filter(({ id }) => id > sent);
  if (rest.length === 0) return parts;
  await database.system.query('insert into warehouse_batch (first_id, last_id) values ($1, $2)', [rest[0]!.id, rest.at(-1)!.id]);
  return [...parts, rest];
}

/** One event as a row of `events`. */
export function warehouseRow(event: LogEvent): Row {
  const row: Row = {
    brand_id: event.brandId,
    event_id: event.id,
    type: event.type,
    contact_id: event.identityId ?? 0,
    at: seconds(event.at),
    received_at: seconds(event.receivedAt),
    asset_id: event.assetId ?? '',
    props: JSON.stringify(event.props),
  };
  for (const name of wordProps) row[name] = warehouseWord(event.props[name]);
  for (const [name, limits] of Object.entries(numberProps)) row[name] = numberOf(event.props[name], limits);
  return row;
}

const seconds = (at: Date): number => Math.max(0, Math.floor(at.getTime() / 1000));
/** A property as its column has it. */
export const warehouseWord = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
/** A value that does not fit its column is 0 there and stays readable in `props`. */
const numberOf = (value: Json | undefined, { least, most }: { least: number; most: number }): number =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most ? (value as number) : 0;

async function followMoves(warehouse: Warehouse, events: readonly LogEvent[]): Promise<void> {
  const moves = events.filter((event) => event.type === 'identity.moved');
  const rows = moves.map(({ id, brandId, identityId, props }) => ({ brand_id: brandId, identity_id: identityId, contact_id: props['contact_id'], version: id }));
  await warehouse.insert('moved_identities', rows);
}

/** PostgreSQL has emptied their events already; their rows are taken from there again. Repeating it changes nothing. */
async function followErasures(tx: Tx, warehouse: Warehouse, events: readonly LogEvent[]): Promise<void> {
  const last = events.at(-1)!.id;
  const erased = events.filter((event) => event.type === 'identity.erased');
  for (const brand of new Set(erased.map((event) => event.brandId))) {
    const ids = erased.flatMap((event) => (event.brandId === brand && event.identityId !== null ? event.identityId : []));
    await warehouse.deleteRows('events', 'brand_id = {brand:UInt32} and contact_id in {ids:Array(UInt64)} and event_id <= {last:UInt64}', { brand, ids, last });
    const emptied = await readEventsOf(tx, brand, ids, last);
    for (let from = 0; from < emptied.length; from += BATCH) await warehouse.insert('events', emptied.slice(from, from + BATCH).map(warehouseRow));
  }
}
