import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Sql } from './prepared.ts';

/** A row is a plain object; bigint columns arrive as numbers, timestamptz as Date. */
export type Row = Record<string, unknown>;

/** One open transaction. `query` takes plain SQL with $1 parameters; `orm` is Drizzle on the same connection. */
export interface Tx {
  readonly orm: NodePgDatabase;
  query<R extends Row = Row>(sql: Sql, params?: readonly unknown[]): Promise<R[]>;
  /** Called once the transaction is durable; never when it is rolled back. */
  afterCommit(run: () => void): void;
}

/**
 * The only way to a brand's rows. Row-level security shows nothing of other brands through it,
 * whatever the SQL says.
 */
export interface BrandDatabase {
  readonly brandId: number;
  /** All statements in one transaction; rolled back when `work` throws. */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A single statement. */
  query<R extends Row = Row>(sql: Sql, params?: readonly unknown[]): Promise<R[]>;
}

export interface Statement {
  sql: Sql;
  params?: readonly unknown[] | undefined;
}

export interface Database {
  /** Throws RangeError for anything but a positive integer. */
  forBrand(brandId: number): BrandDatabase;
  /** Across brands: sign-in, the log writer, projections, jobs. Never reachable from a brand's routes. */
  readonly system: {
    tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
    /** One transaction in one round trip, for statements that need nothing from each other's answers; the rows of each. */
    atOnce(statements: readonly Statement[]): Promise<Row[][]>;
    query<R extends Row = Row>(sql: Sql, params?: readonly unknown[]): Promise<R[]>;
  };
  /**
   * While `work` runs, commits do not wait for the disk: for what can be made again, as a demo's history. A crash of the
   * server may take the last second of it; nothing is torn. `onDisk` waits for all so far, and so does the end.
   */
  withoutWaitingForDisk<T>(work: (onDisk: () => Promise<void>) => Promise<T>): Promise<T>;
  /** LISTEN on a channel; survives reconnects. Returns the function that stops listening. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  readonly url: string;
  close(): Promise<void>;
}

/** `live` answers a person who waits and never queues behind `bulk`. */
export type Lane = 'live' | 'bulk';

export interface WarehouseQuery {
  /** Bound with ClickHouse's `{name:Type}` placeholders. */
  params?: Record<string, unknown>;
  lane?: Lane;
  /** Seconds; the query is killed after that. Default 30 live, 600 bulk. */
  timeout?: number;
  signal?: AbortSignal;
}

export interface Warehouse {
  /** 64-bit integers arrive as numbers, DateTime64 as ISO text in UTC. */
  query<R extends Row = Row>(sql: string, options?: WarehouseQuery): Promise<R[]>;
  /** For results too large to hold: rows in blocks, as they are found. An error may come after the first block. */
  stream<R extends Row = Row>(sql: string, options?: WarehouseQuery): AsyncIterable<R[]>;
  /** JSONEachRow; Dates may be given as Date or ISO text. The same token twice inserts once. */
  insert(table: string, rows: readonly Row[], token?: string): Promise<void>;
  /** DDL, ALTER … DELETE, INSERT … SELECT. Resolves when it is done, on a cluster on every replica. */
  command(sql: string, options?: WarehouseQuery): Promise<void>;
  /** Makes the table (and on a cluster its local halves) unless it is there. */
  createTable(table: WarehouseTable): Promise<void>;
  dropTable(name: string): Promise<void>;
  truncate(name: string): Promise<void>;
  /** `ALTER TABLE name DELETE WHERE …` wherever the rows live. */
  deleteRows(name: string, where: string, params?: Record<string, unknown>): Promise<void>;
  /** `ALTER TABLE name UPDATE column = expression WHERE …` wherever the rows live; no column of `orderBy` or `partitionBy`. */
  updateRows(name: string, set: string, where: string, params: Record<string, unknown>): Promise<void>;
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** One description for a laptop and for a cluster; `createTableSql` writes the DDL. */
export interface WarehouseTable {
  name: string;
  /** Name → ClickHouse type with its DEFAULT or CODEC, e.g. `{ at: "DateTime64(3, 'UTC') CODEC(Delta, ZSTD)" }`. */
  columns: Record<string, string>;
  /** `MergeTree` keeps rows; `ReplacingMergeTree` keeps the last by `orderBy` (of the largest `version`); `Memory` is for a moment's own tables. */
  engine: 'MergeTree' | 'Memory' | { replacing: { version: string } };
  orderBy: readonly string[];
  partitionBy?: string;
  /** When a row may go, e.g. `superseded_at + toIntervalDay(2)`; default never. */
  ttl?: string;
  /** Rows with the same value live on one shard, so that joins and IN stay local; default the first two of `orderBy`. */
  shardBy?: string;
}

/** What a projection reads: anything with an id that grows in commit order. */
export interface LogSource<E extends { id: number }> {
  /** Events after `after` in id order, at most `limit`. */
  read(db: Pick<Tx, 'query'>, after: number, limit: number): Promise<E[]>;
  /** SQL of the highest committed id, null when the log is empty. */
  readonly newest: string;
}

/** A named consumer of the log. Its cursor and its effect commit together: each event counts exactly once. */
export interface Projection<E extends { id: number }> {
  readonly name: string;
  /** Events per transaction; default 1000. */
  readonly batch?: number;
  /** Never share a transaction with other projections (because `apply` waits for something else). */
  readonly alone?: boolean;
  /** For one that is `alone`: whether what it reads besides the log is not to be read now; then the batch is tried again soon. */
  waits?(tx: Tx): Promise<boolean>;
  apply(tx: Tx, events: readonly E[]): Promise<void>;
  /** Forget everything derived; the runner then replays from the start. */
  reset(tx: Tx): Promise<void>;
}

export interface ProjectionLag {
  name: string;
  cursor: number;
  head: number;
  /** Events not yet applied. */
  behind: number;
  error: string | null;
}

export interface ProjectionRunner {
  /** There is something new; returns at once. */
  wake(): void;
  /** Resolves when every projection has applied everything committed before the call; rejects when one keeps failing. */
  drain(): Promise<void>;
  lag(): Promise<ProjectionLag[]>;
  /** Reset one projection (or all) and replay it from the start of the log. */
  rebuild(name?: string): Promise<void>;
  stop(): Promise<void>;
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** Long work a person can watch, leave and come back to. */
export interface JobView {
  id: string;
  brandId: number;
  kind: string;
  state: JobState;
  done: number;
  total: number | null;
  /** Where to resume; the handler's own shape. */
  cursor: unknown;
  /** Plain words, both languages, or null. */
  lastError: { zh: string; en: string } | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export type JobPlace = Pick<JobView, 'createdAt' | 'id'>;

export interface JobContext<P> {
  readonly id: string;
  readonly brandId: number;
  readonly input: P;
  readonly db: BrandDatabase;
  /** What the last run saved, or null on the first. */
  readonly cursor: unknown;
  /** Saves progress and the place to resume from; throws when the job was cancelled. */
  progress(done: number, total: number | null, cursor?: unknown): Promise<void>;
  readonly signal: AbortSignal;
  /** Nothing comes after it when it fails, too. */
  readonly lastTry: boolean;
}

export interface JobKind<P> {
  readonly kind: string;
  readonly lane: Lane;
  /** Real-time retries after a failure; default 5 with backoff. */
  readonly retries?: number;
  run(job: JobContext<P>): Promise<void>;
}

export interface Jobs {
  register<P>(kind: JobKind<P>): void;
  /** `key` makes it single: while one with this key is queued or running, its id is returned instead. */
  start<P>(brandId: number, kind: string, input: P, key?: string): Promise<string>;
  /** The same inside a transaction of that brand: the job exists exactly when the transaction commits. */
  startIn<P>(tx: Tx, brandId: number, kind: string, input: P, key?: string): Promise<string>;
  cancel(brandId: number, id: string): Promise<void>;
  /** Newest first; `after` is the last one of the page before. */
  list(brandId: number, limit?: number, after?: JobPlace | null): Promise<JobView[]>;
  /** Those of these ids that are still there; ended ones are kept 90 days. */
  find(brandId: number, ids: readonly string[]): Promise<JobView[]>;
  /** Resolves when nothing is queued or running (demo and tests). */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Domain time: rows with a due_at, read against kernel/clock, so that simulated time works. */
export interface DueTimer {
  brandId: number;
  name: string;
  /** Unique with brand and name: setting it again moves it. */
  key: string;
  dueAt: Date;
  payload: unknown;
}

export interface FoundTimer extends DueTimer {
  /** The clock when it was found due. By now it may have run on: a simulated day passes within a moment. */
  foundAt: Date;
}

/** What a timer calls. */
export type Asked = 'wechat' | 'pay' | 'bills';

export interface Timers {
  /**
   * `asks`: what it calls, which may be long in answering; bills are long besides. Those timers wait for one another
   * and nobody else does (`runDue` waits for all).
   */
  register(name: string, fire: (timer: FoundTimer) => Promise<void>, how?: { asks?: Asked }): void;
  set(tx: Tx, timer: DueTimer): Promise<void>;
  cancel(tx: Tx, brandId: number, name: string, key: string): Promise<void>;
  /**
   * Fires everything due at the present clock, or up to `until` (product time) though the clock runs on, but what asks
   * `but`; in due order; returns how many. A handler that throws is retried with backoff and shown on the status page.
   */
  runDue(until?: number, but?: Asked): Promise<number>;
  /** From here on only `runDue` fires, and never those named; until the function it returns is called. For whoever steps the clock. */
  hold(waiting?: readonly string[]): () => void;
  stop(): Promise<void>;
}

export interface Stores {
  readonly database: Database;
  readonly warehouse: Warehouse;
  readonly jobs: Jobs;
  readonly timers: Timers;
  close(): Promise<void>;
}
