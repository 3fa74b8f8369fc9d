import { messageOf, type Text } from '@qingniao/kernel';
import type { OpenedStores } from './open-stores.ts';
import type { Database, Warehouse } from './types.ts';

export interface StoreHealth {
  mode: 'embedded' | 'external';
  reachable: boolean;
  /** The engine's own version, null when it cannot be reached. */
  version: string | null;
  sizeBytes: number | null;
  /** How often the embedded engine had to be restarted; 0 for yours. */
  restarts: number;
  /** Something an operator should change, or null. */
  warning: Text | null;
  /** Why it cannot be reached, or null. */
  error: string | null;
}

export interface StoresHealth {
  database: StoreHealth;
  warehouse: StoreHealth;
  /** Timers whose handler failed at its last try. */
  failingTimers: number;
}

/** What the status page and `qingniao doctor` show; never throws. */
export async function storesHealth(stores: OpenedStores): Promise<StoresHealth> {
  const [database, warehouse, failingTimers] = await Promise.all([
    databaseHealth(stores.database, stores.embedded.database),
    warehouseHealth(stores.warehouse, stores.embedded.warehouse),
    stores.database.system
      .query<{ n: number }>('SELECT count(*) AS n FROM timer WHERE last_error IS NOT NULL')
      .then(([row]) => row!.n, () => 0),
  ]);
  return { database, warehouse, failingTimers };
}

/** What runs the engine here; null for yours. */
type Supervised = { restarts(): number } | null;

export async function databaseHealth(database: Database, embedded: Supervised): Promise<StoreHealth> {
  const known = { mode: embedded ? 'embedded' : 'external', restarts: embedded?.restarts() ?? 0 } as const;
  try {
    const [row] = await database.system.query<{ version: string; size: number; role: string; bypasses: boolean }>(`
      SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS size,
             rolname AS role, rolsuper OR rolbypassrls AS bypasses
        FROM pg_roles WHERE rolname = current_user`);
    const { version, size, role, bypasses } = row!;
    return { ...known, reachable: true, version, sizeBytes: size, warning: bypasses ? seesAllBrands(role) : null, error: null };
  } catch (error) {
    return { ...known, reachable: false, version: null, sizeBytes: null, warning: null, error: messageOf(error) };
  }
}

export async function warehouseHealth(warehouse: Warehouse, embedded: Supervised): Promise<StoreHealth> {
  const known = { mode: embedded ? 'embedded' : 'external', restarts: embedded?.restarts() ?? 0, warning: null } as const;
  try {
    const [row] = await warehouse.query<{ version: string; size: number }>(
      'SELECT version() AS version, (SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND database = currentDatabase()) AS size',
      { timeout: 5 },
    );
    return { ...known, reachable: true, version: row!.version, sizeBytes: row!.size, error: null };
  } catch (error) {
    return { ...known, reachable: false, version: null, sizeBytes: null, error: messageOf(error) };
  }
}

const seesAllBrands = (role: string): Text => ({
  zh: `数据库用户“${role}”是超级用户或拥有 BYPASSRLS 权限，品牌之间的行级隔离不会生效。请在 DATABASE_URL 中改用普通用户（并使其成为数据库所有者）。`,
  en: `The database user "${role}" is a superuser or has BYPASSRLS, so row-level security between brands does not apply. Use an ordinary user that owns the database in DATABASE_URL.`,
});
