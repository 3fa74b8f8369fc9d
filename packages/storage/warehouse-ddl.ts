import type { WarehouseTable } from './types.ts';

/** How many insert tokens a table remembers; batches are 500 to 5,000 rows, so this covers millions of events. */
const TOKENS_REMEMBERED = 10_000;

/** On a cluster the rows of `events` live in `events_local` of each shard; `events` itself only distributes. */
const localName = (name: string): string => `${name}_local`;

const onCluster = (cluster: string | null): string => (cluster ? ` ON CLUSTER ${identifier(cluster)}` : '');

/** The statements that make a table: one on a single server, two on a cluster. Only what both kinds of engine have. */
export function createTableSql(table: WarehouseTable, cluster: string | null): string[] {
  const name = identifier(table.name);
  const columns = Object.entries(table.columns).map(([column, type]) => `  ${identifier(column)} ${type}`).join(',\n');
  const partition = table.partitionBy ? `\nPARTITION BY ${table.partitionBy}` : '';
  const sorted = `\nORDER BY (${table.orderBy.join(', ')})${table.ttl ? `\nTTL ${table.ttl}` : ''}`;
  const layout = (deduplication: string) => (table.engine === 'Memory' ? '' : `${partition}${sorted}
SETTINGS ${deduplication} = ${TOKENS_REMEMBERED}, fsync_after_insert = 1, fsync_part_directory = 1`);
  if (!cluster) {
    return [
      `CREATE TABLE IF NOT EXISTS ${name} (\n${columns}\n)\nENGINE = ${engineOf(table, '')}${layout('non_replicated_deduplication_window')}`,
    ];
  }
  const local = identifier(localName(table.name));
  const shard = table.shardBy ?? `cityHash64(${table.orderBy.slice(0, 2).join(', ')})`;
  return [
    `CREATE TABLE IF NOT EXISTS ${local}${onCluster(cluster)} (\n${columns}\n)\nENGINE = ${engineOf(table, 'Replicated')}${layout('replicated_deduplication_window')}`,
    `CREATE TABLE IF NOT EXISTS ${name}${onCluster(cluster)} AS ${local}\nENGINE = Distributed(${literal(cluster)}, currentDatabase(), ${literal(localName(table.name))}, ${shard})`,
  ];
}

export function dropTableSql(name: string, cluster: string | null): string[] {
  const tables = cluster ? [name, localName(name)] : [name];
  return tables.map((table) => `DROP TABLE IF EXISTS ${identifier(table)}${onCluster(cluster)} SYNC`);
}

export const truncateSql = (name: string, cluster: string | null): string =>
  `TRUNCATE TABLE IF EXISTS ${rowsOf(name, cluster)}`;

export const deleteRowsSql = (name: string, where: string, cluster: string | null): string =>
  `ALTER TABLE ${rowsOf(name, cluster)} DELETE WHERE ${where}`;

export const updateRowsSql = (name: string, set: string, where: string, cluster: string | null): string =>
  `ALTER TABLE ${rowsOf(name, cluster)} UPDATE ${set} WHERE ${where}`;

const rowsOf = (name: string, cluster: string | null): string =>
  `${identifier(cluster ? localName(name) : name)}${onCluster(cluster)}`;

function engineOf({ engine }: WarehouseTable, prefix: string): string {
  if (engine === 'Memory') return 'Memory';
  if (engine === 'MergeTree') return `${prefix}MergeTree`;
  return `${prefix}ReplacingMergeTree(${identifier(engine.replacing.version)})`;
}

/** Throws RangeError for anything that would need quoting. */
function identifier(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new RangeError(`not a plain name: ${name}`);
  return name;
}

const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
