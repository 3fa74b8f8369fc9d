import type { CaseKind } from './machine.ts';
import type { AfterSaleSettings } from './settings.ts';

export type Reason = 'changed_mind' | 'size' | 'defect' | 'damaged' | 'wrong_item' | 'not_as_described' | 'late' | 'repair' | 'engraving';
export const reasonsOf: Record<CaseKind, readonly Reason[]> = {
  refund: ['changed_mind', 'late', 'damaged', 'defect', 'not_as_described', 'wrong_item'],
  return: ['changed_mind', 'size', 'defect', 'damaged', 'wrong_item', 'not_as_described'],
  exchange: ['size', 'defect', 'damaged', 'wrong_item'],
  care: ['repair', 'engraving', 'defect'],
};
export const reasons: readonly Reason[] = [...new Set(Object.values(reasonsOf).flat())];
/** The buyer’s taste: nothing is wrong with the goods. */
const ofTaste: readonly Reason[] = ['changed_mind', 'size'];
/** What is wrong with goods that have come: money asked back for them is for those, not for what is still to be sent. */
export const ofFault: readonly Reason[] = ['damaged', 'defect', 'not_as_described', 'wrong_item'];

const DAY = 86_400_000;
/** Days after receipt; care has no end. */
export type Limits = Pick<AfterSaleSettings, 'tasteDays' | 'faultDays'>;

/** What is known of a line and its order. */
export interface Asked {
  receivedAt: Date | null;
  quantity: number;
  shipped: number;
  /** Refunded or on their way to it, and of those the ones that had been sent. */
  refunded: number;
  refundedSent: number;
  /** In cases that are open. */
  inCases: number;
  /** Made for this buyer: nobody else would have it. */
  isEngraved: boolean;
}

export type No = 'not_shipped' | 'too_late' | 'personalised' | 'nothing_left' | 'wrong_reason';

/** Units of a line a case may be asked for, or why none. */
export function mayAsk(kind: CaseKind, reason: Reason, line: Asked, at: Date, { tasteDays, faultDays }: Limits): { units: number } | { no: No } {
  if (!reasonsOf[kind].includes(reason)) return { no: 'wrong_reason' };
  if (kind !== 'refund' && line.shipped === 0) return { no: 'not_shipped' };
  if (kind !== 'care' && line.receivedAt !== null && at.getTime() >= line.receivedAt.getTime() + (ofTaste.includes(reason) ? tasteDays : faultDays) * DAY) return { no: 'too_late' };
  if (kind !== 'care' && line.isEngraved && ofTaste.includes(reason) && line.shipped > 0) return { no: 'personalised' };
  // What is worn can be cared for, whatever money went back for it.
  const has = kind === 'care' ? line.shipped : kind === 'refund' ? line.quantity - line.refunded : line.shipped - line.refundedSent;
  const units = Math.max(0, has - line.inCases);
  return units > 0 ? { units } : { no: 'nothing_left' };
}
