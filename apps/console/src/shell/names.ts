import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { count, isoDay } from '../lib/format.ts';
import { useBrand } from './brand-context.ts';

/** A choice of a picker: what it is called, and what tells it from others of the name. */
export interface Named {
  id: string;
  name: string;
  hint: string | null;
}

interface Asked {
  limit: number;
  text?: string;
  ids?: string[];
}

interface Found {
  items: Named[];
  /** There are others: whoever looks for one types more of its name. */
  more: boolean;
}

interface Rows<Row> {
  items: Row[];
  nextCursor: string | null;
}

const found = <Row>({ items, nextCursor }: Rows<Row>, named: (row: Row) => Named): Found => ({ items: items.map(named), more: nextCursor !== null });

const channels = async (brandId: number, query: Asked & { archived?: boolean }): Promise<Found> =>
  found(await ask(api.GET('/api/brands/{brandId}/channels', { params: { path: { brandId }, query } })), ({ id, name, note }) => ({ id, name, hint: note || null }));

const segments = async (brandId: number, query: Asked & { state?: 'live' }): Promise<Found> =>
  found(await ask(api.GET('/api/brands/{brandId}/segments', { params: { path: { brandId }, query } })), ({ id, name, size }) => ({ id, name, hint: size === null ? null : count(size) }));

/** What a brand has too many of for one list. */
const lists = {
  channels: {
    right: 'recruitment:read', topic: ['channels'],
    // Who came through a channel is asked long after it was archived; those in use come first.
    list: async (brandId: number, asked: Asked): Promise<Found> => {
      if (asked.ids) return channels(brandId, asked);
      const [used, archived] = await Promise.all([channels(brandId, asked), channels(brandId, { ...asked, archived: true })]);
      return { items: [...used.items, ...archived.items], more: used.more || archived.more };
    },
  },
  channelsInUse: { right: 'recruitment:read', topic: ['channels'], list: channels },
  links: {
    right: 'recruitment:read', topic: ['recruitment', 'links'],
    list: async (brandId: number, query: Asked): Promise<Found> =>
      found(await ask(api.GET('/api/brands/{brandId}/links', { params: { path: { brandId }, query } })), ({ id, title }) => ({ id, name: title, hint: null })),
  },
  pushes: {
    right: 'pushes:read', topic: ['pushes'],
    list: async (brandId: number, query: Asked): Promise<Found> =>
      found(await ask(api.GET('/api/brands/{brandId}/pushes', { params: { path: { brandId }, query } })), ({ id, title, sentAt }) => ({ id, name: title, hint: sentAt && isoDay(Date.parse(sentAt)) })),
  },
  segments: { right: 'insights:read', topic: ['segments'], list: segments },
  liveSegments: {
    right: 'insights:read', topic: ['segments'],
    // One that was archived since keeps its name.
    list: (brandId: number, asked: Asked) => segments(brandId, asked.ids ? asked : { ...asked, state: 'live' }),
  },
} as const;
export type Nameable = keyof typeof lists;

const SHOWN = 50;
/** As long as a text to look for may be. */
const LONGEST = 60;
/** As many ids as one question takes. */
const AT_ONCE = 100;

/** The newest with a text in their name. */
export const searchQuery = (brandId: number, what: Nameable, text: string) => queryOptions({
  queryKey: ['brand', brandId, ...lists[what].topic, 'search', what, text],
  queryFn: () => lists[what].list(brandId, { limit: SHOWN, ...(text === '' ? {} : { text }) }),
  placeholderData: keepPreviousData,
});

/** What those with these ids are called, however old they are. */
export const namesQuery = (brandId: number, what: Nameable, ids: readonly string[]) => queryOptions({
  queryKey: ['brand', brandId, ...lists[what].topic, 'names', ids],
  queryFn: async () => {
    const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) => ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
    return (await Promise.all(parts.map((part) => lists[what].list(brandId, { limit: AT_ONCE, ids: part })))).flatMap(({ items }) => items);
  },
  placeholderData: keepPreviousData,
  staleTime: 60_000,
});

export function useSearch(what: Nameable, text: string, enabled: boolean) {
  const brand = useBrand();
  return useQuery({ ...searchQuery(brand.id, what, text.slice(0, LONGEST)), enabled: enabled && brand.can(lists[what].right) });
}

export function useNames(what: Nameable, ids: readonly string[]): ReadonlyMap<string, Named> {
  const brand = useBrand();
  const { data } = useQuery({ ...namesQuery(brand.id, what, [...ids].sort()), enabled: ids.length > 0 && brand.can(lists[what].right) });
  return new Map(data?.map((one) => [one.id, one]));
}
