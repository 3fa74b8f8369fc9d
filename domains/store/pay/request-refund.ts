import { badRequest, conflict, type Fen, newId, nowDate, type Text } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Timers, Tx } from '@qingniao/storage';
import { lockOrder, orderNotFound, readLines } from '../orders/order-row.ts';
import { type Gone, refundShare } from '../price/price.ts';
import { hadLeftOf, keptOf, type UnitsMeant } from '../shipping/fulfilment.ts';
import { unitsOf } from '../shipping/parcels.ts';

export type RefundState = 'requested' | 'processing' | 'succeeded' | 'abnormal' | 'closed';

export interface RefundAsked {
  position: number;
  units: number;
  /** Less than the share of these units, when that is what was agreed; what is left of it stays with the brand for good. */
  fen?: Fen;
  /** Where some were sent and some were not; otherwise those that were not come first. `came_back`: they were sent, all of them. */
  meant?: UnitsMeant | 'came_back';
  /** On sale again with the money: all of them, or those that never left; otherwise none. */
  restock?: 'all' | 'unsent';
}

export interface RefundRequest {
  lines: RefundAsked[];
  /** An own reason, or words: the payer reads it. */
  reason: string;
  /** Of whoever asks: the same key is the same refund. */
  requestKey: string;
}

export interface RefundRow {
  id: string;
  orderId: string;
  fen: Fen;
  reason: string;
  state: RefundState;
  requestKey: string;
  requestedAt: Date;
  requestedBy: string;
  takenAt: Date | null;
  refusal: string | null;
  endedAt: Date | null;
  endedBy: string | null;
  /** WeChat Pay refused it for good, or cannot bring it to where it goes: somebody has to say what becomes of it. */
  stuck: boolean;
  notices: string[];
  lines: RefundedLine[];
}

interface RefundedLine {
  position: number;
  units: number;
  hadLeft: number;
  restock: number;
  fen: Fen;
  /** Of these units’ share, not given back. */
  withheldFen: Fen;
}

/** Reason of what a case is ended with: also of what nothing was paid for, as with a coupon, whose goods came back all the same. */
export const AFTER_SALE = 'after_sale';
/** Reason and key of money that came when the units were gone. */
export const LATE_MONEY = 'late_money';
/**
 * Why the product itself gives money back, and what WeChat Pay tells the payer (at most 80 characters), in the language they
 * ordered in. Operators read it in their own.
 */
export const ownReasons = {
  [LATE_MONEY]: { zh: '付款到账时商品已售罄，款项原路退回', en: 'Sold out before your payment arrived; all of it goes back' },
  [AFTER_SALE]: { zh: '售后退款', en: 'Refund for your after-sale request' },
  gift_expired: { zh: '礼物未被领取，款项原路退回', en: 'Nobody accepted the gift in time; all of it goes back' },
  gift_refused: { zh: '对方未收下礼物，款项原路退回', en: 'The gift was declined; all of it goes back' },
} as const satisfies Record<string, Text>;
export type OwnReason = keyof typeof ownReasons;

/** Sends what was requested; the handler stands in send-refund.ts. */
export const REFUND_TIMER = 'store-refund';

/**
 * Writes down that money goes back; a timer sends it. Units that are refunded already, or on their way, are not refunded
 * again. What WeChat Pay closed without paying may be asked for anew.
 * @returns the refund; not new when it was requested with this key before
 * @throws Problem not_found (404), not_paid, already_refunded, key_reused (409), nothing_to_refund (422)
 */
export async function requestRefund(tx: Tx, brandId: number, timers: Timers, orderId: string, request: RefundRequest, by: string): Promise<{ refund: RefundRow; isNew: boolean }> {
  const order = await lockOrder(tx, brandId, { id: orderId });
  if (!order) throw orderNotFound();
  const before = await listRefunds(tx, brandId, orderId);
  const same = before.find(({ requestKey }) => requestKey === request.requestKey);
  if (same) return { refund: asBefore(same, request), isNew: false };
  if (order.paidFen === 0) throw conflict('not_paid', { zh: '订单尚未付款，无需退款。', en: 'Nothing has been paid for this order.' });
  const lines = await sharesOf(tx, brandId, orderId, before, request);
  const fen = lines.reduce((sum, line) => sum + line.fen, 0);
  if (fen === 0 && request.reason !== AFTER_SALE) throw badRequest('nothing_to_refund', { zh: '所选商品没有可退金额。', en: 'Nothing was paid for what was chosen.' }, { field: 'lines' });
  const refund: RefundRow = {
    id: newId(), orderId, fen, reason: request.reason, state: 'requested', requestKey: request.requestKey, requestedAt: nowDate(), requestedBy: by, takenAt: null, refusal: null, endedAt: null, endedBy: null, stuck: false, notices: [], lines,
  };
  await tx.query(
    `insert into refund (brand_id, id, order_id, fen, reason, state, request_key, requested_at, requested_by) values ($1, $2, $3, $4, $5, 'requested', $6, $7, $8)`,
    [brandId, refund.id, orderId, fen, refund.reason, refund.requestKey, refund.requestedAt, by],
  );
  for (const { position, units, hadLeft, restock, fen: share, withheldFen } of lines) {
    await tx.query(
      'insert into refund_line (brand_id, refund_id, position, quantity, had_left, restock, fen, withheld_fen) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [brandId, refund.id, position, units, hadLeft, restock, share, withheldFen],
    );
  }
  await timers.set(tx, { brandId, name: REFUND_TIMER, key: refund.id, dueAt: refund.requestedAt, payload: null });
  return { refund, isNew: true };
}

