import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quotaLeft, readPush, type PushVariantInput } from './index.ts';
import { whyInPush } from './why-in-push.ts';
import { ARTICLE, openidsOf, pushWorld, type PushWorld } from './testing.ts';

const articles = [ARTICLE];
let world: PushWorld;

beforeAll(async () => {
  world = await pushWorld('2026-01-10T00:00:00Z');
});
beforeEach(() => {
  world.wechat.kind = 'service';
  world.wechat.sends.clear();
});
afterAll(() => world.close());

/** Everybody in the frozen audience, by identity. */
const placed = async (id: string) => new Map((await world.brand.query<{ id: number; variant: number; reason: string; call: number }>(
  `select i.id, b.variant, b.reason, b.call from push_batch b cross join lateral unnest(b.identity_ids) as i (id) where b.brand_id = 1 and b.push_id = $1`, [id])).map((row) => [row.id, row]));

describe('the audience of a push', () => {
  it('puts every follower in exactly one variant, the first that fits, or under one reason: random plans', async () => {
    const asset = 'random';
    await world.follow(asset, openidsOf(60, 'r'));
    const people = await Promise.all(openidsOf(60, 'r').map((openid) => world.idOf(openid)));
    await world.unfollow(asset, openidsOf(5, 'r'));
    for (const id of people.slice(3, 12)) await world.withdraw(id);
    const subset = fc.subarray(people, { minLength: 1 });
    let sentPlans = 0;
    const shares = fc.constantFrom([1], [0.5, 0.5], [0.2, 0.3, 0.5]);
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(subset, shares), { minLength: 1, maxLength: 4 }), fc.boolean(), fc.boolean(), async (groups, everybodyElse, holdout) => {
      const ids = await Promise.all(groups.map(([members], index) => world.segment(`s${index}`, members)));
      const arms = (segmentId: string | null, parts: readonly number[]): PushVariantInput[] =>
        parts.map((share, index) => ({ segmentId, share, arm: holdout && index > 0 && index === parts.length - 1 ? 'holdout' : `abc`[index]!, articles: holdout && index > 0 && index === parts.length - 1 ? [] : articles }));
      const variants = [...groups.flatMap(([, parts], index) => arms(ids[index]!, parts)), ...(everybodyElse ? arms(null, [1]) : [])];
      const id = await world.draft({ assetId: asset, variants });
      const plan = await world.sender.plan(world.brand, id);
      if (plan.findings.some(({ level }) => level === 'stop')) return;
      sentPlans += 1;
      await world.send(id);
      const found = await placed(id);

      // The documented meaning, person by person.
      const inSegments = new Set(groups.flatMap(([members]) => members));
      const asked = people.filter((person, index) => index >= 5 || inSegments.has(person));
      expect([...found.keys()].sort((a, b) => a - b)).toEqual(asked.sort((a, b) => a - b));
      const total = await world.brand.query<{ n: number }>('select sum(cardinality(identity_ids))::int as n from push_batch where brand_id = 1 and push_id = $1', [id]);
      expect(total[0]!.n).toBe(asked.length);
      for (const [person, { variant, reason, call }] of found) {
        const index = people.indexOf(person);
        const group = groups.findIndex(([members]) => members.includes(person));
        if (group < 0 && !everybodyElse) expect(reason).toBe('no_variant');
        else if (index < 5) expect(reason).toBe('left');
        else if (index < 12) expect(reason).toBe('consent_withdrawn');
        else {
          expect(reason).toBe('');
          const chosen = variants[variant - 1]!;
          expect(chosen.segmentId).toBe(group < 0 ? null : ids[group]);
          expect(call > 0).toBe(chosen.arm !== 'holdout');
        }
      }
      const detail = await readPush(world.brand, id);
      expect(detail.excluded).toEqual(plan.excluded);
      expect(detail.variants.map(({ frozenCount }) => frozenCount)).toEqual(plan.variants.map(({ people: planned }) => planned));
      // What WeChat was told reaches exactly those in a call: lists by name, "all" those who follow.
      const told = [...world.wechat.sends.values()].flatMap(({ to }) => (Array.isArray(to) ? to : openidsOf(60, 'r').slice(5)));
      const meant = [...found.values()].filter(({ call }) => call > 0).map(({ id: person }) => `r-${people.indexOf(person)}`);
      expect(told.sort()).toEqual(meant.sort());
      world.wechat.sends.clear();
      // Each plan starts in a month of its own, so that quotas of the one before do not matter.
      world.clock.now += 32 * 86_400_000;
    }), { numRuns: 40 });
    expect(sentPlans).toBeGreaterThan(10);
  }, 120_000);

  it('deals the same people to the same arms whenever it is planned, in proportion to the shares', async () => {
    await world.follow('split', openidsOf(1000, 's'));
    const variants = [{ arm: 'a', share: 0.45, articles }, { arm: 'b', share: 0.45, articles }, { arm: 'holdout', share: 0.1, articles: [] }];
    const id = await world.draft({ assetId: 'split', variants });
    const [first, second] = [await world.sender.plan(world.brand, id), await world.sender.plan(world.brand, id)];
    const people = first.variants.map((one) => one.people);
    expect(second.variants.map((one) => one.people)).toEqual(people);
    // Five standard deviations of a binomial of 1,000.
    for (const [index, share] of [0.45, 0.45, 0.1].entries()) expect(Math.abs(people[index]! - 1000 * share)).toBeLessThan(5 * Math.sqrt(1000 * share * (1 - share)));
    expect(first).toMatchObject({ reached: 1000 - people[2]!, heldOut: people[2] });
    const other = await world.draft({ assetId: 'split', variants });
    await world.send(id);
    await world.send(other);
    const [one, two] = [await placed(id), await placed(other)];
    // Another push splits anew: half of the people stand elsewhere.
    expect([...one].filter(([person, { variant }]) => two.get(person)!.variant === variant).length).toBeLessThan(550);
    const held = [...one.values()].find(({ variant }) => variant === 3)!;
    expect((await whyInPush(world.brand, id, held.id)).placed).toMatchObject({ variant: 3, heldOut: true, call: 0 });
  });

  it('is told to WeChat as everybody only when nobody is held out', async () => {
    world.clock.now += 32 * 86_400_000;
    await world.follow('held', openidsOf(20, 'h'));
    const variants = [{ arm: 'a', share: 0.5, articles }, { arm: 'holdout', share: 0.5, articles: [] }];
    const id = await world.draft({ assetId: 'held', variants });
    expect((await world.sender.plan(world.brand, id)).variants).toMatchObject([{ route: 'list' }, { route: 'none' }]);
    expect((await world.sender.plan(world.brand, await world.draft({ assetId: 'held' }))).variants).toMatchObject([{ route: 'everyone' }]);
  });

  it('leaves out the fifth of a calendar month of Shanghai, to the second at the month’s end, and counts only what WeChat carried out', async () => {
    world.clock.now = Date.parse('2030-01-10T00:00:00Z');
    await world.follow('month', openidsOf(4, 'm'));
    const draft = () => world.draft({ assetId: 'month' });
    for (let push = 1; push <= 4; push++) await world.send(await draft());
    const fifth = await draft();
    const refused = { reached: 0, excluded: { quota_used: 4 } };
    const left = () => quotaLeft(world.brand, 1, { id: 'month', kind: 'service' }, '2030-01');
    expect(await left()).toEqual({ perFollower: 4, followers: [4, 0, 0, 0, 0] });
    expect(await quotaLeft(world.brand, 1, { id: 'month', kind: 'service' }, '2030-02')).toEqual({ perFollower: 4, followers: [0, 0, 0, 0, 4] });
    expect(await quotaLeft(world.brand, 1, { id: 'month', kind: 'subscription' }, '2030-01')).toEqual({ perFollower: null, followers: [] });
    expect(await world.sender.plan(world.brand, fifth)).toMatchObject(refused);
    await expect(world.sender.submit(world.brand, fifth, null)).rejects.toMatchObject({ code: 'audience_empty' });
    // Planned for February it is allowed, from the first second of Shanghai's month.
    expect(await world.sender.plan(world.brand, fifth, new Date('2030-01-31T15:59:59Z'))).toMatchObject(refused);
    expect(await world.sender.plan(world.brand, fifth, new Date('2030-01-31T16:00:00Z'))).toMatchObject({ reached: 4, excluded: {} });
    world.clock.now = Date.parse('2030-01-31T15:59:59Z');
    expect(await world.sender.plan(world.brand, fifth)).toMatchObject(refused);
    // One of the four failed at WeChat: nobody got it.
    const [failed] = await world.brand.query<{ msgId: string }>(`select c.msg_id as "msgId" from push_call c join push p on p.brand_id = c.brand_id and p.id = c.push_id where p.brand_id = 1 and p.asset_id = 'month' limit 1`);
    await world.appender.append(1, [{ type: 'push.finished', at: new Date(world.clock.now), assetId: 'month', who: null, dedupKey: 'failed', props: { msg_id: failed!.msgId, status: 'err(20001)', total_count: 0, filter_count: 0, sent_count: 0, error_count: 0 } }]);
    await world.runner.drain();
    expect(await world.sender.plan(world.brand, fifth)).toMatchObject({ reached: 4, excluded: {} });
    expect((await left()).followers).toEqual([0, 4, 0, 0, 0]);
    // What WeChat refused outright was nobody's either.
    await world.brand.query(`update push_call c set state = 'refused' from push p where c.brand_id = 1 and p.brand_id = 1 and p.id = c.push_id and p.asset_id = 'month'`);
    expect((await left()).followers).toEqual([0, 0, 0, 0, 4]);
  });

  it('of one day may be limited to one push', async () => {
    world.clock.now = Date.parse('2031-03-01T01:00:00Z');
    await world.follow('daily', openidsOf(5, 'd'));
    await world.send(await world.draft({ assetId: 'daily' }));
    const second = await world.draft({ assetId: 'daily', onceADay: true });
    expect(await world.sender.plan(world.brand, second)).toMatchObject({ reached: 0, excluded: { other_push: 5 } });
    expect(await world.sender.plan(world.brand, second, new Date('2031-03-01T16:00:00Z'))).toMatchObject({ reached: 5 });

    // The day counts on which a call goes out, not that of the freeze; and what is still to come counts.
    world.clock.now = Date.parse('2031-04-01T15:50:00Z');
    const late = await world.draft({ assetId: 'daily' });
    world.wechat.before = () => world.sender.pause(world.brand, late);
    await world.send(late);
    world.wechat.before = async () => undefined;
    world.clock.now = Date.parse('2031-04-01T16:10:00Z');
    expect(await world.sender.plan(world.brand, second)).toMatchObject({ reached: 0, excluded: { other_push: 5 } });
    await world.sender.resume(world.brand, late);
    await world.stores.jobs.idle();
    expect(await readPush(world.brand, late)).toMatchObject({ state: 'sent' });
    expect(await world.sender.plan(world.brand, second)).toMatchObject({ reached: 0, excluded: { other_push: 5 } });
  });

  it('is not given twice by two pushes that freeze at once: neither the day’s only one nor the fourth of the month', async () => {
    world.clock.now = Date.parse('2031-06-01T01:00:00Z');
    await world.follow('twice', openidsOf(4, 't'));
    for (const onceADay of [true, false]) {
      world.clock.now += 86_400_000;
      const both = [await world.draft({ assetId: 'twice', onceADay }), await world.draft({ assetId: 'twice', onceADay })];
      const at = new Date(world.clock.now + 3_600_000);
      for (const id of both) await world.sender.submit(world.brand, id, at);
      world.clock.now = at.getTime();
      world.wechat.sends.clear();
      // Neither goes on before both are about to freeze.
      let [waiting, go] = [0, () => {}];
      const together = new Promise<void>((resolve) => (go = resolve));
      world.wechat.beforeAccount = () => (++waiting === 2 ? go() : undefined, together);
      await world.stores.timers.runDue();
      await world.stores.jobs.idle();
      world.wechat.beforeAccount = async () => undefined;
      expect(world.wechat.sends.size).toBe(1);
      expect((await Promise.all(both.map((id) => readPush(world.brand, id)))).map((push) => push.state).sort()).toEqual(['failed', 'sent']);
      // Three of four are used up before the second round.
      for (let more = 0; onceADay && more < 2; more++) await world.send(await world.draft({ assetId: 'twice' }));
    }
  });
});

