import { eventLog, warehouseEvents, warehouseTables } from '@qingniao/activity';
import { contactChanges, contactsTable, warehouseContacts } from '@qingniao/people';
import { testSecrets } from '@qingniao/people/testing';
import { createProjectionRunner, type Stores } from '@qingniao/storage';
import { silentLog } from '@qingniao/storage/testing';
import { openAudience, type Audience } from './open.ts';
import { publishSegment } from './segments.ts';

/** For tests of this room and those above it. */

export async function makeWarehouseTables({ warehouse }: Pick<Stores, 'warehouse'>): Promise<void> {
  for (const table of [...warehouseTables, contactsTable]) await warehouse.createTable(table);
}

/** Tells the warehouse everything that was written. */
export async function forward({ database, warehouse }: Pick<Stores, 'database' | 'warehouse'>): Promise<void> {
  const runners = [
    createProjectionRunner({ database, source: eventLog, projections: [warehouseEvents({ database, warehouse, pace: 0 })], log: silentLog }),
    createProjectionRunner({ database, source: contactChanges, projections: [warehouseContacts(warehouse, testSecrets)], log: silentLog }),
  ];
  for (const runner of runners) {
    await runner.drain();
    await runner.stop();
  }
}

export const testAudience = (stores: Stores): Audience => openAudience({ stores, secrets: testSecrets, log: silentLog });

/** Publishes and waits for it. Throws what ended it. */
export async function publishNow({ database, jobs }: Stores, brandId: number, segmentId: string): Promise<void> {
  const { jobId } = await database.forBrand(brandId).tx((tx) => publishSegment(tx, jobs, brandId, segmentId));
  await jobs.idle();
  const [job] = await jobs.find(brandId, [jobId]);
  if (job?.state !== 'done') throw new Error(job?.lastError?.en ?? `the job is ${job?.state}`);
}

/** Everybody is judged by all that was written and by the present clock. */
export async function settleAudience({ lanes, runDue }: Audience): Promise<void> {
  for (const lane of lanes) await lane.drain();
  await runDue();
}
