/**
 * What WeChat allows a verified account to mass-send, as of a date (official-account 6.4 and 14; the daily figures are
 * copies of WeChat's limits page and grow with an account's followers, so they are for planning: WeChat has the last word).
 */
export interface MassProfile {
  /** The first day it holds, in Asia/Shanghai. */
  since: string;
  service: MassLimits;
  subscription: MassLimits;
  /** Previews a day (mass/preview). */
  previews: number;
  /** Calls that delete sent articles, a day. */
  deletions: number;
}

interface MassLimits {
  /** Mass-send calls a day, to everybody, a tag or a list. */
  callsADay: number;
  /** Sends to everybody a month; null: bound by `callsADay` only. */
  toAllAMonth: number | null;
  /** Pushes one follower gets in a calendar month of Asia/Shanghai; null: no limit. */
  perFollowerAMonth: number | null;
  /** May name the openids (mass/send). */
  lists: boolean;
}

/** Newest last. */
const profiles: readonly MassProfile[] = [
  {
    since: '2018-01-01',
    service: { callsADay: 100, toAllAMonth: 4, perFollowerAMonth: 4, lists: true },
    subscription: { callsADay: 1, toAllAMonth: null, perFollowerAMonth: null, lists: false },
    previews: 100, deletions: 10,
  },
];

/** What holds on a day, `2026-03-01`. */
export const massProfile = (day: string): MassProfile => profiles.findLast(({ since }) => since <= day) ?? profiles[0]!;
