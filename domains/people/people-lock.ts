import { eventLog } from '@qingniao/activity';
import { LOG_CHANNEL, prepared, type Tx } from '@qingniao/storage';

/** Any number no other room uses. */
const PEOPLE_LOCK = 7_305_210;

/**
 * From here to commit nobody else changes contacts, so their revisions appear in commit order; who follows
 * them is told at the commit. Take it before the log's lock, never after.
 */
export const lockPeople = (tx: Tx): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock($1), pg_notify($2, $3)', [PEOPLE_LOCK, LOG_CHANNEL, '']);

/** What people stated changed: the warehouse copy of these contacts is to be written again. */
export async function touchContacts(tx: Tx, brandId: number, identityIds: readonly number[]): Promise<void> {
  await lockPeople(tx);
  await tx.query(
    `update contact set revision = nextval('contact_revision')
      where brand_id = $1 and id in (select contact_id from identity where brand_id = $1 and id = any ($2::bigint[]))`,
    [brandId, identityIds],
  );
}

/** The projection that derives contacts. */
export const PEOPLE_PROJECTION = 'people';

/** Up to which event contacts are true. Ask under `lockPeople`. */
export async function peopleCursor(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ cursor: number }>('select cursor from projection_cursor where name = $1', [PEOPLE_PROJECTION]);
  return row?.cursor ?? 0;
}

/** Any number no other room uses. */
const REBUILD_LOCK = 7_305_216;

/**
 * False while contacts are derived anew: most are missing or as they once were, and nothing follows from that. True holds until
 * the transaction ends. After `lockPeople`, before the audience's lock.
 */
export async function peopleWhole(tx: Tx): Promise<boolean> {
  // In one round trip, and answered in this order.
  const [, behind] = await Promise.all([
    tx.query(prepared('select pg_advisory_xact_lock_shared($1)'), [REBUILD_LOCK]),
    // A brand that was removed meanwhile may have taken the end of the log along.
    tx.query(prepared(`select 1 from projection_cursor where name = $1 and cursor < least(rebuilt_to, (select ${eventLog.newest}))`), [PEOPLE_PROJECTION]),
  ]);
  return behind.length === 0;
}

/** Waits for whoever relies on contacts being whole; from here to commit nobody begins to. */
export const lockRebuild = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock($1)', [REBUILD_LOCK]);
