import { createHash } from 'node:crypto';

/** A small fast generator (sfc32) whose whole state is four 32-bit words, so that a run can be kept and resumed. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
  state(): number[];
}

/** The same seed and stream give the same numbers; streams of one seed are independent. */
export function randomStream(seed: string, stream: string): Random {
  const digest = createHash('sha256').update(`${seed}\u0000${stream}`).digest();
  const random = fromState([0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)));
  for (let warm = 0; warm < 12; warm++) random.next();
  return random;
}

export function fromState(state: readonly number[]): Random {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  return { next, below: (n) => Math.floor(next() * n), state: () => [a, b, c, d] };
}

/** Where in cumulated weights a number in [0, 1) falls. */
export function pick(weights: readonly number[], at: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = at * total;
  for (let index = 0; index < weights.length; index++) {
    left -= weights[index]!;
    if (left < 0) return index;
  }
  return Math.max(0, weights.findLastIndex((weight) => weight > 0));
}

/** Mean `mean`, memoryless. */
export const exponential = (random: Random, mean: number): number => -Math.log(1 - random.next()) * mean;

/**
 * Successes in n independent draws: one by one up to 64 draws, by the waiting times between
 * successes while they are few, by the normal limit where it cannot be told apart.
 */
export function binomial(random: Random, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  const mean = n * p;
  if (n <= 64) {
    let hits = 0;
    for (let draw = 0; draw < n; draw++) if (random.next() < p) hits++;
    return hits;
  }
  if (mean < 400) {
    const logMiss = Math.log1p(-p);
    let hits = -1;
    for (let draw = 0; draw <= n; hits++) draw += Math.floor(Math.log(1 - random.next()) / logMiss) + 1;
    return Math.max(0, hits);
  }
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.min(n, Math.max(0, Math.round(mean + Math.sqrt(mean * (1 - p)) * normal)));
}

/** Brings `amount` random elements of `from` to its front, in random order. */
export function shuffleFront(random: Random, from: Int32Array | Uint8Array, amount = from.length): void {
  for (let index = 0; index < Math.min(amount, from.length - 1); index++) {
    const other = index + random.below(from.length - index);
    const kept = from[index]!;
    from[index] = from[other]!;
    from[other] = kept;
  }
}
