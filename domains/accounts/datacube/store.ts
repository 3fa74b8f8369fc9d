import { nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { DatacubeName } from '@qingniao/wechat';
import type { Account } from '../account-clients.ts';
import { type Span, daysOf } from './plan.ts';

/** Asks for a span and keeps it by day, empty days too. @returns how many rows came. Throws WechatError. */
export async function fetchSpan(db: Querier & { brandId: number }, account: Account, call: DatacubeName, span: Span): Promise<number> {
  const { list, isDelay } = await account.client.datacube.fetch(call, span.from, span.to);
  const days = daysOf(span);
  const rows = days.map((day) => list.filter((row) => row.ref_date.slice(0, 10) === day));
  await db.query(
    `insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at)
     select $1, $2, $3, day, rows, $6, $7 from unnest($4::date[], $5::jsonb[]) as fetched (day, rows)
     on conflict (brand_id, asset_id, call, day)
     do update set rows = excluded.rows, is_delay = excluded.is_delay, fetched_at = excluded.fetched_at`,
    [db.brandId, account.id, call, days, rows.map((ofDay) => JSON.stringify(ofDay)), isDelay, nowDate()],
  );
  return list.length;
}

/** Days whose figures the platform called late. */
export async function delayedDays(db: Querier, brandId: number, assetId: string): Promise<{ call: DatacubeName; day: string }[]> {
  return db.query<{ call: DatacubeName; day: string }>(
    `select call, day::text as day from datacube_day where brand_id = $1 and asset_id = $2 and is_delay order by day, call`, [brandId, assetId],
  );
}

/** Publication days with articles, whose figures still grow. */
export async function articleDays(db: Querier, brandId: number, assetId: string, call: DatacubeName, since: string): Promise<string[]> {
  const rows = await db.query<{ day: string }>(
    `select day::text as day from datacube_day
      where brand_id = $1 and asset_id = $2 and call = $3 and day >= $4 and jsonb_array_length(rows) > 0 order by day`,
    [brandId, assetId, call, since],
  );
  return rows.map(({ day }) => day);
}

/** Days never asked for since a day, up to another: what a stopped server has missed. */
export async function missingDays(db: Querier, brandId: number, assetId: string, call: DatacubeName, span: Span): Promise<string[]> {
  const rows = await db.query<{ day: string }>(
    `select day::text as day from datacube_day where brand_id = $1 and asset_id = $2 and call = $3 and day between $4 and $5`,
    [brandId, assetId, call, span.from, span.to],
  );
  const known = new Set(rows.map(({ day }) => day));
  return daysOf(span).filter((day) => !known.has(day));
}
