import { warehouseTables } from '@qingniao/activity';
import { addDays } from '@qingniao/kernel';
import { contactsTable, followPeriodsTable, pastFollowPeriodsTable } from '@qingniao/people';
import type { Stores } from '@qingniao/storage';

/** A year and the one before it, of one service account and one subscription account, made inside the engines from numbers alone. */
export const YEAR = { from: '2025-07-01', to: '2026-06-30' };
const START = "toDateTime('2024-06-30 16:00:00', 'UTC')";
const DAYS = 730;
const BRAND = 1;
/** What of ten events a person has, beside the follow and the end of every third one. */
const ACTS = { 'menu.click': 3, 'message.text': 1.2, 'qr.scanned': 0.6, 'link.clicked': 0.8, 'article.commented': 0.1 };
const PUSHES = 96;
const ARTICLES = 4;
/** Of everybody, in the audience of one push. */
const AUDIENCE = 1 / 32;

/** Even, and always the same for the same row: `salt` keeps one draw from another. */
const draw = (salt: number, below: number | string): string => `(cityHash64(number, ${salt}) % toUInt64(${below}))`;
const instant = (salt: number): string => `${START} + toIntervalSecond(${draw(salt, DAYS * 86_400)})`;
/** Sources as the published shares have them, roughly. */
const source = (salt: number): string => `multiIf(${draw(salt, 100)} < 46, 'qr', ${draw(salt, 100)} < 70, 'search', ${draw(salt, 100)} < 88, 'ads', ${draw(salt, 100)} < 96, 'word_of_mouth', 'other')`;
/** As a brand's own log would be, each follow and each act has an id that grew with time; here it is enough that it is its own. */
const account = (person: string): string => `if(${person} % 5 = 0, 'sub', 'oa')`;

export interface Size {
  contacts: number;
  events: number;
}

/**
 * Fills both stores as the front door would have left them: `size.contacts` people, about ten events each, pushes with
 * audiences and figures. Straight into the engines; what the front door takes is measured elsewhere (`callback`).
 */
export async function fillStores({ database, warehouse }: Stores, { contacts, events }: Size, say: (line: string) => void): Promise<void> {
  for (const table of [...warehouseTables, contactsTable, followPeriodsTable, pastFollowPeriodsTable]) await warehouse.createTable(table);
  const insert = (table: string, columns: string, select: string) =>
    warehouse.command(`insert into ${table} (${columns}) ${select} settings max_partitions_per_insert_block = 0`, { timeout: 3600 });
  await insert('follow_periods', 'brand_id, identity_id, event_id, asset_id, followed_at, unfollowed_at, observed, source_group, channel_id, revision', `
    select ${BRAND}, number + 1, number + 1, ${account('number')}, ${instant(1)} as begun,
           if(${draw(2, 100)} < 34, toNullable(begun + toIntervalSecond(${draw(3, 200 * 86_400)} + 60)), null), ${draw(4, 100)} < 80, ${source(5)}, '', number + 1
      from numbers(${contacts})`);
  await insert('contacts', 'brand_id, contact_id, revision, removed, first_seen_at, subscribed, assets, source_group, stage, stage_since, profile', `
    select ${BRAND}, number + 1, number + 1, 0, ${instant(1)}, 1, [${account('number')}], ${source(5)}, ['lead', 'prospect', 'new', 'loyal'][1 + ${draw(6, 4)}], ${instant(1)},
           if(${draw(7, 3)} = 0, map('city', ['上海']), map())
      from numbers(${contacts})`);
  await insert('moved_identities', 'brand_id, identity_id, contact_id, version', `select ${BRAND}, number * 100 + 2, number * 100 + 1, number + 1 from numbers(${Math.floor(contacts / 100)})`);
  say('people are there');

  let written = 0;
  const happen = async (type: string, rows: number, at: string, person: string, more: { columns: string; values: string } = { columns: '', values: '' }) => {
    await insert('events', `brand_id, event_id, type, contact_id, at, received_at, asset_id, props${more.columns}`,
      `select ${BRAND}, ${written} + number + 1, '${type}', ${person} as who, ${at} as happened, happened, ${account('(who - 1)')}, '{}'${more.values} from numbers(${Math.round(rows)})`);
    written += Math.round(rows);
  };
  await happen('follow', contacts, instant(1), 'number + 1');
  await happen('unfollow', contacts / 3, instant(8), draw(9, contacts) + ' + 1');
  for (const [type, each] of Object.entries(ACTS)) {
    const more: Record<string, { columns: string; values: string }> = {
      'menu.click': { columns: ', menu_key, menu_category', values: `, 'k', ['brand', 'ecommerce', 'crm'][1 + ${draw(10, 3)}]` },
      'link.clicked': { columns: ', push_id', values: `, concat('p', toString(${draw(11, PUSHES)}))` },
      'article.commented': { columns: ', push_id', values: `, concat('p', toString(${draw(11, PUSHES)}))` },
    };
    await happen(type, contacts * each, instant(type.length + 20), `${draw(type.length + 40, contacts)} + 1`, more[type]);
    say(`${type}: ${written.toLocaleString('en-US')} events`);
  }
  const perPush = Math.round(contacts * AUDIENCE);
  for (let push = 0; push < PUSHES; push++) {
    const at = `toDateTime('${instantOf(push).toISOString().slice(0, 19).replace('T', ' ')}', 'UTC')`;
    await happen('push.targeted', perPush, at, `((number * ${Math.round(1 / AUDIENCE)} + ${push}) % ${contacts}) + 1`, { columns: ', push_id, variant_id', values: `, 'p${push}', '1'` });
  }
  if (written < events) await happen('page.viewed', events - written, instant(60), `${draw(61, contacts)} + 1`);
  say(`${written.toLocaleString('en-US')} events, pushes included`);
  await fillDatabase({ database }, contacts, perPush);
}

