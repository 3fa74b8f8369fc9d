import { audit, type AuditedBy } from '@qingniao/access';
import { nowDate } from '@qingniao/kernel';
import { stageOrder, type Stage } from '@qingniao/people';
import type { BrandDatabase, Row, Tx } from '@qingniao/storage';
import type { SegmentInputs } from './segment-value.ts';

/** What the brand states. */
export interface SegmentSettings {
  purchases: SegmentInputs['purchases'];
  /** Conversions where they cannot be measured: always out of recurring, elsewhere while nobody was in the stage. */
  rates: Record<Stage, number | null>;
}

const unstated: SegmentSettings = {
  purchases: { firstFen: null, newFen: null, recurringFen: null },
  rates: Object.fromEntries(stageOrder.map((stage) => [stage, null])) as Record<Stage, null>,
};

export async function readSegmentSettings(db: Pick<BrandDatabase, 'query'>, brandId: number): Promise<SegmentSettings> {
  const [row] = await db.query<{ first: number | null; new: number | null; recurring: number | null; rates: SegmentSettings['rates'] } & Row>(
    `select first_purchase_fen as first, new_purchase_fen as new, recurring_purchase_fen as recurring, rates
       from segment_value_settings where brand_id = $1`, [brandId],
  );
  return row ? { purchases: { firstFen: row.first, newFen: row.new, recurringFen: row.recurring }, rates: row.rates } : unstated;
}

/** Saves the settings and their audit line. */
export async function changeSegmentSettings(tx: Tx, by: AuditedBy, settings: SegmentSettings): Promise<void> {
  const { brandId } = by.brand;
  const { purchases: { firstFen, newFen, recurringFen }, rates } = settings;
  await audit(tx, by, { action: 'segment_value.changed', subject: 'segment_value', before: await readSegmentSettings(tx, brandId), after: settings });
  await tx.query(
    `insert into segment_value_settings (brand_id, first_purchase_fen, new_purchase_fen, recurring_purchase_fen, rates, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (brand_id) do update set first_purchase_fen = excluded.first_purchase_fen, new_purchase_fen = excluded.new_purchase_fen,
       recurring_purchase_fen = excluded.recurring_purchase_fen, rates = excluded.rates, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [brandId, firstFen, newFen, recurringFen, JSON.stringify(rates), by.actor.name, nowDate()],
  );
}
