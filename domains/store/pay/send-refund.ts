import { appendInTx } from '@qingniao/activity';
import { conflict, now, nowDate, type Text } from '@qingniao/kernel';
import { isPayError, type PayErrorKind, type Refund } from '@qingniao/wechat';
import { ofGift } from '../orders/gift-order.ts';
import { caseRefundEnded } from '../after-sale/decide.ts';
import { heldOf, take } from '../after-sale/held.ts';
import { orderEvent } from '../orders/order-event.ts';
import { lockOrder, noteStep, type OrderRow, readLines, readOrder } from '../orders/order-row.ts';
import { shipNoRest } from '../shipping/parcels.ts';
import { returnUnits, uncountRefunded } from '../stock/holds.ts';
import type { Tx } from '@qingniao/storage';
import { type Difference, raiseAlarm } from './alarms.ts';
import type { PayOf, TakenRefund } from './port.ts';
import { listRefunds, ownReasons, REFUND_TIMER, type RefundRow, type RefundState } from './request-refund.ts';
import type { SettleDeps } from './settle.ts';

export interface RefundDeps extends SettleDeps {
  payOf: PayOf;
}

/** Notices come within minutes; who hears nothing asks this often (milliseconds). What went wrong is put right by people. */
const ASK_AGAIN: Partial<Record<RefundState, number>> = { processing: 3_600_000, abnormal: 86_400_000 };

/** Kinds of refusals that the same request meets again tomorrow. */
const forGood: readonly PayErrorKind[] = ['user', 'state', 'request', 'missing'];

const inWords: Readonly<Record<string, Text>> = ownReasons;

/** Sends a requested refund, or asks what became of one under way. The number is the same each time, so a repetition pays nothing twice. */
export async function sendRefund(deps: RefundDeps, brandId: number, refundId: string): Promise<void> {
  const db = deps.database.forBrand(brandId);
  const [known] = await db.query<{ orderId: string }>('select order_id as "orderId" from refund where brand_id = $1 and id = $2', [brandId, refundId]);
  if (!known) return;
  const refund = (await listRefunds(db, brandId, known.orderId)).find(({ id }) => id === refundId)!;
  if (isEnded(refund.state) || refund.refusal !== null) return;
  if (refund.fen === 0) return settleNothing(deps, brandId, refund);
  const order = await readOrder(db, brandId, refund.orderId);
  const [payment] = await db.query<{ merchantId: string; totalFen: number }>('select merchant_id as "merchantId", total_fen as "totalFen" from payment where brand_id = $1 and order_id = $2', [brandId, order.id]);
  const port = await deps.payOf(brandId, payment!.merchantId);
  try {
    const answer = refund.state === 'requested'
      ? await port.refund({ outTradeNo: order.number, outRefundNo: refund.id, refund: refund.fen, total: payment!.totalFen, reason: inWords[refund.reason]?.[order.language] ?? refund.reason })
      : await port.queryRefund(refund.id);
    await settleRefund(deps, brandId, port.mchid, answer);
  } catch (error) {
    if (isPayError(error) && !error.retryable) await raiseAlarm(db, brandId, deps.log, 'refund_failed', order.id, { refundId, code: error.code ?? '' });
    if (!isPayError(error) || refund.state !== 'requested' || !forGood.includes(error.kind)) throw error;
    await db.query(`update refund set refusal = $3 where brand_id = $1 and id = $2 and state = 'requested'`, [brandId, refundId, error.code ?? String(error.status)]);
  }
}

/** What nothing was paid for: WeChat Pay moves no sum of nothing, and the rest is as with any other. */
const settleNothing = ({ database, timers, giftMoved }: RefundDeps, brandId: number, { id, orderId }: RefundRow): Promise<void> =>
  database.forBrand(brandId).tx(async (tx) => {
    const order = (await lockOrder(tx, brandId, { id: orderId }))!;
    const refund = (await listRefunds(tx, brandId, orderId)).find((one) => one.id === id)!;
    if (isEnded(refund.state)) return;
    const at = nowDate();
    await tx.query(`update refund set state = 'succeeded', ended_at = $3 where brand_id = $1 and id = $2`, [brandId, id, at]);
    await moneyBack(tx, brandId, { timers, giftMoved }, order, refund, at);
    await caseRefundEnded(tx, brandId, timers, order, refund, 'succeeded');
  });

const isEnded = (state: RefundState): state is 'succeeded' | 'closed' => state === 'succeeded' || state === 'closed';
const states: Record<Refund['state'], RefundState> = { SUCCESS: 'succeeded', CLOSED: 'closed', PROCESSING: 'processing', ABNORMAL: 'abnormal' };

/**
 * What WeChat Pay says to a merchant about a refund, whether as an answer, a notice or when asked; the second who tells
 * it finds it done. @throws Problem pay_mismatch (409): recorded and alarmed
 */
