import type { Role } from '@qingniao/access';
import { rowByRow, testApp } from '@qingniao/access/testing';
import { createAppender, eventLog, type Appender } from '@qingniao/activity';
import { createSecrets, followClock } from '@qingniao/kernel';
import { peopleProjection, resourceFollows } from '@qingniao/people';
import { createProjectionRunner, type BrandDatabase, type ProjectionRunner, type Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { WechatError, type WechatClient } from '@qingniao/wechat';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelSources, changeMapping, createChannel, createLink, leagueTable, linkRoutes, recruitmentProjection, recruitmentRoutes, sourceSeries, sourceTable, startCodeRenewal } from './index.ts';
import { gapsIn } from './sources-report.ts';
import { changeChannel } from './channels.ts';
import { recordCost } from './costs.ts';
import { settleLostVisits } from './link-visits.ts';
import { datacubeGroup, readMapping } from './source-mapping.ts';

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
    exchange: async (code: string) => (code === 'silence' ? new Promise<never>(() => undefined) : code === 'snapshot' ? { openid: 'nobody', is_snapshotuser: 1 } : { openid: `o-${code}` }),
  },
} as unknown as WechatClient;
const clientOf = async () => client;
const oauthOf = async () => client.oauth;
/** Of a room above. */
const isPush = async (_db: unknown, _brandId: number, id: string) => id === 'p1';

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
const addAsset = (brandId: number, id: string) => stores.database.forBrand(brandId).query(
  `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
   values ($1, $2, 'service', 'n', 'wx-' || $2, '', '', '', 'safe', 'current', 'connected', '2020-01-01', '2020-01-01', '{}')`, [brandId, id]);
let events = 0;
const happened = (type: 'follow' | 'unfollow' | 'qr.scanned', name: string, at: string, props: Record<string, string> = {}) =>
  appender.append(1, [{ type, at: new Date(at), assetId: ASSET, who: person(name), dedupKey: `e${events++}`, props }]);

