import { type Log, messageOf, now } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { SIGNED_IN_FOR } from '../shop/shoppers.ts';
import { STOCK_FREED } from './pools.ts';

/** Remembers what is sold out, so that a "no" costs no question to the database. */
export interface SoldOut {
  /** Of these SKUs, those this person cannot have for certain. Who has an order of them, not older than a pass, is never refused here: it may be the one they ask for again. */
  refused(brandId: number, poolId: string, skuIds: readonly string[], identityId: number): string[];
  /** Somebody found nothing left. */
  noticed(brandId: number, poolId: string, skuId: string): void;
  close(): Promise<void>;
}

interface Entry {
  brandId: number;
  poolId: string;
  skuId: string;
  /** Of the stock row: as long as it has not grown, nothing came back. */
  version: number;
  /** Who had an order when it sold out, and may still have the pass they ordered with; nobody can have got one since, at this version. */
  buyers: ReadonlySet<number>;
  /** When the database last confirmed it, real time. */
  confirmedAt: number;
}

/** Confirmed again in the background after this, and not believed any more after the other (milliseconds). */
const CONFIRM_AFTER = 1000;
const BELIEVE_FOR = 2000;

/** Units that come back are told by NOTIFY; that the version is asked again each second is for when that was lost. */
export async function openSoldOut(database: Database, log: Log): Promise<SoldOut> {
  const entries = new Map<string, Entry>();
  const looking = new Set<string>();
  /** Grows when units come back: what was being read meanwhile is not believed. */
  let freed = 0;
  let confirming = false;

  const unlisten = await database.listen(STOCK_FREED, (brandId) => {
    freed += 1;
    for (const [key, entry] of entries) if (brandId === '' || entry.brandId === Number(brandId)) entries.delete(key);
  });
  const keyOf = (brandId: number, poolId: string, skuId: string) => `${brandId} ${poolId} ${skuId}`;
  const warn = (error: unknown) => log.warn({ err: messageOf(error) }, 'what is sold out could not be confirmed');

  async function look(brandId: number, poolId: string, skuId: string, key: string): Promise<void> {
    const before = freed;
    // One snapshot: at this version nothing is left, and these are all who may ask for their order of it again.
    const [row] = await database.forBrand(brandId).query<{ version: number; available: number; buyers: number[] }>(
      `select s.version, s.on_hand - s.held as available,
              array(select distinct o.identity_id from shop_order o join stock_hold h on h.brand_id = o.brand_id and h.order_id = o.id
                     where o.brand_id = $1 and o.placed_at > $4 and h.pool_id = $2 and h.sku_id = $3) as buyers
         from stock s where s.brand_id = $1 and s.pool_id = $2 and s.sku_id = $3`, [brandId, poolId, skuId, new Date(now() - SIGNED_IN_FOR)],
    );
    if (!row || row.available > 0 || freed !== before) return;
    entries.set(key, { brandId, poolId, skuId, version: row.version, buyers: new Set(row.buyers), confirmedAt: performance.now() });
  }

  async function confirm(): Promise<void> {
    const asked = [...entries];
    const rows = await database.system.query<{ brandId: number; poolId: string; skuId: string; version: number }>(
      `select s.brand_id as "brandId", s.pool_id as "poolId", s.sku_id as "skuId", s.version
         from stock s join unnest($1::int[], $2::text[], $3::text[]) as u (brand_id, pool_id, sku_id) using (brand_id, pool_id, sku_id)`,
      [asked.map(([, { brandId }]) => brandId), asked.map(([, { poolId }]) => poolId), asked.map(([, { skuId }]) => skuId)],
    );
    const versions = new Map(rows.map((row) => [keyOf(row.brandId, row.poolId, row.skuId), row.version]));
    const at = performance.now();
    for (const [key, entry] of asked) {
      if (versions.get(key) === entry.version) entry.confirmedAt = at;
      else if (entries.get(key) === entry) entries.delete(key);
    }
  }

  return {
    refused(brandId, poolId, skuIds, identityId) {
      const at = performance.now();
      return skuIds.filter((skuId) => {
        const key = keyOf(brandId, poolId, skuId);
        const entry = entries.get(key);
        if (!entry) return false;
        if (at - entry.confirmedAt > BELIEVE_FOR) {
          entries.delete(key);
          return false;
        }
        if (at - entry.confirmedAt > CONFIRM_AFTER && !confirming) {
          confirming = true;
          confirm().catch(warn).finally(() => (confirming = false));
        }
        return !entry.buyers.has(identityId);
      });
    },
    noticed(brandId, poolId, skuId) {
      const key = keyOf(brandId, poolId, skuId);
      if (entries.has(key) || looking.has(key)) return;
      looking.add(key);
      look(brandId, poolId, skuId, key).catch(warn).finally(() => looking.delete(key));
    },
    close: unlisten,
  };
}
