import { appendInTx, type Querier } from '@qingniao/activity';
import { badRequest, conflict, newId, notFound, now, nowDate } from '@qingniao/kernel';
import type { Timers, Tx } from '@qingniao/storage';
import { orderEvent } from '../orders/order-event.ts';
import { lockOrder, noteStep, orderNotFound, type OrderRow } from '../orders/order-row.ts';
import { ofFault } from '../after-sale/may-ask.ts';
import { leftToShip, type LineUnits, moveFulfilment, shippingEvent } from './fulfilment.ts';
import { MOST_PARCELS } from './plan-upload.ts';

export type ShippingMethod = 'express' | 'local' | 'pickup';
export const shippingMethods: readonly ShippingMethod[] = ['express', 'local', 'pickup'];

/** Tells WeChat what left; keyed by order, so several parcels within moments are told together. */
export const UPLOAD_TIMER = 'store-shipping-upload';
/** When an order ought to have been received; keyed by order. */
export const RECEIPT_TIMER = 'store-receipt';
/** After so long a delivery is taken as received (milliseconds): a day after WeChat does so for express, whose event comes first. */
const TAKEN_AS_RECEIVED = 11 * 86_400_000;

export interface Parcel {
  id: string;
  seq: number;
  method: ShippingMethod;
  carrierId: string | null;
  carrierName: string | null;
  waybill: string | null;
  shippedAt: Date;
  shippedBy: string;
  uploadedAt: Date | null;
  lines: { position: number; units: number }[];
}

/** By express both are there; the id is of WeChat's list. */
export interface Waybill {
  carrierId: string;
  carrierName: string;
  number: string;
}

export interface ShipInput {
  method: ShippingMethod;
  waybill: Waybill | null;
  /** Null: everything that is left. */
  lines: { position: number; units: number }[] | null;
}

/**
 * What is in a parcel has left. WeChat is told by a timer, as often as it takes.
 * @returns the parcel's id
 * @throws Problem not_found (404), not_paid, nothing_to_ship, no_address, too_many_parcels, one_delivery (409), waybill, ship_line (422)
 */
