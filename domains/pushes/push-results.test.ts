import { createLink } from '@qingniao/recruitment';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forHeadOffice } from './for-head-office.ts';
import { changePush, pushResults } from './index.ts';
import { whyInPush } from './why-in-push.ts';
import { openidsOf, pushWorld, type PushWorld } from './testing.ts';

const OA = 'results';
const START = '2026-03-10T02:00:00Z';
let world: PushWorld;
let pushId: string;
let people: number[];

/** Two variants: ten people with two articles, twenty with one; figures as WeChat gives them the day after. */
beforeAll(async () => {
  world = await pushWorld('2026-03-09T00:00:00Z');
  await world.follow(OA, openidsOf(31));
  world.clock.now = Date.parse(START);
  people = await Promise.all(openidsOf(31).map((openid) => world.idOf(openid)));
  await world.withdraw(people[30]!);
  const segmentId = await world.segment('十人', people.slice(0, 10));
  const variants = (card: string) => [
    { segmentId, name: '十人', articles: [{ title: '头条', content: `<p><a href="${card}">立即购买</a></p>` }, { title: '次条', content: '<p>你好</p>' }] },
    { name: '其余', articles: [{ title: '其余', content: '<p>你好</p>' }] },
  ];
  const input = { assetId: OA, title: '三月', audience: { kind: 'everyone' as const } };
  pushId = await world.draft({ ...input, variants: variants('#') });
  const link = await createLink(world.brand, { assetId: OA, title: '小程序', target: 'https://brand.example/', placement: 'mp_card', pushId });
  await changePush(world.brand, pushId, { ...input, variants: variants(`https://own.example/l/${link.code}`) });
  await world.send(pushId);

  const calls = await world.brand.query<{ variant: number; msgId: string; data: string }>(
    `select variant, msg_id as "msgId", msg_data_id as data from push_call where brand_id = 1 and push_id = $1 order by variant`, [pushId]);
  await world.appender.append(1, calls.map(({ variant, msgId }) => ({
    type: 'push.finished' as const, at: new Date(world.clock.now + 60_000), assetId: OA, who: null, dedupKey: `f ${msgId}`,
    props: { msg_id: msgId, status: 'send success', total_count: variant * 10, filter_count: variant * 10 - 1, sent_count: variant * 10 - 1, error_count: 0, articles: [] },
  })));
  await world.runner.drain();
  const article = (msgid: string, message: number, all: number, more: object) => ({
    msgid, publish_type: 0, title: 't', detail_list: [{ stat_date: '2026-03-10', read_user: all, read_user_source: [{ scene_desc: '公众号消息', user_count: message }], share_user: 1, zaikan_user: 0, like_user: 2, comment_count: 0, collection_user: 1, ...more }],
  });
  const rows = [
    article(`${calls[0]!.data}_1`, 5, 8, { read_finish_rate: 0.5, read_jump_position: [{ position: 1, rate: 0.4 }, { position: 5, rate: 0.6 }] }),
    article(`${calls[0]!.data}_2`, 2, 2, {}), article(`${calls[1]!.data}_1`, 4, 4, {}),
  ];
  await world.brand.query(`insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at) values (1, $1, 'getarticletotaldetail', '2026-03-10', $2, false, $3)`, [OA, JSON.stringify(rows), new Date(world.clock.now)]);

  const click = (event: number, identity: number | null) => world.brand.query('insert into link_click (brand_id, link_id, event_id, identity_id, at) values (1, $1, $2, $3, $4)', [link.id, event, identity, new Date(world.clock.now)]);
  // Who comes in by a card is known to the shop under another openid.
  const [inShop] = await world.brand.query<{ id: number }>(`insert into identity (brand_id, kind, asset_id, value, contact_id, created_at) values (1, 'openid', 'mini', 'm-1', $1, now()) returning id`, [people[0]!]);
  // Twice by one of the first variant, once by one of the second to whom somebody forwarded it, once by nobody we know.
  for (const [event, identity] of [[1, people[0]!], [2, inShop!.id], [3, people[15]!], [4, null]] as const) await click(event, identity);
});
afterAll(() => world.close());

