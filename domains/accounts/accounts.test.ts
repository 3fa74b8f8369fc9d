import { createCallbackTally, type NewEvent, normalise } from '@qingniao/activity';
import { testApp } from '@qingniao/access/testing';
import { createSecrets } from '@qingniao/kernel';
import { type WechatTags, syncTags } from '@qingniao/people';
import type { Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { closeWechatConnections, createPushReader } from '@qingniao/wechat';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signPush, textMessage } from '../activity/testing.ts';
import { readAsset } from './asset.ts';
import { connectAsset, disconnectAsset, updateAsset } from './connect-asset.ts';
import { type Accounts, createAccounts } from './create-accounts.ts';
import { examineAgain } from './doctor/daily.ts';
import { observationGaps } from './observation-gaps.ts';
import { createRelays, type Relays } from './relay.ts';
import { accountRoutes } from './routes.ts';
import { type ScriptedPlatform, scriptedPlatform } from './testing.ts';
import { webAuthorisation } from './web-authorisation.ts';

let stores: Stores;
let closeStores: () => Promise<void>;
let platform: ScriptedPlatform;
let accounts: Accounts;
const secrets = createSecrets(Buffer.alloc(32, 7));
const room = () => createAccounts({ stores, secrets, log: silentLog, baseUrls: platform.baseUrls, publicUrl: () => 'https://crm.example/', pushOf: async () => null });

beforeAll(async () => {
  ({ stores, close: closeStores } = await testStores());
  platform = await scriptedPlatform();
  accounts = await room();
});
afterAll(async () => {
  await accounts.close();
  await closeStores();
  await closeWechatConnections();
  await platform.close();
});

let made = 0;
const brand = () => stores.database.forBrand(1);
/** A new account, known to the callback. */
async function connect(changes: object = {}) {
  const asset = await connectAsset(brand(), accounts.assetDeps, { kind: 'service', name: '青鸟', appid: `wx${++made}aaaaaa`, secret: 'very-secret', ...changes });
  await expect.poll(() => accounts.assets.get(asset.id)).toBeDefined();
  return asset;
}

