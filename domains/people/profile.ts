import { badRequest, maskedAddress, nowDate, type Secrets } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { contactNotFound, requireLiving } from './living.ts';
import { completeness, fieldKeys, fieldOf, groups, isField, type Completeness, type Field, type FieldKey, type Group, type ProfileValue, type Stage } from './matrix.ts';
import { touchContacts } from './people-lock.ts';
import { maskPhoneNumber, normalisePhone, phoneHash } from './phone.ts';

export interface Provenance {
  /** form, import, staff, wechat, mini_program. */
  source: string;
  /** The consent purpose the value is kept for; null when it needs none. */
  purpose: string | null;
  by: string | null;
}

/**
 * States fields about a contact; null takes a field away. A phone is sealed here and becomes an
 * identity through `bindIdentity`. `statedBy`, an identity of the contact, keeps them when merged contacts are taken
 * apart. Throws 422 naming the field, 404, 409 `erased`.
 */
export async function setProfile(
  tx: Tx, brandId: number, contactId: number, values: Readonly<Record<string, ProfileValue | null>>, from: Provenance, secrets: Secrets, statedBy = contactId,
): Promise<void> {
  await requireLiving(tx, brandId, contactId);
  await touchContacts(tx, brandId, [contactId]);
  const checked = Object.entries(values).map(([key, value]) => {
    if (!isField(key) || fieldOf(key).computed) throw badRequest('unknown_field', { zh: '没有这个字段。', en: 'There is no such field.' }, { field: key });
    return [key, value === null ? null : checkValue(key, value)] as const;
  });
  const cleared = checked.filter(([, value]) => value === null).map(([key]) => key);
  // A value may have been stated about an identity that joined later: clearing clears it there too.
  await tx.query(
    `delete from profile_value where brand_id = $1 and field = any ($3::text[])
        and identity_id in (select id from identity where brand_id = $1 and contact_id = $2)`,
    [brandId, contactId, cleared],
  );
  const stated = checked.filter((entry): entry is [FieldKey, ProfileValue] => entry[1] !== null);
  await insertValues(tx, brandId, stated.map(([field, value]) => ({ identityId: statedBy, field, value })), from, secrets);
}

export interface StatedValue {
  identityId: number;
  field: FieldKey;
  /** Checked by `checkValue`. */
  value: ProfileValue;
}

/** Writes checked values; a later statement replaces an earlier one of the same field and identity. */
export async function insertValues(tx: Tx, brandId: number, values: readonly StatedValue[], from: Provenance, secrets: Secrets): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map(({ identityId, field, value }) => {
    const sealed = fieldOf(field).sealed === true;
    return {
      identity_id: identityId, field,
      value: sealed ? secrets.seal(value as string, sealContext(brandId, field)) : value,
      search: sealed || typeof value !== 'string' ? null : value.toLowerCase(),
      hash: field === 'phone' ? phoneHash(secrets, brandId, value as string) : null,
    };
  });
  await tx.query(
    `insert into profile_value (brand_id, identity_id, field, value, search, hash, source, at, purpose, recorded_by)
     select $1, r.identity_id, r.field, r.value, r.search, r.hash, $3, $4, $5, $6
       from jsonb_to_recordset($2::jsonb) as r (identity_id bigint, field text, value jsonb, search text, hash text)
     on conflict (brand_id, identity_id, field) do update set value = excluded.value, search = excluded.search, hash = excluded.hash,
       source = excluded.source, at = excluded.at, purpose = excluded.purpose, recorded_by = excluded.recorded_by`,
    [brandId, JSON.stringify(rows), from.source, nowDate(), from.purpose, from.by],
  );
}

const sealContext = (brandId: number, field: FieldKey): string => `${field}:${brandId}`;

const wrong = (key: FieldKey) =>
  badRequest('invalid_value', { zh: `“${fieldOf(key).zh}”的内容不正确。`, en: `This is not a value of "${fieldOf(key).en}".` }, { field: key });

/** The value as it is kept. Throws 422 naming the field. */
export function checkValue(key: FieldKey, value: ProfileValue): ProfileValue {
  const field: Field = fieldOf(key);
  if (field.type === 'choices') {
    if (!Array.isArray(value) || value.some((one) => !Object.hasOwn(field.choices!, one))) throw wrong(key);
    return [...new Set(value)];
  }
  if (typeof value !== 'string') throw wrong(key);
  const plain = value.trim();
  if (plain === '' || plain.length > 200) throw wrong(key);
  if (field.type === 'choice' && !Object.hasOwn(field.choices!, plain)) throw wrong(key);
  if (field.type === 'date' && !isDay(plain)) throw wrong(key);
  if (field.type === 'number' && !isNumberIn(plain, field.range)) throw wrong(key);
  if (field.type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain)) throw wrong(key);
  return field.type === 'phone' ? normalisePhone(plain) : plain;
}

const isNumberIn = (text: string, [least, most]: readonly [number, number] = [-Infinity, Infinity]): boolean =>
  /^-?\d{1,12}(\.\d{1,4})?$/.test(text) && Number(text) >= least && Number(text) <= most;

