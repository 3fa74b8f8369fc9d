import { addDays, localDay, shanghaiMidnight } from '@qingniao/kernel';
import type { Millis } from '../world.ts';
import type { Population } from './file.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The Beijing day an instant lies in; Beijing keeps UTC+8 all year. */
export const dayOf = (at: Millis): string => localDay(at);
export const midnight = (day: string): Millis => shanghaiMidnight(day).getTime();
export const monthOf = (day: string): string => day.slice(0, 7);
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export function daysInMonth(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

export const lastDayOf = (month: string): string => `${month}-${String(daysInMonth(month)).padStart(2, '0')}`;

/** Every day from `first` to `last`, both included. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** New followers of a day beside an ordinary day: month and campaign peaks. */
export function followWeight(population: Population, day: string): number {
  const { months, peaks } = population.seasons;
  const date = day.slice(5);
  const peak = peaks.find(({ from, to }) => (from <= to ? date >= from && date <= to : date >= from || date <= to));
  return months[Number(day.slice(5, 7)) - 1]! * (peak?.weight ?? 1);
}

/** Activity of a day beside an average one. */
export function activityWeight(population: Population, day: string): number {
  const { weekdays } = population.seasons;
  const mean = weekdays.reduce((sum, weight) => sum + weight, 0) / 7;
  return mean === 0 ? 1 : weekdays[weekdayOf(day)]! / mean;
}

export function hourWeights(population: Population, day: string): readonly number[] {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6 ? population.seasons.hours.weekend : population.seasons.hours.workday;
}
