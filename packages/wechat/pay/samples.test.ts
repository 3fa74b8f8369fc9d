import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scanJson } from '../json.ts';
import { readTradeEvent } from '../mini-program/trade-events.ts';
import { openSealed } from './aead.ts';
import { parseTradeBill } from './bills.ts';
import { openCertificates } from './certificates.ts';
import { readNotice } from './notice.ts';
import { isPaid, readRefund, readRefundRecord, readTransaction } from './read-payment.ts';
import { shape } from './shape.ts';
import { type PlatformKey, authorization, checkSignature, paySignature, signLines } from './signature.ts';

// Payloads collected elsewhere: the variable names the folder of official accounts, those of Pay lie beside it.
const named = process.env['QINGNIAO_WIRE_SAMPLES'] ?? '';
const [folder, miniProgram] = [join(named, '..', 'pay'), join(named, '..', 'mini-program')];
const present = named !== '' && existsSync(folder);
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const json = <T = Record<string, unknown>>(name: string): T => JSON.parse(text(name)) as T;
let checked = 0;
afterAll(() => console.info(`wire samples (packages/wechat/pay): ${present ? `${checked} files checked` : 'not run'}`));

if (!present) it('wire samples: not run', () => expect(named).toBe(''));
else describe('wire samples', () => {
  it('signatures come out byte for byte', () => {
    interface Signed { method: string; url_path_and_query: string; timestamp: string; nonce_str: string; body: string; authorization: string }
    const { published, derived } = json<{
      published: { private_key_pem: string; certificate_pem: string; certificate_serial_no: string; message: string; signature_base64: string };
      derived: { authorization: Signed[]; mini_program_paySign: { sign_string: string; params: Record<string, string> } };
    }>('vector-rsa-sha256-sign.json');
    const privateKey = createPrivateKey(published.private_key_pem.replaceAll('TESTING KEY', 'PRIVATE KEY'));
    for (const { method, url_path_and_query: target, timestamp, nonce_str, body, authorization: expected } of derived.authorization) {
      const mchid = /mchid="(\d+)"/.exec(expected)![1]!;
      expect(authorization({ mchid, serialNo: published.certificate_serial_no, privateKey }, { method, target, body }, Number(timestamp), nonce_str)).toBe(expected);
    }
    const { sign_string, params } = derived.mini_program_paySign;
    expect(paySignature(privateKey, sign_string.split('\n')[0]!, Number(params['timeStamp']).toString(), params['nonceStr']!, params['package']!)).toBe(params['paySign']);
    expect(signLines(privateKey, ...sign_string.split('\n').slice(0, -1))).toBe(params['paySign']);
    expect(derived.authorization.length).toBeGreaterThan(0);
    checked++;
  });

  it('sealed texts open with a key of 32 bytes', () => {
    const { vectors } = json<{ vectors: { key: string; nonce: string; associated_data: string; ciphertext_base64: string; plaintext: string }[] }>('vector-aes-gcm.json');
    const real = vectors.filter(({ key }) => key.length === 32);
    for (const { key, nonce, associated_data, ciphertext_base64: ciphertext, plaintext } of real) {
      expect(openSealed(key, { algorithm: 'AEAD_AES_256_GCM', nonce, associated_data, ciphertext }).toString()).toBe(plaintext);
    }
    expect(real.length).toBeGreaterThan(1);
    checked++;
  });

  it('certificates open and bear their serial', () => {
    const { apiv3_key, response_body, decrypted_pem } = json<{ apiv3_key: string; response_body: unknown; decrypted_pem: string }>('vector-certificates-download.json');
    const [certificate] = openCertificates(apiv3_key, response_body);
    expect(certificate!.key.equals(new X509Certificate(decrypted_pem).publicKey)).toBe(true);
    expect(new Date(certificate!.validUntil).toISOString()).toBe('2028-09-17T15:15:58.000Z');
    checked++;
  });

  it('a real notice is verified; its key of 16 bytes, which production never has, does not open it', () => {
    const vector = json<{ apiv3_key: string; platform_certificate_pem: string; headers: Record<string, string>; raw_body: string }>('vector-notify-verify-and-decrypt.json');
    const headers = Object.fromEntries(Object.entries(vector.headers).map(([name, value]) => [name.toLowerCase(), value]));
    const at = Number(headers['wechatpay-timestamp']) * 1000;
    const key: PlatformKey = { serial: headers['wechatpay-serial']!, key: new X509Certificate(vector.platform_certificate_pem).publicKey, validFrom: 0, validUntil: Infinity };
    const body = Buffer.from(vector.raw_body);
    expect(checkSignature([key], headers, body, { from: at, to: at })).toEqual({ ok: true });
    expect(readNotice({ platformKeys: [key], apiV3Key: vector.apiv3_key }, headers, body, at)).toMatchObject({ ok: false, refusal: 'decrypt' });
    checked++;
  });

  it('transactions and refunds are read', () => {
    for (const name of ['query-by-out-trade-no.response.json', 'query-by-transaction-id.response.json', 'notify-resource-transaction.json']) {
      const transaction = readTransaction(json(name));
      expect([name, isPaid(transaction) && transaction.total, transaction.mchid]).toEqual([name, expect.any(Number), json(name)['mchid']]);
      checked++;
    }
    for (const name of ['refund-create.response.json', 'refund-query.response.json', 'refund-abnormal-apply.response.json']) {
      expect([name, readRefundRecord(json(name)).refundId]).toEqual([name, json(name)['refund_id']]);
      checked++;
    }
    expect(readRefund(shape(json('notify-resource-refund.json'), 'refund'), 'refund_status')).toMatchObject({ state: 'SUCCESS', refund: 999, payerRefund: 999 });
    checked++;
  });

  it('a bill is read to the fen', () => {
    const { rows, totals } = parseTradeBill(text('bill-trade-ALL.csv'));
    expect(rows).toHaveLength(text('bill-trade-ALL.csv').split('\n').filter((line) => line.startsWith('`2')).length);
    expect([rows[2]!.total, rows[2]!.fee, rows[0]!.refund]).toEqual([3, 1, 1]);
    expect(totals).toEqual({ count: 45, settlementTotal: 47, refund: 14, couponRefund: 0, fee: 8, total: 47, refundRequested: 14 });
    checked++;
  });

  it('events of the shipping service are known', () => {
    for (const name of readdirSync(miniProgram).filter((file) => file.includes('event-trade_manage'))) {
      const event = readTradeEvent(scanJson(readFileSync(join(miniProgram, name), 'utf8')));
      expect([name, event?.kind]).toEqual([name, name.includes('settled') ? 'settled' : name.includes('shipped') ? 'shipped' : 'remind_shipping']);
      checked++;
    }
  });
});
