import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, ask } from '../../api/client.ts';
import { useWords } from '../../i18n/index.ts';
import { jobsQuery } from '../../shell/activity.tsx';
import { useBrand } from '../../shell/brand-context.ts';
import { contentKey } from './queries.ts';

/** Reading the drafts at WeChat: starts it, and follows how far it is. It goes on when this page is left. */
export function useLooking(assetId: string | undefined) {
  const { language } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const jobs = useQuery({ ...jobsQuery(brand.id), refetchInterval: ({ state }) => (state.data?.items.some(isLooking) ? 1_000 : false) });
  const newest = jobs.data?.items.find(({ kind }) => kind === 'content.look-at-drafts');
  const running = newest !== undefined && isLooking(newest);
  useEffect(() => {
    if (!running) void queryClient.invalidateQueries({ queryKey: [...contentKey(brand.id), 'drafts'] });
  }, [running, queryClient, brand.id]);
  return {
    running,
    done: newest?.done ?? 0,
    total: newest?.total ?? null,
    failed: newest?.state === 'failed' ? (newest.lastError?.[language] ?? '') : null,
    start: async () => {
      await ask(api.POST('/api/brands/{brandId}/content/drafts/look', { params: { path: { brandId: brand.id } }, body: { assetId: assetId! } }));
      await queryClient.invalidateQueries({ queryKey: jobsQuery(brand.id).queryKey });
    },
  };
}

const isLooking = ({ kind, state }: { kind: string; state: string }): boolean => kind === 'content.look-at-drafts' && (state === 'queued' || state === 'running');
