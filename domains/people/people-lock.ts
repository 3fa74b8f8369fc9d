import type { Tx } from '@qingniao/storage';

/** Any number no other room uses; every writer of derived rows takes it first, so contact revisions appear in commit order. */
const PEOPLE_LOCK = 7_305_210;

/** From here to commit nobody else changes derived people rows. Take it before the log's lock, never after. */
export const lockPeople = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock($1)', [PEOPLE_LOCK]);

/** The projection that derives contacts. */
export const PEOPLE_PROJECTION = 'people';

/** Up to which event contacts are true. Ask under `lockPeople`. */
export async function peopleCursor(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ cursor: number }>('select cursor from projection_cursor where name = $1', [PEOPLE_PROJECTION]);
  return row?.cursor ?? 0;
}
