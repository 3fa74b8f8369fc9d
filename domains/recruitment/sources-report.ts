import { countedFrom, growthSeries, listAssets, observationGaps, observedAccounts, type ObservationGap } from '@qingniao/accounts';
import { addDays, localDay, percentages, shanghaiMidnight } from '@qingniao/kernel';
import { sourceGroups, type SourceGroup } from '@qingniao/people';
import type { BrandDatabase } from '@qingniao/storage';
import { datacubeGroup, readMapping } from './source-mapping.ts';

/** Calendar days in Asia/Shanghai, both inclusive: `2026-01-01` to `2026-12-31`. */
export interface Period {
  from: string;
  to: string;
  assetId?: string | null;
}

export interface SourceRow {
  group: SourceGroup;
  /** Follows in the period (a re-follow is a new follow, domain 1.8). */
  follows: number;
  /** Of all follows, 0 to 1; null when there are none. */
  share: number | null;
  /** The share in percent with one decimal, by largest remainder: the column adds up to 100.0 (W-05). */
  percent: number | null;
  /** Follows of the period that were gone by its end. */
  gone: number;
  /** W-12, cohort: gone / follows. */
  cohortChurn: number | null;
  /** Unfollows in the period, whenever they followed. */
  unfollows: number;
  /** Average of the followers at the start and at the end of the period. */
  averageFollowers: number;
  /** In the period: unfollows / average followers. */
  periodChurn: number | null;
  spentFen: number;
  /** Fen per follow, and per follow still there at the end (W-13); null without spending or follows. */
  costPerFollow: number | null;
  costPerKept: number | null;
}

const bounds = ({ from, to }: Period): [Date, Date] => [shanghaiMidnight(from), shanghaiMidnight(addDays(to, 1))];

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** $1 brand, $2 first instant, $3 first instant after, $4 account or null. What was spent on a whole group belongs to no account, so it is left out when one is named. */
const costsOfPeriod = `
    from channel_cost c left join channel ch on ch.brand_id = c.brand_id and ch.id = c.channel_id
   where c.brand_id = $1 and ($4::text is null or ch.asset_id = $4::text)
     and c.day between ($2::timestamptz at time zone 'Asia/Shanghai')::date and (($3::timestamptz - interval '1 second') at time zone 'Asia/Shanghai')::date`;

/** Money by source group. */
export const spentBySourceSql = `
  select coalesce(c.source_group, case ch.kind when 'ads' then 'ads' when 'search' then 'search' when 'store' then 'qr'
           when 'associate' then 'qr' when 'campaign' then 'qr' when 'kol' then 'qr' else 'other' end) as source_groups, sum(c.fen)::bigint as fen
    ${costsOfPeriod}
   group by 1`;

/** The last day money is recorded for, where the period goes on for longer; no row otherwise. Of its last day nobody expects it yet. */
export const costsRecordedUntilSql = `
  select max(c.day)::text as day ${costsOfPeriod}
  having max(c.day) < (($3::timestamptz - interval '1 second') at time zone 'Asia/Shanghai')::date - 1`;

/**
 * One row a group, the unknown ones included, in the order of `sourceGroups`. Source: W-05, W-12, W-13.
 */
export async function sourceTable(brand: BrandDatabase, period: Period): Promise<SourceRow[]> {
  const [start, end] = bounds(period);
  const last = (await observedAccounts(brand, brand.brandId, period.assetId ?? null)).at(-1);
  const rows = await brand.query<{ group: SourceGroup; follows: number; gone: number; unfollows: number; opening: number; closing: number }>(
    `select source_group as "group",
            count(*) filter (where followed_at >= $2 and observed) as follows,
            count(*) filter (where followed_at >= $2 and observed and unfollowed_at < $3) as gone,
            count(*) filter (where unfollowed_at >= $2 and unfollowed_at < $3) as unfollows,
            count(*) filter (where followed_at < $5 and (unfollowed_at is null or unfollowed_at >= $5)) as opening,
            count(*) filter (where unfollowed_at is null or unfollowed_at >= $3) as closing
       from follow_period
      where brand_id = $1 and followed_at < $3 and ($4::text is null or asset_id = $4)
      group by 1`,
    [brand.brandId, start, end, period.assetId ?? null, countedFrom(last?.since ?? null, start, end)],
  );
  const spent = await brand.query<{ source_groups: SourceGroup; fen: number }>(spentBySourceSql, [brand.brandId, start, end, period.assetId ?? null]);
  const total = rows.reduce((sum, row) => sum + row.follows, 0);
  const groups = Object.keys(sourceGroups) as SourceGroup[];
  const counted = groups.map((group) => rows.find((one) => one.group === group) ?? { follows: 0, gone: 0, unfollows: 0, opening: 0, closing: 0 });
  const percents = percentages(counted.map((row) => row.follows));
  return groups.map((group, index) => {
    const row = counted[index]!;
    const spentFen = spent.find((one) => one.source_groups === group)?.fen ?? 0;
    const averageFollowers = (row.opening + row.closing) / 2;
    return {
      group,
      follows: row.follows,
      share: ratio(row.follows, total),
      percent: percents?.[index] ?? null,
      gone: row.gone,
      cohortChurn: ratio(row.gone, row.follows),
      unfollows: row.unfollows,
      averageFollowers,
      periodChurn: ratio(row.unfollows, averageFollowers),
      spentFen,
      costPerFollow: spentFen === 0 ? null : ratio(spentFen, row.follows),
      costPerKept: spentFen === 0 ? null : ratio(spentFen, row.follows - row.gone),
    };
  });
}

