import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

export type CurrentMenu = paths['/api/brands/{brandId}/accounts/{assetId}/menu/current']['get']['responses']['200']['content']['application/json'];
export type ConditionalMenu = CurrentMenu['conditional'][number];

/** What WeChat shows followers now. */
export const currentMenuQuery = (brandId: number, assetId: string) => queryOptions({
  queryKey: ['brand', brandId, 'menu-current', assetId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/accounts/{assetId}/menu/current', { params: { path: { brandId, assetId } } })),
  staleTime: 0,
});
