import type { Timers, Tx } from '@qingniao/storage';

/** The timer, and the job it starts. */
export const REMIND = 'content.approval-reminder';

const DAY = 86_400_000;

/** A day before the deadline, of one nearer than two days half-way to it. */
const remindAt = (asked: Date, deadline: Date): Date => new Date(Math.max(deadline.getTime() - DAY, (asked.getTime() + deadline.getTime()) / 2));

/** Call in the transaction that asks. */
export const setReminder = (tx: Tx, timers: Timers, brandId: number, { id, requestedAt, deadline }: { id: string; requestedAt: Date; deadline: Date }): Promise<void> =>
  timers.set(tx, { brandId, name: REMIND, key: id, dueAt: remindAt(requestedAt, deadline), payload: null });
