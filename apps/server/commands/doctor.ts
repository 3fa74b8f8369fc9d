import type { Secrets } from '@qingniao/kernel';
import { join } from 'node:path';
import { existingSecrets } from '../data-folder.ts';
import { lookAtAccounts } from '../doctor/accounts.ts';
import { lookAtDrops } from '../doctor/drops.ts';
import { bad, type Finding } from '../doctor/finding.ts';
import { lookAtAddress, lookAtConsole, lookAtFolder, lookAtKey, lookAtMachine, lookAtMail, lookAtPdf } from '../doctor/installation.ts';
import { lookAtDatabase, lookAtWarehouse } from '../doctor/stores.ts';
import { isInstalled, withDatabase } from '../open-database.ts';
import { productRoot } from '../root.ts';
import { readSettings } from '../settings.ts';
import { explainFailure } from '../start-problem.ts';
import { commandLog } from './terminal.ts';

export interface DoctorFlags {
  /** Ask WeChat about every account now instead of telling what it said last. */
  accounts: boolean;
  json: boolean;
}

/** `qingniao doctor`: looks at everything a start needs, changes nothing and says what to do; exit code 1 when something is wrong. */
export async function doctor({ accounts, json }: DoctorFlags): Promise<void> {
  const settings = readSettings();
  const log = commandLog(settings);
  const findings: Finding[] = [];
  const look = async (area: string, at: () => Finding[] | Promise<Finding[]>) => {
    try {
      findings.push(...(await at()));
    } catch (error) {
      findings.push(bad(area, explainFailure(error)));
    }
  };
  await look('machine', () => lookAtMachine(settings));
  await look('data folder', () => lookAtFolder(settings));
  let secrets: Secrets | null = null;
  await look('key', () => {
    secrets = existingSecrets(settings.dataDir, settings.secret);
    return lookAtKey(settings, secrets);
  });
  await look('console', () => lookAtConsole(join(productRoot, 'apps/console/dist')));
  await look('address', () => lookAtAddress(settings));
  await look('mail', () => lookAtMail(settings));
  await look('PDF', () => lookAtPdf(settings));
  if (isInstalled(settings)) {
    await look('warehouse', () => lookAtWarehouse(settings, log));
    await look('database', () => withDatabase(settings, log, 'any', async (database) => {
      await look('database', () => lookAtDatabase(database, settings, secrets));
      await look('drops', () => lookAtDrops(database, secrets));
      await look('accounts', () => lookAtAccounts(database, settings, secrets, accounts));
      return [];
    }));
  }
  if (json) console.log(JSON.stringify({ healthy: isHealthy(findings), findings }, null, 2));
  else print(findings);
  if (!isHealthy(findings)) process.exitCode = 1;
}

const isHealthy = (findings: readonly Finding[]): boolean => findings.every(({ state }) => state !== 'bad');

const marks = { good: '✓', note: '·', bad: '✗' };

function print(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ area }) => area.length));
  for (const { area, state, zh, en } of findings) console.log(`${marks[state]} ${area.padEnd(width)}  ${zh === en ? en : `${zh} ${en}`}`);
}
