import { testApp } from '@qingniao/access/testing';
import { type Appender } from '@qingniao/activity';
import { silentLog } from '@qingniao/storage/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { changeChannel } from './channels.ts';
import { createChannel, createLink, linkRoutes, recruitmentRoutes } from './index.ts';
import { settleLostVisits } from './link-visits.ts';
import { ASSET, testRecruitment } from './testing.ts';

const { stores, brand, appender, runner, client, clientOf, oauthOf, isPush, person, addAsset, clock, close } = await testRecruitment();
afterAll(close);

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
    clock.seconds += 599;
    await settleLostVisits({ database: stores.database, appender });
    expect(await counted()).toEqual([0, 1]);
    clock.seconds += 2;
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
    clock.seconds = 0;
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
    clock.seconds += 601;
    await settleLostVisits({ database: stores.database, appender: flaky });
    await runner.drain();
    expect(await brand.query('select 1 from link_click where brand_id = 1 and link_id = $1', [link.id])).toHaveLength(1);
    await stop();
    clock.seconds = 0;
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
