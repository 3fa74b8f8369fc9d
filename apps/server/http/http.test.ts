import { createBrand, createMailer, createOrganisation, createUser, giveRole, systemActor, type App } from '@qingniao/access';
import { createAppender, createCallbackTally, eventLog, type Appender } from '@qingniao/activity';
import { createSecrets } from '@qingniao/kernel';
import { createProjectionRunner, LOG_CHANNEL, type OpenedStores, type ProjectionRunner, type Stores } from '@qingniao/storage';
import { plainSignature, platformUrls, type WechatClient } from '@qingniao/wechat';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fastJsonStringify from 'fast-json-stringify';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog, testStores } from '../../../packages/storage/testing.ts';
import { subjectNames } from '../names.ts';
import { createLiveHub } from '../live-hub.ts';
import { openRooms, projectionsOf } from '../rooms.ts';
import { shopSignIn } from '../shop-sign-in.ts';
import { createStopOrder } from '../stop-order.ts';
import { buildHttp } from './build.ts';

const stopping = createStopOrder(silentLog);
const secrets = createSecrets(randomBytes(32));
let app: App;
let stores: Stores;
let appender: Appender;
let projections: ProjectionRunner;
let brandA: number;
let brandB: number;
let headers: { cookie: string; 'x-qingniao-csrf': string };
let base: string;

const folder = mkdtempSync(join(tmpdir(), 'console-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>console</title><meta name="shop" content="">');
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'export {}');
  const { stores: opened, close } = await testStores({ warehouse: true });
  stores = opened;
  stopping.add('stores', close);
  const { database } = stores;
  const log = silentLog;
  const baseUrl = () => 'http://crm.example';
  const mailer = createMailer(null, '');
  appender = await createAppender({ database, log });
  stopping.add('log', () => appender.close());
  const rooms = await openRooms({ stores, appender, secrets, log, mailer, wechat: platformUrls, payUrl: 'http://127.0.0.1:9', relayHosts: new Set(), chromium: null, baseUrl });
  stopping.add('rooms', () => rooms.close());
  projections = createProjectionRunner({ database, source: eventLog, projections: projectionsOf(secrets, stores.timers), log });
  stopping.add('projections', () => projections.stop());
  const hub = await createLiveHub({ database, projections, channel: LOG_CHANNEL, log });
  const tally = createCallbackTally({ database, log });
  stopping.add('tally', () => tally.close());
  app = await buildHttp({
    log, trustProxy: 'loopback', secure: false, requestsPerMinute: 600, consoleFolder: folder, hub,
    access: { database, secrets, mailer, baseUrl, subjectNames },
    callback: { assets: rooms.callbackAssets, tally, appender, log },
    status: { stores: stores as OpenedStores, projections, followsSandbox: false },
    rooms: rooms.deps, shop: { folder, database, oauthOf: async (_, id) => (id === 'asks' ? ({} as WechatClient['oauth']) : null), authorize: '', frames: [] },
  });
  stopping.add('http', () => app.close());
  stopping.add('live', () => hub.close());
  base = await app.listen({ port: 0, host: '127.0.0.1' });

  const password = 'a long enough secret';
  const actor = systemActor('test');
  await database.system.tx(async (tx) => {
    brandA = (await createBrand(tx, actor, await createOrganisation(tx, actor, 'A'), { name: 'A' })).id;
    brandB = (await createBrand(tx, actor, await createOrganisation(tx, actor, 'B'), { name: 'B' })).id;
    const userId = await createUser(tx, { email: 'owner@example.com', name: 'O', password, language: 'en' });
    await giveRole(tx, actor, { kind: 'brand', brandId: brandA }, userId, 'owner');
  });
  const signedIn = await app.inject({ method: 'POST', url: '/api/session', payload: { email: 'owner@example.com', password } });
  const cookie = `${signedIn.cookies[0]!.name}=${signedIn.cookies[0]!.value}`;
  headers = { cookie, 'x-qingniao-csrf': (await app.inject({ url: '/api/session', headers: { cookie } })).json().csrf };
});
afterAll(async () => {
  await stopping.run();
  rmSync(folder, { recursive: true });
});

interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  open: boolean;
  operationId: string | undefined;
}

interface Listing {
  operationId: string;
  parameters?: { name: string }[];
  responses: Record<string, { content?: Record<string, { schema: { properties?: Record<string, unknown> } }> }>;
}

function operations(): Operation[] {
  const { paths } = app.swagger() as { paths: Record<string, Record<string, { security?: unknown[]; operationId?: string }>> };
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { security, operationId }]) => ({
    method: method.toUpperCase() as Operation['method'], path, open: security?.length === 0, operationId,
  })));
}
const addressOf = (path: string, brandId: number) => path.replace('{brandId}', String(brandId)).replace(/\{\w+\}/g, '1');