export async function settleRefund({ database, timers, log, giftMoved }: SettleDeps, brandId: number, mchid: string, answer: Refund | TakenRefund, notice: string | null = null): Promise<'settled' | 'replayed'> {
  const told = await database.forBrand(brandId).tx(async (tx) => {
    const order = await lockOrder(tx, brandId, { number: answer.outTradeNo });
    const refund = order && (await listRefunds(tx, brandId, order.id)).find(({ id }) => id === answer.outRefundNo);
    const difference = order && refund ? await refundDiffers(tx, brandId, refund, mchid, answer) : { kind: 'unknown_order' as const, details: { got: answer.refund } };
    if (!order || !refund || difference) {
      const { kind, details } = difference!;
      await raiseAlarm(tx, brandId, log, kind, order?.id ?? null, { outTradeNo: answer.outTradeNo, outRefundNo: answer.outRefundNo, ...details });
      return 'wrong';
    }
    if (notice !== null) {
      if (refund.notices.includes(notice)) {
        await raiseAlarm(tx, brandId, log, 'replayed', order.id, { outTradeNo: order.number, outRefundNo: refund.id });
        return 'replayed';
      }
      await tx.query('update refund set notices = $3 where brand_id = $1 and id = $2', [brandId, refund.id, [...refund.notices, notice]]);
    }
    const state = states[answer.state];
    if (refund.endedBy !== null && state === 'succeeded') await raiseAlarm(tx, brandId, log, 'refunded_after_all', order.id, { refundId: refund.id });
    if (isEnded(refund.state)) return 'settled';
    await tx.query('update refund set state = $3, ended_at = $4, refusal = null, taken_at = coalesce(taken_at, $5) where brand_id = $1 and id = $2', [
      brandId, refund.id, state, isEnded(state) ? (answer.finishedAt ?? nowDate()) : null, 'createdAt' in answer ? answer.createdAt : null,
    ]);
    const askAgain = ASK_AGAIN[state];
    if (askAgain !== undefined) await timers.set(tx, { brandId, name: REFUND_TIMER, key: refund.id, dueAt: new Date(now() + askAgain), payload: null });
    if (state === 'closed' || state === 'abnormal') await raiseAlarm(tx, brandId, log, 'refund_failed', order.id, { refundId: refund.id, state });
    if (state === 'succeeded') await moneyBack(tx, brandId, { timers, giftMoved }, order, refund, answer.finishedAt ?? nowDate());
    if (isEnded(state)) await caseRefundEnded(tx, brandId, timers, order, refund, state);
    return 'settled';
  });
  if (told !== 'wrong') return told;
  throw conflict('pay_mismatch', { zh: '退款信息与订单不符，已记录并告警。', en: 'This refund does not fit the order; it was recorded and raised as an alarm.' });
}

async function refundDiffers(tx: Tx, brandId: number, refund: RefundRow, mchid: string, answer: Refund): Promise<Difference | null> {
  const [payment] = await tx.query<{ mchid: string }>('select mchid from payment where brand_id = $1 and order_id = $2', [brandId, refund.orderId]);
  if (payment?.mchid !== mchid) return { kind: 'wrong_merchant', details: { expected: payment?.mchid ?? '', got: mchid } };
  if (refund.fen !== answer.refund) return { kind: 'wrong_amount', details: { expected: refund.fen, got: answer.refund } };
  return null;
}

/** The order must be locked. */
export async function moneyBack(tx: Tx, brandId: number, { timers, giftMoved }: Pick<SettleDeps, 'timers' | 'giftMoved'>, order: OrderRow, refund: RefundRow, at: Date): Promise<void> {
  const refundedFen = order.refundedFen + refund.fen;
  const whole = refund.fen > 0 && refundedFen === order.paidFen;
  await tx.query('update shop_order set refunded_fen = $3 where brand_id = $1 and id = $2', [brandId, order.id, refundedFen]);
  await noteStep(tx, brandId, order.id, order.state, order.state, whole ? 'refunded' : 'part_refunded', refund.requestedBy);
  await returnUnits(tx, brandId, order, refund.id, await goodsBack(tx, brandId, order, refund), refund.requestedBy);
  // Money that came too late was never a purchase.
  if (order.state !== 'paid') return;
  await uncountRefunded(tx, brandId, order, refund.id);
  await shipNoRest(tx, brandId, timers, order, refund.requestedBy);
  const given = whole ? await ofGift(giftMoved, tx, brandId, order, 'refunded', at) : [];
  await appendInTx(tx, brandId, [orderEvent(whole ? 'order.refunded' : 'order.part_refunded', order, at, refund.fen, refund.id), ...given]);
}

/** By SKU: what goes back on sale; of what had left, the variant its buyer has since an exchange. */
async function goodsBack(tx: Tx, brandId: number, order: OrderRow, { id, lines }: RefundRow): Promise<Map<string, number>> {
  const units = new Map<string, number>();
  const add = (skuId: string, some: number) => units.set(skuId, (units.get(skuId) ?? 0) + some);
  const held = lines.some(({ restock }) => restock > 0) ? await heldOf(tx, brandId, order.id, id) : null;
  const bought = new Map((await readLines(tx, brandId, order.id)).map(({ position, skuId }) => [position, skuId]));
  for (const { position, units: all, hadLeft, restock } of lines) {
    const unsent = Math.min(restock, all - hadLeft);
    add(bought.get(position)!, unsent);
    for (const { skuId, units: some } of held === null ? [] : take(held.get(position)!, restock - unsent)) add(skuId, some);
  }
  return units;
}
