import type { Database } from '@qingniao/storage';
import { testActor, testApp } from '@qingniao/access/testing';
import type { Caller, Role } from '@qingniao/access';
import { afterEach, expect, it, vi } from 'vitest';
import type { LiveHub } from '../live-hub.ts';
import { liveRoutes } from './live.ts';

const database = { forBrand: (brandId: number) => ({ brandId }) } as unknown as Database;
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A promise and what fulfils it. */
function gate() {
  let open = () => {};
  return { passed: new Promise<void>((resolve) => (open = resolve)), open: () => open() };
}

/** A server whose hub takes its time until `go`. */
async function slowHub() {
  const reached = gate();
  const go = gate();
  const seen = { followers: 0, came: 0, ended: () => {} };
  const hub: LiveHub = {
    async follow(_brandId, _heard, ended) {
      reached.open();
      await go.passed;
      seen.ended = ended;
      seen.came += 1;
      seen.followers += 1;
      return () => void (seen.followers -= 1);
    },
    close: async () => undefined,
  };
  const later = { role: 'viewer' as Role };
  const authenticator = { authenticate: async () => ({ onBrand: async () => testActor(later.role) }) as unknown as Caller };
  const gone = gate();
  const { app, close } = await testApp(database, async (app) => {
    app.addHook('onRequest', async ({ raw }) => void raw.socket.once('close', gone.open));
    await app.register(liveRoutes, { hub, authenticator, prefix: '/api/brands/:brandId' });
  });
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  const listen = (signal?: AbortSignal, role: Role = 'viewer') => fetch(`${base}/api/brands/1/live`, { headers: { 'x-test-role': role }, ...(signal ? { signal } : {}) });
  return { seen, later, reached: reached.passed, go: go.open, gone: gone.passed, listen, close };
}

it('keeps nothing of a page that was closed before it could be followed', async () => {
  const beating = vi.spyOn(globalThis, 'setInterval');
  const { seen, reached, go, gone, listen, close } = await slowHub();
  const page = new AbortController();
  const asked = listen(page.signal).catch(() => undefined);
  await reached;
  page.abort();
  await asked;
  await gone;
  go();
  await expect.poll(() => seen.came).toBe(1);
  await expect.poll(() => seen.followers).toBe(0);
  expect(beating.mock.calls.filter(([, every]) => every === 25_000)).toEqual([]);
  await close();
});

it('lets go of a page when it is closed, and of all when the server goes', async () => {
  for (const end of ['page', 'server'] as const) {
    const { seen, go, listen, close } = await slowHub();
    go();
    const page = new AbortController();
    const stream = await listen(page.signal);
    expect(stream.status).toBe(200);
    await expect.poll(() => seen.followers).toBe(1);
    if (end === 'page') page.abort();
    else seen.ended();
    await expect.poll(() => seen.followers).toBe(0);
    await close();
  }
});

it('tells nothing to who sees only aggregates, and lets go of who is left with them', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { seen, later, go, listen, close } = await slowHub();
  go();
  expect((await listen(undefined, 'head_office')).status).toBe(403);
  expect(seen.came).toBe(0);
  const stream = await listen();
  vi.advanceTimersByTime(25_000);
  await new Promise(setImmediate);
  expect(seen.followers).toBe(1);
  later.role = 'head_office';
  vi.advanceTimersByTime(25_000);
  await expect.poll(() => seen.followers).toBe(0);
  expect(await stream.text()).toContain('still here');
  await close();
});
