import type { Database } from '@qingniao/storage';
import { testDatabase } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countContacts, listContacts, type ContactFilter } from './list-contacts.ts';
import { testParts } from './testing.ts';

/** A million contacts of one brand and as many of another. By hand: it takes a minute. */
const PEOPLE = 1_000_000;
const { secrets } = testParts();
let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await testDatabase());
  await database.system.tx(async (tx) => {
    for (const brand of [1, 2]) {
      await tx.query(
        `insert into identity (brand_id, id, kind, asset_id, value, contact_id, created_at)
         select $1, $1 * 10000000 + n, 'openid', 'oa', 'o' || lpad(n::text, 27, 'x'), $1 * 10000000 + n, now() from generate_series(1, $2::int) n`, [brand, PEOPLE]);
      await tx.query(
        `insert into contact (brand_id, id, created_at, first_seen_at, last_active_at, subscribed, followed_at, source_group, channel_id, stage, stage_since, stage_counts, tags, revision)
         select $1, $1 * 10000000 + n, t, t, t + interval '30 days' * random(), random() < 0.8, t, (array['qr', 'search', 'ads', 'other'])[1 + n % 4],
                case when n % 4 = 0 then 'channel-' || n % 300 end, case when n % 500 = 0 then 'recurring' when n % 9 = 0 then 'prospect' else 'lead' end, t, '{}',
                case when n % 2000 = 0 then array['rare'] when n % 3 = 0 then array['common'] else '{}' end, nextval('contact_revision')
           from generate_series(1, $2::int) n, lateral (select '2025-01-01'::timestamptz + n * interval '30 seconds' as t) s`, [brand, PEOPLE]);
      await tx.query('insert into contact_tag (brand_id, tag_id, contact_id) select brand_id, unnest(tags), id from contact where brand_id = $1', [brand]);
      await tx.query(
        `insert into profile_value (brand_id, identity_id, field, value, search, source, at)
         select $1, $1 * 10000000 + n, 'name', to_jsonb('name' || n), 'name' || n, 'form', now() from generate_series(1, $2::int, 3) n`, [brand, PEOPLE]);
    }
  });
  await database.system.query('vacuum analyze');
}, 600_000);
afterAll(() => close());

const cases: [string, ContactFilter][] = [
  ['everybody', {}],
  ['a rare stage', { stages: ['recurring'] }],
  ['one channel', { channelId: 'channel-120' }],
  ['a source and followers only', { sources: ['ads'], subscribed: true }],
  ['a rare tag', { tags: ['rare'] }],
  ['a common tag', { tags: ['common'] }],
  ['followed on one day long ago', { followedFrom: new Date('2025-02-01'), followedTo: new Date('2025-02-02') }],
  ['active lately', { activeFrom: new Date('2025-12-20') }],
  ['the beginning of a name', { text: 'Name12345' }],
  ['an openid', { text: `o${'777'.padStart(27, 'x')}` }],
];

it.each(cases)('lists %s in under 100 ms, first page and deep page', async (name, filter) => {
  const db = database.forBrand(1);
  const timed = async <T>(work: () => Promise<T>) => {
    await work();
    const from = performance.now();
    const result = await work();
    return { result, took: performance.now() - from };
  };
  const first = await timed(() => listContacts(db, 1, filter, null, 51, secrets));
  const deep = await timed(() => listContacts(db, 1, filter, { at: new Date('2025-03-01'), id: 1 }, 51, secrets));
  const count = await timed(() => countContacts(db, 1, filter, secrets));
  console.log(`${name}: page ${first.took.toFixed(1)} ms, deep page ${deep.took.toFixed(1)} ms, count ${count.result} in ${count.took.toFixed(0)} ms`);
  expect(first.result.length).toBeGreaterThan(0);
  expect(Math.max(first.took, deep.took)).toBeLessThan(100);
});