/** A day of the calendar; JavaScript alone would read 30 February as 2 March. */
const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

export interface MatrixField {
  key: FieldKey;
  /** Sealed values are masked here; null when nothing is known. */
  value: ProfileValue | null;
  masked: boolean;
  source: string | null;
  at: Date | null;
  purpose: string | null;
}

export interface Matrix {
  stage: Stage;
  completeness: Completeness;
  groups: { key: Group; fields: MatrixField[] }[];
}

/** The follower-information matrix of a contact (W-29), sealed values masked. Throws 404. */
export async function matrixOf(db: Querier, brandId: number, contactId: number, secrets: Secrets): Promise<Matrix> {
  const [contact] = await db.query<{ stage: Stage; source_group: string; followed_at: Date | null }>(
    'select stage, source_group, followed_at from contact where brand_id = $1 and id = $2', [brandId, contactId],
  );
  if (!contact) throw contactNotFound();
  const stated = new Map((await newestValues(db, brandId, [contactId])).map((row) => [row.field, row]));
  const fields = fieldKeys.map((key): MatrixField => {
    if (key === 'source') {
      const known = contact.source_group !== 'unknown';
      return { key, value: known ? contact.source_group : null, masked: false, source: known ? 'wechat' : null, at: contact.followed_at, purpose: null };
    }
    const row = stated.get(key);
    if (!row) return { key, value: null, masked: false, source: null, at: null, purpose: null };
    const sealed = fieldOf(key).sealed === true;
    const value = sealed ? maskValue(key, secrets.open(row.value as string, sealContext(brandId, key))) : row.value;
    return { key, value, masked: sealed, source: row.source, at: row.at, purpose: row.purpose };
  });
  const known = new Set<string>(fields.filter((field) => field.value !== null).map((field) => field.key));
  return {
    stage: contact.stage,
    completeness: completeness(contact.stage, known),
    groups: (Object.keys(groups) as Group[]).map((key) => ({ key, fields: fields.filter((field) => fieldOf(field.key).group === key) })),
  };
}

const maskValue = (key: FieldKey, plain: string): string =>
  key === 'phone' ? maskPhoneNumber(plain) : key === 'email' ? maskedAddress(plain) : `${plain.slice(0, 4)}**`;

/** One sealed value in clear. The caller writes the audit line, with the reason. Throws 404 when there is none. */
export async function openValue(db: Querier, brandId: number, contactId: number, field: FieldKey, secrets: Secrets): Promise<string> {
  const row = (await newestValues(db, brandId, [contactId])).find((one) => one.field === field);
  if (!row || fieldOf(field).sealed !== true) throw contactNotFound();
  return secrets.open(row.value as string, sealContext(brandId, field));
}

export type ValueRow = {
  contact_id: number; field: FieldKey; value: ProfileValue; source: string; at: Date; purpose: string | null;
};

/** The newest statement of each field among each contact's identities; sealed values as they are stored. */
export const newestValues = (db: Querier, brandId: number, contactIds: readonly number[]): Promise<ValueRow[]> =>
  db.query<ValueRow>(
    `select distinct on (i.contact_id, p.field) i.contact_id, p.field, p.value, p.source, p.at, p.purpose
       from identity i join profile_value p on p.brand_id = i.brand_id and p.identity_id = i.id
      where i.brand_id = $1 and i.contact_id = any ($2::bigint[])
      order by i.contact_id, p.field, p.at desc, p.identity_id desc`,
    [brandId, contactIds],
  );

/** What may be known of a value outside this room: of a sealed date the day of the year, `02-28`; no other sealed value has a copy. */
export function copiedValue(brandId: number, { field, value }: Pick<ValueRow, 'field' | 'value'>, secrets: Secrets): string[] {
  if (fieldOf(field).sealed) return [secrets.open(value as string, sealContext(brandId, field)).slice(5)];
  return Array.isArray(value) ? value : [value];
}

/** Names and masked phones for lists. */
export async function labelsOf(
  db: Querier, brandId: number, contactIds: readonly number[], secrets: Secrets,
): Promise<Map<number, { name: string | null; phone: string | null }>> {
  const labels = new Map(contactIds.map((id) => [id, { name: null as string | null, phone: null as string | null }]));
  for (const row of await newestValues(db, brandId, contactIds)) {
    const label = labels.get(row.contact_id)!;
    if (row.field === 'name') label.name = row.value as string;
    if (row.field === 'phone') label.phone = maskPhoneNumber(secrets.open(row.value as string, sealContext(brandId, 'phone')));
  }
  return labels;
}

/** Everything stated, sealed values opened: for the person's own copy. */
export async function openProfile(db: Querier, brandId: number, contactId: number, secrets: Secrets): Promise<ValueRow[]> {
  const rows = await newestValues(db, brandId, [contactId]);
  return rows.map((row) => fieldOf(row.field).sealed ? { ...row, value: secrets.open(row.value as string, sealContext(brandId, row.field)) } : row);
}
