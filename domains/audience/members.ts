import type { Querier } from '@qingniao/activity';
import type { Secrets } from '@qingniao/kernel';
import { listContacts, stageOrder, type ContactSummary, type Exporter, type Stage } from '@qingniao/people';
import type { Overlap } from './preview.ts';

export interface Member extends ContactSummary {
  enteredAt: Date;
}

export interface Membership {
  contactId: number;
  enteredAt: Date;
}

/** Who is in a segment, those the product met last first, from before one of them. */
export const memberships = (db: Querier, brandId: number, segmentId: string, limit: number, before: number | null): Promise<Membership[]> =>
  db.query<Membership & Record<string, unknown>>(
    `select contact_id "contactId", entered_at "enteredAt" from segment_member
      where brand_id = $1 and segment_id = $2 and ($3::bigint is null or contact_id < $3) order by contact_id desc limit $4`,
    [brandId, segmentId, before, limit],
  );

/** The people of these memberships; somebody erased this very moment is left out. */
export async function membersOf(db: Querier, brandId: number, list: readonly Membership[], secrets: Secrets): Promise<Member[]> {
  const people = await contactsById(db, brandId, list.map(({ contactId }) => contactId), secrets);
  return list.flatMap(({ contactId, enteredAt }) => {
    const person = people.get(contactId);
    return person ? [{ ...person, enteredAt }] : [];
  });
}

/** Contacts by their ids, masked as every list of them; the erased are not among them. */
export async function contactsById(db: Querier, brandId: number, ids: readonly number[], secrets: Secrets): Promise<Map<number, ContactSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await listContacts(db, brandId, { ids }, null, ids.length, secrets);
  return new Map(rows.map((row) => [row.id, row]));
}

const PAGE = 1000;

/** All members, a thousand at a time, for an export. */
export async function* memberPages(db: Querier, brandId: number, segmentId: string, secrets: Secrets): AsyncGenerator<Member[]> {
  for (let before: number | null = null; ;) {
    const page: Membership[] = await memberships(db, brandId, segmentId, PAGE, before);
    yield await membersOf(db, brandId, page, secrets);
    if (page.length < PAGE) return;
    before = page.at(-1)!.contactId;
  }
}

/** Where the members stand (W-27): what a segment is worth is counted from it (W-30). */
export async function stagesOfMembers(db: Querier, brandId: number, segmentId: string): Promise<Record<Stage, number>> {
  const rows = await db.query<{ stage: Stage; people: number }>(
    `select c.stage, count(*) as people from segment_member m join contact c on c.brand_id = m.brand_id and c.id = m.contact_id
      where m.brand_id = $1 and m.segment_id = $2 group by c.stage`,
    [brandId, segmentId],
  );
  const counts = new Map(rows.map(({ stage, people }) => [stage, people]));
  return Object.fromEntries(stageOrder.map((stage) => [stage, counts.get(stage) ?? 0])) as Record<Stage, number>;
}

/** So many members are asked where else they are; of a larger segment every second, third, … by a hash of their number. */
const ASKED = 20_000;

/** How many members other live segments share with this one, those that share most first. */
export async function overlapsOf(
  db: Querier, brandId: number, segmentId: string, size: number, limit: number,
): Promise<{ items: (Overlap & { name: string })[]; oneIn: number }> {
  const oneIn = Math.max(1, Math.ceil(size / ASKED));
  const rows = await db.query<Overlap & { name: string } & Record<string, unknown>>(
    `select s.id "segmentId", s.name, count(*) * $3::int as "both", s.size
       from segment_member m
       join segment_member o on o.brand_id = m.brand_id and o.contact_id = m.contact_id and o.segment_id <> m.segment_id
       join segment s on s.brand_id = o.brand_id and s.id = o.segment_id and s.state = 'live'
      where m.brand_id = $1 and m.segment_id = $2 and ($3::int = 1 or hashint8(m.contact_id) % $3::int = 0)
      group by s.brand_id, s.id, s.name, s.size order by "both" desc, s.id limit $4`,
    [brandId, segmentId, oneIn, limit],
  );
  return { items: rows, oneIn };
}

export interface Belonging {
  id: string;
  name: string;
  kind: 'rule' | 'list';
  enteredAt: Date;
}

/** The live segments a person is in, the latest entered first. */
export const segmentsOfContact = (db: Querier, brandId: number, contactId: number): Promise<Belonging[]> =>
  db.query<Belonging & Record<string, unknown>>(
    `select s.id, s.name, s.kind, m.entered_at "enteredAt" from segment_member m join segment s on s.brand_id = m.brand_id and s.id = m.segment_id
      where m.brand_id = $1 and m.contact_id = $2 and s.state = 'live' order by m.entered_at desc, s.id`,
    [brandId, contactId],
  );

/** The last days of several segments, oldest first, for a small line beside each. */
export async function trendsOf(db: Querier, brandId: number, segmentIds: readonly string[], from: string): Promise<Map<string, number[]>> {
  const rows = await db.query<{ id: string; sizes: number[] }>(
    `select segment_id as id, array_agg(size order by day) as sizes from segment_size
      where brand_id = $1 and segment_id = any ($2) and day >= $3::date group by segment_id`,
    [brandId, segmentIds, from],
  );
  return new Map(rows.map(({ id, sizes }) => [id, sizes]));
}

/** For the copy a person may ask for: the segments they are in. */
export const exportSegments: Exporter = async (db, brandId, { contactId }) => {
  const rows = await segmentsOfContact(db, brandId, contactId);
  return [{ key: 'segments', title: { zh: '所属人群', en: 'Segments' }, rows: rows.map(({ name, enteredAt }) => ({ value: name, since: enteredAt })) }];
};
