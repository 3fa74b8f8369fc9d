import { followClock, now } from '@qingniao/kernel';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { followSandbox } from './follow-time.ts';
import { reachSandbox } from './sandbox-client.ts';

const servers: Server[] = [];
afterEach(async () => {
  followClock(() => Date.now())();
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function answering(status: number, body: unknown): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it.each([
  ['answers 404', 404, { errcode: 404 }],
  ['answers something else', 200, { now: 1, mode: 'live' }],
  ['says that it is none', 200, { sandbox: false, now: 1 }],
])('follows no clock of a host that %s', async (_what, status, body) => {
  await expect(reachSandbox(await answering(status, body))).rejects.toMatchObject({ code: 'not_a_sandbox' });
  expect(Math.abs(now() - Date.now())).toBeLessThan(5000);
});

it('takes a sandbox’s time: stands, moves on with callbacks, never back, and flows when the sandbox does', async () => {
  const about = { sandbox: true, now: 1_700_000_000_000, mode: 'stepped', start: 0, until: 0, done: false };
  const time = await followSandbox(await reachSandbox(await answering(200, about)));
  expect(now()).toBe(about.now);
  time.reached(about.now + 60_000);
  time.reached(about.now + 30_000);
  expect(now()).toBe(about.now + 60_000);
  time.standAt(about.now + 3_600_000);
  expect(now()).toBe(about.now + 3_600_000);
  time.flowFrom(about.now + 7_200_000);
  time.reached(about.now + 9e9);
  expect(now() - about.now - 7_200_000).toBeGreaterThanOrEqual(0);
  expect(now() - about.now - 7_200_000).toBeLessThan(5000);
});
