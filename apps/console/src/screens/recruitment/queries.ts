import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Period } from '../../lib/period.ts';
import type { Text } from '../../shell/text.ts';
import { useBrand } from '../../shell/brand-context.ts';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type SourceRow = Get<'/api/brands/{brandId}/recruitment/sources'>['items'][number];
export type SeriesPoint = Get<'/api/brands/{brandId}/recruitment/series'>['items'][number];
export type Gap = Get<'/api/brands/{brandId}/recruitment/series'>['gaps'][number];
export type LeagueRow = Get<'/api/brands/{brandId}/recruitment/league'>['items'][number];
export type ChannelRow = Get<'/api/brands/{brandId}/channels'>['items'][number];
export type LinkRow = Get<'/api/brands/{brandId}/links'>['items'][number];
export type CostRow = Get<'/api/brands/{brandId}/recruitment/costs'>['items'][number];
export type Mapping = Get<'/api/brands/{brandId}/recruitment/mapping'>;

const range = ({ from, to }: Period) => ({ from, to });

export const sourcesQuery = (brandId: number, period: Period) => queryOptions({
  queryKey: ['brand', brandId, 'recruitment', 'sources', period],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/recruitment/sources', { params: { path: { brandId }, query: range(period) } })),
});

export const seriesQuery = (brandId: number, period: Period, by: 'day' | 'month') => queryOptions({
  queryKey: ['brand', brandId, 'recruitment', 'series', period, by],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/recruitment/series', { params: { path: { brandId }, query: { ...range(period), by } } })),
});

export const leagueQuery = (brandId: number, period: Period, kind: LeagueRow['kind'] | undefined) => queryOptions({
  queryKey: ['brand', brandId, 'recruitment', 'league', period, kind],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/recruitment/league', { params: { path: { brandId }, query: { ...range(period), kind, limit: 50 } } })),
});

export const loadCosts = (brandId: number, period: Period, cursor: string | undefined) =>
  ask(api.GET('/api/brands/{brandId}/recruitment/costs', { params: { path: { brandId }, query: { ...range(period), cursor, limit: 100 } } }));

export const mappingQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'recruitment', 'mapping'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/recruitment/mapping', { params: { path: { brandId } } })),
});

export interface Kinds {
  kinds: Record<string, Text>;
  groups: Record<string, Text>;
  placements: Record<string, Text>;
}

/** Names of channel kinds, source groups and link placements. */
export function useKinds(): Kinds | undefined {
  const brand = useBrand();
  const { data } = useQuery({
    queryKey: ['brand', brand.id, 'recruitment-kinds'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/recruitment/kinds', { params: { path: { brandId: brand.id } } })),
    staleTime: Infinity,
  });
  return data as Kinds | undefined;
}
