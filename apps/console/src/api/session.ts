import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { learnServerTime } from '../lib/use-now.ts';
import { ask, api, rememberCsrf } from './client.ts';
import type { paths } from './schema.d.ts';

type Answer = paths['/api/session']['get']['responses']['200']['content']['application/json'];
export type Session = Answer;
export type OwnBrand = Answer['brands'][number];
export type Permission = OwnBrand['permissions'][number];

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await ask(api.GET('/api/session'));
    rememberCsrf(session.csrf);
    learnServerTime(Date.parse(session.now));
    return session;
  },
  staleTime: 60_000,
});

/** Whether the installation still waits for its first owner. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => ask(api.GET('/api/setup')),
});

/** Inside the signed-in part the session is always there. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession before the session was loaded');
  return data;
}

export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await ask(api.DELETE('/api/session'));
    rememberCsrf(null);
    queryClient.clear();
    location.assign('/sign-in');
  };
}
