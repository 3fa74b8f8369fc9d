import type { Result } from '../api/client';
import type { Words } from '../i18n/zh';

export type Order = Result<'get', '/orders/{orderId}'>;
type Standing = Pick<Order, 'state' | 'fulfilment' | 'paidFen' | 'refundedFen'>;

/** Where an order stands, in a word or two. */
export function orderWords({ state, fulfilment, paidFen, refundedFen }: Standing, t: Words['order']): string {
  if (state === 'awaiting_payment') return t.awaiting;
  if (state === 'cancelled') return t.cancelled;
  if (refundedFen > 0) return refundedFen === paidFen ? t.refunded : t.partRefunded;
  return { to_ship: t.toShip, part_shipped: t.partShipped, shipped: t.shipped, received: t.received }[fulfilment];
}
