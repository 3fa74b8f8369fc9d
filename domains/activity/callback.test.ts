import { type App, createApp } from '@qingniao/access';
import { unavailable } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { createMessageCipher, messageSignature, plainSignature, scanXml } from '@qingniao/wechat';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog, testDatabase } from '../../packages/storage/testing.ts';
import { type Appender, createAppender } from './append.ts';
import type { CallbackAsset, DecideReply, Relay } from './callback-asset.ts';
import { callbackRoutes } from './callback-routes.ts';
import { type CallbackTally, callbackTally, createCallbackTally, relayTally } from './callback-tally.ts';
import { eventMessage, signPush, testAsset, textMessage } from './testing.ts';

const FAN = 'oFan00000000000000000000001A';
let database: Database;
let appender: Appender;
let tally: CallbackTally;
let app: App;
let close: () => Promise<void>;
let decideReply: DecideReply = () => null;
let relay: Relay | null = null;
let away = false;

const OLD_KEY = 'GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba';
const assets = new Map<string, CallbackAsset>([
  ['safe', testAsset('safe')],
  ['compat', testAsset('compat', { mode: 'compat' })],
  ['plain', testAsset('plain', { mode: 'plain', aesKeys: [] })],
  ['rolled', testAsset('rolled', { aesKeys: ['abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', OLD_KEY] })],
]);

beforeAll(async () => {
  ({ database, close } = await testDatabase());
  appender = await createAppender({ database, log: silentLog });
  tally = createCallbackTally({ database, log: silentLog });
  app = createApp();
  const gated: Appender = { ...appender, append: (...args) => (away ? new Promise(() => undefined) : appender.append(...args)) };
  await app.register(callbackRoutes, {
    assets, tally, appender: gated, log: silentLog, limit: 200,
    decideReply: (asset, event) => decideReply(asset, event),
    relayOf: () => relay,
  });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await tally.close();
  await appender.close();
  await close();
});

const post = (push: ReturnType<typeof signPush>) => app.inject({ method: 'POST', url: push.url, headers: push.headers, payload: push.body });
const stored = (assetId: string) => database.system.query<{ type: string; props: Record<string, unknown> }>(
  'select type, props from event where brand_id = 1 and asset_id = $1 order by id', [assetId]);

describe('verification GET', () => {
  const query = (token: string) => `signature=${plainSignature(token, '1', '2')}&timestamp=1&nonce=2&echostr=5925404136543225521`;

  it('echoes for the right token and nothing else', async () => {
    const right = await app.inject(`/wechat/safe?${query('callbacktoken')}`);
    expect([right.statusCode, right.body]).toEqual([200, '5925404136543225521']);
    expect((await app.inject(`/wechat/safe?${query('wrong')}`)).statusCode).toBe(403);
    expect((await app.inject('/wechat/safe')).statusCode).toBe(403);
    expect((await app.inject(`/wechat/nobody?${query('callbacktoken')}`)).statusCode).toBe(404);
  });

  it('reads again an account it does not know, and not for each of a stranger’s flood at once', async () => {
    const fresh = new Map<string, CallbackAsset>();
    let asked = 0;
    let under = 0;
    let most = 0;
    const young = createApp();
    await young.register(callbackRoutes, {
      tally, appender, log: silentLog,
      assets: {
        get: (id) => fresh.get(id),
        async reload(id) {
          asked += 1;
          most = Math.max(most, ++under);
          await new Promise(setImmediate);
          under -= 1;
          if (id === 'away') throw new Error('the database is away');
          if (id === 'young') fresh.set(id, testAsset(id));
        },
      },
    });
    const ask = async (id: string) => (await young.inject(`/wechat/${id}?${query('callbacktoken')}`)).statusCode;
    expect([await ask('young'), await ask('young'), asked]).toEqual([200, 200, 1]);
    expect([await ask('away'), await ask('nobody'), await ask('x'.repeat(65)), asked]).toEqual([404, 404, 404, 3]);
    await Promise.all(Array.from({ length: 40 }, () => ask('nobody')));
    expect(most).toBe(8);
    await young.close();
  });
});

