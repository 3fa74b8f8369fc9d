import { appendInTx, type NewEvent } from '@qingniao/activity';
import { allocate, badRequest, conflict, type Fen, nowDate } from '@qingniao/kernel';
import type { Timers, Tx } from '@qingniao/storage';
import { type OrderRow, readLines } from '../orders/order-row.ts';
import { AFTER_SALE, type RefundAsked, refundSharesOf, requestRefund } from '../pay/request-refund.ts';
import { keptOf, leftToShip } from '../shipping/fulfilment.ts';
import { unitsOf } from '../shipping/parcels.ts';
import { moveReplacement, returnUnits } from '../stock/holds.ts';
import { type Instead, isEngraved, nameInstead, nameLines } from './ask.ts';
import { ofFault } from './may-ask.ts';
import { type Asker, caseClosed, caseMoved, type CaseRow, lockCase, lockOwnCase, moveCase, readCaseLines } from './case-row.ts';
import { bySku, type BySku, heldOf, take } from './held.ts';
import { forgetPhotos } from './photos.ts';
import { readAfterSaleSettings } from './settings.ts';

/** What is sent instead, where whoever asked could not say or did not; both null: the same again, or what they asked for. */
export interface Decision extends Instead {
  approve: boolean;
  /** Whoever asked reads it: where goods go (''; as the settings say), or why not. */
  note: string;
  /** Less than what was paid for the units; null: all of it. */
  agreedFen: Fen | null;
  /** What it is about, where whoever asked could not say. */
  lines: { position: number; units: number }[];
}

/**
 * The brand agrees or not. Money for what is not to come back goes at once; a replacement is set aside.
 * @returns for the log, which comes last; so do the brand's other steps
 * @throws Problem not_found (404), case_state, already_refunded, replacement_gone, after_sale_<why not> (409), note, agreed_fen, nothing_to_refund, case_lines, case_line, replacement (422)
 */
export async function decideCase(tx: Tx, brandId: number, timers: Timers, caseId: string, { approve, note, agreedFen, ...about }: Decision, by: string): Promise<NewEvent> {
  const { one: asked, order } = await lockCase(tx, brandId, caseId);
  const one = approve ? await named(tx, brandId, order, asked, about) : asked;
  const said = note === '' && approve && one.kind !== 'refund' ? (await readAfterSaleSettings(tx, brandId)).returnAddress : note;
  if (said === '' && (!approve || one.kind !== 'refund')) {
    throw badRequest('note', approve ? { zh: '请写明寄回地址，或在售后设置中填写。', en: 'Say where the goods go, or name it in the after-sale settings.' } : { zh: '请写明拒绝的原因。', en: 'Say why.' }, { field: 'note' });
  }
  const decided = { ...one, agreedFen: approve ? await agreed(tx, brandId, one, agreedFen) : null };
  const state = await moveCase(tx, brandId, timers, one, approve ? 'approve' : 'refuse', said, by);
  if (approve) await requireKept(tx, brandId, one);
  if (approve && one.kind === 'exchange') await setReplacementAside(tx, brandId, one, order, by);
  if (state === 'refunding') await payBack(tx, brandId, timers, { ...decided, state }, by);
  return caseMoved(order, one, state);
}

/** A receiver's case is agreed to when it is known what it is about, and what is sent instead. */
async function named(tx: Tx, brandId: number, order: OrderRow, one: CaseRow, { lines, replacementSkuId, replacementChoice }: Pick<Decision, 'lines' | keyof Instead>): Promise<CaseRow> {
  if (one.state !== 'requested') return one;
  const said = await readCaseLines(tx, brandId, one.id);
  const isSaid = said.length > 0;
  if (isSaid !== (lines.length === 0)) {
    throw badRequest('case_lines', isSaid ? { zh: '申请已写明商品，不能另选。', en: 'What this case is about was said when it was asked for.' } : { zh: '请选择申请所指的商品。', en: 'Choose what this case is about.' }, { field: 'lines' });
  }
  const instead = { replacementSkuId, replacementChoice };
  if (!isSaid) await nameLines(tx, brandId, order, one, lines, instead);
  else if (replacementSkuId === null && replacementChoice === null) return one;
  else await nameInstead(tx, brandId, one, said, instead);
  return { ...one, ...instead };
}

