import { LOG_CHANNEL, type Tx } from '@qingniao/storage';

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
