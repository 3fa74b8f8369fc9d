import type { BaseUrls } from '@qingniao/wechat';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Left in the data folder while the product runs, so that commands beside it reach the same embedded engines. */
export interface RunningNote {
  pid: number;
  address: string;
  databaseUrl: string;
  /** The embedded one has another address after a restart of its own. */
  warehouseUrl: string;
  /** Where it calls WeChat: a demo its sandbox. */
  wechat: BaseUrls;
}

const fileIn = (dataDir: string): string => join(dataDir, 'running.json');

export function noteRunning(dataDir: string, note: RunningNote): () => void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify(note)}\n`, { mode: 0o600 });
  return () => rmSync(fileIn(dataDir), { force: true });
}

/** The product that runs on this data folder, or null; a note that outlived its process is no product. */
export function readRunning(dataDir: string): RunningNote | null {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return null;
  const note = JSON.parse(readFileSync(file, 'utf8')) as RunningNote;
  return isAlive(note.pid) ? note : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
