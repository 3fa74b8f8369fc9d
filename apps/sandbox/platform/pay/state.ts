import type { Certified, KeyPair } from './certificate.ts';

/** How one notice goes. Everything absent: at once, once, right. */
export interface NoticePlan {
  /** Never delivered: only a query tells. */
  lost?: boolean;
  /** Sandbox milliseconds until the first delivery. */
  delayMs?: number;
  /** Delivered before the pay call returns to the client. */
  early?: boolean;
  /** Copies of the first delivery, at the same time. */
  times?: number;
  /** A probe with a signature that must fail goes ahead. */
  probe?: boolean;
  /** What is wrong with the first delivery; repeats are right. */
  wrong?: WrongNotice;
}
export const WRONG = ['signature', 'serial', 'key', 'amount', 'mchid', 'appid', 'openid'] as const;
export type WrongNotice = (typeof WRONG)[number];

export interface MerchantSettings {
  mchid: string;
  /** Mini programs and accounts bound to the merchant. */
  appids: string[];
  /** 32 letters and digits. */
  apiV3Key: string;
  /** Of the merchant's API certificate. */
  serial: string;
  /** Of the merchant, SPKI PEM: requests and wx.requestPayment are checked with it. */
  publicKey: string;
  /** How answers and notices are signed: new merchants have the public key only and no certificate list. */
  verification: 'publicKey' | 'certificate';
  /** Limits the contract is not sure of are refused too. */
  strict: boolean;
  refundSeconds: number;
  /** Of an order; 0.006 is 0.6 %. */
  feeRate: number;
  deliveryTimeoutMs: number;
  notice: NoticePlan | null;
}

export type RefundStatus = 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';

export interface Refund {
  refundId: string;
  outRefundNo: string;
  amount: number;
  reason: string;
  notifyUrl: string | null;
  createdAt: number;
  finishedAt: number | null;
  status: RefundStatus;
}

export interface Shipping {
  logisticsType: number;
  deliveryMode: number;
  allDelivered: boolean;
  /** How often it was uploaded completely: a second time is the one re-shipping. */
  count: number;
  parcels: { trackingNo: string; company: string; goods: string; contact: Readonly<Record<string, unknown>> | null; uploadedAt: number }[];
  /** RFC 3339 of the latest upload: it has to grow. */
  uploadTime: number;
  shippedAt: number | null;
  receivedAt: number | null;
  /** 1 by time, 2 by hand. */
  receivedBy: 1 | 2;
  reminded: boolean;
}

export interface Order {
  appid: string;
  mchid: string;
  outTradeNo: string;
  description: string;
  attach: string;
  notifyUrl: string;
  openid: string;
  /** Fen. */
  total: number;
  deviceId: string;
  createdAt: number;
  expiresAt: number;
  /** Of everything that was asked for: the same number may be sent again only unchanged. */
  fingerprint: string;
  prepayId: string;
  prepayUntil: number;
  closedAt: number | null;
  paidAt: number | null;
  transactionId: string | null;
  bankType: string;
  refunds: Refund[];
  shipping: Shipping | null;
}
export type PaidOrder = Order & { paidAt: number; transactionId: string };

export interface Delivery {
  at: number;
  /** HTTP status, or what happened in place of an answer. */
  status: number | string;
  kind: 'notice' | 'probe' | `wrong ${WrongNotice}`;
}
export interface Notice {
  id: string;
  event: string;
  /** `transaction` or `refund`. */
  originalType: string;
  summary: string;
  outTradeNo: string;
  outRefundNo: string | null;
  url: string;
  /** JSON, before encryption. */
  resource: string;
  createdAt: number;
  plan: NoticePlan;
  /** Turns so far: the first and its repeats. */
  turns: number;
  deliveries: Delivery[];
  done: boolean;
}

export interface Merchant {
  settings: MerchantSettings;
  orders: Map<string, Order>;
  refunds: Map<string, { refund: Refund; order: PaidOrder }>;
  notices: Map<string, Notice>;
  nextPlans: NoticePlan[];
  nextRefunds: Exclude<RefundStatus, 'PROCESSING'>[];
  /** Absent: its bills say what happened. */
  billFaults?: BillFaults;
}

/** How the trade bills differ from what happened: what a brand has to notice. By out_trade_no, payments only. */
export interface BillFaults {
  /** Not in the bill. */
  missing: string[];
  /** With another amount, in fen. */
  amounts: Record<string, number>;
  /** A second line under a number of its own. */
  foreign: { of: string; outTradeNo: string }[];
}

/** WeChat Pay as one platform: its own keys, its merchants. */
export interface PayState {
  /** Made with the first merchant. */
  publicKey: (KeyPair & { id: string }) | null;
  /** Platform certificates; the last one signs. */
  certificates: Certified[];
  merchants: Map<string, Merchant>;
  byPrepayId: Map<string, Order>;
  byTransactionId: Map<string, PaidOrder>;
  bills: Map<string, { mchid: string; text: string; gzip: boolean; expiresAt: number }>;
  /** For the numbers of transactions and refunds. */
  sequence: number;
}

export const newPay = (): PayState => ({
  publicKey: null,
  certificates: [],
  merchants: new Map(),
  byPrepayId: new Map(),
  byTransactionId: new Map(),
  bills: new Map(),
  sequence: 0,
});

export const newMerchant = (settings: MerchantSettings): Merchant => ({
  settings, orders: new Map(), refunds: new Map(), notices: new Map(), nextPlans: [], nextRefunds: [],
});
