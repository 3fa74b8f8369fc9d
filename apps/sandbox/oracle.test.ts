import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestWorld, keys, openTestWorld } from './testing.ts';

const require = createRequire(import.meta.url);

/** What this test uses of co-wechat-api; the library brings no types. */
type CoWechat = Record<'prefix' | 'mpPrefix' | 'customservicePrefix', string> &
  Record<string, (...values: unknown[]) => Promise<Record<string, unknown>>>;

let world: TestWorld;
let follower: string;

beforeAll(async () => {
  world = await openTestWorld();
  follower = await world.newPerson();
  await world.act('follow', follower);
});
afterAll(() => world.close());

function coWechat(): CoWechat {
  const Client = require('co-wechat-api') as new (appid: string, secret: string) => CoWechat;
  const client = new Client(keys.appid, keys.secret);
  client.prefix = client.mpPrefix = `${world.sandbox.url}/cgi-bin/`;
  client.customservicePrefix = `${world.sandbox.url}/customservice/`;
  return client;
}

describe('co-wechat-api against the sandbox', () => {
  it('lists and describes followers, with remark and tags', async () => {
    const client = coWechat();
    const followers = await client.getFollowers!();
    expect(followers).toMatchObject({ total: 1, count: 1, data: { openid: [follower] }, next_openid: follower });
    expect(await client.getFollowers!(follower)).toMatchObject({ count: 0, next_openid: '' });

    const { tag } = (await client.createTags!('会员')) as { tag: { id: number } };
    await client.batchTagging!([follower], tag.id);
    await client.updateRemark!(follower, '老客');
    expect(await client.getUser!(follower)).toMatchObject({ subscribe: 1, openid: follower, remark: '老客', tagid_list: [tag.id], subscribe_scene: 'ADD_SCENE_SEARCH' });
    const listed = (await client.getTags!()) as { tags: { id: number; count: number }[] };
    expect(listed.tags).toContainEqual({ id: tag.id, name: '会员', count: 1 });
    expect(await client.getUsersFromTag!(tag.id)).toMatchObject({ count: 1, data: { openid: [follower] } });
    expect(await client.batchGetUsers!([follower])).toMatchObject({ user_info_list: [{ openid: follower }] });
  });

  it('makes and reads back a menu', async () => {
    const client = coWechat();
    await expect(client.getMenu!()).rejects.toMatchObject({ code: 46003 });
    await client.createMenu!({ button: [{ type: 'click', name: '会员', key: 'MEMBER' }, { name: '更多', sub_button: [{ type: 'view', name: '官网', url: 'https://example.com/' }] }] });
    const { menu } = (await client.getMenu!()) as { menu: { button: unknown[] } };
    expect(menu.button[0]).toMatchObject({ type: 'click', key: 'MEMBER', sub_button: [] });
    expect(menu.button[1]).toMatchObject({ name: '更多', sub_button: [{ type: 'view', url: 'https://example.com/' }] });
  });

  it('makes a QR code whose picture can be fetched', async () => {
    const client = coWechat();
    const code = await client.createTmpQRCode!(10_000, 1800);
    expect(code).toMatchObject({ expire_seconds: 1800 });
    const url = (client.showQRCodeURL as unknown as (ticket: string) => string)(String(code['ticket']));
    const picture = await fetch(url);
    expect(picture.headers.get('content-type')).toContain('image/jpg');
    expect(Buffer.from(await picture.arrayBuffer()).subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect((await fetch(`${url}x`)).status).toBe(404);
  });

  it('sends a customer message inside its window, and is refused outside', async () => {
    const client = coWechat();
    await world.act('write', follower, { message: { type: 'text', content: '在吗' } });
    expect(await client.sendText!(follower, '在的')).toMatchObject({ errcode: 0 });
    const silent = await world.newPerson();
    await expect(client.sendText!(silent, '你好')).rejects.toMatchObject({ code: 43004 });
    const { items } = await world.control(`/inbox?appid=${keys.appid}&openid=${follower}`);
    expect(items).toContainEqual(expect.objectContaining({ kind: 'customer', content: { type: 'text', content: '在的' } }));
  });

  it('sends a template message and hears how it went', async () => {
    const client = coWechat();
    const { template_id: id } = await client.addTemplate!('43216');
    const data = { thing1: { value: '皮具护理' }, time2: { value: '2026年3月1日 14:00' }, thing3: { value: '南京西路店' } };
    const sent = await client.sendTemplate!(follower, id, 'https://example.com/', '#000', data);
    expect(sent['errcode']).toBe(0);
    await expect(client.sendTemplate!(follower, id, '', '', { thing1: { value: '长'.repeat(21) } })).rejects.toMatchObject({ code: 47003 });
    await expect.poll(() => world.events('TEMPLATESENDJOBFINISH').length).toBe(1);
    // co-wechat-api reads 64-bit numbers exactly: the id of the answer is the id of the event.
    expect(world.events('TEMPLATESENDJOBFINISH')[0]!.fields).toMatchObject({ MsgID: String(sent['msgid']), Status: 'success' });
  });

  it('mass-sends a text to a list, asynchronously', async () => {
    const client = coWechat();
    const second = await world.newPerson();
    await world.act('follow', second);
    const sent = await client.massSendText!('新店开业', [follower, second]);
    expect(sent).toMatchObject({ errcode: 0, errmsg: 'send job submission success' });
    expect(await client.getMassMessageStatus!(Number(String(sent['msg_id'])))).toMatchObject({ msg_status: 'SENDING' });
  });

  it('keeps human agents', async () => {
    const client = coWechat();
    const wechatId = (await world.control(`/accounts/${keys.appid}`))['wechatId'];
    // The library has the real host built into its kfaccount calls; its lists follow the prefix.
    await world.api('/customservice/kfaccount/add', { kf_account: `lily@${String(wechatId)}`, nickname: '莉莉' });
    expect(await client.getCustomServiceList!()).toMatchObject({ kf_list: [{ kf_nick: '莉莉' }] });
  });
});

interface EasyClient {
  get(url: string): Promise<{ toObject(): unknown }>;
  postJson(url: string, payload: unknown): Promise<{ toObject(): unknown }>;
}
const easy = 'node-easywechat/dist';

describe('node-easywechat against the sandbox', () => {
  it('takes stable tokens and calls with them', async () => {
    // Its Application needs node-socialite, whose published package is empty; these are the parts that call.
    const Http = require(`${easy}/Core/HttpClient/HttpClient`) as { create(config: unknown): unknown };
    const Token = require(`${easy}/OfficialAccount/AccessToken`) as new (...values: unknown[]) => unknown;
    const Client = require(`${easy}/Core/HttpClient/AccessTokenAwareClient`) as new (...values: unknown[]) => EasyClient;
    const http = Http.create({ baseURL: `${world.sandbox.url}/` });
    const client = new Client(http, new Token(keys.appid, keys.secret, null, null, http, true));
    expect((await client.get('/cgi-bin/user/get')).toObject()).toMatchObject({ data: { openid: expect.arrayContaining([follower]) as unknown } });
    const code = await client.postJson('/cgi-bin/qrcode/create', { action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: 'store:nanjing-west' } } });
    expect(code.toObject()).toMatchObject({ ticket: expect.any(String) as unknown, url: expect.stringContaining('http://weixin.qq.com/q/') as unknown });
  });
});

