import { rowByRow } from '@qingniao/access/testing';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkStock, eraseShopper, exportOrders, forgetService } from '../index.ts';
import { lockOrder } from '../orders/order-row.ts';
import { settle } from '../pay/settle.ts';
import { noteTrade } from '../shipping/receipt.ts';
import { type Ask, inOwnDatabase, orderOf, setUpStall, type Stall, testShop, type TestShop } from '../testing.ts';

const DAY = 86_400_000;
const url = '/api/brands/1/store';
const address = { name: '王小明', phone: '13800138000', province: '上海', city: '上海', district: '静安区', detail: '南京西路 1 号' };
let stall: Stall;
let at = Date.parse('2026-08-19T12:00:00Z');
let serial = 0;
const newKey = () => `request-${++serial}`;

const { stores, brand, shop, close } = await inOwnDatabase(testShop, { now: () => at });
afterAll(close);
// The list of carriers is WeChat's; here there is none to ask.
shop.store.routes.carriers.waybill = async (_brandId, carrierId, number) => ({ carrierId, carrierName: carrierId, number });
beforeEach(async () => {
  await stores.timers.runDue();
  stall = await setUpStall(brand, { type: 'permanent', units: [100, 100], priceFen: 10_000 });
  await brand.query('update sku set price_fen = 10000 where brand_id = 1 and product_id = $1', [stall.productId]);
  await shop.call('owner', 'PUT', `${url}/storefronts/${stall.storefrontId}/listings`, { listings: stall.skuIds.map((skuId) => ({ skuId, priceFen: null, perPerson: null })) });
});

/** Signed in each time: days pass. */
const somebody = (openid = `o-${++serial}`): Ask => async (...asked) => (await shop.shopper(openid)).ask(...asked);
const call = (role: Parameters<TestShop['call']>[0], path: string, body?: object) => shop.call(role, 'POST', `${url}${path}`, body);
const stockOf = async (sku = 0): Promise<number> =>
  (await rowByRow((query) => shop.call('owner', 'GET', `${url}/pools/${stall.poolId}/stock?${query}`))).find((row: { skuId: string }) => row.skuId === stall.skuIds[sku]).onHand;

/** An order somebody paid, of so many units of the first SKU. */
async function paid(quantity = 1): Promise<{ ask: Ask; id: string; number: string }> {
  const buyer = somebody();
  const { body: order } = await buyer('POST', '/orders', { ...orderOf(stall, { quantity, priceFen: 10_000 }), address }, newKey());
  await buyer('POST', `/orders/${order.id}/payment`);
  await settle(shop.store.routes.pay, 1, shop.platform.pay(order.number)!, 'notice');
  return { ask: buyer, id: order.id, number: order.number };
}
/** Shipped whole, and received. */
async function received(quantity = 1) {
  const order = await paid(quantity);
  expect((await call('owner', `/orders/${order.id}/parcels`, { method: 'local' })).status).toBe(201);
  await stores.timers.runDue();
  expect((await order.ask('POST', `/orders/${order.id}/receipt`)).body).toEqual({ fulfilment: 'received' });
  return order;
}
const request = (order: { id: string }, kind: string, reason: string, units = 1) => ({ orderId: order.id, kind, reason, words: '请看照片', lines: [{ position: 1, units }] });
const askFor = async ({ ask, id }: { ask: Ask; id: string }, kind: string, reason: string, units = 1) => ask('POST', '/after-sales', request({ id }, kind, reason, units), newKey());
/** A picture like no other, of so many bytes. */
const photo = (n: number, bytes = 100): string => {
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  return Buffer.concat([picture, Buffer.alloc(bytes - picture.length, n)]).toString('base64');
};
const eventsOf = (one: { steps: { event: string; by: string }[] }) => one.steps.map(({ event, by }) => `${event} ${by.split(':')[0]}`);

