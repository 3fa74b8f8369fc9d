import { createRequire } from 'node:module';
import { followClock } from '@qingniao/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeWechatConnections } from '../connections.ts';
import type { PayClient } from './client.ts';
import { payProblem } from './pay-error.ts';
import { type Platform, PUBLIC_KEY_ID, failure, refundAnswer, startPlatform, unpaidAnswer } from './testing-platform.ts';
import { newKeys, nonce, oracle } from './testing.ts';
import type { NewPayment } from './types.ts';

const WechatpayNode = createRequire(import.meta.url)('wechatpay-node-v3') as new (options: object) => {
  getSignature(method: string, nonce: string, timestamp: string, target: string, body?: string): string;
  sha256WithRsa(text: string): string;
};
const stranger = newKeys();

let platform: Platform;
let time: number;
let restore: () => void;
let pay: PayClient;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(async () => {
  await closeWechatConnections();
  await platform.close();
});
beforeEach(() => {
  platform.forget();
  time = Date.parse('2026-08-19T20:00:00+08:00');
  restore = followClock(() => time);
  pay = platform.client();
});
afterEach(() => restore());

const JSAPI = '/v3/pay/transactions/jsapi';
const BY_NUMBER = '/v3/pay/transactions/out-trade-no/QN-7*|@';
const order: NewPayment = {
  appid: 'wx00000000000000ff', openid: 'oBuyer', outTradeNo: 'QN-7*|@', description: '丝巾', total: 268000, notifyUrl: 'https://crm.example/pay',
  expiresAt: new Date('2026-08-19T12:15:00.900Z'),
};

describe('a request', () => {
  it('is signed as two independent implementations sign it, over the path and body as sent', async () => {
    platform.says[JSAPI] = [{ body: { prepay_id: 'wx2026' } }];
    platform.says[BY_NUMBER] = [{ body: unpaidAnswer }];
    expect(await pay.payments.prepay(order)).toBe('wx2026');
    await pay.payments.byOutTradeNo('QN-7*|@');
    const theirs = new WechatpayNode({ appid: 'wx', mchid: '1900000001', publicKey: Buffer.from(''), privateKey: Buffer.from(platform.merchant.privateKey), serial_no: '5EAF0001' });
    expect(platform.seen).toHaveLength(2);
    for (const { method, target, headers, body } of platform.seen) {
      const [, mchid, nonceStr, timestamp, serial, signature] = /^WECHATPAY2-SHA256-RSA2048 mchid="(.*?)",nonce_str="(.*?)",timestamp="(.*?)",serial_no="(.*?)",signature="(.*?)"$/.exec(headers.authorization!)!;
      expect([mchid, timestamp, serial]).toEqual(['1900000001', String(time / 1000), '5EAF0001']);
      expect(signature).toBe(theirs.getSignature(method, nonceStr!, timestamp!, target, body));
      expect(signature).toBe(oracle.Rsa.sign(oracle.Formatter.request(method, target, timestamp!, nonceStr!, body), platform.merchantKeys.privateKey));
      expect(headers['user-agent']).toBeTruthy();
    }
    expect(platform.seen[1]!.target).toBe('/v3/pay/transactions/out-trade-no/QN-7*%7C%40?mchid=1900000001');
    expect(JSON.parse(platform.seen[0]!.body)).toEqual({
      appid: 'wx00000000000000ff', mchid: '1900000001', description: '丝巾', out_trade_no: 'QN-7*|@', time_expire: '2026-08-19T20:15:00+08:00',
      notify_url: 'https://crm.example/pay', amount: { total: 268000, currency: 'CNY' }, payer: { openid: 'oBuyer' },
    });
  });

  it('carries everything of a payment that has everything', async () => {
    platform.says[JSAPI] = [{ body: { prepay_id: 'wx2026' } }];
    await pay.payments.prepay({
      ...order, attach: 'a', goodsTag: 'g', offersFapiao: true, payerIp: '192.0.2.7', profitSharing: true, goods: [{ merchantGoodsId: 'S-1', name: '丝巾', quantity: 2, unitPrice: 134000 }],
    });
    expect(JSON.parse(platform.seen[0]!.body)).toMatchObject({
      attach: 'a', goods_tag: 'g', support_fapiao: true, scene_info: { payer_client_ip: '192.0.2.7' }, settle_info: { profit_sharing: true },
      detail: { goods_detail: [{ merchant_goods_id: 'S-1', goods_name: '丝巾', quantity: 2, unit_price: 134000 }] },
    });
  });

  it('of the client is what both independent implementations would sign', () => {
    const { paySign, ...parameters } = pay.payments.parameters('wx00000000000000ff', 'wx2026');
    expect(parameters).toEqual({ timeStamp: String(time / 1000), nonceStr: expect.stringMatching(/^[0-9A-F]{32}$/), package: 'prepay_id=wx2026', signType: 'RSA' });
    const text = oracle.Formatter.joinedByLineFeed('wx00000000000000ff', parameters.timeStamp, parameters.nonceStr, parameters.package);
    expect(oracle.Rsa.verify(text, paySign, platform.merchantKeys.publicKey)).toBe(true);
    const theirs = new WechatpayNode({ appid: 'wx', mchid: '1', publicKey: Buffer.from(''), privateKey: Buffer.from(platform.merchant.privateKey), serial_no: '1' });
    expect(paySign).toBe(theirs.sha256WithRsa(text));
  });
});

