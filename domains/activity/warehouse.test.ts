import { mkdtempSync, rmSync } from 'node:fs';
import { digestId } from '@qingniao/kernel';
import { createProjectionRunner, openWarehouse, type Database, type ProjectionRunner, type Warehouse } from '@qingniao/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog, testDatabase } from '../../packages/storage/testing.ts';
import { type Appender, createAppender } from './append.ts';
import { eraseIdentities, moveIdentities } from './change-identities.ts';
import { resolveIdentity } from './identities.ts';
import { eventLog } from './read-events.ts';
import type { NewEvent } from './types.ts';
import { warehouseEvents, warehouseRow } from './warehouse.ts';

const folder = mkdtempSync('/tmp/qingniao-activity-');
let database: Database;
let warehouse: Warehouse;
let appender: Appender;
let runner: ProjectionRunner;
let closeDatabase: () => Promise<void>;
/** Set to make the next insert into `events` fail, before or after it happened. */
let breakInsert: 'before' | 'after' | null = null;

beforeAll(async () => {
  const opened = await testDatabase();
  ({ database, close: closeDatabase } = opened);
  ({ warehouse } = await openWarehouse({ folder, url: null, log: silentLog }));
  const fragile: Warehouse = {
    ...warehouse,
    async insert(table, rows, token) {
      const broken = table === 'events' ? breakInsert : null;
      if (broken) breakInsert = null;
      if (broken !== 'before') await warehouse.insert(table, rows, token);
      if (broken) throw new Error('the process died here');
    },
  };
  appender = await createAppender({ database, log: silentLog });
  runner = createProjectionRunner({ database, source: eventLog, log: silentLog, projections: [warehouseEvents({ database, warehouse: fragile, pace: 0 })] });
});
afterAll(async () => {
  await runner.stop();
  await appender.close();
  await warehouse.close();
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

let serial = 0;
const openid = (value: string) => ({ kind: 'openid', assetId: 'a', value }) as const;
const click = (who: string | null, props: NewEvent['props'] = {}, at = new Date('2026-03-01T04:00:00.900Z')): NewEvent => ({
  type: 'menu.click', at, assetId: 'a', who: who === null ? null : openid(who), dedupKey: digestId(++serial), props,
});
const content = async () => (await warehouse.query<{ n: number; sum: number }>(
  'select count() as n, sum(cityHash64(*)) % 1000000007 as sum from events'))[0]!;
const logged = async () => (await database.system.query<{ n: number }>('select count(*) as n from event'))[0]!.n;

describe('the warehouse', () => {
  it('holds what is asked often in columns, the rest as JSON', async () => {
    await appender.append(1, [click('li', { menu_key: 'BAGS', article_idx: 2, amount: -500, scene: 'store_1', note: 'x' }), { ...click(null), assetId: null }]);
    await runner.drain();
    const li = await resolveIdentity(database.system, 1, openid('li'));
    expect(await warehouse.query('select brand_id, type, contact_id, at, asset_id, menu_key, article_idx, amount, scene, props from events order by event_id')).toEqual([
      { brand_id: 1, type: 'menu.click', contact_id: li, at: '2026-03-01T04:00:00Z', asset_id: 'a', menu_key: 'BAGS', article_idx: 2, amount: -500,
        scene: 'store_1', props: expect.stringContaining('"note"') },
      expect.objectContaining({ contact_id: 0, asset_id: '', menu_key: '', article_idx: 0, props: '{}' }),
    ]);
  });

  it.each(['before', 'after'] as const)('has every event once when the process dies %s an insert and more events come meanwhile', async (moment) => {
    breakInsert = moment;
    await appender.append(1, Array.from({ length: 30 }, (_, i) => click(`p${i}`)));
    await expect.poll(() => breakInsert).toBeNull();
    await appender.append(1, Array.from({ length: 40 }, (_, i) => click(`q${i}`, {}, new Date('2026-04-02T00:00:00Z'))));
    await runner.drain();
    expect((await content()).n).toBe(await logged());
    expect(await database.system.query('select * from warehouse_batch')).toEqual([]);
  });

  it('has every event once when another process takes over that had not heard of all the dead one sent', async () => {
    await runner.drain();
    await database.system.tx(async (tx) => {
      const [{ cursor }] = await tx.query<{ cursor: number }>(`select cursor from projection_cursor where name = 'warehouse-events' for update`) as [{ cursor: number }];
      await appender.append(1, Array.from({ length: 10 }, (_, i) => click(`t${i}`)));
      const events = await eventLog.read(database.system, cursor, 100);
      const [first, last] = [events[0]!.id, events.at(-1)!.id];
      await database.system.query('insert into warehouse_batch (first_id, last_id) values ($1, $2)', [first, last]);
      await warehouse.insert('events', events.map(warehouseRow), `events-${first}-${last}`);
      const heard = events.slice(0, 4);
      await warehouseEvents({ database, warehouse, pace: 0 }).apply(tx, heard);
      await tx.query(`update projection_cursor set cursor = $1 where name = 'warehouse-events'`, [heard.at(-1)!.id]);
    });
    await appender.append(1, [click('later')]);
    await runner.drain();
    expect((await content()).n).toBe(await logged());
    expect(await database.system.query('select * from warehouse_batch')).toEqual([]);
  });

  it('follows merges and un-merges', async () => {
    const brand = database.forBrand(1);
    const [a, b] = [await resolveIdentity(brand, 1, openid('p1')), await resolveIdentity(brand, 1, openid('p2'))];
    const moved = () => warehouse.query('select contact_id from moved_identities final where brand_id = 1 and identity_id = {b:UInt64}', { params: { b } });
    await brand.tx((tx) => moveIdentities(tx, 1, [b], a));
    await runner.drain();
    expect(await moved()).toEqual([{ contact_id: a }]);
    await brand.tx((tx) => moveIdentities(tx, 1, [b], b));
    await runner.drain();
    expect(await moved()).toEqual([{ contact_id: b }]);
  });

  it('forgets what an erased person said, and keeps that something happened', async () => {
    await appender.append(1, [click('gone', { menu_key: 'SECRET', content: 'my phone' }), click('stays', { menu_key: 'OPEN' })]);
    await runner.drain();
    const brand = database.forBrand(1);
    const gone = await resolveIdentity(brand, 1, openid('gone'));
    await brand.tx((tx) => eraseIdentities(tx, 1, [gone]));
    await runner.drain();
    expect(await warehouse.query('select type, menu_key, props from events where contact_id = {gone:UInt64} order by event_id', { params: { gone } }))
      .toEqual([{ type: 'menu.click', menu_key: '', props: '{}' }, { type: 'identity.erased', menu_key: '', props: '{}' }]);
    expect(await warehouse.query(`select count() as n from events where menu_key = 'OPEN'`)).toEqual([{ n: 1 }]);
    expect((await content()).n).toBe(await logged());
  });

  it('keeps where an erased person belonged, whether it had heard of it before or not', async () => {
    await appender.append(1, [click('early', {}), click('late', {}), click('both', {})]);
    const brand = database.forBrand(1);
    const [early, late, both] = await Promise.all(['early', 'late', 'both'].map((name) => resolveIdentity(brand, 1, openid(name))));
    await brand.tx((tx) => moveIdentities(tx, 1, [early!], both!));
    await runner.drain();
    await brand.tx((tx) => moveIdentities(tx, 1, [late!], both!));
    await brand.tx((tx) => eraseIdentities(tx, 1, [early!, late!]));
    await runner.drain();
    expect(await warehouse.query('select contact_id from moved_identities final where identity_id in {ids:Array(UInt64)}', { params: { ids: [early!, late!] } }))
      .toEqual([{ contact_id: both }, { contact_id: both }]);
  });

  it('comes out the same from a rebuild', async () => {
    const before = await content();
    const moved = await warehouse.query('select * from moved_identities final order by identity_id');
    await runner.rebuild('warehouse-events');
    expect(await content()).toEqual(before);
    expect(before.n).toBe(await logged());
    expect(await warehouse.query('select * from moved_identities final order by identity_id')).toEqual(moved);
  });
});