/** Goods come back, or are exchanged, of what nobody paid back over the counter meanwhile. @throws Problem already_refunded (409) */
async function requireKept(tx: Tx, brandId: number, { id, orderId, kind }: CaseRow): Promise<void> {
  if (kind !== 'return' && kind !== 'exchange') return;
  const asked = await tx.query<{ position: number; units: number; others: number }>(
    `select l.position, l.quantity as units,
            (select coalesce(sum(a.quantity), 0)::int from after_sale c join after_sale_line a on a.brand_id = c.brand_id and a.case_id = c.id
              where c.brand_id = $1 and c.order_id = $3 and c.id <> $2 and a.position = l.position and c.kind in ('return', 'exchange') and c.closed_at is null and c.state <> 'refunding') as others
       from after_sale_line l where l.brand_id = $1 and l.case_id = $2`, [brandId, id, orderId],
  );
  const kept = new Map((await unitsOf(tx, brandId, orderId)).map((line) => [line.position, keptOf(line)]));
  if (asked.every(({ position, units, others }) => units + others <= kept.get(position)!)) return;
  throw conflict('already_refunded', { zh: '其中的商品已另行退款，请拒绝该申请。', en: 'Money for some of this went back another way meanwhile; refuse the case.' });
}

/** Up to what was paid for the units, and written down. */
async function agreed(tx: Tx, brandId: number, one: CaseRow, agreedFen: Fen | null): Promise<Fen | null> {
  if (agreedFen === null) return one.agreedFen;
  const most = (await sharesOf(tx, brandId, one)).reduce((sum, { fen }) => sum + fen, 0);
  if ((one.kind !== 'refund' && one.kind !== 'return') || agreedFen < 1 || agreedFen > most) {
    throw badRequest('agreed_fen', { zh: '退款金额须大于零，且不超过这些商品的实付金额。', en: 'More than nothing and no more than what was paid for these units.' }, { field: 'agreedFen', data: { most } });
  }
  await tx.query('update after_sale set agreed_fen = $3 where brand_id = $1 and id = $2', [brandId, one.id, agreedFen]);
  return agreedFen;
}

const sharesOf = async (tx: Tx, brandId: number, one: CaseRow): Promise<{ position: number; units: number; fen: Fen }[]> =>
  refundSharesOf(tx, brandId, one.orderId, await readCaseLines(tx, brandId, one.id));

/** What may go back for these units: of each line its share, of which the agreed sum may leave some. */
async function payBack(tx: Tx, brandId: number, timers: Timers, one: CaseRow, by: string): Promise<void> {
  const shares = await sharesOf(tx, brandId, one);
  const meant = await meantBy(tx, brandId, one);
  const parts = one.agreedFen === null ? null : allocate(one.agreedFen, shares.map(({ fen }) => fen));
  const [{ tries }] = (await tx.query<{ tries: number }>(`select count(*)::int as tries from after_sale_step where brand_id = $1 and case_id = $2 and to_state = 'refunding'`, [brandId, one.id])) as [{ tries: number }];
  const { refund } = await requestRefund(tx, brandId, timers, one.orderId, {
    lines: shares.map(({ position, units, fen }, index) => ({ position, units, fen: parts?.[index] ?? fen, ...meant(position) })),
    reason: AFTER_SALE, requestKey: `after-sale-${one.id}-${tries}`,
  }, by);
  await tx.query('update after_sale set refund_id = $3 where brand_id = $1 and id = $2', [brandId, one.id, refund.id]);
}

/**
 * Which of a case's units money goes back for, and what of them is on sale again with it: nothing that has left, and
 * nothing that is engraved, which nobody else would have.
 */
