import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;
type Sent<Path extends keyof paths, Method extends 'post' | 'put'> = paths[Path] extends { [_ in Method]: { requestBody: { content: { 'application/json': infer Body } } } } ? Body : never;

export type OrderRow = Get<'/api/brands/{brandId}/store/orders'>['items'][number];
export type Order = Get<'/api/brands/{brandId}/store/orders/{orderId}'>;
export type OrderLine = Order['lines'][number];
export type Product = Get<'/api/brands/{brandId}/store/products/{productId}'>;
export type ProductInput = Sent<'/api/brands/{brandId}/store/products', 'post'>;
export type ProductOption = ProductInput['options'][number];
export type Storefront = Get<'/api/brands/{brandId}/store/storefronts/{storefrontId}'>;
export type StorefrontInput = Sent<'/api/brands/{brandId}/store/storefronts', 'post'>;
export type Listing = Get<'/api/brands/{brandId}/store/storefronts/{storefrontId}/listings'>['items'][number];
export type StockRow = Get<'/api/brands/{brandId}/store/pools/{poolId}/stock'>['items'][number];
export type Movement = Get<'/api/brands/{brandId}/store/pools/{poolId}/movements'>['items'][number];
export type CouponTemplate = Get<'/api/brands/{brandId}/store/coupon-templates'>['items'][number];
export type CouponInput = Sent<'/api/brands/{brandId}/store/coupon-templates', 'post'>;
export type CouponReminder = NonNullable<Get<'/api/brands/{brandId}/store/coupon-reminder'>['setting']>;
export type Merchant = Get<'/api/brands/{brandId}/store/merchants'>['items'][number];
export type MiniProgram = Get<'/api/brands/{brandId}/store/mini-programs'>['items'][number];
export type PaymentAlarm = Get<'/api/brands/{brandId}/store/payment-alarms'>['items'][number];

/** Everything of the store lies under this key. */
export const storeKey = (brandId: number) => ['brand', brandId, 'store'] as const;

export const orderQuery = (brandId: number, orderId: string) => queryOptions({
  queryKey: [...storeKey(brandId), 'order', orderId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/orders/{orderId}', { params: { path: { brandId, orderId } } })),
  // That WeChat has taken an upload is no event anybody hears of.
  refetchInterval: ({ state }) => (state.data?.shipping.upload?.state === 'waiting' ? 2_000 : false),
});

/** All there are, archived ones too: names of variants and choices of listings come from here. */
export const productsQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'products', 'all'],
  queryFn: async () => {
    const products: Product[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(api.GET('/api/brands/{brandId}/store/products', { params: { path: { brandId }, query: { limit: 200, cursor } } }));
      products.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return products;
  },
});

export const productQuery = (brandId: number, productId: string) => queryOptions({
  queryKey: [...storeKey(brandId), 'product', productId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/products/{productId}', { params: { path: { brandId, productId } } })),
});

export const categoriesQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'categories'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/categories', { params: { path: { brandId } } })),
});

export const priceBandsQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'price-bands'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/price-bands', { params: { path: { brandId } } })),
});

export const storefrontsQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'storefronts'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/storefronts', { params: { path: { brandId } } })),
});

export const storefrontQuery = (brandId: number, storefrontId: string) => queryOptions({
  queryKey: [...storeKey(brandId), 'storefront', storefrontId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/storefronts/{storefrontId}', { params: { path: { brandId, storefrontId } } })),
});

export const listingsQuery = (brandId: number, storefrontId: string) => queryOptions({
  queryKey: [...storeKey(brandId), 'listings', storefrontId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/storefronts/{storefrontId}/listings', { params: { path: { brandId, storefrontId } } })),
});

export const sellOutsQuery = (brandId: number, storefrontId: string) => queryOptions({
  queryKey: [...storeKey(brandId), 'sell-outs', storefrontId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/storefronts/{storefrontId}/sell-outs', { params: { path: { brandId, storefrontId } } })),
});

export const poolsQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'pools'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/pools', { params: { path: { brandId } } })),
});

export const stockDifferencesQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'stock-differences'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/stock-differences', { params: { path: { brandId } } })),
});

export const couponsQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'coupons'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/coupon-templates', { params: { path: { brandId } } })),
});

export const couponReminderQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'coupon-reminder'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/coupon-reminder', { params: { path: { brandId } } })),
});

export const merchantsQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'merchants'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/merchants', { params: { path: { brandId } } })),
});

export const miniProgramsQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'mini-programs'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/mini-programs', { params: { path: { brandId } } })),
});
