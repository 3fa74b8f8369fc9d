import { randomBytes } from 'node:crypto';
import { appendInTx, eventLog, type NewEvent, warehouseEvents } from '@qingniao/activity';
import { createLog, createSecrets, newToken } from '@qingniao/kernel';
import { contactChanges, defaultSceneGroups, followPeriodChanges, peopleProjection, platformSources, warehouseContacts, warehouseFollowPeriods } from '@qingniao/people';
import { createProjectionRunner, type LogSource, type Projection, type ProjectionRunner, type Stores } from '@qingniao/storage';
import type { Size } from './report-data.ts';

const BRAND = 1;
/** Of a thousand things that happen. */
const MIX = { 'menu.click': 620, 'message.text': 180, 'qr.scanned': 60, 'link.clicked': 60, 'unfollow': 40, 'follow': 40 } as const;
const LAST_DAY = Date.parse('2026-06-29T16:00:00Z');

export interface Living {
  /** A thousand events of people spread over the community, on the last day of the year, from the log to the warehouse. */
  aThousandEvents(): Promise<void>;
  close(): Promise<void>;
}

/** What keeps the warehouse like the log, at work on stores that were filled from numbers alone. */
export async function live(stores: Stores, { contacts, events }: Size): Promise<Living> {
  const { database, warehouse } = stores;
  const actors = Array.from({ length: 1000 }, (_, index) => Math.floor((index * contacts) / 1000) + 50);
  await knowActors(stores, actors);
  for (const [sequence, at] of [['event_id_seq', events * 2], ['identity_id_seq', contacts * 2], ['follow_period_revision', contacts + 1], ['contact_revision', contacts + 1]] as const) {
    await database.system.query('select setval($1::regclass, $2)', [sequence, at]);
  }
  // The copies of people are there; only what changes from now on is to be forwarded.
  await database.system.query(
    `insert into projection_cursor (name, cursor) values ('warehouse_contacts', $1), ('warehouse_follow_periods', $1), ('warehouse-events', $2), ('people', $2) on conflict (name) do nothing`,
    [contacts, events * 2]);
  const log = createLog('error');
  const parts = { sources: platformSources, secrets: createSecrets(randomBytes(32)), erasers: [], exporters: [] };
  const run = <E extends { id: number }>(source: LogSource<E>, projection: Projection<E>): ProjectionRunner => createProjectionRunner({ database, source, projections: [projection], log });
  const runners = [
    run(eventLog, peopleProjection(parts)), run(eventLog, warehouseEvents({ database, warehouse })),
    run(contactChanges, warehouseContacts(warehouse, parts.secrets)), run(followPeriodChanges, warehouseFollowPeriods(warehouse)),
  ];
  for (const runner of runners) await runner.drain();
  return {
    async aThousandEvents() {
      await database.forBrand(BRAND).tx((tx) => appendInTx(tx, BRAND, thousand(actors)));
      for (const runner of runners) await runner.drain();
    },
    async close() {
      for (const runner of runners) await runner.stop();
    },
  };
}

function thousand(actors: readonly number[]): NewEvent[] {
  const types = Object.entries(MIX).flatMap(([type, times]) => Array<keyof typeof MIX>(times).fill(type as keyof typeof MIX));
  return types.map((type, index) => ({
    type, at: new Date(LAST_DAY + index * 60_000), assetId: 'oa', dedupKey: newToken(),
    who: type === 'follow' ? { kind: 'openid', assetId: 'oa', value: `new-${index}` } : actors[index]!,
    props: (type === 'menu.click' ? { menu_key: 'k', menu_category: 'brand' } : type === 'link.clicked' ? { push_id: 'p95' } : {}) satisfies Record<string, string> as Record<string, string>,
  }));
}

/** As PostgreSQL would know them: their openids, and the follows the warehouse says they have. */
async function knowActors({ database, warehouse }: Stores, actors: readonly number[]): Promise<void> {
  const follows = await warehouse.query(
    `select identity_id, event_id, asset_id, toString(followed_at) as followed_at, toString(unfollowed_at) as unfollowed_at, observed = 1 as observed, source_group, revision
       from follow_periods where brand_id = ${BRAND} and identity_id in {actors:Array(UInt64)}`, { params: { actors } });
  await database.system.query(
    `with follow as (select f.*, $2::jsonb->>source_group as subscribe_scene
                       from jsonb_to_recordset($1::jsonb) as f (identity_id bigint, event_id bigint, asset_id text, followed_at timestamp, unfollowed_at timestamp, observed boolean, source_group text, revision bigint)),
     named as (insert into identity (brand_id, id, kind, asset_id, value, contact_id, created_at)
               select ${BRAND}, identity_id, 'openid', asset_id, identity_id::text, identity_id, followed_at at time zone 'UTC' from follow on conflict do nothing),
     followed as (insert into follower (brand_id, identity_id, asset_id, contact_id, subscribed, subscribed_at, unsubscribed_at, subscribe_scene, source_group, wechat_tags)
               select ${BRAND}, identity_id, asset_id, identity_id, unfollowed_at is null, followed_at at time zone 'UTC', unfollowed_at at time zone 'UTC', subscribe_scene, source_group, '{}' from follow on conflict do nothing)
     insert into follow_period (brand_id, identity_id, event_id, asset_id, followed_at, unfollowed_at, observed, subscribe_scene, source_group, revision)
     select ${BRAND}, identity_id, event_id, asset_id, followed_at at time zone 'UTC', unfollowed_at at time zone 'UTC', observed, subscribe_scene, source_group, revision from follow on conflict do nothing`,
    [JSON.stringify(follows), JSON.stringify(Object.fromEntries(Object.entries(defaultSceneGroups).map(([scene, group]) => [group, scene])))]);
  // What they did is in the log, too; of what everybody did there is only the copy.
  const done = await warehouse.query(
    `select event_id, type, contact_id, toString(at) as at, asset_id, menu_category, push_id, variant_id from events where brand_id = ${BRAND} and contact_id in {actors:Array(UInt64)}`, { params: { actors } });
  await database.system.query(
    `insert into event (brand_id, id, type, at, received_at, asset_id, identity_id, dedup_key, props)
     select ${BRAND}, event_id, type, at at time zone 'UTC', at at time zone 'UTC', asset_id, contact_id, gen_random_uuid(), jsonb_strip_nulls(jsonb_build_object('menu_category', nullif(menu_category, ''), 'push_id', nullif(push_id, ''), 'variant_id', nullif(variant_id, '')))
       from jsonb_to_recordset($1::jsonb) as e (event_id bigint, type text, contact_id bigint, at timestamp, asset_id text, menu_category text, push_id text, variant_id text) on conflict do nothing`,
    [JSON.stringify(done)]);
}
