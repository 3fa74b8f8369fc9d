import { type Shape, ShapeError, fenOf, fenOrZero, momentOf, momentOrNull, oneOf, shape, textOf, textOrNull } from './shape.ts';
import type { PaidTransaction, Promotion, Refund, RefundRecord, RefundState, Transaction } from './types.ts';

const paid = ['SUCCESS', 'REFUND'] as const;
const unpaid = ['NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR'] as const;
const refundStates: readonly RefundState[] = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'];

export const isPaid = (transaction: Transaction): transaction is PaidTransaction => (paid as readonly string[]).includes(transaction.state);

/**
 * A transaction of a query or a notice: both carry the same fields (11.5). Strict about identity, state and money,
 * patient about the rest. Throws ShapeError.
 */
export function readTransaction(value: unknown): Transaction {
  const given = shape(value, 'transaction');
  const state = oneOf(given, 'trade_state', [...paid, ...unpaid]);
  const common = {
    appid: textOf(given, 'appid'),
    mchid: textOf(given, 'mchid'),
    outTradeNo: textOf(given, 'out_trade_no'),
    stateDescription: textOrNull(given, 'trade_state_desc') ?? state,
    attach: textOrNull(given, 'attach'),
  };
  if (state !== 'SUCCESS' && state !== 'REFUND') return { ...common, state };
  const amount = shape(given['amount'], 'amount');
  const total = fenOf(amount, 'total');
  if (total < 1) throw new ShapeError('total is nothing');
  return {
    ...common,
    state,
    transactionId: textOf(given, 'transaction_id'),
    tradeType: textOrNull(given, 'trade_type'),
    bankType: textOrNull(given, 'bank_type'),
    paidAt: momentOf(given, 'success_time'),
    openid: textOrNull(shape(given['payer'] ?? {}, 'payer'), 'openid'),
    total,
    payerTotal: fenOf(amount, 'payer_total'),
    currency: textOrNull(amount, 'currency') ?? 'CNY',
    promotions: listOf(given, 'promotion_detail').map(readPromotion),
  };
}

function readPromotion(given: Shape): Promotion {
  return {
    couponId: textOf(given, 'coupon_id'),
    name: textOrNull(given, 'name') ?? '',
    scope: given['scope'] === undefined ? null : oneOf(given, 'scope', ['GLOBAL', 'SINGLE']),
    type: given['type'] === undefined ? null : oneOf(given, 'type', ['CASH', 'NOCASH']),
    amount: fenOf(given, 'amount'),
    stockId: textOrNull(given, 'stock_id'),
    wechatpayContribute: fenOrZero(given, 'wechatpay_contribute'),
    merchantContribute: fenOrZero(given, 'merchant_contribute'),
    otherContribute: fenOrZero(given, 'other_contribute'),
  };
}

function listOf(from: Shape, name: string): Shape[] {
  const given = from[name] ?? [];
  if (!Array.isArray(given)) throw new ShapeError(`${name} is not a list`);
  return given.map((item) => shape(item, name));
}

/** A refund of an answer (`status`) or a notice (`refund_status`) (12). Throws ShapeError. */
export function readRefund(given: Shape, stateField: 'status' | 'refund_status'): Refund {
  const amount = shape(given['amount'], 'amount');
  return {
    refundId: textOf(given, 'refund_id'),
    outRefundNo: textOf(given, 'out_refund_no'),
    transactionId: textOf(given, 'transaction_id'),
    outTradeNo: textOf(given, 'out_trade_no'),
    state: oneOf(given, stateField, refundStates),
    receivedBy: textOrNull(given, 'user_received_account'),
    finishedAt: momentOrNull(given, 'success_time'),
    total: fenOf(amount, 'total'),
    refund: fenOf(amount, 'refund'),
    payerTotal: fenOf(amount, 'payer_total'),
    payerRefund: fenOf(amount, 'payer_refund'),
  };
}

export function readRefundRecord(value: unknown): RefundRecord {
  const given = shape(value, 'refund');
  const amount = shape(given['amount'], 'amount');
  return {
    ...readRefund(given, 'status'),
    channel: textOrNull(given, 'channel'),
    fundsAccount: textOrNull(given, 'funds_account'),
    createdAt: momentOf(given, 'create_time'),
    settlementRefund: fenOrZero(amount, 'settlement_refund'),
    discountRefund: fenOrZero(amount, 'discount_refund'),
  };
}