async function meantBy(tx: Tx, brandId: number, { kind, reason, orderId }: CaseRow): Promise<(position: number) => Pick<RefundAsked, 'meant' | 'restock'>> {
  // What came back is on sale again as its inspection said.
  if (kind === 'return') return () => ({ meant: 'came_back' });
  const engraved = await tx.query<{ position: number }>(`select l.position from order_line l where l.brand_id = $1 and l.order_id = $2 and ${isEngraved}`, [brandId, orderId]);
  return (position) => ({
    meant: ofFault.includes(reason) ? 'sent_first' : 'unsent_first',
    ...(engraved.some((line) => line.position === position) ? {} : { restock: 'unsent' }),
  });
}

/** Whether what was in the house when money was agreed to for it has been sent meanwhile: whoever asked has the goods. */
async function hasLeftSince(tx: Tx, brandId: number, one: CaseRow): Promise<boolean> {
  const unsent = await tx.query<{ position: number; units: number }>(
    'select position, quantity - had_left as units from refund_line where brand_id = $1 and refund_id = $2', [brandId, one.refundId],
  );
  const left = new Map((await unitsOf(tx, brandId, one.orderId)).map((line) => [line.position, leftToShip(line)]));
  return unsent.some(({ position, units }) => units > left.get(position)!);
}

async function setReplacementAside(tx: Tx, brandId: number, one: CaseRow, order: OrderRow, by: string): Promise<void> {
  const held = await heldOf(tx, brandId, order.id);
  const aside = (await readCaseLines(tx, brandId, one.id)).map(({ position, units }) =>
    ({ position, units: one.replacementSkuId === null ? bySku(take(held.get(position)!, units)) : { [one.replacementSkuId]: units } }));
  const taken = await moveReplacement(tx, brandId, order.id, summed(aside.map(({ units }) => units)), one.id, by, -1);
  if (taken === null) throw conflict('replacement_gone', { zh: '要换的规格已无库存，请补货，或拒绝后请买家改为退货。', en: 'What it should be exchanged for is not in stock; restock it, or refuse and ask for a return instead.' });
  await tx.query('update after_sale set replacement_pool_id = $3 where brand_id = $1 and id = $2', [brandId, one.id, taken]);
  await tx.query('update after_sale_line l set replaced_by = u.units from jsonb_to_recordset($3::jsonb) as u (position int, units jsonb) where l.brand_id = $1 and l.case_id = $2 and l.position = u.position', [brandId, one.id, JSON.stringify(aside)]);
}

export interface Sellable {
  position: number;
  units: number;
  /** Of a line whose buyer has several variants since an exchange, which of them; otherwise the last they were sent. */
  skuId?: string;
}

export interface Inspection {
  accept: boolean;
  note: string;
  /** Of each line, what can be sold again; those that are not named cannot. */
  sellable: Sellable[];
  /** For goods that came back worse than they left. */
  agreedFen: Fen | null;
}

/**
 * What came back was looked at. What can be sold again is on sale at once; the money goes, or the replacement may.
 * @throws Problem not_found (404), case_state, already_refunded (409), note, sellable, agreed_fen (422)
 */
export async function inspectCase(tx: Tx, brandId: number, timers: Timers, caseId: string, { accept, note, sellable, agreedFen }: Inspection, by: string): Promise<NewEvent> {
  const { one, order } = await lockCase(tx, brandId, caseId);
  if (!accept && note === '') throw badRequest('note', { zh: '请写明验货未通过的原因。', en: 'Say what is wrong with what came back.' }, { field: 'note' });
  const decided = { ...one, agreedFen: accept ? await agreed(tx, brandId, one, agreedFen) : null };
  const state = await moveCase(tx, brandId, timers, one, accept ? 'accept' : 'reject', note, by);
  if (accept) await requireKept(tx, brandId, one);
  if (!accept) await putReplacementBack(tx, brandId, one, order, by);
  else if (one.kind !== 'care') await restock(tx, brandId, one, order, sellable, by);
  if (state === 'refunding') await payBack(tx, brandId, timers, { ...decided, state }, by);
  return caseMoved(order, one, state);
}

