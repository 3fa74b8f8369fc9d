import { eventsTable, type Json, warehouseWord } from '@qingniao/activity';
import { newToken } from '@qingniao/kernel';
import { followPeriodChanges, followPeriodsTable, unchangedFollowPeriods } from '@qingniao/people';
import type { Row, WarehouseTable } from '@qingniao/storage';
import type { Changes } from './changes.ts';
import type { Heads } from './heads.ts';
import type { Readers } from './metric.ts';
import { countedTypes, moved } from './people-sql.ts';

/** All that a few people did: small tables that a question reads in place of everybody's. */
export interface FewPeople {
  events: string;
  /** Every version of their follows that is kept. */
  followPeriods: string;
}

/** What questions ask of events; of what was said with one, these words. */
const words = ['menu_category', 'push_id', 'variant_id'];
const asked = ['brand_id', 'event_id', 'type', 'contact_id', 'at', 'asset_id', ...words];
const followColumns = Object.keys(followPeriodsTable.columns).join(', ');

/** Those of the changes up to `now`, as whole people with all their identities; clicks of nobody we know only since `then`. */
export async function gatherFew(readers: Readers, { acts, follows }: Changes, then: Heads, now: Heads): Promise<FewPeople> {
  const { warehouse } = readers;
  const name = `few_${Date.now()}_${newToken(9).replaceAll(/[-_]/g, 'x')}`;
  const few = { events: `${name}_events`, followPeriods: `${name}_follow_periods` };
  const [identities] = await Promise.all([
    identitiesOf(readers, [...new Set([...acts, ...follows].map(({ identity }) => identity))]),
    warehouse.createTable({ ...memory, name: few.events, columns: Object.fromEntries(asked.map((column) => [column, eventsTable.columns[column]!])) }),
    warehouse.createTable({ ...memory, name: few.followPeriods, columns: followPeriodsTable.columns }),
  ]);
  await Promise.all([
    eventsOf(readers, identities, then, now).then((events) => warehouse.insert(few.events, events)),
    gatherFollows(readers, identities, now, few.followPeriods),
  ]);
  return few;
}

/** PostgreSQL finds some people's follows at once; the warehouse is asked for what they said before, and for those that have changed in PostgreSQL since. */
async function gatherFollows({ brand, warehouse }: Readers, identities: readonly number[], { follows }: Heads, into: string): Promise<void> {
  const unchanged = await unchangedFollowPeriods(brand, brand.brandId, identities, follows);
  // Asked second: what changes in between is in both, at one revision.
  const changes = await followPeriodChanges.read(brand, follows, MOST_CHANGES);
  const known = new Set(identities);
  const changed = changes.length < MOST_CHANGES ? changes.map(({ identityId }) => identityId).filter((id) => known.has(id)) : identities;
  // Told to look at the identity first: all but a few rows are passed over by that alone.
  const ofThem = (table: string, ids: string) => `select ${followColumns} from ${table} prewhere identity_id in {${ids}:Array(UInt64)} where brand_id = {brand:UInt32}`;
  const tables = [ofThem('past_follow_periods', 'identities'), ...(changed.length > 0 ? [ofThem('follow_periods', 'changed')] : [])];
  await Promise.all([
    warehouse.insert(into, unchanged),
    warehouse.command(`insert into ${into} (${followColumns}) ${tables.join(' union all ')}`, { lane: 'live', params: { brand: brand.brandId, identities, changed } }),
  ]);
}

/** With more follows than this changed and not copied yet, all of them are read from the copies. */
const MOST_CHANGES = 1000;

/** From the log itself, which finds a person's events at once. Rows of `events`. */
async function eventsOf({ brand }: Readers, identities: readonly number[], then: Heads, now: Heads): Promise<Row[]> {
  const rowsWhere = (whose: string) => `
    select brand_id, id as event_id, type, coalesce(identity_id, 0) as contact_id, floor(extract(epoch from at))::bigint as at, coalesce(asset_id, '') as asset_id,
           ${words.map((word) => `props->'${word}' as ${word}`).join(', ')}
      from event where brand_id = $1 and id <= $2 and type = any ($3::text[]) and ${whose}`;
  const rows = await brand.query<Record<string, Json>>(
    `${rowsWhere('identity_id = any ($4::bigint[])')} union all ${rowsWhere('identity_id is null and id > $5')}`, [brand.brandId, now.log, countedTypes, identities, then.log],
  );
  for (const row of rows) for (const word of words) row[word] = warehouseWord(row[word]);
  return rows;
}

/** What a process that died left behind, an hour (of real time) after at the earliest. */
export async function dropLeftFew(warehouse: Readers['warehouse']): Promise<void> {
  const tables = await warehouse.query<{ name: string }>("select name from system.tables where database = currentDatabase() and match(name, '^few_[0-9]+_') and not endsWith(name, '_local')");
  for (const { name } of tables) if (Number(name.split('_')[1]) < Date.now() - 3600_000) await warehouse.dropTable(name);
}

export const dropFew = async ({ warehouse }: Readers, few: FewPeople): Promise<void> => {
  for (const table of [few.events, few.followPeriods]) await warehouse.dropTable(table);
};

const memory: Pick<WarehouseTable, 'engine' | 'orderBy'> = { engine: 'Memory', orderBy: ['brand_id', 'contact_id'] };

/** The contacts of those who did something. */
export async function contactsOfFew({ brand }: Readers, { acts }: Changes): Promise<number[]> {
  const identities = [...new Set(acts.map(({ identity }) => identity))];
  const rows = await brand.query<{ id: number }>('select distinct contact_id as id from identity where brand_id = $1 and id = any ($2::bigint[])', [brand.brandId, identities]);
  return rows.map(({ id }) => id);
}

/** What adds up are whole people, as the warehouse knows them. */
async function identitiesOf({ brand, warehouse }: Readers, ids: readonly number[]): Promise<number[]> {
  const rows = await warehouse.query<{ id: number }>(
    `with people as (select distinct if(m.contact_id = 0, one.id, m.contact_id) as person
                       from (select arrayJoin({ids:Array(UInt64)}) as id) as one left join ${moved} as m on m.identity_id = one.id)
     select person as id from people where person > 0 union distinct select identity_id from ${moved} where contact_id in (select person from people)`,
    { params: { brand: brand.brandId, ids } },
  );
  return rows.map(({ id }) => id);
}
