import { randomInt } from 'node:crypto';
import { badRequest, conflict, type Fen, type Language, localDay, newId, now, Problem, type Secrets } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { type CartLine, MOST_LINES, notOnSale, readCart } from '../cart/cart.ts';
import { chooseOptions, type ChosenOptions } from '../catalogue/options.ts';
import type { ReceiverQuestion } from '../catalogue/receiver-questions.ts';
import { couponUnusable, usableCoupon } from '../coupons/coupons.ts';
import { type Price, priceOf } from '../price/price.ts';
import { admit, turnOver } from '../drop/admit.ts';
import type { QueueDesk } from '../drop/queue-desk.ts';
import type { Refusals } from '../watch/refusals.ts';
import { releaseOf } from '../drop/release.ts';
import type { Shopper } from '../shop/shoppers.ts';
import type { SoldOut } from '../stock/sold-out.ts';
import type { Shelf, ShelfItem, Shelves } from '../storefronts/shelves.ts';
import { type Standing, standingOf } from '../storefronts/standing.ts';
import { type Address, sealAddress } from './address.ts';
import type { Answer, AskedLine, AskedOrder } from './decide.ts';
import type { OrderDesk } from './order-desk.ts';
import { orderOfRequest, type OrderState, readOrder } from './order-row.ts';

export interface CheckoutDeps {
  database: Database;
  secrets: Secrets;
  shelves: Shelves;
  soldOut: SoldOut;
  queue: QueueDesk;
  refusals: Refusals;
  desk: OrderDesk;
  /** Whether one may give there (W-50). */
  giftsOffered(brandId: number, storefrontId: string): Promise<boolean>;
}

export interface Basket {
  storefrontId: string;
  /** Null: the shopper's cart. */
  lines: { skuId: string; quantity: number; options: ChosenOptions }[] | null;
  couponId: string | null;
  /** W-50: for somebody else, to whom choices may be left unless the buyer says where it goes. */
  forGift: boolean;
  /** SKUs whose place another of the price may take, as the receiver says. */
  leaves: readonly string[];
}

export interface CheckoutRequest extends Basket {
  /** What the shopper was shown; the order costs exactly this or is not placed. */
  expectedTotalFen: Fen;
  address: Address | null;
  /** Of a queue, where there is one. */
  pass: string | null;
  channel: 'mini_program' | 'h5';
  language: Language;
  source: Record<string, string>;
  /** The Idempotency-Key. */
  requestKey: string;
}

export interface PlacedOrder {
  id: string;
  number: string;
  state: OrderState;
  totalFen: Fen;
  expiresAt: Date;
}

interface Quoted {
  shelf: Shelf;
  lines: AskedLine[];
  cartLines: CartLine[];
  price: Price;
}

/** What a basket costs now. @throws Problem not_found (404), basket_empty, not_on_sale, option_* (422), coupon_unusable (409) */
export async function quote({ database, shelves }: Pick<CheckoutDeps, 'database' | 'shelves'>, { brandId, identityId }: Shopper, basket: Basket, left = basket.forGift): Promise<Quoted> {
  const db = database.forBrand(brandId);
  const shelf = await shelves.shelfOf(brandId, basket.storefrontId);
  const cartLines = basket.lines === null ? await readCart(db, brandId, identityId, basket.storefrontId) : [];
  const wanted = basket.lines ?? cartLines;
  if (wanted.length === 0) throw badRequest('basket_empty', { zh: '购物袋是空的，请先选择商品。', en: 'There is nothing to order; choose something first.' }, { field: 'lines' });
  if (wanted.length > MOST_LINES) throw badRequest('cart_full', { zh: `一次最多购买 ${MOST_LINES} 种商品。`, en: `At most ${MOST_LINES} different things in one order.` }, { field: 'lines' });
  const chosen = wanted.map(({ skuId, quantity, options }) => {
    const item = shelf.items.get(skuId);
    if (!item) throw notOnSale(skuId);
    const leaves = basket.leaves.includes(skuId);
    if (leaves && !(left && mayLeave(shelf, item))) throw badRequest('not_to_leave', { zh: '该商品的规格须由您选择。', en: 'The variant of this is yours to choose.' }, { field: 'leaves', data: { skuId } });
    return { item, quantity, leaves, ...chooseOptions(item.options, options, { left }) };
  });
  const coupon = basket.couponId === null ? null : await usableCoupon(db, brandId, identityId, basket.couponId, basket.storefrontId);
  const price = priceOf(chosen.map(({ item, quantity, feeFen }) => ({ quantity, unitFen: item.priceFen, optionsFen: feeFen })), coupon);
  const lines = chosen.map(({ item, quantity, leaves, options, feeFen, leadDays }, index): AskedLine => ({
    skuId: item.skuId, productId: item.productId, name: leaves ? shelf.products.get(item.productId)!.name : item.name, quantity, leftToReceiver: leaves, unitFen: item.priceFen, optionsFen: feeFen, options, leadDays,
    discounts: price.lines[index]!.discounts, payFen: price.lines[index]!.payFen, perPerson: item.perPerson,
  }));
  return { shelf, lines, cartLines, price };
}