/** Twice a fortnight at ten in the morning of Beijing. */
const instantOf = (push: number): Date => new Date(Date.parse('2024-07-02T02:00:00Z') + Math.floor((push * DAYS) / PUSHES) * 86_400_000);

async function fillDatabase({ database }: Pick<Stores, 'database'>, contacts: number, perPush: number): Promise<void> {
  const { system } = database;
  const observed = new Date('2024-06-30T16:00:00Z');
  await system.query(
    `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
     select $1, id, case id when 'oa' then 'service' else 'subscription' end, id, 'wx' || id, '', '', '', 'safe', 'current', 'connected', $2, $2, '{}' from unnest(array['oa', 'sub']) id`,
    [BRAND, observed],
  );
  for (let push = 0; push < PUSHES; push++) await addPush(database, push, perPush);
  const stage = (salt: number) => `(array['lead', 'prospect', 'new', 'loyal'])[1 + (n * ${salt}) % 4]`;
  const then = (salt: number) => `timestamptz '2024-06-30T16:00:00Z' + make_interval(secs => (n * ${salt}::bigint) % ${DAYS * 86_400})`;
  await system.query(
    `insert into contact (brand_id, id, created_at, first_seen_at, stage, stage_since, stage_counts, tags, subscribed, source_group, revision)
     select ${BRAND}, n, ${then(7919)}, ${then(7919)}, 'lead', ${then(7919)}, '{}', '{}', true, 'qr', n from generate_series(1, ${contacts}) n`);
  await system.query(
    `insert into stage_move (brand_id, contact_id, event_id, at, from_stage, to_stage)
     select ${BRAND}, n, n, ${then(7919)}, null, 'lead' from generate_series(1, ${contacts}) n
     union all select ${BRAND}, n, ${contacts} + n, ${then(104_729)}, 'lead', ${stage(3)} from generate_series(1, ${contacts}, 3) n where ${stage(3)} <> 'lead'`);
  // As autovacuum leaves what came over two years: who reads it first does not write it, too.
  await system.query('vacuum (analyze)');
}

async function addPush({ system }: Stores['database'], push: number, perPush: number): Promise<void> {
  const at = instantOf(push);
  const day = at.toISOString().slice(0, 10);
  const id = `p${push}`;
  const message = 1_000_000 + push;
  await system.query(
    `insert into push (brand_id, id, asset_id, title, state, audience, segmented, frozen_count, created_at, frozen_at, sent_at)
     values ($1, $2, 'oa', $2, 'sent', '{"kind":"everyone"}', $3, $4, $5, $5, $5)`, [BRAND, id, push % 2 === 0, perPush, at]);
  await system.query(
    `insert into push_call (brand_id, push_id, number, route, client_msg_id, planned, state, msg_id, msg_data_id, submitted_at) values ($1, $2, 1, 'sendall', $2, $3, 'accepted', $4, $4, $5)`,
    [BRAND, id, perPush, String(message), at]);
  await system.query(
    `insert into push_article (brand_id, push_id, position, title, author, digest, content, elements) select $1, $2, n, '文章', '', '', '', '{}' from generate_series(1, ${ARTICLES}) n`, [BRAND, id]);
  await system.query(
    `insert into mass_report (brand_id, asset_id, msg_id, status, succeeded, total_count, filter_count, sent_count, error_count, articles, at)
     values ($1, 'oa', $2, 'send success', true, $3, $3, $3, 0, '[]', $4)`, [BRAND, String(message), perPush, at]);
  const days = Array.from({ length: 30 }, (_, offset) => addDays(day, offset));
  const rows = Array.from({ length: ARTICLES }, (_, index) => ({
    ref_date: day, msgid: `${message}_${index + 1}`, publish_type: 0, title: '文章', content_url: '',
    detail_list: days.map((stat, offset) => statOf(stat, Math.round((perPush * 0.08) / (index + 1) / 2 ** offset))),
  }));
  await system.query(
    `insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at) values ($1, 'oa', 'getarticletotaldetail', $2, $3, false, $4)
     on conflict do nothing`, [BRAND, day, JSON.stringify(rows), at]);
}

const statOf = (day: string, readers: number) => ({
  stat_date: day, read_user: readers * 2,
  read_user_source: [{ user_count: readers * 2, scene_desc: '全部' }, { user_count: readers, scene_desc: '公众号消息' }],
  share_user: readers % 7, zaikan_user: readers % 5, like_user: readers % 3, comment_count: 0, collection_user: readers % 2, read_finish_rate: 0.5,
  read_jump_position: [1, 2, 3, 4, 5].map((position) => ({ position, rate: 0.2 })),
});
