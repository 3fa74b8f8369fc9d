import { nowDate } from '@qingniao/kernel';
import { type PaidTransaction, PayError, type Refund } from '@qingniao/wechat';
import type { PayOf, TakenRefund } from './port.ts';

export const MCHID = '1900000001';

interface HeldPayment {
  total: number;
  appid: string;
  closed: boolean;
  transaction: PaidTransaction | null;
  refunds: Map<string, TakenRefund>;
}

const refusalOf = (code: string): PayError => new PayError('/v3/refund', code === 'USER_ACCOUNT_ABNORMAL' ? 'user' : 'missing', 403, code, '', null, null);

/** WeChat Pay as far as the port goes: what is paid stays paid, what is closed cannot be paid, a number repeated does nothing twice. */
export function payPlatform() {
  const payments = new Map<string, HeldPayment>();
  const calls = { prepay: 0, query: 0, close: 0, refund: 0 };
  /** How the next refunds end. */
  const refundStates: Refund['state'][] = [];
  /** Codes the next refunds are refused with. */
  const refundRefusals: string[] = [];
  /** What payers read. */
  const refundReasons: string[] = [];
  let away = false;
  let silence: Promise<unknown> = Promise.resolve();
  const reach = <T>(work: () => T): Promise<T> => (away ? Promise.reject(new Error('WeChat Pay is away')) : silence.then(work));
  const payOf: PayOf = async () => ({
    merchantId: 'merchant', mchid: MCHID,
    prepay: ({ outTradeNo, total, appid }) => reach(() => {
      calls.prepay += 1;
      const known = payments.get(outTradeNo);
      if (known && (known.total !== total || known.appid !== appid)) throw new Error('the same number with other parameters');
      if (!known) payments.set(outTradeNo, { total, appid, closed: false, transaction: null, refunds: new Map() });
      return `prepay-${outTradeNo}`;
    }),
    parameters: (_appid, prepayId) => ({ timeStamp: '1', nonceStr: 'n', package: `prepay_id=${prepayId}`, signType: 'RSA', paySign: 's' }),
    query: (outTradeNo) => reach(() => {
      calls.query += 1;
      const payment = payments.get(outTradeNo);
      if (!payment) return null;
      return payment.transaction ?? { state: payment.closed ? 'CLOSED' : 'NOTPAY', appid: payment.appid, mchid: MCHID, outTradeNo, stateDescription: '', attach: null };
    }),
    close: (outTradeNo) => reach(() => {
      calls.close += 1;
      const payment = payments.get(outTradeNo);
      if (payment?.transaction) return 'paid';
      if (payment) payment.closed = true;
      return 'closed';
    }),
    refund: ({ outTradeNo, outRefundNo, refund, total, reason }) => reach(() => {
      calls.refund += 1;
      refundReasons.push(reason ?? '');
      const refusal = refundRefusals.shift();
      if (refusal) throw refusalOf(refusal);
      const payment = payments.get(outTradeNo)!;
      const known = payment.refunds.get(outRefundNo);
      if (known) return known;
      const made: TakenRefund = {
        refundId: `r-${outRefundNo}`, outRefundNo, outTradeNo, transactionId: payment.transaction!.transactionId, state: refundStates.shift() ?? 'SUCCESS', receivedBy: null,
        createdAt: nowDate(), finishedAt: nowDate(), total, refund, payerTotal: total, payerRefund: refund,
      };
      payment.refunds.set(outRefundNo, made);
      return made;
    }),
    queryRefund: (outRefundNo) => reach(() => {
      const found = [...payments.values()].flatMap(({ refunds }) => [...refunds.values()]).find((one) => one.outRefundNo === outRefundNo);
      if (!found) throw refusalOf('RESOURCE_NOT_EXISTS');
      return found;
    }),
  });
  return {
    payOf, payments, calls, refundStates, refundRefusals, refundReasons,
    goAway: (isAway: boolean) => {
      away = isAway;
    },
    /** It takes requests and answers none before. */
    keepSilent: (until: Promise<unknown>) => {
      silence = until;
    },
    /** The buyer pays; null when it is too late, unless it is `late`: WeChat Pay closed it and took the money all the same. The notice is the test's to bring. */
    pay(outTradeNo: string, late = false): PaidTransaction | null {
      const payment = payments.get(outTradeNo);
      if (!payment || payment.closed !== late) return null;
      return (payment.transaction ??= {
        state: 'SUCCESS', appid: payment.appid, mchid: MCHID, outTradeNo, stateDescription: '', attach: null, transactionId: `t-${outTradeNo}`, tradeType: 'JSAPI', bankType: null,
        paidAt: nowDate(), openid: null, total: payment.total, payerTotal: payment.total, currency: 'CNY', promotions: [],
      });
    },
  };
}
