import {
  alwaysValid, betaBinomialChances, boundaryAt, chanceOfHigher, holm, powerOf, relativeLift, requiredPerArm, sampleRatio, verdictOf,
  type SequentialResult, type Verdict,
} from '@qingniao/experiments';
import { localDay, now } from '@qingniao/kernel';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import type { Arm, Experiment } from './experiments.ts';
import { experimentMetrics, liftOf, type MetricName } from './metrics.ts';
import { armsOf, compareArms, endOf, readSeries, type Comparison, type MetricSeries } from './series.ts';
import { deliveredByVariant } from './wechat-figures.ts';

/** False alarms over all arms and metrics of an experiment together. */
export const ALPHA = 0.05;
/** Figures that WeChat has not given so long after the end are not waited for. */
const GRACE = 3 * 86_400_000;

export interface Look {
  day: string;
  controlRate: number;
  treatmentRate: number;
  difference: number;
  low: number;
  high: number;
}

export interface ArmResult {
  variant: number;
  events: number;
  of: number;
  rate: number | null;
  /** Chances that its rate is the best of all, and better than the control's; what choosing it may cost, in points. */
  best: number | null;
  beatsControl: number | null;
  expectedLoss: number | null;
}

export interface ComparisonResult {
  variant: number;
  verdict: Verdict;
  lift: number | null;
  liftLow: number | null;
  liftHigh: number | null;
  /** Lowest always-valid p of all looks, and the same after Holm. */
  p: number;
  adjustedP: number;
  /** First day on which it was decided. */
  decidedOn: string | null;
  explained: number | null;
  looks: Look[];
}

export interface MetricResult {
  metric: MetricName;
  over: boolean;
  arms: ArmResult[];
  comparisons: ComparisonResult[];
}

export interface SplitCheck {
  sound: boolean;
  p: number;
  arms: { variant: number; share: number; people: number; delivered: number | null }[];
}

export interface ExperimentResult {
  state: 'planned' | 'running' | 'over';
  /** Null until the audience is frozen. */
  split: SplitCheck | null;
  /** For the first metric: what each arm needs, and what its people can show. */
  power: { required: number; perArm: number | null; power: number | null };
  /** The sentence; null before the push goes out. */
  verdict: Verdict | null;
  /** Empty while the split is broken: nobody shall read what cannot be believed. */
  metrics: MetricResult[];
}

export async function readResult(db: BrandDatabase, warehouse: Warehouse, experiment: Experiment): Promise<ExperimentResult> {
  const end = endOf(experiment);
  const power = powerOfPlan(experiment);
  if (end === null) return { state: 'planned', split: null, power, verdict: null, metrics: [] };
  const state = now() < end.getTime() ? 'running' : 'over';
  // The push was changed after the question was asked: what it named is no longer there.
  if (comparisonsIn(experiment) === 0) return { state, split: null, power, verdict: null, metrics: [] };
  const split = await checkSplit(db, experiment);
  if (!split.sound) return { state, split, power, verdict: broken(experiment), metrics: [] };
  const series = await Promise.all(experiment.metrics.map((metric) => readSeries(db, warehouse, experiment, metric)));
  const metrics = compareSeries(experiment, series, end);
  return { state: metrics.every(({ over }) => over) ? 'over' : 'running', split, power, verdict: verdictOfAll(metrics), metrics };
}

const peopleOf = ({ arms }: Experiment, variant: number): number => arms.find((arm) => arm.variant === variant)?.people ?? 0;

/** What the control is compared with; nothing where a metric does not know the control itself. */
function treatmentsOf(experiment: Experiment, metric: MetricName): number[] {
  const known = armsOf(experiment, metric);
  return known.includes(experiment.control) ? known.filter((variant) => variant !== experiment.control) : [];
}
const comparisonsIn = (experiment: Experiment): number => experiment.metrics.reduce((sum, metric) => sum + treatmentsOf(experiment, metric).length, 0);

