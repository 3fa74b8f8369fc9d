import { testApp } from '@qingniao/access/testing';
import { createAppender, type Appender } from '@qingniao/activity';
import { followClock } from '@qingniao/kernel';
import { peopleProjection, resourceFollows } from '@qingniao/people';
import { createProjectionRunner, type BrandDatabase, type ProjectionRunner, type Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import type { WechatClient } from '@qingniao/wechat';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventLog } from '@qingniao/activity';
import { createSecrets } from '@qingniao/kernel';
import { channelSources, createChannel, createLink, leagueTable, linkRoutes, recruitmentProjection, recruitmentRoutes, sourceSeries, sourceTable, changeMapping } from './index.ts';

const ASSET = 'asset-1';
let stores: Stores;
let close: () => Promise<void>;
let brand: BrandDatabase;
let appender: Appender;
let runner: ProjectionRunner;
let seconds = 0;

/** WeChat's two calls this room makes; the sandbox plays them in tests/. */
const made: { scene: number | string; expireSeconds?: number }[] = [];
const client = {
  qrcode: { create: async (code: (typeof made)[number]) => (made.push(code), { ticket: `ticket-${made.length}`, url: `http://weixin.qq.com/q/${made.length}`, expire_seconds: code.expireSeconds }) },
  oauth: {
    authorizeUrl: ({ redirectUri, state }: { redirectUri: string; state: string }) => `https://open.weixin.qq.com/a?redirect_uri=${encodeURIComponent(redirectUri)}&state=${state}`,
    exchange: async (code: string) => (code === 'snapshot' ? { openid: 'nobody', is_snapshotuser: 1 } : { openid: `o-${code}` }),
  },
} as unknown as WechatClient;
const clientOf = async () => client;

beforeAll(async () => {
  followClock(() => Date.parse('2026-03-01T00:00:00Z') + seconds * 1000);
  ({ stores, close } = await testStores());
  brand = stores.database.forBrand(1);
  appender = await createAppender({ database: stores.database, log: silentLog });
  const secrets = createSecrets(Buffer.alloc(32, 7));
  runner = createProjectionRunner({
    database: stores.database, source: eventLog, log: silentLog,
    projections: [peopleProjection({ sources: channelSources, secrets, erasers: [], exporters: [] }), recruitmentProjection],
  });
});

afterAll(async () => {
  await runner.stop();
  await appender.close();
  await close();
});

const person = (name: string) => ({ kind: 'openid' as const, assetId: ASSET, value: `o-${name}` });
let events = 0;
const happened = (type: 'follow' | 'unfollow' | 'qr.scanned', name: string, at: string, props: Record<string, string> = {}) =>
  appender.append(1, [{ type, at: new Date(at), assetId: ASSET, who: person(name), dedupKey: `e${events++}`, props }]);

