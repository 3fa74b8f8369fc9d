import { closeSync, createReadStream, existsSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { beijingDay, dayText } from '../time/clock.ts';

/** One thing a follower really did. Written apart from the callbacks, for proofs only. */
export interface LedgerLine {
  at: number;
  appid: string;
  type: string;
  openid?: string;
  source?: string;
  [detail: string]: unknown;
}
export interface LedgerState {
  bytes: number;
  /** `appid|type|day|source` → count. */
  counts: Map<string, number>;
}
export interface Ledger {
  write(line: LedgerLine): void;
  counts(): { appid: string; type: string; day: string; source: string; count: number }[];
  flush(): void;
  raw(): Readable;
  state(): LedgerState;
  close(): void;
}

const CHUNK = 256 * 1024;

/** @param saved continues a file from a snapshot: what was written after the snapshot is cut off. */
export function openLedger(folder: string, saved?: LedgerState): Ledger {
  const path = join(folder, 'ledger.ndjson');
  const continued = saved !== undefined && existsSync(path);
  const file = openSync(path, continued ? 'r+' : 'w');
  const state: LedgerState = { bytes: continued ? saved.bytes : 0, counts: saved?.counts ?? new Map() };
  ftruncateSync(file, state.bytes);
  let waiting: string[] = [];
  let size = 0;

  const flush = (): void => {
    if (waiting.length === 0) return;
    const chunk = Buffer.from(waiting.join(''));
    writeSync(file, chunk, 0, chunk.length, state.bytes);
    state.bytes += chunk.length;
    waiting = [];
    size = 0;
  };

  return {
    write(line) {
      const text = `${JSON.stringify(line)}\n`;
      waiting.push(text);
      size += text.length;
      if (size > CHUNK) flush();
      const key = `${line.appid}|${line.type}|${beijingDay(line.at)}|${line.source ?? ''}`;
      state.counts.set(key, (state.counts.get(key) ?? 0) + 1);
    },
    counts: () =>
      [...state.counts].map(([key, count]) => {
        const [appid = '', type = '', day = '', source = ''] = key.split('|');
        return { appid, type, day: dayText(Number(day)), source, count };
      }),
    flush,
    raw() {
      flush();
      return createReadStream(path, { end: Math.max(0, state.bytes - 1) });
    },
    state() {
      flush();
      return state;
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
