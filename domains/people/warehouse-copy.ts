import { newToken } from '@qingniao/kernel';
import type { LogSource, Projection, Row, Tx, Warehouse, WarehouseTable } from '@qingniao/storage';
import { groupBy } from './projections.ts';

/** One row that changed, came or went; `id` is its revision. */
export interface RowChange {
  id: number;
  brandId: number;
}

/**
 * A table with a `revision` that grows with every change, and the table of its rows that are no more, as a log: each
 * row stands once, at its latest revision. `present` and `gone` select the rest of a change, in the same order.
 */
export const rowChanges = <C extends RowChange>(table: string, { present, gone }: { present: string; gone: string }): LogSource<C> => ({
  read: (db, after, limit) => db.query<C & Row>(
    `(select revision as id, brand_id as "brandId", ${present} from ${table} where revision > $1 order by revision limit $2)
     union all
     (select revision, brand_id, ${gone} from ${table}_gone where revision > $1 order by revision limit $2)
     order by id limit $2`,
    [after, limit],
  ),
  async head(db) {
    const [row] = await db.query<{ head: number | null }>(`select greatest((select max(revision) from ${table}), (select max(revision) from ${table}_gone)) as head`);
    return row?.head ?? 0;
  },
});

export interface WarehouseCopy<C> {
  name: string;
  table: WarehouseTable;
  /** The changed rows as they are now, in the columns of the table. */
  rows(tx: Tx, brandId: number, changes: readonly C[]): Promise<Row[]>;
  /** Takes out what must not stay until parts merge. Comes before the rows are written. */
  forget(brandId: number, changes: readonly C[]): Promise<void>;
}

/** Keeps a replacing table of the warehouse like its table in PostgreSQL. Runs over `rowChanges`, in a runner of its own. */
export const warehouseCopy = <C extends RowChange>(warehouse: Warehouse, { name, table, rows, forget }: WarehouseCopy<C>): Projection<C> => ({
  name,
  batch: 5000,
  alone: true,
  async apply(tx, changes) {
    const written: Row[] = [];
    for (const [brandId, ofBrand] of groupBy(changes, (change) => change.brandId)) {
      written.push(...await rows(tx, brandId, ofBrand));
      await forget(brandId, ofBrand);
    }
    // A batch written twice replaces itself, so its token only has to differ from all others.
    if (written.length > 0) await warehouse.insert(table.name, written, newToken());
  },
  /** Dropped, not truncated: its columns may be those of an older version. */
  async reset() {
    await warehouse.dropTable(table.name);
    await warehouse.createTable(table);
  },
});
