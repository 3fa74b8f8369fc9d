import {
  clockOfCounts, clockOfProportions, clockOfSamples, cuped, enoughCounts, enoughEvents, estimatesOfCounts, estimatesOfProportions, estimatesOfSamples, plannedClock,
  type ArmSums, type Estimates,
} from '@qingniao/experiments';
import { addDays, localDay, now } from '@qingniao/kernel';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import { HOLDOUT } from '../types.ts';
import type { Experiment } from './experiments.ts';
import { experimentMetrics, type Baselines, type MetricName } from './metrics.ts';
import { peopleDays, sumsUntil, topClicks } from './people-figures.ts';
import { deliveredByVariant, topArticleDays } from './wechat-figures.ts';

/** How one arm stands at the end of a day: events of those who could have them; sums by person where they are known. */
export interface ArmFigures {
  events: number;
  of: number;
  sums: ArmSums | null;
}

/** A metric day by day. Days for which nothing is known yet are not in it. */
export interface MetricSeries {
  metric: MetricName;
  days: string[];
  /** By variant, then as `days`. */
  arms: Map<number, ArmFigures[]>;
}

/** Two arms on one day. */
export interface Comparison {
  of: Estimates;
  /** Clock / planned clock. */
  share: number;
  enough: boolean;
  /** Part of the variance that earlier activity explains; null where people are not known. */
  explained: number | null;
}

/** The instant after which nothing counts any more; null while the push has not gone out. */
export function endOf({ push, days, stoppedAt }: Experiment): Date | null {
  if (push.frozenAt === null) return null;
  const planned = new Date((push.sentAt ?? push.frozenAt).getTime() + days * 86_400_000);
  return stoppedAt !== null && stoppedAt < planned ? stoppedAt : planned;
}

/** Beijing days from the push to today, at most to the end. */
function daysOf(experiment: Experiment, end: Date): string[] {
  const last = localDay(new Date(Math.min(end.getTime(), now()) - 1));
  const days: string[] = [];
  for (let day = localDay(experiment.push.sentAt ?? experiment.push.frozenAt!); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

export async function readSeries(db: BrandDatabase, warehouse: Warehouse, experiment: Experiment, metric: MetricName): Promise<MetricSeries> {
  const end = endOf(experiment);
  if (end === null) return { metric, days: [], arms: new Map() };
  const days = daysOf(experiment, end);
  if (metric === 'open' || metric === 'engagement') return articleSeries(db, warehouse, experiment, metric, days, end);
  const people = await peopleDays(db, warehouse, experiment, metric, end);
  return seriesOf(experiment, metric, days, (variant, day) => {
    const sums = sumsUntil(people, variant, day);
    return { events: sums.y, of: sums.n, sums };
  });
}

const seriesOf = (experiment: Experiment, metric: MetricName, days: string[], figures: (variant: number, day: string) => ArmFigures): MetricSeries =>
  ({ metric, days, arms: new Map(armsOf(experiment, metric).map((variant) => [variant, days.map((day) => figures(variant, day))])) });

/** From WeChat's figures. It tells of a day the next morning, so days that nobody has been told of are no looks. */
async function articleSeries(
  db: BrandDatabase, warehouse: Warehouse, experiment: Experiment, metric: 'open' | 'engagement', days: readonly string[], end: Date,
): Promise<MetricSeries> {
  const [delivered, told, clicks] = await Promise.all([
    deliveredByVariant(db, db.brandId, experiment.pushId), topArticleDays(db, db.brandId, experiment.pushId),
    metric === 'engagement' ? topClicks(db, warehouse, experiment, end) : [],
  ]);
  const known = told.reduce((latest, { toldOn }) => (toldOn > latest ? toldOn : latest), '');
  return seriesOf(experiment, metric, days.filter((day) => day <= known), (variant, day) => {
    const { readers = 0, actions = 0 } = told.findLast((one) => one.variant === variant && one.day <= day) ?? {};
    if (metric === 'open') return { events: readers, of: delivered.get(variant) ?? 0, sums: null };
    const clicked = clicks.reduce((sum, one) => (one.variant === variant && one.day <= day ? sum + one.clicks : sum), 0);
    return { events: actions + clicked, of: readers, sums: null };
  });
}

/** The arms a metric can tell of. */
export const armsOf = ({ arms }: Pick<Experiment, 'arms'>, metric: MetricName): number[] =>
  arms.filter(({ arm }) => arm !== HOLDOUT || experimentMetrics[metric].withHoldout).map(({ variant }) => variant);

/** What the clock of a metric will show when everybody planned has been reached. */
function plannedFor(metric: MetricName, baselines: Baselines, control: number, treatment: number): number {
  const rate = baselines[metric];
  if (metric === 'open') return plannedClock(rate / (1 - rate), control, treatment);
  if (metric === 'engagement') return plannedClock(baselines.open * rate, control, treatment);
  return plannedClock(rate * (1 - rate), control, treatment);
}

/** @returns null while there is nothing to compare */
export function compareArms(experiment: Experiment, metric: MetricName, control: ArmFigures, treatment: ArmFigures, people: { control: number; treatment: number }): Comparison | null {
  if (control.of === 0 || treatment.of === 0) return null;
  const planned = plannedFor(metric, experiment.baselines, people.control, people.treatment);
  const [a, b] = [{ successes: control.events, trials: control.of }, { successes: treatment.events, trials: treatment.of }];
  if (metric === 'engagement') {
    const [c, t] = [{ events: control.events, exposure: control.of }, { events: treatment.events, exposure: treatment.of }];
    return { of: estimatesOfCounts(c, t), share: clockOfCounts(c, t) / planned, enough: enoughCounts(c, t), explained: null };
  }
  if (control.sums === null || treatment.sums === null)
    return { of: estimatesOfProportions(a, b), share: clockOfProportions(a, b) / planned, enough: enoughEvents(a, b), explained: null };
  const { samples, explained } = cuped([control.sums, treatment.sums]);
  const [c, t] = [samples[0]!, samples[1]!];
  return { of: estimatesOfSamples(c, t), share: clockOfSamples(c, t) / planned, enough: enoughEvents(a, b), explained };
}
