import { isLocked, lockFolder } from '@qingniao/storage';
import type { BaseUrls } from '@qingniao/wechat';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** Takes the data folder for this process and leaves the note; resolves to the function that gives both up. */
export async function noteRunning(dataDir: string, note: RunningNote): Promise<() => Promise<void>> {
  const unlock = await lockFolder(dataDir, dataDir);
  const file = fileIn(dataDir);
  try {
    // Under another name first: a disk that is full leaves no half of it.
    writeFileSync(`${file}.new`, `${JSON.stringify(note)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    await unlock();
    throw error;
  }
  return async () => {
    rmSync(file, { force: true });
    await unlock();
  };
}

/** The product that runs on this data folder, or null: who holds the folder tells, since a process number may be another's by now. */
export const readRunning = async (dataDir: string): Promise<RunningNote | null> => ((await isLocked(dataDir)) ? readNote(fileIn(dataDir)) : null);

function readNote(file: string): RunningNote | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningNote;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
