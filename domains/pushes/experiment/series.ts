import {
  clockOfCounts, clockOfProportions, clockOfSamples, cuped, enoughCounts, enoughEvents, estimatesOfCounts, estimatesOfProportions, estimatesOfSamples, plannedClock,
  type ArmSums, type Estimates,
} from '@qingniao/experiments';
import { addDays, localDay, now } from '@qingniao/kernel';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';
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

/** Beijing days from the push to the last that is over, at most to the end. */
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
  const variants = armsOf(experiment, metric);
  const byDay = (figures: (variant: number, day: string) => ArmFigures) => new Map(variants.map((variant) => [variant, days.map((day) => figures(variant, day))]));

  if (metric === 'open' || metric === 'engagement') {
    const [delivered, told] = await Promise.all([deliveredByVariant(db, db.brandId, experiment.pushId), topArticleDays(db, db.brandId, experiment.pushId)]);
    const clicks = metric === 'engagement' ? await topClicks(db, warehouse, experiment, end) : [];
    // WeChat tells a day the next morning: a day that nobody has been told of is no look.
    const known = told.reduce((latest, { day }) => (day > latest ? day : latest), '');
    const last = days.filter((day) => day <= known);
    const soFar = (variant: number, day: string) => told.findLast((one) => one.variant === variant && one.day <= day);
    const clicked = (variant: number, day: string) => clicks.reduce((sum, one) => (one.variant === variant && one.day <= day ? sum + one.clicks : sum), 0);
    const figures = (variant: number, day: string): ArmFigures => {
      const { readers = 0, actions = 0 } = soFar(variant, day) ?? {};
      return metric === 'open' ? { events: readers, of: delivered.get(variant) ?? 0, sums: null } : { events: actions + clicked(variant, day), of: readers, sums: null };
    };
    return { metric, days: last, arms: new Map(variants.map((variant) => [variant, last.map((day) => figures(variant, day))])) };
  }

  const people = await peopleDays(db, warehouse, experiment, metric, end);
  return {
    metric, days,
    arms: byDay((variant, day) => {
      const sums = sumsUntil(people, variant, day);
      return { events: sums.y, of: sums.n, sums };
    }),
  };
}

/** The arms a metric can tell of. */
export const armsOf = ({ arms }: Pick<Experiment, 'arms'>, metric: MetricName): number[] =>
  arms.filter(({ arm }) => arm !== 'holdout' || experimentMetrics[metric].withHoldout).map(({ variant }) => variant);

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
