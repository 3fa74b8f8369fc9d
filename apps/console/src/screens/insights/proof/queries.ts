import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import type { Get } from '../queries.ts';

export type LatestProof = Get<'/api/brands/{brandId}/insights/proof'>;
export type Proof = NonNullable<LatestProof['proof']>;
export type Run = NonNullable<LatestProof['run']>;
export type MeasuredRow = Proof['measured'][number];
export type CalibratedRow = NonNullable<Proof['calibrated']>[number];
export type LostRow = Proof['lost'][number];

export const isUnderWay = (run: Run | null | undefined): boolean => run?.state === 'queued' || run?.state === 'running';

/** Looked at every second while one is under way. */
export const proofQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'insights-proof'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/proof', { params: { path: { brandId } } })),
  refetchInterval: ({ state }) => (isUnderWay(state.data?.run) ? 1_000 : false),
});

export const startProof = (brandId: number) => ask(api.POST('/api/brands/{brandId}/insights/proof', { params: { path: { brandId } } }));
