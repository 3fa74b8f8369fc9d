import { testActor, testApp } from '@qingniao/access/testing';
import { eraseContact } from '@qingniao/people';
import { append, contactOf, happened, openid, project, testParts } from '@qingniao/people/testing';
import type { BrandDatabase, Database } from '@qingniao/storage';
import { testDatabase } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listRoutes } from './routes.ts';

let database: Database;
let close: () => Promise<void>;
let call: Awaited<ReturnType<typeof testApp>>['call'];
let closeApp: () => Promise<void>;
const parts = testParts();

beforeAll(async () => {
  ({ database, close } = await testDatabase());
  ({ call, close: closeApp } = await testApp(database, (app) =>
    app.register(listRoutes, { prefix: '/api/brands/:brandId', secrets: parts.secrets } as never)));
});
afterAll(async () => {
  await closeApp();
  await close();
});

const names = ['ada', 'bo', 'chen', 'dai'];

/** Ada and Bo follow, Chen left, Dai was erased. */
async function community(brandId: number): Promise<{ db: BrandDatabase; ids: number[] }> {
  const db = database.forBrand(brandId);
  await append(db, ...names.map((name, index) => happened('follow', openid(name), index)), happened('unfollow', openid('chen'), 60));
  await project(database, parts);
  const ids = await Promise.all(names.map((name) => contactOf(db, openid(name))));
  await eraseContact(db, ids[3]!, { actor: testActor('owner'), brand: { brandId } }, parts);
  await project(database, parts);
  return { db, ids };
}

const codes = (errors: { line: number; code: string }[]) => errors.map(({ line, code }) => [line, code]);
const members = (db: BrandDatabase, id: string) =>
  db.query<{ contact_id: number }>('select contact_id from segment_member where brand_id = $1 and segment_id = $2 order by contact_id', [db.brandId, id]);

it('says row by row who is unknown or erased, and how many follow no account, and makes nothing while a row is wrong', async () => {
  const { db, ids } = await community(1);
  const text = `Notes,OpenID\nfirst,${openid('ada').value}\n,${openid('chen').value}\n,${openid('dai').value}\n,!!\n,${openid('bo').value}\nagain,${openid('ada').value}\n`;
  const url = '/api/brands/1/segments/lists';
  const preview = await call('marketer', 'POST', `${url}/preview`, { text, by: 'openid' });
  expect(preview.body).toMatchObject({ rows: 6, people: 3, repeated: 1, notFollowing: 1, byCode: { invalid: 1, unknown: 1, erased: 0 } });
  // An erased person is known by nothing: their openid is a stranger's.
  expect(codes(preview.body.errors)).toEqual([[4, 'unknown'], [5, 'invalid']]);
  const body = { name: 'Guests', text, by: 'openid', digest: preview.body.digest };
  const refused = await call('marketer', 'POST', url, body);
  expect([refused.status, refused.body.error.code]).toEqual([422, 'list_errors']);
  expect(await db.query('select 1 from segment where brand_id = 1')).toEqual([]);
  expect((await call('marketer', 'POST', url, { ...body, text: `${text}x`, leaveOut: true })).body.error.code).toBe('file_changed');

  const made = await call('marketer', 'POST', url, { ...body, leaveOut: true });
  expect(made.body).toMatchObject({ size: 3, leftOut: 2 });
  expect(await members(db, made.body.id)).toEqual([{ contact_id: ids[0] }, { contact_id: ids[1] }, { contact_id: ids[2] }]);
  const [line] = await db.query<{ after: unknown }>(`select after from audit_entry where brand_id = 1 and action = 'segment.list_imported'`);
  expect(line!.after).toEqual({ name: 'Guests', by: 'openid', people: 3, leftOut: 2 });
});

it('reads contact numbers, which tell an erased person, phones however written, and lines without a heading', async () => {
  const { db, ids } = await community(2);
  const url = '/api/brands/2/segments/lists';
  const byNumber = await call('marketer', 'POST', `${url}/preview`, { text: `${ids[1]}\n${ids[3]}\n99999999\nabc\n`, by: 'contact' });
  expect(byNumber.body.people).toBe(1);
  expect(codes(byNumber.body.errors)).toEqual([[2, 'erased'], [3, 'unknown'], [4, 'invalid']]);

  const hash = parts.secrets.hash('+8613812341234', 'phone:2');
  await db.query(
    `insert into identity (brand_id, id, kind, value, contact_id, created_at) overriding system value values (2, 900001, 'phone', $1, $2, now())`, [hash, ids[0]]);
  const byPhone = await call('marketer', 'POST', `${url}/preview`, { text: '手机号\n138 1234-1234\n+86 13812341234\n12345\n', by: 'phone' });
  expect(byPhone.body).toMatchObject({ people: 1, repeated: 1 });
  expect(codes(byPhone.body.errors)).toEqual([[4, 'invalid']]);
  expect(JSON.stringify(byPhone.body)).not.toMatch(/1234-?1234/);
  expect((await call('analyst', 'POST', `${url}/preview`, { text: 'x', by: 'openid' })).status).toBe(403);
});
