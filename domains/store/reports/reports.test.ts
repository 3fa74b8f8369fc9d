import { testApp } from '@qingniao/access/testing';
import { type Json, warehouseTables } from '@qingniao/activity';
import { createSecrets } from '@qingniao/kernel';
import { afterAll, expect, it } from 'vitest';
import { inOwnDatabase, setUpStall, testShop } from '../testing.ts';
import { reports } from './index.ts';
import { storeReportRoutes } from './report-routes.ts';
import { readReport } from './report.ts';
import { entranceByScene, noiseScenes } from './scenes.ts';

let at = Date.parse('2026-08-10T04:00:00Z');
let serial = 0;
const HOUR = 3_600_000;
const span = { from: new Date('2026-07-31T16:00:00Z'), to: new Date('2026-08-31T16:00:00Z') };
const url = '/api/brands/1/store/reports';
const august = 'from=2026-08-01&to=2026-08-31';

const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at, warehouse: true });
const routes = await testApp(stores.database, (app) => app.register(storeReportRoutes, { prefix: '/api/brands/:brandId', warehouse: stores.warehouse, secrets: createSecrets(Buffer.alloc(32, 3)) }));
afterAll(async () => {
  await routes.close();
  await close();
});
for (const table of warehouseTables) await stores.warehouse.createTable(table);

interface Happened {
  who: number;
  type: string;
  at: string;
  scene?: number;
  props?: Record<string, Json>;
}
const happen = (events: Happened[]) => stores.warehouse.insert('events', events.map(({ who, type, at: when, scene, props = {} }) => ({
  brand_id: 1, event_id: ++serial, type, contact_id: who, at: new Date(when), received_at: new Date(when), asset_id: 'mini', scene: scene === undefined ? '' : String(scene), props: JSON.stringify(props),
})));
const enter = (who: number, when: string, scene: number): Happened => ({ who, type: 'mini_program.entered', at: when, scene });

const cellsOf = async (id: string) => {
  const rows = await readReport({ brand, warehouse: stores.warehouse }, reports.find((one) => one.id === id)!, span);
  return Object.fromEntries(rows.map(({ key, cells }) => [key, Object.fromEntries(cells.map(({ figure, numerator, denominator }) => [figure, denominator === null ? numerator : [numerator, denominator]]))]));
};
const behind = async (report: string, key: string, figure: string, part = 'numerator', role: 'viewer' | 'finance' = 'viewer') =>
  routes.call(role, 'GET', `${url}/${report}/behind?${august}&key=${encodeURIComponent(key)}&figure=${figure}&part=${part}`);

it('knows every launch scene of the contract once', () => {
  expect(entranceByScene.size + noiseScenes.length).toBe(194);
  expect([1035, 1058, 1007, 1053, 1047].map((scene) => entranceByScene.get(String(scene)))).toEqual(['menu', 'article', 'share', 'search', 'scan']);
});

it('counts a repeated visit through the menu as a return, and a first visit never (K-03)', async () => {
  await happen([
    enter(1, '2026-07-20T04:00:00Z', 1035), enter(1, '2026-08-01T04:00:00Z', 1035), enter(1, '2026-08-01T04:29:59Z', 1035), enter(1, '2026-08-02T04:00:00Z', 1035),
    enter(2, '2026-08-03T04:00:00Z', 1035), enter(2, '2026-08-03T04:10:00Z', 1058),
    enter(3, '2026-08-04T04:00:00Z', 1058), enter(4, '2026-08-05T04:00:00Z', 1999), enter(5, '2026-08-05T04:00:00Z', 1129), enter(3, '2026-08-31T16:00:00Z', 1058),
  ]);
  expect(await cellsOf('entrances')).toEqual({
    menu: { visitors: 2, visits: 3, returns: [2, 3] }, article: { visitors: 2, visits: 2, returns: [1, 2] }, other: { visitors: 1, visits: 1, returns: [0, 1] },
  });
});

it('sets the funnels of both channels side by side; who buys without a cart is in every step before (K-04)', async () => {
  const on = (who: number, channel: string, type: string, when: string): Happened => ({ who, type, at: when, props: { channel, product_id: 'p' } });
  await happen([
    on(1, 'mini_program', 'shop.product_viewed', '2026-08-01T04:00:00Z'), on(1, 'mini_program', 'order.placed', '2026-08-01T04:01:00Z'), on(1, 'mini_program', 'order.paid', '2026-08-02T04:01:00Z'),
    // Before coming in, which is another visit's.
    on(2, 'mini_program', 'shop.cart_added', '2026-08-03T03:59:59Z'), on(3, 'mini_program', 'shop.cart_added', '2026-08-04T04:00:00Z'),
    { who: 6, type: 'shop.entered', at: '2026-08-06T04:00:00Z' }, on(6, 'h5', 'shop.product_viewed', '2026-08-06T05:00:00Z'), { who: 7, type: 'shop.entered', at: '2026-08-06T04:00:00Z' },
  ]);
  expect(await cellsOf('funnel')).toEqual({
    mini_program: { entered: 4, viewed: [2, 4], cart: [2, 4], checkout: [1, 4], paid: [1, 4] }, h5: { entered: 2, viewed: [1, 2], cart: [0, 2], checkout: [0, 2], paid: [0, 2] },
  });
  expect(await cellsOf('funnel_by_entrance')).toMatchObject({ menu: { entered: 2, paid: [1, 2] }, article: { entered: 1, cart: [1, 1] }, web: { entered: 2 } });
});

