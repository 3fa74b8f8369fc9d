import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { checkStock } from './index.ts';
import { settle } from './pay/settle.ts';
import { type Ask, inOwnDatabase, orderOf, setUpStall, type Stall, testShop } from './testing.ts';

/** Whatever buyers, WeChat Pay and the clock do at once: units, money and coupons add up. */
let at = Date.parse('2026-08-19T12:00:00Z');
let serial = 0;
const MINUTE = 60_000;
const BUYERS = 4;

const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at });
afterAll(close);

const buyer = fc.nat(BUYERS - 1);
const which = fc.nat(9);
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('order' as const), buyer, sku: fc.nat(1), quantity: fc.integer({ min: 1, max: 2 }), withCoupon: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pay' as const), buyer, which, noticed: fc.integer({ min: 0, max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('start' as const, 'confirm' as const, 'cancel' as const, 'late' as const), buyer, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refund' as const), which, restock: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('receive' as const), sku: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 6 }) }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

interface World {
  stall: Stall;
  buyers: { ask: Ask; couponId: string | null }[];
}

async function makeWorld(): Promise<World> {
  const stall = await setUpStall(brand, { units: [2, 3], perPerson: 3 });
  const offered = await shop.call('owner', 'POST', '/api/brands/1/store/coupon-templates', {
    name: '减一百', discount: { kind: 'amount', fen: 10_000 }, thresholdFen: 0, storefrontIds: [stall.storefrontId], budget: 2, validDays: 9, claimable: true,
  });
  const buyers = await Promise.all(Array.from({ length: BUYERS }, async () => {
    const { ask } = await shop.shopper(`o-${++serial}`);
    const claimed = await ask('POST', `/coupon-templates/${offered.body.id}/claim`);
    return { ask, couponId: claimed.status === 201 ? (claimed.body.id as string) : null };
  }));
  return { stall, buyers };
}

/** One of somebody's orders; null without any. */
async function pick(ask: Ask, index: number): Promise<{ id: string; number: string } | null> {
  const { items } = (await ask('GET', '/orders')).body as { items: { id: string; number: string }[] };
  return items[index % Math.max(1, items.length)] ?? null;
}

/** Refusals are part of life; what fails otherwise fails the test. */
async function perform({ stall, buyers }: World, one: Act): Promise<void> {
  const post = async (ask: Ask, path: string, body?: object, key?: string) => expect((await ask('POST', path, body, key)).status, path).toBeLessThan(500);
  switch (one.kind) {
    case 'order': {
      const { ask, couponId } = buyers[one.buyer]!;
      const basket = orderOf(stall, one);
      const coupon = one.withCoupon ? couponId : null;
      return post(ask, '/orders', { ...basket, couponId: coupon, expectedTotalFen: basket.expectedTotalFen - (coupon ? 10_000 : 0) }, `request-${++serial}`);
    }
    case 'pay': {
      const { ask } = buyers[one.buyer]!;
      const order = await pick(ask, one.which);
      if (!order) return;
      await post(ask, `/orders/${order.id}/payment`);
      const transaction = shop.platform.pay(order.number);
      if (transaction) await Promise.all(Array.from({ length: one.noticed }, () => settle(shop.store.routes.pay, 1, transaction, 'notice')));
      return;
    }
    case 'late': {
      const order = await pick(buyers[one.buyer]!.ask, one.which);
      const transaction = order && shop.platform.pay(order.number, true);
      if (transaction) await settle(shop.store.routes.pay, 1, transaction, 'notice');
      return;
    }
    case 'start': case 'confirm': case 'cancel': {
      const { ask } = buyers[one.buyer]!;
      const order = await pick(ask, one.which);
      return order ? post(ask, `/orders/${order.id}/${{ start: 'payment', confirm: 'confirmation', cancel: 'cancellation' }[one.kind]}`) : undefined;
    }
    case 'refund': {
      const { ask } = buyers[one.which % BUYERS]!;
      const order = await pick(ask, one.which);
      if (!order) return;
      const body = { lines: [{ position: 1, units: 1 }], reason: '退货', restock: one.restock, requestKey: `refund-${++serial}` };
      expect((await shop.call('owner', 'POST', `/api/brands/1/store/orders/${order.id}/refunds`, body)).status).toBeLessThan(500);
      return;
    }
    case 'receive':
      expect((await shop.call('owner', 'POST', `/api/brands/1/store/pools/${stall.poolId}/movements`, { skuId: stall.skuIds[one.sku], quantity: 1, reason: 'received', note: '' })).status).toBe(201);
      return;
    case 'wait':
      at += one.minutes * MINUTE;
      await stores.timers.runDue();
  }
}

