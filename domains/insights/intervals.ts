/** A range that holds the true value 19 times out of 20. */
export interface Interval {
  low: number;
  high: number;
}

const Z = 1.959964;

/** Wilson's score interval of a proportion; null without trials. Unlike the plain one it never leaves 0…1. */
export function wilson(successes: number, trials: number): Interval | null {
  if (trials <= 0) return null;
  const share = successes / trials;
  const z2 = Z * Z;
  const centre = share + z2 / (2 * trials);
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  const whole = 1 + z2 / trials;
  return { low: Math.max(0, (centre - spread) / whole), high: Math.min(1, (centre + spread) / whole) };
}

/** Of a count divided by something that is not its whole (actions per reader, net growth): normal, the count taken as Poisson. */
export function countRatio(count: number, base: number): Interval | null {
  if (base <= 0) return null;
  const spread = Z * Math.sqrt(Math.abs(count));
  return { low: (count - spread) / base, high: (count + spread) / base };
}
