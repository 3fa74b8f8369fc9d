import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '@qingniao/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isFile } from '../call.ts';
import { closeWechatConnections } from '../connections.ts';
import { memoryTokenStore } from '../token.ts';
import { isWechatError } from '../wechat-error.ts';
import { type MiniProgramClient, createMiniProgramClient } from './client.ts';
import type { ShippingInfo } from './shipping.ts';

/** Answers what the test says and keeps what it was asked. */
let answers: Record<string, (object | Buffer | 'hang up')[]>;
let seen: { path: string; query: Record<string, string>; body: unknown }[];
let server: Server;
let client: MiniProgramClient;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url!, 'http://x');
    const text = Buffer.concat(chunks).toString();
    if (url.pathname === '/cgi-bin/stable_token') return response.setHeader('content-type', 'application/json').end('{"access_token":"T","expires_in":7200}');
    seen.push({ path: url.pathname, query: Object.fromEntries(url.searchParams), body: text === '' ? null : JSON.parse(text) });
    const queue = answers[url.pathname] ?? [{ errcode: 0, errmsg: 'ok' }];
    const answer = queue.length > 1 ? queue.shift()! : queue[0]!;
    if (answer === 'hang up') return response.destroy();
    if (Buffer.isBuffer(answer)) return response.setHeader('content-type', 'image/jpeg').end(answer);
    return response.setHeader('content-type', 'application/json; encoding=utf-8').end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = createMiniProgramClient({
    appid: 'wx00000000000000ff', secret: 'shh', baseUrls: { api, mp: api, open: api }, tokenStore: memoryTokenStore(), log: createLog('silent'), backoff: [1, 1],
  });
});
afterAll(async () => {
  await closeWechatConnections();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
beforeEach(() => {
  answers = {};
  seen = [];
});
const failure = async (run: Promise<unknown>) => {
  const error = await run.then(() => null, (thrown: unknown) => thrown);
  if (!isWechatError(error)) throw new Error('expected a WechatError');
  return error;
};
const bodies = () => seen.map(({ body }) => body);

describe('who a person is', () => {
  it('comes from the login code, without a token', async () => {
    answers['/sns/jscode2session'] = [{ openid: 'oA', session_key: 'k==', unionid: 'uA' }, { openid: 'oB', session_key: 'k==' }];
    expect(await client.login.session('C1')).toEqual({ openid: 'oA', sessionKey: 'k==', unionid: 'uA' });
    expect(seen[0]!.query).toEqual({ appid: 'wx00000000000000ff', secret: 'shh', js_code: 'C1', grant_type: 'authorization_code' });
    expect(await client.login.session('C2')).toMatchObject({ unionid: null });
  });

  it('is refused with what to do', async () => {
    answers['/sns/jscode2session'] = [{ errcode: 40226, errmsg: 'code blocked' }];
    expect(await failure(client.login.session('C'))).toMatchObject({ errcode: 40226, kind: 'user', retryable: false, text: { zh: expect.stringContaining('高风险') } });
  });

  it('has a phone with a country code as text, given for this app only', async () => {
    const answer = (countryCode: string | number, appid = 'wx00000000000000ff') =>
      ({ errcode: 0, phone_info: { phoneNumber: '+33600000000', purePhoneNumber: '600000000', countryCode, watermark: { timestamp: 1, appid } } });
    answers['/wxa/business/getuserphonenumber'] = [answer(33), answer('33'), answer(33, 'wx-other')];
    for (let n = 0; n < 2; n++) expect(await client.login.phone('P')).toEqual({ phone: '+33600000000', national: '600000000', countryCode: '33' });
    expect(seen[0]).toMatchObject({ query: { access_token: 'T' }, body: { code: 'P' } });
    expect(await failure(client.login.phone('P'))).toMatchObject({ kind: 'network' });
  });

  it('is told across apps after a payment', async () => {
    answers['/wxa/getpaidunionid'] = [{ errcode: 0, unionid: 'uA' }];
    expect(await client.login.paidUnionid('oA', '4200001')).toBe('uA');
    expect(seen[0]!.query).toEqual({ access_token: 'T', openid: 'oA', transaction_id: '4200001' });
  });
});

describe('codes and links', () => {
  it('draw a code, or say why not', async () => {
    const picture = Buffer.from([0xff, 0xd8, 0xff]);
    answers['/wxa/getwxacodeunlimit'] = [picture, { errcode: 41030, errmsg: 'invalid page' }];
    const code = await client.codes.unlimited({ scene: 's7', page: 'pages/product', checkPath: false, envVersion: 'trial', transparent: true });
    expect(isFile({ ...code }) && code.data.equals(picture)).toBe(true);
    expect(seen[0]!.body).toEqual({ scene: 's7', page: 'pages/product', check_path: false, env_version: 'trial', is_hyaline: true });
    expect((await failure(client.codes.unlimited({ scene: 's7', page: 'nowhere' }))).errcode).toBe(41030);
  });

  it('end at a moment or after days', async () => {
    answers['/wxa/generate_urllink'] = [{ errcode: 0, url_link: 'https://wxaurl.cn/x' }];
    answers['/wxa/generatescheme'] = [{ errcode: 0, openlink: 'weixin://dl/business/?t=x' }];
    expect(await client.codes.urlLink({ path: 'pages/gift', query: 't=1' }, { at: new Date('2026-08-20T00:00:00.900Z') })).toBe('https://wxaurl.cn/x');
    expect(await client.codes.scheme({ path: 'pages/gift', envVersion: 'release' }, { days: 3 })).toBe('weixin://dl/business/?t=x');
    expect(bodies()).toEqual([
      { path: 'pages/gift', query: 't=1', expire_type: 0, expire_time: 1787184000 },
      { jump_wxa: { path: 'pages/gift', env_version: 'release' }, expire_type: 1, expire_interval: 3 },
    ]);
  });

  it('are short, and tell about themselves', async () => {
    const info = { appid: 'wx', path: 'p', query: '', create_time: 1, expire_time: 0, env_version: 'release' };
    answers['/wxa/genwxashortlink'] = [{ errcode: 0, link: '#小程序://青鸟/x' }];
    answers['/wxa/query_urllink'] = [{ errcode: 0, url_link_info: info }];
    answers['/wxa/queryscheme'] = [{ errcode: 0, scheme_info: info }];
    expect(await client.codes.shortLink({ pageUrl: 'pages/a?b=1', title: '七夕' })).toBe('#小程序://青鸟/x');
    expect([await client.codes.urlLinkInfo('u'), await client.codes.schemeInfo('s')]).toEqual([info, info]);
    expect(bodies()).toEqual([{ page_url: 'pages/a?b=1', page_title: '七夕', is_permanent: false }, { url_link: 'u', query_type: 0 }, { scheme: 's', query_type: 0 }]);
  });

  it('are retried within seconds when asked for too fast, not when the day is used up', async () => {
    answers['/wxa/generate_urllink'] = [{ errcode: 44990, errmsg: 'too fast' }, { errcode: 0, url_link: 'u' }];
    expect(await client.codes.urlLink({ path: '' }, { days: 1 })).toBe('u');
    answers['/wxa/generate_urllink'] = [{ errcode: 44993, errmsg: 'no more' }];
    seen = [];
    expect(await failure(client.codes.urlLink({ path: '' }, { days: 1 }))).toMatchObject({ kind: 'quota', retryable: true });
    expect(seen).toHaveLength(1);
  });
});

describe('messages', () => {
  it('go out once, with the defaults the platform wants to read', async () => {
    await client.messages.sendSubscription({ touser: 'oA', template_id: 'M', page: 'pages/order?id=1', data: { thing1: { value: '已发货' } } });
    expect(seen[0]).toMatchObject({
      path: '/cgi-bin/message/subscribe/send',
      body: { touser: 'oA', template_id: 'M', page: 'pages/order?id=1', data: { thing1: { value: '已发货' } }, miniprogram_state: 'formal', lang: 'zh_CN' },
    });
    await client.messages.sendService('oA', { msgtype: 'text', text: { content: '您好' } });
    expect(seen[1]).toMatchObject({ path: '/cgi-bin/message/custom/send', body: { touser: 'oA', msgtype: 'text', text: { content: '您好' } } });
  });

  it('are never repeated when they may have arrived', async () => {
    answers['/cgi-bin/message/subscribe/send'] = ['hang up'];
    answers['/cgi-bin/message/custom/send'] = ['hang up'];
    expect(await failure(client.messages.sendSubscription({ touser: 'oA', template_id: 'M', data: {} }))).toMatchObject({ kind: 'network' });
    expect(await failure(client.messages.sendService('oA', { msgtype: 'text', text: { content: 'x' } }))).toMatchObject({ kind: 'network' });
    expect(seen).toHaveLength(2);
  });

  it('are refused for want of a grant', async () => {
    answers['/cgi-bin/message/subscribe/send'] = [{ errcode: 43101, errmsg: 'user refuse to accept the msg' }];
    expect(await failure(client.messages.sendSubscription({ touser: 'oA', template_id: 'M', data: {} }))).toMatchObject({ kind: 'user', retryable: false });
  });
});

it('a text is judged', async () => {
  answers['/wxa/msg_sec_check'] = [{ errcode: 0, result: { suggest: 'risky', label: 20001 }, detail: [], trace_id: 'R' }];
  expect(await client.security.checkText({ content: '赠言', scene: 2, openid: 'oA' })).toEqual({ suggest: 'risky', label: 20001, traceId: 'R' });
  expect(seen[0]!.body).toEqual({ version: 2, content: '赠言', scene: 2, openid: 'oA' });
});

describe('shipping', () => {
  const info: ShippingInfo = {
    order: { mchid: '1900000001', outTradeNo: 'QN-7' }, logisticsType: 1, uploadedAt: new Date('2026-08-20T16:00:00.007Z'), payerOpenid: 'oBuyer',
    parcels: [{ itemDesc: '丝巾*1', trackingNo: 'SF1', company: 'SF', receiverContact: '138****0000' }],
  };
  const uploadPath = '/wxa/sec/order/upload_shipping_info';

  it('is uploaded in one parcel or in several', async () => {
    await client.shipping.upload(info);
    await client.shipping.upload({ ...info, order: { transactionId: '4200001' }, parcels: [{ itemDesc: '丝巾*1', trackingNo: 'SF2', company: 'SF' }], split: { allDelivered: false } });
    await client.shipping.upload({ ...info, logisticsType: 4, parcels: [{ itemDesc: '丝巾*1' }] });
    expect(bodies()).toEqual([
      {
        order_key: { order_number_type: 1, mchid: '1900000001', out_trade_no: 'QN-7' }, logistics_type: 1, delivery_mode: 1,
        shipping_list: [{ tracking_no: 'SF1', express_company: 'SF', item_desc: '丝巾*1', contact: { receiver_contact: '138****0000' } }],
        upload_time: '2026-08-21T00:00:00.007+08:00', payer: { openid: 'oBuyer' },
      },
      expect.objectContaining({
        order_key: { order_number_type: 2, transaction_id: '4200001' }, delivery_mode: 2, is_all_delivered: false,
        shipping_list: [{ tracking_no: 'SF2', express_company: 'SF', item_desc: '丝巾*1' }],
      }),
      expect.objectContaining({ logistics_type: 4, shipping_list: [{ item_desc: '丝巾*1' }] }),
    ]);
  });

  it('is never uploaded twice when it may have arrived: only one change is allowed', async () => {
    answers[uploadPath] = ['hang up'];
    expect(await failure(client.shipping.upload(info))).toMatchObject({ kind: 'network' });
    expect(seen).toHaveLength(1);
  });

  it.each([[10060001, 'busy', true], [10060002, 'duplicate', false], [10060003, 'request', false], [10060031, 'request', false]])('refused with %i is %s', async (errcode, kind, retryable) => {
    answers[uploadPath] = [{ errcode, errmsg: 'x' }];
    expect(await failure(client.shipping.upload(info))).toMatchObject({ errcode, kind, retryable });
  });

  it('is looked up, listed and confirmed', async () => {
    const order = { transaction_id: '4200001', order_state: 2, paid_amount: 268000, shipping: {} };
    answers['/wxa/sec/order/get_order'] = [{ errcode: 0, order }];
    answers['/wxa/sec/order/get_order_list'] = [{ errcode: 0, order_list: [order], last_index: 'n1', has_more: true }];
    answers['/wxa/sec/order/is_trade_managed'] = [{ errcode: 0, is_trade_managed: true }];
    answers['/wxa/sec/order/is_trade_management_confirmation_completed'] = [{ errcode: 0, completed: false }];
    answers['/cgi-bin/express/delivery/open_msg/get_delivery_list'] = [{ errcode: 0, delivery_list: [{ delivery_id: 'SF', delivery_name: '顺丰速运' }], count: 1 }];
    expect(await client.shipping.order(info.order)).toEqual(order);
    expect(await client.shipping.orders({ paidFrom: new Date(1000), paidTo: new Date(2000), state: 1, after: 'n0' })).toEqual({ orders: [order], last: 'n1', hasMore: true });
    await client.shipping.remindToConfirm({ transactionId: '4200001' }, new Date(5000));
    expect([await client.shipping.isManaged(), await client.shipping.isConfirmed()]).toEqual([true, false]);
    expect(await client.shipping.companies()).toEqual([{ delivery_id: 'SF', delivery_name: '顺丰速运' }]);
    expect(bodies()).toEqual([
      { merchant_id: '1900000001', merchant_trade_no: 'QN-7' },
      { pay_time_range: { begin_time: 1, end_time: 2 }, order_state: 1, last_index: 'n0', page_size: 100 },
      { transaction_id: '4200001', received_time: 5 },
      { appid: 'wx00000000000000ff' }, { appid: 'wx00000000000000ff' }, {},
    ]);
  });
});

describe('datacube', () => {
  const range = async (run: Promise<unknown>) => {
    await run;
    const { path, body } = seen.at(-1)!;
    return [path.replace('/datacube/getweanalysisappid', ''), ...Object.values(body as object)];
  };
  it.each([
    ['dailyvisittrend', '2026-08-19', '20260819', '20260819'],
    ['visitpage', '2026-08-19', '20260819', '20260819'],
    ['weeklyvisittrend', '2026-08-17', '20260817', '20260823'], // a Monday
    ['weeklyretaininfo', '2026-08-23', '20260817', '20260823'], // a Sunday
    ['weeklyvisittrend', '2026-03-01', '20260223', '20260301'],
    ['monthlyvisittrend', '2026-02-28', '20260201', '20260228'],
    ['monthlyretaininfo', '2028-02-01', '20280201', '20280229'],
    ['monthlyvisittrend', '2026-12-31', '20261201', '20261231'],
  ] as const)('%s of %s asks for %s to %s', async (name, day, from, to) => {
    expect(await range(client.datacube.fetch(name, day))).toEqual([name, from, to]);
  });
  it('asks for portraits of one, seven or thirty days', async () => {
    expect(await range(client.datacube.portrait('2026-08-19', 1))).toEqual(['userportrait', '20260819', '20260819']);
    expect(await range(client.datacube.portrait('2026-08-19', 7))).toEqual(['userportrait', '20260813', '20260819']);
    expect(await range(client.datacube.portrait('2026-03-01', 30))).toEqual(['userportrait', '20260131', '20260301']);
  });
});
