import { appendInTx, type LogEvent } from '@qingniao/activity';
import { conflict, now, nowDate } from '@qingniao/kernel';
import type { Projection, Timers, Tx } from '@qingniao/storage';
import { isWechatError, type MiniProgramClient, type PlatformOrder, wechatProblem } from '@qingniao/wechat';
import { orderEvent } from '../orders/order-event.ts';
import { lockOrder, noteStep, type OrderRow, readOrder } from '../orders/order-row.ts';
import { readOwnOrder } from '../orders/own-order.ts';
import { moveFulfilment } from './fulfilment.ts';
import { expectReceipt, readParcels, readUpload, RECEIPT_TIMER, type Upload } from './parcels.ts';
import type { ShippingDeps } from './upload.ts';

/** Does what WeChat's events about shipping say; keyed by event. */
export const TRADE_TIMER = 'store-trade-event';
/** Milliseconds between two questions about an order that ought to have been received, and until nobody asks any more. */
const ASK_AGAIN = 86_400_000;
const ASK_UNTIL = 60 * 86_400_000;

/** What WeChat says about an order's way, by event or when asked. */
export type TradeNews =
  | { kind: 'shipped'; settlesAt: Date | null }
  | { kind: 'received'; by: 'buyer' | 'time' | null; at: Date; settledAt: Date | null }
  | { kind: 'remind_shipping' };

/**
 * The one place where an order becomes received, whoever tells it; the second finds it done. An order shipped in
 * WeChat's own console is shipped here too.
 */
export async function noteTrade(tx: Tx, brandId: number, timers: Timers, order: OrderRow, news: TradeNews): Promise<void> {
  if (news.kind === 'remind_shipping') return void (await noteStep(tx, brandId, order.id, order.state, order.state, 'shipping_reminded', 'wechat'));
  const shippedThere = await moveFulfilment(tx, brandId, order, 'all_left', 'shipped_at_wechat', 'wechat');
  const shipped: OrderRow = shippedThere ? { ...order, fulfilment: 'shipped' } : order;
  if (shippedThere) {
    await tx.query(
      `insert into shipping_upload (brand_id, order_id, state, attempts, finished, changed) values ($1, $2, 'told', 0, true, false)
       on conflict (brand_id, order_id) do update set state = 'told', finished = true`, [brandId, order.id],
    );
    await appendInTx(tx, brandId, [orderEvent('order.shipped', order, nowDate(), order.paidFen)]);
  }
  if (news.kind === 'shipped') {
    await tx.query('update shipping_upload set settles_at = $3 where brand_id = $1 and order_id = $2', [brandId, order.id, news.settlesAt]);
    if (shippedThere) await expectReceipt(tx, brandId, timers, order.id);
    return;
  }
  await receive(tx, brandId, timers, shipped, news.by ?? 'wechat', news.at);
  if (news.settledAt === null) return;
  const settled = await tx.query('update shipping_upload set settled_at = $3 where brand_id = $1 and order_id = $2 and settled_at is null returning 1', [brandId, order.id, news.settledAt]);
  if (settled.length === 0) return;
  await noteStep(tx, brandId, order.id, order.state, order.state, 'settled', 'wechat');
  await appendInTx(tx, brandId, [orderEvent('order.settled', order, news.settledAt, order.paidFen)]);
}

async function receive(tx: Tx, brandId: number, timers: Timers, order: OrderRow, by: 'buyer' | 'time' | 'wechat', at: Date): Promise<boolean> {
  const moved = await moveFulfilment(tx, brandId, order, 'received', by === 'time' ? 'received_by_time' : 'received', by === 'time' ? 'clock' : by);
  if (!moved) return false;
  await timers.cancel(tx, brandId, RECEIPT_TIMER, order.id);
  await appendInTx(tx, brandId, [orderEvent('order.received', order, at, order.paidFen)]);
  return true;
}

/** Events of the shipping service, which name no person, put before the timer that acts on them: it is what may fail and be tried again. */
export const tradeEvents = (timers: Pick<Timers, 'set'>): Projection<LogEvent> => ({
  name: 'store-trade-events',
  async apply(tx, events) {
    for (const { id, brandId, type, props } of events) {
      if (type !== 'trade.settlement' && type !== 'trade.shipping_reminder') continue;
      await timers.set(tx, { brandId, name: TRADE_TIMER, key: String(id), dueAt: nowDate(), payload: { type, props } });
    }
  },
  // An order keeps what was done for it; told again, each event finds it done.
  reset: async () => undefined,
});

