import { appendInTx, identityKey, resolveIdentities, type IdentityRef, type NewEvent } from '@qingniao/activity';
import { followClock } from '@qingniao/kernel';
import { contactCopies, createTag, eraseContact, mergeContacts, recordConsent, setProfile, tagContacts, unmerge } from '@qingniao/people';
import { happened, openid, project, testParts, testSecrets } from '@qingniao/people/testing';
import { testActor } from '@qingniao/access/testing';
import type { Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describes, type World, type WorldEvent } from './oracle/testing.ts';
import { spansOf } from './person/judge.ts';
import { needsOf } from './person/needs.ts';
import { readFacts } from './person/read-facts.ts';
import { changeAfter, holdsAt } from './person/spans.ts';
import { checkRule } from './rule/check.ts';
import { secondsOf } from './rule/durations.ts';
import { resolveRule } from './rule/resolve.ts';
import type { EventPattern, Period, PropertyFilter, Rule, RuleNode } from './rule/types.ts';
import { walk } from './rule/walk.ts';
import { createList, createSegment } from './segments.ts';
import { forward, makeWarehouseTables } from './testing.ts';
import { idsDescribed, momentsDue, questionOf } from './warehouse/ask.ts';

const PEOPLE = 40;
const RULES = Number(process.env['QINGNIAO_ORACLE_RULES'] ?? 150);
/** Monday morning; the community's story lies in the hours before and a little after. */
const NOON = Date.UTC(2026, 2, 2, 4) / 1000;
const HOUR = 3600;

let stores: Stores;
let close: () => Promise<void>;
let restoreClock: () => void;
let world: World;
let segmentIds: string[];
let tagIds: string[];

beforeAll(async () => {
  ({ stores, close } = await testStores({ warehouse: true }));
  restoreClock = followClock(() => NOON * 1000);
  world = await makeWorld();
}, 120_000);
afterAll(async () => {
  restoreClock();
  await close();
});

// ---- A community with a story: merged, separated, erased, gone and back, and events on the edges of periods ----

let state = 20260302;
/** Even numbers below, the same in every run. */
const below = (limit: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (state >>> 8) % limit;
};
const pick = <T>(values: readonly T[]): T => values[below(values.length)]!;

const accounts = ['oa', 'shop'];
const types = ['menu.click', 'qr.scanned', 'message.text', 'link.clicked'] as const;
/** Few distinct seconds, so that edges of periods are met again and again. */
const moments = [-72 * HOUR, -48 * HOUR - 1, -48 * HOUR, -48 * HOUR + 1, -24 * HOUR, -24 * HOUR + 1, -2 * HOUR, -HOUR, -1, 0, 1, HOUR];
const randomSecond = (): number => NOON + (below(3) === 0 ? -below(80 * HOUR) : pick(moments));

function randomProps(type: string): NewEvent['props'] {
  if (type === 'menu.click') return { menu_key: pick(['a', 'b']), menu_category: pick(['brand', 'crm']), ...(below(3) === 0 ? { extra: pick([1, 2.5, 'x', 'xy', true, null]) } : {}) };
  if (type === 'qr.scanned') return { scene: pick(['wall', 'door', 'other']) };
  if (type === 'link.clicked') return { link_id: pick(['l1', 'l2']), amount: pick([0, 100, 250, -1]), article_idx: 1 + below(3) };
  return { content: pick(['你好', 'hello', '']) };
}

const ZONE = 'Europe/Paris';
/** Before, on and after the days the questions are asked as of, among them one that most years do not have. */
const birthdays = ['1990-02-27', '1988-02-29', '1985-03-01', '1979-03-02', '2000-03-03', '1992-12-31'];
const anniversaries = ['2019-03-05', '2021-04-01', '2020-02-29'];

