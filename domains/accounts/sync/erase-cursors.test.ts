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
  for (const [id, openid] of [['a', gone], ['b', stays]]) {
    await db.query(
      `insert into job (brand_id, id, kind, lane, state, input, cursor, created_at) values (1, $1, 'sync', 'bulk', 'done', '{}', $2, now())`,
      [id, JSON.stringify({ after: openid, offset: 0, done: 100 })]);
  }
  const identityId = await resolveIdentity(db, 1, { kind: 'openid', assetId: 'oa', value: gone! });
  const report = await db.tx((tx) => eraseSyncCursors(tx, 1, { contactId: identityId, identityIds: [identityId] }));
  expect(report).toEqual([{ table: 'job', rows: 1 }]);
  expect(await db.query(`select id, cursor->>'after' as after from job where brand_id = 1 order by id`)).toEqual([{ id: 'a', after: null }, { id: 'b', after: stays }]);
});
