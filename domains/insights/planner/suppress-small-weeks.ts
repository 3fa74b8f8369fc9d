import { hideInAll, isFew, type Suppressed } from '@qingniao/access';
import { localDay, now } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import type { SavedPlan } from './plans.ts';
import { planProgress, type PlanProgress, type PlanWeek } from './progress.ts';

export interface SafeWeek extends PlanWeek {
  suppressed?: Suppressed;
}

export interface SafeProgress extends Omit<PlanProgress, 'net' | 'weeks'> {
  /** Null where suppressed. */
  net: number | null;
  weeks: SafeWeek[];
}

/** Plan against actual for who is asking: for head office up to the last whole month, as everywhere, because what a day adds would be that day's people. */
export async function progressFor(brand: BrandDatabase, plan: SavedPlan, aggregatesOnly: boolean): Promise<SafeProgress> {
  const today = localDay(now());
  return aggregatesOnly ? suppressSmallWeeks(await planProgress(brand, plan, `${today.slice(0, 7)}-01`)) : planProgress(brand, plan, today);
}

/**
 * Takes out weeks that were not over, those in which under ten people came or left, and as many more as hide them. What came of the plan so far is then said
 * once, at the end: week by week the running total would give each of them away.
 */
export function suppressSmallWeeks(progress: PlanProgress): SafeProgress {
  const weeks = progress.weeks.map((one) => (progress.asOf !== null && one.to <= progress.asOf ? one : { ...one, followed: null, unfollowed: null, net: null, netTotal: null }));
  const small = weeks.filter(({ followed, unfollowed }) => isFew(followed) || isFew(unfollowed));
  if (small.length === 0) return { ...progress, weeks };
  const parts = (kind: 'followed' | 'unfollowed') => weeks.map((one) => ({ key: one.week, people: one[kind] ?? 0 }));
  const wholes = [parts('followed'), parts('unfollowed')];
  const hidden = hideInAll(wholes, small.map(({ week }) => week));
  return {
    ...progress,
    net: wholes.some((whole) => isFew(whole.reduce((sum, { people }) => sum + people, 0))) ? null : progress.net,
    weeks: weeks.map((one): SafeWeek => {
      if (!hidden.has(one.week)) return { ...one, netTotal: null };
      return { ...one, followed: null, unfollowed: null, net: null, netTotal: null, suppressed: small.includes(one) ? 'small' : 'complement' };
    }),
  };
}
