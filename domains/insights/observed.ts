import { listAssets } from '@qingniao/accounts';
import type { Readers, Scope } from './metric.ts';

/** Since when people are known: the earliest of the accounts in question; null without an account. */
export async function firstObserved({ brand }: Readers, { brandId, assetId }: Scope): Promise<Date | null> {
  const assets = (await listAssets(brand, brandId)).filter(({ id }) => assetId === null || id === assetId);
  return assets.reduce<Date | null>((first, { observedSince }) => (first === null || observedSince < first ? observedSince : first), null);
}
