import { nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import { prepared, type BrandDatabase, type Row } from '@qingniao/storage';
import type { DatacubeName } from '@qingniao/wechat';
import type { Account } from '../account-clients.ts';
import { type Span, daysOf } from './plan.ts';

/** A day's answer to a call. */
interface FetchedDay extends CallDay {
  rows: readonly object[];
  isDelay: boolean;
}

/** Asks for a span and keeps it by day, empty days too. @returns how many rows came. Throws WechatError. */
export async function fetchSpan(db: Querier & { brandId: number }, account: Account, call: DatacubeName, span: Span): Promise<number> {
  const days = await askFor(account, call, span);
  await keep(db, account, days);
  return days.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Asks for single days at once and keeps those that came. Throws the first refusal (WechatError) after that. */
export async function fetchDays(db: Querier & { brandId: number }, account: Account, wanted: readonly CallDay[]): Promise<void> {
  const asked = await Promise.allSettled(wanted.map(({ call, day }) => askFor(account, call, { from: day, to: day })));
  const came = asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  if (came.length > 0) await keep(db, account, came);
  for (const one of asked) if (one.status === 'rejected') throw one.reason;
}

async function askFor(account: Account, call: DatacubeName, span: Span): Promise<FetchedDay[]> {
  const { list, isDelay } = await account.client.datacube.fetch(call, span.from, span.to);
  return daysOf(span).map((day) => ({ call, day, isDelay, rows: list.filter((row) => row.ref_date.slice(0, 10) === day) }));
}

const keep = (db: Querier & { brandId: number }, account: Account, days: readonly FetchedDay[]) =>
  db.query(
    prepared(`insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at)
     select $1, $2, call, day, rows, is_delay, $7 from unnest($3::text[], $4::date[], $5::jsonb[], $6::boolean[]) as fetched (call, day, rows, is_delay)
     on conflict (brand_id, asset_id, call, day)
     do update set rows = excluded.rows, is_delay = excluded.is_delay, fetched_at = excluded.fetched_at`),
    [
      db.brandId, account.id, days.map(({ call }) => call), days.map(({ day }) => day), days.map(({ rows }) => JSON.stringify(rows)),
      days.map(({ isDelay }) => isDelay), nowDate(),
    ],
  );

/** The oldest day whose cumulative followers are known; null before any was fetched. */
export async function firstFollowerDay(db: Querier & { brandId: number }, assetId: string): Promise<string | null> {
  const [row] = await db.query<{ day: string | null }>(
    `select min(day)::text as day from datacube_day where brand_id = $1 and asset_id = $2 and call = 'getusercumulate' and jsonb_array_length(rows) > 0`,
    [db.brandId, assetId],
  );
  return row?.day ?? null;
}

export interface CallDay {
  call: DatacubeName;
  day: string;
}

/** Days whose figures the platform called late. */
export const delayedDays = (db: BrandDatabase, assetId: string): Promise<CallDay[]> =>
  db.query<Row & CallDay>(
    'select call, day::text as day from datacube_day where brand_id = $1 and asset_id = $2 and is_delay order by day, call',
    [db.brandId, assetId],
  );

/** Days asked for already, since a day: whether they hold anything, and whether the platform called them late. */
export const keptDays = (db: BrandDatabase, assetId: string, since: string): Promise<(CallDay & { filled: boolean; late: boolean })[]> =>
  db.query<Row & CallDay & { filled: boolean; late: boolean }>(
    `select call, day::text as day, jsonb_array_length(rows) > 0 as filled, is_delay as late from datacube_day
      where brand_id = $1 and asset_id = $2 and day >= $3`,
    [db.brandId, assetId, since],
  );
