import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { listOf } from '../../lib/search.ts';
import type { ContactSearch } from './contact-search.ts';

export type Contact = paths['/api/brands/{brandId}/contacts']['get']['responses']['200']['content']['application/json']['items'][number];
export type ContactPage = paths['/api/brands/{brandId}/contacts/{contactId}']['get']['responses']['200']['content']['application/json'];
export type Matrix = paths['/api/brands/{brandId}/contacts/{contactId}/matrix']['get']['responses']['200']['content']['application/json'];
type Query = NonNullable<paths['/api/brands/{brandId}/contacts/count']['get']['parameters']['query']>;

const startOf = (day: string) => `${day}T00:00:00+08:00`;
const endOf = (day: string) => new Date(Date.parse(startOf(day)) + 86_400_000).toISOString();

export function filterOf(search: ContactSearch): Query {
  const { q, channel, subscribed, followedFrom, followedTo, activeFrom } = search;
  const several = <T>(value: string | undefined) => (value === undefined ? undefined : (listOf(value) as T));
  return {
    ...(q ? { q } : {}),
    stage: several<Query['stage']>(search.stage),
    source: several<Query['source']>(search.source),
    tag: several<Query['tag']>(search.tag),
    channel,
    subscribed,
    followedFrom: followedFrom && startOf(followedFrom),
    followedTo: followedTo && endOf(followedTo),
    activeFrom: activeFrom && startOf(activeFrom),
  };
}

export const countQuery = (brandId: number, search: ContactSearch) => queryOptions({
  queryKey: ['brand', brandId, 'contacts', 'count', search],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/contacts/count', { params: { path: { brandId }, query: filterOf(search) } })),
});

/** Looking at a person is written to the audit log, so this is asked once a visit and after changes, not on every beat. */
export const personQuery = (brandId: number, contactId: number) => queryOptions({
  queryKey: ['brand', brandId, 'person', contactId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/contacts/{contactId}', { params: { path: { brandId, contactId } } })),
  staleTime: Infinity,
  refetchOnWindowFocus: false,
});

export const matrixQuery = (brandId: number, contactId: number) => queryOptions({
  queryKey: ['brand', brandId, 'matrix', contactId],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/contacts/{contactId}/matrix', { params: { path: { brandId, contactId } } })),
});
