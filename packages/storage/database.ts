import { type Log, messageOf, Problem, unavailable } from '@qingniao/kernel';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenOn } from './listen.ts';
import type { Sql } from './prepared.ts';
import type { BrandDatabase, Database, Row, Statement, Tx } from './types.ts';

export interface ConnectOptions {
  url: string;
  log: Log;
  /** Connections of this process, shared by brands and system; default 20. */
  poolSize?: number;
  /** How long a caller waits for a server that is restarting, milliseconds; default 15,000. */
  patience?: number;
}

/**
 * Two pools on one database. Sessions of the brands' pool see no brand's rows until a transaction names one;
 * sessions of the system pool see all. Row-level security (row-security.ts) reads that setting.
 */
export function connectDatabase({ url, log, poolSize = 20, patience = 15_000 }: ConnectOptions): Database {
  const pool = (max: number, brand: string) => {
    const made = new pg.Pool({
      connectionString: url,
      max,
      types: { getTypeParser },
      // BEGIN, the first statement and COMMIT travel without waiting for each other's answers.
      pipeline: true,
      stream: sendingTogether,
      keepAlive: true,
      // How values are written, too, is ours to say: a database or role of yours may have it otherwise.
      options: `-c qingniao.brand=${brand} -c timezone=UTC -c datestyle=ISO -c bytea_output=hex -c extra_float_digits=1`,
      application_name: 'qingniao',
      connectionTimeoutMillis: 30_000,
    });
    // A connection that breaks while in use also fails its queries, which is where it is dealt with.
    made.on('connect', (client) => client.on('error', () => undefined));
    // A pool that has ended may still hear its last connections go.
    made.on('error', (error) => made.ended || log.warn({ err: messageOf(error) }, 'lost an idle database connection'));
    return made;
  };
  const systemPool = pool(Math.max(2, Math.ceil(poolSize * 0.4)), '*');
  const brandPool = pool(Math.max(2, Math.floor(poolSize * 0.6)), '');
  const listener = listenOn(url, log);

  let hurrying = 0;
  /** What a transaction begins with: a brand's names it. */
  const begin = (brandId?: number): string => {
    const settings = [...(brandId === undefined ? [] : [`set_config('qingniao.brand', '${brandId}', true)`]), ...(hurrying > 0 ? [`set_config('synchronous_commit', 'off', true)`] : [])];
    return settings.length === 0 ? 'BEGIN' : `BEGIN; SELECT ${settings.join(', ')}`;
  };

  const brands = new Map<number, BrandDatabase>();
  const forBrand = (brandId: number): BrandDatabase => {
    let brand = brands.get(brandId);
    if (!brand) {
      if (!Number.isSafeInteger(brandId) || brandId <= 0) throw new RangeError(`not a brand id: ${brandId}`);
      brand = {
        brandId,
        tx: (work) => transaction(brandPool, patience, begin(brandId), work),
        query: async <R extends Row>(sql: Sql, params?: readonly unknown[]) => (await atOnce(brandPool, patience, begin(brandId), [{ sql, params }]))[0] as R[],
      };
      brands.set(brandId, brand);
    }
    return brand;
  };

  return {
    url,
    forBrand,
    system: {
      tx: (work) => transaction(systemPool, patience, begin(), work),
      atOnce: (statements) => atOnce(systemPool, patience, begin(), statements),
      async query<R extends Row>(sql: Sql, params: readonly unknown[] = []) {
        const client = await acquire(systemPool, patience);
        return useClient(client, async () => {
          try {
            return (await client.query<R>(queryOf(sql, params))).rows;
          } catch (error) {
            // Several statements in one string may have failed inside their own BEGIN.
            client.query('ROLLBACK').catch(() => undefined);
            throw error;
          }
        });
      },
    },
    async withoutWaitingForDisk(work) {
      const onDisk = () => transaction(systemPool, patience, 'BEGIN', async (tx) => void (await tx.query(FLUSH)));
      hurrying += 1;
      try {
        return await work(onDisk);
      } finally {
        hurrying -= 1;
        await onDisk();
      }
    },
    listen: listener.listen,
    async close() {
      await listener.close();
      await Promise.all([brandPool.end(), systemPool.end()]);
    },
  };
}

/** A line in the write-ahead log that nobody reads: the commit that waits for it waits for all before. */
const FLUSH = `SELECT set_config('synchronous_commit', 'on', true), pg_logical_emit_message(true, 'qingniao', '')`;

/**
 * What one turn of the event loop says to the server leaves in one packet: BEGIN, the brand and the first statement
 * are three messages, and a system call for each cost the process more than the statements did.
 */
function sendingTogether(): Socket {
  const socket = new Socket();
  let holding = false;
  const release = (): void => {
    holding = false;
    socket.uncork();
  };
  // Not before: connecting puts a socket's own write back.
  socket.once('connect', () => {
    const write = socket.write.bind(socket);
    socket.write = ((...args: Parameters<Socket['write']>) => {
      if (!holding) {
        holding = true;
        socket.cork();
        process.nextTick(release);
      }
      return write(...args);
    }) as Socket['write'];
  });
  return socket;
}

/** Whether the error means "the connection broke": the work may or may not have happened. */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    ['database_lost', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '08006', '08003'].includes(code ?? '') ||
    /Connection terminated|connection error and is not queryable/.test(message ?? '')
  );
}

/** Whether nobody answers where the server should be, or it is still starting. */
const isAway = (error: unknown): boolean =>
  isConnectionLost(error) || ['ECONNREFUSED', 'ENOENT', '57P03', '08001'].includes((error as { code?: string }).code ?? '');

