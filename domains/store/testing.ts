import { randomBytes } from 'node:crypto';
import { createAppender } from '@qingniao/activity';
import type { App } from '@qingniao/access';
import { testApp } from '@qingniao/access/testing';
import { createSecrets, newId, nowDate, type Secrets } from '@qingniao/kernel';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { silentLog } from '@qingniao/storage/testing';
import type { PaidTransaction, Refund } from '@qingniao/wechat';
import { createProduct, type ProductWords } from './catalogue/products.ts';
import type { ProductOption } from './catalogue/options.ts';
import { openStore, shopRoutes, type Store, type StoreParts, storeRoutes } from './index.ts';
import type { PayOf } from './pay/port.ts';
import { createPool, moveStock } from './stock/pools.ts';
import { saveListings } from './storefronts/listings.ts';
import { createStorefront, moveStorefront, saveWindows } from './storefronts/storefronts.ts';
import type { StorefrontType } from './storefronts/standing.ts';

export const APPID = 'wx00000000000000a1';
export const MCHID = '1900000001';

interface HeldPayment {
  total: number;
  appid: string;
  closed: boolean;
  transaction: PaidTransaction | null;
  refunds: Map<string, Refund>;
}

/** WeChat Pay as far as the port goes: what is paid stays paid, what is closed cannot be paid, a number repeated does nothing twice. */
export function payPlatform() {
  const payments = new Map<string, HeldPayment>();
  const calls = { prepay: 0, query: 0, close: 0, refund: 0 };
  /** How the next refunds end. */
  const refundStates: Refund['state'][] = [];
  /** What payers read. */
  const refundReasons: string[] = [];
  let away = false;
  const reach = <T>(work: () => T): Promise<T> => (away ? Promise.reject(new Error('WeChat Pay is away')) : Promise.resolve().then(work));
  const payOf: PayOf = async () => ({
    merchantId: 'merchant', mchid: MCHID,
    prepay: ({ outTradeNo, total, appid }) => reach(() => {
      calls.prepay += 1;
      const known = payments.get(outTradeNo);
      if (known && (known.total !== total || known.appid !== appid)) throw new Error('the same number with other parameters');
      if (!known) payments.set(outTradeNo, { total, appid, closed: false, transaction: null, refunds: new Map() });
      return `prepay-${outTradeNo}`;
    }),
    parameters: (_appid, prepayId) => ({ timeStamp: '1', nonceStr: 'n', package: `prepay_id=${prepayId}`, signType: 'RSA', paySign: 's' }),
    query: (outTradeNo) => reach(() => {
      calls.query += 1;
      const payment = payments.get(outTradeNo);
      if (!payment) return null;
      return payment.transaction ?? { state: payment.closed ? 'CLOSED' : 'NOTPAY', appid: payment.appid, mchid: MCHID, outTradeNo, stateDescription: '', attach: null };
    }),
    close: (outTradeNo) => reach(() => {
      calls.close += 1;
      const payment = payments.get(outTradeNo);
      if (payment?.transaction) return 'paid';
      if (payment) payment.closed = true;
      return 'closed';
    }),
    refund: ({ outTradeNo, outRefundNo, refund, total, reason }) => reach(() => {
      calls.refund += 1;
      refundReasons.push(reason ?? '');
      const payment = payments.get(outTradeNo)!;
      const known = payment.refunds.get(outRefundNo);
      if (known) return known;
      const made: Refund = {
        refundId: `r-${outRefundNo}`, outRefundNo, outTradeNo, transactionId: payment.transaction!.transactionId, state: refundStates.shift() ?? 'SUCCESS', receivedBy: null,
        finishedAt: nowDate(), total, refund, payerTotal: total, payerRefund: refund,
      };
      payment.refunds.set(outRefundNo, made);
      return made;
    }),
    queryRefund: (outRefundNo) => reach(() => [...payments.values()].flatMap(({ refunds }) => [...refunds.values()]).find((one) => one.outRefundNo === outRefundNo)!),
  });
  return {
    payOf, payments, calls, refundStates, refundReasons,
    goAway: (isAway: boolean) => {
      away = isAway;
    },
    /** The buyer pays; null when it is too late. The notice is the test's to bring. */
    pay(outTradeNo: string): PaidTransaction | null {
      const payment = payments.get(outTradeNo);
      if (!payment || payment.closed) return null;
      return (payment.transaction ??= {
        state: 'SUCCESS', appid: payment.appid, mchid: MCHID, outTradeNo, stateDescription: '', attach: null, transactionId: `t-${outTradeNo}`, tradeType: 'JSAPI', bankType: null,
        paidAt: nowDate(), openid: null, total: payment.total, payerTotal: payment.total, currency: 'CNY', promotions: [],
      });
    },
  };
}

export const productWords: ProductWords = {
  name: '青鸟手镯', story: '', categoryId: null, vendor: null, exclusive: false, crossBorder: null, collaboration: null, pictureIds: [], options: [], attributes: {}, state: 'active',
};

