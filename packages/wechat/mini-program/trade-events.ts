import type { Fields } from '../xml-scan.ts';

/** The payment an event of the shipping service is about. */
interface OfOrder {
  transactionId: string;
  mchid: string;
  outTradeNo: string;
  paidAt: Date | null;
}

export type TradeEvent =
  | (OfOrder & { kind: 'shipped'; shippedAt: Date | null; estimatedSettlementAt: Date | null })
  | (OfOrder & { kind: 'settled'; shippedAt: Date | null; confirmedBy: 'time' | 'buyer' | null; confirmedAt: Date | null; settledAt: Date })
  /** Unshipped for more than 48 hours. */
  | (OfOrder & { kind: 'remind_shipping'; message: string })
  /** The account has orders and never uploaded shipping; about no order, daily. */
  | { kind: 'remind_access'; message: string };

const confirmations: ReadonlyMap<string, 'time' | 'buyer'> = new Map([['1', 'time'], ['2', 'buyer']]);

/** Events of the shipping service (mini-program-and-pay 10.1), as `scanXml` or `scanJson` gave them; null for every other event. */
export function readTradeEvent(push: Fields): TradeEvent | null {
  switch (push['Event']) {
    case 'trade_manage_order_settlement': {
      const settledAt = moment(push['settlement_time']);
      const common = { ...orderOf(push), shippedAt: moment(push['shipped_time']) };
      if (!settledAt) return { kind: 'shipped', ...common, estimatedSettlementAt: moment(push['estimated_settlement_time']) };
      return { kind: 'settled', ...common, confirmedBy: confirmations.get(plain(push['confirm_receive_method'])) ?? null, confirmedAt: moment(push['confirm_receive_time']), settledAt };
    }
    case 'trade_manage_remind_shipping':
      return { kind: 'remind_shipping', ...orderOf(push), message: plain(push['msg']) };
    case 'trade_manage_remind_access_api':
      return { kind: 'remind_access', message: plain(push['msg']) };
    default:
      return null;
  }
}

const plain = (value: Fields[string] | undefined): string => (typeof value === 'string' ? value : '');

/** Unix seconds; absent, empty and 0 are no time. */
function moment(value: Fields[string] | undefined): Date | null {
  const seconds = /^\d{1,12}$/.test(plain(value)) ? Number(value) : 0;
  return seconds > 0 ? new Date(seconds * 1000) : null;
}

const orderOf = (push: Fields): OfOrder => ({
  transactionId: plain(push['transaction_id']),
  mchid: plain(push['merchant_id']),
  outTradeNo: plain(push['merchant_trade_no']),
  paidAt: moment(push['pay_time']),
});
