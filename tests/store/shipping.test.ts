import { randomBytes } from 'node:crypto';
import { callbackRoutes, createAppender, createCallbackTally, eventLog } from '@qingniao/activity';
import { testApp } from '@qingniao/access/testing';
import { createSecrets, followClock } from '@qingniao/kernel';
import { type BrandDatabase, createProjectionRunner, type ProjectionRunner } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { noticeRoutes, openStore, shopRoutes, type Store, storeRoutes, tradeEvents } from '@qingniao/store';
import { closeWechatConnections } from '@qingniao/wechat';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { openTestWorld, type TestWorld } from '../../apps/sandbox/testing.ts';
import { orderOf, setUpStall, type Stall } from '../../domains/store/testing.ts';

/** Shipping over the sandbox's shipping-information service: what we upload stands in its books, and its events come back. */
const APPID = 'wx00000000000000a1';
const MCHID = '1900000001';
const url = '/api/brands/1';
const DAY = 86_400_000;
const START = Date.parse('2026-03-10T12:00:00+08:00');
const address = { name: '王小明', phone: '13800138000', province: '上海', city: '上海', district: '静安区', detail: '南京西路 1 号' };
let world: TestWorld;
let opened: Awaited<ReturnType<typeof testStores>>;
let brand: BrandDatabase;
let store: Store;
let shop: Awaited<ReturnType<typeof testApp>>;
let projections: ProjectionRunner;
let base: string;
let stall: Stall;
let buyer: string;
let pass: string;
let miniProgramId: string;
let restoreClock: () => void;
const closing: (() => Promise<unknown>)[] = [];
let serial = 0;

beforeAll(async () => {
  world = await openTestWorld({}, { history: { start: START, until: START + 90 * DAY } });
  restoreClock = followClock(() => world.sandbox.world.now());
  opened = await testStores();
  const { database, timers } = opened.stores;
  brand = database.forBrand(1);
  const appender = await createAppender({ database, log: silentLog });
  const tally = createCallbackTally({ database, log: silentLog });
  store = await openStore({
    stores: opened.stores, appender, giftMoved: async () => [], secrets: createSecrets(randomBytes(32)), log: silentLog, signIn: async (_brandId, _assetId, code) => ({ openid: code }), appidOf: async () => APPID,
    payUrl: world.sandbox.url, wechatUrls: { api: world.sandbox.url, mp: world.sandbox.url, open: world.sandbox.url }, publicUrl: () => base,
  });
  projections = createProjectionRunner({ database, source: eventLog, projections: [tradeEvents(timers)], log: silentLog });
  shop = await testApp(database, async (app) => {
    await app.register(storeRoutes, { prefix: '/api/brands/:brandId', ...store.routes });
    await app.register(shopRoutes, { prefix: '/api/shop/:shopId', ...store.routes });
    await app.register(noticeRoutes, store.notices);
    await app.register(callbackRoutes, { assets: store.pushAssets, appender, tally, log: silentLog });
  });
  base = await shop.app.listen({ port: 0, host: '127.0.0.1' });
  closing.push(() => shop.close(), () => projections.stop(), () => tally.close(), () => appender.close(), () => store.close(), () => world.close(), closeWechatConnections, () => opened.close());
  const { secret } = await world.control('/accounts', { kind: 'miniProgram', appid: APPID, name: '青鸟', tradeManaged: true });
  const { body: miniProgram } = await shop.call('owner', 'POST', `${url}/store/mini-programs`, { name: '精品店', appid: APPID, secret });
  miniProgramId = miniProgram.id;
  const push = (await shop.call('owner', 'POST', `${url}/store/mini-programs/${miniProgram.id}/push-settings`)).body;
  await vi.waitFor(() => expect(store.pushAssets.get(miniProgram.id)).toBeDefined(), 20_000);
  await world.control(`/accounts/${APPID}`, { callbackUrl: push.url, token: push.token, aesKey: push.aesKey, mode: 'safe', dataFormat: 'json' }, 'PATCH');
  const merchant = await world.control('/merchants', { mchid: MCHID, appids: [APPID], refundSeconds: 1 });
  const platform = merchant['platform'] as { publicKeyId: string; publicKey: string };
  await shop.call('owner', 'POST', `${url}/store/merchants`, {
    name: '青鸟', mchid: MCHID, serialNo: merchant['serial'], privateKey: merchant['privateKey'], apiV3Key: merchant['apiV3Key'], publicKey: { id: platform.publicKeyId, pem: platform.publicKey },
  });
  const people = await world.control('/people', { appid: APPID, count: 1 });
  buyer = (people['items'] as { openid: string }[])[0]!.openid;
  stall = await setUpStall(brand, { type: 'permanent', units: [50, 50] });
}, 60_000);
afterAll(async () => {
  for (const close of closing) await close();
  restoreClock();
});
/** Days may have passed since the last one. */
beforeEach(async () => {
  const { code } = await world.control('/mini/login', { appid: APPID, openid: buyer });
  pass = (await ask('POST', '/sessions', { assetId: miniProgramId, code })).pass;
});

