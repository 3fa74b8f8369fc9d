import { createSecrets, messageOf, type Secrets } from '@qingniao/kernel';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmdirSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startProblem } from './start-problem.ts';

/** Makes the data folder when it is missing. Throws one plain sentence when it cannot be written. */
export function prepareDataFolder(folder: string): void {
  try {
    makeWritable(folder);
  } catch (error) {
    throw startProblem('data_unwritable', {
      zh: `数据目录 ${folder} 无法写入：请修改权限，或用 QINGNIAO_DATA 指定其他目录。`,
      en: `The data folder ${folder} cannot be written: change its permissions, or name another one with QINGNIAO_DATA.`,
    }, error);
  }
}

/** The same for a backup, which nobody else may read. */
export function prepareBackupFolder(folder: string): void {
  try {
    makeWritable(folder, 0o700);
  } catch (error) {
    throw startProblem('backup_unwritable', { zh: `备份目录 ${folder} 无法写入：请修改权限，或另选目录。`, en: `The backup folder ${folder} cannot be written: change its permissions, or name another one.` }, error);
  }
}

function makeWritable(folder: string, mode?: number): void {
  makeFolder(folder, mode);
  // Rights say little to root and nothing of read-only disks: writing is tried.
  rmdirSync(mkdtempSync(join(folder, '.write-')));
}

/** Level by level: Node's recursive mkdir never returns where new names are refused with ENOENT, as under /proc. */
function makeFolder(folder: string, mode?: number): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The installation's master key: the setting, else the data folder's file, made on the first start. */
export function openSecrets(dataDir: string, given: string | null): Secrets {
  return createSecrets(given === null ? secretFile(keyFile(dataDir)) : readKey(given, 'QINGNIAO_SECRET'));
}

/** The same without making one: null where there is none yet. */
export function existingSecrets(dataDir: string, given: string | null): Secrets | null {
  if (given !== null) return createSecrets(readKey(given, 'QINGNIAO_SECRET'));
  return existsSync(keyFile(dataDir)) ? readKeyFile(keyFile(dataDir)) : null;
}

/** Where a data folder, or a backup of it, has its key. */
export const keyFile = (folder: string): string => join(folder, 'secret');

export const readKeyFile = (path: string): Secrets => createSecrets(readKey(readFileSync(path, 'utf8').trim(), path));

function secretFile(path: string): Buffer {
  try {
    // 'wx' fails when the file is there: of two processes starting at once only one makes it.
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `${randomBytes(32).toString('hex')}\n`);
    closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw startProblem('secret_unwritable', { zh: `无法写入 ${path}（${messageOf(error)}）。`, en: `${path} cannot be written (${messageOf(error)}).` }, error);
    }
  }
  return readKey(readFileSync(path, 'utf8').trim(), path);
}

function readKey(text: string, source: string): Buffer {
  const key = /^[0-9a-f]{64,}$/i.test(text) && text.length % 2 === 0 ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (key.length >= 32) return key;
  throw startProblem('secret_short', {
    zh: `${source} 须为 32 字节以上的 hex 或 base64（可用 openssl rand -hex 32 生成）。`,
    en: `${source} must be 32 bytes or more in hex or base64 (make one with: openssl rand -hex 32).`,
  });
}
