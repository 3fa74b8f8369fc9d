import { type Log, messageOf, now, unavailable } from '@qingniao/kernel';
import { LOG_CHANNEL } from './log-lock.ts';
import { createLogWindow } from './log-window.ts';
import { prepared } from './prepared.ts';
import type { Database, LogSource, Projection, ProjectionLag, ProjectionRunner, Tx } from './types.ts';

export interface ProjectionRunnerOptions<E extends { id: number }> {
  database: Database;
  source: LogSource<E>;
  projections: readonly Projection<E>[];
  log: Log;
  /** How long a busy log is left to gather while nobody waits; longer makes fewer, larger batches. */
  pace?: Pace;
}

/** Between two looks lie at least `least` milliseconds, and so many that batches take at most `share` of the time; never more than `most`. */
export interface Pace {
  least: number;
  share: number;
  most: number;
}

/** The highest id of a log, 0 when it is empty. */
export async function headOf(db: Pick<Tx, 'query'>, { newest }: Pick<LogSource<never>, 'newest'>): Promise<number> {
  const [row] = await db.query<{ head: number | null }>(prepared(`SELECT (SELECT ${newest}) AS head`));
  return row?.head ?? 0;
}

/** One projection as this process sees it; the database has the truth. */
interface Follower<E extends { id: number }> {
  projection: Projection<E>;
  cursor: number;
  busy: boolean;
  /** Ends with the batch under way. */
  work: Promise<void>;
  /** In a row; 0 when the last batch went well. */
  failures: number;
  error: unknown;
  /** Real time before which a failed batch is not tried again. */
  pausedUntil: number;
}

interface Waiter {
  names: ReadonlySet<string> | null;
  /** Set by the first look at the log's head after the call. */
  target: number | null;
  resolve(): void;
  reject(error: unknown): void;
}

const BATCH = 1000;
/** Projections at the same place with at most this much to do share a transaction: one commit instead of many. */
const TINY = 200;
const GIVE_UP_DRAINING = 5;
/** Between two tries of a projection that waits for something else. */
const WAIT_MS = 250;
/** Somebody else's process may have died with work half done and nobody to tell. */
const LOOK_AGAIN_MS = 5000;
/** A machine that is slow to project gathers more before the next look. */
const PACE: Pace = { least: 5, share: 1 / 4, most: 100 };

/**
 * Feeds projections from the log. Several processes may run it: a projection's cursor row is locked while a batch
 * is applied, and who finds it locked leaves it alone.
 */
