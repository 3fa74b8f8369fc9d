import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Log } from '@qingniao/kernel';
import pg from 'pg';
import pino from 'pino';
import { connectDatabase } from './database.ts';
import { createJobs, prepareJobs } from './jobs.ts';
import { migrate, readMigrations } from './migrate.ts';
import { createTimers } from './timers.ts';
import type { Database, Stores, Warehouse } from './types.ts';

/** Set by tests/setup/database-server.ts for every worker of the run. */
export const TEST_SERVER = 'QINGNIAO_TEST_SERVER';
const ROLE = 'qingniao';
const MIGRATIONS = join(import.meta.dirname, '../../migrations');

/**
 * The stores of one test file: call in `beforeAll`, close in `afterAll`. Without `warehouse: true` there is none
 * and reaching for it throws.
 */
export async function testStores(): Promise<{ stores: Stores; close(): Promise<void> }> {
  const { database, close } = await testDatabase();
  const jobs = createJobs({ database, url: database.url, log: silentLog });
  const timers = createTimers({ database, log: silentLog });
  const stopWork = () => Promise.all([jobs.stop(), timers.stop()]);
  const stores: Stores = {
    database,
    jobs,
    timers,
    get warehouse(): Warehouse {
      throw new Error('this test asked for no warehouse: testStores({ warehouse: true })');
    },
    async close() {
      await stopWork();
      await database.close();
    },
  };
  return {
    stores,
    async close() {
      await stopWork();
      await close();
    },
  };
}

/** Says nothing. */
export const silentLog: Log = pino({ level: 'silent' });

/** A migrated throw-away database of its own: a copy of a template, 0.1 s. */
export async function testDatabase(): Promise<{ database: Database; close(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = await ensureTemplate();
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${ROLE}`));
  const database = connectDatabase({ url: testUrl(ROLE, name), log: silentLog });
  return {
    database,
    async close() {
      await database.close();
      await asAdmin((admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** One template per content of the migrations, made by whoever needs it first. */
async function ensureTemplate(): Promise<string> {
  const migrations = readMigrations(MIGRATIONS);
  const content = createHash('sha256').update(migrations.map(({ hash }) => hash).join()).digest('hex').slice(0, 16);
  const name = `template_${content}`;
  await asAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock(1)');
    const { rows } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rows.length > 0) return;
    const half = `half_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`CREATE DATABASE ${half} OWNER ${ROLE}`);
    const database = connectDatabase({ url: testUrl(ROLE, half), log: silentLog });
    try {
      await migrate(database, migrations);
      await prepareJobs(database, silentLog);
    } finally {
      await database.close();
    }
    await admin.query(`ALTER DATABASE ${half} RENAME TO ${name}`);
  });
  return name;
}

async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: testUrl('postgres', 'postgres') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function testUrl(role: string, database: string): string {
  const pattern = process.env[TEST_SERVER];
  if (!pattern) throw new Error('no test server: run with vitest, whose global setup starts one');
  return pattern.replace('ROLE', role).replace('DATABASE', database);
}
