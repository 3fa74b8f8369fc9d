import { createHash, constants, publicEncrypt } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type Shop, openShop } from './platform/pay/testing.ts';

let shop: Shop;
afterEach(() => shop.close());

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Noon in Beijing on 10 March 2026. */
const NOON = Date.parse('2026-03-10T12:00:00+08:00');
const stepped = { history: { start: NOON, until: NOON + 400 * 24 * HOUR } };
const step = (hours = 1) => shop.world.control('/clock/step', { hours });
const QUERY = (no: string): string => `/v3/pay/transactions/out-trade-no/${no}?mchid=${shop.mchid}`;
const stateAt = async (no: string): Promise<unknown> => (await shop.call('GET', QUERY(no))).body['trade_state'];
const refused = async (answer: Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>) => {
  const { status, body, headers } = await answer;
  return [status, body['code'], headers.get('request-id')?.split('-').at(-1)];
};
const plan = (...next: object[]) => shop.world.control(`/merchants/${shop.mchid}/notices`, { next });
const deliveries = async () =>
  ((await shop.world.control(`/merchants/${shop.mchid}/notices`))['items'] as { deliveries: { at: number; status: number; kind: string }[]; done: boolean }[]);
const refund = (no: string, out: string, amount: number, total: number, more: object = {}) =>
  shop.call('POST', '/v3/refund/domestic/refunds', { out_trade_no: no, out_refund_no: out, notify_url: shop.notifyUrl, amount: { refund: amount, total, currency: 'CNY' }, ...more });

