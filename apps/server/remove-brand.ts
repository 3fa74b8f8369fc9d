import { warehouseTables } from '@qingniao/activity';
import { contactsTable, followPeriodsTable, pastFollowPeriodsTable } from '@qingniao/people';
import type { Database, Tx, Warehouse } from '@qingniao/storage';

/**
 * Takes a brand out for good: its rows in every table that has a `brand_id`, found in the catalogue of the database so
 * that no room is forgotten; its copies in the warehouse; its organisation when that has no other brand; and those of
 * its people who hold no role elsewhere. Returns the rows removed by table.
 */
export async function removeBrand(database: Database, warehouse: Warehouse, brandId: number): Promise<Record<string, number>> {
  const removed = await database.system.tx(async (tx) => {
    const users = await usersOf(tx, brandId);
    const counts: Record<string, number> = {};
    const tables = await tx.query<{ name: string }>(
      `select c.table_name "name" from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = current_schema() and c.column_name = 'brand_id' and t.table_type = 'BASE TABLE' order by 1`,
    );
    for (const { name } of tables) {
      const [gone] = await tx.query<{ rows: number }>(`with gone as (delete from "${name}" where brand_id = $1 returning 1) select count(*) "rows" from gone`, [brandId]);
      if (gone!.rows > 0) counts[name] = gone!.rows;
    }
    const [brand] = await tx.query<{ organisationId: string }>('delete from brand where id = $1 returning organisation_id "organisationId"', [brandId]);
    if (brand) await removeEmptyOrganisation(tx, brand.organisationId);
    await removeWithoutRole(tx, users);
    await tx.query('update api_key set brand_ids = array_remove(brand_ids, $1) where $1 = any (brand_ids)', [brandId]);
    await tx.query('delete from api_key where cardinality(brand_ids) = 0');
    return counts;
  });
  for (const { name } of [...warehouseTables, contactsTable, followPeriodsTable, pastFollowPeriodsTable]) {
    await warehouse.deleteRows(name, 'brand_id = {brand:UInt32}', { brand: brandId });
  }
  return removed;
}

/** Everybody with a role on the brand or its organisation. */
async function usersOf(tx: Tx, brandId: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select user_id "id" from brand_role where brand_id = $1
     union select r.user_id from organisation_role r join brand b on b.organisation_id = r.organisation_id where b.id = $1`, [brandId],
  );
  return rows.map(({ id }) => id);
}

async function removeEmptyOrganisation(tx: Tx, organisationId: string): Promise<void> {
  const [other] = await tx.query('select 1 from brand where organisation_id = $1 limit 1', [organisationId]);
  if (other) return;
  for (const table of ['organisation_role', 'organisation_audit_entry', 'organisation_audit_head']) {
    await tx.query(`delete from ${table} where organisation_id = $1`, [organisationId]);
  }
  await tx.query('delete from organisation where id = $1', [organisationId]);
}

async function removeWithoutRole(tx: Tx, userIds: readonly string[]): Promise<void> {
  const gone = await tx.query<{ id: string }>(
    `delete from user_account u where u.id = any ($1)
        and not exists (select 1 from organisation_role r where r.user_id = u.id) and not exists (select 1 from brand_role r where r.user_id = u.id)
     returning id`, [userIds],
  );
  const ids = gone.map(({ id }) => id);
  await tx.query('delete from session where user_id = any ($1)', [ids]);
  await tx.query('delete from password_link where user_id = any ($1)', [ids]);
  await tx.query('delete from api_key where created_by = any ($1)', [ids]);
}
