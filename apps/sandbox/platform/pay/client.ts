import { type Platform, now } from '../platform.ts';
import { plan } from '../time/agenda.ts';
import { isSignedBy, keyOf, lines } from './crypto.ts';
import { announce } from './notices.ts';
import { describeOrder, newNumber, stateOf } from './orders.ts';
import type { Order, PaidOrder } from './state.ts';

/** What the page hands to wx.requestPayment (mini-program 11.4). */
export interface PaymentRequest {
  timeStamp: unknown;
  nonceStr: unknown;
  package: unknown;
  signType: unknown;
  paySign: unknown;
}
/** What the person does when the sheet opens. */
export type Outcome = 'pay' | 'cancel' | 'noBalance';
export interface PaymentAnswer {
  errMsg: string;
  /** What the person reads when it fails; the page gets to see only errMsg. */
  reason?: string;
}

const failed = (reason: string): PaymentAnswer => ({ errMsg: 'requestPayment:fail', reason });
const REMINDED_AFTER = 48 * 3_600_000;
const BANKS = ['OTHERS', 'CMB_DEBIT', 'ICBC_CREDIT', 'CCB_DEBIT'];

/** The order behind a payment request, or what the client says in place of opening the sheet. */
function readPayment(platform: Platform, appid: string, openid: string, payment: PaymentRequest, at: number): Order | PaymentAnswer {
  const { timeStamp, nonceStr, package: parcel, signType, paySign } = payment;
  if (typeof timeStamp !== 'string' || !/^\d{1,32}$/.test(timeStamp)) return { errMsg: 'requestPayment:fail parameter error: parameter.timeStamp should be String of seconds' };
  if (typeof nonceStr !== 'string' || typeof parcel !== 'string' || typeof paySign !== 'string') return { errMsg: 'requestPayment:fail parameter error' };
  const order = parcel.startsWith('prepay_id=') ? platform.state.pay.byPrepayId.get(parcel.slice(10)) : undefined;
  const merchant = order && platform.state.pay.merchants.get(order.mchid);
  if (!order || !merchant || order.appid !== appid) return failed('支付场景非法');
  if (signType !== 'RSA' || !isSignedBy(lines(appid, timeStamp, nonceStr, parcel), paySign, keyOf(merchant.settings.publicKey))) return failed('支付验证签名失败');
  if (order.openid !== openid) return failed('下单账号与支付账号不一致，请核实后再支付');
  if (order.paidAt !== null) return failed('该订单已支付');
  if (stateOf(order, at) === 'CLOSED') return failed('该订单已关闭');
  return order.prepayUntil <= at ? failed('支付会话已过期，请重新发起支付') : order;
}

/** wx.requestPayment: checks as the client does, takes the money, and has the merchant told. `told` resolves when the first notice was answered. */
export async function requestPayment(platform: Platform, appid: string, openid: string, payment: PaymentRequest, outcome: Outcome): Promise<PaymentAnswer & { told: Promise<void> }> {
  const at = now(platform);
  const read = readPayment(platform, appid, openid, payment, at);
  const told = Promise.resolve();
  if ('errMsg' in read) return { ...read, told };
  if (outcome === 'cancel') return { errMsg: 'requestPayment:fail cancel', told };
  if (outcome === 'noBalance') return { ...failed('零钱余额不足'), told };
  return takeMoney(platform, read, at);
}

async function takeMoney(platform: Platform, order: Order, at: number): Promise<PaymentAnswer & { told: Promise<void> }> {
  const { pay } = platform.state;
  const merchant = pay.merchants.get(order.mchid)!;
  const paid: PaidOrder = Object.assign(order, { paidAt: at, transactionId: newNumber(pay, '4200', at), bankType: BANKS[pay.sequence % BANKS.length]! });
  pay.byTransactionId.set(paid.transactionId, paid);
  platform.changes++;
  platform.ledger.write({ at, appid: paid.appid, type: 'pay', openid: paid.openid, source: paid.mchid, outTradeNo: paid.outTradeNo, total: paid.total });
  plan(platform.state.agenda, at + REMINDED_AFTER, { job: { kind: 'shippingReminder', appid: paid.appid, transactionId: paid.transactionId } });
  const early = (merchant.nextPlans[0] ?? merchant.settings.notice)?.early === true;
  const told = announce(platform, merchant, {
    event: 'TRANSACTION.SUCCESS', originalType: 'transaction', summary: '支付成功', outTradeNo: paid.outTradeNo, outRefundNo: null, url: paid.notifyUrl,
    resource: JSON.stringify(describeOrder(paid, at)),
  }, at);
  if (early) await told;
  return { errMsg: 'requestPayment:ok', told };
}
