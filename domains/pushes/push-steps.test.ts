import { testApp } from '@qingniao/access/testing';
import { localDay, shanghaiMidnight } from '@qingniao/kernel';
import { WechatError } from '@qingniao/wechat';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changePush, listPushes, pushResults, readPush } from './index.ts';
import { quotaLeft } from './quota-left.ts';
import { changeSettings } from './settings.ts';
import { stepRoutes } from './step-routes.ts';
import { ASSET, openidsOf, pushWorld, type PushWorld } from './testing.ts';
import { callStatuses, deleteSent, previewPush } from './wechat-side.ts';
import { whyInPush } from './why-in-push.ts';

const articles = [{ title: '新年', content: '<p>你好</p>' }];
const MONTH = 32 * 86_400_000;
let world: PushWorld;

beforeAll(async () => {
  world = await pushWorld('2026-01-10T00:00:00Z');
  await world.follow(ASSET, openidsOf(6));
});
beforeEach(() => {
  world.clock.now += MONTH;
  Object.assign(world.wechat, { drafts: [], previews: [], removedDrafts: [], deletions: [], speeds: [], kind: 'service', beforeAccount: async () => undefined, before: async () => undefined, beforeSend: async () => undefined });
  world.wechat.sends.clear();
});
afterAll(() => world.close());

const state = async (id: string) => (await readPush(world.brand, id)).state;
const approval = (on: boolean) => world.brand.tx((tx) => changeSettings(tx, 1, { approval: on }, 'owner'));
const due = async () => {
  await world.stores.timers.runDue();
  await world.stores.jobs.idle();
};
const targeted = (id: string) => world.brand.query<{ variant: string; n: number }>(
  `select props->>'variant_id' as variant, count(*)::int as n from event where brand_id = 1 and type = 'push.targeted' and props->>'push_id' = $1 group by 1 order by 1`, [id]);
const refusal = new WechatError(45166, 'invalid content', null, 'request', '/cgi-bin/draft/add', null);
/** Two calls: two variants of three people each. */
const twoCalls = async (title = '两个版本') => {
  const people = await Promise.all(openidsOf(6).map((openid) => world.idOf(openid)));
  return world.draft({ title, variants: [{ segmentId: await world.segment('三人', people.slice(0, 3)), articles }, { articles: [{ title: '其余', content: '<p>你好</p>' }] }] });
};

