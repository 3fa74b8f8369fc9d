import { addDays, followClock } from '@qingniao/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rowsBehind } from '../behind.ts';
import { measure } from '../measure.ts';
import {
  accountDay, cells, type Content, currentRows, datacube, empty, missing, publish, retiredRows, scopeOf, send, testContent, type TestPush,
} from './testing.ts';
import { contentMetrics } from './index.ts';

let content: Content;
beforeAll(async () => {
  content = await testContent();
});
beforeEach(() => empty(content));
afterAll(() => content.close());

const at = (day: string, time = '10:00:00'): Date => new Date(`${day}T${time}+08:00`);
const push = (id: string, day: string, delivered: number | null, readers: number[][], more: Partial<TestPush> = {}): TestPush => ({
  id, asset: 'oa', at: at(day), delivered, articles: readers.map((days) => ({ readers: days })), ...more,
});
const MARCH = scopeOf('2026-03-01', '2026-03-31');
const open = (scope = MARCH, id = 'open_rate') => cells(content, scope, id);

test('open rate: readers from the account’s message over deliveries, by article and by position, whatever the day they read', async () => {
  await publish(content, [push('a', '2026-03-02', 1000, [[80, 15, 5], [40, 10]]), push('b', '2026-03-09', 500, [[60]])]);
  expect(await open()).toMatchObject({ '': { numerator: 210, denominator: 2500, value: 0.084 } });
  const byPosition = await open(MARCH, 'open_rate_by_position');
  expect(byPosition).toMatchObject({ 1: { numerator: 160, denominator: 1500 }, 2: { numerator: 50, denominator: 1000 }, 3: { value: null } });
  const metric = contentMetrics.find(({ id }) => id === 'open_rate_by_position')!;
  const behind = await rowsBehind({ brand: content.db, warehouse: content.stores.warehouse }, metric, MARCH, 'numerator', '1', null, 10);
  expect(behind).toMatchObject([
    { id: 'a', title: 'a', sentAt: at('2026-03-02'), count: 100 }, { id: 'b', count: 60 },
  ]);
  const delivered = await rowsBehind({ brand: content.db, warehouse: content.stores.warehouse }, metric, MARCH, 'denominator', '1', null, 10);
  expect(delivered).toMatchObject([{ id: 'a', count: 1000 }, { id: 'b', count: 500 }]);
});

test('a period begins and ends at midnight in Shanghai, also on 29 February', async () => {
  await publish(content, [
    push('before', '2024-02-28', 10, [[1]], { at: at('2024-02-28', '23:59:59') }), push('first', '2024-02-29', 100, [[20]], { at: at('2024-02-29', '00:00:00') }),
    push('last', '2024-02-29', 100, [[30]], { at: at('2024-02-29', '23:59:59') }), push('after', '2024-03-01', 10, [[1]], { at: at('2024-03-01', '00:00:00') }),
  ]);
  expect(await open(scopeOf('2024-02-29', '2024-02-29'))).toMatchObject({ '': { numerator: 50, denominator: 200 } });
});

test('the retired call’s running totals count once, and where both calls know a day the current one does', async () => {
  const old = push('old', '2026-03-02', 1000, [[80, 15, 5]]);
  await publish(content, [old], retiredRows, 'getarticletotal');
  expect(await open()).toMatchObject({ '': { numerator: 100, denominator: 1000 } });
  await datacube(content, 'oa', 'getarticletotaldetail', '2026-03-02', currentRows([{ ...old, articles: [{ readers: [81, 15, 6] }] }], '2026-03-02'));
  expect(await open()).toMatchObject({ '': { numerator: 102, denominator: 1000 } });
});

test('a send from WeChat’s console counts when its report names the articles; a refused one never does', async () => {
  await publish(content, [push('c', '2026-03-02', 400, [[40], [10]], { console: true }), push('r', '2026-03-03', 0, [[0]], { refused: true })]);
  expect(await open()).toMatchObject({ '': { numerator: 50, denominator: 800 } });
  expect(await missing(content, MARCH, 'open_rate')).toBeNull();
  expect(await open(MARCH, 'pushes_by_month')).toMatchObject({ '2026-03': { value: 1 } });
  expect(await open(MARCH, 'articles_per_push')).toMatchObject({ 2: { numerator: 1, denominator: 1, percent: 100 } });
});