describe('calls', () => {
  it('read the states of an order', async () => {
    const paid = {
      ...unpaidAnswer, trade_state: 'REFUND', transaction_id: '4200001', success_time: '2026-08-19T19:59:58+08:00', payer: { openid: 'oBuyer' },
      amount: { total: 268000, payer_total: 267000, currency: 'CNY' }, promotion_detail: [],
    };
    platform.says[BY_NUMBER] = [{ body: unpaidAnswer }];
    platform.says['/v3/pay/transactions/id/4200001'] = [{ body: paid }];
    expect(await pay.payments.byOutTradeNo('QN-7*|@')).toEqual({
      state: 'NOTPAY', stateDescription: '订单未支付', appid: 'wx00000000000000ff', mchid: '1900000001', outTradeNo: 'QN-7*|@', attach: null,
    });
    expect(await pay.payments.byTransactionId('4200001')).toMatchObject({ state: 'REFUND', total: 268000, payerTotal: 267000, paidAt: new Date('2026-08-19T11:59:58Z') });
  });

  it('close an order, whose signed answer is empty', async () => {
    platform.says[`${BY_NUMBER}/close`] = [{ status: 204 }];
    expect(await pay.payments.close('QN-7*|@')).toBeUndefined();
    expect(JSON.parse(platform.seen[0]!.body)).toEqual({ mchid: '1900000001' });
  });

  it('refund, and ask about a refund', async () => {
    platform.says['/v3/refund/domestic/refunds'] = [{ body: refundAnswer }];
    platform.says['/v3/refund/domestic/refunds/QN-R-1'] = [{ body: { ...refundAnswer, status: 'SUCCESS', success_time: '2026-08-20T10:00:05+08:00' } }];
    const made = await pay.refunds.create({ payment: { outTradeNo: 'QN-7' }, outRefundNo: 'QN-R-1', refund: 8000, total: 268000, reason: '尺寸不合' });
    expect(made).toMatchObject({ state: 'PROCESSING', finishedAt: null, refund: 8000, payerRefund: 7970, discountRefund: 30 });
    expect(JSON.parse(platform.seen[0]!.body)).toEqual({ out_trade_no: 'QN-7', out_refund_no: 'QN-R-1', reason: '尺寸不合', amount: { refund: 8000, total: 268000, currency: 'CNY' } });
    expect(await pay.refunds.get('QN-R-1')).toMatchObject({ state: 'SUCCESS', finishedAt: new Date('2026-08-20T02:00:05Z') });
  });

  it('send an abnormal refund to a card that only the platform can read', async () => {
    platform.says['/v3/refund/domestic/refunds/5030001/apply-abnormal-refund'] = [{ body: refundAnswer }];
    await pay.refunds.redirect({ refundId: '5030001', outRefundNo: 'QN-R-1', to: { type: 'USER_BANK_CARD', bankType: 'ICBC_DEBIT', bankAccount: '6222 0000', realName: '陈青' } });
    const { body, headers } = platform.seen[0]!;
    const sent = JSON.parse(body) as Record<string, string>;
    expect(headers['wechatpay-serial']).toBe(PUBLIC_KEY_ID);
    expect(body).not.toContain('陈青');
    expect([sent['bank_account'], sent['real_name']].map((text) => oracle.Rsa.decrypt(text!, platform.keys.privateKey))).toEqual(['6222 0000', '陈青']);
    await pay.refunds.redirect({ refundId: '5030001', outRefundNo: 'QN-R-1', to: { type: 'MERCHANT_BANK_CARD' } });
    expect(JSON.parse(platform.seen[1]!.body)).toEqual({ out_refund_no: 'QN-R-1', type: 'MERCHANT_BANK_CARD' });
  });
});

