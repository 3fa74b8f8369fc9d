import { eventLog } from '@qingniao/activity';
import type { Log } from '@qingniao/kernel';
import { followPeriodChanges } from '@qingniao/people';
import { connectDatabase, openWarehouse, untilApplied, type Database, type Warehouse } from '@qingniao/storage';
import { join } from 'node:path';
import { openHistory } from './open-history.ts';
import { readRunning, type RunningNote } from './running.ts';
import type { Settings } from './settings.ts';
import { startProblem } from './start-problem.ts';

/** Both stores, for commands that ask questions. */
export interface ReadStores {
  database: Database;
  warehouse: Warehouse;
  running: RunningNote | null;
}

const POOL_SIZE = 4;

/** The stores of the product that runs on this data folder, or opened for the moment, with everything written so far in the warehouse. */
export async function withReadStores<T>(settings: Settings, log: Log, work: (stores: ReadStores) => Promise<T>): Promise<T> {
  const running = await readRunning(settings.dataDir);
  return running ? besideProduct(settings, running, log, work) : alone(settings, log, work);
}

async function besideProduct<T>(settings: Settings, running: RunningNote, log: Log, work: (stores: ReadStores) => Promise<T>): Promise<T> {
  const database = connectDatabase({ url: running.databaseUrl, log, poolSize: POOL_SIZE });
  try {
    const warehouse = await runningWarehouse(settings, running, log);
    try {
      await caughtUp(database);
      return await work({ database, warehouse, running });
    } finally {
      await warehouse.close();
    }
  } finally {
    await database.close();
  }
}

async function runningWarehouse({ dataDir, clickhouseCluster }: Settings, { warehouseUrl }: RunningNote, log: Log): Promise<Warehouse> {
  try {
    return (await openWarehouse({ folder: join(dataDir, 'warehouse'), url: warehouseUrl, cluster: clickhouseCluster, log })).warehouse;
  } catch (error) {
    throw startProblem('warehouse_away', {
      zh: '无法连接运行中产品的分析库：请在系统状态页查看，或重启产品。', en: 'The warehouse of the running product cannot be reached: see its status page, or start it again.',
    }, error);
  }
}

async function alone<T>(settings: Settings, log: Log, work: (stores: ReadStores) => Promise<T>): Promise<T> {
  const { stores, projections, forwarders, stopping } = await openHistory(settings, log);
  try {
    await projections.drain();
    await forwarders.drain();
    return await work({ database: stores.database, warehouse: stores.warehouse, running: null });
  } finally {
    await stopping.run();
  }
}

const PATIENCE = 60_000;
/** What follows the revisions of people and not the log; its cursor counts those. */
const BEHIND_PEOPLE = ['warehouse_contacts', 'warehouse_follow_periods', 'audience-contacts'];

/** Waits until the product has projected and forwarded to the warehouse what was written before; a minute at most. */
export async function caughtUp(database: Database): Promise<void> {
  const end = performance.now() + PATIENCE;
  const behindLog = await database.system.query<{ name: string }>('select name from projection_cursor where name <> all ($1)', [BEHIND_PEOPLE]);
  await untilApplied(database, eventLog, behindLog.map(({ name }) => name), end);
  await untilApplied(database, followPeriodChanges, ['warehouse_follow_periods'], end);
}
