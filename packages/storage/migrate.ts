import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conflict } from '@qingniao/kernel';
import { turnOnRowSecurity } from './row-security.ts';
import type { Database, Tx } from './types.ts';

export interface Migration {
  tag: string;
  statements: string[];
  hash: string;
}

/** Drizzle Kit's SQL files in the order of its journal; [] when there are none yet. */
export function readMigrations(folder: string): Migration[] {
  const journal = join(folder, 'meta/_journal.json');
  if (!existsSync(journal)) return [];
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { idx: number; tag: string }[] };
  return [...entries]
    .sort((a, b) => a.idx - b.idx)
    .map(({ tag }) => {
      const sql = readFileSync(join(folder, `${tag}.sql`), 'utf8');
      const statements = sql.split('--> statement-breakpoint').map((part) => part.trim()).filter(Boolean);
      return { tag, statements, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Any constant does; all processes on one database use the same. */
const MIGRATION_LOCK = 0x716e_0001;

/**
 * Applies what the database does not have yet, all in one transaction under a lock, then turns on row security.
 * Returns the tags applied. Throws the Problem `schema_mismatch` when the database was made by other migrations.
 */
export const migrate = (database: Database, migrations: readonly Migration[]): Promise<string[]> =>
  database.system.tx((tx) => applyMigrations(tx, migrations));

/** The same inside a transaction (of a connection that sees all brands). */
export async function applyMigrations(tx: Pick<Tx, 'query'>, migrations: readonly Migration[]): Promise<string[]> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await tx.query(`CREATE TABLE IF NOT EXISTS migration (
    tag text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
  const pending = await pendingOf(tx, migrations);
  for (const { tag, hash, statements } of pending) {
    for (const statement of statements) await tx.query(statement);
    await tx.query('INSERT INTO migration (tag, hash) VALUES ($1, $2)', [tag, hash]);
  }
  await turnOnRowSecurity(tx);
  return pending.map(({ tag }) => tag);
}

/** What `migrate` would apply; nothing is changed. Throws as it does. */
export async function pendingMigrations(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  return database.system.tx(async (tx) => {
    const [found] = await tx.query<{ there: boolean }>(`SELECT to_regclass('migration') IS NOT NULL AS there`);
    return (found!.there ? await pendingOf(tx, migrations) : migrations).map(({ tag }) => tag);
  });
}

async function pendingOf(tx: Pick<Tx, 'query'>, migrations: readonly Migration[]): Promise<Migration[]> {
  const applied = new Map(
    (await tx.query<{ tag: string; hash: string }>('SELECT tag, hash FROM migration')).map(({ tag, hash }) => [tag, hash]),
  );
  const known = new Map(migrations.map(({ tag, hash }) => [tag, hash]));
  for (const [tag, hash] of applied) {
    if (known.get(tag) === hash) continue;
    throw conflict('schema_mismatch', {
      zh: `数据库中的迁移 ${tag} 与当前版本不一致，可能由更新或不同的青鸟版本创建。请使用对应版本，或恢复备份到新的数据目录。`,
      en: `Migration ${tag} in the database is not the one of this version; a newer or different Qingniao made it. Use that version, or restore a backup into a new data folder.`,
    });
  }
  return migrations.filter(({ tag }) => !applied.has(tag));
}
