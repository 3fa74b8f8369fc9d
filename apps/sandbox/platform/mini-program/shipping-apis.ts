import { fail } from '../errcodes/error.ts';
import { OK, type Api, type Call } from '../http/define.ts';
import { integerAt, isObject, textAt } from '../http/read.ts';
import type { PaidOrder } from '../pay/state.ts';
import { seconds } from '../time/clock.ts';
import { carriers } from './carriers.ts';
import { orderByKey, readOrderKey, ship, shippingState } from './shipping.ts';

const PAGE = 100;
const EXPRESS = 1;
const ID_NAMES = { merchant: 'merchant_id', trade: 'merchant_trade_no' };

function describe(order: PaidOrder, now: number): Record<string, unknown> {
  const { shipping } = order;
  return {
    transaction_id: order.transactionId, merchant_trade_no: order.outTradeNo, merchant_id: order.mchid, sub_merchant_id: '',
    description: order.description, paid_amount: order.total, openid: order.openid,
    trade_create_time: seconds(order.createdAt), pay_time: seconds(order.paidAt), order_state: shippingState(order, now), in_complaint: false,
    shipping: shipping === null ? {} : {
      delivery_mode: shipping.deliveryMode, logistics_type: shipping.logisticsType, finish_shipping: shipping.allDelivered,
      finish_shipping_count: shipping.allDelivered ? shipping.count : shipping.count - 1, goods_desc: shipping.parcels.map(({ goods }) => goods).join('；'),
      shipping_list: shipping.parcels.map(({ trackingNo, company, goods, contact, uploadedAt }) => ({
        tracking_no: trackingNo, express_company: company, goods_desc: goods, upload_time: seconds(uploadedAt), ...(contact && { contact }),
      })),
    },
  };
}

/** All payments of the mini program in order of payment, page by page; `last_index` is a place in that order. */
function list({ platform, account, body, now }: Call): Record<string, unknown> {
  const range = isObject(body['pay_time_range']) ? body['pay_time_range'] : {};
  const [from, to] = [integerAt(range, 'begin_time', 0, 10060014) * 1000, integerAt(range, 'end_time', 0, 10060014) * 1000 || Infinity];
  const state = integerAt(body, 'order_state', 0, 10060014);
  const openid = textAt(body, 'openid');
  const size = Math.min(integerAt(body, 'page_size', PAGE, 10060014), PAGE);
  const after = textAt(body, 'last_index');
  if (!/^[0-9a-f]*$/.test(after)) fail(10060011);
  const start = after === '' ? 0 : parseInt(after, 16);
  const items: { place: number; order: PaidOrder }[] = [];
  let place = 0;
  for (const order of platform.state.pay.byTransactionId.values()) {
    place++;
    if (place <= start || order.appid !== account.settings.appid || order.paidAt < from || order.paidAt > to + 999) continue;
    if ((state && shippingState(order, now) !== state) || (openid && order.openid !== openid)) continue;
    if (items.push({ place, order }) > size) break;
  }
  const page = items.slice(0, size);
  return { ...OK, order_list: page.map(({ order }) => describe(order, now)), last_index: (page.at(-1)?.place ?? start).toString(16), has_more: items.length > size };
}

export const shippingApis: readonly Api[] = [
  {
    path: '/wxa/sec/order/is_trade_managed', method: 'POST', right: 'miniProgram',
    handle({ account, body }) {
      if (textAt(body, 'appid') !== account.settings.appid) fail(40013);
      return { ...OK, is_trade_managed: account.settings.tradeManaged };
    },
  },
  {
    path: '/wxa/sec/order/is_trade_management_confirmation_completed', method: 'POST', right: 'miniProgram',
    handle: ({ account }) => ({ ...OK, completed: account.settings.tradeManaged }),
  },
  {
    path: '/wxa/sec/order/upload_shipping_info', method: 'POST', right: 'shipping',
    handle({ platform, account, body, now }) {
      ship(platform, account, orderByKey(platform.state.pay, account, readOrderKey(body), { merchant: 'mchid', trade: 'out_trade_no' }), body, now);
      return OK;
    },
  },
  {
    path: '/wxa/sec/order/get_order', method: 'POST', right: 'shipping',
    handle: ({ platform, account, body, now }) => ({ ...OK, order: describe(orderByKey(platform.state.pay, account, body, ID_NAMES), now) }),
  },
  { path: '/wxa/sec/order/get_order_list', method: 'POST', right: 'shipping', handle: list },
  {
    path: '/wxa/sec/order/notify_confirm_receive', method: 'POST', right: 'shipping',
    handle({ platform, account, body, now }) {
      const { shipping } = orderByKey(platform.state.pay, account, body, ID_NAMES);
      if (!shipping || shipping.shippedAt === null) return fail(10060028);
      if (shipping.logisticsType !== EXPRESS) fail(10060032);
      if (shipping.reminded) fail(10060030);
      const received = integerAt(body, 'received_time', 0, 10060029) * 1000;
      if (received < shipping.shippedAt - 999 || received > now) fail(10060029);
      shipping.reminded = true;
      return OK;
    },
  },
  {
    path: '/wxa/sec/order/set_msg_jump_path', method: 'POST', right: 'shipping',
    handle: ({ body }) => (textAt(body, 'path') ? OK : fail(10060014)),
  },
  {
    path: '/cgi-bin/express/delivery/open_msg/get_delivery_list', method: 'POST', right: 'miniProgram', bodyless: true,
    handle: () => ({ errcode: 0, delivery_list: [...carriers].map(([id, name]) => ({ delivery_id: id, delivery_name: name })), count: carriers.size }),
  },
];
