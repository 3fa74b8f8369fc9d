import { testApp } from '@qingniao/access/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { changePush, listPushes, readPush } from './index.ts';
import { stepRoutes } from './step-routes.ts';
import { MONTH, ASSET, steppedWorld } from './testing.ts';

const { world, articles, state, approval, due } = await steppedWorld();
afterAll(() => world.close());

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
    // Whoever submits may have looked before that.
    const { call, close } = await testApp(world.stores.database, (app) => app.register(stepRoutes, { prefix: '/api/brands/:brandId', sender: world.sender, accountOf: world.accountOf }));
    const send = (revision: number) => call('owner', 'POST', `/api/brands/1/pushes/${id}/send`, { at: new Date(world.clock.now + 3_600_000).toISOString(), revision });
    expect(await send(1)).toMatchObject({ status: 409, body: { error: { code: 'push_changed', data: { revision: 2 } } } });
    expect(await state(id)).toBe('draft');
    expect(await send(2)).toMatchObject({ status: 202 });
    // It is the same draft, only no longer one.
    expect(await send(1)).toMatchObject({ status: 409, body: { error: { code: 'push_not_editable' } } });
    await world.sender.giveBack(world.brand, id, null);
    await close();
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
