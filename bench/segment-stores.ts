import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog, followClock } from '@qingniao/kernel';
import { openStores, type Stores, type Warehouse } from '@qingniao/storage';
import { AS_OF } from './segment-data.ts';

/** Embedded stores in a throw-away folder, with the clock standing at the end of the made-up history. */
export async function* withStores<T>(work: (stores: Stores) => AsyncIterable<T>): AsyncGenerator<T> {
  const dataDir = mkdtempSync('/tmp/qingniao-bench-');
  chmodSync(dataDir, 0o755);
  const release = followClock(() => AS_OF.getTime());
  const stores = await openStores({ dataDir, databaseUrl: null, clickhouseUrl: null, migrationsDir: join(import.meta.dirname, '../migrations'), log: createLog('error') });
  try {
    yield* work(stores);
  } finally {
    await stores.close();
    release();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Waits until the engine has tidied up after the load, as it has on any day but that of a first fill. */
export async function merged(warehouse: Warehouse): Promise<void> {
  while ((await warehouse.query<{ n: number }>('select count() as n from system.merges'))[0]!.n > 0) await sleep(500);
}

export const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
