import { afterAll, expect, it } from 'vitest';
import { checkStock } from '../index.ts';
import { orderOf } from '../testing.ts';
import { type Bought, DAY, testDesk, url } from './testing.ts';

const { clock, stores, brand, shop, stall, close, newKey, call, received, request, askFor, stockOf } = await testDesk();
afterAll(close);

it('an exchange sets its replacement aside; withdrawn or out of time, it is on sale again', async () => {
  const order = await received(1);
  const other = { ...request(order, 'exchange', 'size'), replacementSkuId: stall.skuIds[1] };
  expect((await order.ask('POST', '/after-sales', { ...other, replacementSkuId: 'sku-of-another' }, newKey())).body.error.code).toBe('replacement');
  const approved = async () => {
    const { body } = await order.ask('POST', '/after-sales', other, newKey());
    expect((await call('owner', `/after-sales/${body.id}/decision`, { approve: true, note: '仓库' })).body).toMatchObject({ state: 'awaiting_return', replacement: '1' });
    return body.id as string;
  };
  const [first, second] = [await stockOf(0), await stockOf(1)];
  const withdrawn = await approved();
  expect(await stockOf(1)).toBe(second - 1);
  await order.ask('POST', `/after-sales/${withdrawn}/withdrawal`);
  expect(await stockOf(1)).toBe(second);
  const late = await approved();
  clock.at += 7 * DAY - 1;
  await stores.timers.runDue();
  expect((await order.ask('GET', `/after-sales/${late}`)).body.state).toBe('awaiting_return');
  clock.at += 1;
  await stores.timers.runDue();
  expect((await order.ask('GET', `/after-sales/${late}`)).body).toMatchObject({ state: 'expired', steps: expect.arrayContaining([expect.objectContaining({ event: 'time_over', by: 'clock' })]) });
  expect(await stockOf(1)).toBe(second);
  // Too late for a matter of taste now; a fault is another thing.
  expect((await order.ask('POST', '/after-sales', other, newKey())).body.error.code).toBe('after_sale_too_late');
  const { body: faulty } = await order.ask('POST', '/after-sales', { ...other, reason: 'defect' }, newKey());
  await call('owner', `/after-sales/${faulty.id}/decision`, { approve: true, note: '仓库' });
  await order.ask('POST', `/after-sales/${faulty.id}/waybill`, { carrier: '顺丰', waybill: 'SF123456' });
  expect((await call('marketer', `/after-sales/${faulty.id}/inspection`, { accept: true, note: '', sellable: [] })).body.state).toBe('to_send');
  expect((await call('marketer', `/after-sales/${faulty.id}/dispatch`, { carrierId: 'JD', waybill: 'JD000009', note: '' })).body).toMatchObject({ state: 'sent', sentWaybill: 'JD000009' });
  expect((await order.ask('POST', `/after-sales/${faulty.id}/receipt`)).body.state).toBe('done');
  expect([await stockOf(0), await stockOf(1)]).toEqual([first, second - 1]);
  expect((await order.ask('GET', `/orders/${order.id}`)).body.refundedFen).toBe(0);
  expect(await checkStock(brand, 1)).toEqual([]);
});

