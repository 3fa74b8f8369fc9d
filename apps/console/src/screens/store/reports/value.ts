import { count, money, share } from '../../../lib/format.ts';
import type { Cell, Figure } from './queries.ts';

const amount = (figure: Figure, part: 'numerator' | 'denominator', value: number): string =>
  (figure.unit === 'fen' || (figure.unit === 'mean_fen' && part === 'numerator') ? money(value) : count(value));

/** What a cell shows; null where there is nothing to divide by. */
export function valueOf(figure: Figure, { value }: Cell): string | null {
  if (value === null) return null;
  return figure.unit === 'rate' ? share(value) : figure.unit === 'count' ? count(value) : money(Math.round(value));
}

/** `12 / 34`: what a quotient is made of. */
export const madeOf = (figure: Figure, { numerator, denominator }: Cell): string | null =>
  (denominator === null ? null : `${amount(figure, 'numerator', numerator)} / ${amount(figure, 'denominator', denominator)}`);

export const partOf = (figure: Figure, cell: Cell, part: 'numerator' | 'denominator'): string => {
  const value = cell[part];
  return value === null ? '' : amount(figure, part, value);
};
