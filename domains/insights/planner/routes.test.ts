import { testApp } from '@qingniao/access/testing';
import { followClock } from '@qingniao/kernel';
import type { Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planPresets } from './inputs.ts';
import { planRoutes } from './routes.ts';

let stores: Stores;
let close: () => Promise<void>;
let routes: Awaited<ReturnType<typeof testApp>>;
let restore: () => void;
beforeAll(async () => {
  restore = followClock(() => Date.parse('2026-01-14T04:00:00Z'));
  ({ stores, close } = await testStores());
  routes = await testApp(stores.database, (app) => app.register(planRoutes, { prefix: '/api/brands/:brandId' }));
});
afterAll(async () => {
  await routes.close();
  await close();
  restore();
});

const url = '/api/brands/1/insights';
const inputs = planPresets[0]!.inputs;
const draft = { name: '2026', assetId: null, startDay: '2026-01-01', inputs };

it('the preset previews to 686,940 and saves nothing', async () => {
  const { body: { items: [preset] } } = await routes.call('viewer', 'GET', `${url}/plan-presets`);
  const { body } = await routes.call('viewer', 'POST', `${url}/plans/preview`, { inputs: preset.inputs });
  expect([body.delta, body.target, body.blocks.map(({ percent }: { percent: number }) => percent)]).toEqual([286_940, 686_940, [21, 14, 31, 34]]);
  expect((await routes.call('viewer', 'GET', `${url}/plans`)).body.items).toEqual([]);
});

it('says what is wrong with an input, in the caller’s language, beside its field', async () => {
  const refused = async (change: object) => (await routes.call('viewer', 'POST', `${url}/plans/preview`, { inputs: { ...inputs, ...change } })).body.error;
  expect(await refused({ stores: -1 })).toMatchObject({ field: 'inputs.stores' });
  expect(await refused({ conversion: 1.01 })).toMatchObject({ field: 'inputs.conversion' });
  expect(await refused({ postCostFen: 0 })).toMatchObject({ field: 'inputs.postCostFen', message: 'Budget goes to this format: give its average cost per follower.' });
  expect(await refused({ moon: 1 })).toMatchObject({ field: 'inputs.moon' });
});

describe('a saved plan', () => {
  it('is changed only by who has read its present version, and leaves a line each time', async () => {
    const { body: made } = await routes.call('marketer', 'POST', `${url}/plans`, draft);
    expect(made).toMatchObject({ version: 1, plan: { target: 686_940 } });
    const changed = { ...draft, version: 1, inputs: { ...inputs, organicGrowth: 0.2 } };
    expect((await routes.call('marketer', 'PUT', `${url}/plans/${made.id}`, changed)).body).toMatchObject({ version: 2, plan: { target: 706_940 } });
    expect(await routes.call('marketer', 'PUT', `${url}/plans/${made.id}`, changed)).toMatchObject({ status: 409, body: { error: { code: 'plan_changed' } } });
    expect((await routes.call('viewer', 'PUT', `${url}/plans/${made.id}`, changed)).status).toBe(403);
    expect((await routes.call('marketer', 'GET', `/api/brands/2/insights/plans/${made.id}`)).status).toBe(404);
    expect((await routes.call('marketer', 'DELETE', `${url}/plans/${made.id}`)).status).toBe(204);
    expect((await routes.call('marketer', 'GET', `${url}/plans/${made.id}`)).status).toBe(404);
    const lines = await stores.database.forBrand(1).query<{ action: string; before: object; after: object }>('select action, before, after from audit_entry where brand_id = 1 order by seq');
    expect(lines.map(({ action }) => action)).toEqual(['plan.created', 'plan.changed', 'plan.removed']);
    expect(lines[1]).toMatchObject({ before: { version: 1, inputs: { organicGrowth: 0.15 } }, after: { version: 2, inputs: { organicGrowth: 0.2 } } });
  });

  it('of an account that is not the brand’s is refused', async () => {
    expect((await routes.call('marketer', 'POST', `${url}/plans`, { ...draft, assetId: 'elsewhere' })).status).toBe(404);
  });
});

it('progress counts follows of the account in weeks of Shanghai, and none learnt from a synchronisation', async () => {
  const brand = stores.database.forBrand(3);
  const account = (id: string) => brand.query(
    `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
     values (3, $1, 'service', 'n', $1, '', '', '', 'safe', 'current', 'connected', '2025-06-01T00:00:00Z', '2025-06-01T00:00:00Z', '{}')`, [id]);
  await account('a');
  await account('b');
  let id = 0;
  const follow = (asset: string, from: string, to: string | null = null, observed = true) => brand.query(
    `insert into follow_period (brand_id, identity_id, event_id, asset_id, followed_at, unfollowed_at, observed, source_group, revision)
     values (3, $1, $1, $2, $3, $4, $5, 'qr', $1)`, [++id, asset, from, to, observed]);
  await follow('a', '2025-12-31T15:59:59Z'); // the old year in Shanghai
  await follow('a', '2025-12-31T16:00:00Z');
  await follow('a', '2026-01-04T15:59:59Z', '2026-01-04T16:00:00Z'); // came on Sunday, left on Monday
  await follow('a', '2026-01-06T00:00:00Z', null, false);
  await follow('a', '2025-11-01T00:00:00Z', '2026-01-07T00:00:00Z', false);
  await follow('b', '2026-01-07T00:00:00Z');

  const progress = async (assetId: string | null) => {
    const { body: plan } = await routes.call('marketer', 'POST', '/api/brands/3/insights/plans', { ...draft, assetId });
    return (await routes.call('viewer', 'GET', `/api/brands/3/insights/plans/${plan.id}/progress`)).body;
  };
  const rows = ({ weeks }: { weeks: { followed: number; unfollowed: number }[] }) => weeks.slice(0, 4).map(({ followed, unfollowed }) => [followed, unfollowed]);
  const one = await progress('a');
  expect(rows(one)).toEqual([[2, 0], [0, 2], [0, 0], [null, null]]);
  expect(one).toMatchObject({ from: '2026-01-01', to: '2026-12-31', since: '2026-01-01', asOf: '2026-01-13', net: 0 });
  expect(rows(await progress(null))).toEqual([[2, 0], [1, 2], [0, 0], [null, null]]);
});
