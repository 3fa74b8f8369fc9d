import { type Log, messageOf, now, onClockMoved } from '@qingniao/kernel';
import { prepared } from './prepared.ts';
import type { Asked, Database, FoundTimer, Timers, Tx } from './types.ts';

type Fire = (timer: FoundTimer) => Promise<void>;

interface Claimed extends Record<string, unknown> {
  brand_id: number;
  name: string;
  key: string;
  due_at: Date;
  payload: unknown;
  attempts: number;
}

/** What fires one after the other. */
interface Lane {
  /** The earliest timer this process knows of, product time; 0 means "look", Infinity "none". */
  nextDue: number;
  tail: Promise<unknown>;
  queued: boolean;
}
const newLane = (): Lane => ({ nextDue: 0, tail: Promise.resolve(), queued: false });

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
  const handlers = new Map<string, { fire: Fire; lane: Lane }>();
  const main = newLane();
  const asking: Record<Asked, Lane> = { wechat: newLane(), pay: newLane(), bills: newLane() };
  let stopped = false;
  let held = false;
  /** Not to be fired while held. */
  let waiting: readonly string[] = [];

  /** In the background: one run at most of each lane waits behind the one under way. */
  const kick = (lookAnyway: boolean) => {
    if (stopped || held) return;
    for (const lane of new Set([...handlers.values()].map((handler) => handler.lane))) {
      if (lookAnyway) lane.nextDue = 0;
      if (lane.nextDue > now() || lane.queued) continue;
      lane.queued = true;
      run([lane]).catch((error: unknown) => log.warn({ err: messageOf(error) }, 'timers could not be read'));
    }
  };
  const ticking = setInterval(() => kick(true), TICK_MS).unref();
  const stopListening = onClockMoved(() => kick(false));

  /** The timers of these lanes, in due order. */
  function run(lanes: readonly Lane[], until = Infinity): Promise<number> {
    const present = () => Math.min(until, now());
    const running = Promise.all(lanes.map((lane) => lane.tail)).then(async () => {
      for (const lane of lanes) lane.queued = false;
      let fired = 0;
      while (!stopped && lanes.some((lane) => lane.nextDue <= present())) fired += await fireBatch(lanes, present());
      return fired;
    });
    for (const lane of lanes) lane.tail = running.catch(() => undefined);
    return running;
  }

  /** Fires up to BATCH timers due by then and finds out when the next one is. */
  async function fireBatch(lanes: readonly Lane[], by: number): Promise<number> {
    const names = [...handlers].flatMap(([name, { lane }]) => (lanes.includes(lane) && !waiting.includes(name) ? [name] : []));
    for (const lane of lanes) lane.nextDue = Infinity;
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
      for (const lane of lanes) lane.nextDue = Math.min(lane.nextDue, found);
    } catch (error) {
      for (const lane of lanes) lane.nextDue = 0;
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
    const handler = handlers.get(name)!;
    // What asks other systems may wait for them longer than a claim lasts.
    const keeping = handler.lane !== main ? setInterval(() => void renew(row).catch(() => undefined), LEASE_SECONDS * 500).unref() : undefined;
    try {
      await handler.fire({ brandId, name, key, dueAt, payload, foundAt: new Date(by) });
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
    } finally {
      clearInterval(keeping);
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
    register(name, fire, { asks } = {}) {
      const lane = asks === undefined ? main : asking[asks];
      handlers.set(name, { fire, lane });
      lane.nextDue = 0;
    },
    async set(tx: Tx, { brandId, name, key, dueAt, payload }) {
      await tx.query(
        prepared(`INSERT INTO timer (brand_id, name, key, due_at, payload) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (brand_id, name, key) DO UPDATE
            SET due_at = excluded.due_at, payload = excluded.payload, attempts = 0, held_until = NULL, last_error = NULL`),
        [brandId, name, key, dueAt, JSON.stringify(payload ?? null)],
      );
      const lane = handlers.get(name)?.lane ?? main;
      tx.afterCommit(() => (lane.nextDue = Math.min(lane.nextDue, dueAt.getTime())));
    },
    async cancel(tx, brandId, name, key) {
      await tx.query(prepared('DELETE FROM timer WHERE brand_id = $1 AND name = $2 AND key = $3'), [brandId, name, key]);
    },
    runDue: (until, but) => run([main, ...Object.values(asking)].filter((lane) => but === undefined || lane !== asking[but]), until),
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
      await Promise.all([main, ...Object.values(asking)].map(({ tail }) => tail));
    },
  };
}