describe('connecting', () => {
  it('keeps no secret in the clear and tells what to paste', async () => {
    const key = 'k'.repeat(43);
    const { id } = await connect({ token: 'clearToken', aesKey: key });
    const row = JSON.stringify(await brand().query('select * from asset where brand_id = 1 and id = $1', [id]));
    for (const secret of ['very-secret', 'clearToken', key]) expect(row).not.toContain(secret);
    expect(accounts.assets.get(id)).toMatchObject({ brandId: 1, token: 'clearToken', aesKeys: [key], mode: 'safe' });
  });

  it('is known to the callback at once, whichever process did it', async () => {
    // As another process connects: the word of it is still on its way when WeChat calls.
    const asset = await connectAsset(brand(), accounts.assetDeps, { kind: 'service', name: '青鸟', appid: 'wxyoung', secret: 'very-secret' });
    await accounts.assets.reload(asset.id);
    expect(accounts.assets.get(asset.id)?.appid).toBe('wxyoung');
  });

  it('refuses credentials with WeChat’s reason, and keeps nothing', async () => {
    platform.on('/cgi-bin/stable_token', () => ({ errcode: 40125, errmsg: 'invalid appsecret' }));
    await expect(connectAsset(brand(), accounts.assetDeps, { kind: 'service', name: 'n', appid: 'wxrefused', secret: 'x' })).rejects.toMatchObject({
      code: 'credentials_refused', status: 422, details: { field: 'secret', data: { errcode: 40125 } },
    });
    platform.on('/cgi-bin/stable_token', () => ({ errcode: 40164, errmsg: 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist' }));
    await expect(connectAsset(brand(), accounts.assetDeps, { kind: 'service', name: 'n', appid: 'wxrefused', secret: 'x' })).rejects.toMatchObject({ text: { en: expect.stringContaining('203.0.113.9') } });
    platform.on('/cgi-bin/stable_token', () => ({ access_token: 'token', expires_in: 7200 }));
    expect(await brand().query(`select 1 from asset where brand_id = 1 and appid = 'wxrefused'`)).toEqual([]);
  });

  it('connects an account once, also for another brand, and again after it was disconnected', async () => {
    const asset = await connect();
    const again = { kind: 'service', name: 'n', appid: asset.appid, secret: 's' } as const;
    await expect(connectAsset(brand(), accounts.assetDeps, again)).rejects.toMatchObject({ code: 'already_connected' });
    await expect(connectAsset(stores.database.forBrand(2), accounts.assetDeps, again)).rejects.toMatchObject({ code: 'already_connected' });
    const gaps = () => observationGaps(brand(), 1, asset.id);
    expect(await gaps()).toEqual([]);
    await disconnectAsset(brand(), accounts.assetDeps, asset.id);
    await expect.poll(() => accounts.assets.get(asset.id)).toBeUndefined();
    await expect(accounts.accountOf(1, asset.id)).rejects.toMatchObject({ code: 'account_disconnected' });
    const { disconnectedAt: gone } = await readAsset(brand(), 1, asset.id);
    await disconnectAsset(brand(), accounts.assetDeps, asset.id);
    expect(await gaps()).toEqual([{ assetId: asset.id, name: '青鸟', from: gone, to: null }]);
    const back = await connectAsset(brand(), accounts.assetDeps, again);
    expect([back.id, back.observedSince]).toEqual([asset.id, asset.observedSince]);
    expect(await gaps()).toEqual([{ assetId: asset.id, name: 'n', from: gone, to: back.connectedAt }]);
  });

  it('keeps the old key for pushes on their way when the key changes', async () => {
    const { id } = await connect({ aesKey: 'a'.repeat(43) });
    await updateAsset(brand(), accounts.assetDeps, id, { aesKey: 'b'.repeat(43) });
    await expect.poll(() => accounts.assets.get(id)!.aesKeys).toEqual(['b'.repeat(43), 'a'.repeat(43)]);
    await updateAsset(brand(), accounts.assetDeps, id, { aesKey: 'b'.repeat(43) });
    await accounts.reload();
    expect(accounts.assets.get(id)!.aesKeys).toEqual(['b'.repeat(43), 'a'.repeat(43)]);
  });

  it('keeps the old token for a day when the token changes, and the same one again is no change', async () => {
    const { id } = await connect({ token: 'before' });
    for (const token of ['after', 'after']) await updateAsset(brand(), accounts.assetDeps, id, { token });
    await accounts.reload();
    const { token, previousToken } = accounts.assets.get(id)!;
    expect([token, previousToken!.value]).toEqual(['after', 'before']);
    expect(Math.round((previousToken!.until.getTime() - Date.now()) / 3_600_000)).toBe(24);
  });

  it('belongs to its brand alone', async () => {
    const { id } = await connect();
    await expect(accounts.accountOf(2, id)).rejects.toMatchObject({ code: 'not_found' });
    const known = await accounts.accountOf(1, id);
    await expect(accounts.accountOf(2, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await accounts.accountOf(1, id)).toBe(known);
    await accounts.reload();
    expect(await accounts.accountOf(1, id)).not.toBe(known);
  });

  it('can ask who comes to a page as a service account, until the doctor finds that right gone', async () => {
    const oauthOf = webAuthorisation(stores.database, accounts.accountOf);
    expect(await oauthOf(1, (await connect({ kind: 'subscription' })).id)).toBeNull();
    const { id } = await connect();
    expect(await oauthOf(1, id)).not.toBeNull();
    const found = (state: string) => brand().query('update asset set doctor = $2 where brand_id = 1 and id = $1', [id, JSON.stringify({ checks: [{ id: 'oauth', state }] })]);
    await found('failed');
    expect(await oauthOf(1, id)).toBeNull();
    await found('ok');
    expect(await oauthOf(1, id)).not.toBeNull();
  });

  it('shares one access token between processes', async () => {
    const asset = await connect();
    const other = await room();
    platform.on('/cgi-bin/tags/get', () => ({ tags: [] }));
    platform.calls.length = 0;
    const clients = await Promise.all([accounts, other].map(async (process) => (await process.accountOf(1, asset.id)).client));
    await Promise.all([...clients, ...clients].map((client) => client.tags.list()));
    expect([platform.count('/cgi-bin/stable_token'), platform.count('/cgi-bin/tags/get')]).toEqual([1, 4]);
    await other.close();
  });
});

describe('auto-replies', () => {
  let assetId: string;
  const say = (fields: Record<string, string>): NewEvent =>
    normalise(assetId, { ToUserName: 'gh_1', FromUserName: 'oPerson', CreateTime: '1700000000', MsgId: '1', ...fields });
  const said = (fields: Record<string, string>) => {
    const decided = accounts.decideReply(accounts.assets.get(assetId)!, say(fields));
    return decided && 'content' in decided.reply ? decided.reply.content : null;
  };
  const text = (content: string) => said({ MsgType: 'text', Content: content });

  it('follow the first rule that fits, from memory, in every process', async () => {
    ({ id: assetId } = await connect());
    const { call, close } = await testApp(stores.database, (app) => app.register(accountRoutes, { prefix: '/api/brands/:brandId', accounts, jobs: stores.jobs }));
    const url = `/api/brands/1/accounts/${assetId}/auto-replies`;
    const add = (trigger: string, words: string[], content: string, match = 'contains', enabled = true) =>
      call('marketer', 'POST', url, { trigger, words, match, enabled, reply: { type: 'text', content } });
    await add('default', [], 'other');
    await add('keyword', ['门店', 'Store'], 'contains');
    await add('keyword', ['门店'], 'exact', 'exact');
    await add('keyword', ['口红'], 'off', 'contains', false);
    await add('welcome', [], 'welcome');
    await add('menu', ['SERVICE'], 'menu');
    await expect.poll(() => said({ MsgType: 'event', Event: 'CLICK', EventKey: 'SERVICE' })).toBe('menu');

    expect([text(' 门店 '), text('最近的门店在哪'), text('ＳＴＯＲＥ?'), text('口红'), text('')]).toEqual(['exact', 'contains', 'contains', 'other', 'other']);
    expect(said({ MsgType: 'event', Event: 'subscribe', EventKey: 'qrscene_1' })).toBe('welcome');
    expect(said({ MsgType: 'image', MediaId: 'm' })).toBe('other');
    expect(said({ MsgType: 'event', Event: 'CLICK', EventKey: 'NONE' })).toBeNull();
    expect(said({ MsgType: 'event', Event: 'unsubscribe' })).toBeNull();

    const { body } = await call('viewer', 'GET', url);
    expect(body.items.map((rule: { trigger: string }) => rule.trigger)).toEqual(['default', 'keyword', 'keyword', 'keyword', 'welcome', 'menu']);
    expect((await call('viewer', 'DELETE', `${url}/${body.items[4].id}`)).status).toBe(403);
    expect((await call('marketer', 'DELETE', `${url}/${body.items[4].id}`)).status).toBe(204);
    await expect.poll(() => said({ MsgType: 'event', Event: 'subscribe' })).toBeNull();
    const tooLong = await add('default', [], 'a'.repeat(2049));
    expect([tooLong.status, (await add('default', [], '字'.repeat(683))).body.error.field]).toEqual([422, 'reply.content']);
    await close();
  });
});

describe('relay', () => {
  const push = { query: 'signature=s&nonce=n', contentType: 'text/xml', body: Buffer.from('<xml>push</xml>') };
  let seen: { url: string; body: string }[];
  let answer: { status: number; body: string; wait: number };
  let url: string;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen.push({ url: request.url!, body });
    setTimeout(() => response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body), answer.wait);
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/old?a=1`;
  });
  afterAll(() => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  }));
  beforeEach(() => {
    seen = [];
  });

  const keys = { token: 'oldSystem', aesKey: 'o'.repeat(43) };

  it('lets a system with keys of its own read what it always read, and the doctor tells when it does not', async () => {
    const relayUrl = 'https://old-crm.example/wechat';
    const { call, close } = await testApp(stores.database, (app) => app.register(accountRoutes, { prefix: '/api/brands/:brandId', accounts, jobs: stores.jobs }));
    // As the form sends it.
    const body = { kind: 'service', name: '转发', appid: 'wxrelayed00', secret: 's', originalId: null, mode: 'safe', relayUrl };
    expect((await call('owner', 'POST', '/api/brands/1/accounts', body)).body.error).toMatchObject({ code: 'relay_needs_keys', field: 'token' });
    const { account: { id } } = (await call('owner', 'POST', '/api/brands/1/accounts', { ...body, ...keys })).body;
    const later = await connect();
    await expect(updateAsset(brand(), accounts.assetDeps, later.id, { relayUrl, token: keys.token })).rejects.toMatchObject({ code: 'relay_needs_keys', details: { field: 'aesKey' } });
    await updateAsset(brand(), accounts.assetDeps, later.id, { relayUrl, ...keys });
    await updateAsset(brand(), accounts.assetDeps, later.id, { relayUrl: `${relayUrl}/2` });

    const relays = createRelays({ log: silentLog, allowed: new Set(['127.0.0.1']) });
    answer = { status: 200, body: 'success', wait: 0 };
    await accounts.reload();
    const tally = createCallbackTally({ database: stores.database, log: silentLog });
    for (const [asset, appid] of [[id, 'wxrelayed00'], [later.id, later.appid]] as const) {
      const signed = signPush(accounts.assets.get(asset)!, textMessage('oFan00000000000000000000001A', 'hello'));
      await relays.to(url)!(accounts.assets.get(asset)!, { query: signed.url.split('?')[1]!, contentType: 'text/xml', body: Buffer.from(signed.body) });
      const previous = createPushReader({ appid, mode: 'safe', ...keys });
      const heard = seen.at(-1)!;
      expect(previous.open(Object.fromEntries(new URL(heard.url, url).searchParams), Buffer.from(heard.body)).fields['MsgType']).toBe('text');
    }
    const found = async () => (await call('owner', 'POST', `/api/brands/1/accounts/${id}/doctor`)).body.checks.find((check: { id: string }) => check.id === 'relay');
    tally.count({ id, brandId: 1 }, 'relayed');
    await tally.flush();
    expect((await found()).state).toBe('ok');
    tally.count({ id, brandId: 1 }, 'relay_failed');
    await tally.close();
    expect(await found()).toMatchObject({ state: 'warning', text: { en: expect.stringContaining('refused 1') } });
    await relays.close();
    await close();
  });

  it('hands on the push as it came and takes only a reply that comes in time', async () => {
    const [relays, hurried] = [10_000, 50].map((limit) => createRelays({ log: silentLog, allowed: new Set(['127.0.0.1']), limit })) as [Relays, Relays];
    const { id } = await connect({ ...keys, relayUrl: 'https://old-crm.example/wechat' });
    const ask = async (status: number, body: string, by = relays, wait = 0) => {
      answer = { status, body, wait };
      return by.to(url)!(accounts.assets.get(id)!, push);
    };
    expect(await ask(200, '<xml>reply</xml>')).toEqual({ taken: true, reply: { contentType: 'text/xml; charset=utf-8', body: '<xml>reply</xml>' } });
    expect(seen).toEqual([{ url: '/old?a=1&signature=s&nonce=n', body: '<xml>push</xml>' }]);
    const answers = [await ask(200, 'success'), await ask(200, ''), await ask(500, '<xml>x</xml>'), await ask(403, 'wrong signature'), await ask(200, '<html>'), await ask(200, '<xml>late</xml>', hurried, 2000)];
    expect(answers).toEqual([true, true, false, false, false, false].map((taken) => ({ taken, reply: null })));
    expect(relays.to(null)).toBeNull();
    expect(accounts.relayOf(accounts.assets.get(id)!)).not.toBeNull();
    await Promise.all([relays.close(), hurried.close()]);
  });

  it('never reaches into our own network, whatever the name resolves to', async () => {
    answer = { status: 200, body: '<xml>secret</xml>', wait: 0 };
    const relays = createRelays({ log: silentLog, allowed: new Set() });
    const { port } = server.address() as AddressInfo;
    const asset = { id: 'a' } as Parameters<ReturnType<typeof relays.to> & object>[0];
    for (const host of ['127.0.0.1', 'localhost', '127.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']) {
      expect(await relays.to(`http://${host}:${port}/`)!(asset, push)).toEqual({ taken: false, reply: null });
    }
    expect(seen).toEqual([]);
    await relays.close();
    for (const relayUrl of ['http://169.254.169.254/latest/meta-data', 'http://10.1.2.3/', 'http://[fd00::1]/', 'http://192.168.0.1:8080/x']) {
      await expect(connect({ ...keys, relayUrl })).rejects.toMatchObject({ code: 'relay_not_public' });
    }
    await expect(connect({ ...keys, relayUrl: 'https://crm.example/wechat/x' })).rejects.toMatchObject({ code: 'relay_to_itself' });
    expect((await connect({ ...keys, relayUrl: 'http://8.8.8.8/wechat' })).relayUrl).toBe('http://8.8.8.8/wechat');
  });
});

