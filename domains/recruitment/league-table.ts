import { addDays, shanghaiMidnight } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import type { ChannelKind } from './kinds.ts';
import type { Period } from './sources-report.ts';

export interface LeagueRow {
  channelId: string;
  name: string;
  kind: ChannelKind;
  note: string;
  /** New followers by this channel's code in the period. */
  follows: number;
  /** Of them, still following at its end. */
  kept: number;
  /** Scans by people who followed already. */
  scans: number;
  spentFen: number;
  costPerFollow: number | null;
  costPerKept: number | null;
}

/** Channels by new followers, best first (L-16); those of one account when the period names it. */
export async function leagueTable(brand: BrandDatabase, period: Period, kind: ChannelKind | null, limit: number): Promise<LeagueRow[]> {
  const start = shanghaiMidnight(period.from);
  const end = shanghaiMidnight(addDays(period.to, 1));
  const rows = await brand.query<Omit<LeagueRow, 'costPerFollow' | 'costPerKept'> & Record<string, unknown>>(
    `with follows as (
       select channel_id, count(*) as follows, count(*) filter (where unfollowed_at is null or unfollowed_at >= $3) as kept
         from follow_period
        where brand_id = $1 and channel_id is not null and observed and followed_at >= $2 and followed_at < $3 group by 1
     ), scans as (
       select channel_id, count(*) as scans
         from channel_scan where brand_id = $1 and not followed and at >= $2 and at < $3 group by 1
     ), spent as (
       select channel_id, sum(fen)::bigint as fen from channel_cost
        where brand_id = $1 and channel_id is not null and day between $6 and $7 group by 1
     )
     select c.id as "channelId", c.name, c.kind, c.note, coalesce(f.follows, 0) as follows, coalesce(f.kept, 0) as kept,
            coalesce(s.scans, 0) as scans, coalesce(m.fen, 0) as "spentFen"
       from channel c
       left join follows f on f.channel_id = c.id
       left join scans s on s.channel_id = c.id
       left join spent m on m.channel_id = c.id
      where c.brand_id = $1 and ($4::text is null or c.kind = $4) and ($8::text is null or c.asset_id = $8) and (c.archived_at is null or f.follows > 0)
      order by follows desc, kept desc, c.name limit $5`,
    [brand.brandId, start, end, kind, limit, period.from, period.to, period.assetId ?? null],
  );
  return rows.map((row) => ({
    ...row,
    costPerFollow: row.spentFen > 0 && row.follows > 0 ? row.spentFen / row.follows : null,
    costPerKept: row.spentFen > 0 && row.kept > 0 ? row.spentFen / row.kept : null,
  }));
}
