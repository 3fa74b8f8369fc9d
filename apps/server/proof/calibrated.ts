import { publishedBenchmarks, type Benchmark } from '@qingniao/insights';
import type { Text } from '@qingniao/kernel';
import type { MeasuredRow } from './measured.ts';

/** A published figure and what came out. Values are fractions; `tolerance` is in the same. */
export interface CalibratedRow {
  rows: string[];
  metric: string;
  key: string;
  name: Text;
  published: number;
  ours: number | null;
  tolerance: number;
  /** Where people are drawn at random: how many standard errors it is off. */
  standardErrors: number | null;
  holds: boolean;
}

/** A cell of the study's charts whose figure was not published, or was lost: ours stands alone and is not checked (domain 1.6). */
export type LostRow = Pick<CalibratedRow, 'rows' | 'metric' | 'key' | 'name' | 'ours'>;

const STANDARD_ERRORS = 3.6;
/** The studies whose cells the populations are solved for; of everything else we do not know how it was measured. */
const EDITION = 'WeChat Luxury Index 2021';
/** Printed without decimals: the study says 15 % and means 15.07 % (W-05). */
const WHOLE_PERCENTS: ReadonlySet<string> = new Set(['paid_share', 'community_growth']);
/** W-35 is right within half an account. */
const HALF_AN_ACCOUNT: ReadonlySet<string> = new Set(['articles_per_push']);

const studied = publishedBenchmarks.filter(({ source, value }) => source.name.startsWith(EDITION) && value !== null);

/** Cells of its charts that no year has any more; those one year has are lost in the other. */
const LOST: readonly string[] = [
  'churn_by_source word_of_mouth', 'churn_by_source other',
  ...['search', 'qr', 'word_of_mouth', 'other'].map((source) => `monthly_active_by_source ${source}`),
  'action_types message', 'action_types post', ...['comments', 'likes', 'shares', 'favourites'].map((action) => `post_actions ${action}`),
  'articles_per_push 2-3', 'articles_per_push 3+',
];

/** Published cells of the year beside ours. */
export function calibratedRows(year: string, draw: 'quota' | 'random', people: readonly MeasuredRow[], panel: readonly MeasuredRow[]): CalibratedRow[] {
  return studied.filter((cell) => cell.year === year).flatMap((cell) => {
    const overAccounts = cell.unit === 'share_of_accounts' || cell.metric === 'community_growth';
    const row = (overAccounts ? panel : people).find(({ metric, key }) => metric === cell.metric && key === cell.key);
    return row ? [compare(cell, row, overAccounts ? 'quota' : draw)] : [];
  });
}

/** Published cells of the year of which nothing was measured, by their metric. */
export function uncheckedMetrics(year: string, calibrated: readonly CalibratedRow[]): { cells: number; metrics: string[] } {
  const checked = new Set(calibrated.map(({ metric, key }) => `${metric} ${key}`));
  const unchecked = studied.filter((cell) => cell.year === year && !checked.has(`${cell.metric} ${cell.key}`));
  return { cells: unchecked.length, metrics: [...new Set(unchecked.map(({ metric }) => metric))] };
}

/** The cells the report lost of that year, with ours. */
export function lostRows(year: string, measured: readonly MeasuredRow[]): LostRow[] {
  const nameOf = ({ metric, key }: { metric: string; key: string }) => `${metric} ${key}`;
  const published = new Set(studied.filter((cell) => cell.year === year).map(nameOf));
  const charted = new Set([...LOST, ...studied.map(nameOf)]);
  return measured.filter((row) => charted.has(nameOf(row)) && !published.has(nameOf(row)))
    .map(({ rows, metric, key, name, ours }) => ({ rows, metric, key, name, ours: ours.value }));
}

function compare(cell: Benchmark, row: MeasuredRow, draw: 'quota' | 'random'): CalibratedRow {
  const published = cell.value!;
  const { value, denominator } = row.ours;
  const off = value === null ? Infinity : Math.abs(value - published);
  const error = draw === 'random' ? Math.sqrt((published * (1 - published)) / Math.max(1, row.draws ?? denominator)) : null;
  const tolerance = error === null ? quotaTolerance(cell, denominator) : STANDARD_ERRORS * error;
  return {
    rows: row.rows, metric: row.metric, key: row.key, name: row.name, published, ours: value, tolerance,
    standardErrors: error === null ? null : off / error, holds: off <= tolerance + 1e-12,
  };
}

/** Means and shares of accounts: one account more or less is no rounding. */
const OVER_ACCOUNTS: ReadonlySet<string> = new Set(['pushes_by_month', 'community_growth']);

/** 0.05 points, or one unit where fewer than a thousand are counted; what was printed without decimals may be half a point more or less. */
function quotaTolerance({ metric }: Benchmark, denominator: number): number {
  if (HALF_AN_ACCOUNT.has(metric)) return 0.5 / Math.max(1, denominator);
  const unit = denominator > 0 && denominator < 1000 && !OVER_ACCOUNTS.has(metric) ? 1 / denominator : 0;
  return WHOLE_PERCENTS.has(metric) ? 0.005 + unit : Math.max(0.0005, unit);
}
