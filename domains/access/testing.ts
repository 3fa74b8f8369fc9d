import { createSecrets } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { testDatabase } from '@qingniao/storage/testing';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { Actor } from './actor.ts';
import { createApp, type App } from './http/app.ts';
import { guard } from './http/guard.ts';
import { accessGuard, accessRoutes, createBrand, createOrganisation, createUser, type Mail, type Mailer, type SubjectNames, systemActor } from './index.ts';
import { keyPermissions, permissionsOf, type Role } from './permissions.ts';

export interface TestCall {
  status: number;
  // The parsed JSON answer: a test knows its shape and says what it expects.
  body: any;
  response: LightMyRequestResponse;
}

/**
 * An app with the real guard, validation and errors, where a test says who is calling:
 *
 * `const { call } = await testApp(stores.database, (app) => app.register(peopleRoutes, { prefix: '/api/brands/:brandId', ...deps }));`
 * `const { status, body } = await call('viewer', 'GET', '/api/brands/1/contacts');`
 *
 * Callers hold their role on the brands 1 to 9, so brand 10 is somebody else's. `key` is an API key the owner made, for all a key may do.
 */
export async function testApp(database: Database, register: (app: App) => unknown) {
  const app = createApp();
  await app.register(guard, {
    database,
    authenticator: {
      authenticate: async (request) => {
        const caller = request.headers['x-test-role'] as Role | 'key';
        const actor = caller === 'key' ? ownersKey : testActor(caller);
        return {
          sessionHash: null,
          language: actor.language,
          onBrand: async (brandId) => (brandId < 10 ? actor : null),
          onOrganisation: async () => actor,
          alone: () => actor,
        };
      },
    },
  });
  await register(app);
  await app.ready();

  async function call(role: Role | 'key', method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: InjectOptions['payload']): Promise<TestCall> {
    const response = await app.inject({ method, url, headers: { 'x-test-role': role }, ...(payload === undefined ? {} : { payload }) });
    const isJson = String(response.headers['content-type']).startsWith('application/json');
    return { status: response.statusCode, body: isJson ? response.json() : response.body, response };
  }
  return { app, call, close: () => app.close() };
}

/** A user with one role, for calling functions directly. */
export const testActor = (role: Role): Actor => ({
  kind: 'user', id: `test-${role}`, name: `${role}@example.com`, roles: [role], regions: [],
  permissions: permissionsOf([role]).add('self'), language: 'en',
});

const ownersKey: Actor = {
  kind: 'key', id: 'test-key', name: 'Key', madeBy: 'test-owner', roles: [], regions: [], permissions: new Set(keyPermissions), language: 'en',
};

/** All rows of a list, asked for one by one: its cursor leaves none out and shows none twice. */
export async function rowByRow(page: (query: string) => Promise<{ body: any }>): Promise<any[]> {
  const rows: unknown[] = [];
  for (let cursor = ''; ;) {
    const { body } = await page(`limit=1${cursor}`);
    rows.push(...body.items);
    if (body.nextCursor === null) return rows;
    cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
  }
}

const PASSWORD = 'violet kettle seventeen';

/**
 * Two organisations with a brand each behind the real door, and people who come through it. At the top of a file, with
 * `afterAll(close)` below it; real time may be moved by fake timers.
 */
export async function testDoor() {
  const { database, close: closeDatabase } = await testDatabase();
  const secrets = createSecrets(randomBytes(32));
  const outbox: Mail[] = [];
  const mailer: Mailer = { works: true, check: async () => undefined, send: async (mail) => void outbox.push(mail) };
  const subjectNames: SubjectNames = { thing: async (_, brandId, ids) => new Map(ids.filter((id) => id !== 'gone').map((id) => [id, `thing ${id} of ${brandId}`])) };
  const deps = { database, secrets, mailer, baseUrl: () => 'http://crm.example', subjectNames };
  const app = createApp();
  await app.register(accessGuard, deps);
  await app.register(accessRoutes, { ...deps, prefix: '/api' });
  await app.ready();
  const { organisationId, brandA, brandB } = await database.system.tx(async (tx) => {
    const brandOf = async (id: string, name: string) => (await createBrand(tx, systemActor('test'), id, { name })).id;
    const one = await createOrganisation(tx, systemActor('test'), 'Maison');
    const other = await createOrganisation(tx, systemActor('test'), 'Autre');
    return { organisationId: one, brandA: await brandOf(one, 'A'), brandB: await brandOf(other, 'B') };
  });

  let users = 0;
  /** Somebody with one role, on brand A or in its organisation, signed in. */
  async function userWith(role: Role | null, brandId = brandA) {
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
    if (answer.statusCode !== 204) throw new Error(`${email} could not sign in: ${answer.body}`);
    const { name, value } = answer.cookies[0]!;
    const cookie = `${name}=${value}`;
    return { cookie, csrf: (await app.inject({ url: '/api/session', headers: { cookie } })).json().csrf };
  }

  const as = (user: { cookie: string; csrf: string }, method: NonNullable<InjectOptions['method']>, url: string, payload?: object) =>
    app.inject({ method, url, headers: { cookie: user.cookie, 'x-qingniao-csrf': user.csrf }, ...(payload ? { payload } : {}) });

  return {
    database, secrets, mailer, outbox, app, organisationId, brandA, brandB, userWith, signInAs, as, PASSWORD,
    async close() {
      await app.close();
      await closeDatabase();
    },
  };
}
