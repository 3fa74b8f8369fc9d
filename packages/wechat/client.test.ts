import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog, followClock } from '@qingniao/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isFile } from './call.ts';
import { type WechatClient, type WechatClientOptions, createWechatClient } from './client.ts';
import { closeWechatConnections } from './connections.ts';
import { createAccessToken, memoryTokenStore } from './token.ts';
import { isWechatError } from './wechat-error.ts';

/** A platform of a few lines: enough to see what the client does with an answer, not what WeChat would say. */
interface Seen {
  path: string;
  query: URLSearchParams;
  body: string;
  type: string;
}
type Answer = object | ((response: ServerResponse) => void);
let answers: Record<string, Answer[]>;
let seen: Seen[];
let tokens: string[];
let hangingUp: boolean;
let server: Server;
let api: string;

beforeAll(async () => {
  server = createServer(async (request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('latin1');
    seen.push({ path: url.pathname, query: url.searchParams, body, type: request.headers['content-type'] ?? '' });
    if (url.pathname === '/cgi-bin/stable_token' && hangingUp) return response.destroy();
    if (url.pathname === '/cgi-bin/stable_token') {
      const forced = (JSON.parse(body) as { force_refresh?: boolean }).force_refresh === true;
      if (forced || tokens.length > 1) tokens.shift();
      return json(response, { access_token: tokens[0], expires_in: 7200 });
    }
    const queue = answers[url.pathname] ?? [];
    const answer = queue.length > 1 ? queue.shift()! : queue[0]!;
    return typeof answer === 'function' ? answer(response) : json(response, answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await closeWechatConnections();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

function json(response: ServerResponse, body: object | string, type = 'application/json'): void {
  response.setHeader('content-type', type);
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

let client: WechatClient;
beforeEach(() => {
  answers = {};
  seen = [];
  tokens = ['', 'one', 'two'];
  hangingUp = false;
  client = newClient();
});
const newClient = (change: Partial<WechatClientOptions> = {}) =>
  createWechatClient({
    appid: 'wx1', secret: 's', baseUrls: { api, mp: api, open: 'https://open.example' },
    tokenStore: memoryTokenStore(), log: createLog('silent'), backoff: [1, 1], ...change,
  });
const paths = () => seen.map((request) => request.path.split('/').at(-1));
const failure = async (run: Promise<unknown>) => {
  const error = await run.then(() => null, (thrown: unknown) => thrown);
  if (!isWechatError(error)) throw new Error('expected a WechatError');
  return error;
};

describe('answers', () => {
  it('takes an absent errcode for success and reads JSON that calls itself text', async () => {
    answers['/cgi-bin/tags/get'] = [(response: ServerResponse) => json(response, '{"tags":[{"id":100,"name":"星标"}]}', 'text/plain')];
    expect(await client.tags.list()).toEqual([{ id: 100, name: '星标' }]);
    expect(seen.at(-1)!.query.get('access_token')).toBe('one');
  });

  it('warns of refusals, but not of those that answer the question', async () => {
    const warned: unknown[] = [];
    const log = createLog('silent');
    log.warn = (line: unknown) => void warned.push(line);
    const asking = newClient({ log }).expecting([40130]);
    const send = () => failure(asking.mass.sendTo(['nobody'], { msgtype: 'text', text: { content: 'x' } }));
    answers['/cgi-bin/message/mass/send'] = [{ errcode: 40130, errmsg: 'invalid openid list size' }, { errcode: 48001, errmsg: 'api unauthorized' }];
    expect([(await send()).errcode, warned]).toEqual([40130, []]);
    expect([(await send()).errcode, warned]).toMatchObject([48001, [{ path: '/cgi-bin/message/mass/send', errcode: 48001 }]]);
  });

  it('keeps every digit of 64-bit ids', async () => {
    answers['/cgi-bin/message/mass/sendall'] = [(response: ServerResponse) => json(response, '{"errcode":0,"errmsg":"ok","msg_id":3147483661234567891,"msg_data_id":2247483660}')];
    expect(await client.mass.sendAll({ is_to_all: true }, { msgtype: 'text', text: { content: 'x' } }, { clientMsgId: 'c' })).toEqual({
      msgId: '3147483661234567891', msgDataId: '2247483660', replayed: false,
    });
  });

  it('takes the msg_id of a repeated clientmsgid', async () => {
    answers['/cgi-bin/message/mass/send'] = [{ errcode: 45065, errmsg: 'clientmsgid exist', msg_id: 12 }];
    expect(await client.mass.sendTo(['a', 'b'], { msgtype: 'mpnews', mpnews: { media_id: 'm' } }, { clientMsgId: 'c' })).toMatchObject({ msgId: '12', replayed: true });
  });

  it('tells bytes from JSON', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0x7b, 0x00]);
    answers['/cgi-bin/media/get'] = [
      (response: ServerResponse) => { response.setHeader('content-type', 'image/jpeg'); response.end(bytes); },
      { video_url: 'http://v' },
      { errcode: 40007, errmsg: 'invalid media_id' },
    ];
    const picture = await client.media.download('m');
    expect('data' in picture && isFile(picture) && picture.data.equals(bytes)).toBe(true);
    expect(await client.media.download('v')).toEqual({ videoUrl: 'http://v' });
    expect((await failure(client.media.download('x'))).errcode).toBe(40007);
  });

  it('reads the empty tail of user/get', async () => {
    answers['/cgi-bin/user/get'] = [{ total: 1, count: 1, data: { openid: ['oA'] }, next_openid: 'oA' }, { total: 1, count: 0, next_openid: '' }];
    expect(await client.users.list()).toEqual({ total: 1, openids: ['oA'], nextOpenid: 'oA' });
    expect(await client.users.list('oA')).toEqual({ total: 1, openids: [], nextOpenid: '' });
    expect(seen.at(-1)!.query.get('next_openid')).toBe('oA');
  });

  it('makes one list of both forms of read_jump_position', async () => {
    const row = (read_jump_position: unknown) => ({ list: [{ msgid: '1_1', detail_list: [{ stat_date: 'd', read_jump_position }] }], is_delay: true });
    answers['/datacube/getarticletotaldetail'] = [row([{ position: 1, rate: 0.5 }]), row({ 1: 0.5 })];
    const both = [await client.datacube.fetch('getarticletotaldetail', 'd', 'd'), await client.datacube.fetch('getarticletotaldetail', 'd', 'd')];
    for (const { list, isDelay } of both) {
      expect(isDelay).toBe(true);
      expect(list[0]!.detail_list[0]!.read_jump_position).toEqual([{ position: 1, rate: 0.5 }]);
    }
  });
});

describe('refusals', () => {
  it('carry code, rid, kind and a sentence in both languages, and no token', async () => {
    answers['/cgi-bin/menu/get'] = [{ errcode: 46003, errmsg: 'menu no exist rid: 5f3a8f2c-0a1b2c3d-4e5f6a7b' }];
    const error = await failure(client.menu.get());
    expect(error).toMatchObject({ errcode: 46003, rid: '5f3a8f2c-0a1b2c3d-4e5f6a7b', kind: 'request', retryable: false });
    expect(error.text.zh).toContain('46003');
    expect(error.text.en).toContain('menu no exist');
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('one');
  });

  it('are no warning when they only say that there is no menu yet', async () => {
    const warnings: unknown[] = [];
    client = newClient({ log: Object.assign(createLog('silent'), { warn: (fields: unknown) => warnings.push(fields) }) });
    answers['/cgi-bin/menu/get'] = [{ errcode: 46003, errmsg: 'menu no exist' }];
    await failure(client.menu.get());
    expect(warnings).toEqual([]);
    answers['/cgi-bin/menu/get'] = [{ errcode: 48001, errmsg: 'api unauthorized' }];
    await failure(client.menu.get());
    expect(warnings).toMatchObject([{ errcode: 48001 }]);
  });

  it('repeat while the system is busy, then give up', async () => {
    answers['/cgi-bin/user/info'] = [{ errcode: -1, errmsg: 'system error' }, { errcode: -1 }, { subscribe: 1, openid: 'oA' }];
    expect((await client.users.info('oA')).subscribe).toBe(1);
    answers['/cgi-bin/user/info'] = [{ errcode: -1 }];
    seen = [];
    expect(await failure(client.users.info('oA'))).toMatchObject({ errcode: -1, kind: 'busy', retryable: true });
    expect(paths()).toEqual(['info', 'info', 'info']);
  });

  it.each([45009, 45011, 45047, 40003, 48001, 61503, 99999])('do not repeat %i', async (errcode) => {
    answers['/cgi-bin/user/info'] = [{ errcode, errmsg: 'no' }];
    expect((await failure(client.users.info('oA'))).errcode).toBe(errcode);
    expect(paths().filter((path) => path === 'info')).toHaveLength(1);
  });

  it('repeat a lost read, never a message that may have arrived', async () => {
    const hangUp = (response: ServerResponse) => response.destroy();
    answers['/cgi-bin/user/info'] = [hangUp, { subscribe: 1, openid: 'oA' }];
    expect((await client.users.info('oA')).openid).toBe('oA');
    answers['/cgi-bin/message/custom/send'] = [hangUp];
    expect(await failure(client.customService.send('oA', { msgtype: 'text', text: { content: 'x' } }))).toMatchObject({ errcode: null, kind: 'network' });
    answers['/cgi-bin/message/mass/sendall'] = [hangUp, { errcode: 0, msg_id: 1 }];
    expect((await client.mass.sendAll({ is_to_all: true }, { msgtype: 'text', text: { content: 'x' } }, { clientMsgId: 'c' })).msgId).toBe('1');
    expect(paths().filter((path) => path === 'send')).toHaveLength(1);
    // What is refused after an attempt without an answer may have been taken then.
    for (const [lost, mayBeTaken] of [[[], false], [[hangUp], true]] as const) {
      answers['/cgi-bin/message/mass/sendall'] = [...lost, { errcode: 45028, errmsg: 'has no masssend quota' }];
      expect(await failure(client.mass.sendAll({ is_to_all: true }, { msgtype: 'text', text: { content: 'x' } }, { clientMsgId: 'd' }))).toMatchObject({ errcode: 45028, mayBeTaken });
    }
  });

  it('count HTML and HTTP errors as no answer', async () => {
    answers['/cgi-bin/user/info'] = [(response: ServerResponse) => { response.statusCode = 502; response.end('<html>'); }];
    expect(await failure(client.users.info('oA'))).toMatchObject({ errcode: null, kind: 'network', retryable: true });
  });
});

describe('access token', () => {
  it('is fetched once by concurrent calls', async () => {
    answers['/cgi-bin/tags/get'] = [{ tags: [] }];
    await Promise.all(Array.from({ length: 10 }, () => client.tags.list()));
    expect(paths().filter((path) => path === 'stable_token')).toHaveLength(1);
  });

  it('is asked for once an attempt while nobody answers, also of a message, of which nothing was sent', async () => {
    hangingUp = true;
    for (const call of [() => client.users.info('oA'), () => client.customService.send('oA', { msgtype: 'text', text: { content: 'x' } }), () => client.accessToken.get()]) {
      seen = [];
      expect(await failure(call())).toMatchObject({ kind: 'network', path: '/cgi-bin/stable_token' });
      expect(paths()).toEqual(['stable_token', 'stable_token', 'stable_token']);
    }
  });

  it.each([[40001, 1], [40014, 1], [42001, 3]])('is renewed and the call repeated after %i, at most %i times', async (errcode, most) => {
    answers['/cgi-bin/tags/get'] = [{ errcode, errmsg: 'no' }, { tags: [] }];
    expect(await client.tags.list()).toEqual([]);
    expect(seen.filter((request) => request.path.endsWith('get')).map((request) => request.query.get('access_token'))).toEqual(['one', 'two']);

    answers['/cgi-bin/tags/get'] = [{ errcode, errmsg: 'no' }];
    seen = [];
    expect((await failure(client.tags.list())).errcode).toBe(errcode);
    expect(paths().filter((path) => path === 'get')).toHaveLength(1 + most);
  });

  it('is renewed silently; what the caller gets to know is a warning', async () => {
    const warnings: unknown[] = [];
    const log = Object.assign(createLog('silent'), { warn: (fields: unknown) => warnings.push(fields) });
    client = newClient({ log });
    answers['/cgi-bin/tags/get'] = [{ errcode: 40001, errmsg: 'no' }, { tags: [] }];
    await client.tags.list();
    expect(warnings).toEqual([]);
    answers['/cgi-bin/tags/get'] = [{ errcode: 40001, errmsg: 'no' }];
    await failure(client.tags.list());
    expect(warnings).toMatchObject([{ errcode: 40001 }]);
  });

  it('of another process is used when that one renewed first', async () => {
    const tokenStore = memoryTokenStore();
    const [one, two] = [newClient({ tokenStore }), newClient({ tokenStore })];
    answers['/cgi-bin/tags/get'] = [{ tags: [] }];
    await Promise.all([one.tags.list(), two.tags.list()]);
    await two.accessToken.renew('one');
    seen = [];
    answers['/cgi-bin/tags/get'] = [{ errcode: 40001 }, { tags: [] }];
    await one.tags.list();
    expect(seen.map(({ path, query }) => [path, query.get('access_token')])).toEqual([['/cgi-bin/tags/get', 'one'], ['/cgi-bin/tags/get', 'two']]);
  });

  it('is asked for again when the fetch that a refusal joined had brought the refused one', async () => {
    const answered = ['stale', 'stale', 'fresh'];
    let open!: () => void;
    const gate = new Promise<void>((resolve) => { open = resolve; });
    const token = createAccessToken(memoryTokenStore(), async () => {
      await gate;
      return { access_token: answered.shift()!, expires_in: 7200 };
    });
    const both = Promise.all([token.get(), token.renew('stale')]);
    open();
    expect(await both).toEqual(['stale', 'fresh']);
  });

  it('is forced only when the platform repeats the refused one', async () => {
    tokens = ['stuck'];
    answers['/cgi-bin/tags/get'] = [{ errcode: 40001 }, { tags: [] }];
    await client.tags.list().catch(() => undefined);
    const forced = seen.filter((request) => request.path.endsWith('stable_token')).map((request) => JSON.parse(request.body).force_refresh ?? false);
    expect(forced).toEqual([false, false, true]);
  });

  it('is a refusal of its own when the secret is wrong', async () => {
    const store = memoryTokenStore();
    const token = createAccessToken(store, () => Promise.reject(new Error('40125')));
    await expect(token.get()).rejects.toThrow('40125');
    const healed = createAccessToken(store, async () => ({ access_token: 'fine', expires_in: 7200 }));
    expect(await healed.get()).toBe('fine');
  });

  describe('on the clock', () => {
    let time = 1_700_000_000_000;
    let restore: () => void;
    beforeEach(() => { restore = followClock(() => time); });
    afterEach(() => restore());

    it('is refreshed 300 s before its end and shared through the store', async () => {
      const store = memoryTokenStore();
      let issued = 0;
      const fetchToken = async () => ({ access_token: `t${++issued}`, expires_in: 7200 });
      const [one, two] = [createAccessToken(store, fetchToken), createAccessToken(store, fetchToken)];
      expect([await one.get(), await two.get()]).toEqual(['t1', 't1']);
      time += 6_899_000;
      expect(await one.get()).toBe('t1');
      time += 1000;
      expect(await one.get()).toBe('t2');
      expect(await two.get()).toBe('t2');
      expect(await one.renew('t1')).toBe('t2');
      expect(issued).toBe(2);
    });

    it('is not asked for at every call when the platform repeats one near its end', async () => {
      let asked = 0;
      const token = createAccessToken(memoryTokenStore(), async () => ({ access_token: `t${++asked}`, expires_in: 200 }));
      await token.get();
      time += 29_000;
      await token.get();
      expect(asked).toBe(1);
      time += 1000;
      await token.get();
      expect(asked).toBe(2);
    });
  });
});

describe('requests', () => {
  it('upload with a named file of its type', async () => {
    answers['/cgi-bin/material/add_material'] = [{ media_id: 'm' }];
    await client.media.addMaterial('video', { filename: 'a"b.mp4', contentType: 'video/mp4', data: Buffer.from('bytes') }, { title: '题', introduction: '' });
    const { body, type } = seen.at(-1)!;
    const form = await new Response(Buffer.from(body, 'latin1'), { headers: { 'content-type': type } }).formData();
    const file = form.get('media') as File;
    expect([file.name, file.type, await file.text()]).toEqual(['a_b.mp4', 'video/mp4', 'bytes']);
    expect(JSON.parse(String(form.get('description')))).toEqual({ title: '题', introduction: '' });
  });

  it('send real characters, never escapes', async () => {
    answers['/cgi-bin/tags/create'] = [{ tag: { id: 101, name: '贵宾' } }];
    await client.tags.create('贵宾');
    expect(Buffer.from(seen.at(-1)!.body, 'latin1').toString('utf8')).toBe('{"tag":{"name":"贵宾"}}');
  });

  it('name the QR code by scene and life', async () => {
    answers['/cgi-bin/qrcode/create'] = [{ ticket: 't+/=', url: 'u' }];
    const kinds: unknown[] = [];
    for (const code of [{ scene: 7 }, { scene: 'store' }, { scene: 7, expireSeconds: 60 }, { scene: 'store', expireSeconds: 60 }]) {
      await client.qrcode.create(code);
      kinds.push(JSON.parse(seen.at(-1)!.body));
    }
    expect(kinds).toEqual([
      { action_name: 'QR_LIMIT_SCENE', action_info: { scene: { scene_id: 7 } } },
      { action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: 'store' } } },
      { expire_seconds: 60, action_name: 'QR_SCENE', action_info: { scene: { scene_id: 7 } } },
      { expire_seconds: 60, action_name: 'QR_STR_SCENE', action_info: { scene: { scene_str: 'store' } } },
    ]);
    expect(client.qrcode.imageUrl('t+/=')).toBe(`${api}/cgi-bin/showqrcode?ticket=t%2B%2F%3D`);
  });

  it('keep the parameter order of the consent page', () => {
    expect(client.oauth.authorizeUrl({ redirectUri: 'https://b.example/r?a=1', scope: 'snsapi_base', state: 'S1' })).toBe(
      'https://open.example/connect/oauth2/authorize?appid=wx1&redirect_uri=https%3A%2F%2Fb.example%2Fr%3Fa%3D1&response_type=code&scope=snsapi_base&state=S1#wechat_redirect',
    );
  });
});
