import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Text } from '../../shell/text.ts';
import type { Rule, RuleNode } from './rule.ts';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type SegmentRow = Get<'/api/brands/{brandId}/segments'>['items'][number];
export type State = SegmentRow['state'];
export type Member = Get<'/api/brands/{brandId}/segments/{segmentId}/members'>['items'][number];
export type KeptTag = Get<'/api/brands/{brandId}/segments/{segmentId}/tags'>['items'][number];
export type Preview = paths['/api/brands/{brandId}/segments/preview']['post']['responses']['200']['content']['application/json'];

/** A condition in words with those inside it. */
export interface Line {
  type: RuleNode['type'];
  text: Text;
  lines: Line[];
}
export type Segment = Omit<Get<'/api/brands/{brandId}/segments/{segmentId}'>, 'rule' | 'lines'> & { rule: Rule | null; lines: Line | null };

/** A condition of the rule, and what decided it for one person. */
export interface Reason {
  path: string;
  type: RuleNode['type'];
  text: Text;
  holds: boolean;
  until: string | null;
  events: { id: number; type: string; at: string }[];
  count: number | null;
  found: Text[] | null;
  reasons: Reason[];
}
export type Why = Omit<Get<'/api/brands/{brandId}/segments/{segmentId}/why/{contactId}'>, 'reason'> & { reason: Reason | null };

export const isPublishing = ({ job }: Pick<Segment, 'job'>): boolean => job?.state === 'queued' || job?.state === 'running';

const at = (brandId: number, segmentId: string) => ({ params: { path: { brandId, segmentId } } });

export const segmentsKey = (brandId: number) => ['brand', brandId, 'segments'] as const;

/** Looked at every second while it is being published, and now and then afterwards: members come and go by themselves. */
export const segmentQuery = (brandId: number, segmentId: string) => queryOptions({
  queryKey: [...segmentsKey(brandId), segmentId],
  queryFn: async () => (await ask(api.GET('/api/brands/{brandId}/segments/{segmentId}', at(brandId, segmentId)))) as Segment,
  refetchInterval: ({ state: { data } }) => (data && isPublishing(data) ? 1_000 : data?.state === 'live' ? 15_000 : false),
});

export const historyQuery = (brandId: number, segmentId: string) => queryOptions({
  queryKey: [...segmentsKey(brandId), segmentId, 'history'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/segments/{segmentId}/history', { params: { path: { brandId, segmentId }, query: { days: 365 } } })),
});

export const stagesQuery = (brandId: number, segmentId: string) => queryOptions({
  queryKey: [...segmentsKey(brandId), segmentId, 'stages'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/segments/{segmentId}/stages', at(brandId, segmentId))),
});

export const overlapsQuery = (brandId: number, segmentId: string) => queryOptions({
  queryKey: [...segmentsKey(brandId), segmentId, 'overlaps'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/segments/{segmentId}/overlaps', at(brandId, segmentId))),
});

export const keptTagsQuery = (brandId: number, segmentId: string) => queryOptions({
  queryKey: [...segmentsKey(brandId), segmentId, 'tags'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/segments/{segmentId}/tags', at(brandId, segmentId))),
  refetchInterval: ({ state: { data } }) => (data?.items.some(({ state }) => state === 'queued' || state === 'running') ? 1_500 : false),
});

export const whyQuery = (brandId: number, segmentId: string, contactId: number) => queryOptions({
  queryKey: [...segmentsKey(brandId), segmentId, 'why', contactId],
  queryFn: async () => (await ask(api.GET('/api/brands/{brandId}/segments/{segmentId}/why/{contactId}', { params: { path: { brandId, segmentId, contactId } } }))) as Why,
  staleTime: 0,
});

/** Looked at again with the person's timeline: what they do decides. */
export const belongingQuery = (brandId: number, contactId: number) => queryOptions({
  queryKey: ['brand', brandId, 'timeline', contactId, 'segments'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/contacts/{contactId}/segments', { params: { path: { brandId, contactId } } })),
  refetchInterval: 15_000,
});

/** What the rule built so far describes. Nobody waits for an answer that is no longer wanted: the server is told to stop counting. */
export const previewQuery = (brandId: number, rule: Rule, overlapWith: readonly string[]) => queryOptions({
  queryKey: [...segmentsKey(brandId), 'preview', rule, overlapWith],
  queryFn: async ({ signal }) => (await ask(api.POST('/api/brands/{brandId}/segments/preview', {
    params: { path: { brandId } }, body: { rule, sample: 6, overlapWith: [...overlapWith] }, signal,
  }))),
  placeholderData: keepPreviousData,
  retry: false,
});

/** The same people by stage: one more count, so only when somebody looks. */
export const previewStagesQuery = (brandId: number, rule: Rule) => queryOptions({
  queryKey: [...segmentsKey(brandId), 'preview-stages', rule],
  queryFn: async ({ signal }) => (await ask(api.POST('/api/brands/{brandId}/segments/preview', {
    params: { path: { brandId } }, body: { rule, stages: true }, signal,
  }))).stages!,
  placeholderData: keepPreviousData,
  retry: false,
});
