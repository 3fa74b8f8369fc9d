import { isoDay } from '../../lib/format.ts';

/** The periods somebody asks for by name; all but the custom one end today or with a calendar month, quarter or year. */
export const spans = ['this-month', 'last-month', 'this-quarter', 'last-quarter', 'this-year', 'last-year', '365', 'custom'] as const;
export type InsightSpan = (typeof spans)[number];

/** Calendar days of the brand's zone, both inclusive. */
export interface Days {
  from: string;
  to: string;
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
const text = (at: Date): string => at.toISOString().slice(0, 10);
const plusDays = (day: string, days: number): string => text(new Date(utc(day).getTime() + days * 86_400_000));

/** First day of the month `months` after the month of `day`. */
function monthStart(day: string, months = 0): string {
  const at = utc(day);
  return text(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)));
}

/** The whole months that have ended and that the days touch, for who sees only those; the last one where there are none. */
export function endedMonths({ from, to }: Days, nowMs: number): Days {
  const end = plusDays(monthStart(isoDay(nowMs)), -1);
  const last = plusDays(monthStart(to, 1), -1);
  const until = last < end ? last : end;
  const since = monthStart(from);
  return { from: since < until ? since : monthStart(until), to: until };
}

/** The days a name stands for on the brand's present day; a custom period that makes no sense is the last 365 days. */
export function daysOfSpan(span: InsightSpan, nowMs: number, custom: Partial<Days> = {}): Days {
  const today = isoDay(nowMs);
  const month = utc(today).getUTCMonth();
  const calendar = (back: number, length: number, shift: number): Days => {
    const from = monthStart(today, -back + shift);
    const end = plusDays(monthStart(from, length), -1);
    return { from, to: end < today ? end : today };
  };
  switch (span) {
    case 'this-month': return calendar(0, 1, 0);
    case 'last-month': return calendar(0, 1, -1);
    case 'this-quarter': return calendar(month % 3, 3, 0);
    case 'last-quarter': return calendar(month % 3, 3, -3);
    case 'this-year': return calendar(month, 12, 0);
    case 'last-year': return calendar(month, 12, -12);
    case 'custom':
      if (custom.from && custom.to && custom.from <= custom.to) return { from: custom.from, to: custom.to };
      return daysOfSpan('365', nowMs);
    case '365': return { from: plusDays(today, -364), to: today };
  }
}
