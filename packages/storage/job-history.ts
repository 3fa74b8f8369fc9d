import { now, type Text } from '@qingniao/kernel';
import type { BrandDatabase, Database, JobPlace, JobState, JobView, Lane } from './types.ts';

/** A row of `job`. */
export interface JobRow extends Record<string, unknown> {
  brand_id: number;
  id: string;
  kind: string;
  lane: Lane;
  state: JobState;
  attempt: number;
  input: unknown;
  done: number;
  total: number | null;
  cursor: unknown;
  last_error: Text | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

/** Newest first. */
export async function listJobs(brand: BrandDatabase, limit: number, after: JobPlace | null): Promise<JobView[]> {
  const rows = await brand.query<JobRow>(
    'SELECT * FROM job WHERE brand_id = $1 AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4)) ORDER BY created_at DESC, id DESC LIMIT $2',
    [brand.brandId, limit, after?.createdAt ?? null, after?.id ?? null],
  );
  return rows.map(viewOf);
}

export async function findJobs(brand: BrandDatabase, ids: readonly string[]): Promise<JobView[]> {
  const rows = await brand.query<JobRow>('SELECT * FROM job WHERE brand_id = $1 AND id = ANY($2)', [brand.brandId, ids]);
  return rows.map(viewOf);
}

const KEPT_MS = 90 * 86_400_000;

/** Jobs that ended 90 days ago are forgotten, but for the latest of its kind and key: that says when it was done last. */
export const pruneJobs = (database: Database): Promise<unknown> =>
  database.system.query(
    `DELETE FROM job WHERE state NOT IN ('queued', 'running') AND finished_at < $1
        AND EXISTS (SELECT 1 FROM job later WHERE later.brand_id = job.brand_id AND later.kind = job.kind
                       AND later.key IS NOT DISTINCT FROM job.key AND later.created_at > job.created_at)`,
    [new Date(now() - KEPT_MS)],
  );

const viewOf = (row: JobRow): JobView => ({
  id: row.id, brandId: row.brand_id, kind: row.kind, state: row.state, done: row.done, total: row.total,
  cursor: row.cursor, lastError: row.last_error, createdAt: row.created_at, startedAt: row.started_at, finishedAt: row.finished_at,
});
