import { publishedBenchmarks } from '@qingniao/insights';
import { describe, expect, it } from 'vitest';
import { calibratedRows, lostRows } from './calibrated.ts';
import type { MeasuredRow } from './measured.ts';
import { uncheckedNote } from './prove.ts';
import { verdictOf } from './verdict.ts';

const measured = (metric: string, key: string, numerator: number, denominator: number, equal = true): MeasuredRow => ({
  rows: ['W-12'], metric, key, name: { zh: key, en: key }, ours: { numerator, denominator, value: denominator === 0 ? null : numerator / denominator },
  ledger: { numerator, denominator }, equal, draws: null,
});
const ads = (numerator: number, denominator: number) => calibratedRows('2020', 'quota', [measured('churn_by_source', 'ads', numerator, denominator)], [])[0]!;

describe('a published cell', () => {
  it('is met within 0.05 points where a thousand or more are counted, and not beyond', () => {
    expect(ads(32_119, 100_000)).toMatchObject({ published: 0.3207, holds: true });
    expect(ads(32_121, 100_000).holds).toBe(false);
  });

  it('is met within one unit below a thousand', () => {
    expect(ads(321, 999).holds).toBe(true);
    expect(ads(320, 999).holds).toBe(true);
    expect(ads(322, 999).holds).toBe(false);
  });

  it('printed as a whole percent is met within half a point, and one unit below a thousand', () => {
    const paid = (numerator: number, denominator: number) => calibratedRows('2019', 'quota', [measured('paid_share', '', numerator, denominator)], [])[0]!.holds;
    expect([paid(116, 1000), paid(125, 1000), paid(126, 1000)]).toEqual([true, true, false]);
    expect([paid(24, 211), paid(23, 211)]).toEqual([true, false]);
  });

  it('is met within 3.6 standard errors where people are drawn at random', () => {
    const drawn = (numerator: number) => calibratedRows('2020', 'random', [measured('churn_by_source', 'ads', numerator, 10_000)], [])[0]!;
    expect(drawn(3207 + 168)).toMatchObject({ holds: true });
    expect(drawn(3207 + 169).standardErrors).toBeGreaterThan(3.6);
    expect(drawn(3207 + 169).holds).toBe(false);
  });

  it('is not met by nothing', () => {
    expect(ads(0, 0)).toMatchObject({ ours: null, holds: false });
  });
});

describe('published cells of which nothing was measured', () => {
  const everyCell = publishedBenchmarks.filter(({ source, value, year }) => source.name.startsWith('WeChat Luxury Index 2021') && value !== null && year === '2020').map(({ metric, key }) => measured(metric, key, 1, 2));

  it('are said, as without the accounts of a panel', () => {
    const [note, ...more] = uncheckedNote('2020', calibratedRows('2020', 'quota', everyCell, []));
    expect(more).toEqual([]);
    expect(note!.en).toMatch(/^Published values with nothing to compare, not checked: \d+, of .*W-02.*W-34.*W-35/);
    expect(note!.en).not.toMatch(/W-12|W-36/);
  });

  it('are none with one', () => {
    expect(uncheckedNote('2020', calibratedRows('2020', 'quota', everyCell, everyCell))).toEqual([]);
  });
});

describe('what the report lost', () => {
  const rows = [measured('churn_by_source', 'ads', 1, 3), measured('churn_by_source', 'word_of_mouth', 1, 3), measured('churn_by_source', 'unknown', 0, 0), measured('active_followers', '', 1, 3), measured('push_gained', '7', 1, 1)];

  it('stands beside ours without a figure: cells of its charts, neither our own keys nor other metrics', () => {
    expect(lostRows('2020', rows).map(({ metric, key }) => `${metric} ${key}`)).toEqual(['churn_by_source word_of_mouth']);
  });

  it('is more in a year of which less is left', () => {
    expect(lostRows('2019', rows).map(({ metric, key }) => `${metric} ${key}`)).toEqual(['churn_by_source ads', 'churn_by_source word_of_mouth', 'active_followers ']);
  });
});

describe('the verdict', () => {
  it('says what the numbers carry', () => {
    const right = [measured('churn_by_source', 'ads', 3207, 10_000), measured('active_followers', '', 364, 1000)];
    const lost = lostRows('2020', [measured('action_types', 'post', 1, 2), measured('action_types', 'message', 1, 2)]);
    expect(verdictOf(right, calibratedRows('2020', 'quota', right, []), lost).en)
      .toBe('All 2 figures equal the sandbox’s ledger, numerator and denominator; all 2 published values are met within what is allowed; 2 cells the report lost are not checked.');
    const wrong = [...right, measured('churn_by_source', 'qr', 5, 10, false)];
    expect(verdictOf(wrong, calibratedRows('2020', 'quota', wrong, []), []).zh).toBe('3 项数值中有 1 项与沙盒台账不等；3 个公开数值中有 1 个超出允许范围。');
    expect(verdictOf([], null, []).en).toContain('nothing to compare');
  });
});
