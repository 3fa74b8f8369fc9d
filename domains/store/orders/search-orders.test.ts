import { rowByRow } from '@qingniao/access/testing';
import type { LogEvent } from '@qingniao/activity';
import { afterAll, expect, it } from 'vitest';
import { type Ask, inOwnDatabase, orderOf, setUpStall, testShop } from '../testing.ts';
import { orderTraces } from '../watch/trace.ts';

const START = Date.parse('2026-08-19T15:59:00Z');
const MINUTE = 60_000;
const url = '/api/brands/1/store/orders';
let at = START;
let serial = 0;
const address = { name: '王小明', phone: '138 1234 5678', province: '上海市', city: '上海市', district: '徐汇区', detail: '衡山路 1 号' };

interface Placed {
  id: string;
  number: string;
}

const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at });
afterAll(close);
const stall = await setUpStall(brand, { type: 'permanent', units: [30], holdMinutes: 60 });

const place = async (ask: Ask, quantity: number, more: object = {}): Promise<Placed> =>
  (await ask('POST', '/orders', { ...orderOf(stall, { quantity }), ...more }, `a-request-${++serial}`)).body;
const trace = async () => {
  const events = await brand.query<LogEvent & Record<string, unknown>>(`select id, brand_id as "brandId", type, props from event where brand_id = 1 and type = 'order.placed' order by id`);
  await stores.database.system.tx((tx) => orderTraces(shop.store.routes.secrets).apply(tx, events));
};
const found = async (query: string, role: 'viewer' | 'finance' = 'viewer') => (await shop.call(role, 'GET', `${url}?${query}`)).body.items.map(({ id }: Placed) => id);

const [one, two] = [await shop.shopper('o-one'), await shop.shopper('o-two')];
const orders = [await place(one.ask, 3, { address })];
at += MINUTE;
orders.push(await place(one.ask, 1, { channel: 'h5', address: { ...address, phone: '+86 139-0000-1111' } }), await place(two.ask, 2));
await trace();

it('finds by the number or its beginning, by the phone of the parcel or its end, by day, channel and buyer', async () => {
  const [first, second, third] = orders.map(({ id }) => id) as [string, string, string];
  expect(await found(`text=${orders[0]!.number}`)).toEqual([first]);
  expect(await found(`text=%23${orders[1]!.number.slice(0, 20)}`)).toEqual([second]);
  expect(await found('text=5678')).toEqual([first]);
  expect(await found('text=13900001111')).toEqual([second]);
  expect(await found('text=13900001112')).toEqual([]);
  // Who sees no contacts cannot try out phones.
  expect(await found('text=5678', 'finance')).toEqual([]);
  // Midnight of Beijing lies between the first and the others.
  expect(await found('to=2026-08-19')).toEqual([first]);
  expect((await found('from=2026-08-20')).sort()).toEqual([second, third].sort());
  expect(await found('channel=h5')).toEqual([second]);
  const [{ contactId }] = (await shop.call('viewer', 'GET', `${url}?text=${orders[2]!.number}`)).body.items;
  expect(await found(`contactId=${contactId}`)).toEqual([third]);
  expect(await found(`contactId=${contactId}`, 'finance')).toEqual([]);
  expect(await found(`storefrontId=${stall.storefrontId}&state=paid`)).toEqual([]);
});

it('sorts by time and money, page by page', async () => {
  const walk = async (sort: string): Promise<string[]> =>
    (await rowByRow((query) => shop.call('viewer', 'GET', `${url}?sort=${sort}&${query}`))).map(({ id }: Placed) => id);
  const [first, second, third] = orders.map(({ id }) => id);
  expect(await walk('highest')).toEqual([first, third, second]);
  expect(await walk('lowest')).toEqual([second, third, first]);
  expect((await walk('oldest'))[0]).toBe(first);
  expect((await walk('newest')).at(-1)).toBe(first);
  expect(await walk('newest')).toHaveLength(3);
});

it('exports to the fen, with the receiver only for who may export people, and writes it down', async () => {
  const csv = async (role: 'marketer' | 'finance') => (await shop.call(role, 'GET', `${url}.csv?sort=oldest&text=${orders[0]!.number}`)).body as string;
  const line = `#${orders[0]!.number},Awaiting payment,首发,Mini program,3 × 青鸟手镯,597.00,0.00,0.00,0.00,2026-08-19 23:59:00,`;
  expect((await csv('finance')).trimEnd().split('\n')[1]).toBe(line);
  expect((await csv('marketer')).trimEnd().split('\n')[1]).toMatch(new RegExp(`^${line},\\d+,王\\* 138\\*\\*\\*\\*5678 上海市上海市$`));
  const [written] = await brand.query<{ after: object }>(`select after from audit_entry where brand_id = 1 and action = 'orders.exported' limit 1`);
  expect(written!.after).toEqual({ count: 1, filter: { text: '…' } });
});

it('an operator cancels what is unpaid, after WeChat Pay has closed it, with a reason in the audit log', async () => {
  const { ask } = await shop.shopper('o-three');
  const unpaid = await place(ask, 1);
  const paid = await place(ask, 1);
  for (const { id } of [unpaid, paid]) await ask('POST', `/orders/${id}/payment`);
  shop.platform.pay(paid.number);
  const cancel = (id: string, role: 'marketer' | 'viewer' = 'marketer') => shop.call(role, 'POST', `${url}/${id}/cancellation`, { reason: '地址在海外' });
  expect((await cancel(unpaid.id, 'viewer')).status).toBe(403);
  const { body } = await cancel(unpaid.id);
  expect(body).toMatchObject({ state: 'cancelled', payment: { state: 'closed' } });
  expect(body.steps.at(-1)).toMatchObject({ why: 'cancelled_by_brand', by: 'user:test-marketer' });
  expect(shop.platform.pay(unpaid.number)).toBeNull();
  // Somebody was faster: WeChat Pay says so, and the order is paid.
  expect((await cancel(paid.id)).body.error.code).toBe('order_paid');
  expect((await shop.call('viewer', 'GET', `${url}/${paid.id}`)).body.state).toBe('paid');
  const audited = await brand.query<{ subject: string; after: object }>(`select subject, after from audit_entry where brand_id = 1 and action = 'order.cancelled'`);
  expect(audited).toEqual([{ subject: `order:${unpaid.id}`, after: { reason: '地址在海外' } }]);
});

it('finds products by part of a name or code', async () => {
  const names = async (text: string) => (await shop.call('viewer', 'GET', `/api/brands/1/store/products?text=${encodeURIComponent(text)}`)).body.items.map(({ name }: { name: string }) => name);
  expect(await names(' 手镯')).toEqual(['青鸟手镯']);
  expect(await names('项链')).toEqual([]);
});
