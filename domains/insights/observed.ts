import { observedAccounts } from '@qingniao/accounts';
import { localDay, type Text } from '@qingniao/kernel';
import type { Readers, Scope } from './metric.ts';

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
}

/** Null without an account. */
export async function observedIn({ brand }: Pick<Readers, 'brand'>, { brandId, assetId }: Pick<Scope, 'brandId' | 'assetId'>): Promise<Observed | null> {
  const accounts = await observedAccounts(brand, brandId, assetId);
  const [one, last] = [accounts[0], accounts.at(-1)];
  if (!one || !last) return null;
  const [first, whole] = [localDay(one.since), localDay(last.since)];
  return { first, whole, since: last.since, latecomer: first === whole ? null : last.name };
}

/** The last account is named where it came after others. */
export const connected = ({ whole, latecomer }: Observed): Text =>
  (latecomer === null ? { zh: `公众号于 ${whole} 接入`, en: `The account was connected on ${whole}` } : { zh: `公众号“${latecomer}”于 ${whole} 接入`, en: `“${latecomer}” was connected on ${whole}` });

export const peopleSince = ({ whole, latecomer }: Observed): Text =>
  (latecomer === null ? { zh: `自 ${whole} 起才有个人数据`, en: `People are observed since ${whole}` } : { zh: `公众号“${latecomer}”自 ${whole} 起才有个人数据`, en: `People of “${latecomer}” are observed since ${whole}` });
