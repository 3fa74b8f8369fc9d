import type { Json } from '../http/read.ts';
import { isObject } from '../http/read.ts';
import { findPerson } from '../users/people.ts';
import type { PayApi, PayCall } from './define.ts';
import { badField, refuse } from './error.ts';
import { PREPAY_LIFE, describeOrder, fingerprintOf, isPaid, newPrepayId, orderNamed, readTime, stateOf } from './orders.ts';
import { fen, neededText, notifyUrl, object, text, yuan } from './read.ts';
import type { Order } from './state.ts';

const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;
const OUT_TRADE_NO = /^[0-9a-zA-Z_\-*|@]{6,32}$/;
/** Where the contract has no second source only strict merchants are held to it. */
const RELAXED = 1000;

/** The merchant that speaks has to be the one it names. */
function sameMerchant({ merchant }: PayCall, named: unknown): void {
  if (named === undefined || named === '') badField('/mchid', named, 'mchid 必填');
  if (named !== merchant.settings.mchid) refuse(403, 'NO_AUTH', '请求中的商户号与签名商户号不一致', 268445527);
}

/** When the order ends: a minute to seven days ahead, seven days when nobody says. */
function endOf(body: Json, strict: boolean, now: number): number {
  if (body['time_expire'] === undefined) return now + WEEK;
  const end = readTime(neededText(body, 'time_expire', 64));
  if (Number.isNaN(end)) badField('/time_expire', body['time_expire'], 'time_expire 应为 RFC 3339 格式');
  if (end <= now || (strict && (end < now + MINUTE || end > now + WEEK))) badField('/time_expire', body['time_expire'], 'time_expire 应为 1 分钟至 7 天之后');
  return end;
}

function payerOf({ platform }: PayCall, body: Json, appid: string): string {
  const openid = object(body, 'payer')['openid'];
  if (typeof openid !== 'string' || openid === '') return badField('/payer/openid', openid, 'openid 必填');
  const account = platform.state.accounts.get(appid);
  return account && findPerson(account.people, openid) ? openid : refuse(400, 'OPENID_MISMATCH', 'openid 与 appid 不匹配', 268501013);
}

function readOrder(call: PayCall): Order {
  const { merchant: { settings }, body, now } = call;
  const most = (length: number): number => (settings.strict ? length : RELAXED);
  const appid = neededText(body, 'appid', 32);
  sameMerchant(call, body['mchid']);
  if (!settings.appids.includes(appid)) refuse(400, 'APPID_MCHID_NOT_MATCH', 'appid 和 mchid 不匹配', 268445527);
  const outTradeNo = neededText(body, 'out_trade_no', 32);
  if (!OUT_TRADE_NO.test(outTradeNo)) badField('/out_trade_no', outTradeNo, 'out_trade_no 应为 6 至 32 个字母、数字或 _-*|@');
  const amount = object(body, 'amount');
  yuan(amount, '/amount');
  const scene = isObject(body['scene_info']) ? body['scene_info'] : {};
  if (body['scene_info'] !== undefined) neededText(scene, 'payer_client_ip', 45);
  const prepayId = newPrepayId(now);
  return {
    appid, mchid: settings.mchid, outTradeNo,
    description: neededText(body, 'description', most(127)), attach: text(body, 'attach', most(128)), notifyUrl: notifyUrl(body),
    total: fen(amount, 'total', '/amount'), openid: payerOf(call, body, appid),
    deviceId: text(scene, 'device_id', 32),
    createdAt: now, expiresAt: endOf(body, settings.strict, now), fingerprint: fingerprintOf(body), prepayId, prepayUntil: now + PREPAY_LIFE,
    closedAt: null, paidAt: null, transactionId: null, bankType: 'OTHERS', refunds: [], shipping: null,
  };
}

/** The same number again: unchanged it is the same order, with a new prepay_id when the old one is over. */
function again(call: PayCall, held: Order, asked: Order): Order {
  const { platform: { state: { pay } }, now } = call;
  if (isPaid(held)) return refuse(400, 'ORDERPAID', '该订单已支付', 268449538);
  if (stateOf(held, now) === 'CLOSED') return refuse(400, 'ORDER_CLOSED', '该订单已关闭', 268447914);
  if (held.fingerprint !== asked.fingerprint) return refuse(400, 'INVALID_REQUEST', '请求重入时，参数与首次请求时不一致', 268498688);
  if (held.prepayUntil <= now) {
    pay.byPrepayId.delete(held.prepayId);
    Object.assign(held, { prepayId: asked.prepayId, prepayUntil: asked.prepayUntil });
  }
  return held;
}

function prepay(call: PayCall): Record<string, unknown> {
  const { platform, merchant, now } = call;
  const asked = readOrder(call);
  const held = merchant.orders.get(asked.outTradeNo);
  const order = held ? again(call, held, asked) : asked;
  if (!held) {
    merchant.orders.set(order.outTradeNo, order);
    platform.ledger.write({ at: now, appid: order.appid, type: 'prepay', openid: order.openid, source: order.mchid, outTradeNo: order.outTradeNo, total: order.total });
  }
  platform.state.pay.byPrepayId.set(order.prepayId, order);
  return { prepay_id: order.prepayId };
}

/** Re-entrant; a paid order cannot be closed any more. */
function close(call: PayCall): null {
  const { merchant, params, body, now } = call;
  sameMerchant(call, body['mchid']);
  const order = orderNamed(merchant, params['no'] ?? '');
  if (isPaid(order)) return refuse(400, 'ORDERPAID', '订单已支付，不能关闭', 268449538);
  order.closedAt ??= now;
  return null;
}

/** An order of the merchant, paid by this number of WeChat's. */
function byTransaction({ platform, merchant }: PayCall, id: string): Order {
  const order = platform.state.pay.byTransactionId.get(id);
  return order && order.mchid === merchant.settings.mchid ? order : refuse(404, 'ORDER_NOT_EXIST', '订单不存在', 268512771);
}

function query(find: (call: PayCall) => Order): PayApi['handle'] {
  return (call) => {
    sameMerchant(call, call.query['mchid']);
    return describeOrder(find(call), call.now);
  };
}

export const transactionApis: readonly PayApi[] = [
  { method: 'POST', path: '/v3/pay/transactions/jsapi', handle: prepay },
  { method: 'GET', path: '/v3/pay/transactions/out-trade-no/:no', handle: query((call) => orderNamed(call.merchant, call.params['no'] ?? '')) },
  { method: 'GET', path: '/v3/pay/transactions/id/:id', handle: query((call) => byTransaction(call, call.params['id'] ?? '')) },
  { method: 'POST', path: '/v3/pay/transactions/out-trade-no/:no/close', handle: close },
];
