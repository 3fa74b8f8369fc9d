import { addDays, daysBetween } from '@qingniao/kernel';
import type { Period } from '../metric.ts';

/** Fewer days say nothing about what an account does in a month; February is enough. */
export const FEWEST_DAYS = 28;

/** The months a period touches, `2026-01` and so on, with its days in each and the days the month has. */
export function monthsOf({ from, to }: Period): { month: string; last: string; days: number; of: number }[] {
  const months: { month: string; last: string; days: number; of: number }[] = [];
  for (let first = from; first <= to; ) {
    const month = first.slice(0, 7);
    const next = `${addDays(`${month}-01`, 31).slice(0, 7)}-01`;
    const last = addDays(next, -1) < to ? addDays(next, -1) : to;
    months.push({ month, last, days: daysBetween(first, last) + 1, of: daysBetween(`${month}-01`, next) });
    first = next;
  }
  return months;
}

/** How many months a period is: whole calendar months count one, of others the part that lies in it. */
export const monthsIn = (period: Period): number => monthsOf(period).reduce((sum, { days, of }) => sum + days / of, 0);
