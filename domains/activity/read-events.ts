import type { LogSource, Row } from '@qingniao/storage';
import type { LogEvent, Querier } from './types.ts';

const columns = `id, brand_id as "brandId", type, at, received_at as "receivedAt", asset_id as "assetId", identity_id as "identityId", props`;

const read = (db: Querier, rest: string, params: readonly unknown[]): Promise<LogEvent[]> =>
  db.query<LogEvent & Row>(`select ${columns} from event ${rest}`, params);

/** The log of all brands, as projections read it. */
export const eventLog: LogSource<LogEvent> = {
  read: (tx, after, limit) => read(tx, 'where id > $1 order by id limit $2', [after, limit]),
  newest: 'max(id) from event',
};

/** Every event of these identities up to an event id, in log order: what a person is derived from. */
export const readEventsOf = (db: Querier, brandId: number, identityIds: readonly number[], upTo: number): Promise<LogEvent[]> =>
  read(db, 'where brand_id = $1 and identity_id = any ($2::bigint[]) and id <= $3 order by id', [brandId, identityIds, upTo]);

/** A brand's events of some types after one id and up to another, in log order, at most `limit`. */
export const readEventsOfTypes = (
  db: Querier, brandId: number, types: readonly string[], after: number, upTo: number, limit: number,
): Promise<LogEvent[]> =>
  read(db, 'where brand_id = $1 and type = any ($2::text[]) and id > $3 and id <= $4 order by id limit $5', [brandId, types, after, upTo, limit]);

/** A person's newest events first, from a place in time on. */
export const readTimeline = (
  db: Querier, brandId: number, identityIds: readonly number[], types: readonly string[] | null, before: { at: Date; id: number } | null, limit: number,
): Promise<LogEvent[]> =>
  read(
    db,
    `where brand_id = $1 and identity_id = any ($2::bigint[]) and ($3::text[] is null or type = any ($3))
       and ($4::timestamptz is null or (at, id) < ($4, $5::bigint)) order by at desc, id desc limit $6`,
    [brandId, identityIds, types, before?.at ?? null, before?.id ?? null, limit],
  );

/** A brand's newest events first, by when they were stored. */
export const readRecent = (db: Querier, brandId: number, types: readonly string[] | null, before: number | null, limit: number): Promise<LogEvent[]> =>
  read(
    db,
    'where brand_id = $1 and ($2::text[] is null or type = any ($2)) and ($3::bigint is null or id < $3) order by id desc limit $4',
    [brandId, types, before, limit],
  );
