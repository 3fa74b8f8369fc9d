import { Problem } from '@qingniao/kernel';

/** Real time, milliseconds. */
const WINDOW = 60_000;

/**
 * Counts the requests of each shopper, or what `many` of them bring. By person and not by address: phones of a whole
 * town may share one address of their carrier, and in a drop they all come at once. @returns what throws Problem rate_limited (429)
 */
export function createPersonLimit(perMinute: number): (person: string, many?: number) => void {
  let since = performance.now();
  let counts = new Map<string, number>();
  return (person, many = 1) => {
    const at = performance.now();
    if (at - since >= WINDOW) {
      since = at;
      counts = new Map();
    }
    const count = (counts.get(person) ?? 0) + many;
    counts.set(person, count);
    if (count <= perMinute) return;
    const retryAfter = Math.max(1, Math.ceil((since + WINDOW - at) / 1000));
    throw new Problem('rate_limited', 429, { zh: `操作过于频繁，请 ${retryAfter} 秒后再试。`, en: `Too many requests. Try again in ${retryAfter} seconds.` }, { data: { retryAfter } });
  };
}
