import { createSecrets, Problem } from '@qingniao/kernel';
import { testDatabase } from '../../packages/storage/testing.ts';
import type { InjectOptions } from 'fastify';
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  accessGuard, accessRoutes, audit, createApiKey, createApp, createBrand, createOrganisation, createUser, decodeCursor, encodeCursor, permissionsOf, roles,
  setUp, setupCode, systemActor, verifyChain, brandChain, type App, type Mail, type Role,
} from './index.ts';
import { createPasswordLink } from './password-links.ts';
import { endSessions, IDLE, LONGEST } from './sessions.ts';
import { testApp } from './testing.ts';
import { countPassword } from './throttle.ts';

const { database, close } = await testDatabase();
const secrets = createSecrets(randomBytes(32));
const PASSWORD = 'violet kettle seventeen';
const outbox: Mail[] = [];
let mailed: (() => void) | null = null;
const mailer = { works: true, check: async () => undefined, send: async (mail: Mail) => void (outbox.push(mail), mailed?.()) };

let app: App;
let brandA: number;
let brandB: number;
let organisationId: string;

/** A user with one role on brand A, signed in. */
interface SignedIn {
  userId: string;
  cookie: string;
  csrf: string;
}

beforeAll(async () => {
  app = createApp();
  const deps = { database, secrets, mailer, baseUrl: () => 'http://crm.example' };
  await app.register(accessGuard, deps);
  await app.register(accessRoutes, { ...deps, prefix: '/api' });
  await app.ready();
  const made = await database.system.tx(async (tx) => {
    const one = await createOrganisation(tx, systemActor('test'), 'Maison');
    const other = await createOrganisation(tx, systemActor('test'), 'Autre');
    return { one, a: await createBrand(tx, systemActor('test'), one, { name: 'A' }), b: await createBrand(tx, systemActor('test'), other, { name: 'B' }) };
  });
  organisationId = made.one;
  brandA = made.a.id;
  brandB = made.b.id;
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await app.close();
  await close();
});

let users = 0;
async function userWith(role: Role | null, brandId = brandA): Promise<SignedIn & { email: string }> {
  const email = `user${++users}@example.com`;
  const userId = await database.system.tx(async (tx) => {
    const id = await createUser(tx, { email, name: 'U', password: PASSWORD, language: 'en' });
    if (role === 'organisation_admin') await tx.query('insert into organisation_role values ($1, $2, $3, null, now())', [organisationId, id, role]);
    else if (role) await tx.query('insert into brand_role values ($1, $2, $3, null, now())', [brandId, id, role]);
    return id;
  });
  return { email, userId, ...(await signInAs(email)) };
}

async function signInAs(email: string, password = PASSWORD): Promise<{ cookie: string; csrf: string }> {
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { email, password }, remoteAddress: `10.0.${users >> 8}.${users & 255}` });
  expect(answer.statusCode).toBe(204);
  const { name, value } = answer.cookies[0]!;
  const cookie = `${name}=${value}`;
  return { cookie, csrf: (await app.inject({ url: '/api/session', headers: { cookie } })).json().csrf };
}

const as = (user: { cookie: string; csrf: string }, method: NonNullable<InjectOptions['method']>, url: string, payload?: object) =>
  app.inject({ method, url, headers: { cookie: user.cookie, 'x-qingniao-csrf': user.csrf }, ...(payload ? { payload } : {}) });

/** Passwords that were offered, without the time it takes to check them. */
async function guessAt(email: string, times: number, from = (guess: number) => `10.8.1.${guess}`): Promise<void> {
  for (let guess = 0; guess < times; guess += 1) await countPassword({ database, secrets }, email, from(guess));
}

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

