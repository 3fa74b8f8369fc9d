import type { Days } from '../period.ts';
import type { Benchmark } from '../queries.ts';
import type { PanelCell, PanelMeasure } from './queries.ts';

/** Published growth is that of a year: a month's or two years' is not comparable. */
export const isYear = ({ from, to }: Days): boolean => {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return days >= 360 && days <= 371;
};

/** The newest published value of a whole year that the cell may stand beside. */
export function besideOf(measure: PanelMeasure, { key }: PanelCell, days: Days): (Benchmark & { value: number }) | undefined {
  if (measure.metric === 'community_growth' && !isYear(days)) return undefined;
  return measure.benchmarks
    .filter((one): one is Benchmark & { value: number } => one.key === key && one.value !== null && /^\d{4}$/.test(one.year))
    .toSorted((a, b) => b.year.localeCompare(a.year))[0];
}
