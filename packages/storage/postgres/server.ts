import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Log, Problem, unavailable } from '@qingniao/kernel';
import pg from 'pg';
import { LONGEST_SOCKET_PATH, lockFolder, shortHash } from '../folder-lock.ts';
import { type PostgresBinaries, postgresBinaries } from './binaries.ts';
import { canReach, type ServiceUser, serviceUser, SHARED_FOLDER } from './service-user.ts';

export interface EmbeddedPostgresOptions {
  /** The product's data folder; the server keeps to `postgres/` in it. */
  dataDir: string;
  log: Log;
  /** Listen on 127.0.0.1 as well; only tests do, where the server stands for somebody's own PostgreSQL. */
  tcpPort?: number;
  /** More `postgresql.conf` settings, e.g. `{ fsync: 'off' }` for throw-away servers. */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  /** A connection string for a role and a database; everybody who reaches the private socket folder is trusted. */
  url(role: string, database: string): string;
  readonly dataFolder: string;
  readonly version: string;
  /** The server's process id, null while it is being restarted. */
  pid(): number | null;
  restarts(): number;
  /** Fast shutdown: sessions are ended, a checkpoint is written. */
  stop(): Promise<void>;
}

export const SUPERUSER = 'postgres';
const PORT = 5432;
/** After a crash it first replays what it had promised; with much to replay on a slow disk that takes its time. */
const STARTING_MS = 300_000;

const SETTINGS: Record<string, string> = {
  fsync: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  max_connections: '120',
  max_wal_size: '2GB',
  checkpoint_timeout: '10min',
  // What it runs on has no arms to move.
  random_page_cost: '1.1',
  // Short transactions everywhere: compiling them costs more than it saves.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'warning',
  // Details and statements of errors quote values of rows, which may be personal.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** Starts the server of a data folder (creating it on first use) and keeps it running until `stop`. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const dataDir = resolve(options.dataDir);
  const user = serviceUser();
  const base = baseFolder(dataDir, user, log);
  const binaries = postgresBinaries(user, join(dataDir, 'postgres'));
  const socketFolder = privateSocketFolder(base, user, log);
  const unlock = await lockFolder(socketFolder, dataDir);
  const dataFolder = join(base, 'data');

  let child: ChildProcess | null = null;
  let stopping = false;
  let restarts = 0;
  let supervision: Promise<void> = Promise.resolve();

  const url = (role: string, database: string) => {
    const query = new URLSearchParams({ host: socketFolder, port: String(options.tcpPort ?? PORT) });
    return `postgresql://${role}@/${database}?${query}`;
  };

  const launch = async () => {
    const server = spawnServer(binaries, dataFolder, socketFolder, user, options);
    const ended = new Promise<string>((done) => server.process.once('exit', (code, signal) => done(String(signal ?? code))));
    const early = await Promise.race([answersQueries(url(SUPERUSER, 'postgres')), ended]);
    if (early !== undefined) throw new Error(server.lastWords() || `the server ended with ${early}`);
    child = server.process;
    void ended.then((how) => {
      child = null;
      if (stopping) return;
      restarts += 1;
      log.error({ how }, 'the embedded PostgreSQL ended; restarting it');
      supervision = restart();
    });
  };

  /** After kill -9 the old back ends hold the shared memory for a moment, so the first tries may fail. */
  const restart = async () => {
    for (let wait = 100; !stopping && !child; wait = Math.min(wait * 2, 5000)) {
      await sleep(wait);
      if (!stopping) await launch().catch((error: unknown) => log.warn({ err: error }, 'PostgreSQL did not restart yet'));
    }
  };

  const killOnExit = () => child?.kill('SIGINT');
  try {
    if (!existsSync(dataFolder)) await initialise(binaries, dataFolder, user, options);
    checkVersion(dataFolder, binaries.version);
    await endLeftOver(dataFolder, log);
    await launch();
    process.once('exit', killOnExit);
  } catch (error) {
    stopping = true;
    killOnExit();
    await unlock();
    throw error instanceof Problem ? error : cannotStart(error);
  }

  return {
    url,
    dataFolder,
    version: binaries.version,
    pid: () => child?.pid ?? null,
    restarts: () => restarts,
    async stop() {
      stopping = true;
      process.removeListener('exit', killOnExit);
      await supervision;
      const running = child;
      if (running) {
        const exited = new Promise<void>((done) => running.once('exit', () => done()));
        running.kill('SIGINT');
        await exited;
      }
      await unlock();
    },
  };
}

/** `<dataDir>/postgres`, or a folder under /var/lib/qingniao when the service user cannot get into the data folder. */
function baseFolder(dataDir: string, user: ServiceUser | null, log: Log): string {
  mkdirSync(dataDir, { recursive: true });
  let base = join(dataDir, 'postgres');
  if (!canReach(dataDir, user)) {
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    base = join(SHARED_FOLDER, `postgres-${shortHash(dataDir)}`);
    log.info({ dataDir, base }, 'PostgreSQL runs as nobody and cannot enter the data folder, so its files are kept here');
  }
  makePrivate(base, user);
  return base;
}

