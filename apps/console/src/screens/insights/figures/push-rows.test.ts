import { expect, it } from 'vitest';
import type { Cell, Figure } from '../queries.ts';
import { pushRows } from './push-rows.ts';

const figure = (cells: Record<string, number | 'small'>) => ({
  cells: Object.entries(cells).map(([key, came]): Partial<Cell> => (came === 'small' ? { key, numerator: null, value: null, suppressed: 'small' } : { key, numerator: came, value: came })),
}) as Figure;

it('a push’s net is what came less what left, and none where either may not be seen', () => {
  const rows = pushRows(figure({ a: 40, b: 'small', c: 30, d: 0 }), figure({ a: 12, b: 20, c: 'small' }));
  expect(rows.map(({ key, net }) => [key, net])).toEqual([['a', 28], ['b', null], ['c', null], ['d', null]]);
});
