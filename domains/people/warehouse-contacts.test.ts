import { appendInTx, contactsOf, eventLog, resolveIdentity, type NewEvent } from '@qingniao/activity';
import { createProjectionRunner, type ProjectionRunner, type Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { testActor } from '@qingniao/access/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordConsent } from './consent.ts';
import { eraseContact } from './erase.ts';
import { mergeContacts, unmerge } from './merge-contacts.ts';
import { setProfile } from './profile.ts';
import { peopleProjection } from './projections.ts';
import { happened, openid, testParts } from './testing.ts';
import { contactChanges, contactsTable, warehouseContacts } from './warehouse-contacts.ts';

const parts = testParts();
let stores: Stores;
let close: () => Promise<void>;
let people: ProjectionRunner;
let copies: ProjectionRunner;

beforeAll(async () => {
  ({ stores, close } = await testStores({ warehouse: true }));
  const { database, warehouse } = stores;
  await warehouse.createTable(contactsTable);
  people = createProjectionRunner({ database, source: eventLog, projections: [peopleProjection(parts)], log: silentLog });
  copies = createProjectionRunner({ database, source: contactChanges, projections: [warehouseContacts(warehouse, parts.secrets)], log: silentLog });
});
afterAll(async () => {
  await people.stop();
  await copies.stop();
  await close();
});

async function settle(): Promise<void> {
  await people.drain();
  await copies.drain();
}

const copied = () => stores.warehouse.query<{ contact_id: number; stage: string; profile: Record<string, string[]>; consents_withdrawn: string[]; tags: string[] }>(
  'select contact_id, stage, subscribed, assets, source_group, profile, consents_withdrawn, tags from contacts final where removed = 0 order by contact_id');

it('the warehouse copy follows people, what they state, merges, un-merges and erasures, and a rebuild gives the same', async () => {
  const db = stores.database.forBrand(1);
  const append = (...events: NewEvent[]) => db.tx((tx) => appendInTx(tx, 1, events));
  const [a, b] = [openid('a', 'oa1'), openid('b', 'oa2')];
  await append(happened('follow', a, 0, { scene: 's1' }), happened('follow', b, 1), happened('card.member_form', b, 2));
  await settle();
  const [aId, bId] = [await resolveIdentity(db, 1, a), await resolveIdentity(db, 1, b)];
  expect(await copied()).toMatchObject([
    { contact_id: aId, stage: 'lead', subscribed: 1, assets: ['oa1'], source_group: 'qr' },
    { contact_id: bId, stage: 'prospect', assets: ['oa2'], source_group: 'unknown' },
  ]);

  await db.tx((tx) => setProfile(tx, 1, bId, { name: 'Bo Secret', phone: '13812341234', city: 'Chengdu', content_interests: ['art', 'craft'] }, { source: 'form', purpose: null, by: null }, parts.secrets));
  await db.tx((tx) => recordConsent(tx, 1, bId, { purpose: 'marketing', given: false, textVersion: '1', channel: 'h5', proof: null, by: 'h5' }));
  const { mergeId } = await db.tx((tx) => mergeContacts(tx, 1, aId, bId, null, 'test', parts.sources));
  await settle();
  const [merged, ...others] = await copied();
  expect(others).toEqual([]);
  expect(merged).toMatchObject({
    contact_id: aId, stage: 'prospect', assets: ['oa1', 'oa2'], consents_withdrawn: ['marketing'],
    profile: { city: ['Chengdu'], content_interests: ['art', 'craft'] },
  });
  expect(JSON.stringify(merged)).not.toMatch(/Secret|1381|v1\./);

  await db.tx((tx) => unmerge(tx, 1, mergeId, 'test', parts.sources));
  await settle();
  expect((await copied()).map((row) => [row.contact_id, row.stage])).toEqual([[aId, 'lead'], [bId, 'prospect']]);

  const before = await copied();
  await people.rebuild();
  await settle();
  await copies.rebuild();
  expect(await copied()).toEqual(before);

  expect((await contactsOf(db, 1, [bId])).get(bId)).toBe(bId);
  await eraseContact(db, bId, { actor: testActor('owner'), brand: db }, parts);
  await settle();
  expect((await copied()).map((row) => row.contact_id)).toEqual([aId]);
  // Not merely hidden by the newer row: gone.
  expect(await stores.warehouse.query(`select 1 from contacts where contact_id = ${bId} and removed = 0`)).toEqual([]);
}, 60_000);
