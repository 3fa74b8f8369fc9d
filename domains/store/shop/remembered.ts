import { type Log, now } from '@qingniao/kernel';

const MOST = 1000;

interface Held<T> {
  /** What was counted last, and when that counting began. */
  last: { at: number; counted: T } | null;
  counting: Promise<T> | null;
}

/**
 * Answers that are shown for a while before they are counted again: a crowd asks for them with every page. Of a key one
 * count runs at a time, and nobody waits for a recount: the last answer stands meanwhile, unless it is too old even for that.
 * @param fresh milliseconds
 * @param atMost milliseconds; nothing older is answered
 * @param log hears of a count that failed: where nobody waits for it, nobody else does
 */
export function createRemembered<T>(fresh: number, atMost: number, log: Pick<Log, 'warn'>): (key: string, count: () => Promise<T>) => Promise<T> {
  const held = new Map<string, Held<T>>();
  return async (key, count) => {
    const one: Held<T> = held.get(key) ?? { last: null, counting: null };
    if (held.size >= MOST && !held.has(key)) held.clear();
    held.set(key, one);
    const age = one.last ? now() - one.last.at : Infinity;
    if (one.last && age < fresh) return one.last.counted;
    if (!one.counting) {
      const at = now();
      one.counting = count().then((counted) => {
        one.last = { at, counted };
        return counted;
      }).finally(() => { one.counting = null; });
      // Whoever waits learns of it, too; where nobody does, the next who asks begins another.
      one.counting.catch((error: unknown) => { log.warn({ err: error, key }, 'counting again failed'); });
    }
    return one.last && age < atMost ? one.last.counted : one.counting;
  };
}
