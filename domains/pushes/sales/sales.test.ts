import { testApp } from '@qingniao/access/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pushRoutes } from '../index.ts';
import { ASSET, experimentWorld, type ExperimentWorld } from '../experiment/testing.ts';

let world: ExperimentWorld;
let routes: Awaited<ReturnType<typeof testApp>>;
let pushId: string;
let later: string;
const START = Date.parse('2026-03-02T19:00:00+08:00');
const at = (hours: number, seconds = 0): string => new Date(START + hours * 3_600_000 + seconds * 1000).toISOString();

/** Ten people in two variants; one more push to some of them three days after. */
beforeAll(async () => {
  world = await experimentWorld('2026-03-01T00:00:00Z');
  ({ pushId } = await world.push('2026-03-02', [{ name: 'A', people: 5 }, { name: 'B', people: 5 }]));
  ({ pushId: later } = await world.push('2026-03-05', [{ name: 'A', people: 1 }, { name: 'B', people: 1 }]));
  world.clock.now = START + 30 * 86_400_000;
  await world.brand.query(
    `insert into channel (brand_id, id, asset_id, kind, name, note, scene, permanent, tags, created_at) values (1, 'shop', $1, 'store', '国贸店', '', 'qn_shop', true, '{}', $2)`, [ASSET, new Date(START)]);
  const reached = (who: number, variant: number) => ({ type: 'push.targeted', who, at: at(0), push: pushId, variant });
  const paid = (who: number, when: string, amount: number, order = '') => ({ type: 'order.paid', who, at: when, amount, props: { order_id: order } });
  await world.events([
    ...[1, 2, 3, 4, 5].map((who) => reached(who, 1)), ...[6, 7, 8, 9, 10].map((who) => reached(who, 2)),
    { type: 'push.targeted', who: 7, at: at(72), push: later, variant: 1 },
    // To the second: 168:00:00 is inside. Twice by one person.
    paid(1, at(168), 100_00), paid(1, at(5), 50_00), paid(2, at(168, 1), 900_00),
    // The later push gets what comes after it, unless a click on this one's link comes later still.
    paid(7, at(71), 10_00), paid(7, at(100), 900_00), { type: 'link.clicked', who: 7, at: at(120), push: pushId }, paid(7, at(121), 20_00),
    // Back in part, and whole; an amount nobody tells; forwarded to somebody the push was not for; bought before it.
    paid(8, at(3), 80_00, 'o8'), { type: 'order.part_refunded', who: 8, at: at(200), amount: 30_00, props: { order_id: 'o8' } },
    paid(9, at(3), 70_00, 'o9'), { type: 'order.refunded', who: 9, at: at(200), amount: 70_00, props: { order_id: 'o9' } },
    { type: 'gift_card.paid', who: 10, at: at(4) },
    { type: 'link.clicked', who: 99, at: at(1), push: pushId }, paid(99, at(2), 5_00),
    // The same by a card that leads into the shop.
    { type: 'mini_program.entered', who: 98, at: at(1), push: pushId }, paid(98, at(2), 6_00),
    paid(3, at(-1), 900_00),
    // A code of a boutique and one of a campaign.
    { type: 'qr.scanned', who: 4, at: at(6), scene: 'qn_shop' }, { type: 'qr.scanned', who: 4, at: at(7), scene: 'qn_shop' }, { type: 'qr.scanned', who: 5, at: at(6), scene: 'qn_ad' },
  ]);
  const closed = undefined as never;
  routes = await testApp(world.stores.database, (app) => app.register(pushRoutes, { prefix: '/api/brands/:brandId', sender: closed, accountOf: closed, warehouse: world.stores.warehouse }));
}, 60_000);
afterAll(async () => {
  await routes.close();
  await world.close();
});

it('credits orders and boutique visits to the last push within seven days, less refunds, by variant', async () => {
  const { body } = await routes.call('viewer', 'GET', `/api/brands/1/pushes/${pushId}/sales`);
  expect(body.variants).toEqual([
    { number: 1, visitors: 1, visits: 2, buyers: 1, orders: 2, revenueFen: 150_00, unpriced: 0 },
    { number: 2, visitors: 0, visits: 0, buyers: 3, orders: 4, revenueFen: 80_00, unpriced: 1 },
  ]);
  expect(body).toMatchObject({ visitors: 1, buyers: 6, orders: 8, revenueFen: 241_00, windowDays: 7, cost: null, roi: null });
  expect((await routes.call('viewer', 'GET', `/api/brands/1/pushes/${later}/sales`)).body).toMatchObject({ orders: 1, revenueFen: 900_00 });
  // A push that WeChat never carried out took nobody's attention, whether its report or its call said so.
  const report = (succeeded: boolean) => world.brand.query(
    'update mass_report r set succeeded = $2 from push_call c where r.brand_id = 1 and c.brand_id = 1 and c.push_id = $1 and c.msg_id = r.msg_id', [later, succeeded]);
  await report(false);
  expect((await routes.call('viewer', 'GET', `/api/brands/1/pushes/${pushId}/sales`)).body).toMatchObject({ orders: 9, revenueFen: 1141_00 });
  await report(true);
  await world.brand.query(`update push set state = 'failed' where brand_id = 1 and id = $1`, [later]);
  expect((await routes.call('viewer', 'GET', `/api/brands/1/pushes/${pushId}/sales`)).body).toMatchObject({ orders: 9, revenueFen: 1141_00 });
});

it('sets what the team typed against it, for those who may see money, and tells head office of no few buyers', async () => {
  const url = `/api/brands/1/pushes/${pushId}`;
  const cost = { productionFen: 500_00, partnerFen: null };
  expect((await routes.call('viewer', 'PUT', `${url}/cost`, cost)).status).toBe(403);
  expect((await routes.call('marketer', 'PUT', `${url}/cost`, { ...cost, partnerFen: -1 })).status).toBe(422);
  expect((await routes.call('marketer', 'PUT', `${url}/cost`, cost)).status).toBe(200);
  const sales = (await routes.call('marketer', 'GET', `${url}/sales`)).body;
  expect(sales).toMatchObject({ cost, revenueFen: 1141_00 });
  expect(sales.roi).toBeCloseTo((1141 - 500) / 500);
  expect((await routes.call('finance', 'GET', `${url}/sales`)).body).toEqual(sales);
  expect((await routes.call('finance', 'PUT', `${url}/cost`, cost)).status).toBe(403);
  const { pushId: quiet } = await world.push('2026-03-20', [{ name: 'A', people: 5 }, { name: 'B', people: 5 }]);
  await routes.call('marketer', 'PUT', `/api/brands/1/pushes/${quiet}/cost`, cost);
  expect((await routes.call('marketer', 'GET', `/api/brands/1/pushes/${quiet}/sales`)).body).toMatchObject({ cost, orders: 0, roi: null });
  expect((await routes.call('head_office', 'GET', `${url}/sales`)).body).toMatchObject({ buyers: null, orders: null, revenueFen: null, visitors: null, visits: null, cost: null, roi: null, variants: [] });
  const [entry] = await world.brand.query<{ before: unknown; after: unknown }>(`select before, after from audit_entry where brand_id = 1 and action = 'push.cost_changed' order by seq limit 1`);
  expect(entry).toEqual({ before: { productionFen: null, partnerFen: null }, after: cost });
});
