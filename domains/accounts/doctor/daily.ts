import type { BrandDatabase } from '@qingniao/storage';
import { isWechatError } from '@qingniao/wechat';
import type { Account } from '../account-clients.ts';
import { lastDiagnosis, runDoctor } from './doctor.ts';

/**
 * The permission doctor of each morning: that a right was lost is known before somebody misses it. Who was never examined
 * is not meant to have them all: accounts of a panel are read through datacube only, and a demo's before its history is there.
 */
export async function examineAgain(db: BrandDatabase, account: Account, url: string): Promise<void> {
  if ((await lastDiagnosis(db, db.brandId, account.id)) === null) return;
  await runDoctor(db, account, url).catch((error: unknown) => {
    // What was found before stays until another morning.
    if (!isWechatError(error)) throw error;
  });
}