it('an exchange may be for the same made another way, where that costs the same', async () => {
  const order = await received();
  const choices = [['s12', 0], ['s14', 0], ['s16', 5_000]].map(([id, feeFen]) => ({ id: String(id), name: `${String(id).slice(1)} 号`, feeFen: Number(feeFen), leadDays: 0 }));
  await brand.query('update product set options = $2 where brand_id = 1 and id = $1', [stall.productId, JSON.stringify([{ id: 'ring', kind: 'choice', name: '戒圈', required: true, choices }])]);
  await brand.query(`update order_line set options = '{"ring":"s12"}' where brand_id = 1 and order_id = $1`, [order.id]);
  const { items } = (await order.ask('GET', `/orders/${order.id}/after-sale-options`)).body;
  expect(items.find(({ kind }: { kind: string }) => kind === 'exchange').choices).toEqual([{ optionId: 'ring', choiceId: 's14', option: '戒圈', name: '14 号' }]);
  const instead = (choiceId: string) => order.ask('POST', '/after-sales', { ...request(order, 'exchange', 'size'), replacementChoice: { optionId: 'ring', choiceId } }, newKey());
  for (const wrong of ['s16', 's12', 'none']) expect((await instead(wrong)).body.error).toMatchObject({ code: 'replacement', field: 'replacementChoice' });
  const { body: asked } = await instead('s14');
  expect(asked.replacement).toBe('戒圈 14 号');
  const before = await stockOf();
  expect((await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '仓库' })).body.replacement).toBe('戒圈 14 号');
  expect(await stockOf()).toBe(before - 1);
  // What was sent is what they have.
  await call('owner', `/after-sales/${asked.id}/inspection`, { accept: true, note: '', sellable: [] });
  await call('owner', `/after-sales/${asked.id}/dispatch`, { carrierId: 'JD', waybill: 'JD000009', note: '' });
  await order.ask('POST', `/after-sales/${asked.id}/receipt`);
  expect((await order.ask('GET', `/orders/${order.id}/after-sale-options`)).body.items.find(({ kind }: { kind: string }) => kind === 'exchange').choices).toMatchObject([{ choiceId: 's12' }]);
});

it('the limit a person is given back with the money, whatever became of the goods; an exchange is no purchase (L-22)', async () => {
  const limit = () => shop.call('owner', 'PUT', `${url}/storefronts/${stall.storefrontId}/listings`, { listings: stall.skuIds.map((skuId) => ({ skuId, priceFen: null, perPerson: 1 })) });
  const order = await received();
  await limit();
  const another = () => order.ask('POST', '/orders', orderOf(stall, { priceFen: 10_000 }), newKey());
  await expect.poll(async () => (await another()).body.error?.code).toBe('limit_reached');
  const accepted = async (kind: string) => {
    const { body } = await askFor(order, kind, 'defect');
    await call('owner', `/after-sales/${body.id}/decision`, { approve: true, note: '仓库' });
    await call('owner', `/after-sales/${body.id}/inspection`, { accept: true, note: '', sellable: [] });
    return body.id as string;
  };
  const exchange = await accepted('exchange');
  await call('owner', `/after-sales/${exchange}/dispatch`, { carrierId: 'JD', waybill: 'JD000009', note: '' });
  await order.ask('POST', `/after-sales/${exchange}/receipt`);
  await accepted('return');
  expect((await another()).body.error.code).toBe('limit_reached');
  await stores.timers.runDue();
  expect((await another()).status).toBe(201);
  expect((await another()).body.error.code).toBe('limit_reached');
});

it('after an exchange, what comes back and what is sent again is what the buyer has now', async () => {
  const stocks = async () => [await stockOf(0), await stockOf(1)];
  const agreed = async (order: Bought, kind: string, replacementSkuId: string | null = null, units = 1) => {
    const { body } = await order.ask('POST', '/after-sales', { ...request(order, kind, 'defect', units), replacementSkuId }, newKey());
    expect((await call('owner', `/after-sales/${body.id}/decision`, { approve: true, note: '仓库' })).body.state).toBe('awaiting_return');
    return body.id as string;
  };
  const inspect = (id: string, sellable: object[]) => call('owner', `/after-sales/${id}/inspection`, { accept: true, note: '', sellable });
  const exchanged = async (order: Bought, replacementSkuId: string) => {
    const id = await agreed(order, 'exchange', replacementSkuId);
    await inspect(id, [{ position: 1, units: 1 }]);
    await call('owner', `/after-sales/${id}/dispatch`, { carrierId: 'JD', waybill: 'JD000009', note: '' });
    expect((await order.ask('POST', `/after-sales/${id}/receipt`)).body.state).toBe('done');
  };
  const [first, second] = stall.skuIds as [string, string];
  const order = await received();
  const [a, b] = await stocks() as [number, number];
  await exchanged(order, second);
  expect(await stocks()).toEqual([a + 1, b - 1]);
  const options = (await order.ask('GET', `/orders/${order.id}/after-sale-options`)).body.items;
  expect(options.find(({ kind }: { kind: string }) => kind === 'exchange').replacements).toEqual([{ skuId: first, name: '0' }]);
  const again = await agreed(order, 'exchange');
  expect(await stocks()).toEqual([a + 1, b - 2]);
  await order.ask('POST', `/after-sales/${again}/withdrawal`);
  const back = await agreed(order, 'return');
  await inspect(back, [{ position: 1, units: 1 }]);
  await stores.timers.runDue();
  expect(await stocks()).toEqual([a + 1, b]);

  // One of two: only who looks at it knows which came back.
  const two = await received(2);
  await exchanged(two, second);
  const [c, d] = await stocks() as [number, number];
  const either = await agreed(two, 'return');
  expect((await shop.call('owner', 'GET', `${url}/after-sales/${either}`)).body.lines[0].variants).toEqual([{ skuId: first, name: '0', units: 1 }, { skuId: second, name: '1', units: 1 }]);
  const says = (...of: [string, number][]) => inspect(either, of.map(([skuId, units]) => ({ position: 1, units, skuId })));
  for (const wrong of [[[first, 1], [second, 1]], [['none', 1]], [[first, 2]]] as [string, number][][]) expect((await says(...wrong)).body.error.code).toBe('sellable');
  await says([second, 0], [first, 1]);
  await stores.timers.runDue();
  expect(await stocks()).toEqual([c + 1, d]);
  // The other one is what is left.
  await inspect(await agreed(two, 'return'), [{ position: 1, units: 1 }]);
  expect(await stocks()).toEqual([c + 1, d + 1]);
  expect(await checkStock(brand, 1)).toEqual([]);
});

