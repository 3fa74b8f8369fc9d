import { nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Tx } from '@qingniao/storage';

export interface InsightSettings {
  /** W-02: an account of more followers than this is a large one. */
  sizeBandLimit: number;
}

/** The study omits its limit; two press notes about it give this one (domain 1.6). */
const defaults: InsightSettings = { sizeBandLimit: 100_000 };

export async function readSettings(db: Pick<BrandDatabase, 'query'>, brandId: number): Promise<InsightSettings> {
  const [row] = await db.query<InsightSettings & Record<string, unknown>>(
    'select size_band_limit as "sizeBandLimit" from insight_settings where brand_id = $1', [brandId]);
  return row ?? defaults;
}

export async function changeSettings(tx: Tx, brandId: number, settings: InsightSettings, by: string): Promise<void> {
  await tx.query(
    `insert into insight_settings (brand_id, size_band_limit, changed_by, changed_at) values ($1, $2, $3, $4)
     on conflict (brand_id) do update set size_band_limit = excluded.size_band_limit, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [brandId, settings.sizeBandLimit, by, nowDate()],
  );
}
