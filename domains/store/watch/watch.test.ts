import type { LogEvent } from '@qingniao/activity';
import { followClock } from '@qingniao/kernel';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { orderOf, setUpStall, type Stall, testShop, type TestShop } from '../testing.ts';
import { orderTraces } from './trace.ts';

const url = '/api/brands/1/store/resale-watch';
const home = { name: '李四', phone: '13800000001', province: '广东省', city: '深圳市', district: '南山区', detail: '科技园 8 栋 301' };
const at = Date.parse('2026-08-19T04:00:00Z');
let stores: Stores;
let closeStores: () => Promise<void>;
let brand: BrandDatabase;
let shop: TestShop;
let stall: Stall;
let restoreClock: () => void;
let serial = 0;

beforeAll(async () => {
  restoreClock = followClock(() => at);
  ({ stores, close: closeStores } = await testStores());
  brand = stores.database.forBrand(1);
  shop = await testShop(stores);
  stall = await setUpStall(brand, { type: 'permanent', units: [90] });
}, 60_000);
afterAll(async () => {
  await shop.close();
  await closeStores();
  restoreClock();
});

const order = async (openid: string, address: object) => {
  const { ask } = await shop.shopper(openid);
  return ask('POST', '/orders', { ...orderOf(stall), address }, `watch-key-${++serial}`);
};
const trace = async () => {
  const events = await brand.query<LogEvent & Record<string, unknown>>(`select id, brand_id as "brandId", type, props from event where brand_id = 1 and type = 'order.placed'`);
  await stores.database.system.tx((tx) => orderTraces(shop.store.routes.secrets).apply(tx, events));
};
const listed = async (role: 'viewer' | 'finance' = 'viewer') => (await shop.call(role, 'GET', url)).body.items as { kind: string; value: string; orders: number; people: number; reasons: string[]; shown: string | null; mark: string | null }[];
const mark = (suspect: { kind: string; value: string }, as: string) => shop.call('marketer', 'PUT', url, { kind: suspect.kind, value: suspect.value, mark: as, note: '三个账号同一地址' });

it('shows a door that three people order to, however it is written, and what strikes', async () => {
  await order('o-1', home);
  await order('o-2', { ...home, phone: '13800000002', detail: '科技园８栋　301' });
  await trace();
  expect(await listed()).toEqual([]);
  await order('o-3', { ...home, phone: '13800000003', detail: '科技园8栋,301' });
  await trace();
  expect(await listed()).toMatchObject([{ kind: 'place', orders: 3, people: 3, reasons: ['many_people'], shown: '广东省深圳市南山区', mark: null }]);
  expect(await listed('finance')).toMatchObject([{ kind: 'place', shown: null }]);
  const stored = await brand.query('select phone, phone_end, place from order_trace where brand_id = 1');
  expect(JSON.stringify(stored)).not.toMatch(/138000|0001|科技园/);
});

it('a person who orders five times strikes, four times not', async () => {
  const detail = (door: number) => ({ ...home, phone: `1390000000${door}`, detail: `前海路 ${door} 号` });
  for (let door = 1; door <= 4; door++) await order('o-often', detail(door));
  await trace();
  expect((await listed()).filter(({ kind }) => kind === 'person')).toEqual([]);
  await order('o-often', detail(5));
  await trace();
  expect((await listed()).filter(({ kind }) => kind === 'person')).toMatchObject([{ orders: 5, reasons: ['many_orders'] }]);
  expect((await listed('finance')).filter(({ kind }) => kind === 'person')).toEqual([]);
});

it('refuses what goes to a marked door, with a kind word, until it is fine again', async () => {
  const [place] = (await listed()).filter(({ kind }) => kind === 'place') as [Awaited<ReturnType<typeof listed>>[number]];
  expect((await shop.call('viewer', 'PUT', url, { kind: 'place', value: place.value, mark: 'refuse', note: '' })).status).toBe(403);
  expect((await mark({ kind: 'place', value: 'never' }, 'refuse')).status).toBe(404);
  expect((await mark(place, 'watch')).status).toBe(204);
  expect((await order('o-4', home)).status).toBe(201);
  await mark(place, 'refuse');
  await expect.poll(async () => (await order('o-5', home)).body.error?.code).toBe('order_refused');
  expect((await order('o-5', { ...home, detail: '科技园 9 栋' })).status).toBe(201);
  await mark(place, 'fine');
  await expect.poll(async () => (await order('o-6', home)).status).toBe(201);
  await trace();
  expect((await listed()).at(-1)).toMatchObject({ kind: 'place', mark: 'fine' });
  const written = await brand.query<{ after: object }>(`select after from audit_entry where brand_id = 1 and action = 'resale.marked' and after->>'mark' = 'watch'`);
  expect(written).toEqual([{ after: { mark: 'watch', note: '三个账号同一地址' } }]);
});

it('refuses a marked buyer wherever they send it', async () => {
  const [person] = (await listed()).filter(({ kind }) => kind === 'person') as [Awaited<ReturnType<typeof listed>>[number]];
  await mark(person, 'refuse');
  await expect.poll(async () => (await order('o-often', { ...home, detail: '别处 1 号' })).body.error?.code).toBe('order_refused');
  expect((await order('o-7', { ...home, detail: '别处 1 号' })).status).toBe(201);
});