describe('sessions', () => {
  it('keeps only a hash, in an HttpOnly SameSite cookie', async () => {
    const user = await userWith('viewer');
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { email: user.email.toUpperCase(), password: PASSWORD } });
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const token = answer.cookies[0]!.value;
    const rows = await database.system.query('select * from session where user_id = $1', [user.userId]);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('ends a week after the last use and after 30 days in any case', async () => {
    const user = await userWith('viewer');
    const start = Date.now();
    const at = async (ms: number) => {
      vi.setSystemTime(start + ms);
      return (await as(user, 'GET', '/api/session')).statusCode;
    };
    vi.useFakeTimers({ toFake: ['Date'] });
    expect(await at(IDLE - 60_000)).toBe(200);
    expect(await at(2 * IDLE - 120_000)).toBe(200);
    expect(await at(3 * IDLE)).toBe(401);
    const busy = await userWith('viewer');
    const from = Date.now();
    for (let day = 1; day < 30; day += 5) {
      vi.setSystemTime(from + day * 86_400_000);
      expect((await as(busy, 'GET', '/api/session')).statusCode).toBe(200);
    }
    vi.setSystemTime(from + LONGEST - 60_000);
    expect((await as(busy, 'GET', '/api/session')).statusCode).toBe(200);
    vi.setSystemTime(from + LONGEST + 60_000);
    expect((await as(busy, 'GET', '/api/session')).statusCode).toBe(401);
  });

  it('wants the CSRF header of this very session for every write, and none for an API key', async () => {
    const owner = await userWith('owner');
    const other = await userWith('owner');
    const url = `/api/brands/${brandA}`;
    for (const csrf of ['', 'x'.repeat(64), other.csrf]) {
      const refused = await as({ cookie: owner.cookie, csrf }, 'PATCH', url, { name: 'Stolen' });
      expect([refused.statusCode, refused.json().error.code]).toEqual([403, 'csrf']);
    }
    expect((await as(owner, 'PATCH', url, { name: 'A' })).statusCode).toBe(200);
  });

  it('does not let another site’s page sign anybody in', async () => {
    const user = await userWith('viewer');
    const signIn = (site: string, url = '/api/session') => app.inject({
      method: 'POST', url, payload: { email: user.email, password: PASSWORD }, headers: { 'sec-fetch-site': site },
    });
    expect((await signIn('same-origin')).statusCode).toBe(204);
    for (const url of ['/api/session', '/%61pi/session']) expect((await signIn('cross-site', url)).json().error.code).toBe('csrf');
  });

  it('lists, ends one, ends all others, and signs out', async () => {
    const user = await userWith('viewer');
    const second = await signInAs(user.email);
    const third = await signInAs(user.email);
    const { items } = (await as(user, 'GET', '/api/sessions')).json();
    expect(items).toHaveLength(3);
    expect(items.filter((item: { current: boolean }) => item.current)).toHaveLength(1);
    const thirdId = (await as(third, 'GET', '/api/sessions')).json().items.find((item: { current: boolean }) => item.current).id;
    const stranger = await userWith('owner');
    expect((await as(stranger, 'DELETE', `/api/sessions/${thirdId}`)).statusCode).toBe(404);
    expect((await as(user, 'DELETE', `/api/sessions/${thirdId}`)).statusCode).toBe(204);
    expect((await as(third, 'GET', '/api/session')).statusCode).toBe(401);
    expect((await as(user, 'DELETE', '/api/sessions')).statusCode).toBe(204);
    expect((await as(second, 'GET', '/api/session')).statusCode).toBe(401);
    expect((await as(user, 'DELETE', '/api/session')).statusCode).toBe(204);
    expect((await as(user, 'GET', '/api/session')).statusCode).toBe(401);
  });

  it('says the same for a wrong password and an unknown address, and stops guessing from one address and from everywhere', async () => {
    const user = await userWith('viewer');
    const offer = (email: string, from: number, password = 'not the right one') => app.inject({
      method: 'POST', url: '/api/session', payload: { email, password }, remoteAddress: `10.9.${from}.1`,
    });
    const wrong = (await offer(user.email, 0)).json().error;
    const unknown = (await offer('nobody@example.com', 0)).json().error;
    expect({ ...wrong, requestId: '' }).toEqual({ ...unknown, requestId: '' });
    for (let guesses = 2; guesses <= 10; guesses += 1) expect((await offer(user.email, 0)).statusCode).toBe(401);
    const stopped = await offer(user.email, 0, PASSWORD);
    expect(stopped.statusCode).toBe(429);
    expect(stopped.json().error.data.retryAfter).toBeGreaterThan(0);
    // Their own person is not locked out by them.
    expect((await offer(user.email, 1, PASSWORD)).statusCode).toBe(204);
    await guessAt(user.email, 99);
    expect([(await offer(user.email, 2)).statusCode, (await offer(user.email, 3)).statusCode]).toEqual([401, 429]);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 16 * 60_000);
    expect((await offer(user.email, 0)).statusCode).toBe(401);
  });

  it('are opened at once by a password link, however many passwords were guessed before', async () => {
    const user = await userWith('viewer');
    const at = { remoteAddress: '10.8.0.1' };
    const offer = (password: string, remoteAddress = at.remoteAddress) => app.inject({ method: 'POST', url: '/api/session', payload: { email: user.email, password }, remoteAddress });
    await guessAt(user.email, 10, () => at.remoteAddress);
    await guessAt(user.email, 90);
    expect([(await offer(PASSWORD)).statusCode, (await offer(PASSWORD, '10.8.2.1')).statusCode]).toEqual([429, 429]);
    const token = (await database.system.tx((tx) => createPasswordLink(tx, user.userId, 'reset', ''))).split('#')[1];
    const redeemed = await app.inject({ method: 'POST', url: '/api/password-links/redeem', payload: { token, password: 'another long secret' }, ...at });
    const { name, value } = redeemed.cookies[0]!;
    expect((await app.inject({ url: '/api/session', headers: { cookie: `${name}=${value}` } })).json().user.email).toBe(user.email);
    expect((await offer('another long secret')).statusCode).toBe(204);
  });
});

