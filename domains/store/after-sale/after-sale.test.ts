import { rowByRow } from '@qingniao/access/testing';
import { afterAll, expect, it } from 'vitest';
import { checkStock } from '../index.ts';
import { DAY, testDesk, url } from './testing.ts';

const { clock, stores, brand, shop, stall, close, newKey, somebody, call, paid, received, request, askFor, stockOf } = await testDesk();
afterAll(close);
const eventsOf = (one: { steps: { event: string; by: string }[] }) => one.steps.map(({ event, by }) => `${event} ${by.split(':')[0]}`);

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
  expect((await decide('owner', {})).body).toMatchObject({ state: 'awaiting_return', dueAt: new Date(clock.at + 7 * DAY).toISOString() });
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
  clock.at += 9 * DAY - 1;
  const { body: asked } = await askFor(order, 'return', 'changed_mind');
  const { body: approved } = await call('owner', `/after-sales/${asked.id}/decision`, { approve: true, note: '' });
  expect(approved).toMatchObject({ dueAt: new Date(clock.at + 10 * DAY).toISOString(), steps: [{}, { event: 'approve', note: '上海市静安区青鸟仓库' }] });
  expect((await call('owner', `/after-sales/${(await askFor(order, 'return', 'defect')).body.id}/decision`, { approve: false, note: '' })).body.error.code).toBe('note');
  clock.at += 1;
  const another = await received();
  clock.at += 9 * DAY;
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

it('a key is one request: a form put right after its answer was lost says that the first one has come', async () => {
  const order = await received(2);
  const [key, asked] = [newKey(), request(order, 'exchange', 'defect')];
  const first = await order.ask('POST', '/after-sales', asked, key);
  expect((await order.ask('POST', '/after-sales', asked, key)).body.id).toBe(first.body.id);
  const other = await received();
  for (const changed of [{ reason: 'damaged' }, { words: '表扣断了' }, { lines: [{ position: 1, units: 2 }] }, { replacementSkuId: stall.skuIds[1] }, { orderId: other.id }]) {
    expect(await order.ask('POST', '/after-sales', { ...asked, ...changed }, key)).toMatchObject(changed.orderId ? { status: 404 } : { status: 409, body: { error: { code: 'key_reused' } } });
  }
});
