import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import type { Get } from '../queries.ts';

export type Schedule = Get<'/api/brands/{brandId}/insights/report/schedule'>;
export type Delivery = Get<'/api/brands/{brandId}/insights/report/deliveries'>['items'][number];

/** A report is mailed by the minute at most: a look every few seconds shows it go. */
const LOOK_MS = 5_000;

export const scheduleQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'report-schedule'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/report/schedule', { params: { path: { brandId } } })),
  refetchOnWindowFocus: false,
});

export const deliveriesQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'report-deliveries'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/report/deliveries', { params: { path: { brandId }, query: { limit: 20 } } })),
  refetchInterval: LOOK_MS,
});

export const insightSettingsQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'insight-settings'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/settings', { params: { path: { brandId } } })),
  refetchOnWindowFocus: false,
});
