import { expect, it } from 'vitest';
import { before, daysOf, monthsOf, periodEnding } from './period.ts';

it('counts calendar days of Shanghai, both ends included, and the same number before', () => {
  const lateEveningUtc = Date.parse('2020-11-02T16:30:00Z');
  const week = periodEnding(lateEveningUtc, 7);
  expect(week).toEqual({ from: '2020-10-28', to: '2020-11-03', days: 7 });
  expect(before(week)).toEqual({ from: '2020-10-21', to: '2020-10-27', days: 7 });
  expect(daysOf(week)).toHaveLength(7);
  expect(daysOf(week).at(-1)).toBe('2020-11-03');
  expect(monthsOf(week)).toEqual(['2020-10', '2020-11']);
});
