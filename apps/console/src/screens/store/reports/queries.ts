import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';
import { storeKey } from '../queries.ts';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type StoreReport = Get<'/api/brands/{brandId}/store/reports/{reportId}'>;
export type Described = StoreReport['report'];
export type Figure = Described['figures'][number];
export type ReportRow = StoreReport['rows'][number];
export type Cell = ReportRow['cells'][number];
export type Part = 'numerator' | 'denominator';

/** Calendar days, both inclusive. */
export interface Days {
  from: string;
  to: string;
}

/** A number somebody clicked. */
export interface Asked {
  report: Described;
  figure: Figure;
  row: ReportRow;
  cell: Cell;
}

export const reportsQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'store-reports'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/reports', { params: { path: { brandId } } })),
  staleTime: Infinity,
});

export const reportQuery = (brandId: number, reportId: string, { from, to }: Days) => queryOptions({
  queryKey: [...storeKey(brandId), 'report', reportId, from, to],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/store/reports/{reportId}', { params: { path: { brandId, reportId }, query: { from, to } } })),
});

export const behindPage = (brandId: number, { from, to }: Days, { report, figure, row }: Asked, part: Part, cursor: string | undefined) =>
  ask(api.GET('/api/brands/{brandId}/store/reports/{reportId}/behind', {
    params: { path: { brandId, reportId: report.id }, query: { from, to, key: row.key, figure: figure.id, part, cursor, limit: 50 } },
  }));
