import { Problem } from '@qingniao/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { accessGuard, createApp, createBrand, createOrganisation, decodeCursor, encodeCursor, permissionsOf, roles, systemActor, type Role } from './index.ts';
import { testApp, testDoor } from './testing.ts';

const { database, secrets, mailer, outbox, app, organisationId, brandA, brandB, userWith, signInAs, as, PASSWORD, close } = await testDoor();
afterAll(close);

describe('roles and routes', () => {
  const reads = [
    ['brand:read', ''], ['users:manage', '/members'], ['keys:manage', '/api-keys'], ['audit:read', '/audit'],
    ['audit:read', '/audit/check'], ['audit:read', '/audit.csv'],
  ] as const;
  it.each(Object.keys(roles) as Role[])('%s gets exactly what the table grants', async (role) => {
    const user = await userWith(role);
    const granted = permissionsOf([role]);
    for (const [permission, path] of reads) {
      const { statusCode } = await as(user, 'GET', `/api/brands/${brandA}${path}`);
      expect([path, statusCode]).toEqual([path, granted.has(permission) ? 200 : 403]);
    }
    expect((await as(user, 'PATCH', `/api/brands/${brandA}`, { name: 'A' })).statusCode).toBe(granted.has('brand:manage') ? 200 : 403);
  });

  it('answers another brand like one that does not exist, reading and writing', async () => {
    const user = await userWith('owner');
    for (const [method, path, body] of [['GET', ''], ['GET', '/members'], ['PATCH', '', { name: 'X' }], ['DELETE', `/members/${user.userId}`]] as const) {
      const others = await as(user, method, `/api/brands/${brandB}${path}`, body);
      const none = await as(user, method, `/api/brands/999999${path}`, body);
      expect(others.statusCode).toBe(404);
      expect({ ...others.json().error, requestId: '' }).toEqual({ ...none.json().error, requestId: '' });
    }
    expect((await as(user, 'GET', `/api/brands/0${brandA}`)).statusCode).toBe(404);
    expect((await as(user, 'GET', `/api/organisations/${organisationId}/brands`)).statusCode).toBe(404);
  });

  it('lets an organisation admin reach every brand of the organisation, new ones included, and no other', async () => {
    const admin = await userWith('organisation_admin');
    const made = await as(admin, 'POST', `/api/organisations/${organisationId}/brands`, { name: 'C' });
    expect(made.statusCode).toBe(201);
    expect((await as(admin, 'GET', `/api/brands/${made.json().id}/audit`)).statusCode).toBe(200);
    expect((await as(admin, 'GET', `/api/brands/${brandB}`)).statusCode).toBe(404);
  });

  it('keeps personal data from head office, associates and finance', () => {
    for (const role of ['head_office', 'associate', 'finance', 'approver'] as const) {
      expect([...permissionsOf([role])].filter((name) => name.startsWith('people:'))).toEqual([]);
    }
  });

  it('refuses to start with an unguarded route, and with one that is both public and guarded', async () => {
    for (const config of [{}, { public: true as const, permission: 'brand:read' as const }, { permission: 'no:such' as never }] as { public?: true; permission?: 'brand:read' }[]) {
      const other = createApp();
      await other.register(accessGuard, { database, secrets, mailer, baseUrl: () => 'http://x' });
      await expect((async () => { other.get('/api/loose', { config }, async () => 1); await other.ready(); })()).rejects.toThrow('/api/loose');
    }
  });
});

