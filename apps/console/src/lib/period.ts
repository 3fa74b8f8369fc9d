import { isoDay } from './format.ts';

export const spans = ['7', '30', '90', '365'] as const;
export type Span = (typeof spans)[number];

/** Calendar days of the brand's zone, both ends included. */
export interface Period {
  from: string;
  to: string;
  days: number;
}

const dayMs = 86_400_000;

/** The last `days` days, today included. */
export const periodEnding = (nowMs: number, days: number): Period => ({ from: isoDay(nowMs - (days - 1) * dayMs), to: isoDay(nowMs), days });

/** As many days right before. */
export function before({ from, days }: Period): Period {
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
