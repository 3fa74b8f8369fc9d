import { createResetLink } from '@qingniao/access';
import { requireInstallation, withDatabase } from '../open-database.ts';
import { readRunning } from '../running.ts';
import { baseUrlOf, readSettings } from '../settings.ts';
import { startProblem } from '../start-problem.ts';
import { commandLog } from './terminal.ts';

/** `qingniao reset-password EMAIL`: prints a link that sets a new password once. */
export async function resetPassword(email: string): Promise<void> {
  const settings = readSettings();
  requireInstallation(settings);
  const address = (await readRunning(settings.dataDir))?.address ?? baseUrlOf(settings, settings.port);
  const link = await withDatabase(settings, commandLog(settings), 'current', (database) => createResetLink(database, email, address));
  if (!link) throw startProblem('no_such_user', { zh: `没有邮箱为 ${email} 的用户。`, en: `There is no user with the address ${email}.` });
  console.log(`1 小时内有效，仅可使用一次 Valid for an hour, works once:\n${link}`);
}
