import type { Text } from '@qingniao/kernel';
import type { BrandDatabase, Row, Warehouse } from '@qingniao/storage';

/** Where reports read. */
export interface Readers {
  brand: BrandDatabase;
  warehouse: Warehouse;
}

/** From the first instant to the first instant after. */
export interface Span {
  from: Date;
  to: Date;
}

/**
 * One question in SQL. `warehouse`: ClickHouse with `{brand:UInt32}`, `{from:DateTime}`, `{to:DateTime}`; `database`:
 * PostgreSQL with $1 brand, $2 from, $3 to. `given` is asked first in the database: its columns are arrays of the
 * warehouse question by their names.
 */
export interface Query {
  store: 'warehouse' | 'database';
  sql: string;
  given?: { sql: string; columns: readonly string[] };
}

/** Whose parts are listed on a click: the question answers `id`, `key` narrows it to a row (`{key:String}`, $4). */
export interface Behind {
  kind: 'contacts' | 'orders';
  numerator: Query;
  denominator?: Query;
}

export interface Figure {
  /** The column of its numerator in the answer; its denominator is `<id>_of`. */
  id: string;
  name: Text;
  numerator: Text;
  /** Null: the numerator is the figure. */
  denominator: Text | null;
  /** `mean_fen`: fen divided by a count. */
  unit: 'count' | 'fen' | 'rate' | 'mean_fen';
  behind: Behind | null;
}

/** A table: a row a key, each figure with what it is made of. */
export interface Report {
  id: string;
  /** Rows of the study it answers. */
  rows: readonly string[];
  /** Only for those who account for money (`finance:read`). */
  showsCosts?: boolean;
  name: Text;
  definition: Text;
  /** What its rows are. */
  key: Text;
  /** Names of the keys in their order; without them the answer brings `name` beside `key`. */
  keys?: Readonly<Record<string, Text>>;
  /** Where a key is said in both languages, beside the `name` the answer brings. */
  named?(key: string, name: string): Text | null;
  figures: readonly Figure[];
  query: Query;
}

export interface Cell {
  figure: string;
  numerator: number;
  denominator: number | null;
  /** Null where there is nothing to divide by. */
  value: number | null;
}

export interface ReportRow {
  key: string;
  name: Text | null;
  cells: Cell[];
}

interface Answer extends Row {
  key: string;
  name?: string | null;
}

export async function readReport(readers: Readers, report: Report, span: Span): Promise<ReportRow[]> {
  const answers = await ask<Answer>(readers, report.query, span);
  const rows = answers.map((answer) => ({
    key: answer.key, name: report.keys?.[answer.key] ?? (answer.name ? (report.named?.(answer.key, answer.name) ?? { zh: answer.name, en: answer.name }) : null),
    cells: report.figures.map((figure) => cellOf(figure, answer)),
  }));
  const order = Object.keys(report.keys ?? {});
  return order.length === 0 ? rows : rows.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

function cellOf({ id, denominator: of }: Figure, answer: Answer): Cell {
  const numerator = Number(answer[id]);
  const denominator = of === null ? null : Number(answer[`${id}_of`]);
  return { figure: id, numerator, denominator, value: denominator === null ? numerator : denominator === 0 ? null : numerator / denominator };
}

/** A page of the ids a figure counts in one row, by id; `after` is the last id of the page before. */
export async function idsBehind(readers: Readers, kind: Behind['kind'], query: Query, span: Span, key: string, after: string | number | null, limit: number): Promise<(string | number)[]> {
  const people = kind === 'contacts';
  const sql = query.store === 'warehouse'
    ? `select id from (${query.sql}) where id > {after:${people ? 'UInt64' : 'String'}} order by id limit {limit:UInt32}`
    : `select id from (${query.sql}) as found where id > $5::${people ? 'bigint' : 'text'} order by id limit $6`;
  const rows = await ask<{ id: string | number }>(readers, { ...query, sql }, span, { key, after: after ?? (people ? 0 : ''), limit });
  return rows.map(({ id }) => id);
}

async function ask<R extends Row>({ brand, warehouse }: Readers, { store, sql, given }: Query, { from, to }: Span, more: Record<string, unknown> = {}): Promise<R[]> {
  if (store === 'database') return brand.query<R>(sql, [brand.brandId, from, to, ...Object.values(more)]);
  const params: Record<string, unknown> = { brand: brand.brandId, from, to, ...more };
  if (given) {
    const rows = await brand.query(given.sql, [brand.brandId]);
    for (const column of given.columns) params[column] = rows.map((row) => row[column]);
  }
  return warehouse.query<R>(sql, { params });
}
