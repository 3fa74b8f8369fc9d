import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleFigures } from '@qingniao/accounts';
import { addDays, localDay, shanghaiMidnight } from '@qingniao/kernel';
import { silentLog } from '@qingniao/storage/testing';
import { checkStock } from '@qingniao/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPopulation } from '../../apps/server/commands/demo.ts';
import { readSettings } from '../../apps/server/settings.ts';
import { openCore, type Core } from '../../apps/server/wire.ts';
import { startDemo, type DemoProcess } from '../support/demo-process.ts';

/**
 * Two weeks of a simulated community through the front door, then the product's log against the sandbox's
 * own ledger of what its followers did: nothing lost, nothing counted twice, everything about the right person.
 */
let demo: DemoProcess;
let core: Core;
let population: string;
let ledger: LedgerLine[];
/** What is compared happened before: the community lives on until the product has stopped. */
const END = shanghaiMidnight('2026-03-08');
/** The end of the last day whose figures were ready, and the comments on whose articles have been read. */
let figuresUntil: number;

interface LedgerLine {
  at: number;
  type: string;
  openid?: string;
  source?: string;
  [detail: string]: unknown;
}

beforeAll(async () => {
  population = await talkative();
  demo = await startDemo(['--population', population, '--followers', '600', '--days', '14', '--until', '2026-03-07']);
  const lines = await (await fetch(`${demo.sandboxUrl}/sandbox/ledger?format=ndjson`)).text();
  ledger = lines.trim().split('\n').map((line) => JSON.parse(line) as LedgerLine).filter(({ at }) => at < END.getTime());
  expect(await demo.stop()).toBe(0);
  core = await openCore(readSettings({ QINGNIAO_DATA: demo.dataDir }), silentLog, () => 0);
  const [last] = await core.stores.database.system.query<{ day: string }>(`select max(day)::text as day from datacube_day where call = 'getarticletotaldetail'`);
  figuresUntil = shanghaiMidnight(addDays(last!.day, 1)).getTime();
}, 180_000);

afterAll(async () => {
  await core?.stopping.run();
  await demo?.remove();
  await rm(population, { force: true });
});

/** The demo's community, except that many of its readers click and comment and many buy, at a drop too: 600 people of the real one hardly do in two weeks. */
async function talkative(): Promise<string> {
  const community = JSON.parse(await readFile(defaultPopulation, 'utf8')) as { store: object; pushes: { post: { segmented: number; everyone: number; linkClicks: number; others: { comments: number } } } };
  const { post } = community.pushes;
  Object.assign(post, { segmented: 0.45, everyone: 0.45, linkClicks: 0.3 });
  post.others.comments = 200;
  Object.assign(community.store, { orders: { permanent: 1500, drop: 30, popup: 0 }, drop: '03-02', abandoned: 0.25 });
  const file = join(tmpdir(), `qn-talkative-${process.pid}.json`);
  await writeFile(file, JSON.stringify(community));
  return file;
}

/** `openid second` of everything of a kind, sorted: equal lists mean the same deeds by the same people. */
const inLedger = (type: string) =>
  ledger.filter((line) => line.type === type).map((line) => `${line.openid} ${Math.floor(line.at / 1000)}`).sort();

async function inLog(types: string): Promise<string[]> {
  const rows = await core.stores.database.system.query<{ value: string; at: Date }>(
    `select i.value, e.at from event e join identity i on i.brand_id = e.brand_id and i.id = e.identity_id where e.brand_id = 1 and e.type ~ $1 and e.at < $2`, [types, END],
  );
  return rows.map(({ value, at }) => `${value} ${at.getTime() / 1000}`).sort();
}

