import type { Actor } from '@qingniao/access';
import type { CellView, Figure, Quotient } from '../measure.ts';
import type { Cell, Dimension } from '../metric.ts';

/** Fewer people than these could be recognised. */
export const SMALLEST = 10;

/** A cell that may have been hidden: then it has no numbers at all. */
export interface SafeCell extends CellView {
  suppressed?: true;
}

export interface SafeFigure extends Figure {
  cells: SafeCell[];
}

/** Head office sees aggregates, and no group small enough to be somebody. */
export const seesOnlyAggregates = ({ roles, permissions }: Actor): boolean => roles.includes('head_office') && !permissions.has('people:read');

/**
 * Hides every count of 1 to 9 people (or of what they did), the cell it belongs to, and as many further cells as it takes
 * that nothing hidden can be computed back:
 * - of the parts of one whole at least two are hidden, together at least ten, smallest first (totals are known elsewhere);
 * - a key hidden in one figure is hidden in every figure over the same dimension: a source's new followers are also the
 *   base of its churn;
 * - of a rate the rest counts too: 195 of 200 tells of five.
 * Nobody is in a count of 0, so it is shown. The period before is treated by itself.
 */
export function suppressSmallCells(figures: readonly Figure[]): SafeFigure[] {
  const now = hiddenKeys(figures.map(({ metric, cells }) => ({ metric, cells })));
  const before = hiddenKeys(figures.map(({ metric, cells }) => ({ metric, cells: cells.flatMap(({ key, previous }) => (previous ? [{ key, ...previous }] : [])) })));
  return figures.map((figure, index) => ({
    ...figure,
    cells: figure.cells.map((cell) => {
      const previous = before[index]!.has(cell.key) ? null : cell.previous;
      return now[index]!.has(cell.key) ? { key: cell.key, name: cell.name, numerator: null, denominator: null, value: null, percent: null, previous, suppressed: true as const } : { ...cell, previous };
    }),
  }));
}

type Counted = Pick<Figure, 'metric'> & { cells: readonly (Quotient & Pick<Cell, 'key'>)[] };

const few = (count: number | null): boolean => count !== null && Math.abs(count) > 0 && Math.abs(count) < SMALLEST;

function isSmall({ metric: { unit } }: Counted, { numerator, denominator }: Quotient): boolean {
  const rest = unit === 'rate' && numerator !== null && denominator !== null ? denominator - numerator : null;
  return few(denominator) || (unit !== 'fen' && few(numerator)) || few(rest);
}

/** Of every figure the keys to hide; grows until nothing more has to. */
function hiddenKeys(figures: readonly Counted[]): Set<string>[] {
  const hidden = figures.map((figure) => new Set(figure.metric.counts === 'pushes' ? [] : figure.cells.filter((cell) => isSmall(figure, cell)).map(({ key }) => key)));
  for (let size = -1; size !== total(hidden);) {
    size = total(hidden);
    figures.forEach((figure, index) => hideEnough(figure, hidden[index]!));
    spread(figures, hidden);
  }
  return hidden;
}

const total = (sets: readonly Set<string>[]): number => sets.reduce((sum, { size }) => sum + size, 0);

/** Hides the next smallest of a breakdown while the rest of it gives the hidden away. */
function hideEnough({ metric, cells }: Counted, hidden: Set<string>): void {
  if (metric.dimension === null || hidden.size === 0) return;
  const weight = ({ numerator, denominator }: Quotient): number => Math.abs((metric.unit === 'fen' ? denominator : numerator) ?? denominator ?? 0);
  const filled = cells.filter((cell) => weight(cell) > 0).sort((a, b) => weight(a) - weight(b));
  for (;;) {
    const gone = filled.filter(({ key }) => hidden.has(key));
    const next = filled.find(({ key }) => !hidden.has(key));
    if (!next || (gone.length >= 2 && gone.reduce((sum, cell) => sum + weight(cell), 0) >= SMALLEST)) return;
    hidden.add(next.key);
  }
}

/** Carries hidden keys to the other figures over the same people. */
function spread(figures: readonly Counted[], hidden: readonly Set<string>[]): void {
  const shared = new Map<Dimension, Set<string>>();
  figures.forEach(({ metric: { dimension } }, index) => {
    if (!dimension) return;
    shared.set(dimension, new Set([...(shared.get(dimension) ?? []), ...hidden[index]!]));
  });
  figures.forEach(({ metric, cells }, index) => {
    const own = new Set(cells.map(({ key }) => key));
    for (const key of (metric.dimension && shared.get(metric.dimension)) ?? []) if (own.has(key)) hidden[index]!.add(key);
  });
  sameNumber(figures, hidden);
}

/** W-04 is the cell `ads` of W-05 under another name. */
function sameNumber(figures: readonly Counted[], hidden: readonly Set<string>[]): void {
  const [paid, sources] = ['paid_share', 'recruitment_sources'].map((id) => hidden[figures.findIndex(({ metric }) => metric.id === id)]);
  if (!paid || !sources || (!paid.has('') && !sources.has('ads'))) return;
  paid.add('');
  sources.add('ads');
}
