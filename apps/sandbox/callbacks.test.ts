import { createMessageCipher, writeReply } from '@qingniao/wechat';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestWorld, keys, openTestWorld } from './testing.ts';

let world: TestWorld;
afterEach(() => world.close());

const phone = async (openid: string): Promise<{ kind: string; content: Record<string, unknown> }[]> =>
  (await world.control(`/inbox?appid=${keys.appid}&openid=${openid}`))['items'] as never;
const say = (openid: string, content = '你好') => world.act('write', openid, { message: { type: 'text', content } });
const follower = async (): Promise<string> => {
  const openid = await world.newPerson();
  await world.act('follow', openid);
  return openid;
};

describe('deliveries', () => {
  it('delivers three times with new nonces and the same message, then the person sees the notice', async () => {
    world = await openTestWorld({ deliveryTimeoutMs: 60 });
    const openid = await follower();
    world.server.pushes.length = 0;
    world.server.answer = () => undefined;
    await say(openid);
    expect(world.server.pushes).toHaveLength(3);
    expect(new Set(world.server.pushes.map((push) => push.query['nonce'])).size).toBe(3);
    expect(new Set(world.server.pushes.map((push) => push.body)).size).toBe(3);
    expect(new Set(world.server.pushes.map((push) => push.fields['MsgId'])).size).toBe(1);
    expect((await phone(openid)).at(-1)).toMatchObject({ kind: 'notice', content: { text: '该公众号提供的服务出现故障，请稍后再试' } });
    expect(await world.control('/stats')).toMatchObject({ callbacks: [{ sent: 2, failed: 1, redelivered: 2 }] });
  });

  it('stops after the first delivery that is answered', async () => {
    world = await openTestWorld();
    const openid = await follower();
    world.server.pushes.length = 0;
    world.server.answer = () => (world.server.pushes.length === 1 ? 500 : 'success');
    await say(openid);
    expect(world.server.pushes).toHaveLength(2);
    expect(await phone(openid)).toHaveLength(1);
  });

  it('keeps the order of one person while others overtake', async () => {
    world = await openTestWorld();
    const slow = await follower();
    const quick = await follower();
    world.server.pushes.length = 0;
    const waiting = Promise.all(['1', '2', '3'].map((text) => say(slow, text)));
    await Promise.all([waiting, say(quick, 'q')]);
    const ofSlow = world.server.pushes.filter((push) => push.fields['FromUserName'] === slow);
    // The three come over connections of their own; whichever is written first has the lower number.
    const numbers = ofSlow.map((push) => BigInt(String(push.fields['MsgId'])));
    expect(numbers).toEqual(numbers.toSorted((a, b) => Number(a - b)));
    expect(ofSlow.map((push) => push.fields['Content'])).toEqual(expect.arrayContaining(['1', '2', '3']));
    expect(world.server.pushes).toHaveLength(4);
  });

  it('carries plain fields and Encrypt in compat mode, in safe mode only the ciphertext', async () => {
    world = await openTestWorld({ mode: 'compat' });
    const openid = await follower();
    const compat = world.server.pushes.at(-1)!;
    expect(compat.body).toContain(openid);
    expect(compat.body).toContain('<Encrypt>');
    await world.control(`/accounts/${keys.appid}`, { mode: 'safe' }, 'PATCH');
    await say(openid);
    const safe = world.server.pushes.at(-1)!;
    expect(safe.body).not.toContain(`[${openid}]`);
    expect(safe.query).toMatchObject({ encrypt_type: 'aes', openid });
    expect(safe.fields).toMatchObject({ MsgType: 'text', Content: '你好' });
  });
});

