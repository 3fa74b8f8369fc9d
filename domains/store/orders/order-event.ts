import type { NewEvent } from '@qingniao/activity';
import type { Fen } from '@qingniao/kernel';

export interface EventOrder {
  id: string;
  identityId: number;
  assetId: string | null;
  storefrontId: string;
  channel: string;
  source: Record<string, string>;
}

type OrderEventType =
  | 'order.placed' | 'order.paid' | 'order.cancelled' | 'order.refunded' | 'order.part_refunded' | 'order.part_shipped' | 'order.shipped' | 'order.received' | 'order.settled'
  | 'after_sale.requested' | 'after_sale.moved' | 'after_sale.closed' | 'invoice.requested';

/** What happened to an order, on its buyer's timeline; `once` tells apart what may happen to an order several times. */
export const orderEvent = (type: OrderEventType, order: EventOrder, at: Date, amount: Fen, once = ''): NewEvent => ({
  type, at, assetId: order.assetId, who: order.identityId, dedupKey: `${type} ${order.id} ${once}`,
  props: { ...order.source, order_id: order.id, storefront_id: order.storefrontId, channel: order.channel, amount },
});
