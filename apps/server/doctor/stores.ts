import { hasUsers, listAllBrands } from '@qingniao/access';
import { requireOwnKey } from '@qingniao/accounts';
import { eventLog } from '@qingniao/activity';
import type { Log, Secrets } from '@qingniao/kernel';
import { contactChanges, followPeriodChanges } from '@qingniao/people';
import { databaseHealth, headOf, openWarehouse, pendingMigrations, readMigrations, warehouseHealth, type Database, type StoreHealth } from '@qingniao/storage';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsDir } from '../open-database.ts';
import { readRunning } from '../running.ts';
import type { Settings } from '../settings.ts';
import { bad, good, megabytes, note, type Finding } from './finding.ts';

/** The database and what is kept in it; nothing is migrated. */
export async function lookAtDatabase(database: Database, settings: Settings, secrets: Secrets | null): Promise<Finding[]> {
  const embedded = settings.databaseUrl === null;
  const engine = ofStore('database', await databaseHealth(database, embedded ? { restarts: () => 0 } : null));
  const migrations = readMigrations(migrationsDir);
  const pending = await pendingMigrations(database, migrations);
  if (pending.length > 0) {
    return [...engine, note('schema', `${pending.length} 个迁移待应用（启动或 qingniao migrate 时应用）。`, `${pending.length} migrations wait (a start or qingniao migrate applies them).`)];
  }
  if (secrets) await requireOwnKey(database, secrets);
  return [...engine, good('schema', `已是最新（${migrations.length}）`, `up to date (${migrations.length})`), ...(await lookAtPeople(database)), ...(await lookAtWork(database))];
}

function ofStore(area: string, { mode, reachable, version, sizeBytes, warning, error }: StoreHealth): Finding[] {
  if (!reachable) return [bad(area, `无法连接：${error}`, `cannot be reached: ${error}`)];
  const engine = `${version}, ${megabytes(sizeBytes ?? 0)}`;
  return [
    good(area, `${mode === 'embedded' ? '内置' : '外部'} ${engine}`, `${mode} ${engine}`),
    ...(warning ? [bad(area, warning.zh, warning.en)] : []),
  ];
}

async function lookAtPeople(database: Database): Promise<Finding[]> {
  if (!(await hasUsers(database.system))) return [note('brands', '尚未设置负责人：启动后打开终端显示的链接。', 'The first owner is still to be named: start and open the link it prints.')];
  const brands = await listAllBrands(database);
  const demo = brands.filter((brand) => brand.demo).length;
  return [good('brands', `${brands.length} 个品牌${demo > 0 ? `，其中 ${demo} 个为演示` : ''}`, `${brands.length}${demo > 0 ? `, ${demo} of them for demonstration` : ''}`)];
}

async function lookAtWork({ system }: Database): Promise<Finding[]> {
  const [events, contacts, follows, cursors, failed, timers] = await Promise.all([
    system.tx((tx) => headOf(tx, eventLog)),
    system.tx((tx) => headOf(tx, contactChanges)),
    system.tx((tx) => headOf(tx, followPeriodChanges)),
    system.query<{ name: string; cursor: number; error: string | null }>('select name, cursor, error from projection_cursor order by name'),
    system.query<{ kind: string; count: number }>(`select kind, count(*) "count" from job where state = 'failed' group by kind order by kind`),
    system.query<{ name: string; error: string }>('select name, min(last_error) "error" from timer where last_error is not null group by name order by name'),
  ]);
  const heads: Record<string, number> = { warehouse_contacts: contacts, 'audience-contacts': contacts, warehouse_follow_periods: follows };
  const projections = cursors.map(({ name, cursor, error }) => {
    const behind = Math.max(0, (heads[name] ?? events) - cursor);
    if (error) return bad('projection', `${name} 出错：${error}`, `${name} fails: ${error}`);
    return behind === 0 ? good('projection', name) : note('projection', `${name} 落后 ${behind}`, `${name} is ${behind} behind`);
  });
  return [
    ...projections,
    ...timers.map(({ name, error }) => bad('timer', `${name} 出错：${error}`, `${name} fails: ${error}`)),
    ...failed.map(({ kind, count }) => note('job', `${kind}：${count} 个失败`, `${kind}: ${count} failed`)),
  ];
}

/** The embedded one belongs to the product that runs; its status page tells then. */
export async function lookAtWarehouse({ dataDir, clickhouseUrl, clickhouseCluster }: Settings, log: Log): Promise<Finding[]> {
  const folder = join(dataDir, 'warehouse');
  if (clickhouseUrl === null && (await readRunning(dataDir))) {
    return [note('warehouse', '由运行中的产品使用，见系统状态页。', 'in use by the running product; see its status page.')];
  }
  if (clickhouseUrl === null && !existsSync(folder)) return [note('warehouse', '首次启动时建立。', 'made at the first start.')];
  const { warehouse, embedded } = await openWarehouse({ folder, url: clickhouseUrl, cluster: clickhouseCluster, log });
  try {
    return ofStore('warehouse', await warehouseHealth(warehouse, embedded));
  } finally {
    await warehouse.close();
  }
}