describe('the way of an order', () => {
  it('is ordered, paid by its own buyer once, told and found by both numbers', async () => {
    shop = await openShop(stepped);
    const prepay = await shop.order('ORDER-0001', 8_800, { attach: 'a=1', scene_info: { payer_client_ip: '127.0.0.1', device_id: 'd1' } });
    expect(prepay).toMatch(/^wx[0-9a-f]{34}$/);
    expect(await shop.order('ORDER-0001', 8_800, { attach: 'a=1', scene_info: { device_id: 'd1', payer_client_ip: '127.0.0.1' } })).toBe(prepay);
    expect((await shop.call('GET', QUERY('ORDER-0001'))).body).toEqual({
      appid: shop.appid, mchid: shop.mchid, out_trade_no: 'ORDER-0001', attach: 'a=1', trade_state: 'NOTPAY', trade_state_desc: '订单未支付', promotion_detail: [],
    });

    expect(await shop.pay(prepay, { outcome: 'cancel' })).toEqual({ errMsg: 'requestPayment:fail cancel' });
    expect(await shop.pay(prepay, { outcome: 'noBalance' })).toMatchObject({ errMsg: 'requestPayment:fail', reason: '零钱余额不足' });
    expect(await shop.pay(prepay)).toEqual({ errMsg: 'requestPayment:ok' });
    expect(await shop.pay(prepay)).toMatchObject({ reason: '该订单已支付' });

    expect(shop.notices).toHaveLength(1);
    const [notice] = shop.notices;
    expect(notice).toMatchObject({ event: 'TRANSACTION.SUCCESS', signature: 'right' });
    const found = await shop.call('GET', QUERY('ORDER-0001'));
    expect(notice!.resource).toEqual(found.body);
    expect(found.body).toMatchObject({
      trade_state: 'SUCCESS', trade_type: 'JSAPI', success_time: '2026-03-10T12:00:00+08:00', payer: { openid: shop.buyer }, scene_info: { device_id: 'd1' },
      amount: { total: 8_800, payer_total: 8_800, currency: 'CNY', payer_currency: 'CNY' }, transaction_id: expect.stringMatching(/^4200\d{24}$/) as unknown,
    });
    const byId = await shop.call('GET', `/v3/pay/transactions/id/${String(found.body['transaction_id'])}?mchid=${shop.mchid}`);
    expect(byId.body).toEqual(found.body);
    expect(await refused(shop.call('POST', '/v3/pay/transactions/out-trade-no/ORDER-0001/close', { mchid: shop.mchid }))).toEqual([400, 'ORDERPAID', '268449538']);
    await expect(shop.order('ORDER-0001', 8_800, { attach: 'a=1', scene_info: { payer_client_ip: '127.0.0.1', device_id: 'd1' } })).rejects.toThrow('ORDERPAID');
  });

  it('can be closed, again and again, and then neither paid nor ordered', async () => {
    shop = await openShop(stepped);
    const prepay = await shop.order('ORDER-0002', 100);
    const close = () => shop.call('POST', '/v3/pay/transactions/out-trade-no/ORDER-0002/close', { mchid: shop.mchid });
    expect(await close()).toMatchObject({ status: 204, signed: true });
    expect((await close()).status).toBe(204);
    expect(await shop.pay(prepay)).toMatchObject({ errMsg: 'requestPayment:fail', reason: '该订单已关闭' });
    expect(await stateAt('ORDER-0002')).toBe('CLOSED');
    await expect(shop.order('ORDER-0002', 100)).rejects.toThrow('ORDER_CLOSED');
    expect(shop.notices).toEqual([]);
  });

  it('ends at its time; a prepay_id is over after two hours and is renewed by the same request', async () => {
    shop = await openShop(stepped);
    const short = await shop.order('ORDER-0003', 100, { time_expire: '2026-03-10T13:00:00+08:00' });
    const long = await shop.order('ORDER-0004', 100);
    await step();
    expect(await shop.pay(short)).toMatchObject({ reason: '该订单已关闭' });
    expect(await stateAt('ORDER-0003')).toBe('CLOSED');
    await step();
    expect(await shop.pay(long)).toMatchObject({ reason: '支付会话已过期，请重新发起支付' });
    const renewed = await shop.order('ORDER-0004', 100);
    expect(renewed).not.toBe(long);
    expect(await shop.pay(long)).toMatchObject({ reason: '支付场景非法' });
    expect(await shop.pay(renewed)).toEqual({ errMsg: 'requestPayment:ok' });
    const before = (minutes: number): string => new Date(NOON + 2 * HOUR + minutes * MINUTE + 8 * HOUR).toISOString().replace(/\.\d+Z/, '+08:00');
    await expect(shop.order('ORDER-0005', 100, { time_expire: before(0.5) })).rejects.toThrow('time_expire');
    await shop.order('ORDER-0005', 100, { time_expire: before(1) });
    await expect(shop.order('ORDER-0006', 100, { time_expire: before(7 * 24 * 60 + 1) })).rejects.toThrow('time_expire');
  });

  it('refuses what does not belong together', async () => {
    shop = await openShop(stepped);
    const prepay = (more: object) => shop.call('POST', '/v3/pay/transactions/jsapi', {
      appid: shop.appid, mchid: shop.mchid, description: '手链', out_trade_no: 'ORDER-0007', notify_url: shop.notifyUrl, amount: { total: 100 }, payer: { openid: shop.buyer }, ...more,
    });
    const stranger = await shop.world.newPerson();
    expect(await refused(prepay({ payer: { openid: stranger } }))).toEqual([400, 'OPENID_MISMATCH', '268501013']);
    expect(await refused(prepay({ appid: 'wx0123456789abcdef' }))).toEqual([400, 'APPID_MCHID_NOT_MATCH', '268445527']);
    expect(await refused(prepay({ mchid: '1900000002' }))).toEqual([403, 'NO_AUTH', '268445527']);
    for (const wrong of [{ total: 0 }, { total: 1.5 }, { total: '100' }, { total: 100, currency: 'USD' }]) {
      expect(await refused(prepay({ amount: wrong }))).toEqual([400, 'PARAM_ERROR', '268435461']);
    }
    expect((await prepay({ amount: { total: 0 } })).body['detail']).toMatchObject({ field: '/amount/total', value: 0, location: 'body' });
    for (const no of ['short', 'x'.repeat(33), '订单号码六个字']) expect((await prepay({ out_trade_no: no })).status).toBe(400);
    expect((await prepay({ notify_url: `${shop.notifyUrl}?a=1` })).status).toBe(400);
    expect((await prepay({})).status).toBe(200);
    expect(await refused(prepay({ amount: { total: 101 } }))).toEqual([400, 'INVALID_REQUEST', '268498688']);
    expect(await refused(shop.call('GET', QUERY('ORDER-0008')))).toEqual([404, 'ORDER_NOT_EXIST', '268512771']);
  });

  it('opens the sheet only for a right signature and the person who ordered', async () => {
    shop = await openShop(stepped);
    const prepay = await shop.order('ORDER-0009', 100);
    const attempt = (payment: object, openid = shop.buyer) => shop.world.control('/pay', { appid: shop.appid, openid, payment });
    expect(await attempt(shop.payment(prepay, { timeStamp: 1_773_115_200 }))).toMatchObject({ errMsg: expect.stringContaining('parameter.timeStamp') as unknown });
    expect(await attempt(shop.payment(prepay, { nonceStr: 'other' }))).toMatchObject({ reason: '支付验证签名失败' });
    expect(await attempt(shop.payment(prepay, { signType: 'MD5' }))).toMatchObject({ reason: '支付验证签名失败' });
    const [other] = ((await shop.world.control('/people', { appid: shop.appid, count: 1 }))['items'] as { openid: string }[]);
    expect(await attempt(shop.payment(prepay), other!.openid)).toMatchObject({ reason: expect.stringContaining('下单账号与支付账号不一致') as unknown });
    expect(await stateAt('ORDER-0009')).toBe('NOTPAY');
  });
});

