import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Its newest stable release when this was written. */
export const VENDURE = '3.7.3';
/** What its database layer speaks PostgreSQL with, at the version we use ourselves. */
const PG = '8.23.1';

/**
 * Vendure is GPL: it is no dependency of ours, and nothing of it is in this repository. It is installed from the npm registry
 * into a folder of the user's cache (QINGNIAO_BENCH_PEERS says another), once.
 * @returns that folder. Throws when it cannot be installed: the bench then fails
 */
export async function installVendure(say: (line: string) => void): Promise<string> {
  const peers = process.env['QINGNIAO_BENCH_PEERS'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'qingniao-bench');
  const home = join(peers, `vendure-${VENDURE}`);
  const installed = join(home, 'installed');
  if (existsSync(installed)) return home;
  say(`installing Vendure ${VENDURE} into ${home}, outside this repository; once, about a minute`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  try {
    // Its native parts come built; no script of a package is run.
    await promisify(execFile)('npm', ['install', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', `@vendure/core@${VENDURE}`, `pg@${PG}`], { cwd: home });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new Error(`the peer of this bench, Vendure ${VENDURE}, could not be installed into ${home} (npm install needs the registry):\n${stderr.trim()}`, { cause: error });
  }
  writeFileSync(installed, '');
  return home;
}
