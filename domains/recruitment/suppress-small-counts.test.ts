import { describe, expect, it } from 'vitest';
import type { LeagueRow } from './league-table.ts';
import type { SeriesPoint, SourceRow } from './sources-report.ts';
import { suppressSmallChannels, suppressSmallPoints, suppressSmallSources } from './suppress-small-counts.ts';

type Counts = Partial<Record<SourceRow['group'], readonly [follows: number, gone: number, unfollows: number]>>;
const sources = (counts: Counts) => suppressSmallSources(Object.entries(counts).map(([group, [follows, gone, unfollows]]): SourceRow => ({
  group: group as SourceRow['group'], follows, gone, unfollows, share: 0.1, percent: 10, cohortChurn: 0.1, averageFollowers: 500, periodChurn: 0.1, spentFen: 700, costPerFollow: 7, costPerKept: 8,
})));
const read = (rows: ReturnType<typeof sources>) => Object.fromEntries(rows.map(({ group, follows, suppressed }) => [group, suppressed ?? follows]));

describe('sources', () => {
  it('stand over followers in tens, and their churn too', () => {
    const [qr] = suppressSmallSources([{ group: 'qr', follows: 300, gone: 20, unfollows: 20, share: 1, percent: 100, cohortChurn: 0.1, averageFollowers: 503.5, periodChurn: 20 / 503.5, spentFen: 700, costPerFollow: 7, costPerKept: 8 }]);
    expect(qr).toMatchObject({ averageFollowers: 500, periodChurn: 0.04 });
  });

  it.each([[9, 'small'], [10, 10], [0, 0]])('%i follows read %s', (follows, reads) => {
    expect(read(sources({ qr: [300, 20, 20], search: [200, 20, 20], ads: [follows, 0, 20] }))).toMatchObject({ qr: 300, ads: reads });
  });

  it('few who left, and few who stayed, are as small', () => {
    for (const [gone, reads] of [[9, 'small'], [10, 100], [90, 100], [91, 'small']] as const)
      expect(read(sources({ qr: [300, 20, 20], search: [200, 20, 20], ads: [100, gone, 20] })).ads).toBe(reads);
    expect(read(sources({ qr: [300, 20, 20], search: [200, 20, 11], ads: [100, 20, 9] }))).toEqual({ qr: 300, search: 'complement', ads: 'small' });
  });

  it('the next smallest goes with a small one, and nothing of either is left but money', () => {
    const rows = sources({ qr: [300, 20, 20], search: [200, 20, 20], ads: [4, 0, 20] });
    expect(read(rows)).toEqual({ qr: 300, search: 'complement', ads: 'small' });
    expect(rows[1]).toEqual({
      group: 'search', follows: null, share: null, percent: null, gone: null, cohortChurn: null, unfollows: null, averageFollowers: null, periodChurn: null,
      spentFen: 700, costPerFollow: null, costPerKept: null, suppressed: 'complement',
    });
  });
});

it('channels: few follows, few kept or few scans', () => {
  const channel = (channelId: string, follows: number, kept: number, scans: number): LeagueRow => ({ channelId, name: channelId, kind: 'store', note: '', follows, kept, scans, spentFen: 0, costPerFollow: null, costPerKept: null });
  const shown = (...rows: LeagueRow[]) => suppressSmallChannels(rows).map(({ follows, suppressed }) => suppressed ?? follows);
  expect(shown(channel('a', 80, 40, 30), channel('b', 50, 40, 20), channel('c', 10, 10, 10))).toEqual([80, 50, 10]);
  expect(shown(channel('a', 80, 40, 30), channel('b', 50, 40, 20), channel('c', 9, 9, 0))).toEqual([80, 'complement', 'small']);
  expect(shown(channel('a', 80, 40, 30), channel('b', 50, 40, 9), channel('c', 30, 10, 20))).toEqual([80, 'small', 'complement']);
});

it('months of sources: no row and no column has a single hidden place', () => {
  const months = ['2026-01', '2026-02', '2026-03'];
  const point = (bucket: string, group: SeriesPoint['group'], follows: number): SeriesPoint => ({ bucket, group, follows, unfollows: 0, net: follows, observed: true });
  const points = months.flatMap((month, index) => [point(month, 'qr', 100 + index), point(month, 'search', 50 + index), point(month, 'ads', index === 1 ? 9 : 20)]);
  const read = suppressSmallPoints(points);
  expect(read.filter(({ suppressed }) => suppressed === 'small')).toEqual([{ bucket: '2026-02', group: 'ads', follows: null, unfollows: null, net: null, observed: true, suppressed: 'small' }]);
  for (const of of ['bucket', 'group'] as const)
    for (const whole of new Set(read.map((one) => one[of]))) expect(read.filter((one) => one[of] === whole && one.suppressed).length, whole).not.toBe(1);
  expect(read.some(({ suppressed }) => !suppressed)).toBe(true);
});
