import { appendInTx } from '@qingniao/activity';
import { conflict, type Log, nowDate } from '@qingniao/kernel';
import { type Database, prepared, type Timers, type Tx } from '@qingniao/storage';
import type { PaidTransaction } from '@qingniao/wechat';
import { type GiftMoved, ofGift } from '../orders/gift-order.ts';
import { endUnpaid } from '../orders/end-unpaid.ts';
import { orderEvent } from '../orders/order-event.ts';
import { lockOrder, moveOrder, noteStep, type OrderRow } from '../orders/order-row.ts';
import { sellHeld, sellReleased } from '../stock/holds.ts';
import { type AlarmKind, type Difference, raiseAlarm } from './alarms.ts';
import { LATE_MONEY, refundRest } from './request-refund.ts';

export interface SettleDeps {
  database: Database;
  timers: Timers;
  log: Log;
  giftMoved: GiftMoved;
}

/**
 * `refunding`: the money came after the units went to somebody else. `refunded_elsewhere`: it came, and went back by
 * another hand than ours. `replayed`: somebody sent a notice again that was taken.
 */
export type Settled = 'paid' | 'already' | 'refunding' | 'refunded_elsewhere' | 'replayed';

interface Payment extends Record<string, unknown> {
  mchid: string;
  appid: string;
  totalFen: number;
  transactionId: string | null;
  notices: string[];
}

/**
 * The one place where money makes an order paid, whether a notice told of it or our own query. The order's row is the
 * lock, the transaction id the key: of two who tell the same, the second finds it done. Money that does not fit the
 * order is not taken for it. `notice`: a digest of the notice's signature; WeChat Pay signs each anew, also when it tells the same again.
 * @throws Problem pay_mismatch (409): recorded and alarmed
 */
export async function settle(deps: SettleDeps, brandId: number, transaction: PaidTransaction, via: 'notice' | 'query', notice: string | null = null): Promise<Settled> {
  const { database, log } = deps;
  const outcome = await database.forBrand(brandId).tx(async (tx): Promise<Settled | { wrong: AlarmKind }> => {
    const order = await lockOrder(tx, brandId, { number: transaction.outTradeNo });
    const payment = order && (await lockPayment(tx, brandId, order.id));
    const wrong = order && payment ? differenceOf(payment, transaction) : { kind: 'unknown_order' as const, details: {} };
    if (!order || !payment || wrong) {
      const { kind, details } = wrong!;
      // Numbers of the platform: what somebody needs to find the money in the merchant's console.
      await raiseAlarm(tx, brandId, log, kind, order?.id ?? null, { ...details, outTradeNo: transaction.outTradeNo, transactionId: transaction.transactionId });
      return { wrong: kind };
    }
    if (notice !== null && payment.notices.includes(notice)) {
      await raiseAlarm(tx, brandId, log, 'replayed', order.id, { outTradeNo: order.number, transactionId: transaction.transactionId });
      return 'replayed';
    }
    const notices = notice === null ? payment.notices : [...payment.notices, notice];
    if (payment.transactionId === transaction.transactionId) {
      if (notice !== null) await tx.query('update payment set notices = $3 where brand_id = $1 and order_id = $2', [brandId, order.id, notices]);
      return 'already';
    }
    await Promise.all([
      tx.query(
        prepared(`update payment set state = 'paid', transaction_id = $3, paid_at = $4, notices = $5 where brand_id = $1 and order_id = $2`), [brandId, order.id, transaction.transactionId, transaction.paidAt, notices],
      ),
      tx.query(prepared('update shop_order set paid_fen = $3, paid_at = $4 where brand_id = $1 and id = $2'), [brandId, order.id, transaction.total, transaction.paidAt]),
    ]);
    if (transaction.state === 'REFUND') return refundedElsewhere(tx, brandId, deps, order, transaction);
    return order.state === 'awaiting_payment' ? inTime(tx, brandId, deps, order, transaction, via) : late(tx, brandId, deps, order, transaction);
  });
  if (typeof outcome === 'string') return outcome;
  throw conflict('pay_mismatch', { zh: '收款信息与订单不符，已记录并告警。', en: 'This payment does not fit the order; it was recorded and raised as an alarm.' }, { data: { kind: outcome.wrong } });
}

