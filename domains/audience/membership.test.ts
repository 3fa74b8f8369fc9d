import { appendInTx, eventLog, type IdentityRef, type NewEvent } from '@qingniao/activity';
import { testActor } from '@qingniao/access/testing';
import { DEFAULT_ZONE, followClock, localDay } from '@qingniao/kernel';
import { contactCopies, eraseContact, mergeContacts, peopleProjection, setProfile, unmerge } from '@qingniao/people';
import { contactOf, happened, openid, project, testParts, testSecrets } from '@qingniao/people/testing';
import { createProjectionRunner, type BrandDatabase, type Stores } from '@qingniao/storage';
import { silentLog, testStores } from '@qingniao/storage/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describes, type World, type WorldEvent } from './oracle/testing.ts';
import { noteNewLists } from './membership/sizes.ts';
import type { Audience } from './open.ts';
import type { Rule, RuleNode } from './rule/types.ts';
import { giveBackAbandoned } from './publish.ts';
import { archiveSegment, cancelPublishing, changeSegment, createList, createSegment, publishSegment, readSegment, sizeHistory } from './segments.ts';
import { forward, makeWarehouseTables, publishNow, settleAudience, testAudience } from './testing.ts';

const BRAND = 1;
const START = Date.UTC(2026, 2, 2, 4) / 1000;
const HOUR = 3600;
const parts = testParts();

let stores: Stores;
let close: () => Promise<void>;
let db: BrandDatabase;
let audience: Audience;
let now = START;
let restoreClock: () => void;

beforeEach(async () => {
  ({ stores, close } = await testStores({ warehouse: true }));
  now = START;
  restoreClock = followClock(() => now * 1000);
  db = stores.database.forBrand(BRAND);
  await makeWarehouseTables(stores);
  audience = testAudience(stores);
}, 60_000);
afterEach(async () => {
  await audience.close();
  restoreClock();
  await close();
});

const ofRule = (root: RuleNode): Rule => ({ version: 1, root });
const tapped = (op: 'at_least' | 'at_most' | 'exactly', n: number, hours: number): RuleNode =>
  ({ type: 'event', event: { types: ['menu.click'] }, period: { type: 'last', n: hours, unit: 'hour' }, count: { op, n } });

const append = (...events: NewEvent[]) => db.tx((tx) => appendInTx(tx, BRAND, events));
const act = (type: NewEvent['type'], who: IdentityRef, second: number, props: NewEvent['props'] = {}) => happened(type, who, 0, props, { at: new Date(second * 1000) });

async function create(name: string, root: RuleNode): Promise<string> {
  return (await db.tx((tx) => createSegment(tx, BRAND, { name, rule: ofRule(root) }, 'test'))).id;
}

async function membersOf(segmentId: string): Promise<number[]> {
  const rows = await db.query<{ id: number }>('select contact_id as id from segment_member where brand_id = 1 and segment_id = $1 order by contact_id', [segmentId]);
  return rows.map(({ id }) => id);
}

/** Everything as the plain reading of the rule wants it. */
async function worldNow(): Promise<World> {
  const contacts = await db.query<{ id: number }>('select id from contact where brand_id = 1');
  const copies = await contactCopies(db, BRAND, contacts.map(({ id }) => id), testSecrets);
  const identities = await db.query<{ id: number; contact: number }>('select id, contact_id as contact from identity where brand_id = 1');
  return {
    events: await db.query<WorldEvent & Record<string, unknown>>('select id, type, at, asset_id as "assetId", identity_id as "identityId", props from event where brand_id = 1'),
    contactOf: new Map(identities.map(({ id, contact }) => [id, contact])), contacts: new Map(copies.map((copy) => [copy.contact_id, copy])), segments: new Map(), channels: [], zone: DEFAULT_ZONE,
  };
}

async function settle(): Promise<void> {
  await project(stores.database, parts);
  await settleAudience(audience);
}

/** Ann, and a segment that will have her once it is published. */
async function oneWhoTapped(): Promise<{ ann: IdentityRef; tappers: string }> {
  const ann = openid('ann');
  await append(act('follow', ann, START - HOUR), act('menu.click', ann, START - 100));
  await project(stores.database, parts);
  await forward(stores);
  const tappers = await create('tappers', tapped('at_least', 1, 1));
  return { ann, tappers };
}

