/** Simulated time. Stepped while history is made (an hour at a time), live afterwards. */
export interface Clock {
  mode: 'stepped' | 'live';
  /** Stepped: the instant reached. */
  at: number;
  /** Live: milliseconds added to the machine's clock. */
  offset: number;
  /** Live: the end of the last hour that has been planned; kept, so that a restart plans no hour twice. */
  plannedTo: number;
  /** Beginning and end of the stepped history. */
  start: number;
  until: number;
  /** Live: the instant somebody wants to be at soon; whoever drives the clock steps there. */
  wanted?: number;
  /** Stepped: the instant at which the brand team has worked last. */
  workedAt?: number;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const BEIJING = 8 * HOUR;

export const clockNow = (clock: Clock): number => (clock.mode === 'live' ? Date.now() + clock.offset : clock.at);

/** Whole days since the epoch, in Beijing time: WeChat counts quotas and datacube by them. */
export const beijingDay = (at: number): number => Math.floor((at + BEIJING) / DAY);
export const beijingHour = (at: number): number => Math.floor(((at + BEIJING) % DAY) / HOUR);
/** `2026-03-01` of a day number, and back. */
export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
export const dayNumber = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;
/** `2026-03` as a number that grows with time. */
export function beijingMonth(at: number): number {
  const date = new Date(at + BEIJING);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
export const seconds = (at: number): number => Math.floor(at / 1000);
