import type { Sample } from './compare.ts';

/** Sums over the people of one arm: y is the outcome, x what the same person did before the experiment. SQL can add them up. */
export interface ArmSums {
  n: number;
  y: number;
  yy: number;
  x: number;
  xx: number;
  xy: number;
}

export interface Cuped {
  /** Per arm, with means corrected for chance differences in earlier activity. */
  samples: Sample[];
  /** What earlier activity explains, 0 to 1: this much smaller the variance is. */
  explained: number;
}

interface Spread {
  yy: number;
  xx: number;
  xy: number;
}

/** Squared deviations from the arm's own means, n - 1 of them free. */
const spreadOf = ({ n, y, yy, x, xx, xy }: ArmSums): Spread => ({ yy: yy - (y * y) / n, xx: xx - (x * x) / n, xy: xy - (x * y) / n });

/**
 * Controlled experiments using pre-experiment data (Deng, Xu, Kohavi & Walker 2013): y - θ (x - mean x), with one
 * θ = cov(x, y) / var(x) for all arms, taken within the arms so that the effect itself does not enter it.
 */
export function cuped(arms: readonly ArmSums[]): Cuped {
  const spreads = arms.map(spreadOf);
  const pooled = spreads.reduce((sum, { yy, xx, xy }) => ({ yy: sum.yy + yy, xx: sum.xx + xx, xy: sum.xy + xy }), { yy: 0, xx: 0, xy: 0 });
  const theta = pooled.xx > 0 ? pooled.xy / pooled.xx : 0;
  const people = arms.reduce((sum, { n }) => sum + n, 0);
  const meanX = arms.reduce((sum, { x }) => sum + x, 0) / people;
  const samples = arms.map((arm, index): Sample => {
    const { yy, xx, xy } = spreads[index]!;
    return { n: arm.n, mean: arm.y / arm.n - theta * (arm.x / arm.n - meanX), variance: Math.max(0, yy - 2 * theta * xy + theta * theta * xx) / (arm.n - 1) };
  });
  const explained = pooled.yy > 0 && pooled.xx > 0 ? pooled.xy ** 2 / (pooled.xx * pooled.yy) : 0;
  return { samples, explained };
}
