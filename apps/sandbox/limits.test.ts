import { afterEach, describe, expect, it } from 'vitest';
import { type TestWorld, keys, openTestWorld } from './testing.ts';

let world: TestWorld;
afterEach(() => world.close());

const START = Date.parse('2026-03-10T12:00:00+08:00');
const history = { start: START, until: START + 10 * 86_400_000 };
const code = async (answer: Promise<Record<string, unknown>>): Promise<unknown> => (await answer)['errcode'] ?? 0;

/** Followers who are there without having come. */
const crowd = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => world.sandbox.world.seedFollower(keys.appid, { subscribeTime: START / 1000 - count + n, scene: 'ADD_SCENE_SEARCH' }).openid);

async function upload(path: string, type: string, filename: string, bytes = 'x'): Promise<Record<string, unknown>> {
  const form = new FormData();
  form.append('media', new Blob([bytes]), filename);
  if (type === 'video') form.append('description', JSON.stringify({ title: '短片', introduction: '春天' }));
  const token = String((await world.tokens(true))['access_token']);
  const answer = await fetch(`${world.sandbox.url}${path}?access_token=${token}&type=${type}`, { method: 'POST', body: form });
  return (await answer.json()) as Record<string, unknown>;
}

describe('followers', () => {
  it('come in pages of 10,000 with an empty tail, without those who left', async () => {
    world = await openTestWorld();
    const openids = crowd(10_002);
    await world.act('unfollow', openids[3]!);
    const first = await world.api('/cgi-bin/user/get');
    expect(first).toMatchObject({ total: 10_001, count: 10_000, next_openid: openids[10_000] });
    const second = await world.api('/cgi-bin/user/get', undefined, { next_openid: openids[10_000]! });
    expect(second).toMatchObject({ count: 1, data: { openid: [openids[10_001]] } });
    expect(await world.api('/cgi-bin/user/get', undefined, { next_openid: openids[10_001]! })).toEqual({ total: 10_001, count: 0, next_openid: '' });
    expect(await code(world.api('/cgi-bin/user/get', undefined, { next_openid: 'oNobody' }))).toBe(40003);
    const ask = (openid: string[]) => world.api('/cgi-bin/user/info/batchget', { user_list: openid.map((one) => ({ openid: one })) });
    expect(await code(ask(openids.slice(0, 100)))).toBe(0);
    expect(await code(ask(openids.slice(0, 101)))).toBe(40032);
    expect(await code(ask([...openids.slice(0, 2), 'o'.repeat(28)]))).toBe(40003);
  });

  it('look as before 2022 only when asked to', async () => {
    world = await openTestWorld({ openPlatform: false });
    const [openid = ''] = crowd(1);
    const now = await world.api('/cgi-bin/user/info', undefined, { openid });
    expect(now).not.toHaveProperty('nickname');
    expect(now).not.toHaveProperty('unionid');
    await world.control(`/accounts/${keys.appid}`, { legacyProfile: true, openPlatform: true }, 'PATCH');
    expect(await world.api('/cgi-bin/user/info', undefined, { openid })).toMatchObject({ nickname: expect.any(String) as unknown, sex: 0, unionid: expect.any(String) as unknown });
  });
});