describe('a refusal', () => {
  const refuse = (status: number, code: string, requestId = '08AA-0') =>
    ({ status, body: { code, message: '说明', detail: { field: '/amount/total', issue: 'x', location: 'body' } }, headers: { 'request-id': requestId } });

  it('carries code, request id, field and a sentence in both languages', async () => {
    platform.says[JSAPI] = [refuse(400, 'PARAM_ERROR')];
    const error = await failure(pay.payments.prepay(order));
    expect(error).toMatchObject({ kind: 'request', status: 400, code: 'PARAM_ERROR', reason: '说明', requestId: '08AA-0', field: '/amount/total', retryable: false });
    expect([error.text.zh, error.text.en]).toEqual([expect.stringContaining('参数错误（PARAM_ERROR）'), expect.stringContaining('a parameter is wrong (PARAM_ERROR)')]);
    expect(payProblem(error)).toMatchObject({ code: 'pay_refused', status: 502, details: { data: { code: 'PARAM_ERROR', requestId: '08AA-0' } } });
    expect(platform.asked(JSAPI)).toBe(1);
  });

  it.each([
    [400, 'ORDERPAID', 'state', false],
    [403, 'OUT_TRADE_NO_USED', 'state', false],
    [404, 'ORDERNOTEXIST', 'missing', false],
    [404, 'ORDER_NOT_EXIST', 'missing', false],
    [403, 'NOT_ENOUGH', 'balance', false],
    [401, 'SIGN_ERROR', 'configuration', false],
    [403, 'NO_AUTH', 'configuration', false],
    [403, 'USER_ACCOUNT_ABNORMAL', 'user', false],
    [429, 'FREQUENCY_LIMITED', 'busy', true],
    [429, 'SOMETHING_NEW', 'busy', true],
    [404, 'SOMETHING_NEW', 'missing', false],
    [403, 'SOMETHING_NEW', 'configuration', false],
    [400, 'SOMETHING_NEW', 'request', false],
  ])('%i %s is %s, and not repeated', async (status, code, kind, retryable) => {
    platform.says[JSAPI] = [refuse(status, code)];
    expect(await failure(pay.payments.prepay(order))).toMatchObject({ kind, code, retryable });
    expect(platform.asked(JSAPI)).toBe(1);
  });

  it('is known better by the number at the end of its request id', async () => {
    platform.says[JSAPI] = [refuse(400, 'INVALID_REQUEST', '08AA-268449538')];
    expect(await failure(pay.payments.prepay(order))).toMatchObject({ kind: 'state', text: { zh: expect.stringContaining('订单已支付') } });
  });

  it('with an unknown outcome is repeated with the same number, then left to a query', async () => {
    platform.says[JSAPI] = [refuse(500, 'SYSTEM_ERROR'), 'hang up', { body: { prepay_id: 'wx2026' } }];
    expect(await pay.payments.prepay(order)).toBe('wx2026');
    expect(new Set(platform.seen.map(({ body }) => body)).size).toBe(1);
    expect(new Set(platform.seen.map(({ headers }) => headers.authorization)).size).toBe(3);
    for (const say of [refuse(503, 'SERVICE_UNAVAILABLE'), 'hang up' as const, { status: 502, body: '<html>', headers: { 'wechatpay-signature': null } }]) {
      platform.says[JSAPI] = [say];
      const error = await failure(pay.payments.prepay(order));
      expect(error).toMatchObject({ kind: 'unknown', retryable: true });
      expect(payProblem(error)).toMatchObject({ code: 'pay_busy', status: 503 });
    }
  });

  it('of a signature that time has overtaken is answered with a new one', async () => {
    const stale = (seconds: number) => ({ ...refuse(401, 'SIGN_ERROR'), meanwhile: () => { time += seconds * 1000; } });
    platform.says[JSAPI] = [stale(301), { body: { prepay_id: 'wx2026' } }];
    expect(await pay.payments.prepay(order)).toBe('wx2026');
    platform.says[JSAPI] = [stale(300), { body: { prepay_id: 'wx2026' } }];
    expect(await failure(pay.payments.prepay(order))).toMatchObject({ code: 'SIGN_ERROR', kind: 'configuration' });
  });
});

