import { pictureUrl } from '../api/client';
import type { Product } from './options';
import type { Shelf } from './shelf';

/** How a thing in the bag, or in an order, looks. */
export interface LineWords {
  picture: string;
  productId: string;
  /** What is engraved and what was chosen, in words. */
  made: string;
}

/** `shelf` null: the storefront is gone; then only what was engraved can be said. */
export function lineWords(shelf: Shelf | null, { skuId, options }: { skuId: string; options: Record<string, string> }): LineWords {
  const productId = shelf?.items.find((item) => item.skuId === skuId)?.productId;
  const product = shelf?.products.find(({ id }) => id === productId);
  const picture = product?.pictureIds[0];
  return { picture: picture === undefined ? '' : pictureUrl(picture), productId: productId ?? '', made: madeWords(product, options) };
}

const madeWords = (product: Product | undefined, chosen: Record<string, string>): string =>
  Object.entries(chosen).map(([id, value]) => {
    const option = product?.options.find((each) => each.id === id);
    if (option?.kind === 'choice') return option.choices.find((choice) => choice.id === value)?.name ?? value;
    return option ? `${option.name} “${value}”` : `“${value}”`;
  }).join(' · ');
