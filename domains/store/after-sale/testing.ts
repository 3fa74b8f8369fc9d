import { rowByRow } from '@qingniao/access/testing';
import { beforeEach } from 'vitest';
import { settle } from '../pay/settle.ts';
import { type Ask, inOwnDatabase, orderOf, setUpStall, type Stall, testShop, type TestShop } from '../testing.ts';

export const DAY = 86_400_000;
export const url = '/api/brands/1/store';
const address = { name: '王小明', phone: '13800138000', province: '上海', city: '上海', district: '静安区', detail: '南京西路 1 号' };

export interface Bought {
  ask: Ask;
  id: string;
  number: string;
}

/**
 * A shop in a database of its own, on a clock the test moves, whose stall is set up anew before each test: two SKUs of
 * 100 units at 100.00. At the top of a file, with `afterAll(close)` below it.
 */
export async function testDesk() {
  const clock = { at: Date.parse('2026-08-19T12:00:00Z') };
  const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => clock.at });
  // The list of carriers is WeChat's; here there is none to ask.
  shop.store.routes.carriers.waybill = async (_brandId, carrierId, number) => ({ carrierId, carrierName: carrierId, number });
  const stall: Stall = { storefrontId: '', poolId: '', productId: '', skuIds: [] };
  beforeEach(async () => {
    await stores.timers.runDue();
    Object.assign(stall, await setUpStall(brand, { type: 'permanent', units: [100, 100], priceFen: 10_000 }));
    await brand.query('update sku set price_fen = 10000 where brand_id = 1 and product_id = $1', [stall.productId]);
    await shop.call('owner', 'PUT', `${url}/storefronts/${stall.storefrontId}/listings`, { listings: stall.skuIds.map((skuId) => ({ skuId, priceFen: null, perPerson: null })) });
  });

  let serial = 0;
  const newKey = () => `request-${++serial}`;
  /** Signed in each time: days pass. */
  const somebody = (openid = `o-${++serial}`): Ask => async (...asked) => (await shop.shopper(openid)).ask(...asked);
  const call = (role: Parameters<TestShop['call']>[0], path: string, body?: object) => shop.call(role, 'POST', `${url}${path}`, body);

  /** An order somebody paid, of so many units of the first SKU. */
  async function paid(quantity = 1): Promise<Bought> {
    const buyer = somebody();
    const { body: order } = await buyer('POST', '/orders', { ...orderOf(stall, { quantity, priceFen: 10_000 }), address }, newKey());
    await buyer('POST', `/orders/${order.id}/payment`);
    await settle(shop.store.routes.pay, 1, shop.platform.pay(order.number)!, 'notice');
    return { ask: buyer, id: order.id, number: order.number };
  }
  /** Shipped whole, and received. */
  async function received(quantity = 1): Promise<Bought> {
    const order = await paid(quantity);
    await call('owner', `/orders/${order.id}/parcels`, { method: 'local' });
    await stores.timers.runDue();
    const { body } = await order.ask('POST', `/orders/${order.id}/receipt`);
    if (body.fulfilment !== 'received') throw new Error(`the order was not received: ${JSON.stringify(body)}`);
    return order;
  }
  /** Of a SKU of the stall. */
  const stockOf = async (sku = 0): Promise<number> =>
    (await rowByRow((query) => shop.call('owner', 'GET', `${url}/pools/${stall.poolId}/stock?${query}`))).find((row: { skuId: string }) => row.skuId === stall.skuIds[sku]).onHand;
  const request = (order: { id: string }, kind: string, reason: string, units = 1) => ({ orderId: order.id, kind, reason, words: '请看照片', lines: [{ position: 1, units }] });
  const askFor = async ({ ask, id }: Pick<Bought, 'ask' | 'id'>, kind: string, reason: string, units = 1) => ask('POST', '/after-sales', request({ id }, kind, reason, units), newKey());
  return { clock, stores, brand, shop, stall, close, newKey, somebody, call, paid, received, request, askFor, stockOf };
}
