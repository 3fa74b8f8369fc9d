import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Days } from './period.ts';

export type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type Figures = Get<'/api/brands/{brandId}/insights/figures'>;
export type Figure = Figures['figures'][number];
export type Cell = Figure['cells'][number];
export type Metric = Get<'/api/brands/{brandId}/insights/catalogue'>['metrics'][number];
export type Chapter = Metric['chapter'];
export type Unit = Metric['unit'];
export type Benchmark = Get<'/api/brands/{brandId}/insights/benchmarks'>['items'][number];
export type Annotation = Get<'/api/brands/{brandId}/insights/annotations'>['items'][number];
export type BehindPage = Get<'/api/brands/{brandId}/insights/figures/{metric}/behind'>;
export type PersonBehind = Extract<BehindPage, { kind: 'contacts' }>['items'][number];
export type PushBehind = Extract<BehindPage, { kind: 'pushes' }>['items'][number];
export type DayBehind = Extract<BehindPage, { kind: 'days' }>['items'][number];

/** One brand, some days, one account or all of them. */
export interface Scope extends Days {
  assetId: string | undefined;
}

export type Part = 'numerator' | 'denominator';

const range = ({ from, to, assetId }: Scope) => ({ from, to, assetId });

export const catalogueQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'insights-catalogue'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/catalogue', { params: { path: { brandId } } })),
  staleTime: Infinity,
});

/** The period before stays on screen while the next one is computed. */
export const figuresQuery = (brandId: number, scope: Scope) => queryOptions({
  queryKey: ['brand', brandId, 'insights', 'figures', scope],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/figures', { params: { path: { brandId }, query: range(scope) } })),
  placeholderData: keepPreviousData,
});

export const behindPage = (brandId: number, scope: Scope, metric: string, key: string, part: Part, cursor: string | undefined) =>
  ask(api.GET('/api/brands/{brandId}/insights/figures/{metric}/behind', {
    params: { path: { brandId, metric }, query: { ...range(scope), key, part, cursor, limit: 100 } },
  }));

export const annotationsQuery = (brandId: number, { from, to }: Days) => queryOptions({
  queryKey: ['brand', brandId, 'insights-annotations', from, to],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/annotations', { params: { path: { brandId }, query: { from, to } } })),
});

export const benchmarksQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'insights-benchmarks'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/benchmarks', { params: { path: { brandId } } })),
});
