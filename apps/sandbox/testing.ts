import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@qingniao/kernel';
import { type OpenedPush, createPushReader } from '@qingniao/wechat';
import type { AccountDraft } from './platform/accounts/settings.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';

export interface ReceivedPush {
  query: Record<string, string>;
  body: string;
  fields: OpenedPush['fields'];
}
/** Answers one push; undefined never answers, a number is an HTTP status. */
export type Answerer = (push: ReceivedPush) => string | number | undefined;

/** An account's server: opens pushes with the SDK and remembers them. */
export interface AccountServer {
  url: string;
  pushes: ReceivedPush[];
  answer: Answerer;
  close(): Promise<void>;
}

export async function startAccountServer(keys: Parameters<typeof createPushReader>[0]): Promise<AccountServer> {
  const reader = createPushReader(keys);
  const server = createServer((request, response) => {
    const query = Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams);
    if (request.method === 'GET') return void response.end(reader.verify(query) ?? 'wrong');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const push = { query, body: bytes.toString(), fields: reader.open(query, bytes).fields };
      made.pushes.push(push);
      const answer = made.answer(push);
      if (typeof answer === 'number') response.writeHead(answer).end();
      else if (answer !== undefined) response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const made: AccountServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`,
    pushes: [],
    answer: () => 'success',
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
  return made;
}

export const keys = {
  appid: 'wx0123456789abcdef',
  secret: '0123456789abcdef0123456789abcdef',
  token: 'TestToken123',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};

export interface TestWorld {
  sandbox: Sandbox;
  server: AccountServer;
  /** A server API with a fresh token; `body` makes it a POST. */
  api(path: string, body?: unknown, query?: Record<string, string>): Promise<Record<string, unknown>>;
  /** The answer of `token` or `stable_token`. */
  tokens(stable: boolean, change?: Record<string, unknown>): Promise<Record<string, unknown>>;
  rawApi(path: string, token: string): Promise<Record<string, unknown>>;
  /** A control API; throws on 4xx. */
  control(path: string, body?: unknown, method?: string): Promise<Record<string, unknown>>;
  /** Somebody new, from the play page. */
  newPerson(): Promise<string>;
  act(kind: string, openid: string, fields?: Record<string, unknown>): Promise<boolean>;
  events(name: string): ReceivedPush[];
  /** A permanent picture for articles; answers its media_id. */
  cover(): Promise<string>;
  /** Wraps a passive reply for a push that came encrypted. */
  sealReply(xml: string): string;
  close(): Promise<void>;
}

/** A sandbox with one account whose server listens, in a folder of its own. */
export async function openTestWorld(draft: AccountDraft = {}, options: Partial<SandboxOptions> = {}): Promise<TestWorld> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'qingniao-sandbox-'));
  const server = await startAccountServer({ ...keys, mode: draft.mode ?? 'safe' });
  const sandbox = await startSandbox({
    data, log: createLog('silent'), ...options,
    accounts: [{ ...keys, name: '测试', callbackUrl: server.url, deliveryPauseMs: 1, ...draft }],
  });
  const send = async (url: string, method: string, body?: unknown): Promise<Record<string, unknown>> => {
    const answer = await fetch(url, { method, ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
    const json = (await answer.json()) as Record<string, unknown>;
    if (answer.status >= 400) throw new Error(`${url}: ${JSON.stringify(json)}`);
    return json;
  };
  const world: TestWorld = {
    sandbox,
    server,
    async api(path, body, query = {}) {
      const token = String((await world.tokens(true))['access_token']);
      return send(`${sandbox.url}${path}?${new URLSearchParams({ access_token: token, ...query }).toString()}`, body === undefined ? 'GET' : 'POST', body);
    },
    tokens(stable, change = {}) {
      const asked = { grant_type: 'client_credential', appid: keys.appid, secret: keys.secret, ...change };
      if (stable) return send(`${sandbox.url}/cgi-bin/stable_token`, 'POST', asked);
      return send(`${sandbox.url}/cgi-bin/token?${new URLSearchParams(asked as Record<string, string>).toString()}`, 'GET');
    },
    rawApi: (path, token) => send(`${sandbox.url}${path}?access_token=${token}`, 'GET'),
    control: (path, body, method = body === undefined ? 'GET' : 'POST') => send(`${sandbox.url}/sandbox${path}`, method, body),
    newPerson: async () => String((await world.control('/people', { appid: keys.appid }))['openid']),
    act: async (kind, openid, fields = {}) => (await world.control('/acts', { kind, appid: keys.appid, openid, ...fields }))['done'] === true,
    events: (name) => server.pushes.filter((push) => push.fields['Event'] === name),
    async cover() {
      const form = new FormData();
      form.append('media', new Blob(['x'], { type: 'image/jpeg' }), 'cover.jpg');
      const token = String((await world.tokens(true))['access_token']);
      const answer = await fetch(`${sandbox.url}/cgi-bin/material/add_material?access_token=${token}&type=image`, { method: 'POST', body: form });
      return ((await answer.json()) as { media_id: string }).media_id;
    },
    sealReply: (xml) => createPushReader({ ...keys, mode: 'safe' }).seal(xml, 1),
    async close() {
      await sandbox.close();
      await server.close();
      if (!options.data) rmSync(data, { recursive: true, force: true });
    },
  };
  return world;
}