describe('a push', () => {
  it('is stored once before the answer, in every mode', async () => {
    for (const id of ['safe', 'compat', 'plain']) {
      const push = signPush(assets.get(id)!, textMessage(FAN, '24416605642226393'));
      for (const again of [push, push, signPush(assets.get(id)!, textMessage(FAN, '24416605642226393'))]) {
        const answer = await post(again);
        expect([answer.statusCode, answer.body]).toEqual([200, 'success']);
        expect(await stored(id)).toEqual([{ type: 'message.text', props: { content: '你好', msg_id: '24416605642226393' } }]);
      }
    }
  });

  it('may still be encrypted with the previous key', async () => {
    const before = testAsset('rolled', { aesKeys: [OLD_KEY] });
    expect((await post(signPush(before, textMessage(FAN, 1)))).statusCode).toBe(200);
    expect(await stored('rolled')).toHaveLength(1);
  });

  it('of a menu tap keeps what the entry was about, by key, address or page (W-23)', async () => {
    assets.set('menu', testAsset('menu', { menuCategories: new Map([['SHOP', 'ecommerce'], ['https://brand.example/', 'brand']]) }));
    const tap = (event: string, key: string) => post(signPush(assets.get('menu')!, eventMessage(FAN, event, `<EventKey><![CDATA[${key}]]></EventKey>`)));
    await tap('CLICK', 'SHOP');
    await tap('VIEW', 'https://brand.example/');
    await tap('CLICK', 'OTHER');
    expect((await stored('menu')).map(({ props }) => props['menu_category'])).toEqual(['ecommerce', 'brand', undefined]);
  });

  it('of a name outside the contract is kept', async () => {
    expect((await post(signPush(assets.get('safe')!, eventMessage(FAN, 'never_heard_of', '<A>1</A>')))).body).toBe('success');
    expect((await stored('safe')).at(-1)).toEqual({ type: 'unknown', props: { kind: 'event', name: 'never_heard_of', raw: { a: '1' } } });
  });
});

describe('refusals', () => {
  const bodyOf = (id: string, change: (push: ReturnType<typeof signPush>) => Partial<ReturnType<typeof signPush>>) => {
    const push = signPush(assets.get(id)!, textMessage(FAN, 'refused'));
    return post({ ...push, ...change(push) });
  };
  const resigned = (id: string, encrypted: string) => {
    const query = new URLSearchParams({ timestamp: '1', nonce: '2', encrypt_type: 'aes', msg_signature: messageSignature('callbacktoken', '1', '2', encrypted) });
    return { url: `/wechat/${id}?${query}`, headers: { 'content-type': 'text/xml' }, body: `<xml><ToUserName>gh</ToUserName><Encrypt>${encrypted}</Encrypt></xml>` };
  };
  const key = assets.get('safe')!.aesKeys[0]!;
  const sealed = (appid: string, message: string) => createMessageCipher({ appid, aesKey: key }).encrypt(message);

  it('are 403 for a signature that does not cover the body', async () => {
    expect((await bodyOf('safe', ({ url }) => ({ url: url.replace('msg_signature=', 'msg_signature=0') }))).statusCode).toBe(403);
    expect((await bodyOf('safe', ({ url }) => ({ url: url.replace(/&encrypt_type.*/, ''), body: textMessage(FAN, 'forged') }))).statusCode).toBe(403);
    expect((await bodyOf('compat', ({ url }) => ({ url: url.replace(/&encrypt_type.*/, '') }))).statusCode).toBe(403);
    expect((await bodyOf('plain', ({ url }) => ({ url: url.replace('nonce=', 'nonce=1') }))).statusCode).toBe(403);
  });

  it('are 400 for what cannot be decrypted or read', async () => {
    const right = sealed('wx0123456789abcdef', textMessage(FAN, 'x'));
    for (const encrypted of [right.slice(0, -8), right.slice(0, 40), `${right.slice(0, -24)}${'A'.repeat(24)}`, '!!!!', sealed('wxother', textMessage(FAN, 'x')),
      sealed('wx0123456789abcdef', '<!DOCTYPE x><xml></xml>'), sealed('wx0123456789abcdef', '<xml><a>'), sealed('wx0123456789abcdef', `${'<a>'.repeat(50)}`)]) {
      expect((await post(resigned('safe', encrypted))).statusCode, encrypted.slice(0, 20)).toBe(400);
    }
    for (const payload of ['', 'hello', '{"a":', '\0', Buffer.from([0x3c, 0xff, 0xfe])]) {
      expect((await app.inject({ method: 'POST', url: signPush(assets.get('plain')!, '').url, payload })).statusCode).toBe(400);
    }
  });

  it('are 413 for more than 256 KB and 404 for an unknown asset, and nothing was stored', async () => {
    expect((await bodyOf('safe', () => ({ body: 'x'.repeat(257 * 1024) }))).statusCode).toBe(413);
    expect((await bodyOf('safe', ({ url }) => ({ url: url.replace('/safe', '/nobody') }))).statusCode).toBe(404);
    const kept = await database.system.query(`select 1 from event where props->>'msg_id' in ('refused', 'forged', 'x')`);
    expect(kept).toEqual([]);
  });

  it('are counted by reason for the doctor', async () => {
    await tally.flush();
    const rows = await callbackTally(database.forBrand(1), 1, '2000-01-01');
    const of = (assetId: string, outcome: string) => rows.find((row) => row.assetId === assetId && row.outcome === outcome)?.count ?? 0;
    expect(of('safe', 'signature')).toBe(4);
    expect(of('safe', 'appid')).toBe(1);
    expect(of('safe', 'oversized')).toBe(1);
    expect(of('safe', 'xmlParse')).toBe(3);
    expect(of('safe', 'accepted')).toBe(4);
    const unknown = await database.system.query('select asset_id, outcome, count from callback_tally where brand_id = 0');
    expect(unknown).toEqual([{ asset_id: '-', outcome: 'unknown_asset', count: 45 }]);
  });
});

