import { afterAll, expect, it } from 'vitest';
import { lockOrder } from '../orders/order-row.ts';
import { settleRefund } from '../pay/send-refund.ts';
import { noteTrade } from '../shipping/receipt.ts';
import { MCHID } from '../testing.ts';
import { DAY, testDesk, url } from './testing.ts';

const { clock, stores, brand, shop, close, newKey, call, paid, received, askFor, stockOf } = await testDesk();
afterAll(close);

it('money for what has not left goes at once, and it is not sent while that is undecided', async () => {
  const order = await paid(2);
  const { body: asked } = await askFor(order, 'refund', 'late');
  expect((await call('owner', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD000001', lines: [{ position: 1, units: 2 }] })).body.error).toMatchObject({ code: 'ship_line', data: { left: 1 } });
  expect((await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' })).body).toMatchObject({ state: 'refunding', refundFen: 10_000 });
  expect((await call('owner', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD000001' })).body).toMatchObject({ fulfilment: 'shipped', parcels: [{ lines: [{ position: 1, units: 1 }] }] });
  // What is still in the house is on sale again with the money, and not before; what has left is not.
  const before = await stockOf();
  await stores.timers.runDue();
  expect(await stockOf()).toBe(before + 1);
  const { body: left } = await askFor(order, 'refund', 'defect');
  await call('owner', `/after-sales/${left.id}/decision`, { approve: true, note: '' });
  await stores.timers.runDue();
  expect((await order.ask('GET', `/after-sales/${left.id}`)).body.state).toBe('done');
  expect(await stockOf()).toBe(before + 1);
});

it('money for one that came damaged keeps back nothing that is still to be sent', async () => {
  const order = await paid(2);
  const ship = (units?: number) => call('owner', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD000001', ...(units ? { lines: [{ position: 1, units }] } : {}) });
  expect((await ship(1)).body.fulfilment).toBe('part_shipped');
  const before = await stockOf();
  const { body: asked } = await askFor(order, 'refund', 'damaged');
  await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' });
  await stores.timers.runDue();
  const { body } = await shop.call('owner', 'GET', `${url}/orders/${order.id}`);
  expect(body).toMatchObject({ refundedFen: 10_000, fulfilment: 'part_shipped', shipping: { left: [{ position: 1, units: 1 }] } });
  expect(await stockOf()).toBe(before);
  // The desk says which it means; the one that was sent is paid back already.
  expect((await ship()).body).toMatchObject({ fulfilment: 'shipped', left: [] });
});

it('the desk pays back what was sent or what was not, as it says', async () => {
  const order = await paid(3);
  await call('owner', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD000001', lines: [{ position: 1, units: 1 }] });
  const refund = async (meant: string) => {
    await call('owner', `/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1, meant }], reason: '退', restock: false, requestKey: newKey() });
    await stores.timers.runDue();
    return (await shop.call('owner', 'GET', `${url}/orders/${order.id}`)).body;
  };
  expect((await refund('sent_first')).shipping.left).toEqual([{ position: 1, units: 2 }]);
  // What was sent is not asked back any more; what was not sent, is.
  expect((await askFor(order, 'return', 'defect')).body.error.code).toBe('after_sale_nothing_left');
  expect(await refund('unsent_first')).toMatchObject({ fulfilment: 'part_shipped', shipping: { left: [{ position: 1, units: 1 }] } });
  expect(await refund('unsent_first')).toMatchObject({ fulfilment: 'shipped', refundedFen: 30_000, shipping: { left: [] } });
});

it('what was shipped in WeChat’s own console is not on sale again with its money', async () => {
  const order = await paid(1);
  await brand.tx(async (tx) => noteTrade(tx, 1, stores.timers, (await lockOrder(tx, 1, { id: order.id }))!, { kind: 'shipped', settlesAt: null }));
  const before = await stockOf();
  const { body: asked } = await askFor(order, 'refund', 'changed_mind');
  await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' });
  await stores.timers.runDue();
  expect((await order.ask('GET', `/orders/${order.id}`)).body.refundedFen).toBe(10_000);
  expect(await stockOf()).toBe(before);
});

it('a refund WeChat closes without paying waits for another try', async () => {
  const order = await paid();
  const { body: asked } = await askFor(order, 'refund', 'changed_mind');
  shop.platform.refundStates.push('CLOSED');
  await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' });
  await stores.timers.runDue();
  expect((await order.ask('GET', `/after-sales/${asked.id}`)).body.state).toBe('refund_failed');
  expect((await shop.call('viewer', 'GET', `${url}/desk`)).body.cases.refund_failed).toBe(1);
  await call('finance', `/after-sales/${asked.id}/refund-retry`);
  await stores.timers.runDue();
  expect((await order.ask('GET', `/after-sales/${asked.id}`)).body.state).toBe('done');
  expect((await order.ask('GET', `/orders/${order.id}`)).body).toMatchObject({ refundedFen: 10_000, paidFen: 10_000 });
});

it('a refund that went wrong at WeChat is asked about daily: the notice of its end may be lost', async () => {
  const order = await paid();
  const { body: asked } = await askFor(order, 'refund', 'changed_mind');
  shop.platform.refundStates.push('ABNORMAL');
  await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' });
  await stores.timers.runDue();
  const state = async () => (await order.ask('GET', `/orders/${order.id}`)).body.refunds[0].state;
  clock.at += DAY;
  await stores.timers.runDue();
  expect(await state()).toBe('abnormal');
  for (const refund of shop.platform.payments.get(order.number)!.refunds.values()) refund.state = 'SUCCESS';
  clock.at += DAY - 1;
  await stores.timers.runDue();
  expect(await state()).toBe('abnormal');
  clock.at += 1;
  await stores.timers.runDue();
  expect(await state()).toBe('succeeded');
  expect((await order.ask('GET', `/after-sales/${asked.id}`)).body.state).toBe('done');
});

it('what WeChat refuses for good is ended by hand: paid another way, or given up, and then free', async () => {
  const refused = async (quantity: number) => {
    const order = await paid(quantity);
    const { body: asked } = await askFor(order, 'refund', 'changed_mind');
    shop.platform.refundRefusals.push('USER_ACCOUNT_ABNORMAL');
    await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' });
    await stores.timers.runDue();
    const [refund] = (await shop.call('owner', 'GET', `${url}/orders/${order.id}`)).body.refunds;
    expect(refund).toMatchObject({ state: 'requested', refusal: 'USER_ACCOUNT_ABNORMAL' });
    const end = (ending: string, role: 'finance' | 'marketer' = 'finance') => call(role, `/orders/${order.id}/refunds/${refund.id}/ending`, { ending, note: '银行转账' });
    return { order, caseId: asked.id as string, refundId: refund.id as string, end };
  };
  const asks = shop.platform.calls.refund;
  const paidSo = await refused(2);
  clock.at += DAY;
  await stores.timers.runDue();
  // It would be refused tomorrow as today.
  expect(shop.platform.calls.refund).toBe(asks + 1);
  const before = await stockOf();
  expect((await paidSo.end('paid_otherwise', 'marketer')).status).toBe(403);
  expect((await paidSo.end('paid_otherwise')).body).toMatchObject({ refundedFen: 10_000, refunds: [{ state: 'succeeded', endedBy: expect.stringMatching(/^user:/) }] });
  expect((await paidSo.end('given_up')).body.error.code).toBe('refund_not_stuck');
  expect((await paidSo.order.ask('GET', `/after-sales/${paidSo.caseId}`)).body.state).toBe('done');
  expect(await stockOf()).toBe(before + 1);
  expect((await brand.query<{ action: string }>(`select action from audit_entry where brand_id = 1 and subject = $1 order by seq`, [`order:${paidSo.order.id}`])).map(({ action }) => action)).toEqual(['order.refund_ended']);

  const givenUp = await refused(1);
  await givenUp.end('given_up');
  expect((await givenUp.order.ask('GET', `/after-sales/${givenUp.caseId}`)).body.state).toBe('refund_failed');
  await call('finance', `/after-sales/${givenUp.caseId}/decision`, { approve: false, note: '改为发货' });
  expect((await call('owner', `/orders/${givenUp.order.id}/parcels`, { method: 'local' })).body.fulfilment).toBe('shipped');

  // Somebody asks again, and this time it goes.
  const again = await refused(1);
  expect((await call('finance', `/orders/${again.order.id}/refunds/${again.refundId}/retry`)).status).toBe(200);
  expect((await again.end('given_up')).body.error.code).toBe('refund_not_stuck');
  await stores.timers.runDue();
  expect((await again.order.ask('GET', `/after-sales/${again.caseId}`)).body.state).toBe('done');

  // WeChat paid it all the same: not booked twice, and alarmed.
  const late = await paid();
  shop.platform.refundStates.push('ABNORMAL');
  const { body: desk } = await call('owner', `/orders/${late.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退', restock: false, requestKey: newKey() });
  await stores.timers.runDue();
  expect((await call('finance', `/orders/${late.id}/refunds/${desk.id}/ending`, { ending: 'paid_otherwise', note: '转账' })).status).toBe(200);
  const made = shop.platform.payments.get(late.number)!.refunds.get(desk.id)!;
  await settleRefund(shop.store.routes.pay, 1, MCHID, { ...made, state: 'SUCCESS' });
  expect((await late.ask('GET', `/orders/${late.id}`)).body.refundedFen).toBe(10_000);
  expect(await brand.query(`select kind from payment_alarm where brand_id = 1 and order_id = $1 order by kind`, [late.id])).toEqual([{ kind: 'refund_failed' }, { kind: 'refunded_after_all' }]);
});

it('what its money may still go back for is not sent; what left all the same is not paid back, and the goods may be sent instead', async () => {
  const failed = async (quantity: number, units = 1) => {
    const order = await paid(quantity);
    const { body: asked } = await askFor(order, 'refund', 'changed_mind', units);
    shop.platform.refundStates.push('CLOSED');
    await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' });
    await stores.timers.runDue();
    clock.at += 1000;
    return { order, id: asked.id as string };
  };
  const retry = (id: string) => call('finance', `/after-sales/${id}/refund-retry`);
  const ship = (order: { id: string }) => call('owner', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD000007' });
  const held = await failed(2);
  expect((await ship(held.order)).body.parcels).toMatchObject([{ lines: [{ position: 1, units: 1 }] }]);
  expect((await ship(held.order)).body.error.code).toBe('nothing_to_ship');
  // The other one left: this one did not.
  expect((await retry(held.id)).body.state).toBe('refunding');
  await stores.timers.runDue();

  const sent = await failed(1);
  await brand.tx(async (tx) => noteTrade(tx, 1, stores.timers, (await lockOrder(tx, 1, { id: sent.order.id }))!, { kind: 'shipped', settlesAt: null }));
  expect((await retry(sent.id)).body.error.code).toBe('already_left');
  expect((await call('finance', `/after-sales/${sent.id}/decision`, { approve: false, note: '已发出' })).body.state).toBe('refused');
  expect((await sent.order.ask('GET', `/orders/${sent.order.id}`)).body.refundedFen).toBe(0);

  const instead = await failed(1);
  await call('finance', `/after-sales/${instead.id}/decision`, { approve: false, note: '买家改为要货' });
  expect((await ship(instead.order)).body.fulfilment).toBe('shipped');
  // What was with them when it was agreed to may be paid for.
  const kept = await received(1);
  const { body: asked } = await askFor(kept, 'refund', 'defect');
  shop.platform.refundStates.push('CLOSED');
  await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' });
  await stores.timers.runDue();
  expect((await retry(asked.id)).body.state).toBe('refunding');
});

it('what was refunded but for a part is not waited for: neither by who ships nor by a buyer who wants to be erased', async () => {
  const order = await paid();
  const toShip = async (): Promise<number> => (await shop.call('viewer', 'GET', `${url}/desk`)).body.toShip;
  const before = await toShip();
  const { body: asked } = await askFor(order, 'refund', 'changed_mind');
  expect(await toShip()).toBe(before - 1);
  await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '', agreedFen: 9_000 });
  expect(await toShip()).toBe(before - 1);
  expect((await order.ask('POST', '/me/erasure', { confirm: 'ERASE' })).body.error.code).toBe('orders_under_way');
  await stores.timers.runDue();
  expect((await order.ask('GET', `/orders/${order.id}`)).body.refundedFen).toBe(9_000);
  expect(await toShip()).toBe(before - 1);
  expect((await order.ask('POST', '/me/erasure', { confirm: 'ERASE' })).status).toBe(204);
});

it('to ship is what may be sent: not what money back is asked for or on its way, nor a gift nobody has accepted yet', async () => {
  const toShip = async (): Promise<string[]> => {
    const { items } = (await shop.call('viewer', 'GET', `${url}/orders?fulfilment=to_ship&limit=100`)).body;
    expect((await shop.call('viewer', 'GET', `${url}/desk`)).body.toShip).toBe(items.length);
    return items.map(({ id }: { id: string }) => id);
  };
  const order = await paid(2);
  const ship = () => call('owner', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD000001', lines: [{ position: 1, units: 1 }] });
  const asks = async (reason: string) => (await askFor(order, 'refund', reason)).body.id as string;
  const late = await asks('late');
  expect(await toShip()).toContain(order.id);
  await ship();
  expect(await toShip()).not.toContain(order.id);
  await order.ask('POST', `/after-sales/${late}/withdrawal`);
  expect(await toShip()).toContain(order.id);
  // It is the one that came that is broken.
  const broken = await asks('damaged');
  expect(await toShip()).toContain(order.id);
  await call('owner', `/after-sales/${broken}/decision`, { approve: true, note: '' });
  expect(await toShip()).toContain(order.id);
  await stores.timers.runDue();
  const other = await asks('late');
  shop.platform.refundStates.push('CLOSED');
  await call('owner', `/after-sales/${other}/decision`, { approve: true, note: '' });
  expect(await toShip()).not.toContain(order.id);
  await stores.timers.runDue();
  expect(await toShip()).not.toContain(order.id);
  expect((await ship()).body.error.code).toBe('ship_line');
  await call('finance', `/after-sales/${other}/decision`, { approve: false, note: '改为发货' });
  expect(await toShip()).toContain(order.id);
  const gift = await paid();
  await brand.query('update shop_order set for_gift = true, address = null where brand_id = 1 and id = $1', [gift.id]);
  expect(await toShip()).not.toContain(gift.id);
});

it('what nothing was paid for comes back all the same, without WeChat Pay', async () => {
  const order = await received(2);
  // As with a coupon that left the other line the price.
  await brand.query(`insert into order_line select (jsonb_populate_record(l, '{"position": 2, "quantity": 1, "pay_fen": 0}')).* from order_line l where brand_id = 1 and order_id = $1`, [order.id]);
  await brand.query('insert into parcel_line (brand_id, parcel_id, position, quantity) select 1, id, 2, 1 from parcel where brand_id = 1 and order_id = $1', [order.id]);
  const { body: asked } = await order.ask('POST', '/after-sales', { orderId: order.id, kind: 'return', reason: 'defect', words: '', lines: [{ position: 2, units: 1 }] }, newKey());
  await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '仓库' });
  const [before, asks] = [await stockOf(), shop.platform.calls.refund];
  expect((await call('owner', `/after-sales/${asked.id}/inspection`, { accept: true, note: '', sellable: [{ position: 2, units: 1 }] })).body).toMatchObject({ state: 'refunding', refundFen: 0 });
  await stores.timers.runDue();
  expect((await order.ask('GET', `/after-sales/${asked.id}`)).body.state).toBe('done');
  expect((await order.ask('GET', `/orders/${order.id}`)).body).toMatchObject({ refundedFen: 0, refunds: [{ state: 'succeeded', fen: 0 }] });
  expect([await stockOf(), shop.platform.calls.refund]).toEqual([before + 1, asks]);
  expect((await order.ask('POST', '/after-sales', { orderId: order.id, kind: 'return', reason: 'defect', words: '', lines: [{ position: 2, units: 1 }] }, newKey())).body.error.code).toBe('after_sale_nothing_left');
  expect((await call('owner', `/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 2 }], reason: '退', restock: false, requestKey: newKey() })).status).toBe(201);
});
