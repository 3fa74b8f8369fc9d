import { addDays, daysBetween, followClock } from '@qingniao/kernel';
import { createBrand, createOrganisation, systemActor } from '@qingniao/access';
import { testApp } from '@qingniao/access/testing';
import type { Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changeSettings } from '../settings.ts';
import { measurePanel, type Panel } from './measure-panel.ts';
import { monthsIn } from './months.ts';
import { placesOf } from './place.ts';
import { organisationInsightRoutes, panelRoutes } from './routes.ts';

let stores: Stores;
let closeStores: () => Promise<void>;
const restore = followClock(() => Date.parse('2026-07-10T12:00:00+08:00'));

beforeAll(async () => {
  ({ stores, close: closeStores } = await testStores());
});
afterAll(async () => {
  await closeStores();
  restore();
});

const quarter = { from: '2026-01-01', to: '2026-03-31' };

interface TestAccount {
  id: string;
  opening: number;
  closing: number;
  /** Articles of each push by its day; the messages' ids run on. */
  pushes?: Record<string, number[]>;
  /** Days of articles that were never fetched, or that WeChat called late. */
  lacks?: string[];
  late?: string[];
  /** Its last day with follower figures, when it is not that of the period. */
  until?: string;
  /** Articles that were published without notice. */
  quiet?: Record<string, number>;
}

let message = 0;
const readers = (message: number) => [{ stat_date: '2026-01-01', read_user: 2 * message, read_user_source: [{ scene_desc: '公众号消息', user_count: message }] }];
const articlesOf = (count: number, publish_type: number) => {
  message += 1;
  return Array.from({ length: count }, (_, index) => ({ msgid: `${message}_${index + 1}`, publish_type, title: 't', detail_list: readers(10) }));
};

/** One account as datacube would have told of it, day by day. */
async function addAccount(brandId: number, { id, opening, closing, pushes = {}, lacks = [], late = [], until = quarter.to, quiet = {} }: TestAccount): Promise<void> {
  const db = stores.database.forBrand(brandId);
  await db.query(
    `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
     values ($1, $2, 'service', $2, $3, '', '', '', 'safe', 'current', 'connected', now(), now(), '{}')`,
    [brandId, id, `wx${brandId}${id}`],
  );
  const first = addDays(quarter.from, -1);
  const days = Array.from({ length: daysBetween(first, until) + 1 }, (_, index) => addDays(first, index));
  const kept: { call: string; day: string; rows: object[]; late: boolean }[] = days.map((day) => ({ call: 'getusercumulate', day, rows: [{ cumulate_user: day === first ? opening : closing }], late: false }));
  for (const day of days) {
    if (lacks.includes(day)) continue;
    const rows = [...(pushes[day] ?? []).flatMap((count) => articlesOf(count, 0)), ...(quiet[day] ? articlesOf(quiet[day], 1) : [])];
    kept.push({ call: 'getarticletotaldetail', day, rows, late: late.includes(day) });
  }
  await db.query(
    `insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at)
     select $1, $2, call, day, rows, late, now() from jsonb_to_recordset($3::jsonb) as kept(call text, day date, rows jsonb, late boolean)`,
    [brandId, id, JSON.stringify(kept)],
  );
}

/** So many pushes of so many articles, each on a day of its own. */
const rhythm = (sizes: number[]): Record<string, number[]> => Object.fromEntries(sizes.map((size, index) => [addDays('2026-01-05', index * 5), [size]]));

const cellsOf = ({ measures }: Panel, metric: string) =>
  Object.fromEntries(measures.find(({ measure }) => measure.metric === metric)!.cells.map(({ key, numerator, denominator, value, accounts }) => [key, { numerator, denominator, value, accounts }]));
const leftOutOf = ({ measures }: Panel, metric: string) => measures.find(({ measure }) => measure.metric === metric)!.leftOut;

beforeEach(async () => {
  for (const brandId of [1, 2]) for (const table of ['asset', 'datacube_day', 'insight_settings', 'push', 'push_call', 'mass_report']) await stores.database.forBrand(brandId).query(`delete from ${table}`);
});

