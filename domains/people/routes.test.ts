import { rowByRow, testApp } from '@qingniao/access/testing';
import { appendInTx, resolveIdentity } from '@qingniao/activity';
import type { BrandDatabase, Database, Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { WechatError } from '@qingniao/wechat';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { peopleRoutes } from './routes.ts';
import { platformSources } from './sources.ts';
import { append, happened, openid, project, testParts } from './testing.ts';

let stores: Stores;
let database: Database;
let close: () => Promise<void>;
let call: Awaited<ReturnType<typeof testApp>>['call'];
let closeApp: () => Promise<void>;
/** Each code is a channel of its own. */
const parts = testParts({ sources: async (tx, brandId, facts) => (await platformSources(tx, brandId, facts)).map((one, index) => ({ ...one, channelId: facts[index]!.qrScene })) });
const channelNames = async (_db: unknown, _brandId: number, ids: readonly string[]) => new Map(ids.map((id) => [id, `Store ${id}`]));
/** WeChat's tag calls as this file's one account answers them. */
const refused = new WechatError(45157, 'invalid tag name rid: 5f3a8f2c-0a1b2c3d-4e5f6a7b', '5f3a8f2c-0a1b2c3d-4e5f6a7b', 'request', '/cgi-bin/tags/create', null);
const wechatTags = { list: async () => [], create: () => Promise.reject(refused), rename: async () => ({}), remove: async () => ({}), tag: async () => ({}), untag: async () => ({}) };

beforeAll(async () => {
  ({ stores, close } = await testStores());
  ({ database } = stores);
  ({ call, close: closeApp } = await testApp(database, (app) => app.register(peopleRoutes, { prefix: '/api/brands/:brandId', parts, wechatTagsOf: async () => wechatTags, timers: stores.timers, channelNames })));
});
afterAll(async () => {
  await closeApp();
  await close();
});

async function people(db: BrandDatabase, count: number): Promise<number[]> {
  const refs = Array.from({ length: count }, (_, index) => openid(`p${index}`));
  await db.tx((tx) => appendInTx(tx, db.brandId, refs.map((ref, index) => happened('follow', ref, index))));
  await project(database, parts);
  return db.tx((tx) => Promise.all(refs.map((ref) => resolveIdentity(tx, db.brandId, ref))));
}

const audited = async (db: BrandDatabase) =>
  (await db.query<{ action: string; after: unknown }>('select action, after from audit_entry where brand_id = $1 order by seq', [db.brandId]));

it('lists by page and filter, counts, and keeps the cursor of one brand out of another', async () => {
  const ids = await people(database.forBrand(1), 7);
  const first = await call('analyst', 'GET', '/api/brands/1/contacts?limit=5&stage=lead&subscribed=true');
  expect(first.body.items.map((one: { id: number }) => one.id)).toEqual(ids.slice(2).reverse());
  const rest = await call('analyst', 'GET', `/api/brands/1/contacts?limit=5&cursor=${first.body.nextCursor}`);
  expect([rest.body.items.length, rest.body.nextCursor]).toEqual([2, null]);
  expect((await call('analyst', 'GET', `/api/brands/2/contacts?cursor=${first.body.nextCursor}`)).status).toBe(422);
  expect((await call('analyst', 'GET', '/api/brands/1/contacts/count?source=unknown')).body).toEqual({ count: 7 });
  expect((await call('analyst', 'GET', '/api/brands/1/contacts/count?stage=new')).body).toEqual({ count: 0 });
  expect((await call('analyst', 'GET', '/api/brands/1/contacts?stage=emperor')).status).toBe(422);
});

it('masks a phone everywhere; opening it needs the right, a reason, and leaves a line', async () => {
  const db = database.forBrand(3);
  const [id] = await people(db, 1);
  const url = `/api/brands/3/contacts/${id}`;
  expect((await call('marketer', 'PUT', `${url}/profile`, { values: { phone: '138 1234 1234', name: '=SUM(A1)' } })).body.contactId).toBe(id);
  const page = await call('marketer', 'GET', url);
  expect(page.body).toMatchObject({ name: '=SUM(A1)', phone: '138****1234', stage: 'lead' });
  expect((await call('analyst', 'GET', url)).body.name).toBe('=**');
  const csv = await call('marketer', 'GET', '/api/brands/3/contacts/export');
  expect(csv.body).toContain(`${id},'=SUM(A1),138****1234,Lead`);
  for (const answer of [page, csv, await call('owner', 'GET', `${url}/matrix`)]) expect(answer.response.body).not.toContain('12341234');

  const asked = { field: 'phone', reason: 'customer called' };
  expect((await call('marketer', 'POST', `${url}/reveal`, asked)).status).toBe(403);
  expect((await call('owner', 'POST', `${url}/reveal`, { field: 'phone' })).body.error).toMatchObject({ field: 'reason' });
  expect((await call('owner', 'POST', `${url}/reveal`, asked)).body).toEqual({ value: '+8613812341234' });
  const lines = await audited(db);
  expect(lines.find((line) => line.action === 'contact.phone_revealed')!.after).toEqual({ reason: 'customer called' });
  expect(JSON.stringify(lines)).not.toContain('12341234');
});

it('exports the names of channel and tags instead of their ids, and times as Beijing has them', async () => {
  const db = database.forBrand(2);
  const { body: { id: tag } } = await call('marketer', 'POST', '/api/brands/2/tags', { name: 'VIP' });
  await append(db, happened('follow', openid('scans'), 15 * 60, { scene: 'west' }), ...[tag, 'deleted'].map((one) => happened('tag.added', openid('scans'), 15 * 60, { tag: one })));
  await project(database, parts);
  const [heading, row] = (await call('marketer', 'GET', '/api/brands/2/contacts/export')).body.split('\n').map((line: string) => line.split(','));
  expect([row[heading.indexOf('Channel')], row[heading.indexOf('Tags')]]).toEqual(['Store west', 'VIP']);
  for (const column of ['Followed', 'Observed since', 'Last active']) expect(row[heading.indexOf(column)], column).toBe('2026-03-02 00:00:00');
});

it('a person of one brand is nobody in another, on every route that names one', async () => {
  const [id] = await people(database.forBrand(4), 1);
  const other = `/api/brands/5/contacts/${id}`;
  const own = (await people(database.forBrand(5), 1))[0]!;
  const answers = await Promise.all([
    call('owner', 'GET', other), call('owner', 'GET', `${other}/matrix`), call('owner', 'GET', `${other}/copy?format=json`),
    call('owner', 'PUT', `${other}/profile`, { values: { city: 'X' } }), call('owner', 'POST', `${other}/reveal`, { field: 'phone', reason: 'why' }),
    call('owner', 'POST', `${other}/identities`, { kind: 'member_no', value: 'M1' }), call('owner', 'POST', `${other}/merge`, { otherId: own }),
    call('owner', 'POST', `/api/brands/5/contacts/${own}/merge`, { otherId: id }), call('owner', 'POST', `${other}/erase`, { confirm: id }),
    call('owner', 'POST', `${other}/consents`, { purpose: 'marketing', given: true, textVersion: '1', channel: 'h5' }),
    call('owner', 'POST', '/api/brands/5/rights-requests', { contactId: id, kind: 'access' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  expect((await call('owner', 'GET', `/api/brands/4/contacts/${id}`)).status).toBe(200);
  expect((await call('owner', 'GET', '/api/brands/10/contacts')).status).toBe(404);
});

it('merges, takes back, erases after the number is typed, and closes the request with its report', async () => {
  const db = database.forBrand(6);
  const [a, b] = await people(db, 2);
  const base = '/api/brands/6';
  const merged = await call('marketer', 'POST', `${base}/contacts/${b}/merge`, { otherId: a, note: 'same boutique client' });
  expect(merged.body).toEqual({ contactId: a, mergeId: expect.any(String) });
  expect((await call('marketer', 'GET', `${base}/contacts/${b}`)).body).toMatchObject({ id: a, merges: [{ reason: 'manual', note: 'same boutique client' }] });
  expect((await call('marketer', 'POST', `${base}/merges/${merged.body.mergeId}/unmerge`)).body).toEqual({ contactIds: [a, b] });
  expect((await call('marketer', 'POST', `${base}/merges/${merged.body.mergeId}/unmerge`)).status).toBe(409);

  const opened = await call('owner', 'POST', `${base}/rights-requests`, { contactId: b, kind: 'erasure' });
  expect((await call('owner', 'POST', `${base}/contacts/${b}/erase`, { confirm: a })).body.error.code).toBe('not_confirmed');
  expect((await call('marketer', 'POST', `${base}/contacts/${b}/erase`, { confirm: b })).status).toBe(403);
  const erased = await call('owner', 'POST', `${base}/contacts/${b}/erase`, { confirm: b });
  expect(erased.body).toMatchObject({ requestId: opened.body.id, contactId: b });
  const desk = await call('owner', 'GET', `${base}/rights-requests`);
  expect(desk.body).toMatchObject({ items: [{ id: opened.body.id, closedAt: expect.any(String), report: { tables: expect.any(Array) } }], open: 0 });
  expect((await call('marketer', 'PUT', `${base}/contacts/${b}/profile`, { values: { city: 'X' } })).body.error.code).toBe('erased');
});

it('lists what people ask about their data row by row, the most pressing first and the answered last', async () => {
  const url = '/api/brands/4/rights-requests';
  const [person] = await people(database.forBrand(4), 1);
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.push((await call('owner', 'POST', url, { contactId: person, kind: 'access' })).body.id);
  for (const n of [1, 3]) expect((await call('owner', 'POST', `${url}/${ids[n]}/close`)).status).toBe(204);
  expect((await rowByRow((query) => call('owner', 'GET', `${url}?${query}`))).map(({ id }) => ids.indexOf(id))).toEqual([0, 2, 4, 3, 1]);
  expect((await call('owner', 'GET', `${url}?limit=1`)).body.open).toBe(3);
});

it('previews and imports a file through the API, and changes stage rules for everybody', async () => {
  const base = '/api/brands/7';
  const csv = 'member_no,stage\nM1,new\nM2,\n';
  const preview = await call('marketer', 'POST', `${base}/imports/preview`, { csv });
  expect(preview.body).toMatchObject({ rows: 2, known: 0, errors: [] });
  expect((await call('marketer', 'POST', `${base}/imports`, { csv, digest: preview.body.digest })).body).toEqual({ rows: 2, contacts: 2 });
  await project(database, parts);
  expect((await call('approver', 'GET', `${base}/stages`)).body).toEqual({ lead: 1, prospect: 0, new: 1, recurring: 0 });
  expect((await call('head_office', 'GET', `${base}/stages`)).body).toEqual({ lead: null, prospect: 0, new: null, recurring: 0 });
  const rules = { prospect: [], new: [], recurring: [{ id: 'all', events: ['contact.imported'], atLeast: 1 }] };
  expect((await call('marketer', 'PUT', `${base}/stages/rules`, { rules })).status).toBe(403);
  expect((await call('owner', 'PUT', `${base}/stages/rules`, { rules })).body).toMatchObject({ version: 1, rules });
  expect((await call('approver', 'GET', `${base}/stages`)).body.recurring).toBe(2);
});

it('a tag is taken off everybody before it goes, in pieces that let callbacks through, and its line stands in the audit log', async () => {
  const db = database.forBrand(8);
  const { body: { id } } = await call('marketer', 'POST', '/api/brands/8/tags', { name: 'VIP' });
  expect((await call('marketer', 'PATCH', `/api/brands/8/tags/${id}`, { name: 'vip' })).status).toBe(204);
  const { body: { id: other } } = await call('marketer', 'POST', '/api/brands/8/tags', { name: 'Press' });
  expect((await call('marketer', 'PATCH', `/api/brands/8/tags/${other}`, { name: 'Vip' })).body.error.code).toBe('tag_name_taken');
  await db.query(`insert into identity (brand_id, id, kind, value, contact_id, created_at) overriding system value select 8, 900000 + n, 'member_no', n::text, 900000 + n, now() from generate_series(1, 4100) n`);
  await db.query(`insert into contact_tag (brand_id, tag_id, contact_id) select 8, $1, 900000 + n from generate_series(1, 4100) n`, [id]);
  expect((await call('marketer', 'DELETE', `/api/brands/8/tags/${id}`)).status).toBe(204);
  const [removed] = await db.query<{ people: number; commits: number }>(
    `select count(distinct identity_id) as people, count(distinct xmin::text) as commits from event where brand_id = 8 and type = 'tag.removed'`);
  expect(removed).toEqual({ people: 4100, commits: 3 });
  expect((await audited(db)).map(({ action }) => action)).toEqual(['tag.created', 'tag.renamed', 'tag.created', 'tag.deleted']);
});

it('a refusal of WeChat reaches the caller with its reason', async () => {
  const { status, body } = await call('marketer', 'POST', '/api/brands/7/tags', { name: '非法', assetId: 'oa' });
  expect(status).toBe(502);
  expect(body.error).toMatchObject({ code: 'wechat_refused', data: { errcode: 45157, rid: refused.rid }, message: refused.text.en });
});

it('says how long personal data is kept, and lets whoever manages the brand change it, on record', async () => {
  const retention = '/api/brands/9/retention';
  expect((await call('analyst', 'GET', retention)).body).toEqual({ wordsMonths: 13, leaversMonths: null });
  expect((await call('marketer', 'PUT', retention, { wordsMonths: 1, leaversMonths: null })).status).toBe(403);
  expect((await call('owner', 'PUT', retention, { wordsMonths: 6, leaversMonths: 5 })).status).toBe(422);
  expect((await call('owner', 'PUT', retention, { wordsMonths: 6, leaversMonths: 37 })).body).toEqual({ wordsMonths: 6, leaversMonths: 37 });
  expect((await call('analyst', 'GET', retention)).body).toEqual({ wordsMonths: 6, leaversMonths: 37 });
  expect(await audited(database.forBrand(9))).toEqual([{ action: 'retention.changed', after: { wordsMonths: 6, leaversMonths: 37 } }]);
});
