import { testApp } from '@qingniao/access/testing';
import { createSecrets, followClock } from '@qingniao/kernel';
import { type FieldKey, type Stage } from '@qingniao/people';
import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { rowsBehind } from './behind.ts';
import { catalogue, metricOf } from './catalogue.ts';
import { type Figure, measure } from './measure.ts';
import { previousPeriod } from './period.ts';
import { buildReport } from './report/build-report.ts';
import { insightRoutes } from './routes.ts';
import { emptyCommunity, settle, act, at, follow, testMeasures, YEAR } from './testing.ts';

const { opened, brands, counted, cellsOf, close } = await testMeasures();
afterAll(close);

describe('where days, months and years end (Asia/Shanghai)', () => {
  it.each([
    ['2023-12-31 23:59:59', null], ['2024-01-01 00:00:00', 1], ['2024-12-31 23:59:59', 1], ['2025-01-01 00:00:00', null],
  ])('a follow at %s is new in 2024: %s', async (when, count) => {
    expect(await counted({ follows: [follow(1, when)] }, 'churn_by_source')).toEqual(count === null ? {} : { qr: [0, 1] });
  });

  it.each([['2024-02-29 00:00:00', '2024-02'], ['2024-02-29 23:59:59', '2024-02'], ['2024-03-01 00:00:00', '2024-03']])('an action at %s is one of %s', async (when, month) => {
    const cells = await counted({ follows: [follow(1, '2024-01-01 00:00:00')], acts: [act(1, 'menu.click', when)] }, 'monthly_active_by_month');
    expect(Object.keys(cells).filter((key) => cells[key]![0] === 1)).toEqual([month]);
  });

  it.each([['2024-03-01 18:00:00', '2024-03'], ['2024-03-02 00:00:00', '2024-04']])('connected at %s, the months begin with %s', async (since, first) => {
    const community = { accounts: [{ id: 'oa', observedSince: at(since) }], follows: [follow(1, '2023-05-01 00:00:00')], acts: [act(1, 'menu.click', '2024-12-01 12:00:00')] };
    expect(Object.keys(await counted(community, 'monthly_active_by_month'))[0]).toBe(first);
  });

  it('a day of February has its own 29th', async () => {
    const community = { follows: [follow(1, '2024-02-29 12:00:00'), follow(2, '2024-03-01 00:00:00')] };
    expect(await counted(community, 'churn_by_source', { from: '2024-02-29', to: '2024-02-29' })).toEqual({ qr: [0, 1] });
  });

  it('who leaves at the very end still follows then; who comes then does not yet', async () => {
    const community = { follows: [follow(1, '2023-05-01 00:00:00', '2025-01-01 00:00:00'), follow(2, '2025-01-01 00:00:00'), follow(3, '2023-05-01 00:00:00', '2024-12-31 23:59:59')] };
    expect(await counted(community, 'community_growth')).toEqual({ '': [-1, 2] });
  });

  it.each([
    [{ from: '2024-01-01', to: '2024-12-31' }, { from: '2023-01-01', to: '2023-12-31' }], [{ from: '2024-02-01', to: '2024-02-29' }, { from: '2024-01-01', to: '2024-01-31' }],
    [{ from: '2024-01-01', to: '2024-03-31' }, { from: '2023-10-01', to: '2023-12-31' }], [{ from: '2024-03-01', to: '2024-03-29' }, { from: '2024-02-01', to: '2024-02-29' }],
    [{ from: '2024-02-29', to: '2024-02-29' }, { from: '2024-02-28', to: '2024-02-28' }],
  ])('%o is held against %o', (period, previous) => expect(previousPeriod(period)).toEqual(previous));
});