it('over 72 hours no minute of any membership is wrong', async () => {
  let state = 7;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
  const people = Array.from({ length: 8 }, (_, n) => openid(`p${n}`));
  const rules: Record<string, RuleNode> = {
    'tapped in 48 hours': tapped('at_least', 1, 48),
    'twice in 6 hours': tapped('at_least', 2, 6),
    'quiet for 48 hours': tapped('at_most', 0, 48),
    'once, and wrote': { type: 'all', nodes: [tapped('exactly', 1, 12), { type: 'event', event: { types: ['message.text'] }, period: { type: 'last', n: 90, unit: 'minute' }, count: { op: 'at_least', n: 1 } }] },
    'tap, then text': { type: 'sequence', steps: [{ types: ['menu.click'] }, { types: ['message.text'] }], within: { n: 30, unit: 'minute' }, period: { type: 'last', n: 5, unit: 'hour' } },
    'left and did not come back': { type: 'not', node: { type: 'occurrence', which: 'last', event: { types: ['message.text'] }, period: { type: 'last', n: 3, unit: 'hour' } } },
    'birthday today or tomorrow': { type: 'profile', field: 'birthday', op: 'coming', days: 1 },
  };
  await append(...people.map((who) => act('follow', who, START - 100 * HOUR)), ...people.slice(0, 4).map((who, n) => act('menu.click', who, START - (n * 12 + 1) * HOUR)));
  await project(stores.database, parts);
  for (const [n, who] of people.entries()) {
    const birthday = `1990-${localDay(new Date((START + n * 12 * HOUR) * 1000)).slice(5)}`;
    await db.tx(async (tx) => setProfile(tx, BRAND, await contactOf(db, who), { birthday }, { source: 'form', purpose: null, by: null }, parts.secrets));
  }
  await forward(stores);
  const ids = new Map<string, string>();
  for (const [name, root] of Object.entries(rules)) ids.set(name, await create(name, root));
  for (const id of ids.values()) await publishNow(stores, BRAND, id);
  const contactIds = await Promise.all(people.map((who) => contactOf(db, who)));
  const started = new Map(await Promise.all([...ids].map(async ([name, id]) => [name, new Set(await membersOf(id))] as const)));

  // Callbacks at uneven seconds, in bursts; the clock also moves where nothing happens, sometimes by hours at once.
  const end = START + 72 * HOUR;
  while (now < end) {
    now = Math.min(end, now + (below(10) === 0 ? below(5 * HOUR) : below(25 * 60)) + 1);
    if (below(4) > 0) await append(...Array.from({ length: 1 + below(2) }, () => act(below(3) === 0 ? 'message.text' : 'menu.click', people[below(people.length)]!, now)));
    await settle();
  }

  const world = await worldNow();
  const wrong: string[] = [];
  let changes = 0;
  for (const [name, id] of ids) {
    const moves = await db.query<{ contact_id: number; at: Date; entered: boolean }>('select contact_id, at, entered from segment_move where brand_id = 1 and segment_id = $1 order by at', [id]);
    changes += moves.length;
    for (const contactId of contactIds) {
      const own = { ...world, events: world.events.filter(({ identityId }) => identityId !== null && world.contactOf.get(identityId) === contactId) };
      const mine = moves.filter((move) => move.contact_id === contactId);
      let member = started.get(name)!.has(contactId);
      for (let minute = START; minute <= end; minute += 60) {
        while (mine.length > 0 && mine[0]!.at.getTime() <= minute * 1000) member = mine.shift()!.entered;
        if (member !== describes(own, ofRule(rules[name]!), contactId, minute)) wrong.push(`${name}: ${contactId} at ${minute - START}`);
      }
    }
    expect(await membersOf(id)).toEqual(contactIds.filter((contactId) => describes(world, ofRule(rules[name]!), contactId, end)));
    expect((await readSegment(db, BRAND, id)).size).toBe((await membersOf(id)).length);
  }
  expect(wrong).toEqual([]);
  expect(changes).toBeGreaterThan(100);
}, 180_000);

