import { hideInAll, inTens, isFew, type Part, type Suppressed } from '@qingniao/access';
import { calledFor, type Stage } from '@qingniao/people';
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
 * - of the parts of one whole at least two are hidden, together at least ten, smallest first (totals are known elsewhere),
 *   and so it is with what adds up across figures (`sums`);
 * - what is hidden in one figure is hidden where another shows the same number, or one that comes close (`shownAgain`);
 * - of a rate the rest counts too: 195 of 200 tells of five.
 * Nobody is in a count of 0, so it is shown. The period before is treated by itself. Bases that would tell of a hidden count, or
 * of who came since the last look, are in tens (`baseInTens`).
 */
export function suppressSmallCells(figures: readonly Figure[]): SafeFigure[] {
  const now = hiddenIn(figures.map(({ metric, cells }) => ({ metric, cells })));
  const before = hiddenIn(figures.map(({ metric, cells }) => ({ metric, cells: cells.flatMap(({ key, previous }) => (previous ? [{ key, ...previous }] : [])) })));
  return figures.map((figure) => ({
    ...figure,
    cells: figure.cells.map((cell): SafeCell => {
      const name = nameOf(figure.metric.id, cell.key);
      const previous = before.has(name) || !cell.previous ? null : { ...cell.previous, ...baseInTens(figure, cell.key, cell.previous) };
      if (!now.has(name)) return { ...cell, ...baseInTens(figure, cell.key, cell), previous };
      const suppressed = isSmall(figure, cell) ? 'small' : 'complement';
      return { key: cell.key, name: cell.name, numerator: null, denominator: null, value: null, percent: null, previous, suppressed };
    }),
  }));
}

/** Followers at one time, less those at another, are a net growth that may be hidden; all actions with an hour, less the kinds shown, a kind that is. */
const BASES_IN_TENS: ReadonlySet<string> = new Set(['community_growth', 'growth_by_month', 'active_followers', 'monthly_active', 'monthly_active_by_month', 'monthly_active_by_source', 'best_time']);

function baseInTens({ metric }: Figure, key: string, { numerator, denominator, value }: Quotient): Partial<Quotient> {
  if (numerator === null || denominator === null || value === null) return {};
  // Of today: each person of a stage is asked as many items.
  if (metric.id === 'matrix_completeness') {
    const items = calledFor(key as Stage).length;
    const base = inTens(denominator / items) * items;
    const known = Math.round(value * base);
    return { numerator: known, denominator: base, value: known / base };
  }
  if (!BASES_IN_TENS.has(metric.id)) return {};
  const base = inTens(denominator);
  // A mean of months is not the quotient of their means.
  return { denominator: base, value: Math.abs(value - numerator / denominator) < 1e-12 ? numerator / base : value };
}

type Place = readonly [metric: string, key: string];
const nameOf = (...[metric, key]: Place): string => `${metric} ${key}`;

/** The stage a move began in: `lead` of `lead>prospect`. */
const left = (move: string): string => move.split('>')[0]!;

/** Where a number of one figure stands in another, as numerator or denominator: in the cell of the same key, or in those it `tells` of. */
const shownAgain: readonly { from: string; to: string; tells?: (there: string, here: string) => boolean }[] = [
  // New followers of a source are the base of its churn; those who stayed, of its cost.
  { from: 'recruitment_sources', to: 'churn_by_source' },
  { from: 'recruitment_sources', to: 'cost_per_kept' },
  { from: 'churn_by_source', to: 'cost_per_kept' },
  // W-04 is one source of W-05.
  { from: 'recruitment_sources', to: 'paid_share', tells: (source) => source === 'ads' },
  { from: 'paid_share', to: 'recruitment_sources', tells: (_, source) => source === 'ads' },
  // Every person of a stage is asked the same items.
  { from: 'stage_counts', to: 'matrix_completeness' },
  // The base of a move is who left the stage, by this move or another, and who is still there.
  { from: 'stage_counts', to: 'stage_moves', tells: (stage, move) => stage === left(move) },
  { from: 'stage_moves', to: 'stage_moves', tells: (one, other) => left(one) === left(other) },
  // All taps are the base of each category, of one without taps as well.
  { from: 'action_types', to: 'menu_categories', tells: (kind) => kind === 'menu' },
  // Who clicked or commented, less the ones, is nearly the others.
  { from: 'post_actions', to: 'post_engagement_people', tells: (kind) => kind === 'clicks' || kind === 'comments' },
];

