import { now } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { StorefrontParams } from '../routes/fields.ts';
import type { Shelves } from '../storefronts/shelves.ts';
import { createRemembered } from './remembered.ts';
import { signedIn, tags } from './signed-in.ts';
import { visibleShelf } from './visible-shelf.ts';

const DAYS = 30;
const MOST = 6;
const FRESH = 60_000;
const AT_MOST = 600_000;

interface Sold extends Record<string, unknown> {
  productId: string;
  units: number;
}

export interface BestSellerDeps {
  database: Database;
  shelves: Shelves;
}

/** Z-12: what was bought most here, with the number it really was; nothing sold is an empty list. */
export const bestSellerRoutes: FastifyPluginAsyncTypebox<BestSellerDeps> = async (app, { database, shelves }) => {
  const remembered = createRemembered<Sold[]>(FRESH, AT_MOST, app.log);

  app.get('/storefronts/:storefrontId/best-sellers', {
    config: signedIn,
    schema: {
      tags, summary: 'Most bought here in 30 days, of what is on sale', operationId: 'shopBestSellers', params: StorefrontParams,
      response: { 200: Type.Object({ days: Type.Integer(), items: Type.Array(Type.Object({ productId: Type.String(), units: Type.Integer({ description: 'Sold and kept' }) })) }) },
    },
  }, async ({ shopper, params: { storefrontId } }) => {
    const { products } = await visibleShelf(shelves, shopper, storefrontId);
    const sold = await remembered(`${shopper.brandId} ${storefrontId}`, () => countSold(database, shopper.brandId, storefrontId));
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
