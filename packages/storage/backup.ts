import { createReadStream, createWriteStream, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { badRequest, conflict, nowDate } from '@qingniao/kernel';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { applyMigrations, type Migration } from './migrate.ts';
import type { Database, Row } from './types.ts';

/** `manifest.json` of a backup folder; beside it one `<table>.copy.gz` a table. */
export interface BackupManifest {
  format: 1;
  takenAt: string;
  /** Tag and hash of each migration the data was shaped by. */
  migrations: { tag: string; hash: string }[];
  /** In an order in which foreign keys are satisfied. */
  tables: { name: string; columns: string[]; rows: number }[];
  /** Sequence → the last number it gave, null when it gave none. */
  sequences: Record<string, number | null>;
}

/** Called with each table that is done. */
export type TableCopied = (name: string, rows: number) => void;

/**
 * Writes the whole database as one consistent snapshot into a new folder while the product goes on working.
 * The warehouse is not in it: it is rebuilt from the log. Neither is the installation's secret, without which
 * sealed phones and credentials cannot be opened: keep that with the backup.
 */
export async function backup(database: Database, folder: string, copied: TableCopied = () => undefined): Promise<BackupManifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) {
    throw badRequest('backup_folder_not_empty', {
      zh: `备份目录 ${folder} 不为空，请指定一个新的目录。`,
      en: `The backup folder ${folder} is not empty; name a new one.`,
    });
  }
  return withClient(database, async (client) => {
    await refuseNothing(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const query = queryWith(client);
    const tables: BackupManifest['tables'] = [];
    for (const { name, columns } of await tablesInOrder(query)) {
      const rows = client.query(copyTo(`COPY (SELECT ${columns.map(quote).join(', ')} FROM ${quote(name)}) TO STDOUT`));
      await pipeline(rows, createGzip({ level: 3 }), createWriteStream(join(folder, `${name}.copy.gz`), { mode: 0o600 }));
      // How many they were is said after the last of them, at times in a packet of its own; the next answer comes behind it.
      await client.query('SELECT');
      tables.push({ name, columns, rows: rows.rowCount });
      copied(name, rows.rowCount);
    }
    const sequences = await query<{ name: string; last: number | null }>(
      'SELECT sequencename AS name, last_value::float8 AS last FROM pg_sequences WHERE schemaname = current_schema()');
    const manifest: BackupManifest = {
      format: 1,
      takenAt: nowDate().toISOString(),
      migrations: await query<{ tag: string; hash: string }>('SELECT tag, hash FROM migration ORDER BY tag'),
      tables,
      sequences: Object.fromEntries(sequences.map(({ name, last }) => [name, last])),
    };
    await client.query('COMMIT');
    // Written last and under its final name at once: a folder without it is no backup.
    const path = join(folder, 'manifest.json');
    writeFileSync(`${path}.new`, JSON.stringify(manifest, null, 2), { mode: 0o600 });
    renameSync(`${path}.new`, path);
    return manifest;
  });
}

