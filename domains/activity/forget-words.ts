import type { Tx, Warehouse } from '@qingniao/storage';
import type { EventType } from './event-types.ts';
import type { Querier } from './types.ts';
import { numberPropNames, wordProps } from './warehouse.ts';

/** Events that hold what somebody wrote, sent or scanned, or where they were; and those nobody knows the contents of. */
const wordTypes: readonly EventType[] = [
  'message.text', 'message.image', 'message.voice', 'message.video', 'message.short_video', 'message.location', 'message.link',
  'location.reported', 'menu.location', 'menu.scan_push', 'menu.scan_wait', 'menu.photo_system', 'menu.photo_or_album', 'menu.photo_wechat', 'unknown',
];
/** What stays: what figures ask for, from which article somebody wrote, and the name of an unknown event. */
const kept: readonly string[] = [...wordProps, ...numberPropNames, 'msg_data_id', 'kind', 'name'];

/** When the first event after `after` was received: words are forgotten in the order of the log. */
export async function receivedAfter(db: Querier, brandId: number, after: number): Promise<Date | null> {
  const [row] = await db.query<{ at: Date }>('select received_at at from event where brand_id = $1 and id > $2 order by id limit 1', [brandId, after]);
  return row?.at ?? null;
}

export interface Forgotten {
  /** Where to go on. */
  upTo: number;
  /** Events that lost what they said. */
  events: number;
  /** Whose they were. */
  identityIds: number[];
  /** False when the events end, or are younger, from here on. */
  more: boolean;
}

/** Takes the words out of the next `limit` events received before an instant. That something of a type happened at a time stays. */
export async function forgetWords(tx: Tx, brandId: number, after: number, before: Date, limit: number): Promise<Forgotten> {
  const page = await tx.query<{ id: number; type: EventType; receivedAt: Date }>(
    'select id, type, received_at as "receivedAt" from event where brand_id = $1 and id > $2 order by id limit $3', [brandId, after, limit],
  );
  const young = page.findIndex(({ receivedAt }) => receivedAt >= before);
  const old = young === -1 ? page : page.slice(0, young);
  const emptied = await tx.query<{ identityId: number | null }>(
    `update event set props = coalesce((select jsonb_object_agg(key, value) from jsonb_each(props) where key = any ($3)), '{}')
      where brand_id = $1 and id = any ($2::bigint[]) returning identity_id as "identityId"`,
    [brandId, old.filter(({ type }) => wordTypes.includes(type)).map(({ id }) => id), kept],
  );
  return {
    upTo: old.at(-1)?.id ?? after,
    events: emptied.length,
    identityIds: [...new Set(emptied.flatMap(({ identityId }) => identityId ?? []))],
    more: page.length === limit && young === -1,
  };
}

/** The same in the warehouse, for events received between two instants; repeating it changes nothing. */
export const forgetWordsInWarehouse = (warehouse: Warehouse, brandId: number, from: Date, before: Date): Promise<void> =>
  warehouse.updateRows(
    'events',
    `props = concat('{', arrayStringConcat(arrayMap(kv -> concat('"', kv.1, '":', kv.2), arrayFilter(kv -> has({kept:Array(String)}, kv.1), JSONExtractKeysAndValuesRaw(props))), ','), '}')`,
    'brand_id = {brand:UInt32} and type in {types:Array(String)} and received_at >= {from:DateTime} and received_at < {before:DateTime}',
    { brand: brandId, types: wordTypes, kept, from: seconds(from), before: seconds(before) },
  );

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
