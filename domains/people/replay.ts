import { readEventsOf } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { fold, matters, type Person } from './fold.ts';
import { asToldNow } from './living.ts';
import { dropOtherPeriods, savePersons } from './person-rows.ts';
import type { SourceResolver } from './sources.ts';
import { stagesOf } from './stages.ts';

/**
 * Derives contacts anew from the log, because identities move or events were emptied. A contact
 * without identities disappears. Call under `lockPeople`.
 * @param members the identities of each contact, as they are to be.
 * @param upTo events after this id are left to the projection.
 */
export async function recompute(
  tx: Tx, brandId: number, members: ReadonlyMap<number, readonly number[]>, upTo: number, sources: SourceResolver,
): Promise<void> {
  const stages = await stagesOf(tx, brandId);
  const identityIds = [...members.values()].flat();
  await tx.query('delete from follower where brand_id = $1 and identity_id = any ($2::bigint[])', [brandId, identityIds]);
  await tx.query('delete from contact_tag where brand_id = $1 and contact_id = any ($2::bigint[])', [brandId, [...members.keys()]]);
  await tx.query('delete from stage_move where brand_id = $1 and contact_id = any ($2::bigint[])', [brandId, [...members.keys()]]);
  const persons = new Map<number, Person>();
  for (const [contactId, ids] of members) {
    let person: Person | null = null;
    const events = ids.length === 0 ? [] : await asToldNow(tx, brandId, await readEventsOf(tx, brandId, ids, upTo));
    for (const event of events) if (matters(stages, event.type)) person = fold(person, event, stages);
    if (person) persons.set(contactId, person);
    else await removeContact(tx, brandId, contactId);
  }
  await savePersons(tx, brandId, persons, sources);
  await dropOtherPeriods(tx, brandId, identityIds, persons);
  await tx.query('delete from contact_gone where brand_id = $1 and id = any ($2::bigint[])', [brandId, [...persons.keys()]]);
}

async function removeContact(tx: Tx, brandId: number, contactId: number): Promise<void> {
  await tx.query(
    `with gone as (delete from contact where brand_id = $1 and id = $2 returning id)
     insert into contact_gone (brand_id, id, revision) select $1, id, nextval('contact_revision') from gone
     on conflict (brand_id, id) do update set revision = excluded.revision`,
    [brandId, contactId],
  );
}
