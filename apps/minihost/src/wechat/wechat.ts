import type { ShareCard } from '../engine/pages.ts';

export interface Launch {
  scene: number;
  /** Of a page, without a slash before it; empty: the first. */
  path: string;
  query: Record<string, string>;
  referrerInfo: { appId?: string; extraData?: object };
}

/** What wx.getExtConfigSync says: which shop this is. */
export interface Shop {
  server: string;
  shopId: number;
  assetId: string;
  /** K-04: in a browser orders are those of the H5 shop. */
  channel?: 'h5';
}

export interface PayParameters {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: string;
  paySign: string;
}

export interface PostalAddress {
  userName: string;
  telNumber: string;
  provinceName: string;
  cityName: string;
  countyName: string;
  detailInfo: string;
  postalCode?: string;
}

/** What `weappOrderConfirm` is opened with (mini-program-and-pay 10.1). */
export interface ReceivedOrder {
  merchant_id: string;
  merchant_trade_no: string;
  transaction_id: string;
}

/** Said where WeChat would have said no; the text is what follows `fail` in errMsg. */
export class Refused extends Error {}

/** What only WeChat itself can do for a mini program. Absent: it cannot be done here, and `wx.canIUse` says so. */
export interface WeChat {
  shop: Shop;
  launch: Launch;
  /** Keeps apart what several people leave on one device. */
  person: string;
  /** @returns a code to sign in with */
  login(): Promise<string>;
  pay(parameters: PayParameters): Promise<void>;
  chooseAddress?(): Promise<PostalAddress>;
  /** @returns a code for the server */
  phone?(): Promise<string>;
  /** WeChat's own window, in which the buyer says that an order has come. */
  confirmReceipt?(order: ReceivedOrder): Promise<void>;
  /** @returns null, or the link for the person to send by themselves where no program may do it for them. @throws Refused when they sent it to nobody */
  share(card: ShareCard): Promise<string | null>;
  subscribe?(templateIds: string[]): Promise<Record<string, 'accept' | 'reject'>>;
  /** Comes to the front another way. */
  onShow(act: (launch: Launch) => void): void;
}