export function createProjectionRunner<E extends { id: number }>(options: ProjectionRunnerOptions<E>): ProjectionRunner {
  const { database, source, log, pace = PACE } = options;
  const followers: Follower<E>[] = options.projections.map((projection) => ({
    projection, cursor: 0, busy: false, work: Promise.resolve(), failures: 0, error: null, pausedUntil: 0,
  }));
  const readLog = followers.length > 1 ? createLogWindow(source) : source.read;
  const names = followers.map(({ projection }) => projection.name);
  const positions = prepared(`SELECT name, cursor, (SELECT ${source.newest}) AS head FROM projection_cursor WHERE name = ANY($1)`);
  const waiters = new Set<Waiter>();
  let head = 0;
  /** How long the last batch took, milliseconds. */
  let lastRound = 0;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let pausing: NodeJS.Timeout | null = null;
  let stopped = false;
  let unlisten: (() => Promise<void>) | null = null;

  const start = (async () => {
    await database.system.query('INSERT INTO projection_cursor (name) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [names]);
    unlisten = await database.listen(LOG_CHANNEL, heard);
  })();
  start.catch((error: unknown) => log.error({ err: error }, 'projections cannot start'));
  const ticking = setInterval(wake, LOOK_AGAIN_MS).unref();

  /** A log that is busy gathers a batch worth a transaction; only who has just asked to drain it waits for nothing. */
  function wake(): void {
    if ([...waiters].some(({ target }) => target === null)) look();
    else pausing ??= setTimeout(look, Math.max(pace.least, Math.min(lastRound * (1 / pace.share - 1), pace.most)));
  }

  function heard(waitedFor: string): void {
    if (waitedFor.split(',').some((name) => names.includes(name))) look();
    else wake();
  }

  function look(): void {
    if (pausing) clearTimeout(pausing);
    pausing = null;
    lookAgain = true;
    if (!stopped) looking ??= keepLooking();
  }

  async function keepLooking(): Promise<void> {
    try {
      await start;
      while (lookAgain && !stopped) {
        lookAgain = false;
        const asked = [...waiters].filter((waiter) => waiter.target === null);
        await readPositions();
        for (const waiter of asked) waiter.target = head;
        settleWaiters();
        startUnits();
      }
    } catch (error) {
      log.warn({ err: messageOf(error) }, 'projections cannot read the log');
      if (!stopped) setTimeout(wake, 500).unref();
    } finally {
      looking = null;
    }
  }

  async function readPositions(): Promise<void> {
    const rows = await database.system.query<{ name: string; cursor: number; head: number | null }>(positions, [names]);
    head = rows[0]?.head ?? 0;
    const cursors = new Map(rows.map(({ name, cursor }) => [name, cursor]));
    for (const follower of followers) if (!follower.busy) follower.cursor = cursors.get(follower.projection.name) ?? 0;
  }

  /**
   * Starts what is behind and free: those at one place with little to do together, the others each by itself. While
   * somebody drains, what came after the call gathers.
   */
  function startUnits(): void {
    const end = waiters.size > 0 ? Math.max(...[...waiters].map(({ target }) => target ?? 0)) : head;
    const together = new Map<number, Follower<E>[]>();
    for (const follower of followers) {
      const { cursor, projection, failures } = follower;
      if (follower.busy || cursor >= end || follower.pausedUntil > performance.now()) continue;
      if (projection.alone || failures > 0 || end - cursor > TINY) startUnit([follower], end);
      else together.set(cursor, [...(together.get(cursor) ?? []), follower]);
    }
    for (const unit of together.values()) startUnit(unit, end);
  }

  function startUnit(unit: Follower<E>[], end: number): void {
    for (const follower of unit) follower.busy = true;
    const run = (async () => {
      const began = performance.now();
      try {
        await applyBatch(unit, end);
      } catch (error) {
        // In a shared transaction nobody knows yet whose fault it was: each tries again alone, at once.
        if (unit.length > 1) for (const follower of unit) follower.failures = Math.max(1, follower.failures);
        else await noteFailure(unit[0]!, error);
      }
      lastRound = performance.now() - began;
      for (const follower of unit) follower.busy = false;
      settleWaiters();
      // Behind what was there at the last look: the batch was full, so there is no reason to gather.
      if (waiters.size > 0 || unit.some(({ cursor }) => cursor < head)) look();
      else if (followers.some(({ cursor }) => cursor < head)) wake();
    })();
    for (const follower of unit) follower.work = run;
  }

  /** Not beyond `end`: projections that go together arrive at one place and go on together. */
  async function applyBatch(unit: readonly Follower<E>[], end: number): Promise<void> {
    const from = unit[0]!.cursor;
    const limit = Math.min(...unit.map(({ projection }) => projection.batch ?? BATCH));
    const read = await readLog(database.system, from, limit);
    const events = read.filter(({ id }) => id <= end);
    // What is changed again moves on in the log of changes, and a brand that is removed takes its events along: where nothing
    // is left up to the end, that is passed, too.
    const last = read.length === events.length ? events.at(-1)?.id ?? end : end;
    const to = await database.system.tx(async (tx) => {
      const [mine, ...waiting] = await Promise.all([
        tx.query<{ name: string; cursor: number }>(
          prepared('SELECT name, cursor FROM projection_cursor WHERE name = ANY($1) ORDER BY name FOR UPDATE SKIP LOCKED'),
          [unit.map(({ projection }) => projection.name)],
        ),
        ...unit.map(async (follower) => ((await follower.projection.waits?.(tx)) ? follower : null)),
      ]);
      // Locked by another process, or moved on by it since we looked: the next look tells.
      const free = new Set(mine.filter(({ cursor }) => cursor === from).map(({ name }) => name));
      const ours = unit.filter(({ projection }) => free.has(projection.name));
      if (ours.length === 0) return 'elsewhere';
      if (ours.some((follower) => waiting.includes(follower))) return 'waits';
      if (events.length > 0) for (const { projection } of ours) await projection.apply(tx, events);
      await tx.query(
        prepared('UPDATE projection_cursor SET cursor = $2, error = NULL, updated_at = $3 WHERE name = ANY($1)'),
        [ours.map(({ projection }) => projection.name), last, new Date(now())],
      );
      return { ours, last };
    });
    if (to === 'elsewhere') return otherProcess();
    if (to === 'waits') return pause(unit[0]!, WAIT_MS);
    for (const follower of to.ours) Object.assign(follower, { cursor: to.last, failures: 0, error: null, pausedUntil: 0 });
  }

  /** Another process works on these; do not ask again in a tight loop. */
  const otherProcess = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

  function pause(follower: Follower<E>, ms: number): void {
    follower.pausedUntil = performance.now() + ms;
    if (!stopped) setTimeout(wake, ms + 1).unref();
  }

  async function noteFailure(follower: Follower<E>, error: unknown): Promise<void> {
    follower.failures += 1;
    follower.error = error;
    pause(follower, Math.min(100 * 2 ** follower.failures, 30_000));
    const { name } = follower.projection;
    log.error({ projection: name, after: follower.cursor, failures: follower.failures, err: error }, 'a projection failed; it will be tried again');
    await database.system
      .query('UPDATE projection_cursor SET error = $2, updated_at = $3 WHERE name = $1', [name, messageOf(error), new Date(now())])
      .catch(() => undefined);
  }

  async function startOver(follower: Follower<E>): Promise<void> {
    while (follower.busy) await follower.work;
    follower.busy = true;
    try {
      const { name } = follower.projection;
      await database.system.tx(async (tx) => {
        await tx.query('SELECT 1 FROM projection_cursor WHERE name = $1 FOR UPDATE', [name]);
        await follower.projection.reset(tx);
        await tx.query(
          `UPDATE projection_cursor SET cursor = 0, rebuilt_to = coalesce((SELECT ${source.newest}), 0), error = NULL, updated_at = $2 WHERE name = $1`, [name, new Date(now())],
        );
      });
      Object.assign(follower, { cursor: 0, failures: 0, error: null, pausedUntil: 0 });
    } finally {
      follower.busy = false;
    }
  }

  function settleWaiters(): void {
    for (const waiter of waiters) {
      const { target } = waiter;
      if (target === null) continue;
      const behind = followers.filter(({ projection, cursor }) => cursor < target && (waiter.names?.has(projection.name) ?? true));
      const stuck = behind.find(({ failures }) => failures >= GIVE_UP_DRAINING);
      if (behind.length > 0 && !stuck) continue;
      waiters.delete(waiter);
      if (stuck) waiter.reject(projectionFailed(stuck.projection.name, stuck.error));
      else waiter.resolve();
    }
  }

  function drain(only: ReadonlySet<string> | null): Promise<void> {
    return new Promise((resolve, reject) => {
      waiters.add({ names: only, target: null, resolve, reject });
      wake();
    });
  }

  return {
    wake,
    drain: () => drain(null),
    async lag(): Promise<ProjectionLag[]> {
      await start;
      const [newest, rows] = await database.system.tx((tx) =>
        Promise.all([
          headOf(tx, source),
          tx.query<{ name: string; cursor: number; error: string | null }>(
            'SELECT name, cursor, error FROM projection_cursor WHERE name = ANY($1) ORDER BY name',
            [names],
          ),
        ]),
      );
      return rows.map((row) => ({ ...row, head: newest, behind: Math.max(0, newest - row.cursor) }));
    },
    async rebuild(name?: string): Promise<void> {
      await start;
      const chosen = followers.filter(({ projection }) => name === undefined || projection.name === name);
      if (chosen.length === 0) throw new RangeError(`no projection is called ${name}`);
      for (const follower of chosen) await startOver(follower);
      await drain(new Set(chosen.map(({ projection }) => projection.name)));
    },
    async stop(): Promise<void> {
      stopped = true;
      clearInterval(ticking);
      await start.catch(() => undefined);
      if (pausing) clearTimeout(pausing);
      await unlisten?.();
      await looking;
      await Promise.all(followers.map(({ work }) => work));
      for (const waiter of waiters) waiter.reject(new Error('the projections were stopped'));
      waiters.clear();
    },
  };
}

const projectionFailed = (name: string, cause: unknown) =>
  unavailable(
    'projection_failed',
    {
      zh: `数据汇总“${name}”多次失败：${messageOf(cause)}。详情见系统状态页。`,
      en: `The projection "${name}" keeps failing: ${messageOf(cause)}. The status page has the details.`,
    },
    { cause },
  );
