import type { NewEvent, Querier } from '@qingniao/activity';
import { conflict, type Fen, notFound, nowDate } from '@qingniao/kernel';
import type { Timers, Tx } from '@qingniao/storage';
import { orderEvent } from '../orders/order-event.ts';
import { lockOrder, type OrderRow } from '../orders/order-row.ts';
import type { BySku } from './held.ts';
import { type CaseEvent, type CaseKind, type CaseState, isOpen, nextState, timeIn, type Turn, turns } from './machine.ts';
import type { Reason } from './may-ask.ts';
import { readAfterSaleSettings } from './settings.ts';

export interface CaseRow {
  id: string;
  orderId: string;
  /** Of whoever asked. */
  identityId: number;
  /** The receiver of a gift, who is told nothing of the order. */
  byReceiver: boolean;
  kind: CaseKind;
  reason: Reason;
  words: string;
  state: CaseState;
  dueAt: Date | null;
  agreedFen: Fen | null;
  refundId: string | null;
  replacementSkuId: string | null;
  replacementPoolId: string | null;
  replacementChoice: ReplacementChoice | null;
  returnCarrier: string | null;
  returnWaybill: string | null;
  sentCarrier: string | null;
  sentWaybill: string | null;
  askedAt: Date;
  changedAt: Date;
  closedAt: Date | null;
}

/** Of an exchange: the same variant, made another way. */
export interface ReplacementChoice {
  optionId: string;
  choiceId: string;
}

/** Whoever asked, and by which pages: what the buyer's show, a receiver is not told. */
export interface Asker {
  /** By every identity of theirs. */
  identityIds: readonly number[];
  as: 'buyer' | 'receiver';
}

export interface CaseLine {
  position: number;
  units: number;
  sellable: number | null;
  /** Null before it is set aside, and of cases older than that was written down. */
  replacedBy: BySku | null;
}

export interface CaseStep {
  fromState: CaseState | null;
  toState: CaseState;
  event: CaseEvent | 'ask';
  note: string;
  at: Date;
  by: string;
}

type AsRow<T> = T & Record<string, unknown>;

/** Ends what nobody did in time; keyed by case. */
export const AFTER_SALE_TIMER = 'store-after-sale';

const columns = `c.id, c.order_id as "orderId", c.identity_id as "identityId", c.by_receiver as "byReceiver", c.kind, c.reason, c.words, c.state, c.due_at as "dueAt", c.agreed_fen as "agreedFen", c.refund_id as "refundId",
  c.replacement_sku_id as "replacementSkuId", c.replacement_pool_id as "replacementPoolId", c.replacement_choice as "replacementChoice", c.return_carrier as "returnCarrier", c.return_waybill as "returnWaybill",
  c.sent_carrier as "sentCarrier", c.sent_waybill as "sentWaybill", c.asked_at as "askedAt", c.changed_at as "changedAt", c.closed_at as "closedAt"`;

export const caseNotFound = () => notFound({ zh: '该售后申请', en: 'after-sale case' });

/** @throws Problem not_found (404) */
export async function readCase(db: Querier, brandId: number, caseId: string): Promise<CaseRow> {
  const [row] = await db.query<AsRow<CaseRow>>(`select ${columns} from after_sale c where c.brand_id = $1 and c.id = $2`, [brandId, caseId]);
  if (!row) throw caseNotFound();
  return row;
}

export const readCaseLines = (db: Querier, brandId: number, caseId: string): Promise<CaseLine[]> =>
  db.query<AsRow<CaseLine>>('select position, quantity as units, sellable, replaced_by as "replacedBy" from after_sale_line where brand_id = $1 and case_id = $2 order by position', [brandId, caseId]);

export const readCaseSteps = (db: Querier, brandId: number, caseId: string): Promise<CaseStep[]> =>
  db.query<AsRow<CaseStep>>('select from_state as "fromState", to_state as "toState", event, note, at, by from after_sale_step where brand_id = $1 and case_id = $2 order by seq', [brandId, caseId]);

export interface CaseFilter {
  turn?: Turn;
  kind?: CaseKind;
  orderId?: string;
  asker?: Asker;
}
export type CaseFound = CaseRow & { orderNumber: string };

