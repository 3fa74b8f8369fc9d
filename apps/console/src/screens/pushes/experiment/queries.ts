import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type Experiment = Get<'/api/brands/{brandId}/experiments'>['items'][number];
export type ExperimentResult = Get<'/api/brands/{brandId}/experiments/{experimentId}'>;
export type MetricResult = ExperimentResult['results'][number];
export type Comparison = MetricResult['comparisons'][number];
export type LibraryEntry = Get<'/api/brands/{brandId}/experiments/library'>['items'][number];
export type Holdout = Get<'/api/brands/{brandId}/global-holdouts'>['items'][number];
export type HoldoutResult = Get<'/api/brands/{brandId}/global-holdouts/{holdoutId}'>;
export type Choices = Get<'/api/brands/{brandId}/experiments/choices'>;
export type ExperimentBody = paths['/api/brands/{brandId}/experiments']['post']['requestBody']['content']['application/json'];
export type PowerQuestion = paths['/api/brands/{brandId}/experiments/power']['post']['requestBody']['content']['application/json'];

export const experimentsKey = (brandId: number) => ['brand', brandId, 'experiments'] as const;

export const loadExperiments = (brandId: number, cursor: string | undefined) =>
  ask(api.GET('/api/brands/{brandId}/experiments', { params: { path: { brandId }, query: { limit: 100, cursor } } }));

export const ofPushQuery = (brandId: number, pushId: string) => queryOptions({
  queryKey: [...experimentsKey(brandId), 'list', pushId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/experiments', { params: { path: { brandId }, query: { limit: 200, pushId } } })),
});

export const experimentQuery = (brandId: number, experimentId: string) => queryOptions({
  queryKey: [...experimentsKey(brandId), experimentId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/experiments/{experimentId}', { params: { path: { brandId, experimentId } } })),
});

export const libraryQuery = (brandId: number) => queryOptions({
  queryKey: [...experimentsKey(brandId), 'library'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/experiments/library', { params: { path: { brandId } } })),
});

export const holdoutsQuery = (brandId: number) => queryOptions({
  queryKey: [...experimentsKey(brandId), 'holdouts'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/global-holdouts', { params: { path: { brandId } } })),
});

export const holdoutQuery = (brandId: number, holdoutId: string) => queryOptions({
  queryKey: [...experimentsKey(brandId), 'holdouts', holdoutId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/global-holdouts/{holdoutId}', { params: { path: { brandId, holdoutId } } })),
});

export const choicesQuery = (brandId: number) => queryOptions({
  queryKey: [...experimentsKey(brandId), 'choices'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/experiments/choices', { params: { path: { brandId } } })),
  staleTime: Infinity,
});

/** Asked anew for every change of the plan; nothing is stored. */
export const powerQuery = (brandId: number, question: PowerQuestion) => queryOptions({
  queryKey: [...experimentsKey(brandId), 'power', question],
  queryFn: () => ask(api.POST('/api/brands/{brandId}/experiments/power', { params: { path: { brandId } }, body: question })),
  retry: false,
});
