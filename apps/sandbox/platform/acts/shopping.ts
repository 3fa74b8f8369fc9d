import { request } from 'undici';
import { phoneOf, newLogin } from '../mini-program/codes.ts';
import type { Visit } from '../mini-program/state.ts';
import { beginVisit } from '../mini-program/visits.ts';
import { personFor } from '../oauth/authorize.ts';
import { type PaymentRequest, requestPayment } from '../pay/client.ts';
import { type AccountState, type Platform, now } from '../platform.ts';
import type { Person } from '../../world.ts';
import type { ActOf, Doing } from './perform.ts';

type Shopping = ActOf<'shop'>;

/** One visit of a shop: the phone, and what its mini program knows. */
interface Phone {
  platform: Platform;
  program: AccountState;
  buyer: Person;
  act: Shopping;
  visit: Visit;
  shop: { api: string; assetId: string };
}

interface Item { skuId: string; productId: string; left: 'none' | 'few' | 'some' }
interface Option { id: string; kind: 'choice' | 'engraving'; required: boolean; choices?: { id: string }[] }
interface Storefront { items: Item[]; products: { id: string; options: Option[] }[] }

const TIMEOUT = 10_000;
const CITIES = [['上海市', '上海市', '静安区'], ['北京市', '北京市', '朝阳区'], ['四川省', '成都市', '锦江区'], ['广东省', '深圳市', '福田区'], ['浙江省', '杭州市', '西湖区']] as const;

/** The shop said no, or nothing. */
class Refused extends Error {}

/**
 * The person opens the shop in a mini program. Every visit has a lane of its own: the notice of its payment takes
 * another, and the person's pushes do not wait for a shop.
 */
export function shop({ platform, person, act }: Doing<Shopping>): boolean {
  const program = platform.state.accounts.get(act.miniProgram);
  const buyer = program && personFor(platform, program, person.openid);
  if (!program?.settings.shop || !buyer) return false;
  if (!act.pays) platform.leftUnpaid = true;
  const visit = beginVisit(program.mini, buyer.index, act.scene, act.at);
  program.mini.seen.set(buyer.openid, act.at);
  platform.ledger.write({ at: act.at, appid: act.miniProgram, type: 'visit', openid: buyer.openid, source: String(act.scene), path: 'pages/home/home', query: '' });
  const phone: Phone = { platform, program, buyer, act, visit, shop: program.settings.shop };
  platform.lanes.push(`shop/${visit.id}`, platform.visits.begin(act.at, () => buy(phone).catch((error: unknown) => refused(phone, error))));
  return true;
}

function refused({ platform, buyer, act }: Phone, error: unknown): void {
  const code = error instanceof Refused ? error.message : 'no_answer';
  platform.ledger.write({ at: now(platform), appid: act.miniProgram, type: 'refused', openid: buyer.openid, source: code, storefront: act.storefront });
}

/** Home, product, cart, checkout, payment, as the pages of the mini program ask for them. */
async function buy(phone: Phone): Promise<void> {
  const { platform, program, buyer, act, visit, shop: { assetId } } = phone;
  const code = newLogin(program.mini, buyer.openid, now(platform));
  const { pass } = await ask<{ pass: string }>(phone, null, 'POST', '/sessions', { assetId, code, scene: act.scene });
  const see = (page: string, seconds: number) => void visit.pages.push({ path: `pages/${page}/${page}`, seconds, shares: 0 });

  see('home', 12);
  const { items: storefronts } = await ask<{ items: { id: string; type: string; phase: string }[] }>(phone, pass, 'GET', '/storefronts');
  const open = storefronts.find(({ type, phase }) => type === act.storefront && phase === 'open');
  if (!open) throw new Refused('not_open');
  const storefront = await ask<Storefront>(phone, pass, 'GET', `/storefronts/${open.id}`);
  const left = storefront.items.filter((item) => item.left !== 'none');
  const item = at(left, act.dice[0]);
  if (!item) throw new Refused('sold_out');
  see('product', 40);
  const product = storefront.products.find(({ id }) => id === item.productId);
  await ask(phone, pass, 'PUT', `/storefronts/${open.id}/cart/lines`, { skuId: item.skuId, quantity: 1, options: chosen(product?.options ?? [], act.dice[1]) });
  see('cart', 8);
  const { totalFen } = await ask<{ totalFen: number }>(phone, pass, 'POST', '/quotes', { storefrontId: open.id });
  const order = await ask<{ id: string; number: string }>(phone, pass, 'POST', '/orders', {
    storefrontId: open.id, expectedTotalFen: totalFen, channel: 'mini_program', source: { scene: String(act.scene) }, address: addressOf(buyer, act.dice[2]),
  });
  see('checkout', 25);
  platform.ledger.write({ at: now(platform), appid: act.miniProgram, type: 'order', openid: buyer.openid, source: act.storefront, outTradeNo: order.number, total: totalFen });
  const { parameters } = await ask<{ parameters: PaymentRequest }>(phone, pass, 'POST', `/orders/${order.id}/payment`);
  const { errMsg } = await requestPayment(platform, act.miniProgram, buyer.openid, parameters, act.pays ? 'pay' : 'cancel');
  if (act.pays && errMsg !== 'requestPayment:ok') throw new Refused('payment_failed');
  see('order', 6);
}

const at = <T>(list: readonly T[], dice: number): T | undefined => list[Math.floor(dice * list.length)];

/** A size where one has to be chosen; initials for every second buyer where letters can be engraved. */
function chosen(options: readonly Option[], dice: number): Record<string, string> {
  const letter = (turn: number) => String.fromCharCode(65 + Math.floor(dice * turn) % 26);
  return Object.fromEntries(options.flatMap((option) => {
    const value = option.kind === 'choice' ? at(option.choices ?? [], dice)?.id : option.required || dice < 0.5 ? `${letter(997)}.${letter(7919)}.` : undefined;
    return value === undefined ? [] : [[option.id, value]];
  }));
}

function addressOf(buyer: Person, dice: number): object {
  const [province, city, district] = at(CITIES, dice)!;
  return { name: `顾客${buyer.index + 1}`, phone: phoneOf(buyer.unionid ?? buyer.openid).number, province, city, district, detail: `青鸟路 ${1 + Math.floor(dice * 997)} 号` };
}

async function ask<T>({ platform, visit, shop: { api } }: Phone, pass: string | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T> {
  const answer = await request(`${api}${path}`, {
    method, headersTimeout: TIMEOUT, bodyTimeout: TIMEOUT,
    headers: {
      'x-sandbox-time': String(now(platform)), 'idempotency-key': `visit-${visit.id}`,
      ...(pass !== null && { authorization: `Bearer ${pass}` }), ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.body.text();
  if (answer.statusCode < 300) return JSON.parse(text) as T;
  throw new Refused(String((JSON.parse(text) as { error?: { code?: string } }).error?.code ?? answer.statusCode));
}
