import { allocate } from '@qingniao/kernel';
import { binomial, fromState, pick, randomStream, type Random } from './random.ts';

/**
 * How many out of how many. By quota, each cell's rounding error is carried to its next draw, so
 * that the sum over a year is off by less than one; at random, every draw is independent.
 */
export interface Draw {
  readonly byQuota: boolean;
  /** Successes among `n` at rate `p`; `cell` names the sum that must come out. */
  count(cell: string, n: number, p: number): number;
  /** A planned amount as a whole number, the rest carried, however the people are drawn. */
  whole(cell: string, amount: number): number;
  /** `n` divided by weights. */
  split(cell: string, n: number, weights: readonly number[]): number[];
  save(): unknown;
}

export interface SavedDraw {
  carried: Record<string, number>;
  random: number[];
}

export function createDraw(seed: string, byQuota: boolean, saved?: SavedDraw): Draw {
  const carried = new Map<string, number>(Object.entries(saved?.carried ?? {}));
  const random: Random = saved ? fromState(saved.random) : randomStream(seed, 'draw');

  function whole(cell: string, amount: number, most = Number.MAX_SAFE_INTEGER): number {
    const exact = amount + (carried.get(cell) ?? 0);
    const rounded = Math.min(most, Math.max(0, Math.round(exact)));
    carried.set(cell, exact - rounded);
    return rounded;
  }

  const count = (cell: string, n: number, p: number): number => (byQuota ? whole(cell, n * p, n) : binomial(random, n, p));

  function split(cell: string, n: number, weights: readonly number[]): number[] {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (!byQuota) {
      const parts = weights.map(() => 0);
      for (let draw = 0; draw < n; draw++) parts[pick(weights, random.next())]! += 1;
      return parts;
    }
    if (total <= 0) return allocate(n, weights);
    const owed = weights.map((weight, index) => (n * weight) / total + (carried.get(`${cell}/${index}`) ?? 0));
    const parts = roundTo(n, owed);
    owed.forEach((exact, index) => carried.set(`${cell}/${index}`, exact - parts[index]!));
    return parts;
  }

  return { byQuota, count, whole: (cell, amount) => whole(cell, amount), split, save: (): SavedDraw => ({ carried: Object.fromEntries(carried), random: random.state() }) };
}

/** Whole numbers, none negative, that add up to `n` and stand as near as can be to what is owed. */
function roundTo(n: number, owed: readonly number[]): number[] {
  const parts = owed.map((exact) => Math.max(0, Math.floor(exact)));
  let left = n - parts.reduce((sum, part) => sum + part, 0);
  const order = owed.map((_, index) => index);
  while (left !== 0) {
    const step = left > 0 ? 1 : -1;
    const gap = (index: number) => (owed[index]! - parts[index]!) * step;
    const best = order.filter((index) => step > 0 || parts[index]! > 0).reduce((a, b) => (gap(b) > gap(a) ? b : a));
    parts[best]! += step;
    left -= step;
  }
  return parts;
}
