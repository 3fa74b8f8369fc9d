import { followClock } from '@qingniao/kernel';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNotice } from './notice.ts';
import type { PlatformKey } from './signature.ts';
import { apiV3Key, newKeys, sealed, signed } from './testing.ts';

const AT = Date.parse('2026-08-19T20:00:00+08:00');
const keys = newKeys();
const serial = 'PUB_KEY_ID_0100000000012026081900';
const platformKey: PlatformKey = { serial, key: keys.publicKey, validFrom: -Infinity, validUntil: Infinity };

let restore: () => void;
beforeEach(() => { restore = followClock(() => AT); });
afterEach(() => restore());

const payment = (change: object = {}) => ({
  appid: 'wx00000000000000ff', mchid: '1900000001', out_trade_no: 'QN20260819-7', transaction_id: '4200009999202608190000000001',
  trade_type: 'JSAPI', trade_state: 'SUCCESS', trade_state_desc: '支付成功', bank_type: 'OTHERS', attach: '',
  success_time: '2026-08-19T19:59:58+08:00', payer: { openid: 'oBuyer' }, amount: { total: 268000, payer_total: 267000, currency: 'CNY', payer_currency: 'CNY' },
  promotion_detail: [{ coupon_id: '77', name: '立减', scope: 'GLOBAL', type: 'NOCASH', amount: 1000, stock_id: '9', wechatpay_contribute: 1000 }],
  ...change,
});
const refund = (state: string) => ({
  mchid: '1900000001', out_trade_no: 'QN20260819-7', transaction_id: '4200009999202608190000000001', out_refund_no: 'QN-R-1', refund_id: '5030009999',
  refund_status: state, success_time: '2026-08-20T10:00:00+08:00', user_received_account: '支付用户零钱',
  amount: { total: 268000, refund: 8000, payer_total: 267000, payer_refund: 7970 },
});
const envelope = (resource: object, change: object = {}, more: object = {}) => JSON.stringify({
  id: 'EV-1', create_time: '2026-08-19T19:59:59+08:00', resource_type: 'encrypt-resource', event_type: 'TRANSACTION.SUCCESS', summary: '支付成功',
  resource: { original_type: 'transaction', ...sealed(JSON.stringify(resource), 'transaction'), ...more }, ...change,
});
const read = (body: string, headers: Record<string, string | string[] | undefined> = signed(serial, keys.privateKey, body), key = platformKey, v3 = apiV3Key) =>
  readNotice({ platformKeys: [key], apiV3Key: v3 }, headers, Buffer.from(body));
const refusal = (...of: Parameters<typeof read>) => {
  const reading = read(...of);
  return reading.ok ? 'accepted' : reading.refusal;
};

describe('a genuine notice', () => {
  it('of a payment becomes fen, dates and nulls', () => {
    const reading = read(envelope(payment()));
    expect(reading).toEqual({
      ok: true,
      notice: {
        kind: 'payment', id: 'EV-1', createdAt: new Date('2026-08-19T11:59:59Z'), eventType: 'TRANSACTION.SUCCESS', originalType: 'transaction',
        dedupeKey: 'payment:1900000001:4200009999202608190000000001',
        transaction: {
          state: 'SUCCESS', stateDescription: '支付成功', appid: 'wx00000000000000ff', mchid: '1900000001', outTradeNo: 'QN20260819-7',
          transactionId: '4200009999202608190000000001', tradeType: 'JSAPI', bankType: 'OTHERS', attach: null, paidAt: new Date('2026-08-19T11:59:58Z'),
          openid: 'oBuyer', total: 268000, payerTotal: 267000, currency: 'CNY',
          promotions: [{ couponId: '77', name: '立减', scope: 'GLOBAL', type: 'NOCASH', amount: 1000, stockId: '9', wechatpayContribute: 1000, merchantContribute: 0, otherContribute: 0 }],
        },
      },
    });
  });

  it.each(['SUCCESS', 'ABNORMAL', 'CLOSED'])('of a refund says %s, with or without original_type', (state) => {
    for (const original_type of ['refund', undefined]) {
      const reading = read(envelope(refund(state), { event_type: `REFUND.${state}` }, { original_type }));
      expect(reading).toMatchObject({
        ok: true,
        notice: { kind: 'refund', mchid: '1900000001', refund: { state, refundId: '5030009999', outRefundNo: 'QN-R-1', refund: 8000, payerRefund: 7970, total: 268000 } },
      });
    }
  });

  it('keeps one key for all repetitions of a fact, another for the next fact', () => {
    const keyOf = (body: string) => {
      const reading = read(body);
      return reading.ok && reading.notice.dedupeKey;
    };
    expect(keyOf(envelope(payment(), { id: 'EV-2' }))).toBe(keyOf(envelope(payment())));
    expect(keyOf(envelope(payment({ transaction_id: '4200009999202608190000000002' })))).not.toBe(keyOf(envelope(payment())));
    const [abnormal, success] = ['ABNORMAL', 'SUCCESS'].map((state) => keyOf(envelope(refund(state), {}, { original_type: 'refund' })));
    expect(abnormal).not.toBe(success);
  });

  it('of another kind is not taken for a payment, whatever its event_type says', () => {
    const reading = read(envelope({ mchid: '1', order_id: '2' }, {}, { original_type: 'profitsharing' }));
    expect(reading).toMatchObject({ ok: true, notice: { kind: 'other', resource: { order_id: '2' }, dedupeKey: 'notice:EV-1' } });
  });

  it('opens whatever an independent implementation seals', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (attach) => {
      expect(read(envelope(payment({ attach })))).toMatchObject({ ok: true, notice: { transaction: { attach } } });
    }), { numRuns: 20 });
  });
});

