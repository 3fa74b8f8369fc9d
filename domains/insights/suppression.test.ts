import { testApp } from '@qingniao/access/testing';
import { createSecrets, followClock } from '@qingniao/kernel';
import type { Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { stageOrder, type Stage } from '@qingniao/people';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planPresets } from './planner/inputs.ts';
import { insightRoutes } from './routes.ts';
import { emptyCommunity, makeTables, settle } from './testing.ts';

/** What head office may not read, asked for by every way that is not a figure of the catalogue (those: report/routes.test.ts). */
let stores: Stores;
let close: () => Promise<void>;
let routes: Awaited<ReturnType<typeof testApp>>;
const restore = followClock(() => Date.parse('2024-03-20T12:00:00+08:00'));
const at = (day: string) => new Date(`${day}T12:00:00+08:00`);
const people = (counts: Partial<Record<Stage, number>>, first: number) => stageOrder.flatMap((stage) => Array.from({ length: counts[stage] ?? 0 }, () => ({ stage }))).map(({ stage }, each) => ({
  id: first + each, source: 'qr' as const, moves: [{ at: at('2024-01-05'), to: stage }], told: [], accounts: {}, erased: false,
}));

beforeAll(async () => {
  let opened;
  ({ stores, close } = opened = await testStores({ warehouse: true }));
  await makeTables(opened.stores);
  routes = await testApp(stores.database, (app) => app.register(insightRoutes, { prefix: '/api/brands/:brandId', warehouse: stores.warehouse, secrets: createSecrets(randomBytes(32)) }));
  await settle(stores, 1, { ...emptyCommunity(), people: people({ lead: 100, prospect: 40, new: 12, recurring: 9 }, 1) });
  await settle(stores, 2, { ...emptyCommunity(), people: people({ lead: 100, prospect: 40, new: 12, recurring: 10 }, 1) });
}, 60_000);
afterAll(async () => {
  await routes.close();
  await close();
  restore();
});

const whole = 'from=2024-01-01&to=2024-02-29';

describe('segment value', () => {
  const live = async (role: 'head_office' | 'viewer', brandId: number) => (await routes.call(role, 'GET', `/api/brands/${brandId}/insights/segment-value?${whole}`)).body;
  const peopleOf = ({ rows }: { rows: { people: number | null; suppressed?: string }[] }) => rows.map((row) => row.suppressed ?? row.people);

  it('nine people hide their stage and the next smallest, and all money', async () => {
    expect(peopleOf(await live('viewer', 1))).toEqual([100, 40, 12, 9]);
    const read = await live('head_office', 1);
    expect(peopleOf(read)).toEqual([100, 40, 'complement', 'small']);
    expect(read.rows[3]).toEqual({ stage: 'recurring', people: null, valueFen: null, lowFen: null, highFen: null, peoplePercent: null, moneyPercent: null, rank: null, formula: null, suppressed: 'small' });
    expect(read).toMatchObject({ people: 161, totalFen: null, notes: [{ en: 'A stage or a conversion has under ten people, so money is not shown.' }] });
  });

  it('ten hide nothing', async () => {
    expect(peopleOf(await live('head_office', 2))).toEqual([100, 40, 12, 10]);
  });

  it('are of the period’s end: who moved today shows to whoever may see people', async () => {
    const brand = stores.database.forBrand(2);
    await brand.query(`insert into stage_move (brand_id, contact_id, event_id, at, from_stage, to_stage) values (2, 101, 4000, '2024-03-20Z', 'prospect', 'new')`);
    expect(peopleOf(await live('viewer', 2))).toEqual([100, 39, 13, 10]);
    expect(peopleOf(await live('head_office', 2))).toEqual([100, 40, 12, 10]);
  });

  it('so do conversions of nine, and what is computed from them', async () => {
    const brand = stores.database.forBrand(2);
    const move = (id: number) => brand.query(`insert into stage_move (brand_id, contact_id, event_id, at, from_stage, to_stage) values (2, $1, $2, '2024-02-10Z', 'lead', 'prospect')`, [id, 5000 + id]);
    for (let id = 1; id <= 9; id++) await move(id);
    const read = await live('head_office', 2);
    expect(read.conversions[0]).toMatchObject({ stage: 'lead', exposed: null, converted: null, rate: null, interval: null, suppressed: 'small' });
    expect(read.rows.map(({ formula }: { formula: unknown }) => formula)).toEqual([null, null, null, null]);
    await move(10);
    expect((await live('head_office', 2)).conversions[0]).toMatchObject({ exposed: 100, converted: 10 });
  });
});

it('a plan’s progress: no week of under ten, none that is not over, no running total that tells of one', async () => {
  const brand = stores.database.forBrand(3);
  await brand.query(
    `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
     values (3, 'oa', 'service', 'n', 'wx3', '', '', '', 'safe', 'current', 'connected', '2023-06-01Z', '2023-06-01Z', '{}')`);
  let id = 0;
  const follow = async (day: string, times: number) => {
    for (let n = 0; n < times; n++) await brand.query(
      `insert into follow_period (brand_id, identity_id, event_id, asset_id, followed_at, observed, source_group, revision) values (3, $1, $1, 'oa', $2, true, 'qr', $1)`, [++id, at(day)]);
  };
  // Mondays; the week of 26 February ends in March.
  for (const [day, times] of [['2024-01-01', 30], ['2024-01-08', 10], ['2024-01-15', 12], ['2024-02-26', 40], ['2024-03-11', 50]] as const) await follow(day, times);
  const { body: plan } = await routes.call('marketer', 'POST', '/api/brands/3/insights/plans', { name: '2024', assetId: null, startDay: '2024-01-01', inputs: planPresets[0]!.inputs });
  const progress = async (role: 'head_office' | 'viewer') => (await routes.call(role, 'GET', `/api/brands/3/insights/plans/${plan.id}/progress`)).body;
  type Week = { followed: number | null; suppressed?: string; netTotal: number | null };
  const weeks = ({ weeks: all }: { weeks: Week[] }) => all.slice(0, 12).map(({ followed, suppressed }) => suppressed ?? followed);

  expect(weeks(await progress('viewer'))).toEqual([30, 10, 12, 0, 0, 0, 0, 0, 40, 0, 50, 0]);
  const ended = await progress('head_office');
  expect(weeks(ended)).toEqual([30, 10, 12, 0, 0, 0, 0, 0, null, null, null, null]);
  expect(ended).toMatchObject({ asOf: '2024-02-29', net: 92 });
  expect(ended.weeks[2].netTotal).toBe(52);

  await follow('2024-01-22', 9);
  const small = await progress('head_office');
  expect(weeks(small)).toEqual([30, 'complement', 12, 'small', 0, 0, 0, 0, null, null, null, null]);
  expect(small.weeks.every(({ netTotal }: Week) => netTotal === null)).toBe(true);
  expect(small.net).toBe(101);
});

it.each(['figures?', 'figures/paid_share.csv?', 'report?', 'segment-value?', 'panel?'])('%s: head office asks for whole months that have ended', async (path) => {
  const status = async (role: 'head_office' | 'viewer', period: string) => (await routes.call(role, 'GET', `/api/brands/1/insights/${path}${period}`)).status;
  expect(await status('head_office', whole)).toBe(200);
  expect(await status('head_office', 'from=2024-01-01&to=2024-02-28')).toBe(422);
  expect(await status('head_office', 'from=2024-03-01&to=2024-03-31')).toBe(422);
  expect(await status('viewer', 'from=2024-01-01&to=2024-02-28')).toBe(200);
});
