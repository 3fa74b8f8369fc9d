import { afterEach, describe, expect, it } from 'vitest';
import { type TestWorld, keys, openTestWorld } from './testing.ts';

let world: TestWorld;
afterEach(() => world.close());

const HOUR = 3_600_000;
/** Noon in Beijing on 10 March 2026. */
const NOON = Date.parse('2026-03-10T12:00:00+08:00');
const stepped = (start = NOON, days = 60) => ({ history: { start, until: start + days * 24 * HOUR } });
const step = (hours = 1) => world.control('/clock/step', { hours });
const code = async (answer: Promise<Record<string, unknown>>): Promise<unknown> => (await answer)['errcode'];

async function followers(count: number): Promise<string[]> {
  const openids: string[] = [];
  for (let n = 0; n < count; n++) {
    const openid = await world.newPerson();
    await world.act('follow', openid);
    openids.push(openid);
  }
  return openids;
}

async function draft(titles: readonly string[], comments = 0): Promise<string> {
  const cover = await world.cover();
  const articles = titles.map((title) => ({ title, content: '<p>正文</p>', thumb_media_id: cover, content_source_url: 'https://example.com/more', need_open_comment: comments }));
  return String((await world.api('/cgi-bin/draft/add', { articles }))['media_id']);
}

describe('tokens', () => {
  it('keeps two families apart; a renewed plain token lets the old one live five minutes', async () => {
    world = await openTestWorld({}, stepped());
    const first = String((await world.tokens(false))['access_token']);
    const stable = String((await world.tokens(true))['access_token']);
    const second = String((await world.tokens(false))['access_token']);
    expect(second).not.toBe(first);
    const call = (token: string) => world.rawApi('/cgi-bin/tags/get', token);
    for (const token of [first, second, stable]) expect(await call(token)).toHaveProperty('tags');
    await step();
    expect(await call(first)).toMatchObject({ errcode: 40001, errmsg: expect.stringMatching(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) as unknown });
    expect(await call(second)).toHaveProperty('tags');
    await step(2);
    expect(await call(second)).toMatchObject({ errcode: 42001 });
    expect(await call('nonsense')).toMatchObject({ errcode: 40014 });
    expect(await call('')).toMatchObject({ errcode: 41001 });
  });

  it('gives the same stable token with less and less time, and kills it when forced', async () => {
    world = await openTestWorld({}, stepped());
    const first = await world.tokens(true);
    await step();
    const again = await world.tokens(true);
    expect(again['access_token']).toBe(first['access_token']);
    expect(again['expires_in']).toBe(Number(first['expires_in']) - 3600);
    const forced = await world.tokens(true, { force_refresh: true });
    expect(await world.rawApi('/cgi-bin/tags/get', String(first['access_token']))).toMatchObject({ errcode: 40001 });
    expect(await world.rawApi('/cgi-bin/tags/get', String(forced['access_token']))).toHaveProperty('tags');
    expect(await world.tokens(true, { force_refresh: true })).toMatchObject({ errcode: 45011 });
  });

  it('refuses strangers: secret, address, quota, and the faults somebody ordered', async () => {
    world = await openTestWorld({}, stepped());
    expect(await world.tokens(false, { secret: 'f'.repeat(32) })).toMatchObject({ errcode: 40125 });
    await world.control(`/accounts/${keys.appid}`, { ipWhitelist: ['10.0.0.1'] }, 'PATCH');
    expect(await world.tokens(false)).toMatchObject({ errcode: 40164, errmsg: expect.stringContaining('127.0.0.1') as unknown });
    await world.control(`/accounts/${keys.appid}`, { ipWhitelist: [] }, 'PATCH');
    await world.control(`/accounts/${keys.appid}/quotas`, { path: '/cgi-bin/user/get', daily: 2 });
    expect(await code(world.api('/cgi-bin/user/get'))).toBeUndefined();
    expect(await code(world.api('/cgi-bin/user/get'))).toBeUndefined();
    expect(await code(world.api('/cgi-bin/user/get'))).toBe(45009);
    await step(12);
    expect(await code(world.api('/cgi-bin/user/get'))).toBeUndefined();
    await world.control('/faults', { path: '/cgi-bin/tags/*', errcode: -1, times: 1 });
    expect(await code(world.api('/cgi-bin/tags/get'))).toBe(-1);
    expect(await code(world.api('/cgi-bin/tags/get'))).toBeUndefined();
  });
});

describe('customer messages', () => {
  it('allows five in 48 hours after a message, three in a minute after a follow', async () => {
    world = await openTestWorld({}, stepped());
    const [openid = ''] = await followers(1);
    const send = () => code(world.api('/cgi-bin/message/custom/send', { touser: openid, msgtype: 'text', text: { content: '您好' } }));
    for (let n = 0; n < 3; n++) expect(await send()).toBe(0);
    expect(await send()).toBe(45047);
    await world.act('write', openid, { message: { type: 'text', content: '在吗' } });
    for (let n = 0; n < 4; n++) expect(await send()).toBe(0);
    await step(47);
    expect(await send()).toBe(0);
    expect(await send()).toBe(45047);
    await step();
    expect(await send()).toBe(45015);
    await world.act('unfollow', openid);
    expect(await send()).toBe(43004);
  });
});

