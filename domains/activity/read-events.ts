import type { EventType } from './event-types.ts';
import type { Json, LogEvent, Querier } from './types.ts';

type EventRow = {
  id: number; brand_id: number; type: EventType; at: Date; received_at: Date;
  asset_id: string | null; identity_id: number | null; props: Record<string, Json>;
};

const columns = 'id, brand_id, type, at, received_at, asset_id, identity_id, props';

const eventFrom = (row: EventRow): LogEvent => ({
  id: row.id, brandId: row.brand_id, type: row.type, at: row.at, receivedAt: row.received_at,
  assetId: row.asset_id, identityId: row.identity_id, props: row.props,
});

/** Every event of these identities up to an event id, in log order: what a person is derived from. */
export async function readEventsOf(db: Querier, brandId: number, identityIds: readonly number[], upTo: number): Promise<LogEvent[]> {
  const rows = await db.query<EventRow>(
    `select ${columns} from event where brand_id = $1 and identity_id = any ($2::bigint[]) and id <= $3 order by id`,
    [brandId, identityIds, upTo],
  );
  return rows.map(eventFrom);
}

/** A brand's events of some types after one id and up to another, in log order. */
export async function readEventsOfTypes(
  db: Querier, brandId: number, types: readonly string[], after: number, upTo: number, limit: number,
): Promise<LogEvent[]> {
  const rows = await db.query<EventRow>(
    `select ${columns} from event where brand_id = $1 and type = any ($2::text[]) and id > $3 and id <= $4 order by id limit $5`,
    [brandId, types, after, upTo, limit],
  );
  return rows.map(eventFrom);
}
