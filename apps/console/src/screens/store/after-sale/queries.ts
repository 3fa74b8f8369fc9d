import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';
import { storeKey } from '../queries.ts';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type CaseRow = Get<'/api/brands/{brandId}/store/after-sales'>['items'][number];
export type Case = Get<'/api/brands/{brandId}/store/after-sales/{caseId}'>;
export type AfterSaleSettings = Get<'/api/brands/{brandId}/store/after-sale-settings'>;
export type Invoice = Get<'/api/brands/{brandId}/store/invoices'>['items'][number];

export const caseKinds = ['refund', 'return', 'exchange', 'care'] as const;
export const turns = ['brand', 'others', 'closed'] as const;
export const invoiceStates = ['requested', 'issued', 'refused', 'withdrawn'] as const;
/** Those the brand has to do something about. */
export const ours: readonly CaseRow['state'][] = ['requested', 'returning', 'to_send', 'refund_failed'];

export const caseQuery = (brandId: number, caseId: string) => queryOptions({
  queryKey: [...storeKey(brandId), 'after-sale', caseId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/after-sales/{caseId}', { params: { path: { brandId, caseId } } })),
});

export const casesOfOrderQuery = (brandId: number, orderId: string) => queryOptions({
  queryKey: [...storeKey(brandId), 'after-sales', 'of-order', orderId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/after-sales', { params: { path: { brandId }, query: { orderId, limit: 50 } } })),
});

export const afterSaleSettingsQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'after-sale-settings'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/after-sale-settings', { params: { path: { brandId } } })),
});

export const deskQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'desk'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/desk', { params: { path: { brandId } } })),
});

/** WeChat’s list, for a day. */
export const carriersQuery = (brandId: number) => queryOptions({
  queryKey: [...storeKey(brandId), 'carriers'], staleTime: 86_400_000,
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/carriers', { params: { path: { brandId } } })),
});
