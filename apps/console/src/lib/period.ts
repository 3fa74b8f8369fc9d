import { isoDay } from './format.ts';

export const spans = ['7', '30', '90', '365'] as const;
export type Span = (typeof spans)[number];

/** Calendar days of the brand's zone, both ends included. */
export interface Period {
  from: string;
  to: string;
  days: number;
  /** Where it is whole months: how many. */
  months?: number;
}

const dayMs = 86_400_000;

/** The last `days` days, today included. */
export const periodEnding = (nowMs: number, days: number): Period => ({ from: isoDay(nowMs - (days - 1) * dayMs), to: isoDay(nowMs), days });

/** The last `months` calendar months that have ended. */
export function monthsBefore(nowMs: number, months: number): Period {
  const [year, month] = isoDay(nowMs).split('-').map(Number) as [number, number];
  return wholeMonths(year, month - 1 - months, months);
}

/** @param first months since the beginning of `year`; may be negative */
function wholeMonths(year: number, first: number, months: number): Period {
  const [start, end] = [Date.UTC(year, first), Date.UTC(year, first + months) - dayMs];
  return { from: utcDay(start), to: utcDay(end), days: (end - start) / dayMs + 1, months };
}

/** As many days right before; of whole months as many months. */
export function before({ from, days, months }: Period): Period {
  if (months !== undefined) return wholeMonths(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 - months, months);
  const end = Date.parse(`${from}T00:00:00Z`) - dayMs;
  return { from: utcDay(end - (days - 1) * dayMs), to: utcDay(end), days };
}

const utcDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Every day of the period, for series in which quiet days are missing. */
export function daysOf({ from, days }: Period): string[] {
  const start = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: days }, (_, index) => utcDay(start + index * dayMs));
}

/** Every month the period touches: `2020-11`. */
export const monthsOf = (period: Period): string[] => [...new Set(daysOf(period).map((day) => day.slice(0, 7)))];
