import type { Appender, CallbackAssets } from '@qingniao/activity';
import type { Log, Secrets } from '@qingniao/kernel';
import { type PeopleParts, platformSources } from '@qingniao/people';
import { prepared, type Stores } from '@qingniao/storage';
import { type BaseUrls, platformUrls } from '@qingniao/wechat';
import { AFTER_SALE_TIMER } from './after-sale/case-row.ts';
import { endInTime } from './after-sale/decide.ts';
import { BILL_TIMER, type BillDeps, compareDue, scheduleAllBills } from './bills/compare-day.ts';
import { COUPON_TIMER, expireCoupons } from './coupons/coupons.ts';
import { REMINDER_TIMER, remindOfCoupons } from './coupons/reminders.ts';
import { expireOrders } from './orders/cancel.ts';
import type { GiftMoved } from './orders/gift-order.ts';
import { openMiniPrograms } from './mini-programs/mini-programs.ts';
import { openPushAssets } from './mini-programs/push.ts';
import { openQueueDesk } from './drop/queue-desk.ts';
import { openOrderDesk } from './orders/order-desk.ts';
import { EXPIRY_TIMER } from './orders/place-orders.ts';
import { openMerchantClients } from './pay/merchants.ts';
import type { NoticeRouteDeps } from './pay/notice-routes.ts';
import type { PayOf } from './pay/port.ts';
import { REFUND_TIMER } from './pay/request-refund.ts';
import { sendRefund } from './pay/send-refund.ts';
import type { PayDeps, Payer } from './pay/start-payment.ts';
import { wechatPay } from './pay/wechat-pay.ts';
import type { SignIn, StoreRouteDeps } from './routes/deps.ts';
import { createCarriers } from './shipping/carriers.ts';
import { RECEIPT_TIMER, UPLOAD_TIMER } from './shipping/parcels.ts';
import { actOnTrade, expireReceipt, TRADE_TIMER, type TradePayload } from './shipping/receipt.ts';
import { createUploader, type ShippingDeps } from './shipping/upload.ts';
import { eraseShopper, exportOrders } from './personal.ts';
import { openSoldOut } from './stock/sold-out.ts';
import { openErased } from './shop/erased.ts';
import { openShelves } from './storefronts/shelves.ts';
import { openRefusals } from './watch/refusals.ts';

/** Timers that ask WeChat Pay of orders; it refuses what was signed five minutes ago. */
export const payTimers: readonly string[] = [EXPIRY_TIMER, REFUND_TIMER];
/** Once a day, looking back a week. */
export const billTimers: readonly string[] = [BILL_TIMER];

export interface StoreParts {
  stores: Pick<Stores, 'database' | 'timers'>;
  appender: Appender;
  secrets: Secrets;
  log: Log;
  /** Of the H5 shop. */
  signIn: SignIn;
  /** The appid of a connected account. */
  appidOf(brandId: number, assetId: string): Promise<string>;
  /** WeChat Pay, or a sandbox. */
  payUrl: string;
  /** WeChat, unless it is a sandbox: where mini programs sign people in. */
  wechatUrls?: BaseUrls;
  /** Where WeChat Pay reaches this installation, without a slash at the end. */
  publicUrl: () => string;
  /** What becomes of gifts (W-50). */
  giftMoved?: GiftMoved;
  giftsOffered?: (brandId: number, storefrontId: string) => Promise<boolean>;
  /** Whether its receiver says where a gift goes: how it travels is theirs to know alone. */
  giftGoesUnseen?: (brandId: number, orderId: string) => Promise<boolean>;
  /** For what shoppers ask about themselves: what every room erases and copies. This room alone, where there is no other. */
  people?: PeopleParts;
  /** Another way to take money, in tests and benches. */
  payOf?: PayOf;
  /** Other bills, in tests. */
  billsOf?: BillDeps['billsOf'];
}

/** The room at work. */
export interface Store {
  /** For `storeRoutes` and `shopRoutes`. */
  routes: StoreRouteDeps;
  /** For `noticeRoutes`. */
  notices: NoticeRouteDeps;
  /** Mini programs, for `callbackRoutes`. */
  pushAssets: Required<CallbackAssets>;
  close(): Promise<void>;
}

const aloneWith = (secrets: Secrets): PeopleParts => ({ sources: platformSources, secrets, erasers: [eraseShopper], exporters: [exportOrders(secrets)] });

