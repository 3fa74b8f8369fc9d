import { nowDate } from '@qingniao/kernel';
import { prepared, type Row } from '@qingniao/storage';
import type { IdentityRef, Querier } from './types.ts';

export interface BrandRef extends IdentityRef {
  brandId: number;
}

export interface IdentityRow {
  id: number;
  kind: IdentityRef['kind'];
  assetId: string | null;
  value: string;
  contactId: number;
  createdAt: Date;
}

/** Processes forget which identities they know when they hear this. */
export const IDENTITY_ERASED = 'identity_erased';

export const identityKey = (ref: BrandRef): string => `${ref.brandId} ${ref.kind} ${ref.assetId ?? ''} ${ref.value}`;

/**
 * The ids of these identities by `identityKey`; those seen for the first time are made, each a contact of its own.
 * Rows go in sorted, so that two processes meeting the same newcomers never wait for each other in a circle.
 */
export async function resolveIdentities(db: Querier, refs: readonly BrandRef[]): Promise<Map<string, number>> {
  if (refs.length === 0) return new Map();
  const wanted = new Map(refs.map((ref) => [identityKey(ref), ref]));
  const found = await select(db, [...wanted.values()]);
  const missing = [...wanted].filter(([key]) => !found.has(key)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ref]) => ref);
  if (missing.length === 0) return found;
  const made = await db.query<FoundRow>(
    prepared(`insert into identity (brand_id, id, kind, asset_id, value, contact_id, created_at)
     select brand_id, id, kind, asset_id, value, id, $5
       from (select *, nextval(pg_get_serial_sequence('identity', 'id')) as id
               from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as new (brand_id, kind, asset_id, value)) as numbered
     on conflict (brand_id, kind, value, asset_id) do nothing
     returning brand_id, id, kind, asset_id, value`),
    [...columns(missing), nowDate()],
  );
  for (const [key, id] of byKey(made)) found.set(key, id);
  // Whoever somebody else made in this very moment.
  const others = missing.filter((ref) => !found.has(identityKey(ref)));
  if (others.length > 0) for (const [key, id] of await select(db, others)) found.set(key, id);
  return found;
}

interface FoundRow extends Row {
  brand_id: number;
  id: number;
  kind: IdentityRef['kind'];
  asset_id: string | null;
  value: string;
}

const byKey = (rows: readonly FoundRow[]): Map<string, number> =>
  new Map(rows.map((row) => [identityKey({ ...row, brandId: row.brand_id, assetId: row.asset_id }), row.id]));

const columns = (refs: readonly BrandRef[]): unknown[][] => [
  refs.map((ref) => ref.brandId),
  refs.map((ref) => ref.kind),
  refs.map((ref) => ref.assetId),
  refs.map((ref) => ref.value),
];

async function select(db: Querier, refs: readonly BrandRef[]): Promise<Map<string, number>> {
  return byKey(await db.query<FoundRow>(
    prepared(`select i.brand_id, i.id, i.kind, i.asset_id, i.value
       from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as wanted (brand_id, kind, asset_id, value)
       join identity i on i.brand_id = wanted.brand_id and i.kind = wanted.kind and i.value = wanted.value
        and i.asset_id is not distinct from wanted.asset_id`),
    columns(refs),
  ));
}

/** The identity's id; made, with a contact of its own, when it is new. */
export async function resolveIdentity(tx: Querier, brandId: number, ref: IdentityRef): Promise<number> {
  const wanted = { ...ref, brandId };
  return (await resolveIdentities(tx, [wanted])).get(identityKey(wanted))!;
}

/** Everything a contact is known by, oldest first. */
export async function identitiesOf(db: Querier, brandId: number, contactId: number): Promise<IdentityRow[]> {
  const rows = await db.query<{ id: number; kind: IdentityRef['kind']; asset_id: string | null; value: string; contact_id: number; created_at: Date }>(
    `select id, kind, asset_id, value, contact_id, created_at from identity
      where brand_id = $1 and contact_id = $2 order by id`,
    [brandId, contactId],
  );
  return rows.map((row) => ({
    id: row.id, kind: row.kind, assetId: row.asset_id, value: row.value, contactId: row.contact_id, createdAt: row.created_at,
  }));
}

/** The contact of each identity, by identity id. */
export async function contactsOf(db: Querier, brandId: number, identityIds: readonly number[]): Promise<Map<number, number>> {
  if (identityIds.length === 0) return new Map();
  const rows = await db.query<{ id: number; contact_id: number }>(
    'select id, contact_id from identity where brand_id = $1 and id = any ($2::bigint[])',
    [brandId, identityIds],
  );
  return new Map(rows.map((row) => [row.id, row.contact_id]));
}

/** Everybody whoever has this identity is known as, themselves included: a person has an openid in each account and mini program. */
export const samePerson = async (db: Querier, brandId: number, identityId: number): Promise<number[]> =>
  (await db.query<{ id: number }>(
    prepared('select o.id from identity i join identity o on o.brand_id = i.brand_id and o.contact_id = i.contact_id where i.brand_id = $1 and i.id = $2'), [brandId, identityId],
  )).map(({ id }) => id);
