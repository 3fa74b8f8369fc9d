import { addDays, localDay, startOfDay } from '@qingniao/kernel';
import { secondOf } from '../rule/durations.ts';
import { span, union, type Spans } from './spans.ts';

/** All days of the year there are, `MM-DD`. */
export const daysOfYear: readonly string[] = Array.from({ length: 366 }, (_, index) => addDays('2024-01-01', index).slice(5));

/** When a day of the year is today or one of the next `days` days: of the year `around` lies in, the one before and two after. */
export function comingSpans(day: string, { days, zone }: { days: number; zone: string }, around: number): Spans {
  const year = Number(localDay(around * 1000, zone).slice(0, 4));
  return union([year - 1, year, year + 1, year + 2].map((one) => {
    const at = inYear(one, day);
    return span(secondOf(startOfDay(addDays(at, -days), zone)), secondOf(startOfDay(addDays(at, 1), zone)));
  }));
}

/** 29 February is the 28th in years without it. */
const inYear = (year: number, day: string): string => {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${year}-${day === '02-29' && !leap ? '02-28' : day}`;
};
