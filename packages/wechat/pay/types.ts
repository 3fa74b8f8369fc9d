import type { Fen } from '@qingniao/kernel';

/** What `POST /v3/pay/transactions/jsapi` is asked for (mini-program-and-pay 11.4). */
export interface NewPayment {
  /** Of the mini program (or service account) the payer's openid belongs to; bound to the merchant. */
  appid: string;
  openid: string;
  /** 6 to 32 of `0-9a-zA-Z_-*|@`, never used before by this merchant. */
  outTradeNo: string;
  /** What the payer reads on the bill; at most 127 characters. */
  description: string;
  total: Fen;
  /** Public, without a query string. */
  notifyUrl: string;
  /** 1 minute to 7 days ahead; the platform's own limit is 7 days. */
  expiresAt?: Date;
  /** Comes back in queries and notices; at most 128 characters. */
  attach?: string;
  goodsTag?: string;
  /** Offers the payer a fapiao. */
  offersFapiao?: boolean;
  /** The payer's address, for the platform's risk check. */
  payerIp?: string;
  /** Without it the money can never be split later (13). */
  profitSharing?: boolean;
  goods?: readonly PaidGoods[];
}

export interface PaidGoods {
  merchantGoodsId: string;
  name?: string;
  quantity: number;
  unitPrice: Fen;
}

/** The argument of `wx.requestPayment`, ready to send to the client. */
export interface PaymentParameters {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
}

interface TransactionBase {
  appid: string;
  mchid: string;
  outTradeNo: string;
  /** The platform's words for the state, Chinese. */
  stateDescription: string;
  attach: string | null;
}

/** Money has been taken. `REFUND` says that a refund was made, not that everything went back (11.5). */
export interface PaidTransaction extends TransactionBase {
  state: 'SUCCESS' | 'REFUND';
  transactionId: string;
  /** JSAPI, NATIVE, APP, MICROPAY, MWEB, FACEPAY. */
  tradeType: string | null;
  bankType: string | null;
  paidAt: Date;
  openid: string | null;
  /** What was asked for: the order's amount. */
  total: Fen;
  /** What the payer's account was charged: the total less WeChat's own coupons. */
  payerTotal: Fen;
  currency: string;
  promotions: Promotion[];
}

/** No money has been taken. */
export interface UnpaidTransaction extends TransactionBase {
  state: 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR';
}

export type Transaction = PaidTransaction | UnpaidTransaction;

/** A coupon of WeChat Pay that took part in a payment; amounts in fen. */
export interface Promotion {
  couponId: string;
  name: string;
  scope: 'GLOBAL' | 'SINGLE' | null;
  type: 'CASH' | 'NOCASH' | null;
  amount: Fen;
  stockId: string | null;
  wechatpayContribute: Fen;
  merchantContribute: Fen;
  otherContribute: Fen;
}

/** What a refund is asked for (12). The same `outRefundNo` must always repeat the same amounts. */
export interface NewRefund {
  /** Either number names the payment. */
  payment: { transactionId: string } | { outTradeNo: string };
  /** At most 64 characters, one for each refund ever asked for. */
  outRefundNo: string;
  refund: Fen;
  /** The total of the payment, not of the refunds. */
  total: Fen;
  /** The payer reads it; at most 80 characters. */
  reason?: string;
  notifyUrl?: string;
  /** `AVAILABLE` takes the money from the balance instead of unsettled income. */
  fundsAccount?: 'AVAILABLE';
}

/** `ABNORMAL`: the money cannot go back the way it came; a person has to choose another (`refunds.redirect`). */
export type RefundState = 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';

export interface Refund {
  refundId: string;
  outRefundNo: string;
  transactionId: string;
  outTradeNo: string;
  state: RefundState;
  /** Where the money went, in the platform's words: 支付用户零钱, 招商银行信用卡0403. */
  receivedBy: string | null;
  finishedAt: Date | null;
  /** Of the payment. */
  total: Fen;
  refund: Fen;
  payerTotal: Fen;
  /** What the payer gets back: the refund less WeChat's own coupons. */
  payerRefund: Fen;
}

