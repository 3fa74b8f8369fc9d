import { useQuery } from '@tanstack/react-query';
import { useBrand } from '../../shell/brand-context.ts';
import { productsQuery } from './queries.ts';

export interface Variant {
  id: string;
  productId: string;
  /** Product and variant. */
  name: string;
  code: string;
  priceFen: number;
  /** May be listed and received: neither it nor its product is archived. */
  inUse: boolean;
}

/** Every variant by its id, in the order of the catalogue; undefined while loading. */
export function useVariants(): ReadonlyMap<string, Variant> | undefined {
  const brand = useBrand();
  const { data } = useQuery({
    ...productsQuery(brand.id),
    enabled: brand.can('store:read'),
    select: (products) => new Map(products.flatMap((product) => product.skus.map((sku): [string, Variant] => [sku.id, {
      id: sku.id, productId: product.id, name: sku.name === '' ? product.name : `${product.name} · ${sku.name}`, code: sku.code, priceFen: sku.priceFen,
      inUse: sku.archivedAt === null && product.state !== 'archived',
    }]))),
  });
  return data;
}

/** As a field to choose one takes them: found by name and by code. */
export const variantChoices = (variants: ReadonlyMap<string, Variant> | undefined) =>
  [...(variants?.values() ?? [])].filter(({ inUse }) => inUse).map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }));