describe('doctor', () => {
  it('names each missing right with what to do, and nothing that works', async () => {
    const { id } = await connect();
    const open: Record<string, object> = {
      '/cgi-bin/getcallbackip': { ip_list: ['1.2.3.4'] },
      '/cgi-bin/callback/check': { dns: [{ ip: '1.2.3.4', real_operator: 'UNICOM' }] },
      '/cgi-bin/user/get': { total: 0, count: 0, next_openid: '' },
      '/cgi-bin/menu/get': { errcode: 46003, errmsg: 'menu no exist' },
      '/cgi-bin/qrcode/create': { ticket: 't', url: 'u' },
      '/cgi-bin/material/get_materialcount': {}, '/cgi-bin/draft/count': { total_count: 0 },
      '/cgi-bin/message/mass/speed/get': { speed: 3, realspeed: 30 },
      '/cgi-bin/message/mass/send': { errcode: 40130, errmsg: 'invalid openid list size, at least two openid' },
      '/cgi-bin/comment/list': { errcode: 88000, errmsg: 'without comment privilege' },
      '/cgi-bin/message/custom/send': { errcode: 40003, errmsg: 'invalid openid' },
      '/datacube/getusersummary': { errcode: 61503, errmsg: 'data not ready' },
      '/sns/oauth2/access_token': { errcode: 40029, errmsg: 'invalid code' },
      '/cgi-bin/ticket/getticket': { errcode: 0, errmsg: 'ok', ticket: 't', expires_in: 7200 },
      '/cgi-bin/tags/get': { errcode: 48001, errmsg: 'api unauthorized rid: 5f3a8f2c-0a1b2c3d-4e5f6a7b' },
    };
    for (const [path, answer] of Object.entries(open)) platform.on(path, () => answer);
    const { call, close } = await testApp(stores.database, (app) => app.register(accountRoutes, { prefix: '/api/brands/:brandId', accounts, jobs: stores.jobs }));
    const url = `/api/brands/1/accounts/${id}/doctor`;
    expect((await call('viewer', 'GET', url)).body).toBeNull();
    const { status, body } = await call('owner', 'POST', url);
    expect([status, body.healthy]).toEqual([200, false]);
    const states = Object.fromEntries(body.checks.map((check: { id: string; state: string }) => [check.id, check.state]));
    // Templates are not scripted, so they answer 48001 like tags do.
    expect(states).toEqual({
      token: 'ok', ip_whitelist: 'ok', callback_address: 'ok', callback_traffic: 'warning', users: 'ok', tags: 'failed', menu: 'ok', qrcode: 'ok',
      materials: 'ok', drafts: 'ok', mass: 'ok', mass_list: 'ok', comments: 'warning', custom_send: 'ok', templates: 'failed', datacube: 'ok', oauth: 'ok', jsapi: 'ok', oauth_domain: 'manual',
    });
    const tags = body.checks.find((check: { id: string }) => check.id === 'tags');
    expect([tags.errcode, tags.text.zh.includes('接口权限'), tags.text.en.includes('pushing to a tag')]).toEqual([48001, true, true]);
    expect((await call('viewer', 'GET', url)).body).toEqual(body);
    expect((await call('owner', 'GET', `/api/brands/2/accounts/${id}/doctor`)).status).toBe(404);
    await close();
  });

  it('shows the address to put on the whitelist and tries nothing without a token', async () => {
    const { id } = await connect({ mode: 'plain' });
    platform.on('/cgi-bin/stable_token', () => ({ errcode: 40164, errmsg: 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist rid: 1' }));
    const { call, close } = await testApp(stores.database, (app) => app.register(accountRoutes, { prefix: '/api/brands/:brandId', accounts, jobs: stores.jobs }));
    const { body } = await call('owner', 'POST', `/api/brands/1/accounts/${id}/doctor`);
    platform.on('/cgi-bin/stable_token', () => ({ access_token: 'token', expires_in: 7200 }));
    const [whitelist, ...others] = body.checks as { id: string; state: string; text: { zh: string; en: string } }[];
    expect([whitelist!.id, whitelist!.state]).toEqual(['ip_whitelist', 'failed']);
    expect(whitelist!.text.zh).toContain('203.0.113.9');
    expect(others.filter(({ state }) => state === 'blocked')).toHaveLength(14);
    expect(others.find(({ id: check }) => check === 'callback_mode')).toMatchObject({ state: 'warning' });
    await close();
  });

  it('blames no AppSecret for a platform that cannot be asked now, and keeps what it found before', async () => {
    const { id } = await connect();
    const { call, close } = await testApp(stores.database, (app) => app.register(accountRoutes, { prefix: '/api/brands/:brandId', accounts, jobs: stores.jobs }));
    const url = `/api/brands/1/accounts/${id}/doctor`;
    const { body: found } = await call('owner', 'POST', url);
    expect(found.checks[0]).toMatchObject({ id: 'token', state: 'ok' });
    platform.on('/cgi-bin/getcallbackip', () => ({ errcode: 45009, errmsg: 'reach max api daily quota limit' }));
    expect(await call('owner', 'POST', url)).toMatchObject({ status: 503, body: { error: { code: 'wechat_busy' } } });
    await examineAgain(stores.database.forBrand(1), await accounts.accountOf(1, id), '');
    platform.on('/cgi-bin/getcallbackip', () => ({ ip_list: ['1.2.3.4'] }));
    expect((await call('viewer', 'GET', url)).body).toEqual(found);
    await close();
  });
});

describe('menu', () => {
  it('is saved, published, read back, and its taps keep their category after it changes', async () => {
    const { id } = await connect();
    let live: unknown[] = [];
    platform.on('/cgi-bin/menu/create', ({ body }) => ((live = body['button'] as unknown[]), { errcode: 0, errmsg: 'ok' }));
    platform.on('/cgi-bin/menu/get', () => ({ menu: { button: live } }));
    const { call, close } = await testApp(stores.database, (app) => app.register(accountRoutes, { prefix: '/api/brands/:brandId', accounts, jobs: stores.jobs }));
    const url = `/api/brands/1/accounts/${id}/menu`;
    const item = (name: string, key: string) => ({ name, type: 'click', category: 'crm', key });
    const save = (...items: object[]) => call('marketer', 'PUT', url, { columns: [{ name: '服务', type: null, category: null, items }] });

    // Two who began from the same menu: the second is told, and whoever says nothing of it saves as before.
    const over = (savedAt: string | null) => call('marketer', 'PUT', url, { columns: [{ name: '服务', type: null, category: null, items: [] }], savedAt });
    const first = await over(null);
    expect(first.status).toBe(200);
    expect(await over(null)).toMatchObject({ status: 409, body: { error: { code: 'menu_changed' } } });
    await new Promise((resolve) => setTimeout(resolve, 2));
    expect((await over(first.body.savedAt)).status).toBe(200);
    expect((await over(first.body.savedAt)).status).toBe(409);
    expect((await save(item('客服', 'OLD'), { name: '商城', type: 'view', category: 'ecommerce', url: null })).status).toBe(200);
    expect((await call('marketer', 'POST', `${url}/publish`)).body.error.field).toBe('columns.0.items.1.url');
    expect(live).toEqual([]);
    await save(item('客服', 'OLD'));
    expect((await call('marketer', 'POST', `${url}/publish`)).body).toMatchObject({ differences: [] });
    expect(live).toEqual([{ name: '服务', sub_button: [{ name: '客服', type: 'click', key: 'OLD' }] }]);
    expect((await call('viewer', 'GET', url)).body).toMatchObject({ changed: false });
    expect((await save(item('客服', 'NEW'))).body).toMatchObject({ changed: true });
    expect((await call('viewer', 'GET', `${url}/current`)).body.differences).toHaveLength(1);
    await call('marketer', 'POST', `${url}/publish`);
    const actions = await brand().query('select key, category from menu_action where brand_id = 1 and asset_id = $1 order by key', [id]);
    expect(actions).toEqual([{ key: 'NEW', category: 'crm' }, { key: 'OLD', category: 'crm' }]);

    platform.on('/cgi-bin/menu/create', () => ({ errcode: 45064, errmsg: 'no permission to use weapp in menu' }));
    const refused = await call('marketer', 'POST', `${url}/publish`);
    expect([refused.status, refused.body.error.code, refused.body.error.data.errcode]).toEqual([502, 'wechat_refused', 45064]);
    await close();
  });

  it('names the conditional menus of other systems, which stand before it, and deletes one on request', async () => {
    const { id } = await connect();
    const button = [{ name: '专享', sub_button: [{ type: 'click', name: '礼遇', key: 'GIFT', sub_button: [] }] }];
    const rules: [number, object][] = [[401, { tag_id: '7', client_platform_type: '1', sex: '' }], [402, { group_id: 8, city: '上海' }]];
    let conditional = rules.map(([menuid, matchrule]) => ({ button, matchrule, menuid }));
    platform.on('/cgi-bin/menu/create', () => ({ errcode: 0, errmsg: 'ok' }));
    platform.on('/cgi-bin/menu/get', () => ({ menu: { button: [{ type: 'click', name: '客服', key: 'S' }] }, conditionalmenu: conditional }));
    platform.on('/cgi-bin/menu/delconditional', ({ body }) => {
      conditional = conditional.filter(({ menuid }) => String(menuid) !== body['menuid']);
      return { errcode: 0, errmsg: 'ok' };
    });
    await syncTags(brand(), id, { list: async () => [{ id: 7, name: '贵宾' }] } as unknown as WechatTags);
    const { call, close } = await testApp(stores.database, (app) => app.register(accountRoutes, { prefix: '/api/brands/:brandId', accounts, jobs: stores.jobs }));
    const url = `/api/brands/1/accounts/${id}/menu`;
    const shown = [
      { id: '401', rule: { zh: '微信标签“贵宾”，iOS 客户端', en: 'WeChat tag “贵宾”, on iOS' }, columns: [{ name: '专享', items: [{ name: '礼遇', key: 'GIFT' }] }] },
      { id: '402', rule: { zh: '微信标签 8，上海', en: 'WeChat tag 8, 上海' } },
    ];
    expect((await call('viewer', 'GET', `${url}/current`)).body.conditional).toMatchObject(shown);
    await call('marketer', 'PUT', url, { columns: [{ name: '客服', type: 'click', category: 'crm', key: 'S', items: [] }] });
    expect((await call('marketer', 'POST', `${url}/publish`)).body).toMatchObject({ differences: [], conditional: shown });

    const remove = async (role: 'viewer' | 'marketer') => (await call(role, 'DELETE', `${url}/conditional/401`)).status;
    expect([await remove('viewer'), conditional.length]).toEqual([403, 2]);
    expect([await remove('marketer'), await remove('marketer')]).toEqual([204, 404]);
    expect((await call('viewer', 'GET', `${url}/current`)).body.conditional).toMatchObject(shown.slice(1));
    const audited = await brand().query<{ before: unknown }>(`select before from audit_entry where brand_id = 1 and action = 'menu.conditional_deleted' and subject = $1`, [`asset:${id}`]);
    expect(audited).toEqual([{ before: { button, matchrule: rules[0]![1] } }]);
    await close();
  });
});
