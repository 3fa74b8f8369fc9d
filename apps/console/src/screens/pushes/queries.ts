import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

export type Push = paths['/api/brands/{brandId}/pushes']['get']['responses']['200']['content']['application/json']['items'][number];
export type PushDetail = paths['/api/brands/{brandId}/pushes/{pushId}']['get']['responses']['200']['content']['application/json'];
export type PushBody = paths['/api/brands/{brandId}/pushes']['post']['requestBody']['content']['application/json'];

export const pushQuery = (brandId: number, pushId: string) => queryOptions({
  queryKey: ['brand', brandId, 'pushes', pushId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/pushes/{pushId}', { params: { path: { brandId, pushId } } })),
  refetchInterval: ({ state }) => (state.data?.state === 'sending' ? 2_000 : false),
});
