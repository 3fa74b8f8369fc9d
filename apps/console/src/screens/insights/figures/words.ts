import { change, count, difference, mean, money, month, percent, points, share, smallRate, type Language } from '../../../lib/format.ts';
import { short } from '../../../charts/options.ts';
import type { Delta } from '../../../components/figure-card.tsx';
import type { Benchmark, Cell, Metric, Unit } from '../queries.ts';

/** Rates under a tenth show two decimals: there the second one is the news (W-10, W-18). */
const rate = (value: number): string => (Math.abs(value) < 0.1 ? smallRate(value) : share(value));

/** A value in its unit, as it stands on a card or at an axis. */
export function inUnit(unit: Unit, value: number): string {
  switch (unit) {
    case 'count': return count(value);
    case 'share':
    case 'rate': return rate(value);
    case 'mean': return mean(value);
    case 'fen': return money(Math.round(value));
  }
}

/** A cell as it stands on screen: shares of one whole as the server rounded them, so that they make 100. */
export function shown(metric: Metric, cell: Cell): string | null {
  if (cell.low !== undefined && cell.high !== undefined && cell.low < cell.high) return `${inUnit(metric.unit, cell.low)} – ${inUnit(metric.unit, cell.high)}`;
  if (metric.unit === 'share' && cell.percent !== null) return percent(cell.percent);
  return cell.value === null ? null : inUnit(metric.unit, cell.value);
}

/** Why a cell has no number: head office may not see it, or there is none. */
export const absent = ({ suppressed }: Cell) => (suppressed ? `figure.${suppressed}` as const : 'state.none' as const);

/** Change against the period before: points for shares and rates, per cent for amounts. */
export function deltaOf(metric: Metric, cell: Cell, against: string): Delta | null {
  const before = cell.previous?.value ?? null;
  if (cell.value === null || before === null) return null;
  const moved = cell.value - before;
  const tone = metric.better === null || moved === 0 ? undefined : (moved > 0) === (metric.better === 'higher') ? 'good' : 'bad';
  if (metric.unit === 'share' || metric.unit === 'rate') return { text: points(moved, Math.abs(cell.value) < 0.1 ? 2 : 1), against, ...(tone ? { tone } : {}) };
  if (before === 0) return { text: difference(moved), against, ...(tone ? { tone } : {}) };
  return { text: change(moved / before), against, ...(tone ? { tone } : {}) };
}

/** As many decimals as were published, two at most: `33.72 %`, `44 %`. */
const published = (value: number): string => `${Number((value * 100).toFixed(2))}\u202F%`;

/** At an axis, where decimals that say nothing are noise: `20 %`, `2.5 %`, `1.2 万`. */
export const atAxis = (unit: Unit, value: number, language: Language): string =>
  (unit === 'share' || unit === 'rate' ? published(value) : unit === 'count' ? short(value, language) : inUnit(unit, value));

/** `36.4 %`, or `28 % – 31.0 %` where the source gives a range. */
export function benchmarkText(unit: Benchmark['unit'], { value, low, high }: Benchmark): string {
  const write = (amount: number): string => {
    switch (unit) {
      case 'change': return change(amount);
      case 'multiple': return `×${mean(amount)}`;
      case 'share':
      case 'rate':
      case 'share_of_accounts': return published(amount);
      default: return inUnit(unit, amount);
    }
  };
  if (value !== null) return write(value);
  return low !== undefined && high !== undefined ? `${write(low)} – ${write(high)}` : '–';
}

/** Name of a cell: what the server calls it, else what its key says. */
export function nameOf(cell: { key: string; name: { zh: string; en: string } | null }, language: Language): string {
  if (cell.name) return cell.name[language];
  return /^\d{4}-\d{2}$/.test(cell.key) ? month(`${cell.key}-15`, language) : cell.key;
}

/** Counts are whole; means of months are not always. */
export const exact = (value: number): string => (Number.isInteger(value) ? count(value) : value.toLocaleString('en-US', { maximumFractionDigits: 4 }));

/** Below this many, one rate is not said to be above another: the difference may be chance. */
export const enoughToCompare = 100;

interface Rate {
  value: number;
  of: number;
}

/** Whether the first of these rates leads for a reason: enough people, and further ahead of the second than chance reaches (95 %). */
export function leads([first, second]: readonly Rate[]): boolean {
  if (!first || !second || first.of < enoughToCompare) return false;
  const spread = ({ value, of }: Rate) => (value * (1 - value)) / Math.max(1, of);
  return first.value - second.value > 1.96 * Math.sqrt(spread(first) + spread(second));
}
