import type { Shelf } from '../storefronts/shelves.ts';
import { standingOf } from '../storefronts/standing.ts';

/** One release of a drop that people queue for. */
export interface Release {
  brandId: number;
  storefrontId: string;
  windowId: string;
  poolId: string;
  opensAt: Date;
  /** Milliseconds somebody who is called has to order. */
  turn: number;
  /** What one person may take at most: as many are called as can all have that. */
  unitsEach: number;
}

/** Milliseconds before the opening. */
const QUEUE_FROM = 30 * 60_000;

/** Turns last so long, in seconds. */
export const SHORTEST_TURN = 30;
export const LONGEST_TURN = 900;

export const queueOpensAt = ({ opensAt }: Pick<Release, 'opensAt'>): Date => new Date(opensAt.getTime() - QUEUE_FROM);

/** The release on now or the next one; null where nobody queues. */
export function releaseOf(brandId: number, { storefront, items }: Shelf, at: number): Release | null {
  const { phase, window, next } = standingOf(storefront, at);
  const release = window ?? next;
  if (storefront.turnSeconds === null || release === null || !['upcoming', 'open', 'between'].includes(phase)) return null;
  return {
    brandId, storefrontId: storefront.id, windowId: release.id, poolId: storefront.poolId, opensAt: release.opensAt, turn: storefront.turnSeconds * 1000,
    // No limit is the brand's word that the first may take them all.
    unitsEach: Math.max(1, ...[...items.values()].map(({ perPerson }) => perPerson ?? 1)),
  };
}

export const keyOf = ({ brandId, storefrontId, windowId }: Pick<Release, 'brandId' | 'storefrontId' | 'windowId'>): string => `${brandId} ${storefrontId} ${windowId}`;
