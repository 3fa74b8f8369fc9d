import { createResetLink } from '@qingniao/access';
import { backup, restore, readMigrations } from '@qingniao/storage';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDataFolder } from '../data-folder.ts';
import { migrationsDir, withDatabase } from '../open-database.ts';
import { groupRunners } from '../runner-group.ts';
import { readRunning } from '../running.ts';
import { baseUrlOf, readSettings } from '../settings.ts';
import { startProblem } from '../start-problem.ts';
import { logOf, openCore } from '../wire.ts';

/** `qingniao migrate`: brings the database up to this version and ends. */
export async function migrateDatabase(): Promise<void> {
  const settings = readSettings();
  const count = await withDatabase(settings, logOf(settings), async (database) => (await database.system.query('select tag from migration')).length);
  console.log(`数据库结构已是最新（${count} 个迁移）。 The database is up to date (${count} migrations).`);
}

/** `qingniao backup FOLDER`: one consistent snapshot while the product goes on working, with the key that opens what is sealed. */
export async function backupTo(folder: string, { secret }: { secret: boolean }): Promise<void> {
  const settings = readSettings();
  const manifest = await withDatabase(settings, logOf(settings), (database) => backup(database, folder));
  const key = join(settings.dataDir, 'secret');
  const withKey = secret && settings.secret === null && existsSync(key);
  if (withKey) copyFileSync(key, join(folder, 'secret'));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`已备份 ${manifest.tables.length} 张表、${rows} 行到 ${folder}。 ${manifest.tables.length} tables, ${rows} rows saved to ${folder}.`);
  console.log(withKey
    ? '备份中含有密钥文件 secret，请像对待数据一样保护它。 The backup holds the key file `secret`: protect it like the data.'
    : '请另行保管 QINGNIAO_SECRET，没有它密封的数据无法打开。 Keep QINGNIAO_SECRET elsewhere: nothing sealed opens without it.');
}

/** `qingniao restore FOLDER`: into an empty installation, embedded or external; then the warehouse is filled from the log. */
export async function restoreFrom(folder: string): Promise<void> {
  const settings = readSettings();
  if (readRunning(settings.dataDir)) {
    throw startProblem('still_running', { zh: '产品正在运行，请先停止再恢复。', en: 'The product is running; stop it before restoring.' });
  }
  const log = logOf(settings);
  prepareDataFolder(settings.dataDir);
  const manifest = await withDatabase(settings, log, (database) => restore(database, readMigrations(migrationsDir), folder));
  const key = join(folder, 'secret');
  if (settings.secret === null && existsSync(key)) copyFileSync(key, join(settings.dataDir, 'secret'));
  console.log(`数据库已恢复（备份于 ${manifest.takenAt}），正在重建分析库… The database is back (saved ${manifest.takenAt}); filling the warehouse…`);
  const core = await openCore(settings, log, () => settings.port);
  try {
    await core.forwarders.rebuild();
  } finally {
    await core.stopping.run();
  }
  console.log('恢复完成。 Restored.');
}

/** `qingniao rebuild [NAME]`: projections and warehouse anew from the log. */
export async function rebuild(name: string | undefined): Promise<void> {
  const settings = readSettings();
  const core = await openCore(settings, logOf(settings), () => settings.port);
  try {
    const runners = groupRunners([core.projections, core.forwarders]);
    const known = (await runners.lag()).map((one) => one.name);
    if (name !== undefined && !known.includes(name)) {
      throw startProblem('unknown_projection', { zh: `没有名为 ${name} 的投影，可选：${known.join('、')}。`, en: `There is no projection ${name}; choose from ${known.join(', ')}.` });
    }
    for (const one of name === undefined ? known : [name]) {
      const started = performance.now();
      await runners.rebuild(one);
      console.log(`${one}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
  } finally {
    await core.stopping.run();
  }
}

/** `qingniao reset-password EMAIL`: prints a link that sets a new password once. */
export async function resetPassword(email: string): Promise<void> {
  const settings = readSettings();
  const address = readRunning(settings.dataDir)?.address ?? baseUrlOf(settings, settings.port);
  const link = await withDatabase(settings, logOf(settings), (database) => createResetLink(database, email, address));
  if (!link) throw startProblem('no_such_user', { zh: `没有邮箱为 ${email} 的用户。`, en: `There is no user with the address ${email}.` });
  console.log(`1 小时内有效，仅可使用一次 Valid for an hour, works once:\n${link}`);
}
