import { eventLog } from '@qingniao/activity';
import { createProjectionRunner, type BrandDatabase, type ProjectionRunner, type Row, type Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { testActor } from '@qingniao/access/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eraseContact } from './erase.ts';
import { mergeContacts, unmerge } from './merge-contacts.ts';
import { peopleProjection } from './projections.ts';
import { resourceFollows } from './resource-follows.ts';
import type { SourceResolver } from './sources.ts';
import { append, contactOf, happened, openid, testParts } from './testing.ts';
import { followPeriodChanges, followPeriodsTable, pastFollowPeriodsTable, warehouseFollowPeriods } from './warehouse-follow-periods.ts';

/** The mapping of today: scenes of this name are a channel. */
let channel = 'kol-0';
const sources: SourceResolver = async (_tx, _brand, facts) =>
  facts.map((one) => (one.qrScene === channel ? { group: 'ads', channelId: channel } : { group: 'qr', channelId: null }));
const parts = testParts({ sources });
let stores: Stores;
let close: () => Promise<void>;
let people: ProjectionRunner;
let copies: ProjectionRunner;
let nextBrand = 1;

beforeAll(async () => {
  ({ stores, close } = await testStores({ warehouse: true }));
  const { database, warehouse } = stores;
  for (const table of [followPeriodsTable, pastFollowPeriodsTable]) await warehouse.createTable(table);
  people = createProjectionRunner({ database, source: eventLog, projections: [peopleProjection(parts)], log: silentLog });
  // Small batches, so that what one transaction changed comes in several.
  copies = createProjectionRunner({ database, source: followPeriodChanges, projections: [{ ...warehouseFollowPeriods(warehouse), batch: 3 }], log: silentLog });
});
afterAll(async () => {
  await people.stop();
  await copies.stop();
  await close();
});

const newBrand = (): BrandDatabase => stores.database.forBrand(nextBrand++);
const erase = (db: BrandDatabase, contactId: number) => eraseContact(db, contactId, { actor: testActor('owner'), brand: db }, parts);
const changeMapping = (db: BrandDatabase, scene: string) => {
  channel = scene;
  return db.tx((tx) => resourceFollows(tx, db.brandId, sources));
};

const copied = () => stores.warehouse.query('select * from follow_periods final order by brand_id, identity_id, event_id');
const kept = async (): Promise<Row[]> => {
  const rows = await stores.database.system.query<Row & { followed_at: Date; unfollowed_at: Date | null }>(
    `select brand_id, identity_id, event_id, asset_id, followed_at, unfollowed_at, observed::int as observed, source_group,
            coalesce(channel_id, '') as channel_id, revision from follow_period order by brand_id, identity_id, event_id`);
  return rows.map((row) => ({ ...row, followed_at: second(row.followed_at), unfollowed_at: row.unfollowed_at && second(row.unfollowed_at) }));
};
const second = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

async function expectEqual(): Promise<void> {
  await people.drain();
  await copies.drain();
  expect(await copied()).toEqual(await kept());
}

it('is PostgreSQL row by row, whatever happened to follows and in whatever order it was forwarded', async () => {
  const who = fc.nat(3);
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('follow', 'unfollow', 'sync'), who, scene: fc.nat(2) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('people', 'copies', 'mapping'), who, scene: fc.nat(2) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('merge', 'unmerge', 'erase', 'rebuild'), who, scene: fc.nat(2) }) },
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
    const db = newBrand();
    const merges: string[] = [];
    for (const [minute, { kind, who: index, scene }] of steps.entries()) {
      const ref = openid(`p${index}`, `oa${index % 2}`);
      const props = { subscribed: scene > 0, qr_scene: `kol-${scene}`, subscribe_scene: 'ADD_SCENE_QR_CODE' };
      // Half a second later: the copy keeps whole seconds.
      const at = new Date(Date.UTC(2026, 2, 1, 1, minute, 0, 500));
      if (kind === 'follow') await append(db, happened('follow', ref, minute, { scene: `kol-${scene}` }, { at }));
      if (kind === 'unfollow') await append(db, happened('unfollow', ref, minute, {}, { at }));
      if (kind === 'sync') await append(db, happened('contact.synced', ref, minute, props, { at }));
      if (kind === 'people') await people.drain();
      if (kind === 'copies') await copies.drain();
      if (kind === 'mapping') await changeMapping(db, `kol-${scene}`);
      if (kind === 'rebuild') await people.rebuild();
      if (kind === 'erase') await erase(db, await contactOf(db, ref));
      if (kind === 'merge') {
        const [a, b] = [await contactOf(db, ref), await contactOf(db, openid('p0', 'oa0'))];
        if (a !== b) merges.push((await db.tx((tx) => mergeContacts(tx, db.brandId, a, b, null, 'test', sources))).mergeId);
      }
      if (kind === 'unmerge') for (const id of merges.splice(0, 1)) await db.tx((tx) => unmerge(tx, db.brandId, id, 'test', sources));
    }
    await expectEqual();
  }), { numRuns: 10 });
  expect((await copied()).length).toBeGreaterThan(20);
}, 180_000);