describe('what the shop sold and what was paid at WeChat Pay', () => {
  const paidAtWechat = () => ledger.filter((line) => line.type === 'pay').map((line) => `${line.openid} ${line['outTradeNo']} ${line['total']}`).sort();

  it('agree on every order and every payment, person by person, to the fen', async () => {
    const orders = await core.stores.database.system.query<{ value: string; number: string; state: string; total: number; paid: number; paidAt: Date | null; mchid: string | null }>(
      `select i.value, o.number, o.state, o.total_fen as total, o.paid_fen as paid, o.paid_at as "paidAt", p.mchid
         from shop_order o join identity i on i.brand_id = o.brand_id and i.id = o.identity_id left join payment p on p.brand_id = o.brand_id and p.order_id = o.id where o.brand_id = 1 and o.placed_at < $1`, [END],
    );
    expect(orders.filter(({ state, paidAt }) => state === 'paid' && paidAt! < END).map(({ value, number, paid }) => `${value} ${number} ${paid}`).sort()).toEqual(paidAtWechat());
    expect(orders.map(({ value, number, total }) => `${value} ${number} ${total}`).sort())
      .toEqual(ledger.filter((line) => line.type === 'order').map((line) => `${line.openid} ${line['outTradeNo']} ${line['total']}`).sort());
    expect(paidAtWechat().length).toBeGreaterThan(10);
    // Whoever left without paying has given the units back, and the platform takes no money for them any more.
    const cancelled = orders.filter(({ state }) => state === 'cancelled');
    expect(cancelled.length).toBeGreaterThan(2);
    expect(orders.filter(({ state }) => state === 'awaiting_payment').length).toBeLessThan(3);
    const [alarms] = await core.stores.database.system.query<{ n: number }>('select count(*) as n from payment_alarm');
    expect(alarms!.n).toBe(0);
  });

  it('agree on who entered, from which scene; the buyers are the followers themselves', async () => {
    const visits = ledger.filter((line) => line.type === 'visit').map((line) => `${line.openid} ${line.source}`).sort();
    const entered = await core.stores.database.system.query<{ value: string; scene: string; contact: number }>(
      `select i.value, e.props->>'scene' as scene, i.contact_id as contact from event e join identity i on i.brand_id = e.brand_id and i.id = e.identity_id where e.brand_id = 1 and e.type = 'mini_program.entered' and e.at < $1`, [END],
    );
    expect(entered.map(({ value, scene }) => `${value} ${scene}`).sort()).toEqual(visits);
    const buyers = await core.stores.database.system.query<{ stage: string; follows: boolean }>(
      `select c.stage, exists (select 1 from identity f join follower w on w.brand_id = 1 and w.identity_id = f.id where f.brand_id = 1 and f.contact_id = c.id) as follows
         from contact c where c.brand_id = 1 and c.id in (select i.contact_id from shop_order o join identity i on i.brand_id = 1 and i.id = o.identity_id where o.brand_id = 1 and o.state = 'paid' and o.refunded_fen < o.paid_fen)`,
    );
    expect(buyers.length).toBeGreaterThan(10);
    expect(buyers.filter(({ stage, follows }) => !follows || !['new', 'recurring'].includes(stage))).toEqual([]);
  });

  it('the drop sold what there was and no more, and its stock is its ledger', async () => {
    const drops = await core.stores.database.system.query<{ sold: number; left: number; units: number }>(
      `select (select coalesce(sum(h.quantity), 0) from stock_hold h where h.brand_id = 1 and h.pool_id = f.pool_id and h.state = 'committed') as sold,
              (select sum(s.on_hand) from stock s where s.brand_id = 1 and s.pool_id = f.pool_id) as left,
              (select sum(m.quantity) from stock_movement m where m.brand_id = 1 and m.pool_id = f.pool_id and m.reason = 'counted') as units
         from storefront f where f.brand_id = 1 and f.type = 'drop'`,
    );
    // A KOL's own line is a drop as well; it has not opened yet.
    expect(drops.map(({ sold }) => sold)).toEqual(drops.map(({ units, left }) => units - left));
    expect(Math.max(...drops.map(({ sold }) => sold))).toBeGreaterThan(0);
    expect(ledger.filter((line) => line.type === 'refused' && line['storefront'] === 'drop' && line.source === 'sold_out').length).toBeGreaterThan(0);
    expect(await checkStock(core.stores.database.forBrand(1), 1)).toEqual([]);
  });
});