/** Makes the room; once a process. Timers are registered here. */
export async function openStore({ stores: { database, timers }, appender, secrets, log, signIn, appidOf, payUrl, wechatUrls = platformUrls, publicUrl, giftMoved = async () => [], giftsOffered = async () => true, giftGoesUnseen = async () => true, people = aloneWith(secrets), payOf, billsOf }: StoreParts): Promise<Store> {
  const merchantDeps = { database, secrets, log, payUrl };
  const shelves = await openShelves(database, log);
  const soldOut = await openSoldOut(database, log);
  const merchants = await openMerchantClients(merchantDeps);
  const miniProgramDeps = { database, secrets, log, wechatUrls, publicUrl };
  const miniPrograms = await openMiniPrograms(miniProgramDeps);
  const pushAssets = await openPushAssets(miniProgramDeps);
  const erased = await openErased(database, log);
  const refusals = await openRefusals(database, secrets);
  const desk = openOrderDesk({ database, timers, secrets, soldOut });
  const queue = openQueueDesk({ database, secrets, log });
  const settleDeps = { database, timers, log, giftMoved };
  const payerOf = async (brandId: number, identityId: number): Promise<Payer | null> => {
    const [identity] = await database.forBrand(brandId).query<{ openid: string; assetId: string }>(
      prepared(`select value as openid, asset_id as "assetId" from identity where brand_id = $1 and id = $2 and kind = 'openid'
                  and not exists (select 1 from erased_identity e where e.brand_id = $1 and e.identity_id = $2)`), [brandId, identityId],
    );
    if (!identity) return null;
    const { appid } = (await miniPrograms.clientOf(brandId, identity.assetId)) ?? { appid: await appidOf(brandId, identity.assetId) };
    return { openid: identity.openid, appid };
  };
  const pay: PayDeps = { ...settleDeps, payerOf, payOf: payOf ?? wechatPay(merchants, (merchantId) => `${publicUrl()}/wechat-pay/${merchantId}`) };

  const bills: BillDeps = { database, timers, log, billsOf: billsOf ?? (async (brandId, merchantId) => (await merchants.clientOf(brandId, merchantId)).client.bills) };

  const shipping: ShippingDeps = { database, timers, secrets, log, miniPrograms, payerOf };
  const upload = createUploader(shipping);

  timers.register(EXPIRY_TIMER, async ({ brandId, dueAt }) => void (await expireOrders(pay, brandId, dueAt)), { asks: 'pay' });
  timers.register(REFUND_TIMER, ({ brandId, key }) => sendRefund(pay, brandId, key), { asks: 'pay' });
  timers.register(UPLOAD_TIMER, ({ brandId, key }) => upload(brandId, key), { asks: 'wechat' });
  timers.register(RECEIPT_TIMER, ({ brandId, key }) => expireReceipt(shipping, brandId, key), { asks: 'wechat' });
  timers.register(TRADE_TIMER, ({ brandId, payload }) => actOnTrade(shipping, brandId, payload as TradePayload));
  timers.register(AFTER_SALE_TIMER, ({ brandId, key }) => database.forBrand(brandId).tx((tx) => endInTime(tx, brandId, timers, key)));
  timers.register(REMINDER_TIMER, ({ brandId }) => remindOfCoupons({ database, timers, log, miniPrograms }, brandId), { asks: 'wechat' });
  timers.register(BILL_TIMER, ({ brandId, key }) => compareDue(bills, brandId, key), { asks: 'bills' });
  timers.register(COUPON_TIMER, async ({ brandId }) => void (await expireCoupons(database.forBrand(brandId), brandId)));
  await scheduleAllBills(bills);
  return {
    routes: {
      database, timers, appender, secrets, enter: { database, miniPrograms, signIn }, people, erased, checkout: { database, secrets, shelves, soldOut, queue, refusals, desk, giftsOffered }, pay, bills, merchants: merchantDeps, miniPrograms: miniProgramDeps,
      shipping, giftGoesUnseen, carriers: createCarriers(database, miniPrograms),
    },
    notices: { ...settleDeps, merchants },
    pushAssets,
    async close() {
      await Promise.all([desk.close(), queue.close()]);
      for (const part of [shelves, soldOut, merchants, miniPrograms, pushAssets, erased, refusals]) await part.close();
    },
  };
}
