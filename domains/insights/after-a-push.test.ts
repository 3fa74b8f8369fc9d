import { followClock } from '@qingniao/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { metricOf } from './catalogue.ts';
import { type Figure, measure } from './measure.ts';
import { emptyCommunity, settle, at, follow, testMeasures, YEAR } from './testing.ts';

const { opened, brands, counted, cellsOf, close } = await testMeasures();
afterAll(close);

describe('48 hours after a push (W-10)', () => {
  const push = (id: string, when: string, audience: number[]) => ({ id, asset: 'oa', startedAt: at(when), audience, delivered: 100 });

  it.each([
    ['2024-03-03 12:00:00', 1], ['2024-03-03 12:00:01', 0], ['2024-03-01 12:00:00', 1], ['2024-03-01 11:59:59', 0],
  ])('who leaves at %s counts %i', async (left, count) => {
    const community = { follows: [follow(1, '2024-01-05 00:00:00', left)], pushes: [push('p', '2024-03-01 12:00:00', [1])] };
    expect(await counted(community, 'unfollow_after_push')).toEqual({ '': [count, 100] });
  });

  it('counts once per push, whoever was in its audience, also when they left twice', async () => {
    const community = {
      follows: [follow(1, '2024-01-05 00:00:00', '2024-03-02 00:00:00'), follow(1, '2024-03-02 01:00:00', '2024-03-02 02:00:00'), follow(2, '2024-01-05 00:00:00', '2024-03-02 00:00:00')],
      pushes: [push('a', '2024-03-01 12:00:00', [1]), push('b', '2024-03-01 20:00:00', [1])],
    };
    expect(await counted(community, 'push_lost')).toEqual({ a: [1, 100], b: [1, 100] });
    expect(await cellsOf(brands.next - 1, 'unfollow_after_push')).toEqual({ '': [2, 200] });
  });

  it('belongs to the period of the push, and looks past its end', async () => {
    const community = { follows: [follow(1, '2024-01-05 00:00:00', '2025-01-02 00:00:00')], pushes: [push('p', '2024-12-31 23:59:59', [1])] };
    expect(await counted(community, 'unfollow_after_push')).toEqual({ '': [1, 100] });
    expect(await cellsOf(brands.next - 1, 'unfollow_after_push', { from: '2025-01-01', to: '2025-12-31' })).toEqual({});
  });

  it('counts whose own call was made after the period', async () => {
    expect(await counted({ follows: [follow(2, '2024-01-05 00:00:00', '2025-01-02 00:00:00')], pushes: [push('p', '2024-12-31 20:00:00', [])] }, 'unfollow_after_push')).toEqual({ '': [0, 100] });
    await opened.stores.warehouse.insert('events', [{
      brand_id: brands.next - 1, event_id: 1000, type: 'push.targeted', contact_id: 2, at: at('2025-01-01 20:00:00'), received_at: at('2025-01-01 20:00:00'), asset_id: 'oa', props: '{}', push_id: 'p', variant_id: '1',
    }]);
    expect(await cellsOf(brands.next - 1, 'unfollow_after_push')).toEqual({ '': [1, 100] });
  });
});

describe('a push of several days (W-10)', () => {
  it.each([
    // Their own call was made three days after the first.
    ['2024-03-04 11:59:59', 0], ['2024-03-04 12:00:00', 1], ['2024-03-06 12:00:00', 1], ['2024-03-06 12:00:01', 0], ['2024-03-02 00:00:00', 0],
  ])('who leaves at %s counts %i: from the call that went to them', async (left, count) => {
    const id = brands.next;
    const first = { id: 'p', asset: 'oa', startedAt: at('2024-03-01 12:00:00'), audience: [], delivered: 100 };
    await counted({ follows: [follow(2, '2024-01-05 00:00:00', left)], pushes: [first] }, 'push_lost');
    const called = at('2024-03-04 12:00:00');
    await opened.stores.database.forBrand(id).query(
      `with call as (insert into push_call (brand_id, push_id, number, variant, route, client_msg_id, planned, state, msg_id, submitted_at) values ($1, 'p', 2, 1, 'send', '2', 1, 'accepted', 'later', $2))
       insert into mass_report (brand_id, asset_id, msg_id, status, succeeded, total_count, filter_count, sent_count, error_count, articles, at) values ($1, 'oa', 'later', '', true, 1, 1, 1, 0, '[]', $2)`, [id, called]);
    await opened.stores.warehouse.insert('events', [{
      brand_id: id, event_id: 1000, type: 'push.targeted', contact_id: 2, at: called, received_at: called, asset_id: 'oa', props: '{}', push_id: 'p', variant_id: '1',
    }]);
    expect(await cellsOf(id, 'push_lost')).toEqual({ p: [count, 101] });
  });
});

