import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestWorld, keys, openTestWorld } from './testing.ts';

let world: TestWorld;
let site: Server;
let origin: string;
/** What the brand's own web server was asked, in order. */
const visits: { url: URL; cookie: string }[] = [];

beforeAll(async () => {
  // A tracked link as a product makes it: identify by snsapi_base, then go on.
  site = createServer((request, response) => {
    const url = new URL(request.url ?? '', origin);
    visits.push({ url, cookie: request.headers.cookie ?? '' });
    if (url.pathname === '/link') {
      const consent = new URLSearchParams({ appid: keys.appid, redirect_uri: `${origin}/back`, response_type: 'code', scope: 'snsapi_base', state: 'abc' });
      response.writeHead(302, { location: `https://open.weixin.qq.com/connect/oauth2/authorize?${consent.toString()}#wechat_redirect`, 'set-cookie': 'visit=1; Path=/' });
    } else if (url.pathname === '/back') response.writeHead(302, { location: 'https://brand.example/collection' });
    response.end();
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  world = await openTestWorld();
});
afterAll(async () => {
  await world.close();
  site.closeAllConnections();
  await new Promise<void>((resolve) => site.close(() => resolve()));
});
beforeEach(() => void visits.splice(0));

const page = (path: string, cookie = '') => fetch(`${world.sandbox.url}${path}`, { redirect: 'manual', headers: { cookie } });
const consentPath = (change: Record<string, string> = {}) =>
  `/connect/oauth2/authorize?${new URLSearchParams({ appid: keys.appid, redirect_uri: `${origin}/back?a=1`, response_type: 'code', scope: 'snsapi_base', state: 'xyz', ...change }).toString()}`;
const exchange = async (code: string) => (await (await page(`/sns/oauth2/access_token?appid=${keys.appid}&secret=${keys.secret}&code=${code}&grant_type=authorization_code`)).json()) as Record<string, unknown>;

describe('web authorisation', () => {
  it('redirects silently with a code that names the person once', async () => {
    const openid = await world.newPerson();
    expect((await page(consentPath())).status).toBe(401);
    const answer = await page(consentPath(), `qingniao_play_as=${openid}`);
    const target = new URL(answer.headers.get('location')!);
    expect([target.pathname, target.searchParams.get('a'), target.searchParams.get('state')]).toEqual(['/back', '1', 'xyz']);
    const code = target.searchParams.get('code')!;
    const tokens = await exchange(code);
    expect(tokens).toMatchObject({ openid, scope: 'snsapi_base', expires_in: 7200, unionid: expect.any(String) as unknown });
    expect(await exchange(code)).toMatchObject({ errcode: 40163 });
    expect(await exchange('nonsense')).toMatchObject({ errcode: 40029 });
    expect(await (await page(`/sns/userinfo?access_token=${String(tokens['access_token'])}&openid=${openid}`)).json()).toMatchObject({ errcode: 48001 });
  });

  it('asks before it tells a name, and knows the authorised domain', async () => {
    const openid = await world.newPerson();
    const ask = consentPath({ scope: 'snsapi_userinfo' });
    expect(await (await page(`${ask}&as=${openid}`)).text()).toContain('consent-allow');
    const target = new URL((await page(`${ask}&as=${openid}&confirm=1`)).headers.get('location')!);
    const tokens = await exchange(target.searchParams.get('code')!);
    expect(await (await page(`/sns/userinfo?access_token=${String(tokens['access_token'])}&openid=${openid}`)).json()).toMatchObject({ openid, sex: 0, city: '' });
    await world.control(`/accounts/${keys.appid}`, { oauthDomain: 'brand.example' }, 'PATCH');
    expect(await (await page(`${consentPath()}&as=${openid}`)).text()).toContain('10003');
    await world.control(`/accounts/${keys.appid}`, { oauthDomain: null }, 'PATCH');
  });

  it('knows the same person in another account by unionid', async () => {
    const openid = await world.newPerson();
    const other = 'wx00000000000000aa';
    await world.control('/accounts', { appid: other, name: '另一个', secret: 'b'.repeat(32) });
    const target = new URL((await page(`${consentPath({ appid: other })}&as=${openid}`)).headers.get('location')!);
    const there = (await (await page(`/sns/oauth2/access_token?appid=${other}&secret=${'b'.repeat(32)}&code=${target.searchParams.get('code')}&grant_type=authorization_code`)).json()) as { openid: string; unionid: string };
    expect(there.openid).not.toBe(openid);
    expect(there.unionid).toBe(world.sandbox.world.person(keys.appid, openid)!.unionid);
  });
});

describe('a simulated visitor', () => {
  it('follows the tracked link through consent with the code in hand, and stops at the edge of this machine', async () => {
    const openid = await world.newPerson();
    await world.act('click', openid, { url: `${origin}/link` });
    expect(visits.map((visit) => visit.url.pathname)).toEqual(['/link', '/back']);
    expect(visits[1]!.cookie).toBe('visit=1');
    expect(await exchange(visits[1]!.url.searchParams.get('code')!)).toMatchObject({ openid });
  });

  it('is nobody in an ordinary browser', async () => {
    await world.act('click', await world.newPerson(), { url: `${origin}/link`, outside: true });
    expect(visits.map((visit) => visit.url.pathname)).toEqual(['/link']);
  });
});

describe('article and consent pages', () => {
  it('counts a reader who plays, shows the links, and forgets a deleted article', async () => {
    const openid = await world.newPerson();
    await world.act('follow', openid);
    const content = `<p>春天 <a href="${origin}/link?x=1&amp;y=2">预约</a><script>alert(1)</script><img src="https://elsewhere.example/a.png"></p>`;
    const { media_id: draft } = await world.api('/cgi-bin/draft/add', { articles: [{ title: '春季', content, thumb_media_id: await world.cover(), content_source_url: `${origin}/more` }] });
    const sent = await world.api('/cgi-bin/message/mass/sendall', { filter: { is_to_all: true }, mpnews: { media_id: draft }, msgtype: 'mpnews' });
    const { articles } = world.sandbox.world;
    await expect.poll(() => articles(keys.appid).length).toBe(1);
    const [article] = articles(keys.appid);
    expect(article!.links).toEqual([`${origin}/link?x=1&y=2`, `${origin}/more`]);
    const path = new URL(article!.url).pathname + new URL(article!.url).search;
    const html = await (await page(path, `qingniao_play_as=${openid}`)).text();
    expect(html).toContain('春天');
    expect(html).not.toMatch(/alert\(1\)|elsewhere\.example/);
    const { counts } = (await world.control('/ledger')) as { counts: { type: string; source: string; count: number }[] };
    expect(counts).toContainEqual(expect.objectContaining({ type: 'read', source: '公众号消息', count: 1 }));
    await world.api('/cgi-bin/message/mass/delete', { msg_id: sent['msg_id'] });
    expect(await (await page(path)).text()).toContain('已被发布者删除');
  });

  it('lets somebody agree to one message, once', async () => {
    const openid = await world.newPerson();
    const query = new URLSearchParams({ action: 'get_confirm', appid: keys.appid, scene: '1000', template_id: 'once', redirect_uri: `${origin}/back`, reserved: 'r' });
    expect(await (await page(`/mp/subscribemsg?${query.toString()}&as=${openid}`)).text()).toContain('once-confirm');
    const answer = await page(`/mp/subscribemsg?${query.toString()}&as=${openid}&answer=confirm`);
    expect(Object.fromEntries(new URL(answer.headers.get('location')!).searchParams)).toEqual({ openid, template_id: 'once', action: 'confirm', scene: '1000', reserved: 'r' });
    const send = () => world.api('/cgi-bin/message/template/subscribe', { touser: openid, template_id: 'once', scene: 1000, title: '到货提醒', data: { content: { value: '您关注的手袋已到店', color: '#000' } } });
    expect(await send()).toMatchObject({ errcode: 0 });
    expect(await send()).toMatchObject({ errcode: 43101 });
  });

  it('serves the phone', async () => {
    for (const path of ['/play', '/play/play.js', '/play/play.css']) expect((await page(path)).status).toBe(200);
    expect(await (await page('/play')).text()).toContain('data-testid="chat"');
  });
});
