import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { checkStock } from '../index.ts';
import { DAY, testDesk } from './testing.ts';

const { clock, stores, brand, shop, stall, close, newKey, call, paid, request } = await testDesk();
afterAll(close);

it('whatever buyers, the brand and WeChat Pay do, refunds never exceed what was paid, and stock and cases add up', async () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), what: fc.constantFrom('refund', 'return', 'exchange', 'care'), mind: fc.boolean(), other: fc.boolean(), units: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ kind: fc.constant('decide' as const), approve: fc.boolean(), agreed: fc.option(fc.integer({ min: 1, max: 25_000 })), which: fc.nat(5) }),
    fc.record({ kind: fc.constant('inspect' as const), accept: fc.boolean(), sellable: fc.nat(2), agreed: fc.option(fc.integer({ min: 1, max: 25_000 })), which: fc.nat(5) }),
    fc.record({ kind: fc.constantFrom('withdraw' as const, 'back' as const, 'dispatch' as const, 'confirm' as const, 'retry' as const), which: fc.nat(5) }),
    fc.record({ kind: fc.constant('refund' as const), meant: fc.constantFrom('unsent_first', 'sent_first'), units: fc.integer({ min: 1, max: 2 }) }),
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
          const reason = one.what === 'care' ? 'repair' : one.mind && one.what !== 'exchange' ? 'changed_mind' : 'defect';
          const answer = await order.ask('POST', '/after-sales', { ...request(order, one.what, reason, one.units), ...(one.what === 'exchange' && one.other ? { replacementSkuId: stall.skuIds[1] } : {}) }, newKey());
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
        case 'refund': return fine(await call('owner', `/orders/${order.id}/refunds`, { lines: [{ position: 1, units: one.units, meant: one.meant }], reason: '退', restock: false, requestKey: newKey() }));
        case 'ship': return fine(await call('owner', `/orders/${order.id}/parcels`, { method: 'express', carrierId: 'JD', waybill: 'JD000003', lines: [{ position: 1, units: 1 }] }));
        case 'pay':
          if (one.closes) shop.platform.refundStates.push('CLOSED');
          return void (await stores.timers.runDue());
        case 'wait':
          clock.at += one.days * DAY;
          return void (await stores.timers.runDue());
      }
    };
    const check = async (): Promise<void> => {
      expect(await checkStock(brand, 1)).toEqual([]);
      expect(await brand.query(
        `select 'over' as what from shop_order o where o.id = $1 and (select coalesce(sum(fen), 0) from refund r where r.order_id = o.id and r.state <> 'closed') > o.paid_fen
         union all select 'told' from shop_order o where o.id = $1 and refunded_fen <> (select coalesce(sum(fen), 0) from refund r where r.order_id = o.id and r.state = 'succeeded')
         union all select 'units' from order_line l where l.order_id = $1 and l.quantity < (select coalesce(sum(rl.quantity), 0) from refund_line rl join refund r on r.id = rl.refund_id where r.order_id = $1 and r.state <> 'closed')
         union all select 'sent and paid back unsent' from order_line l where l.order_id = $1 and l.quantity < (select coalesce(sum(p.quantity), 0) from parcel_line p join parcel one on one.id = p.parcel_id where one.order_id = $1)
                   + (select coalesce(sum(rl.quantity - rl.had_left), 0) from refund_line rl join refund r on r.id = rl.refund_id where r.order_id = $1 and r.state <> 'closed')
         union all select 'sent once, paid back twice' where (select coalesce(sum(p.quantity), 0) from parcel_line p join parcel one on one.id = p.parcel_id where one.order_id = $1)
                   < (select coalesce(sum(rl.had_left), 0) from refund_line rl join refund r on r.id = rl.refund_id where r.order_id = $1 and r.state <> 'closed')
         union all select 'kept' from order_line l where l.order_id = $1 and l.pay_fen < (select coalesce(sum(rl.fen + rl.withheld_fen), 0) from refund_line rl join refund r on r.id = rl.refund_id where r.order_id = $1 and r.state <> 'closed')
         union all select 'sent by nobody' from (select sku_id, sum(quantity) as units from stock_movement where pool_id = $2 group by 1) m where m.units > 100
         union all select 'twice' from after_sale where order_id = $1 and refund_id is not null group by refund_id having count(*) > 1
         union all select 'money' from after_sale c join refund r on r.id = c.refund_id where c.order_id = $1 and c.kind in ('exchange', 'care')`, [order.id, stall.poolId],
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