describe('members', () => {
  it('invites, changes and removes; a removed person is out at once', async () => {
    const owner = await userWith('owner');
    const url = `/api/brands/${brandA}/members`;
    const invited = await as(owner, 'POST', url, { email: 'New@Example.com', name: '新人', language: 'zh', roles: [{ role: 'approver', region: '华东' }] });
    expect(invited.json()).toMatchObject({ mailed: true, link: null });
    const { userId } = invited.json();
    const token = outbox.at(-1)!.text.match(/#(\S+)/)![1]!;
    expect((await app.inject({ method: 'POST', url: '/api/password-links/redeem', payload: { token, password: PASSWORD } })).json()).toEqual({ email: 'new@example.com' });
    const person = await signInAs('new@example.com');
    expect((await as(owner, 'PUT', `${url}/${userId}/roles`, { roles: [{ role: 'viewer', region: null }] })).statusCode).toBe(204);
    expect((await as(person, 'GET', `/api/brands/${brandA}`)).json().permissions).toContain('people:read');
    expect((await as(owner, 'DELETE', `${url}/${userId}`)).statusCode).toBe(204);
    expect((await as(person, 'GET', '/api/session')).statusCode).toBe(401);
  });

  it('never leaves a brand without an owner, nor makes an organisation admin on a brand', async () => {
    const brand = await database.system.tx(async (tx) => createBrand(tx, systemActor('test'), await createOrganisation(tx, systemActor('test'), 'Solo'), { name: 'Solo' }));
    const owner = await userWith('owner', brand.id);
    const last = await as(owner, 'DELETE', `/api/brands/${brand.id}/members/${owner.userId}`);
    expect([last.statusCode, last.json().error.code]).toEqual([409, 'last_in_charge']);
    const climb = await as(owner, 'PUT', `/api/brands/${brand.id}/members/${owner.userId}/roles`, { roles: [{ role: 'organisation_admin', region: null }] });
    expect(climb.json().error.code).toBe('wrong_place');
  });
});

describe('languages', () => {
  it('answers in that of the screen, and files in that of the user', async () => {
    const owner = await userWith('owner');
    const refusal = async (language: string) => (await app.inject({ method: 'GET', url: '/api/brands/999999/audit', headers: { cookie: owner.cookie, 'accept-language': language } })).json().error.message;
    expect([await refusal('zh'), await refusal('en'), await refusal('zh-CN,zh;q=0.9')]).toEqual([expect.stringMatching(/[一-鿿]/), expect.stringMatching(/^[\x20-\x7e]+$/), await refusal('en-GB,en;q=0.9')]);
  });
});

it('a database that goes away in the middle is not a fault of the server', async () => {
  const lost = await testApp(database, (app) => app.get('/api/brands/:brandId/lost', { config: { permission: 'brand:read' } }, () =>
    database.system.query('select pg_terminate_backend(pg_backend_pid())')));
  expect(await lost.call('viewer', 'GET', '/api/brands/1/lost')).toMatchObject({ status: 503, body: { error: { code: 'database_lost' } } });
  await lost.close();
});

it('blames the caller for a malformed text that came with the request, and logs any other as a fault of ours', async () => {
  const { call, close: done } = await testApp(database, (app) => app.post('/api/brands/:brandId/cast/:id', { config: { permission: 'brand:read' } }, ({ params, body }) =>
    database.system.query('select $1::int, $2::uuid, $3::int', [(params as { id: string }).id, (body as { ids: string[] }).ids[0], (body as { ours?: string }).ours === undefined ? '1' : 'a word of ours'])));
  const cast = async (id: string, uuid: string, more = {}) => (await call('viewer', 'POST', `/api/brands/1/cast/${id}`, { ids: [uuid], ...more })).status;
  const uuid = '018f0000-0000-7000-8000-000000000000';
  expect([await cast('12', uuid), await cast('x1', uuid), await cast('12', 'no "uuid"'), await cast('1e300', uuid)]).toEqual([200, 422, 422, 422]);
  expect(await cast('12', uuid, { ours: true })).toBe(500);
  await done();
});

it('refuses cursors that are not of its kind', () => {
  const scope = { brandId: 1 };
  expect(decodeCursor(scope, encodeCursor(scope, [new Date(5), 'x', null]), ['date', 'string', 'number?'])).toEqual([new Date(5), 'x', null]);
  for (const bad of ['', 'zzz', encodeCursor(scope, ['1']), encodeCursor(scope, [1, 2]), encodeCursor(null, [1])]) {
    expect(() => decodeCursor(scope, bad, ['number'])).toThrow(Problem);
  }
});
