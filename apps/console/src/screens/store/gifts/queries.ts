import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';
import { storeKey } from '../queries.ts';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type GiftRow = Get<'/api/brands/{brandId}/store/gifts'>['items'][number];
export type Gift = Get<'/api/brands/{brandId}/store/orders/{orderId}/gift'>;
export type GiftSettings = Get<'/api/brands/{brandId}/store/storefronts/{storefrontId}/gifting'>;

export const giftStates: readonly GiftRow['state'][] = ['unpaid', 'waiting', 'addressed', 'returned', 'cancelled'];

export const giftQuery = (brandId: number, orderId: string) => queryOptions({
  queryKey: [...storeKey(brandId), 'gift', orderId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/orders/{orderId}/gift', { params: { path: { brandId, orderId } } })),
});

export const giftSettingsQuery = (brandId: number, storefrontId: string) => queryOptions({
  queryKey: [...storeKey(brandId), 'gifting', storefrontId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/storefronts/{storefrontId}/gifting', { params: { path: { brandId, storefrontId } } })),
});
