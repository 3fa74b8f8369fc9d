import type { App } from '@qingniao/access';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { silentLog } from '@qingniao/storage/testing';
import type { MiniProgramClient } from '@qingniao/wechat';
import { type Ask, inOwnDatabase, orderOf, setUpStall, type Stall, type StallPlan, testShop } from '../store/testing.ts';
import { giftGoesUnseen, giftMoved, giftRoutes, giftSettingsOf, giftShopRoutes, openGifting } from './index.ts';

export const address = { name: '李收礼', phone: '13912345678', province: '浙江', city: '杭州', district: '西湖区', detail: '龙井路 8 号' };
/** Their phone, in the clear or masked; its first digits alone stand in many an order number. */
export const PHONE_SHOWN = /139(\d{4}|\*{4})5678/;
/** What a gift cost in fen, standing alone: the digits are in many an id. */
export const PRICE_SHOWN = /(?<![\w-])19900(?![\w-])/;

/** The store with gifts in it, a WeChat that refuses the word 违规, and the reminders it was told to send. */
export async function testGifting(stores: Stores, more?: (app: App) => Promise<unknown>) {
  const reminders: { touser: string; page?: string; data: Record<string, { value: string }> }[] = [];
  const client = {
    security: { checkText: async ({ content }: { content: string }) => ({ suggest: content.includes('违规') ? 'risky' : 'pass', label: 100, traceId: '' }) },
    messages: { sendSubscription: async (message: (typeof reminders)[number]) => void reminders.push(message) },
  } as unknown as MiniProgramClient;
  const shop = await testShop(stores, {
    parts: (secrets) => ({ giftMoved: giftMoved({ timers: stores.timers, secrets }), giftsOffered: async (brandId, id) => (await giftSettingsOf(stores.database.forBrand(brandId), brandId, id)).offered, giftGoesUnseen: (brandId, orderId) => giftGoesUnseen(stores.database.forBrand(brandId), brandId, orderId) }),
    async register(app, store) {
      const gifting = openGifting({ stores, secrets: store.routes.secrets, log: silentLog, erased: store.routes.erased, miniProgramOf: async () => client });
      await app.register(giftRoutes, { prefix: '/api/brands/:brandId', ...gifting });
      await app.register(giftShopRoutes, { prefix: '/api/shop/:shopId', ...gifting });
      await more?.(app);
    },
  });
  let serial = 0;

  /** Somebody who gave and paid; the link's token is theirs to send. */
  async function paidGift(stall: Stall, order: object = {}, by?: string, language = 'zh-CN') {
    serial += 1;
    const buyer = await shop.shopper(by ?? `o-giver-${serial}`);
    const placed = await buyer.ask('POST', '/orders', { ...orderOf(stall), forGift: true, ...order }, `gift-request-${serial}`, { 'accept-language': language });
    if (placed.status !== 201) throw new Error(`the gift was not placed: ${JSON.stringify(placed.body)}`);
    const { id: orderId, number } = placed.body;
    await buyer.ask('PUT', `/orders/${orderId}/gift`, { senderName: '小青', messageId: 'birthday' });
    await buyer.ask('POST', `/orders/${orderId}/payment`);
    shop.platform.pay(number);
    await buyer.ask('POST', `/orders/${orderId}/confirmation`);
    const state = async () => (await buyer.ask('GET', `/orders/${orderId}/gift`)).body;
    return { buyer, orderId, number, state, token: tokenOf((await state()).share) };
  }
  return { ...shop, reminders, paidGift };
}

type TestGifting = Awaited<ReturnType<typeof testGifting>>;

/** At the top of a file, with `afterAll(close)` below it; timers fire when the test says so. */
export const giftsInOwnDatabase = (options: { now?: () => number } = {}) => inOwnDatabase(async (stores) => {
  stores.timers.hold();
  return testGifting(stores);
}, options);

/** What tests of gifts of brand 1 do, and look at, again and again. */
export function giving(shop: TestGifting, brand: BrandDatabase) {
  let serial = 0;
  return {
    stallOf: (plan: Partial<StallPlan> = {}) => setUpStall(brand, { type: 'permanent', units: [9], ...plan }),
    someone: () => shop.shopper(`o-somebody-${++serial}`),
    accept: (who: { ask: Ask }, token: string, more: object = {}) => who.ask('POST', '/received-gifts/acceptance', { token, address, channel: 'mini_program', ...more }),
    orderOfId: async (id: string) => (await shop.call('owner', 'GET', `/api/brands/1/store/orders/${id}`)).body,
  };
}

/** Of a share card. */
export const tokenOf = (share: { path: string } | null): string => (share === null ? '' : new URLSearchParams(share.path.split('?')[1]).get('token')!);
