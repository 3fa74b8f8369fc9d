import { percentages, type Text } from '@qingniao/kernel';
import { type Asking, asking } from './ask.ts';
import type { Answer, Cell, Metric, Period, Query, Readers, Scope } from './metric.ts';
import { blind, connected, covers, meets, observedIn, type Observed, peopleSince, unheard } from './observed.ts';
import { daysOfMonth, instantsOf, observedMonths, previousPeriod, untilToday } from './period.ts';
import { standingStill } from './standing.ts';
import { together } from './together.ts';

export type Quotient = Pick<Cell, 'numerator' | 'denominator' | 'value'>;

/** A cell as it is shown. */
export interface CellView extends Cell {
  name: Text | null;
  /** Of a `share`: percent by largest remainder, one decimal; the cells of a metric add up to 100.0. */
  percent: number | null;
  /** The period before; null where there is nothing to compare. */
  previous: Quotient | null;
}

export interface Figure {
  metric: Metric;
  cells: CellView[];
  /** Why there is no value, or what is not in it. */
  missing: Text | null;
  /** Much of it is too young to be judged: it is held against no benchmark and no period before. */
  early: boolean;
}

export interface Figures {
  /** As far as it has come. */
  period: Period;
  previous: Period;
  /** Not everybody is known before, as an account was not connected; null without an account. */
  observedSince: Date | null;
  figures: Figure[];
}

/** Measures in their order, for one period and the one before: two questions of the warehouse at a time, which has few readers, and one of the database. */
export const measure = (readers: Readers, metrics: readonly Metric[], asked: Scope): Promise<Figures> =>
  standingStill(readers, async (standing) => {
    const scope = { ...asked, period: untilToday(asked.period) };
    const previous = previousPeriod(scope.period);
    const observed = await observedIn(standing, scope);
    const now = asking(standing, scope);
    const then = asking(standing, { ...scope, period: previous });
    const figure = async (metric: Metric): Promise<Figure> => {
      const counted = await cellsOf(now, metric, scope, observed);
      const unseen = wasHeard(metric) && !metric.today && observed !== null && blind(observed, scope.period);
      const cells = unseen || (metric.ofPushes && began(observed, scope.period) === 'after') ? counted.map((cell) => ({ ...cell, numerator: null, value: null })) : counted;
      const told = metric.missing ? await now(metric.missing.query) : [];
      const early = metric.missing?.early?.(told) ?? false;
      const before = !early && comparable(metric, { from: previous.from, to: scope.period.to }, observed) ? await cellsOf(then, metric, { ...scope, period: previous }, observed) : [];
      const lacking = metric.missing?.say(told) ?? null;
      const missing = unseen ? null : missingIn(metric, scope, cells, observed) ?? lacking ?? pushesBefore(metric, scope.period, observed);
      return { ...figureOf(metric, cells, before), early, missing: together([missing, ...unheardIn(metric, scope.period, observed)]) };
    };
    // What is counted anew each time goes first, while the few are gathered whom the rest is brought up to date by.
    const lane = (store: Query['store'], width: number) =>
      inTurn(metrics.filter(({ query }) => query.store === store).sort((one, other) => Number(!!one.query.adds) - Number(!!other.query.adds)), width, figure);
    const figures = new Map((await Promise.all([lane('warehouse', 2), lane('database', 1)])).flat().map((one) => [one.metric, one]));
    return { period: scope.period, previous, observedSince: observed?.since ?? null, figures: metrics.map((metric) => figures.get(metric)!) };
  });

/**
 * Who left before anybody listened is unknown, so a period that began before that would flatter; and so are its
 * pushes. Of two periods that share one gap, neither flatters.
 */
function comparable(metric: Metric, both: Period, observed: Observed | null): boolean {
  if (metric.today) return false;
  if (!wasHeard(metric)) return true;
  return observed !== null && observed.whole <= both.from && !observed.gaps.some((gap) => gap.breaks && meets(gap, both) && !covers(gap, both));
}

/** Made of what was heard of an account while it was connected. */
const wasHeard = (metric: Metric): boolean => metric.sources.includes('callback') || metric.ofPushes === true;

type NamedCell = Cell & { name: Text | null };

