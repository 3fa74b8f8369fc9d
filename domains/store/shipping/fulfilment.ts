import type { Tx } from '@qingniao/storage';
import { noteStep, type OrderRow, type OrderWhy } from '../orders/order-row.ts';

/** Where the goods of a paid order are. Money is another axis: it may go back in each of these. */
export type Fulfilment = 'to_ship' | 'part_shipped' | 'shipped' | 'received';
export const fulfilments: readonly Fulfilment[] = ['to_ship', 'part_shipped', 'shipped', 'received'];

/**
 * `left`: a parcel left and more is to come. `all_left`: it was the last, or what was to come was refunded, or WeChat says
 * so of an order shipped in its own console.
 */
export type FulfilmentEvent = 'left' | 'all_left' | 'received';

const table: Record<Fulfilment, Partial<Record<FulfilmentEvent, Fulfilment>>> = {
  to_ship: { left: 'part_shipped', all_left: 'shipped' },
  part_shipped: { left: 'part_shipped', all_left: 'shipped' },
  shipped: { received: 'received' },
  received: {},
};

/** Null: it cannot happen now. */
export const nextFulfilment = (from: Fulfilment, event: FulfilmentEvent): Fulfilment | null => table[from][event] ?? null;

/** Units of one line. */
export interface LineUnits {
  position: number;
  quantity: number;
  shipped: number;
  /** Refunded, or on their way to it: those that had not left are not sent any more. */
  refundedUnsent: number;
  refundedSent: number;
}

export const leftToShip = ({ quantity, shipped, refundedUnsent }: LineUnits): number => Math.max(0, quantity - shipped - refundedUnsent);
/** Sent, and not paid back. */
export const keptOf = ({ shipped, refundedSent }: LineUnits): number => Math.max(0, shipped - refundedSent);

/** Which units money goes back for, where some of a line were sent and some were not. */
export type UnitsMeant = 'unsent_first' | 'sent_first';
/** Of units whose money goes back, those that had left. */
export const hadLeftOf = (line: LineUnits, units: number, meant: UnitsMeant): number =>
  meant === 'sent_first' ? Math.min(units, keptOf(line)) : Math.max(0, units - leftToShip(line));

/** What a parcel, or a refund of what was to come, makes of an order; null while nothing has left. */
export function shippingEvent(lines: readonly LineUnits[]): 'left' | 'all_left' | null {
  if (lines.every(({ shipped }) => shipped === 0)) return null;
  return lines.some((line) => leftToShip(line) > 0) ? 'left' : 'all_left';
}

/** The order must be locked. @returns whether it moved: what happened before, or cannot happen, changes nothing */
export async function moveFulfilment(tx: Tx, brandId: number, order: Pick<OrderRow, 'id' | 'state' | 'fulfilment'>, event: FulfilmentEvent, why: OrderWhy, by: string): Promise<boolean> {
  const to = nextFulfilment(order.fulfilment, event);
  if (to === null) return false;
  const moved = await tx.query('update shop_order set fulfilment = $3 where brand_id = $1 and id = $2 and fulfilment = $4 returning 1', [brandId, order.id, to, order.fulfilment]);
  if (moved.length === 0) throw new Error('the order was not locked');
  await noteStep(tx, brandId, order.id, order.state, order.state, why, by);
  return true;
}
