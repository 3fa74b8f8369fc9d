import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CallbackAsset, eventLog, identitiesOf, resolveIdentity, timeline, warehouseEvents } from '@qingniao/activity';
import { createProjectionRunner, openStores } from '@qingniao/storage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog } from '../../packages/storage/testing.ts';
import { type CallbackLoad, followerOf, startCallbackLoad } from './callback-load.ts';
import { connectAccount, dataFolder, type Product, startProduct, startWechat } from './product.ts';

const ROUNDS = Number(process.env['QINGNIAO_CRASH_ROUNDS'] ?? 5);
const dataDir = dataFolder('crash');
let wechat: Awaited<ReturnType<typeof startWechat>>;
let product: Product;
let asset: CallbackAsset;
let load: CallbackLoad;

beforeAll(async () => {
  wechat = await startWechat();
  product = await startProduct(dataDir, wechat.url);
  asset = await connectAccount(product);
  load = startCallbackLoad(asset, product.url);
});
afterAll(async () => {
  await product?.stop();
  await wechat?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Until so many more messages have been acknowledged; the test's own limit is the other end. */
async function moreAcknowledged(count: number): Promise<void> {
  const goal = load.acknowledged.size + count;
  while (load.acknowledged.size < goal) await sleep(5);
}

it(`loses nothing and repeats nothing in ${ROUNDS} kills of the product`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    // Dead while it starts, while it is busy, and in between: some are killed before they answer anything.
    await moreAcknowledged(round % 4 === 0 ? 1 : Math.ceil(Math.random() * 400));
    await sleep(Math.random() * 30);
    await product.kill();
    load.aim(null);
    product = await startProduct(dataDir, wechat.url);
    load.aim(product.url);
  }
  await moreAcknowledged(100);
}, 900_000);

it('recovers by itself from kills of its PostgreSQL and of its warehouse', async () => {
  for (let round = 0; round < 3; round++) {
    await moreAcknowledged(200);
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await moreAcknowledged(200);
    await expect.poll(() => warehouseOf(product.pid)).not.toBeNull();
    process.kill(warehouseOf(product.pid)!, 'SIGKILL');
    await moreAcknowledged(200);
  }
}, 240_000);

it('has every acknowledged message exactly once, on the timeline and in the warehouse', async () => {
  await load.finish();
  expect(load.refused).toEqual([]);
  expect(load.acknowledged).toEqual(load.sent);
  await product.stop();
  expect(product.said()).not.toMatch(/unhandled/i);

  const stores = await openStores({ dataDir, databaseUrl: null, clickhouseUrl: null, migrationsDir: join(import.meta.dirname, '../../migrations'), log: silentLog });
  const brand = stores.database.forBrand(asset.brandId);
  const found: string[] = [];
  for (const follower of new Set([...load.sent].map(followerOf))) {
    const contact = await resolveIdentity(brand, asset.brandId, { kind: 'openid', assetId: asset.id, value: follower });
    expect(await identitiesOf(brand, asset.brandId, contact)).toHaveLength(1);
    for (const event of await timeline(brand, asset.brandId, contact, { types: ['message.text'], before: null, limit: 1_000_000 }, {})) {
      found.push(String(event.props['msg_id']));
      expect(followerOf(found.at(-1)!)).toBe(follower);
    }
  }
  expect(found).toHaveLength(load.acknowledged.size);
  expect(new Set(found)).toEqual(load.acknowledged);

  const forwarder = createProjectionRunner({ database: stores.database, source: eventLog, projections: [warehouseEvents({ ...stores, pace: 0 })], log: silentLog });
  await forwarder.drain();
  const [row] = await stores.warehouse.query<{ rows: number; ids: number }>(
    `select count() as rows, uniqExact(event_id) as ids from events where type = 'message.text'`);
  expect(row).toEqual({ rows: found.length, ids: found.length });
  console.log(`crash test: ${found.length} messages acknowledged over ${ROUNDS} kills of the product, each stored once`);
  await forwarder.stop();
  await stores.close();
}, 240_000);

const postmasterOf = (folder: string): number => Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n', 1)[0]);

/** The chDB child of the product; null while it is started again. */
function warehouseOf(parent: number): number | null {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const isChild = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1] === String(parent);
      if (isChild && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('chdb-child')) return Number(pid);
    } catch {
      // It ended meanwhile.
    }
  }
  return null;
}