test('late days, gaps and pushes without a report are left out and said', async () => {
  await publish(content, [push('a', '2026-03-02', 1000, [[100]])]);
  await send(content, push('late', '2026-03-03', 1000, [[500]]));
  await datacube(content, 'oa', 'getarticletotaldetail', '2026-03-03', [], true);
  await send(content, push('gap', '2026-03-04', 1000, [[500]]));
  await publish(content, [push('unreported', '2026-03-05', null, [[70]])]);
  expect(await open()).toMatchObject({ '': { numerator: 100, denominator: 1000 } });
  expect(await missing(content, MARCH, 'open_rate')).toBe('3 次群发的微信数据尚未到齐，未计入：2026-03-03（微信延迟）、2026-03-04、2026-03-05。');
  expect(await missing(content, scopeOf('2026-03-01', '2026-03-02'), 'open_rate')).toBeNull();
  expect(await missing(content, MARCH, 'read_depth')).toBe('2 次群发的微信数据尚未到齐，未计入：2026-03-03（微信延迟）、2026-03-04。');
});

test('what is still being read is said, and held against nothing while it is much of the figure', async () => {
  await publish(content, [push('a', '2026-03-02', 1000, [[100]]), push('young', '2026-03-09', 1000, [[60]])]);
  let now = at('2026-03-10', '12:00:00');
  const restore = followClock(() => now.getTime());
  const read = async () => {
    const { figures: [figure] } = await measure({ brand: content.db, warehouse: content.stores.warehouse }, contentMetrics.filter(({ id }) => id === 'open_rate'), MARCH);
    return [figure!.early, await missing(content, MARCH, 'open_rate')];
  };
  try {
    expect(await read()).toEqual([true, '1 次群发发出还不到 72 小时，数字仍会变化。']);
    expect(await missing(content, MARCH, 'read_depth')).toBeNull();
    await publish(content, [3, 4, 5].map((day) => push(`p${day}`, `2026-03-0${day}`, 1000, [[100]])));
    expect(await read()).toEqual([false, '1 次群发发出还不到 72 小时，数字仍会变化。']);
    now = at('2026-03-12', '10:00:01');
    expect(await read()).toEqual([false, null]);
  } finally {
    restore();
  }
});

test('cumulative: exact on a day with one push, on a day with two an interval, at most the delivered', async () => {
  await publish(content, [push('one', '2026-03-02', 1000, [[100], [60]])]);
  await accountDay(content, 'oa', '2026-03-02', 130);
  expect(await open(MARCH, 'open_rate_cumulative')).toMatchObject({ 2: { numerator: 130, denominator: 1000, value: 0.13 } });

  await publish(content, [push('two', '2026-03-09', 150, [[100], [60]]), push('three', '2026-03-09', 1000, [[40], [30], [5]], { at: at('2026-03-09', '20:00:00') })]);
  await accountDay(content, 'oa', '2026-03-09', 180);
  const found = await open(MARCH, 'open_rate_cumulative');
  // Of `two` at least 180 - 75 read, and no more than the 150 it was delivered to; of `three` between its top article and its sum.
  expect(found[2]).toMatchObject({ numerator: null, value: null, denominator: 1150, low: (130 + 105) / 1150, high: (130 + 150) / 1150 });
  expect(found[3]).toMatchObject({ value: null, low: 40 / 1000, high: 75 / 1000 });
  const metric = contentMetrics.find(({ id }) => id === 'open_rate_cumulative')!;
  expect(await rowsBehind({ brand: content.db, warehouse: content.stores.warehouse }, metric, MARCH, 'numerator', '2', null, 10)).toMatchObject([
    { id: 'one', count: 130 }, { id: 'two', count: null, low: 105, high: 150 },
  ]);
});

