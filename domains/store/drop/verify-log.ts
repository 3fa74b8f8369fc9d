import type { Secrets } from '@qingniao/kernel';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { firstHash, type LogEntry, type LogOf, nextHash, sealOf } from './log.ts';

/** What does not agree, and where it is seen first. */
export interface LogBreak {
  /**
   * missing: a block is not there; changed: it, or one before, is not what was written; forged: it was not written by this installation;
   * order: places are not numbered or called one after another; places, calls, orders: those tables say something else than the log.
   */
  why: 'missing' | 'changed' | 'forged' | 'order' | 'places' | 'calls' | 'orders';
  block: number | null;
  place: number | null;
}

export interface LogReport {
  blocks: number;
  /** Of the last block: who noted it before can tell whether anything up to there was changed since. */
  hash: string;
  arrivals: number;
  called: number;
  ordered: number;
  refused: number;
  /** Orders of this release that needed no place: there was no queue then. */
  withoutPlace: number;
  firstBreak: LogBreak | null;
}

interface Replay {
  who: number[];
  calls: number[];
  orders: Map<number, string>;
  refused: number;
}

const PAGE = 500;

/** Reads a release's log from its first block and compares it with what the tables hold. Nobody is numbered or called meanwhile: some tens of milliseconds. */
export const verifyLog = (db: BrandDatabase, secrets: Secrets, of: LogOf): Promise<LogReport> =>
  db.tx(async (tx) => {
    const key = [of.brandId, of.storefrontId, of.windowId];
    const [queue] = await tx.query<{ blocks: number; hash: string }>('select blocks, hash from drop_queue where brand_id = $1 and storefront_id = $2 and window_id = $3 for share', key);
    const head = queue ?? { blocks: 0, hash: firstHash(of) };
    const replay: Replay = { who: [], calls: [], orders: new Map(), refused: 0 };
    const firstBreak = (await readChain(tx, secrets, of, head, replay)) ?? (await compareTables(tx, key, replay));
    const [beside] = await tx.query<{ n: number }>(
      `select count(*)::int as n from shop_order o where o.brand_id = $1 and o.storefront_id = $2 and o.window_id = $3
          and not exists (select 1 from drop_place p where p.brand_id = $1 and p.storefront_id = $2 and p.window_id = $3 and p.identity_id = o.identity_id and p.order_id = o.id)`, key,
    );
    return {
      ...head, arrivals: replay.who.length, called: replay.calls.at(-1) ?? 0, ordered: replay.orders.size, refused: replay.refused, withoutPlace: beside!.n, firstBreak,
    };
  });

async function readChain(tx: Tx, secrets: Secrets, of: LogOf, head: { blocks: number; hash: string }, replay: Replay): Promise<LogBreak | null> {
  let hash = firstHash(of);
  for (let block = 0; block < head.blocks; ) {
    const rows = await tx.query<{ block: number; entries: string; hash: string; seal: string }>(
      'select block, entries, hash, seal from drop_log where brand_id = $1 and storefront_id = $2 and window_id = $3 and block > $4 order by block limit $5', [of.brandId, of.storefrontId, of.windowId, block, PAGE],
    );
    if (rows.length === 0) return { why: 'missing', block: block + 1, place: null };
    for (const row of rows) {
      block += 1;
      if (row.block !== block) return { why: 'missing', block, place: null };
      hash = nextHash(hash, row.entries);
      if (row.hash !== hash) return { why: 'changed', block, place: null };
      if (row.seal !== sealOf(secrets, of, block, hash)) return { why: 'forged', block, place: null };
      for (const entry of JSON.parse(row.entries) as LogEntry[]) {
        if (!follows(entry, replay)) return { why: 'order', block, place: 'place' in entry ? entry.place : null };
      }
    }
  }
  return hash === head.hash ? null : { why: 'changed', block: head.blocks, place: null };
}

/** Whether an entry may come next; takes it in. */
function follows(entry: LogEntry, replay: Replay): boolean {
  const called = replay.calls.at(-1) ?? 0;
  switch (entry.did) {
    case 'arrived': return entry.place === replay.who.push(entry.who);
    case 'called': return entry.upTo > called && entry.upTo <= replay.who.length && replay.calls.push(entry.upTo) > 0;
    case 'refused': return entry.place <= called && ++replay.refused > 0;
    case 'ordered': return entry.place <= called && !replay.orders.has(entry.place) && replay.orders.set(entry.place, entry.order).size > 0;
  }
}

async function compareTables(tx: Tx, key: unknown[], replay: Replay): Promise<LogBreak | null> {
  const places = await tx.query<{ number: number; identityId: number; orderId: string | null; isTheirs: boolean }>(
    `select p.number, p.identity_id as "identityId", p.order_id as "orderId", coalesce(o.identity_id = p.identity_id, false) as "isTheirs"
       from drop_place p left join shop_order o on o.brand_id = p.brand_id and o.id = p.order_id
      where p.brand_id = $1 and p.storefront_id = $2 and p.window_id = $3 order by p.number`, key,
  );
  for (let place = 1; place <= Math.max(places.length, replay.who.length); place++) {
    const row = places[place - 1];
    if (row?.number !== place || row.identityId !== replay.who[place - 1]) return { why: 'places', block: null, place };
    if (row.orderId !== (replay.orders.get(place) ?? null) || (row.orderId !== null && !row.isTheirs)) return { why: 'orders', block: null, place };
  }
  const calls = await tx.query<{ upTo: number }>('select up_to as "upTo" from drop_call where brand_id = $1 and storefront_id = $2 and window_id = $3 order by up_to', key);
  const wrong = replay.calls.findIndex((upTo, index) => calls[index]?.upTo !== upTo);
  if (wrong >= 0 || calls.length !== replay.calls.length) return { why: 'calls', block: null, place: replay.calls[wrong] ?? calls[replay.calls.length]!.upTo };
  return null;
}
