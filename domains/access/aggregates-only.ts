import { addDays, badRequest, localDay, now } from '@qingniao/kernel';
import type { Actor } from './actor.ts';

/** Head office sees aggregates, and no group small enough to be somebody. */
export const seesOnlyAggregates = ({ roles, permissions }: Pick<Actor, 'roles' | 'permissions'>): boolean => roles.includes('head_office') && !permissions.has('people:read');

/** Fewer people than these could be recognised. */
export const SMALLEST = 10;

/** 1 to 9 people, or that many fewer. Nobody is in a count of 0, so it may be shown. */
export const isFew = (count: number | null): boolean => count !== null && Math.abs(count) > 0 && Math.abs(count) < SMALLEST;

/** For counts of who is there: exact ones, asked before and after, would tell of whoever came or went in between. */
export const inTens = (count: number): number => Math.round(count / 10) * 10;

/** `small`: a count under ten; `complement`: larger, but a small one could be computed from it. */
export type Suppressed = 'small' | 'complement';

/** One part of a whole whose total may be known elsewhere. */
export interface Part {
  key: string;
  people: number;
  /** More would have to go with it: hidden only where no other part is left. */
  last?: boolean;
}

/** Adds to the hidden parts of one whole the next smallest until at least two are hidden, together at least ten. */
export function hideEnough(parts: readonly Part[], hidden: Set<string>): void {
  if (!parts.some(({ key }) => hidden.has(key))) return;
  const filled = parts.filter(({ people }) => people > 0).sort((a, b) => Number(a.last ?? false) - Number(b.last ?? false) || a.people - b.people);
  for (;;) {
    const gone = parts.filter(({ key }) => hidden.has(key));
    const next = filled.find(({ key }) => !hidden.has(key));
    if (!next || (gone.length >= 2 && gone.reduce((sum, { people }) => sum + people, 0) >= SMALLEST)) return;
    hidden.add(next.key);
  }
}

/** Hides in several wholes that share keys, over and over until none of them gives a hidden part away. */
export function hideInAll(wholes: readonly (readonly Part[])[], small: Iterable<string>): Set<string> {
  const hidden = new Set(small);
  for (let size = -1; size !== hidden.size;) {
    size = hidden.size;
    for (const parts of wholes) hideEnough(parts, hidden);
  }
  return hidden;
}

/**
 * Two periods that differ by a day would tell of that day: who sees only aggregates asks for whole months that have ended.
 * @throws Problem whole_months_only (422)
 */
export function checkMonths(actor: Pick<Actor, 'roles' | 'permissions'>, { from, to }: { from: string; to: string }): void {
  if (!seesOnlyAggregates(actor)) return;
  const after = addDays(to, 1);
  if (from.endsWith('-01') && after.endsWith('-01') && to < localDay(now())) return;
  throw badRequest('whole_months_only', {
    zh: '总部仅按已结束的整月查看：请从某月一日选到某月最后一日。',
    en: 'Head office sees whole months that have ended: choose from the first day of a month to the last day of one.',
  }, { field: 'from' });
}
