import { publishedBenchmarks, type Benchmark } from '@qingniao/insights';
import type { Text } from '@qingniao/kernel';
import type { MeasuredRow } from './measured.ts';

/** A published figure and what came out. Values are fractions; `tolerance` is in the same. */
export interface CalibratedRow {
  rows: readonly string[];
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

const STANDARD_ERRORS = 3.6;
/** The studies whose cells the populations are solved for; of everything else we do not know how it was measured. */
const EDITION = 'WeChat Luxury Index 2021';
/** Printed without decimals: the study says 15 % and means 15.07 % (W-05). */
const WHOLE_PERCENTS: ReadonlySet<string> = new Set(['paid_share', 'community_growth']);
/** W-35 is right within half an account. */
const HALF_AN_ACCOUNT: ReadonlySet<string> = new Set(['articles_per_push']);

/** Published cells of the year beside ours. What the report lost has no cell and is not compared. */
export function calibratedRows(year: string, draw: 'quota' | 'random', people: readonly MeasuredRow[], panel: readonly MeasuredRow[]): CalibratedRow[] {
  const cells = publishedBenchmarks.filter((cell) => cell.year === year && cell.source.name.startsWith(EDITION) && cell.value !== null);
  return cells.flatMap((cell) => {
    const overAccounts = cell.unit === 'share_of_accounts' || cell.metric === 'community_growth';
    const row = (overAccounts ? panel : people).find(({ metric, key }) => metric === cell.metric && key === cell.key);
    return row ? [compare(cell, row, overAccounts ? 'quota' : draw)] : [];
  });
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

/** 0.05 points, or one unit where fewer than a thousand are counted. */
function quotaTolerance({ metric }: Benchmark, denominator: number): number {
  if (HALF_AN_ACCOUNT.has(metric)) return 0.5 / Math.max(1, denominator);
  if (WHOLE_PERCENTS.has(metric)) return 0.005;
  return denominator > 0 && denominator < 1000 && metric !== 'pushes_by_month' ? Math.max(0.0005, 1 / denominator) : 0.0005;
}