describe('passwords', () => {
  it('resets by a single-use mailed link that signs out everywhere', async () => {
    const user = await userWith('viewer');
    outbox.length = 0;
    const sent = new Promise<void>((resolve) => { mailed = resolve; });
    const asked = await app.inject({ method: 'POST', url: '/api/password-resets', payload: { email: user.email } });
    const askedUnknown = await app.inject({ method: 'POST', url: '/api/password-resets', payload: { email: 'nobody@example.com' } });
    expect([asked.statusCode, asked.body]).toEqual([askedUnknown.statusCode, askedUnknown.body]);
    await sent;
    expect(outbox).toHaveLength(1);
    const token = /http:\/\/crm\.example\/set-password#(\S+)/.exec(outbox[0]!.text)![1]!;
    const redeem = (password: string) => app.inject({ method: 'POST', url: '/api/password-links/redeem', payload: { token, password } });
    expect((await redeem('password123')).json().error).toMatchObject({ code: 'weak_password', field: 'password' });
    const both = await Promise.all([redeem('another long secret'), redeem('another long secret')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
    expect((await as(user, 'GET', '/api/session')).statusCode).toBe(401);
    await signInAs(user.email, 'another long secret');
    const written = await database.system.query(`select action from organisation_audit_entry where subject = $1 order by seq`, [`user:${user.userId}`]);
    expect(written.filter(({ action }) => action === 'password.set_by_link')).toHaveLength(1);
  });

  it('that were right a moment ago open nothing once another was set and everybody signed out', async () => {
    const user = await userWith('viewer');
    const meanwhile = async (attempt: () => ReturnType<typeof as>) => {
      const started: { answer?: ReturnType<typeof as> } = {};
      await database.system.tx(async (tx) => {
        await tx.query(`update user_account set password_hash = password_hash || 'x' where id = $1`, [user.userId]);
        await endSessions(tx, user.userId);
        started.answer = attempt();
        // It found the old password right, and waits for the account.
        await expect.poll(() => database.system.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`), { timeout: 5000 }).toHaveLength(1);
      });
      const { statusCode } = await started.answer!;
      await database.system.query(`update user_account set password_hash = left(password_hash, -1) where id = $1`, [user.userId]);
      return [statusCode, (await database.system.query('select 1 from session where user_id = $1', [user.userId])).length];
    };
    expect(await meanwhile(() => as(user, 'POST', '/api/session', { email: user.email, password: PASSWORD }))).toEqual([401, 0]);
    const again = await signInAs(user.email);
    expect(await meanwhile(() => as(again, 'POST', '/api/session/password', { current: PASSWORD, next: 'another long secret' }))).toEqual([422, 0]);
  });

  it('end every open link when they are changed or set', async () => {
    const user = await userWith('viewer');
    const link = (purpose: 'reset' | 'invitation') => database.system.tx((tx) => createPasswordLink(tx, user.userId, purpose, '')).then((text) => text.split('#')[1]!);
    const links = async () => (await database.system.query('select 1 from password_link where user_id = $1 and used_at is null', [user.userId])).length;
    await link('reset');
    expect((await as(user, 'POST', '/api/session/password', { current: PASSWORD, next: 'another long secret' })).statusCode).toBe(204);
    expect(await links()).toBe(0);
    const [token] = [await link('reset'), await database.system.query(`insert into password_link values ('other', $1, 'invitation', now(), now() + interval '1 day')`, [user.userId])];
    expect((await app.inject({ method: 'POST', url: '/api/password-links/redeem', payload: { token, password: PASSWORD } })).statusCode).toBe(200);
    expect(await links()).toBe(0);
  });

  it('lets a reset link live an hour and a newer link replace it', async () => {
    const user = await userWith('viewer');
    const link = () => database.system.tx((tx) => createPasswordLink(tx, user.userId, 'reset', '')).then((text) => text.split('#')[1]!);
    const inspect = async (token: string) => (await app.inject({ method: 'POST', url: '/api/password-links/inspect', payload: { token } })).json().link;
    const first = await link();
    const second = await link();
    expect(await inspect(first)).toBeNull();
    expect(await inspect(second)).toMatchObject({ email: user.email, purpose: 'reset' });
    const made = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(made + 59 * 60_000);
    expect(await inspect(second)).not.toBeNull();
    vi.setSystemTime(made + 61 * 60_000);
    expect(await inspect(second)).toBeNull();
  });

  it('names a first owner only with the printed code, and only once', async () => {
    const given = { organisation: 'O', brand: 'B', owner: { email: 'first@example.com', name: 'F', password: PASSWORD, language: 'zh' as const } };
    await expect(setUp(database, secrets, 'wrong', given)).rejects.toMatchObject({ status: 403 });
    await expect(setUp(database, secrets, setupCode(secrets), given)).rejects.toMatchObject({ code: 'already_set_up' });
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

describe('API keys', () => {
  const ask = (token: string, method: 'GET' | 'PATCH', url: string, payload?: object) =>
    app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload ? { payload } : {}) });

  it('open what they were given, on their brands, until they expire or are revoked', async () => {
    const owner = await userWith('owner');
    const url = `/api/brands/${brandA}/api-keys`;
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const made = (await as(owner, 'POST', url, { name: 'ERP', permissions: ['brand:read', 'brand:manage'], expiresAt })).json();
    expect(made.token.startsWith(made.prefix)).toBe(true);
    expect((await ask(made.token, 'PATCH', `/api/brands/${brandA}`, { name: 'A' })).statusCode).toBe(200);
    expect((await ask(made.token, 'GET', `/api/brands/${brandA}/audit`)).statusCode).toBe(403);
    expect((await ask(made.token, 'GET', `/api/brands/${brandB}`)).statusCode).toBe(404);
    expect((await ask(made.token, 'GET', '/api/session')).statusCode).toBe(403);
    expect((await ask(made.token, 'GET', '/api/brands')).json().items.map((brand: { id: number }) => brand.id)).toEqual([brandA]);
    const stored = await database.system.query('select * from api_key where id = $1', [made.id]);
    expect(JSON.stringify(stored)).not.toContain(made.token);
    expect((await as(owner, 'GET', url)).json().items.find((key: { id: string }) => key.id === made.id).lastUsedAt).not.toBeNull();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.parse(expiresAt) + 1000);
    expect((await ask(made.token, 'GET', `/api/brands/${brandA}`)).statusCode).toBe(401);
    vi.useRealTimers();
    expect((await as(owner, 'DELETE', `${url}/${made.id}`)).statusCode).toBe(204);
    expect((await ask(made.token, 'GET', `/api/brands/${brandA}`)).statusCode).toBe(401);
  });

  it('do no more than their maker may, who may have lost some of it or all', async () => {
    const owner = await userWith('owner');
    const url = `/api/brands/${brandA}`;
    const { id, token } = (await as(owner, 'POST', `${url}/api-keys`, { name: 'ERP', permissions: ['brand:read', 'brand:manage'], expiresAt: null })).json();
    const rename = async () => (await ask(token, 'PATCH', url, { name: 'A' })).statusCode;
    const reached = async () => (await ask(token, 'GET', '/api/brands')).json().items;
    const boss = await userWith('owner');
    const listed = async () => (await as(boss, 'GET', `${url}/api-keys`)).json().items.find((key: { id: string }) => key.id === id).permissions;
    expect([await rename(), await listed()]).toEqual([200, ['brand:read', 'brand:manage']]);
    expect((await as(boss, 'PUT', `${url}/members/${owner.userId}/roles`, { roles: [{ role: 'viewer', region: null }] })).statusCode).toBe(204);
    expect([await rename(), (await ask(token, 'GET', url)).statusCode, await listed()]).toEqual([403, 200, ['brand:read']]);
    expect(await reached()).toMatchObject([{ id: brandA, permissions: ['brand:read'] }]);
    expect((await as(boss, 'DELETE', `${url}/members/${owner.userId}`)).statusCode).toBe(204);
    expect([(await ask(token, 'GET', url)).statusCode, await reached(), await listed()]).toEqual([404, [], []]);
    // Roles of the organisation count, and the product's own keys have no maker who could lose any.
    await database.system.query('insert into organisation_role values ($1, $2, $3, null, now())', [organisationId, owner.userId, 'organisation_admin']);
    expect(await rename()).toBe(200);
    const own = await createApiKey(database, { name: 'Demo', permissions: ['brand:manage'], brandIds: [brandA], expiresAt: null }, async () => systemActor('demo'));
    expect((await ask(own.token, 'PATCH', url, { name: 'A' })).statusCode).toBe(200);
  });

  it('cannot be made for somebody else’s brand, nor with rights to hand out rights', async () => {
    const owner = await userWith('owner');
    const make = (given: object) => as(owner, 'POST', `/api/brands/${brandA}/api-keys`, { name: 'K', permissions: ['brand:read'], expiresAt: null, ...given });
    expect((await make({ otherBrandIds: [brandB] })).statusCode).toBe(404);
    expect((await make({ permissions: ['users:manage'] })).json().error.code).toBe('not_for_keys');
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

describe('audit', () => {
  const write = (brandId: number, action: string) =>
    database.forBrand(brandId).tx((tx) => audit(tx, { actor: systemActor('test'), brand: { brandId } }, { action, subject: 'thing:1', before: { b: 1, a: [2] }, after: { when: new Date(0), none: undefined } }));
  const check = (brandId: number) => database.forBrand(brandId).tx((tx) => verifyChain(tx, brandChain, brandId));
  const newBrand = () => database.system.tx(async (tx) => (await createBrand(tx, systemActor('test'), organisationId, { name: 'Chain' })).id);

  it('is one unbroken chain under concurrent writers', async () => {
    const brandId = await newBrand();
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(brandId, `thing.${index}`)));
    expect(await check(brandId)).toMatchObject({ whole: true, entries: 20, brokenAt: null });
  });

  it('is whole although lines are written during the check', async () => {
    const brandId = await newBrand();
    await write(brandId, 'thing.first');
    const query = async (sql: string, params?: readonly unknown[]) => {
      const rows = await database.forBrand(brandId).query(sql, params);
      await write(brandId, 'thing.meanwhile');
      return rows as never;
    };
    expect(await verifyChain({ query }, brandChain, brandId)).toMatchObject({ whole: true, brokenAt: null });
  });

  it.each([
    ['an altered line', 'update audit_entry set after = \'{"when":"x"}\' where brand_id = $1 and seq = 3', 3],
    ['a changed name', 'update audit_entry set actor_name = \'somebody\' where brand_id = $1 and seq = 2', 2],
    ['a removed line', 'delete from audit_entry where brand_id = $1 and seq = 3', 3],
    ['a cut tail', 'delete from audit_entry where brand_id = $1 and seq >= 4', 4],
    ['a moved time', 'update audit_entry set at = at + interval \'1 second\' where brand_id = $1 and seq = 1', 1],
  ])('finds %s', async (_what, tamper, brokenAt) => {
    const brandId = await newBrand();
    for (let index = 1; index <= 5; index += 1) await write(brandId, `thing.${index}`);
    expect((await check(brandId)).whole).toBe(true);
    await database.system.query(tamper, [brandId]);
    expect(await check(brandId)).toMatchObject({ whole: false, brokenAt });
  });

  it('pages newest first, keeps its cursor to its brand, and exports without formulas', async () => {
    const owner = await userWith('owner');
    await write(brandA, '=cmd|x');
    const page = (await as(owner, 'GET', `/api/brands/${brandA}/audit?limit=2`)).json();
    const next = (await as(owner, 'GET', `/api/brands/${brandA}/audit?limit=2&cursor=${page.nextCursor}`)).json();
    expect(next.items[0].seq).toBe(page.items[1].seq - 1);
    const foreign = encodeCursor({ brandId: brandB }, [3]);
    expect((await as(owner, 'GET', `/api/brands/${brandA}/audit?cursor=${foreign}`)).json().error).toMatchObject({ code: 'invalid_cursor', field: 'cursor' });
    const { body } = await as(owner, 'GET', `/api/brands/${brandA}/audit.csv`);
    expect(body).toMatch(/^\uFEFFNumber,When \(UTC\),[^\n]*,Hash\n1,/);
    expect(body).toContain(",'=cmd|x,");
  });

  it('has a chain of the organisation, for its admins alone', async () => {
    const [admin, owner] = [await userWith('organisation_admin'), await userWith('owner')];
    const base = `/api/organisations/${organisationId}`;
    await as(admin, 'POST', `${base}/brands`, { name: 'New' });
    await as(admin, 'PATCH', base, { name: 'Maison' });
    const [renamed, made] = (await as(admin, 'GET', `${base}/audit?limit=2`)).json().items;
    expect([made, renamed]).toMatchObject([
      { action: 'brand.created', after: { name: 'New' }, actorId: admin.userId },
      { action: 'organisation.renamed', before: 'Maison', after: 'Maison', seq: made.seq + 1 },
    ]);
    expect((await as(admin, 'GET', `${base}/audit.csv`)).body).toContain('brand.created');
    expect((await as(admin, 'GET', `${base}/audit/check`)).json()).toMatchObject({ whole: true, entries: made.seq + 2 });
    await database.system.query(`update organisation_audit_entry set after = '{"name":"Else"}' where organisation_id = $1 and seq = $2`, [organisationId, made.seq]);
    expect((await as(admin, 'GET', `${base}/audit/check`)).json()).toMatchObject({ whole: false, brokenAt: made.seq });
    for (const path of ['/audit', '/audit/check', '/audit.csv']) expect((await as(owner, 'GET', base + path)).statusCode).toBe(404);
  });
});

it('refuses cursors that are not of its kind', () => {
  const scope = { brandId: 1 };
  expect(decodeCursor(scope, encodeCursor(scope, [new Date(5), 'x', null]), ['date', 'string', 'number?'])).toEqual([new Date(5), 'x', null]);
  for (const bad of ['', 'zzz', encodeCursor(scope, ['1']), encodeCursor(scope, [1, 2]), encodeCursor(null, [1])]) {
    expect(() => decodeCursor(scope, bad, ['number'])).toThrow(Problem);
  }
});
