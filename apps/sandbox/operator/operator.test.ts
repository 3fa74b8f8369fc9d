import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { midnight } from '../population/calendar.ts';
import { yearTo } from '../population/check/play.ts';
import { periodOf, planPushes, readPopulation } from '../population/index.ts';
import type { World } from '../world.ts';
import { createOperator } from './index.ts';
import type { PlanInputs } from './product-api.ts';

/** A product that only writes down what it is asked, behind the same paths and bodies. */
interface Call {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

const HOUR = 3_600_000;
const population = JSON.parse(readFileSync(new URL('../../../populations/luxury-2020.json', import.meta.url), 'utf8')) as Record<string, unknown>;
const options = yearTo('2025-12-31', { population, followers: 100, seed: 'x' });
const segments = readPopulation(population).pushes.segments;
const calls: Call[] = [];
let refuse: string | null = null;
let baseUrl = '';
/** Orders of the product, newest first. */
let paid: { id: string; paidAt: string; refundedFen: number }[] = [];
/** What the store's lists answer. */
let cases: object[] = [];
let invoices: object[] = [];
const MINI_PROGRAM = 'wx00000000000000bb';
const app = Fastify();

beforeAll(async () => {
  const prefix = '/api/brands/7';
  app.addHook('preHandler', async (request, reply) => {
    expect(request.headers.authorization).toBe('Bearer qn_key');
    const path = request.url.slice(prefix.length);
    calls.push({ method: request.method, path, body: (request.body ?? {}) as Record<string, unknown> });
    if (refuse !== null && path.endsWith(refuse)) await reply.code(503).send({ error: { code: 'busy', message: 'try again' } });
  });
  app.all(`${prefix}/*`, async (request) => {
    const path = request.url.slice(prefix.length);
    if (path === '/tags/sync') return { items: segments.map((name, index) => ({ id: `wx:${index}`, name, assetId: 'asset-1', wechatId: 100 + index })) };
    if (path.startsWith('/contacts?')) {
      const second = path.includes('cursor=more');
      return { items: Array.from({ length: second ? 3 : 10 }, (_, index) => ({ id: (second ? 100 : 1) + index })), nextCursor: second ? null : 'more' };
    }
    if (path.startsWith('/channels?')) return { items: [], nextCursor: null };
    if (path.startsWith('/recruitment/sources')) return { items: [{ group: 'ads', follows: 12 }, { group: 'qr', follows: 40 }] };
    if (path === '/links') return { id: `link-${calls.length}`, url: `http://127.0.0.1:1/l/${calls.length}`, path: `pages/home/home?l=link-${calls.length}&push_id=p` };
    if (path === '/store/categories') return { items: (request.body as { items: { name: string }[] }).items.map(({ name }) => ({ id: `of ${name}`, name })) };
    if (path === '/store/products') return { skus: (request.body as { skus: { code: string }[] }).skus.map(({ code }) => ({ id: `sku ${code}`, code })) };
    if (path.startsWith('/store/orders?')) return { items: paid, nextCursor: null };
    if (path.startsWith('/store/after-sales?')) return { items: cases, nextCursor: null };
    if (/^\/store\/after-sales\/[\w-]+$/.test(path)) return { lines: [{ position: 2, units: 1 }] };
    if (path.startsWith('/store/invoices?')) return { items: invoices, nextCursor: null };
    if (path === '/insights/plans') return { items: [] };
    if (path === '/articles') return { article: { id: `article-${calls.length}` } };
    return { id: `made-${calls.length}` };
  });
  baseUrl = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const made = (method: string, path: string | RegExp) =>
  calls.filter((call) => call.method === method && (typeof path === 'string' ? call.path === path : path.test(call.path)));

const articlesOf = (push: Record<string, unknown>) => (push['variants'] as { articles: unknown[] }[]).flatMap(({ articles }) => articles);

async function live(operator: ReturnType<typeof createOperator>, from: number, to: number): Promise<void> {
  for (let hour = from; hour < to; hour += HOUR) await operator.hour({ accounts: [{ appid: MINI_PROGRAM, originalId: 'gh_1', name: '精品店', kind: 'miniProgram' }] } as unknown as World, hour, hour + HOUR);
}

test('a month of work: set-up once, newcomers dealt out, each push with its links, costs on the first', async () => {
  const operator = createOperator(options);
  await live(operator, options.start, options.start + HOUR);
  expect(calls).toEqual([]);

  operator.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  refuse = '/menu/publish';
  await live(operator, options.start, options.start + HOUR);
  refuse = null;
  const february = midnight('2025-02-01') + 2 * HOUR;
  await live(operator, options.start + HOUR, february);

  expect(made('POST', '/accounts/asset-1/menu/publish')).toHaveLength(2);
  expect(made('POST', '/channels').map((call) => call.body['name'])).toHaveLength(17);
  expect(made('POST', '/accounts/asset-1/auto-replies').filter((call) => call.body['trigger'] === 'welcome')).toHaveLength(1);

  expect(made('PUT', '/insights/segment-value/settings')).toHaveLength(1);
  const [{ inputs }, ...further] = made('POST', '/insights/plans').map((call) => call.body) as unknown as [{ inputs: PlanInputs }];
  expect(further).toEqual([]);
  // The study's four blocks (W-07) come to the followers of the last day, but for what rounding takes.
  const { followers, organicGrowth, mediaBudgetFen, postShare, postCostFen, momentsCostFen, stores, visitors, conversion, existingClients, existingOnboarding, newClients, newOnboarding } = inputs;
  const paid = mediaBudgetFen * (postShare / postCostFen + (1 - postShare) / momentsCostFen);
  const clients = existingClients * existingOnboarding + newClients * newOnboarding;
  expect(Math.abs(followers * (1 + organicGrowth) + paid + stores * visitors * 365 * conversion + clients - options.followers)).toBeLessThan(20);

  const plan = planPushes(readPopulation(population), options.followers, periodOf(options.start, options.until), february).filter((push) => push.at < february);
  expect(plan.length).toBeGreaterThanOrEqual(4);
  expect(made('POST', /^\/pushes\/[^/]+\/send$/)).toHaveLength(plan.length);
  const recorded = made('POST', '/pushes').map((call) => call.body);
  expect(recorded.map((push) => push['segmented'])).toEqual(plan.map((push) => push.segment !== null));
  expect(recorded[0]!['audience']).toEqual({ kind: 'tag', tagId: 100 + segments.indexOf(plan[0]!.segment!) });
  const sent = plan.flatMap((push) => push.articles);
  const kept = sent.filter((article) => (article.contentType ?? article.partner) !== undefined);
  const linked = sent.filter((article) => !kept.includes(article) && article.elements.link !== 'none');
  const ofPushes = made('POST', '/links').map(({ body }) => body).filter(({ pushId }) => pushId !== undefined);
  const cards = ofPushes.filter(({ target }) => target === `${MINI_PROGRAM}/pages/home/home`);
  expect(ofPushes).toHaveLength(linked.length + cards.length);
  // A push has one card for all its articles that lead into the shop.
  const shops = linked.filter(({ elements }) => elements.link === 'mini_program');
  expect(cards).toHaveLength(plan.filter(({ articles }) => articles.some((article) => shops.includes(article))).length);
  const filled = made('PUT', /^\/pushes\//).flatMap((call) => articlesOf(call.body) as { content: string; elements: Record<string, unknown> }[]).filter(({ content }) => content !== undefined);
  expect(filled.filter((article) => /href="http:\/\/127\.0\.0\.1:1\/l\/\d+"/.test(article.content))).toHaveLength(linked.length);
  expect(filled.filter(({ content }) => /data-miniprogram-path="pages\/home\/home\?l=link-\d+&amp;push_id=p"/.test(content))).toHaveLength(shops.length);
  expect(filled.filter((article) => article.elements['link'] === 'none').every((article) => !article.content.includes('href'))).toBe(true);

  // What has a type or a partner is written in the library once, and pushes name it.
  const named = recorded.flatMap((push) => articlesOf(push) as { articleId?: string }[]).flatMap(({ articleId }) => articleId ?? []);
  expect(named).toHaveLength(kept.length);
  const library = made('POST', '/articles').map((call) => call.body);
  expect(library.map(({ title, contentType }) => [title, contentType])).toEqual([...new Set(kept)].map(({ title, contentType }) => [title, contentType]));
  expect(new Set(named).size).toBe(library.length);
  expect(made('POST', '/content/partners')).toHaveLength(new Set(kept.flatMap(({ partner }) => partner?.name ?? [])).size);

  // 13 newcomers a push, dealt to five groups in turn: nobody in two, sizes differ by one at most.
  const firstRound = made('POST', /^\/tags\/wx%3A\d\/contacts$/).slice(0, segments.length).map((call) => call.body['contactIds'] as number[]);
  expect(firstRound.flat().sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 101, 102]);
  expect(firstRound.map((ids) => ids.length).sort()).toEqual([2, 2, 3, 3, 3]);

  expect(made('POST', '/recruitment/costs').map((call) => call.body)).toMatchObject([{ sourceGroup: 'ads', day: '2025-01-31', fen: 36_000 }]);
});

test('costs are recorded up to the last day of the history too, and from there on by month', async () => {
  calls.length = 0;
  const until = midnight('2025-01-11');
  const operator = createOperator({ ...options, until });
  operator.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  await live(operator, options.start, until + 2 * HOUR);
  expect(operator.busy!(until + 2 * HOUR)).toBe(false);
  await live(operator, midnight('2025-02-01'), midnight('2025-02-01') + HOUR);
  expect(made('POST', '/recruitment/costs').map(({ body }) => body['day'])).toEqual(['2025-01-10', '2025-01-31']);
  expect(made('GET', /^\/recruitment\/sources/).map(({ path }) => path)).toEqual([expect.stringContaining('from=2025-01-01&to=2025-01-10'), expect.stringContaining('from=2025-01-11&to=2025-01-31')]);
});

test('a send that fails is tried again with the same push, and given up after six hours', async () => {
  calls.length = 0;
  const operator = createOperator(options);
  operator.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  const [first] = planPushes(readPopulation(population), options.followers, periodOf(options.start, options.until), options.until);
  refuse = '/send';
  await live(operator, first!.at - 3 * HOUR, first!.at + 12 * HOUR);
  refuse = null;
  expect(made('POST', '/pushes')).toHaveLength(1);
  expect(made('POST', /\/send$/)).toHaveLength(6);
  const restarted = createOperator(options);
  restarted.restore(JSON.parse(JSON.stringify(operator.save())));
  restarted.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  calls.length = 0;
  await live(restarted, first!.at + 12 * HOUR, first!.at + 14 * HOUR);
  expect(calls).toEqual([]);
});

test('segments by menu tab, source and answered campaign, live for the last thirty days and brought up to date each month', async () => {
  calls.length = 0;
  const operator = createOperator(options);
  operator.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  const begin = options.until - 30 * 24 * HOUR;
  await live(operator, begin - 100 * 24 * HOUR, begin - HOUR);
  expect(made('POST', '/segments')).toEqual([]);
  // A first try that stops half way leaves nothing to be made twice.
  refuse = '/publish';
  await live(operator, begin - HOUR, begin);
  refuse = null;
  await live(operator, begin, options.until);
  const names = made('POST', '/segments').map((call) => call.body['name'] as string);
  expect(names.slice(0, 5)).toEqual(['菜单 · 品牌世界', '菜单 · 精品店', '菜单 · 专属服务', '来源 · 门店扫码', '来源 · 线上']);
  expect(new Set(names.slice(5))).toEqual(new Set(segments.map((topic) => `互动 · ${topic}`)));
  expect(new Set(names).size).toBe(names.length);
  // A month's end publishes anew what has new links, and nothing else; one publication was refused.
  const changed = made('PATCH', /^\/segments\//).map((call) => call.body['name'] as string);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every((name) => name.startsWith('互动'))).toBe(true);
  expect(made('POST', /^\/segments\/.+\/publish$/)).toHaveLength(names.length + changed.length + 1);
  const rules = [...made('POST', '/segments'), ...made('PATCH', /^\/segments\//)].map((call) => JSON.stringify(call.body)).filter((body) => body.includes(names[5]!));
  const linksIn = (rule: string): number => rule.match(/link-\d+/g)!.length;
  expect(linksIn(rules.at(-1)!)).toBeGreaterThan(linksIn(rules[0]!));
});

test('the library is filled once, two days before the end: the pool, and what comes next on its days', async () => {
  calls.length = 0;
  const operator = createOperator(options);
  operator.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  const begin = options.until - 48 * HOUR;
  await live(operator, begin - 2 * HOUR, begin - HOUR);
  expect(made('POST', '/articles')).toEqual([]);
  refuse = '/approvals';
  await live(operator, begin - HOUR, begin);
  refuse = null;
  await live(operator, begin, begin + 4 * HOUR);
  const articles = made('POST', '/articles').map((call) => call.body);
  const pooled = articles.filter((article) => article['pool'] !== undefined) as { title: string; content: string; pool: { audiences: string[]; expiresAt: string | null } }[];
  expect(pooled.find(({ title }) => title === '立即入会')!.pool.audiences).not.toContain('member');
  const { pages } = JSON.parse(readFileSync(new URL('../../miniapp/miniprogram/app.json', import.meta.url), 'utf8')) as { pages: string[] };
  const cards = pooled.map(({ content }) => /data-miniprogram-appid="(.+?)" data-miniprogram-path="(.+?)"/.exec(content)!.slice(1));
  expect(cards.filter(([appid, path]) => appid !== MINI_PROGRAM || !pages.includes(path!))).toEqual([]);
  expect(pooled.every(({ pool }) => pool.expiresAt === null || Date.parse(pool.expiresAt) > options.until)).toBe(true);
  const ahead = planPushes(readPopulation(population), options.followers, periodOf(options.start, options.until), options.until + 60 * 24 * HOUR).filter((push) => push.at > begin).slice(0, 3);
  // An approval that was refused keeps nothing from going on, and writes no article twice.
  const written = ahead.map((push) => push.articles.filter(({ contentType, partner }) => (contentType ?? partner) === undefined));
  expect(articles.filter((article) => article['plannedDay'] !== undefined).map((article) => article['title'])).toEqual(written.flat().map(({ title }) => title));
  expect(made('POST', /\/approvals$/)).toHaveLength(written[0]!.length);
  // Kept by an earlier version, which said it in another word.
  const { articles: kept, ...others } = operator.save() as { articles: number | null };
  const upgraded = createOperator(options);
  upgraded.restore({ ...others, library: kept });
  upgraded.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  calls.length = 0;
  await live(upgraded, begin + 4 * HOUR, begin + 6 * HOUR);
  expect(made('POST', '/articles')).toEqual([]);
});

test('the store is opened once, however often a try fails; its calendar names the drop at eight and Qixi', async () => {
  calls.length = 0;
  const operator = createOperator(options);
  operator.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  for (const failing of ['/store/products', '/store/storefronts', '/state']) {
    refuse = failing;
    await live(operator, options.start, options.start + HOUR);
  }
  refuse = null;
  await live(operator, options.start, options.start + 2 * HOUR);
  const succeeded = (path: string) => new Set(made('POST', path).map((call) => call.body['name']));
  expect(made('POST', '/store/products')).toHaveLength(succeeded('/store/products').size + 1);
  expect(made('POST', '/store/storefronts')).toHaveLength(6);
  expect(succeeded('/store/storefronts').size).toBe(5);
  expect(made('POST', /\/store\/storefronts\/.+\/state$/)).toHaveLength(6);
  const [drop, popup] = made('PUT', /\/windows$/).map((call) => (call.body['windows'] as { opensAt: string; closesAt: string }[])[0]).filter((window) => window !== undefined);
  expect(drop).toEqual({ opensAt: '2025-11-08T12:00:00.000Z', closesAt: '2025-11-11T12:00:00.000Z' });
  // Qixi of 2025 is 29 August.
  expect(popup).toEqual({ opensAt: '2025-08-19T16:00:00.000Z', closesAt: '2025-08-29T16:00:00.000Z' });
  const [perPerson] = made('PUT', /\/listings$/).map((call) => call.body['listings'] as { skuId: string; perPerson: number | null }[]).filter((listings) => listings.length === 1);
  expect(perPerson).toEqual([{ skuId: 'sku QN-H02', priceFen: null, perPerson: 1 }]);
});

test('of a month’s paid orders the share of the file comes back, each once', async () => {
  calls.length = 0;
  const march = midnight('2025-03-01');
  paid = Array.from({ length: 50 }, (_, index) => ({ id: `order-${index}`, paidAt: new Date(march - (index + 1) * HOUR).toISOString(), refundedFen: 0 }));
  const operator = createOperator(options);
  operator.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  await live(operator, midnight('2025-02-01') - HOUR, midnight('2025-02-01'));
  calls.length = 0;
  await live(operator, march - HOUR, march + 3 * HOUR);
  const share = readPopulation(population).store.refunds;
  expect(made('POST', /\/refunds$/)).toHaveLength(Math.floor(50 * share));
  paid = [];
});

test('an order that cannot be sent holds up no other', async () => {
  const operator = createOperator(options);
  operator.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  await live(operator, options.start, options.start + HOUR);
  paid = ['newest', 'stuck', 'oldest'].map((id) => ({ id, number: `2025010100000${id.length}`, forGift: false, paidAt: new Date(options.start).toISOString(), paidFen: 100, refundedFen: 0 }));
  refuse = '/store/orders/stuck/parcels';
  calls.length = 0;
  await live(operator, options.start + 25 * HOUR, options.start + 27 * HOUR);
  expect(made('POST', /\/parcels$/).map(({ path }) => path.split('/')[3])).toEqual(['oldest', 'stuck', 'newest']);
  [refuse, paid] = [null, []];
});

test('the desk answers cases and invoices two days after they came, the workshop three weeks after', async () => {
  const operator = createOperator(options);
  operator.configure({ baseUrl, brandId: 7, assetId: 'asset-1', apiKey: 'qn_key' });
  const now = options.until - 10 * 24 * HOUR;
  await live(operator, now - 48 * HOUR, now - 47 * HOUR);
  const changedAgo = (days: number) => new Date(now - days * 24 * HOUR).toISOString();
  cases = [
    { id: 'asked-just-now', kind: 'return', state: 'requested', changedAt: changedAgo(1.9) }, { id: 'asked', kind: 'exchange', state: 'requested', changedAt: changedAgo(2) },
    { id: 'back', kind: 'return', reason: 'changed_mind', state: 'returning', changedAt: changedAgo(2) }, { id: 'scratched', kind: 'exchange', reason: 'defect', state: 'returning', changedAt: changedAgo(2) }, { id: 'replacement', kind: 'exchange', state: 'to_send', changedAt: changedAgo(2) },
    { id: 'in-the-workshop', kind: 'care', state: 'to_send', changedAt: changedAgo(20) },
  ];
  invoices = [{ orderId: 'order-1', orderNumber: '20260101000001', requestedAt: changedAgo(1.5) }, { orderId: 'order-2', orderNumber: '20260101000002', requestedAt: changedAgo(2.5) }];
  calls.length = 0;
  await live(operator, now - HOUR, now + HOUR);
  expect(made('POST', /^\/store\/(after-sales|orders)\//).map(({ path }) => path)).toEqual([
    '/store/after-sales/replacement/dispatch', '/store/after-sales/scratched/inspection', '/store/after-sales/back/inspection', '/store/after-sales/asked/decision', '/store/orders/order-2/invoice/issue',
  ]);
  expect(made('POST', /inspection$/).map(({ body }) => body)).toMatchObject([{ accept: true, sellable: [] }, { accept: true, sellable: [{ position: 2, units: 1 }] }]);
  [cases, invoices] = [[], []];
});
