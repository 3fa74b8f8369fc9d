import { conflict, newId, notFound, nowDate } from '@qingniao/kernel';
import { contactsOf, identitiesOf, moveIdentitiesTo, resolveIdentity, type IdentityRef, type Querier } from '@qingniao/activity';
import { prepared, type Tx } from '@qingniao/storage';
import { requireLiving } from './living.ts';
import { lockPeople, peopleCursor } from './people-lock.ts';
import { recompute } from './replay.ts';
import type { SourceResolver } from './sources.ts';

export type MergeReason = 'unionid' | 'phone' | 'member_no' | 'external_id' | 'openid' | 'manual';

export interface Merge {
  id: string;
  identityId: number;
  otherId: number;
  reason: MergeReason;
  note: string | null;
  mergedAt: Date;
  mergedBy: string;
  unmergedAt: Date | null;
  unmergedBy: string | null;
}

export interface BindResult {
  contactId: number;
  /** Null when they were one person already, or when somebody separated these two before. */
  mergeId: string | null;
}

/**
 * This contact is also known by that identity. Somebody else known by it becomes the same contact.
 * A pair that was un-merged by hand is left apart: only `mergeContacts` joins it again. `statedBy`, an identity of the
 * contact, keeps it when merged contacts are taken apart. Throws 404, 409 `erased`.
 */
export async function bindIdentity(
  tx: Tx, brandId: number, contactId: number, ref: IdentityRef, by: string, sources: SourceResolver, statedBy = contactId,
): Promise<BindResult> {
  await lockPeople(tx);
  await requireLiving(tx, brandId, contactId);
  const identityId = await resolveIdentity(tx, brandId, ref);
  const reason: MergeReason = ref.kind;
  const [merge] = await link(tx, brandId, [{ a: statedBy, b: identityId, reason }], by, await peopleCursor(tx), sources);
  return { contactId: (await contactsOf(tx, brandId, [contactId])).get(contactId)!, mergeId: merge ?? null };
}

/** Staff say two contacts are one person. Throws 404, 409 when they are one already or one was erased. */
export async function mergeContacts(
  tx: Tx, brandId: number, contactId: number, otherId: number, note: string | null, by: string, sources: SourceResolver,
): Promise<{ contactId: number; mergeId: string }> {
  await lockPeople(tx);
  for (const id of [contactId, otherId]) await requireLiving(tx, brandId, id);
  if (contactId === otherId) {
    throw conflict('same_contact', { zh: '这两位已经是同一位联系人。', en: 'These two are one contact already.' });
  }
  const [mergeId] = await link(tx, brandId, [{ a: contactId, b: otherId, reason: 'manual', note }], by, await peopleCursor(tx), sources);
  return { contactId: Math.min(contactId, otherId), mergeId: mergeId! };
}

/**
 * Takes one merge back; identities return to whom the remaining merges say they belong. The contacts
 * stay together when another merge still joins them. Throws 404, and 409 when it was taken back before.
 */
export async function unmerge(tx: Tx, brandId: number, mergeId: string, by: string, sources: SourceResolver): Promise<{ contactIds: number[] }> {
  await lockPeople(tx);
  const [merge] = await tx.query<{ identity_id: number; other_id: number; unmerged_at: Date | null }>(
    'select identity_id, other_id, unmerged_at from contact_merge where brand_id = $1 and id = $2 for update', [brandId, mergeId],
  );
  if (!merge) throw notFound({ zh: '该合并记录', en: 'merge' });
  if (merge.unmerged_at) throw conflict('already_unmerged', { zh: '该合并已撤销。', en: 'This merge was taken back already.' });
  await tx.query('update contact_merge set unmerged_at = $3, unmerged_by = $4 where brand_id = $1 and id = $2', [brandId, mergeId, nowDate(), by]);
  await settle(tx, brandId, [merge.identity_id, merge.other_id], await peopleCursor(tx), sources);
  const contacts = await contactsOf(tx, brandId, [merge.identity_id, merge.other_id]);
  return { contactIds: [...new Set(contacts.values())].sort((a, b) => a - b) };
}

export interface Link {
  a: number;
  b: number;
  reason: MergeReason;
  note?: string | null;
}

/**
 * Writes links between identities and lets contacts follow. Automatic links known before, ended ones
 * included, change nothing. Call under `lockPeople`. Returns the ids of the new links.
 */