it('takes unweighted means over accounts, exactly 100,000 followers being small, and one more large', async () => {
  await addAccount(1, { id: 'a', opening: 1_000, closing: 1_500, pushes: rhythm([1, 2, 1]) });
  await addAccount(1, { id: 'b', opening: 100_000, closing: 110_000, pushes: rhythm([2, 2, 2, 2, 2, 2]) });
  await addAccount(1, { id: 'c', opening: 100_001, closing: 200_002, pushes: rhythm([2, 3, 2, 3, 2, 3, 2, 3, 3]) });
  await addAccount(1, { id: 'd', opening: 1_000_000, closing: 1_200_000, pushes: rhythm([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]) });
  await addAccount(1, { id: 'e', opening: 400_000, closing: 360_000, pushes: rhythm([3, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]) });
  const panel = await measurePanel(stores.database.forBrand(1), quarter);
  expect(panel.until).toBe('2026-03-31');
  expect(panel.accounts.map(({ assetId, band, pushesAMonth }) => [assetId, band, pushesAMonth])).toEqual([['a', 'small', 1], ['b', 'small', 2], ['c', 'large', 3], ['d', 'large', 4], ['e', 'large', 14 / 3]]);
  const growth = cellsOf(panel, 'community_growth');
  // (1 + 0.2 − 0.1) / 3, (0.5 + 0.1) / 2, and all five: pooled, the large would be 0.177 and all 0.174.
  expect(growth['large']!.value).toBeCloseTo(1.1 / 3, 12);
  expect(growth['small']!.value).toBeCloseTo(0.3, 12);
  expect(growth['']).toMatchObject({ denominator: 5, accounts: ['a', 'b', 'c', 'd', 'e'] });
  expect(growth['']!.value).toBeCloseTo(1.7 / 5, 12);
  // Boundaries: 2.5 pushes and more are three; exactly two and exactly three articles are in the lower cell.
  expect(cellsOf(panel, 'pushes_by_month')).toMatchObject({ 1: { accounts: ['a'] }, 2: { accounts: ['b'] }, 3: { accounts: ['c'] }, 4: { accounts: ['d'] }, more: { accounts: ['e'] }, fewer: { numerator: 0, denominator: 5 } });
  expect(cellsOf(panel, 'articles_per_push')).toMatchObject({ '1-2': { accounts: ['a', 'b'], value: 0.4 }, '2-3': { accounts: ['c', 'd'] }, '3+': { accounts: ['e'], numerator: 1, denominator: 5 } });
  expect(panel.measures.flatMap(({ leftOut }) => leftOut)).toEqual([]);
});

it('goes by the brand’s own limit', async () => {
  await addAccount(1, { id: 'a', opening: 500, closing: 600 });
  await addAccount(1, { id: 'b', opening: 501, closing: 600 });
  const db = stores.database.forBrand(1);
  await db.tx((tx) => changeSettings(tx, 1, { sizeBandLimit: 500 }, 'test'));
  expect((await measurePanel(db, quarter)).accounts.map(({ band }) => band)).toEqual(['small', 'large']);
});