/** What adds up across figures, the sum first: all of it but one tells that one. */
const sums: readonly (readonly Place[])[] = [
  [['post_engagement', ''], ...['clicks', 'comments', 'likes', 'shares', 'favourites'].map((kind): Place => ['post_actions', kind])],
  [['post_engagement', ''], ['segmented_engagement', 'segmented'], ['segmented_engagement', 'everyone']],
  // Of a period that is over they are the same pushes, and nearly the same clicks.
  [['post_engagement', ''], ['action_types', 'post']],
  [['action_types', 'menu'], ...['brand', 'ecommerce', 'crm', 'none'].map((category): Place => ['menu_categories', category])],
];
const summed: ReadonlySet<string> = new Set(sums.flat().map((place) => nameOf(...place)));

/** Of nobody known: a part of no whole. */
const APART = nameOf('post_actions', 'anonymous_clicks');

type Counted = Pick<Figure, 'metric'> & { cells: readonly (Quotient & Pick<Cell, 'key' | 'low' | 'high'>)[] };

function isSmall({ metric: { unit } }: Pick<Counted, 'metric'>, { numerator, denominator, low, high }: Counted['cells'][number]): boolean {
  const rest = unit === 'rate' && numerator !== null && denominator !== null ? denominator - numerator : null;
  const bounds = [low, high].map((bound) => (bound === undefined || denominator === null ? null : Math.round(bound * denominator)));
  return [denominator, rest, ...bounds, ...(unit === 'fen' ? [] : [numerator])].some(isFew);
}

/** What to hide; grows until nothing more has to. */
function hiddenIn(figures: readonly Counted[]): ReadonlySet<string> {
  const ofPeople = figures.filter(({ metric }) => metric.counts !== 'pushes');
  const weight = ({ unit }: Figure['metric'], { numerator, denominator }: Quotient): number => Math.abs((unit === 'fen' ? denominator : numerator) ?? denominator ?? 0);
  const partsOf = ({ metric, cells }: Counted): Part[] => cells.map((cell) => {
    const key = nameOf(metric.id, cell.key);
    return { key, people: weight(metric, cell), last: summed.has(key) };
  });
  const parts = new Map(ofPeople.flatMap(partsOf).map((part) => [part.key, part]));
  const wholes = [
    // A breakdown is one whole.
    ...ofPeople.filter(({ metric }) => metric.dimension !== null).map((figure) => partsOf(figure).filter(({ key }) => key !== APART)),
    ...sums.map((sum) => sum.flatMap((place) => parts.get(nameOf(...place)) ?? [])),
  ];
  const cellsOf = (id: string) => figures.find(({ metric }) => metric.id === id)?.cells ?? [];
  const again = shownAgain.flatMap(({ from, to, tells = (there, here) => there === here }) => cellsOf(from).flatMap(({ key: there }) =>
    cellsOf(to).filter(({ key: here, numerator, denominator }) => (numerator || denominator) && tells(there, here))
      .map(({ key: here }) => [nameOf(from, there), nameOf(to, here)] as const)));
  let hidden = new Set(ofPeople.flatMap((figure) => figure.cells.filter((cell) => isSmall(figure, cell)).map(({ key }) => nameOf(figure.metric.id, key))));
  for (let size = -1; size !== hidden.size;) {
    size = hidden.size;
    hidden = hideInAll(wholes, hidden);
    for (const [from, to] of again) if (hidden.has(from)) hidden.add(to);
  }
  return hidden;
}
