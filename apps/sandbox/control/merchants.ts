import { X509Certificate, createPublicKey, randomInt } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { word } from '../platform/accounts/settings.ts';
import { type Certified, newCertified } from '../platform/pay/certificate.ts';
import { type Outcome, type PaymentRequest, requestPayment } from '../platform/pay/client.ts';
import { deliver } from '../platform/pay/notices.ts';
import { stateOf } from '../platform/pay/orders.ts';
import { addCertificate, makePlatformKeys } from '../platform/pay/platform-keys.ts';
import { type BillFaults, type Merchant, type MerchantSettings, type Notice, type NoticePlan, WRONG, type WrongNotice, newMerchant } from '../platform/pay/state.ts';
import { type Json, integerAt, isObject, textAt } from '../platform/http/read.ts';
import { type Platform, now } from '../platform/platform.ts';
import { ControlError, accountNamed, bodyOf, merchantNamed } from './error.ts';
import { wechatUser } from './mini-programs.ts';

const PAGE = 100;
const wrong = (message: string): never => {
  throw new ControlError(400, message);
};

/** The merchant's key: its own certificate, its own public key with a serial, or one made here. */
function keysOf(body: Json, mchid: string, at: number): { serial: string; publicKey: string; made: Certified | null } {
  try {
    if (typeof body['certificate'] === 'string') {
      const certificate = new X509Certificate(body['certificate']);
      return { serial: certificate.serialNumber, publicKey: certificate.publicKey.export({ type: 'spki', format: 'pem' }).toString(), made: null };
    }
    if (typeof body['publicKey'] === 'string') {
      const publicKey = createPublicKey(body['publicKey']).export({ type: 'spki', format: 'pem' }).toString();
      return { serial: textAt(body, 'serial') || wrong('serial: of the merchant certificate'), publicKey, made: null };
    }
  } catch (error) {
    throw error instanceof ControlError ? error : new ControlError(400, 'certificate, publicKey: PEM');
  }
  const made = newCertified(mchid, '测试商户', at);
  return { serial: made.serial, publicKey: made.publicKey, made };
}

const SETTINGS = ['appids', 'apiV3Key', 'verification', 'strict', 'refundSeconds', 'feeRate', 'deliveryTimeoutMs', 'notice'] as const;

/** What may be said at any time; the key comes with registration. */
function applySettings(platform: Platform, settings: MerchantSettings, body: Json): void {
  const draft: Record<string, unknown> = {};
  for (const name of SETTINGS) if (body[name] !== undefined) draft[name] = name === 'notice' && body[name] !== null ? readPlan(bodyOf(body[name])) : body[name];
  const next = { ...settings, ...draft } as MerchantSettings;
  if (!Array.isArray(next.appids) || next.appids.length === 0) wrong('appids: of accounts of this sandbox');
  for (const appid of next.appids) accountNamed(platform, appid);
  if (typeof next.apiV3Key !== 'string' || Buffer.byteLength(next.apiV3Key) !== 32) wrong('apiV3Key: 32 letters and digits');
  if (next.verification !== 'publicKey' && next.verification !== 'certificate') wrong('verification: publicKey or certificate');
  if (typeof next.strict !== 'boolean') wrong('strict: true or false');
  for (const name of ['refundSeconds', 'feeRate', 'deliveryTimeoutMs'] as const) if (typeof next[name] !== 'number' || next[name] < 0) wrong(`${name}: a number from 0`);
  Object.assign(settings, next);
}

function readPlan(body: Json): NoticePlan {
  if (body['wrong'] !== undefined && !WRONG.includes(body['wrong'] as WrongNotice)) wrong(`wrong: one of ${WRONG.join(', ')}`);
  const times = integerAt(body, 'times', 1);
  return {
    ...(body['lost'] === true && { lost: true }), ...(body['early'] === true && { early: true }), ...(body['probe'] === true && { probe: true }),
    ...(times > 1 && { times }), ...(integerAt(body, 'delayMs', 0) > 0 && { delayMs: integerAt(body, 'delayMs', 0) }),
    ...(body['wrong'] !== undefined && { wrong: body['wrong'] as WrongNotice }),
  };
}

function readBillFaults({ missing = [], amounts = {}, foreign = [] }: Record<string, unknown>): BillFaults {
  if (!Array.isArray(missing) || !missing.every((one) => typeof one === 'string')) return wrong('missing: a list of out_trade_no');
  if (!isObject(amounts) || !Object.values(amounts).every((fen) => Number.isSafeInteger(fen) && Number(fen) > 0)) return wrong('amounts: out_trade_no → fen');
  const isForeign = (one: unknown): one is BillFaults['foreign'][number] => isObject(one) && typeof one['of'] === 'string' && typeof one['outTradeNo'] === 'string';
  if (!Array.isArray(foreign) || !foreign.every(isForeign)) return wrong('foreign: [{ of, outTradeNo }]');
  return { missing, amounts: amounts as Record<string, number>, foreign };
}

const describeNotice = ({ id, event, outTradeNo, outRefundNo, deliveries, done }: Notice) => ({ id, event, outTradeNo, ...(outRefundNo && { outRefundNo }), deliveries, done });

type ByMchid = { Params: { mchid: string } };
type Asked = { Querystring: { mchid?: string; outTradeNo?: string; state?: string } };

