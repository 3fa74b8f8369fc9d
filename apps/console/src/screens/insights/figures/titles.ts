import type { Cell, Figure } from '../queries.ts';
import { carries, cellOf } from '../view.ts';

/** What a chart's numbers are found to say; null where they are too few to say it. */

/** "One in 17", where that says more than the percentage: under a half, as in the narrative. */
export function oneIn(mean: Figure | undefined): { number: number; rate: number } | null {
  const cell = mean && cellOf(mean, '');
  if (!cell || !carries(cell) || cell.value === null || cell.value <= 0 || cell.value >= 0.45) return null;
  return { number: Math.round(1 / cell.value), rate: cell.value };
}

/** The month that grew most, beside the whole period's growth: months that are not complete, or of before, are in no column. */
export function bestMonth(months: Figure, whole: Figure | undefined): { best: Cell; net: number; total: number } | null {
  const total = whole && cellOf(whole, '')?.numerator;
  if (total === undefined || total === null || months.cells.some(({ numerator }) => numerator === null)) return null;
  const best = months.cells.toSorted((a, b) => b.numerator! - a.numerator!)[0];
  return best && best.numerator! > 0 ? { best, net: best.numerator!, total } : null;
}

/** Of pushes with one article, and with two. */
export function secondArticle(cumulative: Figure): { one: number; two: number } | null {
  const [one, two] = ['1', '2'].map((key) => cellOf(cumulative, key));
  return one && two && carries(one) && carries(two) && one.value !== null && two.value !== null ? { one: one.value, two: two.value } : null;
}
