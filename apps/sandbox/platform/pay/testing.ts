import { createDecipheriv, createSign, createVerify } from 'node:crypto';
import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from '../../sandbox.ts';
import { openTestWorld, type TestWorld } from '../../testing.ts';
import type { PayState } from './state.ts';

/** A merchant written for these tests alone: what it signs and checks shares nothing with the sandbox or the SDK. */
export interface Shop {
  world: TestWorld;
  sandbox: Sandbox;
  appid: string;
  mchid: string;
  apiV3Key: string;
  serial: string;
  privateKey: string;
  certificate: string;
  platformPublicKey: { id: string; pem: string };
  /** A buyer's openid in the mini program. */
  buyer: string;
  /** Bodies of notices in the order they came, with what the merchant found out about them. */
  notices: ReceivedNotice[];
  /** What the mini program's server was pushed, as it came. */
  events: { body: string; query: URLSearchParams }[];
  /** HTTP status for a notice; 'hang' never answers. */
  answer: (notice: ReceivedNotice) => number | 'hang';
  notifyUrl: string;
  call(method: 'GET' | 'POST', path: string, body?: unknown, change?: Change): Promise<PayAnswer>;
  /** Orders so many fen; answers the prepay_id. */
  order(outTradeNo: string, total: number, more?: Record<string, unknown>): Promise<string>;
  /** The five values of wx.requestPayment. */
  payment(prepayId: string, change?: Record<string, unknown>): Record<string, unknown>;
  pay(prepayId: string, more?: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}
export interface ReceivedNotice {
  id: string;
  event: string;
  signature: 'right' | 'wrong' | 'unknown serial';
  /** Null when it cannot be decrypted. */
  resource: Record<string, unknown> | null;
  /** As it came. */
  headers: IncomingHttpHeaders;
  body: string;
}
export interface PayAnswer {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
  bytes: Buffer;
  /** Whether the platform's signature is right. */
  signed: boolean;
}
interface Change {
  headers?: Record<string, string>;
  timestamp?: number;
  serial?: string;
  /** Sent in place of what was signed. */
  sent?: string;
}

/** Three keys of 2,048 bits take most of a second: the platform's own are made once for a file of tests. */
let platformKeys: Pick<PayState, 'publicKey' | 'certificates'> | undefined;

const sign = (text: string, key: string): string => createSign('RSA-SHA256').update(text).sign(key, 'base64');

export async function openShop(options: Parameters<typeof openTestWorld>[1] = {}, settings: Record<string, unknown> = {}): Promise<Shop> {
  const world = await openTestWorld({}, options);
  const appid = 'wx00000000000000a1';
  const { pay } = world.sandbox.platform.state;
  const now = (): number => Math.floor(world.sandbox.world.now() / 1000);

  const verify = (headers: (name: string) => string, body: string): ReceivedNotice['signature'] => {
    const serial = headers('wechatpay-serial');
    const key = serial === made.platform.publicKeyId ? made.platform.publicKey : pay.certificates.find((one) => one.serial === serial)?.certificate;
    if (!key) return 'unknown serial';
    const text = `${headers('wechatpay-timestamp')}\n${headers('wechatpay-nonce')}\n${body}\n`;
    return createVerify('RSA-SHA256').update(text).verify(key, headers('wechatpay-signature'), 'base64') ? 'right' : 'wrong';
  };
  const decrypt = ({ nonce, associated_data: aad, ciphertext }: Record<string, string>): Record<string, unknown> | null => {
    const bytes = Buffer.from(ciphertext!, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', made['apiV3Key']!, nonce!).setAAD(Buffer.from(aad!)).setAuthTag(bytes.subarray(-16));
    try {
      return JSON.parse(decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8')) as Record<string, unknown>;
    } catch {
      return null;
    }
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
      if (pathname === '/events') {
        shop.events.push({ body, query: searchParams });
        return void response.end('success');
      }
      const envelope = JSON.parse(body) as { id: string; event_type: string; resource: Record<string, string> };
      const notice: ReceivedNotice = {
        id: envelope.id, event: envelope.event_type, signature: verify((name) => String(request.headers[name]), body), resource: decrypt(envelope.resource),
        headers: request.headers, body,
      };
      shop.notices.push(notice);
      const status = shop.answer(notice);
      if (status !== 'hang') response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await world.control('/accounts', { kind: 'miniProgram', appid, name: '测试小程序', mode: 'plain', callbackUrl: `${base}/events` });
  Object.assign(pay, { publicKey: platformKeys?.publicKey ?? null, certificates: [...(platformKeys?.certificates ?? [])] });
  const made = (await world.control('/merchants', { mchid: '1900000001', appids: [appid], ...settings })) as Record<string, string> & { platform: { publicKeyId: string; publicKey: string } };
  platformKeys ??= { publicKey: pay.publicKey, certificates: [pay.certificates[0]!] };
  const [buyer] = ((await world.control('/people', { appid, count: 1 }))['items'] as { openid: string }[]).map(({ openid }) => openid);
  const shop: Shop = {
    world, sandbox: world.sandbox, appid, mchid: made['mchid']!, apiV3Key: made['apiV3Key']!, serial: made['serial']!,
    privateKey: made['privateKey']!, certificate: made['certificate']!, platformPublicKey: { id: made.platform.publicKeyId, pem: made.platform.publicKey }, buyer: buyer!,
    notices: [], events: [], answer: ({ signature }) => (signature === 'right' ? 204 : 401), notifyUrl: `${base}/notify`,
    async call(method, path, body, change = {}) {
      const [timestamp, nonce, signed] = [change.timestamp ?? now(), Math.random().toString(36).slice(2), body === undefined ? '' : JSON.stringify(body)];
      const signature = sign(`${method}\n${path}\n${timestamp}\n${nonce}\n${signed}\n`, shop.privateKey);
      const authorization = `WECHATPAY2-SHA256-RSA2048 mchid="${shop.mchid}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${change.serial ?? shop.serial}",signature="${signature}"`;
      const answer = await fetch(`${world.sandbox.url}${path}`, {
        method, headers: { accept: 'application/json', 'user-agent': 'test', authorization, 'content-type': 'application/json', ...change.headers }, ...(body !== undefined && { body: change.sent ?? signed }),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const text = bytes.toString();
      return {
        status: answer.status, headers: answer.headers, bytes, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
        signed: answer.headers.has('wechatpay-serial') && verify((name) => answer.headers.get(name) ?? '', text) === 'right',
      };
    },
    async order(outTradeNo, total, more = {}) {
      const answer = await shop.call('POST', '/v3/pay/transactions/jsapi', {
        appid, mchid: shop.mchid, description: '手链', out_trade_no: outTradeNo, notify_url: shop.notifyUrl, amount: { total, currency: 'CNY' }, payer: { openid: shop.buyer }, ...more,
      });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return String(answer.body['prepay_id']);
    },
    payment(prepayId, change = {}) {
      const values = { timeStamp: String(now()), nonceStr: 'abc', package: `prepay_id=${prepayId}`, signType: 'RSA' };
      return { ...values, paySign: sign(`${appid}\n${values.timeStamp}\n${values.nonceStr}\n${values.package}\n`, shop.privateKey), ...change };
    },
    pay: (prepayId, more = {}) => world.control('/pay', { appid, openid: shop.buyer, payment: shop.payment(prepayId), wait: true, ...more }),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await world.close();
    },
  };
  return shop;
}
