import { randomBytes } from 'node:crypto';
import { type Platform, now } from '../platform.ts';
import { plan } from '../time/agenda.ts';
import { seconds } from '../time/clock.ts';
import { aeadSeal, lines, newNonce, signText } from './crypto.ts';
import { rfc3339 } from './orders.ts';
import { signingKey } from './platform-keys.ts';
import type { Delivery, Merchant, Notice, NoticePlan, WrongNotice } from './state.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Pauses before the repeats of a notice that was not answered with 200 or 204 (mini-program 11.3). */
const REPEATS: readonly number[] = [
  15 * SECOND, 15 * SECOND, 30 * SECOND, 3 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE, 30 * MINUTE, 30 * MINUTE, 60 * MINUTE,
  3 * HOUR, 3 * HOUR, 3 * HOUR, 6 * HOUR, 6 * HOUR,
];

type Said = Pick<Notice, 'event' | 'originalType' | 'summary' | 'outTradeNo' | 'outRefundNo' | 'url' | 'resource'>;

/** Tells the merchant, as the plan for the next notice says. Resolves when the first delivery has been answered, or there is none for now. */
export function announce(platform: Platform, merchant: Merchant, said: Said, at: number): Promise<void> {
  const { settings } = merchant;
  const how: NoticePlan = merchant.nextPlans.shift() ?? settings.notice ?? {};
  const id = `EV-${rfc3339(at).replace(/\D/g, '').slice(0, 14)}${randomBytes(6).toString('hex')}`;
  const notice: Notice = { id, ...said, createdAt: at, plan: how, turns: 0, deliveries: [], done: how.lost === true };
  merchant.notices.set(id, notice);
  if (notice.done) return Promise.resolve();
  if (!how.delayMs) return inLane(platform, merchant, notice, at);
  planTurn(platform, merchant, notice, at + how.delayMs);
  return Promise.resolve();
}

function planTurn(platform: Platform, { settings }: Merchant, { id }: Notice, at: number): void {
  plan(platform.state.agenda, at, { job: { kind: 'payNotice', mchid: settings.mchid, id } });
  platform.wake();
}

/** The agenda's turn has come. */
export function noticeTurn(platform: Platform, mchid: string, id: string, at: number): void {
  const merchant = platform.state.pay.merchants.get(mchid);
  const notice = merchant?.notices.get(id);
  if (merchant && notice && !notice.done) void inLane(platform, merchant, notice, at);
}

/**
 * Notices of one order reach the merchant in the order they were planned, unless plans say otherwise. A merchant refuses
 * signatures older than five minutes, so stepped time waits for deliveries as it does for visits.
 */
const inLane = (platform: Platform, merchant: Merchant, notice: Notice, at: number): Promise<void> =>
  new Promise((resolve) => {
    const turn = platform.visits.begin(at, () => takeTurn(platform, merchant, notice, at));
    platform.lanes.push(`pay/${merchant.settings.mchid}/${notice.outTradeNo}`, () => turn().finally(resolve));
  });

async function takeTurn(platform: Platform, merchant: Merchant, notice: Notice, at: number): Promise<void> {
  const { plan: how } = notice;
  const first = notice.turns === 0;
  notice.turns++;
  platform.changes++;
  if (first && how.probe) await deliver(platform, merchant, notice, 'probe', at);
  const kind = first && how.wrong ? (`wrong ${how.wrong}` as const) : 'notice';
  const copies = first ? (how.times ?? 1) : 1;
  const statuses = await Promise.all(Array.from({ length: copies }, () => deliver(platform, merchant, notice, kind, at)));
  const pause = REPEATS[notice.turns - 1];
  if (statuses.some(isTaken) || pause === undefined) notice.done = true;
  else planTurn(platform, merchant, notice, at + pause);
}

const isTaken = (status: number | string): boolean => status === 200 || status === 204;

/** One POST to the merchant's server, whatever is wrong with it; it never rejects. */
export async function deliver(platform: Platform, merchant: Merchant, notice: Notice, kind: Delivery['kind'], at: number): Promise<number | string> {
  const { settings } = merchant;
  const wrong = kind.startsWith('wrong ') ? (kind.slice(6) as WrongNotice) : null;
  const body = envelope(notice, wrong, wrong === 'key' ? settings.apiV3Key.split('').reverse().join('') : settings.apiV3Key);
  const status = await platform.poster.post(notice.url, body, signatureHeaders(platform, merchant, body, kind), settings.deliveryTimeoutMs)
    .then((answer) => answer.status, (error: unknown) => (error instanceof Error ? error.message : 'no answer'));
  notice.deliveries.push({ at, status, kind });
  return status;
}

/** Every delivery is encrypted anew; the notice's id stays. */
function envelope(notice: Notice, wrong: WrongNotice | null, apiV3Key: string): string {
  return JSON.stringify({
    id: notice.id, create_time: rfc3339(notice.createdAt), resource_type: 'encrypt-resource', event_type: notice.event, summary: notice.summary,
    resource: { original_type: notice.originalType, ...aeadSeal(wrong ? spoil(notice.resource, wrong) : notice.resource, apiV3Key, notice.originalType) },
  });
}

/** The same resource about another amount, merchant, app or payer. */
function spoil(resource: string, wrong: WrongNotice): string {
  const held = JSON.parse(resource) as Record<string, unknown> & { amount: Record<string, unknown> };
  switch (wrong) {
    case 'amount':
      return JSON.stringify({ ...held, amount: { ...held.amount, total: Number(held.amount['total']) + 1, payer_total: Number(held.amount['payer_total']) + 1 } });
    case 'mchid':
      return JSON.stringify({ ...held, mchid: '1900999999' });
    case 'appid':
      return JSON.stringify({ ...held, appid: 'wxffffffffffffffff' });
    case 'openid':
      return JSON.stringify({ ...held, payer: { openid: 'oSomebodyElse000000000000000' } });
    default:
      return resource;
  }
}

function signatureHeaders(platform: Platform, merchant: Merchant, body: string, kind: Delivery['kind']): Record<string, string> {
  const { serial, key } = signingKey(platform.state.pay, merchant);
  const at = now(platform);
  const timestamp = String(seconds(at));
  const nonce = newNonce();
  const right = signText(lines(timestamp, nonce, kind === 'wrong signature' ? `${body} ` : body), key);
  return {
    'content-type': 'application/json', accept: '*/*', 'user-agent': 'Mozilla/4.0', 'pragma': 'no-cache',
    'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce, 'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
    'wechatpay-serial': kind === 'wrong serial' ? '7'.repeat(40) : serial,
    'wechatpay-signature': kind === 'probe' ? `WECHATPAY/SIGNTEST/${right.slice(19)}` : right,
    // A merchant that follows this clock stands at the signature's time when it looks at its age.
    'x-sandbox-time': String(at),
    'request-id': `${randomBytes(16).toString('hex').toUpperCase()}-0`,
  };
}
