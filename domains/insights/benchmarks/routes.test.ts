import { testApp } from '@qingniao/access/testing';
import type { Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { benchmarkRoutes } from './routes.ts';

const metrics = [
  { id: 'open_rate', unit: 'rate' as const, dimension: null },
  { id: 'recruitment_sources', unit: 'share' as const, dimension: { name: { zh: '来源', en: 'Source' }, keys: { qr: { zh: '二维码', en: 'QR codes' } } } },
];
let stores: Stores;
let close: () => Promise<void>;
let routes: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  ({ stores, close } = await testStores());
  routes = await testApp(stores.database, (app) => app.register(benchmarkRoutes, { prefix: '/api/brands/:brandId', metrics }));
});
afterAll(async () => {
  await routes.close();
  await close();
});

const url = '/api/brands/1/insights/benchmarks';
const target = { metric: 'open_rate', value: 0.1, edition: '集团目标', year: '2026', source: '总部' };

it('a brand adds its own, first in the list and only its own, and takes it away; both are audited', async () => {
  const published = (await routes.call('viewer', 'GET', url)).body.items;
  const added = await routes.call('marketer', 'POST', url, target);
  expect(added).toMatchObject({ status: 201, body: { unit: 'rate', confidence: 'own', edition: { zh: '集团目标', en: '集团目标' }, value: 0.1, sample: null } });
  expect((await routes.call('viewer', 'GET', url)).body.items).toEqual([added.body, ...published]);
  expect((await routes.call('viewer', 'GET', '/api/brands/2/insights/benchmarks')).body.items).toEqual(published);
  expect((await routes.call('marketer', 'DELETE', `/api/brands/2/insights/benchmarks/${added.body.id}`)).status).toBe(404);
  expect((await routes.call('marketer', 'DELETE', `${url}/${added.body.id}`)).status).toBe(204);
  expect((await routes.call('viewer', 'GET', url)).body.items).toEqual(published);
  const lines = await stores.database.forBrand(1).query('select action, actor_name from audit_entry where brand_id = 1 order by seq');
  expect(lines).toEqual(['benchmark.added', 'benchmark.removed'].map((action) => ({ action, actor_name: 'marketer@example.com' })));
});

it('refuses what cannot be set beside a figure, naming the field', async () => {
  const refused = async (change: object) => {
    const { status, body } = await routes.call('marketer', 'POST', url, { ...target, ...change });
    return [status, body.error?.field];
  };
  expect(await refused({ metric: 'nothing' })).toEqual([422, 'metric']);
  expect(await refused({ key: 'qr' })).toEqual([422, 'key']);
  expect(await refused({ metric: 'recruitment_sources', key: 'moon' })).toEqual([422, 'key']);
  expect(await refused({ value: null, low: 0.1 })).toEqual([422, 'value']);
  expect(await refused({ value: null, low: 0.2, high: 0.1 })).toEqual([422, 'low']);
  expect(await refused({ year: 'soon' })).toEqual([422, 'year']);
  expect(await refused({ metric: 'recruitment_sources', key: 'qr', value: null, low: 0.2, high: 0.2 })).toEqual([201, undefined]);
  expect((await routes.call('viewer', 'POST', url, target)).status).toBe(403);
});
