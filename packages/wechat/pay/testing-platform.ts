import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '@qingniao/kernel';
import { type PayClient, createPayClient } from './client.ts';
import type { PayMerchant } from './merchant.ts';
import { isPayError } from './pay-error.ts';
import { type KeyPair, apiV3Key, newKeys, pem, signed } from './testing.ts';

/** What the platform is to answer next at a path; the last one stays. */
export interface Say {
  status?: number;
  body?: string | object | Buffer;
  /** Over those of a signed answer; null takes a header away. */
  headers?: Record<string, string | null>;
  /** The signing certificate instead of the public key. */
  by?: { serial: string; keys: KeyPair };
  /** Happens before it answers. */
  meanwhile?: () => void;
}
export interface Seen {
  method: string;
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export const PUBLIC_KEY_ID = 'PUB_KEY_ID_0100000000012026081900';
/** The example of an answer without a certificate (11.2). */
const nothing: Say = { status: 404, body: { code: 'RESOURCE_NOT_EXISTS', message: '无可用的平台证书' } };

/** A platform of a few lines: it signs whatever the test has it say, and keeps what it was asked. */
export async function startPlatform() {
  const [keys, merchantKeys] = [newKeys(), newKeys()];
  const says: Record<string, (Say | 'hang up')[]> = {};
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const target = request.url!;
    seen.push({ method: request.method!, target, headers: request.headers, body: Buffer.concat(chunks).toString() });
    const queue = says[decodeURIComponent(target.split('?')[0]!)] ?? [];
    const say = (queue.length > 1 ? queue.shift() : queue[0]) ?? nothing;
    if (say === 'hang up') return response.destroy();
    say.meanwhile?.();
    const { status = 200, body = '', by = { serial: PUBLIC_KEY_ID, keys } } = say;
    const content = Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { ...signed(by.serial, by.keys.privateKey, String(content)), 'request-id': '08AA-0', ...say.headers };
    for (const [name, value] of Object.entries(headers)) if (value !== null) response.setHeader(name, value);
    response.statusCode = status;
    return response.end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const merchant: PayMerchant = {
    mchid: '1900000001', serialNo: '5EAF0001', privateKey: pem(merchantKeys.privateKey), apiV3Key, publicKey: { id: PUBLIC_KEY_ID, pem: pem(keys.publicKey) },
  };
  return {
    base, keys, merchantKeys, merchant, says, seen,
    client: (change: Partial<PayMerchant> = {}): PayClient =>
      createPayClient({ merchant: { ...merchant, ...change }, baseUrl: base, log: createLog('silent'), backoff: [1, 1] }),
    asked: (path: string) => seen.filter(({ target }) => target.startsWith(path)).length,
    forget() {
      for (const path of Object.keys(says)) delete says[path];
      seen.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
export type Platform = Awaited<ReturnType<typeof startPlatform>>;

export async function failure(run: Promise<unknown>) {
  const error = await run.then(() => null, (thrown: unknown) => thrown);
  if (!isPayError(error)) throw new Error(`expected a PayError, not ${String(error)}`);
  return error;
}

export const refundAnswer = {
  refund_id: '5030001', out_refund_no: 'QN-R-1', transaction_id: '4200001', out_trade_no: 'QN-7', channel: 'ORIGINAL', user_received_account: '支付用户零钱',
  create_time: '2026-08-20T10:00:00+08:00', status: 'PROCESSING', funds_account: 'UNSETTLED',
  amount: { total: 268000, refund: 8000, payer_total: 267000, payer_refund: 7970, settlement_refund: 7970, settlement_total: 267000, discount_refund: 30, currency: 'CNY' },
};
export const unpaidAnswer = { appid: 'wx00000000000000ff', mchid: '1900000001', out_trade_no: 'QN-7*|@', trade_state: 'NOTPAY', trade_state_desc: '订单未支付' };
