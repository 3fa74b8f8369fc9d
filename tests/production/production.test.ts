import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { History } from '../../apps/server/open-history.ts';
import { startEmbeddedPostgres, SUPERUSER, type EmbeddedPostgres } from '../../packages/storage/postgres/server.ts';
import { freePort, silentLog } from '../../packages/storage/testing.ts';
import { startChdb, type ChdbServer } from '../../packages/storage/warehouse/chdb-server.ts';
import { startProduct, startWechat } from '../crash/product.ts';
import { startDemo } from '../support/demo-process.ts';
import { digestOf, digestOfDatabase, tablesOf, type Digest } from './digest.ts';
import { fillBrand, owner } from './fill.ts';
import { lookInside, qingniao } from './installation.ts';

/*
 * The life of one installation, in order: a demo that lived five days and a brand of its own beside it are rebuilt,
 * saved, lost, restored, moved to other engines and freed of the demo, by the commands people type.
 */

const MINUTES = 60_000;
const newPassword = 'another correct horse';
const folder = mkdtempSync(join(tmpdir(), 'qn-production-'));
chmodSync(folder, 0o755);
const saved = join(folder, 'backup');
let dataDir: string;
let maison: number;
/** Everything in both stores before anything happened to it. */
let whole: Digest;

const run = (words: readonly string[], settings: Record<string, string> = {}) => qingniao(words, { QINGNIAO_DATA: dataDir, ...settings });

const inside = <T>(work: (history: History) => Promise<T>, settings: Record<string, string> = {}) => lookInside({ QINGNIAO_DATA: dataDir, ...settings }, work);

beforeAll(async () => {
  const demo = await startDemo(['--followers', '60', '--days', '5']);
  dataDir = demo.dataDir;
  expect(await demo.stop(), demo.output()).toBe(0);
  maison = await inside(fillBrand);
  whole = await inside(({ stores }) => digestOf(stores));
}, 5 * MINUTES);
afterAll(() => {
  for (const path of [folder, dataDir]) rmSync(path, { recursive: true, force: true });
});

describe('rebuild', () => {
  it('makes every derived table and the warehouse what they were, whatever became of them', async () => {
    for (const table of ['contact', 'follower', 'follow_period', 'stage_move', 'contact_tag', 'channel_scan', 'link_click', 'erased_identity', 'mass_report', 'warehouse events', 'warehouse moved_identities', 'warehouse contacts', 'warehouse follow_periods']) {
      expect(whole[table]!.rows, table).toBeGreaterThan(0);
    }
    await inside(async ({ stores: { database, warehouse } }) => {
      await database.system.query(`update contact set stage = 'lead', subscribed = not subscribed`);
      await database.system.query('delete from follow_period where event_id % 2 = 0');
      await database.system.query('truncate channel_scan, link_click, mass_report');
      await warehouse.deleteRows('events', 'event_id % 3 = 0');
      await warehouse.dropTable('contacts');
      await warehouse.deleteRows('follow_periods', 'event_id % 2 = 1');
    });
    const { code, out, err } = await run(['rebuild']);
    expect(code, err).toBe(0);
    expect(out).toMatch(/^people: [\d.]+ s$/m);
    expect(out).toMatch(/^warehouse-events: [\d.]+ s$/m);
    expect(await inside(({ stores }) => digestOf(stores))).toEqual(whole);
  }, 3 * MINUTES);

  it('of one projection leaves the others alone, and names what there is', async () => {
    await inside(({ stores }) => stores.database.system.query('truncate channel_scan'));
    expect((await run(['rebuild', '--warehouse'])).out).toMatch(/^warehouse-events: .*\nwarehouse_contacts: .*\nwarehouse_follow_periods: .*\n$/);
    expect((await inside(({ stores }) => digestOf(stores)))['channel_scan']!.rows).toBe(0);
    expect((await run(['rebuild', '--projection', 'recruitment'])).out).toMatch(/^recruitment: .*\n$/);
    expect(await inside(({ stores }) => digestOf(stores))).toEqual(whole);
    const unknown = await run(['rebuild', '--projection', 'peple']);
    expect(unknown).toMatchObject({ code: 1, err: expect.stringMatching(/There is no projection peple; choose from .*people/) });
  }, 3 * MINUTES);
});

it('a warehouse that is lost, or shaped by an older version, fills itself at the next start', async () => {
  await inside(async ({ stores: { warehouse } }) => {
    await warehouse.command('alter table contacts drop column tags');
    await warehouse.command('alter table moved_identities add column remark String');
  });
  expect(await inside(({ stores }) => digestOf(stores))).toEqual(whole);
  rmSync(join(dataDir, 'warehouse'), { recursive: true });
  expect(await inside(({ stores }) => digestOf(stores))).toEqual(whole);
}, MINUTES);

