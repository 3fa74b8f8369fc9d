import { differenceOf, rateOf, standardErrorOf, type Count, type Estimates, type Interval, type Proportion, type Sample } from './compare.ts';

/**
 * An interval and a p-value that stay true however often somebody looks and whenever they stop: Robbins' normal
 * mixture (Robbins 1970), as the mixture sequential probability ratio test for A/B tests (Johari, Koomen, Pekelis &
 * Walsh 2022, "Always Valid Inference", eq. 12) and as a confidence sequence (Howard, Ramdas, McAuliffe & Sekhon 2021,
 * eq. 14; with estimated variances Waudby-Smith et al. 2024).
 *
 * The *clock* is the variance that the difference of the two sums has gathered. It says how much has been learned, and
 * it must grow: with people who arrive day by day it is their number; for a push that reaches everybody at once it is
 * the openers who arrive. `share` below is the clock / what the clock will show when the experiment is over as planned.
 */
export interface SequentialLook {
  of: Estimates;
  /** Clock / planned clock, above 0; may pass 1. */
  share: number;
}

export interface SequentialResult {
  difference: number;
  interval: Interval;
  /** Standard errors from the difference to the ends of the interval. */
  boundary: number;
  p: number;
}

/** Tunes the mixture so that the interval is narrowest at the planned end (Howard et al. 2021, 3.5). */
const mixtureOf = (alpha: number): number => 1 / (-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha)) + 1);

/**
 * How many standard errors the interval reaches at `share` of the planned clock. At another `level` than the mixture is
 * tuned for it leaves out 0 exactly when p is below that level.
 */
export function boundaryAt(share: number, alpha: number, level = alpha): number {
  const rho = mixtureOf(alpha);
  return Math.sqrt((1 + rho / share) * (Math.log((share + rho) / rho) - 2 * Math.log(level)));
}

/** @param alpha error rate of this comparison; several made together share one among them */
export function alwaysValid({ of, share }: SequentialLook, alpha = 0.05): SequentialResult {
  const rho = mixtureOf(alpha);
  const difference = differenceOf(of);
  const error = standardErrorOf(of);
  const boundary = boundaryAt(share, alpha);
  const z = error > 0 ? difference / error : 0;
  const logRatio = 0.5 * Math.log(rho / (share + rho)) + (z * z * share) / (2 * (share + rho));
  return { difference, interval: { low: difference - boundary * error, high: difference + boundary * error }, boundary, p: Math.min(1, Math.exp(-logRatio)) };
}

/** The number of people that two arms of unequal size are worth. */
const harmonic = (a: number, b: number): number => 1 / (1 / a + 1 / b);

/** n p / (1 - p): grows with people who arrive, and with events that arrive from people who are already in. */
export function clockOfProportions(control: Proportion, treatment: Proportion): number {
  const pooled = (control.successes + treatment.successes) / (control.trials + treatment.trials);
  return harmonic(control.trials, treatment.trials) * (pooled / (1 - pooled));
}

/** n λ: the events that arrive. */
export const clockOfCounts = (control: Count, treatment: Count): number =>
  harmonic(control.exposure, treatment.exposure) * ((control.events + treatment.events) / (control.exposure + treatment.exposure));

/** n s²: the variance that a sum of values has gathered. */
export function clockOfSamples(control: Sample, treatment: Sample): number {
  const variance = (control.variance * (control.n - 1) + treatment.variance * (treatment.n - 1)) / (control.n + treatment.n - 2);
  return harmonic(control.n, treatment.n) * variance;
}

/** What the clock will show at the end: with `each` the odds of an event (proportions), its rate (counts) or its variance (samples). */
export const plannedClock = (each: number, control: number, treatment: number): number => harmonic(control, treatment) * each;

/** Fewer expected events than this (or non-events) in an arm are too few for a normal distribution (Cochran 1954: 5; twice that to peek). */
const LEAST_EXPECTED = 10;

/** @param most of an arm that can have the event; Infinity for counts */
function enough(fewest: number, rate: number, most: number): boolean {
  return fewest > 0 && fewest * rate >= LEAST_EXPECTED && fewest * (most - rate) >= LEAST_EXPECTED;
}

export const enoughEvents = (control: Proportion, treatment: Proportion): boolean => enough(
  Math.min(control.trials, treatment.trials), rateOf({ successes: control.successes + treatment.successes, trials: control.trials + treatment.trials }), 1,
);

export const enoughCounts = (control: Count, treatment: Count): boolean => enough(
  Math.min(control.exposure, treatment.exposure), (control.events + treatment.events) / (control.exposure + treatment.exposure), Infinity,
);
