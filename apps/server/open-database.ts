import type { Log } from '@qingniao/kernel';
import { connectDatabase, openDatabase, readMigrations, type Database } from '@qingniao/storage';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDataFolder } from './data-folder.ts';
import { productRoot } from './root.ts';
import { readRunning } from './running.ts';
import type { Settings } from './settings.ts';
import { startProblem } from './start-problem.ts';

export const migrationsDir = join(productRoot, 'migrations');

const POOL_SIZE = 4;

/**
 * The database alone, for commands: the running product's own, yours, or the embedded one started for the moment.
 * @param schema `current` migrates it first (unless the product runs); `any` leaves it as it is.
 */
export async function withDatabase<T>(settings: Settings, log: Log, schema: 'current' | 'any', work: (database: Database) => Promise<T>): Promise<T> {
  prepareDataFolder(settings.dataDir);
  const running = settings.databaseUrl === null ? await readRunning(settings.dataDir) : null;
  const migrations = schema === 'current' ? readMigrations(migrationsDir) : null;
  const database = running
    ? connectDatabase({ url: running.databaseUrl, log, poolSize: POOL_SIZE })
    : (await openDatabase({ dataDir: settings.dataDir, url: settings.databaseUrl, migrations, log, poolSize: POOL_SIZE })).database;
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** A start leaves its key in the data folder, `migrate` alone an engine. */
export const isInstalled = ({ databaseUrl, dataDir }: Settings): boolean =>
  databaseUrl !== null || ['secret', 'postgres'].some((name) => existsSync(join(dataDir, name)));

/** Throws where there is nothing yet, so that a mistyped folder does not become an empty installation. */
export function requireInstallation(settings: Settings): void {
  if (isInstalled(settings)) return;
  throw startProblem('no_installation', {
    zh: `${settings.dataDir} 中没有青鸟的数据：请用 QINGNIAO_DATA 指定数据目录，或设置 DATABASE_URL。`,
    en: `There is no Qingniao data in ${settings.dataDir}: name the data folder with QINGNIAO_DATA, or set DATABASE_URL.`,
  });
}

/** Throws while a product runs on this data folder. */
export async function requireStopped({ dataDir }: Settings): Promise<void> {
  const running = await readRunning(dataDir);
  if (!running) return;
  throw startProblem('still_running', {
    zh: `产品正在运行（进程 ${running.pid}），请先停止。`, en: `The product is running (process ${running.pid}); stop it first.`,
  });
}
