import { badRequest, digestId, nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { chooseOptions, type ChosenOptions } from '../catalogue/options.ts';
import type { Shelf } from '../storefronts/shelves.ts';

export interface CartLine {
  id: string;
  skuId: string;
  quantity: number;
  options: ChosenOptions;
}

export const MOST_LINES = 50;
export const MOST_UNITS = 99;

/** Kept for the person, not for the device: who loses the network, or the phone, finds it as it was. */
export const readCart = (db: Querier, brandId: number, identityId: number, storefrontId: string): Promise<CartLine[]> =>
  db.query<CartLine & Record<string, unknown>>(
    'select id, sku_id as "skuId", quantity, options from cart_line where brand_id = $1 and identity_id = $2 and storefront_id = $3 order by added_at, id', [brandId, identityId, storefrontId],
  );

/**
 * Sets how many of a thing are in the cart; none takes it out. The same SKU with the same options is one line, with
 * others another. The same call twice changes nothing more. @throws Problem not_on_sale, cart_full, option_* (422)
 */
export async function setCartLine(tx: Tx, brandId: number, identityId: number, shelf: Shelf, { skuId, quantity, options }: Omit<CartLine, 'id'>): Promise<void> {
  const storefrontId = shelf.storefront.id;
  const item = shelf.items.get(skuId);
  if (quantity === 0) {
    // As the line has them: what is not sold any more, or not with these options, can still be taken out.
    await tx.query('delete from cart_line where brand_id = $1 and identity_id = $2 and storefront_id = $3 and id = $4', [brandId, identityId, storefrontId, lineId(skuId, options)]);
    return;
  }
  if (!item) throw notOnSale(skuId);
  const made = chooseOptions(item.options, options).options;
  const id = lineId(skuId, made);
  await tx.query(
    `insert into cart_line (brand_id, identity_id, storefront_id, id, sku_id, quantity, options, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (brand_id, identity_id, storefront_id, id) do update set quantity = excluded.quantity`,
    [brandId, identityId, storefrontId, id, skuId, quantity, JSON.stringify(made), nowDate()],
  );
  const lines = await readCart(tx, brandId, identityId, storefrontId);
  if (lines.length > MOST_LINES) throw badRequest('cart_full', { zh: `购物袋最多 ${MOST_LINES} 种商品。`, en: `A bag holds at most ${MOST_LINES} different things.` });
}

const lineId = (skuId: string, options: ChosenOptions): string => digestId(skuId, ...Object.entries(options).sort().flat());

export const notOnSale = (skuId: string) => badRequest('not_on_sale', { zh: '商品已下架，请移出购物袋。', en: 'This is not on sale here any more; take it out of your bag.' }, { data: { skuId } });
