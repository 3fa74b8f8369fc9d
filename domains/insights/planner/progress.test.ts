import { describe, expect, it } from 'vitest';
import { planPresets } from './inputs.ts';
import { isoWeek, progressOf, yearLater } from './progress.ts';

const inputs = planPresets[0]!.inputs;
const plan = { startDay: '2026-01-01', inputs };

it('ISO weeks belong to the year of their Thursday', () => {
  expect(['2026-01-01', '2025-12-29', '2025-12-28', '2027-01-03', '2027-01-04', '2021-01-03', '2020-12-31'].map(isoWeek))
    .toEqual(['2026-W01', '2026-W01', '2025-W52', '2026-W53', '2027-W01', '2020-W53', '2020-W53']);
});

it('a plan lasts a year, over a 29 February too', () => {
  expect([yearLater('2026-01-01'), yearLater('2027-03-01'), yearLater('2028-02-29')]).toEqual(['2027-01-01', '2028-03-01', '2029-03-01']);
});

describe('plan against actual', () => {
  const days = [
    { day: '2026-01-01', followed: 5, unfollowed: 1 }, { day: '2026-01-04', followed: 10, unfollowed: 0 },
    { day: '2026-01-05', followed: 7, unfollowed: 9 }, { day: '2026-01-06', followed: 100, unfollowed: 0 },
  ];
  const progress = progressOf(plan, days, '2026-01-01', '2026-01-06');

  it('spreads the whole delta over weeks from Monday to Sunday, the ends cut', () => {
    expect(progress.weeks[0]).toMatchObject({ week: '2026-W01', from: '2026-01-01', to: '2026-01-04', planned: Math.round((286_940 * 4) / 365) });
    expect(progress.weeks.at(-1)).toMatchObject({ week: '2026-W53', from: '2026-12-28', to: '2026-12-31', plannedTotal: 286_940 });
    expect(progress.weeks.reduce((sum, { planned }) => sum + planned, 0)).toBe(286_940);
  });

  it('counts each week what came of it, and nothing of weeks to come', () => {
    expect(progress.weeks.slice(0, 3).map(({ followed, unfollowed, net, netTotal }) => [followed, unfollowed, net, netTotal]))
      .toEqual([[15, 1, 14, 14], [107, 9, 98, 112], [null, null, null, null]]);
  });

  it('compares up to the last whole day on both sides', () => {
    expect(progress).toMatchObject({ asOf: '2026-01-05', planned: Math.round((286_940 * 5) / 365), net: 12 });
    expect(progressOf(plan, days, '2026-01-01', '2026-01-01')).toMatchObject({ asOf: null, planned: 0, net: 0 });
    expect(progressOf(plan, days, '2026-01-01', '2027-06-01')).toMatchObject({ asOf: '2026-12-31', planned: 286_940 });
  });

  it('leaves out what nobody observed, in the plan as in the actual', () => {
    const late = progressOf(plan, days.slice(2), '2026-01-05', '2026-01-07');
    expect(late.weeks[0]!.net).toBeNull();
    expect(late).toMatchObject({ asOf: '2026-01-06', planned: Math.round((286_940 * 6) / 365) - Math.round((286_940 * 4) / 365), net: 98 });
    expect(progressOf(plan, [], null, '2026-02-01')).toMatchObject({ since: null, asOf: null });
    // A week in which the account was disconnected is not one of nobody.
    const cut = progressOf(plan, [], '2026-01-01', '2026-02-01', ({ from }) => from === '2026-01-12');
    expect(cut.weeks.slice(1, 4).map(({ net, netTotal }) => [net, netTotal])).toEqual([[0, 0], [null, null], [0, 0]]);
  });
});