async function cellsOf(asked: Asking, metric: Metric, scope: Scope, observed: Observed | null): Promise<NamedCell[]> {
  const broken = observed?.gaps.filter(({ breaks }) => breaks) ?? [];
  const answered = await asked<Answer & { month?: string }>(metric.query);
  const rows = metric.ofMonths ? answered.filter(({ month }) => !month || !broken.some((gap) => meets(gap, daysOfMonth(month)))) : answered;
  const unknown = (key: string): boolean => metric.ofPushes === true && MONTH.test(key) && observed !== null && blind(observed, daysOfMonth(key));
  const cells = (metric.cells?.(rows, scope, observed?.whole ?? null) ?? rows.map((row) => ({ key: row.key, ...quotient(metric, row.numerator, row.denominator) })))
    .map((cell) => (unknown(cell.key) ? { ...cell, numerator: null, value: null } : cell));
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  const named = (cell: Cell): NamedCell => {
    const own = names.get(cell.key);
    return { ...cell, name: metric.dimension?.keys?.[cell.key] ?? metric.dimension?.named?.(cell.key) ?? (own ? { zh: own, en: own } : null) };
  };
  if (metric.dimension === null && cells.length === 0) return [{ key: '', numerator: null, denominator: null, value: null, name: null }];
  const keys = metric.dimension?.keys ?? null;
  if (!keys) return cells.map(named);
  const found = new Map(cells.map((cell) => [cell.key, cell]));
  // In the order of the dimension, those nobody is in included, and at the end what the dimension does not know.
  const whole = metric.unit === 'share' ? (cells[0]?.denominator ?? 0) : 0;
  return [
    ...Object.keys(keys).map((key) => found.get(key) ?? { key, ...quotient(metric, 0, whole) }),
    ...cells.filter(({ key }) => !Object.hasOwn(keys, key)),
  ].map(named);
}

const MONTH = /^\d{4}-\d{2}$/;

/** A count is its numerator; everything else numerator / denominator, null where there is nothing to divide by. */
function quotient({ unit }: Metric, numerator: number | null, denominator: number | null): Quotient {
  if (unit === 'count') return { numerator, denominator, value: numerator };
  return { numerator, denominator, value: numerator === null || !denominator ? null : numerator / denominator };
}

function figureOf(metric: Metric, cells: readonly NamedCell[], before: readonly NamedCell[]): Omit<Figure, 'missing' | 'early'> {
  const shared = metric.unit === 'share' && cells.some(({ value }) => value !== null);
  const percents = shared ? percentages(cells.map(({ numerator }) => numerator ?? 0)) : null;
  const previous = new Map(before.map(({ key, numerator, denominator, value }) => [key, { numerator, denominator, value }]));
  return {
    metric,
    cells: cells.map((cell, index) => ({ ...cell, percent: percents?.[index] ?? null, previous: previous.get(cell.key) ?? null })),
  };
}

function missingIn(metric: Metric, { period }: Scope, cells: readonly Cell[], observed: Observed | null): Text | null {
  if (observed === null) return { zh: '还没有接入公众号。', en: 'No official account is connected yet.' };
  const { first, whole } = observed;
  if (metric.ofPushes && began(observed, period) === 'after')
    return { zh: `公众号于 ${first} 接入，此前的群发无从得知，本期没有数据。`, en: `Pushes are known since the account was connected on ${first}; nothing is known of this period.` };
  const heard = metric.sources.includes('callback') && !metric.today;
  if (heard && first > period.to) return { zh: `自 ${first} 起才有个人数据，本期没有。`, en: `People are observed since ${first}; nothing is known of this period.` };
  if (!cells.some(({ value }) => value !== null)) {
    const { from, to } = instantsOf(period);
    if (metric.ofMonths && observedMonths(whole, from, to).months.length === 0) {
      const since = whole > period.from ? peopleSince(observed) : null;
      return { zh: `本期还没有观测满一个完整的自然月${since ? `：${since.zh}` : ''}。`, en: `No complete calendar month of this period has been observed${since ? `. ${since.en}` : ''}.` };
    }
    return pushesBefore(metric, period, observed) ?? { zh: `本期没有可计算的数据：“${metric.denominator.zh}”为零。`, en: `Nothing to divide by in this period: “${metric.denominator.en}” is zero.` };
  }
  if (!heard || whole <= period.from) return null;
  return { zh: `${peopleSince(observed).zh}，此前的部分未计入。`, en: `${peopleSince(observed).en}; what happened before is not in this figure.` };
}

/** Whether the accounts were connected before the period, in it (or one of them after it), or all after it. */
function began(observed: Observed | null, period: Period): 'before' | 'within' | 'after' {
  if (observed === null) return 'before';
  return observed.first > period.to ? 'after' : observed.whole > period.from ? 'within' : 'before';
}

function pushesBefore({ ofPushes }: Metric, period: Period, observed: Observed | null): Text | null {
  if (!ofPushes || began(observed, period) !== 'within') return null;
  return { zh: `${connected(observed!).zh}，此前的群发未计入。`, en: `${connected(observed!).en}; pushes made before are not in this figure.` };
}

/** What was not heard in the period, an account and a gap each. */
function unheardIn(metric: Metric, period: Period, observed: Observed | null): Text[] {
  if (!wasHeard(metric) || metric.today || observed === null || began(observed, period) === 'after') return [];
  return observed.gaps.filter((gap) => meets(gap, period)).map((gap) => {
    const { zh, en } = unheard(gap);
    return { zh: `${zh}，其间的部分未计入。`, en: `${en}; what happened meanwhile is not in this figure.` };
  });
}

/** `width` of them at a time. */
async function inTurn<A, B>(items: readonly A[], width: number, work: (item: A) => Promise<B>): Promise<B[]> {
  const results: B[] = new Array<B>(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
