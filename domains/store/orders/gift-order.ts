import type { NewEvent } from '@qingniao/activity';
import type { Secrets } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { type Address, sealAddress } from './address.ts';
import type { OrderRow } from './order-row.ts';

/**
 * What becomes of a gift when its order moves: the room above says so, in the order's own transaction, and what else
 * happened by it. The order is locked.
 */
export type GiftMoved = (tx: Tx, brandId: number, order: OrderRow, what: 'paid' | 'cancelled' | 'refunded', at: Date) => Promise<NewEvent[]>;

/** Nothing of an order that is no gift. */
export const ofGift = async (giftMoved: GiftMoved, ...[tx, brandId, order, what, at]: Parameters<GiftMoved>): Promise<NewEvent[]> => (order.forGift ? giftMoved(tx, brandId, order, what, at) : []);

/** What the receiver answered: where it goes, and a choice of a line the buyer left open. The order must be locked. */
export async function completeGiftOrder(
  tx: Tx, brandId: number, secrets: Secrets, orderId: string, address: Address, choices: readonly { position: number; optionId: string; choiceId: string; leadDays: number }[],
): Promise<void> {
  await tx.query('update shop_order set address = $3 where brand_id = $1 and id = $2 and for_gift', [brandId, orderId, sealAddress(secrets, orderId, address)]);
  for (const { position, optionId, choiceId, leadDays } of choices) {
    await tx.query(
      `update order_line set options = options || jsonb_build_object($4::text, $5::text), lead_days = greatest(lead_days, $6) where brand_id = $1 and order_id = $2 and position = $3`,
      [brandId, orderId, position, optionId, choiceId, leadDays],
    );
  }
}
