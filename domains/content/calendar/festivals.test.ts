import { describe, expect, it } from 'vitest';
import { crowdedBy, festivalsOf } from './festivals.ts';

const day = (year: number, key: string) => festivalsOf(year).find((festival) => festival.key === key)?.day;

describe('festivals', () => {
  // As announced in the holiday calendars of the State Council and in almanacs.
  it.each([
    ['spring_festival', ['2020-01-25', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2030-02-03']],
    ['dragon_boat', ['2020-06-25', '2023-06-22', '2024-06-10', '2025-05-31', '2026-06-19', '2027-06-09', '2030-06-05']],
    ['qixi', ['2020-08-25', '2023-08-22', '2024-08-10', '2025-08-29', '2026-08-19', '2027-08-08', '2030-08-05']],
    ['mid_autumn', ['2020-10-01', '2023-09-29', '2024-09-17', '2025-10-06', '2026-09-25', '2027-09-15', '2030-09-12']],
    ['mothers_day', ['2020-05-10', '2023-05-14', '2024-05-12', '2025-05-11', '2026-05-10', '2027-05-09', '2030-05-12']],
    ['fathers_day', ['2020-06-21', '2023-06-18', '2024-06-16', '2025-06-15', '2026-06-21', '2027-06-20', '2030-06-16']],
  ])('%s is on the day of the almanac, leap months or not', (key, days) => {
    expect([2020, 2023, 2024, 2025, 2026, 2027, 2030].map((year) => day(year, key))).toEqual(days);
  });

  it('says for which festival others post on a day (L-05), across the turn of the year', () => {
    const names = (on: string) => crowdedBy(on).map(({ key }) => key);
    expect([names('2026-05-04'), names('2026-05-05'), names('2026-05-10'), names('2026-05-11'), names('2026-05-13')]).toEqual([[], ['mothers_day'], ['mothers_day'], [], ['day_520']]);
    expect(names('2025-12-30')).toEqual(['new_year']);
  });
});
