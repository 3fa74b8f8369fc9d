import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storesHealth } from './health.ts';
import { type OpenedStores, openStores } from './open-stores.ts';
import { silentLog } from './testing.ts';

const dataDir = mkdtempSync('/tmp/qingniao-stores-');
chmodSync(dataDir, 0o755);
const migrationsDir = join(import.meta.dirname, '../../migrations');
const open = () => openStores({ dataDir, databaseUrl: null, clickhouseUrl: null, migrationsDir, log: silentLog });
const insert = `INSERT INTO timer (brand_id, name, key, due_at, payload) VALUES (1, 'wait', $1, '2026-01-01Z', '{}')`;

let stores: OpenedStores;
beforeAll(async () => (stores = await open()));
afterAll(async () => {
  await stores.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('embedded stores', () => {
  it('say how they are', async () => {
    expect(await storesHealth(stores)).toEqual({
      database: { mode: 'embedded', reachable: true, version: expect.stringMatching(/^18\./), sizeBytes: expect.any(Number), restarts: 0, warning: null, error: null },
      warehouse: { mode: 'embedded', reachable: true, version: expect.stringMatching(/^\d+\.\d+/), sizeBytes: 0, restarts: 0, warning: null, error: null },
      failingTimers: 0,
    });
  });

  it('refuse a second owner of the folder while the first lives', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'data_folder_in_use' });
  });

  it('PostgreSQL killed with -9: what was acknowledged is there, later callers wait instead of failing', async () => {
    const acknowledged: string[] = [];
    let lost = 0;
    const heard: string[] = [];
    await stores.database.listen('after_crash', (payload) => void heard.push(payload));
    for (let n = 0; n < 400; n++) {
      if (n === 100) process.kill(stores.embedded.database!.pid()!, 'SIGKILL');
      await stores.database.forBrand(1).query(insert, [`k${n}`]).then(() => acknowledged.push(`k${n}`), () => lost++);
    }
    expect(stores.embedded.database!.restarts()).toBe(1);
    const there = await stores.database.forBrand(1).query<{ key: string }>('SELECT key FROM timer');
    const keys = new Set(there.map(({ key }) => key));
    expect(acknowledged.filter((key) => !keys.has(key))).toEqual([]);
    // Only statements that were under way when it died may fail; the others waited.
    expect(lost).toBeLessThanOrEqual(2);
    await expect.poll(async () => {
      await stores.database.system.query(`SELECT pg_notify('after_crash', 'back')`);
      return heard;
    }).toContain('back');
  }, 60_000);

  it('stop, start again and have everything', async () => {
    const [before] = await stores.database.system.query<{ n: number }>('SELECT count(*) AS n FROM timer');
    await stores.warehouse.createTable({ name: 'kept', columns: { id: 'UInt64' }, engine: 'MergeTree', orderBy: ['id'] });
    await stores.warehouse.insert('kept', [{ id: 1 }], 'once');
    await stores.close();
    stores = await open();
    expect(await stores.database.system.query('SELECT count(*) AS n FROM timer')).toEqual([before]);
    expect(await stores.warehouse.query('SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });
});
