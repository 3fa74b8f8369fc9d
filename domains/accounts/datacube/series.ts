import type { Querier } from '@qingniao/activity';

/** New and lost followers of one day by the platform's source code (official-account 17). */
export interface GrowthPoint {
  day: string;
  source: number;
  followed: number;
  unfollowed: number;
}

export interface CumulativePoint {
  day: string;
  followers: number;
}

/** Days without figures are absent, days with zero are zero. Both ends included. */
export const growthSeries = (db: Querier, brandId: number, assetId: string, from: string, to: string): Promise<GrowthPoint[]> =>
  db.query<GrowthPoint & Record<string, unknown>>(
    `select d.day::text as day, (r->>'user_source')::int as source, sum((r->>'new_user')::bigint) as followed, sum((r->>'cancel_user')::bigint) as unfollowed
       from datacube_day d, jsonb_array_elements(d.rows) as r
      where d.brand_id = $1 and d.asset_id = $2 and d.call = 'getusersummary' and d.day between $3 and $4
      group by 1, 2 order by 1, 2`,
    [brandId, assetId, from, to],
  ).then((rows) => rows.map((row) => ({ ...row, followed: Number(row.followed), unfollowed: Number(row.unfollowed) })));

/** Followers at the end of each day. */
export const cumulativeSeries = (db: Querier, brandId: number, assetId: string, from: string, to: string): Promise<CumulativePoint[]> =>
  db.query<CumulativePoint & Record<string, unknown>>(
    `select day::text as day, (rows->0->>'cumulate_user')::bigint as followers from datacube_day
      where brand_id = $1 and asset_id = $2 and call = 'getusercumulate' and day between $3 and $4 and jsonb_array_length(rows) > 0 order by day`,
    [brandId, assetId, from, to],
  );

/** How far each call reaches back, and whether something is still late. */
export const datacubeCoverage = (db: Querier, brandId: number, assetId: string): Promise<{ call: string; from: string; to: string; delayed: number }[]> =>
  db.query<{ call: string; from: string; to: string; delayed: number }>(
    `select call, min(day)::text as "from", max(day)::text as "to", count(*) filter (where is_delay)::int as delayed
       from datacube_day where brand_id = $1 and asset_id = $2 group by call order by call`,
    [brandId, assetId],
  );
