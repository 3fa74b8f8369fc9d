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
 * instant after the period), `{since:DateTime}` (where people are observed from a later day on, its first instant, else `from`), `{asset:String}` ('' = all accounts), and of the complete calendar months in the period their names
 * `{months:Array(String)}` and bounds `{bounds:Array(UInt32)}` in seconds (one more than months; both empty without any).
 * `database`: PostgreSQL parameters $1 brand, $2 from, $3 to (the same instants), $4 asset (null = all), and from $5 what is given.
 * Tables of what people do are named `{events e}`, `{follow_periods p}` and `{stage_move m}`, with their alias.
 */
export interface Query {
  store: 'warehouse' | 'database';
  sql: string;
  /** What it needs of other answers. */
  given?: readonly Given[];
  /** $2 and $3 hold all time: the same answer for every period, which says of each row when it was. */
  ofAllTime?: true;
  adds?: Adds;
}

/**
 * `columns` of a question asked first, a few thousand rows at most. Each is an array of a warehouse question,
 * `{pushes:Array(String)}`, instants as seconds (`extract(epoch …)`); a database question has them together, as JSON
 * for `jsonb_to_recordset($5)`.
 */
export interface Given {
  of: Query;
  columns: readonly string[];
}

/** The answer about two groups of people is the sum of the answers about each, so it can be brought up to date by the few something happened to. */
export interface Adds {
  /** The columns that add up; the others say what a row is about. */
  sums: readonly string[];
  /** What in the period can change the answer: events of these types, a follow, a move between stages. */
  events?: readonly string[];
  follows?: true;
  moves?: true;
  /** Seconds after the period that still count. */
  after?: number;
  /** Rows are there whether or not anybody is in them. */
  lasting?: true;
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
  /** As in Query, with `key` besides: `{key:String}` or the parameter after what is given. One column `id`, in a stable order, and what the page shows. */
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
  /** Turns the answer into cells where a quotient is not enough (yearly means, intervals). `observed`: the day since which all accounts are; null without one. */
  cells?: (rows: readonly Answer[], scope: Scope, observed: string | null) => Cell[];
  behind: Behind | null;
  /** What the period still lacks for this figure (late days, gaps): asked beside it. `say` gives null when nothing is missing. */
  missing?: {
    query: Query;
    say: (rows: readonly Record<string, unknown>[]) => Text | null;
    /** So much of it is too young that it is held against nothing. */
    early?: (rows: readonly Record<string, unknown>[]) => boolean;
  };
  /** It is of today whatever the period is: there is no period before to compare it with. */
  today?: true;
  /** Made of complete calendar months: where none was observed there is no value. */
  ofMonths?: true;
  /** About pushes: WeChat tells of one when it goes out, so of those before the account was connected nothing is known. */
  ofPushes?: true;
  /** What is counted are pushes: neither people nor what they did, so no count is too small to be shown. */
  counts?: 'pushes';
  /** Money: only for those who may see costs. */
  money?: true;
}

export interface Answer extends Record<string, unknown> {
  key: string;
  /** What a key is called where the dimension names none (the title of a push). */
  name?: string | null;
  numerator: number | null;
  denominator: number | null;
}

/** Names of the keys, in the order they are shown; null where they are dates, ids the answer brings itself, or open-ended: then `named`. */
export interface Dimension {
  name: Text;
  keys: Readonly<Record<string, Text>> | null;
  named?: (key: string) => Text;
}
