import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSignedBy, keyOf, signText } from './platform/pay/crypto.ts';
import { type Shop, openShop } from './platform/pay/testing.ts';

// Two clients that other people wrote for the real WeChat Pay, against this one. They sign by the machine's clock.

const require = createRequire(import.meta.url);
type Answer = Record<string, unknown> & { status: number; data: Record<string, unknown> };
const REAL = 'https://api.mch.weixin.qq.com';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const order = (outTradeNo: string) => ({
  appid: shop.appid, mchid: shop.mchid, description: '手链', out_trade_no: outTradeNo, notify_url: shop.notifyUrl, amount: { total: 100 }, payer: { openid: shop.buyer },
});
const pay = (payment: unknown) => shop.world.control('/pay', { appid: shop.appid, openid: shop.buyer, payment, wait: true });

describe('wechatpay-node-v3', () => {
  /** What this test uses of the client. */
  interface Client {
    createHttp(service: unknown): void;
    transactions_jsapi(params: unknown): Promise<Answer>;
    query(params: unknown): Promise<Answer>;
    close(outTradeNo: string): Promise<Answer>;
    refunds(params: unknown): Promise<Answer>;
    find_refunds(outRefundNo: string): Promise<Answer>;
    verifySign(params: Record<string, unknown>): Promise<boolean>;
    decipher_gcm(ciphertext: string, associatedData: string, nonce: string, key: string): Record<string, unknown>;
  }
  let client: Client;

  beforeAll(async () => {
    await shop.world.control(`/merchants/${shop.mchid}`, { verification: 'certificate' }, 'PATCH');
    const Client = require('wechatpay-node-v3') as new (options: unknown) => Client;
    client = new Client({ appid: shop.appid, mchid: shop.mchid, publicKey: Buffer.from(shop.certificate), privateKey: Buffer.from(shop.privateKey), key: shop.apiV3Key });
    // The real host is built in; only that is changed, after it has been signed without it.
    const send = async (method: string, url: string, headers: Record<string, string>, body?: string) => {
      const answer = await fetch(url.replace(REAL, shop.sandbox.url), { method, headers, ...(body !== undefined && { body }) });
      const text = await answer.text();
      return { status: answer.status, data: text ? (JSON.parse(text) as unknown) : {}, text, headers: answer.headers };
    };
    client.createHttp({
      get: (url: string, headers: Record<string, string>) => send('GET', url, headers),
      post: (url: string, body: unknown, headers: Record<string, string>) => send('POST', url, headers, JSON.stringify(body)),
    });
  });

  it('orders, has its signature accepted by the sheet, queries, refunds and closes', async () => {
    const ordered = await client.transactions_jsapi(order('NODE-V3-01'));
    expect(ordered).toMatchObject({ status: 200, data: { signType: 'RSA', package: expect.stringMatching(/^prepay_id=wx/) as unknown } });
    expect(await pay(ordered.data)).toEqual({ errMsg: 'requestPayment:ok' });
    expect(await client.query({ out_trade_no: 'NODE-V3-01' })).toMatchObject({ status: 200, data: { trade_state: 'SUCCESS' } });
    const refund = await client.refunds({ out_trade_no: 'NODE-V3-01', out_refund_no: 'NODE-V3-R1', amount: { refund: 40, total: 100, currency: 'CNY' } });
    expect(refund).toMatchObject({ status: 200, data: { status: 'PROCESSING' } });
    expect(await client.find_refunds('NODE-V3-R1')).toMatchObject({ data: { refund_id: refund.data['refund_id'], amount: { refund: 40 } } });
    await client.transactions_jsapi(order('NODE-V3-02'));
    expect(await client.close('NODE-V3-02')).toMatchObject({ status: 204 });
    expect(await client.query({ out_trade_no: 'NODE-V3-02' })).toMatchObject({ data: { trade_state: 'CLOSED' } });
  });

  it('fetches our certificates, checks our signatures by them and opens our notices', async () => {
    const heard: { headers: Record<string, unknown>; body: string }[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await shop.world.control(`/merchants/${shop.mchid}/notices`, { next: [{ probe: true }] });
      const { data } = await client.transactions_jsapi({ ...order('NODE-V3-03'), notify_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
      await pay(data);
      const check = ({ headers, body }: (typeof heard)[number]) => client.verifySign({
        timestamp: headers['wechatpay-timestamp'], nonce: headers['wechatpay-nonce'], serial: headers['wechatpay-serial'], signature: headers['wechatpay-signature'], body, apiSecret: shop.apiV3Key,
      });
      expect(await Promise.all(heard.map(check))).toEqual([false, true]);
      expect(String(heard[0]!.headers['wechatpay-signature'])).toMatch(/^WECHATPAY\/SIGNTEST\//);
      const { resource } = JSON.parse(heard[1]!.body) as { resource: Record<'ciphertext' | 'associated_data' | 'nonce', string> };
      expect(client.decipher_gcm(resource.ciphertext, resource.associated_data, resource.nonce, shop.apiV3Key)).toMatchObject({ out_trade_no: 'NODE-V3-03', amount: { total: 100 } });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('wechatpay-axios-plugin', () => {
  interface Chain {
    get(config?: unknown): Promise<Answer>;
    post(body: unknown, config?: unknown): Promise<Answer>;
    chain(path: string): Chain;
  }
  const client = (certs: Record<string, string>): Chain => {
    const { Wechatpay } = require('wechatpay-axios-plugin') as { Wechatpay: new (options: unknown) => Chain };
    return new Wechatpay({ mchid: shop.mchid, serial: shop.serial, privateKey: shop.privateKey, certs, baseURL: `${shop.sandbox.url}/`, proxy: false });
  };

  it('believes our answers in public-key mode, and only then', async () => {
    await shop.world.control(`/merchants/${shop.mchid}`, { verification: 'publicKey' }, 'PATCH');
    const { Rsa } = require('wechatpay-axios-plugin') as { Rsa: { sign(text: string, key: string): string } };
    const wechat = client({ [shop.platformPublicKey.id]: shop.platformPublicKey.pem });
    const { data } = await wechat.chain('v3/pay/transactions/jsapi').post(order('AXIOS-01'));
    const payment = { timeStamp: String(Math.floor(Date.now() / 1000)), nonceStr: 'n', package: `prepay_id=${String(data['prepay_id'])}`, signType: 'RSA' };
    const paySign = Rsa.sign(`${shop.appid}\n${payment.timeStamp}\n${payment.nonceStr}\n${payment.package}\n`, shop.privateKey);
    expect(await pay({ ...payment, paySign })).toEqual({ errMsg: 'requestPayment:ok' });
    const found = await wechat.chain('v3/pay/transactions/out-trade-no/AXIOS-01').get({ params: { mchid: shop.mchid } });
    expect(found.data).toMatchObject({ trade_state: 'SUCCESS', payer: { openid: shop.buyer } });
    await wechat.chain('v3/pay/transactions/jsapi').post(order('AXIOS-02'));
    expect((await wechat.chain('v3/pay/transactions/out-trade-no/AXIOS-02/close').post({ mchid: shop.mchid })).status).toBe(204);
    await expect(wechat.chain('v3/pay/transactions/out-trade-no/AXIOS-09').get({ params: { mchid: shop.mchid } })).rejects.toMatchObject({ response: { status: 404, data: { code: 'ORDER_NOT_EXIST' } } });
    // The right serial with another key: the signature does not fit, and the client says so.
    const stranger = client({ [shop.platformPublicKey.id]: shop.sandbox.platform.state.pay.certificates[0]!.publicKey });
    await expect(stranger.chain('v3/pay/transactions/out-trade-no/AXIOS-01').get({ params: { mchid: shop.mchid } })).rejects.toMatchObject({ code: 'EV3_RES_HEADER_SIGNATURE_DIGEST' });
  });
});

// The variable names the folder of official accounts; that of Pay lies beside it.
const samples = process.env['QINGNIAO_WIRE_SAMPLES'] ?? '';
const vector = join(samples, '..', 'pay', 'vector-rsa-sha256-sign.json');

if (samples === '' || !existsSync(vector)) it('published vectors: not run', () => expect(samples).toBe(''));
else it('signs and checks the published vector', () => {
  const { published } = JSON.parse(readFileSync(vector, 'utf8')) as { published: Record<string, string> };
  const key = keyOf(published['private_key_pem']!.replaceAll('TESTING KEY', 'PRIVATE KEY'));
  expect(signText(published['message']!, key)).toBe(published['signature_base64']);
  expect(isSignedBy(published['message']!, published['signature_base64']!, keyOf(published['certificate_pem']!))).toBe(true);
});