describe('backup and restore', () => {
  it('a backup is taken beside the running product, which no restore may touch', async () => {
    const wechat = await startWechat();
    const product = await startProduct(dataDir, wechat.url);
    try {
      const running = await run(['backup', join(folder, 'running')]);
      expect(running.code, running.err).toBe(0);
      const tables = (JSON.parse(readFileSync(join(folder, 'running/manifest.json'), 'utf8')) as { tables: { name: string; rows: number }[] }).tables;
      expect(tables.find(({ name }) => name === 'event')!.rows).toBeGreaterThanOrEqual(whole['event']!.rows);
      for (const words of [['restore', join(folder, 'running'), '--force'], ['rebuild'], ['remove-demo', '--yes']]) {
        expect(await run(words), words[0]).toMatchObject({ code: 1, err: expect.stringMatching(/^.*The product is running \(process \d+\); stop it first\.\n$/) });
      }
      const { out } = await run(['reset-password', 'OWNER@maison.example']);
      const [address, token] = out.trim().split('\n').at(-1)!.split('/set-password#') as [string, string];
      expect(address).toBe(product.url);
      const post = (path: string, body: object) => fetch(`${address}/api${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      expect((await post('/password-links/redeem', { token, password: newPassword })).status).toBe(200);
      expect((await post('/password-links/redeem', { token, password: newPassword })).status).toBe(422);
      expect((await post('/session', { email: owner.email, password: newPassword })).status).toBe(204);
    } finally {
      await product.stop();
      await wechat.close();
    }
    expect(await run(['reset-password', 'nobody@maison.example'])).toMatchObject({ code: 1, err: expect.stringContaining('There is no user') });
  }, 3 * MINUTES);

  it('what was saved comes back into an empty folder, both stores and the key', async () => {
    whole = await inside(({ stores }) => digestOf(stores));
    const backup = await run(['backup', saved]);
    expect(backup, backup.err).toMatchObject({ code: 0, out: expect.stringContaining('protect it like the data') });
    expect(statSync(join(saved, 'secret')).mode & 0o077).toBe(0);
    expect(await run(['backup', saved])).toMatchObject({ code: 1, err: expect.stringContaining('is not empty; name a new one') });
    const key = readFileSync(join(dataDir, 'secret'), 'utf8');
    rmSync(dataDir, { recursive: true });
    mkdirSync(dataDir, { mode: 0o755 });
    expect(await run(['doctor'])).toMatchObject({ code: 0, out: expect.stringContaining('was not started yet') });
    expect(await run(['backup', join(folder, 'none')])).toMatchObject({ code: 1, err: expect.stringContaining('There is no Qingniao data in') });
    const restored = await run(['restore', saved]);
    expect(restored, restored.err).toMatchObject({ code: 0, out: expect.stringContaining('Restored; the product may start.') });
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(key);
    expect(restored.out).toContain('Everybody signs in anew');
    expect(await inside(({ stores }) => stores.database.system.query('select 1 from session'))).toEqual([]);
    // The sandbox's world was not in it, so nothing here is a demo that could go on.
    expect(await run(['demo', '--followers', '1', '--days', '1'])).toMatchObject({ code: 1, err: expect.stringMatching(/^.*There is a Qingniao here already.*\n$/) });
    expect(await inside(({ stores }) => digestOf(stores))).toEqual(whole);
  }, 3 * MINUTES);

  it('a restore replaces data only when told to, and never under another key', async () => {
    await inside(({ stores }) => stores.database.system.query('delete from profile_value'));
    expect(await run(['restore', saved])).toMatchObject({ code: 1, err: expect.stringContaining('already holds data') });
    const withoutKey = join(folder, 'without-key');
    cpSync(saved, withoutKey, { recursive: true });
    rmSync(join(withoutKey, 'secret'));
    expect(await run(['restore', withoutKey, '--force'], { QINGNIAO_SECRET: 'ab'.repeat(32) })).toMatchObject({ code: 1, err: expect.stringContaining('is not the one the backup was made with') });
    expect(await run(['restore', withoutKey], { QINGNIAO_DATA: join(folder, 'elsewhere') })).toMatchObject({ code: 1, err: expect.stringContaining('The backup holds no key') });
    expect(await run(['restore', folder])).toMatchObject({ code: 1, err: expect.stringContaining('is not a complete Qingniao backup') });
    expect((await inside(({ stores }) => digestOf(stores)))['profile_value']!.rows).toBe(0);
    const forced = await run(['restore', saved, '--force']);
    expect(forced.code, forced.err).toBe(0);
    expect(await inside(({ stores }) => digestOf(stores))).toEqual(whole);
  }, 3 * MINUTES);

  it('a product with another key does not start on this data', async () => {
    expect(await run(['serve'], { QINGNIAO_SECRET: 'ab'.repeat(32) })).toMatchObject({ code: 1, err: expect.stringContaining('This key does not open what is sealed') });
  }, MINUTES);
});

describe('moving to your own PostgreSQL and ClickHouse', () => {
  let postgres: EmbeddedPostgres;
  let clickhouse: ChdbServer;
  let yours: Record<string, string>;

  beforeAll(async () => {
    const home = join(folder, 'external');
    mkdirSync(home, { mode: 0o755 });
    const port = await freePort();
    postgres = await startEmbeddedPostgres({ dataDir: home, log: silentLog, tcpPort: port, settings: { fsync: 'off' } });
    const admin = new pg.Client({ connectionString: postgres.url(SUPERUSER, 'postgres') });
    await admin.connect();
    await admin.query(`create role crm login password 'p@ss'`);
    await admin.query('create database crm owner crm');
    await admin.end();
    clickhouse = await startChdb({ folder: join(folder, 'clickhouse'), log: silentLog });
    yours = { DATABASE_URL: `postgres://crm:p%40ss@127.0.0.1:${port}/crm`, CLICKHOUSE_URL: await clickhouse.url() };
  }, MINUTES);
  afterAll(async () => {
    await clickhouse.stop();
    await postgres.stop();
  });

  it('is a restore with their addresses set; the product then runs on them', async () => {
    const moved = await run(['restore', saved], yours);
    expect(moved.code, moved.err).toBe(0);
    expect(await inside(({ stores }) => digestOf(stores), yours)).toEqual(whole);
    const wechat = await startWechat();
    const product = await startProduct(dataDir, wechat.url, yours);
    // As on another machine: a folder of its own, the key by its setting.
    const second = await startProduct(join(folder, 'second'), wechat.url, { ...yours, QINGNIAO_SECRET: readFileSync(join(dataDir, 'secret'), 'utf8').trim() });
    try {
      const signedIn = await fetch(`${product.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: owner.email, password: newPassword }) });
      const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
      for (const { url } of [product, second]) {
        const session = (await (await fetch(`${url}/api/session`, { headers: { cookie } })).json()) as { brands: { id: number }[] };
        expect(session.brands.map(({ id }) => id)).toEqual([maison]);
      }
      // Seen by the connections to the server itself, whatever machine the other process runs on.
      expect(await run(['restore', saved, '--force'], { ...yours, QINGNIAO_DATA: join(folder, 'another-machine') })).toMatchObject({ code: 1, err: expect.stringMatching(/stop every process first/) });
      const { out } = await run(['doctor', '--json'], yours);
      const { findings } = JSON.parse(out) as { findings: { area: string; state: string; en: string }[] };
      expect(findings).toContainEqual(expect.objectContaining({ area: 'database', state: 'good', en: expect.stringContaining('external 18.') }));
      expect(findings).toContainEqual(expect.objectContaining({ area: 'warehouse', state: 'good', en: expect.stringContaining('external') }));
      expect(findings).toContainEqual(expect.objectContaining({ area: 'key', state: 'note', en: expect.stringContaining('every machine') }));
    } finally {
      await Promise.all([product.stop(), second.stop()]);
      await wechat.close();
    }
  }, 3 * MINUTES);
});

describe('import', () => {
  const file = join(folder, 'members.csv');
  const contacts = () => inside(async ({ stores }) => (await stores.database.forBrand(maison).query<{ n: number }>('select count(*) n from contact'))[0]!.n);

  it('says what is wrong row by row and takes all or nothing', async () => {
    const before = await contacts();
    writeFileSync(file, 'member_no,phone,stage,shoe size\nM-200,13912340000,new,40\nM-201,123,new,41\n,,lead,42\n');
    const wrong = await run(['import', file, '--brand', String(maison), '--yes']);
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('2 errors; nothing was imported') });
    expect(wrong.out).toMatch(/line 3 \(phone\)/);
    expect(wrong.out).toMatch(/line 4: /);
    expect(wrong.out).toContain('Columns left out: shoe size');
    writeFileSync(file, 'member_no,phone,stage\nM-200,13912340000,new\nM-99,,recurring\n');
    expect(await run(['import', file, '--brand', String(maison), '--dry-run'])).toMatchObject({ code: 0, out: expect.stringContaining('2 rows about 2 people, 1 of them known') });
    expect(await run(['import', file, '--brand', String(maison)])).toMatchObject({ code: 1, err: expect.stringContaining('add --yes') });
    expect(await contacts()).toBe(before);
    expect(await run(['import', file, '--brand', String(maison), '--yes'])).toMatchObject({ code: 0, out: expect.stringContaining('2 rows imported, 2 contacts') });
    expect(await run(['import', file, '--brand', String(maison), '--yes'])).toMatchObject({ code: 0 });
    expect(await contacts()).toBe(before + 1);
  }, 3 * MINUTES);

  it('names the brands there are, and the file that is missing', async () => {
    expect(await run(['import', file, '--brand', '999'])).toMatchObject({ code: 1, err: expect.stringMatching(/There is no brand 999; there are: .*Maison/) });
    expect(await run(['import', join(folder, 'missing.csv'), '--brand', '1'])).toMatchObject({ code: 1, err: expect.stringMatching(/missing\.csv cannot be read/) });
  }, MINUTES);
});

describe('doctor', () => {
  it('tells what is good and what is not, of the installation and of every account', async () => {
    const key = join(dataDir, 'secret');
    chmodSync(key, 0o644);
    expect(await run(['doctor'])).toMatchObject({ code: 1, out: expect.stringMatching(/✗ key .*chmod 600/) });
    chmodSync(key, 0o600);
    const fine = await run(['doctor']);
    expect(fine.code, fine.out).toBe(0);
    expect(fine.out).toMatch(/✓ schema .*up to date/);
    expect(fine.out).toMatch(/✓ projection +people/);
    // As it was found when the demo began to live.
    expect(fine.out).toMatch(/✓ .* \/ .*healthy/);
    const wechat = await startWechat();
    try {
      const asked = await run(['doctor', '--accounts', '--json'], { QINGNIAO_WECHAT_API: wechat.url, QINGNIAO_WECHAT_MP: wechat.url, QINGNIAO_WECHAT_OPEN: wechat.url });
      const { healthy, findings } = JSON.parse(asked.out) as { healthy: boolean; findings: { area: string; state: string; en: string }[] };
      expect([asked.code, healthy]).toEqual([1, false]);
      expect(findings.filter(({ area, state }) => area.includes(' / ') && state === 'bad').map(({ en }) => en)).toEqual([
        expect.stringContaining('something is missing'), expect.stringContaining('AppID and AppSecret'),
      ]);
    } finally {
      await wechat.close();
    }
    // What WeChat said is kept with the account.
    expect(await run(['doctor'])).toMatchObject({ code: 1, out: expect.stringMatching(/✗ .* \/ .*something is missing/) });
  }, 2 * MINUTES);
});

describe('remove-demo', () => {
  it('leaves nothing of the demo anywhere, and everything else as it was', async () => {
    const ofMaison = () => inside(async ({ stores }) => ({
      database: await digestOfDatabase(stores.database, maison),
      warehouse: await stores.warehouse.query('select count() n, min(event_id) first, max(event_id) last from events where brand_id = {maison:UInt32}', { params: { maison } }),
    }));
    const before = await ofMaison();
    const demo = await inside(async ({ stores }) => (await stores.database.system.query<{ id: number; organisation: string }>(`select id, organisation_id organisation from brand where demo`))[0]!);
    expect(await run(['remove-demo'])).toMatchObject({ code: 1, err: expect.stringContaining('add --yes') });
    const removed = await run(['remove-demo', '--yes']);
    expect(removed, removed.err).toMatchObject({ code: 0, out: expect.stringMatching(/is removed: [\d,]+ rows/) });
    await inside(async ({ stores: { database, warehouse } }) => {
      const traces: string[] = [];
      for (const table of await tablesOf(database.system, null)) {
        const rows = await database.system.query<{ row: string }>(
          `select t::text as row from "${table}" t where to_jsonb(t) -> 'brand_id' = to_jsonb($1::int) or to_jsonb(t) -> 'brand_ids' @> to_jsonb($1::int)
              or to_jsonb(t) ->> 'organisation_id' = $2 or to_jsonb(t) ->> 'email' = 'demo@qingniao.example'`, [demo.id, demo.organisation]);
        if (rows.length > 0) traces.push(table);
      }
      for (const table of ['events', 'moved_identities', 'contacts', 'follow_periods']) {
        const [found] = await warehouse.query<{ n: number }>(`select count() n from ${table} where brand_id = {id:UInt32}`, { params: { id: demo.id } });
        if (found!.n > 0) traces.push(`warehouse ${table}`);
      }
      expect(traces).toEqual([]);
      expect(await database.system.query('select email from user_account')).toEqual([{ email: owner.email }]);
      expect(await database.system.query('select id from brand')).toEqual([{ id: maison }]);
    });
    expect(await ofMaison()).toEqual(before);
    expect(readdirSync(dataDir)).not.toContain('demo');
    expect(await run(['remove-demo', '--yes'])).toMatchObject({ code: 0, out: expect.stringContaining('There is no demo brand') });
  }, 3 * MINUTES);
});
