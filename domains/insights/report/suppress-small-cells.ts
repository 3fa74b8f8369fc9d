import { hideEnough, isFew, type Suppressed } from '@qingniao/access';
import type { CellView, Figure, Quotient } from '../measure.ts';
import type { Cell } from '../metric.ts';

/** A cell that may have been hidden: then it has no numbers at all. */
export interface SafeCell extends CellView {
  suppressed?: Suppressed;
}

export interface SafeFigure extends Figure {
  cells: SafeCell[];
}

/**
 * Hides every count of 1 to 9 people (or of what they did), the cell it belongs to, and as many further cells as it takes
 * that nothing hidden can be computed back:
 * - of the parts of one whole at least two are hidden, together at least ten, smallest first (totals are known elsewhere);
 * - what is hidden in one figure is hidden where another shows the same number (`shownAgain`);
 * - of a rate the rest counts too: 195 of 200 tells of five.
 * Nobody is in a count of 0, so it is shown. The period before is treated by itself.
 */
export function suppressSmallCells(figures: readonly Figure[]): SafeFigure[] {
  const now = hiddenIn(figures.map(({ metric, cells }) => ({ metric, cells })));
  const before = hiddenIn(figures.map(({ metric, cells }) => ({ metric, cells: cells.flatMap(({ key, previous }) => (previous ? [{ key, ...previous }] : [])) })));
  return figures.map((figure, index) => ({
    ...figure,
    cells: figure.cells.map((cell): SafeCell => {
      const previous = before[index]!.has(cell.key) ? null : cell.previous;
      if (!now[index]!.has(cell.key)) return { ...cell, previous };
      const suppressed = isSmall(figure, cell) ? 'small' : 'complement';
      return { key: cell.key, name: cell.name, numerator: null, denominator: null, value: null, percent: null, previous, suppressed };
    }),
  }));
}

/** Where a number of one figure stands in another: all its keys, or one that has another name there. */
const shownAgain: readonly { from: string; to: string; key?: readonly [from: string, to: string] }[] = [
  // New followers of a source are the base of its churn; those who stayed, of its cost.
  { from: 'recruitment_sources', to: 'churn_by_source' },
  { from: 'recruitment_sources', to: 'cost_per_kept' },
  { from: 'churn_by_source', to: 'cost_per_kept' },
  // W-04 is one source of W-05.
  { from: 'recruitment_sources', to: 'paid_share', key: ['ads', ''] },
  { from: 'paid_share', to: 'recruitment_sources', key: ['', 'ads'] },
  // Every person of a stage is asked the same items.
  { from: 'stage_counts', to: 'matrix_completeness' },
];

type Counted = Pick<Figure, 'metric'> & { cells: readonly (Quotient & Pick<Cell, 'key'>)[] };

function isSmall({ metric: { unit } }: Pick<Counted, 'metric'>, { numerator, denominator }: Quotient): boolean {
  const rest = unit === 'rate' && numerator !== null && denominator !== null ? denominator - numerator : null;
  return isFew(denominator) || (unit !== 'fen' && isFew(numerator)) || isFew(rest);
}

/** Of every figure the keys to hide; grows until nothing more has to. */
function hiddenIn(figures: readonly Counted[]): Set<string>[] {
  const hidden = figures.map((figure) => new Set(figure.metric.counts === 'pushes' ? [] : figure.cells.filter((cell) => isSmall(figure, cell)).map(({ key }) => key)));
  const total = () => hidden.reduce((sum, { size }) => sum + size, 0);
  for (let size = -1; size !== total();) {
    size = total();
    figures.forEach((figure, index) => hideParts(figure, hidden[index]!));
    carryOver(figures, hidden);
  }
  return hidden;
}

/** A breakdown is one whole: its cells by what they weigh. */
function hideParts({ metric, cells }: Counted, hidden: Set<string>): void {
  if (metric.dimension === null) return;
  const weight = ({ numerator, denominator }: Quotient): number => Math.abs((metric.unit === 'fen' ? denominator : numerator) ?? denominator ?? 0);
  hideEnough(cells.map((cell) => ({ key: cell.key, people: weight(cell) })), hidden);
}

/** Hides in other figures what is hidden here and would be shown there. */
function carryOver(figures: readonly Counted[], hidden: readonly Set<string>[]): void {
  const place = (metric: string): number => figures.findIndex((figure) => figure.metric.id === metric);
  for (const { from, to, key } of shownAgain) {
    const [source, target] = [hidden[place(from)], hidden[place(to)]];
    if (!source || !target) continue;
    const keys = new Set(figures[place(to)]!.cells.map((cell) => cell.key));
    const carried = key ? (source.has(key[0]) ? [key[1]] : []) : [...source];
    for (const one of carried) if (keys.has(one)) target.add(one);
  }
}
