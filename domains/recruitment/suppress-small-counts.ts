import { hideInAll, inTens, isFew, type Suppressed } from '@qingniao/access';
import type { LeagueRow } from './league-table.ts';
import type { SeriesPoint, SourceRow } from './sources-report.ts';

/** A row as who sees only aggregates gets it: what is suppressed is null, and `suppressed` says why. */
type Safe<Row, Nullable extends keyof Row> = Omit<Row, Nullable> & { [Field in Nullable]: Row[Field] | null } & { suppressed?: Suppressed };

export type SafeSourceRow = Safe<SourceRow, 'follows' | 'gone' | 'unfollows' | 'averageFollowers'>;
export type SafeLeagueRow = Safe<LeagueRow, 'follows' | 'kept' | 'scans'>;
export type SafePoint = Safe<SeriesPoint, 'follows' | 'unfollows' | 'net'>;

/** Sources are parts of all follows, and of all unfollows. */
export function suppressSmallSources(rows: readonly SourceRow[]): SafeSourceRow[] {
  const small = new Set(rows.filter(({ follows, gone, unfollows, averageFollowers }) => [follows, gone, follows - gone, unfollows, averageFollowers].some(isFew)).map(({ group }) => group));
  const hidden = hideInAll([rows.map(({ group, follows }) => ({ key: group, people: follows })), rows.map(({ group, unfollows }) => ({ key: group, people: unfollows }))], small);
  return rows.map((row) => (!hidden.has(row.group) ? withRoundBase(row) : {
    ...row, follows: null, share: null, percent: null, gone: null, cohortChurn: null, unfollows: null, averageFollowers: null, periodChurn: null,
    costPerFollow: null, costPerKept: null, suppressed: small.has(row.group) ? 'small' : 'complement',
  }));
}

/** Followers of one month less those of another would tell of the few who came and went between. */
function withRoundBase(row: SourceRow): SourceRow {
  const averageFollowers = inTens(row.averageFollowers);
  return { ...row, averageFollowers, periodChurn: averageFollowers === 0 ? row.periodChurn : row.unfollows / averageFollowers };
}

/** Channels are parts of the follows by code. */
export function suppressSmallChannels(rows: readonly LeagueRow[]): SafeLeagueRow[] {
  const small = new Set(rows.filter(({ follows, kept, scans }) => [follows, kept, follows - kept, scans].some(isFew)).map(({ channelId }) => channelId));
  const hidden = hideInAll([rows.map(({ channelId, follows }) => ({ key: channelId, people: follows })), rows.map(({ channelId, scans }) => ({ key: channelId, people: scans }))], small);
  return rows.map((row) => (!hidden.has(row.channelId) ? row : {
    ...row, follows: null, kept: null, scans: null, costPerFollow: null, costPerKept: null, suppressed: small.has(row.channelId) ? 'small' : 'complement',
  }));
}

/** A month of a source is part of the month, and of the source. */
export function suppressSmallPoints(points: readonly SeriesPoint[]): SafePoint[] {
  const keyOf = ({ bucket, group, observed }: SeriesPoint) => `${bucket} ${group} ${observed}`;
  const small = new Set(points.filter(({ follows, unfollows }) => isFew(follows) || isFew(unfollows)).map(keyOf));
  const wholes = [...new Set(points.flatMap(({ bucket, group }) => [bucket, group]))].flatMap((whole) => {
    const parts = points.filter(({ bucket, group }) => bucket === whole || group === whole);
    return (['follows', 'unfollows'] as const).map((kind) => parts.map((point) => ({ key: keyOf(point), people: point[kind] })));
  });
  const hidden = hideInAll(wholes, small);
  return points.map((point) => (!hidden.has(keyOf(point)) ? point : {
    ...point, follows: null, unfollows: null, net: null, suppressed: small.has(keyOf(point)) ? 'small' : 'complement',
  }));
}
