import { useMemo, useState } from 'react';
import type { Cell } from '../../lib/csv.ts';
import { useWords } from '../../i18n/index.ts';
import type { Column, Sort } from './types.ts';

/** Numbers by size, words by the language, nothing always last. */
export function compareCells(a: Cell, b: Cell, locale: string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), locale, { numeric: true });
}

const isNothing = (cell: Cell) => cell === null || cell === undefined || cell === '';

/** Rows in the order somebody chose: first down, then up, then as they came. Only when all rows are here. */
export function useSorting<Row>(rows: readonly Row[], columns: readonly Column<Row>[], whole: boolean) {
  const { language } = useWords();
  const [sort, setSort] = useState<Sort | null>(null);
  const sorted = useMemo(() => {
    const column = whole && sort ? columns.find(({ id }) => id === sort.column) : undefined;
    if (!column || !sort) return rows;
    return rows.toSorted((one, other) => {
      const [a, b] = [column.text(one), column.text(other)];
      if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b));
      return compareCells(a, b, language) * (sort.descending ? -1 : 1);
    });
  }, [rows, columns, sort, whole, language]);
  const choose = (column: string) =>
    setSort(sort?.column !== column ? { column, descending: true } : sort.descending ? { column, descending: false } : null);
  return { sorted, sort: whole ? sort : null, choose };
}
