import type { Text } from '@qingniao/kernel';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';

/** Calendar days of Asia/Shanghai, both inclusive: `2026-01-01` to `2026-12-31`. */
export interface Period {
  from: string;
  to: string;
}

/** What is asked about: one brand, one period, one of its official accounts or all of them. */
export interface Scope {
  brandId: number;
  period: Period;
  assetId: string | null;
}

/** Where a metric reads. Nothing else is in reach: no population, no benchmark. */
export interface Readers {
  brand: BrandDatabase;
  warehouse: Warehouse;
}

/**
 * One question in SQL; the answer has rows `key, numerator, denominator`.
 * `warehouse`: ClickHouse parameters `{brand:UInt32}`, `{from:DateTime}` (first instant), `{to:DateTime}` (first
 * instant after the period), `{asset:String}` ('' = all accounts).
 * `database`: PostgreSQL parameters $1 brand, $2 from, $3 to (the same instants), $4 asset (null = all).
 */
export interface Query {
  store: 'warehouse' | 'database';
  sql: string;
}

export type Chapter = 'acquisition' | 'engagement' | 'content' | 'opportunities';

/** `share`: parts of one whole, adds up to 100 %. `rate`: each cell its own whole. `mean`: numerator / denominator as a number. */
export type Unit = 'count' | 'share' | 'rate' | 'mean' | 'fen';

/** `callback`: what WeChat told us about a person. `platform`: its aggregates. `own_link`: our redirect. `stated`: entered by the brand. */
export type Source = 'callback' | 'platform' | 'own_link' | 'stated';

/** One number with what it is made of. `value` is null where the denominator is zero or nothing is known. */
export interface Cell {
  /** What the cell is about within its metric's dimension; '' for a metric without one. */
  key: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  /** Where the platform's figures allow no exact value (W-36 cumulative). */
  low?: number;
  high?: number;
}

/** What a click on a figure shows: contacts, pushes or days of platform figures. */
export interface Behind {
  kind: 'contacts' | 'pushes' | 'days';
  /** As in Query, with `key` besides: `{key:String}` or $5. One column `id`, in a stable order, and what the page shows. */
  numerator: Query;
  denominator: Query | null;
}

/** One entry of the catalogue: everything that is said or computed about a figure stands here. */
export interface Metric {
  id: string;
  /** Rows of the study it answers, e.g. `W-05`. */
  rows: readonly string[];
  chapter: Chapter;
  name: Text;
  definition: Text;
  numerator: Text;
  denominator: Text;
  unit: Unit;
  /** What the keys of its cells are; null for a single number. */
  dimension: Dimension | null;
  sources: readonly Source[];
  /** Which direction is good; null where neither is. */
  better: 'higher' | 'lower' | null;
  query: Query;
  /** Turns the answer into cells where a quotient is not enough (yearly means, intervals). */
  cells?: (rows: readonly Answer[], scope: Scope) => Cell[];
  behind: Behind | null;
}

export interface Answer extends Record<string, unknown> {
  key: string;
  numerator: number | null;
  denominator: number | null;
}

/** Names of the keys, in the order they are shown; null where they are dates or ids the answer brings itself. */
export interface Dimension {
  name: Text;
  keys: Readonly<Record<string, Text>> | null;
}