describe('node-webot/wechat on Express receives our encrypted pushes', () => {
  let server: Server;
  const heard: Record<string, string>[] = [];

  beforeAll(async () => {
    const express = require('express') as () => { use(path: string, handler: unknown): void; listen(port: number, host: string, done: () => void): Server };
    const wechat = require('wechat') as (config: unknown, handler: (request: { weixin: Record<string, string> }, response: { reply(content: unknown): void }) => void) => unknown;
    const app = express();
    app.use('/', wechat({ token: keys.token, appid: keys.appid, encodingAESKey: keys.aesKey }, (request, response) => {
      heard.push(request.weixin);
      response.reply(request.weixin['MsgType'] === 'text' ? `您说：${request.weixin['Content']}` : [{ title: '欢迎', description: '', picurl: '', url: 'https://example.com/' }]);
    }));
    await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', resolve)));
  });
  afterAll(() => new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  }));

  it.each(['plain', 'safe'] as const)('in %s mode, and its replies reach the phone', async (mode) => {
    await world.control(`/accounts/${keys.appid}`, { mode, callbackUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }, 'PATCH');
    expect(await world.control(`/accounts/${keys.appid}/verify`, {})).toEqual({ verified: true });
    const person = await world.newPerson();
    await world.act('follow', person);
    await world.act('write', person, { message: { type: 'text', content: '你好 <&>' } });
    expect(heard.slice(-2)).toMatchObject([{ Event: 'subscribe', FromUserName: person }, { MsgType: 'text', Content: '你好 <&>', MsgId: expect.stringMatching(/^\d{17}$/) as unknown }]);
    const { items } = await world.control(`/inbox?appid=${keys.appid}&openid=${person}`);
    expect(items).toMatchObject([
      { kind: 'reply', content: { type: 'news', articles: [{ title: '欢迎', url: 'https://example.com/' }] } },
      { kind: 'message' },
      { kind: 'reply', content: { type: 'text', content: '您说：你好 <&>' } },
    ]);
  });
});