/** A connection of the pool. A server that restarts is waited for: nothing has been sent yet, so that is safe. */
async function acquire(pool: pg.Pool, patience: number): Promise<pg.PoolClient> {
  for (let waited = 0, wait = 25; ; waited += wait, wait = Math.min(wait * 2, 500)) {
    try {
      return await pool.connect();
    } catch (error) {
      const busy = /timeout exceeded when trying to connect/.test(messageOf(error));
      if (!busy && !isAway(error)) throw error;
      if (busy || waited >= patience) throw databaseAway(error);
      await sleep(wait);
    }
  }
}

/** Gives the connection back; one that broke is thrown away. */
async function useClient<T>(client: pg.PoolClient, use: () => Promise<T>): Promise<T> {
  try {
    const result = await use();
    client.release();
    return result;
  } catch (error) {
    const lost = isConnectionLost(error);
    client.release(lost);
    if (lost) throw databaseLost(error);
    // PostgreSQL quotes the row's values here ("Key (phone)=(…) already exists"); they must not reach a log.
    if (error instanceof pg.DatabaseError) error.detail = error.where = undefined;
    throw error;
  }
}

async function transaction<T>(pool: pg.Pool, patience: number, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await acquire(pool, patience);
  const ignoreLoss = () => undefined;
  const afterCommit: (() => void)[] = [];
  const result = await useClient(client, async () => {
    const begun = client.query(begin);
    begun.catch(ignoreLoss);
    const open = { is: true };
    let value: T;
    try {
      value = await work(openTx(client, open, afterCommit));
      await begun;
    } catch (error) {
      open.is = false;
      await client.query('ROLLBACK').catch(ignoreLoss);
      throw error;
    }
    open.is = false;
    const ended = await client.query('COMMIT');
    // After a failed statement whose error the work swallowed, COMMIT rolls back and says so.
    if (ended.command !== 'COMMIT') throw new Error('the transaction was rolled back by an error inside it');
    return value;
  });
  for (const run of afterCommit) run();
  return result;
}

/** A whole transaction in one round trip: all its messages go out together. */
async function atOnce(pool: pg.Pool, patience: number, begin: string, statements: readonly Statement[]): Promise<Row[][]> {
  const client = await acquire(pool, patience);
  return useClient(client, async () => {
    const steps = await Promise.allSettled([
      client.query(begin),
      ...statements.map(({ sql, params = [] }) => client.query<Row>(queryOf(sql, params))),
      client.query('COMMIT'),
    ]);
    const answers = steps.map((step) => {
      if (step.status === 'rejected') throw step.reason;
      return step.value.rows;
    });
    return answers.slice(1, -1);
  });
}

const queryOf = (sql: Sql, params: readonly unknown[]): pg.QueryConfig =>
  typeof sql === 'string' ? { text: sql, values: params as unknown[] } : { ...sql, values: params as unknown[] };

/** A transaction handle kept beyond its end is refused: the connection serves somebody else by then. */
function openTx(client: pg.PoolClient, open: { is: boolean }, afterCommit: (() => void)[]): Tx {
  const usable = () => {
    if (!open.is) throw new Error('the transaction has ended; was a query not awaited?');
    return client;
  };
  let orm: NodePgDatabase | null = null;
  return {
    get orm() {
      return (orm ??= drizzle(usable()));
    },
    query: async <R extends Row>(sql: Sql, params: readonly unknown[] = []) =>
      (await usable().query<R>(queryOf(sql, params))).rows,
    afterCommit: (run) => void afterCommit.push(run),
  };
}

const { builtins } = pg.types;
const TEXT_ARRAY = 1009;
const BIGINT_ARRAY = 1016;
const DATE_ARRAY = 1182;
const arrayOfTexts = pg.types.getTypeParser(TEXT_ARRAY as never) as unknown as (text: string) => (string | null)[];

/** bigint → number (checked), date → 'YYYY-MM-DD', numeric → string; everything else as node-postgres does it. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') => {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
  if (oid === builtins.INT8) return exactInteger;
  if (oid === BIGINT_ARRAY) return (text: string) => arrayOfTexts(text).map((value) => (value === null ? null : exactInteger(value)));
  if (oid === builtins.DATE) return (text: string) => text;
  if (oid === builtins.TIMESTAMPTZ) return instant;
  if (oid === DATE_ARRAY) return arrayOfTexts;
  return pg.types.getTypeParser(oid, 'text');
}) as typeof pg.types.getTypeParser;

const anyInstant = pg.types.getTypeParser(builtins.TIMESTAMPTZ) as (text: string) => Date;

/** Each event has two instants, and sessions run in UTC: the engine's own ISO parser is ten times faster than a general one. */
function instant(text: string): Date {
  const date = text.endsWith('+00') ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : null;
  return date && !Number.isNaN(date.getTime()) ? date : anyInstant(text);
}

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`a bigint beyond 2^53 was read: ${text}`);
  return value;
}

/** Under work that had begun, unlike a database that was away before. */
const databaseLost = (cause: unknown): Problem =>
  unavailable(
    'database_lost',
    {
      zh: '数据库连接中断，正在恢复。操作可能已经完成，请刷新确认后再试。',
      en: 'The connection to the database broke and is being restored. What you asked for may have been done: look before you try again.',
    },
    { cause },
  );

const databaseAway = (cause: unknown): Problem =>
  unavailable(
    'database_unavailable',
    {
      zh: '数据库暂时无法连接，请稍后重试。若持续出现，请检查 PostgreSQL 是否在运行，或运行 qingniao doctor。',
      en: 'The database cannot be reached at the moment; try again shortly. If this goes on, check that PostgreSQL is running, or run qingniao doctor.',
    },
    { cause },
  );
