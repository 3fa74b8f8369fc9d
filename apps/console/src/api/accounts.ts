import { queryOptions, useQuery } from '@tanstack/react-query';
import { useBrand } from '../shell/brand-context.ts';
import { api, ask } from './client.ts';
import type { paths } from './schema.d.ts';

export type Account = paths['/api/brands/{brandId}/accounts']['get']['responses']['200']['content']['application/json']['items'][number];

export const accountsQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'accounts'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/accounts', { params: { path: { brandId } } })),
});

/** The brand's official accounts, connected ones first; undefined while loading or not permitted. */
export function useAccounts(): Account[] | undefined {
  const brand = useBrand();
  const { data } = useQuery({ ...accountsQuery(brand.id), enabled: brand.can('accounts:read') });
  return data?.items.toSorted((a, b) => Number(a.state === 'disconnected') - Number(b.state === 'disconnected'));
}
