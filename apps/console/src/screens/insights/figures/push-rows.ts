import type { Cell, Figure } from '../queries.ts';
import { cellOf } from '../view.ts';

export interface PushRow {
  key: string;
  plus: Cell | undefined;
  minus: Cell | undefined;
  /** Null where either is unknown or hidden. */
  net: number | null;
}

/** A row a push: what it brought, and what it cost. */
export const pushRows = (gained: Figure, lost: Figure): PushRow[] =>
  [...new Set([...gained.cells, ...lost.cells].map(({ key }) => key))].map((key) => {
    const [plus, minus] = [cellOf(gained, key), cellOf(lost, key)];
    const [came, left] = [plus?.numerator ?? null, minus?.numerator ?? null];
    return { key, plus, minus, net: came === null || left === null ? null : came - left };
  });
