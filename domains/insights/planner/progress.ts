import { addDays, daysBetween, shanghaiMidnight, type Text } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import type { Period } from '../metric.ts';
import { blind, observedIn } from '../observed.ts';
import { planKpi } from './plan-kpi.ts';
import type { SavedPlan } from './plans.ts';

/** One ISO week (Monday to Sunday, Asia/Shanghai); the first and the last of a plan may be shorter. */
export interface PlanWeek {
  /** `2026-W09`. */
  week: string;
  from: string;
  to: string;
  /** Net new followers planned in the week, and from the start to its end. */
  planned: number;
  plannedTotal: number;
  /** What happened; null for weeks that have not begun or that nobody observed. */
  followed: number | null;
  unfollowed: number | null;
  net: number | null;
  netTotal: number | null;
}

export interface PlanProgress {
  from: string;
  to: string;
  delta: number;
  /** From when people are observed: the start of the plan, later when the account was connected later, null without an account. */
  since: string | null;
  /** The last whole day; `planned` and `net` are counted from `since` to its end. Null before there is one. */
  asOf: string | null;
  planned: number;
  net: number;
  weeks: PlanWeek[];
  spread: Text;
}

/** Linear on purpose: a brand's own seasonality needs a whole observed year, and a guess would look like knowledge. */
const spread: Text = {
  zh: '计划按天平均分摊到全年，未计入节日与新品等季节因素。',
  en: 'The plan is spread evenly over the days of the year; festivals and launches are not weighed in.',
};

interface Day {
  day: string;
  followed: number;
  unfollowed: number;
}

/**
 * W-07 against what happened: net follows by week, follows that were only learnt from a synchronisation left out.
 * @param today the running day, or an earlier one to stop at
 */
export async function planProgress(brand: BrandDatabase, plan: SavedPlan, today: string): Promise<PlanProgress> {
  const { startDay: from } = plan;
  const to = addDays(yearLater(from), -1);
  const observed = await observedIn({ brand }, { brandId: brand.brandId, assetId: plan.assetId });
  const first = observed?.first ?? null;
  const since = first === null ? null : first > from ? first : from;
  return progressOf(plan, await daysOf(brand, plan.assetId, from, to), since, today, (week) => observed !== null && blind(observed, week));
}

/**
 * @param today the running day; it counts in the weeks and not in `planned` and `net`
 * @param unheard whether the accounts were disconnected all week
 */
export function progressOf(
  plan: Pick<SavedPlan, 'startDay' | 'inputs'>, days: readonly Day[], since: string | null, today: string, unheard: (week: Period) => boolean = () => false,
): PlanProgress {
  const { startDay: from } = plan;
  const to = addDays(yearLater(from), -1);
  const { delta } = planKpi(plan.inputs);
  const length = daysBetween(from, to) + 1;
  const plannedUntil = (day: string) => Math.round((delta * (daysBetween(from, day) + 1)) / length);
  const plannedIn = (first: string, last: string) => plannedUntil(last) - plannedUntil(addDays(first, -1));
  const total = (kind: 'followed' | 'unfollowed', first: string, last: string) =>
    days.reduce((sum, one) => (one.day >= first && one.day <= last ? sum + one[kind] : sum), 0);
  const net = (last: string) => total('followed', from, last) - total('unfollowed', from, last);

  const weeks = weeksOf(from, to).map((week): PlanWeek => {
    const [planned, plannedTotal] = [plannedIn(week.from, week.to), plannedUntil(week.to)];
    if (since === null || week.from > today || week.to < since || unheard(week)) return { ...week, planned, plannedTotal, followed: null, unfollowed: null, net: null, netTotal: null };
    const [followed, unfollowed] = [total('followed', week.from, week.to), total('unfollowed', week.from, week.to)];
    return { ...week, planned, plannedTotal, followed, unfollowed, net: followed - unfollowed, netTotal: net(week.to) };
  });

  const yesterday = addDays(today, -1);
  const last = yesterday < to ? yesterday : to;
  const asOf = since === null || last < since ? null : last;
  return { from, to, delta, since, asOf, planned: asOf === null ? 0 : plannedIn(since!, asOf), net: asOf === null ? 0 : net(asOf), weeks, spread };
}

/** The same day a year later; after 29 February comes 1 March. */
export function yearLater(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}

/** Monday is 0. */
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** ISO 8601: a week belongs to the year of its Thursday. */
export function isoWeek(day: string): string {
  const thursday = addDays(day, 3 - weekday(day));
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

function weeksOf(from: string, to: string): { week: string; from: string; to: string }[] {
  const weeks = [];
  for (let first = from; first <= to; ) {
    const sunday = addDays(first, 6 - weekday(first));
    const last = sunday < to ? sunday : to;
    weeks.push({ week: isoWeek(first), from: first, to: last });
    first = addDays(last, 1);
  }
  return weeks;
}

const daysOf = (brand: BrandDatabase, assetId: string | null, from: string, to: string): Promise<Day[]> =>
  brand.query<Day & Record<string, unknown>>(
    `select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
            count(*) filter (where arrived) as followed, count(*) filter (where not arrived) as unfollowed
       from (
         select followed_at as at, true as arrived from follow_period
          where brand_id = $1 and observed and followed_at >= $2 and followed_at < $3 and ($4::text is null or asset_id = $4)
         union all
         select unfollowed_at, false from follow_period
          where brand_id = $1 and unfollowed_at >= $2 and unfollowed_at < $3 and ($4::text is null or asset_id = $4)
       ) moves
      group by 1`,
    [brand.brandId, shanghaiMidnight(from), shanghaiMidnight(addDays(to, 1)), assetId],
  );
