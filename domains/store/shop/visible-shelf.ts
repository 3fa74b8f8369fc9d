import type { Shelf, Shelves } from '../storefronts/shelves.ts';
import { type Storefront, storefrontNotFound } from '../storefronts/storefronts.ts';
import type { Shopper } from './shoppers.ts';

/** Drafts and archived storefronts are the brand’s affair. */
export const isVisible = ({ state }: Pick<Storefront, 'state'>): boolean => state === 'published' || state === 'paused';

/** @throws Problem not_found (404) */
export async function visibleShelf(shelves: Shelves, { brandId }: Shopper, storefrontId: string): Promise<Shelf> {
  const shelf = await shelves.shelfOf(brandId, storefrontId);
  if (!isVisible(shelf.storefront)) throw storefrontNotFound();
  return shelf;
}
