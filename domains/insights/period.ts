import { addDays, badRequest, daysBetween, localDay, now, shanghaiMidnight } from '@qingniao/kernel';
import type { Period } from './metric.ts';

/** Months of followers are bits of a 64-bit number in the questions. */
const LONGEST_DAYS = 5 * 366;

/** @throws Problem period_reversed, period_too_long (422) */
export function checkPeriod({ from, to }: Period): void {
  if (from > to) throw badRequest('period_reversed', { zh: '开始日期晚于结束日期。', en: 'The period ends before it starts.' }, { field: 'from' });
  if (daysBetween(from, to) >= LONGEST_DAYS)
    throw badRequest('period_too_long', { zh: '一次最多查看五年，请缩短时间范围。', en: 'A period is at most five years; choose a shorter one.' }, { field: 'from' });
}

/** What has come of a period: one that is not over ends today, and is as long as that makes it. */
export function untilToday({ from, to }: Period): Period {
  const today = localDay(now());
  return { from, to: from <= today && today < to ? today : to };
}

/** The same length before: as many months for whole calendar months (and so the year before for a year), else as many days. */
export function previousPeriod({ from, to }: Period): Period {
  const last = addDays(from, -1);
  const after = addDays(to, 1);
  if (from.endsWith('-01') && after.endsWith('-01')) return { from: monthsLater(from, monthOf(from) - monthOf(after)), to: last };
  return { from: addDays(from, -1 - daysBetween(from, to)), to: last };
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function monthsLater(firstOfMonth: string, months: number): string {
  const month = monthOf(firstOfMonth) + months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** The days of `2026-02`. */
export const daysOfMonth = (month: string): Period => ({ from: `${month}-01`, to: addDays(monthsLater(`${month}-01`, 1), -1) });

/**
 * The first instant of a period and the first after it, whole seconds. A period that is not over ends now:
 * its running month is not a complete one.
 */
export function instantsOf({ from, to }: Period): { from: Date; to: Date } {
  const end = Math.min(shanghaiMidnight(addDays(to, 1)).getTime(), Math.floor(now() / 1000) * 1000 + 1000);
  return { from: shanghaiMidnight(from), to: new Date(end) };
}

/** Those of a period from the day all accounts are observed: nobody was seen to act before they were connected, which is no month of zero. */
export function observedMonths(observed: string | null, from: Date, to: Date): ReturnType<typeof completeMonths> {
  const since = observed === null ? from : shanghaiMidnight(observed);
  return completeMonths(since > from ? since : from, to);
}

/** The whole calendar months between two instants: their names, and their bounds in seconds (one more than months). */
export function completeMonths(from: Date, to: Date): { months: string[]; bounds: number[] } {
  const bounds: string[] = [];
  const firstDay = localDay(from.getTime() - 1);
  for (let start = monthsLater(`${firstDay.slice(0, 7)}-01`, 1); shanghaiMidnight(start) <= to; start = monthsLater(start, 1)) bounds.push(start);
  if (bounds.length < 2) return { months: [], bounds: [] };
  return { months: bounds.slice(0, -1).map((day) => day.slice(0, 7)), bounds: bounds.map((day) => shanghaiMidnight(day).getTime() / 1000) };
}
