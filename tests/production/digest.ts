import { createHash } from 'node:crypto';
import { warehouseTables } from '@qingniao/activity';
import { contactsTable, followPeriodsTable } from '@qingniao/people';
import type { Database, Row, Stores, Warehouse } from '@qingniao/storage';

/** Table → rows and a hash of them. */
export type Digest = Record<string, { rows: number; hash: string }>;

/** Numbers that only say in which order, and when, things were written. */
const writtenOrder: Record<string, string[]> = { contact: ['revision'], follow_period: ['revision'], projection_cursor: ['cursor', 'rebuilt_to', 'error', 'updated_at'] };

/**
 * No facts about anybody: which migrations ran when, and work still to do (batches announced to the warehouse, contacts
 * and follows to take out of it, new followers to ask WeChat about). Nor who is signed in, which a restore ends.
 */
const leftOut = new Set(['migration', 'warehouse_batch', 'contact_gone', 'follow_period_gone', 'follower_pending', 'session', 'password_link', 'attempt']);

/** Everything in both stores, whatever tables there are. */
export async function digestOf({ database, warehouse }: Pick<Stores, 'database' | 'warehouse'>): Promise<Digest> {
  return { ...(await digestOfDatabase(database)), ...(await digestOfWarehouse(warehouse)) };
}

/** @param brandId rows of this brand only. */
export async function digestOfDatabase({ system }: Database, brandId?: number): Promise<Digest> {
  const digest: Digest = {};
  for (const name of await tablesOf(system, brandId === undefined ? null : 'brand_id')) {
    if (leftOut.has(name)) continue;
    const rows = await system.query<{ row: unknown }>(
      `select to_jsonb(t) - $1::text[] as row from "${name}" t ${brandId === undefined ? '' : `where t.brand_id = ${brandId}`}`, [writtenOrder[name] ?? []]);
    digest[name] = summary(rows.map(({ row }) => row));
  }
  return digest;
}

async function digestOfWarehouse(warehouse: Warehouse): Promise<Digest> {
  const digest: Digest = {};
  for (const { name, engine } of [...warehouseTables, contactsTable, followPeriodsTable]) {
    const rows = await warehouse.query(`select * from ${name} ${engine === 'MergeTree' ? '' : 'final'}`, { timeout: 120 });
    digest[`warehouse ${name}`] = summary(rows.flatMap(withoutRevision));
  }
  return digest;
}

const withoutRevision = ({ revision: _revision, removed, ...row }: Row): Row[] => (removed === 1 ? [] : [row]);

/** The product's tables, of all of them those with this column. */
export async function tablesOf(system: Database['system'], column: string | null): Promise<string[]> {
  const rows = await system.query<{ name: string }>(
    `select table_name "name" from information_schema.tables t where table_schema = current_schema() and table_type = 'BASE TABLE'
        and ($1::text is null or exists (select 1 from information_schema.columns c
             where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = $1)) order by 1`, [column]);
  return rows.map(({ name }) => name);
}

function summary(rows: readonly unknown[]): Digest[string] {
  const hash = createHash('sha256');
  for (const line of rows.map((row) => JSON.stringify(row, sortedKeys)).sort()) hash.update(`${line}\n`);
  return { rows: rows.length, hash: hash.digest('hex').slice(0, 16) };
}

const sortedKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
