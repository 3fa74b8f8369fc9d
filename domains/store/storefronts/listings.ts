import { badRequest, type Fen, notFound } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { bandOf, listPriceBands } from '../catalogue/categories.ts';
import { announceChange } from '../store-changed.ts';
import { storefrontNotFound } from './storefronts.ts';

export interface ListingInput {
  skuId: string;
  /** Null: the SKU's own price. */
  priceFen: Fen | null;
  /** L-22; null: as many as there are. */
  perPerson: number | null;
}

export interface Listing extends ListingInput {
  productId: string;
  code: string;
  productName: string;
  skuName: string;
  /** What it costs here. */
  sellsAtFen: Fen;
  onHand: number;
  available: number;
}

/** With what its pool has. */
export const listListings = (db: Querier, brandId: number, storefrontId: string): Promise<Listing[]> =>
  db.query<Listing & Record<string, unknown>>(
    `select l.sku_id as "skuId", l.price_fen as "priceFen", l.per_person as "perPerson", k.product_id as "productId", k.code, p.name as "productName", k.name as "skuName",
            coalesce(l.price_fen, k.price_fen) as "sellsAtFen", coalesce(s.on_hand, 0) as "onHand", coalesce(s.on_hand - s.held, 0) as available
       from listing l
       join storefront f on f.brand_id = l.brand_id and f.id = l.storefront_id
       join sku k on k.brand_id = l.brand_id and k.id = l.sku_id
       join product p on p.brand_id = l.brand_id and p.id = k.product_id
       left join stock s on s.brand_id = l.brand_id and s.pool_id = f.pool_id and s.sku_id = l.sku_id
      where l.brand_id = $1 and l.storefront_id = $2 order by l.position, l.sku_id`, [brandId, storefrontId],
  );

/** The whole list, in its order. @throws Problem not_found (404), sku_twice, not_sold_directly (422, L-19) */
export async function saveListings(tx: Tx, brandId: number, storefrontId: string, listings: readonly ListingInput[]): Promise<void> {
  const [storefront] = await tx.query('select 1 from storefront where brand_id = $1 and id = $2 for update', [brandId, storefrontId]);
  if (!storefront) throw storefrontNotFound();
  const prices = await tx.query<{ id: string; priceFen: Fen }>('select id, price_fen as "priceFen" from sku where brand_id = $1 and id = any ($2)', [brandId, listings.map(({ skuId }) => skuId)]);
  const bands = await listPriceBands(tx, brandId);
  for (const [index, { skuId, priceFen }] of listings.entries()) {
    const own = prices.find(({ id }) => id === skuId);
    if (!own) throw notFound({ zh: '该规格', en: 'variant' });
    if (listings.findIndex((one) => one.skuId === skuId) < index) throw badRequest('sku_twice', { zh: '同一规格只能上架一次。', en: 'A variant is listed once.' }, { field: `listings.${index}.skuId` });
    const band = bandOf(bands, priceFen ?? own.priceFen);
    if (band && !band.soldDirectly) {
      throw badRequest('not_sold_directly', { zh: `价格带“${band.name}”不在线上直售。`, en: `The price band “${band.name}” is not sold directly.` }, { field: `listings.${index}.priceFen` });
    }
  }
  await tx.query('delete from listing where brand_id = $1 and storefront_id = $2', [brandId, storefrontId]);
  await tx.query(
    `insert into listing (brand_id, storefront_id, sku_id, price_fen, per_person, position)
     select $1, $2, sku_id, price_fen, per_person, ordinality
       from unnest($3::text[], $4::bigint[], $5::int[]) with ordinality as new (sku_id, price_fen, per_person)`,
    [brandId, storefrontId, listings.map(({ skuId }) => skuId), listings.map(({ priceFen }) => priceFen), listings.map(({ perPerson }) => perPerson)],
  );
  await announceChange(tx, brandId);
}
