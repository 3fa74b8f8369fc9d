import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildReport, catalogue, reportHtml } from '@qingniao/insights';
import { createLog } from '@qingniao/kernel';
import { openStores, type Stores } from '@qingniao/storage';
import { fillStores, type Size, YEAR } from './report-data.ts';
import { live } from './report-live.ts';
import { type Bench, type BenchContext, type Result, within } from './result.ts';

const SIZES: readonly Size[] = [{ contacts: 500_000, events: 5_000_000 }, { contacts: 5_000_000, events: 50_000_000 }];
const COLD = 15;
const AGAIN = 1;

/** The whole report of a year beside the year before, as a document: first in an engine just started, then again after new events of that year. */
export const report: Bench = {
  summary: 'full report of a brand: cold, and again after 1,000 new events',
  async *run(context) {
    for (const size of SIZES) yield* measureAt(size, context);
  },
};

async function* measureAt(size: Size, { say }: BenchContext): AsyncGenerator<Result> {
  const dataDir = mkdtempSync('/tmp/qingniao-bench-');
  chmodSync(dataDir, 0o755);
  try {
    await withStores(dataDir, (stores) => fillStores(stores, size, say));
    const [cold, again] = await withStores(dataDir, async (stores) => {
      const living = await live(stores, size);
      try {
        const first = await seconds(stores);
        await living.aThousandEvents();
        return [first, await seconds(stores)] as const;
      } finally {
        await living.close();
      }
    });
    yield within({ name: 'report', size: size.contacts, value: cold, unit: 's cold' }, COLD);
    yield within({ name: 'report', size: size.contacts, value: again, unit: 's again' }, AGAIN);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function withStores<T>(dataDir: string, work: (stores: Stores) => Promise<T>): Promise<T> {
  const migrationsDir = join(import.meta.dirname, '../migrations');
  const stores = await openStores({ dataDir, databaseUrl: null, clickhouseUrl: null, migrationsDir, log: createLog('error') });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

async function seconds({ database, warehouse }: Stores): Promise<number> {
  const began = performance.now();
  const input = await buildReport({ brand: database.forBrand(1), warehouse }, catalogue, { brandId: 1, period: YEAR, assetId: null }, { language: 'zh', aggregatesOnly: false });
  if (reportHtml(input).length < 10_000) throw new Error('that was no report');
  return (performance.now() - began) / 1000;
}