/** Everything that has not gone back yet and is not on its way; nothing more when there is nothing. */
export async function refundRest(tx: Tx, brandId: number, timers: Timers, orderId: string, request: Omit<RefundRequest, 'lines'>, by: string): Promise<void> {
  const lines = await readLines(tx, brandId, orderId);
  const gone = goneOf(await listRefunds(tx, brandId, orderId));
  const left = lines.map(({ position, quantity }) => ({ position, units: quantity - (gone.get(position)?.units ?? 0) })).filter(({ units }) => units > 0);
  if (left.length > 0) await requestRefund(tx, brandId, timers, orderId, { ...request, lines: left }, by);
}

/** Oldest first. */
export async function listRefunds(db: Querier, brandId: number, orderId: string): Promise<RefundRow[]> {
  const refunds = await db.query<Omit<RefundRow, 'lines'> & Record<string, unknown>>(
    `select id, order_id as "orderId", fen, reason, state, request_key as "requestKey", requested_at as "requestedAt", requested_by as "requestedBy", taken_at as "takenAt", refusal, ended_at as "endedAt", ended_by as "endedBy", state = 'abnormal' or (state = 'requested' and refusal is not null) as stuck, notices
       from refund where brand_id = $1 and order_id = $2 order by requested_at, id`, [brandId, orderId],
  );
  const lines = refunds.length === 0 ? [] : await db.query<RefundedLine & { refundId: string } & Record<string, unknown>>(
    'select refund_id as "refundId", position, quantity as units, had_left as "hadLeft", restock, fen, withheld_fen as "withheldFen" from refund_line where brand_id = $1 and refund_id = any ($2) order by position', [brandId, refunds.map(({ id }) => id)],
  );
  return refunds.map((refund) => ({ ...refund, lines: lines.filter(({ refundId }) => refundId === refund.id).map(({ refundId: _, ...line }) => line) }));
}

/** What may go back for these units. @throws Problem already_refunded (409), refund_line (422) */
export const refundSharesOf = async (tx: Tx, brandId: number, orderId: string, lines: RefundRequest['lines']): Promise<RefundedLine[]> =>
  sharesOf(tx, brandId, orderId, await listRefunds(tx, brandId, orderId), { lines });

/** By line: what has gone back or is on its way, and what was agreed to stay. */
function goneOf(refunds: readonly RefundRow[]): Map<number, Gone> {
  const gone = new Map<number, Gone>();
  for (const { position, units, fen, withheldFen } of refunds.filter(({ state }) => state !== 'closed').flatMap(({ lines }) => lines)) {
    const before = gone.get(position) ?? { units: 0, fen: 0 };
    gone.set(position, { units: before.units + units, fen: before.fen + fen + withheldFen });
  }
  return gone;
}

async function sharesOf(tx: Tx, brandId: number, orderId: string, before: readonly RefundRow[], request: Pick<RefundRequest, 'lines'>): Promise<RefundedLine[]> {
  const lines = await readLines(tx, brandId, orderId);
  const sent = new Map((await unitsOf(tx, brandId, orderId)).map((line) => [line.position, line]));
  const gone = goneOf(before);
  return request.lines.map(({ position, units, fen, meant = 'unsent_first', restock }, index) => {
    const line = lines.find((one) => one.position === position);
    if (!line || request.lines.findIndex((one) => one.position === position) < index) {
      throw badRequest('refund_line', { zh: '退款商品有误，请刷新订单后重试。', en: 'Each line of the order is named once; look at the order again.' }, { field: `lines.${index}.position` });
    }
    const already = gone.get(position) ?? { units: 0, fen: 0 };
    const left = meant === 'came_back' ? keptOf(sent.get(position)!) : line.quantity - already.units;
    if (units > left) {
      throw conflict('already_refunded', { zh: `该商品只剩 ${left} 件可退。`, en: `Only ${left} of this line can still be refunded.` }, { field: `lines.${index}.units`, data: { left } });
    }
    const share = refundShare(line.payFen, line.quantity, already, units);
    const goesBack = Math.min(share, fen ?? share);
    const hadLeft = hadLeftOf(sent.get(position)!, units, meant === 'came_back' ? 'sent_first' : meant);
    return { position, units, hadLeft, restock: restock === 'all' ? units : restock === 'unsent' ? units - hadLeft : 0, fen: goesBack, withheldFen: share - goesBack };
  });
}

function asBefore(refund: RefundRow, { lines }: RefundRequest): RefundRow {
  const asked = (of: readonly { position: number; units: number }[]) => JSON.stringify(of.map(({ position, units }) => [position, units]).sort());
  if (asked(refund.lines) === asked(lines)) return refund;
  throw conflict('key_reused', { zh: '同一请求编号已用于另一笔退款。', en: 'This request key belongs to another refund; use a new one.' });
}
