import type { Log } from '@qingniao/kernel';
import { readManifest, readMigrations, restore, type Database } from '@qingniao/storage';
import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { existingSecrets, keyFile, prepareDataFolder, readKeyFile } from '../data-folder.ts';
import { migrationsDir, requireStopped, withDatabase } from '../open-database.ts';
import { openHistory } from '../open-history.ts';
import { readSettings, type Settings } from '../settings.ts';
import { explainFailure, startProblem } from '../start-problem.ts';
import { fitsBackup } from './key-check.ts';
import { rebuildOne } from './rebuild.ts';
import { commandLog, grouped, progress } from './terminal.ts';

/** What ended since must not begin again: sessions that were signed out, links that were used, guesses that were forgotten. */
export const endedByRestore = ['session', 'password_link', 'attempt'];

/**
 * `qingniao restore FOLDER`: into an empty installation, embedded or yours, or with `force` over what is there; then
 * the warehouse is filled from the log. Nothing is at work meanwhile and WeChat is not called.
 */
export async function restoreFrom(folder: string, { force }: { force: boolean }): Promise<void> {
  const settings = readSettings();
  const log = commandLog(settings);
  await requireStopped(settings);
  const { takenAt } = readManifest(folder);
  requireKey(settings, folder);
  prepareDataFolder(settings.dataDir);
  const line = progress();
  await withDatabase(settings, log, 'any', async (database) => {
    await requireAlone(database);
    await restore(database, readMigrations(migrationsDir), folder, { replace: force, leaveOut: endedByRestore, copied: (name, rows) => line.at(`${name}: ${grouped(rows)}`) });
  });
  line.end();
  placeKey(settings, folder);
  console.log(`数据库已恢复（备份于 ${takenAt}），正在由日志重建分析库… The database is back (saved ${takenAt}); filling the warehouse from the log…`);
  await fillWarehouse(settings, log).catch((error: unknown) => {
    throw startProblem('warehouse_not_filled', {
      zh: `数据库已恢复，但分析库未能重建（${explainFailure(error)}）：排除原因后运行 qingniao rebuild --warehouse。`,
      en: `The database is back, but the warehouse could not be filled (${explainFailure(error)}); once that is solved, run qingniao rebuild --warehouse.`,
    }, error);
  });
  console.log('恢复完成，可以启动产品。 Restored; the product may start.');
  console.log(`所有人须重新登录。备份（${takenAt}）之后撤销的 API 密钥、移出或调整角色的成员、修改的密码、处理的删除请求均已退回，请逐项重做。 `
    + `Everybody signs in anew. API keys revoked, members taken out or given other roles, passwords changed and people erased since ${takenAt} are back as they were: repeat that.`);
}

/** Before anything is changed: is the key here that opens this backup? */
function requireKey({ dataDir, secret }: Settings, folder: string): void {
  const brought = keyFile(folder);
  const secrets = secret === null && existsSync(brought) ? readKeyFile(brought) : existingSecrets(dataDir, secret);
  if (!secrets) {
    throw startProblem('no_key', {
      zh: '备份中没有密钥：请设置原来的 QINGNIAO_SECRET，或先把原来的 secret 文件放入数据目录。',
      en: 'The backup holds no key: set the QINGNIAO_SECRET it was made with, or put its secret file into the data folder first.',
    });
  }
  if (fitsBackup(secrets, folder) !== false) return;
  throw startProblem('wrong_key', {
    zh: '当前密钥与备份时的不同：请使用原来的 QINGNIAO_SECRET 或 secret 文件。',
    en: 'The key here is not the one the backup was made with: use that QINGNIAO_SECRET or secret file.',
  });
}

/** Other connections of the product on your own PostgreSQL, from whatever machine. */
async function requireAlone(database: Database): Promise<void> {
  const [others] = await database.system.query<{ count: number }>(
    `select count(*) "count" from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'qingniao%'`);
  if (others!.count === 0) return;
  throw startProblem('still_connected', {
    zh: `另有 ${others!.count} 个青鸟连接在使用该数据库，请先停止所有进程。`,
    en: `${others!.count} other connections of Qingniao use this database; stop every process first.`,
  });
}

/** The backup's key takes the place of the one here, which is kept beside it. */
function placeKey({ dataDir, secret }: Settings, folder: string): void {
  const brought = keyFile(folder);
  if (secret !== null || !existsSync(brought)) return;
  const own = keyFile(dataDir);
  if (existsSync(own)) {
    if (readFileSync(own, 'utf8') === readFileSync(brought, 'utf8')) return;
    renameSync(own, join(dataDir, 'secret.before-restore'));
  }
  copyFileSync(brought, own);
  chmodSync(own, 0o600);
}

async function fillWarehouse(settings: Settings, log: Log): Promise<void> {
  const history = await openHistory(settings, log);
  try {
    for (const { name } of await history.forwarders.lag()) await rebuildOne(history.forwarders, name);
  } finally {
    await history.stopping.run();
  }
}
