import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseContract } from './database.contract.ts';
import { storesHealth } from './health.ts';
import { readMigrations } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import type { OpenedStores } from './open-stores.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres, SUPERUSER } from './postgres/server.ts';
import { freePort, silentLog, testDatabase } from './testing.ts';
import type { Warehouse } from './types.ts';

describe('PostgreSQL, embedded', () => databaseContract(testDatabase));

// A second server on a TCP port stands for somebody's own PostgreSQL behind DATABASE_URL.
describe('PostgreSQL, by URL', () => {
  const dataDir = mkdtempSync('/tmp/qingniao-external-');
  const migrations = readMigrations(join(import.meta.dirname, '../../migrations'));
  let server: EmbeddedPostgres;
  let port: number;
  beforeAll(async () => {
    chmodSync(dataDir, 0o755);
    port = await freePort();
    server = await startEmbeddedPostgres({ dataDir, log: silentLog, tcpPort: port, settings: { fsync: 'off' } });
    await asSuperuser(`CREATE ROLE app LOGIN PASSWORD 'p@ss'`, 'CREATE DATABASE crm OWNER app', 'CREATE ROLE guest LOGIN');
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const asSuperuser = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: server.url(SUPERUSER, 'postgres') });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const open = async (user: string, name: string) => {
    const { database, embedded } = await openDatabase({ dataDir, url: `postgres://${user}@127.0.0.1:${port}/${name}`, migrations, log: silentLog });
    return { database, embedded, close: () => database.close() };
  };

  describe('the contract', () => databaseContract(() => open('app:p%40ss', 'crm')));

  it('may be opened by several processes at once and again and again', async () => {
    await asSuperuser('CREATE DATABASE shared OWNER app');
    const opened = await Promise.all([1, 2, 3].map(() => open('app', 'shared')));
    await Promise.all(opened.map(({ close }) => close()));
    await open('app', 'shared').then(({ close }) => close());
  });

  it('warns when the user sees all brands whatever the policies say', async () => {
    const { database, close } = await open(SUPERUSER, 'postgres');
    const warehouse = { query: () => Promise.reject(new Error('not asked')) } as unknown as Warehouse;
    const { database: health } = await storesHealth({ database, warehouse, embedded: { database: null, warehouse: null } } as OpenedStores);
    expect(health).toMatchObject({ mode: 'external', reachable: true, warning: { en: expect.stringContaining('"postgres"'), zh: expect.stringContaining('超级用户') } });
    await close();
  });

  it('says what is wrong with the URL', async () => {
    await expect(open('app', 'nowhere')).rejects.toMatchObject({ code: 'database_unreachable', text: { en: expect.stringContaining('nowhere') } });
    await expect(open('guest', 'crm')).rejects.toMatchObject({ code: 'database_not_writable' });
    await expect(openDatabase({ dataDir, url: 'postgres://app@127.0.0.1:1/crm', migrations, log: silentLog })).rejects.toMatchObject({ code: 'database_unreachable' });
  });

  it('refuses a database made by other migrations', async () => {
    await asSuperuser('CREATE DATABASE newer OWNER app');
    const { database, close } = await open('app', 'newer');
    await database.system.query(`INSERT INTO migration (tag, hash) VALUES ('9999_future', 'x')`);
    await close();
    await expect(open('app', 'newer')).rejects.toMatchObject({ code: 'schema_mismatch' });
  });
});
