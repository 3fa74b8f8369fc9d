import { testApp } from '@qingniao/access/testing';
import { createSecrets } from '@qingniao/kernel';
import { testStores } from '@qingniao/storage/testing';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insightRoutes } from '../routes.ts';
import { emptyCommunity, makeTables, settle } from '../testing.ts';

let opened: Awaited<ReturnType<typeof testStores>>;
let routes: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  opened = await testStores({ warehouse: true });
  const { stores } = opened;
  await makeTables(stores);
  routes = await testApp(stores.database, (app) =>
    app.register(insightRoutes, { prefix: '/api/brands/:brandId', warehouse: stores.warehouse, secrets: createSecrets(randomBytes(32)), chromium: '/no/chromium/here', baseUrl: () => 'https://crm.example' }));
  const at = (day: string) => new Date(`${day}T00:00:00+08:00`);
  await settle(stores, 1, {
    ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2022-01-01') }],
    follows: Array.from({ length: 40 }, (_, each) => ({ identity: each + 1, asset: 'oa', source: each < 4 ? 'ads' : each < 16 ? 'search' : 'qr', observed: true, followedAt: at('2024-02-01'), unfollowedAt: null })),
  });
}, 60_000);
afterAll(async () => {
  await routes.close();
  await opened.close();
});

const base = '/api/brands/1/insights';
const year = 'from=2024-01-01&to=2024-12-31';

it('is a page in which nothing may run, in the language asked for', async () => {
  const { status, body, response } = await routes.call('analyst', 'GET', `${base}/report?${year}&lang=zh`);
  expect([status, response.headers['content-type'], response.headers['content-security-policy']]).toEqual([200, 'text/html; charset=utf-8', expect.stringContaining("default-src 'none'")]);
  expect(body).toContain('<html lang="zh-Hans">');
  expect(body).toContain('>4 / 40');
  expect(body).toContain('<a href="https://crm.example/b/1/insights?period=custom&amp;from=2024-01-01&amp;to=2024-12-31&amp;behind=');
  expect((await routes.call('associate', 'GET', `${base}/report?${year}`)).status).toBe(403);
  expect((await routes.call('analyst', 'GET', `${base}/report?${year}&assetId=nobody`)).status).toBe(404);
});

it('head office reads it in English, and gets no small cell by any way', async () => {
  const { body: page } = await routes.call('head_office', 'GET', `${base}/report?${year}`);
  expect(page).toContain('<html lang="en">');
  expect(page).not.toContain('>4 / 40');
  expect(page).not.toContain('<a ');
  expect(page).toContain('&lt;10');

  const { body } = await routes.call('head_office', 'GET', `${base}/figures?${year}`);
  const sources = body.figures.find(({ metric }: { metric: string }) => metric === 'recruitment_sources').cells;
  expect(Object.fromEntries(sources.map(({ key, numerator, suppressed }: { key: string; numerator: number | null; suppressed?: string }) => [key, suppressed ?? numerator])))
    .toEqual({ qr: 24, search: 'complement', ads: 'small', word_of_mouth: 0, other: 0, unknown: 0 });
  const { body: csv } = await routes.call('head_office', 'GET', `${base}/figures/recruitment_sources.csv?${year}`);
  expect(csv).toMatch(/\nads,[^,]*,,,<10,/);
  expect(csv).not.toContain('12,40');
  expect((await routes.call('head_office', 'GET', `${base}/figures/open_rate/behind?${year}&part=numerator`)).status).toBe(403);
});

it('without a Chromium there is no PDF, and it says how to add one', async () => {
  expect((await routes.call('viewer', 'GET', `${base}/report/abilities`)).body).toEqual({ pdf: false });
  const { status, body } = await routes.call('viewer', 'GET', `${base}/report.pdf?${year}`);
  expect([status, body.error.code]).toEqual([409, 'pdf_unavailable']);
  expect(body.error.message).toContain('QINGNIAO_CHROMIUM');
});
