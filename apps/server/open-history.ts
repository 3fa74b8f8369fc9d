import { eventLog, warehouseEvents, warehouseTables } from '@qingniao/activity';
import { requireOwnKey } from '@qingniao/accounts';
import { dropLeftFew } from '@qingniao/insights';
import type { Log, Secrets } from '@qingniao/kernel';
import { contactChanges, contactsTable, followPeriodChanges, followPeriodsTable, pastFollowPeriodsTable, warehouseContacts, warehouseFollowPeriods } from '@qingniao/people';
import {
  createProjectionRunner, openStores, type LogSource, type OpenedStores, type Pace, type Projection, type ProjectionRunner, type Warehouse, type WarehouseTable,
} from '@qingniao/storage';
import { openSecrets, prepareDataFolder } from './data-folder.ts';
import { migrationsDir } from './open-database.ts';
import { projectionsOf } from './rooms.ts';
import { groupRunners } from './runner-group.ts';
import type { Settings } from './settings.ts';
import { createStopOrder, type StopOrder } from './stop-order.ts';

/**
 * The stores and what is derived from the log, with nobody at work: no door, no jobs, no timers, no call to WeChat.
 * `serve` builds on it; commands that rebuild, restore or remove need nothing else.
 */
export interface History {
  settings: Settings;
  log: Log;
  secrets: Secrets;
  stores: OpenedStores;
  /** What the product shows: people, recruitment, pushes. */
  projections: ProjectionRunner;
  /** The copies in the warehouse, at their own pace. */
  forwarders: ProjectionRunner;
  stopping: StopOrder;
}

/** Opens the stores, migrated. Throws one plain sentence when that cannot be, or when the key is not this installation's. */
export async function openHistory(settings: Settings, log: Log, pace?: Pace): Promise<History> {
  const stopping = createStopOrder(log);
  try {
    prepareDataFolder(settings.dataDir);
    const stores = await openStores({
      dataDir: settings.dataDir, databaseUrl: settings.databaseUrl,
      clickhouseUrl: settings.clickhouseUrl, clickhouseCluster: settings.clickhouseCluster,
      migrationsDir, log,
    });
    stopping.add('stores', () => stores.close());
    const secrets = openSecrets(settings.dataDir, settings.secret);
    await requireOwnKey(stores.database, secrets);
    const projections = createProjectionRunner({ database: stores.database, source: eventLog, projections: projectionsOf(secrets, stores.timers), log, ...(pace ? { pace } : {}) });
    stopping.add('projections', () => projections.stop());
    await dropLeftFew(stores.warehouse);
    const forwarders = await openForwarders(stores, secrets, log);
    stopping.add('forwarders', () => forwarders.stop());
    return { settings, log, secrets, stores, projections, forwarders, stopping };
  } catch (error) {
    await stopping.run();
    throw error;
  }
}

/** Each look that finds something makes a part on the warehouse's disk, to be merged later: few and large ones. */
const FORWARDING: Pace = { least: 1000, share: 1 / 20, most: 15_000 };

/** Events first, then the contacts and follows they made. */
async function openForwarders({ database, warehouse }: OpenedStores, secrets: Secrets, log: Log): Promise<ProjectionRunner> {
  async function open<E extends { id: number }>(source: LogSource<E>, projection: Projection<E>, tables: readonly WarehouseTable[]): Promise<ProjectionRunner> {
    if (!(await areThere(warehouse, tables))) {
      log.info({ projection: projection.name }, 'the warehouse does not have these tables as they are now; they are made and filled from the log');
      await database.system.tx(async (tx) => {
        await tx.query('update projection_cursor set cursor = 0 where name = $1', [projection.name]);
        await projection.reset(tx);
      });
    }
    return createProjectionRunner({ database, source, projections: [projection], log, pace: FORWARDING });
  }
  return groupRunners([
    await open(eventLog, warehouseEvents({ database, warehouse }), warehouseTables),
    await open(contactChanges, warehouseContacts(warehouse, secrets), [contactsTable]),
    await open(followPeriodChanges, warehouseFollowPeriods(warehouse), [followPeriodsTable, pastFollowPeriodsTable]),
  ]);
}

/** False for a new or lost warehouse, and after an upgrade that changed the columns. */
async function areThere(warehouse: Warehouse, tables: readonly WarehouseTable[]): Promise<boolean> {
  const found = await warehouse.query<{ column: string }>(
    `select concat(table, '.', name) as column from system.columns where database = currentDatabase() and table in {tables:Array(String)}`,
    { params: { tables: tables.map(({ name }) => name) } },
  );
  const there = found.map(({ column }) => column).sort();
  const wanted = tables.flatMap(({ name, columns }) => Object.keys(columns).map((column) => `${name}.${column}`)).sort();
  return there.join() === wanted.join();
}
