import type { BrandDatabase } from '@qingniao/storage';
import { isWechatError } from '@qingniao/wechat';
import type { Account } from '../account-clients.ts';
import { lastDiagnosis, runDoctor } from './doctor.ts';

/** In real time: a simulated year has its mornings within a minute, and WeChat's word does not change with them. */
const AT_MOST_EVERY = 3_600_000;

/**
 * The permission doctor of each morning: that a right was lost is known before somebody misses it. Who was never examined
 * is not meant to have them all: accounts of a panel are read through datacube only.
 */
export function dailyDoctor(urlOf: (assetId: string) => string): (db: BrandDatabase, account: Account) => Promise<void> {
  const lastRun = new Map<string, number>();
  return async (db, account) => {
    const last = lastRun.get(account.id);
    if (last !== undefined && performance.now() - last < AT_MOST_EVERY) return;
    if ((await lastDiagnosis(db, db.brandId, account.id)) === null) return;
    lastRun.set(account.id, performance.now());
    await runDoctor(db, account, urlOf(account.id)).catch((error: unknown) => {
      // What was found before stays until another morning.
      if (!isWechatError(error)) throw error;
    });
  };
}
