import type { LogEvent } from '@qingniao/activity';
import { rowByRow, testActor } from '@qingniao/access/testing';
import { eraseContact, mergeContacts, mergesOf, platformSources, unmerge } from '@qingniao/people';
import { afterAll, expect, it } from 'vitest';
import { inOwnDatabase, orderOf, setUpStall, testShop } from '../testing.ts';
import { orderTraces } from './trace.ts';

const url = '/api/brands/1/store/resale-watch';
const home = { name: '李四', phone: '13800000001', province: '广东省', city: '深圳市', district: '南山区', detail: '科技园 8 栋 301' };
const at = Date.parse('2026-08-19T04:00:00Z');
let serial = 0;

const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at });
afterAll(close);
const stall = await setUpStall(brand, { type: 'permanent', units: [90] });

const order = async (openid: string, address: object) => {
  const { ask } = await shop.shopper(openid);
  return ask('POST', '/orders', { ...orderOf(stall), address }, `watch-key-${++serial}`);
};
const trace = async () => {
  const events = await brand.query<LogEvent & Record<string, unknown>>(`select id, brand_id as "brandId", type, props from event where brand_id = 1 and type = 'order.placed'`);
  await stores.database.system.tx((tx) => orderTraces(shop.store.routes.secrets).apply(tx, events));
};
const listed = async (role: 'viewer' | 'finance' = 'viewer') => (await rowByRow((query) => shop.call(role, 'GET', `${url}?${query}`))) as { kind: string; value: string; orders: number; people: number; reasons: string[]; shown: string | null; mark: string | null }[];
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
  expect(JSON.stringify(stored)).not.toMatch(/138000|"0001"|科技园/);
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

it('gifts and what is fetched count for whoever orders them, and nowhere else', async () => {
  const { ask } = await shop.shopper('o-gives');
  const orders = [{ forGift: true }, { forGift: true, address: { ...home, phone: '13600000001', detail: '收礼路 1 号' } }, { forGift: true }, {}, {}];
  const before = await listed();
  for (const more of orders) expect((await ask('POST', '/orders', { ...orderOf(stall), ...more }, `watch-gift-${++serial}`)).status).toBe(201);
  await trace();
  const found = (await listed()).filter(({ kind, value }) => !before.some((one) => one.kind === kind && one.value === value));
  expect(found).toMatchObject([{ kind: 'person', value: String(await contactOf('o-gives')), orders: 5, shown: null }]);
  expect((await brand.query(`select 1 from order_trace where brand_id = 1 and identity_id = (select id from identity where value = 'o-gives')`)).length).toBe(0);
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
  expect(written).toEqual([{ after: { mark: 'watch' } }]);
});

it('refuses a marked buyer wherever they send it', async () => {
  const [person] = (await listed()).filter(({ kind }) => kind === 'person') as [Awaited<ReturnType<typeof listed>>[number]];
  await mark(person, 'refuse');
  await expect.poll(async () => (await order('o-often', { ...home, detail: '别处 1 号' })).body.error?.code).toBe('order_refused');
  expect((await order('o-7', { ...home, detail: '别处 1 号' })).status).toBe(201);
});

/** Of the shopper with this openid. */
const contactOf = async (openid: string): Promise<number> =>
  (await brand.query<{ id: number }>(`select contact_id as id from identity where brand_id = 1 and value = $1`, [openid]))[0]!.id;

it('a mark stays with its buyer when contacts are merged and separated, and the stricter of two counts', async () => {
  await order('o-first', { ...home, detail: '一号' });
  await order('o-second', { ...home, detail: '二号' });
  const [first, second] = [await contactOf('o-first'), await contactOf('o-second')];
  const person = (contactId: number) => ({ kind: 'person', value: String(contactId) });
  await mark(person(first), 'fine');
  await mark(person(second), 'refuse');
  const refused = async (openid: string) => (await order(openid, { ...home, detail: '三号' })).body.error?.code === 'order_refused';
  await expect.poll(() => refused('o-second')).toBe(true);
  expect(await refused('o-first')).toBe(false);
  // The contact goes by the first one's number from now on.
  await brand.tx((tx) => mergeContacts(tx, 1, first, second, null, 'user:1', platformSources));
  expect([await contactOf('o-second'), await refused('o-first')]).toEqual([first, true]);
  await trace();
  const marks = await listed().then((items) => items.filter((one) => one.kind === 'person' && one.value === String(first)).map((one) => one.mark));
  expect(marks).toEqual(['refuse']);
  const [merge] = await mergesOf(brand, 1, first);
  await brand.tx((tx) => unmerge(tx, 1, merge!.id, 'user:1', platformSources));
  expect([await refused('o-first'), await refused('o-second')]).toEqual([false, true]);
  await brand.tx((tx) => mergeContacts(tx, 1, first, second, null, 'user:1', platformSources));
  await mark(person(first), 'fine');
  await expect.poll(() => refused('o-second')).toBe(false);
});

it('erasing a person leaves neither a mark nor what was noted of them in any table; what others order to stays marked, without the note', async () => {
  const note = '与柜姐相熟的王先生';
  const noted = (kind: string, value: string) => shop.call('marketer', 'PUT', url, { kind, value, mark: 'watch', note });
  const alone = { ...home, phone: '13700000001', detail: '独居路 1 号' };
  await order('o-leaves', alone);
  await order('o-leaves', { ...home, phone: '13700000002' });
  await trace();
  const contactId = await contactOf('o-leaves');
  const traces = await brand.query<{ phone: string; place: string }>('select phone, place from order_trace where brand_id = 1 and identity_id = (select id from identity where value = $1) order by placed_at, order_id', ['o-leaves']);
  const [{ phone, place }, shared] = traces as [(typeof traces)[0], (typeof traces)[0]];
  for (const [kind, value] of [['person', String(contactId)], ['phone', phone], ['place', place], ['place', shared.place]] as const) expect((await noted(kind, value)).status).toBe(204);
  const holding = async (needle: string): Promise<string[]> => {
    const tables = await brand.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`);
    const found = await Promise.all(tables.map(async ({ name }) => ((await stores.database.system.query(`select 1 from "${name}" t where strpos(to_jsonb(t)::text, $1) > 0 limit 1`, [needle])).length > 0 ? name : '')));
    return found.filter((name) => name !== '');
  };
  expect(await holding(note)).toEqual(['resale_mark']);
  await eraseContact(brand, contactId, { actor: testActor('owner'), brand: { brandId: 1 } }, shop.store.routes.people);
  for (const needle of [note, phone, place]) expect(await holding(needle)).toEqual([]);
  expect(await brand.query(`select mark, note from resale_mark where brand_id = 1 and value = $1`, [shared.place])).toEqual([{ mark: 'watch', note: '' }]);
  expect(await brand.query(`select 1 from resale_mark where brand_id = 1 and kind = 'person' and value = $1`, [String(contactId)])).toEqual([]);
});
