import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAsOwner, connectAccount, dataFolder, type Product, startProduct } from './product.ts';

const FOLLOWERS = Array.from({ length: 90 }, (_, index) => `o-follower-${String(index).padStart(3, '0')}`);
const dataDir = dataFolder('push');
let product: Product;

/** WeChat as far as a push needs it: a send is taken once per clientmsgid, whatever becomes of the answer. */
const wechat = {
  /** Who was sent to, by clientmsgid. */
  sends: new Map<string, { touser: string[]; msgId: number }>(),
  requests: 0,
  /** Runs when a call of the push comes in, before and after WeChat has done its work; true when the caller is gone. */
  interrupt: async (_moment: string): Promise<boolean> => false,
  server: createServer((request, response) => void answer(request, response)),
};
let url = '';

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url!, 'http://wechat').pathname;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const isStep = path.includes('/draft/add') || path.includes('/mass/send');
  if (isStep && (await wechat.interrupt(`before ${path}`))) return void response.destroy();
  const body = reply(path, text);
  if (isStep && (await wechat.interrupt(`after ${path}`))) return void response.destroy();
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

function reply(path: string, text: string): object {
  if (path.endsWith('token')) return { access_token: 'a'.repeat(136), expires_in: 7200 };
  if (path === '/cgi-bin/user/get') return { total: FOLLOWERS.length, count: FOLLOWERS.length, data: { openid: FOLLOWERS }, next_openid: '' };
  if (path === '/cgi-bin/user/info/batchget') {
    const { user_list: users } = JSON.parse(text) as { user_list: { openid: string }[] };
    return { user_info_list: users.map(({ openid }) => ({ subscribe: 1, openid, subscribe_time: 1_700_000_000, subscribe_scene: 'ADD_SCENE_SEARCH', tagid_list: [] })) };
  }
  if (path === '/cgi-bin/tags/get') return { tags: [] };
  if (path === '/cgi-bin/material/batchget_material') return { total_count: 1, item_count: 1, item: [{ media_id: 'cover', update_time: 1 }] };
  if (path === '/cgi-bin/draft/add') return { media_id: `draft-${wechat.requests++}` };
  if (path === '/cgi-bin/message/mass/send') {
    const { touser, clientmsgid } = JSON.parse(text) as { touser: string[]; clientmsgid: string };
    const known = wechat.sends.get(clientmsgid);
    if (known) return { errcode: 45065, errmsg: 'clientmsgid exist', msg_id: known.msgId, msg_data_id: known.msgId };
    const msgId = 3_000_000_000 + wechat.sends.size;
    wechat.sends.set(clientmsgid, { touser, msgId });
    return { errcode: 0, errmsg: 'send job submission success', msg_id: msgId, msg_data_id: msgId };
  }
  return { errcode: 48001, errmsg: 'api unauthorized' };
}

beforeAll(async () => {
  wechat.server.listen(0, '127.0.0.1');
  await once(wechat.server, 'listening');
  url = `http://127.0.0.1:${(wechat.server.address() as AddressInfo).port}`;
  product = await startProduct(dataDir, url);
}, 120_000);
afterAll(async () => {
  await product?.stop();
  wechat.server.closeAllConnections();
  wechat.server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('reaches everybody exactly once although the product is killed between its calls to WeChat and their answers', async () => {
  const { brandId, id: assetId } = await connectAccount(product);
  const base = `/api/brands/${brandId}`;
  let call = await callAsOwner(product);
  const arm = (name: string, share: number) => ({ arm: name, share, articles: [{ title: `版本 ${name}`, content: '<p>你好</p>' }] });
  const { id } = await call<{ id: string }>('POST', `${base}/pushes`, { assetId, title: '崩溃', audience: { kind: 'everyone' }, variants: [arm('a', 0.4), arm('b', 0.3), arm('c', 0.3)] });
  await expect.poll(async () => (await call<{ reached: number }>('POST', `${base}/pushes/${id}/plan`, {})).reached, { timeout: 60_000, interval: 500 }).toBe(FOLLOWERS.length);

  const moments = ['after /cgi-bin/draft/add', 'before /cgi-bin/message/mass/send', 'after /cgi-bin/message/mass/send'];
  await call('POST', `${base}/pushes/${id}/send`);
  while (moments.length > 0) {
    await new Promise<void>((resolve, reject) => {
      wechat.interrupt = async (moment) => {
        if (moment !== moments[0]) return false;
        moments.shift();
        // Nothing more is answered to the dying process.
        wechat.interrupt = async () => true;
        product.kill().then(resolve, reject);
        return true;
      };
    });
    wechat.interrupt = async () => false;
    product = await startProduct(dataDir, url);
  }
  call = await callAsOwner(product);
  await expect.poll(async () => (await call<{ state: string }>('GET', `${base}/pushes/${id}`)).state, { timeout: 120_000, interval: 500 }).toBe('sent');
  const reached = [...wechat.sends.values()].flatMap(({ touser }) => touser);
  expect(reached.sort()).toEqual(FOLLOWERS);
  expect(wechat.sends.size).toBe(3);
  const push = await call<{ frozenCount: number; calls: { state: string }[] }>('GET', `${base}/pushes/${id}`);
  expect(push).toMatchObject({ frozenCount: FOLLOWERS.length, calls: [{ state: 'accepted' }, { state: 'accepted' }, { state: 'accepted' }] });
}, 300_000);
