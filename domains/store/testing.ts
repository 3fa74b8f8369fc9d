import { randomBytes } from 'node:crypto';
import { createAppender } from '@qingniao/activity';
import type { App } from '@qingniao/access';
import { testApp } from '@qingniao/access/testing';
import { createSecrets, followClock, newId, nowDate, type Secrets } from '@qingniao/kernel';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { createProduct, type ProductWords } from './catalogue/products.ts';
import type { ProductOption } from './catalogue/options.ts';
import { openStore, shopRoutes, type Store, type StoreParts, storeRoutes } from './index.ts';
import { payPlatform } from './pay/testing.ts';
import { createPool, moveStock } from './stock/pools.ts';
import { saveListings } from './storefronts/listings.ts';
import { createStorefront, moveStorefront, saveWindows } from './storefronts/storefronts.ts';
import type { StorefrontType } from './storefronts/standing.ts';

export { MCHID, payPlatform } from './pay/testing.ts';
export const APPID = 'wx00000000000000a1';
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
  const askWith = (pass: string, brandId: number) => async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, key?: string, headers: Record<string, string> = {}) => {
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

/**
 * What most tests of the store begin with: a shop (`testShop`, or what a room above makes of it) and brand 1 in a database of
 * their own. At the top of a file, with `afterAll(close)` below it. @param now the clock, where the test keeps it
 */
export async function inOwnDatabase<Shop extends { close(): Promise<void> }>(open: (stores: Stores) => Promise<Shop>, { now, warehouse = false }: { now?: () => number; warehouse?: boolean } = {}) {
  const restoreClock = now ? followClock(now) : () => undefined;
  const { stores, close: closeStores } = await testStores({ warehouse });
  const shop = await open(stores);
  return {
    stores, shop, brand: stores.database.forBrand(1),
    async close() {
      await shop.close();
      await closeStores();
      restoreClock();
    },
  };
}
export type Ask = Awaited<ReturnType<TestShop['shopper']>>['ask'];

/** An order of so many of one SKU, at its listed price. */
export const orderOf = (stall: Stall, { sku = 0, quantity = 1, priceFen = 19_900 }: { sku?: number; quantity?: number; priceFen?: number } = {}) => ({
  storefrontId: stall.storefrontId, lines: [{ skuId: stall.skuIds[sku]!, quantity, options: {} }], expectedTotalFen: quantity * (priceFen + sku), channel: 'mini_program',
});

/** What tests of orders of brand 1 do, and look at, again and again. */
export function ordering(shop: TestShop, brand: BrandDatabase) {
  let serial = 0;
  const newKey = () => `request-${++serial}`;
  const someone = () => shop.shopper(`o-${++serial}`);
  return {
    newKey, someone,
    /** Ordered and taken to WeChat Pay. */
    async startedOrder(stall: Stall, quantity = 1) {
      const { ask } = await someone();
      const { body: order } = await ask('POST', '/orders', orderOf(stall, { quantity }), newKey());
      const { body: payment } = await ask('POST', `/orders/${order.id}/payment`);
      if (payment.parameters?.package !== `prepay_id=prepay-${order.number}`) throw new Error(`not taken to WeChat Pay: ${JSON.stringify(payment)}`);
      return { ask, order };
    },
    stockOf: async (poolId: string) => (await shop.call('owner', 'GET', `/api/brands/1/store/pools/${poolId}/stock`)).body.items[0],
    stepsOf: async (orderId: string): Promise<string[]> =>
      (await shop.call('owner', 'GET', `/api/brands/1/store/orders/${orderId}`)).body.steps.map(({ why }: { why: string }) => why),
    eventsOf: async (orderId: string) =>
      (await brand.query<{ type: string }>(`select type from event where brand_id = 1 and props->>'order_id' = $1 order by id`, [orderId])).map(({ type }) => type),
    auditedOf: async (subject: string) =>
      (await brand.query<{ action: string }>('select action from audit_entry where brand_id = 1 and subject = $1', [subject])).map(({ action }) => action),
  };
}
