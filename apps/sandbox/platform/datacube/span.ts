import { fail } from '../errcodes/error.ts';
import { textAt, type Json } from '../http/read.ts';
import type { AccountSettings } from '../accounts/settings.ts';
import { beijingDay, beijingHour, dayNumber, dayText } from '../time/clock.ts';

const FIRST_DAY = dayNumber('2014-12-01');

/** The asked days, both included. 61500 bad date, 61501 bad range, 61503 not ready yet (contract 17). */
export function readSpan(body: Json, mostDays: number, settings: AccountSettings, now: number): { from: number; to: number } {
  const from = readDay(textAt(body, 'begin_date'));
  const to = readDay(textAt(body, 'end_date'));
  const yesterday = beijingDay(now) - 1;
  if (from > to || to - from + 1 > mostDays || from < FIRST_DAY || to > yesterday) fail(61501);
  if (to === yesterday && beijingHour(now) < settings.datacubeReadyHour) fail(61503);
  return { from, to };
}

function readDay(text: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return fail(61500);
  const day = dayNumber(text);
  // 2026-02-30 parses in no calendar, or as another day.
  return Number.isInteger(day) && dayText(day) === text ? day : fail(61500);
}

/** Yesterday's article figures come late for a while after they are due. */
export const isDelayed = (day: number, settings: AccountSettings, now: number): boolean =>
  day === beijingDay(now) - 1 && beijingHour(now) < settings.datacubeReadyHour + settings.datacubeDelayHours;