describe('sources', () => {
  it('tells the two churns apart and counts the unknown openly', async () => {
    await brand.query(`insert into tag (brand_id, id, name, created_at) select 1, id, id, now() from unnest(array['vip', 'later']) as id`);
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
    // Connected on the 11th, when `before`, a and b followed: between them and the one at the end are two.
    await addAsset(1, ASSET);
    await brand.query(`update asset set observed_since = '2026-03-10T20:00:00Z' where brand_id = 1`);
    expect((await sourceTable(brand, march)).find(({ group }) => group === 'qr')).toMatchObject({ averageFollowers: 2, periodChurn: 1 });
    await brand.query('delete from asset where brand_id = 1');
    expect(rows['unknown']).toMatchObject({ follows: 1, gone: 0 });
    expect(await sourceSeries(brand, march, 'month')).toContainEqual({ bucket: '2026-03', group: 'qr', follows: 2, unfollows: 2, net: 0, observed: true });

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

  it('gives a tag to who scans from then on, not to the past when the log is replayed, and no longer once it is deleted', async () => {
    const deps = { clientOf, timers: stores.timers };
    await expect(createChannel(brand, deps, { assetId: ASSET, kind: 'store', name: '无', code: null, tags: ['vip', 'nowhere'] })).rejects.toMatchObject({ code: 'unknown_tag' });
    const channel = await createChannel(brand, deps, { assetId: ASSET, kind: 'store', name: '静安店', code: 'permanent', tags: ['vip'] });
    const change = (tags: string[]) => brand.tx((tx) => changeChannel(tx, stores.timers, 1, channel.id, { tags }));
    const tagged = async () => {
      await runner.drain();
      const rows = await brand.query<{ who: string; tag: string }>(
        `select i.value as who, e.props ->> 'tag' as tag from event e join identity i on i.brand_id = e.brand_id and i.id = e.identity_id
          where e.brand_id = 1 and e.type = 'tag.added' and e.props ->> 'channel_id' = $1 order by e.id`, [channel.id]);
      return rows.map(({ who, tag }) => `${who} ${tag}`);
    };
    const scan = (name: string) => happened('qr.scanned', name, new Date(Date.parse('2026-03-01T00:00:00Z') + seconds * 1000).toISOString(), { scene: channel.scene! });
    await scan('early');
    seconds += 60;
    await expect(change(['vip', 'nowhere'])).rejects.toMatchObject({ code: 'unknown_tag' });
    await change(['vip', 'later']);
    await scan('late');
    const given = ['o-early vip', 'o-late vip', 'o-late later'];
    expect(await tagged()).toEqual(given);
    seconds += 60;
    expect((await change(['later', 'vip'])).after.tags).toEqual(['later', 'vip']);
    await runner.rebuild();
    expect(await tagged()).toEqual(given);

    await brand.query(`delete from tag where brand_id = 1 and id = 'later'`);
    await scan('last');
    expect(await tagged()).toEqual([...given, 'o-last vip']);
    // The deleted one goes with the next change instead of refusing it.
    expect((await change(['vip', 'later'])).after.tags).toEqual(['vip']);
    seconds = 0;
  });

  it('shares add up to 100.0 where rounding each would not (W-05)', async () => {
    const other = stores.database.forBrand(2);
    const follows = { ADD_SCENE_SEARCH: 1, ADD_SCENE_WECHAT_ADVERTISEMENT: 1, ADD_SCENE_PROFILE_CARD: 1 };
    for (const [scene, index] of Object.keys(follows).map((name, at) => [name, at] as const)) {
      await other.query(
        `insert into follow_period (brand_id, identity_id, event_id, asset_id, followed_at, observed, subscribe_scene, source_group)
         select 2, $1, $1, 'a', '2026-03-02T00:00:00Z', true, $2, $3`, [index + 1, scene, ['search', 'ads', 'word_of_mouth'][index]]);
    }
    const percents = (await sourceTable(other, { from: '2026-03-01', to: '2026-03-31' })).map((row) => row.percent!);
    expect(percents.filter((one) => one > 0).sort()).toEqual([33.3, 33.3, 33.4]);
    expect(Math.round(percents.reduce((sum, one) => sum + one, 0) * 100)).toBe(10_000);
    expect((await sourceTable(other, { from: '2027-03-01', to: '2027-03-31' })).every((row) => row.percent === null && row.share === null)).toBe(true);
  });

  it('knows the days before the account was connected from datacube, through the same mapping', async () => {
    const other = stores.database.forBrand(3);
    await other.query(
      `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
       values (3, 'old', 'service', 'n', 'wx', '', '', '', 'safe', 'current', 'connected', '2026-03-09T16:00:00Z', '2026-03-09T16:00:00Z', '{}')`);
    const day = (at: string, rows: object[]) => other.query(
      `insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at) values (3, 'old', 'getusersummary', $1, $2, false, now())`, [at, JSON.stringify(rows)]);
    await day('2026-03-09', [{ user_source: 1, new_user: 5, cancel_user: 1 }, { user_source: 57, new_user: 2, cancel_user: 0 }, { user_source: 161, new_user: 3, cancel_user: 0 }]);
    // The day of the connection and later belong to the log, or people would be counted twice.
    await day('2026-03-10', [{ user_source: 1, new_user: 7, cancel_user: 0 }]);
    expect(await sourceSeries(other, { from: '2026-03-01', to: '2026-03-31' }, 'day')).toEqual([
      { bucket: '2026-03-09', group: 'other', follows: 2, unfollows: 0, net: 2, observed: false },
      { bucket: '2026-03-09', group: 'search', follows: 5, unfollows: 1, net: 4, observed: false },
      { bucket: '2026-03-09', group: 'word_of_mouth', follows: 3, unfollows: 0, net: 3, observed: false },
    ]);
    const { scenes } = await readMapping(other, 3);
    expect([0, 1, 17, 30, 100, 149, 999].map((code) => datacubeGroup(code, scenes))).toEqual(['other', 'search', 'word_of_mouth', 'qr', 'ads', 'other', 'other']);
  });

  it('knows the days on which an account was disconnected from datacube, counts nobody twice and names the gap', async () => {
    const other = stores.database.forBrand(7);
    await other.query(
      `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
       values (7, 'cut', 'service', '断', 'wxcut', '', '', '', 'safe', 'current', 'connected', '2026-01-01', '2026-03-13T02:00:00Z', '{}')`);
    const gap = { assetId: 'cut', name: '断', from: new Date('2026-03-10T02:00:00Z'), to: new Date('2026-03-13T02:00:00Z') };
    await other.query(`insert into observation_gap values (7, 'cut', $1, $2)`, [gap.from, gap.to]);
    for (const day of ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13']) {
      await other.query(
        `insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at) values (7, 'cut', 'getusersummary', $1, $2, false, now())`,
        [day, JSON.stringify([{ user_source: 1, new_user: 2, cancel_user: 1 }])]);
    }
    const follower = (id: number, followed: string, unfollowed: string | null, observed = true) => other.query(
      `insert into follow_period (brand_id, identity_id, event_id, asset_id, followed_at, unfollowed_at, observed, source_group) values (7, $1, $1, 'cut', $2, $3, $4, 'search')`,
      [id, followed, unfollowed, observed]);
    // Seen to leave before the gap; found gone by the synchronisation after it; left and came back within it; seen to leave after it.
    await follower(900001, '2026-03-10T01:00:00Z', '2026-03-10T01:30:00Z');
    await follower(900002, '2026-02-01T00:00:00Z', '2026-03-13T02:05:00Z');
    await follower(900003, '2026-02-01T00:00:00Z', '2026-03-12T05:00:00Z');
    await follower(900004, '2026-03-12T05:00:00Z', null, false);
    await appender.append(7, [{ type: 'unfollow', at: new Date('2026-03-13T03:00:00Z'), assetId: 'cut', who: { kind: 'openid', assetId: 'cut', value: 'heard' }, dedupKey: 'heard', props: {} }]);
    const [heard] = await other.query<{ id: number }>('select identity_id as id from event where brand_id = 7');
    await follower(heard!.id, '2026-02-01T00:00:00Z', '2026-03-13T03:00:00Z');
    const moves = async (period: { from: string; to: string }) =>
      (await sourceSeries(other, period, 'day')).map(({ bucket, follows, unfollows, observed }) => [bucket, follows, unfollows, observed]);
    const fromWechat = [['2026-03-11', 2, 1, false], ['2026-03-12', 2, 1, false]];
    expect(await moves({ from: '2026-03-01', to: '2026-03-31' })).toEqual([['2026-03-10', 1, 1, true], ...fromWechat, ['2026-03-13', 0, 1, true]]);
    expect(await moves({ from: '2026-03-12', to: '2026-03-12' })).toEqual(fromWechat.slice(1));
    expect(await gapsIn(other, { from: '2026-03-13', to: '2026-03-31' })).toEqual([gap]);
    expect(await gapsIn(other, { from: '2026-03-14', to: '2026-03-31' })).toEqual([]);
  });

  it('shows money only to those who account for it or record it, and counts it to the account it was spent on', async () => {
    const other = stores.database.forBrand(4);
    const channelOf = (assetId: string) => createChannel(other, { clientOf, timers: stores.timers }, { assetId, kind: 'ads', name: assetId, code: null });
    const [own, foreign] = [await channelOf('a'), await channelOf('b')];
    const spend = (channelId: string | null, fen: number) =>
      other.tx((tx) => recordCost(tx, 4, { channelId, sourceGroup: channelId === null ? 'ads' : null, day: '2026-03-05', fen }, 'x'));
    await spend(own.id, 100);
    await spend(foreign.id, 20);
    await spend(null, 3);
    const routes = await testApp(stores.database, (app) =>
      app.register(recruitmentRoutes, { prefix: '/api/brands/:brandId', clientOf, timers: stores.timers, baseUrl: () => 'https://crm.example', isPush }));
    const get = (role: Role, path: string) => routes.call(role, 'GET', `/api/brands/4/recruitment/${path}from=2026-03-01&to=2026-03-31`);
    const ads = async (role: Role, asset = '') => {
      const { body } = await get(role, `sources?${asset}`);
      return [body.costs, body.items.find((row: { group: string }) => row.group === 'ads').spentFen];
    };
    for (const role of ['finance', 'marketer', 'owner'] as const) {
      expect(await ads(role)).toEqual([true, 123]);
      expect((await rowByRow((query) => get(role, `costs?${query}&`))).map(({ fen, channelName }) => [fen, channelName])).toEqual([[3, null], [20, 'b'], [100, 'a']]);
    }
    expect(await ads('finance', 'assetId=a&')).toEqual([true, 100]);
    expect((await get('finance', 'league?assetId=b&')).body.items).toMatchObject([{ name: 'b', spentFen: 20 }]);
    for (const role of ['associate', 'viewer', 'analyst', 'approver'] as const) {
      expect(await ads(role)).toEqual([false, 0]);
      expect((await get(role, 'league?')).body.items.map((row: { spentFen: number }) => row.spentFen)).toEqual([0, 0]);
      expect((await get(role, 'costs?')).status).toBe(403);
    }
    await routes.close();
  });

  it('head office gets no small count and no day', async () => {
    const other = stores.database.forBrand(6);
    await other.query(
      `insert into follow_period (brand_id, identity_id, event_id, asset_id, followed_at, observed, source_group)
       select 6, n, n, 'a', '2026-02-10T00:00:00Z', true, case when n <= 9 then 'ads' when n <= 40 then 'search' else 'qr' end from generate_series(1, 100) n`);
    const routes = await testApp(stores.database, (app) =>
      app.register(recruitmentRoutes, { prefix: '/api/brands/:brandId', clientOf, timers: stores.timers, baseUrl: () => 'https://crm.example', isPush }));
    const get = (role: Role, path: string, period = 'from=2026-02-01&to=2026-02-28') => routes.call(role, 'GET', `/api/brands/6/recruitment/${path}${period}`);
    const read = async (role: Role, path: string) => (await get(role, path)).body.items
      .filter(({ follows }: { follows: number | null }) => follows !== 0).map(({ group, follows, suppressed }: Record<string, unknown>) => [group, suppressed ?? follows]);
    expect(await read('viewer', 'sources?')).toEqual([['qr', 60], ['search', 31], ['ads', 9]]);
    expect(await read('head_office', 'sources?')).toEqual([['qr', 60], ['search', 'complement'], ['ads', 'small']]);
    expect((await get('head_office', 'series?by=day&')).body.items.map(({ bucket, group, follows }: Record<string, unknown>) => [bucket, group, follows]))
      .toEqual([['2026-02', 'ads', null], ['2026-02', 'qr', 60], ['2026-02', 'search', null]]);
    for (const path of ['sources?', 'series?by=day&', 'league?']) {
      expect((await get('head_office', path, 'from=2026-02-01&to=2026-02-27')).body.error.code).toBe('whole_months_only');
      expect((await get('viewer', path, 'from=2026-02-01&to=2026-02-27')).status).toBe(200);
    }
    await routes.close();
  });

  it('renews a temporary code under the same scene before it ends, and never an archived one', async () => {
    const deps = { clientOf, timers: stores.timers };
    startCodeRenewal(stores.database, deps);
    const channel = await createChannel(brand, deps, { assetId: ASSET, kind: 'associate', name: '李雷', code: 'temporary' });
    expect(made.at(-1)).toEqual({ scene: channel.scene, expireSeconds: 2_592_000 });
    const renewals = () => made.filter((code) => code.scene === channel.scene).length;
    seconds = 28 * 86_400 - 1;
    await stores.timers.runDue();
    expect(renewals()).toBe(1);
    seconds += 1;
    await stores.timers.runDue();
    expect(renewals()).toBe(2);
    await brand.query('update channel set archived_at = now() where brand_id = 1 and id = $1', [channel.id]);
    seconds += 28 * 86_400;
    await stores.timers.runDue();
    expect(renewals()).toBe(2);
    seconds = 0;
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
    // Codes made elsewhere count at WeChat, too, which says so in two ways.
    for (const errcode of [45029, 40053]) {
      const full = { ...client, qrcode: { create: () => Promise.reject(new WechatError(errcode, 'no', null, 'request', '/cgi-bin/qrcode/create', null)) } } as unknown as WechatClient;
      await expect(createChannel(brand, { ...deps, clientOf: async () => full }, { ...input, assetId: ASSET })).rejects.toMatchObject({ code: 'permanent_codes_used_up' });
      if (errcode === 40053) await expect(createChannel(brand, { ...deps, clientOf: async () => full }, { ...input, code: 'temporary' })).rejects.toMatchObject({ errcode });
    }
    await expect(brand.tx((tx) => changeMapping(tx, 1, { ADD_SCENE_PAID: 'nowhere' as never }, 'x'))).rejects.toMatchObject({ code: 'unknown_group' });
  });
});

describe('tracked links', () => {
  const wechat = { 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50' };

  it('identify inside WeChat, stay anonymous outside, ignore robots, and always reach the target', async () => {
    const link = await createLink(brand, { assetId: ASSET, title: '新品', target: 'https://shop.example/new', placement: 'read_more' });
    const { app, close: stop } = await testApp(stores.database, (app) =>
      app.register(linkRoutes, { database: stores.database, appender, oauthOf, baseUrl: () => 'https://crm.example', log: silentLog }));
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
      app.register(recruitmentRoutes, { prefix: '/api/brands/:brandId', clientOf, timers: stores.timers, baseUrl: () => 'https://crm.example', isPush }));
    const { body } = await routes.call('viewer', 'GET', '/api/brands/1/links');
    expect(body.items).toMatchObject([{ people: 1, identified: 1, anonymous: 2 }]);
    await stop();
    await routes.close();
  });

  it('into the shop say which placement it was: by the path of a card, whose opening is the tap, or behind /l/', async () => {
    const placed = { assetId: ASSET, title: '卡片', placement: 'mp_card', channelId: 'c1', pushId: 'p1' } as const;
    const routes = await testApp(stores.database, async (app) => {
      await app.register(recruitmentRoutes, { prefix: '/api/brands/:brandId', clientOf, timers: stores.timers, baseUrl: () => 'https://crm.example', isPush });
      await app.register(linkRoutes, { database: stores.database, appender, oauthOf, baseUrl: () => 'https://crm.example', log: silentLog });
    });
    await brand.query(
      `insert into channel (brand_id, id, asset_id, kind, name, note, permanent, tags, created_at) values (1, 'c1', $1, 'kol', 'c1', '', false, '{}', now())`, [ASSET]);
    await brand.query(`insert into push (brand_id, id, asset_id, title, state, audience, segmented, created_at) values (1, 'p1', $1, 'p1', 'draft', '{}', false, now())`, [ASSET]);
    await addAsset(1, ASSET);
    const make = (target: string) => routes.call('marketer', 'POST', '/api/brands/1/links', { ...placed, target });
    const { body: card } = await make('wx7a1b2c3d4e5f6071/pages/home/home?storefront=s%201');
    expect(card).toMatchObject({ url: null, path: `pages/home/home?storefront=s%201&l=${card.id}&push_id=p1&channel_id=c1` });
    expect((await routes.app.inject({ url: `/l/${card.code}` })).statusCode).toBe(404);
    for (const target of ['wx7a1b2c3d4e5f6071/', 'pages/home/home', 'javascript:alert(1)', 'wx7a1b2c3d4e5f6071/pages/a/a?x=" onload="'])
      expect((await make(target)).status).toBe(422);

    const entered = { type: 'mini_program.entered', at: new Date(), assetId: 'mini', who: person('card') } as const;
    await appender.append(1, [{ ...entered, dedupKey: 'card 1', props: { link_id: card.id } }, { ...entered, dedupKey: 'card 2', props: { link_id: 'made-up' } }, { ...entered, dedupKey: 'card 3', props: {} }]);
    await runner.drain();
    expect((await routes.call('viewer', 'GET', '/api/brands/1/links')).body.items.find(({ id }: { id: string }) => id === card.id)).toMatchObject({ people: 1, identified: 1, anonymous: 0 });

    const { body: web } = await make('https://crm.example/shop/1/pages/home/home?storefront=s1');
    expect((await routes.app.inject({ url: `/l/${web.code}` })).headers.location).toBe(`https://crm.example/shop/1/pages/home/home?storefront=s1&l=${web.id}&push_id=p1&channel_id=c1`);
    await routes.close();
  });

  it('and channels belong to what the brand has: an account of another brand, a typo, a channel or push that is not there are refused', async () => {
    const routes = await testApp(stores.database, (app) =>
      app.register(recruitmentRoutes, { prefix: '/api/brands/:brandId', clientOf, timers: stores.timers, baseUrl: () => 'https://crm.example', isPush }));
    await addAsset(1, 'ours');
    await addAsset(2, 'theirs');
    const link = { assetId: 'ours', title: '链接', target: 'https://shop.example/', placement: 'menu' };
    const make = async (path: string, body: object) => (await routes.call('marketer', 'POST', `/api/brands/1/${path}`, body)).status;
    expect(await make('links', link)).toBe(201);
    for (const wrong of [{ assetId: 'theirs' }, { assetId: 'typo' }, { channelId: 'nowhere' }, { pushId: 'nowhere' }]) expect(await make('links', { ...link, ...wrong })).toBe(404);
    const channel = { assetId: 'ours', kind: 'ads', name: '广告', code: null };
    expect(await make('channels', channel)).toBe(201);
    expect(await make('channels', { ...channel, assetId: 'theirs' })).toBe(404);
    expect(await brand.query(`select 1 from tracked_link where brand_id = 1 and asset_id = 'theirs' union all select 1 from channel where brand_id = 1 and asset_id = 'theirs'`)).toEqual([]);
    await routes.close();
  });

  it('and channels are found by a part of the name and by their ids, however many are newer, archived ones too', async () => {
    const routes = await testApp(stores.database, (app) =>
      app.register(recruitmentRoutes, { prefix: '/api/brands/:brandId', clientOf, timers: stores.timers, baseUrl: () => 'https://crm.example', isPush }));
    const many = stores.database.forBrand(5);
    const channel = (name: string) => createChannel(many, { clientOf, timers: stores.timers }, { assetId: ASSET, kind: 'ads', name, code: null });
    const link = (title: string) => createLink(many, { assetId: ASSET, title, target: 'https://shop.example/', placement: 'menu' });
    const [oldChannel, oldLink] = [await channel('Bund 50%'), await link('Spring_Bags')];
    const [newChannel, newLink] = [await channel('Bund 500'), await link('Spring-Bags')];
    await many.tx((tx) => changeChannel(tx, stores.timers, 5, oldChannel.id, { archived: true }));
    const found = async (path: string) => ((await routes.call('analyst', 'GET', `/api/brands/5/${path}`)).body.items as { id: string }[]).map(({ id }) => id);
    expect(await found('channels?limit=1&text=bund')).toEqual([newChannel.id]);
    expect(await found(`channels?ids=${oldChannel.id}`)).toEqual([oldChannel.id]);
    expect(await found(`channels?ids=${oldChannel.id}&ids=${newChannel.id}&ids=nowhere`)).toEqual([newChannel.id, oldChannel.id]);
    expect(await found('links?limit=1&text=spring_b')).toEqual([oldLink.id]);
    expect(await found(`links?ids=${newLink.id}`)).toEqual([newLink.id]);
    await routes.close();
  });

  it('count a click once even when WeChat cannot be asked or the visitor never comes back from it', async () => {
    const link = await createLink(brand, { assetId: ASSET, title: '活动', target: 'https://shop.example/event', placement: 'menu' });
    let away = true;
    const { app, close: stop } = await testApp(stores.database, (app) => app.register(linkRoutes, {
      database: stores.database, appender, baseUrl: () => 'https://crm.example', log: silentLog,
      oauthOf: async () => { if (away) throw new Error('disconnected'); return client.oauth; },
    }));
    const open = (url: string, headers = {}) => app.inject({ url, headers });
    const counted = async () => {
      await runner.drain();
      const [row] = await brand.query<{ people: number; clicks: number }>(
        'select count(distinct identity_id) as people, count(*) as clicks from link_click where brand_id = 1 and link_id = $1', [link.id]);
      return [row!.people, row!.clicks];
    };
    expect((await open(`/l/${link.code}`, wechat)).headers.location).toBe(link.target);
    expect((await open(`/l/${link.code}`, { 'user-agent': 'Mozilla/5.0 Safari', 'sec-purpose': 'prefetch;prerender' })).headers.location).toBe(link.target);
    expect(await counted()).toEqual([0, 1]);

    away = false;
    const stateOf = async () => new URL((await open(`/l/${link.code}`, wechat)).headers.location!).searchParams.get('state');
    const lost = await stateOf();
    expect(await counted()).toEqual([0, 1]);
    seconds += 599;
    await settleLostVisits({ database: stores.database, appender });
    expect(await counted()).toEqual([0, 1]);
    seconds += 2;
    await settleLostVisits({ database: stores.database, appender });
    expect(await counted()).toEqual([0, 2]);
    const asked = performance.now();
    expect((await open(`/l/${link.code}/back?code=silence&state=${await stateOf()}`)).headers.location).toBe(link.target);
    expect(performance.now() - asked).toBeLessThan(3000);
    expect(await counted()).toEqual([0, 3]);
    const second = await stateOf();
    await open(`/l/${link.code}/back?code=late&state=${lost}`);
    expect(await counted()).toEqual([0, 3]);
    await open(`/l/${link.code}/back?code=bea&state=${second}`);
    expect(await counted()).toEqual([1, 4]);
    await stop();
    seconds = 0;
  });

  it('of an account that cannot ask who comes lead straight to the target, the click nobody’s', async () => {
    const link = await createLink(brand, { assetId: 'subscription', title: '订阅号', target: 'https://shop.example/straight', placement: 'menu' });
    const { app, close: stop } = await testApp(stores.database, (app) =>
      app.register(linkRoutes, { database: stores.database, appender, oauthOf: async () => null, baseUrl: () => 'https://crm.example', log: silentLog }));
    expect((await app.inject({ url: `/l/${link.code}`, headers: wechat })).headers.location).toBe(link.target);
    await runner.drain();
    expect(await brand.query('select identity_id from link_click where brand_id = 1 and link_id = $1', [link.id])).toEqual([{ identity_id: null }]);
    await stop();
  });

  it('lead on while the log is away, and count the click when it is back', async () => {
    const link = await createLink(brand, { assetId: ASSET, title: '断线', target: 'https://shop.example/away', placement: 'menu' });
    let away = true;
    const flaky: Appender = { ...appender, append: (...call) => (away ? Promise.reject(new Error('the log is away')) : appender.append(...call)) };
    const { app, close: stop } = await testApp(stores.database, (app) =>
      app.register(linkRoutes, { database: stores.database, appender: flaky, oauthOf, baseUrl: () => 'https://crm.example', log: silentLog }));
    const open = async (url: string, headers = {}) => new URL((await app.inject({ url, headers })).headers.location!);
    const state = (await open(`/l/${link.code}`, wechat)).searchParams.get('state');
    expect((await open(`/l/${link.code}/back?code=cora&state=${state}`)).href).toBe(link.target);
    expect((await open(`/l/${link.code}`, { 'user-agent': 'Safari' })).href).toBe(link.target);
    away = false;
    seconds += 601;
    await settleLostVisits({ database: stores.database, appender: flaky });
    await runner.drain();
    expect(await brand.query('select 1 from link_click where brand_id = 1 and link_id = $1', [link.id])).toHaveLength(1);
    await stop();
    seconds = 0;
  });

  it('serve the file that proves a domain, exactly as it was uploaded, and no other', async () => {
    const routes = await testApp(stores.database, async (app) => {
      await app.register(recruitmentRoutes, { prefix: '/api/brands/:brandId', clientOf, timers: stores.timers, baseUrl: () => 'https://crm.example', isPush });
      await app.register(linkRoutes, { database: stores.database, appender, oauthOf, baseUrl: () => 'https://crm.example', log: silentLog });
    });
    const put = (name: string, content: string) => routes.call('marketer', 'PUT', '/api/brands/1/recruitment/domain-file', { name, content });
    expect((await put('MP_verify_aB3dE5.txt', 'aB3dE5')).status).toBe(204);
    expect((await put('../MP_verify_x.txt', 'x')).status).toBe(422);
    expect((await put('MP_verify_x.txt', '<script>')).status).toBe(422);
    expect((await put('MP_verify_aB3dE5.txt', 'aB3dE5')).status).toBe(204);
    expect((await routes.call('marketer', 'PUT', '/api/brands/2/recruitment/domain-file', { name: 'MP_verify_aB3dE5.txt', content: 'stolen' })).status).toBe(409);
    expect((await routes.app.inject('/MP_verify_aB3dE5.txt')).body).toBe('aB3dE5');
    expect((await routes.app.inject('/MP_verify_other.txt')).statusCode).toBe(404);
    await routes.close();
  });

  it.each(['javascript:alert(1)', '/relative', 'https://user:secret@shop.example/', 'ftp://shop.example'])('refuse the target %s', async (target) => {
    await expect(createLink(brand, { assetId: ASSET, title: 'x', target, placement: 'menu' })).rejects.toMatchObject({ code: 'bad_target' });
  });
});

