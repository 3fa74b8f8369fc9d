import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@qingniao/access';
import { type Accounts, type Asset, connectAsset, createAccounts, articleFigures, cumulativeSeries, growthSeries, lastDiagnosis, missingDataDays, publishMenu, readMenu, runDoctor, saveMenu } from '@qingniao/accounts';
import { type Appender, type CallbackTally, callbackRoutes, createAppender, createCallbackTally, eventLog } from '@qingniao/activity';
import { addDays, createSecrets, daysBetween, followClock, localDay } from '@qingniao/kernel';
import { peopleProjection, platformSources } from '@qingniao/people';
import { type BrandDatabase, type ProjectionRunner, type Stores, createProjectionRunner } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { closeWechatConnections } from '@qingniao/wechat';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../apps/sandbox/index.ts';

// The accounts room against the sandbox: what connecting a live account must do (issue 2, job step 4).

const START = Date.parse('2026-03-02T09:00:00+08:00');
const HOUR = 3_600_000;
const FOLLOWERS = 250;
const account = { appid: 'wx00000000000000aa', secret: 'secret-of-the-sandbox', token: 'tokenOfTheSandbox', aesKey: 'k'.repeat(43), mode: 'safe', kind: 'service' } as const;

let data: string;
let sandbox: Sandbox;
let stores: Stores;
let closeStores: () => Promise<void>;
let accounts: Accounts;
let appender: Appender;
let tally: CallbackTally;
let projections: ProjectionRunner;
let app: ReturnType<typeof createApp>;
let brand: BrandDatabase;
let asset: Asset;
let restoreClock: () => void;
let publicUrl = '';

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'qingniao-sandbox-'));
  sandbox = await startSandbox({ data, log: silentLog, history: { start: START, until: START + 100 * 24 * HOUR }, accounts: [account] });
  restoreClock = followClock(() => sandbox.world.now());
  ({ stores, close: closeStores } = await testStores());
  brand = stores.database.forBrand(1);
  const secrets = createSecrets(Buffer.alloc(32, 3));
  accounts = await createAccounts({ stores, secrets, log: silentLog, baseUrls: { api: sandbox.url, mp: sandbox.url, open: sandbox.url }, publicUrl: () => publicUrl, pushOf: async () => null });
  appender = await createAppender({ database: stores.database, log: silentLog });
  tally = createCallbackTally({ database: stores.database, log: silentLog });
  projections = createProjectionRunner({
    database: stores.database, source: eventLog, log: silentLog,
    projections: [peopleProjection({ sources: platformSources, secrets, erasers: [], exporters: [] }), ...accounts.projections],
  });
  app = createApp();
  await app.register(callbackRoutes, { assets: accounts.assets, decideReply: accounts.decideReply, relayOf: accounts.relayOf, appender, tally, log: silentLog });
  publicUrl = await app.listen({ port: 0, host: '127.0.0.1' });
  seed();
  asset = await connectAsset(brand, accounts.assetDeps, { ...account, name: '青鸟' });
  await accounts.reload();
});

afterAll(async () => {
  await app.close();
  await projections.stop();
  await accounts.close();
  await appender.close();
  await tally.close();
  await closeStores();
  await sandbox.close();
  restoreClock();
  await closeWechatConnections();
  rmSync(data, { recursive: true });
});

/** A community that began 40 days before anybody connected the account. */
function seed(): void {
  const tag = sandbox.world.seedTag(account.appid, '贵宾');
  for (let index = 0; index < FOLLOWERS; index++) {
    sandbox.world.seedFollower(account.appid, {
      subscribeTime: START / 1000 - index * 3600, scene: index % 5 === 0 ? 'ADD_SCENE_QR_CODE' : 'ADD_SCENE_SEARCH', tags: index < 10 ? [tag] : [],
    });
  }
  sandbox.world.seedHistory(account.appid, Array.from({ length: 40 }, (_, index) => ({
    day: addDays('2026-01-20', index), users: [{ source: 1, new: index, cancel: 1 }, { source: 30, new: 2, cancel: 0 }], cumulate: 1000 + index,
  })));
}