it('a year that is not over is as long as it has come, and held against no year', async () => {
  const id = brands.next++;
  const follows = Array.from({ length: 300 }, (_, each) => follow(each + 1, each < 200 ? '2023-05-01 00:00:00' : '2024-02-01 00:00:00'));
  await settle(opened.stores, id, { ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2022-01-01 00:00:00') }], follows });
  const report = async (now: string) => {
    const restore = followClock(() => at(now).getTime());
    try {
      const readers = { brand: opened.stores.database.forBrand(id), warehouse: opened.stores.warehouse };
      const { period, previous, sentences: said, figures } = await buildReport(readers, ['community_growth', 'pushes_by_month'].map(metricOf), { brandId: id, period: YEAR, assetId: null }, { language: 'en', aggregatesOnly: false });
      return { period, previous, said: said[0]!.text.en, months: figures[1]!.cells.length };
    } finally {
      restore();
    }
  };
  expect(await report('2024-04-10 12:00:00')).toEqual({
    period: { from: '2024-01-01', to: '2024-04-10' }, previous: { from: '2023-09-22', to: '2023-12-31' }, said: 'The community grew by 50.0 % in the period.', months: 4,
  });
  expect(await report('2025-01-01 00:00:00')).toMatchObject({ period: YEAR, previous: { from: '2023-01-01', to: '2023-12-31' }, said: expect.stringContaining('benchmark'), months: 12 });
});

describe('who counts', () => {
  it('following again is a new follow (W-05), and churn looks at follows (W-12)', async () => {
    const community = { follows: [follow(1, '2024-01-05 00:00:00', '2024-02-01 00:00:00'), follow(1, '2024-03-01 00:00:00', null, { source: 'ads' })] };
    expect(await counted(community, 'recruitment_sources')).toMatchObject({ qr: [1, 2], ads: [1, 2], search: [0, 2] });
    expect(await cellsOf(brands.next - 1, 'churn_by_source')).toEqual({ qr: [1, 1], ads: [0, 1] });
    expect(await cellsOf(brands.next - 1, 'active_followers')).toEqual({ '': [0, 1] });
  });

  it('the follow is no action, a scan by somebody who follows is (W-14)', async () => {
    const follows = [follow(1, '2024-01-05 00:00:00'), follow(2, '2024-01-05 00:00:00')];
    expect(await counted({ follows, acts: [act(2, 'qr.scanned', '2024-02-01 00:00:00')] }, 'active_followers')).toEqual({ '': [1, 2] });
    expect(await cellsOf(brands.next - 1, 'action_types')).toMatchObject({ scan: [1, 1] });
  });

  it('an anonymous click is nobody’s action', async () => {
    expect(await counted({ follows: [follow(1, '2024-01-05 00:00:00')], acts: [act(0, 'link.clicked', '2024-02-01 00:00:00')] }, 'active_followers')).toEqual({ '': [0, 1] });
    expect(await cellsOf(brands.next - 1, 'action_types')).toEqual({});
  });

  it('merged contacts are one person, with the actions of both', async () => {
    const community = {
      follows: [follow(1, '2024-01-05 00:00:00'), follow(2, '2024-01-05 00:00:00', null, { asset: 'ob' }), follow(3, '2024-01-05 00:00:00')],
      acts: [act(2, 'message.text', '2024-02-01 00:00:00')], merged: new Map([[2, 1]]),
    };
    expect(await counted(community, 'active_followers')).toEqual({ '': [1, 2] });
    expect((await cellsOf(brands.next - 1, 'monthly_active_by_month'))['2024-02']).toEqual([1, 2]);
  });

  it('another brand’s rows are not counted', async () => {
    const community = { follows: [follow(1, '2024-01-05 00:00:00')], acts: [act(1, 'menu.click', '2024-02-01 00:00:00')], merged: new Map([[1, 7]]) };
    await counted(community, 'active_followers');
    expect(await counted({ follows: [follow(1, '2024-01-05 00:00:00'), follow(7, '2024-01-05 00:00:00')] }, 'active_followers')).toEqual({ '': [0, 2] });
  });
});

it('money spent on followers who left is lost: 30 yuan at 32.07 % churn are 44.16 for one who stays (W-13)', async () => {
  const follows = Array.from({ length: 10_000 }, (_, each) => follow(each + 1, '2024-02-01 00:00:00', each < 3207 ? '2024-03-01 00:00:00' : null, { source: 'ads' }));
  const id = brands.next++;
  await settle(opened.stores, id, { ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2022-01-01 00:00:00') }], follows });
  const brand = opened.stores.database.forBrand(id);
  for (const [cost, day] of [[30_000_000, '2024-12-31'], [999, '2023-12-31'], [999, '2025-01-01']] as const) {
    await brand.query(`insert into channel_cost (brand_id, id, source_group, day, fen, note, created_by, created_at) values ($1, $2, 'ads', $3, $4, '', 'x', $5)`, [id, day, day, cost, at('2024-01-01 00:00:00')]);
  }
  const { figures } = await measure({ brand, warehouse: opened.stores.warehouse }, [metricOf('cost_per_kept'), metricOf('churn_by_source')], { brandId: id, period: YEAR, assetId: null });
  const ads = figures.map(({ cells }) => cells.find(({ key }) => key === 'ads')!);
  expect(ads.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([[30_000_000, 6793], [3207, 10_000]]);
  expect((ads[0]!.value! / 100).toFixed(2)).toBe('44.16');
  expect(figures[0]!.missing).toBeNull();
});

it('says up to when costs are recorded: who came since would look as if they had cost nothing', async () => {
  const id = brands.next++;
  await settle(opened.stores, id, { ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2022-01-01 00:00:00') }], follows: [follow(1, '2024-02-01 00:00:00', null, { source: 'ads' }), follow(2, '2024-12-20 00:00:00', null, { source: 'ads' })] });
  const brand = opened.stores.database.forBrand(id);
  const missing = async (period: typeof YEAR) =>
    (await measure({ brand, warehouse: opened.stores.warehouse }, [metricOf('cost_per_kept')], { brandId: id, period, assetId: null })).figures[0]!.missing?.en ?? null;
  await brand.query(`insert into channel_cost (brand_id, id, source_group, day, fen, note, created_by, created_at) values ($1, 'c', 'ads', '2024-11-30', 3000, '', 'x', $2)`, [id, at('2024-12-01 00:00:00')]);
  expect(await missing(YEAR)).toMatch(/recorded up to 2024-11-30/);
  // A day's cost is known on the next.
  expect(await missing({ from: '2024-01-01', to: '2024-12-01' })).toBeNull();
  expect(await missing({ from: '2024-01-01', to: '2024-12-02' })).not.toBeNull();
});

it('shares of a whole add up to 100.0, unknown sources shown', async () => {
  const sources = ['qr', 'search', 'unknown'] as const;
  const id = brands.next++;
  await settle(opened.stores, id, { ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2022-01-01 00:00:00') }], follows: sources.map((source, each) => follow(each + 1, '2024-01-05 00:00:00', null, { source })) });
  const { figures: [figure] } = await measure({ brand: opened.stores.database.forBrand(id), warehouse: opened.stores.warehouse }, [metricOf('recruitment_sources')], { brandId: id, period: YEAR, assetId: null });
  expect(figure!.cells.map(({ key, percent }) => [key, percent])).toEqual([['qr', 33.4], ['search', 33.3], ['ads', 0], ['word_of_mouth', 0], ['other', 0], ['unknown', 33.3]]);
});

describe('little or nothing to count', () => {
  const values = async (id: number) => {
    const readers = { brand: opened.stores.database.forBrand(id), warehouse: opened.stores.warehouse };
    return (await measure(readers, catalogue, { brandId: id, period: YEAR, assetId: null })).figures;
  };

  it('an empty brand has no values and says why', async () => {
    for (const { metric, cells, missing } of await values(brands.next++)) {
      expect(missing, metric.id).toEqual({ zh: '还没有接入公众号。', en: 'No official account is connected yet.' });
      if (metric.unit !== 'count') expect(cells.filter(({ value }) => value !== null), metric.id).toEqual([]);
    }
  });

  it('a month that is not over is no month of nobody', async () => {
    const id = brands.next++;
    await settle(opened.stores, id, { ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2024-02-10 00:00:00') }], follows: [follow(1, '2024-02-11 00:00:00')] });
    const readers = { brand: opened.stores.database.forBrand(id), warehouse: opened.stores.warehouse };
    const missing = async (metric: string, to: string) => (await measure(readers, [metricOf(metric)], { brandId: id, period: { from: '2024-01-01', to }, assetId: null })).figures[0]!.missing!.en;
    for (const metric of ['growth_by_month', 'monthly_active', 'monthly_active_by_month', 'monthly_active_by_source'])
      expect(await missing(metric, '2024-03-30'), metric).toBe('No complete calendar month of this period has been observed. People are observed since 2024-02-10.');
    expect(await missing('monthly_active', '2024-03-31')).toMatch(/^People are observed since/);
    expect(await missing('action_types', '2024-03-30')).toBe('Nothing to divide by in this period: “All actions” is zero.');
  });

  it('pushes made before the account was connected are unknown, not none', async () => {
    const id = brands.next++;
    await settle(opened.stores, id, { ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2024-05-10 00:00:00') }] });
    const readers = { brand: opened.stores.database.forBrand(id), warehouse: opened.stores.warehouse };
    const pushes = async (from: string, to: string) => {
      const [{ cells, missing }] = (await measure(readers, [metricOf('pushes_by_month')], { brandId: id, period: { from, to }, assetId: null })).figures as [Figure];
      return [cells.map(({ value }) => value), missing?.en ?? null];
    };
    expect(await pushes('2024-04-01', '2024-04-30')).toEqual([[null], 'Pushes are known since the account was connected on 2024-05-10; nothing is known of this period.']);
    expect(await pushes('2024-05-01', '2024-06-30')).toEqual([[0, 0], 'The account was connected on 2024-05-10; pushes made before are not in this figure.']);
    expect(await pushes('2024-06-01', '2024-06-30')).toEqual([[0], null]);
  });

  it('of several accounts, all count from when the last one was connected, which is named', async () => {
    const id = brands.next++;
    const earlier = Array.from({ length: 30 }, (_, each) => follow(100 + each, '2024-01-15 00:00:00', null, { asset: 'ob', observed: false }));
    await settle(opened.stores, id, {
      ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2023-01-01 00:00:00') }, { id: 'ob', observedSince: at('2024-05-10 12:00:00') }],
      follows: [follow(1, '2023-01-05 00:00:00'), ...earlier], acts: [act(1, 'menu.click', '2024-03-01 12:00:00'), act(1, 'menu.click', '2024-06-03 12:00:00')],
      pushes: [{ id: 'a', asset: 'oa', startedAt: at('2024-02-20 12:00:00'), audience: [1], delivered: 1 }, { id: 'b', asset: 'oa', startedAt: at('2024-07-20 12:00:00'), audience: [1], delivered: 1 }],
    });
    const readers = { brand: opened.stores.database.forBrand(id), warehouse: opened.stores.warehouse };
    const read = async (metric: string, assetId: string | null = null, period = YEAR) => {
      const { figures: [figure], observedSince } = await measure(readers, [metricOf(metric)], { brandId: id, period, assetId });
      const { cells, missing } = figure!;
      return { observedSince, missing: missing?.en ?? null, cells: Object.fromEntries(cells.map(({ key, numerator, denominator }) => [key, [numerator, denominator]])), previous: cells.flatMap(({ previous }) => previous ?? []) };
    };
    const grown = await read('community_growth');
    expect(grown).toMatchObject({ observedSince: at('2024-05-10 12:00:00'), previous: [], missing: 'People of “ob” are observed since 2024-05-10; what happened before is not in this figure.' });
    expect((await read('community_growth', 'oa')).missing).toBeNull();
    expect((await read('community_growth', 'oa')).previous).toHaveLength(1);
    const months = Object.entries((await read('monthly_active_by_month')).cells);
    expect(months.slice(0, 2)).toEqual([['2024-06', [1, 31]], ['2024-07', [0, 31]]]);
    expect((await read('monthly_active_by_month', 'oa')).cells['2024-03']).toEqual([1, 1]);

    expect((await read('monthly_active', null, { from: '2024-01-01', to: '2024-05-31' })).missing).toMatch(/^No complete .* People of “ob” are observed since 2024-05-10\.$/);

    expect(await read('pushes_by_month')).toMatchObject({ missing: '“ob” was connected on 2024-05-10; pushes made before are not in this figure.', cells: { '2024-01': [null, null], '2024-02': [null, null], '2024-05': [0, null], '2024-07': [1, null] } });
    expect((await read('pushes_by_month', 'oa')).cells).toMatchObject({ '2024-01': [0, null], '2024-02': [1, null] });
    expect((await read('pushes_by_month', null, { from: '2024-01-01', to: '2024-03-31' })).missing).toMatch(/^“ob” was connected/);
  });

  it('what nobody heard while an account was disconnected is named, and is no zero', async () => {
    const id = brands.next++;
    const gap: [Date, Date] = [at('2024-03-20 12:00:00'), at('2024-05-10 12:00:00')];
    const push = (name: string, when: string) => ({ id: name, asset: 'oa', startedAt: at(when), audience: [1], delivered: 1 });
    await settle(opened.stores, id, {
      ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2022-01-01 00:00:00'), gap }],
      follows: [follow(1, '2023-05-01 00:00:00')],
      acts: ['2024-02-10', '2024-03-01', '2024-06-03', '2024-07-03', '2024-08-03'].map((day) => act(1, 'menu.click', `${day} 12:00:00`)),
      pushes: [push('a', '2024-02-20 12:00:00'), push('b', '2024-06-20 12:00:00')],
    });
    const readers = { brand: opened.stores.database.forBrand(id), warehouse: opened.stores.warehouse };
    const read = async (metric: string, from: string, to: string) => {
      const [{ cells, missing }] = (await measure(readers, [metricOf(metric)], { brandId: id, period: { from, to }, assetId: null })).figures as [Figure];
      return { values: Object.fromEntries(cells.map(({ key, value }) => [key, value])), missing: missing?.en ?? null, compared: cells.some(({ previous }) => previous !== null) };
    };
    const named = '“oa” was disconnected from 2024-03-20 to 2024-05-10; what happened meanwhile is not in this figure.';
    // March and May were not heard whole: they are no months, and the mean is of those that were.
    expect(await read('monthly_active_by_month', '2024-02-01', '2024-08-31')).toEqual({ values: { '2024-02': 1, '2024-06': 1, '2024-07': 1, '2024-08': 1 }, missing: named, compared: false });
    expect((await read('monthly_active', '2024-02-01', '2024-08-31')).values).toEqual({ '': 1 });
    expect(await read('community_growth', '2024-02-01', '2024-08-31')).toEqual({ values: { '': 0 }, missing: named, compared: false });
    expect(await read('community_growth', '2024-04-01', '2024-04-30')).toEqual({ values: { '': null }, missing: named, compared: false });
    expect(await read('pushes_by_month', '2024-02-01', '2024-06-30')).toEqual({ values: { '2024-02': 1, '2024-03': 0, '2024-04': null, '2024-05': 0, '2024-06': 1 }, missing: named, compared: false });
    expect(await read('community_growth', '2024-06-01', '2024-06-30')).toEqual({ values: { '': 0 }, missing: null, compared: false });
    expect(await read('community_growth', '2024-07-01', '2024-07-31')).toEqual({ values: { '': 0 }, missing: null, compared: true });
  });

  it('pushes are not held against a period that was not observed from its first day', async () => {
    const id = brands.next++;
    const push = (name: string, when: string) => ({ id: name, asset: 'oa', startedAt: at(when), audience: [], delivered: 100 });
    await settle(opened.stores, id, { ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2024-05-10 00:00:00') }], pushes: [push('a', '2024-05-20 12:00:00'), push('b', '2024-06-20 12:00:00'), push('c', '2024-07-20 12:00:00')] });
    const readers = { brand: opened.stores.database.forBrand(id), warehouse: opened.stores.warehouse };
    const previous = async (from: string, to: string) => (await measure(readers, [metricOf('articles_per_push'), metricOf('open_rate'), metricOf('pushes_by_month')], { brandId: id, period: { from, to }, assetId: null }))
      .figures.flatMap(({ cells }) => cells.map((cell) => cell.previous));
    expect((await previous('2024-06-01', '2024-06-30')).filter((cell) => cell !== null)).toEqual([]);
    expect((await previous('2024-07-01', '2024-07-31')).filter((cell) => cell !== null)).not.toEqual([]);
  });

  it('a brand with one follower has whole numbers and no NaN', async () => {
    const id = brands.next++;
    await settle(opened.stores, id, { ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2024-05-01 00:00:00') }], follows: [follow(1, '2024-06-01 00:00:00')] });
    const figures = await values(id);
    expect(JSON.stringify(figures.map(({ cells }) => cells))).not.toMatch(/NaN|Infinity/);
    for (const { metric, cells, missing } of figures) if (cells.every(({ value }) => value === null)) expect(missing, metric.id).not.toBeNull();
    const of = (name: string) => figures.find(({ metric }) => metric.id === name)!;
    expect(of('community_growth')).toMatchObject({ cells: [{ numerator: 1, denominator: 0, value: null, previous: null }] });
    expect(of('active_followers')).toMatchObject({ cells: [{ numerator: 0, denominator: 1, value: 0 }], missing: { en: expect.stringContaining('2024-05-01') } });
    expect(of('monthly_active').cells[0]).toMatchObject({ numerator: 0, denominator: 1, value: 0 });
  });
});

it('behind the completeness of the matrix stands who told something the stage calls for, or has a name', async () => {
  const id = brands.next++;
  const person = (each: number, to: Stage, told: FieldKey[], source: 'qr' | 'unknown' = 'unknown') =>
    ({ id: each, source, moves: [{ at: at('2024-01-05 00:00:00'), to }], told, accounts: { oa: true }, erased: false });
  await settle(opened.stores, id, {
    ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2024-01-01 00:00:00') }],
    people: [person(1, 'lead', ['name']), person(2, 'lead', ['benefit_tangible']), person(3, 'lead', []), person(4, 'lead', [], 'qr'), person(5, 'recurring', ['benefit_tangible'])],
  });
  const readers = { brand: opened.stores.database.forBrand(id), warehouse: opened.stores.warehouse };
  for (const assetId of [null, 'oa']) {
    const behind = async (key: string) => (await rowsBehind(readers, metricOf('matrix_completeness'), { brandId: id, period: YEAR, assetId }, 'numerator', key, null, 10)).map((row) => Number(row.id));
    expect([await behind('lead'), await behind('recurring')]).toEqual([[1, 4], [5]]);
  }
});

describe('over HTTP', () => {
  it('gives catalogue, figures, people behind them and CSV to those who may see them', async () => {
    const { stores } = opened;
    const community = { follows: [follow(1, '2024-01-05 00:00:00'), follow(2, '2023-01-05 00:00:00')], acts: [act(1, 'menu.click', '2024-02-01 00:00:00')] };
    await settle(stores, 3, { ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2022-01-01 00:00:00') }], ...community });
    await stores.database.forBrand(3).query(
      `insert into contact (brand_id, id, created_at, first_seen_at, subscribed, source_group, stage, stage_since, stage_counts, tags, revision)
       values (3, 1, now(), now(), true, 'qr', 'lead', now(), '{}', '{}', nextval('contact_revision'))`);
    const { call, close } = await testApp(stores.database, (app) => app.register(insightRoutes, { prefix: '/api/brands/:brandId', warehouse: stores.warehouse, secrets: createSecrets(randomBytes(32)) }));
    const base = '/api/brands/3/insights';
    const year = 'from=2024-01-01&to=2024-12-31';
    try {
      const { body: known } = await call('head_office', 'GET', `${base}/catalogue`);
      expect(known.metrics.map(({ id }: { id: string }) => id)).toEqual(catalogue.filter(({ money }) => !money).map(({ id }) => id));
      const { status, body } = await call('analyst', 'GET', `${base}/figures?${year}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ period: YEAR, previous: { from: '2023-01-01', to: '2023-12-31' }, observedSince: '2021-12-31T16:00:00.000Z', band: 'small' });
      expect(body.figures.find(({ metric }: { metric: string }) => metric === 'active_followers').cells)
        .toEqual([{ key: '', name: null, numerator: 1, denominator: 2, value: 0.5, percent: null, previous: { numerator: 0, denominator: 1, value: 0 }, benchmark: expect.any(String) }]);
      // Small by its followers at the start: on the card as in the sentences and the report.
      const growth = body.figures.find(({ metric }: { metric: string }) => metric === 'community_growth');
      expect(growth.benchmarks.find(({ id }: { id: string }) => id === growth.cells[0].benchmark)).toMatchObject({ key: 'small', value: 0.5, year: '2020' });
      expect((await call('finance', 'GET', `${base}/figures?${year}`)).body.figures.some(({ metric }: { metric: string }) => metric === 'cost_per_kept')).toBe(true);

      const behind = `${base}/figures/active_followers/behind?${year}&part=numerator`;
      expect((await call('analyst', 'GET', behind)).body).toMatchObject({ kind: 'contacts', items: [{ id: 1, stage: 'lead' }], nextCursor: null });
      for (const [role, kind] of [['approver', null], ['finance', null], ['head_office', null], ['analyst', 'contacts']] as const) {
        const offered = (await call(role, 'GET', `${base}/catalogue`)).body.metrics as { id: string; behind: string | null }[];
        expect(offered.find(({ id }) => id === 'active_followers'), role).toMatchObject({ behind: kind });
        expect((await call(role, 'GET', behind)).status, role).toBe(kind === null ? 403 : 200);
      }
      await stores.database.forBrand(3).query(
        `insert into mass_report (brand_id, asset_id, msg_id, status, succeeded, total_count, filter_count, sent_count, error_count, articles, at)
         values (3, 'oa', '77', 'send success', true, 9, 9, 9, 0, '[]', '2024-03-05Z')`);
      expect((await call('analyst', 'GET', `${base}/figures/pushes_by_month/behind?${year}&part=numerator&key=2024-03`)).body.items).toMatchObject([{ title: null, count: 1 }]);
      expect((await call('viewer', 'GET', `${base}/figures/cost_per_kept/behind?${year}&part=numerator`)).status).toBe(403);
      expect((await call('analyst', 'GET', `${base}/figures/active_followers.csv?${year}`)).body).toBe('\uFEFFKey,Name,Numerator,Denominator,Value,At least,At most,Numerator before,Denominator before,Value before\n,,1,2,0.5,,,0,1,0\n');
      expect((await call('analyst', 'GET', `${base}/figures/nothing.csv?${year}`)).status).toBe(404);
      expect((await call('analyst', 'GET', `${base}/figures?from=2024-02-01&to=2024-01-01`)).body.error.code).toBe('period_reversed');
      expect((await call('analyst', 'GET', `${base}/figures?from=2015-01-01&to=2024-01-01`)).body.error.code).toBe('period_too_long');
    } finally {
      await close();
    }
  });

  it('keeps notes and the size limit, written by those who may', async () => {
    const { stores } = opened;
    const { call, close } = await testApp(stores.database, (app) => app.register(insightRoutes, { prefix: '/api/brands/:brandId', warehouse: stores.warehouse, secrets: createSecrets(randomBytes(32)) }));
    const base = '/api/brands/4/insights';
    const span = 'from=2024-02-29&to=2024-02-29';
    try {
      expect((await call('analyst', 'POST', `${base}/annotations`, { day: '2024-02-29', text: 'Shops closed' })).status).toBe(403);
      const { status, body: note } = await call('marketer', 'POST', `${base}/annotations`, { day: '2024-02-29', text: 'Shops closed' });
      expect([status, note]).toEqual([201, { id: expect.any(String), day: '2024-02-29', text: 'Shops closed' }]);
      expect((await call('marketer', 'PATCH', `${base}/annotations/${note.id}`, { text: 'Shops reopened' })).body).toEqual({ ...note, text: 'Shops reopened' });
      expect((await call('head_office', 'GET', `${base}/annotations?${span}`)).body.items).toEqual([{ ...note, text: 'Shops reopened' }]);
      expect((await call('head_office', 'GET', `/api/brands/5/insights/annotations?${span}`)).body.items).toEqual([]);
      expect((await call('marketer', 'DELETE', `/api/brands/5/insights/annotations/${note.id}`)).status).toBe(404);
      expect((await call('marketer', 'DELETE', `${base}/annotations/${note.id}`)).status).toBe(204);

      expect((await call('head_office', 'GET', `${base}/settings`)).body).toEqual({ sizeBandLimit: 100_000 });
      expect((await call('owner', 'PUT', `${base}/settings`, { sizeBandLimit: 50_000 })).status).toBe(200);
      expect((await call('analyst', 'PUT', `${base}/settings`, { sizeBandLimit: 1 })).status).toBe(403);
      expect((await call('head_office', 'GET', `${base}/settings`)).body).toEqual({ sizeBandLimit: 50_000 });
    } finally {
      await close();
    }
  });
});

it('growth and churn of a period that began before anybody was observed stand on who followed when that began: of those who had left by then nobody knows', async () => {
  const learnt = (from: number, count: number, when: string) => Array.from({ length: count }, (_, each) => follow(from + each, when, null, { observed: false }));
  const community = {
    accounts: [{ id: 'oa', observedSince: at('2024-05-08 15:00:00') }],
    follows: [...learnt(1, 10, '2023-03-01 12:00:00'), ...learnt(11, 8, '2024-02-01 12:00:00'), follow(19, '2023-03-01 12:00:00', '2024-07-01 12:00:00', { observed: false }), follow(20, '2024-02-01 12:00:00', '2024-05-20 12:00:00', { observed: false }),
      ...Array.from({ length: 5 }, (_, each) => follow(21 + each, '2024-06-01 12:00:00'))],
  };
  expect(await counted(community, 'community_growth')).toEqual({ '': [3, 20] });
  expect(await cellsOf(brands.next - 1, 'churn_in_period')).toEqual({ qr: [2, 21.5] });
  expect(await cellsOf(brands.next - 1, 'community_growth', { from: '2024-06-01', to: '2024-12-31' })).toEqual({ '': [4, 19] });
  const readers = { brand: opened.stores.database.forBrand(brands.next - 1), warehouse: opened.stores.warehouse };
  expect(await rowsBehind(readers, metricOf('community_growth'), { brandId: brands.next - 1, period: YEAR, assetId: null }, 'denominator', '', null, 50)).toHaveLength(20);
});
