import type { FundFlowBill, FundFlowRow, TradeBill, TradeBillRow } from '@qingniao/wechat';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { inOwnDatabase, orderOf, setUpStall, testShop } from '../testing.ts';
import { BILL_TIMER } from './compare-day.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Noon of 19 August in Beijing. */
const NOON = Date.parse('2026-08-19T04:00:00Z');
const url = '/api/brands/1/store';
let at = NOON;
let serial = 0;
/** What WeChat Pay has of a day. */
const bills = new Map<string, TradeBillRow[]>();
const flows = new Map<string, FundFlowBill>();

const trade = async (day: string): Promise<TradeBill | null> => {
  const rows = bills.get(day);
  const sum = (of: 'total' | 'refundRequested' | 'fee') => rows!.reduce((all, row) => all + row[of], 0);
  return rows ? { rows, totals: { count: rows.length, settlementTotal: 0, refund: 0, couponRefund: 0, fee: sum('fee'), total: sum('total'), refundRequested: sum('refundRequested') } } : null;
};

const { stores, brand, shop, close } = await inOwnDatabase(
  (opened) => testShop(opened, { parts: () => ({ billsOf: async () => ({ trade, fundFlow: async (day: string) => flows.get(day) ?? null }) }), register: async () => undefined }), { now: () => at });
afterAll(close);
const stall = await setUpStall(brand, { type: 'permanent', units: [50] });
await brand.query(
  `insert into pay_merchant (brand_id, id, mchid, name, serial_no, private_key, api_v3_key, created_at, changed_at) values (1, 'merchant', '1900000001', 'M', '', '', '', $1, $1)`, [new Date(NOON - 3 * DAY)],
);
beforeEach(() => {
  bills.clear();
  flows.clear();
});

async function paid(): Promise<{ id: string; number: string }> {
  const { ask } = await shop.shopper(`o-${++serial}`);
  const { body: order } = await ask('POST', '/orders', orderOf(stall), `bill-key-${++serial}`);
  await ask('POST', `/orders/${order.id}/payment`);
  shop.platform.pay(order.number);
  await ask('POST', `/orders/${order.id}/confirmation`);
  return order;
}
const row = (outTradeNo: string, total: number, more: Partial<TradeBillRow> = {}): TradeBillRow => ({
  at: new Date(at), appid: '', mchid: '', transactionId: `t-${outTradeNo}`, outTradeNo, openid: '', tradeType: 'JSAPI', state: 'SUCCESS', bankType: '', currency: 'CNY', settlementTotal: total, coupon: 0,
  refundId: null, outRefundNo: null, refund: 0, couponRefund: 0, refundType: null, refundState: null, goods: '', attach: null, fee: 12, feeRate: '0.60%', total, refundRequested: 0, ...more,
});
const refundRow = (order: string, outRefundNo: string, fen: number) => row(order, 0, { outRefundNo, refundId: `r-${outRefundNo}`, refundRequested: fen, state: 'REFUND' });
const compare = (day: string, role: 'finance' | 'marketer' = 'finance') => shop.call(role, 'POST', `${url}/bills`, { merchantId: 'merchant', day });
const daysOf = async () => Object.fromEntries(((await shop.call('finance', 'GET', `${url}/bills`)).body.items as { day: string; state: string; matched: number; differing: number }[]).map((one) => [one.day, [one.state, one.matched, one.differing]]));

