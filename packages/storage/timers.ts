import { type Log, messageOf, now, onClockMoved } from '@qingniao/kernel';
import { prepared } from './prepared.ts';
import type { Database, FoundTimer, Timers, Tx } from './types.ts';

type Fire = (timer: FoundTimer) => Promise<void>;

interface Claimed extends Record<string, unknown> {
  brand_id: number;
  name: string;
  key: string;
  due_at: Date;
  payload: unknown;
  attempts: number;
}

/** Timers of other processes and failed ones are looked for this often, in real time. */
const TICK_MS = 1000;
const BATCH = 100;
/** Seconds a claim lasts when its process dies; a handler that needs longer starts a job. */
const LEASE_SECONDS = 120;
const LONGEST_PAUSE_SECONDS = 3600;
/** `set` starts the attempts again, so a timer that was set anew meanwhile no longer matches its claim. */
const SAME = 'brand_id = $1 AND name = $2 AND key = $3 AND attempts = $4 AND due_at = $5';
const idOf = ({ brand_id, name, key, attempts, due_at }: Claimed): unknown[] => [brand_id, name, key, attempts, due_at];

/**
 * Timers in product time. A due row is claimed (`held_until`, real time), its handler runs outside any transaction if the
 * claim still stands, then the row goes, unless the handler or somebody else has set it anew. After a crash the claim runs
 * out and the handler runs again, so handlers must bear being called twice.
 */
export function createTimers({ database, log }: { database: Database; log: Log }): Timers {
  const handlers = new Map<string, Fire>();
  /** The earliest timer this process knows of, product time; 0 means "look", Infinity "none". */
  let nextDue = 0;
  let tail: Promise<unknown> = Promise.resolve();
  let queued = false;
  let stopped = false;
  let held = false;
  /** Not to be fired while held. */
  let waiting: readonly string[] = [];

  /** In the background: one run at most waits behind the one under way. */
  const kick = (lookAnyway: boolean) => {
    if (stopped || held || handlers.size === 0) return;
    if (lookAnyway) nextDue = 0;
    if (nextDue > now() || queued) return;
    queued = true;
    runDue().catch((error: unknown) => log.warn({ err: messageOf(error) }, 'timers could not be read'));
  };
  const ticking = setInterval(() => kick(true), TICK_MS).unref();
  const stopListening = onClockMoved(() => kick(false));

  function runDue(until = Infinity): Promise<number> {
    const present = () => Math.min(until, now());
    const run = tail.then(async () => {
      queued = false;
      let fired = 0;
      while (!stopped && nextDue <= present()) fired += await fireBatch(present());
      return fired;
    });
    tail = run.catch(() => undefined);
    return run;
  }

  /** Fires up to BATCH timers due by then and finds out when the next one is. */
  async function fireBatch(by: number): Promise<number> {
    const names = [...handlers.keys()].filter((name) => !waiting.includes(name));
    nextDue = Infinity;
    let fired = 0;
    try {
      const claimed = await claim(names, by);
      for (const [index, timer] of claimed.entries()) {
        // The first was claimed this moment; the others have waited for those before them.
        if (index > 0 && !(await renew(timer))) continue;
        if (await fire(timer, by)) fired += 1;
      }
      const found = claimed.length === BATCH ? 0 : await earliest(names);
      // Read after the waiting: a timer set meanwhile has lowered it.
      nextDue = Math.min(nextDue, found);
    } catch (error) {
      nextDue = 0;
      throw error;
    }
    return fired;
  }

  const claim = (names: string[], by: number) =>
    database.system.query<Claimed>(
      prepared(`WITH due AS (
         SELECT brand_id, name, key FROM timer
          WHERE due_at <= $1 AND name = ANY($2) AND (held_until IS NULL OR held_until <= clock_timestamp())
          ORDER BY due_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED),
       claimed AS (
         UPDATE timer t
            SET attempts = t.attempts + 1, held_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
           FROM due WHERE (t.brand_id, t.name, t.key) = (due.brand_id, due.name, due.key)
         RETURNING t.brand_id, t.name, t.key, t.due_at, t.payload, t.attempts)
       SELECT * FROM claimed ORDER BY due_at, brand_id, name, key`),
      [new Date(by), names],
    );

  /** Whether the claim still stands, which from here lasts its full time. */
  async function renew(row: Claimed): Promise<boolean> {
    const renewed = await database.system.query(
      prepared(`UPDATE timer SET held_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}) WHERE ${SAME} RETURNING 1`), idOf(row));
    return renewed.length > 0;
  }

  async function fire(row: Claimed, by: number): Promise<boolean> {
    const { brand_id: brandId, name, key, due_at: dueAt, payload, attempts } = row;
    const id = idOf(row);
    try {
      await handlers.get(name)!({ brandId, name, key, dueAt, payload, foundAt: new Date(by) });
      await database.forBrand(brandId).query(prepared(`DELETE FROM timer WHERE ${SAME}`), id);
      return true;
    } catch (error) {
      const pause = Math.min(2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
      log.error({ brandId, timer: name, attempts, err: error }, 'a timer failed; it will be tried again');
      await database.forBrand(brandId).query(
        `UPDATE timer SET held_until = clock_timestamp() + make_interval(secs => $6), last_error = $7 WHERE ${SAME}`,
        [...id, pause, messageOf(error)],
      );
      return false;
    }
  }

  /** Held ones are left to the tick: what holds them runs in real time. */
  async function earliest(names: string[]): Promise<number> {
    const [row] = await database.system.query<{ due: Date | null }>(
      prepared('SELECT min(due_at) AS due FROM timer WHERE name = ANY($1) AND held_until IS NULL'),
      [names],
    );
    return row?.due?.getTime() ?? Infinity;
  }

  return {
    register(name, handler) {
      handlers.set(name, handler);
      nextDue = 0;
    },
    async set(tx: Tx, { brandId, name, key, dueAt, payload }) {
      await tx.query(
        prepared(`INSERT INTO timer (brand_id, name, key, due_at, payload) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (brand_id, name, key) DO UPDATE
            SET due_at = excluded.due_at, payload = excluded.payload, attempts = 0, held_until = NULL, last_error = NULL`),
        [brandId, name, key, dueAt, JSON.stringify(payload ?? null)],
      );
      tx.afterCommit(() => (nextDue = Math.min(nextDue, dueAt.getTime())));
    },
    async cancel(tx, brandId, name, key) {
      await tx.query(prepared('DELETE FROM timer WHERE brand_id = $1 AND name = $2 AND key = $3'), [brandId, name, key]);
    },
    runDue,
    hold(names = []) {
      held = true;
      waiting = names;
      return () => {
        held = false;
        waiting = [];
        kick(true);
      };
    },
    async stop() {
      stopped = true;
      clearInterval(ticking);
      stopListening();
      await tail;
    },
  };
}
