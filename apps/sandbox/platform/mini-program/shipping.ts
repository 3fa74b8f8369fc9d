import { fail } from '../errcodes/error.ts';
import { type Json, characters, integerAt, isObject, objectAt, objectsAt, textAt } from '../http/read.ts';
import { paidOrder, readTime } from '../pay/orders.ts';
import { refundedSoFar } from '../pay/refunds.ts';
import type { PaidOrder, PayState, Shipping } from '../pay/state.ts';
import type { AccountState, Platform } from '../platform.ts';
import { type ShippingJob, plan } from '../time/agenda.ts';
import { DAY, seconds } from '../time/clock.ts';
import { carriers } from './carriers.ts';
import { pushMiniEvent } from './events.ts';

const EXPRESS = 1;
const SPLIT = 2;
const MOST_PARCELS = 15;
const GOODS = 120;
/** Days until receipt is taken for granted, by logistics type: express, local, virtual, pick-up. */
const GRANTED_AFTER: Readonly<Record<number, number>> = { 1: 10, 2: 3, 3: 1, 4: 3 };
const SETTLED_AFTER = 60_000;

export type ShippingState = 1 | 2 | 3 | 4 | 5;

/** 1 to ship, 2 shipped, 3 received, 4 settled, 5 refunded (mini-program 10.1). */
export function shippingState(order: PaidOrder, now: number): ShippingState {
  if (refundedSoFar(order) >= order.total) return 5;
  if (order.shipping?.receivedAt != null) return now >= order.shipping.receivedAt + SETTLED_AFTER ? 4 : 3;
  return order.shipping?.shippedAt != null ? 2 : 1;
}

/** A paid order of this mini program by `order_key`, or by the plain names of get_order. */
export function orderByKey(pay: PayState, { settings }: AccountState, key: Json, names: { merchant: string; trade: string }): PaidOrder {
  const found = paidOrder(pay, { transactionId: textAt(key, 'transaction_id'), mchid: textAt(key, names.merchant), outTradeNo: textAt(key, names.trade) });
  return found?.appid === settings.appid ? found : fail(10060001);
}

/** order_number_type says which numbers have to be there. */
export function readOrderKey(body: Json): Json {
  const key = objectAt(body, 'order_key', 268485194);
  const type = integerAt(key, 'order_number_type', 0, 268485194);
  if (type === 2) return textAt(key, 'transaction_id') ? { transaction_id: key['transaction_id'] } : fail(268485195);
  if (type !== 1) return fail(268485194);
  if (!textAt(key, 'mchid')) fail(268485196);
  return textAt(key, 'out_trade_no') ? { mchid: key['mchid'], out_trade_no: key['out_trade_no'] } : fail(268485197);
}

type Parcel = Shipping['parcels'][number];

function readParcels(body: Json, logisticsType: number, now: number): Parcel[] {
  return objectsAt(body, 'shipping_list', 10060014).map((one) => {
    const goods = textAt(one, 'item_desc');
    if (goods === '') fail(10060020);
    if (characters(goods) > GOODS) fail(10060009);
    const contact = isObject(one['contact']) ? one['contact'] : null;
    const [trackingNo, company] = [textAt(one, 'tracking_no'), textAt(one, 'express_company')];
    if (logisticsType === EXPRESS) {
      if (trackingNo === '') fail(268485226);
      if (!carriers.has(company)) fail(268485227);
      // SF parcels can only be traced with the last digits of a telephone.
      if (company === 'SF' && !textAt(contact ?? {}, 'consignor_contact') && !textAt(contact ?? {}, 'receiver_contact')) fail(10060014);
    }
    return { trackingNo, company, goods, contact, uploadedAt: now };
  });
}

/**
 * Shipping information of one order. Parcels of a split order add up until all have left; after that, or with another
 * way of delivery, there is one second chance.
 */
