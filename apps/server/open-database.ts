import type { Log } from '@qingniao/kernel';
import { connectDatabase, openDatabase, readMigrations, type Database } from '@qingniao/storage';
import { join } from 'node:path';
import { prepareDataFolder } from './data-folder.ts';
import { productRoot } from './root.ts';
import { readRunning } from './running.ts';
import type { Settings } from './settings.ts';

export const migrationsDir = join(productRoot, 'migrations');

/** The database alone, for commands: the running product's own, yours, or the embedded one started for the moment. */
export async function withDatabase<T>(settings: Settings, log: Log, work: (database: Database) => Promise<T>): Promise<T> {
  prepareDataFolder(settings.dataDir);
  const running = settings.databaseUrl === null ? readRunning(settings.dataDir) : null;
  const database = running
    ? connectDatabase({ url: running.databaseUrl, log, poolSize: 4 })
    : (await openDatabase({ dataDir: settings.dataDir, url: settings.databaseUrl, migrations: readMigrations(migrationsDir), log, poolSize: 4 })).database;
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