/** People each arm needs; readers who act are found only among those who open. */
function powerOfPlan(experiment: Experiment): ExperimentResult['power'] {
  const [metric] = experiment.metrics as [MetricName];
  const reach = metric === 'engagement' ? experiment.baselines.open : 1;
  const baseline = experiment.baselines[metric];
  const plan = { baseline, lift: liftOf(metric, baseline, experiment.worthFinding), alpha: ALPHA, power: experiment.power, comparisons: Math.max(1, comparisonsIn(experiment)) };
  const sizes = armsOf(experiment, metric).map((variant) => peopleOf(experiment, variant));
  const perArm = experiment.push.frozenAt === null || sizes.length === 0 ? null : Math.min(...sizes);
  return { required: Math.ceil(requiredPerArm(plan) / reach), perArm, power: perArm === null ? null : powerOf(plan, perArm * reach) };
}

/** Frozen people against the shares, and what WeChat delivered against the frozen people. */
async function checkSplit(db: BrandDatabase, experiment: Experiment): Promise<SplitCheck> {
  const delivered = await deliveredByVariant(db, db.brandId, experiment.pushId);
  const arms = experiment.arms.map(({ variant, share, people }) => ({ variant, share, people: people ?? 0, delivered: delivered.get(variant) ?? null }));
  const reported = arms.flatMap(({ people, delivered: number }) => (number === null || people === 0 ? [] : [{ people, delivered: number }]));
  const checks = [
    sampleRatio(arms.map(({ people }) => people), arms.map(({ share }) => share)),
    sampleRatio(reported.map((arm) => arm.delivered), reported.map(({ people }) => people)),
  ];
  return { sound: checks.every(({ sound }) => sound), p: Math.min(...checks.map(({ p }) => p)), arms };
}

const nameOf = ({ name, arm, variant }: Arm): string => name || arm.toUpperCase() || String(variant);
const named = (experiment: Experiment, variant: number): string => nameOf(experiment.arms.find((arm) => arm.variant === variant)!);

const broken = (experiment: Experiment): Verdict => verdictOf({
  control: '', treatment: '', metric: experimentMetrics[experiment.metrics[0]!], better: 'higher', sound: false, enough: false, over: false,
  controlRate: 0, treatmentRate: 0, lift: null, adjustedP: 1, alpha: ALPHA, worthFinding: experiment.worthFinding,
});

/** One comparison through its days. */
interface Followed {
  metric: MetricName;
  variant: number;
  days: { day: string; comparison: Comparison; result: SequentialResult }[];
  last: Comparison | null;
}

/** All metrics together, because the error rate is one for all of them. */
export function compareSeries(experiment: Experiment, series: readonly MetricSeries[], end: Date): MetricResult[] {
  const alpha = ALPHA / Math.max(1, comparisonsIn(experiment));
  const followed = series.flatMap(({ metric, days, arms }) => treatmentsOf(experiment, metric).map((variant): Followed => {
    const people = { control: peopleOf(experiment, experiment.control), treatment: peopleOf(experiment, variant) };
    const compared = days.map((day, index) => ({ day, comparison: compareArms(experiment, metric, arms.get(experiment.control)![index]!, arms.get(variant)![index]!, people) }));
    return {
      metric, variant, last: compared.at(-1)?.comparison ?? null,
      days: compared.flatMap(({ day, comparison }) => (comparison?.enough ? [{ day, comparison, result: alwaysValid(comparison, alpha) }] : [])),
    };
  }));
  const lowest = (one: Followed, day: string | null) => one.days.reduce((p, look) => (day === null || look.day <= day ? Math.min(p, look.result.p) : p), 1);
  const adjustedOn = (day: string | null) => holm(followed.map((one) => lowest(one, day)));
  const lowestOf = followed.map((one) => lowest(one, null));
  const days = [...new Set(followed.flatMap((one) => one.days.map(({ day }) => day)))].sort();
  const byDay = days.map((day) => ({ day, adjusted: adjustedOn(day) }));
  const final = adjustedOn(null);

  return series.map((one): MetricResult => {
    const over = isOver(one, end);
    return {
      metric: one.metric, over, arms: armResults(experiment, one),
      comparisons: followed.flatMap((comparison, index) => (comparison.metric !== one.metric ? [] : [
        comparisonResult(experiment, comparison, over, {
          p: lowestOf[index]!, adjustedP: final[index]!, alpha,
          // Holm's for one of its place.
          level: ALPHA / lowestOf.filter((p) => p >= lowestOf[index]!).length,
        }, byDay.find(({ adjusted }) => adjusted[index]! <= ALPHA)?.day ?? null),
      ])),
    };
  });
}

