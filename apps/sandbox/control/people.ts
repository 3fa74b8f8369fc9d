import type { FastifyInstance } from 'fastify';
import { perform } from '../platform/acts/perform.ts';
import { pushBody, pushEvent } from '../platform/callbacks/push.ts';
import { bare, cdata, event } from '../platform/callbacks/xml.ts';
import { type Json, integerAt, isObject, textAt } from '../platform/http/read.ts';
import type { InboxItem } from '../platform/inbox/inbox.ts';
import { pushMiniEvent } from '../platform/mini-program/events.ts';
import { wasReached } from '../platform/mass/state.ts';
import { menuOf } from '../platform/menus/menus.ts';
import { type AccountState, type Platform, now } from '../platform/platform.ts';
import { isAlive } from '../platform/qrcodes/qrcodes.ts';
import { addPerson, findPerson } from '../platform/users/people.ts';
import { nicknameOf } from '../platform/users/api.ts';
import type { Act, Person } from '../world.ts';
import { ControlError, accountNamed, bodyOf } from './error.ts';

const PAGE = 50;
const MOST_NEW = 100_000;
const kinds: ReadonlySet<string> = new Set<Act['kind']>([
  'follow', 'unfollow', 'scan', 'menu', 'write', 'position', 'read', 'click', 'comment', 'subscription', 'shop', 'errand', 'engage', 'passers',
]);

function personOf(account: AccountState, openid: unknown): Person {
  const person = typeof openid === 'string' ? findPerson(account.people, openid) : undefined;
  if (!person) throw new ControlError(404, 'no such person');
  return person;
}

const view = (person: Person) => ({
  openid: person.openid, name: nicknameOf(person), subscribed: person.subscribed, subscribeTime: person.subscribeTime,
  scene: person.scene, qrScene: person.qrScene, tags: person.tags, played: person.played, platform: person.platform,
});

/** Everything on the phone in order of time: chat, service messages, templates, and the pushes that reached it. */
function phoneOf(account: AccountState, person: Person): InboxItem[] {
  const pushes = [...account.mass.jobs.values()].filter((job) => wasReached(job, person.index)).map((job): InboxItem => ({
    at: job.sentAt, from: 'account', kind: 'mass',
    content: {
      type: job.msgType, ...job.content,
      articles: job.articles.map((article) => ({
        title: article.title, digest: article.source.digest, url: article.url, msgid: article.msgid, links: article.links, deleted: article.deleted,
      })),
    },
  }));
  return [...(account.inbox.get(person.index) ?? []), ...pushes].sort((a, b) => a.at - b.at);
}

type Asked = { Querystring: { appid?: string; openid?: string; played?: string; search?: string; limit?: string } };

