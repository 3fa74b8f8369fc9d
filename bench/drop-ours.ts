import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createApp, guard } from '@qingniao/access';
import { createAppender } from '@qingniao/activity';
import { createLog, createSecrets } from '@qingniao/kernel';
import { openDatabase, readMigrations } from '@qingniao/storage';
import { openStore, shopRoutes } from '@qingniao/store';
import pg from 'pg';
import { saveTurnSeconds } from '../domains/store/drop/queue-setting.ts';
import { APPID, payPlatform, setUpStall } from '../domains/store/testing.ts';
import { issuePass } from '../domains/store/shop/shoppers.ts';
import { createTimers } from '../packages/storage/timers.ts';
import { answer } from './child.ts';

/** Our shop on the embedded PostgreSQL, set up as the product sets it up; WeChat Pay answers at once, in the same process. */
const BRAND = 1;
const TURN_SECONDS = 120;
const log = createLog('error');
const dataDir = mkdtempSync('/tmp/qingniao-bench-');
chmodSync(dataDir, 0o755);
const { database, embedded } = await openDatabase({ dataDir, url: null, migrations: readMigrations(join(import.meta.dirname, '../migrations')), log });
const timers = createTimers({ database, log });
const secrets = createSecrets(Buffer.alloc(32, 1));
const platform = payPlatform();
const store = await openStore({
  stores: { database, timers }, appender: await createAppender({ database, log }), secrets, log, signIn: async (_brandId, _assetId, code) => ({ openid: code }), appidOf: async () => APPID, payUrl: '', publicUrl: () => '', payOf: platform.payOf,
});
const app = createApp();
await app.register(guard, { database, authenticator: { authenticate: () => Promise.reject(new Error('nobody signs in here')) } });
await app.register(shopRoutes, { prefix: '/api/shop/:shopId', ...store.routes });
// The buyer's phone, as far as WeChat Pay sees it.
app.post<{ Params: { number: string } }>('/phone/:number', async ({ params }) => platform.pay(params.number) !== null);
await app.listen({ port: 0, host: '127.0.0.1' });

export interface Prepared {
  port: number;
  storefrontId: string;
  skuId: string;
  totalFen: number;
  passes: string[];
}

/** What was sold, as the database has it. */
export interface Sold {
  paid: number;
  committed: number;
  onHand: number;
  held: number;
}

let buyersMade = 0;

export interface Ours {
  prepare(plan: { buyers: number; units: number }): Prepared;
  /** Milliseconds of CPU since the start: of this process, and of PostgreSQL where the system tells (Linux). */
  cpu(): { node: number; postgres: number };
  sold(skuId: string): Sold;
  /** A database of the peer's own on the same server. @returns its URL */
  makeDatabase(name: string): string;
}

answer({
  /** A drop of its own, open now, and people in the shop: signing in happens before. */
  async prepare({ buyers, units }: { buyers: number; units: number }): Promise<Prepared> {
    const brand = database.forBrand(BRAND);
    const { storefrontId, skuIds: [skuId] } = await setUpStall(brand, { units: [units], perPerson: 1 });
    await brand.tx((tx) => saveTurnSeconds(tx, BRAND, storefrontId, TURN_SECONDS));
    await database.system.query(
      `insert into identity (brand_id, id, kind, asset_id, value, contact_id, created_at) select $1, n, 'openid', 'asset', 'o-' || n, n, now() from generate_series($2::int + 1, $2::int + $3::int) n`, [BRAND, buyersMade, buyers],
    );
    await database.system.query('analyze');
    const passes = Array.from({ length: buyers }, (_, index) => issuePass(secrets, { brandId: BRAND, identityId: buyersMade + index + 1, assetId: 'asset' }));
    buyersMade += buyers;
    return { port: (app.server.address() as { port: number }).port, storefrontId, skuId: skuId!, totalFen: 19_900, passes };
  },
  cpu() {
    const { user, system } = process.cpuUsage();
    return { node: (user + system) / 1000, postgres: postgresCpu() };
  },
  async sold(skuId: string): Promise<Sold> {
    const [row] = await database.system.query<Sold & Record<string, unknown>>(
      `select (select count(*) from shop_order o join order_line l on l.brand_id = o.brand_id and l.order_id = o.id where l.sku_id = $1 and o.state = 'paid') as paid,
              (select count(*) from stock_hold where sku_id = $1 and state = 'committed') as committed, on_hand as "onHand", held from stock where sku_id = $1`, [skuId],
    );
    return row!;
  },
  async makeDatabase(name: string) {
    const client = new pg.Client({ connectionString: embedded!.url('postgres', 'postgres') });
    await client.connect();
    await client.query(`create database ${name} owner qingniao`);
    await client.end();
    return embedded!.url('qingniao', name);
  },
  async stop() {
    await app.close();
    await timers.stop();
    await store.close();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  },
});

/** The postmaster, with its ended children, and those that live. */
function postgresCpu(): number {
  try {
    const postmaster = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).reduce((sum, pid) => sum + ticksOf(Number(pid), postmaster) * 10, 0);
  } catch {
    return 0;
  }
}

function ticksOf(pid: number, postmaster: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
    const [parent, own, ended] = [fields[1]!, fields[11]! + fields[12]!, fields[13]! + fields[14]!];
    return pid === postmaster ? own + ended : parent === postmaster ? own : 0;
  } catch {
    // Gone since the folder was read.
    return 0;
  }
}