/** What changed last comes first. */
export const listCases = (db: Querier, brandId: number, { turn, kind, orderId, asker }: CaseFilter, limit: number, after: [Date, string] | null): Promise<CaseFound[]> =>
  db.query<AsRow<CaseFound>>(
    `select ${columns}, o.number as "orderNumber" from after_sale c join shop_order o on o.brand_id = c.brand_id and o.id = c.order_id
      where c.brand_id = $1 and ($2::text[] is null or c.state = any ($2)) and ($3::text is null or c.kind = $3) and ($4::text is null or c.order_id = $4)
        and ($5::bigint[] is null or (c.identity_id = any ($5) and c.by_receiver = $9)) and ($6::timestamptz is null or (c.changed_at, c.id) < ($6, $7))
      order by c.changed_at desc, c.id desc limit $8`,
    [brandId, turn ? turns[turn] : null, kind ?? null, orderId ?? null, asker?.identityIds ?? null, after?.[0] ?? null, after?.[1] ?? null, limit, asker?.as === 'receiver'],
  );

/** A case with its order, which is locked first, as everywhere. @throws Problem not_found (404) */
export async function lockCase(tx: Tx, brandId: number, caseId: string): Promise<{ one: CaseRow; order: OrderRow }> {
  const { orderId } = await readCase(tx, brandId, caseId);
  const order = await lockOrder(tx, brandId, { id: orderId });
  return { one: await readCase(tx, brandId, caseId), order: order! };
}

/** As `lockCase`, of whoever asked. @throws Problem not_found (404) */
export async function lockOwnCase(tx: Tx, brandId: number, asker: Asker, caseId: string): Promise<{ one: CaseRow; order: OrderRow }> {
  const locked = await lockCase(tx, brandId, caseId);
  if (!isOf(locked.one, asker)) throw caseNotFound();
  return locked;
}

export const isOf = ({ identityId, byReceiver }: Pick<CaseRow, 'identityId' | 'byReceiver'>, asker: Asker): boolean => asker.identityIds.includes(identityId) && byReceiver === (asker.as === 'receiver');

/**
 * One step of the state machine, written down with who made it. The order must be locked.
 * @returns the state it is in now
 * @throws Problem case_state (409)
 */
export async function moveCase(tx: Tx, brandId: number, timers: Timers, one: CaseRow, event: CaseEvent, note: string, by: string): Promise<CaseState> {
  const to = nextState(one.kind, one.state, event);
  if (to === null) throw conflict('case_state', { zh: '售后申请的状态已变化，请刷新后再试。', en: 'This case has moved on meanwhile; look at it again.' }, { data: { state: one.state } });
  const at = nowDate();
  const time = timeIn(to, await readAfterSaleSettings(tx, brandId));
  const dueAt = time === null ? null : new Date(at.getTime() + time);
  const moved = await tx.query(
    'update after_sale set state = $3, due_at = $4, changed_at = $5, closed_at = $6 where brand_id = $1 and id = $2 and state = $7 returning 1',
    [brandId, one.id, to, dueAt, at, isOpen(to) ? null : at, one.state],
  );
  if (moved.length === 0) throw new Error('the order of the case was not locked');
  await noteCaseStep(tx, brandId, one.id, { fromState: one.state, toState: to, event, note, at, by });
  if (dueAt === null) await timers.cancel(tx, brandId, AFTER_SALE_TIMER, one.id);
  else await timers.set(tx, { brandId, name: AFTER_SALE_TIMER, key: one.id, dueAt, payload: null });
  return to;
}

type OfCase = Pick<CaseRow, 'id' | 'byReceiver'>;

/** For the log, so that whoever has the case open sees it move. */
export function caseMoved(order: OrderRow, one: OfCase, to: CaseState): NewEvent {
  const at = nowDate();
  return told(one, orderEvent('after_sale.moved', order, at, 0, `${one.id} ${to} ${at.getTime()}`));
}

/** What ends with money or goods. */
export const caseClosed = (order: OrderRow, one: OfCase, fen: Fen): NewEvent => told(one, orderEvent('after_sale.closed', order, nowDate(), fen, one.id));

/** What the receiver of a gift asked for is on nobody's timeline: a buyer's copy of their data would tell them of it. */
const told = ({ byReceiver }: OfCase, event: NewEvent): NewEvent => (byReceiver ? { ...event, who: null } : event);

export const noteCaseStep = (tx: Tx, brandId: number, caseId: string, { fromState, toState, event, note, at, by }: CaseStep): Promise<unknown> =>
  tx.query(
    `insert into after_sale_step (brand_id, case_id, seq, from_state, to_state, event, note, at, by)
     select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7, $8 from after_sale_step where brand_id = $1 and case_id = $2`,
    [brandId, caseId, fromState, toState, event, note, at, by],
  );
