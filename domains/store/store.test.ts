import { afterAll, describe, expect, it } from 'vitest';
import { changeProduct } from './catalogue/products.ts';
import { checkStock } from './index.ts';
import { settle } from './pay/settle.ts';
import { settleRefund } from './pay/send-refund.ts';
import { inOwnDatabase, MCHID, ordering, orderOf, productWords, setUpStall, testShop } from './testing.ts';

const MINUTE = 60_000;
const url = '/api/brands/1';
let at = Date.parse('2026-08-19T12:00:00Z');

const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at });
afterAll(close);
const { newKey, someone, startedOrder, stockOf, eventsOf, auditedOf } = ordering(shop, brand);
const deps = () => shop.store.routes.pay;

describe('what is sold where', () => {
  it('products keep costs from who does not see them, and variants nobody names are archived', async () => {
    const sku = (code: string) => ({ code, name: code, priceFen: 100, compareAtFen: null });
    const made = await shop.call('owner', 'POST', `${url}/store/products`, { ...productWords, skus: [{ ...sku('A-1'), costFen: 40 }, sku('A-2')] });
    expect(made).toMatchObject({ status: 201, body: { skus: [{ costFen: 40 }, { costFen: null }] } });
    const { id, skus: [first] } = made.body;
    // A marketer, who sees no costs, changes none.
    const changed = await shop.call('marketer', 'PUT', `${url}/store/products/${id}`, { ...productWords, skus: [{ id: first.id, ...sku('A-1'), costFen: 1 }] });
    expect(changed.body.skus.map(({ costFen, archivedAt }: { costFen: null; archivedAt: string | null }) => [costFen, archivedAt === null])).toEqual([[null, true], [null, false]]);
    expect((await shop.call('owner', 'GET', `${url}/store/products/${id}`)).body.skus[0].costFen).toBe(40);
    expect((await shop.call('owner', 'POST', `${url}/store/products`, { ...productWords, skus: [sku('A-1')] })).body.error.code).toBe('sku_code_taken');
    expect((await shop.call('viewer', 'POST', `${url}/store/products`, { ...productWords, skus: [sku('B')] })).status).toBe(403);
  });

  it('price bands that are not sold directly are listed nowhere (L-19)', async () => {
    await shop.call('owner', 'PUT', `${url}/store/price-bands`, { items: [{ fromFen: 0, name: '入门', soldDirectly: true }, { fromFen: 1_000_000, name: '高级珠宝', soldDirectly: false }] });
    const stall = await setUpStall(brand, { units: [1], priceFen: 999_999 });
    const list = (priceFen: number) => shop.call('owner', 'PUT', `${url}/store/storefronts/${stall.storefrontId}/listings`, { listings: [{ skuId: stall.skuIds[0], priceFen, perPerson: null }] });
    expect((await list(999_999)).status).toBe(200);
    expect((await list(1_000_000)).body.error.code).toBe('not_sold_directly');
    // Nor does what is listed already stay on sale when the bands change.
    const { ask } = await someone();
    const offered = async () => (await ask('GET', `/storefronts/${stall.storefrontId}`)).body.items.length;
    expect(await offered()).toBe(1);
    await shop.call('owner', 'PUT', `${url}/store/price-bands`, { items: [{ fromFen: 500_000, name: '高级珠宝', soldDirectly: false }] });
    await expect.poll(offered).toBe(0);
    await shop.call('owner', 'PUT', `${url}/store/price-bands`, { items: [] });
    await expect.poll(offered).toBe(1);
  });

  it('every change of its settings is in the audit log', async () => {
    await shop.call('owner', 'PUT', `${url}/store/categories`, { items: [{ name: '手镯' }] });
    const { body: pool } = await shop.call('owner', 'POST', `${url}/store/pools`, { name: '总仓' });
    expect(await auditedOf('store')).toContain('categories.changed');
    expect(await auditedOf(`pool:${pool.id}`)).toEqual(['pool.created']);
  });

  it('a drop opens and closes to the second, and says when it opens', async () => {
    const opensAt = new Date(at + MINUTE);
    const stall = await setUpStall(brand, { units: [5], opensAt, closesAt: new Date(at + 2 * MINUTE) });
    const { ask } = await someone();
    const phase = async () => (await ask('GET', `/storefronts/${stall.storefrontId}`)).body.phase;
    const order = async () => (await ask('POST', '/orders', orderOf(stall), newKey())).body.error?.code ?? 'placed';
    // Costs, pools and how many are left are the brand's affair.
    expect(JSON.stringify((await ask('GET', `/storefronts/${stall.storefrontId}`)).body)).not.toMatch(/cost|pool|onHand|available|commission/i);
    at += MINUTE - 1;
    expect([await phase(), await order()]).toEqual(['upcoming', 'not_open_yet']);
    at += 1;
    expect([await phase(), await order()]).toEqual(['open', 'placed']);
    at += MINUTE - 1;
    expect([await phase(), await order()]).toEqual(['open', 'placed']);
    at += 1;
    expect([await phase(), await order()]).toEqual(['ended', 'not_open']);
    await shop.call('owner', 'POST', `${url}/store/storefronts/${stall.storefrontId}/state`, { state: 'archived' });
    expect((await shop.call('owner', 'POST', `${url}/store/storefronts/${stall.storefrontId}/state`, { state: 'published' })).body.error.code).toBe('storefront_move');
    expect((await ask('GET', `/storefronts/${stall.storefrontId}`)).status).toBe(404);
    expect((await ask('POST', '/quotes', { storefrontId: stall.storefrontId, lines: orderOf(stall).lines })).status).toBe(404);
  });

  it('engraving takes safe characters only, costs its fee, and two engravings are two lines of the cart', async () => {
    const engraving = { id: 'inside', kind: 'engraving' as const, name: '内圈刻字', required: false, feeFen: 500, leadDays: 7, most: 5, scripts: ['latin' as const, 'han' as const] };
    const stall = await setUpStall(brand, { type: 'permanent', units: [9], options: [engraving] });
    const { ask } = await someone();
    const put = (inside: string, quantity = 1) => ask('PUT', `/storefronts/${stall.storefrontId}/cart/lines`, { skuId: stall.skuIds[0], quantity, options: inside === '' ? {} : { inside } });
    expect((await put('爱你❤️')).body.error.code).toBe('option_unsafe_character');
    expect((await put('A‮B')).body.error.code).toBe('option_unsafe_character');
    expect((await put('M & L2')).body.error.code).toBe('option_too_long');
    expect((await put('M&L2')).body.error.code).toBe('option_unsafe_character');
    await put('M & L');
    at += 1;
    await put('爱', 2);
    expect((await put('  M  & L ', 3)).body.items.map(({ quantity }: { quantity: number }) => quantity)).toEqual([3, 2]);
    const quoted = await ask('POST', '/quotes', { storefrontId: stall.storefrontId });
    expect(quoted.body).toMatchObject({ totalFen: 5 * 20_400, lines: [{ leadDays: 7, optionsFen: 500 }, {}] });
    const placed = await ask('POST', '/orders', { storefrontId: stall.storefrontId, expectedTotalFen: 5 * 20_400, channel: 'h5' }, newKey());
    expect(placed.status).toBe(201);
    expect((await ask('GET', `/storefronts/${stall.storefrontId}/cart`)).body.items).toEqual([]);
    expect(await stockOf(stall.poolId)).toMatchObject({ onHand: 9, held: 5, available: 4 });
    // What cannot be engraved any more can still be taken out.
    await put('爱');
    const sku = { id: stall.skuIds[0]!, code: 'plain', name: '', priceFen: 19_900, compareAtFen: null };
    await brand.tx((tx) => changeProduct(tx, 1, stall.productId, productWords, [sku]));
    await expect.poll(async () => (await ask('POST', '/quotes', { storefrontId: stall.storefrontId })).body.error?.code).toBe('option_unknown');
    expect((await put('爱', 0)).body.items).toEqual([]);
  });
});

