import { digestId, newId, newToken, nowDate } from '@qingniao/kernel';
import { lockLog, type Tx } from '@qingniao/storage';
import { appendInTx } from './append.ts';
import type { EventType } from './event-types.ts';
import { IDENTITY_ERASED } from './identities.ts';
import type { NewEvent } from './types.ts';

/**
 * Moves identities to another contact: merging, and un-merging when `contactId` is where they came from. What was
 * logged stays as it is; that they moved is logged too, and the warehouse follows from there. Call it last in the
 * transaction: the log stays locked until commit.
 */
export const moveIdentities = (tx: Tx, brandId: number, identityIds: readonly number[], contactId: number): Promise<void> =>
  moveIdentitiesTo(tx, brandId, new Map([[contactId, identityIds]]));

/** The same for many contacts at once: contact → the identities it gets. */
export async function moveIdentitiesTo(tx: Tx, brandId: number, moves: ReadonlyMap<number, readonly number[]>): Promise<void> {
  const pairs = [...moves].flatMap(([contactId, identityIds]) => identityIds.map((id) => ({ id, contactId })));
  if (pairs.length === 0) return;
  const moved = await tx.query<{ id: number; contactId: number }>(
    `update identity set contact_id = m.contact_id from unnest($2::bigint[], $3::bigint[]) as m (id, contact_id)
      where brand_id = $1 and identity.id = m.id and identity.contact_id <> m.contact_id returning identity.id, identity.contact_id as "contactId"`,
    [brandId, pairs.map(({ id }) => id), pairs.map(({ contactId }) => contactId)],
  );
  moved.sort((a, b) => a.id - b.id);
  await appendInTx(tx, brandId, moved.map(({ id, contactId }) => changed('identity.moved', id, { contact_id: contactId })));
}

/** Notes these identities as erased, before whatever a transaction does to end in `eraseIdentities`. Whether any was not before. */
export async function noteErased(tx: Tx, brandId: number, identityIds: readonly number[], reason: string): Promise<boolean> {
  const fresh = await tx.query(
    `insert into erased_identity (brand_id, identity_id, at, reason)
     select $1, id, $3, $4 from unnest($2::bigint[]) as id on conflict do nothing returning identity_id`,
    [brandId, identityIds, nowDate(), reason],
  );
  return fresh.length > 0;
}

/**
 * Erases who these identities were: their value becomes random, so nobody can come back under it, and what their
 * events said is emptied; that something of a type happened at a time stays, so counts hold. The warehouse
 * follows. Call `noteErased` before, and this last in the transaction.
 */
export async function eraseIdentities(tx: Tx, brandId: number, identityIds: readonly number[]): Promise<void> {
  if (identityIds.length === 0) return;
  // First, so that no event of theirs is on its way past us.
  await lockLog(tx);
  await tx.query(
    `update identity set value = 'erased-' || random.value from unnest($2::bigint[], $3::text[]) as random (id, value)
      where brand_id = $1 and identity.id = random.id`,
    [brandId, identityIds, identityIds.map(() => newToken())],
  );
  // Where an identity belongs says nothing about anybody, and the warehouse must read it whenever it comes by.
  await tx.query(`update event set props = '{}' where brand_id = $1 and identity_id = any ($2::bigint[]) and type <> 'identity.moved'`, [brandId, identityIds]);
  await appendInTx(tx, brandId, identityIds.map((id) => changed('identity.erased', id, {})));
  await tx.query('select pg_notify($1, $2)', [IDENTITY_ERASED, String(brandId)]);
}

const changed = (type: EventType, who: number, props: NewEvent['props']): NewEvent => ({
  type, at: nowDate(), assetId: null, who, dedupKey: digestId(type, newId()), props,
});