describe('tags', () => {
  it('at most 50 people a call, 20 tags a person, 100 tags; one too many fails the whole call', async () => {
    world = await openTestWorld();
    const openids = crowd(51);
    const ids: number[] = [];
    for (let n = 1; n <= 100; n++) ids.push(((await world.api('/cgi-bin/tags/create', { tag: { name: `标签 ${n}` } })) as { tag: { id: number } }).tag.id);
    expect(ids[0]).toBe(100);
    expect(await code(world.api('/cgi-bin/tags/create', { tag: { name: '再一个' } }))).toBe(45056);
    expect(await code(world.api('/cgi-bin/tags/update', { tag: { id: ids[1], name: '标签 1' } }))).toBe(45157);
    expect(await code(world.api('/cgi-bin/tags/update', { tag: { id: 2, name: '星' } }))).toBe(45058);
    const tag = (tagid: number, list: string[]) => code(world.api('/cgi-bin/tags/members/batchtagging', { openid_list: list, tagid }));
    expect(await tag(ids[0]!, openids)).toBe(40032);
    expect(await tag(99, openids.slice(0, 1))).toBe(45159);
    for (const id of ids.slice(0, 20)) expect(await tag(id, openids.slice(0, 1))).toBe(0);
    expect(await tag(ids[20]!, openids.slice(0, 50))).toBe(45059);
    expect(await world.api('/cgi-bin/user/tag/get', { tagid: ids[20] })).toMatchObject({ count: 0 });
    expect(await tag(ids[20]!, openids.slice(1))).toBe(0);
    await world.act('unfollow', openids[1]!);
    const { tags } = (await world.api('/cgi-bin/tags/get')) as { tags: { id: number; count: number }[] };
    expect(tags.find((one) => one.id === ids[20])!.count).toBe(49);
  });

  it('a blacklisted person is not heard and gets nothing', async () => {
    world = await openTestWorld();
    const [openid = ''] = crowd(1);
    await world.act('write', openid, { message: { type: 'text', content: '1' } });
    await world.api('/cgi-bin/tags/members/batchblacklist', { openid_list: [openid] });
    world.server.pushes.length = 0;
    expect(await world.act('write', openid, { message: { type: 'text', content: '2' } })).toBe(false);
    expect(world.server.pushes).toEqual([]);
    expect(await code(world.api('/cgi-bin/message/custom/send', { touser: openid, msgtype: 'text', text: { content: '?' } }))).toBe(43019);
    expect(await world.api('/cgi-bin/tags/members/getblacklist', {})).toMatchObject({ total: 1, data: { openid: [openid] } });
  });
});

describe('codes', () => {
  it('keep to lengths and lives, and permanent ones are the same when asked for again', async () => {
    world = await openTestWorld({}, { history });
    const make = (action_name: string, scene: Record<string, unknown>, expire_seconds?: number) => world.api('/cgi-bin/qrcode/create', { action_name, expire_seconds, action_info: { scene } });
    expect(await make('QR_STR_SCENE', { scene_str: '字'.repeat(64) }, 2_592_000)).toMatchObject({ expire_seconds: 2_592_000 });
    expect(await code(make('QR_STR_SCENE', { scene_str: '字'.repeat(65) }, 60))).toBe(40053);
    expect(await code(make('QR_SCENE', { scene_id: 1 }, 2_592_001))).toBe(40053);
    expect(await code(make('QR_LIMIT_SCENE', { scene_id: 100_000 }))).toBe(0);
    expect(await code(make('QR_LIMIT_SCENE', { scene_id: 100_001 }))).toBe(40053);
    const [one, two] = [await make('QR_LIMIT_STR_SCENE', { scene_str: 'a' }), await make('QR_LIMIT_STR_SCENE', { scene_str: 'a' })];
    expect(two['ticket']).toBe(one['ticket']);
    const short = await make('QR_SCENE', { scene_id: 5 });
    const picture = () => fetch(`${world.sandbox.url}/cgi-bin/showqrcode?ticket=${encodeURIComponent(String(short['ticket']))}`);
    expect(short['expire_seconds']).toBe(60);
    expect((await picture()).status).toBe(200);
    await world.control('/clock/step', {});
    expect((await picture()).status).toBe(404);
  });
});

describe('media', () => {
  it('live three days, a video is an address, sizes and types are checked', async () => {
    world = await openTestWorld({}, { history });
    const picture = await upload('/cgi-bin/media/upload', 'image', 'a.png');
    const film = await upload('/cgi-bin/media/upload', 'video', 'a.mp4');
    const get = async (id: unknown) => {
      const token = String((await world.tokens(true))['access_token']);
      return fetch(`${world.sandbox.url}/cgi-bin/media/get?access_token=${token}&media_id=${String(id)}`);
    };
    const answer = await get(picture['media_id']);
    expect([answer.headers.get('content-disposition'), await answer.text()]).toEqual([expect.stringContaining('a.png'), 'x']);
    const { video_url: url } = (await (await get(film['media_id'])).json()) as { video_url: string };
    expect((await fetch(url)).status).toBe(200);
    expect(await upload('/cgi-bin/media/upload', 'image', 'a.bmp')).toMatchObject({ errcode: 40005 });
    expect(await upload('/cgi-bin/material/add_material', 'image', 'a.bmp')).toHaveProperty('url');
    expect(await upload('/cgi-bin/media/upload', 'thumb', 'a.jpg', 'x'.repeat(64 * 1024))).toHaveProperty('thumb_media_id');
    expect(await upload('/cgi-bin/media/upload', 'thumb', 'a.jpg', 'x'.repeat(64 * 1024 + 1))).toMatchObject({ errcode: 40012 });
    await world.control('/clock/step', { hours: 71 });
    expect((await get(picture['media_id'])).headers.get('content-type')).toContain('octet-stream');
    await world.control('/clock/step', {});
    expect(await (await get(picture['media_id'])).json()).toMatchObject({ errcode: 40007 });
  });
});

