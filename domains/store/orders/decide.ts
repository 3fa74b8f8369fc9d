import type { Fen, Language } from '@qingniao/kernel';
import type { OrderLine } from './order-row.ts';

export interface AskedLine extends Omit<OrderLine, 'position'> {
  /** L-22. */
  perPerson: number | null;
  /** W-50: whoever gets it may take another variant of the price. */
  leftToReceiver: boolean;
}

/** An order somebody asks for, priced; what is left to find out is whether there is enough. */
export interface AskedOrder {
  id: string;
  number: string;
  identityId: number;
  assetId: string | null;
  requestKey: string;
  requestHash: string;
  storefrontId: string;
  windowId: string;
  poolId: string;
  /** In the queue of a drop; null where there is none. */
  place: number | null;
  lines: AskedLine[];
  couponId: string | null;
  discountFen: Fen;
  totalFen: Fen;
  /** Sealed. */
  address: string | null;
  forGift: boolean;
  channel: string;
  language: Language;
  /** What brought the buyer here: props of the event. */
  source: Record<string, string>;
  at: Date;
  expiresAt: Date;
  /** Lines of the cart that are bought with it. */
  cartLineIds: string[];
}

export type Answer =
  | { kind: 'placed' }
  /** Asked before with the same key: that order stands. */
  | { kind: 'known'; orderId: string }
  | { kind: 'key_reused' }
  | { kind: 'sold_out'; skus: { skuId: string; available: number }[] }
  | { kind: 'limit_reached'; skuId: string; perPerson: number; bought: number }
  | { kind: 'coupon_unusable' }
  | { kind: 'place_used' };

/** What the database says, with the stock rows locked. Keys are made by the functions below. */
export interface Found {
  orders: Map<string, { id: string; requestHash: string }>;
  available: Map<string, number>;
  /** Of who buys what is limited: the contact they are, by whatever door they come. */
  persons: ReadonlyMap<number, number>;
  bought: Map<string, number>;
  /** Coupons nobody has used; whose they are was asked when the order was priced. */
  coupons: Set<string>;
  /** Places in a queue that have their order. */
  used: Set<string>;
}

export const requestOf = (order: Pick<AskedOrder, 'identityId' | 'requestKey'>): string => `${order.identityId} ${order.requestKey}`;
export const stockOf = (poolId: string, skuId: string): string => `${poolId} ${skuId}`;
export const placeOf = ({ storefrontId, windowId, place }: Pick<AskedOrder, 'storefrontId' | 'windowId' | 'place'>): string => `${storefrontId} ${windowId} ${place}`;
export const boughtOf = (storefrontId: string, skuId: string, person: number): string => `${storefrontId} ${skuId} ${person}`;

const personOf = ({ identityId }: AskedOrder, { persons }: Found): number => persons.get(identityId) ?? identityId;

/** First come, first served: each order whole or not at all. `found` is changed to what it is afterwards. */
export function decide(asked: readonly AskedOrder[], found: Found): Answer[] {
  return asked.map((order) => {
    const answer = judge(order, found);
    if (answer.kind === 'placed') take(order, found);
    return answer;
  });
}

function judge(order: AskedOrder, found: Found): Answer {
  const { orders, available, bought, coupons, used } = found;
  const before = orders.get(requestOf(order));
  if (before) return before.requestHash === order.requestHash ? { kind: 'known', orderId: before.id } : { kind: 'key_reused' };
  if (order.place !== null && used.has(placeOf(order))) return { kind: 'place_used' };
  const units = unitsOf(order);
  const short = [...units].map(([skuId]) => ({ skuId, available: available.get(stockOf(order.poolId, skuId)) ?? 0 })).filter(({ skuId, available }) => available < units.get(skuId)!);
  if (short.length > 0) return { kind: 'sold_out', skus: short };
  for (const { skuId, perPerson } of order.lines) {
    const already = bought.get(boughtOf(order.storefrontId, skuId, personOf(order, found))) ?? 0;
    if (perPerson !== null && already + units.get(skuId)! > perPerson) return { kind: 'limit_reached', skuId, perPerson, bought: already };
  }
  if (order.couponId !== null && !coupons.has(order.couponId)) return { kind: 'coupon_unusable' };
  return { kind: 'placed' };
}

function take(order: AskedOrder, found: Found): void {
  const { orders, available, bought, coupons, used } = found;
  if (order.place !== null) used.add(placeOf(order));
  orders.set(requestOf(order), order);
  for (const [skuId, quantity] of unitsOf(order)) {
    const key = stockOf(order.poolId, skuId);
    available.set(key, available.get(key)! - quantity);
    const person = boughtOf(order.storefrontId, skuId, personOf(order, found));
    bought.set(person, (bought.get(person) ?? 0) + quantity);
  }
  if (order.couponId !== null) coupons.delete(order.couponId);
}

/** Two lines of one SKU (two engravings) take from one row. */
export function unitsOf({ lines }: Pick<AskedOrder, 'lines'>): Map<string, number> {
  const units = new Map<string, number>();
  for (const { skuId, quantity } of lines) units.set(skuId, (units.get(skuId) ?? 0) + quantity);
  return units;
}
