import { describe, expect, it } from 'vitest';
import { wilson } from '../intervals.ts';
import { conversionOf } from './conversions.ts';
import { segmentExample, segmentValue, type SegmentInputs } from './segment-value.ts';

const rowOf = (inputs: SegmentInputs, stage: string) => segmentValue(inputs).rows.find((row) => row.stage === stage)!;

describe('the worked example of the study (W-31)', () => {
  const value = segmentValue(segmentExample);
  it('comes out to the fen', () => {
    expect(value.rows.map(({ stage, valueFen }) => [stage, valueFen])).toEqual([
      ['lead', 56_250_000], ['prospect', 100_000_000], ['new', 90_000_000], ['recurring', 40_500_000],
    ]);
    expect(value.totalFen).toBe(286_750_000);
  });
  it('leads are most people, prospects most money (W-32)', () => {
    expect(value.rows.map(({ rank }) => rank)).toEqual([3, 1, 2, 4]);
    expect(value.rows.map(({ peoplePercent }) => peoplePercent)).toEqual([69.4, 18.5, 9.3, 2.8]);
    expect(value.rows.map(({ moneyPercent }) => moneyPercent)).toEqual([19.6, 34.9, 31.4, 14.1]);
  });
  it('shows its arithmetic', () => {
    expect(value.rows[0]!.formula).toEqual({
      zh: '潜在客户 75,000 × 潜在客户转化率 15% × 意向客户转化率 1% × 首购客单价 ¥5,000 = ¥562,500',
      en: '75,000 leads × 15 % lead conversion × 1 % prospect conversion × ¥5,000 first purchase = ¥562,500',
    });
  });
});

it('what is not known stays unknown, and the rest stands', () => {
  const value = segmentValue({ ...segmentExample, conversions: { ...segmentExample.conversions, prospect: null } });
  expect(value.rows.map(({ valueFen, moneyPercent, rank }) => [valueFen, moneyPercent, rank])).toEqual([
    [null, null, null], [null, null, null], [90_000_000, 69, 1], [40_500_000, 31, 2],
  ]);
  expect(value.totalFen).toBe(130_500_000);
  expect(value.rows[1]!.formula.en).toContain('? prospect conversion ×');
  const nothing = segmentValue({ people: { lead: 0, prospect: 0, new: 0, recurring: 0 }, conversions: { lead: null, prospect: null, new: null, recurring: null }, purchases: { firstFen: null, newFen: null, recurringFen: null } });
  expect(nothing).toMatchObject({ people: 0, totalFen: null });
  expect(nothing.rows.every(({ peoplePercent, moneyPercent }) => peoplePercent === null && moneyPercent === null)).toBe(true);
});

it('ranges of conversions carry into the value', () => {
  const conversions = { ...segmentExample.conversions, lead: { rate: 0.15, low: 0.1, high: 0.2 }, prospect: { rate: 0.01, low: 0.005, high: 0.02 } };
  expect(rowOf({ ...segmentExample, conversions }, 'lead')).toMatchObject({ valueFen: 56_250_000, lowFen: 18_750_000, highFen: 150_000_000 });
  expect(rowOf(segmentExample, 'lead')).toMatchObject({ lowFen: null, highFen: null });
});

describe('measured conversions', () => {
  it('carry Wilson’s interval', () => {
    const { low, high } = wilson(10, 100)!;
    expect(low).toBeCloseTo(0.0552, 4);
    expect(high).toBeCloseTo(0.1744, 4);
    expect(wilson(0, 20)).toMatchObject({ low: 0 });
    expect(wilson(20, 20)).toMatchObject({ high: 1 });
    expect(wilson(0, 0)).toBeNull();
  });
  it('are thin under either minimum', () => {
    expect([[100, 5], [99, 50], [100, 4], [5000, 4]].map(([exposed, converted]) => conversionOf('lead', exposed!, converted!).thin)).toEqual([false, true, true, true]);
    expect(conversionOf('lead', 0, 0)).toMatchObject({ rate: null, interval: null, thin: true });
  });
});
