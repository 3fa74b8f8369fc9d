import { isDeepStrictEqual } from 'node:util';
import { testActor } from '@qingniao/access/testing';
import { appendInTx, eventLog, type IdentityRef, type NewEvent, warehouseEvents, warehouseTables } from '@qingniao/activity';
import { digestId } from '@qingniao/kernel';
import {
  contactChanges, contactsTable, eraseContact, followPeriodChanges, followPeriodsTable, mergeContacts, pastFollowPeriodsTable, peopleProjection,
  resourceFollows, sourceGroups, warehouseContacts, warehouseFollowPeriods,
} from '@qingniao/people';
import { testParts } from '@qingniao/people/testing';
import { createProjectionRunner, type LogSource, type Projection, type ProjectionRunner, type Stores, type Warehouse } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { measure } from './measure.ts';
import type { Period } from './metric.ts';
import { liveSegmentValue } from './segment-value/live-value.ts';
import { emptyCommunity, settle } from './testing.ts';

/** People who live through the front door, and every figure of the catalogue: brought up to date, and counted anew. */

const groups = Object.keys(sourceGroups);
/** Scenes are read as the group they are named after, in an order that can be turned. */
let turned = 0;
const parts = testParts({
  sources: async (_tx, _brandId, facts) => facts.map(({ qrScene }) => ({ group: qrScene ? (groups[(Number(qrScene) + turned) % groups.length] as never) : 'unknown', channelId: null })),
});
const brandId = 1;
let stores: Stores;
let close: () => Promise<void>;
const runners: ProjectionRunner[] = [];
/** What was asked of the warehouse. */
let asked: string[] = [];
let watched: Warehouse;

beforeAll(async () => {
  ({ stores, close } = await testStores({ warehouse: true }));
  const { database, warehouse } = stores;
  for (const table of [...warehouseTables, contactsTable, followPeriodsTable, pastFollowPeriodsTable]) await warehouse.createTable(table);
  const run = <E extends { id: number }>(source: LogSource<E>, projection: Projection<E>) =>
    runners.push(createProjectionRunner({ database, source, projections: [projection], log: silentLog }));
  run(eventLog, peopleProjection(parts));
  run(eventLog, warehouseEvents({ database, warehouse, pace: 0 }));
  run(contactChanges, warehouseContacts(warehouse, parts.secrets));
  run(followPeriodChanges, warehouseFollowPeriods(warehouse));
  watched = { ...warehouse, query: (sql, options) => (asked.push(sql), warehouse.query(sql, options)) };
  const pushes = [60, 200, 340].map((day, index) => ({ id: `p${index}`, asset: 'oa', startedAt: at(day), audience: [], delivered: 40 }));
  await settle(stores, brandId, { ...emptyCommunity(), accounts: ['oa', 'ob'].map((id) => ({ id, observedSince: at(0) })), pushes });
}, 60_000);
afterAll(async () => {
  for (const runner of runners) await runner.stop();
  await close();
});

const at = (day: number, seconds = 0): Date => new Date(Date.UTC(2025, 5, 1) + day * 86_400_000 + seconds * 1000);
const settled = async () => { for (const runner of runners) await runner.drain(); };
const openid = (who: number, assetId: string): IdentityRef => ({ kind: 'openid', assetId, value: `o${assetId}${who}`.padEnd(28, '-') });

let state = 7;
const draw = (below: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((state / 0x80000000) * below);
};

let serial = 0;
function randomEvent(): NewEvent {
  const assetId = draw(3) === 0 ? 'ob' : 'oa';
  const who = openid(draw(40), assetId);
  // A third of everything happens within seconds of where a period, or the 48 hours of a push, begins or ends.
  const when = draw(3) === 0 ? at([214, 214, 60, 62, 200, 202][draw(6)]!, draw(3) - 1 - (draw(2) ? 8 * 3600 : 0)) : at(draw(420), draw(86_400));
  const type = (['follow', 'follow', 'unfollow', 'menu.click', 'menu.view', 'message.text', 'qr.scanned', 'link.clicked', 'article.commented', 'push.targeted'] as const)[draw(10)]!;
  const anonymous = type === 'link.clicked' && draw(4) === 0;
  const props: NewEvent['props'] = type === 'follow' ? { scene: String(draw(6)) }
    : type.startsWith('menu.') ? { menu_key: 'k', menu_category: ['brand', 'ecommerce', 'crm', ''][draw(4)]! }
      : ['link.clicked', 'article.commented', 'push.targeted'].includes(type) ? { push_id: `p${draw(3)}`, variant_id: '1' } : {};
  return { type, at: when, assetId, who: anonymous ? null : who, dedupKey: digestId('test', serial++), props };
}
const live = (events: number) => {
  const brand = stores.database.forBrand(brandId);
  return brand.tx((tx) => appendInTx(tx, brandId, Array.from({ length: events }, randomEvent)));
};
/** Somebody edits which scene is which source. */
function readOtherwise() {
  turned++;
  return stores.database.forBrand(brandId).tx((tx) => resourceFollows(tx, brandId, parts.sources));
}
const somebody = async () => (await stores.database.forBrand(brandId).query<{ id: number }>('select id from contact where brand_id = $1 and erased_at is null order by id', [brandId])).map(({ id }) => id);