/** A refund as asked about; notices carry only what `Refund` has. */
export interface RefundRecord extends Refund {
  /** ORIGINAL, BALANCE, OTHER_BALANCE, OTHER_BANKCARD. */
  channel: string | null;
  /** UNSETTLED, AVAILABLE, UNAVAILABLE, OPERATION, BASIC. */
  fundsAccount: string | null;
  createdAt: Date;
  settlementRefund: Fen;
  discountRefund: Fen;
}

/** An abnormal refund sent elsewhere (12). Name and account are encrypted before they leave. */
export interface RefundRedirect {
  refundId: string;
  outRefundNo: string;
  to:
    | { type: 'USER_BANK_CARD'; bankType: string; bankAccount: string; realName: string }
    | { type: 'MERCHANT_BANK_CARD' };
}

/** A verified and decrypted notice. `dedupeKey` is the same for every repetition of the same fact. */
export type PayNotice = NoticeEnvelope & (
  | { kind: 'payment'; transaction: PaidTransaction }
  | { kind: 'refund'; mchid: string; refund: Refund }
  /** Genuine, and about something else (profit sharing, transfers, coupons): answer it with success. */
  | { kind: 'other'; resource: Readonly<Record<string, unknown>> }
);

export interface NoticeEnvelope {
  /** The platform's id of this notice. */
  id: string;
  createdAt: Date;
  /** TRANSACTION.SUCCESS, REFUND.SUCCESS, REFUND.ABNORMAL, REFUND.CLOSED, … */
  eventType: string;
  originalType: string | null;
  dedupeKey: string;
}

/** Why a notice is refused. */
export type NoticeRefusal =
  | 'probe' // the platform tries whether we check signatures: everyday life, refuse and do not alarm
  | 'headers' // a header is missing, doubled or of an unknown signature type
  | 'timestamp' // more than 300 s from our clock: replayed, or one of the clocks is wrong
  | 'serial' // signed with a key we do not have: certificates may have to be fetched
  | 'signature' // does not hold: forged or altered
  | 'body' // not the envelope of the contract
  | 'decrypt' // the APIv3 key does not open it: the wrong key is configured
  | 'resource'; // decrypted, and its fields are not those of the contract

export type NoticeReading =
  | { ok: true; notice: PayNotice }
  | { ok: false; refusal: NoticeRefusal; /** For the log; holds no content. */ detail: string; /** What the notice is answered with. */ httpStatus: 400 | 401 };

/** One line of the trade bill (12): a payment, or a refund beside the payment it belongs to. Amounts in fen. */
export interface TradeBillRow {
  at: Date;
  appid: string;
  mchid: string;
  transactionId: string;
  outTradeNo: string;
  openid: string;
  tradeType: string;
  /** SUCCESS, REFUND or REVOKED. */
  state: string;
  bankType: string;
  currency: string;
  /** 应结订单金额 */
  settlementTotal: Fen;
  /** 代金券金额 */
  coupon: Fen;
  refundId: string | null;
  outRefundNo: string | null;
  /** 退款金额 */
  refund: Fen;
  /** 充值券退款金额 */
  couponRefund: Fen;
  refundType: string | null;
  refundState: string | null;
  goods: string;
  attach: string | null;
  fee: Fen;
  /** As printed: `0.60%`. */
  feeRate: string;
  /** 订单金额 */
  total: Fen;
  /** 申请退款金额 */
  refundRequested: Fen;
}

export interface TradeBill {
  rows: TradeBillRow[];
  totals: { count: number; settlementTotal: Fen; refund: Fen; couponRefund: Fen; fee: Fen; total: Fen; refundRequested: Fen };
}

/** One movement of the merchant's account. Amounts in fen. */
export interface FundFlowRow {
  at: Date;
  /** 微信支付业务单号: transaction_id or refund_id. */
  businessId: string;
  /** 资金流水单号 */
  flowId: string;
  /** 交易, 退款, 手续费, 提现, … */
  name: string;
  type: string;
  direction: 'in' | 'out';
  amount: Fen;
  balance: Fen;
  applicant: string | null;
  note: string | null;
  /** 业务凭证号: out_trade_no or out_refund_no. */
  voucher: string;
}

export interface FundFlowBill {
  rows: FundFlowRow[];
  totals: { count: number; inCount: number; in: Fen; outCount: number; out: Fen };
}