describe('after-sale service', () => {
  it('a return: asked, agreed, sent back, looked at, on sale again, money back, each step with who made it', async () => {
    const order = await received(3);
    const key = newKey();
    const { body: asked } = await order.ask('POST', '/after-sales', request(order, 'return', 'changed_mind', 2), key);
    expect((await order.ask('POST', '/after-sales', request(order, 'return', 'changed_mind', 2), key)).body.id).toBe(asked.id);
    expect((await askFor(order, 'return', 'changed_mind', 2)).body.error).toMatchObject({ code: 'after_sale_nothing_left', data: { left: 1 } });
    expect((await somebody()('GET', `/after-sales/${asked.id}`)).status).toBe(404);
    expect((await rowByRow((query) => order.ask('GET', `/after-sales?orderId=${order.id}&${query}`))).map(({ id }) => id)).toEqual([asked.id]);
    expect((await order.ask('GET', '/after-sales?orderId=another')).body.items).toEqual([]);
    const decide = (role: 'owner' | 'marketer', body: object) => call(role, `/after-sales/${asked.id}/decision`, { approve: true, note: '上海市静安区青鸟仓库', ...body });
    expect((await decide('marketer', {})).status).toBe(403);
    expect((await decide('owner', { note: '' })).body.error).toMatchObject({ code: 'note', field: 'note' });
    expect((await decide('owner', {})).body).toMatchObject({ state: 'awaiting_return', dueAt: new Date(at + 7 * DAY).toISOString() });
    expect((await decide('owner', {})).body.error.code).toBe('case_state');
    const sendBack = (waybill: string) => order.ask('POST', `/after-sales/${asked.id}/waybill`, { carrier: '顺丰', waybill });
    await sendBack('SF123456');
    // A digit was wrong; the same again is no correction.
    await sendBack('SF123457');
    expect((await sendBack('SF123457')).body).toMatchObject({ state: 'returning', returnWaybill: 'SF123457', steps: [{ event: 'ask' }, { event: 'approve' }, { event: 'send_back' }, { event: 'correct_waybill', by: 'buyer' }] });
    expect((await order.ask('POST', `/after-sales/${asked.id}/withdrawal`)).body.error.code).toBe('case_state');
    const before = await stockOf();
    const accept = (body: object) => call('marketer', `/after-sales/${asked.id}/inspection`, { accept: true, note: '', sellable: [{ position: 1, units: 1 }], ...body });
    expect((await accept({ sellable: [{ position: 1, units: 3 }] })).body.error.code).toBe('sellable');
    // One came back worn: less goes back than was paid, and only the other is on sale again.
    expect((await accept({ agreedFen: 20_001 })).body.error).toMatchObject({ code: 'agreed_fen', data: { most: 20_000 } });
    expect((await accept({ agreedFen: 15_000 })).body).toMatchObject({ state: 'refunding', refundFen: 15_000, lines: [{ sellable: 1 }] });
    const [back, out] = (await shop.call('viewer', 'GET', `${url}/pools/${stall.poolId}/movements?limit=2`)).body.items;
    expect([back.reason, back.orderId, out.reason, out.orderId]).toEqual(['returned', order.id, 'sold', order.id]);
    expect((await sendBack('SF123458')).body.error.code).toBe('case_state');
    expect(await stockOf()).toBe(before + 1);
    await stores.timers.runDue();
    const { body: done } = await order.ask('GET', `/after-sales/${asked.id}`);
    expect(done).toMatchObject({ state: 'done', dueAt: null, closedAt: expect.any(String) });
    expect(eventsOf(done)).toEqual(['ask buyer', 'approve brand', 'send_back buyer', 'correct_waybill buyer', 'accept brand', 'refunded wechat_pay']);
    // What was withheld does not come back with the next unit.
    await askFor(order, 'return', 'defect');
    expect((await call('owner', `/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '补退', restock: false, requestKey: newKey() })).body.fen).toBe(10_000);
    await stores.timers.runDue();
    expect((await order.ask('GET', `/orders/${order.id}`)).body.refundedFen).toBe(25_000);
    expect(await checkStock(brand, 1)).toEqual([]);
    const types = await brand.query<{ type: string }>(`select type from event where brand_id = 1 and type like 'after_sale.%' and props->>'order_id' = $1 order by id`, [order.id]);
    // Agreed, sent back and looked at: whoever has the case open sees it move.
    expect(types.map(({ type }) => type.slice(11))).toEqual(['requested', 'moved', 'moved', 'moved', 'closed', 'requested']);
  });

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

  it('what its money may still go back for is not sent; what left all the same is not paid back, and the goods may be sent instead', async () => {
    const failed = async (quantity: number, units = 1) => {
      const order = await paid(quantity);
      const { body: asked } = await askFor(order, 'refund', 'changed_mind', units);
      shop.platform.refundStates.push('CLOSED');
      await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' });
      await stores.timers.runDue();
      at += 1000;
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
    at += 7 * DAY - 1;
    await stores.timers.runDue();
    expect((await order.ask('GET', `/after-sales/${late}`)).body.state).toBe('awaiting_return');
    at += 1;
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

  it('care costs no money and no stock; what fails the inspection is refused with a reason', async () => {
    const order = await received();
    const { body: asked } = await askFor(order, 'care', 'engraving');
    await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '工坊' });
    expect((await call('marketer', `/after-sales/${asked.id}/inspection`, { accept: false, note: '', sellable: [] })).body.error.code).toBe('note');
    expect((await call('marketer', `/after-sales/${asked.id}/inspection`, { accept: false, note: '已自行改动', sellable: [] })).body).toMatchObject({ state: 'refused', steps: expect.arrayContaining([expect.objectContaining({ event: 'reject', note: '已自行改动' })]) });
    const list = (await shop.call('viewer', 'GET', `${url}/after-sales?turn=closed&orderId=${order.id}`)).body;
    expect(list.items).toMatchObject([{ id: asked.id, orderNumber: order.number, state: 'refused' }]);
    expect((await shop.call('viewer', 'GET', `${url}/after-sales?turn=brand&orderId=${order.id}`)).body.items).toEqual([]);
  });

  it('what was refunded but for a part is not waited for: neither by who ships nor by a buyer who wants to be erased', async () => {
    const order = await paid();
    const toShip = async (): Promise<number> => (await shop.call('viewer', 'GET', `${url}/desk`)).body.toShip;
    const before = await toShip();
    const { body: asked } = await askFor(order, 'refund', 'changed_mind');
    await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '', agreedFen: 9_000 });
    expect(await toShip()).toBe(before);
    expect((await order.ask('POST', '/me/erasure', { confirm: 'ERASE' })).body.error.code).toBe('orders_under_way');
    await stores.timers.runDue();
    expect((await order.ask('GET', `/orders/${order.id}`)).body.refundedFen).toBe(9_000);
    expect(await toShip()).toBe(before - 1);
    expect((await order.ask('POST', '/me/erasure', { confirm: 'ERASE' })).status).toBe(204);
  });

  it('photos are sealed, of whoever asked, looked at by who decides with a line in the audit log, and go with their person and in time', async () => {
    const order = await received();
    const { body: asked } = await askFor(order, 'return', 'defect');
    const photos = `/after-sales/${asked.id}/photos`;
    const add = (data: string, who = order.ask) => who('POST', photos, { data });
    const { body: { id } } = await add(photo(1));
    expect((await add(photo(1))).body.id).toBe(id);
    expect((await add(Buffer.from('GIF89a not a photo').toString('base64'))).body.error).toMatchObject({ code: 'picture_format', field: 'data' });
    expect((await add(photo(2, 2_000_001))).body.error).toMatchObject({ code: 'picture_too_large', message: expect.stringContaining('2 MB') });
    expect((await add(photo(3), somebody())).status).toBe(404);
    const [first] = (await Promise.all([10, 11, 12, 13, 14].map((n) => add(photo(n))))).map(({ body }) => body.id);
    expect((await add(photo(15))).body.error.code).toBe('photos_full');
    expect((await order.ask('DELETE', `${photos}/${first}`)).status).toBe(204);
    expect((await order.ask('GET', `/after-sales/${asked.id}`)).body.photos).toHaveLength(5);
    expect((await order.ask('GET', `${photos}/${id}`)).body.data).toBe(`data:image/png;base64,${photo(1)}`);
    expect((await somebody()('GET', `${photos}/${id}`)).status).toBe(404);

    const stored = JSON.stringify(await brand.query('select * from after_sale_photo where brand_id = 1'));
    for (const plain of [photo(1).slice(0, 40), Buffer.from(photo(1)).toString('base64url').slice(0, 40)]) expect(stored).not.toContain(plain);
    const look = (role: 'marketer' | 'finance') => shop.call(role, 'GET', `${url}${photos}/${id}`);
    expect((await look('marketer')).status).toBe(403);
    expect((await look('finance')).status).toBe(200);
    expect(await brand.query(`select action from audit_entry where brand_id = 1 and subject = $1`, [`after_sale:${asked.id}`])).toEqual([{ action: 'after_sale.photo_seen' }]);

    await call('owner', `/after-sales/${asked.id}/decision`, { approve: false, note: '未见瑕疵' });
    expect((await add(photo(16))).body.error.code).toBe('case_state');
    const [row] = await brand.query<{ identityId: number; closedAt: Date }>('select identity_id as "identityId", closed_at as "closedAt" from after_sale where brand_id = 1 and id = $1', [asked.id]);
    const subject = { contactId: row!.identityId, identityIds: [row!.identityId] };
    const copy = (await exportOrders(shop.store.routes.secrets)(brand, 1, subject)).find(({ key }) => key === 'after_sale_photos')!;
    expect(copy.rows).toContainEqual({ at: expect.any(Date), value: `data:image/png;base64,${photo(1)}` });
    // On the phone they are named: six of 2 MB are no answer to wait for.
    const own = await order.ask('GET', '/me/copy');
    expect(own.body.records.find(({ key }: { key: string }) => key === 'after_sale_photos').rows).toContainEqual({ caseId: asked.id, id, at: expect.any(String) });
    expect(own.bytes).not.toContain(photo(1).slice(0, 40));
    const kept = async () => (await order.ask('GET', `/after-sales/${asked.id}`)).body;
    const forget = (before: Date) => brand.tx((tx) => forgetService(tx, 1, before));
    await forget(row!.closedAt);
    expect(await kept()).toMatchObject({ words: '请看照片', photos: { length: 5 } });
    expect(await forget(new Date(row!.closedAt.getTime() + 1))).toBeGreaterThanOrEqual(6);
    expect(await kept()).toMatchObject({ words: '', photos: [], state: 'refused' });

    const { body: withdrawn } = await askFor(order, 'return', 'defect');
    await order.ask('POST', `/after-sales/${withdrawn.id}/photos`, { data: photo(17) });
    expect((await order.ask('POST', `/after-sales/${withdrawn.id}/withdrawal`)).body).toMatchObject({ state: 'withdrawn', photos: [] });

    const again = await received();
    const { body: other } = await askFor(again, 'return', 'defect');
    await again.ask('POST', `/after-sales/${other.id}/photos`, { data: photo(20) });
    const [{ identityId }] = (await brand.query<{ identityId: number }>('select identity_id as "identityId" from after_sale where brand_id = 1 and id = $1', [other.id])) as [{ identityId: number }];
    await brand.tx((tx) => eraseShopper(tx, 1, { contactId: identityId, identityIds: [identityId] }));
    expect(await brand.query('select 1 from after_sale_photo where brand_id = 1 and case_id = $1', [other.id])).toEqual([]);
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
  });

  it('how long things may come back, and where to, is the brand’s to set, with a line in the audit log', async () => {
    const settings = (role: 'owner' | 'viewer', change: object) => shop.call(role, 'PUT', `${url}/after-sale-settings`, { returnAddress: ' 上海市静安区青鸟仓库 ', returnDays: 10, tasteDays: 9, faultDays: 20, ...change });
    expect((await settings('viewer', {})).status).toBe(403);
    // The law's seven days are the least.
    for (const wrong of [{ tasteDays: 6 }, { faultDays: 14 }, { returnDays: 2 }]) expect((await settings('owner', wrong)).status).toBe(422);
    expect((await settings('owner', {})).status).toBe(204);
    expect((await settings('owner', { returnAddress: '上海市静安区南京西路 1266 号 3 楼 王女士 13800138000' })).status).toBe(204);
    expect((await settings('owner', {})).status).toBe(204);
    const written = await brand.query<{ before: object; after: object }>(`select before, after from audit_entry where brand_id = 1 and action = 'after_sale.settings_changed' order by seq`);
    expect(written[0]).toMatchObject({ before: { returnAddress: '', tasteDays: 7, faultDays: 15, returnDays: 7 }, after: { returnAddress: '上海市静安区青鸟仓库', tasteDays: 9 } });
    // The log is for good; the number of whoever takes things in is theirs.
    expect(written[2]).toMatchObject({ before: { returnAddress: '上海市静安区南京西路 1266 号 3 楼 王女士 138****8000' } });
    const order = await received(2);
    at += 9 * DAY - 1;
    const { body: asked } = await askFor(order, 'return', 'changed_mind');
    const { body: approved } = await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' });
    expect(approved).toMatchObject({ dueAt: new Date(at + 10 * DAY).toISOString(), steps: [{}, { event: 'approve', note: '上海市静安区青鸟仓库' }] });
    expect((await call('owner', `/after-sales/${(await askFor(order, 'return', 'defect')).body.id}/decision`, { approve: false, note: '' })).body.error.code).toBe('note');
    at += 1;
    const another = await received();
    at += 9 * DAY;
    expect((await askFor(another, 'return', 'changed_mind')).body.error).toMatchObject({ code: 'after_sale_too_late', message: expect.stringContaining('9') });
    await brand.query('delete from after_sale_setting where brand_id = 1');
  });

  it('what may be asked is said before', async () => {
    const order = await paid(2);
    const options = async () => (await order.ask('GET', `/orders/${order.id}/after-sale-options`)).body.items.map(({ kind, units }: { kind: string; units: number }) => `${kind} ${units}`);
    expect(await options()).toEqual(['refund 2']);
    await call('owner', `/orders/${order.id}/parcels`, { method: 'local' });
    expect(await options()).toEqual(['refund 2', 'return 2', 'exchange 2', 'care 2']);
    // An exchange, for what costs the same and is there.
    const instead = async () => (await order.ask('GET', `/orders/${order.id}/after-sale-options`)).body.items.map(({ kind, replacements }: { kind: string; replacements: object[] }) => [kind, replacements]);
    expect(await instead()).toEqual([['refund', []], ['return', []], ['exchange', [{ skuId: stall.skuIds[1], name: '1' }]], ['care', []]]);
    await brand.query('update sku set price_fen = 10001 where brand_id = 1 and id = $1', [stall.skuIds[1]]);
    expect((await instead())[2]).toEqual(['exchange', []]);
    await brand.query('update sku set price_fen = 10000 where brand_id = 1 and id = $1', [stall.skuIds[1]]);
    await shop.call('owner', 'POST', `${url}/pools/${stall.poolId}/movements`, { skuId: stall.skuIds[1], reason: 'counted', quantity: 0, note: '' });
    expect((await instead())[2]).toEqual(['exchange', []]);
  });
});

describe('an invoice', () => {
  const company = { titleKind: 'company', title: '上海青鸟贸易有限公司', taxNumber: '91350100M000100Y43', email: 'fapiao@example.com' };

  it('is asked for, issued with its file, and gone with its person', async () => {
    const order = await paid();
    const { ask } = order;
    expect((await ask('PUT', `/orders/${order.id}/invoice`, { ...company, taxNumber: '91350100M000100Y44' })).body.error).toMatchObject({ code: 'tax_number', field: 'taxNumber' });
    expect((await ask('PUT', `/orders/${order.id}/invoice`, company)).body.invoice).toMatchObject({ state: 'requested', details: { title: company.title } });
    expect((await ask('PUT', `/orders/${order.id}/invoice`, { titleKind: 'personal', title: '王小明', email: 'wang@example.com' })).body.invoice).toMatchObject({ titleKind: 'personal' });
    const [stored] = await brand.query<{ details: string; identityId: number }>('select i.details, o.identity_id as "identityId" from invoice_request i join shop_order o on o.id = i.order_id where i.order_id = $1', [order.id]);
    expect(stored!.details).toMatch(/^v1\./);
    const list = (await shop.call('viewer', 'GET', `${url}/invoices?state=requested`)).body.items.filter((row: { orderId: string }) => row.orderId === order.id);
    expect(list).toMatchObject([{ details: { title: '王*', email: 'w***@example.com' }, dueFen: 10_000, amountFen: null }]);
    expect((await call('marketer', `/orders/${order.id}/invoice/details`)).status).toBe(403);
    expect((await call('finance', `/orders/${order.id}/invoice/details`)).body).toMatchObject({ title: '王小明', email: 'wang@example.com' });
    const issue = (body: object) => call('finance', `/orders/${order.id}/invoice/issue`, { number: '26317000000123456789', ...body });
    expect((await issue({ pdf: Buffer.from('no pdf here').toString('base64') })).body.error.code).toBe('pdf');
    expect((await issue({ pdf: Buffer.from('%PDF-1.7 invoice').toString('base64') })).status).toBe(204);
    expect((await issue({})).body.error.code).toBe('invoice_state');
    expect((await ask('PUT', `/orders/${order.id}/invoice`, company)).body.error.code).toBe('invoice_issued');
    expect((await ask('GET', `/orders/${order.id}/invoice`)).body.invoice).toMatchObject({ state: 'issued', number: '26317000000123456789', amountFen: 10_000, hasPdf: true });
    expect((await shop.call('finance', 'GET', `${url}/orders/${order.id}/invoice/pdf`)).status).toBe(200);
    expect(await brand.query(`select action from audit_entry where brand_id = 1 and subject = $1 and action like 'invoice.%' order by seq`, [`order:${order.id}`])).toEqual([
      { action: 'invoice.revealed' }, { action: 'invoice.issued' }, { action: 'invoice.revealed' },
    ]);
    // Money that goes back later makes it differ.
    await call('owner', `/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退', restock: false, requestKey: newKey() });
    await stores.timers.runDue();
    expect((await shop.call('viewer', 'GET', `${url}/invoices?state=issued`)).body.items[0]).toMatchObject({ amountFen: 10_000, dueFen: 0 });
    const subject = { contactId: stored!.identityId, identityIds: [stored!.identityId] };
    const copy = JSON.stringify(await exportOrders(shop.store.routes.secrets)(brand, 1, subject));
    expect(copy).toContain('wang@example.com');
    await brand.tx((tx) => eraseShopper(tx, 1, subject));
    expect((await call('finance', `/orders/${order.id}/invoice/details`)).status).toBe(404);
    expect(JSON.stringify(await exportOrders(shop.store.routes.secrets)(brand, 1, subject))).not.toContain('wang@example.com');
  });

  it('is withdrawn or refused with a reason, and may be asked for anew', async () => {
    const order = await paid();
    await order.ask('PUT', `/orders/${order.id}/invoice`, company);
    expect((await order.ask('POST', `/orders/${order.id}/invoice/withdrawal`)).body.invoice.state).toBe('withdrawn');
    await order.ask('PUT', `/orders/${order.id}/invoice`, company);
    await call('owner', `/orders/${order.id}/invoice/refusal`, { reason: '抬头有误' });
    expect((await order.ask('GET', `/orders/${order.id}/invoice`)).body.invoice).toMatchObject({ state: 'refused', reason: '抬头有误' });
    expect((await order.ask('PUT', `/orders/${order.id}/invoice`, company)).body.invoice).toMatchObject({ state: 'requested', reason: null });
  });
});

it('whatever buyers, the brand and WeChat Pay do, refunds never exceed what was paid, and stock and cases add up', async () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), what: fc.constantFrom('refund', 'return', 'exchange', 'care'), units: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ kind: fc.constant('decide' as const), approve: fc.boolean(), agreed: fc.option(fc.integer({ min: 1, max: 25_000 })), which: fc.nat(5) }),
    fc.record({ kind: fc.constant('inspect' as const), accept: fc.boolean(), sellable: fc.nat(2), agreed: fc.option(fc.integer({ min: 1, max: 25_000 })), which: fc.nat(5) }),
    fc.record({ kind: fc.constantFrom('withdraw' as const, 'back' as const, 'dispatch' as const, 'confirm' as const, 'retry' as const), which: fc.nat(5) }),
    fc.record({ kind: fc.constant('refund' as const), units: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ kind: fc.constant('ship' as const) }),
    fc.record({ kind: fc.constant('pay' as const), closes: fc.boolean() }),
    fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 8 }) }),
  );
  await fc.assert(fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), async (waves) => {
    const order = await paid(3);
    const cases: string[] = [];
    const fine = (answer: { status: number }) => expect(answer.status).toBeLessThan(500);
    const perform = async (one: (typeof waves)[number][number]): Promise<void> => {
      const id = 'which' in one ? cases[one.which % Math.max(1, cases.length)] : undefined;
      if ('which' in one && id === undefined) return;
      switch (one.kind) {
        case 'ask': {
          const answer = await askFor(order, one.what, one.what === 'care' ? 'repair' : 'defect', one.units);
          fine(answer);
          if (answer.status === 201) cases.push(answer.body.id);
          return;
        }
        case 'decide': return fine(await call('owner', `/after-sales/${id}/decision`, { approve: one.approve, note: 'n', agreedFen: one.agreed }));
        case 'inspect': return fine(await call('owner', `/after-sales/${id}/inspection`, { accept: one.accept, note: 'n', agreedFen: one.agreed, sellable: [{ position: 1, units: one.sellable }] }));
        case 'withdraw': return fine(await order.ask('POST', `/after-sales/${id}/withdrawal`));
        case 'back': return fine(await order.ask('POST', `/after-sales/${id}/waybill`, { carrier: 'JD', waybill: 'JD000001' }));
        case 'dispatch': return fine(await call('owner', `/after-sales/${id}/dispatch`, { carrierId: 'JD', waybill: 'JD000002', note: '' }));
        case 'confirm': return fine(await order.ask('POST', `/after-sales/${id}/receipt`));
        case 'retry': return fine(await call('owner', `/after-sales/${id}/refund-retry`));
        case 'refund': return fine(await call('owner', `/orders/${order.id}/refunds`, { lines: [{ position: 1, units: one.units }], reason: '退', restock: false, requestKey: newKey() }));
        case 'ship': return fine(await call('owner', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD000003', lines: [{ position: 1, units: 1 }] }));
        case 'pay':
          if (one.closes) shop.platform.refundStates.push('CLOSED');
          return void (await stores.timers.runDue());
        case 'wait':
          at += one.days * DAY;
          return void (await stores.timers.runDue());
      }
    };
    const check = async (): Promise<void> => {
      expect(await checkStock(brand, 1)).toEqual([]);
      expect(await brand.query(
        `select 'over' as what from shop_order o where o.id = $1 and (select coalesce(sum(fen), 0) from refund r where r.order_id = o.id and r.state <> 'closed') > o.paid_fen
         union all select 'told' from shop_order o where o.id = $1 and refunded_fen <> (select coalesce(sum(fen), 0) from refund r where r.order_id = o.id and r.state = 'succeeded')
         union all select 'units' from order_line l where l.order_id = $1 and l.quantity < (select coalesce(sum(rl.quantity), 0) from refund_line rl join refund r on r.id = rl.refund_id where r.order_id = $1 and r.state <> 'closed')
         union all select 'kept' from order_line l where l.order_id = $1 and l.pay_fen < (select coalesce(sum(rl.fen + rl.withheld_fen), 0) from refund_line rl join refund r on r.id = rl.refund_id where r.order_id = $1 and r.state <> 'closed')
         union all select 'twice' from after_sale where order_id = $1 and refund_id is not null group by refund_id having count(*) > 1
         union all select 'money' from after_sale c join refund r on r.id = c.refund_id where c.order_id = $1 and c.kind in ('exchange', 'care')`, [order.id],
      )).toEqual([]);
    };
    for (const wave of waves) {
      await Promise.all(wave.map(perform));
      await check();
    }
    shop.platform.refundStates.length = 0;
    await stores.timers.runDue();
    await check();
  }), { numRuns: 20, endOnFailure: true });
}, 120_000);
