import { newToken } from '@qingniao/kernel';
import type { LogSource, Projection, Row, Tx, Warehouse, WarehouseTable } from '@qingniao/storage';
import { fieldOf, isField } from './matrix.ts';
import { newestValues } from './profile.ts';
import { groupBy } from './projections.ts';

/**
 * Contacts as segments ask about them: the newest row of each, `final` when it matters. No names, no
 * remarks, nothing sealed. What they did is in `events`.
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
    consents_given: 'Array(LowCardinality(String))',
    consents_withdrawn: 'Array(LowCardinality(String))',
  },
  engine: { replacing: { version: 'revision' } },
  orderBy: ['brand_id', 'contact_id'],
};

/** One change of one contact; `id` is its revision. */
export interface ContactChange {
  id: number;
  brandId: number;
  contactId: number;
  removed: boolean;
}

/** Contacts as a log: each stands once, at its latest revision. */
export const contactChanges: LogSource<ContactChange> = {
  read: (tx, after, limit) => tx.query<ContactChange & Row>(
    `(select revision as id, brand_id as "brandId", id as "contactId", erased_at is not null as removed from contact where revision > $1 order by revision limit $2)
     union all
     (select revision, brand_id, id, true from contact_gone where revision > $1 order by revision limit $2)
     order by id limit $2`,
    [after, limit],
  ),
  async head(tx) {
    const [row] = await tx.query<{ head: number | null }>(
      'select greatest((select max(revision) from contact), (select max(revision) from contact_gone)) as head');
    return row?.head ?? 0;
  },
};

/** Writes the warehouse copy. Runs over `contactChanges`, in a runner of its own. */
export function warehouseContacts(warehouse: Warehouse): Projection<ContactChange> {
  return {
    name: 'warehouse_contacts',
    batch: 5000,
    alone: true,
    async apply(tx, changes) {
      const rows: Row[] = [];
      for (const [brandId, ofBrand] of groupBy(changes, (change) => change.brandId)) {
        const living = ofBrand.filter((change) => !change.removed).map((change) => change.contactId);
        rows.push(...await livingRows(tx, brandId, living));
        const removed = ofBrand.filter((change) => change.removed);
        rows.push(...removed.map((change) => ({ brand_id: brandId, contact_id: change.contactId, revision: change.id, removed: 1 })));
        await forget(warehouse, brandId, removed);
      }
      // A batch written twice replaces itself, so its token only has to differ from all others.
      if (rows.length > 0) await warehouse.insert(contactsTable.name, rows, newToken());
    },
    /** Dropped, not truncated: its columns may be those of an older version. */
    async reset() {
      await warehouse.dropTable(contactsTable.name);
      await warehouse.createTable(contactsTable);
    },
  };
}

/** Older rows of somebody erased must not wait for a merge of parts. */
async function forget(warehouse: Warehouse, brandId: number, removed: readonly ContactChange[]): Promise<void> {
  if (removed.length === 0) return;
  await warehouse.deleteRows(contactsTable.name, 'brand_id = {brand:UInt32} and contact_id in {contacts:Array(UInt64)} and removed = 0',
    { brand: brandId, contacts: removed.map((change) => change.contactId) });
}

async function livingRows(tx: Tx, brandId: number, contactIds: readonly number[]): Promise<Row[]> {
  if (contactIds.length === 0) return [];
  const contacts = await tx.query<Row & { contact_id: number }>(
    `select c.brand_id, c.id as contact_id, c.revision, 0 as removed, c.first_seen_at, c.subscribed::int as subscribed,
            array(select distinct f.asset_id from follower f where f.brand_id = c.brand_id and f.contact_id = c.id and f.subscribed order by 1) as assets,
            c.followed_at, c.unfollowed_at, coalesce(c.subscribe_scene, '') as subscribe_scene, c.source_group,
            coalesce(c.channel_id, '') as channel_id, c.stage, c.stage_since, c.tags
       from contact c where c.brand_id = $1 and c.id = any ($2::bigint[])`,
    [brandId, contactIds],
  );
  const profiles = groupBy(await newestValues(tx, brandId, contactIds), (row) => row.contact_id);
  const consents = groupBy(await latestConsents(tx, brandId, contactIds), (row) => row.contact_id);
  return contacts.map((contact) => {
    const told = (profiles.get(contact.contact_id) ?? []).filter((row) => isCopied(row.field));
    const agreed = consents.get(contact.contact_id) ?? [];
    return {
      ...contact,
      profile: Object.fromEntries(told.map((row) => [row.field, Array.isArray(row.value) ? row.value : [row.value]])),
      consents_given: agreed.filter((row) => row.given).map((row) => row.purpose),
      consents_withdrawn: agreed.filter((row) => !row.given).map((row) => row.purpose),
    };
  });
}

const isCopied = (field: string): boolean => isField(field) && fieldOf(field).sealed !== true && field !== 'name' && field !== 'remark';

const latestConsents = (tx: Tx, brandId: number, contactIds: readonly number[]) =>
  tx.query<{ contact_id: number; purpose: string; given: boolean }>(
    `select distinct on (i.contact_id, k.purpose) i.contact_id, k.purpose, k.given
       from identity i join consent k on k.brand_id = i.brand_id and k.identity_id = i.id
      where i.brand_id = $1 and i.contact_id = any ($2::bigint[])
      order by i.contact_id, k.purpose, k.at desc, k.id desc`,
    [brandId, contactIds],
  );