export async function link(tx: Tx, brandId: number, links: readonly Link[], by: string, upTo: number, sources: SourceResolver): Promise<string[]> {
  const pairs = new Map(links.filter(({ a, b }) => a !== b).map((one) => [`${Math.min(one.a, one.b)} ${Math.max(one.a, one.b)}`, one]));
  const rows = [...pairs.values()].map(({ a, b, reason, note }) => ({
    id: newId(), identity_id: Math.min(a, b), other_id: Math.max(a, b), reason, note: note ?? null,
  }));
  const made = await tx.query<{ id: string; identity_id: number; other_id: number }>(
    prepared(`insert into contact_merge as m (brand_id, id, identity_id, other_id, reason, note, merged_at, merged_by)
     select $1, r.*, $3, $4 from jsonb_to_recordset($2::jsonb) as r (id text, identity_id bigint, other_id bigint, reason text, note text)
     on conflict (brand_id, identity_id, other_id) do update
       set unmerged_at = null, unmerged_by = null, reason = excluded.reason, note = excluded.note,
           merged_at = excluded.merged_at, merged_by = excluded.merged_by
       where excluded.reason = 'manual'
     returning m.id, m.identity_id, m.other_id`),
    [brandId, JSON.stringify(rows), nowDate(), by],
  );
  await settle(tx, brandId, made.flatMap((row) => [row.identity_id, row.other_id]), upTo, sources);
  return made.map((row) => row.id);
}

/** Makes contacts what the links say: the connected components, each named by its smallest identity. */
async function settle(tx: Tx, brandId: number, identityIds: readonly number[], upTo: number, sources: SourceResolver): Promise<void> {
  const components = await componentsOf(tx, brandId, identityIds);
  const before = await contactsOf(tx, brandId, [...new Set(components.flat())]);
  const moves = new Map<number, number[]>();
  const members = new Map<number, number[]>();
  const left = new Set<number>();
  for (const component of components) {
    const contactId = Math.min(...component);
    const movers = component.filter((id) => before.get(id) !== contactId);
    if (movers.length === 0) continue;
    moves.set(contactId, movers);
    members.set(contactId, component);
    for (const id of movers) left.add(before.get(id)!);
  }
  await recomputeMoved(tx, brandId, members, moves, left, upTo, sources);
  await moveIdentitiesTo(tx, brandId, moves);
}

/** Nothing is derived again where only identities without a story of their own (a fresh unionid) joined. */
async function recomputeMoved(
  tx: Tx, brandId: number, members: ReadonlyMap<number, number[]>, moves: ReadonlyMap<number, number[]>,
  left: ReadonlySet<number>, upTo: number, sources: SourceResolver,
): Promise<void> {
  const told = await tx.query<{ id: number }>('select id from contact where brand_id = $1 and id = any ($2::bigint[])', [brandId, [...left]]);
  if (told.length === 0) return;
  const after = new Map(members);
  const gone = new Set([...moves.values()].flat());
  for (const { id } of told) {
    if (after.has(id)) continue;
    after.set(id, (await identitiesOf(tx, brandId, id)).map((one) => one.id).filter((one) => !gone.has(one)));
  }
  await recompute(tx, brandId, after, upTo, sources);
}

/** Everybody reachable over links in force. */
async function componentsOf(db: Querier, brandId: number, starts: readonly number[]): Promise<number[][]> {
  const rows = await db.query<{ start: number; id: number }>(
    prepared(`with recursive known (start, id) as (
       select s, s from unnest($2::bigint[]) as s
       union
       select known.start, next.id from known cross join lateral (
         select m.other_id from contact_merge m where m.brand_id = $1 and m.unmerged_at is null and m.identity_id = known.id
         union all
         select m.identity_id from contact_merge m where m.brand_id = $1 and m.unmerged_at is null and m.other_id = known.id) as next (id))
     select start, id from known`),
    [brandId, [...new Set(starts)]],
  );
  const found = new Map<number, number[]>();
  for (const { start, id } of rows) found.set(start, [...(found.get(start) ?? []), id]);
  // Every start of one component finds the same component; its smallest identity stands for it.
  return [...new Map([...found.values()].map((component) => [Math.min(...component), component])).values()];
}

/** The merges that made, or once made, this contact; newest first. */
export async function mergesOf(db: Querier, brandId: number, contactId: number): Promise<Merge[]> {
  const identityIds = (await identitiesOf(db, brandId, contactId)).map((identity) => identity.id);
  const rows = await db.query<MergeRow>(
    `select id, identity_id, other_id, reason, note, merged_at, merged_by, unmerged_at, unmerged_by from contact_merge
      where brand_id = $1 and (identity_id = any ($2::bigint[]) or other_id = any ($2::bigint[])) order by merged_at desc, id desc`,
    [brandId, identityIds],
  );
  return rows.map((row) => ({
    id: row.id, identityId: row.identity_id, otherId: row.other_id, reason: row.reason, note: row.note,
    mergedAt: row.merged_at, mergedBy: row.merged_by, unmergedAt: row.unmerged_at, unmergedBy: row.unmerged_by,
  }));
}

type MergeRow = {
  id: string; identity_id: number; other_id: number; reason: MergeReason; note: string | null;
  merged_at: Date; merged_by: string; unmerged_at: Date | null; unmerged_by: string | null;
};
