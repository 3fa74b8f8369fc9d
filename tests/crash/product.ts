import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackAsset } from '@qingniao/activity';
import { testAsset } from '../../domains/activity/testing.ts';
import { endsWithFile } from '../support/ends-with-file.ts';
import { program, surroundings } from '../support/program.ts';

/** The product as its users run it: a process of its own, reached over HTTP only. */
export interface Product {
  url: string;
  pid: number;
  /** All it printed since it started. */
  said(): string;
  /** kill -9, then waits until it is gone. */
  kill(): Promise<void>;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
}

const OWNER = { email: 'owner@example.com', name: 'Owner', password: 'correct horse battery staple', language: 'en' };

/** A folder the embedded PostgreSQL can use also when the tests run as root. */
export function dataFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `qn-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** Resolves when it says where it listens. */
export async function startProduct(dataDir: string, wechatUrl: string, settings: Record<string, string> = {}): Promise<Product> {
  const child = spawn(process.execPath, [...program, 'serve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...surroundings, PORT: '0', HOST: '127.0.0.1', QINGNIAO_DATA: dataDir, QINGNIAO_LOG_LEVEL: 'warn',
      QINGNIAO_WECHAT_API: wechatUrl, QINGNIAO_WECHAT_MP: wechatUrl, QINGNIAO_WECHAT_OPEN: wechatUrl, ...settings,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-200_000)));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  endsWithFile(() => end('SIGINT'));
  const url = await listening(child, () => said);
  return { url, pid: child.pid!, said: () => said, kill: () => end('SIGKILL'), stop: () => end('SIGINT') };
}

async function listening(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', () => {
      const found = /is running: (http:\S+)/.exec(said());
      if (found) resolve(found[1]!);
    });
    child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it listened:\n${said()}`)));
  });
}

/** Grants access tokens and refuses everything else as an account without rights is refused. */
export async function startWechat(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isToken = request.url!.includes('/cgi-bin/stable_token') || request.url!.includes('/cgi-bin/token');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isToken ? { access_token: 'a'.repeat(136), expires_in: 7200 } : { errcode: 48001, errmsg: 'api unauthorized' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Names the first owner and connects an account in safe mode, as a person does in the console. */
export async function connectAccount(product: Product): Promise<CallbackAsset> {
  const code = await setupCode(product);
  const call = async (path: string, body?: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${product.url}/api${path}`, {
      method: body ? 'POST' : 'GET', headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const signedIn = await call('/setup', { code, organisation: 'Maison', brand: 'Maison', owner: OWNER });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  const session = (await (await call('/session', undefined, { cookie })).json()) as { csrf: string; brands: { id: number }[] };
  const brandId = session.brands[0]!.id;
  const keys = testAsset('');
  const account = { kind: 'service', name: 'Maison', appid: keys.appid, secret: 'secret', token: keys.token, aesKey: keys.aesKeys[0], mode: 'safe' };
  const connected = await call(`/brands/${brandId}/accounts`, account, { cookie, 'x-qingniao-csrf': session.csrf });
  const { account: { id } } = (await connected.json()) as { account: { id: string } };
  return testAsset(id, { brandId });
}

/** Calls as that owner, signed in anew; whatever is refused fails the test. */
export async function callAsOwner({ url }: Product) {
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: OWNER.email, password: OWNER.password }),
  });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  const { csrf } = (await (await fetch(`${url}/api/session`, { headers: { cookie } })).json()) as { csrf: string };
  return async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(url + path, {
      method, headers: { cookie, 'x-qingniao-csrf': csrf, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
}

/** Printed by the first start, right after the address. */
async function setupCode(product: Product): Promise<string> {
  for (;;) {
    const found = /\/setup#(\S+)\n/.exec(product.said());
    if (found) return found[1]!;
    await sleep(5);
  }
}

/** Resident memory of a process in bytes (Linux). */
export const residentBytes = (pid: number): number => Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