/** What a gift's receiver would be asked who may choose the variant; null: there is nothing to choose among at this price. */
export function mayLeave({ items, products }: Shelf, { skuId, productId, priceFen }: Pick<ShelfItem, 'skuId' | 'productId' | 'priceFen'>): ReceiverQuestion | null {
  const others = [...items.values()].some((other) => other.productId === productId && other.skuId !== skuId && other.priceFen === priceFen);
  return others ? products.get(productId)!.askReceiver : null;
}

/**
 * Places an order: the units are held from here on until it is paid or its time is over. The same key with the same
 * request is the same order, whatever happened to the answer; after a sell-out the answer is "no" from memory.
 * @throws Problem of `quote`, and not_open, gifts_not_offered, queue_first, not_your_turn, turn_over, price_changed, sold_out, limit_reached, key_reused (409), order_unknown (503)
 */
export async function checkout(deps: CheckoutDeps, shopper: Shopper, request: CheckoutRequest): Promise<PlacedOrder> {
  const requestHash = hashOf(deps.secrets, request);
  try {
    const order = await prepare(deps, shopper, request, requestHash);
    const answer = await deps.desk.place(shopper.brandId, order);
    if (answer.kind === 'placed') return { id: order.id, number: order.number, state: 'awaiting_payment', totalFen: order.totalFen, expiresAt: order.expiresAt };
    if (answer.kind === 'known') return await readPlaced(deps.database, shopper, answer.orderId);
    throw refusalOf(answer);
  } catch (error) {
    // Prices, coupons and calendars move on; an order placed with this key before stands.
    const placed = error instanceof Problem && mayHideAnOrder.has(error.code) ? await orderOfRequest(deps.database.forBrand(shopper.brandId), shopper.brandId, shopper.identityId, request.requestKey) : null;
    if (placed?.requestHash === requestHash) return readPlaced(deps.database, shopper, placed.id);
    throw error;
  }
}

/** Refusals that come before anybody looked whether the order is there already; a cart is empty once it was ordered. */
const mayHideAnOrder = new Set(['basket_empty', 'coupon_unusable', 'price_changed', 'not_on_sale', 'not_open', 'order_refused', 'turn_over']);

