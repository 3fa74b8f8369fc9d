import { testApp } from '@qingniao/access/testing';
import { followClock } from '@qingniao/kernel';
import { stageOrder, type Stage } from '@qingniao/people';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { segmentValueRoutes } from './routes.ts';
import { segmentExample } from './segment-value.ts';

let stores: Stores;
let close: () => Promise<void>;
let routes: Awaited<ReturnType<typeof testApp>>;
let restore: () => void;
beforeAll(async () => {
  restore = followClock(() => Date.parse('2026-06-01T00:00:00Z'));
  ({ stores, close } = await testStores({ warehouse: true }));
  routes = await testApp(stores.database, (app) => app.register(segmentValueRoutes, { prefix: '/api/brands/:brandId', warehouse: stores.warehouse }));
});
afterAll(async () => {
  await routes.close();
  await close();
  restore();
});

let id = 0;
/** A person by their moves: day and stage. */
async function person(brand: BrandDatabase, moves: [string, Stage][], erased = false): Promise<void> {
  const contactId = ++id;
  await brand.query(
    `insert into contact (brand_id, id, created_at, first_seen_at, subscribed, source_group, stage, stage_since, stage_counts, tags, erased_at, revision)
     values ($1, $2, $3, $3, true, 'qr', $4, $3, '{}', '{}', $5, $2)`, [brand.brandId, contactId, moves[0]![0], moves.at(-1)![1], erased ? moves[0]![0] : null]);
  let from: Stage | null = null;
  for (const [at, to] of moves) {
    await brand.query('insert into stage_move (brand_id, contact_id, event_id, at, from_stage, to_stage) values ($1, $2, $3, $4, $5, $6)',
      [brand.brandId, contactId, ++id, at, from, to]);
    from = to;
  }
}

const march = 'from=2026-03-01&to=2026-03-31';
const live = async (brandId: number, query = march) => (await routes.call('viewer', 'GET', `/api/brands/${brandId}/insights/segment-value?${query}`)).body;

describe('conversions over a period', () => {
  const at = { before: '2026-02-01T00:00:00Z', first: '2026-02-28T16:00:00Z', mid: '2026-03-15T00:00:00Z', last: '2026-03-31T15:59:59Z', after: '2026-03-31T16:00:00Z' };
  it('count everybody who was in the stage, and who left it forwards, to the second of Shanghai', async () => {
    const brand = stores.database.forBrand(1);
    await person(brand, [[at.before, 'lead']]); // stays
    await person(brand, [[at.before, 'lead'], [at.first, 'prospect']]); // converts in the first second
    await person(brand, [[at.mid, 'lead'], [at.last, 'prospect']]); // arrives and converts in the last
    await person(brand, [[at.before, 'lead'], [at.after, 'prospect']]); // converts too late
    await person(brand, [[at.before, 'lead'], [at.before, 'prospect']]); // was no lead any more
    await person(brand, [[at.after, 'lead']]); // comes too late
    await person(brand, [[at.mid, 'lead'], [at.mid, 'prospect']], true); // erased
    const { conversions } = await live(1);
    expect(conversions.map(({ exposed, converted }: { exposed: number; converted: number }) => [exposed, converted])).toEqual([[4, 2], [3, 0], [0, 0], [0, 0]]);
    expect(conversions[0]).toMatchObject({ rate: 0.5, from: 'measured', thin: true });
    expect(conversions[0].interval.low).toBeCloseTo(0.15, 2);
  });

  it('let who jumps a stage pass through it, and count a step back as no conversion', async () => {
    const brand = stores.database.forBrand(2);
    await person(brand, [[at.before, 'lead'], [at.mid, 'recurring']]);
    await person(brand, [[at.before, 'lead'], [at.before, 'new'], [at.mid, 'prospect']]); // a refund
    const { conversions } = await live(2);
    expect(conversions.map(({ exposed, converted }: { exposed: number; converted: number }) => [exposed, converted])).toEqual([[1, 1], [2, 1], [2, 1], [0, 0]]);
  });
});

it('the brand’s own value: measured where it can be, stated where not, its gaps said', async () => {
  const brand = stores.database.forBrand(4);
  const stages = { lead: 6, prospect: 2, new: 1, recurring: 1 };
  for (const stage of stageOrder) for (let n = 0; n < stages[stage]; n++) await person(brand, [['2026-04-02T00:00:00Z', stage]]);
  const empty = await live(4);
  expect(empty).toMatchObject({ totalFen: null, people: 10 });
  expect(empty.rows.map(({ peoplePercent }: { peoplePercent: number }) => peoplePercent)).toEqual([60, 20, 10, 10]);
  expect(empty.notes).toHaveLength(2);

  const settings = { purchases: { firstFen: 500_000, newFen: null, recurringFen: 450_000 }, rates: { lead: 0.5, prospect: 0.1, new: null, recurring: 0.2 } };
  const url = '/api/brands/4/insights/segment-value/settings';
  expect((await routes.call('viewer', 'PUT', url, settings)).status).toBe(403);
  expect((await routes.call('marketer', 'PUT', url, settings)).body).toEqual(settings);
  expect((await routes.call('viewer', 'GET', url)).body).toEqual(settings);
  const stated = await live(4);
  expect(stated.rows.map(({ valueFen }: { valueFen: number | null }) => valueFen)).toEqual([150_000, 100_000, null, 90_000]);
  expect(stated.conversions.map(({ from }: { from: string | null }) => from)).toEqual(['stated', 'stated', null, 'stated']);
  // In April nobody left their stage: measured now, at nought, and said to be thin.
  const april = await live(4, 'from=2026-04-01&to=2026-04-30');
  expect(april.conversions[0]).toMatchObject({ exposed: 6, converted: 0, rate: 0, from: 'measured', thin: true });
  expect(april.rows[0]).toMatchObject({ valueFen: 0, lowFen: 0 });
  expect(april.rows[0].highFen).toBeGreaterThan(0);
  const [line] = await brand.query('select action, after from audit_entry where brand_id = 4');
  expect(line).toEqual({ action: 'segment_value.changed', after: settings });
});

it('previews the worked example over HTTP', async () => {
  const { body } = await routes.call('viewer', 'POST', '/api/brands/1/insights/segment-value/preview', segmentExample);
  expect([body.totalFen, body.rows.map(({ rank }: { rank: number }) => rank)]).toEqual([286_750_000, [3, 1, 2, 4]]);
  expect((await routes.call('viewer', 'GET', '/api/brands/1/insights/segment-value/example')).body.totalFen).toBe(286_750_000);
});
