import { detectableLift, powerOf, requiredPerArm } from '@qingniao/experiments';
import type { BrandDatabase } from '@qingniao/storage';
import { measuredBaselines } from './baselines.ts';
import { liftOf, type MetricName } from './metrics.ts';
import { ALPHA } from './result.ts';

export interface PowerQuestion {
  metric: MetricName;
  /** Relative, above 0. */
  worthFinding: number;
  power: number;
  /** Arms besides the control, times metrics. */
  comparisons: number;
  /** Absent: the brand's own, or the study's. */
  baseline?: number;
  /** People an arm would get. */
  perArm?: number;
  pushId?: string;
}

export interface PowerAnswer {
  baseline: number;
  source: 'given' | 'measured' | 'published';
  /** People each arm needs, looked at every day, and looked at once at the end. */
  required: number;
  requiredOnce: number;
  /** Of `perArm` people: the chance to find the change, and the smallest change they would find. */
  power: number | null;
  detectable: number | null;
}

/** @throws Problem not_found (404), power_rates (422) when the rates are none */
export async function calculatePower(brand: BrandDatabase, question: PowerQuestion): Promise<PowerAnswer> {
  const { metric, perArm } = question;
  const { rates, measured } = await measuredBaselines(brand, brand.brandId, question.pushId ?? null);
  const baseline = question.baseline ?? rates[metric];
  const reach = metric === 'engagement' ? rates.open : 1;
  const lift = liftOf(metric, baseline, question.worthFinding);
  const plan = { baseline, lift, alpha: ALPHA, power: question.power, comparisons: question.comparisons };
  return {
    baseline, source: question.baseline !== undefined ? 'given' : measured.includes(metric) ? 'measured' : 'published',
    required: Math.ceil(requiredPerArm(plan) / reach), requiredOnce: Math.ceil(requiredPerArm({ ...plan, reading: 'once' }) / reach),
    power: perArm === undefined ? null : powerOf(plan, perArm * reach),
    detectable: perArm === undefined ? null : detectableLift(plan, perArm * reach),
  };
}