async function restock(tx: Tx, brandId: number, one: CaseRow, order: OrderRow, sellable: Inspection['sellable'], by: string): Promise<void> {
  const lines = await readCaseLines(tx, brandId, one.id);
  const held = await heldOf(tx, brandId, order.id);
  const wrong = (index: number) => badRequest('sellable', { zh: '可再售数量不能超过退回数量。', en: 'No more can be sold again than came back.' }, { field: `sellable.${index}.units` });
  const good = sellable.map(({ position, units, skuId }, index) => {
    const line = lines.find((known) => known.position === position);
    const together = sellable.slice(0, index + 1).filter((other) => other.position === position);
    if (!line || together.reduce((sum, other) => sum + other.units, 0) > line.units || together.slice(0, -1).some((other) => other.skuId === skuId)) throw wrong(index);
    const found = take(held.get(position)!, units, skuId ?? null);
    if (found.reduce((sum, some) => sum + some.units, 0) < units) throw wrong(index);
    return { position, units: found };
  });
  const back = lines.map(({ position, units }) => {
    const again = good.filter((some) => some.position === position).flatMap((some) => some.units);
    const fit = again.reduce((sum, some) => sum + some.units, 0);
    return { position, sellable: fit, units: bySku([...again, ...take(held.get(position)!, units - fit)]) };
  });
  await tx.query(
    'update after_sale_line l set sellable = u.sellable, came_back = u.units from jsonb_to_recordset($3::jsonb) as u (position int, sellable int, units jsonb) where l.brand_id = $1 and l.case_id = $2 and l.position = u.position',
    [brandId, one.id, JSON.stringify(back)],
  );
  await returnUnits(tx, brandId, order, one.id, summed(good.map(({ units }) => bySku(units))), by);
}

/** Of an exchange that comes to nothing. */
async function putReplacementBack(tx: Tx, brandId: number, one: CaseRow, order: OrderRow, by: string): Promise<void> {
  if (one.replacementPoolId === null) return;
  await moveReplacement(tx, brandId, order.id, await replacements(tx, brandId, one), one.id, by, 1);
  await tx.query('update after_sale set replacement_pool_id = null where brand_id = $1 and id = $2', [brandId, one.id]);
}

/** By SKU: what was set aside. */
async function replacements(tx: Tx, brandId: number, one: CaseRow): Promise<Map<string, number>> {
  const bought = new Map((await readLines(tx, brandId, one.orderId)).map(({ position, skuId }) => [position, skuId]));
  return summed((await readCaseLines(tx, brandId, one.id)).map(({ position, units, replacedBy }) => replacedBy ?? { [one.replacementSkuId ?? bought.get(position)!]: units }));
}

function summed(parts: readonly BySku[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const [skuId, units] of parts.flatMap((part) => Object.entries(part))) sum.set(skuId, (sum.get(skuId) ?? 0) + units);
  return sum;
}

/** The replacement, or what was cared for, goes to whoever asked. @throws Problem not_found (404), case_state (409) */
export async function dispatchCase(tx: Tx, brandId: number, timers: Timers, caseId: string, waybill: { carrierName: string; number: string }, note: string, by: string): Promise<NewEvent> {
  const { one, order } = await lockCase(tx, brandId, caseId);
  const state = await moveCase(tx, brandId, timers, one, 'dispatch', note, by);
  await tx.query('update after_sale set sent_carrier = $3, sent_waybill = $4 where brand_id = $1 and id = $2', [brandId, one.id, waybill.carrierName, waybill.number]);
  return caseMoved(order, one, state);
}

/** Another try, when WeChat closed a refund without paying. @throws Problem not_found (404), case_state, already_left, already_refunded (409) */
export async function retryCaseRefund(tx: Tx, brandId: number, timers: Timers, caseId: string, by: string): Promise<NewEvent> {
  const { one, order } = await lockCase(tx, brandId, caseId);
  const state = await moveCase(tx, brandId, timers, one, 'retry_refund', '', by);
  if (await hasLeftSince(tx, brandId, one)) {
    throw conflict('already_left', { zh: '同意退款后，这些商品已经发出；请拒绝该申请，买家收货后可申请退货。', en: 'These were sent after the refund was agreed to; refuse the case, and the buyer may ask for a return.' });
  }
  await payBack(tx, brandId, timers, { ...one, state }, by);
  return caseMoved(order, one, state);
}

