import { testApp } from '@qingniao/access/testing';
import { append, happened, openid, project, testParts } from '@qingniao/people/testing';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Audience } from './open.ts';
import { audienceRoutes } from './routes.ts';
import { forward, makeWarehouseTables, settleAudience, testAudience } from './testing.ts';
import { createWriteBack } from './write-back/write-back.ts';

let stores: Stores;
let close: () => Promise<void>;
let closeApp: () => Promise<void>;
let call: Awaited<ReturnType<typeof testApp>>['call'];
let audience: Audience;
const parts = testParts();

beforeAll(async () => {
  ({ stores, close } = await testStores({ warehouse: true }));
  await makeWarehouseTables(stores);
  audience = testAudience(stores);
  const wechatTagsOf = () => Promise.reject(new Error('nobody is tagged here'));
  const deps = {
    warehouse: stores.warehouse, jobs: stores.jobs, secrets: parts.secrets, writeBack: createWriteBack({ stores, wechatTagsOf }),
    pushTitles: async () => new Map<string, string>(),
  };
  ({ call, close: closeApp } = await testApp(stores.database, (app) => app.register(audienceRoutes, { ...deps, prefix: '/api/brands/:brandId' })));
}, 60_000);
afterAll(async () => {
  await closeApp();
  await audience.close();
  await close();
});

const minutes = (n: number) => ({ at: new Date(Date.now() - n * 60_000) });
const name = (index: number) => `p${index}`;

/** `size` followers; the first `tapped` of them tapped the menu twice an hour ago, the next one once. */
async function community(brandId: number, size: number, tapped: number): Promise<BrandDatabase> {
  const db = stores.database.forBrand(brandId);
  await append(db, ...Array.from({ length: size }, (_, index) => happened('follow', openid(name(index)), 0, {}, minutes(600))));
  const taps = [...Array.from({ length: tapped }, (_, index) => index), ...Array.from({ length: tapped + 1 }, (_, index) => index)];
  await append(db, ...taps.map((index, at) => happened('menu.click', openid(name(index)), 0, { menu_key: 'SHOW' }, minutes(60 - at / 100))));
  await settle();
  return db;
}

async function settle(): Promise<void> {
  await project(stores.database, parts);
  await forward(stores);
  await settleAudience(audience);
}

const tapping = (n: number) => ({
  version: 1,
  root: { type: 'event', event: { types: ['menu.click'] }, period: { type: 'last', n: 30, unit: 'day' }, count: { op: 'at_least', n } },
});

it('goes from a rule to members, reasons and a file, and every change is in the audit log', async () => {
  const db = await community(1, 20, 12);
  const base = '/api/brands/1/segments';
  const preview = await call('analyst', 'POST', `${base}/preview`, { rule: tapping(2), sample: 3, stages: true });
  expect(preview.body).toMatchObject({ count: 12, of: 20, stages: { prospect: expect.any(Number) }, sentence: { en: 'People who tapped the menu at least twice in the last 30 days.' } });
  expect(Object.values(preview.body.stages as Record<string, number>).reduce((sum, people) => sum + people, 0)).toBe(12);
  expect(preview.body.sample).toHaveLength(3);
  expect((await call('viewer', 'GET', `${base}/rule-schema`)).body).toMatchObject({ $id: expect.stringContaining('segment-rule-1'), properties: { version: { const: 1 } } });
  const wrong = await call('analyst', 'POST', `${base}/preview`, { rule: { version: 1, root: { type: 'any', nodes: [{ type: 'stage', stages: ['emperor'] }] } } });
  expect([wrong.status, wrong.body.error.code, wrong.body.error.field]).toEqual([422, 'invalid_rule', expect.stringMatching(/^root\.nodes\.0/)]);

  const made = await call('marketer', 'POST', base, { name: ' Menu ', rule: tapping(2) });
  expect(made.body).toMatchObject({ name: 'Menu', state: 'draft', size: null, job: null });
  const url = `${base}/${made.body.id}`;
  expect((await call('analyst', 'POST', `${url}/publish`)).status).toBe(403);
  expect((await call('marketer', 'POST', `${url}/publish`)).status).toBe(202);
  await stores.jobs.idle();
  expect((await call('viewer', 'GET', url)).body).toMatchObject({ state: 'live', size: 12, liveVersion: 1, job: null });
  // There is nothing to stop any more, and no line that says so.
  expect((await call('marketer', 'DELETE', `${url}/publish`)).status).toBe(204);
  await db.query(`update job set state = 'failed', last_error = '{"zh": "仓库不可用。", "en": "The warehouse is away."}' where brand_id = 1 and key = $1`, [made.body.id]);
  expect((await call('viewer', 'GET', url)).body.job).toMatchObject({ state: 'failed', lastError: { en: 'The warehouse is away.' } });

  const first = await call('analyst', 'GET', `${url}/members?limit=7`);
  const rest = await call('analyst', 'GET', `${url}/members?limit=7&cursor=${first.body.nextCursor}`);
  const ids: number[] = [...first.body.items, ...rest.body.items].map(({ id }: { id: number }) => id);
  expect([new Set(ids).size, rest.body.nextCursor]).toEqual([12, null]);

  const inside = await call('analyst', 'GET', `${url}/why/${ids[0]}`);
  expect(inside.body).toMatchObject({ member: true, enteredAt: expect.any(String), reason: { holds: true, count: 2, text: { en: 'Tapped the menu at least twice in the last 30 days' } } });
  const [outsider] = await db.query<{ id: number }>('select id from contact where brand_id = 1 and not id = any ($1) order by id limit 1', [ids]);
  expect((await call('analyst', 'GET', `${url}/why/${outsider!.id}`)).body).toMatchObject({ member: false, enteredAt: null, reason: { holds: false, count: 1 } });
  expect((await call('analyst', 'GET', `/api/brands/1/contacts/${ids[0]}/segments`)).body.items).toMatchObject([{ id: made.body.id, name: 'Menu' }]);
  expect((await call('analyst', 'GET', `/api/brands/2/segments/${made.body.id}/members`)).status).toBe(404);

  expect((await call('viewer', 'GET', `${base}?ids=${made.body.id}&ids=nowhere`)).body.items).toMatchObject([{ id: made.body.id, name: 'Menu' }]);

  const nested = await call('marketer', 'POST', base, {
    name: 'Nested', rule: { version: 1, root: { type: 'all', nodes: [{ type: 'segment', segmentId: made.body.id }, { type: 'source', groups: ['unknown'] }] } },
  });
  const both = (await call('analyst', 'GET', `${base}/${nested.body.id}/why/${ids[0]}`)).body.reason;
  expect(both.reasons).toMatchObject([
    { text: { en: 'Are in the segment “Menu”' }, holds: true, found: null, reasons: [{ count: 2, text: { en: 'Tapped the menu at least twice in the last 30 days' } }] },
    { text: { en: 'Last came from unknown' }, holds: true, found: [{ zh: '未知', en: 'Unknown' }] },
  ]);
  await call('marketer', 'POST', `${base}/${nested.body.id}/archive`);

  const csv = await call('marketer', 'GET', `${url}/export`);
  expect(csv.body.trim().split('\n')).toHaveLength(13);
  expect(csv.body).not.toContain(openid(name(0)).value);
  expect((await call('analyst', 'GET', `${url}/export`)).status).toBe(403);

  const copy = await call('marketer', 'POST', `${url}/duplicate`, { name: 'Menu II' });
  expect(copy.body).toMatchObject({ name: 'Menu II', state: 'draft', rule: tapping(2) });
  await call('marketer', 'PATCH', url, { rule: tapping(1) });
  expect((await call('viewer', 'GET', url)).body).toMatchObject({ version: 2, liveVersion: 1, size: 12 });
  expect((await call('marketer', 'POST', `${url}/archive`)).body).toMatchObject({ state: 'archived', size: null });
  const lines = await db.query<{ action: string; after: unknown }>('select action, after from audit_entry where brand_id = 1 order by seq');
  expect(lines.map(({ action }) => action)).toEqual(['segment.created', 'segment.published', 'segment.created', 'segment.archived', 'segment.exported', 'segment.created', 'segment.changed', 'segment.archived']);
  expect(lines[4]!.after).toEqual({ name: 'Menu', count: 12 });
});

