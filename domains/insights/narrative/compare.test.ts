import { expect, it } from 'vitest';
import { publishedBenchmarks } from '../benchmarks/index.ts';
import { benchmarkOf } from './compare.ts';

const spokenOf = (metric: string, key = '') => {
  const found = benchmarkOf(publishedBenchmarks, metric, key);
  return found && [found.edition.en, found.year, found.value];
};

it('speaks of the newest year of the best known study, also where only a press note kept its cell', () => {
  expect(spokenOf('monthly_active')).toEqual(['WeChat Luxury Index 2021', '2020', 0.0589]);
  expect(spokenOf('recruitment_sources', 'qr')).toEqual(['WeChat Luxury Index 2021', '2020', 0.295]);
  expect(spokenOf('recruitment_sources', 'search')).toEqual(['WeChat Luxury Index 2021', '2020', 0.3372]);
});

it('leaves a newer study of another kind of account aside', () => {
  expect(spokenOf('open_rate')).toEqual(['WeChat Luxury Index 2021', '2020', 0.0803]);
});
