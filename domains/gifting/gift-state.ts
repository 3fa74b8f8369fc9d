/** W-50: where a gift stands. `addressed`: it is known where it goes, so that it may be sent. */
export type GiftState = 'unpaid' | 'waiting' | 'addressed' | 'returned' | 'cancelled';
export const giftStates: readonly GiftState[] = ['unpaid', 'waiting', 'addressed', 'returned', 'cancelled'];

export type GiftPath = 'link' | 'address';
export type GiftStep = 'paid_for_link' | 'paid_for_address' | 'accepted' | 'refused' | 'expired' | 'refunded' | 'cancelled' | 'reopened';

const paid = { paid_for_link: 'waiting', paid_for_address: 'addressed' } as const;

const moves: Record<GiftState, Partial<Record<GiftStep, GiftState>>> = {
  unpaid: { ...paid, cancelled: 'cancelled' },
  waiting: { accepted: 'addressed', refused: 'returned', expired: 'returned', refunded: 'returned' },
  /** Whoever accepted is not there any more: it waits for somebody again. */
  addressed: { refunded: 'returned', reopened: 'waiting' },
  returned: {},
  /** The money of a cancelled order may come late and be honoured. */
  cancelled: paid,
};

/** Null when the step is not for a gift that stands there. */
export const nextState = (state: GiftState, step: GiftStep): GiftState | null => moves[state][step] ?? null;

const DAY = 86_400_000;
export const leastDays = 1;
export const mostDays = 14;

/** A link lives this many days of 24 hours from the payment on; at this very instant it is over. */
export const expiryOf = (paidAt: Date, days: number): Date => new Date(paidAt.getTime() + days * DAY);
export const isOver = (expiresAt: Date, at: number): boolean => at >= expiresAt.getTime();

/** The buyer is reminded once, a day before the end; of a link of one day when half of it is over. */
export const reminderOf = (paidAt: Date, expiresAt: Date): Date => new Date(expiresAt.getTime() - Math.min(DAY, (expiresAt.getTime() - paidAt.getTime()) / 2));