async function prepare(deps: CheckoutDeps, shopper: Shopper, request: CheckoutRequest, requestHash: string): Promise<AskedOrder> {
  const { brandId, identityId, assetId } = shopper;
  const shelf = await deps.shelves.shelfOf(brandId, request.storefrontId);
  const { storefront } = shelf;
  const at = now();
  const standing = standingOf(storefront, at);
  if (standing.phase !== 'open') throw notOpen(standing);
  if (request.forGift && !(await deps.giftsOffered(brandId, storefront.id))) throw conflict('gifts_not_offered', { zh: '本店暂不支持送礼。', en: 'Gifts cannot be sent from this store.' });
  const refuseSoldOut = (wanted: readonly { skuId: string }[]) => {
    const gone = deps.soldOut.refused(brandId, storefront.poolId, wanted.map(({ skuId }) => skuId), identityId);
    if (gone.length === 0) return;
    if (standing.window) deps.queue.refused({ brandId, storefrontId: storefront.id, windowId: standing.window.id });
    throw soldOutProblem(gone.map((skuId) => ({ skuId, available: 0 })));
  };
  // Before anything is asked of the database, where that is possible.
  refuseSoldOut(request.lines ?? []);
  await deps.refusals.check(shopper, request.address);
  const release = releaseOf(brandId, shelf, at);
  const place = release && (await admit(deps, release, shopper, request.pass));
  const { lines, cartLines, price } = await quote(deps, shopper, request, request.forGift && request.address === null);
  refuseSoldOut(cartLines);
  if (request.couponId !== null && !price.couponCounts) throw couponUnusable();
  if (price.totalFen !== request.expectedTotalFen) {
    throw conflict('price_changed', { zh: '价格有变动，请确认后重新提交。', en: 'The price has changed; look at it and order again.' }, { data: { totalFen: price.totalFen } });
  }
  const id = newId();
  return {
    id, number: orderNumber(at), identityId, assetId, requestKey: request.requestKey, requestHash,
    storefrontId: storefront.id, windowId: standing.window?.id ?? '', poolId: storefront.poolId, place, lines, couponId: request.couponId,
    discountFen: price.discountFen, totalFen: price.totalFen, address: request.address && sealAddress(deps.secrets, id, request.address), forGift: request.forGift, channel: request.channel, language: request.language, source: request.source,
    // Whole seconds, as WeChat Pay counts; orders of one second share a timer.
    at: new Date(at), expiresAt: new Date(Math.ceil((at + storefront.holdMinutes * 60_000) / 1000) * 1000), cartLineIds: cartLines.map((line) => line.id),
  };
}

/** 6 to 32 letters and digits, never twice: the day people will say, and fourteen digits nobody can guess the neighbours of. */
const orderNumber = (at: number): string =>
  `${localDay(at).replaceAll('-', '')}${String(randomInt(10_000_000)).padStart(7, '0')}${String(randomInt(10_000_000)).padStart(7, '0')}`;

/** Keyed, since an address and what is engraved can be guessed. */
function hashOf(secrets: Secrets, { storefrontId, lines, couponId, expectedTotalFen, address, forGift, leaves }: CheckoutRequest): string {
  const items = lines?.map(({ skuId, quantity, options }) => [skuId, quantity, Object.entries(options).sort()]) ?? null;
  const to = address && [address.name, address.phone, address.province, address.city, address.district, address.detail];
  return secrets.hash(JSON.stringify([storefrontId, items, couponId, expectedTotalFen, to, ...(forGift ? ['gift', ...leaves] : [])]), 'order request');
}

async function readPlaced(database: Database, { brandId }: Shopper, orderId: string): Promise<PlacedOrder> {
  const { id, number, state, totalFen, expiresAt } = await readOrder(database.forBrand(brandId), brandId, orderId);
  return { id, number, state, totalFen, expiresAt };
}

function notOpen({ phase, next }: Standing): Problem {
  const opensAt = next?.opensAt.toISOString() ?? null;
  // Nobody can have ordered before the first opening: a crowd that comes early costs no question.
  if (phase === 'upcoming') return conflict('not_open_yet', { zh: '尚未开售，请在开售时再来。', en: 'The sale has not begun; come back when it does.' }, { data: { opensAt } });
  return conflict('not_open', { zh: '店铺暂未营业，请在开放时间内购买。', en: 'The store is not open; come back when it is.' }, { data: { phase, opensAt } });
}

const soldOutProblem = (skus: { skuId: string; available: number }[]) => conflict('sold_out', { zh: '已售罄或库存不足。', en: 'Sold out, or not as many left.' }, { data: { skus } });

function refusalOf(answer: Exclude<Answer, { kind: 'placed' | 'known' }>): Problem {
  switch (answer.kind) {
    case 'sold_out': return soldOutProblem(answer.skus);
    case 'limit_reached': {
      const { skuId, perPerson, bought } = answer;
      return conflict('limit_reached', { zh: `每人限购 ${perPerson} 件。`, en: `At most ${perPerson} a person.` }, { data: { skuId, perPerson, bought } });
    }
    case 'coupon_unusable': return couponUnusable();
    case 'place_used': return turnOver();
    case 'key_reused': return conflict('key_reused', { zh: '同一请求编号已用于另一份订单，请换一个编号。', en: 'This Idempotency-Key belongs to another request; use a new one.' });
  }
}