describe('a notice is refused', () => {
  const body = envelope(payment());
  const headers = signed(serial, keys.privateKey, body, AT);

  it('when one bit of it has changed', () => {
    fc.assert(fc.property(fc.nat(Buffer.from(body).length - 1), fc.nat(7), (index, bit) => {
      const altered = Buffer.from(body);
      altered[index]! ^= 1 << bit;
      const reading = readNotice({ platformKeys: [platformKey], apiV3Key }, headers, altered);
      expect(reading).toMatchObject({ ok: false, refusal: 'signature', httpStatus: 401 });
    }), { numRuns: 60 });
  });

  it('when it probes, and the reason tells so', () => {
    expect(refusal(body, { ...headers, 'wechatpay-signature': 'WECHATPAY/SIGNTEST/abc=' })).toBe('probe');
  });

  it.each(['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-serial', 'wechatpay-signature'])('without or with two of %s', (name) => {
    expect(refusal(body, { ...headers, [name]: undefined })).toBe('headers');
    expect(refusal(body, { ...headers, [name]: [headers[name]!, headers[name]!] })).toBe('headers');
  });

  it('when its signature is of another type', () => {
    expect(refusal(body, { ...headers, 'wechatpay-signature-type': 'WECHATPAY2-SM2-WITH-SM3' })).toBe('headers');
    expect(refusal(body, { ...headers, 'wechatpay-signature-type': undefined })).toBe('accepted');
  });

  it.each([[-301, 'timestamp'], [-300, 'accepted'], [300, 'accepted'], [301, 'timestamp']])('when signed %i s from our clock: %s', (seconds, expected) => {
    expect(refusal(body, signed(serial, keys.privateKey, body, AT + seconds * 1000))).toBe(expected);
  });

  it('when its key is unknown, or out of its time', () => {
    expect(refusal(body, signed('5EAF00', keys.privateKey, body))).toBe('serial');
    const within = (validFrom: number, validUntil: number) => refusal(body, headers, { ...platformKey, validFrom, validUntil });
    expect([within(AT, AT + 1), within(AT + 1, AT + 2), within(AT - 1, AT)]).toEqual(['accepted', 'serial', 'serial']);
  });

  it('when somebody else signed it under the name of a known key', () => {
    expect(refusal(body, signed(serial, newKeys().privateKey, body))).toBe('signature');
  });

  it('when the envelope is not the one of the contract', () => {
    for (const wrong of ['', '[]', 'null', '{"resource":1}', envelope(payment(), { id: 7 }), envelope(payment(), { create_time: '2026-08-19 20:00:00' })]) {
      expect([wrong, refusal(wrong)]).toEqual([wrong, 'body']);
    }
  });

  it('when the APIv3 key, the associated data or the tag does not fit', () => {
    expect(refusal(body, headers, platformKey, 'Another-fictional-key-of-32bytes')).toBe('decrypt');
    expect(refusal(envelope(payment(), {}, { associated_data: 'refund' }))).toBe('decrypt');
    expect(refusal(envelope(payment(), {}, { ciphertext: 'AAAA' }))).toBe('decrypt');
    expect(refusal(envelope(payment(), {}, { algorithm: 'AEAD_SM4_GCM' }))).toBe('decrypt');
  });

  it.each([
    ['a text for an amount', { amount: { total: '268000', payer_total: 267000 } }],
    ['a fraction of a fen', { amount: { total: 268000.5, payer_total: 267000 } }],
    ['a negative amount', { amount: { total: 268000, payer_total: -1 } }],
    ['nothing to pay', { amount: { total: 0, payer_total: 0 } }],
    ['more than a number can hold', { amount: { total: 9_007_199_254_740_993, payer_total: 0 } }],
    ['no amount', { amount: undefined }],
    ['no transaction_id', { transaction_id: undefined }],
    ['a number for a transaction_id', { transaction_id: 4200009999 }],
    ['no merchant', { mchid: '' }],
    ['a time without zone', { success_time: '2026-08-19T19:59:58' }],
    ['a state it does not know', { trade_state: 'PAID' }],
    ['a state that is not paid', { trade_state: 'NOTPAY' }],
  ])('when decrypted it has %s', (_, change) => {
    expect(refusal(envelope(payment(change)))).toBe('resource');
  });

  it('and never says what was in it', () => {
    const reading = read(envelope(payment({ payer: { openid: 'oSecretBuyer' }, amount: { total: 'oSecretBuyer' } })));
    expect(JSON.stringify(reading)).not.toContain('oSecretBuyer');
    expect(read(JSON.stringify({ oSecretBuyer: 'x' }).slice(0, -1))).toMatchObject({ detail: 'cannot be read' });
  });
});
