import { expect, it } from 'vitest';
import { fenOf, optionalFen, plainYuan, yuanOf } from './money.ts';

it('takes yuan to fen and back without losing one', () => {
  for (const fen of [1, 29, 1_999, 128_000, 1_005_030_07]) expect(fenOf(yuanOf(fen))).toBe(fen);
  expect(fenOf(19.99)).toBe(1_999);
  expect([optionalFen(null), optionalFen(undefined), optionalFen(0)]).toEqual([null, null, 0]);
});

it('writes an amount as it is typed', () => {
  expect([128_000, 128_050, 1].map(plainYuan)).toEqual(['1280', '1280.50', '0.01']);
});