it('head office sees no count under ten, nor one that tells of the others, and may ask nothing', async () => {
  await community(2, 30, 12);
  const base = '/api/brands/2/segments';
  const publish = async (label: string, rule: object) => {
    const { body: { id } } = await call('marketer', 'POST', base, { name: label, rule });
    await call('marketer', 'POST', `${base}/${id}/publish`);
    await stores.jobs.idle();
    return id as string;
  };
  const enough = await publish('Enough', tapping(2));
  const few = await publish('Few', { version: 1, root: { type: 'all', nodes: [tapping(1).root, { type: 'not', node: tapping(2).root }] } });
  const nearlyAll = await publish('Nearly all', { version: 1, root: { type: 'not', node: { type: 'all', nodes: [tapping(1).root, { type: 'not', node: tapping(2).root }] } } });
  const sizes = async (role: 'head_office' | 'viewer') => {
    const { body } = await call(role, 'GET', base);
    return new Map(body.items.map((one: { id: string; size: number | null; suppressed?: string; trend: number[] }) => [one.id, [one.size, one.suppressed, one.trend.length > 0]]));
  };
  expect(await sizes('viewer')).toEqual(new Map([[enough, [12, undefined, true]], [few, [1, undefined, true]], [nearlyAll, [29, undefined, true]]]));
  expect(await sizes('head_office')).toEqual(new Map([[enough, [10, undefined, false]], [few, [null, 'small', false]], [nearlyAll, [null, 'complement', false]]]));
  expect(Object.values((await call('head_office', 'GET', `${base}/${few}/stages`)).body)).not.toContain(1);
  // Its progress counts the people it wrote.
  await stores.database.forBrand(2).query(`update job set state = 'running', done = 1, total = 1 where brand_id = 2 and key = $1`, [few]);
  expect((await call('viewer', 'GET', `${base}/${few}`)).body.job).toMatchObject({ done: 1, total: 1 });
  expect((await call('head_office', 'GET', `${base}/${few}`)).body.job).toMatchObject({ state: 'running', done: 0, total: null });
  await stores.database.forBrand(2).query(`update job set state = 'done' where brand_id = 2 and key = $1`, [few]);
  // Today is no end of a month.
  expect((await call('head_office', 'GET', `${base}/${enough}/history`)).body.items).toEqual([]);
  expect((await call('viewer', 'GET', `${base}/${enough}/history`)).body.items).toMatchObject([{ size: 12 }]);
  const denied = await Promise.all([
    call('head_office', 'POST', `${base}/preview`, { rule: tapping(1) }), call('head_office', 'GET', `${base}/${few}/members`),
    call('head_office', 'GET', `${base}/${few}/overlaps`), call('head_office', 'GET', `${base}/${few}/export`),
  ]);
  expect(denied.map(({ status }) => status)).toEqual([403, 403, 403, 403]);

  const overlaps = await call('analyst', 'GET', `${base}/${enough}/overlaps`);
  expect(overlaps.body.items).toEqual([{ segmentId: nearlyAll, name: 'Nearly all', both: 12, size: 29 }]);
});