it('what was paid back over the counter is with its buyer no more: neither exchanged, nor taken for what comes back later', async () => {
  const second = stall.skuIds[1]!;
  const agreed = async (order: Bought, kind: string, replacementSkuId: string | null = null) => {
    const { body } = await order.ask('POST', '/after-sales', { ...request(order, kind, 'defect'), replacementSkuId }, newKey());
    await call('owner', `/after-sales/${body.id}/decision`, { approve: true, note: '仓库' });
    return body.id as string;
  };
  const inspect = (id: string, units = 1) => call('owner', `/after-sales/${id}/inspection`, { accept: true, note: '', sellable: units === 0 ? [] : [{ position: 1, units }] });
  const counter = async (order: Bought, units = 1) => {
    await call('owner', `/orders/${order.id}/refunds`, { lines: [{ position: 1, units }], reason: '门店退货', restock: true, requestKey: newKey() });
    await stores.timers.runDue();
  };
  const two = await received(2);
  const exchange = await agreed(two, 'exchange', second);
  await inspect(exchange);
  await call('owner', `/after-sales/${exchange}/dispatch`, { carrierId: 'JD', waybill: 'JD000009', note: '' });
  await two.ask('POST', `/after-sales/${exchange}/receipt`);
  const [a, b] = [await stockOf(0), await stockOf(1)];
  await counter(two);
  expect([await stockOf(0), await stockOf(1)]).toEqual([a, b + 1]);
  // The other variant is what is left.
  expect((await two.ask('GET', `/orders/${two.id}/after-sale-options`)).body.items.find(({ kind }: { kind: string }) => kind === 'exchange').replacements).toEqual([{ skuId: second, name: '1' }]);
  await inspect(await agreed(two, 'return'));
  await stores.timers.runDue();
  expect([await stockOf(0), await stockOf(1)]).toEqual([a + 1, b + 1]);

  // Paid back while a case about it is open: agreed to already, and not yet.
  const order = await received();
  const open = await agreed(order, 'exchange', second);
  const { body: asked } = await askFor(await received(), 'return', 'defect');
  await counter(order);
  expect((await inspect(open, 0)).body.error.code).toBe('already_refunded');
  expect((await call('owner', `/after-sales/${open}/inspection`, { accept: false, note: '已在门店退款', sellable: [] })).body.state).toBe('refused');
  await counter({ ...order, id: asked.orderId });
  expect((await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '仓库' })).body.error.code).toBe('already_refunded');
  expect((await order.ask('POST', '/after-sales', request(order, 'exchange', 'defect'), newKey())).body.error.code).toBe('after_sale_nothing_left');
  expect(await checkStock(brand, 1)).toEqual([]);
});
