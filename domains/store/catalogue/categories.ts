import { badRequest, type Fen, newId } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { announceChange } from '../store-changed.ts';

export interface Category {
  id: string;
  name: string;
}

export const listCategories = (db: Querier, brandId: number): Promise<Category[]> =>
  db.query<Category & Record<string, unknown>>('select id, name from product_category where brand_id = $1 order by position, id', [brandId]);

/** The whole list, in its order; those without an id are new. Products of one that is gone have none. */
export async function saveCategories(tx: Tx, brandId: number, categories: readonly { id?: string; name: string }[]): Promise<Category[]> {
  const known = new Set((await listCategories(tx, brandId)).map(({ id }) => id));
  const kept = categories.map(({ id, name }) => ({ id: id !== undefined && known.has(id) ? id : newId(), name }));
  await tx.query('delete from product_category where brand_id = $1', [brandId]);
  for (const [position, { id, name }] of kept.entries()) {
    await tx.query('insert into product_category (brand_id, id, name, position) values ($1, $2, $3, $4)', [brandId, id, name, position]);
  }
  await tx.query('update product set category_id = null where brand_id = $1 and category_id <> all ($2)', [brandId, kept.map(({ id }) => id)]);
  return kept;
}

/** L-19: from this price upwards, until the next band begins. */
export interface PriceBand {
  fromFen: Fen;
  name: string;
  soldDirectly: boolean;
}

export const listPriceBands = (db: Querier, brandId: number): Promise<PriceBand[]> =>
  db.query<PriceBand & Record<string, unknown>>('select from_fen as "fromFen", name, sold_directly as "soldDirectly" from price_band where brand_id = $1 order by from_fen', [brandId]);

export async function savePriceBands(tx: Tx, brandId: number, bands: readonly PriceBand[]): Promise<void> {
  if (new Set(bands.map(({ fromFen }) => fromFen)).size < bands.length) {
    throw badRequest('band_twice', { zh: '两个价格带的起点相同。', en: 'Two price bands begin at the same price.' }, { field: 'bands' });
  }
  await tx.query('delete from price_band where brand_id = $1', [brandId]);
  for (const { fromFen, name, soldDirectly } of bands) {
    await tx.query('insert into price_band (brand_id, from_fen, name, sold_directly) values ($1, $2, $3, $4)', [brandId, fromFen, name, soldDirectly]);
  }
  await announceChange(tx, brandId);
}

/** The band a price falls into; null below the first. */
export const bandOf = (bands: readonly PriceBand[], priceFen: Fen): PriceBand | null =>
  bands.reduce<PriceBand | null>((found, band) => (band.fromFen <= priceFen && (found === null || band.fromFen > found.fromFen) ? band : found), null);