/** Whoever asked thinks better of it, and takes their photos back. @throws Problem not_found (404), case_state (409) */
export async function withdrawCase(tx: Tx, brandId: number, timers: Timers, asker: Asker, caseId: string): Promise<void> {
  const { one, order } = await lockOwnCase(tx, brandId, asker, caseId);
  const state = await moveCase(tx, brandId, timers, one, 'withdraw', '', asker.as);
  await forgetPhotos(tx, brandId, caseId);
  await putReplacementBack(tx, brandId, one, order, asker.as);
  await appendInTx(tx, brandId, [caseMoved(order, one, state)]);
}

/** It is on its way back; until it has come its number may be put right. @throws Problem not_found (404), case_state (409) */
export async function sendBack(tx: Tx, brandId: number, timers: Timers, asker: Asker, caseId: string, { carrier, waybill }: { carrier: string; waybill: string }): Promise<void> {
  const { one, order } = await lockOwnCase(tx, brandId, asker, caseId);
  // Sent twice, as by a tap too many.
  if (one.state === 'returning' && one.returnCarrier === carrier && one.returnWaybill === waybill) return;
  const state = await moveCase(tx, brandId, timers, one, one.state === 'returning' ? 'correct_waybill' : 'send_back', '', asker.as);
  await tx.query('update after_sale set return_carrier = $3, return_waybill = $4 where brand_id = $1 and id = $2', [brandId, one.id, carrier, waybill]);
  await appendInTx(tx, brandId, [caseMoved(order, one, state)]);
}

/** What was sent has come. @throws Problem not_found (404), case_state (409) */
export async function confirmCase(tx: Tx, brandId: number, timers: Timers, asker: Asker, caseId: string): Promise<void> {
  const { one, order } = await lockOwnCase(tx, brandId, asker, caseId);
  await moveCase(tx, brandId, timers, one, 'confirm', '', asker.as);
  await closed(tx, brandId, one, order);
}

/** The time for what it is in is over: goods that were not sent back, or a delivery nobody confirmed. */
export async function endInTime(tx: Tx, brandId: number, timers: Timers, caseId: string): Promise<void> {
  const { one, order } = await lockCase(tx, brandId, caseId);
  if (one.dueAt === null || one.dueAt.getTime() > nowDate().getTime()) return;
  const state = await moveCase(tx, brandId, timers, one, 'time_over', '', 'clock');
  if (state === 'done') return closed(tx, brandId, one, order);
  await putReplacementBack(tx, brandId, one, order, 'clock');
  await appendInTx(tx, brandId, [caseMoved(order, one, state)]);
}

/** What WeChat Pay, or somebody in its stead, made of a refund. The order must be locked; nothing for a refund that belongs to no case. */
export async function caseRefundEnded(tx: Tx, brandId: number, timers: Timers, order: OrderRow, refund: { id: string; fen: Fen }, state: 'succeeded' | 'closed', by = 'wechat_pay'): Promise<void> {
  const [found] = await tx.query<{ id: string }>('select id from after_sale where brand_id = $1 and refund_id = $2', [brandId, refund.id]);
  if (!found) return;
  const { one } = await lockCase(tx, brandId, found.id);
  const to = await moveCase(tx, brandId, timers, one, state === 'succeeded' ? 'refunded' : 'refund_failed', '', by);
  if (state === 'succeeded') await closed(tx, brandId, one, order, refund.fen);
  else await appendInTx(tx, brandId, [caseMoved(order, one, to)]);
}

const closed = async (tx: Tx, brandId: number, one: CaseRow, order: OrderRow, fen: Fen = 0): Promise<void> =>
  void (await appendInTx(tx, brandId, [caseClosed(order, one, fen)]));
