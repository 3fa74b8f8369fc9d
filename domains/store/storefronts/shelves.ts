import { type Fen, type Log, messageOf } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Database } from '@qingniao/storage';
import type { ProductOption } from '../catalogue/options.ts';
import { bandOf, listPriceBands } from '../catalogue/categories.ts';
import { type Product, readProduct } from '../catalogue/products.ts';
import { STORE_CHANGED } from '../store-changed.ts';
import { readStorefront, type Storefront } from './storefronts.ts';

/** One thing on sale. */
export interface ShelfItem {
  skuId: string;
  productId: string;
  /** Product and variant, as the order will call it. */
  name: string;
  priceFen: Fen;
  compareAtFen: Fen | null;
  perPerson: number | null;
  options: readonly ProductOption[];
}

/** A storefront with all it sells: what a checkout needs to know, without asking the database. */
export interface Shelf {
  storefront: Storefront;
  /** In the order of the listings. */
  items: ReadonlyMap<string, ShelfItem>;
  /** Those that have something on sale here. */
  products: ReadonlyMap<string, Product>;
}

export interface Shelves {
  /** @throws Problem not_found (404) */
  shelfOf(brandId: number, storefrontId: string): Promise<Shelf>;
  close(): Promise<void>;
}

/** Remembered until something in the brand's store changes; every process hears of it with the commit. */
export async function openShelves(database: Database, log: Log): Promise<Shelves> {
  const held = new Map<number, Map<string, Promise<Shelf>>>();
  const unlisten = await database.listen(STORE_CHANGED, (brandId) => (brandId === '' ? held.clear() : held.delete(Number(brandId))));
  return {
    shelfOf(brandId, storefrontId) {
      const ofBrand = held.get(brandId) ?? new Map<string, Promise<Shelf>>();
      held.set(brandId, ofBrand);
      const known = ofBrand.get(storefrontId);
      if (known) return known;
      const loading = readShelf(database.forBrand(brandId), brandId, storefrontId);
      ofBrand.set(storefrontId, loading);
      loading.catch((error: unknown) => {
        ofBrand.delete(storefrontId);
        log.debug({ brandId, err: messageOf(error) }, 'a storefront could not be read');
      });
      return loading;
    },
    close: unlisten,
  };
}

async function readShelf(db: Querier, brandId: number, storefrontId: string): Promise<Shelf> {
  const storefront = await readStorefront(db, brandId, storefrontId);
  const listed = await db.query<{ skuId: string; productId: string; priceFen: Fen; perPerson: number | null }>(
    `select l.sku_id as "skuId", k.product_id as "productId", coalesce(l.price_fen, k.price_fen) as "priceFen", l.per_person as "perPerson"
       from listing l
       join sku k on k.brand_id = l.brand_id and k.id = l.sku_id
       join product p on p.brand_id = l.brand_id and p.id = k.product_id
      where l.brand_id = $1 and l.storefront_id = $2 and p.state = 'active' and k.archived_at is null order by l.position, l.sku_id`, [brandId, storefrontId],
  );
  const bands = await listPriceBands(db, brandId);
  // L-19: bands and prices may have changed since it was listed.
  const listings = listed.filter(({ priceFen }) => bandOf(bands, priceFen)?.soldDirectly !== false);
  const products = new Map<string, Product>();
  for (const { productId } of listings) if (!products.has(productId)) products.set(productId, await readProduct(db, brandId, productId));
  const items = listings.map((listing): ShelfItem => {
    const product = products.get(listing.productId)!;
    const sku = product.skus.find(({ id }) => id === listing.skuId)!;
    return { ...listing, name: sku.name === '' ? product.name : `${product.name} ${sku.name}`, compareAtFen: sku.compareAtFen, options: product.options };
  });
  return { storefront, items: new Map(items.map((item) => [item.skuId, item])), products };
}
