import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endsWithFile } from './ends-with-file.ts';
import { program, surroundings } from './program.ts';

const root = join(import.meta.dirname, '../..');

export interface DemoProcess {
  /** The product. */
  url: string;
  /** The sandbox. */
  sandboxUrl: string;
  email: string;
  password: string;
  dataDir: string;
  pid: number;
  /** Its days end at Beijing's midnight before (milliseconds). */
  startedAt: number;
  /** Everything it said so far. */
  output(): string;
  /** As Ctrl-C does; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Stops if need be and removes the data folder. */
  remove(): Promise<void>;
}

/** Runs `qingniao demo`, as a process of its own, until its history is loaded. */
export async function startDemo(flags: readonly string[]): Promise<DemoProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qn-demo-'));
  // Open to the user the embedded PostgreSQL runs as when the tests run as root.
  await chmod(dataDir, 0o755);
  const startedAt = Date.now();
  const child = spawn(process.execPath, [...program, 'demo', ...flags], {
    cwd: root,
    env: { ...surroundings, PORT: '0', QINGNIAO_DATA: dataDir, QINGNIAO_LOG_LEVEL: 'warn', QINGNIAO_RATE_LIMIT: '100000' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let output = '';
  const stop = () => {
    child.kill('SIGINT');
    return ended;
  };
  const remove = async () => {
    // Cleaning up must end, whatever state a failed test left the product in.
    const cut = setTimeout(() => child.kill('SIGKILL'), 30_000);
    await stop();
    clearTimeout(cut);
    await rm(dataDir, { recursive: true, force: true });
  };
  endsWithFile(remove);
  const ready = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (/Act as a follower: \S+/.test(output)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const early = await Promise.race([ready.then(() => false), ended.then(() => true)]);
  if (early) {
    await remove();
    throw new Error(`the demo ended before it was ready:\n${output.slice(-4000)}`);
  }
  const found = (pattern: RegExp) => pattern.exec(output)![1]!;
  return {
    url: found(/Open: (\S+)/),
    sandboxUrl: found(/Act as a follower: (\S+)\/play/),
    email: found(/Sign in: (\S+)/),
    password: found(/password: (\S+)/),
    dataDir, pid: child.pid!, startedAt, output: () => output, stop, remove,
  };
}