describe('pushes WeChat did not carry out (W-10, W-11)', () => {
  const sent = '2024-03-01 12:00:00';
  const lefts = [1, 2].map((identity) => follow(identity, '2024-01-05 00:00:00', '2024-03-02 00:00:00'));
  const came = follow(9, '2024-03-02 00:00:00');
  const push = (id: string, more = {}) => ({ id, asset: 'oa', startedAt: at(sent), audience: [1], delivered: 100, ...more });

  it('are none, whoever came or left after them', async () => {
    const community = { follows: [...lefts, came], pushes: [push('sent'), push('refused', { delivered: 0, refused: true }), push('unreported', { delivered: null })] };
    expect(await counted(community, 'push_lost')).toEqual({ sent: [1, 100] });
    expect(await cellsOf(brands.next - 1, 'push_gained')).toEqual({ sent: [1, 100] });
    expect(await cellsOf(brands.next - 1, 'unfollow_after_push')).toEqual({ '': [1, 100] });
  });

  it('nor are the variants of one that it refused or has not reported on, and their people', async () => {
    const community = { follows: lefts, pushes: [push('p')] };
    expect(await counted(community, 'push_lost')).toEqual({ p: [1, 100] });
    const brand = opened.stores.database.forBrand(brands.next - 1);
    await brand.query(
      `insert into push_call (brand_id, push_id, number, variant, route, client_msg_id, planned, state, msg_id, submitted_at)
       select $1, 'p', n, 2, 'send', n::text, 1, 'accepted', n::text, $2 from generate_series(2, 3) n`, [brand.brandId, at(sent)]);
    await opened.stores.warehouse.insert('events', [{
      brand_id: brand.brandId, event_id: 1000, type: 'push.targeted', contact_id: 2, at: at(sent), received_at: at(sent), asset_id: 'oa', props: '{}', push_id: 'p', variant_id: '2',
    }]);
    const report = (call: string, succeeded: boolean) => brand.query(
      `insert into mass_report (brand_id, asset_id, msg_id, status, succeeded, total_count, filter_count, sent_count, error_count, articles, at)
       values ($1, 'oa', $2, '', $3, 20, 20, 20, 0, '[]', $4) on conflict (brand_id, asset_id, msg_id) do update set succeeded = excluded.succeeded`, [brand.brandId, call, succeeded, at(sent)]);
    const lost = () => cellsOf(brand.brandId, 'push_lost');
    expect(await lost()).toEqual({ p: [1, 100] });
    const { figures: [figure] } = await measure({ brand, warehouse: opened.stores.warehouse }, [metricOf('push_lost')], { brandId: brand.brandId, period: YEAR, assetId: null });
    expect(JSON.stringify(figure)).toContain('Left out, as WeChat did not carry them out or has not reported on them: “Push p”, variant “#2”.');
    await report('2', true);
    expect(await lost()).toEqual({ p: [1, 100] });
    await report('3', false);
    expect(await lost()).toEqual({ p: [1, 100] });
    await report('3', true);
    expect(await lost()).toEqual({ p: [2, 140] });
  });
});

it('a push is judged once its two days are over (W-10)', async () => {
  let now = at('2024-03-01 13:00:00');
  const restore = followClock(() => now.getTime());
  try {
    const gone = Array.from({ length: 8 }, (_, each) => follow(each + 1, '2024-01-05 00:00:00', '2024-03-01 12:30:00'));
    const before = { id: 'before', asset: 'oa', startedAt: at('2023-12-01 12:00:00'), audience: [], delivered: 1000 };
    await settle(opened.stores, brands.next, {
      ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2022-01-01 00:00:00') }], follows: gone,
      pushes: [before, { id: 'p', asset: 'oa', startedAt: at('2024-03-01 12:00:00'), audience: gone.map(({ identity }) => identity), delivered: 1000 }],
    });
    const readers = { brand: opened.stores.database.forBrand(brands.next++), warehouse: opened.stores.warehouse };
    const read = async () => {
      const { figures } = await measure(readers, [metricOf('unfollow_after_push')], { brandId: brands.next - 1, period: YEAR, assetId: null });
      const [{ missing, early, cells: [cell] }] = figures as [Figure];
      return { missing: missing?.en ?? null, value: cell!.value, before: cell!.previous?.denominator ?? null, early };
    };
    expect(await read()).toEqual({ missing: 'One push went out less than 48 hours ago; this figure will still change.', value: 0.008, before: null, early: true });
    now = at('2024-03-03 12:00:01');
    expect(await read()).toEqual({ missing: null, value: 0.008, before: 1000, early: false });
  } finally {
    restore();
  }
});
