import { randomBytes } from 'node:crypto';
import { createAppender } from '@qingniao/activity';
import { testApp } from '@qingniao/access/testing';
import { createSecrets, followClock, localDay } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { noticeRoutes, openStore, shopRoutes, type Store, storeRoutes } from '@qingniao/store';
import { closeWechatConnections, createPayClient, type PaidTransaction } from '@qingniao/wechat';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestWorld, type TestWorld } from '../../apps/sandbox/testing.ts';
import { sendRefund } from '../../domains/store/pay/send-refund.ts';
import { settle } from '../../domains/store/pay/settle.ts';
import { orderOf, setUpStall, type Stall } from '../../domains/store/testing.ts';

/** The store over WeChat Pay v3 as the sandbox serves it: every request signed, every notice verified. */
const APPID = 'wx00000000000000a1';
const MCHID = '1900000001';
const url = '/api/brands/1';
let world: TestWorld;
let opened: Awaited<ReturnType<typeof testStores>>;
let brand: BrandDatabase;
let store: Store;
let shop: Awaited<ReturnType<typeof testApp>>;
let base: string;
let stall: Stall;
let buyer: string;
let pass: string;
let restoreClock: () => void;
let serial = 0;
/** Notices as they came, and what was answered. */
const came: { headers: Record<string, string>; body: Buffer; status: number }[] = [];
const keys = { name: '青鸟', mchid: MCHID, serialNo: '', privateKey: '', apiV3Key: '', publicKey: { id: '', pem: '' } };

beforeAll(async () => {
  world = await openTestWorld();
  restoreClock = followClock(() => world.sandbox.world.now());
  opened = await testStores();
  brand = opened.stores.database.forBrand(1);
  store = await openStore({
    stores: opened.stores, appender: await createAppender({ database: opened.stores.database, log: silentLog }), secrets: createSecrets(randomBytes(32)), log: silentLog, signIn: async (_brandId, _assetId, code) => ({ openid: code }), appidOf: async () => APPID,
    payUrl: world.sandbox.url, wechatUrls: { api: world.sandbox.url, mp: world.sandbox.url, open: world.sandbox.url }, publicUrl: () => base,
  });
  shop = await testApp(opened.stores.database, async (app) => {
    await app.register(storeRoutes, { prefix: '/api/brands/:brandId', ...store.routes });
    await app.register(shopRoutes, { prefix: '/api/shop/:shopId', ...store.routes });
    await app.register(async (scope) => {
      scope.addHook('onResponse', async ({ headers, body }, { statusCode }) => {
        const signed = Object.entries(headers).filter(([name]) => name.startsWith('wechatpay-') || name === 'content-type');
        came.push({ headers: Object.fromEntries(signed) as Record<string, string>, body: body as Buffer, status: statusCode });
      });
      await scope.register(noticeRoutes, store.notices);
    });
    app.post('/events', async () => 'success');
  });
  base = await shop.app.listen({ port: 0, host: '127.0.0.1' });
  await world.control('/accounts', { kind: 'miniProgram', appid: APPID, name: '青鸟', mode: 'plain', callbackUrl: `${base}/events` });
  const merchant = await world.control('/merchants', { mchid: MCHID, appids: [APPID], refundSeconds: 1 });
  const platform = merchant['platform'] as { publicKeyId: string; publicKey: string };
  Object.assign(keys, { publicKey: { id: platform.publicKeyId, pem: platform.publicKey }, serialNo: merchant['serial'], privateKey: merchant['privateKey'], apiV3Key: merchant['apiV3Key'] });
  const people = await world.control('/people', { appid: APPID, count: 1 });
  buyer = (people['items'] as { openid: string }[])[0]!.openid;
  stall = await setUpStall(brand, { type: 'permanent', units: [50] });
  pass = (await ask('POST', '/sessions', { assetId: 'asset', code: buyer })).pass;
}, 60_000);
afterAll(async () => {
  await shop.close();
  await store.close();
  await world.close();
  await closeWechatConnections();
  await opened.close();
  restoreClock();
});

