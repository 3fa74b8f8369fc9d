import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../faults/faults.ts';
import { isObject, type Json } from '../http/read.ts';
import { type Platform, now } from '../platform.ts';
import { seconds } from '../time/clock.ts';
import { billApis } from './bills.ts';
import { certificateApis } from './certificates.ts';
import { isSignedBy, keyOf, lines, newNonce, signText } from './crypto.ts';
import { type PayApi, type PayFile, isFile } from './define.ts';
import { PayError, refuse, signError } from './error.ts';
import { signingKey } from './platform-keys.ts';
import { refundApis } from './refunds.ts';
import type { Merchant } from './state.ts';
import { transactionApis } from './transactions.ts';

const payApis: readonly PayApi[] = [...transactionApis, ...refundApis, ...billApis, ...certificateApis];

const MOST_BYTES = 1024 * 1024;
const SKEW = 300;
const SCHEME = 'WECHATPAY2-SHA256-RSA2048';
const FIELD = /(\w+)="([^"]*)"/g;

/** Registers api.mch.weixin.qq.com. Bodies are read by hand: the signature covers the bytes. */
export async function servePay(app: FastifyInstance, platform: Platform): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body));
    for (const api of payApis) scope.route({ method: api.method, url: api.path, handler: (request, reply) => answerCall(platform, api, request, reply) });
  });
}

/** Whom an answer goes to. */
interface To {
  platform: Platform;
  merchant: Merchant | null;
  request: FastifyRequest;
  reply: FastifyReply;
  /** A fault: the signature does not hold. */
  badSignature: boolean;
}

type Authorization = Readonly<Record<'mchid' | 'nonce_str' | 'timestamp' | 'serial_no' | 'signature', string>>;

/** The five fields in any order, or null. */
function readAuthorization(header: string | undefined): Authorization | null {
  if (!header?.startsWith(`${SCHEME} `)) return null;
  const fields: Record<string, string> = {};
  for (const [, name = '', value = ''] of header.matchAll(FIELD)) fields[name] = value;
  return ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'].every((name) => fields[name]) ? (fields as Authorization) : null;
}

async function answerCall(platform: Platform, api: PayApi, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const authorization = readAuthorization(request.headers.authorization);
  const merchant = platform.state.pay.merchants.get(authorization?.mchid ?? '') ?? null;
  const path = (request.raw.url ?? '').split('?', 1)[0]!;
  const fault = platform.faults.take(path, merchant?.settings.mchid ?? null);
  const to: To = { platform, merchant, request, reply, badSignature: fault?.badSignature === true };
  try {
    if (fault?.delayMs) await sleep(fault.delayMs);
    if (fault && !fault.after) {
      if (fault.hang) return reply.hijack();
      failBy(fault);
    }
    const answer = handle(platform, api, request, authorization, merchant);
    if (fault?.after && fault.hang) return reply.hijack();
    if (fault?.after) failBy(fault);
    if (answer === null) return send(to, 204, '');
    return isFile(answer) ? reply.type(answer.contentType).send(answer.bytes) : send(to, 200, JSON.stringify(answer));
  } catch (error) {
    if (!(error instanceof PayError)) platform.log.error({ err: error, path }, 'a call of Pay failed in the sandbox');
    const { status, code, message, number, detail } = error instanceof PayError ? error : new PayError(500, 'SYSTEM_ERROR', '系统异常，请稍后重试');
    return send(to, status, JSON.stringify({ code, message, ...(detail && { detail }) }), number);
  }
}

function failBy({ status, code }: Fault): void {
  if (status !== undefined || code !== undefined) throw new PayError(status ?? 500, code ?? 'SYSTEM_ERROR', '系统异常，请稍后重试');
}

function handle(platform: Platform, api: PayApi, request: FastifyRequest, authorization: Authorization | null, merchant: Merchant | null): Record<string, unknown> | PayFile | null {
  const at = now(platform);
  platform.changes++;
  if (!request.headers['user-agent'] || !request.headers.accept) refuse(400, 'PARAM_ERROR', 'Http头缺少Accept或User-Agent');
  const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
  if (!authorization) return signError('Authorization 缺失或格式不正确');
  if (!merchant) return signError('商户号不存在');
  checkSignature(merchant, authorization, request, body, at);
  return api.handle({
    platform, merchant, now: at, params: request.params as Record<string, string>, query: request.query as Record<string, string>, body: body === '' ? {} : parse(body),
  });
}

/** Serial, clock, then the signature over method, path as sent, timestamp, nonce and body (mini-program 11.1). */
function checkSignature({ settings }: Merchant, given: Authorization, request: FastifyRequest, body: string, at: number): void {
  if (given.serial_no.toUpperCase() !== settings.serial.toUpperCase()) signError('商户证书序列号有误');
  if (!/^\d+$/.test(given.timestamp) || Math.abs(seconds(at) - Number(given.timestamp)) > SKEW) signError('签名时间戳与当前时间相差超过 5 分钟');
  const text = lines(request.method, request.raw.url ?? '', given.timestamp, given.nonce_str, body);
  if (!isSignedBy(text, given.signature, keyOf(settings.publicKey))) signError('签名与请求内容不符');
}

function parse(body: string): Json {
  try {
    const json: unknown = JSON.parse(body);
    if (isObject(json)) return json;
  } catch {
    // Answered below.
  }
  return refuse(400, 'PARAM_ERROR', '请求不是 JSON 对象');
}

/** Every answer is signed, refusals too; one to nobody known has the public key's signature. */
function send({ platform, merchant, request, reply, badSignature }: To, status: number, body: string, number = 0): FastifyReply {
  const { pay } = platform.state;
  reply.code(status).header('request-id', `${randomBytes(16).toString('hex').toUpperCase()}-${number}`);
  if (pay.publicKey) {
    const asked = request.headers['wechatpay-serial'];
    const { serial, key } = signingKey(pay, merchant, typeof asked === 'string' ? asked : '');
    const timestamp = String(seconds(now(platform)));
    const nonce = newNonce();
    reply.headers({
      'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce, 'wechatpay-serial': serial, 'wechatpay-signature-type': SCHEME,
      'wechatpay-signature': signText(lines(timestamp, nonce, badSignature ? `${body} ` : body), key),
    });
  }
  return body === '' ? reply.send() : reply.header('content-type', 'application/json; charset=utf-8').send(body);
}