describe('an answer', () => {
  const good = JSON.stringify({ prepay_id: 'wx2026' });

  it.each([
    ['without a signature', { 'wechatpay-signature': null }],
    ['with the signature of somebody else', { 'wechatpay-signature': oracle.Rsa.sign('1\n2\n3\n', stranger.privateKey) }],
    ['that is a probe', { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/x' }],
    ['signed with a key nobody knows', { 'wechatpay-serial': 'PUB_KEY_ID_9' }],
  ])('%s is not believed', async (_, headers) => {
    platform.says[JSAPI] = [{ body: good, headers }];
    expect(await failure(pay.payments.prepay(order))).toMatchObject({ kind: 'unknown', status: null, code: null });
    expect(platform.asked(JSAPI)).toBe(3);
  });

  it('after a probe is believed', async () => {
    platform.says[JSAPI] = [{ body: good, headers: { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/x' } }, { body: good }];
    expect(await pay.payments.prepay(order)).toBe('wx2026');
  });

  it.each([[-301, false], [-300, true], [300, true], [301, false]])('signed %i s from our clock: %s', async (seconds, isBelieved) => {
    const timestamp = String(time / 1000 + seconds);
    platform.says[JSAPI] = [{ body: good, headers: { 'wechatpay-timestamp': timestamp, 'wechatpay-signature': oracle.Rsa.sign(oracle.Formatter.response(timestamp, nonce, good), platform.keys.privateKey) } }];
    expect(await pay.payments.prepay(order).then(() => true, () => false)).toBe(isBelieved);
  });

  it('of the wrong form is not a success', async () => {
    platform.says[BY_NUMBER] = [{ body: { ...unpaidAnswer, trade_state: 'PAID' } }];
    expect(await failure(pay.payments.byOutTradeNo('QN-7*|@'))).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('trade_state') });
  });

  it('that refuses with a forged signature is not believed either', async () => {
    platform.says[BY_NUMBER] = [{ status: 404, body: { code: 'ORDER_NOT_EXIST' }, headers: { 'wechatpay-signature': oracle.Rsa.sign('x', stranger.privateKey) } }];
    expect(await failure(pay.payments.byOutTradeNo('QN-7*|@'))).toMatchObject({ kind: 'unknown', code: null });
  });
});
