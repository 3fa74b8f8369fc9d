import { hideInAll, isFew, type Suppressed } from '@qingniao/access';
import type { PlanProgress, PlanWeek } from './progress.ts';

export interface SafeWeek extends PlanWeek {
  suppressed?: Suppressed;
}

export interface SafeProgress extends Omit<PlanProgress, 'net' | 'weeks'> {
  /** Null where suppressed. */
  net: number | null;
  weeks: SafeWeek[];
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