describe('menus', () => {
  const button = [{ type: 'click', name: '会员', key: 'K' }];

  it('count bytes, and the newest conditional menu that fits wins', async () => {
    world = await openTestWorld();
    const [openid = ''] = crowd(1);
    const create = (name: string) => code(world.api('/cgi-bin/menu/create', { button: [{ type: 'click', name, key: 'K' }] }));
    expect(await code(world.api('/cgi-bin/menu/addconditional', { button, matchrule: { client_platform_type: 1 } }))).toBe(65303);
    expect(await create('青鸟青鸟青a')).toBe(0);
    expect(await create('青鸟青鸟青鸟')).toBe(40018);
    expect(await code(world.api('/cgi-bin/menu/create', { button: [...button, ...button, ...button, ...button] }))).toBe(40016);
    expect(await code(world.api('/cgi-bin/menu/addconditional', { button, matchrule: {} }))).toBe(65304);
    const tag = ((await world.api('/cgi-bin/tags/create', { tag: { name: '会员' } })) as { tag: { id: number } }).tag.id;
    const view = [{ type: 'view', name: '专享', url: 'https://example.com/' }];
    const { menuid } = await world.api('/cgi-bin/menu/addconditional', { button: view, matchrule: { tag_id: String(tag) } });
    const tried = async () => ((await world.api('/cgi-bin/menu/trymatch', { user_id: openid })) as { button: { name: string }[] }).button[0]!.name;
    expect(await tried()).toBe('青鸟青鸟青a');
    await world.api('/cgi-bin/tags/members/batchtagging', { openid_list: [openid], tagid: tag });
    expect(await tried()).toBe('专享');
    await world.act('menu', openid, { item: [0] });
    expect(world.events('VIEW')[0]!.fields).toMatchObject({ EventKey: 'https://example.com/', MenuId: menuid });
    expect(await code(world.api('/cgi-bin/menu/delete'))).toBe(0);
    expect(await code(world.api('/cgi-bin/menu/get'))).toBe(46003);
  });

  it('refuse escapes that would be shown as they are', async () => {
    world = await openTestWorld();
    const token = String((await world.tokens(true))['access_token']);
    const answer = await fetch(`${world.sandbox.url}/cgi-bin/menu/create?access_token=${token}`, { method: 'POST', body: '{"button":[{"type":"click","name":"\\u4f1a\\u5458","key":"K"}]}' });
    expect(await answer.json()).toMatchObject({ errcode: 40033 });
  });
});

describe('what an account may do', () => {
  it('depends on its kind, on verification, and on exceptions', async () => {
    world = await openTestWorld({ kind: 'subscription' });
    crowd(2);
    const qr = () => code(world.api('/cgi-bin/qrcode/create', { action_name: 'QR_LIMIT_SCENE', action_info: { scene: { scene_id: 1 } } }));
    const send = (content: string) => code(world.api('/cgi-bin/message/mass/sendall', { filter: { is_to_all: true }, msgtype: 'text', text: { content } }));
    expect(await qr()).toBe(48001);
    expect(await send('一')).toBe(0);
    expect(await send('二')).toBe(45028);
    await world.control(`/accounts/${keys.appid}`, { rights: { qrcode: true } }, 'PATCH');
    expect(await qr()).toBe(0);
    await world.control(`/accounts/${keys.appid}`, { verified: false }, 'PATCH');
    expect(await code(world.api('/cgi-bin/user/get'))).toBe(48001);
    expect(await code(world.api('/cgi-bin/draft/count'))).toBe(0);
  });
});