const scopes: { period: Period; assetId: string | null }[] = [
  { period: { from: '2026-01-01', to: '2026-12-31' }, assetId: null },
  { period: { from: '2025-07-01', to: '2025-12-31' }, assetId: 'oa' },
  { period: { from: '2025-08-01', to: '2025-08-31' }, assetId: null },
];

/** All others ask PostgreSQL each time. */
const ofPeople = catalogue.filter(({ query }) => query.adds || query.given);

/** Everything as figures, from what is remembered of this warehouse or, given another one, from nothing. */
async function everything(warehouse: Warehouse): Promise<unknown[]> {
  const readers = { brand: stores.database.forBrand(brandId), warehouse };
  const found = [];
  for (const scope of scopes) {
    const { figures } = await measure(readers, ofPeople, { brandId, ...scope });
    found.push(...figures.map(({ metric, cells, missing }) => [metric.id, scope.period.from, cells.map(({ key, numerator, denominator, value, previous }) => [key, numerator, denominator, value, previous]), missing]));
    found.push(['segment value', scope.period.from, await liveSegmentValue(readers, scope.period)]);
  }
  return found;
}
const expectUpToDate = async () => {
  await settled();
  await expectAsAnew();
};
const expectAsAnew = async () => {
  asked = [];
  const current = await everything(watched);
  const anew = await everything({ ...stores.warehouse });
  expect(current.filter((figure, index) => !isDeepStrictEqual(figure, anew[index]))).toEqual(anew.filter((figure, index) => !isDeepStrictEqual(figure, current[index])));
};

/** Questions about everybody, and about the few something happened to. */
const wholes = () => asked.filter((sql) => / from events as |follow_periods as \w+ final/.test(sql)).length;
const few = () => asked.filter((sql) => sql.includes('from few_')).length;

describe('what is remembered', () => {
  it('is what counting everybody anew gives, whatever happened since', async () => {
    await live(400);
    await expectUpToDate();
    expect(wholes()).toBeGreaterThan(20);
    for (let round = 0; round < 3; round++) {
      await live(1 + draw(25));
      if (round === 1) await readOtherwise();
      await expectUpToDate();
      expect([wholes(), few() > 0]).toEqual([0, true]);
    }
  }, 120_000);

  it('is not asked again while nothing happens, and not of those to whom nothing happened', async () => {
    await expectUpToDate();
    asked = [];
    await everything(watched);
    expect([wholes(), few()]).toEqual([0, 0]);
    await stores.database.forBrand(brandId).tx((tx) => appendInTx(tx, brandId, [{ ...randomEvent(), type: 'location.reported' }]));
    await expectUpToDate();
    expect([wholes(), few()]).toEqual([0, 0]);
  }, 60_000);

  it('says what the copies say while PostgreSQL is ahead of them', async () => {
    await live(30);
    await expectUpToDate();
    await live(15);
    await settled();
    await stores.database.system.tx(async (tx) => {
      // The forwarder passes by what somebody holds.
      await tx.query("select 1 from projection_cursor where name = 'warehouse_follow_periods' for share");
      await live(25);
      for (const runner of runners.slice(0, 3)) await runner.drain();
      await expectAsAnew();
      expect([wholes(), few() > 0]).toEqual([0, true]);
    });
    await expectUpToDate();
  }, 60_000);

  it('is counted anew when people became others, and when nobody knows what lay between', async () => {
    const brand = stores.database.forBrand(brandId);
    const [first, second, third] = await somebody();
    await brand.tx((tx) => mergeContacts(tx, brandId, first!, second!, null, 'test', parts.sources));
    await expectUpToDate();
    expect(wholes()).toBeGreaterThan(20);
    await live(10);
    await expectUpToDate();
    expect(wholes()).toBe(0);
    await eraseContact(brand, third!, { actor: testActor('owner'), brand }, parts);
    await expectUpToDate();
    expect(wholes()).toBeGreaterThan(20);
    await runners[3]!.rebuild();
    await live(5);
    await expectUpToDate();
    expect(wholes()).toBeGreaterThan(20);
  }, 120_000);
});
