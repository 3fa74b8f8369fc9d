import { createHash, randomBytes } from 'node:crypto';
import { beijingDay, dayText } from '../time/clock.ts';
import { refuse } from './error.ts';
import type { Merchant, Order, PaidOrder, PayState } from './state.ts';

export type TradeState = 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED';

/** A prepay_id is good for two hours, whatever the order's own end. */
export const PREPAY_LIFE = 7_200_000;

export function stateOf(order: Order, now: number): TradeState {
  if (order.paidAt !== null) return order.refunds.some(({ status }) => status !== 'CLOSED') ? 'REFUND' : 'SUCCESS';
  return order.closedAt !== null || order.expiresAt <= now ? 'CLOSED' : 'NOTPAY';
}

export const isPaid = (order: Order): order is PaidOrder => order.paidAt !== null;

const BEIJING = 8 * 3_600_000;
/** `2026-03-10T12:00:00+08:00`: all times of Pay look like this. */
export const rfc3339 = (at: number): string => `${new Date(at + BEIJING).toISOString().slice(0, 19)}+08:00`;
/** Milliseconds, or NaN for anything that is no RFC 3339 time with a zone. */
export const readTime = (text: string): number =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;

/** `wx`, the time to the second, and random digits: 36 characters. */
export const newPrepayId = (now: number): string =>
  `wx${new Date(now + BEIJING).toISOString().replace(/\D/g, '').slice(6, 14)}${randomBytes(13).toString('hex')}`;

/** 28 digits that begin with 4200 (transactions) or 5030 (refunds) and hold the day. */
export function newNumber(pay: PayState, prefix: '4200' | '5030', now: number): string {
  pay.sequence++;
  return `${prefix}00${randomBytes(2).readUInt16BE() % 9000 + 1000}${dayText(beijingDay(now)).replaceAll('-', '')}${String(pay.sequence).padStart(10, '0')}`;
}

/** Of what a request asks for, whatever the order of its fields. */
export function fingerprintOf(body: unknown): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]));
  };
  return createHash('sha1').update(JSON.stringify(sorted(body))).digest('base64url');
}

/** What an order query answers, and what a notice holds (mini-program 11.5). */
export function describeOrder(order: Order, now: number): Record<string, unknown> {
  const state = stateOf(order, now);
  const common = { appid: order.appid, mchid: order.mchid, out_trade_no: order.outTradeNo, attach: order.attach, trade_state: state, trade_state_desc: DESCRIPTIONS[state] };
  if (!isPaid(order)) return { ...common, promotion_detail: [] };
  return {
    ...common, transaction_id: order.transactionId, trade_type: 'JSAPI', bank_type: order.bankType, success_time: rfc3339(order.paidAt),
    payer: { openid: order.openid },
    amount: { total: order.total, payer_total: order.total, currency: 'CNY', payer_currency: 'CNY' },
    ...(order.deviceId && { scene_info: { device_id: order.deviceId } }),
    promotion_detail: [],
  };
}
const DESCRIPTIONS: Readonly<Record<TradeState, string>> = { SUCCESS: '支付成功', REFUND: '转入退款', NOTPAY: '订单未支付', CLOSED: '订单已关闭' };

/** A paid order by WeChat's number, or by merchant and the merchant's number. */
export function paidOrder(pay: PayState, { transactionId, mchid, outTradeNo }: { transactionId?: string | undefined; mchid?: string | undefined; outTradeNo?: string | undefined }): PaidOrder | null {
  if (transactionId) return pay.byTransactionId.get(transactionId) ?? null;
  const order = pay.merchants.get(mchid ?? '')?.orders.get(outTradeNo ?? '');
  return order && isPaid(order) ? order : null;
}

export const orderNamed = (merchant: Merchant, outTradeNo: string): Order => merchant.orders.get(outTradeNo) ?? refuse(404, 'ORDER_NOT_EXIST', '订单不存在', 268512771);
