import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Problem, followClock, now } from '@qingniao/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeWechatConnections } from '../connections.ts';
import type { PayClient } from './client.ts';
import type { PayMerchant } from './merchant.ts';
import { isPayError } from './pay-error.ts';
import { type Platform, PUBLIC_KEY_ID, failure, refundAnswer, startPlatform, unpaidAnswer } from './testing-platform.ts';
import { apiV3Key, certificate, newKeys, oracle, pem, sealed, signed } from './testing.ts';

const BY_NUMBER = '/v3/pay/transactions/out-trade-no/QN-7*|@';
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

describe('certificates', () => {
  const old = { serial: '5EAF00A1', keys: newKeys() };
  const next = { serial: '5EAF00B2', keys: newKeys() };
  const item = ({ serial, keys }: typeof old, pemText = certificate(serial, keys), key = apiV3Key) => ({
    serial_no: serial, effective_time: '2026-01-01T00:00:00+08:00', expire_time: '2031-01-01T00:00:00+08:00', encrypt_certificate: sealed(pemText, 'certificate', key),
  });
  const list = (...items: object[]) => ({ data: items });
  beforeEach(() => {
    pay = platform.client({ publicKey: null });
  });

  it('are fetched once for the first serial, again for a new one, and the old ones stay', async () => {
    platform.says['/v3/certificates'] = [{ body: list(item(old)), by: old }, { body: list(item(next)), by: next }];
    platform.says[BY_NUMBER] = [{ body: unpaidAnswer, by: old }];
    await Promise.all(Array.from({ length: 5 }, () => pay.payments.byOutTradeNo('QN-7*|@')));
    expect([platform.asked('/v3/certificates'), platform.asked('/v3/pay')]).toEqual([1, 5]);
    expect(platform.seen.find(({ target }) => target.startsWith('/v3/certificates'))!.target).toBe('/v3/certificates?algorithm_type=RSA');
    time += 61_000;
    platform.says[BY_NUMBER] = [{ body: unpaidAnswer, by: next }, { body: unpaidAnswer, by: old }];
    await pay.payments.byOutTradeNo('QN-7*|@');
    await pay.payments.byOutTradeNo('QN-7*|@');
    expect(platform.asked('/v3/certificates')).toBe(2);
  });

  it('are asked for once a minute at most, however many strange serials come', async () => {
    platform.says['/v3/certificates'] = [{ body: list(item(old)), by: old }];
    const notice = (serial: string) => pay.readNotice(signed(serial, old.keys.privateKey, '{}', now()), Buffer.from('{}'));
    expect(await notice('5EAF00A1')).toMatchObject({ refusal: 'body' });
    for (let n = 0; n < 20; n++) expect(await notice(`ABC0${n}`)).toMatchObject({ refusal: 'serial' });
    expect(platform.asked('/v3/certificates')).toBe(1);
    time += 59_999;
    await notice('ABC0');
    expect(platform.asked('/v3/certificates')).toBe(1);
    time += 1;
    await notice('ABC0');
    expect(platform.asked('/v3/certificates')).toBe(2);
  });

  it('that cannot be fetched say nothing of a notice, and are not asked for more often', async () => {
    platform.says['/v3/certificates'] = [{ status: 400, body: { code: 'PARAM_ERROR' } }];
    const notice = () => pay.readNotice(signed(old.serial, old.keys.privateKey, '{}', now()), Buffer.from('{}'));
    for (let n = 0; n < 3; n++) expect(await failure(notice())).toMatchObject({ code: 'PARAM_ERROR' });
    expect(platform.asked('/v3/certificates')).toBe(1);
    time += 60_000;
    platform.says['/v3/certificates'] = [{ body: list(item(old)), by: old }];
    expect(await notice()).toMatchObject({ refusal: 'body' });
  });

  it('count only when the APIv3 key opens them, they bear their serial and one of them signed the answer', async () => {
    const refused = [
      { body: list(item(old, certificate(old.serial, old.keys), 'Another-fictional-key-of-32bytes')), by: old },
      { body: list(item(old, certificate(next.serial, old.keys))), by: old },
      { body: list(item(old)), by: { serial: old.serial, keys: stranger } },
    ];
    for (const say of refused) {
      platform.says['/v3/certificates'] = [say];
      expect(await failure(platform.client({ publicKey: null }).certificates())).toMatchObject({ kind: 'unknown' });
    }
    platform.says['/v3/certificates'] = [{ body: list(item(old), item(next)), by: next }];
    expect((await pay.certificates()).map(({ serial, validUntil }) => [serial, new Date(validUntil).getUTCFullYear()])).toEqual([['5EAF00A1', 2030], ['5EAF00B2', 2030]]);
  });

  it('encrypt what is sensitive with the newest in force', async () => {
    const future = { ...item({ serial: '5EAF00C3', keys: stranger }), effective_time: '2026-09-01T00:00:00+08:00' };
    platform.says['/v3/certificates'] = [{ body: list(item(old), future, { ...item(next), effective_time: '2026-08-01T00:00:00+08:00' }), by: next }];
    platform.says['/v3/refund/domestic/refunds/5030001/apply-abnormal-refund'] = [{ body: refundAnswer, by: next }];
    await pay.refunds.redirect({ refundId: '5030001', outRefundNo: 'QN-R-1', to: { type: 'USER_BANK_CARD', bankType: 'X', bankAccount: '1', realName: '陈青' } });
    const { headers, body } = platform.seen.at(-1)!;
    expect(headers['wechatpay-serial']).toBe(next.serial);
    expect(oracle.Rsa.decrypt((JSON.parse(body) as { real_name: string }).real_name, next.keys.privateKey)).toBe('陈青');
  });

  it('are not needed, and are none, for a merchant with the public key only', async () => {
    pay = platform.client();
    platform.says[BY_NUMBER] = [{ body: unpaidAnswer }];
    await pay.payments.byOutTradeNo('QN-7*|@');
    expect(platform.asked('/v3/certificates')).toBe(0);
    expect(await pay.certificates()).toEqual([]);
    // While changing over, the platform may sign with either.
    platform.says['/v3/certificates'] = [{ body: list(item(old)), by: old }];
    platform.says[BY_NUMBER] = [{ body: unpaidAnswer, by: old }, { body: unpaidAnswer }];
    await pay.payments.byOutTradeNo('QN-7*|@');
    await pay.payments.byOutTradeNo('QN-7*|@');
  });
});