export function servePeople(app: FastifyInstance, platform: Platform): void {
  app.get<Asked>('/followers', (request) => {
    const { people } = accountNamed(platform, request.query.appid);
    const limit = Math.min(Number(request.query.limit) || PAGE, 1000);
    const search = request.query.search ?? '';
    const items: ReturnType<typeof view>[] = [];
    // Newest first: whoever was just made is on top.
    for (let index = people.list.length - 1; index >= 0 && items.length < limit; index--) {
      const person = people.list[index]!;
      if (request.query.played === '1' ? !person.played : !person.subscribed && !person.played) continue;
      if (search === '' || person.openid.includes(search) || nicknameOf(person).includes(search)) items.push(view(person));
    }
    return { total: people.followers, items };
  });

  app.post('/people', (request, reply) => {
    const body = bodyOf(request.body);
    const account = accountNamed(platform, body['appid']);
    const count = integerAt(body, 'count', 1);
    if (count < 1 || count > MOST_NEW) throw new ControlError(400, `count: 1 to ${MOST_NEW}`);
    const people = Array.from({ length: count }, () => addPerson(account.people, platform.state.seed, account.settings.appid));
    for (const person of people) person.played = true;
    platform.changes++;
    return reply.code(201).send(body['count'] === undefined ? view(people[0]!) : { items: people.map(view) });
  });

  app.patch<{ Params: { openid: string } }>('/people/:openid', (request) => {
    const body = bodyOf(request.body);
    const person = personOf(accountNamed(platform, body['appid']), request.params.openid);
    if (typeof body['refusesMessages'] === 'boolean') person.refusesMessages = body['refusesMessages'];
    if (typeof body['played'] === 'boolean') person.played = body['played'];
    if (body['platform'] === 1 || body['platform'] === 2 || body['platform'] === 3) person.platform = body['platform'];
    platform.changes++;
    return view(person);
  });

  /** Does one act now, and answers when the account's server has answered what it caused. */
  app.post('/acts', async (request) => {
    const act = readAct(platform, bodyOf(request.body));
    const done = perform(platform, act);
    await settled(platform, 'openid' in act ? act.openid : '');
    return { done };
  });

  app.get<Asked>('/inbox', (request) => {
    const account = accountNamed(platform, request.query.appid);
    const person = personOf(account, request.query.openid);
    return { person: view(person), items: phoneOf(account, person) };
  });

  app.get<Asked>('/menu', (request) => {
    const account = accountNamed(platform, request.query.appid);
    return { button: menuOf(account.menus, personOf(account, request.query.openid))?.button ?? null };
  });

  app.get<Asked>('/codes', (request) => {
    const { qrcodes } = accountNamed(platform, request.query.appid);
    const items = [...qrcodes.byTicket.values()].filter((code) => isAlive(code, now(platform))).reverse();
    return { items: items.map(({ ticket, scene, permanent, createdAt, expiresAt, url }) => ({ ticket, scene, permanent, createdAt, expiresAt, url })) };
  });

  app.get<Asked>('/articles', (request) => {
    const { publishing } = accountNamed(platform, request.query.appid);
    const items = [...publishing.articles.values()].reverse().slice(0, PAGE);
    return { items: items.map(({ msgid, title, url, links, publishedAt, publishType }) => ({ msgid, title, url, links, publishedAt, publishType })) };
  });

  /** Any other event of the contract: `fields` become elements (numbers bare, text CDATA); or `body`, pushed as it is. */
  app.post('/events', async (request) => {
    const body = bodyOf(request.body);
    const account = accountNamed(platform, body['appid']);
    const person = body['openid'] === undefined ? null : personOf(account, body['openid']);
    const name = textAt(body, 'event');
    if (typeof body['body'] === 'string') pushBody(platform, account, person, body['body'], now(platform));
    else if (!/^\w+$/.test(name)) throw new ControlError(400, 'event: a name, or body: a text');
    else if (account.settings.dataFormat === 'json') pushMiniEvent(platform, account, person, name, bodyOf(body['fields']), now(platform));
    else pushEvent(platform, account, person, event(name, elements(bodyOf(body['fields']))), now(platform));
    await platform.lanes.idle();
    return { done: true };
  });
}

const defaults: Readonly<Record<string, object>> = {
  read: { scene: '公众号消息', fifths: 5, finished: true, minutes: 1 }, follow: { scene: 'ADD_SCENE_SEARCH' }, shop: { storefront: 'permanent', scene: 1001, pays: true, dice: [0, 0, 0] }, errand: { turns: 0 },
};

function readAct(platform: Platform, body: Json): Act {
  const account = accountNamed(platform, body['appid']);
  if (typeof body['kind'] !== 'string' || !kinds.has(body['kind'])) throw new ControlError(400, `kind: one of ${[...kinds].join(', ')}`);
  if (body['kind'] !== 'engage' && body['kind'] !== 'passers') personOf(account, body['openid']);
  const required: Record<string, string> = { scan: 'ticket', menu: 'item', write: 'message', read: 'msgid', click: 'url', comment: 'msgid', subscription: 'answers', shop: 'miniProgram', errand: 'errand' };
  const field = required[body['kind']];
  if (field && body[field] === undefined) throw new ControlError(400, `${field} is missing`);
  return { ...defaults[body['kind']], ...body, at: now(platform) } as unknown as Act;
}

/** When the person's lane has come to its end. */
const settled = (platform: Platform, lane: string): Promise<void> =>
  new Promise((resolve) => platform.lanes.push(lane, async () => resolve()));

const elements = (fields: Json): string =>
  Object.entries(fields).map(([name, value]) => {
    if (!/^\w+$/.test(name)) throw new ControlError(400, `${name} is no element name`);
    if (Array.isArray(value)) return value.map((one) => elements({ [name]: one })).join('');
    return isObject(value) ? `<${name}>${elements(value)}</${name}>` : typeof value === 'number' ? bare(name, value) : cdata(name, String(value));
  }).join('\n');
