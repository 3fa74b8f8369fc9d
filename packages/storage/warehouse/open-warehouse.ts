import { ClickHouseError, type ClickHouseClient, ClickHouseLogLevel, type ClickHouseSettings, createClient } from '@clickhouse/client';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Log, messageOf, Problem, unavailable } from '@qingniao/kernel';
import type { Lane, Row, Warehouse, WarehouseQuery } from '../types.ts';
import { createTableSql, deleteRowsSql, dropTableSql, truncateSql, updateRowsSql } from '../warehouse-ddl.ts';
import { type ChdbServer, startChdb } from './chdb-server.ts';

export interface OpenWarehouseOptions {
  /** Used only when `url` is null. */
  folder: string;
  /** Your own ClickHouse (`https://user:password@host:8443/database`), or null for the embedded one. */
  url: string | null;
  /** The cluster's name as in `system.clusters`, or null for a single server. */
  cluster?: string | null;
  log: Log;
}

export interface OpenedWarehouse {
  warehouse: Warehouse;
  /** Null when the warehouse is yours. */
  embedded: ChdbServer | null;
}

const TIMEOUT: Record<Lane, number> = { live: 30, bulk: 600 };
const INSERT_TIMEOUT = 120;
/** A query that ends the engine each time is given up after this many. */
const ATTEMPTS = 4;
/** What answers depend on is said with each question: the profile of a ClickHouse of yours may have it otherwise. */
const SETTINGS: ClickHouseSettings = {
  join_use_nulls: 0,
  group_by_use_nulls: 0,
  transform_null_in: 0,
  aggregate_functions_null_for_empty: 0,
  cast_keep_nullable: 0,
  data_type_default_nullable: 0,
  any_join_distinct_right_table_keys: 0,
  prefer_column_name_to_alias: 0,
  final: 0,
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_64bit_floats: 0,
  output_format_json_quote_decimals: 0,
  output_format_json_quote_denormals: 0,
  date_time_output_format: 'iso',
  date_time_input_format: 'best_effort',
  session_timezone: 'UTC',
  cancel_http_readonly_queries_on_client_close: 1,
};
/** Somebody who waits goes first: bulk work has the lower priority and half the processors. */
const BULK: ClickHouseSettings = { priority: '10', max_threads: Math.max(1, Math.floor(availableParallelism() / 2)) };

