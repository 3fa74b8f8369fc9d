import { accessGuard, accessRoutes, createApp, createUser } from '@qingniao/access';
import { createSecrets } from '@qingniao/kernel';
import { backup, readMigrations, restore, type Database } from '@qingniao/storage';
import { testDatabase } from '@qingniao/storage/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrationsDir } from '../open-database.ts';
import { endedByRestore } from './restore.ts';

const secrets = createSecrets(Buffer.alloc(32, 5));
const person = { email: 'owner@maison.example', password: 'a long enough secret' };

async function doorOf(database: Database) {
  const app = createApp();
  const deps = { database, secrets, mailer: { works: false, check: async () => undefined, send: async () => undefined }, baseUrl: () => 'http://crm.example' };
  await app.register(accessGuard, deps);
  await app.register(accessRoutes, { ...deps, prefix: '/api' });
  return {
    async signIn() {
      const { name, value } = (await app.inject({ method: 'POST', url: '/api/session', payload: person })).cookies[0]!;
      return { cookie: `${name}=${value}` };
    },
    whoIs: async (headers: { cookie: string }) => (await app.inject({ url: '/api/session', headers })).statusCode,
    close: () => app.close(),
  };
}

it('a session that was open at the backup is over after a restore, whose passwords are those of that day', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingniao-restore-'));
  const [source, target] = [await testDatabase(), await testDatabase()];
  await source.database.system.tx((tx) => createUser(tx, { ...person, name: 'O', language: 'en' }));
  const [before, after] = [await doorOf(source.database), await doorOf(target.database)];
  const cookie = await before.signIn();
  expect(await before.whoIs(cookie)).toBe(200);
  await backup(source.database, join(folder, 'backup'));
  await restore(target.database, readMigrations(migrationsDir), join(folder, 'backup'), { leaveOut: endedByRestore });
  expect(await after.whoIs(cookie)).toBe(401);
  for (const table of endedByRestore) expect([table, await target.database.system.query(`select 1 from ${table}`)]).toEqual([table, []]);
  expect(await after.whoIs(await after.signIn())).toBe(200);
  await Promise.all([before.close(), after.close(), source.close(), target.close()]);
  rmSync(folder, { recursive: true });
});