it('follows what people state, merges and erasures, and forgets nothing that happens while it is being published', async () => {
  const [ann, bob, cay, dan] = ['ann', 'bob', 'cay', 'dan'].map((name) => openid(name)) as [IdentityRef, IdentityRef, IdentityRef, IdentityRef];
  await append(...[ann, bob, cay, dan].map((who) => act('follow', who, START - HOUR)), act('menu.click', ann, START - 100), act('menu.click', dan, START - 50));
  await project(stores.database, parts);
  await forward(stores);
  // The warehouse hears nothing of these: publishing reads them from the log.
  await append(act('menu.click', bob, START - 10), act('menu.click', ann, START - 5));
  await project(stores.database, parts);
  const twice = await create('twice', tapped('at_least', 2, 1));
  const inShanghai = await create('Shanghai', { type: 'all', nodes: [tapped('at_least', 1, 1), { type: 'profile', field: 'city', op: 'equals', value: '上海' }] });
  for (const id of [twice, inShanghai]) await publishNow(stores, BRAND, id);
  const [annId, bobId, cayId, danId] = await Promise.all([ann, bob, cay, dan].map((who) => contactOf(db, who))) as [number, number, number, number];
  expect([await membersOf(twice), await membersOf(inShanghai)]).toEqual([[annId], []]);

  await db.tx((tx) => setProfile(tx, BRAND, bobId, { city: '上海' }, { source: 'form', purpose: null, by: null }, parts.secrets));
  await settle();
  expect(await membersOf(inShanghai)).toEqual([bobId]);

  // One person: their taps together are two.
  const { mergeId } = await db.tx((tx) => mergeContacts(tx, BRAND, bobId, danId, null, 'test', parts.sources));
  await settle();
  expect(await membersOf(twice)).toEqual([annId, bobId]);
  await db.tx((tx) => unmerge(tx, BRAND, mergeId, 'test', parts.sources));
  await settle();
  expect(await membersOf(twice)).toEqual([annId]);

  await eraseContact(db, annId, { actor: testActor('owner'), brand: db }, parts);
  await settle();
  expect(await membersOf(twice)).toEqual([]);
  expect((await readSegment(db, BRAND, twice)).size).toBe(0);

  // A second before, and at the very second, an hour after the first of the two taps.
  await append(act('menu.click', cay, START), act('menu.click', cay, START));
  await settle();
  expect(await membersOf(twice)).toEqual([cayId]);
  now = START + HOUR - 1;
  await settle();
  expect(await membersOf(twice)).toEqual([cayId]);
  now = START + HOUR;
  await settle();
  expect(await membersOf(twice)).toEqual([]);
  const [left] = await db.query<{ at: Date }>('select at from segment_move where brand_id = 1 and segment_id = $1 and contact_id = $2 and not entered', [twice, cayId]);
  expect(left!.at).toEqual(new Date((START + HOUR) * 1000));
});

it('a live segment keeps its members until its new rule is published; who asks about it follows, and it cannot be archived meanwhile', async () => {
  const [ann, bob] = [openid('ann'), openid('bob')] as [IdentityRef, IdentityRef];
  await append(act('follow', ann, START - HOUR), act('follow', bob, START - HOUR), act('menu.click', ann, START - 100));
  await project(stores.database, parts);
  await forward(stores);
  const [annId, bobId] = await Promise.all([contactOf(db, ann), contactOf(db, bob)]);
  const tappers = await create('tappers', tapped('at_least', 1, 1));
  const others = await create('others', { type: 'not', node: { type: 'segment', segmentId: tappers } });
  await expect(publishNow(stores, BRAND, others)).rejects.toMatchObject({ code: 'segment_asks_unpublished' });
  for (const id of [tappers, others]) await publishNow(stores, BRAND, id);
  expect([await membersOf(tappers), await membersOf(others)]).toEqual([[annId], [bobId]]);

  await db.tx((tx) => changeSegment(tx, BRAND, tappers, { rule: ofRule(tapped('at_most', 0, 1)) }));
  await append(act('menu.click', bob, START));
  await settle();
  expect([await membersOf(tappers), await membersOf(others)]).toEqual([[annId, bobId], []]);
  await publishNow(stores, BRAND, tappers);
  expect(await readSegment(db, BRAND, tappers)).toMatchObject({ state: 'live', liveVersion: 2, size: 0, jobId: null });
  expect([await membersOf(tappers), await membersOf(others)]).toEqual([[], [annId, bobId]]);
  now = START + HOUR;
  await settle();
  expect([await membersOf(tappers), await membersOf(others)]).toEqual([[annId, bobId], []]);

  // Who asks about it is published anew by the rule that was published, not by what is drafted.
  await db.tx((tx) => changeSegment(tx, BRAND, others, { rule: ofRule({ type: 'all', nodes: [{ type: 'segment', segmentId: tappers }, tapped('at_least', 9, 1)] }) }));
  await db.tx((tx) => changeSegment(tx, BRAND, tappers, { rule: ofRule(tapped('at_least', 1, 1)) }));
  await publishNow(stores, BRAND, tappers);
  expect([await membersOf(tappers), await membersOf(others)]).toEqual([[], [annId, bobId]]);
  expect(await readSegment(db, BRAND, others)).toMatchObject({ version: 2, liveVersion: 1, state: 'live', jobId: null });

  await expect(db.tx((tx) => changeSegment(tx, BRAND, tappers, { rule: ofRule({ type: 'segment', segmentId: others }) }))).rejects.toMatchObject({ code: 'segment_cycle' });
  await expect(db.tx((tx) => archiveSegment(tx, BRAND, tappers))).rejects.toMatchObject({ code: 'segment_used' });
  await db.tx((tx) => archiveSegment(tx, BRAND, others));
  await db.tx((tx) => archiveSegment(tx, BRAND, tappers));
  expect(await membersOf(tappers)).toEqual([]);
});

