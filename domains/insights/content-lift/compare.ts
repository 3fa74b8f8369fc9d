import { welchTest, type Sample } from '@qingniao/experiments';

/** What one article (or push) achieved, and where it stood: only equal positions are compared. */
export interface Observation {
  position: number;
  rate: number;
}

export interface Side {
  n: number;
  /** Mean of the rates; null while there are too few. */
  rate: number | null;
}

export interface Lift {
  with: Side;
  without: Side;
  /** How much higher the mean rate with the partner is, in parts of the other, and where it lies with 95 % certainty. */
  lift: { value: number; low: number; high: number } | null;
  verdict: 'too_few' | 'higher' | 'lower' | 'none_shown';
}

/** Observations of each side, and one more for every further position: with fewer nothing is said. */
export const LEAST = 5;

/**
 * Two groups of articles, each article one observation: they differ among themselves far more than their readers'
 * number explains, so readers are not added up. The others count at each position as much as the first group has there
 * (direct standardisation); the spread is that within positions. The interval is one of the logarithm of the ratio, so that no rate
 * falls below nothing: its error by the delta method, Student's quantile at Welch's degrees of freedom.
 */
export function compare(group: readonly Observation[], others: readonly Observation[]): Lift {
  const positions = [...new Set(group.map(({ position }) => position))].filter((position) => others.some((one) => one.position === position));
  const [first, second] = [group, others].map((side) => positions.map((position) => side.filter((one) => one.position === position).map(({ rate }) => rate))) as [number[][], number[][]];
  const [n, m] = [first.flat().length, second.flat().length];
  const least = LEAST - 1 + positions.length;
  const weights = first.map((rates) => rates.length / n);
  // The others as many as would be as certain, were they spread over the positions like the first group.
  const effective = 1 / weights.reduce((sum, weight, index) => sum + weight ** 2 / second[index]!.length, 0);
  if (positions.length === 0 || n < least || m < least || effective < LEAST) return { with: { n, rate: null }, without: { n: m, rate: null }, lift: null, verdict: 'too_few' };
  const treatment: Sample = { n, mean: mean(first.flat()), variance: varianceWithin(first) };
  const control: Sample = { n: effective, mean: weights.reduce((sum, weight, index) => sum + weight * mean(second[index]!), 0), variance: varianceWithin(second) };
  const found = ratioOf(control, treatment);
  return {
    with: { n, rate: treatment.mean }, without: { n: m, rate: control.mean }, lift: found,
    verdict: found === null || (found.low <= 0 && found.high >= 0) ? 'none_shown' : found.low > 0 ? 'higher' : 'lower',
  };
}

/** Null while one of them is nothing. */
function ratioOf(control: Sample, treatment: Sample): Lift['lift'] {
  if (control.mean === 0 || treatment.mean === 0) return null;
  const squaredError = ({ n, variance }: Sample) => variance / n;
  const { interval, difference } = welchTest(control, treatment);
  const standardError = Math.sqrt(squaredError(control) + squaredError(treatment));
  const quantile = standardError === 0 ? 0 : (interval.high - difference) / standardError;
  const log = Math.log(treatment.mean / control.mean);
  const margin = quantile * Math.sqrt(squaredError(control) / control.mean ** 2 + squaredError(treatment) / treatment.mean ** 2);
  return { value: Math.expm1(log), low: Math.expm1(log - margin), high: Math.expm1(log + margin) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Around the mean of each position, all positions together. */
function varianceWithin(strata: readonly (readonly number[])[]): number {
  const squares = strata.flatMap((rates) => rates.map((rate) => (rate - mean(rates)) ** 2));
  return squares.reduce((sum, square) => sum + square, 0) / (squares.length - strata.length);
}
