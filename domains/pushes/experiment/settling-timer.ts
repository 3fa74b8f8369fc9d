import { now } from '@qingniao/kernel';
import type { Timers, Tx } from '@qingniao/storage';

export const SETTLE = 'pushes.experiments';

const DAY = 86_400_000;
/** WeChat tells of a day the morning after; one more for when it is late. */
const FIGURES_COME = 2;

/** An experiment is looked at when one that lasts `days` more can be over; 0 for the next look at one that is still open. */
export const scheduleSettling = (tx: Tx, timers: Timers, brandId: number, experimentId: string, days: number): Promise<void> =>
  timers.set(tx, { brandId, name: SETTLE, key: experimentId, dueAt: new Date(now() + (days + FIGURES_COME) * DAY), payload: null });
