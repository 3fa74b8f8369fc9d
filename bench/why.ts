import { whyMember } from '@qingniao/audience';
import { testSecrets } from '@qingniao/people/testing';
import type { Database, Stores } from '@qingniao/storage';
import { type Bench, type BenchContext, type Result, within } from './result.ts';
import { quantile } from './push-load.ts';
import { AS_OF, BRAND, makeCodes, sentence, type Size } from './segment-data.ts';
import { seconds, withStores } from './segment-stores.ts';

const SIZES: readonly Size[] = [{ contacts: 100_000, events: 1_000_000 }, { contacts: 1_000_000, events: 10_000_000 }];
const ASKED = 500;
const LIMIT = 100;

/** Why this person is in the segment, or is not: what decided it and when that changes, from the log. */
export const why: Bench = {
  summary: 'why a person is in a segment or not, with the facts and times that decided it',
  async *run(context) {
    for (const size of SIZES) yield* withStores((stores) => measureWhy(stores, size, context));
  },
};

export async function* measureWhy({ database }: Stores, size: Size, { say }: BenchContext): AsyncGenerator<Result> {
  await fillLog(database, size);
  say(`${size.events.toLocaleString('en-US')} events are in the log`);
  const db = database.forBrand(BRAND);
  const ask = (index: number) => whyMember(db, sentence('as asked'), 1 + Math.floor(((index * 7919) % ASKED) * (size.contacts / ASKED)), testSecrets);
  await ask(1);
  const times = new Float64Array(ASKED);
  for (let index = 0; index < ASKED; index++) times[index] = 1000 * (await seconds(() => ask(index)));
  yield within({ name: 'why', size: size.contacts, value: quantile(times, 0.99), unit: 'ms p99' }, LIMIT);
}

/** People and what they did, spread evenly over two years, as the log and the people room hold them. */
async function fillLog({ system }: Database, { contacts, events }: Size): Promise<void> {
  await makeCodes(system);
  await system.query(
    `insert into identity (brand_id, id, kind, asset_id, value, contact_id, created_at)
     select $1, n, 'openid', 'oa', 'oWhy' || lpad(n::text, 24, '0'), n, $2 from generate_series(1, $3::int) n`, [BRAND, AS_OF, contacts]);
  await system.query(
    `insert into contact (brand_id, id, created_at, first_seen_at, subscribed, source_group, stage, stage_since, stage_counts, tags, revision)
     select $1, n, $2, $2, true, 'qr', 'lead', $2, '{}', '{}', nextval('contact_revision') from generate_series(1, $3::int) n`, [BRAND, AS_OF, contacts]);
  await system.query(
    `insert into profile_value (brand_id, identity_id, field, value, search, source, at) select $1, n, 'city', '"上海"', '上海', 'form', $2 from generate_series(1, $3::int, 3) n`, [BRAND, AS_OF, contacts]);
  await system.query(
    `insert into event (brand_id, type, at, received_at, asset_id, identity_id, dedup_key, props)
     select $1, (array['menu.click', 'qr.scanned', 'message.text', 'menu.click', 'link.clicked', 'shop.order_paid_legacy'])[1 + (n / 7 + n) % 6], at, at, 'oa', 1 + (n * 104729::bigint) % $3::int, gen_random_uuid(),
            jsonb_build_object('menu_category', (array['ecommerce', 'brand'])[1 + n % 2], 'scene', 'code' || n % 400)
       from generate_series(1, $4::int) n, lateral (select $2::timestamptz - make_interval(secs => (n * 7919::bigint) % 63072000) as at) moment`, [BRAND, AS_OF, contacts, events]);
  await system.query('analyze');
}
