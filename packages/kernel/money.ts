/** Money is an integer number of fen; never a float, never a string. */
export type Fen = number;

/** Throws RangeError unless the amount is a whole number of fen that JavaScript holds exactly. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`);
  return amount;
}

const yuan = new Intl.NumberFormat('en', { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol', trailingZeroDisplay: 'stripIfInteger' });

/** Fen as `¥3,000,000` or `¥44.16`, the same in both languages. */
export const money = (fen: Fen): string => yuan.format(fen / 100);

/**
 * Split a whole into integer parts proportional to the weights (largest remainder);
 * the parts always add up to the whole. All-zero weights give everything to the first part.
 */
export function allocate(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) return [];
  if (total <= 0) return weights.map((_, index) => (index === 0 ? whole : 0));
  const exact = weights.map((weight) => (whole * weight) / total);
  const parts = exact.map(Math.floor);
  let left = whole - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left-- <= 0) break;
    parts[index]! += 1;
  }
  return parts;
}

/**
 * The parts of one whole in per cent with one decimal, adding up to 100.0 (largest remainder): what screens and reports
 * show; the exact shares stand beside them. Null where there is nothing to share.
 */
export const percentages = (parts: readonly number[]): number[] | null =>
  (parts.some((part) => part > 0) ? allocate(1000, parts).map((tenths) => tenths / 10) : null);
