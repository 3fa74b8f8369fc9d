import { join } from 'node:path';
import { migrate, readMigrations } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { expect, it } from 'vitest';

/** The last migration before pushes had variants. */
const BEFORE = '0006_contact_erased';

it('pushes of before keep their audience, calls and tags: each becomes its only variant', async () => {
  const { stores, close } = await testStores();
  try {
    const { database } = stores;
    await database.system.query('drop schema public cascade');
    await database.system.query('create schema public');
    const tx = database.system;
    const migrations = readMigrations(join(import.meta.dirname, '../../migrations'));
    await migrate(database, migrations.slice(0, migrations.findIndex(({ tag }) => tag === BEFORE) + 1));
    await tx.query(
      `insert into push (brand_id, id, asset_id, title, state, audience, segmented, frozen_count, created_at)
       values (1, 'list', 'oa', 'L', 'sent', '{"kind":"everyone"}', false, 12001, now()), (1, 'tag', 'oa', 'T', 'sent', '{"kind":"tag","tagId":7}', true, 2, now())`);
    await tx.query(
      `insert into push_call (brand_id, push_id, number, route, client_msg_id, planned, state)
       values (1, 'list', 1, 'send', 'l1', 10000, 'accepted'), (1, 'list', 2, 'send', 'l2', 2001, 'accepted'), (1, 'tag', 1, 'sendall', 't1', 2, 'accepted')`);
    await tx.query(`insert into push_article (brand_id, push_id, position, title, author, digest, content, elements) values (1, 'tag', 1, 'A', '', '', '<p>', '{}')`);
    await tx.query(`insert into push_recipient (brand_id, push_id, identity_id, call) select 1, 'list', id, case when id <= 10000 then 1 else 2 end from generate_series(1, 12001) id`);
    await tx.query(`insert into push_recipient (brand_id, push_id, identity_id, call) values (1, 'tag', 5, 1), (1, 'tag', 6, 1)`);
    await migrate(database, migrations);

    const recipients = await tx.query(
      'select push_id, call, variant, count(*)::int as people, count(distinct identity_id)::int as different, min(identity_id)::int as first, max(identity_id)::int as last from push_recipient group by 1, 2, 3 order by 1, 2');
    expect(recipients).toEqual([
      { push_id: 'list', call: 1, variant: 1, people: 10000, different: 10000, first: 1, last: 10000 },
      { push_id: 'list', call: 2, variant: 1, people: 2001, different: 2001, first: 10001, last: 12001 },
      { push_id: 'tag', call: 1, variant: 1, people: 2, different: 2, first: 5, last: 6 },
    ]);
    expect(await tx.query('select push_id, number, segment_id, arm, share, frozen_count from push_variant order by push_id')).toEqual([
      { push_id: 'list', number: 1, segment_id: null, arm: '', share: 1, frozen_count: 12001 }, { push_id: 'tag', number: 1, segment_id: null, arm: '', share: 1, frozen_count: 2 },
    ]);
    expect(await tx.query('select push_id, tag_id from push_call where route = \'sendall\'')).toEqual([{ push_id: 'tag', tag_id: 7 }]);
    expect(await tx.query('select variant from push_article')).toEqual([{ variant: 1 }]);
  } finally {
    await close();
  }
});
