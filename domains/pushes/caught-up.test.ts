import { openAudience, type Audience } from '@qingniao/audience';
import { createTag, tagContacts } from '@qingniao/people';
import { testSecrets } from '@qingniao/people/testing';
import { silentLog } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readPush } from './index.ts';
import { ARTICLE, ASSET, openidsOf, pushWorld, type PushWorld } from './testing.ts';

let world: PushWorld;
let audience: Audience;

beforeAll(async () => {
  world = await pushWorld('2026-01-10T00:00:00Z');
  audience = openAudience({ stores: world.stores, secrets: testSecrets, log: silentLog });
  await world.follow(ASSET, openidsOf(5));
});
afterAll(async () => {
  await audience.close();
  await world.close();
});

/** A projection that does nothing until it is let go. */
async function hold(name: string): Promise<() => Promise<void>> {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  let ended: Promise<void> = Promise.resolve();
  await new Promise<void>((held) => {
    ended = world.stores.database.system.tx(async (tx) => {
      await tx.query('select 1 from projection_cursor where name = $1 for update', [name]);
      held();
      await gate;
    });
  });
  return () => {
    letGo();
    return ended;
  };
}

/** Whether it is still open when everything it could have done by itself is done. */
async function isOpen(work: Promise<unknown>): Promise<boolean> {
  let open = true;
  void work.finally(() => (open = false)).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return open;
}

/** A live segment of whoever carries a new tag. */
async function taggedSegment(): Promise<{ tagId: string; segmentId: string }> {
  const tagId = await createTag(world.brand, 'VIP', null);
  const segmentId = await world.segment('带标签的人', []);
  const rule = JSON.stringify({ version: 1, root: { type: 'tag', tagIds: [tagId] } });
  await world.brand.query(`update segment set kind = 'rule', rule = $2, live_rule = $2, live_version = 1 where brand_id = 1 and id = $1`, [segmentId, rule]);
  return { tagId, segmentId };
}

it.each(['people', 'audience-contacts'])('a push planned right after people were tagged finds them in the segment of that tag, though %s lags', async (lagging) => {
  const { tagId, segmentId } = await taggedSegment();
  const id = await world.draft({ variants: [{ segmentId, articles: [ARTICLE] }] });
  expect(await world.sender.plan(world.brand, id)).toMatchObject({ reached: 0 });
  const tagged = await Promise.all(openidsOf(3).map((openid) => world.idOf(openid)));
  const release = await hold(lagging);
  await tagContacts(world.brand, { tagId, contactIds: tagged, add: true }, () => Promise.reject(new Error('a tag of the brand’s own')));
  const planning = world.sender.plan(world.brand, id);
  expect(await isOpen(planning)).toBe(true);
  await release();
  expect(await planning).toMatchObject({ reached: 3, excluded: { no_variant: 2 } });
  await world.brand.query('delete from tag where brand_id = 1');
});

it('a push to a segment that is being published again is counted with the members it had, and says so', async () => {
  const segmentId = await world.segment('三人', await Promise.all(openidsOf(3).map((openid) => world.idOf(openid))));
  const id = await world.draft({ variants: [{ segmentId, articles: [ARTICLE] }] });
  await world.brand.query(`update segment set job_id = 'publishing' where brand_id = 1 and id = $1`, [segmentId]);
  expect(await world.sender.plan(world.brand, id)).toMatchObject({ reached: 3, findings: [{ level: 'warn', code: 'segment_publishing' }] });
});

it('at its hour it waits for those who have just followed, and says so when they are not taken in for long', async () => {
  const id = await world.draft();
  const release = await hold('people');
  await world.appender.append(1, [{ type: 'follow', at: new Date(world.clock.now), assetId: ASSET, who: { kind: 'openid', assetId: ASSET, value: 'newest' }, dedupKey: 'newest', props: {} }]);
  const clock = performance.now.bind(performance);
  const waitedLong = vi.spyOn(performance, 'now').mockImplementation(() => clock() * 100);
  await expect(world.sender.submit(world.brand, id, null)).rejects.toMatchObject({ status: 503, code: 'projections_behind' });
  expect(await readPush(world.brand, id)).toMatchObject({ state: 'draft', frozenCount: null });
  waitedLong.mockRestore();

  // Past its checks, and then somebody comes.
  await world.brand.query(`update push set state = 'scheduled' where brand_id = 1 and id = $1`, [id]);
  await world.stores.database.forBrand(1).tx((tx) => world.stores.timers.set(tx, { brandId: 1, name: 'pushes.start', key: id, dueAt: new Date(world.clock.now), payload: null }));
  await world.stores.timers.runDue();
  expect(await isOpen(world.stores.jobs.idle())).toBe(true);
  expect(await readPush(world.brand, id)).toMatchObject({ state: 'sending', frozenCount: null });
  await release();
  await world.stores.jobs.idle();
  expect(await readPush(world.brand, id)).toMatchObject({ state: 'sent', frozenCount: 6 });
});
