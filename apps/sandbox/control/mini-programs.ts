import type { FastifyInstance } from 'fastify';
import { encryptForServer, newLogin, newPhoneCode, phoneOf } from '../platform/mini-program/codes.ts';
import { SCENES, countLinkVisit, homePage, isOver, linkOf, splitPath, visitsLeft } from '../platform/mini-program/links.ts';
import { receive } from '../platform/mini-program/shipping.ts';
import type { Visit } from '../platform/mini-program/state.ts';
import { beginVisit } from '../platform/mini-program/visits.ts';
import { type Json, integerAt, isObject, textAt } from '../platform/http/read.ts';
import { personFor } from '../platform/oauth/authorize.ts';
import { type AccountState, type Platform, now } from '../platform/platform.ts';
import { pushSubscriptionEvent } from '../platform/subscriptions/events.ts';
import { consentKey } from '../platform/subscriptions/subscriptions.ts';
import type { Person } from '../world.ts';
import { ControlError, accountNamed, bodyOf } from './error.ts';

/** From the list of recently used ones, when nobody says. */
const FROM_RECENT = 1001;
const MOST_LINKS = 1000;

function miniProgram(platform: Platform, body: Json): AccountState {
  const account = accountNamed(platform, body['appid']);
  if (account.settings.kind !== 'miniProgram') throw new ControlError(400, `${account.settings.appid} is no mini program`);
  return account;
}

/** The person as this mini program knows them, whichever account's openid is given. */
export function wechatUser(platform: Platform, account: AccountState, openid: unknown): Person {
  const person = typeof openid === 'string' ? personFor(platform, account, openid) : null;
  if (!person) throw new ControlError(404, 'no such person');
  return person;
}

function visitNamed(account: AccountState, id: unknown): Visit {
  const visit = typeof id === 'string' ? account.mini.visitById.get(id) : undefined;
  if (!visit) throw new ControlError(404, 'no such visit');
  return visit;
}

/** `?a=1&b=2` by key, as onLaunch gets it: values stay as they were encoded. */
const parsed = (query: string): Record<string, string> =>
  Object.fromEntries(query.split('&').filter(Boolean).map((pair) => pair.split(/=(.*)/s)).map(([name = '', value = '']) => [name, value]));

/** Where a link, or a page somebody names, leads. */
function targetOf(account: AccountState, body: Json, at: number): { path: string; query: string; scene: number } {
  const text = textAt(body, 'link');
  if (text === '') {
    const { path, query } = splitPath(textAt(body, 'path') || homePage(account.settings));
    return { path, query: textAt(body, 'query') || query, scene: integerAt(body, 'scene', FROM_RECENT) };
  }
  const link = linkOf(account.mini, text);
  if (!link) throw new ControlError(404, 'no such link of this mini program');
  if (isOver(link, at)) throw new ControlError(410, 'this link is over');
  if ((link.kind === 'scheme' || link.kind === 'urlLink') && visitsLeft(account.mini, at) === 0) throw new ControlError(429, 'links have brought as many people today as they may');
  countLinkVisit(account.mini, link, at);
  return { path: link.path, query: link.query, scene: integerAt(body, 'scene', SCENES[link.kind]) };
}

/** What a person does with a mini program on their phone. */
export function serveMiniPrograms(app: FastifyInstance, platform: Platform): void {
  const acting = (request: { body: unknown }): { account: AccountState; body: Json; at: number; person: Person } => {
    const body = bodyOf(request.body);
    const account = miniProgram(platform, body);
    platform.changes++;
    return { account, body, at: now(platform), person: wechatUser(platform, account, body['openid']) };
  };

  app.post('/mini/login', (request) => {
    const { account, person, at } = acting(request);
    return { code: newLogin(account.mini, person.openid, at), openid: person.openid };
  });

  app.post('/mini/phone', (request) => {
    const { account, person, body, at } = acting(request);
    const own = phoneOf(person.unionid ?? person.openid);
    const phone = { countryCode: textAt(body, 'countryCode') || own.countryCode, number: textAt(body, 'phone') || own.number };
    return { code: newPhoneCode(account.mini, person.openid, phone, at) };
  });

  app.post('/mini/encrypt', (request) => {
    const { account, person, body, at } = acting(request);
    const session = account.mini.sessions.get(person.openid);
    if (!session) throw new ControlError(409, 'this person has not logged in');
    if (!isObject(body['data'])) throw new ControlError(400, 'data: an object');
    return encryptForServer(session.key, account.settings.appid, body['data'], at);
  });

  /** Blocked users cannot log in (40226). */
  app.post('/mini/block', (request) => {
    const { account, person, body } = acting(request);
    if (body['blocked'] === false) account.mini.blocked.delete(person.openid);
    else account.mini.blocked.add(person.openid);
    return { blocked: account.mini.blocked.has(person.openid) };
  });

  /** In the settings of the mini program: what was granted is gone, and the server hears of it. */
  app.post('/mini/refuse', async (request) => {
    const { account, person, body, at } = acting(request);
    const templateId = textAt(body, 'templateId');
    account.subscriptions.consents.delete(consentKey(person.openid, templateId));
    pushSubscriptionEvent(platform, account, person, 'change', [{ TemplateId: templateId, SubscribeStatusString: 'reject' }], at);
    await platform.lanes.idle();
    return { refused: true };
  });

  app.post('/mini/open', (request) => {
    const { account, person, body, at } = acting(request);
    const { path, query, scene } = targetOf(account, body, at);
    const visit = beginVisit(account.mini, person.index, scene, at);
    account.mini.seen.set(person.openid, at);
    const appid = account.settings.appid;
    platform.ledger.write({ at, appid, type: 'visit', openid: person.openid, source: String(scene), path, query });
    const from = textAt(body, 'referrerAppId');
    return { visit: visit.id, openid: person.openid, path, query: parsed(query), scene, ...(from && { referrerInfo: { appId: from } }) };
  });

  app.post('/mini/pages', (request) => {
    const body = bodyOf(request.body);
    const account = miniProgram(platform, body);
    const visit = visitNamed(account, body['visit']);
    for (const page of Array.isArray(body['pages']) ? body['pages'].filter(isObject) : []) {
      visit.pages.push({ path: splitPath(textAt(page, 'path')).path, seconds: Number(page['seconds'] ?? 0) || 0, shares: integerAt(page, 'shares', 0) });
    }
    platform.changes++;
    return { pages: visit.pages.length };
  });

  app.get<{ Querystring: { appid?: string } }>('/mini/links', (request) => {
    const account = miniProgram(platform, request.query);
    return {
      items: [...account.mini.links.values()].reverse().slice(0, MOST_LINKS)
        .map(({ id, kind, text, path, query, createdAt, expiresAt, opened }) => ({ id, kind, text, path, query, createdAt, expiresAt, opened })),
    };
  });

  app.post('/mini/received', (request) => {
    const body = bodyOf(request.body);
    const account = miniProgram(platform, body);
    const order = platform.state.pay.byTransactionId.get(textAt(body, 'transactionId'));
    if (order?.appid !== account.settings.appid) throw new ControlError(404, 'no such order of this mini program');
    if (!receive(platform, order, 2, now(platform))) throw new ControlError(409, 'the order is not on its way');
    platform.changes++;
    return { received: true };
  });
}
