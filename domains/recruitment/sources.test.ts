import { type Role } from '@qingniao/access';
import { rowByRow, testApp } from '@qingniao/access/testing';
import { resourceFollows } from '@qingniao/people';
import { afterAll, describe, expect, it } from 'vitest';
import { recordCost } from './costs.ts';
import { channelSources, changeMapping, createChannel, leagueTable, recruitmentRoutes, sourceSeries, sourceTable } from './index.ts';
import { datacubeGroup, readMapping } from './source-mapping.ts';
import { gapsIn } from './sources-report.ts';
import { ASSET, testRecruitment } from './testing.ts';

const { stores, brand, appender, runner, made, clientOf, isPush, addAsset, happened, close } = await testRecruitment();
afterAll(close);

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
});
