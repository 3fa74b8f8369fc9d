import { expect, it } from 'vitest';
import type { Cell, Figure } from '../queries.ts';
import { bestMonth, oneIn, secondArticle } from './titles.ts';

const figure = (cells: Record<string, [numerator: number | null, denominator: number]>) => ({
  cells: Object.entries(cells).map(([key, [numerator, denominator]]): Partial<Cell> => ({ key, numerator, denominator, value: numerator === null ? null : numerator / denominator })),
}) as Figure;

it('one in so many is said of enough people, and under a half', () => {
  expect(oneIn(figure({ '': [62, 1000] }))).toEqual({ number: 16, rate: 0.062 });
  for (const [acted, of] of [[1, 1], [9, 99], [4, 100], [480, 1000]] as const) expect(oneIn(figure({ '': [acted, of] })), `${acted} of ${of}`).toBeNull();
});

it('the best month stands beside the growth of the whole period, not beside the sum of the complete months', () => {
  const months = figure({ '2024-01': [40, 100], '2024-02': [-5, 140] });
  expect(bestMonth(months, figure({ '': [61, 100] }))).toMatchObject({ best: { key: '2024-01' }, net: 40, total: 61 });
  expect(bestMonth(figure({ '2024-01': [null, 100], '2024-02': [12, 100] }), figure({ '': [61, 100] }))).toBeNull();
  expect(bestMonth(months, figure({ '': [null, 100] }))).toBeNull();
  expect(bestMonth(figure({ '2024-01': [-3, 100] }), figure({ '': [-3, 100] }))).toBeNull();
});

it('one article and two are compared where enough people got either', () => {
  expect(secondArticle(figure({ 1: [80, 1000], 2: [120, 1000] }))).toEqual({ one: 0.08, two: 0.12 });
  expect(secondArticle(figure({ 1: [80, 1000], 2: [12, 99] }))).toBeNull();
});
