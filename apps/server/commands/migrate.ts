import { migrate as applyMigrations, readMigrations } from '@qingniao/storage';
import { migrationsDir, withDatabase } from '../open-database.ts';
import { readSettings } from '../settings.ts';
import { commandLog } from './terminal.ts';

/** `qingniao migrate`: brings the database up to this version and says what that took. */
export async function migrate(): Promise<void> {
  const settings = readSettings();
  const migrations = readMigrations(migrationsDir);
  const applied = await withDatabase(settings, commandLog(settings), 'any', (database) => applyMigrations(database, migrations));
  for (const tag of applied) console.log(`已应用 Applied: ${tag}`);
  console.log(applied.length === 0
    ? `数据库结构已是最新（共 ${migrations.length} 个迁移）。 The database is up to date (${migrations.length} migrations in all).`
    : `完成：${applied.length} 个迁移。 Done: ${applied.length} migrations.`);
}
