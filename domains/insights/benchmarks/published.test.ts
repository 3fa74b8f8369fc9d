import { describe, expect, it } from 'vitest';
import { publishedBenchmarks } from './published.ts';

const of = (metric: string, year: string) =>
  Object.fromEntries(publishedBenchmarks.filter((one) => one.metric === metric && one.year === year && one.edition.en === 'WeChat Luxury Index 2021').map(({ key, value }) => [key, value]));

describe('the published figures', () => {
  it('stand as the 2021 edition gives them, lost cells absent', () => {
    expect(of('community_growth', '2019')).toEqual({ large: 0.41, small: 0.34, '': 0.37 });
    expect(of('community_growth', '2020')).toEqual({ large: 0.34, small: 0.5, '': 0.44 });
    expect(of('recruitment_sources', '2019')).toEqual({ qr: 0.384, ads: 0.116 });
    expect(of('unfollow_after_push', '2020')).toEqual({ '': 0.0099 });
    expect(of('churn_by_source', '2020')).toEqual({ ads: 0.3207, search: 0.1403, qr: 0.1477 });
    expect(of('monthly_active_by_source', '2020')).toEqual({ ads: 0.0416 });
    expect(of('action_types', '2020')).toEqual({ menu: 0.73 });
    expect(of('post_actions', '2020')).toEqual({ clicks: 0.0611 });
    expect(of('open_rate', '2019')).toEqual({ '': 0.0841 });
    expect(of('open_rate_by_position', '2020')).toEqual({ '1': 0.0973 });
  });

  it('add up where they are parts of a whole', () => {
    for (const [metric, year] of [['recruitment_sources', '2020'], ['menu_categories', '2019'], ['menu_categories', '2020'], ['pushes_by_month', '2020']] as const) {
      expect(Object.values(of(metric, year)).reduce((sum, value) => sum! + value!, 0)).toBeCloseTo(1, 3);
    }
  });

  it('say what the report got wrong, and by how much', () => {
    const noteOf = (metric: string) => publishedBenchmarks.find((one) => one.metric === metric && one.year === '2020')!.note!.en;
    expect(noteOf('paid_share')).toContain(`+${((0.15 / 0.12 - 1) * 100).toFixed(1)} %`);
    expect(noteOf('paid_share')).toContain(`+${((0.1507 / 0.116 - 1) * 100).toFixed(1)} %`);
    expect(noteOf('unfollow_after_push')).toContain(`${(0.0099 / 0.004).toFixed(1)} times`);
    expect(noteOf('post_engagement')).toContain(`${((0.0956 / 0.1089 - 1) * 100).toFixed(2)} %`);
    expect(noteOf('segmented_engagement')).toContain(`${((0.102 / 0.0892 - 1) * 100).toFixed(2)} %`);
  });

  it('never lend an edition the definition of another', () => {
    const monthly = publishedBenchmarks.filter(({ metric }) => metric === 'monthly_active');
    expect(monthly.map(({ year, value, edition }) => [year, value, edition.en])).toEqual([
      ['2019', 0.0379, 'WeChat Luxury Index 2021'], ['2020', 0.0589, 'WeChat Luxury Index 2021'], ['2019-H1', 0.082, 'WeChat Luxury Index 2019'],
    ]);
    expect(monthly.every(({ note }) => note !== null)).toBe(true);
  });

  it('each have a source, both languages, and a value, a range or a finding', () => {
    expect(new Set(publishedBenchmarks.map(({ id }) => id)).size).toBe(publishedBenchmarks.length);
    for (const { value, low, high, note, name, edition, sample, source, unit } of publishedBenchmarks) {
      expect(source.name).not.toBe('');
      expect(value !== null || (low !== undefined && high !== undefined && low <= high) || note !== null).toBe(true);
      if (['rate', 'share', 'share_of_accounts'].includes(unit) && value !== null) expect(value).toBeLessThan(1);
      for (const text of [edition, name, sample, note]) if (text) expect(text.zh !== '' && text.en !== '').toBe(true);
    }
  });
});