it('documents every route as OpenAPI 3.1, each with a name of its own', async () => {
  const document = (await app.inject('/api/openapi.json')).json();
  expect(document.openapi).toBe('3.1.0');
  const ids = operations().map(({ operationId }) => operationId).filter((id) => id !== undefined);
  expect(new Set(ids).size).toBe(ids.length);
  expect(operations().length).toBeGreaterThan(60);
  const answers = Object.values(document.paths as object).flatMap((path) => Object.values(path as object)) as { responses: Record<string, unknown> }[];
  for (const { responses } of answers) expect(responses).toMatchObject({ '4XX': { $ref: '#/components/responses/Refused' }, '5XX': { $ref: '#/components/responses/Failed' } });
  expect(document.components.responses.Refused.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/Error' });
  expect(document.components.schemas.Error.properties.error.required).toContain('requestId');
  expect((await app.inject('/api/docs/')).body).toContain('swagger');
});

/**
 * Lists that end: what people set up by hand, what one person or thing has of something, one row a day of a period asked for,
 * and the tops of rankings. Everything else grows with followers, orders or time and is read by cursor.
 */
const LISTS_THAT_END = [
  'articleApprovals', 'articleComments', 'articleDrafts', 'articleTopics', 'checkStock', 'contactSegments', 'contentPartners', 'contentPool',
  'experimentLibrary', 'fillSlots', 'insightPanelAccounts', 'leagueTable', 'linterRules', 'listAccounts', 'listAnnotations', 'listApiKeys',
  'listArticleVersions', 'listAutoReplies', 'listBenchmarks', 'listBrands', 'listCarriers', 'listCategories', 'listConsentTexts', 'listConsents',
  'listCouponTemplates', 'listEventTypes', 'listGlobalHoldouts', 'listListings', 'listMembers', 'listMenuTemplates', 'listMerchants',
  'listMiniPrograms', 'listOrganisationBrands', 'listOrganisationMembers', 'listPlanPresets', 'listPlans', 'listPools', 'listPriceBands',
  'listSegmentTags', 'listSellOuts', 'listSessions', 'listStoreReports', 'listStorefronts', 'listSyncs', 'listTags', 'readCumulative',
  'readDatacubeCoverage', 'readGrowth', 'segmentHistory', 'segmentOverlaps', 'shopAfterSaleOptions', 'shopBestSellers', 'shopCart',
  'shopCouponOffers', 'shopCoupons', 'shopPeers', 'shopStorefront', 'shopStorefronts', 'sourceSeries', 'sourceTable', 'unknownEvents',
];

it('has no schema that would fail at its first use', () => {
  type Content = Record<string, { schema: object }>;
  interface Described {
    parameters?: { schema: object }[];
    requestBody?: { content: Content };
    responses: Record<string, { content?: Content }>;
  }
  const { paths } = app.swagger() as unknown as { paths: Record<string, Record<string, Described>> };
  const all = Object.values(paths).flatMap((methods) => Object.values(methods));
  const schemas = (content: Content = {}) => Object.values(content).map(({ schema }) => schema).filter((schema) => !('$ref' in schema));
  const asked = all.flatMap(({ parameters = [], requestBody }) => [...parameters.map(({ schema }) => schema), ...schemas(requestBody?.content)]);
  const answered = all.flatMap(({ responses }) => Object.values(responses).flatMap(({ content }) => schemas(content)));
  expect([asked.length > 500, answered.length > 200]).toEqual([true, true]);
  const ajv = addFormats.default(new Ajv({ strict: false }));
  for (const schema of asked) ajv.compile(schema);
  for (const schema of answered) fastJsonStringify(schema);
});

it('pages every list that grows', async () => {
  const { paths } = app.swagger() as { paths: Record<string, { get?: Listing }> };
  const whole = Object.values(paths).flatMap(({ get }) => {
    const items = get?.responses['200']?.content?.['application/json']?.schema.properties?.['items'];
    return items && !get.parameters?.some(({ name }) => name === 'cursor') ? [get.operationId] : [];
  });
  expect(whole.sort()).toEqual(LISTS_THAT_END);
});

it('answers 401 on every route that is not public, before it looks at anything', async () => {
  for (const { method, path, open } of operations()) {
    const { statusCode } = await app.inject({ method, url: addressOf(path, brandA), ...(method === 'GET' ? {} : { payload: {} }) });
    if (!open) expect([method, path, statusCode]).toEqual([method, path, 401]);
  }
});

it('shows nothing and changes nothing of another brand, whatever the route', async () => {
  const ofBrands = operations().filter(({ path }) => path.includes('{brandId}'));
  expect(ofBrands.length).toBeGreaterThan(40);
  for (const { method, path } of ofBrands) {
    const answer = await app.inject({ method, url: addressOf(path, brandB), headers, ...(method === 'GET' ? {} : { payload: {} }), remoteAddress: '10.1.0.1' });
    expect([method, path, answer.statusCode, answer.json().error.code]).toEqual([method, path, 404, 'not_found']);
  }
});

it('says in the caller’s language, beside the field, what is wrong', async () => {
  const bad = (language: string) => app.inject({
    method: 'POST', url: '/api/session', payload: { email: 'nobody', password: 'x' }, headers: { 'accept-language': language },
  });
  const zh = (await bad('zh-CN,zh;q=0.9')).json().error;
  const en = (await bad('en-GB')).json().error;
  expect(zh).toMatchObject({ code: 'invalid', field: 'email', message: '请填写有效的邮箱地址。' });
  expect(en).toMatchObject({ code: 'invalid', field: 'email', message: 'Give a valid e-mail address.' });
  expect(zh.requestId).toMatch(/^[0-9a-f-]{36}$/);
  const malformed = await app.inject({ method: 'POST', url: '/api/session', payload: '{', headers: { 'content-type': 'application/json' } });
  expect([malformed.statusCode, malformed.json().error.code]).toEqual([400, 'invalid_json']);
  const huge = await app.inject({ method: 'POST', url: '/api/session', payload: { email: 'a@b.cn', password: 'x'.repeat(2 << 20) } });
  expect([huge.statusCode, huge.json().error.code]).toEqual([413, 'too_large']);
});

it('takes texts, days and cursors that PostgreSQL cannot hold for mistakes of who sent them', async () => {
  const cursor = (...values: unknown[]) => `cursor=${Buffer.from(JSON.stringify([brandA, ...values])).toString('base64url')}`;
  const asked = ['contacts?q=%00', 'channels/%00', 'events/unknown?%00', 'recruitment/costs?from=0000-01-01&to=2026-01-01', `contacts?${cursor({ at: '-271821-04-20T00:00:00.000Z' }, 1)}`, `channels?${cursor('\0')}`, `audit?${cursor(1e300)}`];
  const answers = await Promise.all(asked.map((path) => app.inject({ url: `/api/brands/${brandA}/${path}`, headers, remoteAddress: '10.2.0.1' })));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 200, 422, 422, 422, 422]);
  const renamed = await app.inject({ method: 'PATCH', url: `/api/brands/${brandA}`, headers, payload: { name: 'a\0b' } });
  expect([renamed.statusCode, renamed.json().error.code]).toEqual([422, 'invalid']);
});

