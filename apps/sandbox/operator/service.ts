import { localDay } from '@qingniao/kernel';
import type { Millis } from '../world.ts';
import type { Attempt, OpenCase, StoreApi } from './store-api.ts';

const DAY = 24 * 3_600_000;
/** The desk answers within two days, no sooner. */
const ANSWERS_AFTER = 2 * DAY;
/** The workshop takes its time. */
const CARE_TAKES = 21 * DAY;

/** What comes back for these is not sold again. */
const FAULTY: ReadonlySet<string> = new Set(['damaged', 'defect']);

const BACK_TO = '请寄至：上海市静安区青鸟路 1 号 青鸟售后部，随附订单号。';

/** After-sale cases in which it is the brand's turn, and invoices; each for itself. */
export async function answerService(store: StoreApi, now: Millis, attempt: Attempt): Promise<void> {
  const cases: OpenCase[] = [];
  for await (const one of store.openCases()) cases.unshift(one);
  for (const one of cases) if (isTime(one, now)) await attempt('answer a case', () => answer(store, one));
  const invoices: { orderId: string; orderNumber: string }[] = [];
  for await (const one of store.requestedInvoices()) if (now - Date.parse(one.requestedAt) >= ANSWERS_AFTER) invoices.unshift(one);
  for (const { orderId, orderNumber } of invoices) await attempt('issue an invoice', () => store.issueInvoice(orderId, `26312000${localDay(now).replaceAll('-', '').slice(2)}${orderNumber.slice(-6)}`));
}

const isTime = ({ kind, state, changedAt }: OpenCase, now: Millis): boolean => now - Date.parse(changedAt) >= (kind === 'care' && state === 'to_send' ? CARE_TAKES : ANSWERS_AFTER);

async function answer(store: StoreApi, { id, kind, reason, state }: OpenCase): Promise<void> {
  if (state === 'requested') return store.approve(id, BACK_TO);
  if (state === 'returning') {
    if (kind === 'care') return store.acceptReturned(id, false, '工坊已收到，预计三周内完成。');
    return FAULTY.has(reason) ? store.acceptReturned(id, false, '已收到并验货，情况属实。') : store.acceptReturned(id, true, '已收到并验货，完好无损。');
  }
  if (state === 'to_send') return store.dispatch(id, { carrierId: 'SF', waybill: `SF${Array.from(id, (letter) => letter.charCodeAt(0) % 10).join('').slice(0, 12)}`, note: '已寄出，请注意查收。' });
}