function privateSocketFolder(base: string, user: ServiceUser | null, log: Log): string {
  const own = join(base, 'run');
  if (Buffer.byteLength(join(own, '.s.PGSQL.65535')) <= LONGEST_SOCKET_PATH) return makePrivate(own, user);
  const short = `/tmp/qingniao-${shortHash(base)}`;
  log.info({ folder: own, used: short }, `the data folder's path is too long for a Unix socket (${LONGEST_SOCKET_PATH} bytes)`);
  return makePrivate(short, user);
}

/** Makes a folder only the service user (and root) may enter; refuses one that somebody else made first. */
function makePrivate(folder: string, user: ServiceUser | null): string {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
  }
  const { uid, mode } = lstatSync(folder);
  if (uid !== (user?.uid ?? process.getuid?.()) || (mode & 0o077) !== 0) {
    throw unavailable('folder_not_private', {
      zh: `目录 ${folder} 的所有者或权限不正确（应仅限运行 PostgreSQL 的用户访问）。请修正权限或移除该目录。`,
      en: `The folder ${folder} must belong to the user PostgreSQL runs as and be closed to others. Correct its owner and mode or remove it.`,
    });
  }
  return folder;
}

/** initdb into a folder beside the final one, so that a half-made cluster is never taken for a whole one. */
async function initialise(
  binaries: PostgresBinaries,
  dataFolder: string,
  user: ServiceUser | null,
  { log, settings }: EmbeddedPostgresOptions,
): Promise<void> {
  const half = `${dataFolder}.new`;
  rmSync(half, { recursive: true, force: true });
  makePrivate(half, user);
  log.info({ dataFolder }, 'creating the embedded PostgreSQL');
  await run(binaries.initdb, [
    '--pgdata', half, '--username', SUPERUSER, '--auth', 'trust', '--encoding', 'UTF8',
    // The same order of texts on every machine, whatever locales it has.
    '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8',
    ...(settings?.['fsync'] === 'off' ? ['--no-sync'] : []),
  ], user);
  renameSync(half, dataFolder);
}

function spawnServer(
  binaries: PostgresBinaries,
  dataFolder: string,
  socketFolder: string,
  user: ServiceUser | null,
  { log, tcpPort, settings }: EmbeddedPostgresOptions,
): { process: ChildProcess; lastWords(): string } {
  const all: Record<string, string> = {
    ...SETTINGS,
    ...settings,
    listen_addresses: tcpPort ? '127.0.0.1' : '',
    port: String(tcpPort ?? PORT),
    unix_socket_directories: socketFolder,
  };
  const child = spawn(binaries.postgres, ['-D', dataFolder, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])], {
    ...user,
    cwd: dataFolder,
    // A process group of its own: Ctrl-C must reach the product only, which then stops the server cleanly.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.once('error', (error) => log.error({ err: error }, 'PostgreSQL cannot be run'));
  let lastWords = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    lastWords = text.trim();
    for (const line of text.split('\n')) if (line) log.debug({ postgres: line });
  });
  return { process: child, lastWords: () => lastWords };
}

/** Ends a server that a crashed product left behind. Its data folder is locked by us, so nobody else uses it. */
export async function endLeftOver(dataFolder: string, log: Log): Promise<void> {
  const pidFile = join(dataFolder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  const ours = () => isPostgresOf(pid, dataFolder);
  if (ours()) {
    log.warn({ pid }, 'ending the PostgreSQL that an earlier run left behind');
    process.kill(pid, 'SIGINT');
    for (let tenths = 0; ours(); tenths++) {
      if (tenths === 300) process.kill(pid, 'SIGQUIT');
      await sleep(100);
    }
  }
  // The id may by now be another program's, which would keep PostgreSQL from starting.
  rmSync(pidFile, { force: true });
}

function isPostgresOf(pid: number, dataFolder: string): boolean {
  try {
    process.kill(pid, 0);
    const command = process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(dataFolder);
  } catch {
    return false;
  }
}

function checkVersion(dataFolder: string, version: string): void {
  const made = readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  const [major] = version.split('.');
  if (made === major) return;
  throw unavailable('postgres_version', {
    zh: `数据目录由 PostgreSQL ${made} 创建，而当前内置版本为 ${major}。请用旧版本执行 qingniao backup，再用新版本执行 qingniao restore。`,
    en: `The data folder was made by PostgreSQL ${made}, the embedded one is ${major}. Run qingniao backup with the old version and qingniao restore with this one.`,
  });
}

async function answersQueries(url: string): Promise<void> {
  const limit = performance.now() + STARTING_MS;
  for (let wait = 10; ; wait = Math.min(wait * 2, 200)) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (performance.now() > limit) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(wait);
  }
}

function run(file: string, args: string[], user: ServiceUser | null): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done() : fail(new Error(`${file} ended with ${code}: ${said.trim()}`))));
  });
}

const cannotStart = (cause: unknown): Problem =>
  unavailable(
    'postgres_cannot_start',
    {
      zh: `内置 PostgreSQL 无法启动：${(cause as Error).message}。可运行 qingniao doctor 查看原因，或设置 DATABASE_URL 使用您自己的 PostgreSQL。`,
      en: `The embedded PostgreSQL cannot start: ${(cause as Error).message}. Run qingniao doctor for details, or set DATABASE_URL to use a PostgreSQL of yours.`,
    },
    { cause },
  );