export interface SeriesPoint {
  /** `2026-02-28`, or `2026-02` by month. */
  bucket: string;
  group: SourceGroup;
  follows: number;
  unfollows: number;
  net: number;
  /** False where figures come from datacube, because the account was not connected. */
  observed: boolean;
}

/**
 * Follows and unfollows by source over time, days or months of Asia/Shanghai; only buckets with something in
 * them. Days on which an account was connected come from the log, whole days on which it was not from datacube's
 * user summary; a month that has both gives two points a group.
 */
export async function sourceSeries(brand: BrandDatabase, period: Period, by: 'day' | 'month'): Promise<SeriesPoint[]> {
  const bucketOf = (day: string) => (by === 'day' ? day : day.slice(0, 7));
  const points = new Map<string, SeriesPoint>();
  const add = (day: string, group: SourceGroup, observed: boolean, follows: number, unfollows: number) => {
    const key = `${bucketOf(day)} ${group} ${observed}`;
    const point = points.get(key) ?? { bucket: bucketOf(day), group, follows: 0, unfollows: 0, net: 0, observed };
    points.set(key, { ...point, follows: point.follows + follows, unfollows: point.unfollows + unfollows, net: point.net + follows - unfollows });
  };
  const gaps = await observationGaps(brand, brand.brandId, period.assetId);
  for (const row of await observedDays(brand, period, gaps)) add(row.day, row.group, true, row.follows, row.unfollows);
  const { scenes } = await readMapping(brand, brand.brandId);
  for (const { assetId, from, to } of await unobservedSpans(brand, period, gaps)) {
    for (const row of await growthSeries(brand, brand.brandId, assetId, from, to)) {
      add(row.day, datacubeGroup(row.source, scenes), false, row.followed, row.unfollowed);
    }
  }
  return [...points.values()]
    .filter((point) => point.follows > 0 || point.unfollows > 0)
    .sort((a, b) => (a.bucket === b.bucket ? a.group.localeCompare(b.group) : a.bucket < b.bucket ? -1 : 1));
}

/** The gaps the period has a part of. */
export async function gapsIn(brand: BrandDatabase, period: Period): Promise<ObservationGap[]> {
  const [start, end] = bounds(period);
  return (await observationGaps(brand, brand.brandId, period.assetId)).filter(({ from, to }) => from < end && (to === null || to > start));
}

/** Those datacube tells of as well as the log does; of one that lasts it is asked no more. */
function wholeDays({ from, to }: ObservationGap): { from: string; to: string } | null {
  if (to === null) return null;
  const days = { from: addDays(localDay(from), 1), to: addDays(localDay(to), -1) };
  return days.from <= days.to ? days : null;
}

/**
 * What the log saw. Who left in a gap is found by the synchronisation after it: datacube has counted them on
 * their day, so only those whose leaving was heard count here.
 */
async function observedDays(brand: BrandDatabase, period: Period, gaps: readonly ObservationGap[]) {
  const [start, end] = bounds(period);
  const unheard = gaps.filter((gap) => wholeDays(gap) !== null).map(({ assetId, from, to }) => ({ asset: assetId, from, to }));
  return brand.query<{ day: string; group: SourceGroup; follows: number; unfollows: number }>(
    `select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, source_group as "group",
            count(*) filter (where arrived) as follows, count(*) filter (where not arrived) as unfollows
       from (
         select followed_at as at, source_group, true as arrived from follow_period
          where brand_id = $1 and observed and followed_at >= $2 and followed_at < $3 and ($4::text is null or asset_id = $4)
         union all
         select unfollowed_at, source_group, false from follow_period p
          where brand_id = $1 and unfollowed_at >= $2 and unfollowed_at < $3 and ($4::text is null or asset_id = $4)
            and not exists (
              select 1 from jsonb_to_recordset($5::jsonb) as gap (asset text, "from" timestamptz, "to" timestamptz)
               where gap.asset = p.asset_id and p.followed_at < gap."to" and p.unfollowed_at >= gap."from" and not exists (
                 select 1 from event e where e.brand_id = p.brand_id and e.identity_id = p.identity_id and e.at = p.unfollowed_at and e.type = 'unfollow'))
      ) moves
      group by 1, 2 order by 1, 2`,
    [brand.brandId, start, end, period.assetId ?? null, JSON.stringify(unheard)],
  );
}

/** The days of the period on which an account was not connected, both ends included: before it first was, and in each gap. */
async function unobservedSpans(brand: BrandDatabase, period: Period, gaps: readonly ObservationGap[]): Promise<{ assetId: string; from: string; to: string }[]> {
  const assets = (await listAssets(brand, brand.brandId)).filter(({ id }) => !period.assetId || id === period.assetId);
  return [
    ...assets.map(({ id, observedSince }) => ({ assetId: id, from: period.from, to: addDays(localDay(observedSince), -1) })),
    ...gaps.flatMap((gap) => {
      const days = wholeDays(gap);
      return days === null ? [] : [{ assetId: gap.assetId, from: days.from > period.from ? days.from : period.from, to: days.to }];
    }),
  ]
    .map((span) => ({ ...span, to: span.to < period.to ? span.to : period.to }))
    .filter(({ from, to }) => from <= to);
}
