import type { Database } from '@qingniao/storage';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Actor } from './actor.ts';
import { createApp, type App } from './http/app.ts';
import { guard } from './http/guard.ts';
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