describe('bills', () => {
  const header = '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号';
  const content = Buffer.from(`\uFEFF${header}\n资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n\`0.0,\`0.0,\`0.00,\`0.0,\`0.00\n`);
  const hash = createHash('sha1').update(content).digest('hex');
  const unsigned = { 'wechatpay-signature': null };
  const ticket = (hash_value: string) => ({ body: { hash_type: 'SHA1', hash_value, download_url: `${platform.base}/v3/billdownload/file?token=a%2Bb` } });

  it('are downloaded with a signed request, unpacked and checked', async () => {
    platform.says['/v3/bill/fundflowbill'] = [ticket(hash)];
    platform.says['/v3/billdownload/file'] = [{ body: gzipSync(content), headers: unsigned }, { body: content, headers: unsigned }];
    expect(await pay.bills.fundFlow('2026-08-19')).toMatchObject({ rows: [], totals: { count: 0 } });
    expect(await pay.bills.fundFlow('2026-08-19')).toMatchObject({ rows: [], totals: { count: 0 } });
    expect(platform.seen[0]!.target).toBe('/v3/bill/fundflowbill?bill_date=2026-08-19&account_type=BASIC&tar_type=GZIP');
    expect(platform.seen[1]!.headers.authorization).toContain('signature=');
    expect(platform.seen[1]!.target).toBe('/v3/billdownload/file?token=a%2Bb');
  });

  it('that are not what was announced are not read', async () => {
    platform.says['/v3/bill/fundflowbill'] = [ticket('0'.repeat(40))];
    platform.says['/v3/billdownload/file'] = [{ body: gzipSync(content), headers: unsigned }];
    expect(await failure(pay.bills.fundFlow('2026-08-19'))).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('announced') });
    platform.says['/v3/bill/fundflowbill'] = [ticket(hash)];
    platform.says['/v3/billdownload/file'] = [{ body: gzipSync(content).subarray(0, 30), headers: unsigned }];
    expect(await failure(pay.bills.fundFlow('2026-08-19'))).toMatchObject({ kind: 'unknown' });
  });

  it('of a day without any are null; those not ready are for later', async () => {
    platform.says['/v3/bill/tradebill'] = [{ status: 400, body: { code: 'NO_STATEMENT_EXIST' } }, { status: 400, body: { code: 'STATEMENT_CREATING' } }];
    expect(await pay.bills.trade('2026-08-19')).toBeNull();
    expect(await failure(pay.bills.trade('2026-08-20'))).toMatchObject({ kind: 'busy', retryable: true });
  });
});

