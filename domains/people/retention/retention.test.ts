import { verifyChain, brandChain } from '@qingniao/access';
import { testActor } from '@qingniao/access/testing';
import { eventLog, warehouseEvents } from '@qingniao/activity';
import { createProjectionRunner, type BrandDatabase, type Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeRightsRequest, openRightsRequest } from '../erase.ts';
import { append, contactOf, happened, openid, project, testParts } from '../testing.ts';
import { startRetention } from './forget.ts';
import { changeRetention, cutoff, RETENTION, retentionOf } from './retention.ts';

let stores: Stores;
let close: () => Promise<void>;
let stop: () => void;
const parts = testParts();
const DAY = 24 * 3_600_000;

beforeAll(async () => {
  ({ stores, close } = await testStores({ warehouse: true }));
  stop = startRetention(stores, parts, silentLog);
});
afterAll(async () => {
  stop();
  await close();
});

const by = (db: BrandDatabase) => ({ actor: testActor('owner'), brand: { brandId: db.brandId } });
/** The brand's night has come. */
const night = async (db: BrandDatabase) => {
  await db.tx((tx) => stores.timers.set(tx, { brandId: db.brandId, name: RETENTION, key: '', dueAt: new Date(), payload: null }));
  await stores.timers.runDue();
  await stores.jobs.idle();
};
const receivedAt = (db: BrandDatabase, text: string, at: Date) =>
  db.query(`update event set received_at = $3 where brand_id = $1 and props ->> 'note' = $2`, [db.brandId, text, at]);

it('forgets what people said when it is older than the brand keeps it, in both stores alike, and nothing else', async () => {
  const db = stores.database.forBrand(1);
  const li = openid('li');
  await append(
    db,
    happened('follow', li, 0, { note: 'old', scene: 'store_1' }),
    happened('message.text', li, 1, { note: 'old', content: '预约周六', msg_data_id: '7', article_idx: 2 }),
    happened('menu.location', li, 2, { note: 'old', menu_key: 'STORES', menu_category: 'crm', label: '南京西路', latitude: 31.23 }),
    happened('unknown', li, 3, { note: 'last', kind: 'event', name: 'new_thing', raw: { who: 'knows' } }),
    happened('message.text', li, 4, { note: 'young', content: '谢谢' }),
  );
  const edge = cutoff(13);
  await receivedAt(db, 'old', new Date(edge.getTime() - 30 * DAY));
  await receivedAt(db, 'last', new Date(edge.getTime() - 1000));
  await receivedAt(db, 'young', edge);
  await project(stores.database, parts);
  const forwarder = createProjectionRunner({ database: stores.database, source: eventLog, log: silentLog, projections: [warehouseEvents({ ...stores, pace: 0 })] });
  await forwarder.drain();
  const revision = async () => (await db.query<{ revision: number }>('select revision from contact where brand_id = $1', [1]))[0]!.revision;
  const before = await revision();

  // Saying how long also plans the night.
  await changeRetention(db, stores.timers, by(db), { wordsMonths: 13, leaversMonths: null });
  await night(db);

  const kept = [
    { note: 'old', scene: 'store_1' },
    { msg_data_id: '7', article_idx: 2 },
    { menu_key: 'STORES', menu_category: 'crm' },
    { kind: 'event', name: 'new_thing' },
    { note: 'young', content: '谢谢' },
  ];
  expect((await db.query<{ props: unknown }>('select props from event where brand_id = $1 order by id', [1])).map(({ props }) => props)).toEqual(kept);
  const copies = await stores.warehouse.query<{ props: string; menu_key: string }>('select props, menu_key from events where brand_id = 1 order by event_id');
  expect(copies.map(({ props }) => JSON.parse(props) as unknown)).toEqual(kept);
  expect(copies[2]!.menu_key).toBe('STORES');
  // Segments may have asked for the words: whose they were is judged anew.
  expect(await revision()).toBeGreaterThan(before);
  const lines = await db.query('select action, after from audit_entry where brand_id = $1 order by seq', [1]);
  expect(lines).toEqual([
    { action: 'retention.changed', after: { wordsMonths: 13, leaversMonths: null } },
    { action: 'retention.applied', after: { words: 3, people: 0 } },
  ]);
  expect(await db.tx((tx) => verifyChain(tx, brandChain, 1))).toMatchObject({ whole: true, entries: 2 });

  // The next night finds nothing and says nothing; the youngest word has its own night to come.
  await night(db);
  expect(await db.query('select 1 from audit_entry where brand_id = $1', [1])).toHaveLength(2);
  expect(await db.query('select 1 from timer where brand_id = $1', [1])).toHaveLength(1);
  await forwarder.stop();
});

