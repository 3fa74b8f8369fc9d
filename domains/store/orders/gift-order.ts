import type { NewEvent, Querier } from '@qingniao/activity';
import type { Secrets } from '@qingniao/kernel';
import type { Timers, Tx } from '@qingniao/storage';
import type { ReceiverQuestion } from '../catalogue/receiver-questions.ts';
import { type OwnReason, requestRefund } from '../pay/request-refund.ts';
import { leftToShip } from '../shipping/fulfilment.ts';
import { refundedUnits, unitsInQuestion, unitsOf } from '../shipping/parcels.ts';
import { beyondLimit, swapSold } from '../stock/holds.ts';
import { type Address, maskAddress, openAddress, sealAddress } from './address.ts';
import { noteStep, type OrderRow, readOrder } from './order-row.ts';

/**
 * What becomes of a gift when its order moves: the room above says so, in the order's own transaction, and what else
 * happened by it. The order is locked.
 */
export type GiftMoved = (tx: Tx, brandId: number, order: OrderRow, what: 'paid' | 'cancelled' | 'refunded', at: Date) => Promise<NewEvent[]>;

/** Nothing of an order that is no gift. */
export const ofGift = async (giftMoved: GiftMoved, ...[tx, brandId, order, what, at]: Parameters<GiftMoved>): Promise<NewEvent[]> => (order.forGift ? giftMoved(tx, brandId, order, what, at) : []);

/** What has not left and is not refunded. */
export async function unsentUnits(db: Querier, brandId: number, orderId: string): Promise<{ position: number; units: number }[]> {
  const { fulfilment } = await readOrder(db, brandId, orderId);
  if (fulfilment !== 'to_ship' && fulfilment !== 'part_shipped') return [];
  return (await unitsOf(db, brandId, orderId)).map((line) => ({ position: line.position, units: leftToShip(line) })).filter(({ units }) => units > 0);
}

/** Whether any of that is to be sent: nobody asks its money back. */
export async function isToBeSent(db: Querier, brandId: number, orderId: string): Promise<boolean> {
  const inQuestion = await unitsInQuestion(db, brandId, orderId);
  return (await unsentUnits(db, brandId, orderId)).some(({ position, units }) => units > (inQuestion.get(position) ?? 0));
}

/** The money for what has not left goes back, and with it the units on sale. The order must be locked. */
export async function refundUnsent(tx: Tx, brandId: number, timers: Timers, orderId: string, request: { reason: OwnReason; requestKey: string }, by: string): Promise<void> {
  const lines = await unsentUnits(tx, brandId, orderId);
  if (lines.length > 0) await requestRefund(tx, brandId, timers, orderId, { ...request, lines: lines.map((line) => ({ ...line, restock: 'all' as const })) }, by);
}

/** A variant the buyer left to the receiver, and what may be had in its place: on sale in the same store at the same price. */
export interface VariantLeft {
  position: number;
  asks: ReceiverQuestion;
  choices: { skuId: string; name: string }[];
}

export async function variantsLeft(db: Querier, brandId: number, orderId: string): Promise<VariantLeft[]> {
  const rows = await db.query<{ position: number; asks: ReceiverQuestion; skuId: string; name: string }>(
    `select l.position, p.ask_receiver as asks, k.id as "skuId", k.name
       from order_line l join shop_order o on o.brand_id = l.brand_id and o.id = l.order_id
       join product p on p.brand_id = l.brand_id and p.id = l.product_id
       join sku k on k.brand_id = l.brand_id and k.product_id = l.product_id and k.archived_at is null
       join listing g on g.brand_id = l.brand_id and g.storefront_id = o.storefront_id and g.sku_id = k.id
      where l.brand_id = $1 and l.order_id = $2 and l.left_to_receiver and p.ask_receiver is not null and (k.id = l.sku_id or coalesce(g.price_fen, k.price_fen) = l.unit_fen)
      order by l.position, g.position, k.id`, [brandId, orderId],
  );
  return [...new Set(rows.map(({ position }) => position))].map((position) => {
    const of = rows.filter((row) => row.position === position);
    return { position, asks: of[0]!.asks, choices: of.map(({ skuId, name }) => ({ skuId, name })) };
  });
}

/** Of these, what may be had for a line now: the one that is kept for it, and those of which there are as many on sale and the buyer may have as many. */
export async function variantsToHave(db: Querier, brandId: number, orderId: string, position: number, skuIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>(
    `select k.id from order_line l
       join shop_order o on o.brand_id = l.brand_id and o.id = l.order_id
       join stock_hold h on h.brand_id = l.brand_id and h.order_id = l.order_id and h.sku_id = l.sku_id
       join sku k on k.brand_id = l.brand_id and k.id = any ($4)
       left join stock s on s.brand_id = l.brand_id and s.pool_id = h.pool_id and s.sku_id = k.id
       left join listing g on g.brand_id = l.brand_id and g.storefront_id = o.storefront_id and g.sku_id = k.id
      where l.brand_id = $1 and l.order_id = $2 and l.position = $3
        and (k.id = l.sku_id or (k.archived_at is null and s.on_hand - s.held >= l.quantity - ${refundedUnits} and (${beyondLimit('o.identity_id', `l.quantity - ${refundedUnits}`)}) is not true))`,
    [brandId, orderId, position, skuIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * The receiver takes another variant than the one kept for them. The order must be locked.
 * @returns false when there are not enough any more: nothing has changed then
 */
export async function takeVariant(tx: Tx, brandId: number, order: OrderRow, position: number, skuId: string): Promise<boolean> {
  // What was refunded meanwhile is on sale again, or not, as it was.
  const [line] = await tx.query<{ skuId: string; units: number }>(
    `select l.sku_id as "skuId", l.quantity - ${refundedUnits} as units from order_line l where l.brand_id = $1 and l.order_id = $2 and l.position = $3`, [brandId, order.id, position],
  );
  if (line!.units > 0 && line!.skuId !== skuId && !(await swapSold(tx, brandId, order, line!.skuId, skuId, line!.units))) return false;
  await tx.query(
    `update order_line l set sku_id = k.id, name = p.name || ' ' || k.name from sku k join product p on p.brand_id = k.brand_id and p.id = k.product_id
      where l.brand_id = $1 and l.order_id = $2 and l.position = $3 and k.brand_id = $1 and k.id = $4`, [brandId, order.id, position, skuId],
  );
  return true;
}

/** What was chosen of an option the buyer left open. The order must be locked. */
export async function takeChoice(tx: Tx, brandId: number, orderId: string, { position, optionId, choiceId, leadDays }: { position: number; optionId: string; choiceId: string; leadDays: number }): Promise<void> {
  await tx.query(
    `update order_line set options = options || jsonb_build_object($4::text, $5::text), lead_days = greatest(lead_days, $6) where brand_id = $1 and order_id = $2 and position = $3`,
    [brandId, orderId, position, optionId, choiceId, leadDays],
  );
}

/** Where it goes, as its receiver says. The order must be locked. */
export async function addressGift(tx: Tx, brandId: number, secrets: Secrets, order: OrderRow, address: Address): Promise<void> {
  await tx.query('update shop_order set address = $3 where brand_id = $1 and id = $2 and for_gift', [brandId, order.id, sealAddress(secrets, order.id, address)]);
  // A label may have been printed.
  if (order.address !== null) await noteStep(tx, brandId, order.id, order.state, order.state, 'address_corrected', 'receiver');
}

/** As its receiver is shown where it goes. */
export const giftAddressShown = (secrets: Secrets, { id, address }: OrderRow): Address | null => (address === null ? null : maskAddress(openAddress(secrets, id, address)));
