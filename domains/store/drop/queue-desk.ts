import { type Log, messageOf, now, nowDate, type Secrets, unavailable } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { firstHash, type LogOf } from './log.ts';
import { keyOf, type Release } from './release.ts';
import { emptyView, isSoldOut, type QueueView } from './standing.ts';
import { type Arrival, type Taken, takePlaces } from './take-places.ts';

export interface QueueDesk {
  /**
   * A place in the order of arrival, or the one this person has; durable when it resolves. Arrivals that come while a
   * commit is under way share the next one. Null: sold out, nobody queues any more.
   */
  take(release: Release, who: Pick<Arrival, 'identityId' | 'assetId'>): Promise<(Taken & { view: QueueView }) | null>;
  /** The queue, at most a second old; whoever looks has those called for whom there is room. */
  look(release: Release): Promise<QueueView>;
  /** As it is from now on: another process may have called somebody in this moment. */
  lookAgain(release: Release): Promise<QueueView>;
  /** Somebody was told "no" from memory. */
  refused(of: LogOf): void;
  close(): Promise<void>;
}

interface Waiting {
  arrival: Arrival;
  resolve(taken: (Taken & { view: QueueView }) | null): void;
  reject(error: unknown): void;
}

/** One queue in this process. */
interface Line {
  release: Release;
  view: QueueView;
  /** When the view was read, real time. */
  readAt: number;
  waiting: Waiting[];
  running: Promise<void> | null;
}

const BATCH = 256;
/** Real time, milliseconds. */
const FRESH = 1000;
/** Queues remembered; more are read anew. */
const MOST = 200;

/** The one of this process. */
export function openQueueDesk({ database, secrets, log }: { database: Database; secrets: Secrets; log: Log }): QueueDesk {
  const lines = new Map<string, Line>();
  const refusals = new Map<string, { of: LogOf; count: number }>();
  let closed = false;

  function lineOf(release: Release): Line {
    const key = keyOf(release);
    const known = lines.get(key);
    if (known) {
      known.release = release;
      return known;
    }
    if (lines.size >= MOST) for (const [old, { running, waiting }] of lines) if (!running && waiting.length === 0) lines.delete(old);
    const line: Line = { release, view: emptyView, readAt: -Infinity, waiting: [], running: null };
    lines.set(key, line);
    return line;
  }

  const isFresh = (line: Line): boolean => performance.now() - line.readAt < FRESH;

  const run = (line: Line): Promise<void> => (line.running ??= serve(line));

  /** Until nobody waits; at least once. */
  async function serve(line: Line): Promise<void> {
    // In the next turn: what one packet of the network brought is one batch.
    await new Promise((start) => setImmediate(start));
    do await settle(line, line.waiting.splice(0, BATCH));
    while (line.waiting.length > 0);
    line.running = null;
  }

  async function settle(line: Line, batch: readonly Waiting[]): Promise<void> {
    const { release } = line;
    try {
      const { places, view } = await database.forBrand(release.brandId).tx((tx) => takePlaces(tx, secrets, release, batch.map(({ arrival }) => arrival), line.view, nowDate()));
      Object.assign(line, { view, readAt: performance.now() });
      for (const [index, { resolve }] of batch.entries()) resolve(places[index] ? { ...places[index], view } : null);
    } catch (error) {
      log.warn({ brandId: release.brandId, err: messageOf(error) }, 'a queue could not be read');
      for (const { reject } of batch) reject(noPlace(error));
    }
  }

  async function look(release: Release): Promise<QueueView> {
    const line = lineOf(release);
    // Before the opening nothing is asked: nobody is called, and a place says its number.
    if (now() >= release.opensAt.getTime() && !isFresh(line) && !closed) await run(line);
    return line.view;
  }

  async function lookAgain(release: Release): Promise<QueueView> {
    const line = lineOf(release);
    // What is under way may have read before the call.
    await line.running;
    await run(line);
    return line.view;
  }

  /** Counted in memory, written once a second. */
  const counting = setInterval(() => void writeRefusals().catch((error: unknown) => log.warn({ err: messageOf(error) }, 'refusals of a drop could not be counted')), FRESH).unref();
  async function writeRefusals(): Promise<void> {
    const counted = [...refusals.values()];
    refusals.clear();
    for (const { of, count } of counted) {
      await database.forBrand(of.brandId).query(
        `insert into drop_queue as q (brand_id, storefront_id, window_id, arrivals, called, refused, blocks, hash) values ($1, $2, $3, 0, 0, $4, 0, $5)
         on conflict (brand_id, storefront_id, window_id) do update set refused = q.refused + excluded.refused`, [of.brandId, of.storefrontId, of.windowId, count, firstHash(of)],
      );
    }
  }

  return {
    async take(release, who) {
      if (closed) throw noPlace(new Error('the desk is closed'));
      const at = now();
      const line = lineOf(release);
      if (isSoldOut(line.view, release, at) && isSoldOut(await look(release), release, at)) return null;
      return new Promise((resolve, reject) => {
        line.waiting.push({ arrival: { ...who, at: new Date(at) }, resolve, reject });
        void run(line);
      });
    },
    look,
    lookAgain,
    refused(of) {
      const key = keyOf(of);
      const counted = refusals.get(key);
      if (counted) counted.count += 1;
      else refusals.set(key, { of, count: 1 });
    },
    async close() {
      closed = true;
      clearInterval(counting);
      await Promise.all([...lines.values()].map(({ running }) => running));
      await writeRefusals().catch(() => undefined);
    },
  };
}

const noPlace = (cause: unknown) => unavailable('queue_busy', { zh: '排队人数较多，请稍后重试，不会重复取号。', en: 'Try again in a moment; you get one place, however often you ask.' }, { cause });
