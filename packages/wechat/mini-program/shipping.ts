import type { Fen } from '@qingniao/kernel';
import { rfc3339 } from '../beijing-time.ts';
import type { Caller } from '../call.ts';

/** Which payment an order was paid by: either number. */
export type PaidOrder = { transactionId: string } | { mchid: string; outTradeNo: string };

/** 1 express, 2 local delivery, 3 virtual, 4 self pick-up. */
export type LogisticsType = 1 | 2 | 3 | 4;

export interface Parcel {
  /** What is inside, at most 120 characters: the buyer reads it. */
  itemDesc: string;
  /** Both for express only. The company is a `delivery_id` of `companies`. */
  trackingNo?: string;
  company?: string;
  /** Masked, the last four digits kept; SF Express wants one of them. */
  senderContact?: string;
  receiverContact?: string;
}

export interface ShippingInfo {
  order: PaidOrder;
  logisticsType: LogisticsType;
  /** One parcel, or up to 15 by express, uploaded whenever some leave: `allDelivered` says that these were the last. */
  parcels: readonly Parcel[];
  split?: { allDelivered: boolean };
  /** Later than at every earlier upload for the order. */
  uploadedAt: Date;
  /** Who paid, also when it is a gift: 10060031 otherwise. */
  payerOpenid: string;
}

/** 1 to ship, 2 shipped, 3 confirmed, 4 completed, 5 refunded, 6 awaiting settlement. */
export type PlatformOrderState = 1 | 2 | 3 | 4 | 5 | 6;

export interface PlatformOrder {
  transaction_id: string;
  merchant_trade_no: string;
  merchant_id: string;
  description: string;
  paid_amount: Fen;
  openid: string;
  /** Unix seconds. */
  trade_create_time: number;
  pay_time: number;
  order_state: PlatformOrderState;
  in_complaint: boolean;
  /** Empty before anything was uploaded. */
  shipping: {
    delivery_mode?: 1 | 2;
    logistics_type?: LogisticsType;
    finish_shipping?: boolean;
    goods_desc?: string;
    /** 0 nothing, 1 shipped, 2 shipped again, after which nothing can be changed. */
    finish_shipping_count?: 0 | 1 | 2;
    shipping_list?: { tracking_no?: string; express_company?: string; goods_desc?: string; upload_time: number }[];
  };
}

const orderKey = (order: PaidOrder) =>
  ('transactionId' in order
    ? { order_number_type: 2, transaction_id: order.transactionId }
    : { order_number_type: 1, mchid: order.mchid, out_trade_no: order.outTradeNo });
const orderIds = (order: PaidOrder) =>
  ('transactionId' in order ? { transaction_id: order.transactionId } : { merchant_id: order.mchid, merchant_trade_no: order.outTradeNo });

/**
 * The shipping-information service (mini-program-and-pay 10.1). In a mini program it manages, the money of an order stays
 * frozen until shipping is uploaded and the buyer, or time, confirms.
 */
export const shippingApi = (call: Caller, appid: string) => {
  const post = <T>(path: string, json: unknown) => call.json<T>({ method: 'POST', path, json });
  return {
    isManaged: async (): Promise<boolean> => (await post<{ is_trade_managed: boolean }>('/wxa/sec/order/is_trade_managed', { appid })).is_trade_managed,
    /** Whether the account has confirmed the service's rules. */
    isConfirmed: async (): Promise<boolean> =>
      (await post<{ completed: boolean }>('/wxa/sec/order/is_trade_management_confirmation_completed', { appid })).completed,

    /**
     * A finished order can be changed once only, so an upload that may have arrived is not repeated: look with `order`.
     * 10060001 until the platform has seen the payment (seconds), 10060002 shipped already, 10060003 changed already.
     */
    upload: (info: ShippingInfo) =>
      call.json({ method: 'POST', path: '/wxa/sec/order/upload_shipping_info', once: true, json: shippingBody(info) }),

    /** 10060001 when the platform does not know it. */
    order: async (order: PaidOrder): Promise<PlatformOrder> => (await post<{ order: PlatformOrder }>('/wxa/sec/order/get_order', orderIds(order))).order,
    /** All payments of the mini program, a page at a time; `after` is `last` of the page before. */
    orders: async (ask: { paidFrom: Date; paidTo: Date; state?: PlatformOrderState; after?: string; count?: number }) => {
      const answer = await post<{ order_list: PlatformOrder[]; last_index: string; has_more: boolean }>('/wxa/sec/order/get_order_list', {
        pay_time_range: { begin_time: seconds(ask.paidFrom), end_time: seconds(ask.paidTo) },
        order_state: ask.state, last_index: ask.after, page_size: ask.count ?? 100,
      });
      return { orders: answer.order_list, last: answer.last_index, hasMore: answer.has_more };
    },

    /** Asks the buyer to confirm what the carrier says was delivered; once an order, express only. 10060030 when used up. */
    remindToConfirm: (order: PaidOrder, deliveredAt: Date) =>
      call.json({ method: 'POST', path: '/wxa/sec/order/notify_confirm_receive', once: true, json: { ...orderIds(order), received_time: seconds(deliveredAt) } }),
    /** The page the platform's messages about an order open; may hold its placeholders. */
    setMessagePage: (path: string) => post('/wxa/sec/order/set_msg_jump_path', { path }),

    /** Every carrier the platform knows (about 1,400): keep it for a day. */
    companies: async () =>
      (await post<{ delivery_list: { delivery_id: string; delivery_name: string }[] }>('/cgi-bin/express/delivery/open_msg/get_delivery_list', {})).delivery_list,
  };
};

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

const shippingBody = (info: ShippingInfo) => ({
  order_key: orderKey(info.order),
  logistics_type: info.logisticsType,
  delivery_mode: info.split ? 2 : 1,
  ...(info.split ? { is_all_delivered: info.split.allDelivered } : {}),
  shipping_list: info.parcels.map(parcelBody),
  upload_time: rfc3339(info.uploadedAt, true),
  payer: { openid: info.payerOpenid },
});

function parcelBody({ itemDesc, trackingNo, company, senderContact, receiverContact }: Parcel) {
  const hasContact = senderContact !== undefined || receiverContact !== undefined;
  return {
    tracking_no: trackingNo,
    express_company: company,
    item_desc: itemDesc,
    ...(hasContact ? { contact: { consignor_contact: senderContact, receiver_contact: receiverContact } } : {}),
  };
}
