import { conflict, messageOf, now } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import type { PayDeps } from '../pay/start-payment.ts';
import { askAndSettle, payFailed } from '../pay/start-payment.ts';
import { endUnpaid } from './end-unpaid.ts';
import { lockOrder, readOrder } from './order-row.ts';
import { readOwnOrder } from './own-order.ts';

/** `settled`: its money was found at WeChat Pay, and what that meant has been done. */
type Cancelled = 'cancelled' | 'open_payment' | 'not_awaiting' | 'settled';

interface Cause {
  why: 'expired' | 'cancelled_by_buyer' | 'cancelled_by_brand';
  by: string;
  /** Written with it. */
  also?: (tx: Tx) => Promise<void>;
}
const expired: Cause = { why: 'expired', by: 'clock' };

/**
 * Units go back on sale, unless WeChat Pay may still take money for them: a payment has to be closed there first, so
 * that nobody pays for what somebody else has bought meanwhile.
 */
async function cancelOrder(tx: Tx, deps: PayDeps, brandId: number, orderId: string, { why, by, also }: Cause): Promise<Cancelled> {
  const order = await lockOrder(tx, brandId, { id: orderId });
  if (order?.state !== 'awaiting_payment') return 'not_awaiting';
  const [open] = await tx.query(`select 1 from payment where brand_id = $1 and order_id = $2 and state = 'open'`, [brandId, orderId]);
  if (open) return 'open_payment';
  await endUnpaid(tx, deps, brandId, order, why, by, also);
  return 'cancelled';
}

/** Closes the payment where there is one; money that came first makes the order paid instead. */
async function closeAndCancel(deps: PayDeps, brandId: number, orderId: string, cause: Cause): Promise<Cancelled> {
  const db = deps.database.forBrand(brandId);
  const first = await db.tx((tx) => cancelOrder(tx, deps, brandId, orderId, cause));
  if (first !== 'open_payment') return first;
  const order = await readOrder(db, brandId, orderId);
  const [payment] = await db.query<{ merchantId: string }>('select merchant_id as "merchantId" from payment where brand_id = $1 and order_id = $2', [brandId, orderId]);
  const { merchantId } = payment!;
  if ((await (await deps.payOf(brandId, merchantId)).close(order.number).catch(payFailed)) === 'paid') {
    if (!(await askAndSettle(deps, brandId, order, merchantId))) throw new Error('WeChat Pay calls an order paid and does not find its money');
    return 'settled';
  }
  return db.tx(async (tx) => {
    // The order first, as everybody locks them.
    await lockOrder(tx, brandId, { id: orderId });
    await tx.query(`update payment set state = 'closed' where brand_id = $1 and order_id = $2 and state = 'open'`, [brandId, orderId]);
    return cancelOrder(tx, deps, brandId, orderId, cause);
  });
}

/** Of one that is cancelled already nothing more. @throws Problem not_found (404), order_paid (409), pay_busy, pay_refused */
export async function cancelByBuyer(deps: PayDeps, brandId: number, identityId: number, orderId: string): Promise<void> {
  await readOwnOrder(deps.database.forBrand(brandId), brandId, identityId, orderId);
  await cancelUnpaid(deps, brandId, orderId, { why: 'cancelled_by_buyer', by: 'buyer' });
}

/** An operator's word, as an expiry would end it. @throws Problem not_found (404), order_paid (409), pay_busy, pay_refused */
export async function cancelByBrand(deps: PayDeps, brandId: number, orderId: string, by: string, also: (tx: Tx) => Promise<void>): Promise<void> {
  await readOrder(deps.database.forBrand(brandId), brandId, orderId);
  await cancelUnpaid(deps, brandId, orderId, { why: 'cancelled_by_brand', by, also });
}

async function cancelUnpaid(deps: PayDeps, brandId: number, orderId: string, cause: Cause): Promise<void> {
  const ended = await closeAndCancel(deps, brandId, orderId, cause);
  if (ended === 'cancelled') return;
  const db = deps.database.forBrand(brandId);
  const { state } = await readOrder(db, brandId, orderId);
  // What was refunded in the merchant's console ends as no purchase: who asked for the end has brought it about.
  if (ended === 'settled' && state === 'cancelled' && cause.also) await db.tx(cause.also);
  if (state === 'paid') throw conflict('order_paid', { zh: '订单已付款，如需取消请申请退款。', en: 'This order is paid; ask for a refund instead.' });
}

const AT_ONCE = 4;

/**
 * Every order of the brand whose time to pay is over. Throws when one that ended at `second` could not be closed, so that
 * its timer tries again; the others have timers of their own, and one that never can be closed must not keep those alive.
 */
export async function expireOrders(deps: PayDeps, brandId: number, second: Date): Promise<number> {
  const due = await deps.database.forBrand(brandId).query<{ id: string; isOwn: boolean }>(
    `select id, expires_at = $3 as "isOwn" from shop_order where brand_id = $1 and state = 'awaiting_payment' and expires_at <= $2 order by expires_at`, [brandId, new Date(now()), second],
  );
  const failures: unknown[] = [];
  let cancelled = 0;
  const next = due.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const { id, isOwn } of next) {
      try {
        if ((await closeAndCancel(deps, brandId, id, expired)) === 'cancelled') cancelled += 1;
      } catch (error) {
        if (isOwn) failures.push(error);
      }
    }
  }));
  if (failures.length > 0) throw new Error(`${failures.length} expired orders could not be closed: ${messageOf(failures[0])}`, { cause: failures[0] });
  return cancelled;
}
