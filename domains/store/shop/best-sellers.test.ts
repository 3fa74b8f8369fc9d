import { afterAll, expect, it } from 'vitest';
import { inOwnDatabase, orderOf, setUpStall, testShop } from '../testing.ts';

const DAY = 86_400_000;
let at = Date.parse('2026-08-19T04:00:00Z');

const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at });
afterAll(close);

it('counts what was paid for and kept here in thirty days, and nothing else (Z-12)', async () => {
  const stall = await setUpStall(brand, { type: 'permanent', units: [20] });
  const { ask } = await shop.shopper('o-buyer');
  const shown = async () => (await ask('GET', `/storefronts/${stall.storefrontId}/best-sellers`)).body;
  expect(await shown()).toEqual({ days: 30, items: [] });
  const buy = async (quantity: number, pays: boolean) => {
    const { body } = await ask('POST', '/orders', orderOf(stall, { quantity }), `best-${quantity}-${at}`);
    await ask('POST', `/orders/${body.id}/payment`);
    if (pays) shop.platform.pay(body.number);
    await ask('POST', `/orders/${body.id}/confirmation`);
    return body.id as string;
  };
  await buy(5, false);
  await buy(3, true);
  const back = await buy(2, true);
  // Remembered; older than ten minutes nothing is.
  expect((await shown()).items).toEqual([]);
  at += 600_000;
  expect((await shown()).items).toEqual([{ productId: stall.productId, units: 5 }]);
  await shop.call('owner', 'POST', `/api/brands/1/store/orders/${back}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退', restock: true, requestKey: 'best-refund' });
  await stores.timers.runDue(at);
  at += 600_000;
  expect((await shown()).items).toEqual([{ productId: stall.productId, units: 4 }]);
  at += 30 * DAY;
  const later = await shop.shopper('o-later');
  expect((await later.ask('GET', `/storefronts/${stall.storefrontId}/best-sellers`)).body.items).toEqual([]);
});
