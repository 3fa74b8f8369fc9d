import { expect, it } from 'vitest';
import { compareCells } from './sorting.ts';

it('sorts numbers by size and words with numbers in them as people count', () => {
  expect([10, 9, -1].toSorted((a, b) => compareCells(a, b, 'en'))).toEqual([-1, 9, 10]);
  expect(['store 10', 'store 9'].toSorted((a, b) => compareCells(a, b, 'en'))).toEqual(['store 9', 'store 10']);
  expect(['张', '阿'].toSorted((a, b) => compareCells(a, b, 'zh'))).toEqual(['阿', '张']);
});