async function refuseNothing(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('migration') IS NOT NULL AS there`);
  if (rows[0]!.there) return;
  throw conflict('backup_of_nothing', { zh: '该数据库中没有青鸟的数据，无可备份。', en: 'There is nothing of Qingniao in this database to back up.' });
}

export interface RestoreOptions {
  /** Replace whatever the database holds. */
  replace?: boolean;
  /** Tables that stay empty. */
  leaveOut?: readonly string[];
  copied?: TableCopied;
}

/**
 * Fills an empty database from a backup, all or nothing; an older backup is brought up to today's schema.
 * Afterwards rebuild the projections that write to the warehouse. Also the way from embedded to external engines.
 * Throws the Problems `restore_not_a_backup`, `restore_newer`, `restore_not_empty`.
 */
export async function restore(
  database: Database, migrations: readonly Migration[], folder: string, { replace = false, leaveOut = [], copied = () => undefined }: RestoreOptions = {},
): Promise<BackupManifest> {
  const manifest = readManifest(folder);
  const older = migrations.slice(0, manifest.migrations.length);
  if (older.length < manifest.migrations.length || older.some(({ tag, hash }, n) => tag !== manifest.migrations[n]!.tag || hash !== manifest.migrations[n]!.hash)) {
    throw conflict('restore_newer', {
      zh: '该备份由更新或不同的青鸟版本创建，请用对应版本恢复。',
      en: 'The backup was made by a newer or different Qingniao; restore it with that version.',
    });
  }
  await withClient(database, async (client) => {
    const query = queryWith(client);
    const tx = { query };
    await client.query('BEGIN');
    const present = (await tablesInOrder(query)).map(({ name }) => name);
    if (!replace) await refuseRows(query, present);
    // Made anew as they were at the time of the backup, then migrated with the data in them.
    for (const name of ['migration', ...present]) await client.query(`DROP TABLE IF EXISTS ${quote(name)} CASCADE`);
    const alone = await query<{ name: string }>('SELECT sequencename AS name FROM pg_sequences WHERE schemaname = current_schema()');
    for (const { name } of alone) await client.query(`DROP SEQUENCE ${quote(name)}`);
    await applyMigrations(tx, older);
    for (const { name, columns, rows } of manifest.tables) {
      if (leaveOut.includes(name)) continue;
      // COPY FROM refuses tables under row-level security; the last step turns it on again.
      await client.query(`ALTER TABLE ${quote(name)} NO FORCE ROW LEVEL SECURITY`);
      const into = client.query(copyFrom(`COPY ${quote(name)} (${columns.map(quote).join(', ')}) FROM STDIN`));
      await pipeline(createReadStream(join(folder, `${name}.copy.gz`)), createGunzip(), into);
      if (into.rowCount !== rows) throw new Error(`${name}: ${into.rowCount} rows came back, ${rows} were saved`);
      copied(name, rows);
    }
    for (const [name, last] of Object.entries(manifest.sequences)) {
      if (last !== null) await client.query('SELECT setval($1, $2)', [quote(name), last]);
    }
    await applyMigrations(tx, migrations);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
  return manifest;
}

type Query = <R extends Row = Row>(sql: string, params?: readonly unknown[]) => Promise<R[]>;

const queryWith = (client: pg.Client): Query => async <R extends Row>(sql: string, params: readonly unknown[] = []) =>
  (await client.query<R>(sql, params as unknown[])).rows;

/** COPY needs a connection that answers one statement at a time, so it gets one of its own; closing it rolls back. */
async function withClient<T>(database: Database, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url, options: '-c qingniao.brand=*', application_name: 'qingniao backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The product's tables with their stored columns, referenced ones first. The queue's own tables are made anew. */
async function tablesInOrder(query: Query): Promise<{ name: string; columns: string[] }[]> {
  const tables = await query<{ name: string; columns: string[]; needs: string[] }>(`
    SELECT c.relname AS name,
           ARRAY(SELECT a.attname::text FROM pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
           ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
                  WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS needs
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migration'
     ORDER BY c.relname`);
  const placed = new Set<string>();
  const order: { name: string; columns: string[] }[] = [];
  while (order.length < tables.length) {
    const next = tables.filter(({ name, needs }) => !placed.has(name) && needs.every((need) => placed.has(need)));
    if (next.length === 0) throw new Error('the tables refer to each other in a circle');
    for (const { name, columns } of next) {
      placed.add(name);
      order.push({ name, columns });
    }
  }
  return order;
}

/** A product that was started but never used has cursors and nothing else. */
async function refuseRows(query: Query, tables: readonly string[]): Promise<void> {
  for (const name of tables) {
    if (name === 'projection_cursor') continue;
    const rows = await query(`SELECT 1 FROM ${quote(name)} LIMIT 1`);
    if (rows.length === 0) continue;
    throw conflict('restore_not_empty', {
      zh: `目标数据库已有数据（表 ${name}）。请恢复到新的数据目录或空数据库。`,
      en: `The database to restore into already holds data (table ${name}). Restore into a new data folder or an empty database.`,
    });
  }
}

/** Throws the Problem `restore_not_a_backup`. */
export function readManifest(folder: string): BackupManifest {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as BackupManifest;
    if (manifest.format === 1) return manifest;
  } catch {
    // Said below.
  }
  throw badRequest('restore_not_a_backup', {
    zh: `${folder} 不是完整的青鸟备份（缺少有效的 manifest.json）。`,
    en: `${folder} is not a complete Qingniao backup (no valid manifest.json).`,
  });
}

const quote = (name: string): string => pg.escapeIdentifier(name);