async function makeWorld(): Promise<World> {
  const { database } = stores;
  const db = database.forBrand(1);
  const parts = testParts();
  await makeWarehouseTables(stores);
  await database.system.query(`insert into brand (id, organisation_id, name, zone, created_at) overriding system value values (1, 'maison', 'Maison', $1, now())`, [ZONE]);
  for (const [id, kind, scene] of [['c1', 'boutique', 'wall'], ['c2', 'campaign', 'door']] as const) {
    await db.query(`insert into channel (brand_id, id, asset_id, kind, name, note, scene, permanent, tags, created_at) values (1, $1, 'oa', $2, $1, '', $3, true, '{}', now())`, [id, kind, scene]);
  }
  const refs: IdentityRef[] = Array.from({ length: PEOPLE }, (_, n) => openid(`p${n}`, accounts[n % 5 === 0 ? 1 : 0]));
  const append = (events: NewEvent[]) => db.tx((tx) => appendInTx(tx, 1, events));
  const event = (type: NewEvent['type'], who: IdentityRef, at: number, props: NewEvent['props'] = {}) =>
    // Sub-seconds may come from our own observations; segments see whole ones.
    happened(type, who, 0, props, { at: new Date(at * 1000 + (type === 'link.clicked' ? below(1000) : 0)) });
  for (const ref of refs) {
    const story = [event('follow', ref, randomSecond())];
    if (below(3) === 0) story.push(event('unfollow', ref, NOON - below(20 * HOUR)));
    if (below(6) === 0) story.push(event('follow', ref, NOON - below(5 * HOUR)));
    for (let n = below(14); n > 0; n--) {
      const type = pick(types);
      story.push(event(type, ref, randomSecond(), randomProps(type)));
    }
    await append(story);
  }
  await project(database, parts);
  const ids = await resolveIdentities(db, refs.map((ref) => ({ ...ref, brandId: 1 })));
  const identities = refs.map((ref) => ids.get(identityKey({ ...ref, brandId: 1 }))!);
  const contactNow = async (identity: number) => (await db.query<{ id: number }>('select contact_id as id from identity where brand_id = 1 and id = $1', [identity]))[0]!.id;

  const merges: string[] = [];
  for (const [a, b] of [[1, 5], [5, 10], [2, 7], [3, 8], [4, 9]] as const) {
    const [one, other] = [await contactNow(identities[a]!), await contactNow(identities[b]!)];
    merges.push((await db.tx((tx) => mergeContacts(tx, 1, one, other, null, 'test', parts.sources))).mergeId);
  }
  await db.tx((tx) => unmerge(tx, 1, merges[2]!, 'test', parts.sources));
  for (const [index, identity] of identities.entries()) {
    const contact = await contactNow(identity);
    if (index % 2 === 0) await db.tx((tx) => setProfile(tx, 1, contact, { city: pick(['上海', '上海市', 'Beijing']), gender: pick(['female', 'male']), content_interests: [pick(['art', 'craft']), 'events'], birthday: pick(birthdays), birth_year: pick(['1979', '1985', '1990']), ...(below(2) === 0 ? { anniversary: pick(anniversaries) } : {}) }, { source: 'form', purpose: null, by: null }, parts.secrets));
    if (index % 3 === 0) await db.tx((tx) => recordConsent(tx, 1, contact, { purpose: 'marketing', given: below(2) === 0, textVersion: '1', channel: 'h5', proof: null, by: 'h5' }));
  }
  tagIds = [await createTag(db, 'vip', null), await createTag(db, 'press', null)];
  const noWechat = () => Promise.reject(new Error('own tags need no WeChat'));
  await tagContacts(db, { tagId: tagIds[0]!, contactIds: await Promise.all(identities.slice(0, 9).map(contactNow)), add: true }, noWechat);
  await tagContacts(db, { tagId: tagIds[1]!, contactIds: await Promise.all(identities.slice(6, 14).map(contactNow)), add: true }, noWechat);
  await project(database, parts);
  await eraseContact(db, await contactNow(identities[20]!), { actor: testActor('owner'), brand: db }, parts);
  await project(database, parts);

  const inner: Rule = { version: 1, root: { type: 'event', event: { types: ['menu.click'] }, period: { type: 'last', n: 48, unit: 'hour' }, count: { op: 'exactly', n: 1 } } };
  const listed = [identities[2]!, identities[7]!, identities[10]!, identities[20]!, identities[30]!];
  const [rule, list] = await db.tx(async (tx) => [
    await createSegment(tx, 1, { name: 'once', rule: inner }, 'test'), await createList(tx, 1, { name: 'named', identityIds: listed }, 'test'),
  ]);
  segmentIds = [rule!.id, list!.id];
  await forward(stores);

  const contacts = await db.query<{ id: number }>('select id from contact where brand_id = 1');
  const copies = await contactCopies(db, 1, contacts.map(({ id }) => id), testSecrets);
  const rows = await db.query<{ id: number; contact: number }>('select id, contact_id as contact from identity where brand_id = 1');
  return {
    events: await db.query<WorldEvent & Record<string, unknown>>('select id, type, at, asset_id as "assetId", identity_id as "identityId", props from event where brand_id = 1'),
    contactOf: new Map(rows.map(({ id, contact }) => [id, contact])),
    contacts: new Map(copies.map((copy) => [copy.contact_id, copy])),
    segments: new Map<string, Rule | number[]>([[rule!.id, inner], [list!.id, listed]]),
    channels: [{ id: 'c1', kind: 'boutique', assetId: 'oa', scene: 'wall' }, { id: 'c2', kind: 'campaign', assetId: 'oa', scene: 'door' }],
    zone: ZONE,
  };
}

