import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { previewSegment } from '@qingniao/audience';
import type { Stores } from '@qingniao/storage';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Load } from './callback-load.ts';
import { child } from './child.ts';
import { beside, type Bench, type BenchContext, type Result, within } from './result.ts';
import { AS_OF, boutiqueScenes, BRAND, fillWarehouse, sentence, type Size } from './segment-data.ts';
import { median, merged, seconds, withStores } from './segment-stores.ts';

const SIZES: readonly Size[] = [{ contacts: 500_000, events: 5_000_000 }, { contacts: 5_000_000, events: 50_000_000 }];
const PEER = 'PostgreSQL, hand-written';
const ROUNDS = 7;
const ASKED = 0.5;
const EVER = 1.5;
/** Pushes from WeChat while previews are asked without a pause. */
const CALLBACKS = { count: 4000, perSecond: 200 };
const CALLBACK_P99 = 50;

/** The sentence of issue 3 while somebody edits it: how many people that is. Beside the same question written by hand for the same data. */
export const segmentPreview: Bench = {
  summary: 'how many people a rule describes, beside the same question hand-written in PostgreSQL',
  async *run(context) {
    for (const size of SIZES) yield* withStores((stores) => measurePreview(stores, size, context));
  },
};

export async function* measurePreview(stores: Stores, size: Size, { say }: BenchContext): AsyncGenerator<Result> {
  await fillWarehouse(stores, size, say);
  await merged(stores.warehouse);
  const peer = await openPeer(stores, say);
  try {
    const db = stores.database.forBrand(BRAND);
    const preview = (windows: 'as asked' | 'ever') => previewSegment(stores.warehouse, db, sentence(windows));
    const [ours, theirs] = [(await preview('as asked')).count, await peer.count()];
    if (ours !== theirs) throw new Error(`ours says ${ours} people, the peer ${theirs}`);
    say(`${ours} people`);
    const times = { ours: [] as number[], peer: [] as number[], ever: [] as number[] };
    // In turns, so that a noisy minute hits both.
    for (let round = 0; round < ROUNDS; round++) {
      times.ours.push(await seconds(() => preview('as asked')));
      times.peer.push(await seconds(() => peer.count()));
      times.ever.push(await seconds(() => preview('ever')));
    }
    const at = { name: 'segment-preview', size: size.contacts };
    yield within({ ...at, value: median(times.ours), unit: 's median' }, ASKED);
    yield beside({ ...at, value: 1 / median(times.ours), unit: 'previews/s', peer: PEER, peerValue: 1 / median(times.peer) }, 2);
    yield within({ ...at, value: median(times.ever), unit: 's without windows' }, EVER);
    yield within({ ...at, value: await callbacksBeside(() => preview('ever')), unit: 'ms p99 of callbacks meanwhile' }, CALLBACK_P99);
  } finally {
    await peer.close();
  }
}

/** p99 of callbacks, in a product of their own on this machine, while the work repeats. */
async function callbacksBeside(work: () => Promise<unknown>): Promise<number> {
  const [load, server] = await Promise.all([child<Load>('callback-load.ts'), child<{ port(): number }>('callback-ours.ts')]);
  try {
    const port = await server.call<number>('port');
    const send = (perSecond: number | null, count: number) => load.call<{ p99: number }>('send', { port, count, connections: 64, perSecond });
    await send(null, 5000);
    let over = false;
    const working = (async () => {
      while (!over) await work();
    })();
    const { p99 } = await send(CALLBACKS.perSecond, CALLBACKS.count);
    over = true;
    await working;
    return p99;
  } finally {
    await Promise.all([load.stop(), server.stop()]);
  }
}

interface Peer {
  count(): Promise<number>;
  close(): Promise<void>;
}

/** The same people and events in two plain tables, people merged already, with the indexes this question wants. */
async function openPeer({ database, warehouse }: Stores, say: (line: string) => void): Promise<Peer> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`create table peer_contact (id bigint, city text); create table peer_event (contact_id bigint, type text, at timestamptz, scene text, menu_category text)`);
  const moved = '(select identity_id, contact_id from moved_identities final)';
  await load(client, warehouse, 'peer_contact (id, city)', `select contact_id, profile_city from contacts order by contact_id`);
  await load(client, warehouse, 'peer_event (contact_id, type, at, scene, menu_category)', `
    select if(m.contact_id = 0, e.contact_id, m.contact_id) as person, e.type as type, toUnixTimestamp(e.at) as at, e.scene as scene, e.menu_category as menu_category
      from events as e left join ${moved} as m on m.identity_id = e.contact_id`, ([person, type, at, scene, category]) => [person, type, new Date(Number(at) * 1000).toISOString(), scene, category]);
  say('the peer has its rows');
  await client.query(`create unique index on peer_contact (city, id); create index on peer_event (type, at) include (contact_id, scene, menu_category); create index on peer_event (contact_id, type, at)`);
  await client.query('vacuum analyze peer_contact');
  await client.query('vacuum analyze peer_event');
  say('the peer has its indexes');
  const params = ['上海', boutiqueScenes, AS_OF];
  return {
    async count() {
      const { rows } = await client.query(`
        with scanned as (select distinct contact_id from peer_event where type = 'qr.scanned' and at > $3::timestamptz - interval '90 days' and at <= $3 and scene = any ($2)),
             tapped as (select contact_id from peer_event where type = 'menu.click' and at > $3::timestamptz - interval '30 days' and at <= $3 and menu_category = 'ecommerce' group by 1 having count(*) >= 2)
        select count(*)::int as n from peer_contact c join scanned s on s.contact_id = c.id join tapped t on t.contact_id = c.id
         where c.city = $1 and not exists (select 1 from peer_event e where e.contact_id = c.id and e.type = 'shop.order_paid_legacy' and e.at > $3::timestamptz - interval '365 days' and e.at <= $3)`, params);
      return rows[0].n;
    },
    close: () => client.end(),
  };
}

async function load(
  client: pg.Client, warehouse: Stores['warehouse'], into: string, select: string, row: (values: unknown[]) => unknown[] = (values) => values,
): Promise<void> {
  async function* lines() {
    for await (const block of warehouse.stream(select, { lane: 'bulk', timeout: 3600 })) yield block.map((one) => `${row(Object.values(one)).join('\t')}\n`).join('');
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy ${into} from stdin`)));
}