/** True at every moment. */
async function checkAlways(): Promise<void> {
  expect(await checkStock(brand, 1)).toEqual([]);
  const broken = await brand.query(
    `select 'coupon used twice' as what from shop_order where state <> 'cancelled' and coupon_id is not null group by coupon_id having count(*) > 1
     union all select 'coupon over budget' from coupon_template where issued > budget
     union all select 'lines and total' from shop_order o where total_fen <> (select sum(pay_fen) from order_line l where l.brand_id = o.brand_id and l.order_id = o.id)
     union all select 'lines and discounts' from order_line where pay_fen <> quantity * (unit_fen + options_fen) - (select coalesce(sum((d->>'fen')::bigint), 0) from jsonb_array_elements(discounts) d)
     union all select 'paid without money' from shop_order where state = 'paid' and paid_fen <> total_fen
     union all select 'more than a person may' from purchase_count c join listing g on g.brand_id = c.brand_id and g.storefront_id = c.storefront_id and g.sku_id = c.sku_id where c.units > g.per_person
     union all select 'bought and counted' from purchase_count c where c.units <> coalesce((
       select sum(l.quantity - coalesce((select sum(b.quantity) from refund r join refund_line b on b.brand_id = r.brand_id and b.refund_id = r.id
                                          where r.brand_id = o.brand_id and r.order_id = o.id and r.state = 'succeeded' and b.position = l.position), 0))
         from shop_order o join order_line l on l.brand_id = o.brand_id and l.order_id = o.id
        where o.brand_id = c.brand_id and o.storefront_id = c.storefront_id and o.identity_id = c.identity_id and l.sku_id = c.sku_id and o.state <> 'cancelled'), 0)
     union all select 'refunds and refunded' from shop_order o where refunded_fen <> (select coalesce(sum(fen), 0) from refund r where r.brand_id = o.brand_id and r.order_id = o.id and r.state = 'succeeded')`,
  );
  expect(broken).toEqual([]);
}

/** True once everything has been told and every time is over. */
async function checkInTheEnd({ stall, buyers }: World): Promise<void> {
  const numbers = new Set((await Promise.all(buyers.map(async ({ ask }) => (await ask('GET', '/orders')).body.items as { number: string }[]))).flat().map(({ number }) => number));
  const paid = [...shop.platform.payments].filter(([number, { transaction }]) => numbers.has(number) && transaction);
  for (const [, { transaction }] of paid) await settle(shop.store.routes.pay, 1, transaction!, 'notice');
  at += 10 * MINUTE;
  await stores.timers.runDue();
  await checkAlways();
  const orders = await brand.query<{ number: string; state: string; paidFen: number; refundedFen: number }>(
    'select number, state, paid_fen as "paidFen", refunded_fen as "refundedFen" from shop_order where brand_id = 1 and storefront_id = $1', [stall.storefrontId],
  );
  // Every fen WeChat Pay took is on an order; whoever has no goods has the money back.
  for (const { number, state, paidFen, refundedFen } of orders) {
    expect(paidFen).toBe(shop.platform.payments.get(number)?.transaction?.total ?? 0);
    expect(state).not.toBe('awaiting_payment');
    if (state === 'cancelled') expect(refundedFen).toBe(paidFen);
  }
  const [units] = await brand.query<{ sold: number; received: number; returned: number; held: number; onHand: number }>(
    `select (select coalesce(sum(h.quantity), 0) from stock_hold h where h.pool_id = $1 and h.state = 'committed') as sold,
            (select sum(quantity) from stock_movement m where m.pool_id = $1 and reason = 'received') as received,
            (select coalesce(sum(quantity), 0) from stock_movement m where m.pool_id = $1 and reason = 'returned') as returned,
            sum(held) as held, sum(on_hand) as "onHand" from stock where pool_id = $1`, [stall.poolId],
  );
  expect(units).toMatchObject({ held: 0, onHand: units!.received + units!.returned - units!.sold });
}

it('units, money and coupons add up after any acts of four buyers at once', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }), async (waves) => {
    const world = await makeWorld();
    for (const wave of waves) {
      await Promise.all(wave.map((one) => perform(world, one)));
      await checkAlways();
    }
    await checkInTheEnd(world);
  }), { numRuns: 15, endOnFailure: true });
}, 120_000);
