import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client.ts';
import type { paths } from './schema.d.ts';

export type Channel = paths['/api/brands/{brandId}/channels/{channelId}']['get']['responses']['200']['content']['application/json'];

export const channelNameQuery = (brandId: number, channelId: string) => queryOptions({
  queryKey: ['brand', brandId, 'channel', channelId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/channels/{channelId}', { params: { path: { brandId, channelId } } })),
  staleTime: 300_000,
});
