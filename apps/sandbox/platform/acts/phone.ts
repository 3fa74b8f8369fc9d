import { randomBytes } from 'node:crypto';
import { request } from 'undici';
import type { Person } from '../../world.ts';
import { newLogin, phoneOf } from '../mini-program/codes.ts';
import type { Visit } from '../mini-program/state.ts';
import { beginVisit } from '../mini-program/visits.ts';
import { holdCode, newCode } from '../oauth/oauth.ts';
import { personFor } from '../oauth/authorize.ts';
import { type AccountState, type Platform, now } from '../platform.ts';
import type { ActOf, Doing } from './perform.ts';

/** Somebody's phone with the shop open: one visit of its mini program, or of its pages in WeChat's browser. */
export interface Phone {
  platform: Platform;
  program: AccountState;
  person: Person;
  visit: Visit;
  shop: { api: string; assetId: string };
  channel: 'mini_program' | 'h5';
  /** Of the shop; null until signed in. */
  pass: string | null;
}

interface Entrance {
  /** `pages/<name>/<name>`. */
  page: string;
  scene: number;
  /** Parameters of the page. */
  query?: string;
  /** Of what the ledger says when they are refused. */
  about: { storefront: string } | { errand: string };
}

const TIMEOUT = 10_000;
const CITIES = [['上海市', '上海市', '静安区'], ['北京市', '北京市', '朝阳区'], ['四川省', '成都市', '锦江区'], ['广东省', '深圳市', '福田区'], ['浙江省', '杭州市', '西湖区']] as const;

/** The shop said no, or nothing. */
export class Refused extends Error {}

/**
 * The person opens the mini program and does what they came for. Every visit has a lane of its own: the notice of its
 * payment takes another, and the person's pushes do not wait for a shop. False without a shop.
 */
export function openShop({ platform, person, act }: Doing<ActOf<'shop' | 'errand'>>, { page, scene, query = '', about }: Entrance, visitIt: (phone: Phone) => Promise<void>): boolean {
  const program = platform.state.accounts.get(act.miniProgram);
  const known = program && personFor(platform, program, person.openid);
  if (!program?.settings.shop || !known) return false;
  const visit = beginVisit(program.mini, known.index, scene, act.at);
  program.mini.seen.set(known.openid, act.at);
  const phone: Phone = { platform, program, person: known, visit, shop: program.settings.shop, channel: 'mini_program', pass: null };
  write(phone, 'visit', { source: String(scene), path: pathOf(page), query }, act.at);
  return begin(phone, act.at, about, () => signIn(phone, scene, query), visitIt);
}

/** The same pages as a web shop of the account. False without one. */
export function openWebShop({ platform, account, person, act }: Doing<ActOf<'shop'>>, about: Entrance['about'], visitIt: (phone: Phone) => Promise<void>): boolean {
  const shop = platform.state.accounts.get(act.miniProgram)?.settings.shop;
  if (!shop?.h5 || shop.h5.appid !== account.settings.appid) return false;
  const visit: Visit = { id: randomBytes(9).toString('base64url'), person: person.index, at: act.at, scene: 0, pages: [] };
  const phone: Phone = { platform, program: account, person, visit, shop: { api: shop.api, assetId: shop.h5.assetId }, channel: 'h5', pass: null };
  write(phone, 'web visit', {}, act.at);
  return begin(phone, act.at, about, () => signInByWeb(phone), visitIt);
}

function begin(phone: Phone, at: number, about: Entrance['about'], enter: () => Promise<void>, visitIt: (phone: Phone) => Promise<void>): true {
  const { platform, visit } = phone;
  const refused = (error: unknown) => write(phone, 'refused', { source: error instanceof Refused ? error.message : 'no_answer', ...about });
  platform.lanes.push(`shop/${visit.id}`, platform.visits.begin(at, () => enter().then(() => visitIt(phone)).catch(refused)));
  return true;
}

/** What a card says of itself, as the pages of the mini program read it. */
export function placementOf(query: string): { link_id?: string; push_id?: string; channel_id?: string } {
  const said = new URLSearchParams(query);
  return Object.fromEntries(Object.entries({ link_id: said.get('l'), push_id: said.get('push_id'), channel_id: said.get('channel_id') }).filter(([, value]) => value !== null));
}

async function signIn(phone: Phone, scene: number, query: string): Promise<void> {
  const { platform, program, person, shop: { assetId } } = phone;
  const code = newLogin(program.mini, person.openid, now(platform));
  phone.pass = (await ask<{ pass: string }>(phone, 'POST', '/sessions', { assetId, code, scene, source: placementOf(query) })).pass;
}

/** By the silent authorisation of the account (contract 18). */
async function signInByWeb(phone: Phone): Promise<void> {
  const { platform, program: { oauth }, person, shop: { assetId } } = phone;
  const code = newCode(oauth, person.openid, 'snsapi_base', now(platform));
  const letGo = holdCode(oauth, code);
  phone.pass = (await ask<{ pass: string }>(phone, 'POST', '/sessions', { assetId, code }).finally(letGo)).pass;
}

const pathOf = (page: string): string => `pages/${page}/${page}`;

export const see = ({ visit }: Phone, page: string, seconds: number, shares = 0): void => void visit.pages.push({ path: pathOf(page), seconds, shares });

/** A line of the ledger. */
export const write = ({ platform, program, person }: Phone, type: string, details: Record<string, unknown>, at = now(platform)): void =>
  platform.ledger.write({ at, appid: program.settings.appid, type, openid: person.openid, ...details });

/** One of a list, by a die in [0, 1). */
export const atDie = <T>(list: readonly T[], die: number): T | undefined => list[Math.floor(die * list.length)];

export function addressOf({ person }: Phone, die: number): object {
  const [province, city, district] = atDie(CITIES, die)!;
  return { name: `顾客${person.index + 1}`, phone: phoneOf(person.unionid ?? person.openid).number, province, city, district, detail: `青鸟路 ${1 + Math.floor(die * 997)} 号` };
}

/** What the pages tell the shop of themselves, once a visit. */
export async function tell(phone: Phone, ...done: { kind: string; storefrontId: string; productId?: string; skuId?: string; quantity?: number; page?: string }[]): Promise<void> {
  const { visit } = phone;
  await ask(phone, 'POST', '/events', { ...(visit.scene > 0 && { scene: visit.scene }), events: done.map((one, index) => ({ id: `${visit.id} ${index}`, agoMs: 0, ...one })) });
}

/** Of the shop's own API, as its pages ask. @throws Refused with the code of the answer */
export async function ask<T>({ platform, visit, shop: { api }, pass }: Phone, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T> {
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