describe('a merchant', () => {
  const fieldOf = (change: Partial<PayMerchant>) => {
    try {
      platform.client(change);
    } catch (error) {
      return error instanceof Problem && error.status === 422 ? error.details.field : error;
    }
    return null;
  };
  it('with a key that cannot be one is refused by its field', () => {
    expect(fieldOf({})).toBeNull();
    expect(fieldOf({ apiV3Key: apiV3Key.slice(1) })).toBe('apiV3Key');
    expect(fieldOf({ apiV3Key: `${apiV3Key.slice(1)}鸟` })).toBe('apiV3Key');
    expect(fieldOf({ privateKey: 'x' })).toBe('privateKey');
    expect(fieldOf({ publicKey: { id: '5EAF', pem: pem(platform.keys.publicKey) } })).toBe('publicKey.id');
    expect(fieldOf({ publicKey: { id: PUBLIC_KEY_ID, pem: pem(platform.keys.publicKey).slice(60) } })).toBe('publicKey.pem');
  });

  const answerOf = (change: Partial<PayMerchant>) => platform.client(change).checkKeys().then(() => 'fine', (error: unknown) =>
    (error instanceof Problem ? error.details.field : isPayError(error) ? (error.code ?? error.kind) : error));
  it('whose keys the platform takes may be stored, with a public key or with certificates', async () => {
    expect(await answerOf({})).toBe('fine');
    expect(await answerOf({ publicKey: null })).toBe('publicKey');
    expect(await answerOf({ publicKey: { id: 'PUB_KEY_ID_9', pem: pem(platform.keys.publicKey) } })).toBe('publicKey.id');
    expect(await answerOf({ publicKey: { id: PUBLIC_KEY_ID, pem: pem(stranger.publicKey) } })).toBe('publicKey.pem');
    const item = (key: string) => ({
      serial_no: '5EAF', effective_time: '2026-01-01T00:00:00+08:00', expire_time: '2031-01-01T00:00:00+08:00',
      encrypt_certificate: sealed(certificate('5EAF', stranger), 'certificate', key),
    });
    platform.says['/v3/certificates'] = [{ body: { data: [item(apiV3Key)] } }, { body: { data: [item('Another-fictional-key-of-32bytes')] } }];
    expect(await answerOf({ publicKey: null })).toBe('fine');
    expect(await answerOf({ publicKey: null })).toBe('apiV3Key');
    platform.says['/v3/certificates'] = [{ status: 404, body: { code: 'RESOURCE_NOT_EXISTS' }, headers: { 'wechatpay-signature': null } }];
    expect(await answerOf({})).toBe('fine');
    platform.says['/v3/certificates'] = [{ status: 401, body: { code: 'SIGN_ERROR' } }];
    expect(await answerOf({})).toBe('SIGN_ERROR');
    platform.says['/v3/certificates'] = [{ status: 502, body: '<html>' }];
    expect(await answerOf({})).toBe('unknown');
  });
});
