import { digestId, type Log, messageOf, nowDate, unavailable } from '@qingniao/kernel';
import { type Database, isConnectionLost, LOCK_LOG, lockLog, prepared, type Row, type Statement, type Tx } from '@qingniao/storage';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrandRef, IDENTITY_ERASED, identityKey, resolveIdentities } from './identities.ts';
import { createRecent } from './recent.ts';
import type { AppendResult, IdentityRef, NewEvent } from './types.ts';

export interface AppenderOptions {
  database: Database;
  log: Log;
  /** Events per commit, at most. */
  batch?: number;
  /** Identities remembered, so that people seen lately cost no query. */
  remembered?: number;
  /** Milliseconds a caller waits for a database that went away; the callback's own limit is 5 s. */
  patience?: number;
}

export interface Appender {
  /**
   * Resolves when the events are durable. Calls that come while a commit is under way share the next one,
   * whatever their brand. Throws Problem `log_unavailable` (503) when the database stays away.
   */
  append(brandId: number, events: readonly NewEvent[]): Promise<AppendResult>;
  /** Stops taking events and waits for those it has. */
  close(): Promise<void>;
}

interface Waiting {
  brandId: number;
  events: readonly NewEvent[];
  since: number;
  resolve(result: AppendResult): void;
  reject(error: unknown): void;
}

/** The one writer of this process; make it once. */
export async function createAppender({ database, log, batch = 2000, remembered = 200_000, patience = 15_000 }: AppenderOptions): Promise<Appender> {
  const recent = createRecent<string, number>(remembered);
  // An erased person who comes back is somebody new: nothing old may be remembered of them.
  const stopListening = await database.listen(IDENTITY_ERASED, () => recent.clear());
  let queue: Waiting[] = [];
  let running: Promise<void> | null = null;
  let closed = false;

  async function run(): Promise<void> {
    while (queue.length > 0) await settle(take());
    running = null;
  }

  function take(): Waiting[] {
    let events = 0;
    let calls = 0;
    while (calls < queue.length && (calls === 0 || events + queue[calls]!.events.length <= batch)) events += queue[calls++]!.events.length;
    const taken = queue.slice(0, calls);
    queue = queue.slice(calls);
    return taken;
  }

  /** Commits one batch and answers everybody in it; never throws. */
  async function settle(calls: Waiting[]): Promise<void> {
    for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
      try {
        const rows = calls.flatMap(({ brandId, events }) => events.map((event) => ({ brandId, event })));
        const ids = await commit(rows);
        let at = 0;
        for (const call of calls) call.resolve({ ids: ids.slice(at, (at += call.events.length)) });
        return;
      } catch (error) {
        if (isOfData(error)) return settleApart(calls, error);
        log.warn({ err: messageOf(error), calls: calls.length }, 'the log could not be written, trying again');
        calls = giveUpOn(calls, error);
        if (calls.length === 0) return;
        // What was committed before the connection broke is found by its de-dup key the second time.
        await sleep(wait);
      }
    }
  }

  /** One call's data was refused by the database: the others must not suffer for it. */
  async function settleApart(calls: Waiting[], error: unknown): Promise<void> {
    if (calls.length === 1) return calls[0]!.reject(error);
    const half = Math.ceil(calls.length / 2);
    await settle(calls.slice(0, half));
    await settle(calls.slice(half));
  }

  function giveUpOn(calls: Waiting[], error: unknown): Waiting[] {
    const since = performance.now() - patience;
    const isLate = (call: Waiting) => call.since < since;
    for (const call of calls) if (isLate(call) || !isPassing(error)) call.reject(isPassing(error) ? logAway(error) : error);
    return isPassing(error) ? calls.filter((call) => !isLate(call)) : [];
  }

  async function commit(rows: readonly BrandEvent[]): Promise<(number | null)[]> {
    return storeAs(rows, await resolve(refsOf(rows)), {
      send: async (insert) => (await database.system.atOnce([LOCK_LOG, insert]))[1]!,
      resolveAgain: () => resolveAfresh(refsOf(rows)),
    });
  }

  async function resolve(refs: readonly BrandRef[]): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    const unknown = new Map<string, BrandRef>();
    for (const ref of refs) {
      const key = identityKey(ref);
      const known = recent.get(key);
      if (known === undefined) unknown.set(key, ref);
      else ids.set(key, known);
    }
    // Committed before the log is locked: whoever else makes the same newcomer is not waited for under the lock.
    if (unknown.size > 0) for (const [key, id] of await resolveAfresh([...unknown.values()])) ids.set(key, id);
    return ids;
  }

  async function resolveAfresh(refs: readonly BrandRef[]): Promise<Map<string, number>> {
    const ids = await resolveIdentities(database.system, refs);
    for (const [key, id] of ids) recent.set(key, id);
    return ids;
  }

  return {
    append(brandId, events) {
      if (closed) return Promise.reject(logAway(new Error('the writer is closed')));
      if (events.length === 0) return Promise.resolve({ ids: [] });
      return new Promise((resolve, reject) => {
        queue.push({ brandId, events, since: performance.now(), resolve, reject });
        running ??= Promise.resolve().then(run);
      });
    },
    async close() {
      closed = true;
      await running;
      await stopListening();
    },
  };
}

