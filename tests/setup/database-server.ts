import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, SUPERUSER } from '../../packages/storage/postgres/server.ts';
import { silentLog, TEST_SERVER } from '../../packages/storage/testing.ts';

/** One throw-away PostgreSQL per test run; test files make their own databases in it (packages/storage/testing.ts). */
export default async function startTestServer(): Promise<() => Promise<void>> {
  // /tmp and not os.tmpdir(): the folder must be open to the user PostgreSQL runs as and its path short.
  const folder = mkdtempSync(join('/tmp', 'qingniao-test-'));
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
