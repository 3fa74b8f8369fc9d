import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { createApiKey, systemActor } from './index.ts';
import { testDoor } from './testing.ts';

const { database, app, organisationId, brandA, brandB, userWith, as, close } = await testDoor();
afterEach(() => vi.useRealTimers());
afterAll(close);

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