export interface TradePayload {
  type: 'trade.settlement' | 'trade.shipping_reminder';
  props: LogEvent['props'];
}

/** Of a payment that is not the store's (the mini program may take others) nothing. */
export async function actOnTrade({ database, timers }: Pick<ShippingDeps, 'database' | 'timers'>, brandId: number, { type, props }: TradePayload): Promise<void> {
  await database.forBrand(brandId).tx(async (tx) => {
    const order = await lockOrder(tx, brandId, { number: String(props['out_trade_no'] ?? '') });
    const [payment] = order ? await tx.query(`select 1 from payment where brand_id = $1 and order_id = $2 and transaction_id = $3`, [brandId, order.id, props['transaction_id'] ?? '']) : [];
    if (order && payment) await noteTrade(tx, brandId, timers, order, type === 'trade.shipping_reminder' ? { kind: 'remind_shipping' } : newsOf(props));
  });
}

/** One event tells both ends of the way: settled when it says when. */
function newsOf(props: LogEvent['props']): TradeNews {
  const moment = (name: string): Date | null => (typeof props[name] === 'string' ? new Date(props[name]) : null);
  const settledAt = moment('settled_at');
  if (settledAt === null) return { kind: 'shipped', settlesAt: moment('settles_at') };
  const by = props['confirmed_by'] === '1' ? 'time' : props['confirmed_by'] === '2' ? 'buyer' : null;
  return { kind: 'received', by, at: moment('confirmed_at') ?? settledAt, settledAt };
}

/** It ought to be received by now: where WeChat keeps the order, it is asked; elsewhere time decides. */
export async function expireReceipt(deps: ShippingDeps, brandId: number, orderId: string): Promise<void> {
  const db = deps.database.forBrand(brandId);
  const managed = await managedOrder(deps, brandId, orderId);
  const received = managed !== null && isReceived(managed);
  await db.tx(async (tx) => {
    const order = await lockOrder(tx, brandId, { id: orderId });
    if (order?.fulfilment !== 'shipped') return;
    if (managed === null) return void (await receive(tx, brandId, deps.timers, order, 'time', nowDate()));
    if (received) return noteTrade(tx, brandId, deps.timers, order, { kind: 'received', by: null, at: nowDate(), settledAt: null });
    const [last] = (await readParcels(tx, brandId, orderId)).slice(-1);
    if (now() - (last?.shippedAt.getTime() ?? 0) < ASK_UNTIL) await deps.timers.set(tx, { brandId, name: RECEIPT_TIMER, key: orderId, dueAt: new Date(now() + ASK_AGAIN), payload: null });
  });
}

/** As WeChat has it; null where its shipping service does not manage the order. */
async function managedOrder({ database, miniPrograms }: ShippingDeps, brandId: number, orderId: string): Promise<PlatformOrder | null> {
  const db = database.forBrand(brandId);
  const order = await readOrder(db, brandId, orderId);
  const upload = await readUpload(db, brandId, orderId);
  if (!upload || upload.state === 'not_needed' || order.assetId === null) return null;
  const client = await miniPrograms.clientOf(brandId, order.assetId);
  const transactionId = await transactionOf(db, brandId, orderId);
  return client && transactionId ? client.shipping.order({ transactionId }) : null;
}

const isReceived = ({ order_state }: PlatformOrder): boolean => order_state === 3 || order_state === 4 || order_state === 6;

/**
 * The buyer says they have it. Where WeChat keeps the order they confirmed it there, in its own window, and it is asked:
 * the client's word proves nothing. @returns the order as it is now
 * @throws Problem not_found (404), not_shipped, not_yet_at_wechat, not_confirmed (409), wechat_busy (503)
 */