it('takes numbers no row can have for mistakes of who sent them, too', async () => {
  const send = async (method: 'GET' | 'POST', url: string, payload?: object) => (await app.inject({ method, url, headers, remoteAddress: '10.3.0.1', ...(payload ? { payload } : {}) })).statusCode;
  const of = `/api/brands/${brandA}`;
  const before = `from=2026-01-01&to=2026-01-31&part=numerator&cursor=${Buffer.from(JSON.stringify([brandA, -1])).toString('base64url')}`;
  expect(await send('POST', `${of}/api-keys`, { name: 'K', permissions: ['brand:read'], otherBrandIds: [3_000_000_000], expiresAt: null })).toBe(422);
  expect(await send('POST', `${of}/store/coupon-templates/none/coupons`, { contactId: 1e300 })).toBe(422);
  expect(await send('POST', `${of}/pushes/none/preview`, { variant: 1, to: { contactId: 1e300 } })).toBe(422);
  expect(await send('GET', `${of}/store/orders?contactId=1e300`)).toBe(422);
  expect(await send('GET', `${of}/insights/figures/churn_in_period/behind?${before}`)).toBe(422);
  expect(await send('GET', `${of}/store/reports/funnel/behind?key=h5&figure=entered&${before}`)).toBe(422);
  expect([await send('GET', '/shop/0/'), await send('GET', '/shop/0/home')]).toEqual([404, 404]);
  // Whatever no schema knows the bounds of.
  expect(await send('GET', `${of}/articles/none/diff?from=1e300&to=1`)).toBe(422);
});

