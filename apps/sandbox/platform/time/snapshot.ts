import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { LedgerState } from '../ledger/ledger.ts';
import type { PlatformState } from '../platform.ts';

/**
 * The whole state in one file: a JSON line that says what it is, then the structured clone of the state
 * (Maps, Sets, typed arrays and shared references survive). Written beside and renamed, so a crash leaves
 * the one before. What happened after the last snapshot is lost with the process.
 */
export interface Saved {
  state: PlatformState;
  ledger: LedgerState;
  engine: unknown;
  operator: unknown;
}

const FORMAT = 'qingniao-sandbox';
const VERSION = 1;
const FILE = 'sandbox.snapshot';

export function writeSnapshot(folder: string, saved: Saved): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, FILE);
  const file = openSync(`${path}.new`, 'w');
  try {
    writeSync(file, `${JSON.stringify({ format: FORMAT, version: VERSION })}\n`);
    writeSync(file, serialize(saved));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}

/** Null when there is none; throws when it was written by another version. */
export function readSnapshot(folder: string): Saved | null {
  const path = join(folder, FILE);
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const end = bytes.indexOf(10);
  const header = JSON.parse(bytes.subarray(0, end).toString('utf8')) as { format: string; version: number };
  if (header.format !== FORMAT || header.version !== VERSION) {
    throw new Error(`${path} was written by another version of the sandbox: remove it to begin a new world`);
  }
  return deserialize(bytes.subarray(end + 1)) as Saved;
}