describe('signatures', () => {
  it('checks those of requests to the byte and the second, and signs every answer', async () => {
    shop = await openShop(stepped);
    const seconds = NOON / 1000;
    expect(await shop.call('GET', QUERY('ORDER-0001'))).toMatchObject({ status: 404, signed: true });
    const order = { a: 1 };
    expect(await shop.call('POST', '/v3/pay/transactions/jsapi', order, { sent: '{"a":1 }' })).toMatchObject({ status: 401, body: { code: 'SIGN_ERROR' }, signed: true });
    expect((await shop.call('GET', QUERY('ORDER-0001'), undefined, { timestamp: seconds - 300 })).status).toBe(404);
    expect((await shop.call('GET', QUERY('ORDER-0001'), undefined, { timestamp: seconds - 301 })).status).toBe(401);
    expect((await shop.call('GET', QUERY('ORDER-0001'), undefined, { serial: 'F'.repeat(40) })).status).toBe(401);
    expect((await shop.call('GET', QUERY('ORDER-0001'), undefined, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  });

  it('signs by public key or by the newest certificate, whichever the merchant has or asks for', async () => {
    shop = await openShop(stepped);
    const { id } = shop.platformPublicKey;
    const serialOf = async (headers?: Record<string, string>) => (await shop.call('GET', QUERY('ORDER-0001'), undefined, headers ? { headers } : {})).headers.get('wechatpay-serial');
    expect(await serialOf()).toBe(id);
    expect(await refused(shop.call('GET', '/v3/certificates'))).toEqual([404, 'RESOURCE_NOT_EXISTS', '268435461']);
    await shop.world.control(`/merchants/${shop.mchid}`, { verification: 'certificate' }, 'PATCH');
    const first = await serialOf();
    expect(first).toMatch(/^[0-9A-F]{40}$/);
    const { serial } = await shop.world.control('/pay/rotate', {});
    expect(await serialOf()).toBe(serial);
    expect(await serialOf({ 'wechatpay-serial': id })).toBe(id);
    const listed = (await shop.call('GET', '/v3/certificates')).body['data'] as { serial_no: string }[];
    expect(listed.map((one) => one.serial_no)).toEqual([first, serial]);
    await shop.pay(await shop.order('ORDER-0010', 100));
    expect(shop.notices).toMatchObject([{ signature: 'right' }]);
  });
});

describe('notices', () => {
  it('come again at the published pauses until they are taken, and stop after fifteen', async () => {
    shop = await openShop(stepped);
    let refusals = 4;
    shop.answer = () => (refusals-- > 0 ? 500 : 200);
    await shop.pay(await shop.order('ORDER-0011', 100));
    await step();
    const [taken] = await deliveries();
    expect(taken!.done).toBe(true);
    expect(taken!.deliveries.map(({ at, status }) => [(at - NOON) / 1000, status])).toEqual([[0, 500], [15, 500], [30, 500], [60, 500], [240, 200]]);
    expect(new Set(shop.notices.map(({ id }) => id)).size).toBe(1);

    shop.answer = () => 500;
    await shop.pay(await shop.order('ORDER-0012', 100));
    await step(30);
    const [, given] = await deliveries();
    expect(given).toMatchObject({ done: true });
    expect(given!.deliveries).toHaveLength(16);
    expect((given!.deliveries.at(-1)!.at - given!.deliveries[0]!.at) / MINUTE).toBe(1 + 3 + 10 + 20 + 90 + 60 + 9 * 60 + 12 * 60);
  });

  it('are late, lost, doubled, probed, early and wrong when somebody orders it', async () => {
    shop = await openShop(stepped);
    await plan({ lost: true }, { delayMs: 10 * MINUTE }, { times: 3 }, { probe: true }, { early: true });
    await shop.pay(await shop.order('LOST-01', 100));
    await shop.pay(await shop.order('LATE-01', 100));
    expect(shop.notices).toEqual([]);
    await shop.pay(await shop.order('TWICE-01', 100));
    expect(shop.notices.map(({ resource }) => resource?.['out_trade_no'])).toEqual(['TWICE-01', 'TWICE-01', 'TWICE-01']);
    await shop.pay(await shop.order('PROBE-01', 100));
    expect(shop.notices.slice(3).map(({ signature }) => signature)).toEqual(['wrong', 'right']);
    await shop.pay(await shop.order('EARLY-01', 100), { wait: false });
    expect(shop.notices.at(-1)!.resource).toMatchObject({ out_trade_no: 'EARLY-01' });
    await refund('LATE-01', 'LATE-R1', 100, 100);
    await step();
    expect(shop.notices.at(-1)!.resource).toMatchObject({ out_trade_no: 'LATE-01' });
    expect(shop.notices.map(({ event }) => event).slice(-2)).toEqual(['REFUND.SUCCESS', 'TRANSACTION.SUCCESS']);
    expect(await stateAt('LOST-01')).toBe('SUCCESS');
    expect(shop.notices.filter(({ resource }) => resource?.['out_trade_no'] === 'LOST-01')).toEqual([]);
  });

  it('count as refused when no answer comes in time', async () => {
    shop = await openShop(stepped, { deliveryTimeoutMs: 50 });
    shop.answer = () => (shop.notices.length === 1 ? 'hang' : 200);
    await shop.pay(await shop.order('SLOW-01', 100));
    await step();
    expect((await deliveries())[0]!.deliveries.map(({ status }) => status)).toEqual(['no complete answer in time', 200]);
  });

  it.each([
    ['signature', { signature: 'wrong' }],
    ['serial', { signature: 'unknown serial' }],
    ['key', { signature: 'right', resource: null }],
    ['amount', { signature: 'right', resource: { amount: { total: 101, payer_total: 101 } } }],
    ['mchid', { signature: 'right', resource: { mchid: '1900999999' } }],
    ['appid', { signature: 'right', resource: { appid: 'wxffffffffffffffff' } }],
    ['openid', { signature: 'right', resource: { payer: { openid: 'oSomebodyElse000000000000000' } } }],
  ])('with a wrong %s come first, and the right one at the repeat', async (wrong, found) => {
    shop = await openShop(stepped);
    await plan({ wrong });
    shop.answer = () => (shop.notices.length === 1 ? 400 : 204);
    await shop.pay(await shop.order('WRONG-01', 100));
    await step();
    expect(shop.notices).toHaveLength(2);
    expect(shop.notices[0]).toMatchObject(found);
    expect(shop.notices[1]).toMatchObject({ signature: 'right', resource: { amount: { total: 100 }, mchid: shop.mchid, appid: shop.appid, payer: { openid: shop.buyer } } });
    const [{ id }] = (await shop.world.control(`/merchants/${shop.mchid}/notices?outTradeNo=WRONG-01`))['items'] as [{ id: string }];
    expect(await shop.world.control(`/merchants/${shop.mchid}/notices/${id}/send`, { times: 2 })).toEqual({ statuses: [204, 204] });
  });
});

describe('faults', () => {
  it('fail before or after the work, so that only a query with the same number tells', async () => {
    shop = await openShop(stepped);
    const path = '/v3/pay/transactions/jsapi';
    await shop.world.control('/faults', { path, mchid: shop.mchid, status: 503, code: 'SERVICE_UNAVAILABLE' });
    await expect(shop.order('FAULT-01', 100)).rejects.toThrow('SERVICE_UNAVAILABLE');
    expect((await shop.call('GET', QUERY('FAULT-01'))).status).toBe(404);
    await shop.world.control('/faults', { path: '/v3/pay/*', status: 500, after: true });
    await expect(shop.order('FAULT-02', 100)).rejects.toThrow('SYSTEM_ERROR');
    expect(await stateAt('FAULT-02')).toBe('NOTPAY');
    await shop.order('FAULT-02', 100);
    await shop.world.control('/faults', { path: '/v3/pay/*', badSignature: true });
    expect(await shop.call('GET', QUERY('FAULT-02'))).toMatchObject({ status: 200, signed: false });
    expect(await shop.call('GET', QUERY('FAULT-02'))).toMatchObject({ status: 200, signed: true });
    await expect(shop.world.control('/faults', { path, mchid: '1' })).rejects.toThrow('no merchant');
  });
});

describe('refunds', () => {
  it('sum exactly, end a little later, and the same number says the same', async () => {
    shop = await openShop(stepped);
    await shop.pay(await shop.order('REFUND-01', 1_000));
    const first = await refund('REFUND-01', 'R1', 333, 1_000, { reason: '尺寸不合' });
    expect(first.body).toMatchObject({ status: 'PROCESSING', channel: 'ORIGINAL', amount: { refund: 333, total: 1_000, payer_refund: 333, discount_refund: 0 } });
    expect((await refund('REFUND-01', 'R1', 333, 1_000)).body['refund_id']).toBe(first.body['refund_id']);
    expect(await refused(refund('REFUND-01', 'R1', 334, 1_000))).toEqual([400, 'INVALID_REQUEST', '268498688']);
    expect(await stateAt('REFUND-01')).toBe('REFUND');
    expect((await refund('REFUND-01', 'R2', 333, 1_000)).status).toBe(200);
    expect((await refund('REFUND-01', 'R3', 335, 1_000)).body['message']).toBe('退款金额大于订单可退金额');
    expect((await refund('REFUND-01', 'R3', 334, 999)).status).toBe(400);
    expect((await refund('REFUND-01', 'R3', 334, 1_000)).status).toBe(200);
    await step();
    const told = shop.notices.filter(({ event }) => event === 'REFUND.SUCCESS').map(({ resource }) => resource);
    expect(told.map((one) => one?.['out_refund_no'])).toEqual(['R1', 'R2', 'R3']);
    expect(told[0]).toMatchObject({ refund_status: 'SUCCESS', success_time: '2026-03-10T12:00:03+08:00', amount: { total: 1_000, refund: 333, payer_total: 1_000, payer_refund: 333 } });
    expect((await shop.call('GET', '/v3/refund/domestic/refunds/R3')).body).toMatchObject({ status: 'SUCCESS', success_time: '2026-03-10T12:00:03+08:00' });
    expect((await refund('REFUND-01', 'R4', 1, 1_000)).status).toBe(400);
    expect(await refused(shop.call('GET', '/v3/refund/domestic/refunds/R9'))).toEqual([404, 'RESOURCE_NOT_EXISTS', '268435461']);
  });

  it('may be closed, which frees the money, or abnormal, which another account takes', async () => {
    shop = await openShop(stepped);
    await shop.pay(await shop.order('REFUND-02', 100));
    await shop.world.control(`/merchants/${shop.mchid}/outcomes`, { refunds: ['CLOSED', 'ABNORMAL'] });
    await refund('REFUND-02', 'R5', 100, 100);
    await step();
    expect(await stateAt('REFUND-02')).toBe('SUCCESS');
    const { body } = await refund('REFUND-02', 'R6', 100, 100);
    await step();
    expect(shop.notices.map(({ event }) => event)).toEqual(['TRANSACTION.SUCCESS', 'REFUND.CLOSED', 'REFUND.ABNORMAL']);
    const secret = (text: string): string =>
      publicEncrypt({ key: shop.platformPublicKey.pem, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, Buffer.from(text)).toString('base64');
    const apply = (name: string) => shop.call('POST', `/v3/refund/domestic/refunds/${String(body['refund_id'])}/apply-abnormal-refund`, {
      out_refund_no: 'R6', type: 'USER_BANK_CARD', bank_type: 'ICBC_DEBIT', bank_account: secret('6222000000000000'), real_name: name,
    });
    expect((await apply('张三')).status).toBe(400);
    expect((await apply(secret('张三'))).body['status']).toBe('PROCESSING');
    await step();
    expect((await shop.call('GET', '/v3/refund/domestic/refunds/R6')).body['status']).toBe('SUCCESS');
  });
});

describe('bills', () => {
  const download = async (path: string) => {
    const { status, body } = await shop.call('GET', path);
    if (status !== 200) return { code: body['code'] };
    const url = new URL(String(body['download_url']));
    const file = await shop.call('GET', `${url.pathname}${url.search}`);
    const text = path.includes('GZIP') ? gunzipSync(file.bytes) : file.bytes;
    return { hash: createHash('sha1').update(text).digest('hex') === body['hash_value'], signed: file.headers.has('wechatpay-signature'), lines: text.toString().replace(/\r\n$/, '').split('\r\n') };
  };

  it('list a day to the fen from ten the next morning on', async () => {
    shop = await openShop(stepped);
    await shop.pay(await shop.order('BILL-0001', 10_000));
    await shop.pay(await shop.order('BILL-0002', 333));
    await shop.order('BILL-0003', 5_000);
    await step();
    await refund('BILL-0001', 'RB1', 2_500, 10_000);
    const bill = '/v3/bill/tradebill?bill_date=2026-03-10&bill_type=ALL';
    expect(await download(bill)).toEqual({ code: 'INVALID_REQUEST' });
    await step(20);
    expect(await download(bill)).toEqual({ code: 'STATEMENT_CREATING' });
    await step();
    const trades = await download(bill);
    expect(trades).toMatchObject({ hash: true, signed: false });
    expect(trades.lines![0]).toMatch(/^\ufeff交易时间,公众账号ID,商户号/);
    expect(trades.lines!.slice(1, -2).map((line) => line.split(',').filter((_, index) => [6, 9, 12, 15, 16, 22, 24, 25].includes(index)).join(' '))).toEqual([
      '`BILL-0001 `SUCCESS `100.00 `0 `0.00 `0.60000 `100.00 `0.00',
      '`BILL-0002 `SUCCESS `3.33 `0 `0.00 `0.02000 `3.33 `0.00',
      '`BILL-0001 `REFUND `0.00 `RB1 `25.00 `-0.15000 `0.00 `25.00',
    ]);
    expect(trades.lines!.at(-1)).toBe('`3,`103.33,`25.00,`0.00,`0.47000,`103.33,`25.00');
    const flows = await download('/v3/bill/fundflowbill?bill_date=2026-03-10&tar_type=GZIP');
    expect(flows).toMatchObject({ hash: true });
    // 100.00 - 0.60 + 3.33 - 0.02, and 25.00 back without its part of the fee.
    expect(flows.lines!.slice(1, -2).map((line) => line.split(',').slice(5, 8).join(' '))).toEqual([
      '`收入 `100.00 `100.00', '`支出 `0.60 `99.40', '`收入 `3.33 `102.73', '`支出 `0.02 `102.71', '`支出 `24.85 `77.86',
    ]);
    expect(flows.lines!.at(-1)).toBe('`5,`2,`103.33,`3,`25.47');
    expect(await download('/v3/bill/tradebill?bill_date=2026-03-09')).toEqual({ code: 'NO_STATEMENT_EXIST' });
  });
});

describe('a restart', () => {
  it('keeps orders, keys and notices that wait', async () => {
    shop = await openShop(stepped);
    shop.answer = () => 500;
    await shop.pay(await shop.order('RESTART-01', 100));
    const { completed } = await import('./platform/platform.ts');
    const { deserialize, serialize } = await import('node:v8');
    const { state } = shop.sandbox.platform;
    const restored = completed(deserialize(serialize(state)) as typeof state);
    const order = restored.pay.merchants.get(shop.mchid)!.orders.get('RESTART-01')!;
    expect(restored.pay.byTransactionId.get(order.transactionId!)).toBe(order);
    expect(restored.agenda.entries).toContainEqual(expect.objectContaining({ job: expect.objectContaining({ kind: 'payNotice' }) as unknown }));
    // A world from before there were mini programs and Pay.
    const { pay: _pay, ...older } = state;
    for (const account of older.accounts.values()) Reflect.deleteProperty(account, 'mini');
    const old = completed(deserialize(serialize(older)) as typeof state);
    expect(old.pay.merchants.size).toBe(0);
    expect([...old.accounts.values()].every(({ mini }) => mini.links.size === 0)).toBe(true);
  });
});