it('moves a revision only when the follow changes', async () => {
  const db = newBrand();
  const [a, b] = [openid('same', 'oa0'), openid('other', 'oa1')];
  await append(db, happened('follow', a, 0, { scene: 'kol-9' }), happened('follow', b, 1), happened('unfollow', b, 2));
  await expectEqual();
  const revisions = async () => (await kept()).filter((row) => row['brand_id'] === db.brandId).map((row) => row['revision'] as number);
  const before = await revisions();
  const { mergeId } = await db.tx(async (tx) => mergeContacts(tx, db.brandId, await contactOf(db, a), await contactOf(db, b), null, 'test', sources));
  await db.tx((tx) => unmerge(tx, db.brandId, mergeId, 'test', sources));
  await append(db, happened('contact.synced', a, 5, { subscribed: true, qr_scene: 'kol-9', subscribe_time: Date.UTC(2026, 2, 1, 1, 0) / 1000 }));
  await expectEqual();
  expect(await revisions()).toEqual(before);

  expect(await changeMapping(db, 'kol-9')).toBe(1);
  expect(await changeMapping(db, 'kol-9')).toBe(0);
  const [ofA, ofB] = await revisions();
  expect([ofA! > before[0]!, ofB]).toEqual([true, before[1]]);
  await expectEqual();
});

it('a batch sent twice because its end was never noted changes nothing, not even what changed in between', async () => {
  const { database, warehouse } = stores;
  const db = newBrand();
  const [stays, leaves, goes] = [openid('stays'), openid('leaves'), openid('goes')];
  await append(db, happened('follow', stays, 0), happened('follow', leaves, 1), happened('contact.synced', goes, 2, { subscribed: true }));
  await people.drain();
  const [cursor] = await copies.lag();
  const sent = await followPeriodChanges.read(database.system, cursor!.cursor, 5000);
  await database.system.tx((tx) => warehouseFollowPeriods(warehouse).apply(tx, sent));
  await append(db, happened('unfollow', leaves, 5));
  await people.drain();
  await erase(db, await contactOf(db, goes));
  await expectEqual();
  const ends = (await copied()).filter((row) => row['brand_id'] === db.brandId).map((row) => row['unfollowed_at']);
  expect(ends.sort()).toEqual(['2026-03-01T01:05:00Z', null]);
});

it('of an erased person no older row stays, nor a follow that only a synchronisation had told of', async () => {
  const db = newBrand();
  const who = openid('erased');
  await append(db, happened('follow', who, 0, { scene: 'store-7' }), happened('unfollow', who, 10),
    happened('contact.synced', who, 20, { subscribed: true, qr_scene: 'store-7' }));
  await expectEqual();
  await changeMapping(db, 'store-7');
  await expectEqual();
  const all = () => stores.warehouse.query('select observed, channel_id from follow_periods where brand_id = {brand:UInt32} order by event_id', { params: { brand: db.brandId } });
  expect(await all()).toContainEqual({ observed: 0, channel_id: 'store-7' });

  await erase(db, await contactOf(db, who));
  await expectEqual();
  // Without FINAL: not merely hidden by newer rows.
  expect(await all()).toEqual([{ observed: 1, channel_id: '' }]);

  const before = await copied();
  await people.rebuild();
  await copies.rebuild();
  const plain = (rows: Row[]) => rows.map(({ revision: _revision, ...row }) => row);
  expect(plain(await copied()).filter((row) => row['brand_id'] === db.brandId)).toEqual(plain(before).filter((row) => row['brand_id'] === db.brandId));
  await expectEqual();
});

it('what went before a rebuild goes from the copy after it', async () => {
  const db = newBrand();
  const who = openid('went');
  await append(db, happened('contact.synced', who, 0, { subscribed: true }));
  await expectEqual();
  await erase(db, await contactOf(db, who));
  await people.rebuild();
  await expectEqual();
});
