import { contactCopies } from '@qingniao/people';
import type { Querier } from '@qingniao/activity';
import type { Secrets } from '@qingniao/kernel';
import type { Row } from '@qingniao/storage';
import type { FactEvent, PersonFacts } from './facts.ts';
import { readFrom, type Needs } from './needs.ts';

type EventRow = Row & Omit<FactEvent, 'second'> & { contactId: number; at: Date };

/** The facts of these people, as far as the needs go. Who does not live (any more) is absent. */
export async function readFacts(db: Querier, brandId: number, contactIds: readonly number[], needs: Needs, now: number, secrets: Secrets): Promise<Map<number, PersonFacts>> {
  const facts = new Map<number, PersonFacts>();
  if (contactIds.length === 0) return facts;
  // Asked in one round trip; what is read of somebody who does not live is left aside.
  const [contacts, happened, lists] = await Promise.all([
    contactCopies(db, brandId, contactIds, secrets, needs.stated),
    needs.types.size === 0 ? [] : readEvents(db, brandId, contactIds, needs, now),
    needs.lists.length === 0 ? [] : readLists(db, brandId, contactIds, needs.lists),
  ]);
  const events = new Map<number, FactEvent[]>(contacts.map((contact) => [contact.contact_id, []]));
  for (const { contactId, at, ...event } of happened) events.get(contactId)?.push({ ...event, second: Math.floor(at.getTime() / 1000) });
  for (const contact of contacts) {
    const own = events.get(contact.contact_id)!.sort((a, b) => a.second - b.second || a.id - b.id);
    facts.set(contact.contact_id, { contact, events: own, lists: new Set(lists.filter((row) => row.contactId === contact.contact_id).map((row) => row.segmentId)) });
  }
  return facts;
}

/** The earliest instant PostgreSQL and JavaScript both write the same way. */
const BEGINNING = new Date(0);

/** Person by person (`offset 0`): a join planned while the log was small, or judged small, reads all of it for each batch. */
function readEvents(db: Querier, brandId: number, contactIds: readonly number[], needs: Needs, now: number): Promise<EventRow[]> {
  const from = readFrom(needs, now);
  return db.query<EventRow>(
    `select i.contact_id as "contactId", e.*
       from identity i cross join lateral (
         select e.id, e.type, e.at, e.asset_id as "assetId", e.props from event e
          where e.brand_id = $1 and e.identity_id = i.id and e.at >= $4 and e.type = any ($3::text[]) offset 0) e
      where i.brand_id = $1 and i.contact_id = any ($2::bigint[])`,
    [brandId, contactIds, [...needs.types.keys()], Number.isFinite(from) ? new Date(from * 1000) : BEGINNING],
  );
}

const readLists = (db: Querier, brandId: number, contactIds: readonly number[], lists: readonly string[]) =>
  db.query<{ contactId: number; segmentId: string }>(
    `select distinct i.contact_id as "contactId", l.segment_id as "segmentId"
       from identity i join segment_list l on l.brand_id = i.brand_id and l.identity_id = i.id
      where i.brand_id = $1 and i.contact_id = any ($2::bigint[]) and l.segment_id = any ($3::text[])`,
    [brandId, contactIds, lists],
  );