it('asks visitors of the shop who they are through an account that may ask, and of no other', async () => {
  const add = (id: string, state: string) => stores.database.forBrand(brandA).query(
    `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
     values ($1, $2, 'service', $2, 'wx' || $2, '', '', '', 'safe', 'current', $3, now(), now(), '{}')`, [brandA, id, state]);
  const asked = async (account = '') => /assetId&quot;:&quot;(\w+)/.exec((await app.inject(`/shop/${brandA}/pages/home${account}`)).body)?.[1] ?? null;
  await add('refused', 'connected');
  expect(await asked()).toBeNull();
  await add('asks', 'disconnected');
  expect(await asked()).toBeNull();
  await stores.database.forBrand(brandA).query(`update asset set state = 'connected' where brand_id = $1 and id = 'asks'`, [brandA]);
  expect([await asked(), await asked('?account=asks'), await asked('?account=refused')]).toEqual(['asks', 'asks', null]);
  await expect(shopSignIn(async () => null)(brandA, 'refused', 'code')).rejects.toMatchObject({ code: 'no_web_authorisation', status: 409 });
});

it('keeps unknown API addresses JSON and lets deep links of the console reach the page', async () => {
  const html = { accept: 'text/html' };
  const page = await app.inject({ url: '/contacts/12', headers: html });
  expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
  expect(page.body).toContain('<title>console');
  expect((await app.inject('/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable');
  for (const url of ['/api/nothing', '/assets/old-9z.js', '/api']) {
    const answer = await app.inject({ url, headers: html });
    expect([url, answer.statusCode, answer.json().error.code]).toEqual([url, 404, 'not_found']);
  }
});

it('has no proof where there is no sandbox', async () => {
  for (const method of ['GET', 'POST'] as const) {
    expect((await app.inject({ method, url: `/api/brands/${brandA}/insights/proof`, headers })).statusCode).toBe(404);
  }
});

it('sends headers that keep the page to itself', async () => {
  const { headers: sent } = await app.inject('/');
  expect(sent['content-security-policy']).toContain("default-src 'self'");
  expect(sent['content-security-policy']).not.toContain("script-src 'unsafe");
  expect(sent).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  expect(sent['x-request-id']).toBeDefined();
});

it('limits one caller’s requests and leaves WeChat’s callbacks alone', async () => {
  // A new key with every request buys nothing.
  let sent = 0;
  const ask = (url: string) => app.inject({ url, remoteAddress: '10.9.9.9', headers: { authorization: `Bearer qn_${sent}` } });
  for (; sent < 600; sent += 1) expect((await ask('/api/setup')).statusCode).toBe(200);
  const refused = await ask('/api/setup');
  expect(refused.statusCode).toBe(429);
  expect(refused.json().error).toMatchObject({ code: 'rate_limited', data: { retryAfter: expect.any(Number) } });
  expect((await ask('/wechat/unknown')).statusCode).toBe(404);
  // Shoppers are counted one by one: a town's phones may share an address.
  expect((await ask('/api/shop/1/coupons')).statusCode).toBe(401);
  // Nor are they shut out before they are known.
  expect((await ask('/api/shop/1/pictures/none')).statusCode).toBe(404);
});

it('tells open pages what happened in their brand, after it is projected, and nothing of others', async () => {
  const stream = await fetch(`${base}/api/brands/${brandA}/live`, { headers });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const follow = (brandId: number, name: string) => appender.append(brandId, [{
    type: 'follow', at: new Date(), assetId: 'asset', who: { kind: 'openid', assetId: 'asset', value: name }, dedupKey: crypto.randomUUID(), props: {},
  }]);
  await follow(brandB, 'of-b');
  await follow(brandA, 'of-a');
  const { value } = await reader.read();
  expect(value).toContain('event: log');
  expect(JSON.parse(/data: (.*)/.exec(value!)![1]!)).toMatchObject({ types: ['follow'] });
  const contacts = await app.inject({ url: `/api/brands/${brandA}/contacts`, headers });
  expect(contacts.json().items).toHaveLength(1);
  await reader.cancel();
});

it('answers WeChat for a mini program another process has just connected', async () => {
  const sealed = (plain: string) => secrets.seal(plain, 'mini program push:young');
  // The word of it is still on its way.
  await stores.database.forBrand(brandA).query(
    `insert into mini_program (brand_id, id, name, appid, secret, token, aes_key, created_at, changed_at) values ($1, 'young', '店铺', 'wxyoung', '', $2, $3, now(), now())`, [brandA, sealed('youngToken'), sealed('k'.repeat(43))],
  );
  const query = (token: string) => `signature=${plainSignature(token, '1', '2')}&timestamp=1&nonce=2&echostr=5925`;
  expect((await app.inject(`/wechat/young?${query('otherToken')}`)).statusCode).toBe(403);
  expect((await app.inject(`/wechat/young?${query('youngToken')}`)).body).toBe('5925');
});
