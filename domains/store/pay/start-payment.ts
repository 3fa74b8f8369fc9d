import { conflict, now, nowDate } from '@qingniao/kernel';
import { prepared, type Tx } from '@qingniao/storage';
import { isPaid, isPayError, type PaymentParameters, payProblem } from '@qingniao/wechat';
import { type OrderRow, readLines, readOrder } from '../orders/order-row.ts';
import { lockOwnOrder, readOwnOrder } from '../orders/own-order.ts';
import type { PayOf, PayPort } from './port.ts';
import { settle, type SettleDeps } from './settle.ts';

/** Who pays: the openid is that of the account or mini program with this appid. */
export interface Payer {
  appid: string;
  openid: string;
}

export interface PayDeps extends SettleDeps {
  payOf: PayOf;
  /** Null for who was erased. */
  payerOf(brandId: number, identityId: number): Promise<Payer | null>;
}

export interface PaymentStart {
  parameters: PaymentParameters;
  payUntil: Date;
}

interface OpenPayment {
  merchantId: string;
  appid: string;
  totalFen: number;
  payUntil: Date;
  prepayId: string | null;
}

/** WeChat Pay takes no shorter limit. */
const LEAST = 60_000;

/**
 * What the client needs to pay. Repeated as often as the buyer likes: it is the same payment, until the order expires.
 * @throws Problem not_found (404), pay_where_ordered, order_paid, order_cancelled, order_expired, no_merchant, payer_unknown (409), pay_busy, pay_refused
 */
export async function startPayment(deps: PayDeps, brandId: number, identityId: number, orderId: string): Promise<PaymentStart> {
  const db = deps.database.forBrand(brandId);
  const newest = await deps.payOf(brandId);
  const payer = await deps.payerOf(brandId, identityId);
  if (!payer) throw conflict('payer_unknown', { zh: '请重新进入小程序后再付款。', en: 'Open the store again, then pay.' });
  const { order, payment } = await db.tx(async (tx) => {
    const order = await lockOwnOrder(tx, brandId, identityId, orderId);
    // WeChat Pay takes the money of the openid that ordered, in the program it belongs to.
    if (order.identityId !== identityId) throw conflict('pay_where_ordered', { zh: '请回到下单的地方付款。', en: 'Pay where you placed the order.' });
    refuseUnlessPayable(order);
    return { order, payment: await openPayment(tx, brandId, order, newest, payer) };
  });
  const port = payment.merchantId === newest.merchantId ? newest : await deps.payOf(brandId, payment.merchantId);
  const prepayId = payment.prepayId ?? (await prepay(deps, brandId, port, order, payment, payer));
  return { parameters: port.parameters(payment.appid, prepayId), payUntil: payment.payUntil };
}

function refuseUnlessPayable({ state, expiresAt }: OrderRow): void {
  if (state === 'paid') throw conflict('order_paid', { zh: '订单已付款。', en: 'This order is paid.' });
  if (state === 'cancelled') throw orderCancelled();
  if (expiresAt.getTime() <= now()) throw conflict('order_expired', { zh: '付款时间已过，请重新下单。', en: 'The time to pay is over; order again.' });
}

const orderCancelled = () => conflict('order_cancelled', { zh: '订单已取消，请重新下单。', en: 'This order was cancelled; order again.' });

/** Written before WeChat Pay is asked: whoever gives units back looks here first. */
async function openPayment(tx: Tx, brandId: number, order: OrderRow, port: PayPort, payer: Payer): Promise<OpenPayment> {
  const [known] = await tx.query<OpenPayment & Record<string, unknown>>(
    prepared('select merchant_id as "merchantId", appid, total_fen as "totalFen", pay_until as "payUntil", prepay_id as "prepayId" from payment where brand_id = $1 and order_id = $2'), [brandId, order.id],
  );
  if (known) return known;
  const payment: OpenPayment = { merchantId: port.merchantId, appid: payer.appid, totalFen: order.totalFen, payUntil: new Date(Math.max(order.expiresAt.getTime(), now() + LEAST)), prepayId: null };
  await tx.query(
    prepared(`insert into payment (brand_id, order_id, merchant_id, mchid, appid, total_fen, state, pay_until, opened_at) values ($1, $2, $3, $4, $5, $6, 'open', $7, $8)`),
    [brandId, order.id, payment.merchantId, port.mchid, payment.appid, payment.totalFen, payment.payUntil, nowDate()],
  );
  return payment;
}

/** A second time with the same parameters, after a crash, gives the same payment (mini-program-and-pay 11.4). */
async function prepay(deps: PayDeps, brandId: number, port: PayPort, order: OrderRow, payment: OpenPayment, { openid }: Payer): Promise<string> {
  const db = deps.database.forBrand(brandId);
  const [first] = await readLines(db, brandId, order.id);
  const prepayId = await port.prepay({
    appid: payment.appid, openid, outTradeNo: order.number, description: first!.name.slice(0, 100), total: payment.totalFen, expiresAt: payment.payUntil,
  }).catch(payFailed);
  const [open] = await db.query(prepared(`update payment set prepay_id = $3 where brand_id = $1 and order_id = $2 and state = 'open' returning 1`), [brandId, order.id, prepayId]);
  if (open) return prepayId;
  // Cancelled meanwhile, and perhaps closed before WeChat Pay heard of it: nobody may pay what has gone back on sale.
  await port.close(order.number).catch(payFailed);
  refuseUnlessPayable(await readOrder(db, brandId, order.id));
  throw orderCancelled();
}

export function payFailed(error: unknown): never {
  throw isPayError(error) ? payProblem(error) : error;
}

/** Asks WeChat Pay whether an order is paid, when its notice has not come. @returns the order as it is now */
export async function confirmPayment(deps: PayDeps, brandId: number, identityId: number, orderId: string): Promise<OrderRow> {
  const db = deps.database.forBrand(brandId);
  const order = await readOwnOrder(db, brandId, identityId, orderId);
  const [payment] = await db.query<{ merchantId: string; state: string }>(prepared('select merchant_id as "merchantId", state from payment where brand_id = $1 and order_id = $2'), [brandId, orderId]);
  if (payment && payment.state !== 'paid') await askAndSettle(deps, brandId, order, payment.merchantId);
  // A notice may have come since it was read.
  return readOrder(db, brandId, orderId);
}

/** @returns whether there was money */
export async function askAndSettle(deps: PayDeps, brandId: number, { number }: Pick<OrderRow, 'number'>, merchantId: string): Promise<boolean> {
  const transaction = await (await deps.payOf(brandId, merchantId)).query(number).catch(payFailed);
  if (!transaction || !isPaid(transaction)) return false;
  await settle(deps, brandId, transaction, 'query');
  return true;
}