describe('sources', () => {
  it('tells the two churns apart and counts the unknown openly', async () => {
    const channel = await createChannel(brand, { clientOf, timers: stores.timers }, { assetId: ASSET, kind: 'store', name: '国贸店', code: 'permanent', tags: ['vip'] });
    expect(made.at(-1)).toEqual({ scene: channel.scene });
    // Shanghai's March starts at 16:00 UTC of the last of February.
    await happened('follow', 'before', '2026-02-28T15:59:59Z', { scene: channel.scene! });
    await happened('follow', 'a', '2026-02-28T16:00:00Z', { scene: channel.scene! });
    await happened('follow', 'b', '2026-03-10T00:00:00Z', { scene: channel.scene! });
    await happened('follow', 'c', '2026-03-11T00:00:00Z');
    await happened('unfollow', 'before', '2026-03-12T00:00:00Z');
    await happened('unfollow', 'b', '2026-03-31T15:59:59Z');
    await happened('unfollow', 'a', '2026-03-31T16:00:00Z');
    await happened('qr.scanned', 'c', '2026-03-20T00:00:00Z', { scene: channel.scene! });
    await runner.drain();
    await runner.drain(); // the tags that the first round put on the log

    const march = { from: '2026-03-01', to: '2026-03-31' };
    const rows = Object.fromEntries((await sourceTable(brand, march)).map((row) => [row.group, row]));
    expect(rows['qr']).toMatchObject({ follows: 2, gone: 1, cohortChurn: 0.5, unfollows: 2, averageFollowers: 1, periodChurn: 2 });
    expect(rows['qr']!.share).toBeCloseTo(2 / 3);
    expect(rows['unknown']).toMatchObject({ follows: 1, gone: 0 });
    expect(await sourceSeries(brand, march, 'month')).toContainEqual({ bucket: '2026-03', group: 'qr', follows: 2, unfollows: 2 });

    expect(await leagueTable(brand, march, null, 10)).toMatchObject([{ channelId: channel.id, follows: 2, kept: 1, scans: 1, costPerFollow: null }]);
    const tagged = await brand.query("select count(*) as people from contact where brand_id = 1 and tags @> array['vip']");
    expect(tagged).toEqual([{ people: 4 }]);
  });

  it('reads old follows anew when the mapping changes, and scans twice replayed tag once', async () => {
    await brand.tx(async (tx) => {
      await changeMapping(tx, 1, { ADD_SCENE_QR_CODE: 'word_of_mouth' }, 'test');
      expect(await resourceFollows(tx, 1, channelSources)).toBe(3);
    });
    const before = await brand.query("select count(*) as n from event where brand_id = 1 and type = 'tag.added'");
    await runner.rebuild();
    await runner.drain();
    expect(await brand.query("select count(*) as n from event where brand_id = 1 and type = 'tag.added'")).toEqual(before);
    const rows = await sourceTable(brand, { from: '2026-03-01', to: '2026-03-31' });
    expect(rows.find((row) => row.group === 'word_of_mouth')).toMatchObject({ follows: 2, gone: 1 });
  });

  it('refuses a permanent code at the limit and a group that does not exist', async () => {
    await brand.query(
      `insert into channel (brand_id, id, asset_id, kind, name, note, scene, permanent, tags, created_at)
       select 1, 'bulk-' || n, 'asset-full', 'store', 'n', '', 'bulk-' || n, true, '{}', now() from generate_series(1, 99999) n`,
    );
    const deps = { clientOf, timers: stores.timers };
    const input = { assetId: 'asset-full', kind: 'store', name: '第十万家', code: 'permanent' } as const;
    await createChannel(brand, deps, input);
    await expect(createChannel(brand, deps, input)).rejects.toMatchObject({ code: 'permanent_codes_used_up' });
    await expect(brand.tx((tx) => changeMapping(tx, 1, { ADD_SCENE_PAID: 'nowhere' as never }, 'x'))).rejects.toMatchObject({ code: 'unknown_group' });
  });
});

describe('tracked links', () => {
  const wechat = { 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50' };

  it('identify inside WeChat, stay anonymous outside, ignore robots, and always reach the target', async () => {
    const link = await createLink(brand, { assetId: ASSET, title: '新品', target: 'https://shop.example/new', placement: 'read_more' });
    const { app, close: stop } = await testApp(stores.database, (app) =>
      app.register(linkRoutes, { database: stores.database, appender, clientOf, baseUrl: () => 'https://crm.example', log: silentLog }));
    const open = (url: string, headers = {}) => app.inject({ url, headers });

    const inside = await open(`/l/${link.code}`, wechat);
    const authorise = new URL(inside.headers.location!);
    const back = `/l/${link.code}/back?code=anna&state=${authorise.searchParams.get('state')}`;
    expect(authorise.searchParams.get('redirect_uri')).toBe(`https://crm.example/l/${link.code}/back`);
    expect((await open(back)).headers.location).toBe(link.target);
    // The same address again counts nothing, nor does a state nobody gave out.
    expect((await open(back)).headers.location).toBe(link.target);
    expect((await open(`/l/${link.code}/back?code=eve&state=made-up`)).headers.location).toBe(link.target);

    const snapshot = new URL((await open(`/l/${link.code}`, wechat)).headers.location!).searchParams.get('state');
    await open(`/l/${link.code}/back?code=snapshot&state=${snapshot}`);
    await open(`/l/${link.code}`, { 'user-agent': 'Mozilla/5.0 (Macintosh) Safari' });
    await open(`/l/${link.code}`, { 'user-agent': 'Googlebot/2.1' });
    expect((await open('/l/unknown')).statusCode).toBe(404);
    await runner.drain();

    const routes = await testApp(stores.database, (app) =>
      app.register(recruitmentRoutes, { prefix: '/api/brands/:brandId', clientOf, timers: stores.timers, baseUrl: () => 'https://crm.example' }));
    const { body } = await routes.call('viewer', 'GET', '/api/brands/1/links');
    expect(body.items).toMatchObject([{ people: 1, identified: 1, anonymous: 2 }]);
    await stop();
    await routes.close();
  });

  it.each(['javascript:alert(1)', '/relative', 'https://user:secret@shop.example/', 'ftp://shop.example'])('refuse the target %s', async (target) => {
    await expect(createLink(brand, { assetId: ASSET, title: 'x', target, placement: 'menu' })).rejects.toMatchObject({ code: 'bad_target' });
  });
});

