import { describe, expect, it } from 'vitest';
import { publishedBenchmarks, type Benchmark } from '../benchmarks/index.ts';
import type { Chapter } from '../metric.ts';
import { sentences } from './sentences.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
type Counts = Record<string, [number, number]>;
const figure = (id: string, counts: Counts, missing: { zh: string; en: string } | null = null) => ({
  metric: { id, chapter: 'engagement' as Chapter }, missing,
  cells: Object.entries(counts).map(([key, [numerator, denominator]]) => ({ key, numerator, denominator, value: denominator === 0 ? null : numerator / denominator })),
});
const said = (id: string, counts: Counts, { benchmarks = publishedBenchmarks, period = year, missing = null as { zh: string; en: string } | null } = {}) =>
  sentences([figure(id, counts, missing)], benchmarks, period)[0]?.text ?? null;

describe('one in 17', () => {
  it('above, below and level with the benchmark, its edition named', () => {
    expect(said('monthly_active', { '': [62_000, 1_000_000] })).toEqual({
      zh: '平均每月约每 16 位关注者中有 1 位活跃，高于 2020 年的基准 5.89%（微信奢侈品指数 2021 版）。',
      en: 'About one in 16 followers was active each month, above the 2020 benchmark of 5.89 % (WeChat Luxury Index 2021).',
    });
    expect(said('monthly_active', { '': [589, 10_000] })!.en)
      .toBe('About one in 17 followers was active each month, about the same as the 2020 benchmark of 5.89 % (WeChat Luxury Index 2021).');
    expect(said('monthly_active', { '': [30_000, 1_000_000] })!.en).toContain('one in 33 followers was active each month, below the 2020 benchmark');
  });

  it('claims nothing the count does not carry', () => {
    // 7 % of 100 people could be 3.4 to 13.7 %.
    expect(said('monthly_active', { '': [7, 100] })!.en).toContain('about the same as');
    expect(said('monthly_active', { '': [7, 99] })).toBeNull();
    expect(said('monthly_active', { '': [5, 100] })).not.toBeNull();
    expect(said('monthly_active', { '': [4, 100] })).toBeNull();
    expect(said('monthly_active', { '': [0, 0] })).toBeNull();
    expect(said('monthly_active', {})).toBeNull();
  });

  it('says a percentage where one in two would round too much', () => {
    expect(said('monthly_active', { '': [480, 1000] })!.en).toMatch(/^Of all followers, 48\.0 % were active each month, above/);
  });
});

describe('the benchmark spoken of', () => {
  const own: Benchmark = {
    id: 'x', metric: 'open_rate', key: '', name: null, value: 0.2, unit: 'rate', edition: { zh: '集团目标', en: 'Group target' }, year: '2026', sample: null,
    source: { name: 'us', date: null, address: null }, confidence: 'own', note: null,
  };
  it('is the brand’s own, then the study, not a newer figure of less trust', () => {
    expect(said('open_rate', { '': [803, 10_000] })!.en).toBe('Articles were opened by 8.03 % of those they reached, about the same as the 2020 benchmark of 8.03 % (WeChat Luxury Index 2021).');
    expect(said('open_rate', { '': [803, 10_000] }, { benchmarks: [...publishedBenchmarks, own] })!.en).toContain('below your own benchmark of 20 % (Group target)');
    expect(said('community_growth', { '': [4_400, 10_000] })!.en).toContain('the 2020 benchmark of 44 %');
  });
  it('of a whole year is not held against a part of one, nor against a year partly observed', () => {
    const counts: Counts = { '': [3_400, 10_000] };
    expect(said('community_growth', counts)!.en).toContain('below the 2020 benchmark of 44 %');
    expect(said('community_growth', counts, { period: { from: '2026-01-01', to: '2026-06-30' } })!.en).toBe('The community grew by 34.0 % in the period.');
    expect(said('community_growth', counts, { missing: { zh: '缺', en: 'gap' } })!.en).toBe('The community grew by 34.0 % in the period.');
    expect(said('community_growth', { '': [-500, 10_000] })!.zh).toBe('本期社群减少 5.00%，低于 2020 年的基准 44%（微信奢侈品指数 2021 版）。');
  });
  it('is not spoken of while a figure will still change', () => {
    const unfollowed = figure('unfollow_after_push', { '': [80, 10_000] });
    expect(sentences([unfollowed], publishedBenchmarks, year)[0]!.text.en).toContain('benchmark');
    expect(sentences([{ ...unfollowed, early: true }], publishedBenchmarks, year)[0]!.text.en).not.toContain('benchmark');
  });
  it('about other things is not used: accounts by rhythm, or another key', () => {
    expect(said('post_actions', { shares: [500, 10_000] })).toBeNull();
    expect(said('paid_share', { '': [1507, 10_000] }, { benchmarks: [] })!.en).toBe('Of the new followers, 15.1 % came from WeChat ads.');
  });
});

describe('several cells', () => {
  it('one leads, two may share the lead, more say nothing', () => {
    expect(said('recruitment_sources', { search: [3372, 10_000], qr: [2954, 10_000], ads: [1507, 10_000] })!.en)
      .toBe('Search brought the most new followers, 33.7 %, about the same as the 2020 benchmark of 33.72 % (WeChat Luxury Index 2021).');
    expect(said('recruitment_sources', { search: [340, 1000], qr: [330, 1000], ads: [150, 1000] })!.en).toBe('Search and QR codes brought the most new followers, 34.0 % and 33.0 %.');
    expect(said('recruitment_sources', { search: [340, 1000], qr: [330, 1000], ads: [330, 1000] })).toBeNull();
  });
  it('unknown sources in the lead leave nothing to say', () => {
    expect(said('recruitment_sources', { unknown: [6000, 10_000], search: [3000, 10_000] })).toBeNull();
  });
  it('one in three from ads had left', () => {
    expect(said('churn_by_source', { ads: [3207, 10_000], search: [1403, 10_000], qr: [1477, 10_000] })!.en)
      .toBe('About one in three followers from WeChat ads had left by the end of the period, about the same as the 2020 benchmark of 32.07 % (WeChat Luxury Index 2021).');
  });
  it('segmented pushes are better only where the ranges part', () => {
    expect(said('segmented_engagement', { segmented: [10_200, 100_000], everyone: [8_920, 100_000] })!.en).toBe('Pushes to a segment engaged 14.35 % better than pushes to everybody.');
    expect(said('segmented_engagement', { segmented: [102, 1000], everyone: [89, 1000] })!.en).toBe('Pushes to a segment engaged about as well as pushes to everybody.');
    expect(said('segmented_engagement', { segmented: [8_920, 100_000], everyone: [10_200, 100_000] })!.zh).toContain('低 12.55%');
    expect(said('segmented_engagement', { segmented: [102, 1000], everyone: [8, 99] })).toBeNull();
  });
});

it('a kept follower costs 44.16 at 30 yuan and 32.07 % churn (W-13)', () => {
  expect(said('cost_per_kept', { ads: [30_000_000, 6_793] })!.en).toBe('A follower from WeChat ads who stayed cost ¥44.16.');
});
