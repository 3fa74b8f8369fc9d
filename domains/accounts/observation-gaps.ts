import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';

/** While an account was disconnected nobody heard of anything: what the log has of this time is no zero. */
export interface ObservationGap {
  assetId: string;
  name: string;
  from: Date;
  /** Null while it lasts. */
  to: Date | null;
}

/** Earliest first; of one account when it is named. */
export const observationGaps = (db: Querier, brandId: number, assetId: string | null = null): Promise<ObservationGap[]> =>
  db.query<ObservationGap & Record<string, unknown>>(
    `select a.id as "assetId", a.name, g.began_at as "from", g.ended_at as "to"
       from asset a cross join lateral (
         select began_at, ended_at from observation_gap where brand_id = a.brand_id and asset_id = a.id
         union all
         select a.disconnected_at, null where a.disconnected_at is not null) g
      where a.brand_id = $1 and ($2::text is null or a.id = $2) order by g.began_at, a.id`,
    [brandId, assetId],
  );

/** An account that was disconnected is heard again: what it was not heard for is kept. */
export const endGap = (tx: Tx, brandId: number, assetId: string, at: Date): Promise<unknown> =>
  tx.query(
    `insert into observation_gap (brand_id, asset_id, began_at, ended_at)
     select brand_id, id, disconnected_at, $3 from asset where brand_id = $1 and id = $2 and disconnected_at is not null on conflict do nothing`,
    [brandId, assetId, at],
  );
