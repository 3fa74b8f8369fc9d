import type { Log, Secrets } from '@qingniao/kernel';
import type { Database, Stores } from '@qingniao/storage';
import type { ShopperHookDeps } from '@qingniao/store';
import { type CheckWordsDeps, wechatCheck } from './check-words.ts';
import { EXPIRY_TIMER, REMINDER_TIMER, REOPENED_TIMER } from './gift-moved.ts';
import type { ReceiveDeps } from './receive.ts';
import { remindBuyer, tellReopened } from './reminder.ts';
import { expireGift } from './return-gift.ts';

export interface GiftingParts {
  stores: Pick<Stores, 'database' | 'timers'>;
  secrets: Secrets;
  log: Log;
  /** Who was erased, as the store keeps it. */
  erased: ShopperHookDeps['erased'];
  miniProgramOf: CheckWordsDeps['miniProgramOf'];
}

/** For `giftShopRoutes` and `giftRoutes`. */
export interface GiftRouteDeps extends ReceiveDeps {
  database: Database;
  erased: ShopperHookDeps['erased'];
}

/** Makes the room; once a process. Timers are registered here. */
export function openGifting({ stores: { database, timers }, secrets, log, erased, miniProgramOf }: GiftingParts): GiftRouteDeps {
  timers.register(EXPIRY_TIMER, ({ brandId, key }) => expireGift({ database, timers }, brandId, key));
  timers.register(REMINDER_TIMER, ({ brandId, key }) => remindBuyer({ database, log, miniProgramOf }, brandId, key), { asks: 'wechat' });
  timers.register(REOPENED_TIMER, ({ brandId, key }) => tellReopened({ database, log, miniProgramOf }, brandId, key), { asks: 'wechat' });
  return { database, timers, secrets, erased, checkWords: wechatCheck({ database, log, miniProgramOf }) };
}
