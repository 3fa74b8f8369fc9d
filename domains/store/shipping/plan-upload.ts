/** WeChat takes so many parcels an order, and more than one by express only (mini-program-and-pay 10.1). */
export const MOST_PARCELS = 15;

export interface PlannedParcel {
  id: string;
  /** WeChat has it. */
  isKnown: boolean;
}

/** What WeChat knows of an order. */
export interface Told {
  /** That everything has left. */
  finished: boolean;
  /** Its one change after that is used. */
  changed: boolean;
}

export type UploadPlan<P> =
  | { kind: 'nothing' }
  /** One parcel for the whole order. */
  | { kind: 'unified'; parcels: readonly [P]; allDelivered: true; isChange: boolean }
  | { kind: 'split'; parcels: readonly P[]; allDelivered: boolean; isChange: boolean }
  | { kind: 'change_used' };

/**
 * What to tell WeChat next. While not everything has left, each upload adds parcels; after that one upload may replace
 * them all. When the rest of an order was refunded, the last parcel is told once more as the last.
 */
export function planUpload<P extends PlannedParcel>(parcels: readonly P[], isComplete: boolean, told: Told): UploadPlan<P> {
  const unknown = parcels.filter(({ isKnown }) => !isKnown);
  const [first] = parcels;
  if (!first) return { kind: 'nothing' };
  if (told.finished) {
    if (unknown.length === 0) return { kind: 'nothing' };
    if (told.changed) return { kind: 'change_used' };
    return parcels.length === 1 ? { kind: 'unified', parcels: [first], allDelivered: true, isChange: true } : { kind: 'split', parcels, allDelivered: true, isChange: true };
  }
  if (isComplete && parcels.length === 1 && unknown.length === 1) return { kind: 'unified', parcels: [first], allDelivered: true, isChange: false };
  if (unknown.length > 0) return { kind: 'split', parcels: unknown, allDelivered: isComplete, isChange: false };
  return isComplete ? { kind: 'split', parcels: parcels.slice(-1), allDelivered: true, isChange: false } : { kind: 'nothing' };
}