// ---- Random rules ----

const word = (...values: string[]) => fc.constantFrom(...values);
const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const duration = fc.oneof(
  fc.constantFrom({ n: 48, unit: 'hour' as const }, { n: 2, unit: 'day' as const }, { n: 24, unit: 'hour' as const }, { n: 60, unit: 'minute' as const }, { n: 1, unit: 'second' as const }),
  fc.record({ n: fc.integer({ min: 1, max: 100 }), unit: fc.constantFrom('hour' as const, 'minute' as const) }),
);
const instant = fc.constantFrom(...moments).map((offset) => new Date((NOON + offset) * 1000).toISOString());
const period: fc.Arbitrary<Period> = fc.oneof(
  { weight: 4, arbitrary: duration.map((one): Period => ({ type: 'last', ...one })) },
  { weight: 1, arbitrary: fc.constant<Period>({ type: 'ever' }) },
  { weight: 2, arbitrary: fc.uniqueArray(instant, { minLength: 2, maxLength: 2 }).chain(([a, b]) => {
    const [from, until] = [a!, b!].sort() as [string, string];
    return fc.constantFrom<Period>({ type: 'between', from, until }, { type: 'between', from }, { type: 'between', until });
  }) },
);
const filter: fc.Arbitrary<PropertyFilter> = fc.oneof(
  word('menu_key', 'extra', 'scene', 'content', 'article_idx', 'asset_id').chain((property) => fc.constantFrom<PropertyFilter>(
    { property, op: 'filled' }, { property, op: 'equals', value: 'a' }, { property, op: 'in', values: ['a', 'wall', 'x', '1', 'oa'] }, { property, op: 'equals', value: '2.5' },
  )),
  fc.constantFrom<PropertyFilter>({ property: 'content', op: 'contains', value: 'ell' }, { property: 'extra', op: 'contains', value: 'x' }),
  fc.constantFrom<PropertyFilter>({ property: 'channel_kind', op: 'equals', value: 'boutique' }, { property: 'channel_id', op: 'in', values: ['c1', 'c2'] }, { property: 'channel_id', op: 'filled' }),
  fc.record({ property: word('amount', 'extra', 'article_idx'), op: fc.constantFrom('less' as const, 'at_most' as const, 'at_least' as const, 'more' as const), value: fc.constantFrom(0, 1, 2, 2.5, 100) }),
);
const pattern: fc.Arbitrary<EventPattern> = fc.record({
  types: fc.uniqueArray(fc.constantFrom(...types, 'follow' as const, 'unfollow' as const), { minLength: 1, maxLength: 3 }),
  where: fc.oneof({ weight: 2, arbitrary: fc.constant<PropertyFilter[]>([]) }, { weight: 1, arbitrary: fc.array(filter, { minLength: 1, maxLength: 2 }) }),
});
const leaf = (): fc.Arbitrary<RuleNode> => fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('event' as const), event: pattern, period, count: fc.record({ op: fc.constantFrom('at_least' as const, 'at_most' as const, 'exactly' as const), n: fc.integer({ min: 0, max: 3 }) }) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('occurrence' as const), which: fc.constantFrom('first' as const, 'last' as const), event: pattern, period }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('sequence' as const), steps: fc.array(pattern, { minLength: 2, maxLength: 3 }), within: duration, period }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('moment' as const), of: fc.constantFrom('followed' as const, 'unfollowed' as const, 'first_seen' as const, 'stage_since' as const), period }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 1 }).map((index): RuleNode => ({ type: 'segment', segmentId: segmentIds[index]! })) },
  { weight: 3, arbitrary: fc.constantFrom<RuleNode>(
    { type: 'profile', field: 'city', op: 'equals', value: '上海' }, { type: 'profile', field: 'city', op: 'contains', value: '上海' }, { type: 'profile', field: 'gender', op: 'filled' },
    { type: 'profile', field: 'content_interests', op: 'in', values: ['art'] },
    { type: 'profile', field: 'birth_year', op: 'between', from: 1979, to: 1985 }, { type: 'profile', field: 'birth_year', op: 'filled' },
    { type: 'profile', field: 'anniversary', op: 'before', value: '2020-02-29' }, { type: 'profile', field: 'anniversary', op: 'after', value: '2020-02-29' },
    { type: 'profile', field: 'anniversary', op: 'between', from: '2020-02-29', to: '2021-04-01' }, { type: 'profile', field: 'birthday', op: 'filled' },
    { type: 'consent', purpose: 'marketing', state: 'given' }, { type: 'consent', purpose: 'marketing', state: 'withdrawn' }, { type: 'consent', purpose: 'marketing', state: 'none' },
    { type: 'follows', assetId: null }, { type: 'follows', assetId: 'shop' }, { type: 'stage', stages: ['lead'] }, { type: 'source', groups: ['unknown', 'qr'] }, { type: 'channel', channelIds: ['c1'] },
  ) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('profile' as const), field: fc.constant('birth_year' as const), op: fc.constantFrom('less' as const, 'at_most' as const, 'at_least' as const, 'more' as const), value: fc.constantFrom(1984.5, 1985, 1990) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('profile' as const), field: fc.constantFrom('birthday' as const, 'anniversary' as const), op: fc.constant('coming' as const), days: fc.constantFrom(0, 1, 3, 30, 300) }) },
  { weight: 1, arbitrary: some([0, 1].map(String)).map((indexes): RuleNode => ({ type: 'tag', tagIds: indexes.map((index) => tagIds[Number(index)]!) })) },
);
const tree = (): fc.Arbitrary<Rule> => fc.letrec<{ node: RuleNode; leaf: RuleNode }>((tie) => ({
  leaf: leaf(),
  node: fc.oneof({ maxDepth: 3, depthSize: 'small' },
    tie('leaf'),
    fc.record({ type: fc.constantFrom('all' as const, 'any' as const), nodes: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ type: fc.constant('not' as const), node: tie('node') }),
  ),
})).node.map((root): Rule => ({ version: 1, root }));

