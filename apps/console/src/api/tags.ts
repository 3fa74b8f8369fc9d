import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client.ts';
import type { paths } from './schema.d.ts';

export type Tag = paths['/api/brands/{brandId}/tags']['get']['responses']['200']['content']['application/json']['items'][number];

/** The brand's own tags and its accounts' tags at WeChat. */
export const tagsQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'tags'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/tags', { params: { path: { brandId } } })),
});
