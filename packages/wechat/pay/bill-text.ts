import type { Fen } from '@qingniao/kernel';
import { ShapeError } from './shape.ts';

/** One line by the names of its columns. */
export interface BillLine {
  text(column: string): string;
  /** Null for empty and for the `0` some columns have instead. */
  id(column: string): string | null;
  /** Yuan on paper, fen here; negative happens. */
  fen(column: string): Fen;
  count(column: string): number;
  at(column: string): Date;
}

/**
 * The platform's CSV (12): a header, lines whose every field begins with a back-tick, then a header and a line of totals.
 * Fields may hold commas but never `` ,` ``. Throws ShapeError, naming line and column, never a value.
 */
export function readBillText(content: string): { rows: BillLine[]; totals: BillLine } {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line !== '');
  const totalsAt = lines.findIndex((line, index) => index > 0 && !line.startsWith('`'));
  if (totalsAt < 1 || totalsAt !== lines.length - 2) throw new ShapeError('the bill has not one header, rows and totals');
  const columns = headerOf(lines[0]!);
  return {
    rows: lines.slice(1, totalsAt).map((line, index) => lineOf(columns, line, index + 2)),
    totals: lineOf(headerOf(lines[totalsAt]!), lines[totalsAt + 1]!, totalsAt + 2),
  };
}

/** Some headers carry their unit: 收支金额（元）. */
const headerOf = (line: string): string[] => line.split(',').map((name) => name.trim().replace(/[（(]元[）)]$/, ''));

function lineOf(columns: readonly string[], line: string, number: number): BillLine {
  const fields = line.slice(1).split(',`');
  if (!line.startsWith('`') || fields.length !== columns.length) throw new ShapeError(`line ${number} does not fit its header`);
  const text = (column: string): string => {
    const value = fields[columns.indexOf(column)];
    if (value === undefined) throw new ShapeError(`the bill has no column ${column}`);
    return value;
  };
  const fail = (column: string): never => {
    throw new ShapeError(`line ${number}: ${column} cannot be read`);
  };
  return {
    text,
    id: (column) => (text(column) === '' || text(column) === '0' ? null : text(column)),
    fen: (column) => yuanToFen(text(column)) ?? fail(column),
    count: (column) => (/^\d{1,12}(\.0+)?$/.test(text(column)) ? Number(text(column)) : fail(column)),
    at: (column) => beijing(text(column)) ?? fail(column),
  };
}

/** `0.60` → 60, `0.01000` → 1, without a float in between; null for anything finer than a fen or not a number. */
export function yuanToFen(yuan: string): Fen | null {
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(yuan);
  if (!parts) return null;
  const amount = Number(parts[2]! + (parts[3] ?? '').padEnd(2, '0'));
  return parts[1] === '' || amount === 0 ? amount : -amount;
}

/** `2026-11-22 20:00:00`, Beijing. */
function beijing(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null;
  const at = new Date(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}