describe('what followers did and what the product knows', () => {
  it.each([['follow', '^follow$'], ['unfollow', '^unfollow$'], ['scan', '^qr\\.scanned$'], ['menu', '^menu\\.'], ['message', '^message\\.']])(
    'agree on every %s, person by person',
    async (type, types) => {
      const done = inLedger(type);
      expect(done.length).toBeGreaterThan(0);
      expect(await inLog(types)).toEqual(done);
    },
  );

  it('agree on who clicked, on the same day, and keep the clicks of nobody apart', async () => {
    const clicks = ledger.filter((line) => line.type === 'click');
    const byOpenid = (rows: { who: string | null | undefined; at: number | Date }[]) =>
      rows.filter(({ who }) => who != null).map(({ who, at }) => `${who} ${localDay(at)}`).sort();
    const known = await core.stores.database.system.query<{ who: string | null; at: Date }>(
      `select i.value as who, e.at from event e left join identity i on i.brand_id = e.brand_id and i.id = e.identity_id where e.brand_id = 1 and e.type = 'link.clicked' and e.at < $1`, [END],
    );
    expect(known.length).toBe(clicks.length);
    expect(byOpenid(known)).toEqual(byOpenid(clicks.filter((line) => line['outside'] !== true).map(({ openid, at }) => ({ who: openid, at }))));
  });

  it('agree on the source of every follow', async () => {
    const follows = ledger.filter((line) => line.type === 'follow').map((line) => `${line.openid} ${line.source}`).sort();
    const rows = await core.stores.database.system.query<{ value: string; scene: string | null }>(
      `select i.value, p.subscribe_scene as scene from follow_period p join identity i on i.brand_id = p.brand_id and i.id = p.identity_id where p.observed and p.followed_at < $1`, [END],
    );
    expect(rows.map(({ value, scene }) => `${value} ${scene}`).sort()).toEqual(follows);
  });

  it('agree on what each push delivered, and on the instant at which it was accepted', async () => {
    const sent = ledger.filter((line) => line.type === 'mass').map((line) => `${line.source} ${line['sent']} ${line['accepted']}`).sort();
    const reports = await core.stores.database.system.query<{ msg_id: string; sent_count: number; submitted_at: Date }>(
      'select r.msg_id, r.sent_count, c.submitted_at from mass_report r join push_call c on c.brand_id = r.brand_id and c.msg_id = r.msg_id where c.submitted_at < $1', [END]);
    expect(reports.map((row) => `${row.msg_id} ${row.sent_count} ${row.submitted_at.getTime()}`).sort()).toEqual(sent);
    expect(sent.length).toBeGreaterThan(0);
  });

  it('agree on every comment, person by person and article by article', async () => {
    const done = ledger.filter((line) => line.type === 'comment' && line.at < figuresUntil).map((line) => `${line.openid} ${line['msgid']} ${Math.floor(line.at / 1000)}`).sort();
    const known = await core.stores.database.system.query<{ value: string; article: string; at: Date; push: string | null }>(
      `select i.value, (e.props->>'msg_data_id') || '_' || (e.props->>'article_idx') as article, e.at, p.title as push
         from event e join identity i on i.brand_id = e.brand_id and i.id = e.identity_id
         left join push p on p.brand_id = e.brand_id and p.id = e.props->>'push_id'
        where e.brand_id = 1 and e.type = 'article.commented' and e.at < $1`,
      [new Date(figuresUntil)],
    );
    expect(known.map(({ value, article, at }) => `${value} ${article} ${at.getTime() / 1000}`).sort()).toEqual(done);
    expect(done.length).toBeGreaterThan(0);
    expect(known.filter(({ push }) => push === null)).toEqual([]);
  });

  it('agree on who read each article out of the account’s message', async () => {
    const readers = new Map<string, Set<string>>();
    for (const { type, at, source, openid, msgid } of ledger) {
      if (type !== 'read' || source !== '公众号消息' || at >= figuresUntil) continue;
      readers.set(String(msgid), (readers.get(String(msgid)) ?? new Set()).add(openid!));
    }
    const figures = await articleFigures(core.stores.database.forBrand(1), 1, '2026-01-01', localDay(figuresUntil - 1), null);
    const counted = figures.filter(({ messageReaders }) => messageReaders > 0).map(({ msgDataId, articleIdx, messageReaders }) => `${msgDataId}_${articleIdx} ${messageReaders}`);
    expect(counted.sort()).toEqual([...readers].map(([msgid, people]) => `${msgid} ${people.size}`).sort());
    expect(counted.length).toBeGreaterThan(0);
  });
});
