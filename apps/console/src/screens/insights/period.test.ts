import { describe, expect, it } from 'vitest';
import { daysOfSpan, endedMonths } from './period.ts';

const at = (moment: string) => Date.parse(moment);

describe('the periods by name', () => {
  it('are days of the brand, also while it is yesterday in London', () => {
    expect(daysOfSpan('this-month', at('2024-02-29T15:59:59Z'))).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOfSpan('this-month', at('2024-02-29T16:00:00Z'))).toEqual({ from: '2024-03-01', to: '2024-03-01' });
  });

  it('end with their month, quarter and year, 29 February included', () => {
    const now = at('2024-03-31T04:00:00Z');
    expect(daysOfSpan('last-month', now)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOfSpan('this-quarter', now)).toEqual({ from: '2024-01-01', to: '2024-03-31' });
    expect(daysOfSpan('last-quarter', now)).toEqual({ from: '2023-10-01', to: '2023-12-31' });
    expect(daysOfSpan('this-year', now)).toEqual({ from: '2024-01-01', to: '2024-03-31' });
    expect(daysOfSpan('last-year', now)).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  });

  it('count 365 days with both ends', () => {
    expect(daysOfSpan('365', at('2021-01-01T04:00:00Z'))).toEqual({ from: '2020-01-03', to: '2021-01-01' });
  });

  it('fall back to 365 days when the custom one makes no sense', () => {
    const now = at('2021-01-01T04:00:00Z');
    expect(daysOfSpan('custom', now, { from: '2020-03-01', to: '2020-03-01' })).toEqual({ from: '2020-03-01', to: '2020-03-01' });
    expect(daysOfSpan('custom', now, { from: '2020-03-02', to: '2020-03-01' })).toEqual(daysOfSpan('365', now));
    expect(daysOfSpan('custom', now, { from: '2020-03-02' })).toEqual(daysOfSpan('365', now));
  });
});

it('head office: whole months that have ended, one at least', () => {
  const now = at('2024-03-31T15:59:59Z');
  const months = (from: string, to: string, moment = now) => endedMonths({ from, to }, moment);
  expect(months('2023-04-02', '2024-03-31')).toEqual({ from: '2023-04-01', to: '2024-02-29' });
  expect(months('2024-03-01', '2024-03-31')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(months('2024-03-01', '2024-03-31', now + 1000)).toEqual({ from: '2024-03-01', to: '2024-03-31' });
  expect(months('2023-12-05', '2024-01-06')).toEqual({ from: '2023-12-01', to: '2024-01-31' });
});
