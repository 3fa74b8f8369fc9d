import { prepared, type Tx } from '@qingniao/storage';

/** Any number no other room uses. */
const AUDIENCE_LOCK = 7_305_211;

/**
 * From here to commit nobody else judges people of this brand, so a judgement made from older facts never
 * overwrites a newer one. Held for a batch only; take several brands in the order of their numbers.
 * False, and nothing is locked, where there is nothing to keep true. A segment that is being published counts: only behind its last
 * step, under the lock, is it certain who tells it of an event.
 */
export async function lockAudience(tx: Tx, brandId: number): Promise<boolean> {
  const locked = await tx.query(
    prepared(`select pg_advisory_xact_lock($1, $2::int) from (select 1 from segment where brand_id = $2 and state in ('live', 'publishing') limit 1) as kept`), [AUDIENCE_LOCK, brandId],
  );
  return locked.length > 0;
}
