import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '@qingniao/access';
import { callbackRoutes, createAppender, createCallbackTally } from '@qingniao/activity';
import { createLog } from '@qingniao/kernel';
import { openDatabase, readMigrations } from '@qingniao/storage';
import { testAsset } from '../domains/activity/testing.ts';
import { answer } from './child.ts';

/** Our callback on the embedded PostgreSQL, set up as the product sets it up: fsync on, a commit before each answer. */
const log = createLog('error');
const dataDir = mkdtempSync('/tmp/qingniao-bench-');
chmodSync(dataDir, 0o755);
const { database } = await openDatabase({ dataDir, url: null, migrations: readMigrations(join(import.meta.dirname, '../migrations')), log });
const appender = await createAppender({ database, log });
const tally = createCallbackTally({ database, log });
const asset = testAsset('bench');
const app = createApp();
await app.register(callbackRoutes, { appender, tally, log, assets: new Map([[asset.id, asset]]) });
await app.listen({ port: 0, host: '127.0.0.1' });

answer({
  port: () => (app.server.address() as { port: number }).port,
  count: async () => (await database.system.query<{ n: number }>('select count(*) as n from event'))[0]!.n,
  async stop() {
    await app.close();
    await tally.close();
    await appender.close();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  },
});
