import type { Release } from './release.ts';

export interface Call {
  upTo: number;
  at: Date;
}

/** A queue as a process knows it. */
export interface QueueView {
  /** The last place taken, and the last one called; 0: none. */
  arrivals: number;
  called: number;
  /** In order. */
  calls: readonly Call[];
  /** Units not yet paid, and those of them in unpaid orders. */
  onHand: number;
  held: number;
}

export const emptyView: QueueView = { arrivals: 0, called: 0, calls: [], onHand: 0, held: 0 };

export type PlaceState =
  /** `ahead`: people before this one who have not been called. */
  | { state: 'waiting'; ahead: number }
  | { state: 'your_turn'; until: Date }
  | { state: 'turn_over' }
  | { state: 'sold_out' };

/** Everything is paid for: from then on nobody is numbered. */
export const isSoldOut = ({ onHand }: Pick<QueueView, 'onHand'>, { opensAt }: Pick<Release, 'opensAt'>, at: number): boolean => opensAt.getTime() <= at && onHand === 0;

/** Where a place stands at an instant (milliseconds). */
export function placeState(number: number, view: QueueView, release: Pick<Release, 'opensAt' | 'turn'>, at: number): PlaceState {
  const { called, calls } = view;
  if (isSoldOut(view, release, at)) return { state: 'sold_out' };
  if (number > called) return { state: 'waiting', ahead: number - called - 1 };
  const until = callOf(number, calls).at.getTime() + release.turn;
  return at < until ? { state: 'your_turn', until: new Date(until) } : { state: 'turn_over' };
}

/** By halves: a long drop makes thousands of calls. */
function callOf(number: number, calls: readonly Call[]): Call {
  let [low, high] = [0, calls.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calls[middle]!.upTo >= number) high = middle;
    else low = middle + 1;
  }
  return calls[low]!;
}

/**
 * Up to which place people are called: never more than can all have what one person may take. Who is called and has
 * neither ordered nor let the turn pass (`outstanding`) keeps a unit from those behind.
 */
export function callUpTo({ arrivals, called, onHand, held }: Pick<QueueView, 'arrivals' | 'called' | 'onHand' | 'held'>, outstanding: number, unitsEach: number): number {
  if (onHand <= held) return called;
  // Less than one may take is still somebody's turn.
  const room = Math.max(1, Math.floor((onHand - held) / unitsEach)) - outstanding;
  return room <= 0 ? called : Math.min(arrivals, called + room);
}

/** Seconds until asking again is worth it: those far behind ask seldom, so that a crowd costs little. */
export function askAgainIn(place: PlaceState, { opensAt }: Pick<Release, 'opensAt'>, at: number): number {
  const toOpening = Math.ceil((opensAt.getTime() - at) / 1000);
  if (toOpening > 0) return Math.min(30, toOpening);
  return place.state === 'waiting' ? Math.min(30, 2 + Math.floor(place.ahead / 100)) : 2;
}
