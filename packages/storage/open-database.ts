import { type Log, messageOf, Problem, unavailable } from '@qingniao/kernel';
import pg from 'pg';
import { connectDatabase } from './database.ts';
import { type Migration, migrate } from './migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres, SUPERUSER } from './postgres/server.ts';
import type { Database } from './types.ts';

export interface OpenDatabaseOptions {
  /** The product's data folder; used only when `url` is null. */
  dataDir: string;
  /** Your own PostgreSQL, or null for the embedded one. */
  url: string | null;
  /** Null leaves the schema as it is. */
  migrations: readonly Migration[] | null;
  log: Log;
  poolSize?: number;
}

export interface OpenedDatabase {
  database: Database;
  /** Null when the database is yours. */
  embedded: EmbeddedPostgres | null;
}

/** The role we connect as and the database it owns. Not a superuser: those bypass row-level security. */
const ROLE = 'qingniao';
const OLDEST_VERSION = 15;

/** Starts or reaches PostgreSQL, migrates it unless told not to, and connects. `close()` of the database also stops the embedded server. */
export async function openDatabase({ dataDir, url, migrations, log, poolSize }: OpenDatabaseOptions): Promise<OpenedDatabase> {
  const embedded = url === null ? await startEmbeddedPostgres({ dataDir, log }) : null;
  let connected: Database | null = null;
  const close = async () => {
    await connected?.close();
    await embedded?.stop();
  };
  try {
    if (embedded) await createRoleAndDatabase(embedded);
    if (url !== null) await checkExternal(url);
    connected = connectDatabase({ url: url ?? embedded!.url(ROLE, ROLE), log, ...(poolSize === undefined ? {} : { poolSize }) });
    const database: Database = { ...connected, close };
    const applied = migrations ? await migrate(database, migrations) : [];
    if (applied.length > 0) log.info({ applied }, 'database migrated');
    return { database, embedded };
  } catch (error) {
    await close();
    throw error;
  }
}

async function createRoleAndDatabase(server: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: server.url(SUPERUSER, 'postgres') });
  await client.connect();
  try {
    const { rows: roles } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE]);
    if (roles.length === 0) await client.query(`CREATE ROLE ${ROLE} LOGIN`);
    const { rows: databases } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [ROLE]);
    if (databases.length === 0) await client.query(`CREATE DATABASE ${ROLE} OWNER ${ROLE}`);
  } finally {
    await client.end();
  }
}

/** Throws a Problem that says which part of DATABASE_URL is wrong. */
async function checkExternal(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; creates: boolean }>(`
      SELECT current_setting('server_version_num')::integer / 10000 AS version,
             has_schema_privilege(current_schema(), 'CREATE') AS creates`);
    const { version, creates } = rows[0]!;
    if (version < OLDEST_VERSION) {
      throw unavailable('database_too_old', {
        zh: `DATABASE_URL 指向 PostgreSQL ${version}，需要 ${OLDEST_VERSION} 或更高版本。`,
        en: `DATABASE_URL leads to PostgreSQL ${version}; ${OLDEST_VERSION} or newer is needed.`,
      });
    }
    if (!creates) {
      throw unavailable('database_not_writable', {
        zh: 'DATABASE_URL 中的用户无权在该数据库中建表。请将数据库的所有者设为该用户。',
        en: 'The user of DATABASE_URL may not create tables in that database. Make it the owner of the database.',
      });
    }
  } catch (error) {
    throw error instanceof Problem ? error : unreachable(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const unreachable = (cause: unknown): Problem =>
  unavailable(
    'database_unreachable',
    {
      zh: `无法连接 DATABASE_URL 指向的 PostgreSQL：${messageOf(cause)}。请检查地址、用户名、密码和数据库名。`,
      en: `The PostgreSQL of DATABASE_URL cannot be reached: ${messageOf(cause)}. Check address, user, password and database name.`,
    },
    { cause },
  );
