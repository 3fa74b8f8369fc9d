/**
 * The time of credentials. Sessions, links, keys and throttles live in real time: kernel/clock may
 * run through a simulated year in a minute, and that must neither expire nor extend anybody's access.
 */
export const realNow = (): Date => new Date();

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const before = (from: Date, milliseconds: number): Date => new Date(from.getTime() - milliseconds);
export const after = (from: Date, milliseconds: number): Date => new Date(from.getTime() + milliseconds);
