import type { Querier } from '@qingniao/activity';
import type { Secrets } from '@qingniao/kernel';
import { prepared, type Projection, type Row, type Warehouse, type WarehouseTable } from '@qingniao/storage';
import { fieldKeys, fieldOf, type FieldKey } from './matrix.ts';
import { copiedValue, newestValues } from './profile.ts';
import { groupBy } from './projections.ts';
import { type RowChange, rowChanges, warehouseCopy } from './warehouse-copy.ts';

/** Fields whose value the warehouse is told: no words about one person, and of what is sealed only a date's day of the year. */
export const copiedFields: readonly FieldKey[] = fieldKeys.filter((key) => {
  const { sealed, computed, type } = fieldOf(key);
  return !computed && (!sealed || type === 'date') && key !== 'name' && key !== 'remark';
});

/** Those that have one value at most: each is a column of its own, '' when nothing is known. */
export const singleFields: readonly FieldKey[] = copiedFields.filter((field) => fieldOf(field).type !== 'choices');

/** Of one of `singleFields`: its column. */
export const fieldColumn = (field: FieldKey): string => `profile_${field}`;

/**
 * Contacts as segments ask about them: the newest row of each, `final` when it matters. No names, no
 * remarks, nothing sealed but the day of a birthday. What they did is in `events`.
 */
export const contactsTable: WarehouseTable = {
  name: 'contacts',
  columns: {
    brand_id: 'UInt32',
    contact_id: 'UInt64',
    revision: 'UInt64',
    removed: 'UInt8',
    first_seen_at: "DateTime64(3, 'UTC')",
    subscribed: 'UInt8',
    /** Accounts followed now. */
    assets: 'Array(LowCardinality(String))',
    followed_at: "Nullable(DateTime64(3, 'UTC'))",
    unfollowed_at: "Nullable(DateTime64(3, 'UTC'))",
    subscribe_scene: 'LowCardinality(String)',
    source_group: 'LowCardinality(String)',
    channel_id: 'LowCardinality(String)',
    stage: 'LowCardinality(String)',
    stage_since: "DateTime64(3, 'UTC')",
    tags: 'Array(LowCardinality(String))',
    /** Matrix field → its value or values. */
    profile: 'Map(LowCardinality(String), Array(String))',
    // Reading a map means reading all of it.
    ...Object.fromEntries(singleFields.map((field) => [fieldColumn(field), `LowCardinality(String) DEFAULT profile['${field}'][1]`])),
    consents_given: 'Array(LowCardinality(String))',
    consents_withdrawn: 'Array(LowCardinality(String))',
  },
  engine: { replacing: { version: 'revision' } },
  orderBy: ['brand_id', 'contact_id'],
};

/** One change of one contact. */
export interface ContactChange extends RowChange {
  contactId: number;
  removed: boolean;
}

export const contactChanges = rowChanges<ContactChange>('contact', { present: 'id as "contactId", erased_at is not null as removed', gone: 'id, true' });

export const warehouseContacts = (warehouse: Warehouse, secrets: Secrets): Projection<ContactChange> =>
  warehouseCopy(warehouse, {
    name: 'warehouse_contacts',
    table: contactsTable,
    rows: async (tx, brandId, changes) => [
      ...(await contactCopies(tx, brandId, changes.filter(({ removed }) => !removed).map(({ contactId }) => contactId), secrets)).map((copy): Row => ({ ...copy })),
      ...changes.filter(({ removed }) => removed).map(({ contactId, id }) => ({ brand_id: brandId, contact_id: contactId, revision: id, removed: 1 })),
    ],
    where: (changes) => ({ sql: 'contact_id in {contacts:Array(UInt64)} and removed = 0', params: { contacts: changes.map(({ contactId }) => contactId) } }),
    forgotten: (changes) => changes.filter(({ removed }) => removed),
  });

/** What a segment may know of one contact: a row of `contacts`, the same in both stores. */
export interface ContactCopy {
  contact_id: number;
  first_seen_at: Date;
  subscribed: number;
  assets: string[];
  followed_at: Date | null;
  unfollowed_at: Date | null;
  source_group: string;
  /** Empty: none. */
  channel_id: string;
  stage: string;
  stage_since: Date;
  tags: string[];
  profile: Record<string, string[]>;
  consents_given: string[];
  consents_withdrawn: string[];
}

/**
 * The living among these contacts as the warehouse is told of them; those without a row are absent.
 * @param stated whether profile and consents are wanted; without it they are empty.
 */
export async function contactCopies(db: Querier, brandId: number, contactIds: readonly number[], secrets: Secrets, stated = true): Promise<ContactCopy[]> {
  if (contactIds.length === 0) return [];
  const contacts = await db.query<Row & Omit<ContactCopy, 'profile' | 'consents_given' | 'consents_withdrawn'>>(
    prepared(`select c.brand_id, c.id as contact_id, c.revision, 0 as removed, c.first_seen_at, c.subscribed::int as subscribed,
            array(select distinct f.asset_id from follower f where f.brand_id = c.brand_id and f.contact_id = c.id and f.subscribed order by 1) as assets,
            c.followed_at, c.unfollowed_at, coalesce(c.subscribe_scene, '') as subscribe_scene, c.source_group,
            coalesce(c.channel_id, '') as channel_id, c.stage, c.stage_since, c.tags
       from contact c where c.brand_id = $1 and c.id = any ($2::bigint[]) and c.erased_at is null`),
    [brandId, contactIds],
  );
  const profiles = groupBy(stated ? await newestValues(db, brandId, contactIds) : [], (row) => row.contact_id);
  const consents = groupBy(stated ? await latestConsents(db, brandId, contactIds) : [], (row) => row.contact_id);
  return contacts.map((contact) => {
    const told = (profiles.get(contact.contact_id) ?? []).filter((row) => copiedFields.includes(row.field));
    const agreed = consents.get(contact.contact_id) ?? [];
    return {
      ...contact,
      profile: Object.fromEntries(told.map((row) => [row.field, copiedValue(brandId, row, secrets)])),
      consents_given: agreed.filter((row) => row.given).map((row) => row.purpose),
      consents_withdrawn: agreed.filter((row) => !row.given).map((row) => row.purpose),
    };
  });
}

const latestConsents = (db: Querier, brandId: number, contactIds: readonly number[]) =>
  db.query<{ contact_id: number; purpose: string; given: boolean }>(
    `select distinct on (i.contact_id, k.purpose) i.contact_id, k.purpose, k.given
       from identity i join consent k on k.brand_id = i.brand_id and k.identity_id = i.id
      where i.brand_id = $1 and i.contact_id = any ($2::bigint[])
      order by i.contact_id, k.purpose, k.at desc, k.id desc`,
    [brandId, contactIds],
  );
