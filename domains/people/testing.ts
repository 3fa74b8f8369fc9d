import { randomBytes } from 'node:crypto';
import { createSecrets, digestId } from '@qingniao/kernel';
import { appendInTx, contactsOf, resolveIdentity, type IdentityRef, type LogEvent, type NewEvent } from '@qingniao/activity';
import type { BrandDatabase, Database } from '@qingniao/storage';
import type { PeopleParts } from './parts.ts';
import { peopleProjection } from './projections.ts';
import { platformSources } from './sources.ts';

/** What one part of a test seals another can open. */
export const testSecrets = createSecrets(randomBytes(32));

/** For tests of this room and those above it. */
export const testParts = (more: Partial<PeopleParts> = {}): PeopleParts => ({
  sources: platformSources, secrets: testSecrets, erasers: [], exporters: [], ...more,
});

export const openid = (name: string, assetId = 'oa'): IdentityRef => ({ kind: 'openid', assetId, value: `o${name.padEnd(27, '-')}` });

export const append = (db: BrandDatabase, ...events: NewEvent[]) => db.tx((tx) => appendInTx(tx, db.brandId, events));
export const identityOf = (db: BrandDatabase, ref: IdentityRef): Promise<number> => db.tx((tx) => resolveIdentity(tx, db.brandId, ref));
export async function contactOf(db: BrandDatabase, ref: IdentityRef): Promise<number> {
  const id = await identityOf(db, ref);
  return (await contactsOf(db, db.brandId, [id])).get(id)!;
}

let serial = 0;

/** An event of one account, `minutes` after a fixed morning. */
export function happened(type: NewEvent['type'], who: IdentityRef | number, minutes: number, props: NewEvent['props'] = {}, more: Partial<NewEvent> = {}): NewEvent {
  const assetId = typeof who === 'object' ? who.assetId : null;
  return { type, at: new Date(Date.UTC(2026, 2, 1, 1, minutes)), assetId, who, dedupKey: digestId('test', serial++), props, ...more };
}

/**
 * Runs the people projection to the end of the log as the runner does: cursor and effect together,
 * in batches of `batch` events.
 */
export async function project(database: Database, parts: PeopleParts, batch = 1000): Promise<void> {
  const projection = peopleProjection(parts);
  for (let more = true; more;) {
    more = await database.system.tx(async (tx) => {
      await tx.query(`insert into projection_cursor (name) values ('people') on conflict do nothing`);
      const events = await tx.query<LogEvent & Record<string, unknown>>(
        `select id, brand_id "brandId", type, at, received_at "receivedAt", asset_id "assetId", identity_id "identityId", props
           from event where id > (select cursor from projection_cursor where name = 'people' for update) order by id limit $1`,
        [batch],
      );
      if (events.length === 0) return false;
      await projection.apply(tx, events);
      await tx.query(`update projection_cursor set cursor = $1 where name = 'people'`, [events.at(-1)!.id]);
      return true;
    });
  }
}

/** Forgets everything derived and replays the log. */
export async function rebuild(database: Database, parts: PeopleParts, batch?: number): Promise<void> {
  await database.system.tx(async (tx) => {
    await peopleProjection(parts).reset(tx);
    await tx.query(`update projection_cursor set cursor = 0, rebuilt_to = cursor where name = 'people'`);
  });
  await project(database, parts, batch);
}

const DERIVED = {
  contact: 'brand_id, id', contact_tag: 'brand_id, tag_id, contact_id', follower: 'brand_id, identity_id', follow_period: 'brand_id, identity_id, event_id', stage_move: 'brand_id, contact_id, event_id',
};

/** Every derived row, for comparing; revisions grow and are left out. */
export async function derivedRows(database: Database): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const [table, order] of Object.entries(DERIVED)) {
    rows[table] = (await database.system.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - 'revision' as row from ${table} t order by ${order}`)).map(({ row }) => row);
  }
  return rows;
}
