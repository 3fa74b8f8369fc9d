import type { Database } from '@qingniao/storage';

/** What is left of each SKU of a storefront, at most a second old: a crowd that looks at one page asks once a second and process. */
export interface Availability {
  of(brandId: number, storefrontId: string): Promise<ReadonlyMap<string, number>>;
}

/** Real time, milliseconds. */
const FRESH = 1000;
/** Storefronts remembered; more are asked anew. */
const MOST = 1000;

export function createAvailability(database: Database): Availability {
  const asked = new Map<string, { at: number; left: Promise<ReadonlyMap<string, number>> }>();

  async function ask(brandId: number, storefrontId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await database.forBrand(brandId).query<{ skuId: string; available: number }>(
      `select s.sku_id as "skuId", s.on_hand - s.held as available
         from listing l join storefront f on f.brand_id = l.brand_id and f.id = l.storefront_id
         join stock s on s.brand_id = l.brand_id and s.pool_id = f.pool_id and s.sku_id = l.sku_id
        where l.brand_id = $1 and l.storefront_id = $2`, [brandId, storefrontId],
    );
    return new Map(rows.map(({ skuId, available }) => [skuId, available]));
  }

  return {
    of(brandId, storefrontId) {
      const key = `${brandId} ${storefrontId}`;
      const known = asked.get(key);
      const at = performance.now();
      if (known && at - known.at < FRESH) return known.left;
      const left = ask(brandId, storefrontId);
      if (asked.size >= MOST) asked.clear();
      asked.set(key, { at, left });
      left.catch(() => asked.delete(key));
      return left;
    },
  };
}
