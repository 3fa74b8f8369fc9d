import { request } from 'undici';
import type { Person } from '../../world.ts';
import { newLogin, phoneOf } from '../mini-program/codes.ts';
import type { Visit } from '../mini-program/state.ts';
import { beginVisit } from '../mini-program/visits.ts';
import { personFor } from '../oauth/authorize.ts';
import { type AccountState, type Platform, now } from '../platform.ts';
import type { ActOf, Doing } from './perform.ts';

/** Somebody's phone with the shop's mini program open: one visit. */
export interface Phone {
  platform: Platform;
  program: AccountState;
  person: Person;
  visit: Visit;
  shop: { api: string; assetId: string };
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
  const phone: Phone = { platform, program, person: known, visit, shop: program.settings.shop, pass: null };
  write(phone, 'visit', { source: String(scene), path: pathOf(page), query }, act.at);
  const refused = (error: unknown) => write(phone, 'refused', { source: error instanceof Refused ? error.message : 'no_answer', ...about });
  platform.lanes.push(`shop/${visit.id}`, platform.visits.begin(act.at, () => signIn(phone, scene, query).then(() => visitIt(phone)).catch(refused)));
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
