import { localDay, shanghaiMidnight } from '@qingniao/kernel';
import { WechatError } from '@qingniao/wechat';
import { afterAll, describe, expect, it } from 'vitest';
import { listPushes, pushResults, readPush } from './index.ts';
import { quotaLeft } from './quota-left.ts';
import { ASSET, openidsOf, refusal, steppedWorld } from './testing.ts';
import { deleteSent } from './wechat-side.ts';
import { whyInPush } from './why-in-push.ts';

const { world, articles, state, due, targeted, twoCalls } = await steppedWorld();
afterAll(() => world.close());

// One of the six wants no marketing, so every push here reaches five at most.
await world.withdraw(await world.idOf('o-5'));

describe('the sending of a push', () => {
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
