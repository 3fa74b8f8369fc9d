import type { AccountSettings } from '../accounts/settings.ts';
import { fail } from '../errcodes/error.ts';
import type { Api, Call } from '../http/define.ts';
import { type Json, textAt } from '../http/read.ts';
import { beijingDay, beijingHour, dayNumber, dayText } from '../time/clock.ts';
import type { MiniProgram, Visit } from './state.ts';
import { depthKey, pageFigures, sourceOf, stayKey, staySeconds } from './visits.ts';

type Period = 'day' | 'week' | 'month';
const MOST_PAGES = 200;
/** How many days, weeks or months later is looked. */
const LATER: Readonly<Record<Period, readonly number[]>> = { day: [0, 1, 2, 3, 4, 5, 6, 7, 14, 30], week: [0, 1, 2, 3, 4], month: [0, 1] };

const compact = (day: number): string => dayText(day).replaceAll('-', '');

function readDay(text: string): number {
  if (!/^\d{8}$/.test(text)) return fail(61501);
  const day = dayNumber(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
  return Number.isInteger(day) && compact(day) === text ? day : fail(61501);
}

/** 1 January 1970 was a Thursday: Mondays are 4, 11, … */
const isMonday = (day: number): boolean => (((day - 4) % 7) + 7) % 7 === 0;
const isFirst = (day: number): boolean => dayText(day).endsWith('-01');

/** One day, Monday to Sunday, or first to last of a month; yesterday at the latest, from the morning on (mini-program 6). */
function readPeriod(body: Json, period: Period, settings: AccountSettings, now: number): { from: number; to: number } {
  const from = readDay(textAt(body, 'begin_date'));
  const to = readDay(textAt(body, 'end_date'));
  const fits = period === 'day' ? from === to : period === 'week' ? isMonday(from) && to === from + 6 : isFirst(from) && isFirst(to + 1) && to - from < 31;
  const yesterday = beijingDay(now) - 1;
  if (!fits || to > yesterday) fail(61501);
  if (to === yesterday && beijingHour(now) < settings.datacubeReadyHour) fail(61504);
  return { from, to };
}

const visitsOf = (mini: MiniProgram, from: number, to: number): Visit[] => {
  const all: Visit[] = [];
  for (let day = from; day <= to; day++) all.push(...(mini.visits.get(day) ?? []));
  return all;
};
const visitors = (visits: readonly Visit[]): Set<number> => new Set(visits.map(({ person }) => person));
const mean = (sum: number, count: number): number => (count === 0 ? 0 : Math.round((sum / count) * 10_000) / 10_000);

/** People whose first visit lies in the days. */
function newcomers(mini: MiniProgram, from: number, to: number): Set<number> {
  const found = new Set<number>();
  for (const [person, day] of mini.firstVisit) if (day >= from && day <= to) found.add(person);
  return found;
}

const refDate = (period: Period, from: number, to: number): string =>
  period === 'day' ? compact(from) : period === 'week' ? `${compact(from)}-${compact(to)}` : compact(from).slice(0, 6);

function trend(period: Period) {
  return ({ account: { mini, settings }, body, now }: Call): Record<string, unknown> => {
    const { from, to } = readPeriod(body, period, settings, now);
    const visits = visitsOf(mini, from, to);
    const people = visitors(visits).size;
    const seconds = visits.reduce((sum, visit) => sum + staySeconds(visit), 0);
    const pages = visits.reduce((sum, visit) => sum + visit.pages.length, 0);
    return {
      list: [{
        ref_date: refDate(period, from, to),
        session_cnt: visits.length, visit_pv: pages, visit_uv: people, visit_uv_new: newcomers(mini, from, to).size,
        stay_time_uv: mean(seconds, people), stay_time_session: mean(seconds, visits.length), visit_depth: mean(pages, visits.length),
      }],
    };
  };
}

function summary({ account: { mini, settings }, body, now }: Call): Record<string, unknown> {
  const { from } = readPeriod(body, 'day', settings, now);
  const figures = [...pageFigures(mini.visits.get(from) ?? []).values()];
  const sharers = new Set(figures.flatMap((page) => [...page.sharers]));
  return {
    list: [{
      ref_date: compact(from), visit_total: newcomers(mini, -Infinity, from).size,
      share_pv: figures.reduce((sum, page) => sum + page.shares, 0), share_uv: sharers.size,
    }],
  };
}

function pages({ account: { mini, settings }, body, now }: Call): Record<string, unknown> {
  const { from } = readPeriod(body, 'day', settings, now);
  const list = [...pageFigures(mini.visits.get(from) ?? [])].sort(([, a], [, b]) => b.pv - a.pv).slice(0, MOST_PAGES).map(([path, page]) => ({
    page_path: path, page_visit_pv: page.pv, page_visit_uv: page.users.size, page_staytime_pv: mean(page.seconds, page.pv),
    entrypage_pv: page.entries, exitpage_pv: page.exits, page_share_pv: page.shares, page_share_uv: page.sharers.size,
  }));
  return { ref_date: compact(from), list };
}

function distribution({ account: { mini, settings }, body, now }: Call): Record<string, unknown> {
  const { from } = readPeriod(body, 'day', settings, now);
  const visits = mini.visits.get(from) ?? [];
  const counted = (key: (visit: Visit) => number): { key: number; value: number }[] => {
    const counts = new Map<number, number>();
    for (const visit of visits) counts.set(key(visit), (counts.get(key(visit)) ?? 0) + 1);
    return [...counts].sort(([a], [b]) => b - a).map(([of, value]) => ({ key: of, value }));
  };
  return {
    ref_date: compact(from),
    list: [
      { index: 'access_source_session_cnt', item_list: counted(({ scene }) => sourceOf(scene)) },
      { index: 'access_staytime_info', item_list: counted((visit) => stayKey(staySeconds(visit))) },
      { index: 'access_depth_info', item_list: counted((visit) => depthKey(Math.max(1, visit.pages.length))) },
    ],
  };
}

/** The period so many later: the next days, Mondays to Sundays, or the month after. */
function shifted(period: Period, from: number, to: number, by: number): { from: number; to: number } {
  if (period !== 'month') return { from: from + by * (to - from + 1), to: to + by * (to - from + 1) };
  if (by === 0) return { from, to };
  const end = to + 32;
  return { from: to + 1, to: end - Number(dayText(end).slice(8)) };
}

/** How many of a period's visitors came in later ones, as far as those are over. */
function retain(period: Period) {
  return ({ account: { mini, settings }, body, now }: Call): Record<string, unknown> => {
    const { from, to } = readPeriod(body, period, settings, now);
    const came = LATER[period].map((later) => ({ later, span: shifted(period, from, to, later) })).filter(({ span }) => span.to < beijingDay(now))
      .map(({ later, span }) => ({ later, people: visitors(visitsOf(mini, span.from, span.to)) }));
    const kept = (first: ReadonlySet<number>) =>
      came.map(({ later, people }) => ({ key: later, value: [...first].filter((person) => people.has(person)).length }));
    return { ref_date: refDate(period, from, to), visit_uv_new: kept(newcomers(mini, from, to)), visit_uv: kept(visitors(visitsOf(mini, from, to))) };
  };
}

const api = (name: string, handle: (call: Call) => Record<string, unknown>): Api => ({ path: `/datacube/getweanalysisappid${name}`, method: 'POST', right: 'miniProgram', handle });

export const miniDatacubeApis: readonly Api[] = [
  api('dailysummarytrend', summary),
  api('dailyvisittrend', trend('day')),
  api('weeklyvisittrend', trend('week')),
  api('monthlyvisittrend', trend('month')),
  api('dailyretaininfo', retain('day')),
  api('weeklyretaininfo', retain('week')),
  api('monthlyretaininfo', retain('month')),
  api('visitpage', pages),
  api('visitdistribution', distribution),
];
