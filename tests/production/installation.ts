import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openHistory, type History } from '../../apps/server/open-history.ts';
import { readSettings } from '../../apps/server/settings.ts';
import { silentLog } from '../../packages/storage/testing.ts';
import { program } from '../support/program.ts';

const root = join(import.meta.dirname, '../..');

export interface Outcome {
  code: number | null;
  /** What it printed: results and, apart from them, complaints and progress. */
  out: string;
  err: string;
}

/** Runs one command of the product as a process of its own, with nothing but the given settings, and waits for its end. */
export async function qingniao(words: readonly string[], settings: Record<string, string>): Promise<Outcome> {
  const child = spawn(process.execPath, [...program, ...words], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', ...settings },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

/** Its stores with nobody at work, for looking at them and for damaging them; everything derived is up to date. */
export async function lookInside<T>(settings: Record<string, string>, work: (history: History) => Promise<T>): Promise<T> {
  const history = await openHistory(readSettings(settings), silentLog);
  try {
    await history.projections.drain();
    await history.forwarders.drain();
    return await work(history);
  } finally {
    await history.stopping.run();
  }
}
