import { testApp } from '@qingniao/access/testing';
import { warehouseEvents, warehouseTables, eventLog } from '@qingniao/activity';
import { createProjectionRunner } from '@qingniao/storage';
import { silentLog } from '@qingniao/storage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pushRoutes } from '../routes.ts';
import { openidsOf, pushWorld, type PushWorld } from '../testing.ts';
import { whyInPush } from '../why-in-push.ts';

const OA = 'held';
const PEOPLE = 2000;
const DAY = 86_400_000;
let world: PushWorld;
let routes: Awaited<ReturnType<typeof testApp>>;
let people: number[];
let pushId: string;

beforeAll(async () => {
  world = await pushWorld('2026-03-01T02:00:00Z', { warehouse: true });
  await world.follow(OA, openidsOf(PEOPLE));
  people = (await world.brand.query<{ id: number }>('select identity_id as id from follower where brand_id = 1 and asset_id = $1 order by identity_id', [OA])).map(({ id }) => id);
  for (const table of warehouseTables) await world.stores.warehouse.createTable(table);
  routes = await testApp(world.stores.database, (app) => app.register(pushRoutes, { prefix: '/api/brands/:brandId', sender: world.sender, accountOf: world.accountOf, warehouse: world.stores.warehouse }));
}, 60_000);
afterAll(async () => {
  await routes.close();
  await world.close();
});

const url = '/api/brands/1/global-holdouts';
const change = (share: number, drawAnew = false) => routes.call('owner', 'PUT', `${url}/current`, { share, drawAnew });
/** A push to everybody, sent; who was held out of it. */
async function push(): Promise<Set<number>> {
  const id = pushId = await world.draft({ assetId: OA });
  await world.send(id);
  const rows = await world.brand.query<{ id: number; reason: string; call: number }>('select i.id, b.reason, b.call from push_batch b cross join lateral unnest(b.identity_ids) as i (id) where b.brand_id = 1 and b.push_id = $1', [id]);
  expect(rows).toHaveLength(PEOPLE);
  const held = rows.filter(({ reason }) => reason === 'global_holdout');
  expect(rows.length - held.length).toBe(rows.filter(({ call }) => call > 0).length);
  world.clock.now += 32 * DAY;
  return new Set(held.map((row) => row.id));
}
/** To WeChat by name: "everybody" would reach those held out, too. */
const told = () => [...world.wechat.sends.values()].at(-1)!.to;
const follow = async () => {
  const runner = createProjectionRunner({ database: world.stores.database, source: eventLog, log: silentLog, projections: [warehouseEvents({ database: world.stores.database, warehouse: world.stores.warehouse, pace: 0 })] });
  await runner.drain();
  await runner.stop();
};