it('agrees to the fen, and names each line that does not', async () => {
  const [right, wrong, gone] = [await paid(), await paid(), await paid()];
  at = Date.parse('2026-08-20T02:29:59Z');
  expect((await compare('2026-08-19')).body.error.code).toBe('bill_not_ready');
  at += 1000;
  bills.set('2026-08-19', [row(right.number, 19_900), row(wrong.number, 19_899), row('20260819000', 500)]);
  expect((await compare('2026-08-19', 'marketer')).status).toBe(403);
  const { body } = await compare('2026-08-19');
  expect(body.differences).toHaveLength(3);
  expect(body.differences).toEqual(expect.arrayContaining([
    { what: 'payment', number: wrong.number, kind: 'amount', orderId: wrong.id, platformId: `t-${wrong.number}`, oursFen: 19_900, theirsFen: 19_899 },
    { what: 'payment', number: '20260819000', kind: 'missing_here', orderId: null, platformId: 't-20260819000', oursFen: null, theirsFen: 500 },
    { what: 'payment', number: gone.number, kind: 'missing_there', orderId: gone.id, platformId: null, oursFen: 19_900, theirsFen: null },
  ]));
  expect(await daysOf()).toEqual({ '2026-08-19': ['differs', 1, 3] });
  expect((await shop.call('finance', 'GET', `${url}/bills/merchant/2026-08-19/differences.csv`)).body).toContain(`Payment,Amounts differ,#${wrong.number},#t-${wrong.number},199.00,198.99\n`);
  expect((await shop.call('finance', 'GET', `${url}/payment-alarms`)).body.items).toMatchObject([{ kind: 'bill_differs', details: { day: '2026-08-19', differences: 3 } }]);
  expect([(await shop.call('finance', 'GET', `${url}/desk`)).body.alarms, (await shop.call('viewer', 'GET', `${url}/desk`)).body.alarms]).toEqual([1, null]);
  // Put right at WeChat Pay and compared again.
  bills.set('2026-08-19', [right, wrong, gone].map(({ number }) => row(number, 19_900)));
  expect((await compare('2026-08-19')).body.differences).toEqual([]);
  expect(await daysOf()).toEqual({ '2026-08-19': ['agrees', 3, 0] });
});

