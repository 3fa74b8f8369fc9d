import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rowsBehind } from '../behind.ts';
import { cells, type Content, empty, happen, missing, publish, retiredRows, scopeOf, send, testContent, type TestClick, type TestPush } from './testing.ts';
import { contentMetrics } from './index.ts';

let content: Content;
beforeAll(async () => {
  content = await testContent();
});
beforeEach(() => empty(content));
afterAll(() => content.close());

const at = (text: string): Date => new Date(`${text}+08:00`);
const push = (id: string, day: string, readers: number, more: Partial<TestPush> = {}): TestPush => ({
  id, asset: 'oa', at: at(`${day}T10:00:00`), delivered: 100_000, articles: [{ readers: [readers] }], ...more,
});
const clicks = (count: number, on: string, day: string, from = 1): TestClick[] =>
  Array.from({ length: count }, (_, index) => ({ type: 'link.clicked', contact: from + index, at: at(`${day}T12:00:00`), push: on }));
const ask = (id: string, scope = scopeOf('2025-01-01', '2025-12-31')) => cells(content, scope, id);
const percent = (value: number): number => Math.round(value * 10_000) / 100;

test('1.7: 9.56 % after 10.89 % is a change of -12.21 %; 10.20 % to a segment is 14.35 % better than 8.92 % to everybody', async () => {
  // Both years are observed from their first day.
  await content.db.query(
    `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
     values (1, 'oa', 'service', 'oa', 'wx1', '', '', '', 'safe', 'current', 'connected', $1, $1, '{}')`, [at('2024-01-01T00:00:00')]);
  await publish(content, [push('y19', '2024-06-01', 10_000), push('segment', '2025-06-01', 10_000, { segmented: true }), push('all', '2025-06-02', 10_000)]);
  await happen(content, [...clicks(1089, 'y19', '2024-06-01'), ...clicks(1020, 'segment', '2025-06-01'), ...clicks(892, 'all', '2025-06-02')]);
  const { '': year } = await ask('post_engagement');
  expect(percent(year!.value!)).toBe(9.56);
  expect(percent(year!.value! / year!.previous!.value! - 1)).toBe(-12.21);
  const { segmented, everyone } = await ask('segmented_engagement');
  expect([percent(segmented!.value!), percent(everyone!.value!)]).toEqual([10.2, 8.92]);
  expect(percent(segmented!.value! / everyone!.value! - 1)).toBe(14.35);
  await content.db.query('delete from asset where brand_id = 1');
});

test('the study’s sum counts every action, the person-level part each person once a push; anonymous clicks are in neither', async () => {
  await publish(content, [push('p', '2025-06-01', 0, { articles: [{ readers: [60, 40], shares: 5, favourites: 4, likes: 3, zaikan: 2, comments: 2 }] })]);
  await happen(content, [
    ...clicks(3, 'p', '2025-06-01'), ...clicks(2, 'p', '2026-01-15'), ...clicks(1, 'p', '2025-06-02', 0),
    { type: 'article.commented', contact: 3, at: at('2025-06-02T09:00:00'), push: 'p' }, { type: 'article.commented', contact: 4, at: at('2025-06-02T09:00:00'), push: 'p' },
    ...clicks(9, 'another brand’s or no push', '2025-06-01'),
  ]);
  // Contact 2 turns out to be contact 1.
  await content.stores.warehouse.insert('moved_identities', [{ brand_id: 1, identity_id: 2, contact_id: 1, version: 1 }]);
  expect(await ask('post_engagement')).toMatchObject({ '': { numerator: 5 + 2 + 5 + 5 + 4, denominator: 100 } });
  expect(await ask('post_engagement_people')).toMatchObject({ '': { numerator: 3, denominator: 100 } });
  expect(await ask('post_actions')).toMatchObject({
    clicks: { numerator: 5, denominator: 100 }, comments: { numerator: 2 }, likes: { numerator: 5 }, shares: { numerator: 5 }, favourites: { numerator: 4 }, anonymous_clicks: { numerator: 1 },
  });
  const metric = contentMetrics.find(({ id }) => id === 'post_actions')!;
  const behind = await rowsBehind({ brand: content.db, warehouse: content.stores.warehouse }, metric, scopeOf('2025-01-01', '2025-12-31'), 'numerator', 'clicks', null, 10);
  expect(behind).toEqual([{ id: 'p', title: 'p', sentAt: new Date('2025-06-01T02:00:00Z'), numerator: 5, denominator: 100, count: 5 }]);
});

test('retired calls know no comments: those of known writers count', async () => {
  await publish(content, [push('p', '2025-06-01', 0, { articles: [{ readers: [60, 40], shares: 5, favourites: 4 }] })], retiredRows, 'getarticletotal');
  await happen(content, [...clicks(1, 'p', '2025-06-01'), { type: 'article.commented', contact: 1, at: at('2025-06-02T09:00:00'), push: 'p' }]);
  expect(await ask('post_engagement')).toMatchObject({ '': { numerator: 11, denominator: 100 } });
  expect(await ask('post_engagement_people')).toMatchObject({ '': { numerator: 1, denominator: 100 } });
});

test('a push whose figures are late counts with nothing, not even its clicks, and is said; one without a report counts', async () => {
  await send(content, push('late', '2025-06-01', 500));
  await publish(content, [push('unreported', '2025-06-02', 100, { delivered: null })]);
  await happen(content, [...clicks(7, 'late', '2025-06-01'), ...clicks(2, 'unreported', '2025-06-02')]);
  expect(await ask('post_engagement')).toMatchObject({ '': { numerator: 2, denominator: 100 } });
  // What people do counts the same actions (W-21).
  for (const metric of ['post_engagement', 'action_types'])
    expect(await missing(content, scopeOf('2025-06-01', '2025-06-30'), metric), metric).toBe('1 次群发的微信数据尚未到齐，未计入：2025-06-01。');
});

test('without a push there is no value', async () => {
  expect(await ask('post_engagement')).toMatchObject({ '': { value: null } });
  expect(await ask('segmented_engagement')).toMatchObject({ segmented: { value: null }, everyone: { value: null } });
});

test('best time is by weekday and hour of Shanghai, of people only', async () => {
  const act = (type: TestClick['type'], text: string, contact = 1): TestClick => ({ type, contact, at: at(text) });
  await happen(content, [
    act('menu.click', '2025-06-02T00:00:00'), act('menu.click', '2025-06-02T00:59:59'), act('message.text', '2025-06-01T23:59:59'), act('link.clicked', '2025-06-02T00:30:00', 0),
    act('menu.click', '2026-01-01T00:00:00'),
  ]);
  const found = await ask('best_time');
  expect(Object.keys(found)).toHaveLength(168);
  expect(found).toMatchObject({ '1-0': { numerator: 2, denominator: 3, percent: 66.7 }, '7-23': { numerator: 1, percent: 33.3 }, '1-1': { numerator: 0, percent: 0 } });
  expect(found['1-0']!.name).toEqual({ zh: '周一 0 时', en: 'Monday 0:00' });
});