/** Every second at which anything about the rule could change: that of an event or moment, and of its end in some period. */
function turningSeconds(rule: Rule): number[] {
  const nodes = [rule, ...[...world.segments.values()].flatMap((one) => ('version' in one ? one : []))].flatMap((one) => walk(one.root)).map(({ node }) => node);
  const lengths = nodes.flatMap((node) => ('period' in node && node.period.type === 'last' ? secondsOf(node.period) : []));
  const contacts = [...world.contacts.values()];
  const starts = [...world.events.map(({ at }) => at), ...contacts.flatMap((one) => [one.followed_at, one.unfollowed_at, one.first_seen_at, one.stage_since])]
    .flatMap((at) => (at === null ? [] : Math.floor(at.getTime() / 1000)));
  const midnights = nodes.flatMap((node) => (node.type === 'profile' && node.op === 'coming' ? comingMidnights(node.days) : []));
  return [...new Set([...starts.flatMap((start) => [start, ...lengths.map((length) => start + length)]), ...midnights])].sort((a, b) => a - b);
}

/** Of every date somebody told: when it is `days` ahead, and when it is over. */
const comingMidnights = (days: number): number[] => [...birthdays, ...anniversaries].flatMap((date) => [2025, 2026, 2027].flatMap((year) => {
  const told = `${year}${date.slice(4)}`;
  const day = told.endsWith('02-29') ? `${year}-02-28` : told;
  return [-days, 1].map((ahead) => midnightOf(new Date(Date.parse(day) + ahead * 86_400_000).toISOString().slice(0, 10)));
}));

