import type { StoreCalendar } from '../population/index.ts';
import type { Millis } from '../world.ts';
import { categories, goods, kolStalls, priceBands, type Stall, stalls, welcomeCoupon } from './catalogue.ts';
import { coverOf } from './cover.ts';
import type { Attempt, OrderToShip, PaidOrder, StoreApi } from './store-api.ts';

/** What of the store is there; each step is written down, so that a later try goes on. */
export interface KeptStore {
  categories: Record<string, string> | null;
  /** Products that are there, by name. */
  products: string[];
  /** Variants by code. */
  skus: Record<string, string>;
  pools: Record<string, string>;
  /** By type, those of KOLs by the names of their channels. */
  storefronts: Record<string, { id: string; published: boolean }>;
  coupon: boolean;
  done: boolean;
}

export const emptyStore = (): KeptStore => ({ categories: null, products: [], skus: {}, pools: {}, storefronts: {}, coupon: false, done: false });

/** How long an unpaid order keeps its units. */
const HOLD_MINUTES = 15;

/** Catalogue, stock and storefronts, once. About eighty small calls; what was made by an earlier try is not made again. */
export async function keepStore(store: StoreApi, kept: KeptStore, calendar: StoreCalendar, followers: number): Promise<void> {
  if (kept.categories === null) {
    await store.savePriceBands(priceBands);
    kept.categories = await store.saveCategories(categories);
  }
  for (const { category, name, material, exclusive = false, options = [], askReceiver = null, vendor = null, crossBorder = null, skus, story } of goods) {
    if (kept.products.includes(name)) continue;
    const made = await store.createProduct({
      name, story, exclusive, options, askReceiver, categoryId: kept.categories[category], pictureIds: [await store.keepPicture(coverOf(name, 'product'))],
      vendor, crossBorder, collaboration: null, attributes: material === undefined ? {} : { 材质: material }, state: 'active', skus: skus.map((sku) => ({ compareAtFen: null, ...sku })),
    });
    Object.assign(kept.skus, made);
    kept.products.push(name);
  }
  for (const stall of stalls) await openStall(store, kept, stall.type, stall, windowsOf(stall, calendar), followers);
  for (const stall of kolStalls) await openStall(store, kept, stall.channel, stall, windowsOf(stall, calendar), followers);
  if (!kept.coupon) await store.createCoupon(welcomeCoupon);
  kept.coupon = true;
  kept.done = true;
}

async function openStall(store: StoreApi, kept: KeptStore, key: string, stall: Stall, windows: readonly [Millis, Millis][], followers: number): Promise<void> {
  const { type, name, place, pool, codes, perPerson, kol, units } = stall;
  if (kept.storefronts[key]?.published) return;
  const poolId = (kept.pools[pool] ??= await store.createPool(pool));
  for (const code of codes) await store.countStock(poolId, kept.skus[code]!, units(followers));
  const storefront = (kept.storefronts[key] ??= { id: await store.createStorefront({ type, name, poolId, holdMinutes: HOLD_MINUTES, place, ...kol }), published: false });
  await store.saveListings(storefront.id, codes.map((code) => ({ skuId: kept.skus[code]!, priceFen: null, perPerson })));
  await store.saveWindows(storefront.id, windows.map(([from, to]) => ({ opensAt: new Date(from).toISOString(), closesAt: new Date(to).toISOString() })));
  await store.publish(storefront.id);
  storefront.published = true;
}

function windowsOf({ type, kol }: Stall, calendar: StoreCalendar): [Millis, Millis][] {
  if (type === 'permanent') return [];
  const { opensAt, closesAt } = type === 'popup' ? calendar.popup : kol.kolKind === 'own_brand' ? calendar.ownLine : calendar.drop;
  return [[opensAt, closesAt]];
}

/** Everything paid leaves the house, but what went back and gifts nobody has said where to send. What cannot go now, as its buyer asks the money back, holds up nothing else. */
export async function shipWhatIsPaid(store: StoreApi, attempt: Attempt): Promise<void> {
  const orders: OrderToShip[] = [];
  for await (const order of store.ordersToShip()) if (order.refundedFen < order.paidFen) orders.unshift(order);
  const waiting = new Set<string>();
  if (orders.some(({ forGift }) => forGift)) for await (const { orderId } of store.waitingGifts()) waiting.add(orderId);
  for (const { id, number } of orders) if (!waiting.has(id)) await attempt('ship an order', () => store.ship(id, { method: 'express', carrierId: 'SF', waybill: `SF${number.slice(-12)}` }));
}

/** Of the orders paid since, a share comes back: their buyers have called, and the team gives the money for one unit back. Who has asked in the store instead is answered there. */
export async function refundReturns(store: StoreApi, since: Millis, share: number, owed: number): Promise<number> {
  const orders: PaidOrder[] = [];
  for await (const order of store.paidOrders()) {
    if (Date.parse(order.paidAt) < since) break;
    orders.unshift(order);
  }
  for (const { id, refundedFen } of orders) {
    owed += share;
    if (owed < 1 || (await store.hasCases(id))) continue;
    owed -= 1;
    if (refundedFen === 0) await store.refund(id, { lines: [{ position: 1, units: 1 }], reason: '七天无理由退货', restock: true, requestKey: `return-${id}` });
  }
  return owed;
}
