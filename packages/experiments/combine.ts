import { chiSquareTail, normalQuantile, normalTwoSided } from './distributions.ts';
import type { Estimates, Interval } from './compare.ts';

/** What one experiment says of an element, as a logarithm of treatment / control. */
export interface LogRatio {
  ratio: number;
  variance: number;
}

/** Delta method: var(log t - log c) = v_t / t² + v_c / c². @returns null when an arm's mean is not above 0 */
export function logRatioOf(of: Estimates): LogRatio | null {
  if (!(of.control > 0 && of.treatment > 0)) return null;
  return { ratio: Math.log(of.treatment / of.control), variance: of.treatmentVariance / of.treatment ** 2 + of.controlVariance / of.control ** 2 };
}

export interface Combined extends Interval {
  lift: number;
  p: number;
  experiments: number;
  /** Whether the experiments differ among themselves more than chance explains (Cochran's Q, p < 0.1). */
  mixed: boolean;
}

/** Q is weak with few experiments, so it is read at 0.1 (Higgins & Green 2008, 9.5.2). */
const MIXED = 0.1;

/**
 * Several experiments on the same element added up: each counts by the inverse of its variance, and where they differ
 * among themselves the spread between them is added (random effects, DerSimonian & Laird 1986).
 */
export function combine(results: readonly LogRatio[], alpha = 0.05): Combined | null {
  const usable = results.filter(({ variance }) => variance > 0);
  if (usable.length === 0) return null;
  const weights = usable.map(({ variance }) => 1 / variance);
  const total = sum(weights);
  const fixed = sum(usable.map(({ ratio }, index) => ratio * weights[index]!)) / total;
  const q = sum(usable.map(({ ratio }, index) => weights[index]! * (ratio - fixed) ** 2));
  const df = usable.length - 1;
  const between = df > 0 ? Math.max(0, (q - df) / (total - sum(weights.map((weight) => weight * weight)) / total)) : 0;
  const spread = usable.map(({ variance }) => 1 / (variance + between));
  const mean = sum(usable.map(({ ratio }, index) => ratio * spread[index]!)) / sum(spread);
  const error = Math.sqrt(1 / sum(spread));
  const margin = normalQuantile(1 - alpha / 2) * error;
  return {
    lift: Math.expm1(mean), low: Math.expm1(mean - margin), high: Math.expm1(mean + margin), p: normalTwoSided(mean / error),
    experiments: usable.length, mixed: df > 0 && chiSquareTail(q, df) < MIXED,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
