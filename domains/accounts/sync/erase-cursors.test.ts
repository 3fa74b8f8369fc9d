import { resolveIdentity } from '@qingniao/activity';
import type { Database } from '@qingniao/storage';
import { testDatabase } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eraseSyncCursors } from './erase-cursors.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => ({ database, close } = await testDatabase()));
afterAll(() => close());

it('forgets the place a synchronisation stopped at when it is the erased person, and no other', async () => {
  const db = database.forBrand(1);
  const [gone, stays] = ['oGone00000000000000000000001', 'oStay00000000000000000000001'];
  const place = (after: string) => ({ after, offset: 0, done: 100 });
  const addJob = (id: string, input: object, cursor: object | null) => db.query(
    `insert into job (brand_id, id, kind, lane, state, input, cursor, created_at) values (1, $1, 'sync', 'bulk', 'done', $2, $3, now())`,
    [id, JSON.stringify(input), cursor && JSON.stringify(cursor)]);
  for (const [name, openid] of [['gone', gone], ['stays', stays]] as const) {
    await addJob(`cursor-${name}`, { assetId: 'oa' }, place(openid));
    await addJob(`from-${name}`, { assetId: 'oa', from: place(openid) }, null);
    await db.query(`insert into timer (brand_id, name, key, due_at, payload) values (1, 'accounts.resume', $1, now(), $2)`, [name, JSON.stringify({ assetId: 'oa', from: place(openid) })]);
  }
  const identityId = await resolveIdentity(db, 1, { kind: 'openid', assetId: 'oa', value: gone });
  await db.query(`insert into follower_pending (brand_id, event_id, asset_id, identity_id, attempts, not_before) values (1, 1, 'oa', $1, 0, now())`, [identityId]);

  const report = await db.tx((tx) => eraseSyncCursors(tx, 1, { contactId: identityId, identityIds: [identityId] }));
  expect(report).toEqual([{ table: 'job', rows: 2 }, { table: 'timer', rows: 1 }, { table: 'follower_pending', rows: 1 }]);
  const everything = JSON.stringify([await db.query('select * from job where brand_id = 1'), await db.query('select * from timer where brand_id = 1')]);
  expect(everything).not.toContain(gone);
  expect(everything.split(stays)).toHaveLength(4);
  expect(everything.split('"assetId":"oa"')).toHaveLength(7);
});
