import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { lockFolder } from '../../packages/storage/folder-lock.ts';
import { endLeftOver, startEmbeddedPostgres, SUPERUSER } from '../../packages/storage/postgres/server.ts';
import { silentLog, TEST_SERVER } from '../../packages/storage/testing.ts';

/**
 * In memory where there is room: a run makes a hundred databases of a thousand files each, 0.1 s there and 0.5 s on a disk, and
 * starts dozens of products. Otherwise /tmp and not os.tmpdir(): open to the user PostgreSQL runs as, and its path short.
 */
const PARENTS = ['/dev/shm', '/tmp'].filter((folder) => existsSync(folder));
const ROOM = 8 * 2 ** 30;
const PREFIX = 'qingniao-test-';

/** One throw-away PostgreSQL per test run; test files make their own databases in it (packages/storage/testing.ts). */
export default async function startTestServer(): Promise<() => Promise<void>> {
  for (const parent of PARENTS) await sweep(parent);
  const folder = mkdtempSync(join(PARENTS.find(hasRoom) ?? '/tmp', PREFIX));
  // What tests keep in os.tmpdir() lies beside it, and is gone with it.
  const scratch = join(folder, 'tmp');
  mkdirSync(scratch);
  for (const each of [folder, scratch]) chmodSync(each, 0o755);
  process.env['TMPDIR'] = scratch;
  const server = await startEmbeddedPostgres({
    dataDir: folder,
    log: silentLog,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', max_wal_size: '512MB' },
  });
  const admin = new pg.Client({ connectionString: server.url(SUPERUSER, 'postgres') });
  await admin.connect();
  await admin.query('CREATE ROLE qingniao LOGIN');
  await admin.end();
  process.env[TEST_SERVER] = server.url('ROLE', 'DATABASE');
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

const hasRoom = (folder: string): boolean => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ROOM;
};

/** Removes what earlier runs left behind that were killed before they could. */
async function sweep(parent: string): Promise<void> {
  for (const name of readdirSync(parent)) {
    const base = join(parent, name, 'postgres');
    const run = join(base, 'run');
    try {
      if (!name.startsWith(PREFIX) || !existsSync(join(run, 'owner'))) continue;
      const unlock = await lockFolder(run, base);
      await endLeftOver(join(base, 'data'), silentLog);
      await unlock();
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // In use by a run of its own, or another user's: not ours to remove.
    }
  }
}
