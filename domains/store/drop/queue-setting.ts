import { badRequest, nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { announceChange } from '../store-changed.ts';
import { readStorefront } from '../storefronts/storefronts.ts';

/** Whether people queue for a drop, and how long a turn is; null: whoever is quickest. @throws Problem not_found (404), queue_of_drop (422) */
export async function saveTurnSeconds(tx: Tx, brandId: number, storefrontId: string, turnSeconds: number | null): Promise<{ before: number | null }> {
  const { type, turnSeconds: before } = await readStorefront(tx, brandId, storefrontId);
  if (type !== 'drop') throw badRequest('queue_of_drop', { zh: '只有限时发售可以排队。', en: 'Only a drop has a queue.' }, { field: 'turnSeconds' });
  await tx.query('update storefront set turn_seconds = $3, changed_at = $4 where brand_id = $1 and id = $2', [brandId, storefrontId, turnSeconds, nowDate()]);
  await announceChange(tx, brandId);
  return { before };
}
