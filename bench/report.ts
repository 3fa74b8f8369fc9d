import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildReport, catalogue, reportHtml } from '@qingniao/insights';
import { createLog } from '@qingniao/kernel';
import { openStores, type Stores } from '@qingniao/storage';
import { type Bench, type BenchContext, type Result, within } from './result.ts';
import { fillStores, type Size, YEAR } from './report-data.ts';

const SIZES: readonly Size[] = [{ contacts: 500_000, events: 5_000_000 }, { contacts: 5_000_000, events: 50_000_000 }];
const COLD = 15;
const AGAIN = 1;
/** Events that come between one report and the next. */
const NEW_EVENTS = 1000;

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
      const first = await seconds(stores);
      await newEvents(stores, size);
      return [first, await seconds(stores)] as const;
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

/** Menu taps by people spread over the community, on the last day of the year. */
async function newEvents({ warehouse }: Stores, { contacts, events }: Size): Promise<void> {
  await warehouse.insert('events', Array.from({ length: NEW_EVENTS }, (_, index) => ({
    brand_id: 1, event_id: events * 2 + index, type: 'menu.click', contact_id: 1 + Math.floor((index * contacts) / NEW_EVENTS), at: '2026-06-30T02:00:00Z', received_at: '2026-06-30T02:00:00Z',
    asset_id: 'oa', menu_key: 'k', menu_category: 'brand', props: '{}',
  })));
}
