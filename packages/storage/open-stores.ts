import { join } from 'node:path';
import type { Log } from '@qingniao/kernel';
import { createJobs } from './jobs.ts';
import { readMigrations } from './migrate.ts';
import { openDatabase, type OpenedDatabase } from './open-database.ts';
import { createTimers } from './timers.ts';
import type { Stores } from './types.ts';
import { type OpenedWarehouse, openWarehouse } from './warehouse/open-warehouse.ts';

export interface OpenStoresOptions {
  /** Embedded engines keep their files here: `postgres/` and `warehouse/`. */
  dataDir: string;
  /** DATABASE_URL: your PostgreSQL, or null for the embedded one. */
  databaseUrl: string | null;
  /** CLICKHOUSE_URL: your ClickHouse, or null for the embedded one. */
  clickhouseUrl: string | null;
  /** The name of your ClickHouse cluster, when it is one. */
  clickhouseCluster?: string | null;
  migrationsDir: string;
  log: Log;
  /** Database connections of this process; default 20. */
  poolSize?: number;
}

export interface OpenedStores extends Stores {
  /** The engines this process runs itself; null where yours is used. */
  readonly embedded: { database: OpenedDatabase['embedded']; warehouse: OpenedWarehouse['embedded'] };
}

/** Starts or reaches both engines and migrates the database. Throws a Problem that says what to do. */
export async function openStores(options: OpenStoresOptions): Promise<OpenedStores> {
  const { dataDir, databaseUrl, clickhouseUrl, clickhouseCluster = null, migrationsDir, log, poolSize } = options;
  const migrations = readMigrations(migrationsDir);
  const [opened, reached] = await Promise.allSettled([
    openDatabase({ dataDir, url: databaseUrl, migrations, log, ...(poolSize === undefined ? {} : { poolSize }) }),
    openWarehouse({ folder: join(dataDir, 'warehouse'), url: clickhouseUrl, cluster: clickhouseCluster, log }),
  ]);
  if (opened.status === 'rejected' || reached.status === 'rejected') {
    if (opened.status === 'fulfilled') await opened.value.database.close();
    if (reached.status === 'fulfilled') await reached.value.warehouse.close();
    throw opened.status === 'rejected' ? opened.reason : (reached as PromiseRejectedResult).reason;
  }
  const { database } = opened.value;
  const { warehouse } = reached.value;
  const jobs = createJobs({ database, url: database.url, log });
  const timers = createTimers({ database, log });
  let closing: Promise<void> | null = null;
  return {
    database,
    warehouse,
    jobs,
    timers,
    embedded: { database: opened.value.embedded, warehouse: reached.value.embedded },
    close: () =>
      (closing ??= (async () => {
        await Promise.all([timers.stop(), jobs.stop()]);
        await Promise.all([warehouse.close(), database.close()]);
      })()),
  };
}
