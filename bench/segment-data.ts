import { warehouseTables } from '@qingniao/activity';
import type { Rule } from '@qingniao/audience';
import { contactsTable } from '@qingniao/people';
import type { Database, Stores } from '@qingniao/storage';

/** A brand of a WeChat account for the segment benches, made inside the engines from numbers alone. All times are before `AS_OF`. */
export interface Size {
  contacts: number;
  events: number;
}

export const BRAND = 1;
export const AS_OF = new Date('2026-06-30T16:00:00Z');
const DAYS = 730;
/** What of ten events a person has. The rest of the log are texts. */
const MIX = { follow: 1, 'qr.scanned': 1.5, 'menu.click': 3.5, 'shop.order_paid_legacy': 0.2, 'link.clicked': 1 } as const;
const CODES = 400;
/** Every fourth code hangs in a boutique. */
const isBoutique = (code: number): boolean => code % 4 === 0;
const CITIES = ['上海', '北京', '广州', '深圳', '成都', '杭州', '南京', '武汉', '西安', '重庆', '苏州', '天津'];

/** "Lives in Shanghai, scanned a boutique code in the last 90 days, tapped the boutique menu at least twice in 30 days, no purchase in a year" (issue 3). */
export const sentence = (windows: 'as asked' | 'ever'): Rule => {
  const last = (n: number) => (windows === 'ever' ? { type: 'ever' as const } : { type: 'last' as const, n, unit: 'day' as const });
  return {
    version: 1,
    root: {
      type: 'all', nodes: [
        { type: 'profile', field: 'city', op: 'equals', value: '上海' },
        { type: 'event', event: { types: ['qr.scanned'], where: [{ property: 'channel_kind', op: 'equals', value: 'boutique' }] }, period: last(90), count: { op: 'at_least', n: 1 } },
        { type: 'event', event: { types: ['menu.click'], where: [{ property: 'menu_category', op: 'equals', value: 'ecommerce' }] }, period: last(30), count: { op: 'at_least', n: 2 } },
        { type: 'event', event: { types: ['shop.order_paid_legacy'] }, period: last(365), count: { op: 'at_most', n: 0 } },
      ],
    },
  };
};

/** Even, and always the same for the same row: `salt` keeps one draw from another. */
const draw = (salt: number, below: number): string => `(cityHash64(number, ${salt}) % ${below})`;

export async function makeTables({ warehouse }: Pick<Stores, 'warehouse'>): Promise<void> {
  for (const table of [...warehouseTables, contactsTable]) await warehouse.createTable(table);
}

/** Fills the warehouse as its forwarders would have, and writes the codes down. Straight into the engine. */
export async function fillWarehouse({ database, warehouse }: Pick<Stores, 'database' | 'warehouse'>, { contacts, events }: Size, say: (line: string) => void): Promise<void> {
  await makeTables({ warehouse });
  const insert = (table: string, columns: string, select: string) =>
    warehouse.command(`insert into ${table} (${columns}) ${select} settings max_partitions_per_insert_block = 0`, { timeout: 3600 });
  const end = Math.floor(AS_OF.getTime() / 1000);
  const at = (salt: number) => `toDateTime(${end} - ${draw(salt, DAYS * 86_400)})`;
  await insert('contacts', 'brand_id, contact_id, revision, removed, first_seen_at, subscribed, assets, followed_at, source_group, stage, stage_since, profile', `
    select ${BRAND}, number + 1, number + 1, 0, ${at(1)}, ${draw(2, 10)} < 7, ['oa'], ${at(1)}, ['qr', 'search', 'ads'][1 + ${draw(3, 3)}], ['lead', 'prospect', 'new', 'recurring'][1 + ${draw(4, 4)}], ${at(1)},
           if(${draw(5, 10)} < 6, map('city', [[${CITIES.map((city) => `'${city}'`).join(', ')}][1 + ${draw(6, CITIES.length)}]], 'gender', [['female', 'male'][1 + ${draw(7, 2)}]]), map())
      from numbers(${contacts})`);
  // One of a hundred was merged into the person before them.
  await insert('moved_identities', 'brand_id, identity_id, contact_id, version', `select ${BRAND}, number * 100 + 2, number * 100 + 1, number + 1 from numbers(${Math.floor(contacts / 100)})`);
  let written = 0;
  const happen = async (type: string, rows: number, columns = '', values = '') => {
    await insert('events', `brand_id, event_id, type, contact_id, at, received_at, asset_id, props${columns}`,
      `select ${BRAND}, ${written} + number + 1, '${type}', 1 + ${draw(type.length + 40, contacts)}, ${at(type.length + 20)} as happened, happened, 'oa', '{}'${values} from numbers(${rows})`);
    written += rows;
    say(`${type}: ${written.toLocaleString('en-US')} events`);
  };
  const more: Record<string, [string, string]> = {
    'qr.scanned': [', scene', `, concat('code', toString(${draw(8, CODES)}))`],
    'menu.click': [', menu_key, menu_category', `, concat('k', toString(${draw(9, 12)})), ['brand', 'ecommerce', 'crm'][1 + ${draw(10, 3)}]`],
  };
  for (const [type, each] of Object.entries(MIX)) await happen(type, Math.round((events / 10) * each), ...(more[type] ?? []));
  await happen('message.text', events - written);
  await makeCodes(database.system);
}

/** The brand's codes; a quarter of them in boutiques. */
export const makeCodes = (system: Database['system']): Promise<unknown> =>
  system.query(
    `insert into channel (brand_id, id, asset_id, kind, name, note, scene, permanent, tags, created_at)
     select $1, 'c' || n, 'oa', case when n % 4 = 0 then 'boutique' else 'campaign' end, 'code ' || n, '', 'code' || n, true, '{}', $2 from generate_series(0, $3::int - 1) n`,
    [BRAND, AS_OF, CODES],
  );

export const boutiqueScenes = Array.from({ length: CODES }, (_, code) => code).filter(isBoutique).map((code) => `code${code}`);
