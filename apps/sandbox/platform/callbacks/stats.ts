/** What getinterfacesummary reports: by hour since the epoch, in simulated time. */
export interface HourStats {
  callbacks: number;
  failures: number;
  /** Milliseconds, summed and longest. */
  cost: number;
  longest: number;
}
export interface CallbackStats {
  hours: Map<number, HourStats>;
  sent: number;
  failed: number;
  redelivered: number;
}
export const newCallbackStats = (): CallbackStats => ({ hours: new Map(), sent: 0, failed: 0, redelivered: 0 });

export function countCallback(stats: CallbackStats, at: number, cost: number, ok: boolean): void {
  const hour = Math.floor(at / 3_600_000);
  let held = stats.hours.get(hour);
  if (!held) stats.hours.set(hour, (held = { callbacks: 0, failures: 0, cost: 0, longest: 0 }));
  held.callbacks++;
  held.cost += cost;
  if (cost > held.longest) held.longest = cost;
  stats.sent++;
  if (!ok) {
    held.failures++;
    stats.failed++;
  }
}
