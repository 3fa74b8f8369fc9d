import type { LogSource, Tx } from './types.ts';

/** Events kept in memory at most, and milliseconds: what people said may be erased or forgotten in the log meanwhile. */
const SIZE = 5000;
const KEPT = 60_000;

type Querier = Pick<Tx, 'query'>;

/**
 * The projections of a runner follow the log close behind each other: a stretch that one of them has read and parsed is
 * kept for the others. Whoever is elsewhere reads for itself. Safe because ids are given in the order of commit: nothing
 * is ever added before an event that was read. Not shared between runners: what one has read is not the newest, and who
 * is in a hurry would be late by it.
 */
export function createLogWindow<E extends { id: number }>(source: LogSource<E>): (db: Querier, after: number, limit: number) => Promise<E[]> {
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

  return async (db, after, limit) => {
    if (isFresh() && after >= start && after < end()) {
      const first = held.findIndex(({ id }) => id > after);
      return held.slice(first, first + limit);
    }
    if (reading?.after === after && reading.limit === limit) return reading.events;
    const mine = { after, limit, events: readOn(db, after, limit) };
    reading = mine;
    try {
      return await mine.events;
    } finally {
      if (reading === mine) reading = null;
    }
  };
}
