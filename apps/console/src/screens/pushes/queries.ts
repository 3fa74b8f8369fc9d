import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type Push = Get<'/api/brands/{brandId}/pushes'>['items'][number];
export type PushDetail = Get<'/api/brands/{brandId}/pushes/{pushId}'>;
export type PushResults = Get<'/api/brands/{brandId}/pushes/{pushId}/results'>;
export type PushSales = Get<'/api/brands/{brandId}/pushes/{pushId}/sales'>;
export type PushBody = paths['/api/brands/{brandId}/pushes']['post']['requestBody']['content']['application/json'];
export type PushPlan = paths['/api/brands/{brandId}/pushes/{pushId}/plan']['post']['responses']['200']['content']['application/json'];
export type LibraryArticle = Get<'/api/brands/{brandId}/articles'>['items'][number];

/** As a push passes through them. */
export const pushStates = ['draft', 'awaiting', 'scheduled', 'sending', 'paused', 'sent', 'finished', 'failed', 'cancelled', 'deleted'] as const satisfies readonly Push['state'][];

/** Nothing can be changed any more, nor does it go on by itself. */
export const isOver = ({ state }: Push): boolean => state === 'sent' || state === 'finished' || state === 'failed' || state === 'cancelled' || state === 'deleted';

/** It failed, but not before WeChat had taken some of it. */
export const wentHalfWay = ({ state, calls }: PushDetail): boolean => state === 'failed' && calls.some((call) => call.state === 'accepted');

export const pushesKey = (brandId: number) => ['brand', brandId, 'pushes'] as const;
const at = (brandId: number, pushId: string) => ({ params: { path: { brandId, pushId } } });

export const pushQuery = (brandId: number, pushId: string) => queryOptions({
  queryKey: [...pushesKey(brandId), pushId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/pushes/{pushId}', at(brandId, pushId))),
  // Also when it was paused or stopped while a call was on its way: WeChat's answer may end it.
  refetchInterval: ({ state: { data } }) => (data?.state === 'sending' || ((data?.state === 'paused' || data?.state === 'sent') && data.calls.some(({ state }) => state === 'submitting')) ? 2_000 : false),
});

/**
 * Counts of the moment it is looked at, for the hour it is planned for: whoever was tagged since the last look is in them.
 * The server has waited for what was just written already, so its "not yet" is shown at once.
 */
export const planQuery = (brandId: number, pushId: string, hour: string | null) => queryOptions({
  queryKey: [...pushesKey(brandId), pushId, 'plan', hour],
  queryFn: () => ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/plan', { ...at(brandId, pushId), body: hour === null ? {} : { at: hour } })),
  staleTime: 0,
  retry: false,
  refetchOnWindowFocus: false,
});

/** The newest in a state, as many as a list of things to do holds. */
export const pushesInStateQuery = (brandId: number, state: Push['state']) => queryOptions({
  queryKey: [...pushesKey(brandId), 'in-state', state],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/pushes', { params: { path: { brandId }, query: { state, limit: 20 } } })),
});

export const resultsQuery = (brandId: number, pushId: string) => queryOptions({
  queryKey: [...pushesKey(brandId), pushId, 'results'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/pushes/{pushId}/results', at(brandId, pushId))),
});

export const salesQuery = (brandId: number, pushId: string) => queryOptions({
  queryKey: [...pushesKey(brandId), pushId, 'sales'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/pushes/{pushId}/sales', at(brandId, pushId))),
});

export const settingsQuery = (brandId: number) => queryOptions({
  queryKey: [...pushesKey(brandId), 'settings'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/push-settings', { params: { path: { brandId } } })),
});

export const articlesQuery = (brandId: number, text: string) => queryOptions({
  queryKey: ['brand', brandId, 'content', 'choose', text],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/articles', { params: { path: { brandId }, query: { limit: 30, ...(text ? { text } : {}) } } })),
});
