import { normalQuantile, normalTwoSided, studentTwoSided, studentTwoSidedQuantile } from './distributions.ts';

/** How many of how many: readers of delivered. */
export interface Proportion {
  successes: number;
  trials: number;
}

/** A value per person: its mean and its sample variance (n - 1). */
export interface Sample {
  n: number;
  mean: number;
  variance: number;
}

/** Events beside those who could cause them, several each: likes, comments and clicks of readers. */
export interface Count {
  events: number;
  exposure: number;
}

export interface Interval {
  low: number;
  high: number;
}

/** What two arms have in common, whatever is measured: the means and the squared standard errors of them. */
export interface Estimates {
  control: number;
  treatment: number;
  controlVariance: number;
  treatmentVariance: number;
}

export const rateOf = ({ successes, trials }: Proportion): number => successes / trials;

const squaredError = (arm: Proportion): number => (rateOf(arm) * (1 - rateOf(arm))) / arm.trials;

export const estimatesOfProportions = (control: Proportion, treatment: Proportion): Estimates => ({
  control: rateOf(control), treatment: rateOf(treatment), controlVariance: squaredError(control), treatmentVariance: squaredError(treatment),
});

export const estimatesOfSamples = (control: Sample, treatment: Sample): Estimates => ({
  control: control.mean, treatment: treatment.mean, controlVariance: control.variance / control.n, treatmentVariance: treatment.variance / treatment.n,
});

/** Poisson: the variance of a count is the count. */
export const estimatesOfCounts = (control: Count, treatment: Count): Estimates => ({
  control: control.events / control.exposure, treatment: treatment.events / treatment.exposure,
  controlVariance: control.events / control.exposure ** 2, treatmentVariance: treatment.events / treatment.exposure ** 2,
});

export const differenceOf = (of: Estimates): number => of.treatment - of.control;
export const standardErrorOf = (of: Estimates): number => Math.sqrt(of.controlVariance + of.treatmentVariance);

export interface FixedTest {
  difference: number;
  statistic: number;
  p: number;
  interval: Interval;
}

/**
 * Two proportions compared once, at the end. As is standard, the test pools the arms, because it asks what happens
 * when they are equal, and the interval does not (Fleiss, Levin & Paik 2003, 3.1). Valid for one look only.
 */
export function twoProportionTest(control: Proportion, treatment: Proportion, alpha = 0.05): FixedTest {
  const difference = rateOf(treatment) - rateOf(control);
  const pooled = (control.successes + treatment.successes) / (control.trials + treatment.trials);
  const statistic = difference / Math.sqrt(pooled * (1 - pooled) * (1 / control.trials + 1 / treatment.trials));
  const margin = normalQuantile(1 - alpha / 2) * standardErrorOf(estimatesOfProportions(control, treatment));
  return { difference, statistic, p: normalTwoSided(statistic), interval: { low: difference - margin, high: difference + margin } };
}

/** Two means with variances of their own, compared once (Welch 1947). Valid for one look only. */
export function welchTest(control: Sample, treatment: Sample, alpha = 0.05): FixedTest & { df: number } {
  const { controlVariance: a, treatmentVariance: b, ...means } = estimatesOfSamples(control, treatment);
  const difference = means.treatment - means.control;
  const error = Math.sqrt(a + b);
  const df = (a + b) ** 2 / (a ** 2 / (control.n - 1) + b ** 2 / (treatment.n - 1));
  const statistic = difference / error;
  const margin = studentTwoSidedQuantile(alpha, df) * error;
  return { difference, statistic, df, p: studentTwoSided(statistic, df), interval: { low: difference - margin, high: difference + margin } };
}

/**
 * How much higher the treatment is, in parts of the control, with `boundary` standard errors on both sides. The
 * variance of a ratio by the delta method: (v_t + r² v_c) / control², r = treatment / control (Deng, Knoblich & Lu 2018).
 * @returns null when the control is 0
 */
export function relativeLift(of: Estimates, boundary: number): ({ lift: number } & Interval) | null {
  if (of.control === 0) return null;
  const ratio = of.treatment / of.control;
  const margin = (boundary * Math.sqrt(of.treatmentVariance + ratio ** 2 * of.controlVariance)) / Math.abs(of.control);
  return { lift: ratio - 1, low: ratio - 1 - margin, high: ratio - 1 + margin };
}
