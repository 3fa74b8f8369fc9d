import type { Querier } from '@qingniao/activity';

type Names = (db: Querier, brandId: number, ids: readonly string[]) => Promise<Map<string, string>>;

const namesIn = (select: string): Names => async (db, brandId, ids) => {
  const rows = await db.query<{ id: string; name: string }>(`${select} where brand_id = $1 and id = any ($2)`, [brandId, ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** What these are called, for the rooms that tell what happened with them. */
export const orderNumbers = namesIn('select id, number as name from shop_order');
export const productNames = namesIn('select id, name from product');
export const storefrontNames = namesIn('select id, name from storefront');
/** By the number of the order they are about. */
export const afterSaleNames = namesIn('select id, (select number from shop_order o where o.brand_id = after_sale.brand_id and o.id = order_id) as name from after_sale');
