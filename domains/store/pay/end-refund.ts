import { conflict, notFound, nowDate } from '@qingniao/kernel';
import type { Timers, Tx } from '@qingniao/storage';
import { isPayError, payProblem } from '@qingniao/wechat';
import { caseRefundEnded } from '../after-sale/decide.ts';
import { lockOrder, type OrderRow } from '../orders/order-row.ts';
import { listRefunds, REFUND_TIMER, type RefundRow } from './request-refund.ts';
import { moneyBack, type RefundDeps, settleRefund } from './send-refund.ts';

/** `paid_otherwise`: the payer has their money by another way. `given_up`: they have it not; the units are as if nobody had asked. */
export type Ending = 'paid_otherwise' | 'given_up';
export const endings: readonly Ending[] = ['paid_otherwise', 'given_up'];

/**
 * Somebody's word ends a refund that is stuck, once WeChat Pay has said again that it has not paid it.
 * @throws Problem not_found (404), refund_not_stuck (409), pay_busy, pay_refused
 */
export async function endRefund(deps: RefundDeps, brandId: number, orderId: string, refundId: string, ending: Ending, by: string, also: (tx: Tx) => Promise<void>): Promise<void> {
  const db = deps.database.forBrand(brandId);
  if (!requireRefund(await listRefunds(db, brandId, orderId), refundId).stuck) throw notStuck();
  const [payment] = await db.query<{ merchantId: string }>('select merchant_id as "merchantId" from payment where brand_id = $1 and order_id = $2', [brandId, orderId]);
  const port = await deps.payOf(brandId, payment!.merchantId);
  const answer = await port.queryRefund(refundId).catch((error: unknown) => {
    if (isPayError(error) && error.kind === 'missing') return null;
    throw isPayError(error) ? payProblem(error) : error;
  });
  if (answer) await settleRefund(deps, brandId, port.mchid, answer);
  await db.tx(async (tx) => {
    const { order, refund } = await lockRefund(tx, brandId, orderId, refundId);
    if (!refund.stuck) throw notStuck();
    const state = ending === 'paid_otherwise' ? 'succeeded' : 'closed';
    await tx.query('update refund set state = $3, ended_at = $4, ended_by = $5 where brand_id = $1 and id = $2', [brandId, refundId, state, nowDate(), by]);
    await deps.timers.cancel(tx, brandId, REFUND_TIMER, refundId);
    await also(tx);
    if (state === 'succeeded') await moneyBack(tx, brandId, deps, order, refund, nowDate());
    await caseRefundEnded(tx, brandId, deps.timers, order, refund, state, by);
  });
}

/** Another try at what WeChat Pay refused, with the same number. @throws Problem not_found (404), refund_not_stuck (409) */
export async function retryRefund(tx: Tx, brandId: number, timers: Timers, orderId: string, refundId: string): Promise<void> {
  const { refund } = await lockRefund(tx, brandId, orderId, refundId);
  if (refund.state !== 'requested' || !refund.stuck) throw notStuck();
  await tx.query('update refund set refusal = null where brand_id = $1 and id = $2', [brandId, refundId]);
  await timers.set(tx, { brandId, name: REFUND_TIMER, key: refundId, dueAt: nowDate(), payload: null });
}

async function lockRefund(tx: Tx, brandId: number, orderId: string, refundId: string): Promise<{ order: OrderRow; refund: RefundRow }> {
  const order = await lockOrder(tx, brandId, { id: orderId });
  return { order: order!, refund: requireRefund(await listRefunds(tx, brandId, orderId), refundId) };
}

function requireRefund(refunds: readonly RefundRow[], refundId: string): RefundRow {
  const refund = refunds.find(({ id }) => id === refundId);
  if (!refund) throw notFound({ zh: '该退款', en: 'refund' });
  return refund;
}

const notStuck = () => conflict('refund_not_stuck', { zh: '这笔退款仍由微信支付处理，或已结束；请刷新订单查看。', en: 'WeChat Pay is at this refund, or it has ended; look at the order again.' });