export async function confirmReceipt(deps: ShippingDeps, brandId: number, identityId: number, orderId: string): Promise<OrderRow> {
  const db = deps.database.forBrand(brandId);
  const order = await readOwnOrder(db, brandId, identityId, orderId);
  if (order.fulfilment === 'received') return order;
  if (order.fulfilment !== 'shipped') throw conflict('not_shipped', { zh: '订单还没有全部发货。', en: 'Not everything in this order has been sent yet.' });
  if (isStillToBeTold(await readUpload(db, brandId, orderId))) throw conflict('not_yet_at_wechat', { zh: '品牌还在把发货信息告诉微信，请稍后再来确认收货。', en: 'The brand is still telling WeChat that this was sent; try again later.' });
  const managed = await managedOrder(deps, brandId, orderId).catch(refuse);
  if (managed !== null && !isReceived(managed)) throw conflict('not_confirmed', { zh: '微信还没有收到您的确认，请在弹出的窗口里确认收货。', en: 'WeChat has no confirmation yet; confirm in its window.' });
  await db.tx(async (tx) => {
    const locked = (await lockOrder(tx, brandId, { id: orderId }))!;
    await noteTrade(tx, brandId, deps.timers, locked, { kind: 'received', by: 'buyer', at: nowDate(), settledAt: null });
  });
  return readOrder(db, brandId, orderId);
}

/** WeChat does not know yet that everything has left: its window would not open. */
const isStillToBeTold = (upload: Upload | null): boolean => upload !== null && !upload.finished && (upload.state === 'waiting' || upload.state === 'refused');

/** Whether the buyer can say that they have it. */
export const mayConfirmReceipt = async ({ database }: Pick<ShippingDeps, 'database'>, brandId: number, order: OrderRow): Promise<boolean> =>
  order.fulfilment === 'shipped' && !isStillToBeTold(await readUpload(database.forBrand(brandId), brandId, order.id));

/** What `wx.openBusinessView({ businessType: 'weappOrderConfirm' })` takes; null where the buyer confirms here. */
export async function confirmationAtWechat(deps: Pick<ShippingDeps, 'database'>, brandId: number, order: OrderRow): Promise<{ merchant_id: string; merchant_trade_no: string; transaction_id: string } | null> {
  if (order.fulfilment !== 'shipped') return null;
  const db = deps.database.forBrand(brandId);
  const upload = await readUpload(db, brandId, order.id);
  if (!upload?.finished || upload.state === 'not_needed') return null;
  const [payment] = await db.query<{ mchid: string; transactionId: string }>('select mchid, transaction_id as "transactionId" from payment where brand_id = $1 and order_id = $2', [brandId, order.id]);
  return payment ? { merchant_id: payment.mchid, merchant_trade_no: order.number, transaction_id: payment.transactionId } : null;
}

/**
 * WeChat asks the buyer to confirm what the carrier has delivered: once an order, express only.
 * @throws Problem not_found (404), not_told, receipt_reminded (409), wechat_refused (502), wechat_busy (503)
 */
export async function remindToConfirm(deps: ShippingDeps, brandId: number, orderId: string, deliveredAt: Date, by: string, also: (tx: Tx) => Promise<void>): Promise<void> {
  const db = deps.database.forBrand(brandId);
  const order = await readOrder(db, brandId, orderId);
  const upload = await readUpload(db, brandId, orderId);
  const client: MiniProgramClient | null = order.assetId === null ? null : await deps.miniPrograms.clientOf(brandId, order.assetId);
  const transactionId = await transactionOf(db, brandId, orderId);
  if (!client || !transactionId || !upload?.finished || order.fulfilment !== 'shipped') {
    throw conflict('not_told', { zh: '微信收到全部发货信息后，才能提醒买家收货。', en: 'The buyer can be reminded once WeChat knows that everything has left.' });
  }
  if (upload.remindedAt !== null) throw conflict('receipt_reminded', { zh: '每个订单只能提醒一次，已经提醒过。', en: 'WeChat reminds once an order, and it has.' });
  await client.shipping.remindToConfirm({ transactionId }, deliveredAt).catch(refuse);
  await db.tx(async (tx) => {
    await lockOrder(tx, brandId, { id: orderId });
    await tx.query('update shipping_upload set reminded_at = $3 where brand_id = $1 and order_id = $2', [brandId, orderId, nowDate()]);
    await noteStep(tx, brandId, orderId, order.state, order.state, 'receipt_reminded', by);
    await also(tx);
  });
}

async function transactionOf(db: Pick<Tx, 'query'>, brandId: number, orderId: string): Promise<string | null> {
  const [payment] = await db.query<{ transactionId: string | null }>('select transaction_id as "transactionId" from payment where brand_id = $1 and order_id = $2', [brandId, orderId]);
  return payment?.transactionId ?? null;
}

function refuse(error: unknown): never {
  throw isWechatError(error) ? wechatProblem(error) : error;
}
