import { normalCdf } from './distributions.ts';
import { differenceOf, standardErrorOf, type Estimates, type Proportion } from './compare.ts';

export interface ArmChances {
  /** That this arm has the highest rate of all. */
  best: number;
  /** That it has a higher rate than the first arm; null for the first itself. */
  beatsControl: number | null;
  /** What choosing it costs on average, in points of the rate, because another may be better (Stucchio 2015). */
  expectedLoss: number;
}

/** Grid points in the narrowest arm's standard deviation, and how many standard deviations are looked at. */
const PER_DEVIATION = 40;
const REACH = 9;
const MOST_POINTS = 400_000;

interface Posterior {
  alpha: number;
  beta: number;
  mean: number;
  deviation: number;
}

/** Uniform prior: Beta(1 + successes, 1 + failures). */
function posteriorOf({ successes, trials }: Proportion): Posterior {
  const alpha = 1 + successes;
  const beta = 1 + trials - successes;
  const total = alpha + beta;
  return { alpha, beta, mean: alpha / total, deviation: Math.sqrt((alpha * beta) / (total * total * (total + 1))) };
}

/**
 * Beta-Binomial chances of each arm, the first being the control (Gelman et al. 2013, 2.4), by summing the posteriors
 * on one grid: P(j best) = ∫ f_j ∏ F_i, E[highest] = ∫ (1 - ∏ F_i). Relative errors below 5e-4.
 */
export function betaBinomialChances(arms: readonly Proportion[]): ArmChances[] {
  const posteriors = arms.map(posteriorOf);
  // A posterior of few successes has a long right tail, one of few failures a long left one.
  const low = Math.max(0, Math.min(...posteriors.map((p) => p.mean - (REACH + 36 / Math.sqrt(p.beta)) * p.deviation)));
  const high = Math.min(1, Math.max(...posteriors.map((p) => p.mean + (REACH + 36 / Math.sqrt(p.alpha)) * p.deviation)));
  const narrowest = Math.min(...posteriors.map((p) => p.deviation));
  const points = Math.min(MOST_POINTS, Math.ceil(((high - low) / narrowest) * PER_DEVIATION));
  const step = (high - low) / points;
  // Mass of each cell of the grid, from the density in its middle.
  const masses = posteriors.map(({ alpha, beta, mean }) => {
    const at = (x: number) => (alpha - 1) * Math.log(x / mean) + (beta - 1) * Math.log((1 - x) / (1 - mean));
    const cells = Float64Array.from({ length: points }, (_, cell) => Math.exp(at(low + (cell + 0.5) * step)));
    const total = cells.reduce((sum, mass) => sum + mass, 0);
    return cells.map((mass) => mass / total);
  });
  const below = posteriors.map(() => 0);
  const best = posteriors.map(() => 0);
  const beats = posteriors.map(() => 0);
  let expectedHighest = low;
  for (let cell = 0; cell < points; cell++) {
    const middle = below.map((mass, arm) => mass + masses[arm]![cell]! / 2);
    middle.forEach((_, arm) => {
      const mass = masses[arm]![cell]!;
      best[arm]! += mass * middle.reduce((product, other, index) => (index === arm ? product : product * other), 1);
      beats[arm]! += mass * middle[0]!;
      below[arm]! += mass;
    });
    expectedHighest += step * (1 - middle.reduce((product, other) => product * other, 1));
  }
  return posteriors.map(({ mean }, arm) => ({
    best: best[arm]!, beatsControl: arm === 0 ? null : beats[arm]!, expectedLoss: Math.max(0, expectedHighest - mean),
  }));
}

/** For means: the chance that the treatment is higher, flat prior and normal estimates. */
export function chanceOfHigher(of: Estimates): number {
  const error = standardErrorOf(of);
  if (error === 0) return 0.5;
  return normalCdf(differenceOf(of) / error);
}