export async function shipOrder(tx: Tx, brandId: number, timers: Timers, orderId: string, input: ShipInput, by: string): Promise<string> {
  const order = await lockOrder(tx, brandId, { id: orderId });
  if (!order) throw orderNotFound();
  if (order.state !== 'paid') throw conflict('not_paid', { zh: '订单未付款，不能发货。', en: 'This order is not paid; it cannot be shipped.' });
  const units = await unitsOf(tx, brandId, orderId);
  const lines = await linesToShip(tx, brandId, orderId, units, input.lines);
  const before = await readParcels(tx, brandId, orderId);
  requireFits(order, before, input, units, lines);
  const [at, id] = [nowDate(), newId()];
  await tx.query(
    `insert into parcel (brand_id, id, order_id, seq, method, carrier_id, carrier_name, waybill, shipped_at, shipped_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [brandId, id, orderId, before.length + 1, input.method, input.waybill?.carrierId ?? null, input.waybill?.carrierName ?? null, input.waybill?.number ?? null, at, by],
  );
  await tx.query('insert into parcel_line (brand_id, parcel_id, position, quantity) select $1, $2, * from unnest($3::int[], $4::int[])', [
    brandId, id, lines.map((line) => line.position), lines.map((line) => line.units),
  ]);
  const event = shippingEvent(await unitsOf(tx, brandId, orderId))!;
  await moveFulfilment(tx, brandId, order, event, event === 'left' ? 'part_shipped' : 'shipped', by);
  await tellWechat(tx, brandId, timers, orderId);
  if (event === 'all_left') await expectReceipt(tx, brandId, timers, orderId);
  await appendInTx(tx, brandId, [orderEvent(event === 'left' ? 'order.part_shipped' : 'order.shipped', order, at, order.paidFen, id)]);
  return id;
}

function requireFits(order: OrderRow, before: readonly Parcel[], { method, waybill }: ShipInput, units: readonly LineUnits[], lines: Parcel['lines']): void {
  if ((method === 'express') !== (waybill !== null)) {
    throw badRequest('waybill', { zh: '快递发货须选择快递公司并填写运单号；其他方式不填。', en: 'Express needs a carrier and a waybill number; other ways have none.' }, { field: 'waybill' });
  }
  // What is picked up needs none, but a gift nobody has accepted yet (W-50).
  if ((method !== 'pickup' || order.forGift) && order.address === null) {
    throw conflict('no_address', { zh: '订单没有收货地址，不能寄出。', en: 'This order has no address to send it to.' });
  }
  if (before.length >= MOST_PARCELS) throw conflict('too_many_parcels', { zh: `一个订单最多 ${MOST_PARCELS} 个包裹。`, en: `An order has ${MOST_PARCELS} parcels at most.` });
  const isPart = units.some((line) => leftToShip(line) > (lines.find(({ position }) => position === line.position)?.units ?? 0));
  if ([...before, { method }].some((one) => one.method !== 'express') && (before.length > 0 || isPart)) {
    throw conflict('one_delivery', { zh: '只有快递可以分包裹发货；同城配送和自提须一次交付全部商品。', en: 'Only express may be split; local delivery and pick-up take the whole order at once.' }, { field: 'method' });
  }
}

/** What is asked for, or all that is left; units whose money may still go back wait until that is decided. */
async function linesToShip(tx: Tx, brandId: number, orderId: string, units: readonly LineUnits[], asked: ShipInput['lines']): Promise<Parcel['lines']> {
  const held = await unitsInQuestion(tx, brandId, orderId);
  const left = new Map(units.map((line) => [line.position, Math.max(0, leftToShip(line) - (held.get(line.position) ?? 0))]));
  const lines = asked ?? [...left].filter(([, most]) => most > 0).map(([position, most]) => ({ position, units: most }));
  if (lines.length === 0) throw conflict('nothing_to_ship', { zh: '没有可发货的商品：已全部发出、已退款或正在申请退款。', en: 'Nothing is left to ship: it left, was refunded, or money back is asked for it.' });
  for (const [index, { position, units: wanted }] of lines.entries()) {
    const most = left.get(position);
    if (most === undefined || lines.findIndex((one) => one.position === position) < index || wanted < 1 || wanted > most) {
      throw badRequest('ship_line', { zh: `该商品还可发 ${most ?? 0} 件。`, en: `${most ?? 0} of this line are left to ship.` }, { field: `lines.${index}.units`, data: { left: most ?? 0 } });
    }
  }
  return lines;
}

/** SQL over an order line `l`: its units that were sent, and those refunded or on their way to it, which had left or not. */
const sentAndBack = `
  lateral (select coalesce(sum(p.quantity), 0)::int as units from parcel_line p join parcel one on one.brand_id = p.brand_id and one.id = p.parcel_id
            where p.brand_id = l.brand_id and one.order_id = l.order_id and p.position = l.position) sent,
  lateral (select coalesce(sum(r.quantity - r.had_left), 0)::int as unsent, coalesce(sum(r.had_left), 0)::int as sent
             from refund_line r join refund one on one.brand_id = r.brand_id and one.id = r.refund_id
            where r.brand_id = l.brand_id and one.order_id = l.order_id and r.position = l.position and one.state <> 'closed') back`;

/** By line: units bought, sent and refunded. Of what was shipped in WeChat's own console, which knows no parts, all that was left has left. */
export const unitsOf = (db: Querier, brandId: number, orderId: string): Promise<LineUnits[]> =>
  db.query<LineUnits & Record<string, unknown>>(
    `select l.position, l.quantity, case when there.shipped then greatest(sent.units, l.quantity - back.unsent) else sent.units end as shipped,
            back.unsent as "refundedUnsent", back.sent as "refundedSent"
       from order_line l, ${sentAndBack},
            (select exists (select 1 from order_step s where s.brand_id = $1 and s.order_id = $2 and s.why = 'shipped_at_wechat') as shipped) there
      where l.brand_id = $1 and l.order_id = $2 order by l.position`, [brandId, orderId],
  );

/** SQL over an order line `l`: units whose money has gone back. */
export const refundedUnits = `(select coalesce(sum(r.quantity), 0)::int from refund f join refund_line r on r.brand_id = f.brand_id and r.refund_id = f.id
     where f.brand_id = l.brand_id and f.order_id = l.order_id and f.state = 'succeeded' and r.position = l.position)`;

const isOfFault = `c.reason in (${ofFault.map((reason) => `'${reason}'`).join(', ')})`;
/**
 * SQL over an order line `l` beside `sentAndBack`: unsent units of which money back is asked and not decided, or agreed to
 * and closed by WeChat Pay without paying: it may go yet. What is wrong with goods is seen once they have come.
 */
const inQuestion = `(select coalesce(sum(a.quantity) filter (where c.state = 'requested' and not ${isOfFault}), 0) + coalesce(sum(r.quantity - r.had_left) filter (where c.state = 'refund_failed'), 0)
                   + greatest(0, coalesce(sum(a.quantity) filter (where c.state = 'requested' and ${isOfFault}), 0) - greatest(0, sent.units - back.sent))
  from after_sale c join after_sale_line a on a.brand_id = c.brand_id and a.case_id = c.id
  left join refund_line r on r.brand_id = c.brand_id and r.refund_id = c.refund_id and r.position = a.position
 where c.brand_id = l.brand_id and c.order_id = l.order_id and a.position = l.position and c.kind = 'refund' and c.state in ('requested', 'refund_failed'))::int`;

const isOnTheWay = `o.state = 'paid' and o.fulfilment in ('to_ship', 'part_shipped') and o.refunded_fen < o.paid_fen`;
/** SQL over an order `o`: something of it is not sent, and its money has not gone back. Units refunded for less than was paid for them are not. */
export const isUnfinished = `${isOnTheWay} and exists (select 1 from order_line l where l.brand_id = o.brand_id and l.order_id = o.id and l.quantity > ${refundedUnits})`;
/** SQL over an order `o`: something of it may be sent now. Not what money back is asked for, and no gift before it is known where to. */
export const isToShip = `${isOnTheWay} and not (o.for_gift and o.address is null) and exists (
  select 1 from order_line l, ${sentAndBack} where l.brand_id = o.brand_id and l.order_id = o.id and l.quantity > sent.units + back.unsent + ${inQuestion})`;

/** SQL over an order `o`: WeChat would not take what was shipped, and somebody has to look. */
export const isUploadRefused = `o.state = 'paid' and o.fulfilment in ('part_shipped', 'shipped') and o.refunded_fen < o.paid_fen and exists (
  select 1 from shipping_upload u where u.brand_id = o.brand_id and u.order_id = o.id and u.state = 'refused')`;

/** By line: unsent units whose money may still go back. */
export async function unitsInQuestion(db: Querier, brandId: number, orderId: string): Promise<Map<number, number>> {
  const rows = await db.query<{ position: number; units: number }>(
    `select l.position, ${inQuestion} as units from order_line l, ${sentAndBack} where l.brand_id = $1 and l.order_id = $2`, [brandId, orderId],
  );
  return new Map(rows.map(({ position, units }) => [position, units]));
}

/** In the order they left. */
export async function readParcels(db: Querier, brandId: number, orderId: string): Promise<Parcel[]> {
  const parcels = await db.query<Omit<Parcel, 'lines'> & Record<string, unknown>>(
    `select id, seq, method, carrier_id as "carrierId", carrier_name as "carrierName", waybill, shipped_at as "shippedAt", shipped_by as "shippedBy", uploaded_at as "uploadedAt"
       from parcel where brand_id = $1 and order_id = $2 order by seq`, [brandId, orderId],
  );
  const lines = parcels.length === 0 ? [] : await db.query<{ parcelId: string; position: number; units: number }>(
    'select parcel_id as "parcelId", position, quantity as units from parcel_line where brand_id = $1 and parcel_id = any ($2) order by position', [brandId, parcels.map(({ id }) => id)],
  );
  return parcels.map((parcel) => ({ ...parcel, lines: lines.filter(({ parcelId }) => parcelId === parcel.id).map(({ position, units }) => ({ position, units })) }));
}

/**
 * Another carrier or number for a parcel. WeChat takes one change, once everything has left.
 * @throws Problem not_found (404), already_received, not_all_shipped, change_used (409), waybill (422)
 */
export async function correctParcel(tx: Tx, brandId: number, timers: Timers, orderId: string, parcelId: string, waybill: Waybill, by: string): Promise<void> {
  const order = await lockOrder(tx, brandId, { id: orderId });
  const parcel = order && (await readParcels(tx, brandId, orderId)).find(({ id }) => id === parcelId);
  if (!parcel) throw notFound({ zh: '该包裹', en: 'parcel' });
  if (parcel.method !== 'express') throw badRequest('waybill', { zh: '该订单没有运单。', en: 'This delivery has no waybill.' }, { field: 'waybill' });
  if (order.fulfilment === 'received') throw conflict('already_received', { zh: '买家已收货，运单不能再修改。', en: 'The buyer has received it; its waybill cannot be changed any more.' });
  const upload = await readUpload(tx, brandId, orderId);
  if (parcel.uploadedAt !== null && !upload?.finished) {
    throw conflict('not_all_shipped', { zh: '微信只接受全部发货后的一次修改，请先发完其余商品。', en: 'WeChat takes one change after everything has left; ship the rest first.' });
  }
  if (parcel.uploadedAt !== null && upload?.changed) throw conflict('change_used', { zh: '微信只允许修改一次发货信息，已经用过。', en: 'WeChat takes one change of shipping information, and it has been used.' });
  await tx.query('update parcel set carrier_id = $3, carrier_name = $4, waybill = $5, uploaded_at = null where brand_id = $1 and id = $2', [
    brandId, parcelId, waybill.carrierId, waybill.carrierName, waybill.number,
  ]);
  await noteStep(tx, brandId, orderId, order.state, order.state, 'parcel_corrected', by);
  await tellWechat(tx, brandId, timers, orderId);
}

export interface Upload {
  state: 'waiting' | 'told' | 'refused' | 'not_needed';
  attempts: number;
  errorZh: string | null;
  errorEn: string | null;
  sentAt: Date | null;
  finished: boolean;
  changed: boolean;
  remindedAt: Date | null;
  settlesAt: Date | null;
  settledAt: Date | null;
}

/** Null before the first parcel. */
export async function readUpload(db: Querier, brandId: number, orderId: string): Promise<Upload | null> {
  const [upload] = await db.query<Upload & Record<string, unknown>>(
    `select state, attempts, error_zh as "errorZh", error_en as "errorEn", sent_at as "sentAt", finished, changed, reminded_at as "remindedAt", settles_at as "settlesAt", settled_at as "settledAt"
       from shipping_upload where brand_id = $1 and order_id = $2`, [brandId, orderId],
  );
  return upload ?? null;
}

/** There is something new to tell, or somebody wants another try. The order must be locked. */
export async function tellWechat(tx: Tx, brandId: number, timers: Timers, orderId: string): Promise<void> {
  await tx.query(
    `insert into shipping_upload (brand_id, order_id, state, attempts, finished, changed) values ($1, $2, 'waiting', 0, false, false)
     on conflict (brand_id, order_id) do update set state = 'waiting', error_zh = null, error_en = null`, [brandId, orderId],
  );
  await timers.set(tx, { brandId, name: UPLOAD_TIMER, key: orderId, dueAt: nowDate(), payload: null });
}

export const expectReceipt = (tx: Tx, brandId: number, timers: Timers, orderId: string): Promise<void> =>
  timers.set(tx, { brandId, name: RECEIPT_TIMER, key: orderId, dueAt: new Date(now() + TAKEN_AS_RECEIVED), payload: null });

/** After money went back: what was still to come may be nothing now. The order must be locked. */
export async function shipNoRest(tx: Tx, brandId: number, timers: Timers, order: OrderRow, by: string): Promise<void> {
  if (order.fulfilment !== 'part_shipped' || shippingEvent(await unitsOf(tx, brandId, order.id)) !== 'all_left') return;
  await moveFulfilment(tx, brandId, order, 'all_left', 'rest_refunded', by);
  await tellWechat(tx, brandId, timers, order.id);
  await expectReceipt(tx, brandId, timers, order.id);
}