describe('the steps of a push', () => {
  it('wait for another person where the brand wants it, and then for the hour', async () => {
    await approval(true);
    const id = await world.draft();
    const at = new Date(world.clock.now + 3_600_000);
    expect(await world.sender.submit(world.brand, id, at, { by: 'author' })).toEqual({ state: 'awaiting', jobId: null });
    await expect(world.sender.approve(world.brand, id, { by: 'author' })).rejects.toMatchObject({ status: 403 });
    await world.sender.giveBack(world.brand, id, '标题太长', { by: 'boss' });
    expect(await readPush(world.brand, id)).toMatchObject({ state: 'draft', returnedNote: '标题太长' });
    await world.sender.submit(world.brand, id, at, { by: 'author' });
    expect(await world.sender.approve(world.brand, id, { by: 'boss' })).toEqual({ state: 'scheduled', jobId: null });
    await approval(false);

    world.clock.now = at.getTime() - 1;
    await due();
    expect(await state(id)).toBe('scheduled');
    world.clock.now = at.getTime();
    await due();
    expect(await readPush(world.brand, id)).toMatchObject({ state: 'sent', submittedBy: 'author', approvedBy: 'boss', returnedNote: null });
    expect(world.wechat.sends.size).toBe(1);
    await world.draft();
    expect(await listPushes(world.brand, { ids: [id] }, 50, null)).toMatchObject([{ id }]);
  });

  it('are approved by a person, and not by whoever’s key submitted them', async () => {
    await approval(true);
    const { call, close } = await testApp(world.stores.database, (app) => app.register(stepRoutes, { prefix: '/api/brands/:brandId', sender: world.sender, accountOf: world.accountOf }));
    const id = await world.draft();
    const approve = async (by: Parameters<typeof call>[0]) => (await call(by, 'POST', `/api/brands/1/pushes/${id}/approve`, {})).status;
    expect((await call('key', 'POST', `/api/brands/1/pushes/${id}/send`, {})).body).toMatchObject({ state: 'awaiting' });
    expect([await approve('key'), await approve('owner'), await state(id)]).toEqual([403, 403, 'awaiting']);
    expect(await approve('approver')).toBe(202);
    await world.stores.jobs.idle();
    const own = await world.draft();
    await call('owner', 'POST', `/api/brands/1/pushes/${own}/send`, {});
    expect((await call('key', 'POST', `/api/brands/1/pushes/${own}/approve`, {})).status).toBe(403);
    await call('owner', 'POST', `/api/brands/1/pushes/${own}/take-back`);
    await approval(false);
    await close();
  });

  it('do not begin by themselves long after the hour, nor go on when WeChat may know their calls no more', async () => {
    for (const [late, end] of [[3_600_000, 'sent'], [3_600_001, 'failed']] as const) {
      const id = await world.draft();
      world.clock.now += 60_000;
      await world.sender.submit(world.brand, id, new Date(world.clock.now + 3_600_000));
      world.clock.now += 3_600_000 + late;
      world.wechat.sends.clear();
      await due();
      expect(await readPush(world.brand, id)).toMatchObject({ state: end, error: end === 'sent' ? null : { en: expect.stringContaining('Check in WeChat’s own console whether it went out') } });
      expect(world.wechat.sends.size).toBe(end === 'sent' ? 1 : 0);
    }
    // As a backup has it that was made before the freeze; the job may be taken up before the timer.
    for (const first of ['timer', 'job']) {
      world.clock.now += MONTH;
      world.wechat.sends.clear();
      const id = await world.draft();
      await world.sender.submit(world.brand, id, new Date(world.clock.now + 1));
      await world.brand.query(`update push set state = 'sending' where brand_id = 1 and id = $1`, [id]);
      await world.brand.query(`update timer set name = 'pushes.look-after', due_at = $2 where brand_id = 1 and key = $1`, [id, new Date(world.clock.now + 600_000)]);
      world.clock.now += 86_400_001;
      if (first === 'job') await world.stores.jobs.start(1, 'send-push', { pushId: id });
      await world.stores.jobs.idle();
      await due();
      expect(await readPush(world.brand, id)).toMatchObject({ state: 'failed', error: { en: expect.stringContaining('within the time planned') } });
      expect(world.wechat.sends.size).toBe(0);
    }
  });

  it('go to nobody when somebody who wants no marketing has come into what WeChat sends to since the freeze', async () => {
    await world.follow('again', ['again-1', 'again-2', 'again-3']);
    await world.unfollow('again', ['again-2', 'again-3']);
    await world.withdraw(await world.idOf('again-3'));
    for (const [back, end] of [['again-2', 'sent'], ['again-3', 'failed']] as const) {
      const id = await world.draft({ assetId: 'again' });
      world.wechat.before = () => world.follow('again', [back]);
      await world.send(id);
      expect(await readPush(world.brand, id)).toMatchObject({ state: end, calls: [{ route: 'sendall' }], error: end === 'sent' ? null : { en: expect.stringContaining('withdrew their consent') } });
      expect(world.wechat.sends.size).toBe(1);
    }
    expect(world.wechat.removedDrafts).toEqual(['draft-2']);
  });

  it('are approved as they were seen: what its author submits anew meanwhile waits for an approval of its own', async () => {
    await approval(true);
    const friday = new Date(world.clock.now + 3 * 86_400_000);
    for (const [at, by] of [[friday, 'author'], [null, 'boss']] as const) {
      const id = await world.draft();
      await world.sender.submit(world.brand, id, null, { by: 'author' });
      const seen = (await readPush(world.brand, id)).submittedAt;
      world.wechat.beforeAccount = async () => {
        world.wechat.beforeAccount = async () => undefined;
        await world.sender.giveBack(world.brand, id, null);
        world.clock.now += 1000;
        await world.sender.submit(world.brand, id, at, { by });
      };
      await expect(world.sender.approve(world.brand, id, { by: 'boss' })).rejects.toMatchObject({ code: 'push_submitted_anew' });
      await expect(world.sender.approve(world.brand, id, { by: 'third', seen })).rejects.toMatchObject({ code: 'push_submitted_anew' });
      expect(await readPush(world.brand, id)).toMatchObject({ state: 'awaiting', approvedBy: null, scheduledAt: at, submittedBy: by });
      expect(await world.sender.approve(world.brand, id, { by: 'third', seen: (await readPush(world.brand, id)).submittedAt })).toMatchObject({ state: at ? 'scheduled' : 'sending' });
      await world.stores.jobs.idle();
      expect(world.wechat.sends.size).toBe(at ? 0 : 1);
      if (at) await world.sender.giveBack(world.brand, id, null);
    }
    await approval(false);
  });

  it('are submitted as they were checked: a draft that somebody saves meanwhile is looked at again', async () => {
    const id = await world.draft();
    world.wechat.beforeAccount = async () => {
      world.wechat.beforeAccount = async () => undefined;
      await changePush(world.brand, id, { assetId: ASSET, title: '改过', audience: { kind: 'everyone' }, articles });
    };
    await expect(world.sender.submit(world.brand, id, null)).rejects.toMatchObject({ code: 'push_changed' });
    expect(await readPush(world.brand, id)).toMatchObject({ state: 'draft', title: '改过', submittedAt: null });
  });

  it('go out at once when they are approved after their hour only if the approver says so', async () => {
    await approval(true);
    const id = await world.draft();
    const hour = new Date(world.clock.now + 3_600_000);
    await world.sender.submit(world.brand, id, hour, { by: 'author' });
    const late = async () => (await world.sender.plan(world.brand, id)).findings.filter(({ code }) => code === 'hour_passed');
    expect(await late()).toEqual([]);
    world.clock.now = hour.getTime();
    expect(await late()).toMatchObject([{ level: 'warn', en: expect.stringContaining('at once') }]);
    await expect(world.sender.approve(world.brand, id, { by: 'boss' })).rejects.toMatchObject({ code: 'hour_passed' });
    expect([await state(id), world.wechat.sends.size]).toEqual(['awaiting', 0]);
    expect(await world.sender.approve(world.brand, id, { by: 'boss', atOnce: true })).toMatchObject({ state: 'sending' });
    await world.stores.jobs.idle();
    await approval(false);
  });

  it('can be taken back before the hour, and then nothing goes out', async () => {
    const id = await world.draft();
    const at = new Date(world.clock.now + 3_600_000);
    await expect(world.sender.submit(world.brand, id, new Date(world.clock.now))).rejects.toMatchObject({ code: 'hour_past' });
    await world.sender.submit(world.brand, id, at);
    await expect(world.sender.submit(world.brand, id, at)).rejects.toMatchObject({ code: 'push_not_editable' });
    await world.sender.giveBack(world.brand, id, null);
    world.clock.now = at.getTime();
    await due();
    expect(await state(id)).toBe('draft');
    expect(world.wechat.sends.size).toBe(0);
  });

  it('are checked again at the hour: what would then reach nobody fails and says why', async () => {
    const id = await world.draft();
    await world.sender.submit(world.brand, id, new Date(world.clock.now + 3_600_000));
    world.wechat.kind = 'subscription';
    await world.withdraw(await world.idOf('o-5'));
    world.clock.now += 3_600_000;
    await due();
    expect(await readPush(world.brand, id)).toMatchObject({ state: 'failed', error: { en: expect.stringContaining('subscription account cannot push to a list') }, frozenCount: null });
  });

  it('stop between two calls when paused, go on without repeating, or end where they stand', async () => {
    for (const end of ['resume', 'stop'] as const) {
      world.clock.now += 86_400_000;
      world.wechat.sends.clear();
      Object.assign(world.wechat, { drafts: [], removedDrafts: [] });
      const id = await twoCalls();
      // Somebody presses the button while the first call is on its way.
      world.wechat.beforeSend = async () => {
        if (world.wechat.sends.size === 0) await world.sender.pause(world.brand, id);
      };
      await world.send(id);
      expect(await readPush(world.brand, id)).toMatchObject({ state: 'paused', calls: [{ state: 'accepted' }, { state: 'planned' }] });
      world.wechat.beforeSend = async () => undefined;
      if (end === 'resume') {
        // However long it stood: somebody wants the rest to go now.
        world.clock.now += 25 * 3_600_000;
        await due();
        expect(world.wechat.sends.size).toBe(1);
        await world.sender.resume(world.brand, id);
        await world.stores.jobs.idle();
        expect([...world.wechat.sends.values()].map(({ times }) => times)).toEqual([1, 1]);
        expect(await state(id)).toBe('sent');
        // Each on the timelines when it went out.
        const times = await world.brand.query<{ at: Date }>(`select distinct at from event where brand_id = 1 and type = 'push.targeted' and props->>'push_id' = $1 order by at`, [id]);
        expect(times.map(({ at }) => at.getTime())).toEqual([world.clock.now - 25 * 3_600_000, world.clock.now]);
        expect(world.wechat.removedDrafts).toEqual([]);
      } else {
        expect(await world.sender.stop(world.brand, id)).toBe('sent');
        expect(await readPush(world.brand, id)).toMatchObject({ state: 'sent', error: { en: 'Stopped after 1 of 2 mass-send calls.' }, calls: [{ state: 'accepted' }] });
        expect(world.wechat.sends.size).toBe(1);
        expect(world.wechat.removedDrafts).toEqual(['draft-2']);
        // Those of the second call got nothing: no timeline says so, nothing they do is its doing, and another push may have them.
        expect(await targeted(id)).toEqual([{ variant: '1', n: 3 }]);
        const missed = async (openid: string) => (await whyInPush(world.brand, id, await world.idOf(openid))).placed;
        expect(await missed('o-0')).toMatchObject({ variant: 1, missed: false });
        expect(await missed('o-4')).toMatchObject({ variant: 2, missed: true });
        await world.unfollow(ASSET, ['o-0', 'o-4']);
        expect(await pushResults(world.brand, id, new Date(world.clock.now))).toMatchObject({ lost: 1, variants: [{ lost: 1 }, { lost: 0 }] });
        await world.follow(ASSET, ['o-0', 'o-4']);
        expect(await world.sender.plan(world.brand, await world.draft({ onceADay: true }))).toMatchObject({ reached: 2, excluded: { other_push: 3 } });
      }
    }
  });

  it('have ended, taken or refused, though somebody paused them while their last call was on its way', async () => {
    for (const [answer, ends] of [[null, 'sent'], [refusal, 'failed']] as const) {
      const id = await world.draft();
      world.wechat.beforeSend = async () => {
        await world.sender.pause(world.brand, id);
        if (answer) throw answer;
      };
      await world.send(id);
      world.wechat.beforeSend = async () => undefined;
      expect(await state(id)).toBe(ends);
    }
  });

  it('wait for another day when WeChat says that no send is left, and what it did not take counts for nobody', async () => {
    const refused = (change: Partial<WechatError> = {}) => Object.assign(new WechatError(45028, 'has no masssend quota', null, 'quota', '/cgi-bin/message/mass/send', null), change);
    const left = () => quotaLeft(world.brand, 1, { id: ASSET, kind: 'service' }, localDay(world.clock.now).slice(0, 7));
    for (const end of ['stop', 'next day', 'stopped meanwhile'] as const) {
      const before = await left();
      const id = await twoCalls();
      world.wechat.beforeSend = async () => {
        if (end === 'stopped meanwhile') await world.sender.stop(world.brand, id);
        throw refused();
      };
      await world.send(id);
      world.wechat.beforeSend = async () => undefined;
      expect(await left()).toEqual(before);
      if (end === 'stopped meanwhile') {
        // Nothing went out, nothing goes on tomorrow, and no draft is left.
        expect(await readPush(world.brand, id)).toMatchObject({ state: 'cancelled', sentAt: null, error: { en: expect.stringContaining('went to nobody') }, calls: [{ state: 'refused' }] });
        expect(world.wechat.removedDrafts.slice(-2).toSorted()).toEqual([`draft-${world.wechat.drafts.length - 1}`, `draft-${world.wechat.drafts.length}`]);
        continue;
      }
      expect(await readPush(world.brand, id)).toMatchObject({ state: 'sending', error: { en: expect.stringContaining('no mass-send left') }, calls: [{ state: 'planned', submittedAt: null }, { state: 'planned' }] });
      if (end === 'stop') {
        expect(await world.sender.stop(world.brand, id)).toBe('cancelled');
      } else {
        world.clock.now += 10 * 60_000;
        await due();
        expect(world.wechat.sends.size).toBe(0);
        world.clock.now += 24 * 3_600_000 - 10 * 60_000 - 1;
        await due();
        expect(world.wechat.sends.size).toBe(0);
        world.clock.now += 5000;
        await due();
        expect([await state(id), [...world.wechat.sends.values()].map(({ times }) => times)]).toEqual(['sent', [1, 1]]);
      }
    }
    // An attempt before it had no answer: it may have been taken.
    const unsure = await twoCalls();
    world.wechat.beforeSend = async () => { throw refused({ mayBeTaken: true }); };
    await world.sender.submit(world.brand, unsure, null);
    await expect.poll(async () => (await readPush(world.brand, unsure)).calls[0]?.state).toBe('submitting');
    world.wechat.beforeSend = async () => undefined;
    expect(await world.sender.stop(world.brand, unsure)).toBe('sent');
    expect((await readPush(world.brand, unsure)).error!.en).toMatch(/^Stopped after 0 of 2 mass-send calls; 1 more on the way/);
    await world.stores.jobs.idle();
  });

  it('go on the next day at the hour that was chosen when the calls of the day are used up', async () => {
    world.clock.now = shanghaiMidnight(localDay(world.clock.now)).getTime() + 8 * 3_600_000;
    await world.brand.query(
      `insert into push_call (brand_id, push_id, number, route, client_msg_id, planned, state, submitted_at) select 1, $1, n, 'send', 'used-' || n, 2, 'accepted', $2 from generate_series(1, 99) n`,
      [await world.draft(), new Date(world.clock.now)]);
    const id = await twoCalls();
    const at = new Date(world.clock.now + 2.5 * 3_600_000);
    expect((await world.sender.plan(world.brand, id, at)).findings).toContainEqual(expect.objectContaining({ code: 'more_than_a_day', en: expect.stringContaining('over 2 days: the rest at 10:30') }));
    await world.sender.submit(world.brand, id, at);
    world.clock.now = at.getTime() + 4000;
    await due();
    const tomorrow = new Date(at.getTime() + 24 * 3_600_000);
    expect(await readPush(world.brand, id)).toMatchObject({ state: 'sending', calls: [{ state: 'accepted' }, { state: 'planned' }], error: { en: expect.stringContaining('10:30 (Beijing time)') } });
    expect(await world.brand.query<{ dueAt: Date }>('select due_at as "dueAt" from timer where brand_id = 1 and key = $1', [id])).toEqual([{ dueAt: tomorrow }]);
    world.clock.now = tomorrow.getTime() + 9000;
    await due();
    expect(await state(id)).toBe('sent');
    expect([...world.wechat.sends.values()].map(({ times }) => times)).toEqual([1, 1]);
  });

  it('leave no draft behind, though somebody stops them while one is being written', async () => {
    const id = await twoCalls();
    world.wechat.before = async () => {
      if (world.wechat.drafts.length === 1) expect(await world.sender.stop(world.brand, id)).toBe('cancelled');
    };
    await world.send(id);
    expect(await readPush(world.brand, id)).toMatchObject({ state: 'cancelled', error: null });
    expect([world.wechat.drafts.length, world.wechat.removedDrafts, world.wechat.sends.size]).toEqual([2, ['draft-1', 'draft-2'], 0]);
  });

  it('are stopped at once though WeChat does not answer, whose drafts are removed when it does', async () => {
    const id = await twoCalls();
    world.wechat.beforeSend = () => world.sender.pause(world.brand, id);
    await world.send(id);
    let answer = () => {};
    world.wechat.beforeRemove = () => new Promise<void>((resolve) => (answer = resolve));
    expect(await world.sender.stop(world.brand, id)).toBe('sent');
    expect(world.wechat.removedDrafts).toEqual([]);
    world.wechat.beforeRemove = async () => undefined;
    answer();
    await expect.poll(() => world.wechat.removedDrafts).toEqual(['draft-2']);
  });

  it('go to nobody when WeChat refuses the article of any variant', async () => {
    const id = await twoCalls();
    world.wechat.before = async () => {
      if (world.wechat.drafts.length === 1) throw refusal;
    };
    await world.send(id);
    expect(await readPush(world.brand, id)).toMatchObject({ state: 'failed', error: refusal.text, calls: [{ state: 'planned' }, { state: 'planned' }] });
    expect(world.wechat.removedDrafts).toEqual(['draft-1']);
    expect(world.wechat.sends.size).toBe(0);
    expect(await targeted(id)).toEqual([]);
  });

  it('note everybody they go to, though WeChat was busy after those held out were noted', async () => {
    await world.follow('halves', openidsOf(60, 'h'));
    const id = await world.draft({ assetId: 'halves', variants: [{ arm: 'a', share: 0.5, articles }, { arm: 'holdout', share: 0.5, articles: [] }] });
    let refusals = 1;
    world.wechat.before = async () => {
      if (refusals-- > 0) throw new WechatError(42001, 'access_token expired', null, 'token', '/cgi-bin/draft/add', null);
    };
    await world.send(id);
    const { state, frozenCount } = await readPush(world.brand, id);
    expect(state).toBe('sent');
    expect(frozenCount).toBeGreaterThan(0);
    expect(await targeted(id)).toEqual([{ variant: '1', n: frozenCount }]);
  });

  it('that failed half-way can still be deleted where they went', async () => {
    const id = await twoCalls();
    world.wechat.beforeSend = async () => {
      if (world.wechat.sends.size === 1) throw refusal;
    };
    await world.send(id);
    expect(await readPush(world.brand, id)).toMatchObject({ state: 'failed', calls: [{ state: 'accepted' }, { state: 'refused' }] });
    const listed = async (search: Parameters<typeof listPushes>[1]) => (await listPushes(world.brand, search, 50, null)).map((push) => push.id);
    const { title } = await readPush(world.brand, id);
    expect(await listed({ state: 'failed', text: title.slice(1) })).toContain(id);
    expect(await listed({ state: 'failed', text: `${title}!` })).toEqual([]);
    expect(await listed({ state: 'finished', text: title })).not.toContain(id);
    // Who is not to get it has nothing of it on the timeline.
    expect(await targeted(id)).toEqual([{ variant: '1', n: 3 }]);
    expect(await deleteSent(world.brand, world.accountOf, id, null)).toEqual({ deleted: 1, left: 0 });
    expect(await state(id)).toBe('deleted');
  });

  it('each variant goes with its own articles, at the speed asked for', async () => {
    const id = await twoCalls();
    await world.brand.query('update push set speed = 4 where brand_id = 1 and id = $1', [id]);
    await world.send(id);
    expect(world.wechat.drafts.map(({ title }) => title)).toEqual(['新年', '其余']);
    expect(world.wechat.speeds).toEqual([4]);
    expect(await targeted(id)).toEqual([{ variant: '1', n: 3 }, { variant: '2', n: 2 }]);
  });

  it('adopt a send that WeChat reported although its answer was lost for more than a day, and only that one', async () => {
    const id = await world.draft();
    await world.send(id);
    const { msgId } = [...world.wechat.sends.values()][0]!;
    const lost = new Date(world.clock.now);
    await world.brand.query(`update push set state = 'sending' where brand_id = 1 and id = $1`, [id]);
    await world.brand.query(`update push_call set state = 'submitting', msg_id = null, submitted_at = $2 where brand_id = 1 and push_id = $1`, [id, lost]);
    await world.appender.append(1, [{
      type: 'push.finished', at: new Date(world.clock.now + 60_000), assetId: ASSET, who: null, dedupKey: `adopted ${msgId}`,
      props: { msg_id: msgId, status: 'send success', total_count: 5, filter_count: 5, sent_count: 5, error_count: 0, articles: [{ article_idx: 1, url: 'https://mp.example/s?__biz=x&mid=4711&idx=1' }] },
    }]);
    await world.runner.drain();
    world.clock.now += 24 * 3_600_000 + 1;
    await world.brand.query('update push set frozen_at = $2 where brand_id = 1 and id = $1', [id, new Date(world.clock.now)]);
    world.wechat.status = 'SEND_SUCCESS';
    await world.stores.jobs.start(1, 'send-push', { pushId: id });
    await world.stores.jobs.idle();
    expect(await readPush(world.brand, id)).toMatchObject({ state: 'finished', delivered: 5 });
    expect([...world.wechat.sends.values()].map(({ times }) => times)).toEqual([1]);
  });
});

