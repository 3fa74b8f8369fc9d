import { fail } from '../errcodes/error.ts';
import { beijingDay, beijingMonth } from '../time/clock.ts';

export interface Limit {
  /** Calls a Beijing day; Infinity without one. */
  daily: number;
  /** Calls a minute; Infinity without one. */
  minute: number;
}
export interface Quotas {
  limits: Map<string, Limit>;
  day: number;
  used: Map<string, number>;
  minute: number;
  usedInMinute: Map<string, number>;
  /** clear_quota: ten a month; openapi/quota/clear: fifty. */
  month: number;
  clears: number;
  pathClears: number;
}

/** The customary limits of a verified account (contract 6.4); everything else gets `OTHER`. */
const DAILY: Readonly<Record<string, number>> = {
  '/cgi-bin/token': 2000,
  '/cgi-bin/stable_token': 500_000,
  '/cgi-bin/menu/create': 1000,
  '/cgi-bin/menu/get': 10_000,
  '/cgi-bin/menu/delete': 1000,
  '/cgi-bin/menu/addconditional': 2000,
  '/cgi-bin/menu/delconditional': 2000,
  '/cgi-bin/menu/trymatch': 20_000,
  '/cgi-bin/media/upload': 100_000,
  '/cgi-bin/media/get': 200_000,
  '/cgi-bin/message/custom/send': 500_000,
  '/cgi-bin/message/mass/sendall': 100,
  '/cgi-bin/message/mass/send': 100,
  '/cgi-bin/message/mass/delete': 10,
  '/cgi-bin/message/mass/preview': 100,
  '/cgi-bin/qrcode/create': 100_000,
  '/cgi-bin/user/get': 500,
  '/cgi-bin/user/info': 5_000_000,
  '/cgi-bin/user/info/batchget': 500_000,
  '/cgi-bin/user/info/updateremark': 10_000,
  '/cgi-bin/message/template/send': 100_000,
  '/cgi-bin/message/template/subscribe': 100_000,
  '/wxa/genwxashortlink': 10_000_000,
};
const MINUTE: Readonly<Record<string, number>> = {
  '/cgi-bin/stable_token': 10_000,
  '/cgi-bin/message/mass/sendall': 60,
  '/cgi-bin/message/mass/send': 60,
  '/wxa/getwxacodeunlimit': 5000,
};
const OTHER = 1_000_000;
const CLEARS_A_MONTH = 10;
const PATH_CLEARS_A_MONTH = 50;

export const newQuotas = (): Quotas => ({
  limits: new Map(),
  day: 0,
  used: new Map(),
  minute: 0,
  usedInMinute: new Map(),
  month: 0,
  clears: 0,
  pathClears: 0,
});

export const limitOf = (quotas: Quotas, path: string): Limit =>
  quotas.limits.get(path) ?? { daily: DAILY[path] ?? OTHER, minute: MINUTE[path] ?? Infinity };

/**
 * Counts one call; 45009 at once when the day is used up, 45011 for the minute. A stepped clock stands
 * still between steps of an hour, so there a "minute" allows as much as the hour it stands for.
 */
export function countCall(quotas: Quotas, path: string, now: number, mode: 'stepped' | 'live'): void {
  const day = beijingDay(now);
  if (quotas.day !== day) {
    quotas.day = day;
    quotas.used.clear();
  }
  const minute = Math.floor(now / 60_000);
  if (quotas.minute !== minute) {
    quotas.minute = minute;
    quotas.usedInMinute.clear();
  }
  const limit = limitOf(quotas, path);
  const used = quotas.used.get(path) ?? 0;
  const inMinute = quotas.usedInMinute.get(path) ?? 0;
  if (used >= limit.daily) fail(45009);
  if (inMinute >= limit.minute * (mode === 'stepped' ? 60 : 1)) fail(45011);
  quotas.used.set(path, used + 1);
  quotas.usedInMinute.set(path, inMinute + 1);
}

function inMonth(quotas: Quotas, now: number): Quotas {
  const month = beijingMonth(now);
  if (quotas.month !== month) Object.assign(quotas, { month, clears: 0, pathClears: 0 });
  return quotas;
}

export function clearAll(quotas: Quotas, now: number): void {
  if (inMonth(quotas, now).clears >= CLEARS_A_MONTH) fail(48006);
  quotas.clears++;
  quotas.used.clear();
}

export function clearPath(quotas: Quotas, path: string, now: number): void {
  if (inMonth(quotas, now).pathClears >= PATH_CLEARS_A_MONTH) fail(48006);
  quotas.pathClears++;
  quotas.used.delete(path);
}
