import { expect, it } from 'vitest';
import { type Benchmark, publishedBenchmarks } from '../benchmarks/index.ts';
import { against, benchmarkOf } from './compare.ts';

const spokenOf = (metric: string, key = '') => {
  const found = benchmarkOf(publishedBenchmarks, metric, key);
  return found && [found.edition.en, found.year, found.value];
};

it('speaks of the newest year of the best known study, also where only a press note kept its cell', () => {
  expect(spokenOf('monthly_active')).toEqual(['WeChat Luxury Index 2021', '2020', 0.0589]);
  expect(spokenOf('recruitment_sources', 'qr')).toEqual(['WeChat Luxury Index 2021', '2020', 0.295]);
  expect(spokenOf('recruitment_sources', 'search')).toEqual(['WeChat Luxury Index 2021', '2020', 0.3372]);
});

it('holds growth against accounts of its size, and against the brand’s own before any', () => {
  const growth = (band: 'small' | 'large' | null, benchmarks = publishedBenchmarks) => benchmarkOf(benchmarks, 'community_growth', '', band)!;
  expect([growth('large'), growth('small'), growth(null)].map(({ key, value }) => [key, value])).toEqual([['large', 0.34], ['small', 0.5], ['', 0.44]]);
  const own: Benchmark = { ...growth(null), id: 'x', value: null, low: 0.1, high: 0.2, year: '2018', confidence: 'own', edition: { zh: '集团', en: 'Group' } };
  expect(growth('large', [...publishedBenchmarks, own]).id).toBe('x');
  expect(benchmarkOf(publishedBenchmarks, 'paid_share', '', 'large')!.key).toBe('');
  expect(against({ low: 0.4, high: 0.41 }, growth('large')).en).toBe(', above the 2020 benchmark of 34 % for large accounts (WeChat Luxury Index 2021)');
});

it('leaves a newer study of another kind of account aside', () => {
  expect(spokenOf('open_rate')).toEqual(['WeChat Luxury Index 2021', '2020', 0.0803]);
});
