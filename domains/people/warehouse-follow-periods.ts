import type { Projection, Row, Tx, Warehouse, WarehouseTable } from '@qingniao/storage';
import { type RowChange, rowChanges, warehouseCopy } from './warehouse-copy.ts';

/**
 * Every follow with its end, for questions over all of them; read with FINAL. `event_id` is the event that
 * opened it, `observed` is 0 for one only learnt from a synchronisation. Whose it is: join `moved_identities`.
 */
export const followPeriodsTable: WarehouseTable = {
  name: 'follow_periods',
  columns: {
    brand_id: 'UInt32',
    identity_id: 'UInt64',
    event_id: 'UInt64',
    asset_id: 'LowCardinality(String)',
    followed_at: "DateTime('UTC')",
    unfollowed_at: "Nullable(DateTime('UTC'))",
    observed: 'UInt8',
    source_group: 'LowCardinality(String)',
    /** '' when no channel brought it. */
    channel_id: 'LowCardinality(String)',
    revision: 'UInt64',
  },
  engine: { replacing: { version: 'revision' } },
  orderBy: ['brand_id', 'identity_id', 'event_id'],
};

/** What follows said before they changed, so that an answer counted then can be brought up to date by the few who changed. */
export const pastFollowPeriodsTable: WarehouseTable = {
  name: 'past_follow_periods',
  columns: { ...followPeriodsTable.columns, superseded_at: "DateTime('UTC')" },
  engine: 'MergeTree',
  orderBy: [...followPeriodsTable.orderBy, 'revision'],
  ttl: 'superseded_at + toIntervalDay(2)',
};

/** One change of one follow. */
export interface FollowPeriodChange extends RowChange {
  identityId: number;
  eventId: number;
  /** It is no more, or its person was erased: what was copied before must not stay until parts merge. */
  forget: boolean;
}

export const followPeriodChanges = rowChanges<FollowPeriodChange>('follow_period', {
  present: `identity_id as "identityId", event_id as "eventId",
    exists (select 1 from erased_identity e where e.brand_id = follow_period.brand_id and e.identity_id = follow_period.identity_id) as forget`,
  gone: 'identity_id, event_id, true',
});

export const warehouseFollowPeriods = (warehouse: Warehouse): Projection<FollowPeriodChange> =>
  warehouseCopy(warehouse, {
    name: 'warehouse_follow_periods',
    table: followPeriodsTable,
    rows: presentRows,
    past: pastFollowPeriodsTable,
    // An event opens one follow, so its id is enough; the identity's finds it by the key.
    where: (changes) => ({
      sql: 'identity_id in {identities:Array(UInt64)} and event_id in {events:Array(UInt64)}',
      params: { identities: [...new Set(changes.map((change) => change.identityId))], events: changes.map((change) => change.eventId) },
    }),
    forgotten: (changes) => changes.filter((change) => change.forget),
  });

/** As they are now, in the columns of the table. */
const COPIED = `
  select brand_id, identity_id, event_id, asset_id, floor(extract(epoch from followed_at))::bigint as followed_at,
         floor(extract(epoch from unfollowed_at))::bigint as unfollowed_at, observed::int as observed,
         source_group, coalesce(channel_id, '') as channel_id, revision
    from follow_period`;

/** Those of the changed follows that there are. */
const presentRows = (tx: Tx, brandId: number, changes: readonly FollowPeriodChange[]): Promise<Row[]> =>
  tx.query(
    `${COPIED} join unnest($2::bigint[], $3::bigint[]) as changed (identity_id, event_id) using (identity_id, event_id) where brand_id = $1`,
    [brandId, changes.map((change) => change.identityId), changes.map((change) => change.eventId)],
  );

/** All follows of some people that have not changed since a revision, as the warehouse has them. */
export const unchangedFollowPeriods = (db: Pick<Tx, 'query'>, brandId: number, identities: readonly number[], since: number): Promise<Row[]> =>
  db.query(`${COPIED} where brand_id = $1 and identity_id = any ($2::bigint[]) and revision <= $3`, [brandId, identities, since]);