it('a draft is not saved over what somebody else saved meanwhile', async () => {
  const id = await world.draft();
  const input = { assetId: ASSET, audience: { kind: 'everyone' as const }, articles };
  const { revision } = await readPush(world.brand, id);
  await changePush(world.brand, id, { ...input, title: '同事的' }, revision);
  await expect(changePush(world.brand, id, { ...input, title: '我的' }, revision)).rejects.toMatchObject({ status: 409, code: 'push_changed', details: { data: { revision: revision + 1 } } });
  expect(await readPush(world.brand, id)).toMatchObject({ title: '同事的', revision: revision + 1 });
  await changePush(world.brand, id, { ...input, title: '我的' }, revision + 1);
  expect(await readPush(world.brand, id)).toMatchObject({ title: '我的' });
});

describe('what WeChat does for one push', () => {
  it('previews a variant to a follower or a WeChat id, with the articles as they are now, a hundred a day', async () => {
    const id = await twoCalls();
    expect(await previewPush(world.brand, world.accountOf, id, 2, { contactId: await world.idOf('o-1') }, 'author')).toEqual({ left: 99 });
    expect(await previewPush(world.brand, world.accountOf, id, 1, { wechatId: 'boss' }, 'author')).toEqual({ left: 98 });
    await previewPush(world.brand, world.accountOf, id, 2, { wechatId: 'boss' }, 'author');
    expect(world.wechat.previews).toEqual([{ touser: 'o-1' }, { towxname: 'boss' }, { towxname: 'boss' }]);
    expect(world.wechat.drafts.map(({ title }) => title)).toEqual(['其余', '新年', '其余']);
    expect(world.wechat.removedDrafts).toEqual(['draft-1']);
    await world.unfollow(ASSET, ['o-4']);
    await expect(previewPush(world.brand, world.accountOf, id, 1, { contactId: await world.idOf('o-4') }, 'author')).rejects.toMatchObject({ code: 'preview_no_follower' });
    await world.follow(ASSET, ['o-4']);

    await world.brand.query(`insert into push_preview (brand_id, id, asset_id, push_id, variant, at) select 1, 'p' || n, $1, 'x', 1, $2 from generate_series(1, 97) n`, [ASSET, new Date(world.clock.now)]);
    await expect(previewPush(world.brand, world.accountOf, id, 1, { wechatId: 'boss' }, 'author')).rejects.toMatchObject({ code: 'previews_used' });
    // What previews left behind goes once the push is sent, as a variant goes that is not there any more.
    expect(await changePush(world.brand, id, { assetId: ASSET, title: '一个版本', audience: { kind: 'everyone' }, articles })).toEqual({ assetId: ASSET, mediaIds: ['draft-3'] });
    world.clock.now += 86_400_000;
    await world.send(id);
    expect(world.wechat.removedDrafts).toEqual(['draft-1', 'draft-2']);
  });

  it('deletes one article, or all and then the push is deleted; and says how calls stand that it has not reported on', async () => {
    const id = await twoCalls();
    await expect(deleteSent(world.brand, world.accountOf, id, null)).rejects.toMatchObject({ code: 'push_not_in_state' });
    await world.send(id);
    world.wechat.status = 'SENDING';
    expect(await callStatuses(world.brand, world.accountOf, id)).toEqual([{ number: 1, status: 'SENDING' }, { number: 2, status: 'SENDING' }]);
    // Only of the second variant; then the first one's, and what is gone is not asked for again.
    const gone = async () => (await readPush(world.brand, id)).articles.map(({ deletedAtWechat }) => deletedAtWechat);
    const before = await gone();
    expect(before.every((one) => !one)).toBe(true);
    expect(await deleteSent(world.brand, world.accountOf, id, 1, 2)).toEqual({ deleted: 1, left: 0 });
    expect(await state(id)).toBe('sent');
    expect((await gone()).filter(Boolean)).toHaveLength(1);
    expect(await deleteSent(world.brand, world.accountOf, id, 2)).toEqual({ deleted: 0, left: 0 });
    expect(await deleteSent(world.brand, world.accountOf, id, 1)).toEqual({ deleted: 1, left: 0 });
    // With its last article the push is deleted.
    expect([await gone(), await state(id)]).toEqual([before.map(() => true), 'deleted']);
    expect(world.wechat.deletions.map(({ position }) => position)).toEqual([1, 1]);
  });
});
