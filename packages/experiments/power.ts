import { boundaryAt } from './always-valid.ts';
import { normalCdf, normalQuantile } from './distributions.ts';

/** `alwaysValid`: looked at as often as one likes. `once`: one two-proportion test at the end. */
export type Reading = 'alwaysValid' | 'once';

export interface PowerPlan {
  /** The rate expected without the change. */
  baseline: number;
  /** The smallest relative change worth finding, e.g. 0.15. */
  lift: number;
  alpha?: number;
  power?: number;
  /** Comparisons made together (arms besides the control, times metrics); the error rate is divided among them. */
  comparisons?: number;
  reading?: Reading;
}

const settled = (plan: PowerPlan) => {
  const { baseline, lift, power = 0.8, comparisons = 1, reading = 'alwaysValid' } = plan;
  const alpha = (plan.alpha ?? 0.05) / comparisons;
  const changed = baseline * (1 + lift);
  if (!(baseline > 0 && baseline < 1 && changed > 0 && changed < 1 && lift !== 0)) throw new RangeError('rates must lie between 0 and 1, and differ');
  return { baseline, changed, difference: Math.abs(changed - baseline), alpha, power, reading };
};

/** Standard deviations that the test's limit stands from no difference, times the square root of n. */
function limitOf({ baseline, changed, alpha, reading }: ReturnType<typeof settled>): number {
  const mean = (baseline + changed) / 2;
  if (reading === 'once') return normalQuantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean));
  return boundaryAt(1, alpha) * Math.sqrt(baseline * (1 - baseline) + changed * (1 - changed));
}

/**
 * People needed in each arm (Fleiss, Levin & Paik 2003, eq. 4.14 without correction). Read always-valid, the limit at
 * the planned end takes the place of the normal quantile: nearly twice as many people are the price of looking daily.
 */
export function requiredPerArm(plan: PowerPlan): number {
  const facts = settled(plan);
  const spread = Math.sqrt(facts.baseline * (1 - facts.baseline) + facts.changed * (1 - facts.changed));
  return Math.ceil(((limitOf(facts) + normalQuantile(facts.power) * spread) / facts.difference) ** 2);
}

/** The chance to find the change with `perArm` people in each arm; for `alwaysValid` at the end, earlier looks only add to it. */
export function powerOf(plan: PowerPlan, perArm: number): number {
  const facts = settled(plan);
  const spread = Math.sqrt(facts.baseline * (1 - facts.baseline) + facts.changed * (1 - facts.changed));
  return normalCdf((Math.sqrt(perArm) * facts.difference - limitOf(facts)) / spread);
}

/** The smallest relative lift that `perArm` people in each arm would find; null when not even a certain one. */
export function detectableLift(plan: Omit<PowerPlan, 'lift'>, perArm: number): number | null {
  const most = (1 - plan.baseline) / plan.baseline;
  let [low, high] = [0, most * (1 - 1e-9)];
  if (requiredPerArm({ ...plan, lift: high }) > perArm) return null;
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (requiredPerArm({ ...plan, lift: middle }) > perArm) low = middle;
    else high = middle;
  }
  return high;
}
