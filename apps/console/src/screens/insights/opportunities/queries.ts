import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';
import type { Get } from '../queries.ts';
import type { Days } from '../period.ts';

export type SavedPlan = Get<'/api/brands/{brandId}/insights/plans'>['items'][number];
export type Plan = SavedPlan['plan'];
export type PlanInputs = SavedPlan['inputs'];
export type Progress = Get<'/api/brands/{brandId}/insights/plans/{planId}/progress'>;
export type LiveValue = Get<'/api/brands/{brandId}/insights/segment-value'>;
export type SegmentRow = LiveValue['rows'][number];
export type SegmentSettings = LiveValue['settings'];
export type SegmentInputs = paths['/api/brands/{brandId}/insights/segment-value/preview']['post']['requestBody']['content']['application/json'];

export const plansQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'insights-plans', 'list'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/plans', { params: { path: { brandId } } })),
});

export const presetsQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'insights-plan-presets'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/plan-presets', { params: { path: { brandId } } })),
  staleTime: Infinity,
});

/** What the numbers typed so far come to; the result before stays until the next one is there. */
export const previewQuery = (brandId: number, inputs: PlanInputs) => queryOptions({
  queryKey: ['brand', brandId, 'insights-plans', 'preview', inputs],
  queryFn: () => ask(api.POST('/api/brands/{brandId}/insights/plans/preview', { params: { path: { brandId } }, body: { inputs } })),
  placeholderData: keepPreviousData,
  retry: false,
});

export const progressQuery = (brandId: number, planId: string) => queryOptions({
  queryKey: ['brand', brandId, 'insights-plans', 'progress', planId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/plans/{planId}/progress', { params: { path: { brandId, planId } } })),
});

export const liveValueQuery = (brandId: number, { from, to }: Days) => queryOptions({
  queryKey: ['brand', brandId, 'insights-segment-value', from, to],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/segment-value', { params: { path: { brandId }, query: { from, to } } })),
});

export const exampleQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'insights-segment-example'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/segment-value/example', { params: { path: { brandId } } })),
  staleTime: Infinity,
});

export const valuePreviewQuery = (brandId: number, inputs: SegmentInputs | undefined) => queryOptions({
  queryKey: ['brand', brandId, 'insights-segment-value', 'preview', inputs],
  queryFn: () => ask(api.POST('/api/brands/{brandId}/insights/segment-value/preview', { params: { path: { brandId } }, body: inputs! })),
  enabled: inputs !== undefined,
  placeholderData: keepPreviousData,
  retry: false,
});
