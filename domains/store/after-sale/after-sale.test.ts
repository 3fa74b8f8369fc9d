import { rowByRow } from '@qingniao/access/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { checkStock } from '../index.ts';
import { lockOrder } from '../orders/order-row.ts';
import { noteTrade } from '../shipping/receipt.ts';
import { settleRefund } from '../pay/send-refund.ts';
import { MCHID, orderOf } from '../testing.ts';
import { type Bought, DAY, testDesk, url } from './testing.ts';

const { clock, stores, brand, shop, stall, close, newKey, somebody, call, paid, received, request, askFor } = await testDesk();
afterAll(close);
const stockOf = async (sku = 0): Promise<number> =>
  (await rowByRow((query) => shop.call('owner', 'GET', `${url}/pools/${stall.poolId}/stock?${query}`))).find((row: { skuId: string }) => row.skuId === stall.skuIds[sku]).onHand;
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
});
