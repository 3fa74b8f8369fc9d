import { backup } from '@qingniao/storage';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { existingSecrets, keyFile, prepareBackupFolder } from '../data-folder.ts';
import { requireInstallation, withDatabase } from '../open-database.ts';
import { readSettings } from '../settings.ts';
import { commandLog, grouped, progress, seconds } from './terminal.ts';
import { KEY_CHECK, keyCheckOf } from './key-check.ts';

/**
 * `qingniao backup FOLDER`: one consistent snapshot while the product goes on working, with the key that opens what is
 * sealed. The schema stays as it is: a backup before an upgrade is made by either version.
 */
export async function backUp(folder: string, { secret }: { secret: boolean }): Promise<void> {
  const settings = readSettings();
  requireInstallation(settings);
  prepareBackupFolder(folder);
  const started = performance.now();
  const line = progress();
  const manifest = await withDatabase(settings, commandLog(settings), 'any', (database) =>
    backup(database, folder, (name, rows) => line.at(`${name}: ${grouped(rows)}`)));
  line.end();
  const secrets = existingSecrets(settings.dataDir, settings.secret);
  if (secrets) writeFileSync(join(folder, KEY_CHECK), `${keyCheckOf(secrets)}\n`, { mode: 0o600 });
  const key = keyFile(settings.dataDir);
  const withKey = secret && settings.secret === null && existsSync(key);
  if (withKey) copyFileSync(key, join(folder, 'secret'));
  const rows = grouped(manifest.tables.reduce((sum, table) => sum + table.rows, 0));
  console.log(`已备份 ${manifest.tables.length} 张表、${rows} 行到 ${folder}（${seconds(started)}）。 ${manifest.tables.length} tables, ${rows} rows saved to ${folder} (${seconds(started)}).`);
  console.log(withKey
    ? '备份中含有密钥文件 secret，请像对待数据一样保护它。 The backup holds the key file `secret`: protect it like the data.'
    : '备份中没有密钥：请另行保管，没有它密封的数据无法打开。 The key is not in the backup: keep it elsewhere, nothing sealed opens without it.');
}
