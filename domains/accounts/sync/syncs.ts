import { type Text, unavailable } from '@qingniao/kernel';
import type { BrandDatabase, DueTimer, JobContext, JobKind, Stores } from '@qingniao/storage';
import { isWechatError, whenAllowed } from '@qingniao/wechat';
import type { Account, AccountOf } from '../account-clients.ts';

/** Work on one account that people can watch, and that goes on tomorrow when today's calls are used up. */
export const syncKinds = {
  'sync-followers': { zh: '同步关注者', en: 'Synchronise followers' },
  'sync-tags': { zh: '同步标签', en: 'Synchronise tags' },
  'sync-menu': { zh: '同步菜单', en: 'Synchronise the menu' },
  'sync-comments': { zh: '读取文章留言', en: 'Read article comments' },
  'backfill-datacube': { zh: '补齐历史数据', en: 'Fetch history' },
} as const satisfies Record<string, Text>;
export type SyncKind = keyof typeof syncKinds;

export interface SyncInput {
  assetId: string;
  /** Where an earlier run stopped for its quota. */
  from?: unknown;
}

export interface SyncRun {
  db: BrandDatabase;
  account: Account;
  /** Tells this run from others. */
  id: string;
  /** What this or the earlier run saved last, or null. */
  cursor: unknown;
  /** Saves where to go on; throws when the job was cancelled. */
  progress(done: number, total: number | null, cursor: unknown): Promise<void>;
}

const RESUME_TIMER = 'accounts.resume';

export interface SyncDeps {
  stores: Pick<Stores, 'database' | 'jobs' | 'timers'>;
  accountOf: AccountOf;
}

export interface Syncs {
  /** Starts, or returns the run that is under way. */
  start(db: BrandDatabase, assetId: string, kind: SyncKind, from?: unknown): Promise<string>;
}

export function createSyncs({ stores, accountOf }: SyncDeps, work: Readonly<Record<SyncKind, (run: SyncRun) => Promise<void>>>): Syncs {
  const { database, jobs, timers } = stores;

  async function start(db: BrandDatabase, assetId: string, kind: SyncKind, from?: unknown): Promise<string> {
    const jobId = await jobs.start<SyncInput>(db.brandId, kind, { assetId, ...(from === undefined ? {} : { from }) }, `${kind} ${assetId}`);
    // A run that is quick to be told to wait may have noted that already.
    await db.query(
      `update asset set syncs = syncs || $3::jsonb where brand_id = $1 and id = $2 and syncs -> $4 ->> 'jobId' is distinct from $5`,
      [db.brandId, assetId, JSON.stringify({ [kind]: { jobId, resumesAt: null } }), kind, jobId],
    );
    return jobId;
  }

  for (const kind of Object.keys(work) as SyncKind[]) jobs.register(jobKind(kind));

  function jobKind(kind: SyncKind): JobKind<SyncInput> {
    return { kind, lane: 'bulk', run: (job) => runJob(kind, job) };
  }

  async function runJob(kind: SyncKind, job: JobContext<SyncInput>): Promise<void> {
    const { assetId, from } = job.input;
    let cursor: unknown = job.cursor ?? from ?? null;
    try {
      await work[kind]({
        db: job.db,
        account: await accountOf(job.brandId, assetId),
        id: job.id,
        cursor,
        progress: async (done, total, next) => {
          await job.progress(done, total, next);
          cursor = next;
        },
      });
    } catch (error) {
      if (!isWechatError(error)) throw error;
      const at = whenAllowed(error);
      if (at === null) throw unavailable('wechat_refused', error.text, { cause: error });
      await pause(job, kind, cursor, at);
    }
  }

  /** Retrying before then is useless; the job ends here and a timer goes on where it stopped. */
  async function pause(job: JobContext<SyncInput>, kind: SyncKind, cursor: unknown, dueAt: Date): Promise<void> {
    const { assetId } = job.input;
    await job.db.tx((tx) => timers.set(tx, { brandId: job.brandId, name: RESUME_TIMER, key: `${kind} ${assetId}`, dueAt, payload: { kind, assetId, from: cursor } }));
    await job.db.query('update asset set syncs = syncs || $3::jsonb where brand_id = $1 and id = $2', [
      job.brandId, assetId, JSON.stringify({ [kind]: { jobId: job.id, resumesAt: dueAt.toISOString() } }),
    ]);
  }

  timers.register(RESUME_TIMER, async ({ brandId, payload }: DueTimer) => {
    const { kind, assetId, from } = payload as { kind: SyncKind; assetId: string; from: unknown };
    await start(database.forBrand(brandId), assetId, kind, from);
  });

  return { start };
}
