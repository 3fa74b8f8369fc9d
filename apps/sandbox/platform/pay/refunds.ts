import type { Platform } from '../platform.ts';
import { plan } from '../time/agenda.ts';
import { keyOf, openField } from './crypto.ts';
import type { PayApi, PayCall } from './define.ts';
import { badField, refuse } from './error.ts';
import { announce } from './notices.ts';
import { isPaid, newNumber, orderNamed, rfc3339 } from './orders.ts';
import { listedCertificates } from './platform-keys.ts';
import { fen, neededText, notifyUrl, object, text, yuan } from './read.ts';
import type { Merchant, PaidOrder, Refund } from './state.ts';

const MOST_REFUNDS = 50;
const YEAR = 366 * 86_400_000;
const ACCOUNT = '支付用户零钱';

const counted = ({ status }: Refund): boolean => status !== 'CLOSED';
export const refundedSoFar = (order: PaidOrder): number => order.refunds.filter(counted).reduce((sum, refund) => sum + refund.amount, 0);

/** Create and query answer the same; money the platform moves itself is all of cash. */
function describe(order: PaidOrder, refund: Refund): Record<string, unknown> {
  return {
    refund_id: refund.refundId, out_refund_no: refund.outRefundNo, transaction_id: order.transactionId, out_trade_no: order.outTradeNo,
    channel: 'ORIGINAL', user_received_account: ACCOUNT, create_time: rfc3339(refund.createdAt),
    ...(refund.status === 'SUCCESS' && { success_time: rfc3339(refund.finishedAt!) }),
    status: refund.status, funds_account: 'AVAILABLE',
    amount: {
      total: order.total, refund: refund.amount, from: [], payer_total: order.total, payer_refund: refund.amount,
      settlement_total: order.total, settlement_refund: refund.amount, discount_refund: 0, currency: 'CNY', refund_fee: 0,
    },
    promotion_detail: [],
  };
}

function orderOf({ platform, merchant, body }: PayCall): PaidOrder {
  const transactionId = text(body, 'transaction_id', 32);
  if (!transactionId) {
    const order = orderNamed(merchant, neededText(body, 'out_trade_no', 32));
    return isPaid(order) ? order : refuse(400, 'INVALID_REQUEST', '订单未支付，不能退款');
  }
  const order = platform.state.pay.byTransactionId.get(transactionId);
  return order?.mchid === merchant.settings.mchid ? order : refuse(404, 'RESOURCE_NOT_EXISTS', '订单不存在', 268512771);
}

/** Parts that sum to the order at most, fifty of them, within a year; the same number has to say the same (mini-program 12). */
function create(call: PayCall): Record<string, unknown> {
  const { platform, merchant, body, now } = call;
  const order = orderOf(call);
  const outRefundNo = neededText(body, 'out_refund_no', 64);
  if (!/^[0-9a-zA-Z_\-*|@]+$/.test(outRefundNo)) badField('/out_refund_no', outRefundNo, 'out_refund_no 只能是字母、数字或 _-*|@');
  const asked = object(body, 'amount');
  yuan(asked, '/amount');
  const [amount, total] = [fen(asked, 'refund', '/amount'), fen(asked, 'total', '/amount')];
  const reason = text(body, 'reason', 80);
  const held = merchant.refunds.get(outRefundNo);
  if (held) {
    if (held.order !== order || held.refund.amount !== amount) refuse(400, 'INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试', 268498688);
    return describe(order, held.refund);
  }
  if (total !== order.total) refuse(400, 'INVALID_REQUEST', '订单金额与原订单不一致');
  if (now - order.paidAt > YEAR) refuse(400, 'INVALID_REQUEST', '订单已超过可退款的最大期限');
  if (order.refunds.filter(counted).length >= MOST_REFUNDS) refuse(400, 'INVALID_REQUEST', '退款次数超过限制');
  if (refundedSoFar(order) + amount > order.total) refuse(400, 'INVALID_REQUEST', '退款金额大于订单可退金额');
  const refund: Refund = {
    refundId: newNumber(platform.state.pay, '5030', now), outRefundNo, amount, reason,
    notifyUrl: body['notify_url'] === undefined ? null : notifyUrl(body), createdAt: now, finishedAt: null, status: 'PROCESSING',
  };
  order.refunds.push(refund);
  merchant.refunds.set(outRefundNo, { refund, order });
  planEnd(platform, merchant, refund, now);
  platform.ledger.write({ at: now, appid: order.appid, type: 'refund', openid: order.openid, source: order.mchid, outTradeNo: order.outTradeNo, outRefundNo, amount });
  return describe(order, refund);
}

