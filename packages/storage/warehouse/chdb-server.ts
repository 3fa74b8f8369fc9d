import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Log, messageOf, unavailable } from '@qingniao/kernel';
import { lockFolder } from '../folder-lock.ts';

export interface ChdbServer {
  /** Where the child listens now; waits while it is being restarted. `http://default:<password>@127.0.0.1:<port>`. */
  url(): Promise<string>;
  pid(): number | null;
  restarts(): number;
  stop(): Promise<void>;
}

export interface ChdbOptions {
  /** Opened by the child alone. */
  folder: string;
  log: Log;
  /** Queries at once; default 4, of which bulk work takes 2 at most. */
  readers?: number;
  /** What chDB may use; default 40 % of the machine, at least 1 GB. */
  memoryBytes?: number;
}

const GIGABYTE = 1024 ** 3;
const FIRST_START_MS = 30_000;

/** Starts the warehouse child and keeps it running until `stop`. It ends by itself when this process dies. */
export async function startChdb({ folder, log, readers = 4, memoryBytes = defaultMemory() }: ChdbOptions): Promise<ChdbServer> {
  requirePlatform();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder, folder);
  let child: ChildProcess | null = null;
  let stopping = false;
  let restarts = 0;

  const launch = async (): Promise<string> => {
    const password = randomBytes(24).toString('base64url');
    const fresh = spawn(process.execPath, [childScript()], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      detached: true,
      // Each query occupies a thread of Node's pool: readers, writer, KILL QUERY, and some for files and names.
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: 'UTC', UV_THREADPOOL_SIZE: String(readers + 6) },
    });
    let lastWords = '';
    fresh.stderr!.setEncoding('utf8').on('data', (text: string) => {
      lastWords = text.trim();
      log.debug({ chdb: lastWords.slice(0, 500) });
    });
    const port = await new Promise<number>((ready, failed) => {
      fresh.once('message', (answer: { port: number }) => ready(answer.port));
      fresh.once('error', failed);
      fresh.once('exit', (code, signal) => failed(new Error(lastWords || `the warehouse process ended with ${signal ?? code}`)));
      fresh.send({ folder, password, port: 0, readers, memoryBytes });
    });
    child = fresh;
    fresh.once('exit', (code, signal) => {
      child = null;
      if (stopping) return;
      restarts += 1;
      log.error({ code, signal }, 'the embedded warehouse ended; restarting it');
      address = relaunch(Infinity);
      address.catch(() => undefined);
    });
    return `http://default:${password}@127.0.0.1:${port}`;
  };

  /** The folder stays locked until the child of an earlier run has gone, so the first tries may fail. */
  const relaunch = async (patience: number): Promise<string> => {
    const since = performance.now();
    for (let wait = 50; ; wait = Math.min(wait * 2, 2000)) {
      if (stopping) throw new Error('the warehouse was stopped');
      try {
        return await launch();
      } catch (error) {
        if (performance.now() - since > patience) throw cannotStart(error);
        log.debug({ err: messageOf(error) }, 'the warehouse did not start yet');
        await sleep(wait);
      }
    }
  };

  let address = relaunch(FIRST_START_MS);
  try {
    await address;
  } catch (error) {
    await unlock();
    throw error;
  }
  return {
    url: () => address,
    pid: () => child?.pid ?? null,
    restarts: () => restarts,
    async stop() {
      stopping = true;
      await address.catch(() => undefined);
      if (child) await end(child);
      await unlock();
    },
  };
}

/** The child closes its folder when the channel to us closes. */
async function end(child: ChildProcess): Promise<void> {
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  child.disconnect();
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await exited;
  clearTimeout(late);
}

/** Beside this file in the sources; in a build, where this code may be in a chunk one folder below, beside the bundles. */
function childScript(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'chdb-child.mjs');
  return existsSync(beside) ? beside : join(dirname(here), 'chdb-child.mjs');
}

/** Containers see their own limit, not the machine's memory. */
function defaultMemory(): number {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.max(GIGABYTE, Math.floor(memory * 0.4));
}

function requirePlatform(): void {
  const { platform, arch } = process;
  const library = `@chdb/lib-${platform}-${arch}${platform === 'linux' ? '-gnu' : ''}`;
  try {
    const chdb = createRequire(import.meta.url).resolve('chdb');
    const glibc = platform !== 'linux' || 'glibcVersionRuntime' in (process.report.getReport() as { header: object }).header;
    if (glibc && createRequire(chdb).resolve.paths(library)?.some((folder) => existsSync(join(folder, library)))) return;
  } catch {
    // No chdb at all: the same advice.
  }
  throw unavailable('no_embedded_warehouse', {
    zh: `当前平台（${platform}-${arch}）没有可用的内置分析库（支持 glibc 版 Linux 和 macOS）。请设置 CLICKHOUSE_URL 指向您的 ClickHouse。`,
    en: `There is no embedded warehouse for this platform (${platform}-${arch}; glibc Linux and macOS have one). Set CLICKHOUSE_URL to a ClickHouse of yours.`,
  });
}

const cannotStart = (cause: unknown) =>
  unavailable(
    'warehouse_cannot_start',
    {
      zh: `内置分析库无法启动：${messageOf(cause)}。可运行 qingniao doctor 查看原因，或设置 CLICKHOUSE_URL 使用您自己的 ClickHouse。`,
      en: `The embedded warehouse cannot start: ${messageOf(cause)}. Run qingniao doctor for details, or set CLICKHOUSE_URL to use a ClickHouse of yours.`,
    },
    { cause },
  );
