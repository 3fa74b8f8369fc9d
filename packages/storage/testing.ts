import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Log } from '@qingniao/kernel';
import pg from 'pg';
import pino from 'pino';
import { connectDatabase } from './database.ts';
import { prepareJobs } from './job-queue.ts';
import { createJobs } from './jobs.ts';
import { migrate, readMigrations } from './migrate.ts';
import { createTimers } from './timers.ts';
import type { Database, Stores, Warehouse } from './types.ts';
import { openWarehouse } from './warehouse/open-warehouse.ts';

/** Set by tests/setup/database-server.ts for every worker of the run. */
export const TEST_SERVER = 'QINGNIAO_TEST_SERVER';
const ROLE = 'qingniao';
const MIGRATIONS = join(import.meta.dirname, '../../migrations');

/**
 * The stores of one test file: call in `beforeAll`, close in `afterAll`. The warehouse is an engine of its own
 * (half a second, 300 MB), so only those who ask for it get it; for the others reaching for it throws.
 */
export async function testStores(options: { warehouse?: boolean } = {}): Promise<{ stores: Stores; close(): Promise<void> }> {
  const [{ database, close }, analytics] = await Promise.all([testDatabase(), options.warehouse ? testWarehouse() : null]);
  const jobs = createJobs({ database, url: database.url, log: silentLog });
  const timers = createTimers({ database, log: silentLog });
  const stopWork = async () => {
    await Promise.all([jobs.stop(), timers.stop()]);
    await analytics?.close();
  };
  const stores: Stores = {
    database,
    jobs,
    timers,
    get warehouse(): Warehouse {
      if (analytics) return analytics.warehouse;
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

/** An empty embedded warehouse in a throw-away folder. */
export async function testWarehouse(): Promise<{ warehouse: Warehouse; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'qingniao-warehouse-'));
  const { warehouse } = await openWarehouse({ folder, url: null, log: silentLog });
  return {
    warehouse,
    async close() {
      await warehouse.close();
      rmSync(folder, { recursive: true, force: true });
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

/** A port for a server that is yet to be started: below those the system hands out, so that nobody else is given it meanwhile. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => probe.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)));
    if (!free) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}