test('cumulative: the variants of one push reach different people, so their day is exact too', async () => {
  await publish(content, [push('a', '2026-03-02', 1000, [[100], [60]]), push('b', '2026-03-02', 500, [[70], [20]])]);
  await accountDay(content, 'oa', '2026-03-02', 210);
  expect(await open(MARCH, 'open_rate_cumulative')).toMatchObject({ 2: { value: null } });
  await content.db.query(`update push_article set push_id = 'a', variant = 2 where brand_id = 1 and push_id = 'b'`);
  await content.db.query(`update push_call set push_id = 'a', number = 2, variant = 2 where brand_id = 1 and push_id = 'b'`);
  await content.db.query(`delete from push where brand_id = 1 and id = 'b'`);
  expect(await open(MARCH, 'open_rate_cumulative')).toMatchObject({ 2: { numerator: 210, denominator: 1500, value: 0.14 } });
  // Each article counts with the people its own variant was sent to.
  expect(await open(MARCH, 'open_rate')).toMatchObject({ '': { numerator: 250, denominator: 3000 } });
});

test('cumulative: a gap in the account’s days leaves an interval; one article needs no account’s day; retired calls give both', async () => {
  await publish(content, [push('gap', '2026-03-02', 1000, [[100, 10], [60, 20]]), push('single', '2026-03-20', 1000, [[90, 10]])]);
  await accountDay(content, 'oa', '2026-03-03', 25);
  expect(await open(MARCH, 'open_rate_cumulative')).toMatchObject({
    1: { numerator: 100, value: 0.1 }, 2: { value: null, low: (100 + 25) / 1000, high: (160 + 25) / 1000 },
  });
  await empty(content);
  await publish(content, [push('old', '2026-03-02', 1000, [[100, 10], [60, 20]])], retiredRows, 'getarticletotal');
  for (const [offset, readers] of [130, 25].entries()) {
    const day = addDays('2026-03-02', offset);
    await datacube(content, 'oa', 'getuserread', day, [{ user_source: 99_999_999, int_page_read_user: 999 }, { user_source: 0, int_page_read_user: readers }]);
  }
  expect(await open(MARCH, 'open_rate_cumulative')).toMatchObject({ 2: { numerator: 155, value: 0.155 } });
});

test('rhythm: quiet months are there, pushes of several calls are one, and shares of articles add up', async () => {
  for (const [id, day, size] of [['a', '2026-01-31', 1], ['b', '2026-03-01', 2], ['c', '2026-03-02', 2]] as const)
    await send(content, push(id, day, 10, Array.from({ length: size }, () => [1])));
  await content.db.query(
    `insert into push_call (brand_id, push_id, number, route, client_msg_id, planned, state, msg_id, msg_data_id, submitted_at) values (1, 'c', 2, 'send', 'c2', 1, 'accepted', '900', '901', $1)`,
    [at('2026-04-01', '00:00:01')],
  );
  const scope = scopeOf('2026-01-01', '2026-04-30');
  expect(await open(scope, 'pushes_by_month')).toMatchObject({ '2026-01': { value: 1 }, '2026-02': { value: 0 }, '2026-03': { value: 2 }, '2026-04': { value: 0 } });
  expect(await open(scope, 'articles_per_push')).toMatchObject({ 1: { numerator: 1, denominator: 3, percent: 33.3 }, 2: { numerator: 2, percent: 66.7 } });
});

test('where readers leave is weighted with the readers', async () => {
  const [small, large] = [push('a', '2026-03-02', 1000, [[50]]), push('b', '2026-03-03', 1000, [[150]])];
  small.articles[0]!.left = [1, 0, 0, 0, 0];
  large.articles[0]!.left = [0, 0, 0, 0.2, 0.8];
  await publish(content, [small, large]);
  expect(await open(MARCH, 'read_depth')).toMatchObject({
    1: { numerator: 100, denominator: 400, percent: 25 }, 2: { percent: 0 }, 4: { numerator: 60, percent: 15 }, 5: { numerator: 240, percent: 60 },
  });
});

test('nothing at all: no value, no invention', async () => {
  expect(await open()).toMatchObject({ '': { value: null } });
  expect(await open(MARCH, 'open_rate_cumulative')).toEqual({});
  expect(await open(MARCH, 'pushes_by_month')).toMatchObject({ '2026-03': { value: 0 } });
  expect(await missing(content, MARCH, 'open_rate')).toBeNull();
});