export interface Stall {
  storefrontId: string;
  poolId: string;
  productId: string;
  skuIds: string[];
}

export interface StallPlan {
  type?: StorefrontType;
  /** Of each SKU. */
  units: number[];
  priceFen?: number;
  perPerson?: number | null;
  holdMinutes?: number;
  opensAt?: Date;
  closesAt?: Date | null;
  options?: ProductOption[];
  attributes?: Record<string, string>;
}

/** A published storefront with one product, a SKU for each number of units. */
export async function setUpStall(brand: BrandDatabase, { type = 'drop', units, priceFen = 19_900, perPerson = null, holdMinutes = 5, opensAt = nowDate(), closesAt = null, options = [], attributes = {} }: StallPlan): Promise<Stall> {
  const { brandId } = brand;
  return brand.tx(async (tx) => {
    const pool = await createPool(tx, brandId, '首发');
    const skus = units.map((_, index) => ({ code: newId(), name: units.length > 1 ? String(index) : '', priceFen: priceFen + index, compareAtFen: null }));
    const productId = await createProduct(tx, brandId, { ...productWords, options, attributes }, skus);
    const rows = await tx.query<{ id: string }>('select id from sku where brand_id = $1 and product_id = $2 order by position', [brandId, productId]);
    const skuIds = rows.map(({ id }) => id);
    for (const [index, skuId] of skuIds.entries()) {
      if (units[index]! > 0) await moveStock(tx, brandId, pool.id, { skuId, quantity: units[index]!, reason: 'received', note: '' }, 'test');
    }
    const storefrontId = await createStorefront(tx, brandId, type, { name: '首发', poolId: pool.id, holdMinutes, place: null, kolKind: null, kolName: null, commissionBasisPoints: null });
    if (type !== 'permanent') await saveWindows(tx, brandId, storefrontId, [{ opensAt, closesAt }]);
    await saveListings(tx, brandId, storefrontId, skuIds.map((skuId) => ({ skuId, priceFen: null, perPerson })));
    await moveStorefront(tx, brandId, storefrontId, 'published');
    return { storefrontId, poolId: pool.id, productId, skuIds };
  });
}

/** What a room above puts beside the store. */
export interface Beside {
  parts(secrets: Secrets): Partial<StoreParts>;
  register(app: App, store: Store): Promise<void>;
}

/** The room with a WeChat Pay of its own, and people who shop in it. */
export async function testShop(stores: Stores, beside?: Beside) {
  const secrets = createSecrets(randomBytes(32));
  const platform = payPlatform();
  const store = await openStore({
    stores, appender: await createAppender({ database: stores.database, log: silentLog }), secrets, log: silentLog, signIn: async (_brandId, _assetId, code) => ({ openid: code }), appidOf: async () => APPID, payUrl: 'http://127.0.0.1:9', publicUrl: () => 'http://shop', payOf: platform.payOf, ...beside?.parts(secrets),
  });
  const { app, call, close } = await testApp(stores.database, async (app) => {
    await app.register(storeRoutes, { prefix: '/api/brands/:brandId', ...store.routes });
    await app.register(shopRoutes, { prefix: '/api/shop/:shopId', ...store.routes });
    await beside?.register(app, store);
  });

  /** Somebody in the shop of a brand; `ask` answers status and body. */
  async function shopper(openid: string, brandId = 1) {
    const signedIn = await app.inject({ method: 'POST', url: `/api/shop/${brandId}/sessions`, payload: { assetId: 'asset', code: openid } });
    const { pass } = signedIn.json<{ pass: string }>();
    return { pass, ask: askWith(pass, brandId) };
  }
  const askWith = (pass: string, brandId: number) => async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, key?: string, headers: Record<string, string> = {}) => {
    const response = await app.inject({
      method, url: `/api/shop/${brandId}${path}`, headers: { authorization: `Bearer ${pass}`, ...(key === undefined ? {} : { 'idempotency-key': key }), ...headers }, ...(payload === undefined ? {} : { payload }),
    });
    // A test knows its shape and says what it expects.
    return { status: response.statusCode, body: (response.body === '' ? null : response.json()) as any, bytes: `${JSON.stringify(response.headers)}\n${response.body}` };
  };
  return {
    store, platform, call, shopper,
    withPass: askWith,
    async close() {
      await close();
      await store.close();
    },
  };
}
export type TestShop = Awaited<ReturnType<typeof testShop>>;
export type Ask = Awaited<ReturnType<TestShop['shopper']>>['ask'];

/** An order of so many of one SKU, at its listed price. */
export const orderOf = (stall: Stall, { sku = 0, quantity = 1, priceFen = 19_900 }: { sku?: number; quantity?: number; priceFen?: number } = {}) => ({
  storefrontId: stall.storefrontId, lines: [{ skuId: stall.skuIds[sku]!, quantity, options: {} }], expectedTotalFen: quantity * (priceFen + sku), channel: 'mini_program',
});
