import { audit, findBrand, listAllBrands, systemActor } from '@qingniao/access';
import { requireOwnKey } from '@qingniao/accounts';
import { messageOf } from '@qingniao/kernel';
import { commitImport, previewImport, type ImportPreview } from '@qingniao/people';
import { channelSources } from '@qingniao/recruitment';
import type { Database } from '@qingniao/storage';
import { readFileSync } from 'node:fs';
import { existingSecrets } from '../data-folder.ts';
import { requireInstallation, withDatabase } from '../open-database.ts';
import { readSettings, type Settings } from '../settings.ts';
import { startProblem } from '../start-problem.ts';
import { commandLog, confirm, grouped, seconds } from './terminal.ts';

export interface ImportFlags {
  brand: number;
  dryRun: boolean;
  yes: boolean;
  consentText: string;
}

/** `qingniao import FILE --brand ID`: says what is in the file and what is wrong with it, then takes all of it or nothing. */
export async function importContacts(file: string, { brand, dryRun, yes, consentText }: ImportFlags): Promise<void> {
  const settings = readSettings();
  requireInstallation(settings);
  const bytes = readBytes(file);
  await withDatabase(settings, commandLog(settings), 'current', async (database) => {
    await requireBrand(database, brand);
    const secrets = await ownSecrets(settings, database);
    const db = database.forBrand(brand);
    const preview = await previewImport(db, bytes, secrets);
    sayPreview(preview);
    if (preview.errors.length > 0) {
      const errors = preview.errors.length + preview.moreErrors;
      throw startProblem('import_errors', { zh: `有 ${errors} 处错误，未导入任何数据。`, en: `${errors} error${errors === 1 ? '' : 's'}; nothing was imported.` });
    }
    if (dryRun) return console.log('仅为预览，未导入任何数据。 A preview only; nothing was imported.');
    if (!yes) await confirm(`将全部 ${grouped(preview.rows)} 行导入品牌 ${brand}？输入 yes 确认。 Import all ${grouped(preview.rows)} rows into brand ${brand}? Type yes.`, 'yes');
    const started = performance.now();
    const done = await commitImport(db, bytes, { digest: preview.digest, by: 'cli', consentText }, secrets, channelSources, (tx, imported) =>
      audit(tx, { actor: systemActor('cli'), brand: db }, { action: 'contacts.imported', subject: `file:${preview.digest.slice(0, 12)}`, after: imported }));
    console.log(`已导入 ${grouped(done.rows)} 行、${grouped(done.contacts)} 位联系人（${seconds(started)}）。 ${grouped(done.rows)} rows imported, ${grouped(done.contacts)} contacts (${seconds(started)}).`);
  });
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw startProblem('file_unreadable', { zh: `无法读取 ${file}（${messageOf(error)}）。`, en: `${file} cannot be read (${messageOf(error)}).` }, error);
  }
}

async function requireBrand(database: Database, brandId: number): Promise<void> {
  if (await findBrand(database.system, brandId)) return;
  const known = (await listAllBrands(database)).map(({ id, name }) => `${id} ${name}`);
  throw startProblem('no_such_brand', {
    zh: `没有编号为 ${brandId} 的品牌，现有：${known.join('、') || '无'}。`, en: `There is no brand ${brandId}; there are: ${known.join(', ') || 'none'}.`,
  });
}

/** Phones hashed under another key would match nobody, so none is made here. */
async function ownSecrets(settings: Settings, database: Database) {
  const secrets = existingSecrets(settings.dataDir, settings.secret);
  if (!secrets) {
    throw startProblem('no_key', {
      zh: `${settings.dataDir} 中没有 secret 文件：请设置产品所用的 QINGNIAO_SECRET。`,
      en: `There is no secret file in ${settings.dataDir}: set the QINGNIAO_SECRET the product runs with.`,
    });
  }
  await requireOwnKey(database, secrets);
  return secrets;
}

function sayPreview({ rows, people, known, columns, errors, moreErrors }: ImportPreview): void {
  console.log(`${grouped(rows)} 行、${grouped(people)} 人，其中 ${grouped(known)} 人已知。 ${grouped(rows)} rows about ${grouped(people)} people, ${grouped(known)} of them known.`);
  const ignored = columns.filter((column) => !column.known).map(({ name }) => name);
  if (ignored.length > 0) console.log(`未识别、将忽略的列 Columns left out: ${ignored.join(', ')}`);
  for (const { line, column, zh, en } of errors) console.log(`  第 ${line} 行 line ${line}${column ? ` (${column})` : ''}: ${zh} ${en}`);
  if (moreErrors > 0) console.log(`  …还有 ${moreErrors} 处 and ${moreErrors} more`);
}