/** Hour by hour, or so many at once. */
async function step(hours: number, atOnce = 1): Promise<void> {
  for (let hour = 0; hour < hours; hour += atOnce) {
    await fetch(`${sandbox.url}/sandbox/clock/step`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ hours: atOnce }) });
    await settle();
  }
}
async function settle(): Promise<void> {
  await projections.drain();
  await accounts.idle();
  await stores.timers.runDue();
  await stores.jobs.idle();
  await projections.drain();
}
const patch = async (settings: object) => {
  const answer = await fetch(`${sandbox.url}/sandbox/accounts/${account.appid}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(settings) });
  expect(answer.status).toBe(200);
};
const number = async (sql: string): Promise<number> => Number((await brand.query<{ n: number }>(sql))[0]!.n);

it('reads every follower with source and tags, once, however often it runs', async () => {
  await accounts.syncs.start(brand, asset.id, 'sync-tags');
  await accounts.syncs.start(brand, asset.id, 'sync-followers');
  await settle();
  const jobs = await stores.jobs.list(1);
  expect(jobs.map(({ kind, state, done, total }) => [kind, state, done, total])).toEqual(
    expect.arrayContaining([['sync-followers', 'done', FOLLOWERS, FOLLOWERS], ['sync-tags', 'done', 1, 1]]),
  );
  expect(await number('select count(*) as n from follower where brand_id = 1 and subscribed')).toBe(FOLLOWERS);
  expect(await number(`select count(*) as n from follower where brand_id = 1 and source_group = 'qr'`)).toBe(FOLLOWERS / 5);
  expect(await number('select count(*) as n from follower where brand_id = 1 and wechat_tags <> array[]::int[]')).toBe(10);

  const events = await number('select count(*) as n from event where brand_id = 1');
  await accounts.syncs.start(brand, asset.id, 'sync-followers');
  await settle();
  expect(await number('select count(*) as n from event where brand_id = 1')).toBe(events);
});

it('learns from a later synchronisation who left while nobody listened', async () => {
  const gone = sandbox.world.people(account.appid)[7]!;
  sandbox.world.act({ kind: 'unfollow', at: sandbox.world.now(), appid: account.appid, openid: gone.openid });
  await step(1);
  await accounts.syncs.start(brand, asset.id, 'sync-followers');
  await settle();
  expect(await number('select count(*) as n from follower where brand_id = 1 and subscribed')).toBe(FOLLOWERS - 1);
});

it('fetches the growth of the past by source, back to where the platform has nothing', async () => {
  await accounts.syncs.start(brand, asset.id, 'backfill-datacube');
  await settle();
  expect(await growthSeries(brand, 1, asset.id, '2026-02-10', '2026-02-11')).toEqual([
    { day: '2026-02-10', source: 1, followed: 21, unfollowed: 1 }, { day: '2026-02-10', source: 30, followed: 2, unfollowed: 0 },
    { day: '2026-02-11', source: 1, followed: 22, unfollowed: 1 }, { day: '2026-02-11', source: 30, followed: 2, unfollowed: 0 },
  ]);
  expect(await cumulativeSeries(brand, 1, asset.id, '2026-01-20', '2026-01-21')).toEqual([{ day: '2026-01-20', followers: 1000 }, { day: '2026-01-21', followers: 1001 }]);
  expect(await number(`select count(*) as n from datacube_day where brand_id = 1 and call = 'getusersummary' and day < '2025-07-01'`)).toBe(0);
  const [job] = (await stores.jobs.list(1)).filter(({ kind }) => kind === 'backfill-datacube');
  expect([job!.state, job!.done]).toEqual(['done', job!.total]);
});

it('goes through the doctor: everything it needs is there, and what is taken away is named', async () => {
  await patch({ callbackUrl: `${publicUrl}/wechat/${asset.id}` });
  const states = async () => {
    const { checks } = await runDoctor(brand, await accounts.accountOf(1, asset.id), `${publicUrl}/wechat/${asset.id}`);
    return Object.fromEntries(checks.map(({ id, state }) => [id, state]));
  };
  const healthy = await states();
  expect(Object.entries(healthy).filter(([, state]) => state !== 'ok')).toEqual([['callback_traffic', 'warning'], ['oauth_domain', 'manual']]);
  const namedAs = {
    users: 'users', tags: 'tags', menu: 'menu', qrcode: 'qrcode', material: 'materials', draft: 'drafts', massAll: 'mass', massList: 'mass_list',
    customService: 'custom_send', template: 'templates', datacube: 'datacube', oauth: 'oauth', jsapi: 'jsapi', comment: 'comments',
  };
  for (const [right, id] of Object.entries(namedAs)) {
    await patch({ rights: { [right]: false } });
    expect(await states()).toEqual({ ...healthy, [id]: right === 'comment' ? 'warning' : 'failed' });
  }
  await patch({ rights: {}, callbackUrl: null });
  expect((await states())['callback_address']).toBe('failed');
});

it('publishes a menu that WeChat shows as meant', async () => {
  const columns = [
    { name: '品牌', type: null, category: null, items: [{ name: '官网', type: 'view' as const, category: 'brand' as const, url: 'https://brand.example/' }] },
    { name: '客服', type: 'click' as const, category: 'crm' as const, key: 'SERVICE', items: [] },
  ];
  await brand.tx((tx) => saveMenu(tx, 1, asset.id, columns));
  expect((await publishMenu(brand, await accounts.accountOf(1, asset.id))).differences).toEqual([]);
  expect((await readMenu(brand, 1, asset.id)).changed).toBe(false);
});

it('knows the source of a new follower within the hour, even when they leave again', async () => {
  await patch({ callbackUrl: `${publicUrl}/wechat/${asset.id}` });
  const [stays, leaves] = [sandbox.world.newPerson(account.appid), sandbox.world.newPerson(account.appid)];
  const at = sandbox.world.now() + 60_000;
  for (const { openid } of [stays, leaves]) sandbox.world.act({ kind: 'follow', at, appid: account.appid, openid, scene: 'ADD_SCENE_PROFILE_CARD' });
  await step(1);
  sandbox.world.act({ kind: 'unfollow', at: sandbox.world.now(), appid: account.appid, openid: leaves.openid });
  await step(1);
  const rows = await brand.query(
    `select subscribed, subscribe_scene from follower f join identity i on i.brand_id = f.brand_id and i.id = f.identity_id
      where f.brand_id = 1 and i.value = any ($1) order by subscribed`,
    [[stays.openid, leaves.openid]],
  );
  expect(rows).toEqual([{ subscribed: false, subscribe_scene: 'ADD_SCENE_PROFILE_CARD' }, { subscribed: true, subscribe_scene: 'ADD_SCENE_PROFILE_CARD' }]);
  expect(await number('select count(*) as n from follower_pending where brand_id = 1')).toBe(0);
});

it('fetches yesterday each morning, and late figures again; a right lost since the last look is named', async () => {
  await patch({ rights: { template: false } });
  expect(await growthSeries(brand, 1, asset.id, '2026-03-02', '2026-03-02')).toEqual([]);
  await step(24);
  expect(await growthSeries(brand, 1, asset.id, '2026-03-02', '2026-03-02')).toEqual([
    { day: '2026-03-02', source: 1, followed: 0, unfollowed: 1 }, { day: '2026-03-02', source: 17, followed: 2, unfollowed: 1 },
  ]);
  const diagnosis = await lastDiagnosis(brand, 1, asset.id);
  expect(diagnosis!.checks.filter(({ state }) => state === 'failed').map(({ id }) => id)).toEqual(['templates']);
  await patch({ rights: {} });
  const [timer] = await brand.query<{ due: Date }>(`select due_at as due from timer where brand_id = 1 and name = 'accounts.datacube'`);
  expect(timer!.due.getTime()).toBeGreaterThan(sandbox.world.now());
  expect(await number('select count(*) as n from datacube_day where brand_id = 1 and is_delay')).toBe(0);
});

it('asks again for article figures that are late, and reads figures and comments of an article for 30 days', async () => {
  const { client } = await accounts.accountOf(1, asset.id);
  const [reader, lateReader, writer] = sandbox.world.people(account.appid).slice(20, 23).map(({ openid }) => openid);
  const act = { appid: account.appid, at: 0 };
  await patch({ datacubeDelayHours: 5 });
  const cover = await client.media.addMaterial('image', { filename: 'c.jpg', contentType: 'image/jpeg', data: Buffer.from('ffd8ffe000104a46494600', 'hex') });
  const draft = await client.drafts.add([{ title: '新品', content: '<p>新品</p>', thumb_media_id: cover.media_id, need_open_comment: 1 }]);
  const { msgDataId } = await client.mass.sendAll({ is_to_all: true }, { msgtype: 'mpnews', mpnews: { media_id: draft } }, { clientMsgId: 'thirty-days' });
  await step(1);
  const published = localDay(sandbox.world.now());
  const msgid = `${msgDataId}_1`;
  const read = (openid: string) => sandbox.world.act({ ...act, kind: 'read', at: sandbox.world.now(), openid, msgid, scene: '公众号消息', fifths: 5, finished: true, minutes: 1 });
  const comment = (openid: string) => sandbox.world.act({ ...act, kind: 'comment', at: sandbox.world.now(), openid, msgid, content: '喜欢' });
  const figures = async () => (await articleFigures(brand, 1, published, published, null)).map(({ messageReaders, comments }) => [messageReaders, comments]);
  const missing = () => missingDataDays(brand, 1, 'articles', published, published, null);
  const comments = () => number(`select count(*) as n from event where brand_id = 1 and type = 'article.commented'`);
  const until = async (hour: string) => {
    while (!new Date(sandbox.world.now() + 8 * HOUR).toISOString().includes(`T${hour}:`)) await step(1);
  };
  read(reader!);
  comment(writer!);

  await until('00');
  await until('10');
  expect([await figures(), await missing(), await comments()]).toEqual([[], [{ assetId: asset.id, from: published, to: published }], 0]);
  await until('18');
  expect([await figures(), await missing(), await comments()]).toEqual([[[1, 1]], [], 1]);
  await until('10');

  const daysSince = () => daysBetween(published, localDay(sandbox.world.now()));
  while (daysSince() < 29) await step(24, 24);
  read(lateReader!);
  comment(writer!);
  await step(24, 24);
  // The thirtieth day is over; WeChat is late with it once more, and with its figures comes what was written.
  expect([daysSince(), await figures(), await comments()]).toEqual([30, [[1, 1]], 1]);
  await step(24, 24);
  expect([await figures(), await comments()]).toEqual([[[2, 2]], 2]);
  // Later ones are not looked for.
  comment(writer!);
  await step(48, 24);
  expect([await figures(), await comments()]).toEqual([[[2, 2]], 2]);
});

it('goes on when the platform ended its token early, or time leapt over the token', async () => {
  const { client } = await accounts.accountOf(1, asset.id);
  const elsewhere = () => fetch(`${sandbox.url}/cgi-bin/stable_token`, {
    method: 'POST', body: JSON.stringify({ grant_type: 'client_credential', appid: account.appid, secret: account.secret, force_refresh: true }),
  });
  const picture = { filename: 'c.jpg', contentType: 'image/jpeg', data: Buffer.from('ffd8ffe000104a46494600', 'hex') };
  const calls = [() => client.tags.list(), () => client.media.addMaterial('image', picture), () => client.users.list()];
  for (const call of calls) {
    await step(1);
    await client.tags.list();
    await elsewhere();
    // Every kind of call: read, upload, and several at a time, which renew once.
    await expect(Promise.all([call(), call()])).resolves.toHaveLength(2);
    await fetch(`${sandbox.url}/sandbox/clock/step`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ hours: 3 }) });
    await expect(call()).resolves.toBeDefined();
  }
});
