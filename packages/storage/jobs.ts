import { conflict, type Log, messageOf, newId, notFound, now, Problem, type Text } from '@qingniao/kernel';
import type PgBoss from 'pg-boss';
import { findJobs, type JobRow, listJobs, pruneJobs } from './job-history.ts';
import { holdLocks } from './job-locks.ts';
import { LANES, sendTicket, startQueue, type Ticket } from './job-queue.ts';
import type { Database, JobContext, JobKind, Jobs, JobState, Lane, Tx } from './types.ts';

const WORKERS: Record<Lane, number> = { live: 4, bulk: 2 };
const CHANNEL = 'qingniao_job';
/** A safety net: new jobs are announced on CHANNEL. */
const POLL_SECONDS = 2;
const LOOK_FOR_ABANDONED_MS = 15_000;
const PRUNE_MS = 3_600_000;

/**
 * Long work on pg-boss. The queue hands out tickets and times the retries; what people see, and where a job
 * resumes, is the `job` table. The process that runs a job holds an advisory lock: a job that runs without
 * one has lost its process and is queued again.
 */
export function createJobs({ database, url, log }: { database: Database; url: string; log: Log }): Jobs {
  const kinds = new Map<string, JobKind<unknown>>();
  const running = new Map<string, AbortController>();
  /** Those without a job, the one that has waited longest first. */
  const idle: Record<Lane, Set<string>> = { live: new Set(), bulk: new Set() };
  const locks = holdLocks(url, log);
  let stopping = false;
  let stopped: Promise<void> | null = null;
  let started: Promise<PgBoss> | null = null;
  const ticking: NodeJS.Timeout[] = [];
  let unlisten: (() => Promise<void>) | null = null;
  const finished = new Set<() => void>();

  const begin = () => (started ??= beginNow());
  async function beginNow(): Promise<PgBoss> {
    const boss = await startQueue(database, log, () => stopping);
    unlisten = await database.listen(CHANNEL, heard);
    await queueAbandoned(boss);
    every(LOOK_FOR_ABANDONED_MS, () => queueAbandoned(boss), 'abandoned jobs were not looked for');
    every(PRUNE_MS, () => pruneJobs(database), 'jobs of long ago were not removed');
    for (const lane of LANES) {
      for (let n = 0; n < WORKERS[lane]; n++) {
        let me = '';
        const work: PgBoss.WorkWithMetadataHandler<Ticket> = async ([ticket]) => {
          idle[lane].delete(me);
          try {
            if (ticket) await runTicket(ticket);
          } finally {
            idle[lane].add(me);
            boss.notifyWorker(me);
          }
        };
        me = await boss.work<Ticket>(lane, { includeMetadata: true, pollingIntervalSeconds: POLL_SECONDS }, work);
        idle[lane].add(me);
      }
    }
    return boss;
  }

  function every(milliseconds: number, work: () => Promise<unknown>, complaint: string): void {
    ticking.push(setInterval(() => void work().catch((error: unknown) => log.warn({ err: messageOf(error) }, complaint)), milliseconds).unref());
  }

  /** One for each new job: whoever ends one looks for the next by itself. */
  function wakeWorker(lane: Lane): void {
    const [next] = idle[lane];
    if (next === undefined) return;
    idle[lane].delete(next);
    idle[lane].add(next);
    void started?.then((boss) => boss.notifyWorker(next));
  }

  /** `live`, `bulk`: there is a new job; `stop:<id>`: it was cancelled; '' after a lost connection: anything. */
  function heard(said: string): void {
    if (said.startsWith('stop:')) running.get(said.slice(5))?.abort(cancelled());
    else for (const lane of LANES) if (said === lane || said === '') wakeWorker(lane);
  }

  async function runTicket({ data, retryCount, retryLimit }: PgBoss.JobWithMetadata<Ticket>): Promise<void> {
    const { brandId, id } = data;
    if (!(await locks.take(id))) throw new Error('another process still runs this job');
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const row = await markRunning(brandId, id);
      if (row) await runJob(row, abort.signal, retryCount >= retryLimit);
    } finally {
      running.delete(id);
      await locks.release(id);
      for (const tell of finished) tell();
    }
  }

  async function markRunning(brandId: number, id: string): Promise<JobRow | null> {
    const [row] = await database.forBrand(brandId).query<JobRow>(
      `UPDATE job SET state = 'running', attempt = attempt + 1, started_at = coalesce(started_at, $3)
        WHERE brand_id = $1 AND id = $2 AND state IN ('queued', 'running') RETURNING *`,
      [brandId, id, new Date(now())],
    );
    return row ?? null;
  }

  /** Throws what the job threw, so that the queue tries again. */
  async function runJob(row: JobRow, signal: AbortSignal, lastTry: boolean): Promise<void> {
    const { brand_id: brandId, id, kind, attempt, input, cursor } = row;
    const db = database.forBrand(brandId);
    const finish = (state: JobState, error: Text | null) =>
      db.query(
        `UPDATE job SET state = $4, last_error = $5, finished_at = $6
          WHERE brand_id = $1 AND id = $2 AND attempt = $3 AND state = 'running'`,
        [brandId, id, attempt, state, error && JSON.stringify(error), state === 'queued' ? null : new Date(now())],
      );
    const context: JobContext<unknown> = {
      id, brandId, input, cursor, db, signal, lastTry,
      async progress(done, total, next) {
        signal.throwIfAborted();
        const kept = await db.query(
          `UPDATE job SET done = $4, total = $5, cursor = coalesce($6, cursor)
            WHERE brand_id = $1 AND id = $2 AND attempt = $3 AND state = 'running' RETURNING 1`,
          [brandId, id, attempt, done, total, next === undefined ? null : JSON.stringify(next)],
        );
        if (kept.length === 0) throw cancelled();
      },
    };
    try {
      const known = kinds.get(kind);
      if (!known) throw new Error(`no code for jobs of the kind "${kind}" is loaded`);
      await known.run(context);
    } catch (error) {
      const gaveUp = lastTry && !stopping;
      if (!signal.aborted) log.error({ job: id, kind, brandId, attempt, err: error }, gaveUp ? 'a job failed' : 'a job failed; it will be tried again');
      await finish(gaveUp ? 'failed' : 'queued', stopping ? null : textOf(error));
      throw error;
    }
    await finish('done', null);
  }

  /**
   * Jobs that are "running" in no process (theirs was killed, which counts as a failed try), and queued ones
   * whose ticket was drawn by a process that died with it, or is missing (a backup leaves the queue's tables out).
   */
  async function queueAbandoned(boss: PgBoss): Promise<void> {
    const rows = await database.system.query<JobRow>(`
      SELECT * FROM job WHERE state = 'running' OR (state = 'queued' AND NOT EXISTS
        (SELECT 1 FROM pgboss.job ticket
          WHERE ticket.name = job.lane AND ticket.id::text = job.id
            AND (ticket.state IN ('created', 'retry')
                 OR ticket.state = 'active' AND ticket.started_on > clock_timestamp() - interval '10 seconds')))`);
    for (const row of rows) {
      if (running.has(row.id) || !(await locks.take(row.id))) continue;
      try {
        await queueAgain(boss, row);
      } finally {
        await locks.release(row.id);
      }
    }
  }

  async function queueAgain(boss: PgBoss, { brand_id: brandId, id, lane, kind, attempt, state }: JobRow): Promise<void> {
    const ticket = await boss.getJobById(lane, id);
    if (ticket) await boss.fail(lane, id, { message: 'its process ended' });
    else await sendTicket(boss, { brandId, id }, lane, kinds.get(kind)?.retries);
    const after = ticket && (await boss.getJobById(lane, id));
    const over = after !== null && after.state !== 'created' && after.state !== 'retry';
    await database.forBrand(brandId).query(
      `UPDATE job SET state = $4, last_error = $5, finished_at = $6
        WHERE brand_id = $1 AND id = $2 AND attempt = $3 AND state = $7`,
      [brandId, id, attempt, over ? 'failed' : 'queued', ticket && JSON.stringify(PROCESS_ENDED), over ? new Date(now()) : null, state],
    );
  }

  async function startIn(tx: Tx, brandId: number, kind: string, input: unknown, key?: string): Promise<string> {
    const known = kinds.get(kind);
    if (!known) throw new RangeError(`no job kind "${kind}" is registered`);
    const boss = await begin();
    const id = newId();
    const { lane, retries } = known;
    const inserted = await tx.query(
      `INSERT INTO job (brand_id, id, kind, lane, key, state, input, created_at)
       VALUES ($1, $2, $3, $4, $5, 'queued', $6, $7)
       ON CONFLICT (brand_id, kind, key) WHERE state IN ('queued', 'running') DO NOTHING RETURNING 1`,
      [brandId, id, kind, lane, key ?? null, JSON.stringify(input ?? null), new Date(now())],
    );
    if (inserted.length === 0) {
      const [open] = await tx.query<{ id: string }>(
        `SELECT id FROM job WHERE brand_id = $1 AND kind = $2 AND key = $3 AND state IN ('queued', 'running')`,
        [brandId, kind, key],
      );
      // It ended between the two statements: now the way is free.
      return open?.id ?? startIn(tx, brandId, kind, input, key);
    }
    await sendTicket(boss, { brandId, id }, lane, retries, tx);
    await tx.query('SELECT pg_notify($1, $2)', [CHANNEL, lane]);
    return id;
  }

  return {
    register(kind) {
      kinds.set(kind.kind, kind as JobKind<unknown>);
      // After the caller's other registrations, so that no ticket is drawn for a kind not known yet.
      setImmediate(() => {
        if (!stopping) begin().catch((error: unknown) => log.error({ err: error }, 'jobs cannot start'));
      });
    },
    startIn,
    start: (brandId, kind, input, key) => database.forBrand(brandId).tx((tx) => startIn(tx, brandId, kind, input, key)),
    async cancel(brandId, id) {
      const boss = await begin();
      const lane = await database.forBrand(brandId).tx(async (tx) => {
        const [row] = await tx.query<{ lane: Lane; state: JobState }>(
          'SELECT lane, state FROM job WHERE brand_id = $1 AND id = $2 FOR UPDATE', [brandId, id],
        );
        if (!row) throw notFound({ zh: '任务', en: 'job' });
        if (row.state !== 'queued' && row.state !== 'running') return null;
        await tx.query(`UPDATE job SET state = 'cancelled', finished_at = $3 WHERE brand_id = $1 AND id = $2`, [brandId, id, new Date(now())]);
        await tx.query('SELECT pg_notify($1, $2)', [CHANNEL, `stop:${id}`]);
        return row.lane;
      });
      if (lane) await boss.cancel(lane, id);
    },
    list: (brandId, limit = 50, after = null) => listJobs(database.forBrand(brandId), limit, after),
    find: (brandId, ids) => findJobs(database.forBrand(brandId), ids),
    async idle() {
      const open = () => database.system.query(`SELECT 1 FROM job WHERE state IN ('queued', 'running') LIMIT 1`);
      while ((await open()).length > 0) {
        await new Promise<void>((resolve) => {
          const done = () => {
            clearTimeout(timer);
            finished.delete(done);
            resolve();
          };
          const timer = setTimeout(done, 100);
          finished.add(done);
        });
      }
    },
    stop: () => (stopped ??= stop()),
  };

  async function stop(): Promise<void> {
    stopping = true;
    ticking.forEach(clearInterval);
    for (const abort of running.values()) abort.abort(new Error('the process is stopping; the job goes on later'));
    const boss = await started?.catch(() => null);
    await unlisten?.();
    await boss?.stop({ wait: true, timeout: 20_000 });
    await locks.close();
  }
}

const PROCESS_ENDED: Text = {
  zh: '执行该任务的进程意外结束，任务将从上次进度继续。',
  en: 'The process that ran this job ended unexpectedly; the job goes on where it was.',
};

const cancelled = () => conflict('job_cancelled', { zh: '任务已取消。', en: 'The job was cancelled.' });

const textOf = (error: unknown): Text =>
  error instanceof Problem
    ? error.text
    : { zh: `任务出错：${messageOf(error)}`, en: `The job met an error: ${messageOf(error)}` };
