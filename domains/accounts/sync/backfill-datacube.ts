import { addDays, daysBetween, nowDate } from '@qingniao/kernel';
import { historyOf, newestDay, spanEnding } from '../datacube/plan.ts';
import { fetchSpan } from '../datacube/store.ts';
import type { SyncRun } from './syncs.ts';

interface Cursor {
  /** Index of the call in the plan. */
  call: number;
  /** The last day of the next span. */
  to: string;
  /** Days without rows in a row. */
  empty: number;
  done: number;
}

/**
 * The history of an account before it was connected, newest first: growth by source and cumulative followers back to
 * December 2014, articles as far as their calls reach. Stops where the platform has nothing for long.
 * Progress counts days; what is skipped counts as done.
 */
export async function backfillDatacube({ db, account, cursor, progress }: SyncRun): Promise<void> {
  const newest = newestDay(nowDate());
  const plan = historyOf[account.datacubeProfile];
  const daysIn = (index: number): number => Math.max(0, daysBetween(plan[index]!.since, newest) + 1);
  const total = plan.reduce((sum, _, index) => sum + daysIn(index), 0);
  const doneBefore = (index: number): number => plan.slice(0, index).reduce((sum, _, at) => sum + daysIn(at), 0);
  let { call: at, to, empty, done } = (cursor as Cursor | null) ?? { call: 0, to: newest, empty: 0, done: 0 };
  for (; at < plan.length; at++, to = newest, empty = 0) {
    const { call, since, emptyDays } = plan[at]!;
    while (to >= since && empty < emptyDays) {
      const span = spanEnding(call, to, since);
      const rows = await fetchSpan(db, account, call, span);
      const days = daysBetween(span.from, span.to) + 1;
      empty = rows > 0 ? 0 : empty + days;
      done += days;
      to = addDays(span.from, -1);
      await progress(done, total, { call: at, to, empty, done } satisfies Cursor);
    }
    done = doneBefore(at + 1);
  }
  await progress(total, total, { call: plan.length, to: newest, empty: 0, done: total } satisfies Cursor);
}