describe('answers', () => {
  it('carry the reply, encrypted when the push was, and put it on the timeline once', async () => {
    decideReply = (_asset, event) => (event.type === 'menu.click' ? { ruleId: 'welcome', reply: { type: 'text', content: '收到' } } : null);
    const push = (id: string) => signPush(assets.get(id)!, eventMessage(FAN, 'CLICK', '<EventKey>hi</EventKey>'));
    const plain = await post(push('plain'));
    expect(scanXml(plain.body)).toMatchObject({ ToUserName: FAN, FromUserName: 'gh_brand', MsgType: 'text', Content: '收到' });
    const encrypted = scanXml((await post(push('safe'))).body);
    const cipher = createMessageCipher({ appid: 'wx0123456789abcdef', aesKey: assets.get('safe')!.aesKeys[0]! });
    expect(scanXml(cipher.decrypt(String(encrypted['Encrypt'])))).toMatchObject({ ToUserName: FAN, Content: '收到' });
    expect(encrypted['MsgSignature']).toBe(messageSignature('callbacktoken', String(encrypted['TimeStamp']), String(encrypted['Nonce']), String(encrypted['Encrypt'])));
    await post(push('safe'));
    expect((await stored('safe')).filter((event) => event.type === 'reply.sent')).toEqual([
      { type: 'reply.sent', props: { rule_id: 'welcome', reply_type: 'text', to: 'menu.click', content: '收到' } }]);
  });

  it('do not lose the message for a reply that cannot be made', async () => {
    decideReply = () => ({ ruleId: 'broken', reply: { type: 'text', content: '' } });
    expect((await post(signPush(assets.get('plain')!, textMessage(FAN, 'kept')))).body).toBe('success');
    expect((await stored('plain')).at(-1)!.props['msg_id']).toBe('kept');
    decideReply = () => null;
  });

  it('pass the relay’s reply on, and our own when it is silent', async () => {
    const heard: string[] = [];
    relay = async (_asset, { body }) => (heard.push(body.toString()), { taken: true, reply: { contentType: 'text/xml', body: '<xml>old system</xml>' } });
    const push = signPush(assets.get('safe')!, textMessage(FAN, 'relayed'));
    const answer = await post(push);
    expect(answer.body).toBe('<xml>old system</xml>');
    expect(heard).toEqual([push.body]);
    relay = async () => ({ taken: false, reply: null });
    decideReply = () => ({ ruleId: 'own', reply: { type: 'text', content: 'own' } });
    expect((await post(signPush(assets.get('plain')!, textMessage(FAN, 'silent')))).body).toContain('own');
    await tally.flush();
    const passedOn = (id: string) => relayTally(database.forBrand(1), 1, id, '2000-01-01');
    expect([await passedOn('safe'), await passedOn('plain')]).toEqual([{ relayed: 1, relay_failed: 0 }, { relayed: 0, relay_failed: 1 }]);
    relay = null;
    decideReply = () => null;
  });

  it('are a refusal in time when the log is away, so that the platform comes again', async () => {
    away = true;
    const answer = await post(signPush(assets.get('safe')!, textMessage(FAN, 'later')));
    away = false;
    expect(answer.statusCode).toBe(unavailable('', { zh: '', en: '' }).status);
    expect(answer.body).not.toBe('success');
  });
});
