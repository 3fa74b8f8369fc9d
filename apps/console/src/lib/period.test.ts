import { expect, it } from 'vitest';
import { before, daysOf, monthsBefore, monthsOf, periodEnding } from './period.ts';

it('counts calendar days of Shanghai, both ends included, and the same number before', () => {
  const lateEveningUtc = Date.parse('2020-11-02T16:30:00Z');
  const week = periodEnding(lateEveningUtc, 7);
  expect(week).toEqual({ from: '2020-10-28', to: '2020-11-03', days: 7 });
  expect(before(week)).toEqual({ from: '2020-10-21', to: '2020-10-27', days: 7 });
  expect(daysOf(week)).toHaveLength(7);
  expect(daysOf(week).at(-1)).toBe('2020-11-03');
  expect(monthsOf(week)).toEqual(['2020-10', '2020-11']);
});

it('whole months are those that have ended in Shanghai, and are compared with as many months', () => {
  const two = monthsBefore(Date.parse('2024-02-29T16:00:00Z'), 2);
  expect(two).toEqual({ from: '2024-01-01', to: '2024-02-29', days: 60, months: 2 });
  expect(before(two)).toEqual({ from: '2023-11-01', to: '2023-12-31', days: 61, months: 2 });
  expect(monthsBefore(Date.parse('2024-02-29T15:59:59Z'), 1)).toMatchObject({ from: '2024-01-01', to: '2024-01-31' });
});