describe('mass sends', () => {
  const all = (mediaId: string, clientmsgid: string) => world.api('/cgi-bin/message/mass/sendall', { filter: { is_to_all: true }, mpnews: { media_id: mediaId }, msgtype: 'mpnews', clientmsgid });
  const finished = () => world.events('MASSSENDJOBFINISH').map((push) => push.fields);

  it('answers at once, counts at the end, and replays by clientmsgid', async () => {
    world = await openTestWorld({}, stepped());
    const openids = await followers(5);
    await world.api('/cgi-bin/tags/members/batchblacklist', { openid_list: [openids[0]] });
    await world.control(`/people/${openids[1]}`, { appid: keys.appid, refusesMessages: true }, 'PATCH');
    const mediaId = await draft(['头条', '次条']);
    const sent = await all(mediaId, 'push-1');
    expect(sent).toMatchObject({ errcode: 0, errmsg: 'send job submission success' });
    expect(await all(mediaId, 'push-1')).toMatchObject({ errcode: 45065, msg_id: sent['msg_id'] });
    expect(await world.api('/cgi-bin/message/mass/get', { msg_id: sent['msg_id'] })).toMatchObject({ msg_status: 'SENDING' });
    await step();
    expect(finished()).toMatchObject([{ MsgID: String(sent['msg_id']), Status: 'send success', TotalCount: '5', FilterCount: '4', SentCount: '3', ErrorCount: '1', FromUserName: 'mphelper' }]);
    expect(finished()[0]!['ArticleUrlResult']).toMatchObject({ Count: '2' });
    expect(await code(world.api('/cgi-bin/draft/get', { media_id: mediaId }))).toBe(40007);
    const { items } = await world.control(`/inbox?appid=${keys.appid}&openid=${openids[2]}`);
    expect(items).toMatchObject([{ kind: 'mass', content: { articles: [{ title: '头条' }, { title: '次条' }] } }]);
  });

  it('gives each follower four a calendar month of Beijing, whoever sends', async () => {
    // 23:00 on the last day of March in Beijing is still March in UTC; an hour later it is April there.
    const start = Date.parse('2026-03-31T18:00:00+08:00');
    world = await openTestWorld({}, stepped(start, 5));
    const [first = '', second = ''] = await followers(2);
    const text = (content: string) => world.api('/cgi-bin/message/mass/send', { touser: [first, second], msgtype: 'text', text: { content } });
    for (let n = 1; n <= 5; n++) {
      expect(await text(`三月 ${n}`)).toMatchObject({ errcode: 0 });
      await step();
    }
    expect(finished().map((event) => event['SentCount'])).toEqual(['2', '2', '2', '2', '0']);
    expect(finished()[4]).toMatchObject({ Status: 'send success', TotalCount: '2', FilterCount: '0' });
    await step();
    await text('四月');
    await step();
    expect(finished()[5]).toMatchObject({ SentCount: '2' });
    expect(await world.api('/cgi-bin/message/mass/send', { touser: [first], msgtype: 'text', text: { content: 'x' } })).toMatchObject({ errcode: 40130 });
  });

  it('fails as a whole when the originality check says so', async () => {
    world = await openTestWorld({}, stepped());
    await followers(1);
    await world.control(`/accounts/${keys.appid}/outcomes`, { mass: [{ copyright: [{ article: 1, state: 2 }] }] });
    const sent = await all(await draft(['转载']), 'reprint');
    await step();
    expect(finished()[0]).toMatchObject({ Status: 'err(30003)', SentCount: '0' });
    expect(finished()[0]!['CopyrightCheckResult']).toMatchObject({ CheckState: '2', Count: '1' });
    expect(await world.api('/cgi-bin/message/mass/get', { msg_id: sent['msg_id'] })).toMatchObject({ msg_status: 'SEND_FAIL' });
  });
});

