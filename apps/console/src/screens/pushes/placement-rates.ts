import type { PushResults } from './queries.ts';

type Placement = PushResults['placements'][number];

/** What was published of click-through: "read more" 15 to 25 %, a mini-program card nearly 37 % (K-01, K-02). */
const bands: Partial<Record<Placement['placement'], { from: number; to: number }>> = { read_more: { from: 0.15, to: 0.25 }, mp_card: { from: 0.36, to: 0.38 } };

/** Clickers over readers of each placement, null where either is not known, and the published band. */
export const placementRates = <Row extends Pick<Placement, 'placement' | 'clickers' | 'readers'>>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, ctr: row.clickers === null || !row.readers ? null : row.clickers / row.readers, band: bands[row.placement] }));

/** How far the mini-program card is above "read more", in parts of all readers and in times; null where one of them has no rate. */
export function cardGap(rated: ReturnType<typeof placementRates>): { gap: number; times: number } | null {
  const [card, more] = (['mp_card', 'read_more'] as const).map((name) => rated.find(({ placement }) => placement === name)?.ctr ?? null);
  return card && more ? { gap: card - more, times: card / more } : null;
}