/** Appends inside a domain's own transaction. Call it last: the log stays locked until commit. */
export async function appendInTx(tx: Tx, brandId: number, events: readonly NewEvent[]): Promise<AppendResult> {
  if (events.length === 0) return { ids: [] };
  const rows = events.map((event) => ({ brandId, event }));
  const resolve = () => resolveIdentities(tx, refsOf(rows));
  const ids = await storeAs(rows, await resolve(), {
    // Sent together: the second waits in the server until the first holds the lock.
    send: async (insert) => (await Promise.all([lockLog(tx), tx.query(insert.sql, insert.params)]))[1],
    resolveAgain: resolve,
  });
  return { ids };
}

/** Stores events under the ids their people were resolved to, and under new ones if somebody was erased since. */
async function storeAs(
  rows: readonly BrandEvent[], resolved: ReadonlyMap<string, number>,
  { send, resolveAgain }: { send(insert: Statement): Promise<readonly Row[]>; resolveAgain(): Promise<Map<string, number>> },
): Promise<(number | null)[]> {
  for (;;) {
    const { insert, idsOf } = entryOf(rows, resolved);
    const ids = idsOf(await send(insert));
    if (resolved.size === 0 || ids.some((id) => id !== null)) return ids;
    // Nothing was stored: all of it was there already, or somebody is somebody else by now.
    const current = await resolveAgain();
    if ([...current].every(([key, id]) => resolved.get(key) === id)) return ids;
    resolved = current;
  }
}

interface BrandEvent {
  brandId: number;
  event: NewEvent;
}

function refsOf(rows: readonly BrandEvent[]): BrandRef[] {
  const refs: BrandRef[] = [];
  for (const { brandId, event } of rows) {
    if (event.who !== null && typeof event.who === 'object') refs.push({ ...event.who, brandId });
    if (event.mentions) for (const ref of Object.values(event.mentions)) refs.push({ ...ref, brandId });
  }
  return refs;
}

interface Entry {
  /** To be sent behind the lock of the log. */
  insert: Statement;
  /** Of what it answered: ids in the order given; null where the de-dup key was there already, everywhere if it was refused. */
  idsOf(stored: readonly Row[]): (number | null)[];
}

/**
 * The only INSERT into the log. It stores nothing when one of those resolved was erased since: an erasure takes the
 * lock of the log before it commits, so behind that lock it is known.
 */
function entryOf(rows: readonly BrandEvent[], resolved: ReadonlyMap<string, number>): Entry {
  const columns: unknown[][] = [[], [], [], [], [], [], []];
  const keys = rows.map(({ event }) => (isUuid.test(event.dedupKey) ? event.dedupKey : digestId(event.dedupKey)));
  for (const [index, { brandId, event }] of rows.entries()) {
    const identity = (ref: IdentityRef) => resolved.get(identityKey({ ...ref, brandId }))!;
    const mentioned = Object.entries(event.mentions ?? {}).map(([name, ref]) => [name, identity(ref)] as const);
    const props = mentioned.length === 0 ? event.props : { ...event.props, ...Object.fromEntries(mentioned) };
    const who = event.who !== null && typeof event.who === 'object' ? identity(event.who) : event.who;
    const values = [brandId, event.type, event.at.toISOString(), event.assetId, who, keys[index], JSON.stringify(props)];
    for (let column = 0; column < columns.length; column++) columns[column]!.push(values[column]);
  }
  const sql = prepared(`insert into event (brand_id, type, at, received_at, asset_id, identity_id, dedup_key, props)
       select brand_id, type, at, $8, asset_id, identity_id, dedup_key, props
         from unnest($1::int[], $2::text[], $3::timestamptz[], $4::text[], $5::bigint[], $6::uuid[], $7::jsonb[])
           as new (brand_id, type, at, asset_id, identity_id, dedup_key, props)
        where not exists (select from erased_identity e where e.brand_id = any ($1::int[]) and e.identity_id = any ($9::bigint[]))
       on conflict (brand_id, dedup_key) do nothing
       returning id, brand_id, dedup_key`);
  return {
    insert: { sql, params: [...columns, nowDate(), [...resolved.values()]] },
    idsOf(stored) {
      const ids = new Map(stored.map((row) => [`${row['brand_id']} ${row['dedup_key']}`, row['id'] as number]));
      return rows.map(({ brandId }, index) => {
        const key = `${brandId} ${keys[index]}`;
        const id = ids.get(key) ?? null;
        ids.delete(key);
        return id;
      });
    },
  };
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const sqlState = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

/** Class 22 (bad data) and 23 (constraints), or a value JavaScript could not write: somebody's event is wrong. */
const isOfData = (error: unknown): boolean => /^2[23]/.test(sqlState(error)) || error instanceof TypeError || error instanceof RangeError;

/** Worth another try: a lost connection, a deadlock, a server out of something. */
const isPassing = (error: unknown): boolean => isConnectionLost(error) || /^(08|40|53|55|57)/.test(sqlState(error));

const logAway = (cause: unknown) =>
  unavailable(
    'log_unavailable',
    { zh: '暂时无法写入事件日志，请稍后重试。', en: 'The event log cannot be written at the moment; try again shortly.' },
    { cause },
  );
