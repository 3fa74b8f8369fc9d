import { type ObservationGap, observationGaps, observedAccounts } from '@qingniao/accounts';
import { localDay, type Text } from '@qingniao/kernel';
import type { Period, Readers, Scope } from './metric.ts';

/** Since when the accounts of a scope are observed, as days. Whoever was there before was learnt from a synchronisation; who had left by then never was. */
export interface Observed {
  /** The first account: of what was before, nothing is known. */
  first: string;
  /** The last one, and with it all of them. */
  whole: string;
  /** The instant of `whole`. */
  since: Date;
  /** The account that came last, where not all came on one day. */
  latecomer: string | null;
  /** How many accounts. */
  accounts: number;
  gaps: Gap[];
}

/** Days on which an account was disconnected for a part of the day or all of it. */
export interface Gap {
  account: string;
  from: string;
  /** Null while it lasts. */
  to: string | null;
  /**
   * A month with it is not complete, and a period with a part of it is held against no other. One that was over the
   * same day, and an account given up beside others that go on, are only named.
   */
  breaks: boolean;
}

/** Null without an account. */
export async function observedIn({ brand }: Pick<Readers, 'brand'>, { brandId, assetId }: Pick<Scope, 'brandId' | 'assetId'>): Promise<Observed | null> {
  const [accounts, cuts] = await Promise.all([observedAccounts(brand, brandId, assetId), observationGaps(brand, brandId, assetId)]);
  const [one, last] = [accounts[0], accounts.at(-1)];
  if (!one || !last) return null;
  const [first, whole] = [localDay(one.since), localDay(last.since)];
  const allGone = cuts.filter(({ to }) => to === null).length === accounts.length;
  return { first, whole, since: last.since, latecomer: first === whole ? null : last.name, accounts: accounts.length, gaps: cuts.map((cut) => gapOf(cut, allGone)) };
}

function gapOf({ name, from, to }: ObservationGap, allGone: boolean): Gap {
  const days = { from: localDay(from), to: to && localDay(to) };
  return { account: name, ...days, breaks: to === null ? allGone : days.from !== days.to };
}

/** Whether a gap has a part of the days, or all of them. */
export const meets = (gap: Gap, { from, to }: Period): boolean => gap.from <= to && (gap.to === null || gap.to >= from);
export const covers = (gap: Gap, { from, to }: Period): boolean => gap.from < from && (gap.to === null || gap.to > to);

/** Every account was disconnected on all of the days. */
export const blind = ({ accounts, gaps }: Observed, days: Period): boolean => gaps.filter((gap) => covers(gap, days)).length === accounts;

export function unheard({ account, from, to }: Gap): Text {
  if (to === null) return { zh: `公众号“${account}”自 ${from} 起已断开`, en: `“${account}” has been disconnected since ${from}` };
  if (to === from) return { zh: `公众号“${account}”于 ${from} 曾断开`, en: `“${account}” was disconnected for a part of ${from}` };
  return { zh: `公众号“${account}”于 ${from} 至 ${to} 断开`, en: `“${account}” was disconnected from ${from} to ${to}` };
}

/** The last account is named where it came after others. */
export const connected = ({ whole, latecomer }: Observed): Text =>
  (latecomer === null ? { zh: `公众号于 ${whole} 接入`, en: `The account was connected on ${whole}` } : { zh: `公众号“${latecomer}”于 ${whole} 接入`, en: `“${latecomer}” was connected on ${whole}` });

export const peopleSince = ({ whole, latecomer }: Observed): Text =>
  (latecomer === null ? { zh: `自 ${whole} 起才有个人数据`, en: `People are observed since ${whole}` } : { zh: `公众号“${latecomer}”自 ${whole} 起才有个人数据`, en: `People of “${latecomer}” are observed since ${whole}` });
