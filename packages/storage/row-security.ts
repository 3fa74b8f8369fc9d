import type { Tx } from './types.ts';

/**
 * Rows of a brand are visible and writable only while the session's `qingniao.brand` names that brand or is '*'.
 * The sub-selects are evaluated once a statement, not once a row.
 */
const VISIBLE = `(SELECT current_setting('qingniao.brand', true) = '*')
  OR brand_id = (SELECT CASE WHEN current_setting('qingniao.brand', true) ~ '^[0-9]+$'
                             THEN current_setting('qingniao.brand', true)::integer END)`;

/** Every table with a `brand_id` column gets the policy; the ones that have it are left alone. */
export async function turnOnRowSecurity(tx: Pick<Tx, 'query'>): Promise<void> {
  const open = await tx.query<{ name: string }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'brand_id' AND NOT a.attisdropped
     WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'own_brand'))`);
  for (const { name } of open) {
    await tx.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
    await tx.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
    await tx.query(`DROP POLICY IF EXISTS own_brand ON ${name}`);
    await tx.query(`CREATE POLICY own_brand ON ${name} USING (${VISIBLE}) WITH CHECK (${VISIBLE})`);
  }
}