function planEnd(platform: Platform, { settings }: Merchant, { outRefundNo }: Refund, now: number): void {
  plan(platform.state.agenda, now + settings.refundSeconds * 1000, { job: { kind: 'refundFinish', mchid: settings.mchid, outRefundNo } });
  platform.wake();
}

/** The bank has answered: the money has arrived, or cannot, or the refund was taken back. */
export function finishRefund(platform: Platform, mchid: string, outRefundNo: string, at: number): void {
  const merchant = platform.state.pay.merchants.get(mchid);
  const held = merchant?.refunds.get(outRefundNo);
  if (!merchant || held?.refund.status !== 'PROCESSING') return;
  const { refund, order } = held;
  Object.assign(refund, { status: merchant.nextRefunds.shift() ?? 'SUCCESS', finishedAt: at });
  if (!refund.notifyUrl) return;
  void announce(platform, merchant, {
    event: `REFUND.${refund.status}`, originalType: 'refund', summary: SUMMARIES[refund.status] ?? '', outTradeNo: order.outTradeNo, outRefundNo, url: refund.notifyUrl,
    resource: JSON.stringify({
      mchid, transaction_id: order.transactionId, out_trade_no: order.outTradeNo, refund_id: refund.refundId, out_refund_no: outRefundNo,
      refund_status: refund.status, ...(refund.status === 'SUCCESS' && { success_time: rfc3339(at) }), user_received_account: ACCOUNT,
      amount: { total: order.total, refund: refund.amount, payer_total: order.total, payer_refund: refund.amount },
    }),
  }, at);
}
const SUMMARIES: Readonly<Record<string, string>> = { SUCCESS: '退款成功', ABNORMAL: '退款异常', CLOSED: '退款关闭' };

/** Sends an abnormal refund to another account; name and account come encrypted for the platform. */
function applyAbnormal(call: PayCall): Record<string, unknown> {
  const { platform, merchant, params, body, now } = call;
  const held = merchant.refunds.get(neededText(body, 'out_refund_no', 64));
  if (!held || held.refund.refundId !== params['refund_id']) return refuse(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
  if (held.refund.status !== 'ABNORMAL') refuse(400, 'INVALID_REQUEST', '退款单状态不是退款异常');
  const type = neededText(body, 'type', 32);
  if (type !== 'USER_BANK_CARD' && type !== 'MERCHANT_BANK_CARD') badField('/type', type, 'type 不正确');
  if (type === 'USER_BANK_CARD') for (const field of ['bank_account', 'real_name']) if (!opened(call, body[field])) badField(`/${field}`, null, '敏感信息解密失败');
  held.refund.status = 'PROCESSING';
  planEnd(platform, merchant, held.refund, now);
  return describe(held.order, held.refund);
}

function opened({ platform: { state: { pay } }, now }: PayCall, value: unknown): boolean {
  const keys = [pay.publicKey!.privateKey, ...listedCertificates(pay, now).map(({ privateKey }) => privateKey)];
  return typeof value === 'string' && keys.some((pem) => openField(value, keyOf(pem)) !== null);
}

export const refundApis: readonly PayApi[] = [
  { method: 'POST', path: '/v3/refund/domestic/refunds', handle: create },
  {
    method: 'GET', path: '/v3/refund/domestic/refunds/:out_refund_no',
    handle({ merchant, params }) {
      const held = merchant.refunds.get(params['out_refund_no'] ?? '') ?? refuse(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
      return describe(held.order, held.refund);
    },
  },
  { method: 'POST', path: '/v3/refund/domestic/refunds/:refund_id/apply-abnormal-refund', handle: applyAbnormal },
];