/** What a merchant sets in the console of pay.weixin.qq.com, what payers do, and what goes wrong on the way. */
export function serveMerchants(app: FastifyInstance, platform: Platform): void {
  const { pay } = platform.state;
  const view = ({ settings, orders }: Merchant) => ({
    ...settings, orders: orders.size, platform: { publicKeyId: pay.publicKey!.id, publicKey: pay.publicKey!.publicKey, serial: pay.certificates.at(-1)!.serial },
  });

  app.get('/merchants', () => ({ items: [...pay.merchants.values()].map(view) }));
  app.get<ByMchid>('/merchants/:mchid', (request) => view(merchantNamed(platform, request.params.mchid)));

  app.post('/merchants', (request, reply) => {
    const body = bodyOf(request.body);
    const mchid = textAt(body, 'mchid') || `19${String(randomInt(100_000_000)).padStart(8, '0')}`;
    if (!/^\d{8,10}$/.test(mchid)) wrong('mchid: 8 to 10 digits');
    if (pay.merchants.has(mchid)) throw new ControlError(409, 'this mchid exists already');
    const { made, ...keys } = keysOf(body, mchid, now(platform));
    const settings: MerchantSettings = {
      mchid, appids: [], apiV3Key: word(32), ...keys, verification: 'publicKey', strict: true, refundSeconds: 3, feeRate: 0.006, deliveryTimeoutMs: 5000, notice: null,
    };
    applySettings(platform, settings, body);
    makePlatformKeys(pay, now(platform));
    const merchant = newMerchant(settings);
    pay.merchants.set(mchid, merchant);
    platform.changes++;
    return reply.code(201).send({ ...view(merchant), ...(made && { privateKey: made.privateKey, certificate: made.certificate }) });
  });

  app.patch<ByMchid>('/merchants/:mchid', (request) => {
    const merchant = merchantNamed(platform, request.params.mchid);
    applySettings(platform, merchant.settings, bodyOf(request.body));
    platform.changes++;
    return view(merchant);
  });

  app.post<ByMchid>('/merchants/:mchid/notices', (request) => {
    const { nextPlans } = merchantNamed(platform, request.params.mchid);
    const { next } = bodyOf(request.body);
    nextPlans.push(...(Array.isArray(next) ? next : []).map((one) => readPlan(bodyOf(one))));
    return { next: nextPlans };
  });

  app.get<ByMchid & Asked>('/merchants/:mchid/notices', (request) => {
    const { notices } = merchantNamed(platform, request.params.mchid);
    const { outTradeNo } = request.query;
    return { items: [...notices.values()].filter((notice) => outTradeNo === undefined || notice.outTradeNo === outTradeNo).slice(-PAGE).map(describeNotice) };
  });

  app.post<{ Params: { mchid: string; id: string } }>('/merchants/:mchid/notices/:id/send', async (request) => {
    const merchant = merchantNamed(platform, request.params.mchid);
    const notice = merchant.notices.get(request.params.id);
    if (!notice) throw new ControlError(404, 'no such notice');
    const { times = 1, wrong: spoilt, probe } = readPlan(bodyOf(request.body));
    const kind = probe ? 'probe' : spoilt ? (`wrong ${spoilt}` as const) : 'notice';
    return { statuses: await Promise.all(Array.from({ length: times }, () => deliver(platform, merchant, notice, kind, now(platform)))) };
  });

  /** How the next refunds end. */
  app.post<ByMchid>('/merchants/:mchid/outcomes', (request) => {
    const { nextRefunds } = merchantNamed(platform, request.params.mchid);
    const { refunds } = bodyOf(request.body);
    for (const one of Array.isArray(refunds) ? (refunds as unknown[]) : []) {
      nextRefunds.push(one === 'SUCCESS' || one === 'ABNORMAL' || one === 'CLOSED' ? one : wrong('refunds: SUCCESS, ABNORMAL or CLOSED'));
    }
    return { refunds: nextRefunds };
  });

  /** How its trade bills differ from what happened; replaces what was set before. */
  app.post<ByMchid>('/merchants/:mchid/bill-faults', (request) => {
    const merchant = merchantNamed(platform, request.params.mchid);
    merchant.billFaults = readBillFaults(bodyOf(request.body));
    return merchant.billFaults;
  });

  /** wx.requestPayment, with what the person does when the sheet opens. */
  app.post('/pay', async (request) => {
    const body = bodyOf(request.body);
    const account = accountNamed(platform, body['appid']);
    const person = wechatUser(platform, account, body['openid']);
    const outcome = body['outcome'] ?? 'pay';
    if (outcome !== 'pay' && outcome !== 'cancel' && outcome !== 'noBalance') throw new ControlError(400, 'outcome: pay, cancel or noBalance');
    if (!isObject(body['payment'])) throw new ControlError(400, 'payment: what the page hands to wx.requestPayment');
    const { told, ...answer } = await requestPayment(platform, account.settings.appid, person.openid, body['payment'] as unknown as PaymentRequest, outcome satisfies Outcome);
    if (body['wait'] === true) await told;
    return answer;
  });

  app.post('/pay/rotate', () => {
    if (pay.certificates.length === 0) throw new ControlError(409, 'no merchant is registered');
    platform.changes++;
    return { serial: addCertificate(pay, now(platform)).serial };
  });

  /** What the platform holds, the newest first. */
  app.get<Asked>('/orders', (request) => {
    const at = now(platform);
    const { outTradeNo, state } = request.query;
    const { orders } = merchantNamed(platform, request.query.mchid);
    const named = outTradeNo === undefined ? [...orders.values()] : [orders.get(outTradeNo)].filter((order) => order !== undefined);
    const wanted = named.map((order) => ({ order, state: stateOf(order, at) })).filter((one) => state === undefined || one.state === state);
    return {
      total: wanted.length, paid: wanted.filter(({ order }) => order.paidAt !== null).length,
      items: wanted.slice(-PAGE).reverse().map(({ order: { fingerprint: _, ...order }, state: tradeState }) => ({ ...order, state: tradeState })),
    };
  });
}
