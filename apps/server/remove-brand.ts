import { warehouseTables } from '@qingniao/activity';
import { contactsTable } from '@qingniao/people';
import type { Database, Warehouse } from '@qingniao/storage';

/**
 * Takes a brand out for good: its rows in every table that has a `brand_id`, found in the catalogue of the database so
 * that no room is forgotten; its copies in the warehouse; its organisation when that has no other brand; and users who
 * hold no role any more. Returns the rows removed by table.
 */
export async function removeBrand(database: Database, warehouse: Warehouse, brandId: number): Promise<Record<string, number>> {
  const removed = await database.system.tx(async (tx) => {
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
    await tx.query('update api_key set brand_ids = array_remove(brand_ids, $1)', [brandId]);
    await tx.query('delete from api_key where cardinality(brand_ids) = 0');
    return counts;
  });
  for (const { name } of [...warehouseTables, contactsTable]) {
    await warehouse.deleteRows(name, 'brand_id = {brand:UInt32}', { brand: brandId });
  }
  return removed;
}

async function removeEmptyOrganisation(tx: { query: Database['system']['query'] }, organisationId: string): Promise<void> {
  const [other] = await tx.query('select 1 from brand where organisation_id = $1 limit 1', [organisationId]);
  if (other) return;
  for (const table of ['organisation_role', 'organisation_audit_entry', 'organisation_audit_head']) {
    await tx.query(`delete from ${table} where organisation_id = $1`, [organisationId]);
  }
  await tx.query('delete from organisation where id = $1', [organisationId]);
  const left = `not exists (select 1 from organisation_role r where r.user_id = u.id) and not exists (select 1 from brand_role r where r.user_id = u.id)`;
  const gone = await tx.query<{ id: string }>(`delete from user_account u where ${left} returning id`);
  const ids = gone.map(({ id }) => id);
  await tx.query('delete from session where user_id = any ($1)', [ids]);
  await tx.query('delete from password_link where user_id = any ($1)', [ids]);
}