it('a publication that ended without a word is given back, and can be made anew', async () => {
  const { ann, tappers } = await oneWhoTapped();
  await publishNow(stores, BRAND, tappers);
  // As a process that dies while it exchanges the members, in the last try.
  const jobIs = (state: string) => db.query('update job set state = $2 where brand_id = 1 and key = $1', [tappers, state]);
  await db.query('update segment set exchanging = true, job_id = (select id from job where brand_id = 1 and key = $1) where brand_id = 1 and id = $1', [tappers]);
  await jobIs('running');
  await giveBackAbandoned(stores.database);
  expect(await readSegment(db, BRAND, tappers)).toMatchObject({ state: 'live', jobId: expect.any(String) });
  await expect(db.tx((tx) => publishSegment(tx, stores.jobs, BRAND, tappers))).rejects.toMatchObject({ code: 'segment_publishing' });
  await jobIs('failed');
  await giveBackAbandoned(stores.database);
  expect(await readSegment(db, BRAND, tappers)).toMatchObject({ state: 'failed', jobId: null });
  expect(await membersOf(tappers)).toEqual([]);
  await publishNow(stores, BRAND, tappers);
  expect(await membersOf(tappers)).toEqual([await contactOf(db, ann)]);
});

it('a publication can be cancelled while it asks; the next one is whole', async () => {
  await audience.close();
  const { ann, tappers } = await oneWhoTapped();
  let cancels = 1;
  const { warehouse } = stores;
  const interrupted: Stores = {
    ...stores,
    warehouse: {
      ...warehouse,
      async *stream(sql, options) {
        if (cancels-- > 0) await cancelPublishing(stores.jobs, db, tappers);
        yield* warehouse.stream(sql, options) as AsyncGenerator<never>;
      },
    },
  };
  audience = testAudience(interrupted);
  await expect(publishNow(stores, BRAND, tappers)).rejects.toThrow('cancelled');
  expect(await readSegment(db, BRAND, tappers)).toMatchObject({ state: 'draft', jobId: null, liveVersion: null });
  // At once, while the cancelled one may still be tidying up.
  await publishNow(stores, BRAND, tappers);
  expect(await readSegment(db, BRAND, tappers)).toMatchObject({ state: 'live', size: 1 });
  expect(await membersOf(tappers)).toEqual([await contactOf(db, ann)]);
});

it('between a try that failed and the next one a publication can be cancelled, and nothing comes of it any more', async () => {
  await audience.close();
  const { ann, tappers } = await oneWhoTapped();
  let failures = 1;
  const { warehouse } = stores;
  audience = testAudience({
    ...stores,
    warehouse: {
      ...warehouse,
      async *stream(sql, options) {
        if (failures-- > 0) throw new Error('the warehouse is away');
        yield* warehouse.stream(sql, options) as AsyncGenerator<never>;
      },
    },
  });
  const { jobId } = await db.tx((tx) => publishSegment(tx, stores.jobs, BRAND, tappers));
  const jobNow = async () => (await stores.jobs.find(BRAND, [jobId]))[0]!;
  await expect.poll(async () => (await jobNow()).lastError, { timeout: 20_000 }).not.toBeNull();
  expect(await readSegment(db, BRAND, tappers)).toMatchObject({ state: 'publishing', jobId });
  await expect(db.tx((tx) => publishSegment(tx, stores.jobs, BRAND, tappers))).rejects.toMatchObject({ code: 'segment_publishing' });

  await cancelPublishing(stores.jobs, db, tappers);
  await stores.jobs.idle();
  expect(await jobNow()).toMatchObject({ state: 'cancelled' });
  expect(await readSegment(db, BRAND, tappers)).toMatchObject({ state: 'draft', jobId: null });
  await publishNow(stores, BRAND, tappers);
  expect(await membersOf(tappers)).toEqual([await contactOf(db, ann)]);
});