describe('the calls of a plan', () => {
  it('of a large variant are lists of 10,000 and never one of one openid, each person in the call that carries them', async () => {
    world.clock.now = Date.parse('2032-03-01T01:00:00Z');
    await world.follow('large', openidsOf(10_002, 'l'));
    await world.withdraw(await world.idOf('l-0'));
    const id = await world.draft({ assetId: 'large' });
    expect(await world.sender.plan(world.brand, id)).toMatchObject({ reached: 10_001, calls: 2, days: 1, variants: [{ route: 'list', calls: 2 }] });
    await world.send(id);
    const sizes = [...world.wechat.sends.values()].map(({ to }) => (to as string[]).length);
    expect(sizes).toEqual([9_999, 2]);
    expect((await readPush(world.brand, id)).calls.map(({ planned }) => planned)).toEqual([9_999, 2]);
    expect(new Set([...world.wechat.sends.values()].flatMap(({ to }) => to as string[])).size).toBe(10_001);
  });

  it('go to a WeChat tag that means exactly these people when that is fewer, and not when one more carries it', async () => {
    const tag = (value: number, where: string) => world.brand.query(`update follower set wechat_tags = '{${value}}' where brand_id = 1 and asset_id = 'large' and ${where}`);
    world.clock.now = Date.parse('2032-05-01T01:00:00Z');
    const withdrawn = await world.idOf('l-0');
    await tag(7, `identity_id <> ${withdrawn}`);
    const id = await world.draft({ assetId: 'large' });
    expect(await world.sender.plan(world.brand, id)).toMatchObject({ calls: 1, variants: [{ route: 'tag', tagId: 7 }], findings: [{ code: 'wechat_audience' }] });
    await tag(7, 'true');
    expect(await world.sender.plan(world.brand, id)).toMatchObject({ calls: 2, variants: [{ route: 'list' }] });
  });

  it('of a subscription account are one a day, to everybody or a tag: no lists, one audience, the second tomorrow', async () => {
    world.clock.now = Date.parse('2033-03-01T01:00:00Z');
    world.wechat.kind = 'subscription';
    // So many that no draw puts them all into one arm.
    await world.follow('sub', openidsOf(40, 'u'));
    const whole = await world.draft({ assetId: 'sub' });
    expect(await world.sender.plan(world.brand, whole)).toMatchObject({ calls: 1, callsADay: 1, days: 1, variants: [{ route: 'everyone' }] });
    const two = await world.draft({ assetId: 'sub', variants: [{ arm: 'a', share: 0.5, articles }, { arm: 'b', share: 0.5, articles }] });
    await expect(world.sender.submit(world.brand, two, null)).rejects.toMatchObject({ code: 'one_audience' });
    await world.send(whole);
    expect(await readPush(world.brand, whole)).toMatchObject({ state: 'sent' });

    const second = await world.draft({ assetId: 'sub' });
    expect((await world.sender.plan(world.brand, second)).findings).toContainEqual(expect.objectContaining({ code: 'sent_today', level: 'warn', en: expect.stringContaining('at 09:00') }));
    await world.send(second);
    expect(await readPush(world.brand, second)).toMatchObject({ state: 'sending', error: { en: expect.stringContaining('at 2033-03-02 09:00') } });
    const reaching = async (at: string) => {
      world.clock.now = Date.parse(at);
      await world.stores.timers.runDue();
      await world.stores.jobs.idle();
    };
    await reaching('2033-03-02T00:59:59Z');
    expect(world.wechat.sends.size).toBe(1);
    await reaching('2033-03-02T01:00:05Z');
    expect(await readPush(world.brand, second)).toMatchObject({ state: 'sent', error: null });

    // A day it waited for brings nothing, because another took its send: it waits no more.
    const robbed = await world.draft({ assetId: 'sub' });
    await world.send(robbed);
    world.clock.now = Date.parse('2033-03-03T00:00:00Z');
    await world.send(await world.draft({ assetId: 'sub' }));
    await reaching('2033-03-03T01:00:06Z');
    expect(await readPush(world.brand, robbed)).toMatchObject({ state: 'failed', error: { en: expect.stringContaining('within the time planned') } });
    expect(world.wechat.sends.size).toBe(3);

    await world.withdraw(await world.idOf('u-0'));
    const third = await world.draft({ assetId: 'sub' });
    await expect(world.sender.submit(world.brand, third, null)).rejects.toMatchObject({ code: 'list_needs_service_account' });
    expect(await readPush(world.brand, third)).toMatchObject({ state: 'draft', frozenCount: null });
  });
});
