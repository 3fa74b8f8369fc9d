import { rowByRow } from '@qingniao/access/testing';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { settle } from '../pay/settle.ts';
import { startPayment } from '../pay/start-payment.ts';
import { takeVariant } from './gift-order.ts';
import { lockOrder } from './order-row.ts';
import { type Ask, inOwnDatabase, ordering, orderOf, setUpStall, testShop } from '../testing.ts';

const MINUTE = 60_000;
const url = '/api/brands/1';
let at = Date.parse('2026-08-19T12:00:00Z');

const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at });
afterAll(close);
const { newKey, someone, startedOrder, stockOf, stepsOf, eventsOf } = ordering(shop, brand);
const deps = () => shop.store.routes.pay;
beforeEach(() => shop.platform.goAway(false));

describe('an order', () => {
  it('is the same order however often its request is repeated, also after a sell-out and after closing time', async () => {
    const stall = await setUpStall(brand, { units: [1], closesAt: new Date(at + MINUTE) });
    const { ask } = await someone();
    const key = newKey();
    const answers = await Promise.all([1, 2, 3].map(() => ask('POST', '/orders', orderOf(stall), key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const other = await someone();
    expect((await other.ask('POST', '/orders', orderOf(stall), newKey())).body.error).toMatchObject({ code: 'sold_out', data: { skus: [{ available: 0 }] } });
    // From memory by now, and still not for who has an order.
    await expect.poll(() => shop.store.routes.checkout.soldOut.refused(1, stall.poolId, stall.skuIds, 999_999)).toHaveLength(1);
    expect((await ask('POST', '/orders', orderOf(stall), key)).body.id).toBe(answers[0]!.body.id);
    expect((await ask('POST', '/orders', orderOf(stall, { quantity: 2 }), key)).body.error.code).toBe('key_reused');
    // Who corrects the address and asks again must not get the order that goes to the old one.
    const address = { name: '王小明', phone: '13800138000', province: '上海', city: '上海', district: '静安区', detail: '南京西路 1 号' };
    expect((await ask('POST', '/orders', { ...orderOf(stall), address }, key)).body.error.code).toBe('key_reused');
    at += MINUTE;
    expect((await ask('POST', '/orders', orderOf(stall), key)).body.id).toBe(answers[0]!.body.id);
    expect((await ask('GET', '/orders')).body.items).toHaveLength(1);
  });

  it('stands on its buyer’s list, the newest first, row by row', async () => {
    const stall = await setUpStall(brand, { units: [3] });
    const { ask } = await someone();
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.unshift((await ask('POST', '/orders', orderOf(stall), newKey())).body.id);
    expect((await rowByRow((query) => ask('GET', `/orders?${query}`))).map(({ id }) => id)).toEqual(ids);
  });

  it('becomes paid once by two notices and a query at once, and is on the timeline once', async () => {
    const stall = await setUpStall(brand, { units: [2] });
    const { ask, order } = await startedOrder(stall);
    const transaction = shop.platform.pay(order.number)!;
    const told = await Promise.all([settle(deps(), 1, transaction, 'notice'), settle(deps(), 1, transaction, 'notice'), ask('POST', `/orders/${order.id}/confirmation`)]);
    expect(told[2]).toMatchObject({ status: 200, body: { state: 'paid', paidFen: 19_900 } });
    expect(await settle(deps(), 1, transaction, 'notice')).toBe('already');
    expect(await stockOf(stall.poolId)).toMatchObject({ onHand: 1, held: 0 });
    expect(await eventsOf(order.id)).toEqual(['order.placed', 'order.paid']);
    expect(await stepsOf(order.id)).toEqual(['placed', expect.stringMatching(/paid_by/)]);
    expect((await ask('POST', `/orders/${order.id}/payment`)).body.error.code).toBe('order_paid');
  });

  it('takes no money that is not its own: amount, merchant, appid, a number nobody knows, another transaction', async () => {
    const stall = await setUpStall(brand, { units: [2] });
    const { order } = await startedOrder(stall);
    const transaction = shop.platform.pay(order.number)!;
    for (const wrong of [{ total: 1 }, { mchid: '1900000002' }, { appid: 'wx1' }, { outTradeNo: '2026081900000000' }, { currency: 'USD' }]) {
      await expect(settle(deps(), 1, { ...transaction, ...wrong }, 'notice')).rejects.toMatchObject({ code: 'pay_mismatch' });
      // Repeated, it is the same alarm.
      await expect(settle(deps(), 1, { ...transaction, ...wrong }, 'notice')).rejects.toMatchObject({ code: 'pay_mismatch' });
    }
    await settle(deps(), 1, transaction, 'notice');
    await expect(settle(deps(), 1, { ...transaction, transactionId: 'other' }, 'notice')).rejects.toMatchObject({ code: 'pay_mismatch' });
    const { body } = await shop.call('finance', 'GET', `${url}/store/payment-alarms?unseen=true`);
    expect(body.items.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['other_transaction', 'unknown_order', 'wrong_amount', 'wrong_amount', 'wrong_appid', 'wrong_merchant']);
    expect((await shop.call('finance', 'POST', `${url}/store/payment-alarms/${body.items[0].id}/seen`)).status).toBe(204);
    expect((await shop.call('finance', 'GET', `${url}/store/payment-alarms?unseen=true`)).body.items).toHaveLength(5);
    await brand.query(`update payment_alarm set seen_at = at`);
  });

  it('that is not paid in time gives its units back, after WeChat Pay has closed it', async () => {
    const stall = await setUpStall(brand, { units: [1], holdMinutes: 5 });
    const { ask, order } = await startedOrder(stall);
    at += 5 * MINUTE - 1;
    await stores.timers.runDue();
    expect((await ask('GET', `/orders/${order.id}`)).body.state).toBe('awaiting_payment');
    at += 1000;
    shop.platform.goAway(true);
    await stores.timers.runDue();
    // Nobody knows whether it was paid: the units stay where they are.
    expect(await stockOf(stall.poolId)).toMatchObject({ held: 1 });
    shop.platform.goAway(false);
    await brand.query(`update timer set held_until = null`);
    await expect.poll(() => stores.timers.runDue().then(() => stockOf(stall.poolId)), { interval: 100, timeout: 15_000 }).toMatchObject({ onHand: 1, held: 0 });
    expect(shop.platform.payments.get(order.number)!.closed).toBe(true);
    expect(await stepsOf(order.id)).toEqual(['placed', 'expired']);
    expect(await eventsOf(order.id)).toEqual(['order.placed', 'order.cancelled']);
    const { ask: next } = await someone();
    expect((await next('POST', '/orders', orderOf(stall), newKey())).status).toBe(201);
  });

  it('that is cancelled while WeChat Pay is asked for the payment is paid by nobody', async () => {
    const stall = await setUpStall(brand, { units: [1] });
    const { ask } = await someone();
    const { body: order } = await ask('POST', '/orders', orderOf(stall), newKey());
    const [row] = await brand.query<{ identityId: number }>('select identity_id as "identityId" from shop_order where brand_id = 1 and id = $1', [order.id]);
    const slow: typeof shop.platform.payOf = async (...whose) => {
      const port = await shop.platform.payOf(...whose);
      return {
        ...port,
        async prepay(payment) {
          expect((await ask('POST', `/orders/${order.id}/cancellation`)).body.state).toBe('cancelled');
          return port.prepay(payment);
        },
      };
    };
    await expect(startPayment({ ...deps(), payOf: slow }, 1, row!.identityId, order.id)).rejects.toMatchObject({ code: 'order_cancelled' });
    expect(shop.platform.pay(order.number)).toBeNull();
    expect(await stockOf(stall.poolId)).toMatchObject({ onHand: 1, held: 0 });
  });

  it('that cannot be closed keeps its own timer, and nobody else’s', async () => {
    const stall = await setUpStall(brand, { units: [2] });
    const odd = await startedOrder(stall);
    shop.platform.pay(odd.order.number);
    await brand.query('update payment set total_fen = 1 where brand_id = 1 and order_id = $1', [odd.order.id]);
    at += MINUTE;
    const { ask, order } = await startedOrder(stall);
    at += 6 * MINUTE;
    await stores.timers.runDue();
    expect((await ask('GET', `/orders/${order.id}`)).body.state).toBe('cancelled');
    expect(await brand.query(`select key from timer where brand_id = 1 and name = 'store-order-expiry'`)).toEqual([{ key: odd.order.expiresAt }]);
    await brand.query('update payment set total_fen = 19900 where brand_id = 1 and order_id = $1', [odd.order.id]);
    await brand.query('update payment_alarm set seen_at = at');
    await brand.query('update timer set held_until = null');
    await expect.poll(() => stores.timers.runDue().then(() => odd.ask('GET', `/orders/${odd.order.id}`)), { interval: 100, timeout: 15_000 }).toMatchObject({ body: { state: 'paid' } });
  });

  it('that was paid in the last second is paid, although its notice never came', async () => {
    const stall = await setUpStall(brand, { units: [1] });
    const { ask, order } = await startedOrder(stall);
    shop.platform.pay(order.number);
    at += 6 * MINUTE;
    await stores.timers.runDue();
    expect((await ask('GET', `/orders/${order.id}`)).body.state).toBe('paid');
    expect(await stepsOf(order.id)).toEqual(['placed', 'paid_by_query']);
  });

  it('whose money comes late gets its units while they are there, and else its money back', async () => {
    const stall = await setUpStall(brand, { units: [1] });
    const first = await startedOrder(stall);
    const second = await startedOrder(await setUpStall(brand, { units: [1] }));
    const late = [first, second].map(({ order }) => shop.platform.pay(order.number)!);
    // As if WeChat Pay had closed them and taken the money all the same.
    for (const payment of shop.platform.payments.values()) if (late.includes(payment.transaction!)) payment.transaction = null;
    at += 6 * MINUTE;
    await stores.timers.runDue();
    const { ask: other } = await someone();
    expect((await other('POST', '/orders', orderOf(stall), newKey())).status).toBe(201);
    for (const payment of shop.platform.payments.values()) payment.transaction ??= late.find(({ outTradeNo }) => shop.platform.payments.get(outTradeNo) === payment) ?? null;
    expect(await Promise.all(late.map((transaction) => settle(deps(), 1, transaction, 'notice')))).toEqual(['refunding', 'paid']);
    expect(await settle(deps(), 1, late[0]!, 'notice')).toBe('already');
    await stores.timers.runDue();
    expect((await first.ask('GET', `/orders/${first.order.id}`)).body).toMatchObject({ state: 'cancelled', paidFen: 19_900, refundedFen: 19_900, refunds: [{ fen: 19_900, state: 'succeeded' }] });
    expect(await stepsOf(second.order.id)).toEqual(['placed', 'expired', 'late_money_honoured']);
    expect(shop.platform.refundReasons.at(-1)).toContain('款项原路退回');
    // No purchase came of it.
    expect(await eventsOf(first.order.id)).toEqual(['order.placed', 'order.cancelled']);
  });

  it('whose money comes late gets neither a coupon that is on another order nor more than a person may have', async () => {
    const stall = await setUpStall(brand, { units: [9], perPerson: 2 });
    const { body: template } = await shop.call('owner', 'POST', `${url}/store/coupon-templates`, {
      name: '减一百', discount: { kind: 'amount', fen: 10_000 }, thresholdFen: 0, storefrontIds: [stall.storefrontId], budget: 9, validDays: 9, claimable: true,
    });
    const expired = async ({ ask }: { ask: Ask }, quantity: number, couponId: string | null) => {
      const { body: order } = await ask('POST', '/orders', { ...orderOf(stall, { quantity }), couponId, expectedTotalFen: quantity * 19_900 - (couponId ? 10_000 : 0) }, newKey());
      await ask('POST', `/orders/${order.id}/payment`);
      at += 6 * MINUTE;
      await stores.timers.runDue();
      return order;
    };
    const late = async (order: { number: string }) => settle(deps(), 1, shop.platform.pay(order.number, true)!, 'notice');
    const [saver, greedy, honest] = [await someone(), await someone(), await someone()];
    const { body: coupon } = await saver.ask('POST', `/coupon-templates/${template.id}/claim`);
    const first = await expired(saver, 1, coupon.id);
    const many = await expired(greedy, 2, null);
    const { body: kept } = await honest.ask('POST', `/coupon-templates/${template.id}/claim`);
    const fair = await expired(honest, 2, kept.id);
    expect((await saver.ask('POST', '/orders', { ...orderOf(stall), couponId: coupon.id, expectedTotalFen: 9_900 }, newKey())).status).toBe(201);
    expect((await greedy.ask('POST', '/orders', orderOf(stall), newKey())).status).toBe(201);
    expect([await late(first), await late(many), await late(fair)]).toEqual(['refunding', 'refunding', 'paid']);
    await stores.timers.runDue();
    expect((await saver.ask('GET', `/orders/${first.id}`)).body).toMatchObject({ state: 'cancelled', paidFen: 9_900, refundedFen: 9_900 });
    expect((await greedy.ask('GET', `/orders/${many.id}`)).body).toMatchObject({ state: 'cancelled', refundedFen: 39_800 });
    expect(await brand.query('select state, order_id as "orderId" from coupon where brand_id = 1 and id = $1', [kept.id])).toEqual([{ state: 'used', orderId: fair.id }]);
  });

  it('costs what was shown, or is not placed', async () => {
    const stall = await setUpStall(brand, { units: [1] });
    const { ask } = await someone();
    expect((await ask('POST', '/orders', { ...orderOf(stall), expectedTotalFen: 19_899 }, newKey())).body.error).toMatchObject({ code: 'price_changed', data: { totalFen: 19_900 } });
    await shop.call('owner', 'PUT', `${url}/store/storefronts/${stall.storefrontId}/listings`, { listings: [{ skuId: stall.skuIds[0], priceFen: 18_800, perPerson: null }] });
    await expect.poll(async () => (await ask('POST', '/quotes', { storefrontId: stall.storefrontId, lines: orderOf(stall).lines })).body.totalFen).toBe(18_800);
  });

  it('stays within the limit a person, whose units come back when they cancel (L-22)', async () => {
    const stall = await setUpStall(brand, { units: [9], perPerson: 2 });
    const { ask } = await someone();
    const { body: order } = await ask('POST', '/orders', orderOf(stall, { quantity: 2 }), newKey());
    expect((await ask('POST', '/orders', orderOf(stall), newKey())).body.error).toMatchObject({ code: 'limit_reached', data: { perPerson: 2, bought: 2 } });
    expect((await ask('POST', `/orders/${order.id}/cancellation`)).body.state).toBe('cancelled');
    expect((await ask('POST', '/orders', orderOf(stall, { quantity: 2 }), newKey())).status).toBe(201);
    // What was bought before there was a limit counts.
    const early = await someone();
    const listed = (perPerson: number | null) => shop.call('owner', 'PUT', `${url}/store/storefronts/${stall.storefrontId}/listings`, { listings: [{ skuId: stall.skuIds[0], priceFen: null, perPerson }] });
    const shown = async () => (await early.ask('GET', `/storefronts/${stall.storefrontId}`)).body.items[0].perPerson;
    await listed(null);
    await expect.poll(shown).toBe(null);
    expect((await early.ask('POST', '/orders', orderOf(stall, { quantity: 2 }), newKey())).status).toBe(201);
    await listed(2);
    await expect.poll(shown).toBe(2);
    expect((await early.ask('POST', '/orders', orderOf(stall), newKey())).body.error).toMatchObject({ code: 'limit_reached', data: { bought: 2 } });
    const greedy = await someone();
    const tries = await Promise.all(Array.from({ length: 5 }, () => greedy.ask('POST', '/orders', orderOf(stall), newKey())));
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
    const stranger = await someone();
    expect((await stranger.ask('POST', `/orders/${order.id}/cancellation`)).status).toBe(404);
    expect((await stranger.ask('GET', `/orders/${order.id}`)).status).toBe(404);
  });

  it('of a gift, a variant is exchanged for as many units as are not refunded yet', async () => {
    const stall = await setUpStall(brand, { units: [2, 2] });
    const { order } = await startedOrder(stall, 2);
    await settle(deps(), 1, shop.platform.pay(order.number)!, 'notice');
    const refund = { lines: [{ position: 1, units: 1 }], reason: '退货', restock: true, requestKey: 'one-of-two' };
    expect((await shop.call('finance', 'POST', `${url}/store/orders/${order.id}/refunds`, refund)).status).toBe(201);
    await stores.timers.runDue();
    const onHand = async () => (await brand.query<{ onHand: number }>('select on_hand as "onHand" from stock where brand_id = 1 and pool_id = $1 order by array_position($2, sku_id)', [stall.poolId, stall.skuIds])).map((row) => row.onHand);
    expect(await onHand()).toEqual([1, 2]);
    const other = stall.skuIds[1]!;
    expect(await brand.tx(async (tx) => takeVariant(tx, 1, (await lockOrder(tx, 1, { id: order.id }))!, 1, other))).toBe(true);
    expect(await onHand()).toEqual([2, 1]);
  });
});