/** One code path for the embedded warehouse and a ClickHouse server or cluster: `@clickhouse/client` over HTTP. */
export async function openWarehouse({ folder, url, cluster = null, log }: OpenWarehouseOptions): Promise<OpenedWarehouse> {
  const embedded = url === null ? await startChdb({ folder, log }) : null;
  const clients = clientsFor(embedded ? () => embedded.url() : async () => url!);

  const call = <T>(repeatable: boolean, work: (client: ClickHouseClient) => Promise<T>): Promise<T> =>
    withRetries(repeatable, log, async () => work(await clients.current()));

  const command = (sql: string, options: WarehouseQuery = {}) =>
    call(false, async (client) => {
      const settings = { ...requestSettings({ lane: 'bulk', ...options }), mutations_sync: '2', alter_sync: '2' } as ClickHouseSettings;
      await client.command({ query: sql, ...queryOf({ lane: 'bulk', ...options }), clickhouse_settings: settings });
    });

  const warehouse: Warehouse = {
    query: <R extends Row>(sql: string, options: WarehouseQuery = {}) =>
      call(true, async (client) => {
        const answer = await client.query({ query: sql, format: 'JSONEachRow', ...queryOf(options), clickhouse_settings: requestSettings(options) });
        return answer.json<R>();
      }),
    async *stream<R extends Row>(sql: string, options: WarehouseQuery = {}) {
      const common = queryOf({ lane: 'bulk', ...options });
      const answer = await call(true, (client) =>
        client.query({
          query: sql,
          format: 'JSONEachRow',
          ...common,
          http_headers: { ...common.http_headers, 'x-qingniao-stream': '1' },
          clickhouse_settings: requestSettings({ lane: 'bulk', ...options }),
        }),
      );
      try {
        for await (const rows of answer.stream<R>()) yield rows.map((row) => row.json<R>());
      } catch (error) {
        throw problemOf(error);
      }
    },
    async insert(table, rows, token) {
      if (rows.length === 0) return;
      await call(token !== undefined, async (client) => {
        await client.insert({
          table,
          values: rows,
          format: 'JSONEachRow',
          abort_signal: AbortSignal.timeout(INSERT_TIMEOUT * 1000),
          clickhouse_settings: {
            date_time_input_format: 'best_effort',
            input_format_skip_unknown_fields: 0,
            // A batch may span many years (a rebuild, one person's history); the guard of 100 months would refuse it.
            max_partitions_per_insert_block: '0',
            // On a cluster the batch has arrived at its shards, not in a queue of the server asked.
            ...(cluster ? { insert_distributed_sync: 1 } : {}),
            ...(token === undefined ? {} : { insert_deduplicate: 1, insert_deduplication_token: token }),
          },
        });
      });
    },
    command,
    async createTable(table) {
      for (const statement of createTableSql(table, cluster)) await command(statement);
    },
    async dropTable(name) {
      for (const statement of dropTableSql(name, cluster)) await command(statement);
    },
    truncate: (name) => command(truncateSql(name, cluster)),
    updateRows: (name, set, where, params) => command(updateRowsSql(name, set, where, cluster), { params }),
    deleteRows: (name, where, params) => command(deleteRowsSql(name, where, cluster), params ? { params } : {}),
    ping: async () => {
      try {
        return (await (await clients.current()).ping({ select: true })).success;
      } catch {
        return false;
      }
    },
    async close() {
      await clients.close();
      await embedded?.stop();
    },
  };

  try {
    if (url !== null) await checkExternal(warehouse);
    return { warehouse, embedded };
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}

/** The child gets a new port and password with each restart, hence a client for each address. */
function clientsFor(address: () => Promise<string>) {
  let made: { url: string; client: ClickHouseClient } | null = null;
  return {
    async current(): Promise<ClickHouseClient> {
      const url = await address();
      if (made?.url !== url) {
        await made?.client.close();
        made = {
          url,
          client: createClient({
            url,
            request_timeout: 3_600_000,
            max_open_connections: 32,
            compression: { request: false, response: false },
            // The server keeps idle connections for a minute; ours go before that.
            keep_alive: { enabled: true, idle_socket_ttl: 10_000 },
            use_multipart_params_auto: true,
            application: 'qingniao',
            log: { level: ClickHouseLogLevel.OFF },
          }),
        };
      }
      return made.client;
    },
    close: async () => made?.client.close(),
  };
}

function queryOf({ params, lane = 'live', timeout = TIMEOUT[lane], signal }: WarehouseQuery) {
  // The engine ends the query by itself; ours is for an engine that no longer answers.
  const silence = AbortSignal.timeout(timeout * 1000 + 10_000);
  return {
    ...(params ? { query_params: params } : {}),
    abort_signal: signal ? AbortSignal.any([signal, silence]) : silence,
    http_headers: { 'x-qingniao-lane': lane } as Record<string, string>,
  };
}

const requestSettings = ({ lane = 'live', timeout = TIMEOUT[lane] }: WarehouseQuery): ClickHouseSettings => ({
  ...SETTINGS,
  ...(lane === 'bulk' ? BULK : {}),
  max_execution_time: timeout,
});

/** Repeats after a lost connection: what may safely run twice always, the rest only when it was never sent. */
async function withRetries<T>(repeatable: boolean, log: Log, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const loss = connectionLoss(error);
      if (!loss || tries >= ATTEMPTS || (loss === 'broken' && !repeatable)) throw problemOf(error);
      log.warn({ tries, err: messageOf(error) }, 'the warehouse connection was lost; trying again');
      await sleep(100 * 2 ** tries);
    }
  }
}

function connectionLoss(error: unknown): 'refused' | 'broken' | null {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === 'ECONNREFUSED') return 'refused';
  return code === 'ECONNRESET' || code === 'EPIPE' || /socket hang up/.test(message) ? 'broken' : null;
}

/** What a person can act on; a wrong query stays the ClickHouseError it is. */
function problemOf(error: unknown): unknown {
  const type = error instanceof ClickHouseError ? error.type : undefined;
  if (type === 'TIMEOUT_EXCEEDED') {
    return unavailable('warehouse_timeout', {
      zh: '查询超时已被终止。请缩小时间范围或条件后重试。',
      en: 'The query took too long and was ended. Try a shorter period or fewer conditions.',
    }, { cause: error });
  }
  if (type === 'MEMORY_LIMIT_EXCEEDED') {
    return unavailable('warehouse_memory', {
      zh: '查询所需内存超过上限，已被终止。请缩小范围，或为分析库分配更多内存。',
      en: 'The query needed more memory than it may use and was ended. Narrow it down, or give the warehouse more memory.',
    }, { cause: error });
  }
  if (!connectionLoss(error)) return error;
  return unavailable('warehouse_unavailable', {
    zh: '分析库暂时无法连接，请稍后重试。若持续出现，请运行 qingniao doctor。',
    en: 'The warehouse cannot be reached at the moment; try again shortly. If this goes on, run qingniao doctor.',
  }, { cause: error });
}

async function checkExternal(warehouse: Warehouse): Promise<void> {
  try {
    await warehouse.query('SELECT 1');
  } catch (error) {
    const cause = error instanceof Problem && error.details.cause ? error.details.cause : error;
    throw unavailable('warehouse_unreachable', {
      zh: `无法连接 CLICKHOUSE_URL 指向的 ClickHouse：${messageOf(cause)}。请检查地址、用户名、密码和数据库名。`,
      en: `The ClickHouse of CLICKHOUSE_URL cannot be reached: ${messageOf(cause)}. Check address, user, password and database name.`,
    }, { cause });
  }
}
