import { setTimeout as sleep } from 'node:timers/promises';
import { hurry } from './log-lock.ts';
import { prepared } from './prepared.ts';
import { headOf } from './projections.ts';
import type { Database, LogSource } from './types.ts';

const LOOK_MS = 5;

/** Looks until it is so, until `end` of `performance.now()` at most. False when it is not so by then. */
export async function lookUntil(isSo: () => Promise<boolean>, end: number): Promise<boolean> {
  while (!(await isSo())) {
    if (performance.now() >= end) return false;
    await sleep(LOOK_MS);
  }
  return true;
}

/**
 * Waits until these projections have applied everything their log holds now, whichever process runs them, until `end` of
 * `performance.now()` at most. False when one has not arrived by then; one that never ran is not waited for.
 */
export async function untilApplied({ system }: Pick<Database, 'system'>, source: Pick<LogSource<never>, 'newest'>, names: readonly string[], end: number): Promise<boolean> {
  const head = await headOf(system, source);
  const applied = async () => (await system.query(prepared('SELECT 1 FROM projection_cursor WHERE name = ANY($1) AND cursor < $2 LIMIT 1'), [names, head])).length === 0;
  if (await applied()) return true;
  await hurry(system, names);
  return lookUntil(applied, end);
}