it('leaves accounts out of what they lack the days for, and says which days', async () => {
  const pushes = rhythm([1, 1, 1]);
  await addAccount(1, { id: 'whole', opening: 100, closing: 150, pushes });
  await addAccount(1, { id: 'gap', opening: 100, closing: 110, pushes, lacks: ['2026-02-02', '2026-02-03'] });
  await addAccount(1, { id: 'late', opening: 100, closing: 120, pushes, late: ['2026-03-30'] });
  await addAccount(1, { id: 'stopped', opening: 100, closing: 900, pushes, until: '2026-03-30' });
  await addAccount(1, { id: 'silent', opening: 100, closing: 130, quiet: { '2026-01-05': 2 } });
  await addAccount(1, { id: 'new', opening: 0, closing: 130, pushes });
  const panel = await measurePanel(stores.database.forBrand(1), quarter);
  const named = (metric: string) => Object.fromEntries(leftOutOf(panel, metric).map(({ assetId, why }) => [assetId, why.en]));
  expect(named('community_growth')).toEqual({ stopped: 'The followers of 2026-03-31 are missing.', new: 'It had no followers at the start.' });
  expect(cellsOf(panel, 'community_growth')['']).toMatchObject({ denominator: 4, accounts: ['whole', 'gap', 'late', 'silent'] });
  expect(named('pushes_by_month')).toEqual({
    gap: 'Article figures of 2 days are missing (2026-02-02 – 2026-02-03).', late: 'Article figures of 2026-03-30 are missing.', stopped: 'Article figures of 2026-03-31 are missing.',
  });
  // Without a push: known, and fewer than one; but there is no push to have articles.
  expect(cellsOf(panel, 'pushes_by_month')).toMatchObject({ fewer: { accounts: ['silent'], denominator: 3 }, 1: { accounts: ['whole', 'new'] } });
  expect(named('articles_per_push')).toMatchObject({ silent: 'No push in the period.' });
  expect(cellsOf(panel, 'articles_per_push')['1-2']).toMatchObject({ numerator: 2, denominator: 2 });
  expect(panel.accounts.find(({ assetId }) => assetId === 'gap')!.months).toEqual([
    { month: '2026-01', followers: 110, net: 10, pushes: 3, articles: 3 },
    { month: '2026-02', followers: 110, net: 0, pushes: null, articles: null },
    { month: '2026-03', followers: 110, net: 0, pushes: 0, articles: 0 },
  ]);
});

it('ends where the figures end, and makes no rhythm of less than four weeks', async () => {
  for (const id of ['a', 'b']) await addAccount(1, { id, opening: 100, closing: 110, pushes: { '2026-01-05': [1] }, until: '2026-01-28' });
  const db = stores.database.forBrand(1);
  const panel = await measurePanel(db, quarter);
  expect([panel.until, panel.accounts[0]!.growth, panel.accounts[0]!.pushesAMonth]).toEqual(['2026-01-28', 0.1, 31 / 28]);
  const short = await measurePanel(db, { from: '2026-01-01', to: '2026-01-27' });
  expect([short.accounts[0]!.pushes, short.accounts[0]!.pushesAMonth, short.accounts[0]!.articlesAPush]).toEqual([1, null, 1]);
  expect(leftOutOf(short, 'pushes_by_month')).toHaveLength(2);
  const nothing = await measurePanel(stores.database.forBrand(2), quarter);
  expect([nothing.until, nothing.accounts, cellsOf(nothing, 'community_growth')['']!.value]).toEqual([null, [], null]);
});

it('counts a push that went out as several lists once, and opens where WeChat reported the delivery', async () => {
  await addAccount(1, { id: 'a', opening: 100, closing: 110, pushes: { '2026-01-05': [2, 2] } });
  const [first, second] = [message - 1, message];
  const db = stores.database.forBrand(1);
  await db.query(
    `insert into push (brand_id, id, asset_id, title, state, audience, segmented, frozen_count, created_at, frozen_at, sent_at)
     values (1, 'p', 'a', 'p', 'sent', '{"kind":"everyone"}', true, 40, now(), now(), now())`,
  );
  await db.query(`insert into push_article (brand_id, push_id, position, title, author, digest, content, elements) select 1, 'p', n, 't', '', '', '', '{}' from generate_series(1, 2) n`);
  for (const [number, id] of [[1, first], [2, second]] as const) {
    await db.query(
      `insert into push_call (brand_id, push_id, number, route, client_msg_id, planned, state, msg_id, msg_data_id, submitted_at) values (1, 'p', $1, 'openids', $2, 20, 'accepted', $2, $3, '2026-01-05T12:00:00+08:00')`,
      [number, `m${number}`, String(id)],
    );
  }
  await db.query(
    `insert into mass_report (brand_id, asset_id, msg_id, status, succeeded, total_count, filter_count, sent_count, error_count, articles, at)
     values (1, 'a', 'm1', 'send success', true, 20, 20, 20, 0, '[]', '2026-01-05T12:00:05+08:00')`,
  );
  // Two lists of two articles with ten readers each; the second list's delivery is not known, so its readers open nothing.
  expect((await measurePanel(db, quarter)).accounts[0]).toMatchObject({ pushes: 1, articles: 2, articlesAPush: 2, readersAnArticle: 20, opens: { readers: 20, delivered: 40 } });
});

