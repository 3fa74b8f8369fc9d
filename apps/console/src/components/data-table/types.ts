import type { ReactNode } from 'react';
import type { Cell } from '../../lib/csv.ts';

export interface Column<Row> {
  id: string;
  title: string;
  /** Least width in pixels; `grow` shares what is left. */
  width: number;
  grow?: number;
  align?: 'right';
  /** Not shown until somebody chooses it. */
  optional?: boolean;
  /** Where it stands on a phone, which shows two lines a row: the first word, or the second line. What has no title is something to do, and has a third. */
  phone?: 'title' | 'aside' | 'detail';
  cell: (row: Row) => ReactNode;
  /** The plain value, for export and for sorting. */
  text: (row: Row) => Cell;
}

export interface Sort {
  column: string;
  descending: boolean;
}

export interface Selection {
  ids: ReadonlySet<string>;
  change: (ids: ReadonlySet<string>) => void;
}
