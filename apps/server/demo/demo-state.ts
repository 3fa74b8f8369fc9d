import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a second start needs to know about the demo; kept beside the sandbox's own files. */
export interface DemoState {
  phase: 'loading' | 'live';
  /** How the sandbox was started; its people are restored with the same words. */
  sandboxFlags: string[];
  brandId: number;
  assetId: string;
  appid: string;
  /** Its mini program: where it stands at WeChat and in the product. Demos of before have none yet. */
  shop?: { appid: string; miniProgramId: string };
  owner: { email: string; password: string };
  /** Brand of the panel's accounts, once connected. */
  panelBrandId: number | null;
}

export const demoFolder = (dataDir: string): string => join(dataDir, 'demo');

const fileIn = (dataDir: string): string => join(demoFolder(dataDir), 'demo.json');

export function readDemoState(dataDir: string): DemoState | null {
  const file = fileIn(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoState) : null;
}

/** Replaces the file as a whole; it holds the demo owner's password, so only we may read it. */
export function writeDemoState(dataDir: string, state: DemoState): void {
  mkdirSync(demoFolder(dataDir), { recursive: true });
  const file = fileIn(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
