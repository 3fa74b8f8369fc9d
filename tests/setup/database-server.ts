import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { lockFolder } from '../../packages/storage/folder-lock.ts';
import { endLeftOver, startEmbeddedPostgres, SUPERUSER } from '../../packages/storage/postgres/server.ts';
import { silentLog, TEST_SERVER } from '../../packages/storage/testing.ts';

// /tmp and not os.tmpdir(): the folder must be open to the user PostgreSQL runs as and its path short.
const PARENT = '/tmp';
const PREFIX = 'qingniao-test-';

/** One throw-away PostgreSQL per test run; test files make their own databases in it (packages/storage/testing.ts). */
export default async function startTestServer(): Promise<() => Promise<void>> {
  await sweep();
  const folder = mkdtempSync(join(PARENT, PREFIX));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: folder,
    log: silentLog,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  const admin = new pg.Client({ connectionString: server.url(SUPERUSER, 'postgres') });
  await admin.connect();
  await admin.query('CREATE ROLE qingniao LOGIN');
  await admin.end();
  process.env[TEST_SERVER] = server.url('ROLE', 'DATABASE');
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Removes what earlier runs left behind that were killed before they could. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(PARENT)) {
    const base = join(PARENT, name, 'postgres');
    const run = join(base, 'run');
    try {
      if (!name.startsWith(PREFIX) || !existsSync(join(run, 'owner'))) continue;
      const unlock = await lockFolder(run, base);
      await endLeftOver(join(base, 'data'), silentLog);
      await unlock();
      rmSync(join(PARENT, name), { recursive: true, force: true });
    } catch {
      // In use by a run of its own, or another user's: not ours to remove.
    }
  }
}
