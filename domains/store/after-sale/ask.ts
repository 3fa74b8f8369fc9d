import { appendInTx, type Querier } from '@qingniao/activity';
import { badRequest, conflict, newId, nowDate, type Text } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { orderEvent } from '../orders/order-event.ts';
import { type OrderRow, readLines, readOrder } from '../orders/order-row.ts';
import { lockOwnOrder } from '../orders/own-order.ts';
import { type Asker, caseMoved, type CaseRow, noteCaseStep, readCase, readCaseLines, type ReplacementChoice } from './case-row.ts';
import { type CaseKind, caseKinds, turns } from './machine.ts';
import { type Asked, type Limits, mayAsk, type No, type Reason, reasonsOf } from './may-ask.ts';
import { unitsOf } from '../shipping/parcels.ts';
import { choicesFor } from './replacements.ts';
import { readAfterSaleSettings } from './settings.ts';

export interface Instead {
  /** Of an exchange: another variant of the same product, at the same price; null: the same again. */
  replacementSkuId: string | null;
  /** Or the same variant made another way, at the same price. */
  replacementChoice: ReplacementChoice | null;
}

export interface CaseRequest extends Instead {
  kind: CaseKind;
  reason: Reason;
  words: string;
  /** A gift's receiver, who is shown none, may name none: the desk does. */
  lines: { position: number; units: number }[];
  /** The Idempotency-Key. */
  requestKey: string;
}

const sentences = ({ tasteDays, faultDays }: Limits): Record<No, Text> => ({
  not_shipped: { zh: '商品还没有发出，请申请退款。', en: 'This has not been sent yet; ask for your money back instead.' },
  too_late: { zh: `已超过申请期限：签收后 ${tasteDays} 天内可无理由退货，质量问题 ${faultDays} 天内。`, en: `The time to ask is over: ${tasteDays} days after receipt for a change of mind, ${faultDays} for what is wrong with it.` },
  personalised: { zh: '刻字商品为您定制，不支持无理由退换。', en: 'This was made for you with an engraving, so it cannot come back for a change of mind.' },
  nothing_left: { zh: '该商品已退款，或已在另一个售后申请中。', en: 'This was refunded, or is in another case already.' },
  wrong_reason: { zh: '请选择与申请类型相符的原因。', en: 'Choose a reason that fits what you ask for.' },
});

/**
 * A buyer asks. The same key is the same case, however often it is sent.
 * @returns the case's id
 * @throws Problem not_found (404), not_paid, key_reused, after_sale_<why not> (409), case_line, replacement (422)
 */
export async function askForService(tx: Tx, brandId: number, identityId: number, orderId: string, request: CaseRequest): Promise<string> {
  const order = await lockOwnOrder(tx, brandId, identityId, orderId);
  // The case stays with its order, should contacts that were merged be taken apart again.
  return openCase(tx, brandId, order, { identityId: order.identityId, as: 'buyer' }, request);
}

/** The order must be locked, and be the asker's to ask about. Throws as `askForService`. */
export async function openCase(tx: Tx, brandId: number, order: OrderRow, { identityId, as }: { identityId: number; as: Asker['as'] }, request: CaseRequest): Promise<string> {
  const orderId = order.id;
  const same = await caseOfRequest(tx, brandId, identityId, orderId, request);
  if (same !== null) return same;
  if (order.state !== 'paid') throw conflict('not_paid', { zh: '订单尚未付款。', en: 'This order is not paid.' });
  await requireLines(tx, brandId, order, request, nowDate());
  await requireReplacement(tx, brandId, orderId, request);
  const [id, at] = [newId(), nowDate()];
  await tx.query(
    `insert into after_sale (brand_id, id, order_id, identity_id, by_receiver, request_key, kind, reason, words, state, replacement_sku_id, replacement_choice, asked_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'requested', $10, $11, $12, $12)`,
    [brandId, id, orderId, identityId, as === 'receiver', request.requestKey, request.kind, request.reason, request.words, request.replacementSkuId, request.replacementChoice && JSON.stringify(request.replacementChoice), at],
  );
  await writeLines(tx, brandId, id, request.lines);
  await noteCaseStep(tx, brandId, id, { fromState: null, toState: 'requested', event: 'ask', note: '', at, by: as });
  // The buyer did not ask for what somebody else did.
  await appendInTx(tx, brandId, [as === 'buyer' ? orderEvent('after_sale.requested', order, at, order.paidFen, id) : caseMoved(order, { id, byReceiver: true }, 'requested')]);
  return id;
}

/**
 * The case somebody's Idempotency-Key has made; null: none yet. A gift's receiver is told neither lines nor variants: theirs
 * is compared without.
 * @throws Problem key_reused (409): it was made for something else, as when a form is put right after its answer was lost
 */
