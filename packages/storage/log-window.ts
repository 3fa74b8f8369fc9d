import type { Database, LogSource, Tx } from './types.ts';

/** Events kept in memory at most, and milliseconds: what people said may be erased or forgotten in the log meanwhile. */
const SIZE = 5000;
const KEPT = 60_000;

type Querier = Pick<Tx, 'query'>;
type Read<E> = (db: Querier, after: number, limit: number) => Promise<E[]>;

const windows = new WeakMap<Database, Map<unknown, unknown>>();

/** How runners read a source: each for itself, or through the one window of this process on a log that lasts. */
export function readerOf<E extends { id: number }>(database: Database, source: LogSource<E>): Read<E> {
  if (!source.lasting) return source.read;
  const bySource = windows.get(database) ?? new Map<unknown, unknown>();
  const read = (bySource.get(source) as Read<E> | undefined) ?? createLogWindow(source);
  windows.set(database, bySource.set(source, read));
  return read;
}

/**
 * Projections, the lanes of segments and the warehouse's copy follow the log close behind each other: a stretch that one
 * of them has read and parsed is kept for the others. Whoever is elsewhere reads for itself. Safe because ids are given
 * in the order of commit: nothing is ever added before an event that was read.
 */
function createLogWindow<E extends { id: number }>(source: LogSource<E>): Read<E> {
  /** All events after `start`, as far as they are known. */
  let held: E[] = [];
  let start = 0;
  /** When the oldest of them can have been read. */
  let since = 0;
  let reading: { after: number; limit: number; events: Promise<E[]> } | null = null;
  const end = () => held.at(-1)?.id ?? start;

  const isFresh = () => performance.now() - since < KEPT;

  function keep(after: number, events: readonly E[]): void {
    if (after === end() && isFresh()) held.push(...events);
    else [start, held, since] = [after, [...events], performance.now()];
    const surplus = held.length - SIZE;
    if (surplus > 0) start = held.splice(0, surplus).at(-1)!.id;
  }

  async function readOn(db: Querier, after: number, limit: number): Promise<E[]> {
    const events = await source.read(db, after, limit);
    keep(after, events);
    return events;
  }

  const cut = (events: readonly E[], after: number, limit: number): E[] => {
    const first = events.findLastIndex(({ id }) => id <= after) + 1;
    return events.slice(first, first + limit);
  };

  return async (db, after, limit) => {
    if (isFresh() && after >= start && after < end()) return cut(held, after, limit);
    const underWay = reading;
    if (underWay && after >= underWay.after && after < underWay.after + underWay.limit) {
      const part = cut(await underWay.events, after, limit);
      if (part.length > 0 || after === underWay.after) return part;
    }
    const mine = { after, limit, events: readOn(db, after, limit) };
    reading = mine;
    try {
      return await mine.events;
    } finally {
      if (reading === mine) reading = null;
    }
  };
}
