import { prepared, type Tx } from '@qingniao/storage';

/** Any number no other room uses. */
const AUDIENCE_LOCK = 7_305_211;

/**
 * From here to commit nobody else judges people of this brand, so a judgement made from older facts never
 * overwrites a newer one. Held for a batch only; take several brands in the order of their numbers.
 */
export const lockAudience = (tx: Tx, brandId: number): Promise<unknown> => tx.query(prepared('select pg_advisory_xact_lock($1, $2)'), [AUDIENCE_LOCK, brandId]);
