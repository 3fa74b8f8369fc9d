import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSecrets } from '@qingniao/kernel';
import { checkStock } from '@qingniao/store';
import { testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { driveDrop } from '../../bench/drop-drive.ts';
import { httpShop } from '../../bench/drop-shop.ts';
import { payPlatform, setUpStall } from '../../domains/store/testing.ts';
import { saveTurnSeconds } from '../../domains/store/drop/queue-setting.ts';
import { verifyLog } from '../../domains/store/drop/verify-log.ts';
import { issuePass } from '../../domains/store/shop/shoppers.ts';

/** Two server processes on one PostgreSQL, each killed in the middle of a drop people queue for, and replaced. */
const BUYERS = 160;
const UNITS = 40;
const secret = randomBytes(32);
const platform = payPlatform();
const processes: { child: ChildProcess; port: number }[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let opened: Awaited<ReturnType<typeof testStores>>;
let started = 0;

/** The port of WeChat Pay over HTTP, so that it lives on when a shop dies. */
const wechatPay = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part)).once('end', () => void answer(request.url!.slice(1), Buffer.concat(parts).toString()).then((text) => response.end(text)));
});
async function answer(call: string, text: string): Promise<string> {
  const port = await platform.payOf(1);
  return JSON.stringify(await (port[call as 'query'] as (...input: unknown[]) => Promise<unknown>)(...(JSON.parse(text) as unknown[])));
}

async function startShop(slot: number): Promise<void> {
  const payUrl = `http://127.0.0.1:${(wechatPay.address() as AddressInfo).port}`;
  const child = fork(join(import.meta.dirname, 'shop-process.ts'), [opened.stores.database.url, payUrl, secret.toString('hex')], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 2, 2, 'ipc'] });
  const [port] = (await once(child, 'message')) as [number];
  processes[slot] = { child, port };
}

async function killShop(slot: number): Promise<void> {
  const { child } = processes[slot]!;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

beforeAll(async () => {
  opened = await testStores();
  wechatPay.listen(0, '127.0.0.1');
  await once(wechatPay, 'listening');
  await Promise.all([startShop(0), startShop(1)]);
}, 60_000);
afterAll(async () => {
  await Promise.all(processes.map((_, slot) => killShop(slot)));
  agent.destroy();
  wechatPay.close();
  await opened.close();
});

it(`sells ${UNITS} units exactly, although both servers are killed in the middle`, async () => {
  const brand = opened.stores.database.forBrand(1);
  const stall = await setUpStall(brand, { units: [UNITS], perPerson: 1 });
  await brand.tx((tx) => saveTurnSeconds(tx, 1, stall.storefrontId, 120));
  await brand.query(
    `insert into identity (brand_id, id, kind, asset_id, value, contact_id, created_at) select 1, n, 'openid', 'asset', 'o-' || n, n, now() from generate_series(1, $1::int) n`, [BUYERS],
  );
  const secrets = createSecrets(secret);
  const placed = async () => (await brand.query<{ n: number }>('select count(*) as n from shop_order where brand_id = 1'))[0]!.n;
  const killing = (async () => {
    for (const [slot, orders] of [[0, 5], [1, 20]] as const) {
      while ((await placed()) < orders) await sleep(2);
      await killShop(slot);
      await startShop(slot);
    }
  })();
  const shop = httpShop({
    url: () => `http://127.0.0.1:${processes[started++ % 2]!.port}`, passes: Array.from({ length: BUYERS }, (_, index) => issuePass(secrets, { brandId: 1, identityId: index + 1, assetId: 'asset' })),
    storefrontId: stall.storefrontId, skuId: stall.skuIds[0]!, totalFen: 19_900, agent, again: () => sleep(20),
    payAtWechat: async (number) => void platform.pay(number),
  });
  const outcome = await driveDrop(shop, { buyers: BUYERS, units: UNITS, inFlight: 32, abandonEvery: 20 });
  await killing;

  expect(outcome.paid).toBe(UNITS);
  const [row] = await brand.query(
    `select (select count(*) from shop_order where state = 'paid') as paid, (select count(*) from stock_hold where state = 'committed') as committed,
            (select count(*) from event where type = 'order.paid') as told, on_hand, held from stock`);
  expect(row).toEqual({ paid: UNITS, committed: UNITS, told: UNITS, on_hand: 0, held: 0 });
  expect([...platform.payments.values()].filter(({ transaction }) => transaction)).toHaveLength(UNITS);
  expect(await checkStock(brand, 1)).toEqual([]);
  // Nobody came twice or was let in before their turn, whichever process they asked.
  const [window] = await brand.query<{ id: string }>('select id from storefront_window where brand_id = 1');
  expect(await verifyLog(brand, secrets, { brandId: 1, storefrontId: stall.storefrontId, windowId: window!.id })).toMatchObject({ ordered: UNITS + outcome.abandoned, withoutPlace: 0, firstBreak: null });
}, 120_000);
