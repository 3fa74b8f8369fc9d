import { systemActor } from '@qingniao/access';
import { eraseContact } from '@qingniao/people';
import type { BrandDatabase } from '@qingniao/storage';
import { WechatError } from '@qingniao/wechat';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPush, recordPush } from './index.ts';
import { quotaLeft } from './quota-left.ts';
import { ASSET, openidsOf, peopleParts, pushWorld, type PushWorld } from './testing.ts';
import { whyInPush } from './why-in-push.ts';

const FOLLOWERS = 25;
let world: PushWorld;
let brand: BrandDatabase;

beforeAll(async () => {
  world = await pushWorld('2026-01-10T00:00:00Z');
  brand = world.brand;
  await world.follow(ASSET, openidsOf(FOLLOWERS));
});
beforeEach(() => {
  world.wechat.sends.clear();
  world.wechat.before = async () => undefined;
});
afterAll(() => world.close());

const sizes = () => [...world.wechat.sends.values()].map(({ to, times }) => ({ to: Array.isArray(to) ? to.length : to, times }));
const targeted = async () => (await brand.query<{ n: number }>("select count(*) as n from event where brand_id = 1 and type = 'push.targeted'"))[0]!.n;

describe('a push', () => {
  it('goes out once although the answer was lost, and is finished by WeChat’s word alone', async () => {
    const id = await world.draft();
    world.wechat.loseNextAnswer = true;
    await world.send(id);
    const calls = [...world.wechat.sends.values()];
    expect(calls).toMatchObject([{ to: 'all', times: 2 }]);
    expect(await readPush(brand, id)).toMatchObject({ state: 'sent', frozenCount: FOLLOWERS, delivered: null, calls: [{ state: 'accepted' }] });
    expect(await targeted()).toBe(FOLLOWERS);

    await world.appender.append(1, [{
      type: 'push.finished', at: new Date(world.clock.now), assetId: ASSET, who: null, dedupKey: 'done',
      props: { msg_id: calls[0]!.msgId, status: 'send success', total_count: 30, filter_count: 26, sent_count: 24, error_count: 2, articles: [{ article_idx: 1, url: 'https://mp.example/s?mid=7&idx=1' }] },
    }]);
    await world.runner.drain();
    expect(await readPush(brand, id)).toMatchObject({ state: 'finished', delivered: 24, filtered: 4, failed: 2, articles: [{ position: 1, url: 'https://mp.example/s?mid=7&idx=1' }] });
    await expect(world.sender.submit(brand, id, null)).rejects.toMatchObject({ code: 'push_not_editable' });
  });

  it('takes out who withdrew consent, by reason, and then lists openids instead of telling WeChat “all”', async () => {
    const leaving = await brand.query<{ id: number }>('select id from contact where brand_id = 1 order by id limit 3');
    for (const { id } of leaving) await world.withdraw(id);
    const id = await world.draft();
    expect(await world.sender.plan(brand, id)).toMatchObject({ reached: FOLLOWERS - 3, excluded: { consent_withdrawn: 3 }, calls: 1, days: 1, kind: 'service', findings: [] });
    await world.send(id);
    expect(sizes()).toMatchObject([{ to: FOLLOWERS - 3 }]);
    expect(await readPush(brand, id)).toMatchObject({ frozenCount: FOLLOWERS - 3, excluded: { consent_withdrawn: 3 } });
  });

  it('is not repeated when nobody can know any more whether it went out', async () => {
    const id = await world.draft();
    await world.send(id);
    await brand.query(`update push set state = 'sending' where brand_id = 1 and id = $1`, [id]);
    await brand.query(`update push_call set state = 'submitting', submitted_at = $2 where brand_id = 1 and push_id = $1`, [id, new Date(world.clock.now - 24 * 3_600_000 - 1)]);
    world.wechat.sends.clear();
    await world.stores.jobs.start(1, 'send-push', { pushId: id });
    await world.stores.jobs.idle();
    expect(world.wechat.sends.size).toBe(0);
    expect((await readPush(brand, id)).state).toBe('failed');
  });

  it('is not forgotten when its answer was lost and its people withdrew since: WeChat’s report decides', async () => {
    await world.follow('lost', openidsOf(4, 'w'));
    const ids = await Promise.all(openidsOf(4, 'w').map((openid) => world.idOf(openid)));
    const later = async (ms: number) => {
      world.clock.now += ms;
      await world.stores.timers.runDue();
      await world.stores.jobs.idle();
    };
    for (const [reported, contactIds] of [[true, ids.slice(0, 2)], [false, ids.slice(2)]] as const) {
      const id = await world.draft({ assetId: 'lost', audience: { kind: 'contacts', contactIds } });
      world.wechat.beforeSend = async () => {
        for (const contact of contactIds) await world.withdraw(contact);
      };
      world.wechat.loseNextAnswer = true;
      await world.send(id);
      world.wechat.beforeSend = async () => undefined;
      expect(await readPush(brand, id)).toMatchObject({ state: 'sending', error: { en: expect.stringContaining('waiting for WeChat’s report') }, calls: [{ state: 'submitting' }] });
      const { msgId } = [...world.wechat.sends.values()].at(-1)!;
      world.wechat.status = 'SEND_SUCCESS';
      if (reported) {
        world.clock.now += 60_000;
        await world.appender.append(1, [{
          type: 'push.finished', at: new Date(world.clock.now), assetId: 'lost', who: null, dedupKey: `lost ${msgId}`,
          props: { msg_id: msgId, status: 'send success', total_count: 2, filter_count: 2, sent_count: 2, error_count: 0, articles: [] },
        }]);
        await world.runner.drain();
      }
      await later(10 * 60_000);
      expect(await readPush(brand, id)).toMatchObject(reported ? { state: 'finished', delivered: 2, error: null } : { state: 'sending' });
      await later(24 * 3_600_000);
      expect(await readPush(brand, id)).toMatchObject(reported ? { state: 'finished' } : { state: 'failed', calls: [{ state: 'submitting' }] });
    }
    expect(sizes()).toMatchObject([{ to: 2, times: 1 }, { to: 2, times: 1 }]);
  });

  it('lets callbacks into the log while it notes a large audience', async () => {
    await world.follow('asset-2', openidsOf(4500, 'c'));
    const before = await targeted();
    const id = await recordPush(brand, { assetId: 'asset-2', title: '人群', audience: { kind: 'everyone' }, segmented: false, articles: [{ title: '新年', content: '<p>你好</p>' }] }, null);
    await world.send(id);
    expect((await targeted()) - before).toBe(4500);
    const commits = await brand.query<{ n: number }>(`select count(distinct xmin::text) as n from event where brand_id = 1 and type = 'push.targeted' and props->>'push_id' = $1`, [id]);
    expect(commits[0]!.n).toBe(3);
  });

  it('leaves out who was erased before it and who withdrew after the freeze', async () => {
    world.clock.now = Date.parse('2026-05-10T00:00:00Z');
    const [erased, withdrawing] = await brand.query<{ id: number }>(
      `select contact_id as id from follower where brand_id = 1 and asset_id = $1 order by identity_id desc limit 2`, [ASSET]);
    await eraseContact(brand, erased!.id, { actor: systemActor('test'), brand }, peopleParts);
    const id = await world.draft();
    expect(await world.sender.plan(brand, id)).toMatchObject({ reached: FOLLOWERS - 4, excluded: { consent_withdrawn: 3, erased: 1 } });
    let withdrawn = false;
    world.wechat.before = async () => {
      if (withdrawn) return;
      withdrawn = true;
      await world.withdraw(withdrawing!.id);
      throw new Error('the process ended here');
    };
    const left = async () => (await quotaLeft(brand, 1, { id: ASSET, kind: 'service' }, '2026-05')).followers.at(-1)!;
    const before = [await targeted(), await left()];
    await world.send(id);
    expect(sizes()).toMatchObject([{ to: FOLLOWERS - 5 }]);
    // They are where those stand who had withdrawn before: nothing says that they got it.
    expect(await readPush(brand, id)).toMatchObject({
      frozenCount: FOLLOWERS - 5, excluded: { consent_withdrawn: 4, erased: 1 }, calls: [{ planned: FOLLOWERS - 5 }], variants: [{ frozenCount: FOLLOWERS - 5 }],
    });
    expect([await targeted(), await left()]).toEqual([before[0]! + FOLLOWERS - 5, before[1]! - (FOLLOWERS - 5)]);
    expect((await whyInPush(brand, id, withdrawing!.id)).placed).toEqual({ reason: 'consent_withdrawn' });
    const everybody = await brand.query<{ people: number; each: number }>(
      'select count(*)::int as people, count(distinct one)::int as each from push_batch cross join unnest(identity_ids) one where brand_id = 1 and push_id = $1', [id]);
    expect(everybody).toEqual([{ people: FOLLOWERS, each: FOLLOWERS }]);
  });

  it('outlives a token that was refused twice, because another process renewed it', async () => {
    world.clock.now = Date.parse('2026-05-10T00:00:00Z');
    let refusals = 1;
    world.wechat.before = async () => {
      if (refusals-- > 0) throw new WechatError(42001, 'access_token expired', null, 'token', '/cgi-bin/draft/add', null);
    };
    const id = await world.draft();
    await world.send(id);
    world.wechat.before = async () => undefined;
    expect(await readPush(brand, id)).toMatchObject({ state: 'sent', error: null });
    expect(sizes()).toMatchObject([{ times: 1 }]);
  });

  it('is taken up again when its job gave up, says why it waits, and stops after a day', async () => {
    world.clock.now = Date.parse('2026-06-10T00:00:00Z');
    const busy = new WechatError(45009, 'reach max api daily quota limit', null, 'quota', '/cgi-bin/draft/add', null);
    world.wechat.before = async () => { throw busy; };
    const giveUp = async (id: string) => {
      // What the queue's own retries come to, without their pauses.
      await brand.query(`update job set state = 'failed' where brand_id = 1 and input->>'pushId' = $1 and state in ('queued', 'running')`, [id]);
      await world.stores.jobs.idle();
    };
    const id = await world.draft();
    await world.sender.submit(brand, id, null);
    await expect.poll(async () => (await readPush(brand, id)).error).toEqual(busy.text);
    await giveUp(id);
    world.wechat.before = async () => undefined;
    world.clock.now += 10 * 60_000;
    await world.stores.timers.runDue();
    await world.stores.jobs.idle();
    expect(await readPush(brand, id)).toMatchObject({ state: 'sent', error: null });
    expect(await brand.query(`select 1 from timer where brand_id = 1 and key = $1`, [id])).toEqual([]);

    world.wechat.before = async () => { throw busy; };
    const late = await world.draft();
    await world.sender.submit(brand, late, null);
    await expect.poll(async () => (await readPush(brand, late)).error).toEqual(busy.text);
    await giveUp(late);
    world.clock.now += 24 * 3_600_000 + 1;
    await world.stores.timers.runDue();
    await world.stores.jobs.idle();
    expect(await readPush(brand, late)).toMatchObject({ state: 'failed', error: { en: expect.stringContaining('within the time planned') } });
  });

  it('opens its articles for comments, unless it is told not to or the account may have none', async () => {
    world.clock.now = Date.parse('2026-08-10T00:00:00Z');
    world.wechat.drafts.length = 0;
    const opened = () => world.wechat.drafts.map(({ comments }) => comments);
    await world.send(await world.draft());
    expect(opened()).toEqual([1]);
    const closed = await world.draft({ openComments: false });
    await world.send(closed);
    expect(await readPush(brand, closed)).toMatchObject({ state: 'sent', openComments: false });
    expect(opened()).toEqual([1, 0]);
    world.wechat.hasComments = false;
    const id = await world.draft();
    await world.send(id);
    world.wechat.hasComments = true;
    expect(await readPush(brand, id)).toMatchObject({ state: 'sent', openComments: true });
    expect(opened()).toEqual([1, 0, 0]);
  });

  it('bears a report without numbers', async () => {
    const odd = { type: 'push.finished' as const, at: new Date(world.clock.now), assetId: ASSET, who: null, dedupKey: 'odd', props: { msg_id: '77', status: 'err(30003)', sent_count: 'many' } };
    await world.appender.append(1, [odd]);
    await world.runner.drain();
    expect(await brand.query(`select succeeded, sent_count from mass_report where brand_id = 1 and msg_id = '77'`)).toEqual([{ succeeded: false, sent_count: 0 }]);
  });
});
