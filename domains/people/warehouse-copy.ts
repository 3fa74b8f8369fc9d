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
  newest: `greatest((select max(revision) from ${table}), (select max(revision) from ${table}_gone))`,
});

/** A condition on a brand's rows, with its parameters. */
export interface Where {
  sql: string;
  params: Record<string, unknown>;
}

export interface WarehouseCopy<C> {
  name: string;
  table: WarehouseTable;
  /** Where rows go that are replaced, for as long as its TTL: the table's columns and `superseded_at`. */
  past?: WarehouseTable;
  /** Which rows of the table the changes are about. */
  where(changes: readonly C[]): Where;
  /** The changed rows as they are now, in the columns of the table. */
  rows(tx: Tx, brandId: number, changes: readonly C[]): Promise<Row[]>;
  /** Those of the changes after which nothing of before may stay, not even until parts merge. */
  forgotten(changes: readonly C[]): C[];
}

/** Keeps a replacing table of the warehouse like its table in PostgreSQL. Runs over `rowChanges`, in a runner of its own. */
export const warehouseCopy = <C extends RowChange>(warehouse: Warehouse, { name, table, past, rows, where, forgotten }: WarehouseCopy<C>): Projection<C> => ({
  name,
  batch: 5000,
  alone: true,
  async apply(tx, changes) {
    const written: Row[] = [];
    for (const [brandId, ofBrand] of groupBy(changes, (change) => change.brandId)) {
      written.push(...await rows(tx, brandId, ofBrand));
      if (past) await keepPast(warehouse, brandId, table, past, where(ofBrand));
      const gone = forgotten(ofBrand);
      if (gone.length > 0) await forget(warehouse, brandId, past ? [table, past] : [table], where(gone));
    }
    // A batch written twice replaces itself, so its token only has to differ from all others.
    if (written.length > 0) await warehouse.insert(table.name, written, newToken());
  },
  /** Dropped, not truncated: its columns may be those of an older version. */
  async reset() {
    for (const one of past ? [table, past] : [table]) {
      await warehouse.dropTable(one.name);
      await warehouse.createTable(one);
    }
  },
});

/** Before the new rows are written. Done twice after a crash it keeps the same row twice, which says nothing new. */
async function keepPast(warehouse: Warehouse, brandId: number, table: WarehouseTable, past: WarehouseTable, { sql, params }: Where): Promise<void> {
  const columns = Object.keys(table.columns).join(', ');
  await warehouse.command(
    `insert into ${past.name} (${columns}, superseded_at) select ${columns}, now() from ${table.name} final where brand_id = {brand:UInt32} and ${sql}`,
    { params: { ...params, brand: brandId } },
  );
}

async function forget(warehouse: Warehouse, brandId: number, tables: readonly WarehouseTable[], { sql, params }: Where): Promise<void> {
  for (const { name } of tables) await warehouse.deleteRows(name, `brand_id = {brand:UInt32} and ${sql}`, { ...params, brand: brandId });
}
