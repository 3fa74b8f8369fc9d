import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { type Shop, openShop } from './platform/pay/testing.ts';

let shop: Shop;
afterEach(() => shop.close());

const HOUR = 3_600_000;
/** Noon in Beijing on 10 March 2026, a Tuesday. */
const NOON = Date.parse('2026-03-10T12:00:00+08:00');
const stepped = { history: { start: NOON, until: NOON + 400 * 24 * HOUR } };
const step = (hours = 1) => shop.world.control('/clock/step', { hours });

type Json = Record<string, unknown>;
/** A server API of the mini program with a token of its own. */
async function call(path: string, body?: unknown, query: Record<string, string> = {}): Promise<Json & { bytes?: Buffer; type?: string }> {
  const token = String((await shop.world.tokens(true, { appid: shop.appid, secret: await secret() }))['access_token']);
  const url = `${shop.sandbox.url}${path}?${new URLSearchParams({ access_token: token, ...query }).toString()}`;
  const answer = await fetch(url, { method: body === undefined ? 'GET' : 'POST', ...(body !== undefined && { body: JSON.stringify(body) }) });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('content-type') ?? '';
  return type.includes('json') ? (JSON.parse(bytes.toString()) as Json) : { bytes, type };
}
const secret = async (): Promise<string> => String((await shop.world.control(`/accounts/${shop.appid}`))['secret']);
const events = (): Json[] => shop.events.map(({ body }) => JSON.parse(body) as Json);
const code = async (answer: Promise<Json>): Promise<unknown> => (await answer)['errcode'];
const mini = (path: string, body: object) => shop.world.control(`/mini/${path}`, { appid: shop.appid, ...body });
const set = (settings: object) => shop.world.control(`/accounts/${shop.appid}`, settings, 'PATCH');

async function login(change: Record<string, string> = {}, openid = shop.buyer): Promise<Json> {
  const { code: jsCode } = await mini('login', { openid });
  const query = new URLSearchParams({ appid: shop.appid, secret: await secret(), js_code: String(jsCode), grant_type: 'authorization_code', ...change });
  return (await fetch(`${shop.sandbox.url}/sns/jscode2session?${query.toString()}`)).json() as Promise<Json>;
}

