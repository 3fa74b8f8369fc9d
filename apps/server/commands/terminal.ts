import { createLog, type Log } from '@qingniao/kernel';
import { createInterface } from 'node:readline/promises';
import type { Settings } from '../settings.ts';
import { startProblem } from '../start-problem.ts';

/** Commands say themselves what they do: only warnings reach the terminal beside it, unless a level was asked for. */
export const commandLog = ({ logLevel }: Settings): Log => createLog(process.env['QINGNIAO_LOG_LEVEL'] ? logLevel : 'warn');

export interface Progress {
  at(text: string): void;
  end(): void;
}

const EVERY_MS = 3000;

/** One line that rewrites itself on a terminal, a line every few seconds elsewhere; on stderr, apart from results. */
export function progress(): Progress {
  const { stderr } = process;
  let last = performance.now();
  return {
    at(text) {
      if (stderr.isTTY) return void stderr.write(`\r\u001b[K${text}`);
      if (performance.now() - last < EVERY_MS) return;
      last = performance.now();
      stderr.write(`${text}\n`);
    },
    end: () => void (stderr.isTTY && stderr.write('\r\u001b[K')),
  };
}

/** Goes on when the person types `word`. Throws `not_confirmed` otherwise, and where nobody can type. */
export async function confirm(question: string, word: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw startProblem('not_confirmed', { zh: '需要确认：请加上 --yes。', en: 'This has to be confirmed: add --yes.' });
  }
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    if ((await lines.question(`${question}\n> `)).trim() === word) return;
  } finally {
    lines.close();
  }
  throw startProblem('not_confirmed', { zh: '未确认，什么都没有改变。', en: 'Not confirmed; nothing was changed.' });
}

export const grouped = (count: number): string => count.toLocaleString('en-US');
export const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
