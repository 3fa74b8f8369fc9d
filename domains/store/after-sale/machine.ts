/** Money back for what has not come or stays; goods back for money; goods for goods; repair or a new engraving. */
export type CaseKind = 'refund' | 'return' | 'exchange' | 'care';
export const caseKinds: readonly CaseKind[] = ['refund', 'return', 'exchange', 'care'];

export type CaseState =
  | 'requested' | 'awaiting_return' | 'returning' | 'to_send' | 'sent' | 'refunding' | 'refund_failed'
  | 'done' | 'refused' | 'withdrawn' | 'expired';
export const caseStates: readonly CaseState[] = ['requested', 'awaiting_return', 'returning', 'to_send', 'sent', 'refunding', 'refund_failed', 'done', 'refused', 'withdrawn', 'expired'];

/** `accept` and `reject`: the inspection of what came back. `time_over`: nobody did what was theirs to do. */
export type CaseEvent =
  | 'approve' | 'refuse' | 'withdraw' | 'send_back' | 'correct_waybill' | 'accept' | 'reject' | 'dispatch' | 'confirm' | 'time_over' | 'refunded' | 'refund_failed' | 'retry_refund';

type Next = CaseState | Partial<Record<CaseKind, CaseState>>;
const afterGoods: Next = { return: 'refunding', exchange: 'to_send', care: 'to_send' };

const table: Record<CaseState, Partial<Record<CaseEvent, Next>>> = {
  requested: { approve: { refund: 'refunding', return: 'awaiting_return', exchange: 'awaiting_return', care: 'awaiting_return' }, refuse: 'refused', withdraw: 'withdrawn' },
  // What is handed over in a boutique comes without a waybill.
  awaiting_return: { send_back: 'returning', accept: afterGoods, reject: 'refused', withdraw: 'withdrawn', time_over: 'expired' },
  returning: { accept: afterGoods, reject: 'refused', correct_waybill: 'returning' },
  to_send: { dispatch: 'sent' },
  sent: { confirm: 'done', time_over: 'done' },
  refunding: { refunded: 'done', refund_failed: 'refund_failed' },
  // Instead of the money, the goods may be sent after all; those that came back are paid for.
  refund_failed: { retry_refund: 'refunding', refunded: 'done', refuse: { refund: 'refused' } },
  done: {}, refused: {}, withdrawn: {}, expired: {},
};

/** Null: it cannot happen now. */
export function nextState(kind: CaseKind, from: CaseState, event: CaseEvent): CaseState | null {
  const next = table[from][event] ?? null;
  return next === null || typeof next === 'string' ? next : (next[kind] ?? null);
}

export const isOpen = (state: CaseState): boolean => Object.keys(table[state]).length > 0;

/** Whose turn it is in an open case. */
export const turns = {
  brand: ['requested', 'returning', 'to_send', 'refund_failed'],
  others: ['awaiting_return', 'sent', 'refunding'],
  closed: ['done', 'refused', 'withdrawn', 'expired'],
} as const satisfies Record<string, readonly CaseState[]>;
export type Turn = keyof typeof turns;

const DAY = 86_400_000;
/** What was sent is taken as received as orders are. */
const RECEIPT_DAYS = 11;

/** Milliseconds in a state until the clock ends it; null where it waits for the brand, or has ended. */
export const timeIn = (state: CaseState, { returnDays }: { returnDays: number }): number | null =>
  state === 'awaiting_return' ? returnDays * DAY : state === 'sent' ? RECEIPT_DAYS * DAY : null;