/** What WeChat counts of the last day comes the next morning. */
function isOver({ days }: MetricSeries, end: Date): boolean {
  if (now() < end.getTime()) return false;
  return (days.at(-1) ?? '') >= localDay(new Date(end.getTime() - 1)) || now() >= end.getTime() + GRACE;
}

interface Significance {
  /** Lowest of all looks, and after Holm. */
  p: number;
  adjustedP: number;
  /** What its intervals are drawn at, and what decides. */
  alpha: number;
  level: number;
}

/** Figures, direction and interval are of the look that the significance is of; of the last while nothing is decided. */
function comparisonResult(experiment: Experiment, { metric, variant, days, last }: Followed, over: boolean, { p, adjustedP, alpha, level }: Significance, decidedOn: string | null): ComparisonResult {
  const { better, ...name } = experimentMetrics[metric];
  const decided = adjustedP <= ALPHA ? days.findLast(({ result }) => result.p === p) : undefined;
  const look = decided ?? days.at(-1);
  const lift = decided ? decidedLift(decided.comparison, alpha, level) : look ? relativeLift(look.comparison.of, look.result.boundary) : null;
  const shown = look?.comparison ?? last;
  const verdict = verdictOf({
    control: named(experiment, experiment.control), treatment: named(experiment, variant), metric: name, better, sound: true, enough: look !== undefined, over,
    controlRate: shown?.of.control ?? 0, treatmentRate: shown?.of.treatment ?? 0, asOf: decided && decided !== days.at(-1) ? decided.day : null, lift, adjustedP, alpha: ALPHA, worthFinding: experiment.worthFinding,
  });
  return {
    variant, verdict, lift: lift?.lift ?? null, liftLow: lift?.low ?? null, liftHigh: lift?.high ?? null, p, adjustedP, decidedOn, explained: last?.explained ?? null,
    looks: days.map(({ day, comparison: { of }, result: { difference, interval } }) => ({ day, controlRate: of.control, treatmentRate: of.treatment, difference, ...interval })),
  };
}

/** The interval of a ratio is approximate and may reach over the 0 that the difference leaves out. */
function decidedLift({ of, share }: Comparison, alpha: number, level: number): ReturnType<typeof relativeLift> {
  const found = relativeLift(of, boundaryAt(share, alpha, level));
  return found && { ...found, low: found.lift > 0 ? Math.max(0, found.low) : found.low, high: found.lift < 0 ? Math.min(0, found.high) : found.high };
}

function armResults(experiment: Experiment, { metric, arms }: MetricSeries): ArmResult[] {
  const control = arms.get(experiment.control)?.at(-1);
  // The control first: chances are asked against it.
  const treatments = treatmentsOf(experiment, metric);
  const order = treatments.length === 0 ? [] : [experiment.control, ...treatments];
  const figures = order.map((variant) => arms.get(variant)?.at(-1) ?? { events: 0, of: 0, sums: null });
  const known = figures.every(({ of }) => of > 0);
  const lower = experimentMetrics[metric].better === 'lower';
  // A lower rate is better: ask of those who did not.
  const chances = known && metric !== 'engagement'
    ? betaBinomialChances(figures.map(({ events, of }) => ({ successes: lower ? of - events : events, trials: of }))) : null;
  return order.map((variant, index): ArmResult => {
    const { events, of } = figures[index]!;
    const chance = chances?.[index];
    const comparison = index > 0 && known && control && !chance ? compareArms(experiment, metric, control, figures[index]!, { control: 1, treatment: 1 }) : null;
    return {
      variant, events, of, rate: of > 0 ? events / of : null,
      best: chance?.best ?? null, beatsControl: chance?.beatsControl ?? (comparison ? chanceOfHigher(comparison.of) : null), expectedLoss: chance?.expectedLoss ?? null,
    };
  });
}

/** Of several arms: the best that won by the first metric that compares any, else one that is still open, else the first. */
function verdictOfAll(metrics: readonly MetricResult[]): Verdict | null {
  const comparisons = metrics.find((metric) => metric.comparisons.length > 0)?.comparisons ?? [];
  const won = comparisons.filter(({ verdict }) => verdict.kind === 'better').sort((a, b) => Math.abs(b.lift ?? 0) - Math.abs(a.lift ?? 0));
  const open = comparisons.find(({ verdict }) => !verdict.stop);
  return (won[0] ?? open ?? comparisons[0])?.verdict ?? null;
}
