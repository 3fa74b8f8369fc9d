import { type Fen, type Language, notFound, nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import { prepared, type Tx } from '@qingniao/storage';
import type { ChosenOptions } from '../catalogue/options.ts';
import type { Fulfilment } from '../shipping/fulfilment.ts';

export type OrderState = 'awaiting_payment' | 'paid' | 'cancelled';
export const orderStates: readonly OrderState[] = ['awaiting_payment', 'paid', 'cancelled'];

/** A cancelled order becomes paid when its money comes late and there are units left. */
const moves: Record<OrderState, readonly OrderState[]> = { awaiting_payment: ['paid', 'cancelled'], paid: [], cancelled: ['paid'] };

export type OrderWhy =
  | 'placed' | 'paid_by_notice' | 'paid_by_query' | 'late_money_honoured' | 'late_money_refused' | 'refunded_elsewhere' | 'expired' | 'cancelled_by_buyer' | 'cancelled_by_brand' | 'refunded' | 'part_refunded'
  | 'part_shipped' | 'shipped' | 'rest_refunded' | 'shipped_at_wechat' | 'parcel_corrected' | 'address_corrected' | 'shipping_reminded' | 'receipt_reminded' | 'received' | 'received_by_time' | 'settled';

export interface OrderRow {
  id: string;
  number: string;
  identityId: number;
  assetId: string | null;
  storefrontId: string;
  windowId: string;
  state: OrderState;
  fulfilment: Fulfilment;
  totalFen: Fen;
  discountFen: Fen;
  paidFen: Fen;
  refundedFen: Fen;
  couponId: string | null;
  /** Sealed. */
  address: string | null;
  /** W-50. */
  forGift: boolean;
  channel: string;
  /** The buyer's. */
  language: Language;
  source: Record<string, string>;
  placedAt: Date;
  expiresAt: Date;
  paidAt: Date | null;
}

export interface OrderLine {
  position: number;
  skuId: string;
  productId: string;
  name: string;
  quantity: number;
  unitFen: Fen;
  optionsFen: Fen;
  options: ChosenOptions;
  leadDays: number;
  discounts: { id: string; fen: Fen }[];
  payFen: Fen;
}

export interface OrderStep {
  fromState: OrderState | null;
  toState: OrderState;
  why: OrderWhy;
  at: Date;
  by: string;
}

type AsRow<T> = T & Record<string, unknown>;

export const columns = `id, number, identity_id as "identityId", asset_id as "assetId", storefront_id as "storefrontId", window_id as "windowId", state, fulfilment, total_fen as "totalFen",
  discount_fen as "discountFen", paid_fen as "paidFen", refunded_fen as "refundedFen", coupon_id as "couponId", address, for_gift as "forGift", channel, language, source,
  placed_at as "placedAt", expires_at as "expiresAt", paid_at as "paidAt"`;

/** @throws Problem not_found (404) */
export async function readOrder(db: Querier, brandId: number, orderId: string): Promise<OrderRow> {
  const [order] = await db.query<AsRow<OrderRow>>(prepared(`select ${columns} from shop_order where brand_id = $1 and id = $2`), [brandId, orderId]);
  if (!order) throw orderNotFound();
  return order;
}

/** The first lock of every change of an order; null when there is none. */
export async function lockOrder(tx: Tx, brandId: number, by: { id: string } | { number: string }): Promise<OrderRow | null> {
  const [name, value] = 'id' in by ? ['id', by.id] : ['number', by.number];
  const [order] = await tx.query<AsRow<OrderRow>>(prepared(`select ${columns} from shop_order where brand_id = $1 and ${name} = $2 for update`), [brandId, value]);
  return order ?? null;
}

export const orderNotFound = () => notFound({ zh: '该订单', en: 'order' });

export const readLines = (db: Querier, brandId: number, orderId: string): Promise<OrderLine[]> =>
  db.query<AsRow<OrderLine>>(
    prepared(`select position, sku_id as "skuId", product_id as "productId", name, quantity, unit_fen as "unitFen", options_fen as "optionsFen", options,
            lead_days as "leadDays", discounts, pay_fen as "payFen"
       from order_line where brand_id = $1 and order_id = $2 order by position`), [brandId, orderId],
  );

export const readSteps = (db: Querier, brandId: number, orderId: string): Promise<OrderStep[]> =>
  db.query<AsRow<OrderStep>>('select from_state as "fromState", to_state as "toState", why, at, by from order_step where brand_id = $1 and order_id = $2 order by seq', [brandId, orderId]);

/** Somebody's own, whoever of these they were, newest first. */
export const ordersOf = (db: Querier, brandId: number, identityIds: readonly number[], after: [Date, string] | null, limit: number): Promise<OrderRow[]> =>
  db.query<AsRow<OrderRow>>(
    `select ${columns} from shop_order where brand_id = $1 and identity_id = any ($2::bigint[]) and ($3::timestamptz is null or (placed_at, id) < ($3, $4)) order by placed_at desc, id desc limit $5`,
    [brandId, identityIds, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** The order somebody placed with a key; null when there is none. */
export async function orderOfRequest(db: Querier, brandId: number, identityId: number, requestKey: string): Promise<{ id: string; requestHash: string } | null> {
  const [order] = await db.query<{ id: string; requestHash: string }>(
    'select id, request_hash as "requestHash" from shop_order where brand_id = $1 and identity_id = $2 and request_key = $3', [brandId, identityId, requestKey],
  );
  return order ?? null;
}

/** One step of the state machine, written down with who made it. The order must be locked. */
export async function moveOrder(tx: Tx, brandId: number, order: Pick<OrderRow, 'id' | 'state'>, to: OrderState, why: OrderWhy, by: string): Promise<void> {
  if (!moves[order.state].includes(to)) throw new Error(`an order that is ${order.state} cannot become ${to}`);
  const moved = await tx.query(prepared('update shop_order set state = $3 where brand_id = $1 and id = $2 and state = $4 returning 1'), [brandId, order.id, to, order.state]);
  if (moved.length === 0) throw new Error('the order was not locked');
  await noteStep(tx, brandId, order.id, order.state, to, why, by);
}

/** What happened to an order that stays in its state: money that went back. */
export const noteStep = (tx: Tx, brandId: number, orderId: string, from: OrderState, to: OrderState, why: OrderWhy, by: string): Promise<unknown> =>
  tx.query(
    prepared(`insert into order_step (brand_id, order_id, seq, from_state, to_state, why, at, by)
     select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7 from order_step where brand_id = $1 and order_id = $2`),
    [brandId, orderId, from, to, why, nowDate(), by],
  );