async function lockPayment(tx: Tx, brandId: number, orderId: string): Promise<Payment | null> {
  const [payment] = await tx.query<Payment>(
    prepared('select mchid, appid, total_fen as "totalFen", transaction_id as "transactionId", notices from payment where brand_id = $1 and order_id = $2 for update'), [brandId, orderId],
  );
  return payment ?? null;
}

function differenceOf(payment: Payment, { mchid, appid, total, currency, transactionId }: PaidTransaction): Difference | null {
  if (mchid !== payment.mchid) return { kind: 'wrong_merchant', details: { expected: payment.mchid, got: mchid } };
  if (appid !== payment.appid) return { kind: 'wrong_appid', details: { expected: payment.appid, got: appid } };
  if (total !== payment.totalFen || currency !== 'CNY') return { kind: 'wrong_amount', details: { expected: payment.totalFen, got: total, currency } };
  if (payment.transactionId !== null && payment.transactionId !== transactionId) return { kind: 'other_transaction', details: { expected: payment.transactionId } };
  return null;
}

async function inTime(tx: Tx, brandId: number, { giftMoved }: SettleDeps, order: OrderRow, transaction: PaidTransaction, via: 'notice' | 'query'): Promise<Settled> {
  await moveOrder(tx, brandId, order, 'paid', via === 'notice' ? 'paid_by_notice' : 'paid_by_query', 'wechat_pay');
  await sellHeld(tx, brandId, order);
  const given = await ofGift(giftMoved, tx, brandId, order, 'paid', transaction.paidAt);
  await appendInTx(tx, brandId, [orderEvent('order.paid', order, transaction.paidAt, transaction.total), ...given]);
  return 'paid';
}

/**
 * The units went back when the order expired, and its coupon to the buyer; they are taken again if nobody else has them
 * and it is on no other order, else the money goes back.
 */
async function late(tx: Tx, brandId: number, { timers, log, giftMoved }: SettleDeps, order: OrderRow, transaction: PaidTransaction): Promise<Settled> {
  if (await sellReleased(tx, brandId, order, () => takeCoupon(tx, brandId, order))) {
    await moveOrder(tx, brandId, order, 'paid', 'late_money_honoured', 'wechat_pay');
    const given = await ofGift(giftMoved, tx, brandId, order, 'paid', transaction.paidAt);
    await appendInTx(tx, brandId, [orderEvent('order.paid', order, transaction.paidAt, transaction.total), ...given]);
    return 'paid';
  }
  await noteStep(tx, brandId, order.id, order.state, order.state, 'late_money_refused', 'wechat_pay');
  await raiseAlarm(tx, brandId, log, 'late_money', order.id, { transactionId: transaction.transactionId });
  await refundRest(tx, brandId, timers, order.id, { reason: LATE_MONEY, requestKey: LATE_MONEY }, 'wechat_pay');
  return 'refunding';
}

async function takeCoupon(tx: Tx, brandId: number, { id, couponId }: OrderRow): Promise<boolean> {
  if (couponId === null) return true;
  const taken = await tx.query(prepared(`update coupon set state = 'used', used_at = $3, order_id = $4 where brand_id = $1 and id = $2 and state <> 'used' returning 1`), [brandId, couponId, nowDate(), id]);
  return taken.length > 0;
}

/**
 * Somebody gave the money back in the merchant's console before we heard of it: WeChat Pay says that, and not how much
 * (mini-program-and-pay 11.5), so nothing is sold for it. Its bill has the sum the next morning.
 */
async function refundedElsewhere(tx: Tx, brandId: number, deps: SettleDeps, order: OrderRow, { transactionId, total }: PaidTransaction): Promise<Settled> {
  await raiseAlarm(tx, brandId, deps.log, 'refunded_elsewhere', order.id, { outTradeNo: order.number, transactionId, paid: total });
  if (order.state === 'awaiting_payment') await endUnpaid(tx, deps, brandId, order, 'refunded_elsewhere', 'wechat_pay');
  else await noteStep(tx, brandId, order.id, order.state, order.state, 'refunded_elsewhere', 'wechat_pay');
  return 'refunded_elsewhere';
}
