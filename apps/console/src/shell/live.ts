import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { useBrand } from './brand-context.ts';
import { topicsOf } from './live-topics.ts';

/** What the server says: the brand's log grew, by which types of event. */
export interface LogGrew {
  head: number;
  types: string[];
}

/** However fast the log grows, a page asks again this often at most. */
const paceMs = 2_000;

/** Follows the brand's log and lets the screens it touches ask again. Returns whether the line is up. */
export function useLive(): boolean {
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [connected, setConnected] = useState(true);
  const allowed = brand.can('insights:read') && !brand.aggregatesOnly;
  useEffect(() => {
    if (!allowed) return;
    const refresher = createRefresher(queryClient, brand.id, brand.demo);
    const source = new EventSource(`/api/brands/${brand.id}/live`);
    source.addEventListener('log', (event) => refresher.heard(JSON.parse((event as MessageEvent<string>).data) as LogGrew));
    source.onopen = () => setConnected(true);
    source.onerror = () => setConnected(false);
    return () => {
      source.close();
      refresher.stop();
    };
  }, [allowed, brand.id, brand.demo, queryClient]);
  return connected;
}

function createRefresher(queryClient: QueryClient, brandId: number, simulated: boolean) {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const refresh = () => {
    timer = null;
    const topics = new Set(waiting);
    waiting.clear();
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [scope, id, topic] }) => scope === 'brand' && id === brandId && topics.has(String(topic)),
    });
    // A demo's clock may leap: the session says where it stands.
    if (simulated) void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  return {
    heard: ({ types }: LogGrew) => {
      for (const topic of topicsOf(types)) waiting.add(topic);
      timer ??= setTimeout(refresh, paceMs);
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
