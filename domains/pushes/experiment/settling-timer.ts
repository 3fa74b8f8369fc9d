import { now } from '@qingniao/kernel';
import type { Timers, Tx } from '@qingniao/storage';

export const SETTLE = 'pushes.experiments';

const DAY = 86_400_000;
/** WeChat tells of a day the morning after; one more for when it is late. */
const FIGURES_COME = 2;

/** The brand's experiments are looked at when one that lasts `days` more can be over; 0 for the next look at those still open. */
export const scheduleSettling = (tx: Tx, timers: Timers, brandId: number, days: number): Promise<void> =>
  timers.set(tx, { brandId, name: SETTLE, key: '', dueAt: new Date(now() + (days + FIGURES_COME) * DAY), payload: null });