it('ranks: share of the others below, equal ones counting half', () => {
  expect(placesOf([5, null, 1, 5, 9])).toEqual([
    { rank: 2, of: 4, percentile: 0.5 }, null, { rank: 4, of: 4, percentile: 0 }, { rank: 2, of: 4, percentile: 0.5 }, { rank: 1, of: 4, percentile: 1 },
  ]);
  expect(placesOf([7, null])).toEqual([null, null]);
});

it('counts whole months as one, whatever their length', () => {
  expect(monthsIn({ from: '2027-12-01', to: '2028-02-29' })).toBe(3);
  expect(monthsIn({ from: '2028-02-01', to: '2028-02-28' })).toBeCloseTo(28 / 29, 12);
  expect(monthsIn({ from: '2026-01-16', to: '2026-03-15' })).toBeCloseTo(16 / 31 + 1 + 15 / 31, 12);
});

it('shows head office the brands of its organisation and no other, and names no account of them', async () => {
  const { system } = stores.database;
  const actor = systemActor('test');
  const made = await system.tx(async (tx) => {
    const ours = await createOrganisation(tx, actor, 'Ours');
    const theirs = await createOrganisation(tx, actor, 'Theirs');
    const brandOf = async (organisationId: string, name: string) => (await createBrand(tx, actor, organisationId, { name })).id;
    return { ours, theirs, one: await brandOf(ours, 'One'), two: await brandOf(ours, 'Two'), other: await brandOf(theirs, 'Other') };
  });
  await addAccount(made.one, { id: 'one-a', opening: 100, closing: 200, pushes: rhythm([1, 1, 1]) });
  await addAccount(made.one, { id: 'one-b', opening: 900, closing: 1_000, pushes: rhythm([4, 4, 4]) });
  await addAccount(made.two, { id: 'two-a', opening: 1_000, closing: 1_100, pushes: rhythm([2, 2, 2]) });
  await addAccount(made.other, { id: 'secret', opening: 10, closing: 90 });
  const { call, close } = await testApp(stores.database, async (app) => {
    await app.register(panelRoutes, { prefix: '/api/brands/:brandId' });
    await app.register(organisationInsightRoutes, { database: stores.database, prefix: '/api/organisations/:organisationId' });
  });
  const days = `from=${quarter.from}&to=${quarter.to}`;
  const { body } = await call('head_office', 'GET', `/api/organisations/${made.ours}/insights/brands?${days}`);
  expect(body.brands).toMatchObject([
    // One community: (300 − 100 …) over both accounts, not the mean of 100 % and 11 %.
    { name: 'One', accounts: 2, opening: 1_000, closing: 1_200, growth: 0.2, pushesAMonth: 1, articlesAPush: 2.5, places: { growth: { rank: 1, of: 2, percentile: 1 } } },
    { name: 'Two', accounts: 1, growth: 0.1, places: { growth: { rank: 2, of: 2, percentile: 0 } } },
  ]);
  const growth = body.measures.find(({ metric }: { metric: string }) => metric === 'community_growth');
  expect(growth.cells[0]).toMatchObject({ key: '', denominator: 3 });
  expect(growth.benchmarks.map(({ unit }: { unit: string }) => unit)).toContain('rate');
  expect(JSON.stringify(body)).not.toMatch(/one-a|secret|Other/);
  expect((await call('associate', 'GET', `/api/organisations/${made.ours}/insights/brands?${days}`)).status).toBe(403);

  const panel = await call('head_office', 'GET', `/api/brands/${made.two}/insights/panel?${days}`);
  expect(panel.body.accounts.map(({ name }: { name: string }) => name)).toEqual(['two-a']);
  const rhythms = panel.body.measures.find(({ metric }: { metric: string }) => metric === 'pushes_by_month');
  expect(rhythms.benchmarks.every(({ unit }: { unit: string }) => unit === 'share_of_accounts')).toBe(true);
  expect((await call('head_office', 'GET', `/api/brands/${made.two}/insights/panel/accounts`)).body).toEqual({ items: [{ id: 'two-a', name: 'two-a' }] });
  expect((await call('head_office', 'GET', `/api/brands/${made.two}/insights/panel?from=2026-02-02&to=2026-02-01`)).status).toBe(422);
  await close();
});