it('adds revenue up to the fen, less what went back, and leads to its orders', async () => {
  const stall = await setUpStall(brand, { units: [5], priceFen: 19_999 });
  const { ask } = await shop.shopper('o-buyer');
  await brand.query(`insert into channel (brand_id, id, asset_id, kind, name, note, permanent, tags, created_at) select 1, id, 'oa', kind, '小雨', '', false, '{}', now() from (values ('kol-1', 'kol'), ('store-1', 'store')) c (id, kind)`);
  await brand.query(`insert into tracked_link (brand_id, id, code, asset_id, title, target, placement, channel_id, created_at) values (1, 'link-1', 'code-1', 'oa', '小雨的推荐', 'https://brand.example', 'mp_card', 'kol-1', now())`);
  await brand.query(`insert into push (brand_id, id, asset_id, title, state, audience, segmented, created_by, created_at) values (1, 'push-1', 'oa', '折枝，一张整皮', 'sent', '{}', false, 'x', now())`);
  const buy = async (quantity: number, source: Record<string, string>) => {
    const { body } = await ask('POST', '/orders', {
      storefrontId: stall.storefrontId, lines: [{ skuId: stall.skuIds[0], quantity, options: {} }], expectedTotalFen: quantity * 19_999, channel: 'mini_program', source: { scene: '1035', push_id: 'push-1', ...source },
    }, `key-${++serial}-long`);
    await ask('POST', `/orders/${body.id}/payment`);
    shop.platform.pay(body.number);
    await ask('POST', `/orders/${body.id}/confirmation`);
    return body.id as string;
  };
  const first = await buy(2, { link_id: 'link-1' });
  const second = await buy(1, { channel_id: 'kol-1' });
  const third = await buy(1, { channel_id: 'store-1' });
  await shop.call('owner', 'POST', `/api/brands/1/store/orders/${third}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '不想要了', restock: true, requestKey: 'refund-third' });
  await shop.call('owner', 'POST', `/api/brands/1/store/orders/${second}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '不想要了', restock: true, requestKey: 'refund-key' });
  at += HOUR;
  await stores.timers.runDue(at);
  const figures = { orders: 3, paid: 79_996, refunded: 39_998, net: 39_998, average: [79_996, 3] };
  expect(await cellsOf('revenue_by_type')).toEqual({ drop: figures });
  expect(await cellsOf('revenue_by_entrance')).toEqual({ menu: figures });
  expect(await cellsOf('revenue_by_push')).toEqual({ 'push-1': figures });
  expect((await routes.call('viewer', 'GET', `${url}/revenue_by_push.csv?${august}`)).body).toContain('push-1,折枝，一张整皮,3,799.96,');
  expect(await cellsOf('revenue_by_link')).toMatchObject({ 'link-1': { orders: 1, net: 39_998 } });
  // By the KOL's link and by their code; a boutique's is none of theirs.
  expect(await cellsOf('revenue_by_kol_link')).toEqual({ 'kol-1': { orders: 2, paid: 59_997, refunded: 19_999, net: 39_998, average: [59_997, 2] } });
  expect((await routes.call('viewer', 'GET', `${url}/revenue_by_kol_link?${august}`)).body.rows).toMatchObject([{ key: 'kol-1', name: { zh: '小雨' } }]);
  expect((await behind('revenue_by_kol_link', 'kol-1', 'net')).body.items.map(({ id }: { id: string }) => id)).toEqual([first, second]);
  expect(await cellsOf('best_sellers')).toEqual({ [stall.productId]: { units: 2, fen: 39_998, through: [2, 5] } });
  expect((await behind('revenue_by_type', 'drop', 'net')).body).toMatchObject({ kind: 'orders', items: [{ id: first, paidFen: 39_998 }, { id: second, refundedFen: 19_999 }, { id: third }], nextCursor: null });
  expect((await routes.call('viewer', 'GET', `${url}/revenue_by_type.csv?${august}`)).body).toContain('drop,Drop,3,799.96,399.98,399.98,799.96,3\n');
});

