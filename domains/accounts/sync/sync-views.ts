import type { JobState, JobView, Jobs } from '@qingniao/storage';
import type { BrandDatabase } from '@qingniao/storage';
import type { Text } from '@qingniao/kernel';
import { assetNotFound } from '../asset.ts';
import { type SyncKind, syncKinds } from './syncs.ts';

export interface SyncView {
  kind: SyncKind;
  name: Text;
  jobId: string | null;
  state: JobState | null;
  done: number;
  total: number | null;
  lastError: Text | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** Today's calls are used up; it goes on then. */
  resumesAt: string | null;
}

/** How the last run of each kind of work on an account stands. */
export async function syncViews(db: BrandDatabase, jobs: Jobs, assetId: string): Promise<SyncView[]> {
  const [row] = await db.query<{ syncs: Record<string, { jobId: string; resumesAt: string | null } | undefined> }>(
    'select syncs from asset where brand_id = $1 and id = $2', [db.brandId, assetId],
  );
  if (!row) throw assetNotFound();
  const ids = Object.values(row.syncs).flatMap((last) => last?.jobId ?? []);
  const known = new Map((await jobs.find(db.brandId, ids)).map((job) => [job.id, job]));
  return (Object.keys(syncKinds) as SyncKind[]).map((kind) => {
    const last = row.syncs[kind];
    const job: JobView | undefined = last && known.get(last.jobId);
    return {
      kind, name: syncKinds[kind], jobId: last?.jobId ?? null, state: job?.state ?? null, done: job?.done ?? 0, total: job?.total ?? null,
      lastError: job?.lastError ?? null, startedAt: job?.startedAt ?? null, finishedAt: job?.finishedAt ?? null, resumesAt: last?.resumesAt ?? null,
    };
  });
}
