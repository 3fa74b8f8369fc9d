import type { Querier } from '@qingniao/activity';
import { nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';

export interface PushSettings {
  /** Another person must approve a push before it goes out. */
  approval: boolean;
}

export async function readSettings(db: Querier, brandId: number): Promise<PushSettings> {
  const [row] = await db.query<PushSettings & Record<string, unknown>>('select approval from push_settings where brand_id = $1', [brandId]);
  return row ?? { approval: false };
}

export const changeSettings = (tx: Tx, brandId: number, { approval }: PushSettings, by: string | null) =>
  tx.query(
    `insert into push_settings (brand_id, approval, changed_by, changed_at) values ($1, $2, $3, $4)
     on conflict (brand_id) do update set approval = excluded.approval, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [brandId, approval, by, nowDate()],
  );