describe('the global holdout', () => {
  it('keeps the same people out of every push until they are drawn anew, and more of them with a larger share', async () => {
    expect((await push()).size).toBe(0);
    expect(told()).toBe('all');
    expect((await routes.call('marketer', 'PUT', `${url}/current`, { share: 0.1 })).status).toBe(403);
    expect((await change(0.1)).status).toBe(200);
    const [first, second] = [await push(), await push()];
    expect(told()).toHaveLength(PEOPLE - first.size);
    expect(second).toEqual(first);
    // 200 expected; five standard deviations are 67.
    expect(Math.abs(first.size - 200)).toBeLessThan(67);
    await change(0.2);
    const wider = await push();
    expect([...first].filter((id) => !wider.has(id))).toEqual([]);
    expect(wider.size).toBeGreaterThan(first.size + 100);
    await change(0.1, true);
    const anew = await push();
    // Of independent draws a tenth of two tenths are in both.
    expect([...anew].filter((id) => first.has(id)).length).toBeLessThan(first.size / 3);
    await change(0);
    expect((await push()).size).toBe(0);
    expect((await routes.call('viewer', 'GET', url)).body.items.map(({ share, endedAt }: { share: number; endedAt: string | null }) => [share, endedAt === null])).toEqual([[0.1, false], [0.2, false], [0.1, false]]);
    const log = await world.brand.query<{ n: number }>(`select count(*)::int as n from audit_entry where brand_id = 1 and action = 'global_holdout.changed'`);
    expect(log[0]!.n).toBe(4);
  }, 60_000);

  it('says so of each of them, and stops a subscription account, which cannot pass over anybody', async () => {
    await change(0.1);
    const id = await world.draft({ assetId: OA });
    const plan = await world.sender.plan(world.brand, id);
    expect(plan.reached + plan.excluded.global_holdout!).toBe(PEOPLE);
    world.wechat.kind = 'subscription';
    expect((await world.sender.plan(world.brand, id)).findings).toMatchObject([{ level: 'stop', code: 'holdout_needs_service_account' }]);
    world.wechat.kind = 'service';
    await world.send(id);
    const [held] = await world.brand.query<{ id: number }>(`select identity_ids[1] as id from push_batch where brand_id = 1 and push_id = $1 and reason = 'global_holdout' limit 1`, [id]);
    expect(await whyInPush(world.brand, id, held!.id)).toMatchObject({ placed: { reason: 'global_holdout' }, facts: expect.arrayContaining([expect.objectContaining({ what: 'holdout' })]) });
    const events = await world.brand.query<{ type: string }>(`select type from event where brand_id = 1 and identity_id = $1 and props->>'push_id' = $2`, [held!.id, id]);
    expect(events).toEqual([{ type: 'push.held_out' }]);
  });

  it('changes one after another when several people change it at once', async () => {
    const shares = [0.03, 0.04, 0.05, 0.06, 0.07, 0.08];
    const answers = await Promise.all(shares.map((share) => change(share, true)));
    expect(answers.map(({ status }) => status)).toEqual(shares.map(() => 200));
    const { items } = (await routes.call('viewer', 'GET', url)).body as { items: { share: number; endedAt: string | null }[] };
    expect(items.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
    expect(items.slice(0, shares.length).map(({ share }) => share).sort()).toEqual(shares);
    const lines = await world.brand.query<{ before: { share: number }; after: { share: number } }>(
      `select before, after from audit_entry where brand_id = 1 and action = 'global_holdout.changed' order by seq desc limit $1`, [shares.length]);
    expect(lines.slice(0, -1).map(({ before }) => before.share)).toEqual(lines.slice(1).map(({ after }) => after.share));
  });

  it('measures what pushes do, from each person’s first push on', async () => {
    world.clock.now += 32 * DAY;
    await change(0.2, true);
    const held = await push();
    const [control, others] = [people.filter((id) => held.has(id)), people.filter((id) => !held.has(id))];
    const at = new Date(world.clock.now);
    const happen = (type: 'link.clicked' | 'menu.click', who: readonly number[], when = at) => world.appender.append(1, who.map((id) => ({ type, at: when, assetId: OA, who: id, dedupKey: `${type} ${id} ${when.getTime()}`, props: {} })));
    // A third of those reached click, and a tenth of those held out by what friends forward; menu taps are alike. Before the push nothing counts.
    await happen('link.clicked', others.filter((_, index) => index % 3 === 0));
    await happen('link.clicked', control.filter((_, index) => index % 10 === 0));
    await happen('menu.click', people.filter((_, index) => index % 4 === 0));
    await happen('menu.click', people, new Date(world.clock.now - 33 * DAY));
    await world.unfollow(OA, ['o-1']);
    world.clock.now += DAY;
    await follow();

    const { items } = (await routes.call('viewer', 'GET', url)).body;
    const { body } = await routes.call('viewer', 'GET', `${url}/${items[0].id}`);
    expect(body).toMatchObject({ heldOut: control.length, others: others.length, split: { sound: true } });
    const of = (outcome: string) => body.outcomes.find((one: { outcome: string }) => one.outcome === outcome);
    expect(of('link_click')).toMatchObject({ heldOut: Math.ceil(control.length / 10), others: Math.ceil(others.length / 3), verdict: { kind: 'better', stop: true } });
    expect(of('link_click').difference.low).toBeGreaterThan(0.1);
    expect(of('link_click').difference.value).toBeCloseTo(1 / 3 - 0.1, 1);
    expect(of('menu_tap').heldOut + of('menu_tap').others).toBe(PEOPLE / 4);
    expect(of('menu_tap').difference.low).toBeLessThan(0);
    expect(of('menu_tap').difference.high).toBeGreaterThan(0);
    expect(of('unfollow')).toMatchObject({ difference: null, verdict: { kind: 'too_early' } });
    expect((await routes.call('head_office', 'GET', url)).status).toBe(403);

    // A held-out person who was sent something all the same shows as a broken split where there are many.
    await world.appender.append(1, control.slice(0, 150).map((id) => ({ type: 'push.targeted' as const, at, assetId: OA, who: id, dedupKey: `wrong ${id}`, props: { push_id: pushId, variant_id: '1' } })));
    await follow();
    expect((await routes.call('viewer', 'GET', `${url}/${items[0].id}`)).body).toMatchObject({ split: { sound: false }, outcomes: [] });
  });
});
