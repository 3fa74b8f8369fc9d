import { chiSquareTail } from './distributions.ts';

/** Below this the split itself is broken and no verdict may be read (Fabijan et al. 2019 use 0.0005 to 0.01). */
const BROKEN_SPLIT = 0.001;

export interface SampleRatio {
  chiSquare: number;
  p: number;
  /** False hides the verdict. */
  sound: boolean;
}

/** Whether as many people are in each arm as its share promised (Pearson's chi-square). */
export function sampleRatio(counts: readonly number[], shares: readonly number[]): SampleRatio {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  if (people === 0) return { chiSquare: 0, p: 1, sound: true };
  const chiSquare = counts.reduce((sum, count, arm) => {
    const expected = (people * shares[arm]!) / whole;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const p = counts.length > 1 ? chiSquareTail(chiSquare, counts.length - 1) : 1;
  return { chiSquare, p, sound: p >= BROKEN_SPLIT };
}

/**
 * Holm's step-down adjustment (Holm 1979) over everything that is tested together, arms and metrics: adjusted
 * p-values in the order given, to be compared with the error rate itself. Holds for always-valid p-values too.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = pValues.map(() => 0);
  let highest = 0;
  order.forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, pValues[index]! * (pValues.length - rank)));
    adjusted[index] = highest;
  });
  return adjusted;
}