export function ship(platform: Platform, account: AccountState, order: PaidOrder, body: Json, now: number): void {
  const logisticsType = integerAt(body, 'logistics_type', 0, 10060005);
  if (![1, 2, 3, 4].includes(logisticsType)) fail(10060005);
  const deliveryMode = integerAt(body, 'delivery_mode', 0, 268485224);
  if (deliveryMode !== 1 && deliveryMode !== SPLIT) fail(268485224);
  if (deliveryMode === SPLIT && logisticsType !== EXPRESS) fail(10060006);
  if (deliveryMode === SPLIT && typeof body['is_all_delivered'] !== 'boolean') fail(10060007);
  const held = order.shipping;
  const uploadTime = readTime(textAt(body, 'upload_time'));
  if (Number.isNaN(uploadTime) || uploadTime <= (held?.uploadTime ?? -Infinity)) fail(268485216);
  const payer = body['payer'];
  if (!isObject(payer) || payer['openid'] !== order.openid) fail(10060031);
  const state = shippingState(order, now);
  if (state === 5) fail(10060004);
  if (state === 3 || state === 4) fail(10060002);
  const parcels = readParcels(body, logisticsType, now);
  if (deliveryMode === 1 && parcels.length !== 1) fail(268485228);
  const anew = held !== null && (held.allDelivered || held.logisticsType !== logisticsType || held.deliveryMode !== deliveryMode);
  if (anew && held.count >= 2) fail(10060003);
  const all = held && !anew ? [...held.parcels, ...parcels] : parcels;
  if (all.length > MOST_PARCELS) fail(10060024);
  if (anew && same(held.parcels, parcels)) fail(10060023);
  const allDelivered = deliveryMode === 1 || body['is_all_delivered'] === true;
  const count = anew ? 2 : (held?.count ?? 1);
  order.shipping = {
    logisticsType, deliveryMode, allDelivered, count, parcels: all, uploadTime, shippedAt: allDelivered ? (held?.shippedAt ?? now) : null,
    receivedAt: null, receivedBy: 1, reminded: held?.reminded ?? false,
  };
  account.mini.everShipped = true;
  if (allDelivered && held?.shippedAt == null) shipped(platform, account, order, now);
}

const same = (a: readonly Parcel[], b: readonly Parcel[]): boolean =>
  a.length === b.length && a.every((parcel, index) => parcel.trackingNo === b[index]!.trackingNo && parcel.company === b[index]!.company && parcel.goods === b[index]!.goods);

function idsOf(order: PaidOrder): Record<string, string | number> {
  return { transaction_id: order.transactionId, merchant_id: order.mchid, sub_merchant_id: '', merchant_trade_no: order.outTradeNo, pay_time: seconds(order.paidAt) };
}

function shipped(platform: Platform, account: AccountState, order: PaidOrder, now: number): void {
  const granted = now + GRANTED_AFTER[order.shipping!.logisticsType]! * DAY;
  pushMiniEvent(platform, account, null, 'trade_manage_order_settlement', { ...idsOf(order), shipped_time: seconds(now), estimated_settlement_time: seconds(granted) }, now);
  planJob(platform, 'shippingReceived', order, granted);
}

function planJob(platform: Platform, kind: ShippingJob['kind'], { appid, transactionId }: PaidOrder, at: number): void {
  plan(platform.state.agenda, at, { job: { kind, appid, transactionId } });
  platform.wake();
}

/** The buyer has it: by hand, or because so many days have passed. The money follows a minute later. */
export function receive(platform: Platform, order: PaidOrder, by: 1 | 2, at: number): boolean {
  const { shipping } = order;
  if (!shipping || shipping.shippedAt === null || shipping.receivedAt !== null) return false;
  Object.assign(shipping, { receivedAt: at, receivedBy: by });
  planJob(platform, 'shippingSettled', order, at + SETTLED_AFTER);
  return true;
}

export function shippingJob(platform: Platform, account: AccountState, { kind, transactionId }: ShippingJob, at: number): void {
  const order = platform.state.pay.byTransactionId.get(transactionId);
  if (!order || !account.settings.tradeManaged) return;
  const { shipping } = order;
  switch (kind) {
    case 'shippingReceived':
      receive(platform, order, 1, at);
      return;
    case 'shippingSettled':
      return pushMiniEvent(platform, account, null, 'trade_manage_order_settlement', {
        ...idsOf(order), shipped_time: seconds(shipping?.shippedAt ?? at), confirm_receive_method: shipping?.receivedBy ?? 1,
        confirm_receive_time: seconds(shipping?.receivedAt ?? at), settlement_time: seconds(at),
      }, at);
    case 'shippingReminder':
      // Only mini programs that have shipped before are reminded (mini-program 10.1).
      if (!account.mini.everShipped || shippingState(order, at) !== 1) return;
      return pushMiniEvent(platform, account, null, 'trade_manage_remind_shipping', { ...idsOf(order), msg: '您有超过 48 小时未发货的订单，请尽快发货。' }, at);
  }
}
