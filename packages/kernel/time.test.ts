import { expect, it } from 'vitest';
import { localTime, startOfDay } from './time.ts';

it('a day begins at midnight of its zone, or where clocks are moved at midnight with whatever comes first', () => {
  expect(['Asia/Shanghai', 'UTC', 'Europe/Paris', 'Asia/Beirut', 'America/Santiago', 'Australia/Lord_Howe'].map((zone) => startOfDay('2026-03-29', zone).toISOString())).toEqual([
    '2026-03-28T16:00:00.000Z', '2026-03-29T00:00:00.000Z', '2026-03-28T23:00:00.000Z',
    // There is no 00:00 on this day: the clocks go from 23:59 to 01:00.
    '2026-03-28T22:00:00.000Z',
    '2026-03-29T03:00:00.000Z', '2026-03-28T13:00:00.000Z',
  ]);
  // The clocks go back from 24:00 to 23:00: the day before has 25 hours.
  expect([startOfDay('2026-04-04', 'America/Santiago'), startOfDay('2026-04-05', 'America/Santiago')].map((at) => at.toISOString())).toEqual(['2026-04-04T03:00:00.000Z', '2026-04-05T04:00:00.000Z']);
});

it('an instant is told as the clocks of Beijing told it, summer time of then included', () => {
  expect(['2026-11-22T16:00:05Z', '2026-11-22T15:59:59Z', '1990-07-01T04:00:00Z'].map((at) => localTime(new Date(at)))).toEqual(['2026-11-23 00:00:05', '2026-11-22 23:59:59', '1990-07-01 13:00:00']);
});
