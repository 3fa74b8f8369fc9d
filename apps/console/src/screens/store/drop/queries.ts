import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';
import { storeKey } from '../queries.ts';

type Ok<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type Drop = Ok<'/api/brands/{brandId}/store/storefronts/{storefrontId}/drop'>;
export type LogReport = Ok<'/api/brands/{brandId}/store/storefronts/{storefrontId}/releases/{windowId}/log'>;

/** Milliseconds. Orders tell of themselves; that a turn is over, who is called next, and a “no” after the sell-out, nobody tells. */
const LOOK_AGAIN = 3000;

/** People queue, or buy. */
const isUnderWay = ({ now, release: { closesAt }, queue: { from } }: Drop): boolean => now >= from && (closesAt === null || now <= closesAt);

/** With everything of the store it is asked for again when the log says that people queue or order (shell/live.ts). */
export const dropQuery = (brandId: number, storefrontId: string, windowId: string | undefined) => queryOptions({
  queryKey: [...storeKey(brandId), 'drop', storefrontId, windowId ?? ''],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/storefronts/{storefrontId}/drop', { params: { path: { brandId, storefrontId }, query: { windowId } } })),
  // Another release is another picture; the same one anew replaces itself without a blink.
  placeholderData: (previous) => (previous?.release.id === windowId ? previous : undefined),
  refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? LOOK_AGAIN : false),
});