it('a refund that WeChat Pay got after midnight is found in the bill of the next day', async () => {
  at = Date.parse('2026-08-20T15:59:00Z');
  const order = await paid();
  const { body: refund } = await shop.call('owner', 'POST', `${url}/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退货', restock: true, requestKey: 'late-refund' });
  at += 2 * 60_000;
  await stores.timers.runDue(at);
  at = Date.parse('2026-08-21T03:00:00Z');
  bills.set('2026-08-20', [row(order.number, 19_900)]);
  expect((await compare('2026-08-20')).body.differences).toEqual([]);
  // WeChat Pay did not say when it took those of an older version: by when we asked, and found the day after.
  await brand.query('update refund set taken_at = null where brand_id = 1 and id = $1', [refund.id]);
  expect((await compare('2026-08-20')).body.differences).toMatchObject([{ what: 'refund', number: refund.id, kind: 'missing_there', oursFen: 19_900 }]);
  at += DAY;
  bills.set('2026-08-21', [refundRow(order.number, refund.id, 19_900)]);
  expect((await compare('2026-08-21')).body.differences).toEqual([]);
  expect(await daysOf()).toMatchObject({ '2026-08-20': ['agrees', 1, 0], '2026-08-21': ['agrees', 1, 0] });
});

it('the clock compares every day since the merchant was connected, and goes on the next morning', async () => {
  await brand.tx(async (tx) => stores.timers.set(tx, { brandId: 1, name: BILL_TIMER, key: 'merchant', dueAt: new Date(at), payload: null }));
  await stores.timers.runDue(at);
  expect(Object.keys(await daysOf()).sort()).toEqual(['2026-08-16', '2026-08-17', '2026-08-18', '2026-08-19', '2026-08-20', '2026-08-21']);
  const [timer] = await brand.query<{ dueAt: Date }>('select due_at as "dueAt" from timer where brand_id = 1 and name = $1', [BILL_TIMER]);
  expect(timer!.dueAt).toEqual(new Date('2026-08-23T02:30:00Z'));
});

it('a refund WeChat Pay took the day after we asked is not missed, however often that day is compared', async () => {
  at = Date.parse('2026-08-22T15:59:00Z');
  const order = await paid();
  const asked = await shop.call('owner', 'POST', `${url}/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退货', restock: true, requestKey: 'taken-later' });
  at += 2 * 60_000;
  await stores.timers.runDue(at);
  at = Date.parse('2026-08-24T03:00:00Z');
  bills.set('2026-08-22', [row(order.number, 19_900)]);
  for (let n = 0; n < 2; n += 1) expect((await compare('2026-08-22')).body.differences).toEqual([]);
  // By its own clock it belongs into the next bill, and is missed there.
  expect((await compare('2026-08-23')).body.differences).toMatchObject([{ what: 'refund', number: asked.body.id, kind: 'missing_there' }]);
  bills.set('2026-08-23', [refundRow(order.number, asked.body.id, 19_900)]);
  expect((await compare('2026-08-23')).body.differences).toEqual([]);
  for (const day of ['2026-08-22', '2026-08-23']) expect((await daysOf())[day]).toEqual(['agrees', 1, 0]);
});

it('the account moved by what the trade bill says after fees, and both bills add up, or it is an alarm', async () => {
  at = Date.parse('2026-08-25T04:00:00Z');
  const [whole, short, later] = [await paid(), await paid(), await paid()];
  const { body: refund } = await shop.call('owner', 'POST', `${url}/orders/${whole.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退货', restock: true, requestKey: 'flow-refund' });
  await stores.timers.runDue(at);
  at += DAY;
  const moved = (businessId: string, direction: 'in' | 'out', amount: number): FundFlowRow => ({ at: new Date(at), businessId, flowId: '', name: '', type: '', direction, amount, balance: 0, applicant: null, note: null, voucher: '' });
  const flow = (rows: FundFlowRow[], more = 0): FundFlowBill => {
    const sum = (way: string) => rows.reduce((all, { direction, amount }) => all + (direction === way ? amount : 0), 0);
    return { rows, totals: { count: rows.length, inCount: 0, in: sum('in') + more, outCount: 0, out: sum('out') } };
  };
  const billed = [row(whole.number, 19_900, { fee: 119 }), row(short.number, 19_900, { fee: 119 }), row(later.number, 19_900, { fee: 119 }), { ...refundRow(whole.number, refund.id, 19_900), refund: 19_900, fee: -119 }];
  bills.set('2026-08-25', billed);
  // In one line or in two; what waits for its receipt is booked another day.
  const right = [moved(`t-${whole.number}`, 'in', 19_900), moved(`t-${whole.number}`, 'out', 119), moved(`t-${short.number}`, 'in', 19_781), moved(`r-${refund.id}`, 'out', 19_781), moved('withdrawn', 'out', 500)];
  flows.set('2026-08-25', flow(right));
  at = Date.parse('2026-08-26T03:00:00Z');
  expect((await compare('2026-08-25')).body.differences).toEqual([]);
  expect((await daysOf())['2026-08-25']).toEqual(['agrees', 4, 0]);
  flows.set('2026-08-25', flow(right.map((one) => (one.businessId === `t-${short.number}` ? { ...one, amount: 19_780 } : one)), 1));
  expect((await compare('2026-08-25')).body.differences).toEqual([
    { what: 'flow_in', number: '', kind: 'total', orderId: null, platformId: null, oursFen: 39_680, theirsFen: 39_681 },
    { what: 'payment', number: short.number, kind: 'flow', orderId: short.id, platformId: `t-${short.number}`, oursFen: 19_781, theirsFen: 19_780 },
  ]);
  expect((await shop.call('finance', 'GET', `${url}/payment-alarms`)).body.items[0]).toMatchObject({ kind: 'bill_differs', details: { day: '2026-08-25', differences: 2 } });
  expect((await shop.call('finance', 'GET', `${url}/bills/merchant/2026-08-25/differences.csv`)).body).toContain(`Payment,"Fund flow differs, after fees",#${short.number},#t-${short.number},197.81,197.80\n`);
});
