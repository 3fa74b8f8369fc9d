import type { Tx } from '@qingniao/storage';

export interface ContentSettings {
  /** Only approved articles may fill slots and go into a push. */
  approvalNeeded: boolean;
  /** Asked by default; empty: anybody who may approve. */
  regions: string[];
}

export async function readSettings(db: Pick<Tx, 'query'>, brandId: number): Promise<ContentSettings> {
  const [row] = await db.query<ContentSettings & Record<string, unknown>>(
    'select approval_needed as "approvalNeeded", regions from content_settings where brand_id = $1', [brandId],
  );
  return row ?? { approvalNeeded: false, regions: [] };
}

export async function changeSettings(tx: Tx, brandId: number, { approvalNeeded, regions }: ContentSettings): Promise<void> {
  await tx.query(
    `insert into content_settings (brand_id, approval_needed, regions) values ($1, $2, $3)
     on conflict (brand_id) do update set approval_needed = excluded.approval_needed, regions = excluded.regions`,
    [brandId, approvalNeeded, [...new Set(regions)]],
  );
}