it('erases who left long ago, and nobody who stayed, came back, bought, is known otherwise, or waits for an answer', async () => {
  const db = stores.database.forBrand(2);
  const edge = cutoff(6).getTime();
  const seen = (type: 'follow' | 'unfollow' | 'order.paid' | 'contact.imported', name: string, offset: number) =>
    happened(type, openid(name), 0, type === 'order.paid' ? { order_id: name } : {}, { at: new Date(edge + offset) });
  await append(
    db,
    ...['gone', 'edge', 'client', 'stays', 'back', 'member', 'asks'].map((name) => seen('follow', name, -30 * DAY)),
    seen('order.paid', 'client', -20 * DAY),
    ...['gone', 'client', 'back', 'member', 'asks'].map((name) => seen('unfollow', name, -1000)),
    seen('unfollow', 'edge', 0),
    seen('follow', 'back', -500),
  );
  await project(stores.database, parts);
  const ids = new Map<string, number>();
  for (const name of ['gone', 'edge', 'client', 'stays', 'back', 'member', 'asks']) ids.set(name, await contactOf(db, openid(name)));
  await db.query(`insert into identity (brand_id, kind, value, contact_id, created_at) values (2, 'member_no', 'M1', $1, now())`, [ids.get('member')]);
  const request = await db.tx((tx) => openRightsRequest(tx, 2, ids.get('asks')!, 'access'));

  await changeRetention(db, stores.timers, by(db), { wordsMonths: null, leaversMonths: 6 });
  // While contacts are derived anew nobody knows who bought: the next night looks again.
  await stores.database.system.query(`update projection_cursor set rebuilt_to = cursor, cursor = 0 where name = 'people'`);
  await night(db);
  expect(await db.query('select 1 from erased_identity where brand_id = $1', [2])).toEqual([]);
  const [next] = await db.query<{ dueAt: Date }>('select due_at as "dueAt" from timer where brand_id = $1 and name = $2', [2, RETENTION]);
  expect(next!.dueAt.getTime() - Date.now()).toBeLessThan(2 * DAY);
  await stores.database.system.query(`update projection_cursor set cursor = rebuilt_to where name = 'people'`);
  await night(db);

  const erased = await db.query<{ id: number; reason: string }>('select identity_id as id, reason from erased_identity where brand_id = $1', [2]);
  expect(erased).toEqual([{ id: ids.get('gone'), reason: 'retention' }]);
  const lines = await db.query('select action, subject, after from audit_entry where brand_id = $1 and actor_id = $2 order by seq', [2, 'retention']);
  expect(lines).toEqual([
    { action: 'contact.erased', subject: `contact:${ids.get('gone')}`, after: { reason: 'retention' } },
    { action: 'retention.applied', subject: 'brand:2', after: { words: 0, people: 1 } },
  ]);

  // Answered, they are looked for again the next night.
  await db.tx((tx) => closeRightsRequest(tx, 2, request.id, 'somebody'));
  await night(db);
  expect(await db.query('select identity_id as id from erased_identity where brand_id = $1 order by at desc limit 1', [2])).toEqual([{ id: ids.get('asks') }]);
});

it('keeps words for thirteen months and people until they ask, where a brand has said nothing', async () => {
  expect(await retentionOf(stores.database.forBrand(3), 3)).toEqual({ wordsMonths: 13, leaversMonths: null, forgottenTo: 0 });
});
