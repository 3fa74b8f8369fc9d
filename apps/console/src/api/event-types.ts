import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client.ts';

/** The catalogue of event types, which changes with releases only. */
export const eventTypesQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'event-types'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/event-types', { params: { path: { brandId } } })),
  staleTime: Infinity,
});