export async function caseOfRequest(db: Querier, brandId: number, identityId: number, orderId: string, { requestKey, ...asked }: Pick<CaseRequest, 'kind' | 'reason' | 'words' | 'requestKey'> & Partial<CaseRequest>): Promise<string | null> {
  const [found] = await db.query<{ id: string }>('select id from after_sale where brand_id = $1 and identity_id = $2 and request_key = $3', [brandId, identityId, requestKey]);
  if (!found) return null;
  const made = await readCase(db, brandId, found.id);
  const isSame = made.orderId === orderId && made.kind === asked.kind && made.reason === asked.reason && made.words === asked.words
    && (asked.lines === undefined || (said(asked.lines, asked) === said(await readCaseLines(db, brandId, made.id), made)));
  if (isSame) return made.id;
  throw conflict('key_reused', { zh: '您先前提交的申请已收到，与现在填写的不同；请先查看，如需修改请撤回后重新申请。', en: 'What you asked for first has reached us, and was not this. Look at it; to change it, withdraw it and ask again.' });
}

const said = (lines: CaseRequest['lines'], { replacementSkuId, replacementChoice }: Partial<Instead>): string =>
  JSON.stringify([lines.map(({ position, units }) => `${position} ${units}`).sort(), replacementSkuId ?? null, replacementChoice?.optionId ?? null, replacementChoice?.choiceId ?? null]);

const writeLines = (tx: Tx, brandId: number, caseId: string, lines: CaseRequest['lines']): Promise<unknown> =>
  tx.query('insert into after_sale_line (brand_id, case_id, position, quantity) select $1, $2, * from unnest($3::int[], $4::int[])', [
    brandId, caseId, lines.map(({ position }) => position), lines.map(({ units }) => units),
  ]);

/** What a receiver's case is about, as the desk makes out; in time is what was asked for in time. The order must be locked. Throws as `askForService`. */
export async function nameLines(tx: Tx, brandId: number, order: OrderRow, one: CaseRow, lines: CaseRequest['lines'], instead: Instead): Promise<void> {
  await requireLines(tx, brandId, order, { ...one, lines }, one.askedAt);
  await requireReplacement(tx, brandId, order.id, { ...one, lines, ...instead });
  await writeLines(tx, brandId, one.id, lines);
  await writeInstead(tx, brandId, one.id, instead);
}

/** Whether the desk may say what is sent instead: a gift's receiver who chose nothing may have written it. */
export const mayNameInstead = ({ kind, byReceiver, replacementSkuId, replacementChoice }: Pick<CaseRow, 'kind' | 'byReceiver' | keyof Instead>): boolean =>
  kind === 'exchange' && byReceiver && replacementSkuId === null && replacementChoice === null;

/** What is sent instead of the one thing a receiver's case is about. The order must be locked. @throws Problem replacement (422) */
export async function nameInstead(tx: Tx, brandId: number, one: CaseRow, lines: CaseRequest['lines'], instead: Instead): Promise<void> {
  if (!mayNameInstead(one)) throw badRequest('replacement', { zh: '申请已写明换成什么，不能另选。', en: 'What is sent instead was said when it was asked for.' }, { field: instead.replacementSkuId === null ? 'replacementChoice' : 'replacementSkuId' });
  await requireReplacement(tx, brandId, one.orderId, { ...one, lines, ...instead });
  await writeInstead(tx, brandId, one.id, instead);
}

async function writeInstead(tx: Tx, brandId: number, caseId: string, { replacementSkuId, replacementChoice }: Instead): Promise<void> {
  await tx.query('update after_sale set replacement_sku_id = $3, replacement_choice = $4 where brand_id = $1 and id = $2', [brandId, caseId, replacementSkuId, replacementChoice && JSON.stringify(replacementChoice)]);
}

async function requireLines(tx: Tx, brandId: number, order: OrderRow, { kind, reason, lines }: Pick<CaseRequest, 'kind' | 'reason' | 'lines'>, at: Date): Promise<void> {
  const known = await linesAsked(tx, brandId, order);
  const limits = await readAfterSaleSettings(tx, brandId);
  for (const [index, { position, units }] of lines.entries()) {
    const line = known.get(position);
    if (!line || lines.findIndex((one) => one.position === position) < index) {
      throw badRequest('case_line', { zh: '请重新选择商品。', en: 'Each line of the order is named once; look at the order again.' }, { field: `lines.${index}.position` });
    }
    const may = mayAsk(kind, reason, line, at, limits);
    if ('no' in may) throw conflict(`after_sale_${may.no}`, sentences(limits)[may.no], { field: `lines.${index}` });
    if (units > may.units) throw conflict('after_sale_nothing_left', { zh: `该商品最多可申请 ${may.units} 件。`, en: `At most ${may.units} of this line.` }, { field: `lines.${index}.units`, data: { left: may.units } });
  }
}