describe('money back', () => {
  it('is given by who opens the order without seeing whose it is', async () => {
    const { ask } = await someone();
    const address = { name: '王小明', phone: '13800138000', province: '上海', city: '上海', district: '静安区', detail: '南京西路 1 号' };
    const { body: order } = await ask('POST', '/orders', { ...orderOf(await setUpStall(brand, { units: [1] })), address }, newKey());
    const asSeen = async (role: 'finance' | 'viewer') => (await shop.call(role, 'GET', `${url}/store/orders/${order.id}`)).body;
    expect(await asSeen('viewer')).toMatchObject({ contactId: expect.any(Number), address: { name: '王*', phone: '138****8000', detail: '***' } });
    expect(await asSeen('finance')).toMatchObject({ contactId: null, address: null, totalFen: 19_900, lines: [{ position: 1 }] });
    const { body: list } = await shop.call('finance', 'GET', `${url}/store/orders?text=${order.number}`);
    expect(list.items).toMatchObject([{ id: order.id, contactId: null }]);
  });

  it('in parts that add up, never twice for the same units, and on the timeline as part and whole', async () => {
    const stall = await setUpStall(brand, { units: [3], priceFen: 333 });
    const { ask } = await someone();
    const { body: order } = await ask('POST', '/orders', orderOf(stall, { quantity: 3, priceFen: 333 }), newKey());
    await ask('POST', `/orders/${order.id}/payment`);
    const refund = (units: number, requestKey: string) => shop.call('finance', 'POST', `${url}/store/orders/${order.id}/refunds`, { lines: [{ position: 1, units }], reason: '退货', restock: true, requestKey });
    expect((await refund(1, 'before-paid')).body.error.code).toBe('not_paid');
    await settle(deps(), 1, shop.platform.pay(order.number)!, 'notice');
    const first = await refund(1, 'first-one');
    expect((await refund(1, 'first-one')).body.id).toBe(first.body.id);
    expect(await auditedOf(`order:${order.id}`)).toEqual(['order.refund_requested']);
    expect((await refund(2, 'first-one')).body.error.code).toBe('key_reused');
    expect((await refund(3, 'too-much')).body.error).toMatchObject({ code: 'already_refunded', data: { left: 2 } });
    await stores.timers.runDue();
    expect((await ask('GET', `/orders/${order.id}`)).body).toMatchObject({ refundedFen: 333, refunds: [{ state: 'succeeded' }] });
    expect(await stockOf(stall.poolId)).toMatchObject({ onHand: 1 });
    await refund(2, 'the-rest');
    await stores.timers.runDue();
    expect((await ask('GET', `/orders/${order.id}`)).body).toMatchObject({ paidFen: 999, refundedFen: 999, state: 'paid' });
    expect((await refund(1, 'once-more')).body.error.code).toBe('already_refunded');
    expect(await eventsOf(order.id)).toEqual(['order.placed', 'order.paid', 'order.part_refunded', 'order.refunded']);
    expect(await checkStock(brand, 1)).toEqual([]);
  });

  it('and orders that expire hold up no other timer while WeChat Pay is silent', async () => {
    const stall = await setUpStall(brand, { units: [2] });
    const { order } = await startedOrder(stall);
    await settle(deps(), 1, shop.platform.pay(order.number)!, 'notice');
    const unpaid = await startedOrder(stall);
    await stores.timers.runDue();
    let answer!: () => void;
    shop.platform.keepSilent(new Promise<void>((resolve) => { answer = resolve; }));
    const fired: string[] = [];
    stores.timers.register('a push', async ({ key }) => void fired.push(key));
    await shop.call('finance', 'POST', `${url}/store/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退货', restock: false, requestKey: 'silent-one' });
    at += 6 * MINUTE;
    await brand.tx((tx) => stores.timers.set(tx, { brandId: 1, name: 'a push', key: 'of this minute', dueAt: new Date(at), payload: null }));
    try {
      await expect.poll(() => fired, { timeout: 5000 }).toEqual(['of this minute']);
    } finally {
      answer();
    }
    await stores.timers.runDue();
    expect((await unpaid.ask('GET', `/orders/${unpaid.order.id}`)).body.state).toBe('cancelled');
  });

  it('that WeChat Pay closed may be asked for again; an answer and a notice of one refund count once', async () => {
    const stall = await setUpStall(brand, { units: [1] });
    const { ask, order } = await startedOrder(stall);
    await settle(deps(), 1, shop.platform.pay(order.number)!, 'notice');
    const refund = (requestKey: string) => shop.call('owner', 'POST', `${url}/store/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退货', restock: false, requestKey });
    shop.platform.refundStates.push('CLOSED');
    await refund('closed-one');
    await stores.timers.runDue();
    expect((await ask('GET', `/orders/${order.id}`)).body.refunds).toMatchObject([{ state: 'closed' }]);
    await refund('second-try');
    await stores.timers.runDue();
    const answer = [...shop.platform.payments.get(order.number)!.refunds.values()].at(-1)!;
    await Promise.all([settleRefund(deps(), 1, MCHID, answer), settleRefund(deps(), 1, MCHID, answer)]);
    await expect(settleRefund(deps(), 1, MCHID, { ...answer, refund: 1 })).rejects.toMatchObject({ code: 'pay_mismatch' });
    expect((await ask('GET', `/orders/${order.id}`)).body).toMatchObject({ refundedFen: 19_900 });
    expect((await eventsOf(order.id)).filter((type) => type === 'order.refunded')).toHaveLength(1);
  });
});

describe('coupons', () => {
  const offer = async (budget: number) => (await shop.call('owner', 'POST', `${url}/store/coupon-templates`, {
    name: '满百减十', discount: { kind: 'amount', fen: 1000 }, thresholdFen: 10_000, storefrontIds: [], budget, validDays: 1, claimable: true,
  })).body.id as string;

  it('are given within their budget, one a person, however many tap at once', async () => {
    const templateId = await offer(3);
    const people = await Promise.all(Array.from({ length: 6 }, someone));
    const taps = await Promise.all(people.flatMap(({ ask }) => [ask('POST', `/coupon-templates/${templateId}/claim`), ask('POST', `/coupon-templates/${templateId}/claim`)]));
    const ids = new Set(taps.filter(({ status }) => status === 201).map(({ body }) => body.id));
    expect(ids.size).toBe(3);
    expect(taps.filter(({ status }) => status === 409).every(({ body }) => body.error.code === 'coupons_gone')).toBe(true);
  });

  it('count once, come back with an order that was not paid, and end to the minute', async () => {
    const templateId = await offer(1);
    const stall = await setUpStall(brand, { units: [5] });
    const { ask } = await someone();
    const { body: coupon } = await ask('POST', `/coupon-templates/${templateId}/claim`);
    const withCoupon = { ...orderOf(stall), couponId: coupon.id, expectedTotalFen: 18_900 };
    const orders = await Promise.all([ask('POST', '/orders', withCoupon, newKey()), ask('POST', '/orders', withCoupon, newKey())]);
    expect(orders.map(({ status }) => status).sort()).toEqual([201, 409]);
    const placed = orders.find(({ status }) => status === 201)!.body;
    expect((await ask('GET', `/orders/${placed.id}`)).body).toMatchObject({ discountFen: 1000, lines: [{ discounts: [{ id: coupon.id, fen: 1000 }], payFen: 18_900 }] });
    await ask('POST', `/orders/${placed.id}/cancellation`);
    expect((await ask('GET', '/coupons')).body.items).toMatchObject([{ state: 'saved', orderId: null }]);
    at = Date.parse(coupon.expiresAt) - 1;
    expect((await ask('POST', '/quotes', { storefrontId: stall.storefrontId, lines: withCoupon.lines, couponId: coupon.id })).body).toMatchObject({ totalFen: 18_900, couponCounts: true });
    at += 1;
    await stores.timers.runDue();
    expect((await ask('GET', '/coupons')).body.items).toMatchObject([{ state: 'expired' }]);
    expect((await ask('POST', '/orders', withCoupon, newKey())).body.error.code).toBe('coupon_unusable');
  });
});

it('a preview of the brand looks around in its own shop and changes nothing', async () => {
  const { storefrontId } = await setUpStall(brand, { type: 'permanent', units: [3] });
  const { body: { code } } = await shop.call('owner', 'POST', `${url}/store/previews`);
  const signIn = (shopId: number) => shop.withPass('', shopId)('POST', '/sessions', { assetId: 'preview', code });
  const { status, body: { pass, expiresAt } } = await signIn(1);
  expect([status, Date.parse(expiresAt) - at]).toEqual([201, 3_600_000]);
  const ask = shop.withPass(pass, 1);
  expect((await ask('GET', `/storefronts/${storefrontId}`)).body.items).toHaveLength(1);
  for (const path of ['/orders', '/coupons', `/storefronts/${storefrontId}/cart`]) expect((await ask('GET', path)).body).toMatchObject({ items: [] });
  expect((await ask('PUT', `/storefronts/${storefrontId}/cart/lines`, { skuId: 'a', quantity: 1, options: {} })).body.error.code).toBe('preview');
  expect((await shop.withPass(pass, 2)('GET', '/orders')).status).toBe(401);
  // To WeChat it is a code like any other.
  expect((await signIn(2)).body.pass).not.toBe(code);
  at += 3_600_000;
  expect((await ask('GET', '/orders')).status).toBe(401);
  expect((await signIn(1)).body.pass).not.toBe(code);
});

it('a pass opens one shop for one person, and nothing of another brand or buyer', async () => {
  const own = await setUpStall(brand, { type: 'permanent', units: [3] });
  const foreign = await setUpStall(stores.database.forBrand(2), { type: 'permanent', units: [3] });
  const { ask, pass } = await someone();
  const { body: order } = await ask('POST', '/orders', orderOf(own), newKey());
  const other = await shop.shopper('o-of-brand-2', 2);
  expect((await other.ask('POST', '/orders', orderOf(foreign), newKey())).status).toBe(201);
  for (const [method, path, body] of [
    ['GET', `/storefronts/${own.storefrontId}`], ['POST', '/orders', orderOf(own)], ['POST', '/orders', { ...orderOf(foreign), lines: orderOf(own).lines }],
    ['GET', `/orders/${order.id}`], ['POST', `/orders/${order.id}/payment`], ['POST', `/orders/${order.id}/confirmation`], ['POST', `/orders/${order.id}/cancellation`],
    ['POST', '/quotes', { storefrontId: own.storefrontId, lines: orderOf(own).lines }],
  ] as const) {
    const { status, body: answer } = await other.ask(method, path, body, newKey());
    expect([404, 422], path).toContain(status);
    expect(JSON.stringify(answer)).not.toContain(order.number);
  }
  const forged = `${Buffer.from(Buffer.from(pass.split('.')[0]!, 'base64url').toString().replace(/^1~/, '2~')).toString('base64url')}.${pass.split('.')[1]}`;
  for (const [brandId, bearer] of [[2, pass], [2, forged], [1, `${pass}x`], [1, '']] as const) {
    expect((await shop.withPass(bearer, brandId)('GET', '/orders')).status).toBe(401);
  }
  at += 7 * 86_400_000 - 1;
  expect((await ask('GET', '/orders')).status).toBe(200);
  at += 1;
  expect((await ask('GET', '/orders')).body.error.code).toBe('sign_in');
});

it('limits one person, and nobody else at the same address', async () => {
  const [greedy, other] = [await someone(), await someone()];
  let served = 0;
  while ((await greedy.ask('POST', '/coupons/none/save')).status === 404) served += 1;
  // Twice as many when a minute ended meanwhile.
  expect(served).toBeGreaterThanOrEqual(300);
  expect(served).toBeLessThanOrEqual(600);
  expect((await greedy.ask('POST', '/coupons/none/save')).body.error.code).toBe('rate_limited');
  expect((await other.ask('POST', '/coupons/none/save')).status).toBe(404);
});

it('sold out in 71 h 58 m (K-07): from the opening to the payment that took the last unit', async () => {
  const stall = await setUpStall(brand, { units: [2], holdMinutes: 60 });
  const opened = at;
  const first = await startedOrder(stall);
  await settle(deps(), 1, shop.platform.pay(first.order.number)!, 'notice');
  const clock = async () => (await shop.call('viewer', 'GET', `${url}/store/storefronts/${stall.storefrontId}/sell-outs`)).body.items[0];
  at = opened + (71 * 60 + 20) * MINUTE;
  const last = await startedOrder(stall);
  expect(await clock()).toMatchObject({ minutes: null });
  at = opened + (71 * 60 + 58) * MINUTE;
  const transaction = shop.platform.pay(last.order.number)!;
  // Whenever we hear of it.
  at += 9 * MINUTE;
  await settle(deps(), 1, transaction, 'notice');
  expect(await clock()).toMatchObject({ minutes: 71 * 60 + 58, skus: [{ skuId: stall.skuIds[0] }] });
});
