import type { Duration } from './types.ts';

const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;

/** A day is 24 hours. */
export const secondsOf = ({ n, unit }: Duration): number => n * SECONDS[unit];

/** The second an instant lies in: what segments compare. */
export const secondOf = (at: Date | number | string): number => Math.floor(new Date(at).getTime() / 1000);