describe('login', () => {
  it('gives a follower of the official account another openid and the same unionid', async () => {
    shop = await openShop(stepped);
    const follower = await shop.world.newPerson();
    await shop.world.act('follow', follower);
    const { unionid } = await shop.world.api('/cgi-bin/user/info', undefined, { openid: follower });
    const session = await login({}, follower);
    expect(session).toEqual({ openid: expect.not.stringMatching(follower) as unknown, unionid, session_key: expect.stringMatching(/^.{22}==$/) as unknown });
    expect((await login({}, follower))['openid']).toBe(session['openid']);
    await set({ openPlatform: false });
    expect(await login({}, follower)).not.toHaveProperty('unionid');
  });

  it('takes a code once, for five minutes, from who knows the secret', async () => {
    shop = await openShop(stepped);
    const { code: jsCode } = await mini('login', { openid: shop.buyer });
    expect(await login({ js_code: String(jsCode) })).toHaveProperty('session_key');
    expect(await login({ js_code: String(jsCode) })).toMatchObject({ errcode: 40163 });
    const { code: old } = await mini('login', { openid: shop.buyer });
    await step();
    expect(await login({ js_code: String(old) })).toMatchObject({ errcode: 40029 });
    expect(await login({ secret: 'f'.repeat(32) })).toMatchObject({ errcode: 40125 });
    expect(await login({ appid: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' })).toMatchObject({ errcode: 40013 });
    await mini('block', { openid: shop.buyer });
    expect(await login()).toMatchObject({ errcode: 40226 });
  });

  it('makes a new session key each time, with which data of the client opens', async () => {
    shop = await openShop(stepped);
    const first = await login();
    const second = await login();
    expect(second['session_key']).not.toBe(first['session_key']);
    const signed = (key: unknown) => ({ openid: shop.buyer, sig_method: 'hmac_sha256', signature: createHmac('sha256', String(key)).update('').digest('hex') });
    expect(await code(call('/wxa/checksession', undefined, signed(first['session_key'])))).toBe(87009);
    expect(await code(call('/wxa/checksession', undefined, signed(second['session_key'])))).toBe(0);
    const sealed = (await mini('encrypt', { openid: shop.buyer, data: { nickName: '小青' } })) as Record<string, string>;
    const decipher = createDecipheriv('aes-128-cbc', Buffer.from(String(second['session_key']), 'base64'), Buffer.from(sealed['iv']!, 'base64'));
    const opened = JSON.parse(decipher.update(sealed['encryptedData']!, 'base64', 'utf8') + decipher.final('utf8')) as Json;
    expect(opened).toEqual({ nickName: '小青', watermark: { timestamp: NOON / 1000, appid: shop.appid } });
    expect(sealed['signature']).toBe(createHash('sha1').update(sealed['rawData']! + String(second['session_key'])).digest('hex'));
  });

  it('tells the telephone number for a code of its own, once', async () => {
    shop = await openShop(stepped);
    const ask = async (phone: object = {}, more: object = {}) => call('/wxa/business/getuserphonenumber', { code: (await mini('phone', { openid: shop.buyer, ...phone }))['code'], ...more });
    const { phone_info: own } = await ask();
    expect(own).toMatchObject({ countryCode: '86', phoneNumber: expect.stringMatching(/^199\d{8}$/) as unknown, watermark: { timestamp: NOON / 1000, appid: shop.appid } });
    expect((await ask({}, { openid: shop.buyer }))['phone_info']).toEqual(own);
    expect((await ask({ phone: '91234567', countryCode: '852' }))['phone_info']).toMatchObject({ phoneNumber: '+85291234567', purePhoneNumber: '91234567', countryCode: '852' });
    expect(await code(ask({}, { openid: 'oSomebodyElse' }))).toBe(40003);
    const { code: once } = await mini('phone', { openid: shop.buyer });
    expect(await code(call('/wxa/business/getuserphonenumber', { code: once }))).toBe(0);
    expect(await code(call('/wxa/business/getuserphonenumber', { code: once }))).toBe(40163);
    expect(await code(call('/wxa/business/getuserphonenumber', { code: (await mini('login', { openid: shop.buyer }))['code'] }))).toBe(40029);
    const other = 'wx00000000000000a2';
    await shop.world.control('/accounts', { kind: 'miniProgram', appid: other });
    const { code: theirs } = await shop.world.control('/mini/phone', { appid: other, openid: shop.buyer });
    expect(await code(call('/wxa/business/getuserphonenumber', { code: theirs }))).toBe(40013);
  });
});

describe('codes and links', () => {
  it('lead to their page with the scene they bring people by, until they are over', async () => {
    shop = await openShop(stepped);
    await set({ pages: ['pages/home/home', 'pages/product/product'] });
    const image = await call('/wxa/getwxacodeunlimit', { scene: 'p=42&k=a', page: 'pages/product/product' });
    expect([image.type, image.bytes!.subarray(0, 3).toString('hex')]).toEqual(['image/jpeg', 'ffd8ff']);
    expect((await call('/wxa/getwxacode', { path: 'pages/home/home?a=1', is_hyaline: true })).bytes!.subarray(1, 4).toString()).toBe('PNG');
    const { url_link: url } = await call('/wxa/generate_urllink', { path: '/pages/product/product', query: 't=7', expire_type: 1, expire_interval: 1 });
    expect(url).toMatch(/^https:\/\/wxaurl\.cn\/\w{11}$/);
    const { openlink } = await call('/wxa/generatescheme', { jump_wxa: { path: 'pages/product/product', query: 't=8' }, expire_type: 0, expire_time: NOON / 1000 + 60 });
    const { link } = await call('/wxa/genwxashortlink', { page_url: 'pages/product/product?id=3', page_title: '一二三四五六七八九十一二三四五六七八九十一' });
    expect(link).toMatch(/^#小程序:\/\/测试小程序\/一二三四五六七八九十一二三四五六七八九十…\/\w+$/);

    const { items } = (await shop.world.control(`/mini/links?appid=${shop.appid}`)) as { items: { id: string; kind: string }[] };
    const unlimited = items.find(({ kind }) => kind === 'unlimited')!.id;
    const open = (what: object) => mini('open', { openid: shop.buyer, ...what });
    expect(await open({ link: unlimited })).toMatchObject({ path: 'pages/product/product', query: { scene: 'p%3D42%26k%3Da' }, scene: 1047 });
    expect(await open({ link: unlimited, scene: 1048 })).toMatchObject({ scene: 1048 });
    expect(await open({ link: url })).toMatchObject({ query: { t: '7' }, scene: 1194 });
    expect(await open({ link: openlink })).toMatchObject({ query: { t: '8' }, scene: 1065 });
    expect(await open({ link })).toMatchObject({ query: { id: '3' } });
    expect(await open({ path: 'pages/home/home', query: 'a=1', scene: 1058, referrerAppId: 'wx0123456789abcdef' })).toMatchObject({ query: { a: '1' }, scene: 1058, referrerInfo: { appId: 'wx0123456789abcdef' } });
    expect(await call('/wxa/query_urllink', { url_link: url })).toMatchObject({ url_link_info: { path: 'pages/product/product', query: 't=7', create_time: NOON / 1000, expire_time: NOON / 1000 + 86_400, env_version: 'release' } });
    expect(await call('/wxa/query_urllink', { url_link: url, query_type: 1 })).toMatchObject({ quota_info: { remain_visit_quota: 2_999_998 } });
    await step();
    await expect(open({ link: openlink })).rejects.toThrow('over');
    expect(await open({ link: url })).toMatchObject({ scene: 1194 });
    await step(23);
    await expect(open({ link: url })).rejects.toThrow('over');
    expect(await open({ link: unlimited })).toMatchObject({ scene: 1047 });
  });

  it('refuse what the platform refuses', async () => {
    shop = await openShop(stepped);
    await set({ pages: ['pages/home/home'] });
    const unlimited = (body: object) => code(call('/wxa/getwxacodeunlimit', { scene: 'a', ...body }));
    expect(await unlimited({ scene: 'x'.repeat(32) })).toBeUndefined();
    expect(await unlimited({ scene: 'x'.repeat(33) })).toBe(40169);
    expect(await unlimited({ scene: '链' })).toBe(40129);
    expect(await unlimited({ scene: 'a%20' })).toBe(40129);
    for (const page of ['pages/none/none', '/pages/home/home', 'pages/home/home?a=1']) expect(await unlimited({ page })).toBe(41030);
    expect(await unlimited({ page: 'pages/none/none', check_path: false })).toBeUndefined();
    expect(await code(call('/wxa/getwxacode', { path: '' }))).toBe(40159);
    expect(await code(call('/cgi-bin/wxaapp/createwxaqrcode', { path: `p?${'x'.repeat(127)}` }))).toBe(40159);
    const url = (body: object) => code(call('/wxa/generate_urllink', body));
    expect(await url({ path: 'pages/none/none' })).toBe(40165);
    expect(await url({ query: '名' })).toBe(40212);
    expect(await url({ expire_type: 1, expire_interval: 31 })).toBe(85401);
    expect(await url({ expire_time: NOON / 1000 + 59 })).toBe(85401);
    expect(await url({ env_version: 'beta' })).toBe(85402);
    expect(await code(call('/wxa/queryscheme', { scheme: 'weixin://dl/business/?t=none' }))).toBe(85403);
    expect(await code(call('/wxa/genwxashortlink', { page_url: 'pages/none/none' }))).toBe(40066);
    expect(await url({})).toBe(0);
    shop.sandbox.platform.state.accounts.get(shop.appid)!.mini.made.inDay = 500_000;
    expect(await url({})).toBe(44993);
    await set({ verified: false });
    expect(await url({})).toBe(40002);
    expect(await code(call('/cgi-bin/user/get'))).toBe(48001);
  });
});

describe('subscription messages', () => {
  it('need one accept for each, name the field that is wrong and report delivery', async () => {
    shop = await openShop(stepped);
    const { data: titles } = (await call('/wxaapi/newtmpl/getpubtemplatetitles', undefined, { ids: '616', start: '0', limit: '30' })) as { data: { tid: number; title: string }[] };
    const { tid } = titles.find(({ title }) => title === '订单发货提醒')!;
    const { priTmplId: template } = await call('/wxaapi/newtmpl/addtemplate', { tid, kidList: [1, 2], sceneDesc: '发货' });
    const send = (data: object = { thing1: { value: '手链' }, thing2: { value: '顺丰速运' } }) => code(call('/cgi-bin/message/subscribe/send', { touser: shop.buyer, template_id: template, data, page: 'pages/order/order' }));
    expect(await send()).toBe(43101);
    const answer = (accept: boolean) => shop.world.control('/acts', { kind: 'subscription', appid: shop.appid, openid: shop.buyer, scene: 0, answers: [{ templateId: template, accept }] });
    await answer(true);
    await answer(true);
    await answer(false);
    expect(events()[0]).toEqual({
      ToUserName: expect.stringMatching(/^gh_/) as unknown, FromUserName: shop.buyer, CreateTime: String(NOON / 1000), MsgType: 'event', Event: 'subscribe_msg_popup_event',
      List: { TemplateId: template, SubscribeStatusString: 'accept', PopupScene: '0' },
    });
    expect(await call('/cgi-bin/message/subscribe/send', { touser: shop.buyer, template_id: template, data: { thing1: { value: '' }, thing2: { value: 'x' } } }))
      .toMatchObject({ errcode: 47003, errmsg: expect.stringContaining('data.thing1.value is empty') as unknown });
    expect(await send({ thing1: { value: '长'.repeat(21) }, thing2: { value: 'x' } })).toBe(47003);
    expect([await send(), await send(), await send()]).toEqual([0, 0, 43101]);
    await answer(true);
    await mini('refuse', { openid: shop.buyer, templateId: template });
    expect(events().at(-1)).toMatchObject({ Event: 'subscribe_msg_change_event', List: [{ TemplateId: template, SubscribeStatusString: 'reject' }] });
    expect(await send()).toBe(43101);
    await step();
    expect(events().filter(({ Event }) => Event === 'subscribe_msg_sent_event')).toMatchObject([
      { List: [{ TemplateId: template, ErrorCode: '0', ErrorStatus: 'success', MsgID: expect.stringMatching(/^\d{19}$/) as unknown }] }, {},
    ]);
    const { items } = await shop.world.control(`/inbox?appid=${shop.appid}&openid=${shop.buyer}`);
    expect(items).toMatchObject([{ kind: 'subscription', content: { title: '订单发货提醒', page: 'pages/order/order' } }, {}]);
  });

  it('come as JSON or XML, plain or sealed, whichever the mini program chose', async () => {
    shop = await openShop(stepped);
    const crypt = createRequire(import.meta.url)('wechat-crypto') as new (token: string, key: string, appid: string) => { decrypt(text: string): { message: string }; getSignature(...parts: string[]): string };
    const settings = (await set({ mode: 'safe' })) as Record<string, string>;
    const answer = () => shop.world.control('/acts', { kind: 'subscription', appid: shop.appid, openid: shop.buyer, scene: 0, answers: [{ templateId: 'a', accept: true }, { templateId: 'b', accept: false }] });
    await answer();
    const cipher = new crypt(settings['token']!, settings['aesKey']!, shop.appid);
    const { body, query } = shop.events.at(-1)!;
    const { ToUserName, Encrypt } = JSON.parse(body) as Record<string, string>;
    expect(ToUserName).toBe(settings['originalId']);
    expect(cipher.getSignature(query.get('timestamp')!, query.get('nonce')!, Encrypt!)).toBe(query.get('msg_signature'));
    expect(JSON.parse(cipher.decrypt(Encrypt!).message)).toMatchObject({ Event: 'subscribe_msg_popup_event', List: [{ SubscribeStatusString: 'accept' }, { SubscribeStatusString: 'reject' }] });
    await set({ mode: 'compat' });
    await answer();
    expect(JSON.parse(shop.events.at(-1)!.body)).toMatchObject({ Event: 'subscribe_msg_popup_event', Encrypt: expect.any(String) as unknown });
    await set({ mode: 'plain', dataFormat: 'xml' });
    await answer();
    expect(shop.events.at(-1)!.body).toContain('<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[a]]></TemplateId>');
  });
});

describe('datacube', () => {
  it('counts visits from the day after, with sources, pages and newcomers', async () => {
    shop = await openShop(stepped);
    const visit = async (openid: string, scene: number, pages: object[]) => {
      const { visit: id } = await mini('open', { openid, scene, path: 'pages/home/home' });
      await mini('pages', { visit: id, pages });
    };
    const [second] = (await shop.world.control('/people', { appid: shop.appid, count: 1 }))['items'] as { openid: string }[];
    await visit(shop.buyer, 1058, [{ path: 'pages/home/home', seconds: 4 }, { path: 'pages/product/product', seconds: 9, shares: 2 }]);
    await visit(shop.buyer, 1194, [{ path: 'pages/product/product?id=3', seconds: 1 }]);
    await visit(second!.openid, 1047, [{ path: 'pages/home/home', seconds: 2 }]);
    const day = (name: string, from = '20260310', to = from) => call(`/datacube/getweanalysisappid${name}`, { begin_date: from, end_date: to });
    expect(await code(day('dailyvisittrend'))).toBe(61501);
    await step(19);
    expect(await code(day('dailyvisittrend'))).toBe(61504);
    await step();
    expect(await day('dailyvisittrend')).toEqual({ list: [{ ref_date: '20260310', session_cnt: 3, visit_pv: 4, visit_uv: 2, visit_uv_new: 2, stay_time_uv: 8, stay_time_session: 5.3333, visit_depth: 1.3333 }] });
    expect(await day('dailysummarytrend')).toEqual({ list: [{ ref_date: '20260310', visit_total: 2, share_pv: 2, share_uv: 1 }] });
    expect(await day('visitpage')).toMatchObject({ list: [
      { page_path: 'pages/home/home', page_visit_pv: 2, page_visit_uv: 2, page_staytime_pv: 3, entrypage_pv: 2, exitpage_pv: 1 },
      { page_path: 'pages/product/product', page_visit_pv: 2, page_visit_uv: 1, entrypage_pv: 1, exitpage_pv: 2, page_share_pv: 2, page_share_uv: 1 },
    ] });
    expect(await day('visitdistribution')).toMatchObject({ list: [
      { index: 'access_source_session_cnt', item_list: [{ key: 18, value: 1 }, { key: 10, value: 1 }, { key: 4, value: 1 }] },
      { index: 'access_staytime_info', item_list: [{ key: 4, value: 1 }, { key: 1, value: 2 }] },
      { index: 'access_depth_info', item_list: [{ key: 2, value: 1 }, { key: 1, value: 2 }] },
    ] });
    await visit(second!.openid, 1001, []);
    await step(24);
    expect(await day('dailyretaininfo')).toEqual({ ref_date: '20260310', visit_uv_new: [{ key: 0, value: 2 }, { key: 1, value: 1 }], visit_uv: [{ key: 0, value: 2 }, { key: 1, value: 1 }] });
    expect(await code(day('dailyvisittrend', '20260310', '20260311'))).toBe(61501);
    expect(await code(day('weeklyvisittrend', '20260310', '20260316'))).toBe(61501);
    await step(5 * 24);
    expect(await day('weeklyvisittrend', '20260309', '20260315')).toMatchObject({ list: [{ ref_date: '20260309-20260315', session_cnt: 4, visit_uv: 2, visit_uv_new: 2 }] });
    await step(16 * 24);
    expect(await day('monthlyvisittrend', '20260301', '20260331')).toMatchObject({ list: [{ ref_date: '202603', session_cnt: 4 }] });
    expect(await day('weeklyretaininfo', '20260309', '20260315')).toMatchObject({ ref_date: '20260309-20260315', visit_uv: [{ key: 0, value: 2 }, { key: 1, value: 0 }, { key: 2, value: 0 }] });
    expect(await day('monthlyretaininfo', '20260301', '20260331')).toEqual({ ref_date: '202603', visit_uv_new: [{ key: 0, value: 2 }], visit_uv: [{ key: 0, value: 2 }] });
    expect(await code(day('monthlyvisittrend', '20260301', '20260330'))).toBe(61501);
  });
});

describe('shipping', () => {
  const orderOf = async (outTradeNo: string) => ((await call('/wxa/sec/order/get_order', { merchant_id: shop.mchid, merchant_trade_no: outTradeNo }))['order'] ?? {}) as Json;
  const upload = (outTradeNo: string, more: object = {}, minute = 0) => code(call('/wxa/sec/order/upload_shipping_info', {
    order_key: { order_number_type: 1, mchid: shop.mchid, out_trade_no: outTradeNo }, logistics_type: 1, delivery_mode: 1,
    shipping_list: [{ tracking_no: 'JT1', express_company: 'JTSD', item_desc: '手链*1' }], upload_time: `2026-03-10T12:${String(minute).padStart(2, '0')}:00.120+08:00`, payer: { openid: shop.buyer }, ...more,
  }));
  const settlements = () => events().filter(({ Event }) => Event === 'trade_manage_order_settlement');

  it('is uploaded, received and settled, with an event for each; the money comes by itself after ten days', async () => {
    shop = await openShop(stepped);
    await shop.pay(await shop.order('SHIP-001', 100));
    await shop.pay(await shop.order('SHIP-002', 100));
    expect(await orderOf('SHIP-001')).toMatchObject({ order_state: 1, paid_amount: 100, openid: shop.buyer, shipping: {} });
    expect(await upload('SHIP-001')).toBe(0);
    expect(await upload('SHIP-002')).toBe(0);
    const order = await orderOf('SHIP-001');
    expect(order).toMatchObject({ order_state: 2, shipping: { finish_shipping: true, finish_shipping_count: 1, goods_desc: '手链*1', shipping_list: [{ tracking_no: 'JT1', express_company: 'JTSD' }] } });
    expect(await call('/wxa/sec/order/get_order', { transaction_id: order['transaction_id'] })).toMatchObject({ order: { merchant_trade_no: 'SHIP-001' } });
    await step();
    expect(settlements()).toMatchObject([{ merchant_trade_no: 'SHIP-001', shipped_time: NOON / 1000, estimated_settlement_time: NOON / 1000 + 864_000 }, {}]);
    await mini('received', { transactionId: order['transaction_id'] });
    expect(await orderOf('SHIP-001')).toMatchObject({ order_state: 3 });
    await step();
    expect(await orderOf('SHIP-001')).toMatchObject({ order_state: 4 });
    expect(settlements().at(-1)).toMatchObject({ merchant_trade_no: 'SHIP-001', confirm_receive_method: 2, settlement_time: NOON / 1000 + 3660 });
    expect(await upload('SHIP-001', {}, 5)).toBe(10060002);
    await step(10 * 24 - 3);
    expect(await orderOf('SHIP-002')).toMatchObject({ order_state: 2 });
    await step(2);
    expect(await orderOf('SHIP-002')).toMatchObject({ order_state: 4 });
    expect(settlements().at(-1)).toMatchObject({ merchant_trade_no: 'SHIP-002', confirm_receive_method: 1 });
  });

  it('takes parcels until all have left, and one correction', async () => {
    shop = await openShop(stepped);
    await shop.pay(await shop.order('SHIP-003', 100));
    const parcel = (no: string) => ({ shipping_list: [{ tracking_no: no, express_company: 'SF', item_desc: '戒指*1', contact: { receiver_contact: '199****0000' } }] });
    expect(await upload('SHIP-003', { delivery_mode: 2, ...parcel('SF1') }, 1)).toBe(10060007);
    expect(await upload('SHIP-003', { delivery_mode: 2, is_all_delivered: false, ...parcel('SF1') }, 1)).toBe(0);
    expect(await orderOf('SHIP-003')).toMatchObject({ order_state: 1, shipping: { finish_shipping: false } });
    expect(await upload('SHIP-003', { delivery_mode: 2, is_all_delivered: true, ...parcel('SF2') }, 1)).toBe(268485216);
    expect(await upload('SHIP-003', { delivery_mode: 2, is_all_delivered: true, ...parcel('SF2') }, 2)).toBe(0);
    expect(await orderOf('SHIP-003')).toMatchObject({ order_state: 2, shipping: { shipping_list: [{ tracking_no: 'SF1' }, { tracking_no: 'SF2' }] } });
    expect(await upload('SHIP-003', parcel('SF3'), 3)).toBe(0);
    expect(await upload('SHIP-003', parcel('SF4'), 4)).toBe(10060003);
    expect(await orderOf('SHIP-003')).toMatchObject({ shipping: { finish_shipping_count: 2, shipping_list: [{ tracking_no: 'SF3' }] } });
  });

  it('refuses other payers, unknown carriers and refunded orders; reminds after two days; lists page by page', async () => {
    shop = await openShop(stepped);
    for (const no of ['SHIP-004', 'SHIP-005', 'SHIP-006']) await shop.pay(await shop.order(no, 100));
    expect(await upload('SHIP-009')).toBe(10060001);
    expect(await upload('SHIP-004', { payer: { openid: 'oSomebodyElse' } })).toBe(10060031);
    expect(await upload('SHIP-004', { shipping_list: [{ tracking_no: '1', express_company: 'NONE', item_desc: 'x' }] })).toBe(268485227);
    expect(await upload('SHIP-004', { shipping_list: [{ tracking_no: '1', express_company: 'SF', item_desc: 'x' }] })).toBe(10060014);
    expect(await upload('SHIP-004', { delivery_mode: 2, logistics_type: 3, is_all_delivered: true })).toBe(10060006);
    await shop.call('POST', '/v3/refund/domestic/refunds', { out_trade_no: 'SHIP-004', out_refund_no: 'SR4', amount: { refund: 100, total: 100, currency: 'CNY' } });
    expect(await upload('SHIP-004')).toBe(10060004);
    expect(await upload('SHIP-005', { logistics_type: 4, shipping_list: [{ item_desc: '手链*1' }] })).toBe(0);
    await step(49);
    const reminders = events().filter(({ Event }) => Event === 'trade_manage_remind_shipping');
    expect(reminders.map((event) => event['merchant_trade_no'])).toEqual(['SHIP-006']);
    const page = (last = '') => call('/wxa/sec/order/get_order_list', { pay_time_range: { begin_time: NOON / 1000, end_time: NOON / 1000 }, page_size: 2, last_index: last }) as Promise<{ order_list: Json[]; last_index: string; has_more: boolean }>;
    const first = await page();
    expect([first.order_list.map((one) => one['merchant_trade_no']), first.has_more]).toEqual([['SHIP-004', 'SHIP-005'], true]);
    const rest = await page(first.last_index);
    expect([rest.order_list.map((one) => one['merchant_trade_no']), rest.has_more]).toEqual([['SHIP-006'], false]);
    expect((await call('/cgi-bin/express/delivery/open_msg/get_delivery_list', {}))['delivery_list']).toContainEqual({ delivery_id: 'SF', delivery_name: '顺丰速运' });
    expect(await call('/wxa/sec/order/is_trade_managed', { appid: shop.appid })).toMatchObject({ is_trade_managed: true });
    const { transaction_id: id } = rest.order_list[0]!;
    expect(await code(call('/wxa/getpaidunionid', undefined, { openid: shop.buyer, transaction_id: String(id) }))).toBe(89300);
    await shop.pay(await shop.order('SHIP-007', 100));
    expect(await call('/wxa/getpaidunionid', undefined, { openid: shop.buyer, mch_id: shop.mchid, out_trade_no: 'SHIP-007' })).toMatchObject({ unionid: expect.any(String) as unknown });
  });
});
