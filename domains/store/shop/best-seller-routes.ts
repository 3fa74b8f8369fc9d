import { now } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { StorefrontParams } from '../routes/fields.ts';
import type { Shelves } from '../storefronts/shelves.ts';
import { storefrontNotFound } from '../storefronts/storefronts.ts';
import { signedIn, tags } from './signed-in.ts';

const DAYS = 30;
const MOST = 6;
/** Milliseconds a list is shown before it is counted again: a crowd asks for it with every page. */
const FRESH = 60_000;
const MOST_LISTS = 1000;

interface Sold extends Record<string, unknown> {
  productId: string;
  units: number;
}

/** Z-12: what was bought most here, with the number it really was; nothing sold is an empty list. */
export const bestSellerRoutes: FastifyPluginAsyncTypebox<{ database: Database; shelves: Shelves }> = async (app, { database, shelves }) => {
  const held = new Map<string, { at: number; sold: Promise<Sold[]> }>();

  function soldIn(brandId: number, storefrontId: string): Promise<Sold[]> {
    const key = `${brandId} ${storefrontId}`;
    const known = held.get(key);
    if (known && now() - known.at < FRESH) return known.sold;
    const sold = countSold(database, brandId, storefrontId);
    if (held.size >= MOST_LISTS) held.clear();
    held.set(key, { at: now(), sold });
    sold.catch(() => held.delete(key));
    return sold;
  }

  app.get('/storefronts/:storefrontId/best-sellers', {
    config: signedIn,
    schema: {
      tags, summary: 'Most bought here in 30 days, of what is on sale', operationId: 'shopBestSellers', params: StorefrontParams,
      response: { 200: Type.Object({ days: Type.Integer(), items: Type.Array(Type.Object({ productId: Type.String(), units: Type.Integer({ description: 'Sold and kept' }) })) }) },
    },
  }, async ({ shopper: { brandId }, params: { storefrontId } }) => {
    const { storefront, products } = await shelves.shelfOf(brandId, storefrontId);
    // Drafts and archived storefronts are the brand's affair.
    if (storefront.state !== 'published' && storefront.state !== 'paused') throw storefrontNotFound();
    const sold = await soldIn(brandId, storefrontId);
    return { days: DAYS, items: sold.filter(({ productId }) => products.has(productId)).slice(0, MOST) };
  });
};

const countSold = (database: Database, brandId: number, storefrontId: string): Promise<Sold[]> =>
  database.forBrand(brandId).query<Sold>(
    `select l.product_id as "productId", sum(l.quantity - coalesce(r.units, 0))::int as units
       from shop_order o
       join order_line l on l.brand_id = o.brand_id and l.order_id = o.id
       left join lateral (select sum(rl.quantity) as units from refund f join refund_line rl on rl.brand_id = f.brand_id and rl.refund_id = f.id
                           where f.brand_id = o.brand_id and f.order_id = o.id and f.state = 'succeeded' and rl.position = l.position) as r on true
      where o.brand_id = $1 and o.storefront_id = $2 and o.placed_at >= $3 and o.paid_at is not null and o.state <> 'cancelled'
      group by 1 having sum(l.quantity - coalesce(r.units, 0)) > 0 order by units desc, 1 limit 50`,
    [brandId, storefrontId, new Date(now() - DAYS * 86_400_000)],
  );