/** Goods for goods of the same price: no money changes hands. */
async function requireReplacement(tx: Tx, brandId: number, orderId: string, { kind, lines, replacementSkuId, replacementChoice }: Pick<CaseRequest, 'kind' | 'lines'> & Instead): Promise<void> {
  if (replacementChoice !== null) return requireChoice(tx, brandId, orderId, { kind, lines, replacementSkuId, replacementChoice });
  if (replacementSkuId === null) return;
  const [line] = kind === 'exchange' && lines.length === 1 ? await tx.query(
    `select 1 from order_line l join sku bought on bought.brand_id = l.brand_id and bought.id = l.sku_id
       join sku other on other.brand_id = l.brand_id and other.product_id = l.product_id and other.id = $4 and other.archived_at is null and other.price_fen = bought.price_fen
      where l.brand_id = $1 and l.order_id = $2 and l.position = $3`, [brandId, orderId, lines[0]!.position, replacementSkuId],
  ) : [];
  if (!line) throw notInstead('replacementSkuId');
}

const notInstead = (field: keyof Instead) => badRequest('replacement', { zh: '只能换同一商品、同价的其他规格。', en: 'Only another variant of the same product at the same price.' }, { field });

async function requireChoice(tx: Tx, brandId: number, orderId: string, { kind, lines, replacementSkuId, replacementChoice }: Pick<CaseRequest, 'kind' | 'lines'> & Instead): Promise<void> {
  const offered = kind === 'exchange' && lines.length === 1 && replacementSkuId === null ? (await choicesFor(tx, brandId, orderId)).get(lines[0]!.position) ?? [] : [];
  if (!offered.some(({ optionId, choiceId }) => optionId === replacementChoice!.optionId && choiceId === replacementChoice!.choiceId)) throw notInstead('replacementChoice');
}

/** SQL over an order line `l`. */
export const isEngraved = `exists (
  select 1 from product p, jsonb_array_elements(p.options) o where p.brand_id = l.brand_id and p.id = l.product_id and o->>'kind' = 'engraving' and l.options ? (o->>'id'))`;

/** By position: what is known of each line. */
async function linesAsked(db: Querier, brandId: number, order: OrderRow): Promise<Map<number, Asked>> {
  const sent = new Map((await unitsOf(db, brandId, order.id)).map((line) => [line.position, line]));
  const rows = await db.query<Omit<Asked, 'shipped' | 'refunded' | 'refundedSent'> & { position: number } & Record<string, unknown>>(
    `select l.position, l.quantity,
            (select max(s.at) from order_step s where s.brand_id = $1 and s.order_id = $2 and s.why in ('received', 'received_by_time')) as "receivedAt",
            -- A case whose refund is written down already counts among the refunded.
            (select coalesce(sum(a.quantity), 0)::int from after_sale c join after_sale_line a on a.brand_id = c.brand_id and a.case_id = c.id
              where c.brand_id = $1 and c.order_id = $2 and a.position = l.position and c.closed_at is null and c.state <> 'refunding') as "inCases",
            ${isEngraved} as "isEngraved"
       from order_line l where l.brand_id = $1 and l.order_id = $2 order by l.position`, [brandId, order.id],
  );
  return new Map(rows.map(({ position, ...line }) => {
    const { shipped, refundedUnsent, refundedSent } = sent.get(position)!;
    return [position, { ...line, shipped, refunded: refundedUnsent + refundedSent, refundedSent }];
  }));
}

/** What may be asked for of an order: units by line and kind, for the reason that allows most. */
export async function whatMayBeAsked(db: Querier, brandId: number, order: OrderRow): Promise<{ position: number; kind: CaseKind; units: number; reasons: Reason[] }[]> {
  if (order.state !== 'paid') return [];
  const [at, limits] = [nowDate(), await readAfterSaleSettings(db, brandId)];
  return [...await linesAsked(db, brandId, order)].flatMap(([position, line]) => caseKinds.flatMap((kind) => {
    const possible = reasonsOf[kind].flatMap((reason) => {
      const may = mayAsk(kind, reason, line, at, limits);
      return 'units' in may ? [{ reason, units: may.units }] : [];
    });
    return possible.length === 0 ? [] : [{ position, kind, units: possible[0]!.units, reasons: possible.map(({ reason }) => reason) }];
  }));
}

/** Lines a case may be about, with the units left of them. */
export async function linesFor(db: Querier, brandId: number, { orderId, kind, reason, askedAt }: CaseRow): Promise<{ position: number; name: string; units: number }[]> {
  const [order, limits] = [await readOrder(db, brandId, orderId), await readAfterSaleSettings(db, brandId)];
  const [asked, lines] = await Promise.all([linesAsked(db, brandId, order), readLines(db, brandId, orderId)]);
  return lines.flatMap(({ position, name }) => {
    const may = mayAsk(kind, reason, asked.get(position)!, askedAt, limits);
    return 'units' in may ? [{ position, name, units: may.units }] : [];
  });
}

/** Open cases by state, for whoever looks at the desk. */
export async function openCases(db: Querier, brandId: number): Promise<Record<string, number>> {
  const rows = await db.query<{ state: string; cases: number }>('select state, count(*)::int as cases from after_sale where brand_id = $1 and closed_at is null group by 1', [brandId]);
  return Object.fromEntries([...turns.brand, ...turns.others].map((state) => [state, rows.find((row) => row.state === state)?.cases ?? 0]));
}
