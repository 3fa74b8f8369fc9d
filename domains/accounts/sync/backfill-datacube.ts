import { addDays, daysBetween, nowDate } from '@qingniao/kernel';
import { historyOf, newestDay, spanEnding } from '../datacube/plan.ts';
import { fetchSpan, firstFollowerDay } from '../datacube/store.ts';
import type { SyncRun } from './syncs.ts';

interface Cursor {
  /** Index of the call in the plan. */
  call: number;
  /** The last day of the next span. */
  to: string;
  /** Days without rows in a row. */
  empty: number;
  /** Whether the call has had any rows. */
  found: boolean;
  done: number;
}

/**
 * The history of an account before it was connected, newest first: growth by source and cumulative followers back to
 * December 2014, articles as far as their calls reach. Stops where the platform has nothing for long: an account that has
 * been quiet of late is looked into back to its first followers, which are the first call of the plan.
 * Progress counts days; what is skipped counts as done.
 */
export async function backfillDatacube({ db, account, cursor, progress }: SyncRun): Promise<void> {
  const newest = newestDay(nowDate());
  const plan = historyOf[account.datacubeProfile];
  const daysIn = (index: number): number => Math.max(0, daysBetween(plan[index]!.since, newest) + 1);
  const total = plan.reduce((sum, _, index) => sum + daysIn(index), 0);
  const doneBefore = (index: number): number => plan.slice(0, index).reduce((sum, _, at) => sum + daysIn(at), 0);
  let { call: at, to, empty, found, done } = (cursor as Cursor | null) ?? { call: 0, to: newest, empty: 0, found: false, done: 0 };
  for (; at < plan.length; at++, to = newest, empty = 0, found = false) {
    const { call, since, emptyDays } = plan[at]!;
    const first = await firstFollowerDay(db, account.id);
    const mayHold = (): boolean => empty < emptyDays || (!found && first !== null && to >= first);
    while (to >= since && mayHold()) {
      const span = spanEnding(call, to, since);
      const rows = await fetchSpan(db, account, call, span);
      const days = daysBetween(span.from, span.to) + 1;
      empty = rows > 0 ? 0 : empty + days;
      found ||= rows > 0;
      done += days;
      to = addDays(span.from, -1);
      await progress(done, total, { call: at, to, empty, found, done } satisfies Cursor);
    }
    done = doneBefore(at + 1);
  }
  await progress(total, total, { call: plan.length, to: newest, empty: 0, found: false, done: total } satisfies Cursor);
}
