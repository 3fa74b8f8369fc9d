import { appendInTx } from '@qingniao/activity';
import { nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { releaseHolds } from '../stock/holds.ts';
import { type GiftMoved, ofGift } from './gift-order.ts';
import { orderEvent } from './order-event.ts';
import { moveOrder, type OrderRow, type OrderWhy } from './order-row.ts';

/** An order nobody will pay: its units go back on sale, its coupon to the buyer. The order must be locked; `also` is written with it. */
export async function endUnpaid(
  tx: Tx, { giftMoved }: { giftMoved: GiftMoved }, brandId: number, order: OrderRow, why: OrderWhy, by: string, also?: (tx: Tx) => Promise<void>,
): Promise<void> {
  await moveOrder(tx, brandId, order, 'cancelled', why, by);
  await releaseHolds(tx, brandId, order);
  if (order.couponId !== null) {
    await tx.query(
      `update coupon set state = case when expires_at <= $4 then 'expired' else 'saved' end, used_at = null, order_id = null
        where brand_id = $1 and id = $2 and order_id = $3`, [brandId, order.couponId, order.id, nowDate()],
    );
  }
  await also?.(tx);
  const given = await ofGift(giftMoved, tx, brandId, order, 'cancelled', nowDate());
  await appendInTx(tx, brandId, [orderEvent('order.cancelled', order, nowDate(), order.totalFen), ...given]);
}
