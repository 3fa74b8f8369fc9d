import { systemActor, audit, findBrand } from '@qingniao/access';
import { commitImport, previewImport } from '@qingniao/people';
import { channelSources } from '@qingniao/recruitment';
import { readFileSync } from 'node:fs';
import { openSecrets } from '../data-folder.ts';
import { withDatabase } from '../open-database.ts';
import { readSettings } from '../settings.ts';
import { startProblem } from '../start-problem.ts';
import { logOf } from '../wire.ts';

/** `qingniao import FILE --brand ID [--commit]`: says what is in the file and what is wrong; with --commit takes all of it or nothing. */
export async function importContacts(file: string, { brand, commit, consentText }: { brand: number; commit: boolean; consentText: string }): Promise<void> {
  const settings = readSettings();
  const bytes = readFileSync(file);
  const secrets = openSecrets(settings.dataDir, settings.secret);
  await withDatabase(settings, logOf(settings), async (database) => {
    if (!(await findBrand(database.system, brand))) {
      throw startProblem('no_such_brand', { zh: `没有编号为 ${brand} 的品牌。`, en: `There is no brand ${brand}.` });
    }
    const db = database.forBrand(brand);
    const preview = await previewImport(db, bytes, secrets);
    console.log(`${preview.rows} 行，其中 ${preview.known} 人已知。 ${preview.rows} rows, ${preview.known} of them known people.`);
    const ignored = preview.columns.filter(({ known }) => !known).map(({ name }) => name);
    if (ignored.length > 0) console.log(`未识别的列 Columns left out: ${ignored.join(', ')}`);
    for (const error of preview.errors) console.log(`  第 ${error.line} 行 line ${error.line}${error.column ? ` (${error.column})` : ''}: ${error.zh} ${error.en}`);
    if (preview.moreErrors > 0) console.log(`  …还有 ${preview.moreErrors} 处 and ${preview.moreErrors} more`);
    if (preview.errors.length > 0) throw startProblem('import_errors', { zh: '未导入任何数据。', en: 'Nothing was imported.' });
    if (!commit) {
      console.log('仅为预览；加上 --commit 正式导入。 A preview only; add --commit to import.');
      return;
    }
    const done = await commitImport(db, bytes, { digest: preview.digest, by: 'cli', consentText }, secrets, channelSources);
    await db.tx((tx) => audit(tx, { actor: systemActor('cli'), brand: db }, { action: 'contacts.imported', subject: `file:${preview.digest.slice(0, 12)}`, after: done }));
    console.log(`已导入 ${done.rows} 行、${done.contacts} 位联系人。 ${done.rows} rows imported, ${done.contacts} contacts.`);
  });
}
