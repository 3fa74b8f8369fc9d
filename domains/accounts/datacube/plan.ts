import { addDays, daysBetween, localDay, shanghaiMidnight } from '@qingniao/kernel';
import { ARTICLE_CALLS_START, DATACUBE_START, type DatacubeName, datacubeSpan } from '@qingniao/wechat';
import type { DatacubeProfile } from '../asset.ts';

/** A call of the history to fetch, from yesterday back. */
export interface HistoryCall {
  call: DatacubeName;
  /** The first day that can have data. */
  since: string;
  /** Give up after this many empty days in a row, once there was anything: the account is not older. */
  emptyDays: number;
}

const users: readonly HistoryCall[] = [
  { call: 'getusercumulate', since: DATACUBE_START, emptyDays: 91 },
  { call: 'getusersummary', since: DATACUBE_START, emptyDays: 182 },
];

/** Official-account 17: which article calls answer depends on the date and the platform's version. */
export const historyOf: Record<DatacubeProfile, readonly HistoryCall[]> = {
  current: [
    ...users,
    ...(['getbizsummary', 'getarticleread', 'getarticleshare', 'getarticletotaldetail'] as const).map((call) => ({ call, since: ARTICLE_CALLS_START, emptyDays: 180 })),
  ],
  retired: [
    ...users,
    ...(['getarticlesummary', 'getarticletotal', 'getuserread', 'getusershare'] as const).map((call) => ({ call, since: DATACUBE_START, emptyDays: 180 })),
  ],
};

/** Days after publication in which an article's figures still grow. */
export const ARTICLE_LIFE: Partial<Record<DatacubeName, number>> = { getarticletotaldetail: 30, getarticletotal: 7 };

/** Milliseconds into the day when yesterday's figures can be fetched: after 08:00 Beijing (official-account 17). */
export const READY = (8 * 60 + 10) * 60_000;

/** The newest day whose figures are ready. */
export function newestDay(at: Date): string {
  const today = localDay(at);
  return addDays(today, at.getTime() >= shanghaiMidnight(today).getTime() + READY ? -1 : -2);
}

export interface Span {
  from: string;
  to: string;
}

/** The span of a call that ends on `to`, not reaching before `since`. */
export function spanEnding(call: DatacubeName, to: string, since: string): Span {
  const from = addDays(to, 1 - datacubeSpan[call]);
  return { from: from < since ? since : from, to };
}

/** Every day from one to the other, both included. */
export const daysOf = ({ from, to }: Span): string[] => Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