async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<any> {
  const headers = { ...(pass ? { authorization: `Bearer ${pass}` } : {}), ...(body ? { 'content-type': 'application/json' } : {}), 'idempotency-key': `request-${++serial}` };
  const answer = await fetch(`${base}/api/shop/1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return answer.json();
}
const call = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => shop.call('owner', method, `${url}/store${path}`, body);
const detail = async (id: string) => (await call('GET', `/orders/${id}`)).body;

async function paidOrder(quantities: readonly number[] = [1]): Promise<{ id: string; number: string; transactionId: string }> {
  const lines = quantities.map((quantity, sku) => ({ skuId: stall.skuIds[sku]!, quantity, options: {} }));
  const order = await ask('POST', '/orders', { ...orderOf(stall), lines, expectedTotalFen: quantities.reduce((sum, quantity, sku) => sum + quantity * (19_900 + sku), 0), address });
  const { parameters, error } = await ask('POST', `/orders/${order.id}/payment`);
  expect([order.error, error]).toEqual([undefined, undefined]);
  expect(await world.control('/pay', { appid: APPID, openid: buyer, payment: parameters, wait: true })).toEqual({ errMsg: 'requestPayment:ok' });
  return { id: order.id, number: order.number, transactionId: (await detail(order.id)).payment.transactionId };
}
/** As the sandbox has it. */
const atWechat = async (transactionId: string): Promise<any> => (await wechat()).order({ transactionId });
const wechat = async () => (await store.routes.shipping.miniPrograms.clientOf(1, miniProgramId))!.shipping;
const due = () => opened.stores.timers.runDue();
/** Hours pass at WeChat; what it tells meanwhile is heard and done. */
async function live(hours: number): Promise<void> {
  await world.control('/clock/step', { hours });
  await projections.drain();
  await due();
}
const whys = async (id: string): Promise<string[]> => (await detail(id)).steps.map(({ why }: { why: string }) => why);
const happened = async (id: string): Promise<string[]> =>
  (await brand.query<{ type: string }>(`select type from event where brand_id = 1 and props->>'order_id' = $1 order by id`, [id])).map(({ type }) => type);

it('what is shipped stands in WeChat’s books; the buyer confirms there, and the money settles', async () => {
  const order = await paidOrder();
  const letGo = opened.stores.timers.hold();
  const carriers = (await call('GET', '/carriers')).body.items as { id: string; name: string }[];
  expect(carriers[0]).toEqual({ id: 'SF', name: '顺丰速运' });
  const parcel = { method: 'express', carrierId: 'SF', waybill: 'sf 1234-567890' };
  expect((await call('POST', `/orders/${order.id}/parcels`, { ...parcel, carrierId: 'NONE' })).body.error).toMatchObject({ code: 'carrier', field: 'carrierId' });
  expect((await call('POST', `/orders/${order.id}/parcels`, { method: 'express' })).body.error).toMatchObject({ code: 'waybill' });
  expect((await shop.call('viewer', 'POST', `${url}/store/orders/${order.id}/parcels`, parcel)).status).toBe(403);
  const shipped = await call('POST', `/orders/${order.id}/parcels`, parcel);
  expect(shipped).toMatchObject({ status: 201, body: { fulfilment: 'shipped', left: [], parcels: [{ carrierName: '顺丰速运', waybill: 'SF1234567890', uploadedAt: null }], upload: { state: 'waiting' } } });
  expect((await call('POST', `/orders/${order.id}/parcels`, parcel)).body.error.code).toBe('nothing_to_ship');

  // WeChat has not heard of it: its window would not open.
  expect(await ask('GET', `/orders/${order.id}/delivery`)).toMatchObject({ fulfilment: 'shipped', mayConfirm: false, confirmAtWechat: null });
  expect((await ask('POST', `/orders/${order.id}/receipt`)).error.code).toBe('not_yet_at_wechat');
  await due();
  letGo();
  expect(await atWechat(order.transactionId)).toMatchObject({
    order_state: 2, shipping: { delivery_mode: 1, finish_shipping: true, goods_desc: '青鸟手镯 0', shipping_list: [{ tracking_no: 'SF1234567890', express_company: 'SF', contact: { receiver_contact: '138****8000' } }] },
  });
  const delivery = await ask('GET', `/orders/${order.id}/delivery`);
  expect(delivery).toMatchObject({ fulfilment: 'shipped', mayConfirm: true, parcels: [{ waybill: 'SF1234567890' }], confirmAtWechat: { merchant_id: MCHID, merchant_trade_no: order.number, transaction_id: order.transactionId } });
  // Their word is not enough: they have not confirmed in WeChat's window.
  expect((await ask('POST', `/orders/${order.id}/receipt`)).error.code).toBe('not_confirmed');
  expect((await call('POST', `/orders/${order.id}/receipt-reminder`, { deliveredAt: new Date(world.sandbox.world.now()).toISOString() })).body.upload.remindedAt).not.toBeNull();
  expect((await call('POST', `/orders/${order.id}/receipt-reminder`, { deliveredAt: new Date(world.sandbox.world.now()).toISOString() })).body.error.code).toBe('receipt_reminded');

  await world.control('/mini/received', { appid: APPID, transactionId: order.transactionId });
  expect((await ask('POST', `/orders/${order.id}/receipt`)).fulfilment).toBe('received');
  await live(1);
  expect(await detail(order.id)).toMatchObject({ fulfilment: 'received', shipping: { upload: { state: 'told', settledAt: expect.any(String), settlesAt: expect.any(String) } } });
  expect((await whys(order.id)).slice(2)).toEqual(['shipped', 'receipt_reminded', 'received', 'settled']);
  expect(await happened(order.id)).toEqual(['order.placed', 'order.paid', 'order.shipped', 'order.received', 'order.settled']);
  expect((await call('PATCH', `/orders/${order.id}/parcels/${shipped.body.parcels[0].id}`, { carrierId: 'SF', waybill: 'SF99999999' })).body.error.code).toBe('already_received');
});

it('several parcels are a split delivery, told as they leave; after ten days WeChat takes it as received', async () => {
  const order = await paidOrder([2, 1]);
  const ship = (waybill: string, lines: object[]) => call('POST', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'ZTO', waybill, lines });
  expect((await ship('ZT000001', [{ position: 1, units: 3 }])).body.error).toMatchObject({ code: 'ship_line', data: { left: 2 } });
  expect((await call('POST', `/orders/${order.id}/parcels`, { method: 'pickup', lines: [{ position: 1, units: 1 }] })).body.error.code).toBe('one_delivery');
  expect((await ship('ZT000001', [{ position: 1, units: 1 }])).body).toMatchObject({ fulfilment: 'part_shipped', left: [{ position: 1, units: 1 }, { position: 2, units: 1 }] });
  await due();
  expect(await atWechat(order.transactionId)).toMatchObject({ order_state: 1, shipping: { delivery_mode: 2, finish_shipping: false, shipping_list: [{ tracking_no: 'ZT000001' }] } });
  await ship('ZT000002', [{ position: 1, units: 1 }, { position: 2, units: 1 }]);
  await due();
  expect(await atWechat(order.transactionId)).toMatchObject({ order_state: 2, shipping: { finish_shipping: true, finish_shipping_count: 1, shipping_list: [{ tracking_no: 'ZT000001' }, { tracking_no: 'ZT000002' }] } });
  // The one change WeChat takes.
  const [first] = (await detail(order.id)).shipping.parcels;
  const correct = (waybill: string) => call('PATCH', `/orders/${order.id}/parcels/${first.id}`, { carrierId: 'ZTO', waybill });
  expect((await correct('ZT000009')).body.parcels[0]).toMatchObject({ waybill: 'ZT000009', uploadedAt: null });
  await due();
  expect(await atWechat(order.transactionId)).toMatchObject({ shipping: { finish_shipping_count: 2, shipping_list: [{ tracking_no: 'ZT000009' }, { tracking_no: 'ZT000002' }] } });
  expect((await correct('ZT000010')).body.error.code).toBe('change_used');
  await live(10 * 24 + 1);
  expect(await detail(order.id)).toMatchObject({ fulfilment: 'received' });
  expect((await whys(order.id)).slice(2)).toEqual(['part_shipped', 'shipped', 'parcel_corrected', 'received_by_time', 'settled']);
});

it('an upload whose answer was lost is looked for, not repeated; a refusal waits for somebody, in plain words', async () => {
  const path = '/wxa/sec/order/upload_shipping_info';
  const order = await paidOrder();
  const letGo = opened.stores.timers.hold();
  await call('POST', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD0000001' });
  await world.control('/faults', { path, status: 502, after: true });
  await due();
  expect((await detail(order.id)).shipping.upload).toMatchObject({ state: 'waiting', attempts: 1, errorEn: expect.any(String) });
  letGo();
  await expect.poll(async () => (await due(), (await detail(order.id)).shipping.upload.state), { timeout: 20_000 }).toBe('told');
  // Uploaded once: its one change is still there.
  expect(await atWechat(order.transactionId)).toMatchObject({ shipping: { finish_shipping_count: 1 } });

  const other = await paidOrder();
  await world.control('/faults', { path, errcode: 10060004 });
  await call('POST', `/orders/${other.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD0000002' });
  await due();
  expect((await detail(other.id)).shipping.upload).toMatchObject({ state: 'refused', errorZh: expect.stringContaining('订单') });
  // What the desk counts is what it finds.
  const refused = async () => [(await call('GET', '/desk')).body.uploadsRefused, (await call('GET', '/orders?fulfilment=upload_refused')).body.items.map(({ id }: { id: string }) => id)];
  expect(await refused()).toEqual([1, [other.id]]);
  expect((await call('POST', `/orders/${other.id}/shipping/retry`)).body.upload.state).toBe('waiting');
  await due();
  expect((await detail(other.id)).shipping.upload).toMatchObject({ state: 'told', errorZh: null });
  expect(await refused()).toEqual([0, []]);
  expect((await call('POST', `/orders/${other.id}/shipping/retry`)).body.error.code).toBe('nothing_to_tell');
});

it('when the rest is refunded, WeChat hears that everything has left; refunded units are not sent', async () => {
  const order = await paidOrder([1, 1]);
  await call('POST', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD0000003', lines: [{ position: 1, units: 1 }] });
  await due();
  /** What the desk counts is what it finds. */
  const toShip = async (): Promise<string[]> => {
    const numbers = (await call('GET', '/orders?fulfilment=to_ship&limit=100')).body.items.map((one: { number: string }) => one.number);
    expect((await call('GET', '/desk')).body.toShip).toBe(numbers.length);
    return numbers;
  };
  expect(await toShip()).toContain(order.number);
  await call('POST', `/orders/${order.id}/refunds`, { lines: [{ position: 2, units: 1 }], reason: '缺货', restock: false, requestKey: `refund-${++serial}` });
  expect((await call('POST', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD0000004' })).body.error.code).toBe('nothing_to_ship');
  await due();
  await live(1);
  expect(await detail(order.id)).toMatchObject({ fulfilment: 'shipped', refundedFen: 19_901 });
  expect(await toShip()).not.toContain(order.number);
  expect(await atWechat(order.transactionId)).toMatchObject({ order_state: 2, shipping: { finish_shipping: true } });
});

it('WeChat’s reminder to ship, and an order shipped in its own console, come onto the order', async () => {
  const order = await paidOrder();
  await live(49);
  expect((await whys(order.id)).at(-1)).toBe('shipping_reminded');
  await (await wechat()).upload({
    order: { transactionId: order.transactionId }, logisticsType: 4, parcels: [{ itemDesc: '手镯' }], uploadedAt: new Date(world.sandbox.world.now()), payerOpenid: buyer,
  });
  await live(1);
  expect(await detail(order.id)).toMatchObject({ fulfilment: 'shipped', shipping: { parcels: [], upload: { state: 'told' } } });
  expect((await whys(order.id)).at(-1)).toBe('shipped_at_wechat');
});