describe('the results of a push', () => {
  it('count leavers within 48:00:00 and not after, only of the audience, by variant, and follows of the account', async () => {
    const start = Date.parse(START);
    world.clock.now = start + 48 * 3_600_000;
    await world.unfollow(OA, ['o-3', 'o-30']);
    await world.follow(OA, ['new-1']);
    world.clock.now += 1000;
    await world.unfollow(OA, ['o-20']);
    await world.follow(OA, ['new-2']);
    const results = await pushResults(world.brand, pushId, new Date(world.clock.now));
    expect(results).toMatchObject({ lost: 1, gained: 1, settled: true, variants: [{ number: 1, lost: 1 }, { number: 2, lost: 0 }] });
    expect((await pushResults(world.brand, pushId, new Date(start + 48 * 3_600_000))).settled).toBe(false);
  });

  it('count the leavers of a later call from that call on', async () => {
    const at = (hours: number) => new Date(Date.parse(START) + hours * 3_600_000);
    await world.brand.query('update push_call set submitted_at = $2 where brand_id = 1 and push_id = $1 and variant = 2', [pushId, at(24)]);
    const gone = await Promise.all([1, 20].map(async (hours, index) => ({ id: await world.idOf(`o-${11 + index}`), at: at(hours) })));
    gone.push({ id: await world.idOf('o-13'), at: at(72) });
    for (const { id, at: left } of gone) await world.brand.query('update follow_period set unfollowed_at = $2 where brand_id = 1 and identity_id = $1', [id, left]);
    // Two left before theirs, o-13 and o-20 within two days of it.
    expect(await pushResults(world.brand, pushId, at(72))).toMatchObject({ lost: 3, settled: false, variants: [{ lost: 1 }, { lost: 2 }] });
    expect((await pushResults(world.brand, pushId, new Date(at(72).getTime() + 1))).settled).toBe(true);
    await world.brand.query('update push_call set submitted_at = $2 where brand_id = 1 and push_id = $1 and variant = 2', [pushId, at(0)]);
    for (const { id } of gone) await world.brand.query('update follow_period set unfollowed_at = null where brand_id = 1 and identity_id = $1', [id]);
  });

  it('have opens by position and the two bounds of the cumulative rate, per variant and together', async () => {
    const results = await pushResults(world.brand, pushId, new Date(world.clock.now));
    expect(results).toMatchObject({ planned: 30, delivered: 28, opens: 11, deliveries: 37, topOpens: 9, cumulative: { low: 9, high: 11 } });
    expect(results.variants).toMatchObject([
      { people: 10, delivered: 9, opens: 7, deliveries: 18, topOpens: 5, cumulative: { low: 5, high: 7 } },
      { people: 20, delivered: 19, opens: 4, deliveries: 19, topOpens: 4, cumulative: { low: 4, high: 4 }, comments: 0 },
    ]);
    expect(results.articles[0]).toMatchObject({ variant: 1, position: 1, delivered: 9, figures: { messageReaders: 5, readers: 8, finishRate: 0.5, leftInFifths: [0.4, 0, 0, 0, 0.6] } });
  });

  it('have the cumulative opens exactly where the account’s day knows no other push, and bounds beside one', async () => {
    const whole = { ref_date: '2026-03-10', detail: { read_user: 15, read_user_source: [{ scene_desc: '公众号消息', user_count: 10 }] } };
    await world.brand.query(`insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at) values (1, $1, 'getbizsummary', '2026-03-10', $2, false, $3)`, [OA, JSON.stringify([whole]), new Date(world.clock.now)]);
    // Ten people read anything; four of them the other variant's article at most, so six at least this one's.
    expect(await pushResults(world.brand, pushId, new Date(world.clock.now))).toMatchObject({ cumulative: { low: 10, high: 10 }, variants: [{ cumulative: { low: 6, high: 7 } }, { cumulative: { low: 4, high: 4 } }] });
    const other = { msgid: '777_1', publish_type: 0, title: 't', detail_list: [{ stat_date: '2026-03-10', read_user: 3, read_user_source: [{ scene_desc: '公众号消息', user_count: 3 }], share_user: 0, zaikan_user: 0, like_user: 0, comment_count: 0, collection_user: 0 }] };
    await world.brand.query(`update datacube_day set rows = rows || $2::jsonb where brand_id = 1 and asset_id = $1 and call = 'getarticletotaldetail'`, [OA, JSON.stringify([other])]);
    expect((await pushResults(world.brand, pushId, new Date(world.clock.now))).cumulative).toEqual({ low: 9, high: 10 });
    await world.brand.query(`delete from datacube_day where brand_id = 1 and asset_id = $1 and call = 'getbizsummary'`, [OA]);
  });

  it('have clicks by placement over the readers of the articles that hold the link, and anonymous ones apart', async () => {
    const results = await pushResults(world.brand, pushId, new Date(world.clock.now));
    expect(results.placements).toEqual([{ placement: 'mp_card', clickers: 2, clicks: 4, anonymous: 1, readers: 5 }]);
    expect(results).toMatchObject({ clickers: 2, anonymousClicks: 1 });
    expect(results.variants.map(({ clickers }) => clickers)).toEqual([1, 1]);
    // Three identified clicks and, of three articles, four others each.
    expect(results.actions).toBe(3 + 3 * 4);
  });

  it('show head office no group of fewer than ten, and no variants', async () => {
    const shown = forHeadOffice(await pushResults(world.brand, pushId, new Date(world.clock.now)));
    expect(shown).toMatchObject({ opens: 11, clickers: null, lost: null, gained: null, cumulative: null, variants: [], placements: [] });
  });

  it('say of anybody why they are in it or not', async () => {
    expect((await whyInPush(world.brand, pushId, people[3]!)).placed).toMatchObject({ variant: 1, segment: '十人', call: 1, heldOut: false });
    expect(await whyInPush(world.brand, pushId, people[30]!)).toMatchObject({ placed: { reason: 'consent_withdrawn' }, facts: expect.arrayContaining([expect.objectContaining({ what: 'consent_withdrawn' })]) });
    expect((await whyInPush(world.brand, pushId, await world.idOf('new-1'))).placed).toBeNull();
    await expect(whyInPush(world.brand, pushId, 999_999)).rejects.toMatchObject({ status: 404 });
  });
});
