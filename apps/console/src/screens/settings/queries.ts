import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';

const brandPath = (brandId: number) => ({ params: { path: { brandId } } });

/** What roles there are and what they permit; the same for everybody until the next release. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: () => ask(api.GET('/api/roles')),
  staleTime: Infinity,
});

export const membersQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'members'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/members', brandPath(brandId))),
});

export const keysQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'api-keys'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/api-keys', brandPath(brandId))),
});