it('takes commission off a curated store and the cost of goods off an own line, for those who see costs (K-10)', async () => {
  const owe = async (kind: string, basisPoints: number | null, costFen: number | null) => {
    const stall = await setUpStall(brand, { type: 'permanent', units: [5], priceFen: 10_001 });
    await brand.query('update storefront set kol_kind = $2, kol_name = $3, commission_basis_points = $4 where brand_id = 1 and id = $1', [stall.storefrontId, kind, '小满', basisPoints]);
    await brand.query('update sku set cost_fen = $2 where brand_id = 1 and id = $1', [stall.skuIds[0], costFen]);
    const { ask } = await shop.shopper(`o-${kind}-${costFen}`);
    const { body } = await ask('POST', '/orders', { storefrontId: stall.storefrontId, lines: [{ skuId: stall.skuIds[0], quantity: 2, options: {} }], expectedTotalFen: 20_002, channel: 'mini_program' }, `kol-${++serial}-long`);
    await ask('POST', `/orders/${body.id}/payment`);
    shop.platform.pay(body.number);
    await ask('POST', `/orders/${body.id}/confirmation`);
    return { stall, id: body.id as string };
  };
  const [curated, own, bare] = [await owe('curated', 1_500, 4_000), await owe('own_brand', null, 4_000), await owe('own_brand', null, null)];
  await shop.call('owner', 'POST', `/api/brands/1/store/orders/${own.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退', restock: true, requestKey: 'kol-refund' });
  at += HOUR;
  await stores.timers.runDue(at);
  expect(await cellsOf('kol_stores')).toEqual({
    [curated.stall.storefrontId]: { net: 20_002, commission: 3_000, cost: 0, uncosted: 0, margin: 17_002, rate: [17_002, 20_002] },
    [own.stall.storefrontId]: { net: 10_001, commission: 0, cost: 4_000, uncosted: 0, margin: 6_001, rate: [6_001, 10_001] },
    [bare.stall.storefrontId]: { net: 20_002, commission: 0, cost: 0, uncosted: 2, margin: 20_002, rate: [20_002, 20_002] },
  });
  expect((await routes.call('viewer', 'GET', `${url}/kol_stores?${august}`)).status).toBe(403);
  expect((await routes.call('viewer', 'GET', `${url}/kol_stores/behind?${august}&key=x&figure=net&part=numerator`)).status).toBe(403);
  expect((await routes.call('viewer', 'GET', url)).body.items.map(({ id }: { id: string }) => id)).not.toContain('kol_stores');
});

it('joins interest before a launch with what sold after, by attribute (K-12)', async () => {
  const launch = new Date(at + 24 * HOUR);
  const stall = await setUpStall(brand, { units: [4], opensAt: launch, attributes: { 材质: '玫瑰金' } });
  const seen = (who: number, when: Date): Happened => ({ who, type: 'shop.product_viewed', at: when.toISOString(), props: { product_id: stall.productId } });
  await happen([seen(8, new Date(at)), seen(8, new Date(at + 1000)), seen(9, new Date(launch.getTime() - 1000)), seen(10, launch)]);
  expect(await cellsOf('demand')).toEqual({ '材质：玫瑰金': { products: 1, interested: 2, through: [0, 4] } });
});

it('what is exchanged for another of its kind is sold once, and stays sold', async () => {
  const stall = await setUpStall(brand, { type: 'permanent', units: [2, 2], priceFen: 30_000 });
  const { ask } = await shop.shopper('o-exchanger');
  const address = { name: '李青', phone: '13912345678', province: '浙江', city: '杭州', district: '西湖区', detail: '龙井路 8 号' };
  const { body: { id, number } } = await ask('POST', '/orders', { storefrontId: stall.storefrontId, lines: [{ skuId: stall.skuIds[0], quantity: 1, options: {} }], expectedTotalFen: 30_000, channel: 'mini_program', address }, `exchange-${++serial}-long`);
  await ask('POST', `/orders/${id}/payment`);
  shop.platform.pay(number);
  await ask('POST', `/orders/${id}/confirmation`);
  const store = '/api/brands/1/store';
  await shop.call('owner', 'POST', `${store}/orders/${id}/parcels`, { method: 'local' });
  const { body: asked } = await ask('POST', '/after-sales', { orderId: id, kind: 'exchange', reason: 'defect', words: '', lines: [{ position: 1, units: 1 }] }, `exchange-${++serial}-long`);
  await shop.call('owner', 'POST', `${store}/after-sales/${asked.id}/decision`, { approve: true, note: '仓库' });
  expect((await shop.call('owner', 'POST', `${store}/after-sales/${asked.id}/inspection`, { accept: true, note: '', sellable: [{ position: 1, units: 1 }] })).body.state).toBe('to_send');
  expect((await cellsOf('best_sellers'))[stall.productId]).toEqual({ units: 1, fen: 30_000, through: [1, 4] });
});

it('shows people only to who may see them, and nothing of a report that is not there', async () => {
  expect((await behind('entrances', 'menu', 'returns', 'denominator', 'finance')).status).toBe(403);
  expect((await behind('entrances', 'menu', 'returns', 'denominator')).body).toEqual({ kind: 'contacts', items: [], nextCursor: null });
  expect((await behind('best_sellers', 'x', 'through')).status).toBe(404);
  expect((await routes.call('viewer', 'GET', `${url}/nothing?${august}`)).status).toBe(404);
  expect((await routes.call('associate', 'GET', `${url}/funnel?${august}`)).status).toBe(403);
  expect((await routes.call('viewer', 'GET', `${url}/funnel?from=2026-08-02&to=2026-08-01`)).body.error.code).toBe('period_reversed');
});