async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<any> {
  const headers = { ...(pass ? { authorization: `Bearer ${pass}` } : {}), ...(body ? { 'content-type': 'application/json' } : {}), 'idempotency-key': `request-${++serial}` };
  const answer = await fetch(`${base}/api/shop/1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return answer.json();
}

/** Ordered, and paid in WeChat; `next` says how its notice goes. */
async function paidOrder(next: object = {}): Promise<{ id: string; number: string }> {
  const order = await ask('POST', '/orders', orderOf(stall));
  const { parameters, error } = await ask('POST', `/orders/${order.id}/payment`);
  expect(error).toBeUndefined();
  await world.control(`/merchants/${MCHID}/notices`, { next: [next] });
  expect(await world.control('/pay', { appid: APPID, openid: buyer, payment: parameters, wait: true })).toEqual({ errMsg: 'requestPayment:ok' });
  return order;
}
const alarmKinds = async (): Promise<string[]> => (await shop.call('finance', 'GET', `${url}/store/payment-alarms`)).body.items.map(({ kind }: { kind: string }) => kind);
const stateOf = async (id: string): Promise<string> => (await ask('GET', `/orders/${id}`)).state;

describe('the mini program', () => {
  it('is connected once WeChat accepts its secret; who enters is known by openid and unionid, with the launch scene', async () => {
    const { secret } = await world.control(`/accounts/${APPID}`);
    const save = (change: object) => shop.call('owner', 'POST', `${url}/store/mini-programs`, { name: '精品店', appid: APPID, secret, ...change });
    expect((await save({ secret: '0'.repeat(32) })).body.error).toMatchObject({ code: 'credentials_refused', field: 'secret' });
    expect((await shop.call('marketer', 'POST', `${url}/store/mini-programs`, { name: 'x', appid: APPID, secret })).status).toBe(403);
    const { body: miniProgram } = await save({});
    expect(miniProgram).toMatchObject({ appid: APPID });
    expect(JSON.stringify((await shop.call('owner', 'GET', `${url}/store/mini-programs`)).body)).not.toContain(String(secret));
    const { code, openid } = await world.control('/mini/login', { appid: APPID, openid: buyer });
    const entered = await ask('POST', '/sessions', { assetId: miniProgram.id, code, scene: 1058 });
    expect(entered.pass).toEqual(expect.any(String));
    expect((await ask('POST', '/sessions', { assetId: miniProgram.id, code })).error).toBeDefined();
    const rows = await brand.query<{ value: string; kind: string; scene: number; mentioned: string }>(
      `select i.kind, i.value, (e.props->>'scene')::int as scene, u.kind as mentioned from event e join identity i on i.brand_id = 1 and i.id = e.identity_id
         join identity u on u.brand_id = 1 and u.id = (e.props->>'unionid_identity')::bigint where e.brand_id = 1 and e.type = 'mini_program.entered'`,
    );
    expect(rows).toEqual([{ kind: 'openid', value: openid, scene: 1058, mentioned: 'unionid' }]);
    const list = await fetch(`${base}/api/shop/1/storefronts`, { headers: { authorization: `Bearer ${entered.pass}` } });
    expect(await list.json()).toMatchObject({ items: [{ id: stall.storefrontId, type: 'permanent', phase: 'open' }] });
  });

  it('a telephone told through WeChat’s button makes who is known by it the same person', async () => {
    const people = await world.control('/people', { appid: APPID, count: 2 });
    const [one, other] = (people['items'] as { openid: string }[]).map(({ openid }) => openid);
    const [miniProgram] = (await shop.call('owner', 'GET', `${url}/store/mini-programs`)).body.items;
    const tell = async (openid: string) => {
      const { code } = await world.control('/mini/login', { appid: APPID, openid });
      const { pass: theirs } = await ask('POST', '/sessions', { assetId: miniProgram.id, code });
      const { code: phoneCode } = await world.control('/mini/phone', { appid: APPID, openid, phone: '13911112222' });
      const put = () => fetch(`${base}/api/shop/1/me/phone`, { method: 'PUT', headers: { authorization: `Bearer ${theirs}`, 'content-type': 'application/json' }, body: JSON.stringify({ code: phoneCode }) });
      expect((await put()).status).toBe(200);
      // A code is good for once.
      expect((await put()).status).toBe(502);
    };
    await tell(one!);
    await tell(other!);
    const contacts = await brand.query<{ contact: number }>('select contact_id as contact from identity where brand_id = 1 and value = any ($1)', [[one, other]]);
    expect(contacts).toEqual([contacts[0], contacts[0]]);
  });
});

describe('WeChat Pay', () => {
  it('a merchant is connected once its keys are accepted, and shows none of them', async () => {
    const save = (change: object) => shop.call('owner', 'POST', `${url}/store/merchants`, { ...keys, ...change });
    expect((await save({ serialNo: 'ABCDEF0123456789' })).body.error).toMatchObject({ code: 'merchant_refused', data: { code: 'SIGN_ERROR' } });
    expect((await save({ privateKey: 'no key' })).body.error).toMatchObject({ code: 'pay_merchant', field: 'privateKey' });
    expect((await save({ publicKey: null })).body.error).toMatchObject({ code: 'pay_merchant', field: 'publicKey' });
    expect((await save({ publicKey: { ...keys.publicKey, id: `${keys.publicKey.id}9` } })).body.error).toMatchObject({ code: 'pay_merchant', field: 'publicKey.id' });
    expect((await shop.call('marketer', 'POST', `${url}/store/merchants`, keys)).status).toBe(403);
    expect((await ask('POST', `/orders/${(await ask('POST', '/orders', orderOf(stall))).id}/payment`)).error.code).toBe('no_merchant');
    const saved = await save({});
    expect(saved).toMatchObject({ status: 201, body: { mchid: MCHID, publicKeyId: keys.publicKey.id } });
    expect(JSON.stringify(saved.body)).not.toMatch(/PRIVATE|apiV3/);
    const [row] = await brand.query<{ privateKey: string; apiV3Key: string }>('select private_key as "privateKey", api_v3_key as "apiV3Key" from pay_merchant where brand_id = 1');
    expect(`${row!.privateKey} ${row!.apiV3Key}`).toMatch(/^v1\.\S+ v1\.\S+$/);
  });

  it('a signed notice makes the order paid; repeated, it changes nothing', async () => {
    came.length = 0;
    const order = await paidOrder({ times: 3 });
    expect(await stateOf(order.id)).toBe('paid');
    const steps = (await shop.call('owner', 'GET', `${url}/store/orders/${order.id}`)).body.steps as { why: string }[];
    expect(steps.map(({ why }) => why)).toEqual(['placed', 'paid_by_notice']);
    // WeChat Pay signs each anew.
    await expect.poll(() => came.map(({ status }) => status)).toEqual([204, 204, 204]);
  });

  it('a notice somebody sends again is refused, recorded and alarmed, of a payment as of a refund', async () => {
    await brand.query('delete from payment_alarm where brand_id = 1');
    const [merchant] = (await shop.call('owner', 'GET', `${url}/store/merchants`)).body.items;
    const again = async ({ headers, body }: (typeof came)[number]) => (await fetch(`${base}/wechat-pay/${merchant.id}`, { method: 'POST', headers, body })).status;
    came.length = 0;
    const order = await paidOrder();
    await expect.poll(() => came.length).toBe(1);
    expect([await again(came[0]!), await again(came[0]!)]).toEqual([401, 401]);
    expect(await alarmKinds()).toEqual(['replayed']);
    came.length = 0;
    await shop.call('owner', 'POST', `${url}/store/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退货', restock: false, requestKey: 'replayed' });
    await opened.stores.timers.runDue();
    await expect.poll(() => came.map(({ status }) => status), { timeout: 20_000 }).toEqual([204]);
    expect(await again(came[0]!)).toBe(401);
    expect(await alarmKinds()).toEqual(['replayed', 'replayed']);
    expect(await ask('GET', `/orders/${order.id}`)).toMatchObject({ refundedFen: 19_900, refunds: [{ state: 'succeeded' }] });
  });

  it('forged, foreign and wrong notices change nothing, are recorded and alarmed; the query finds the money', async () => {
    for (const [wrong, kind] of [['signature', 'bad_signature'], ['key', 'bad_signature'], ['amount', 'wrong_amount'], ['mchid', 'wrong_merchant'], ['appid', 'wrong_appid']] as const) {
      const order = await paidOrder({ wrong });
      expect([wrong, await stateOf(order.id)]).toEqual([wrong, 'awaiting_payment']);
      const { items } = (await shop.call('finance', 'GET', `${url}/store/payment-alarms`)).body as { items: { kind: string }[] };
      expect(items.map((alarm) => alarm.kind)).toContain(kind);
      expect(await ask('POST', `/orders/${order.id}/confirmation`)).toMatchObject({ state: 'paid' });
    }
  });

  it('a probe with a bad signature is refused and no alarm', async () => {
    await brand.query('delete from payment_alarm where brand_id = 1');
    const order = await paidOrder({ probe: true });
    expect(await ask('POST', `/orders/${order.id}/confirmation`)).toMatchObject({ state: 'paid' });
    expect((await shop.call('finance', 'GET', `${url}/store/payment-alarms`)).body.items).toEqual([]);
  });

  it('a cancelled order cannot be paid any more; a paid one not cancelled, though its notice was lost', async () => {
    const order = await ask('POST', '/orders', orderOf(stall));
    const { parameters } = await ask('POST', `/orders/${order.id}/payment`);
    expect((await ask('POST', `/orders/${order.id}/cancellation`)).state).toBe('cancelled');
    expect(await world.control('/pay', { appid: APPID, openid: buyer, payment: parameters })).toMatchObject({ errMsg: 'requestPayment:fail' });
    const paid = await paidOrder({ lost: true });
    expect((await ask('POST', `/orders/${paid.id}/cancellation`)).error.code).toBe('order_paid');
    expect(await stateOf(paid.id)).toBe('paid');
  });

  it('a refund goes back in the background and is told by notice', async () => {
    const order = await paidOrder();
    const asked = await shop.call('owner', 'POST', `${url}/store/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退货', restock: true, requestKey: 'refund-all' });
    expect(asked).toMatchObject({ status: 201, body: { state: 'requested', fen: 19_900 } });
    await opened.stores.timers.runDue();
    await expect.poll(async () => (await ask('GET', `/orders/${order.id}`)).refunds[0].state, { timeout: 20_000 }).toBe('succeeded');
    expect(await ask('GET', `/orders/${order.id}`)).toMatchObject({ refundedFen: 19_900, paidFen: 19_900 });
  });

  it('a refund told to another merchant is not taken for ours, and alarmed; the query finds it', async () => {
    await brand.query('delete from payment_alarm where brand_id = 1');
    const order = await paidOrder();
    const { body: refund } = await shop.call('owner', 'POST', `${url}/store/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退货', restock: false, requestKey: 'told-wrongly' });
    await world.control(`/merchants/${MCHID}/notices`, { next: [{ wrong: 'mchid' }] });
    await opened.stores.timers.runDue();
    await expect.poll(alarmKinds, { timeout: 20_000 }).toEqual(['wrong_merchant']);
    expect(await ask('GET', `/orders/${order.id}`)).toMatchObject({ refundedFen: 0, refunds: [{ state: 'processing' }] });
    await sendRefund(store.routes.pay, 1, refund.id);
    expect(await ask('GET', `/orders/${order.id}`)).toMatchObject({ refundedFen: 19_900, refunds: [{ state: 'succeeded' }] });
  });

  it('what was refunded in the merchant’s console before we heard of the money is no purchase, and alarmed', async () => {
    await brand.query('delete from payment_alarm where brand_id = 1');
    const left = async (): Promise<number> => (await shop.call('owner', 'GET', `${url}/store/pools/${stall.poolId}/stock`)).body.items[0].available;
    const before = await left();
    const order = await paidOrder({ lost: true });
    expect(await left()).toBe(before - 1);
    await createPayClient({ merchant: keys, baseUrl: world.sandbox.url, log: silentLog }).refunds.create({ payment: { outTradeNo: order.number }, outRefundNo: 'by-hand', refund: 5_000, total: 19_900 });
    expect(await ask('POST', `/orders/${order.id}/confirmation`)).toMatchObject({ state: 'cancelled' });
    expect(await left()).toBe(before);
    expect(await alarmKinds()).toEqual(['refunded_elsewhere']);
    expect(await brand.query(`select type from event where brand_id = 1 and props->>'order_id' = $1 order by id`, [order.id])).toEqual([{ type: 'order.placed' }, { type: 'order.cancelled' }]);
    // Its notice comes after all, and says what was true when it was written.
    const transaction = (await (await store.routes.pay.payOf(1)).query(order.number)) as PaidTransaction;
    expect(await settle(store.routes.pay, 1, { ...transaction, state: 'SUCCESS' }, 'notice')).toBe('already');
    expect(await stateOf(order.id)).toBe('cancelled');
  });

  it('keys that cannot be decrypted say what to do, and connecting again mends them', async () => {
    await brand.query(`update pay_merchant set api_v3_key = 'v1.damaged' where brand_id = 1`);
    await brand.query(`select pg_notify('store_merchant_changed', '')`);
    const order = await ask('POST', '/orders', orderOf(stall));
    const pay = async () => (await ask('POST', `/orders/${order.id}/payment`)).error?.code ?? 'started';
    await expect.poll(pay).toBe('merchant_sealed');
    expect((await shop.call('owner', 'POST', `${url}/store/merchants`, keys)).status).toBe(201);
    await expect.poll(pay).toBe('started');

    const programs = `${url}/store/mini-programs`;
    const [{ id }] = (await shop.call('owner', 'GET', programs)).body.items;
    const push = async () => (await shop.call('owner', 'POST', `${programs}/${id}/push-settings`)).body;
    const { secret } = await world.control(`/accounts/${APPID}`);
    const connect = () => shop.call('owner', 'POST', programs, { name: '精品店', appid: APPID, secret });
    const known = await push();
    await connect();
    expect(await push()).toEqual(known);
    await brand.query(`update mini_program set token = 'v1.damaged' where brand_id = 1`);
    expect((await push()).error.code).toBe('push_keys_sealed');
    await connect();
    expect(await push()).toMatchObject({ url: known.url, token: expect.stringMatching(/^[A-Za-z0-9]{24}$/), aesKey: expect.stringMatching(/^[A-Za-z0-9]{43}$/) });
  });

  it('the bill of the day agrees with our books to the fen, and each line that is made wrong is found', async () => {
    // The clock stands still: no midnight falls between three orders.
    await world.control('/clock/stepped', { until: world.sandbox.world.now() + 72 * 3_600_000 });
    await world.control('/clock/step', { hours: 24 });
    const day = localDay(world.sandbox.world.now());
    const [one, two, three] = [await paidOrder(), await paidOrder(), await paidOrder()];
    await world.control('/clock/step', { hours: 36 });
    const { items: [merchant] } = (await shop.call('finance', 'GET', `${url}/store/merchants`)).body as { items: { id: string }[] };
    const compare = async () => (await shop.call('finance', 'POST', `${url}/store/bills`, { merchantId: merchant!.id, day })).body;
    expect(await compare()).toEqual({ differences: [] });
    // The clock compares days of its own, by the hour at which this runs.
    const { items } = (await shop.call('finance', 'GET', `${url}/store/bills`)).body as { items: { day: string }[] };
    expect(items.filter((one) => one.day === day)).toMatchObject([{ day, state: 'agrees', matched: 3, paidFen: 59_700, flowInFen: 59_700, feeFen: 357 }]);
    await world.control(`/merchants/${MCHID}/bill-faults`, { missing: [one.number], amounts: { [two.number]: 19_901 }, foreign: [{ of: three.number, outTradeNo: '2026000000000001' }] });
    const { differences } = await compare();
    expect(Object.fromEntries(differences.map(({ number, kind }: { number: string; kind: string }) => [number, kind]))).toEqual({
      [one.number]: 'missing_there', [two.number]: 'amount', '2026000000000001': 'missing_here',
    });
  });

  it('an operator who cancels what was refunded in the merchant’s console meanwhile stands in the log with it', async () => {
    const order = await paidOrder({ lost: true });
    await createPayClient({ merchant: keys, baseUrl: world.sandbox.url, log: silentLog }).refunds.create({ payment: { outTradeNo: order.number }, outRefundNo: 'by-hand-too', refund: 19_900, total: 19_900 });
    expect((await shop.call('owner', 'POST', `${url}/store/orders/${order.id}/cancellation`, { reason: '顾客改变主意' })).status).toBeLessThan(300);
    expect(await stateOf(order.id)).toBe('cancelled');
    expect(await brand.query(`select after from audit_entry where brand_id = 1 and action = 'order.cancelled' and subject = 'order:' || $1`, [order.id])).toEqual([{ after: { reason: '顾客改变主意' } }]);
  });
});
