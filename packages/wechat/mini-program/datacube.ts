import { addDays } from '@qingniao/kernel';
import type { Caller } from '../call.ts';

export interface VisitTrendRow {
  /** `20170313`, `20170306-20170312` for a week, `201703` for a month. */
  ref_date: string;
  /** Openings. */
  session_cnt: number;
  visit_pv: number;
  visit_uv: number;
  visit_uv_new: number;
  /** Seconds a visitor, seconds a session. */
  stay_time_uv?: number;
  stay_time_session: number;
  visit_depth: number;
}

export interface SummaryTrendRow {
  ref_date: string;
  /** Everybody who ever came. */
  visit_total: number;
  share_pv: number;
  share_uv: number;
}

export interface Retention {
  ref_date: string;
  /** `key` counts the days (0-7, 14, 30), weeks (0-4) or months (0, 1) since. */
  visit_uv_new: { key: number; value: number }[];
  visit_uv: { key: number; value: number }[];
}

export interface VisitPageRow {
  page_path: string;
  page_visit_pv: number;
  page_visit_uv: number;
  page_staytime_pv: number;
  entrypage_pv: number;
  exitpage_pv: number;
  page_share_pv: number;
  page_share_uv: number;
}

export interface VisitDistribution {
  ref_date: string;
  list: {
    index: 'access_source_session_cnt' | 'access_staytime_info' | 'access_depth_info';
    item_list: { key: number; value: number }[];
  }[];
}

interface PortraitRow {
  id?: number;
  name: string;
  value: number;
}
type PortraitGroup = Record<'province' | 'city' | 'genders' | 'platforms' | 'devices' | 'ages', PortraitRow[]>;

export interface UserPortrait {
  ref_date: string;
  visit_uv_new: PortraitGroup;
  visit_uv: PortraitGroup;
}

/** What each call answers, and the period it covers (mini-program-and-pay 6). */
interface Answers {
  dailysummarytrend: { list: SummaryTrendRow[] };
  dailyvisittrend: { list: VisitTrendRow[] };
  weeklyvisittrend: { list: VisitTrendRow[] };
  monthlyvisittrend: { list: VisitTrendRow[] };
  dailyretaininfo: Retention;
  weeklyretaininfo: Retention;
  monthlyretaininfo: Retention;
  visitpage: { ref_date: string; list: VisitPageRow[] };
  visitdistribution: VisitDistribution;
}
export type MiniProgramDatacubeName = keyof Answers;

const compact = (day: string): string => day.replaceAll('-', '');
/** 0 is Monday. */
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The only periods the platform accepts: the day itself, its week from Monday, its month. */
function periodOf(name: MiniProgramDatacubeName, day: string): [string, string] {
  if (name.startsWith('weekly')) return [addDays(day, -weekday(day)), addDays(day, 6 - weekday(day))];
  if (!name.startsWith('monthly')) return [day, day];
  const first = `${day.slice(0, 8)}01`;
  return [first, addDays(`${addDays(first, 31).slice(0, 8)}01`, -1)];
}

/** Datacube of mini programs (6). Days are `YYYY-MM-DD` Beijing time; a period must be over: its last day at most yesterday. */
export const datacubeApi = (call: Caller) => {
  const fetchRange = <T>(name: string, from: string, to: string) =>
    call.json<T>({ method: 'POST', path: `/datacube/getweanalysisappid${name}`, json: { begin_date: compact(from), end_date: compact(to) } });
  return {
    /** The day, week or month that `day` lies in. 61501 when it is not over, 61504 (busy) early in the morning. */
    fetch: <N extends MiniProgramDatacubeName>(name: N, day: string): Promise<Answers[N]> => fetchRange(name, ...periodOf(name, day)),
    /** Who came in the 1, 7 or 30 days that end with `lastDay`. */
    portrait: (lastDay: string, days: 1 | 7 | 30): Promise<UserPortrait> => fetchRange('userportrait', addDays(lastDay, 1 - days), lastDay),
  };
};