/** The first quarter of an hour whose wall calendar shows the day. */
const midnightOf = remembered((day: string): number => {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
  const noon = Date.parse(`${day}T12:00:00Z`) / 1000;
  for (let second = noon - 30 * HOUR; ; second += HOUR / 4) if (calendar.format(second * 1000) === day) return second;
});

function remembered<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key)!;
  };
}

it('the warehouse, the predicate and the plain reading of the rule agree, also on when time changes the answer', async () => {
  const db = stores.database.forBrand(1);
  const people = [...world.contacts.keys()].sort((a, b) => a - b);
  let members = 0;
  let moving = 0;
  await fc.assert(fc.asyncProperty(tree(), fc.constantFrom(...moments), async (rule, offset) => {
    checkRule(rule);
    const asOf = NOON + offset;
    const node = await resolveRule(db, 1, rule);
    const question = await questionOf(stores.warehouse, db, 1, node, new Date(asOf * 1000));
    const bySql: number[] = [];
    for await (const block of idsDescribed(stores.warehouse, question)) bySql.push(...block);
    const expected = people.filter((person) => describes(world, rule, person, asOf));
    expect(bySql, 'warehouse').toEqual(expected);

    const facts = await readFacts(db, 1, people, needsOf(node), asOf, testSecrets);
    const due = new Map<number, number>();
    for await (const block of momentsDue(stores.warehouse, question)) for (const one of block) due.set(one.person, one.due);
    const turning = turningSeconds(rule);
    for (const person of people) {
      const spans = spansOf(node, facts.get(person)!);
      const is = expected.includes(person);
      expect(holdsAt(spans, asOf), `predicate for ${person}`).toBe(is);
      const next = changeAfter(spans, asOf);
      const changes = turning.filter((second) => second > asOf).find((second) => describes(world, rule, person, second) !== is) ?? null;
      expect(next, `when it changes for ${person}`).toBe(changes);
      if (next === null) continue;
      expect(describes(world, rule, person, next - 1)).toBe(is);
      expect(due.get(person), `moment kept for ${person}`).toBeGreaterThan(asOf);
      expect(due.get(person)!).toBeLessThanOrEqual(next);
      moving += 1;
    }
    members += expected.length;
  }), { numRuns: RULES });
  // The cases mean something: neither nobody nor everybody, and many who only time will move.
  expect(members).toBeGreaterThan((RULES * people.length) / 10);
  expect(members).toBeLessThan((RULES * people.length * 9) / 10);
  expect(moving).toBeGreaterThan(RULES);
}, 600_000);
