import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { useBrand } from '../../shell/brand-context.ts';
import type { Text } from '../../shell/text.ts';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type ArticleRow = Get<'/api/brands/{brandId}/articles'>['items'][number];
export type Article = Get<'/api/brands/{brandId}/articles/{articleId}'>;
export type Approval = Get<'/api/brands/{brandId}/approvals'>['items'][number];
export type PoolArticle = Get<'/api/brands/{brandId}/content/pool'>['items'][number];
export type DraftRow = Get<'/api/brands/{brandId}/content/drafts'>['items'][number];
export type CalendarDay = Get<'/api/brands/{brandId}/content/calendar'>['days'][number];
export type FieldDiff = Get<'/api/brands/{brandId}/articles/{articleId}/diff'>['fields'][number];
export type Checked = paths['/api/brands/{brandId}/content/check']['post']['responses']['200']['content']['application/json'];
export type TextBody = Omit<paths['/api/brands/{brandId}/articles/{articleId}/text']['put']['requestBody']['content']['application/json'], 'version'>;
export type Decisions = paths['/api/brands/{brandId}/articles/{articleId}']['patch']['requestBody']['content']['application/json'];

export interface ElementWords extends Text {
  influences: 'open' | 'engagement';
  kind: 'choice' | 'count';
  values?: Record<string, Text>;
  min?: number;
  max?: number;
}
interface Words {
  contentTypes: Record<string, Text>;
  poolGroups: Record<string, Text>;
  poolAudiences: Record<string, Text>;
  limits: Record<string, number>;
  elements: Record<string, ElementWords>;
}

/** Names of types, groups, audiences and elements. */
export function useContentWords(): Words | undefined {
  const brand = useBrand();
  const { data } = useQuery({
    queryKey: ['brand', brand.id, 'content-words'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/content/words', { params: { path: { brandId: brand.id } } })),
    staleTime: Infinity,
  });
  return data as Words | undefined;
}

/** Everything about articles lies under this key. */
export const contentKey = (brandId: number) => ['brand', brandId, 'content'] as const;

export const articleQuery = (brandId: number, articleId: string) => queryOptions({
  queryKey: [...contentKey(brandId), 'article', articleId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/articles/{articleId}', { params: { path: { brandId, articleId } } })),
});

export const versionsQuery = (brandId: number, articleId: string) => queryOptions({
  queryKey: [...contentKey(brandId), 'versions', articleId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/articles/{articleId}/versions', { params: { path: { brandId, articleId } } })),
});

export const approvalsQuery = (brandId: number, articleId: string) => queryOptions({
  queryKey: [...contentKey(brandId), 'approvals', articleId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/articles/{articleId}/approvals', { params: { path: { brandId, articleId } } })),
});

export const openApprovalsKey = (brandId: number) => [...contentKey(brandId), 'open-approvals'];

/** What waits for this person's answer. */
export const loadOpenApprovals = (brandId: number, page: { cursor?: string | undefined; limit?: number }) =>
  ask(api.GET('/api/brands/{brandId}/approvals', { params: { path: { brandId }, query: { mine: true, ...page } } }));

export const openApprovalsCountQuery = (brandId: number) => queryOptions({
  queryKey: [...openApprovalsKey(brandId), 'count'],
  queryFn: () => loadOpenApprovals(brandId, { limit: 1 }),
});

/** The last few that wait for their author again. */
export const articlesSentBackQuery = (brandId: number) => queryOptions({
  queryKey: [...contentKey(brandId), 'sent-back'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/articles', { params: { path: { brandId }, query: { approval: 'changes_requested', limit: 5 } } })),
});

export const commentsQuery = (brandId: number, articleId: string) => queryOptions({
  queryKey: [...contentKey(brandId), 'comments', articleId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/articles/{articleId}/comments', { params: { path: { brandId, articleId } } })),
});

export const settingsQuery = (brandId: number) => queryOptions({
  queryKey: [...contentKey(brandId), 'settings'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/content/settings', { params: { path: { brandId } } })),
});

export const approverRegionsQuery = (brandId: number) => queryOptions({
  queryKey: [...contentKey(brandId), 'approver-regions'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/content/approver-regions', { params: { path: { brandId } } })),
});

export const partnersQuery = (brandId: number) => queryOptions({
  queryKey: [...contentKey(brandId), 'partners'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/content/partners', { params: { path: { brandId } } })),
});

export const topicsQuery = (brandId: number) => queryOptions({
  queryKey: [...contentKey(brandId), 'topics'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/articles/topics', { params: { path: { brandId } } })),
});

export const coverUrl = (brandId: number, coverId: string): string => `/api/brands/${brandId}/content/covers/${coverId}`;