describe('replies', () => {
  const answer = (openid: string, at = 1) => ({ openid, account: String(world.server.pushes.at(-1)!.fields['ToUserName']), msgType: 'text', at });
  const seal = (xml: string): string => world.sealReply(xml);

  it('shows a sealed text, and one article of three to a message', async () => {
    world = await openTestWorld();
    const openid = await follower();
    world.server.answer = () => seal(writeReply({ type: 'text', content: '收到' }, answer(openid)));
    await say(openid);
    expect((await phone(openid)).at(-1)).toMatchObject({ kind: 'reply', content: { type: 'text', content: '收到' } });
    const articles = [1, 2, 3].map((n) => ({ title: `文章${n}`, url: `https://example.com/${n}` }));
    world.server.answer = () => seal(writeReply({ type: 'news', articles }, { ...answer(openid), msgType: 'event' }));
    await say(openid);
    expect((await phone(openid)).at(-1)).toMatchObject({ kind: 'reply', content: { dropped: 2, articles: [{ title: '文章1' }] } });
  });

  it.each([
    ['JSON', () => '{"errcode":0}'],
    ['an open reply to a sealed push', (openid: string) => writeReply({ type: 'text', content: '收到' }, answer(openid))],
    ['names that are not swapped', () => seal(writeReply({ type: 'text', content: '收到' }, { ...answer('oSomebodyElse0000000000000000') }))],
    ['another key', (openid: string) => {
      const other = createMessageCipher({ appid: keys.appid, aesKey: 'Z'.repeat(43) });
      return `<xml><Encrypt>${other.encrypt(writeReply({ type: 'text', content: '收到' }, answer(openid)))}</Encrypt><MsgSignature>x</MsgSignature><TimeStamp>1</TimeStamp><Nonce>1</Nonce></xml>`;
    }],
  ])('refuses %s: the person sees the notice', async (_name, make) => {
    world = await openTestWorld();
    const openid = await follower();
    world.server.answer = () => make(openid);
    await say(openid);
    expect((await phone(openid)).at(-1)).toMatchObject({ kind: 'notice' });
  });

  it('hands the conversation to the agents', async () => {
    world = await openTestWorld();
    const openid = await follower();
    world.server.answer = () => seal(writeReply({ type: 'transfer_customer_service' }, answer(openid)));
    await say(openid);
    expect(await world.api('/customservice/kfsession/getwaitcase')).toMatchObject({ count: 1, waitcaselist: [{ openid }] });
  });
});

describe('events', () => {
  it('follows by code with qrscene_, scans without prefix, leaves', async () => {
    world = await openTestWorld();
    const { ticket } = await world.api('/cgi-bin/qrcode/create', { action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: 'store-7' } } });
    const openid = await world.newPerson();
    expect(await world.act('scan', openid, { ticket })).toBe(true);
    expect(await world.act('scan', openid, { ticket })).toBe(true);
    expect(await world.act('unfollow', openid)).toBe(true);
    expect(await world.act('unfollow', openid)).toBe(false);
    expect(world.server.pushes.map((push) => [push.fields['Event'], push.fields['EventKey'], push.fields['Ticket']])).toEqual([
      ['subscribe', 'qrscene_store-7', ticket], ['SCAN', 'store-7', ticket], ['unsubscribe', '', undefined],
    ]);
    expect(await world.api('/cgi-bin/user/info', undefined, { openid })).toEqual({ subscribe: 0, openid });
  });

  it('pushes a tap, and the ordinary message that follows a picture or a place', async () => {
    world = await openTestWorld();
    await world.api('/cgi-bin/menu/create', { button: [
      { name: '服务', sub_button: [{ type: 'click', name: '会员', key: 'MEMBER' }, { type: 'pic_weixin', name: '晒单', key: 'PIC' }, { type: 'location_select', name: '门店', key: 'LOC' }] },
      { name: '官网', type: 'view', url: 'https://example.com/a?b=1&c=2' },
    ] });
    const openid = await follower();
    world.server.pushes.length = 0;
    for (const item of [[0, 0], [0, 1], [0, 2], [1]]) await world.act('menu', openid, { item });
    expect(world.server.pushes.map((push) => push.fields['Event'] ?? push.fields['MsgType'])).toEqual(['CLICK', 'pic_weixin', 'image', 'location_select', 'location', 'VIEW']);
    expect(world.server.pushes.at(-1)!.fields['EventKey']).toBe('https://example.com/a?b=1&c=2');
    expect(await world.act('menu', openid, { item: [2] })).toBe(false);
  });
});

describe('whatever else the platform may say', () => {
  it('pushes any event by name, and a JSON body as it is', async () => {
    world = await openTestWorld();
    const openid = await follower();
    await world.control('/events', { appid: keys.appid, openid, event: 'user_authorization_revoke', fields: { OpenID: openid, AppID: keys.appid, RevokeInfo: '205' } });
    expect(world.server.pushes.at(-1)!.fields).toMatchObject({ Event: 'user_authorization_revoke', OpenID: openid, RevokeInfo: '205' });
    const change = { ToUserName: 'gh', FromUserName: openid, CreateTime: '1', MsgType: 'event', Event: 'subscribe_msg_change_event', List: { TemplateId: 't', SubscribeStatusString: 'reject' } };
    await world.control('/events', { appid: keys.appid, openid, body: JSON.stringify(change) });
    expect(world.server.pushes.at(-1)!.fields).toMatchObject({ Event: 'subscribe_msg_change_event', List: [{ TemplateId: 't' }] });
  });
});