it('a brand with nothing but a list has its size day by day', async () => {
  const ann = openid('ann');
  await append(act('follow', ann, START - HOUR));
  await project(stores.database, parts);
  const { id } = await db.tx(async (tx) => createList(tx, BRAND, { name: 'named', identityIds: [await contactOf(db, ann)] }, 'test'));
  const { database, timers } = stores;
  await noteNewLists(database, timers);
  for (let day = 1; day <= 2; day++) {
    now = START + day * 24 * HOUR;
    await timers.runDue();
  }
  expect((await sizeHistory(db, BRAND, id, '2026-03-01')).map(({ day, size }) => [day, size])).toEqual([['2026-03-02', 1], ['2026-03-03', 1]]);
});

it('nobody leaves or comes while contacts are derived anew; what happens and falls due meanwhile takes effect afterwards, at its own second', async () => {
  const people = ['ann', 'bob', 'cay'].map((name) => openid(name));
  const [ann, bob, cay] = people as [IdentityRef, IdentityRef, IdentityRef];
  await append(...people.map((who) => act('follow', who, START - 2 * HOUR)), ...people.map((who) => act('menu.click', who, START - 100)), act('message.text', ann, START - 100), act('order.paid', ann, START - 50));
  let halfWay = () => {};
  let goOn = Promise.resolve();
  const projection = peopleProjection(parts);
  let applied = 0;
  const runner = createProjectionRunner({
    database: stores.database, source: eventLog, log: silentLog,
    projections: [{ ...projection, batch: 2, async apply(tx, events) {
      await projection.apply(tx, events);
      if (++applied === 2) halfWay();
      if (applied > 2) await goOn;
    } }],
  });
  await runner.drain();
  await forward(stores);
  const tappers = await create('tappers', tapped('at_least', 1, 1));
  const customers = await create('customers', { type: 'stage', stages: ['new'] });
  const writers = await create('writers', { type: 'event', event: { types: ['message.text'] }, period: { type: 'last', n: 1, unit: 'hour' }, count: { op: 'at_least', n: 1 } });
  for (const id of [tappers, customers, writers]) await publishNow(stores, BRAND, id);
  const [annId, bobId, cayId] = await Promise.all(people.map((who) => contactOf(db, who))) as [number, number, number];
  const all = async () => [await membersOf(tappers), await membersOf(customers), await membersOf(writers)];
  const before = [[annId, bobId, cayId], [annId], [annId]];
  expect(await all()).toEqual(before);

  let release = () => {};
  applied = 0;
  goOn = new Promise((resolve) => (release = resolve));
  const half = new Promise<void>((resolve) => (halfWay = resolve));
  const rebuilt = runner.rebuild();
  await half;
  now = START + HOUR - 10;
  await append(act('message.text', bob, now), act('menu.click', cay, now));
  await audience.runDue();
  const publication = publishNow(stores, BRAND, customers);
  // As long as the lanes could have judged the half of them that is there, had they not waited.
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await all()).toEqual(before);
  expect(await db.query('select contact_id from segment_move where brand_id = 1')).toEqual([]);
  expect((await readSegment(db, BRAND, tappers)).size).toBe(3);

  release();
  await rebuilt;
  await publication;
  await runner.drain();
  await settleAudience(audience);
  expect(await all()).toEqual([[cayId], [annId], [bobId]]);
  const moves = await db.query<{ segment: string; who: number; at: Date; entered: boolean }>('select segment_id as segment, contact_id as who, at, entered from segment_move where brand_id = 1');
  const told = moves.map(({ segment, who, at, entered }) => `${who} ${entered ? 'comes to' : 'leaves'} ${segment === tappers ? 'tappers' : 'writers'} ${at.getTime() / 1000 - START}`);
  expect(told.sort()).toEqual([
    '1 leaves tappers 3500', '1 leaves writers 3500', '2 comes to writers 3590', '2 leaves tappers 3500', '3 comes to tappers 3590', '3 leaves tappers 3500',
  ]);
  expect((await readSegment(db, BRAND, customers)).size).toBe(1);
  await runner.stop();
});