describe('publishing', () => {
  it('is asynchronous, uses the draft up, and its article can be sent', async () => {
    world = await openTestWorld({}, stepped());
    const [openid = ''] = await followers(1);
    const mediaId = await draft(['专题'], 1);
    const { publish_id: id, msg_data_id: dataId } = await world.api('/cgi-bin/freepublish/submit', { media_id: mediaId });
    expect(await world.api('/cgi-bin/freepublish/get', { publish_id: id })).toMatchObject({ publish_status: 1 });
    await step();
    const done = await world.api('/cgi-bin/freepublish/get', { publish_id: id });
    expect(done).toMatchObject({ publish_status: 0, article_detail: { count: 1 } });
    expect(world.events('PUBLISHJOBFINISH')[0]!.fields['PublishEventInfo']).toMatchObject({ publish_id: id, publish_status: '0', article_id: done['article_id'] });
    await world.act('write', openid, { message: { type: 'text', content: '专题' } });
    expect(await code(world.api('/cgi-bin/message/custom/send', { touser: openid, msgtype: 'mpnewsarticle', mpnewsarticle: { article_id: done['article_id'] } }))).toBe(0);
    const comment = () => world.act('comment', openid, { msgid: `${String(dataId)}_1`, content: '好看' });
    const article = { msg_data_id: dataId, index: 0 };
    expect(await comment()).toBe(true);
    await world.api('/cgi-bin/comment/close', article);
    expect(await comment()).toBe(false);
    expect(await world.api('/cgi-bin/comment/list', { ...article, begin: 0, count: 10, type: 0 })).toMatchObject({ total: 1, comment: [{ openid, content: '好看' }] });
  });

  it('takes no comments on an article whose draft did not ask for them, before comment/open', async () => {
    world = await openTestWorld({}, stepped());
    const [openid = ''] = await followers(1);
    const { msg_data_id: dataId } = await world.api('/cgi-bin/freepublish/submit', { media_id: await draft(['专题']) });
    await step();
    const comment = () => world.act('comment', openid, { msgid: `${String(dataId)}_1`, content: '好看' });
    expect(await comment()).toBe(false);
    await world.api('/cgi-bin/comment/open', { msg_data_id: dataId, index: 0 });
    expect(await comment()).toBe(true);
  });
});

describe('datacube', () => {
  it('counts what happened, by source and article, and is ready at eight', async () => {
    world = await openTestWorld({}, stepped(Date.parse('2026-03-10T00:00:00+08:00')));
    const [a = '', b = '', c = ''] = await followers(3);
    await world.act('unfollow', c);
    const { msg_data_id: dataId } = await world.api('/cgi-bin/message/mass/sendall', { filter: { is_to_all: true }, mpnews: { media_id: await draft(['头条', '次条']) }, msgtype: 'mpnews' });
    await step(2);
    const read = (openid: string, index: number, fields = {}) => world.act('read', openid, { msgid: `${String(dataId)}_${index}`, ...fields });
    await read(a, 1, { fifths: 2, finished: false });
    await read(a, 1);
    await read(b, 1, { scene: '朋友圈' });
    await read(a, 2);
    await world.control('/acts', { appid: keys.appid, kind: 'engage', msgid: `${String(dataId)}_1`, share: 4, like: 2 });
    const day = (name: string) => world.api(`/datacube/${name}`, { begin_date: '2026-03-10', end_date: '2026-03-10' });
    expect(await code(day('getusersummary'))).toBe(61501);
    await step(29);
    expect(await code(day('getusersummary'))).toBe(61503);
    await step(1);
    expect(await day('getusersummary')).toEqual({ list: [{ ref_date: '2026-03-10', user_source: 1, new_user: 3, cancel_user: 1 }] });
    expect(await day('getusercumulate')).toEqual({ list: [{ ref_date: '2026-03-10', user_source: 0, cumulate_user: 2 }] });
    const { list, is_delay: late } = (await day('getarticletotaldetail')) as { list: { msgid: string; detail_list: Record<string, unknown>[] }[]; is_delay: boolean };
    expect(late).toBe(false);
    expect(list.map((article) => article.msgid)).toEqual([`${String(dataId)}_1`, `${String(dataId)}_2`]);
    expect(list[0]!.detail_list).toMatchObject([{ stat_date: '2026-03-10', read_user: 2, share_user: 4, like_user: 2, read_delivery_rate: 0.5 }]);
    expect(list[0]!.detail_list[0]!['read_user_source']).toEqual(expect.arrayContaining([{ user_count: 1, scene_desc: '公众号消息' }, { user_count: 1, scene_desc: '朋友圈' }]));
    expect(list[0]!.detail_list[0]!['read_jump_position']).toMatchObject([{ position: 1, rate: 0 }, { position: 2, rate: 0.3333 }, {}, {}, { position: 5, rate: 0.6667 }]);
    expect(await day('getbizsummary')).toMatchObject({ list: [{ detail: { read_user: 2, share_user: 4, send_page_count: 2 } }] });
    expect(await day('getarticletotal')).toMatchObject({ list: [{ details: [{ target_user: 2, int_page_read_user: 2, int_page_read_count: 3, int_page_from_feed_read_user: 1 }] }, {}] });
    const span = (from: string, to: string) => code(world.api('/datacube/getusersummary', { begin_date: from, end_date: to }));
    expect(await span('2026-03-04', '2026-03-10')).toBeUndefined();
    expect(await span('2026-03-03', '2026-03-10')).toBe(61501);
    expect(await span('2026-02-30', '2026-03-01')).toBe(61500);
  });
});
