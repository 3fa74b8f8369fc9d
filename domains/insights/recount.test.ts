import { type SourceGroup, sourceGroups } from '@qingniao/people';
import { testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquisitionMetrics } from './acquisition/index.ts';
import { rowsBehind } from './behind.ts';
import { engagementMetrics } from './engagement/index.ts';
import { measure } from './measure.ts';
import type { Scope } from './metric.ts';
import { type Community, emptyCommunity, makeTables, personIn, settle } from './testing.ts';

/** The same figures counted once more, by walking people and instants instead of asking SQL. */

const HOUR = 3_600_000;
const shanghai = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const groups = Object.keys(sourceGroups) as SourceGroup[];
const monthStarts = (year: number) => Array.from({ length: 13 }, (_, month) => shanghai(`${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`));
const YEARS = [2023, 2024];

/** Mulberry32: the same community on every run. */
function random(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (n: number) => Math.floor(next() * n), pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]! };
}

const actionTypes = ['menu.click', 'menu.view', 'message.text', 'qr.scanned', 'link.clicked', 'article.commented'];
const otherTypes = ['location.reported', 'reply.sent', 'template.finished'];

function randomCommunity(seed: number): Community {
  const { next, below, pick } = random(seed);
  const community = emptyCommunity();
  const first = shanghai('2022-10-01');
  const last = shanghai('2025-04-01');
  const boundaries = YEARS.flatMap(monthStarts);
  const pushTimes = Array.from({ length: 30 }, () => first + below((last - first) / 1000) * 1000);
  const special = [...boundaries, ...pushTimes.map((at) => at + 48 * HOUR), shanghai('2024-02-29'), shanghai('2024-03-01')];
  /** Half of everything happens within a second of where something ends. */
  const instant = (after = first): number => {
    const at = next() < 0.5 ? pick(special) + (below(3) - 1) * 1000 : after + below((last - after) / 1000) * 1000;
    return Math.max(after, at);
  };
  community.accounts = [{ id: 'oa', observedSince: new Date(first) }, { id: 'ob', observedSince: new Date(first) }];
  for (let identity = 1; identity <= 400; identity++) {
    const asset = identity % 3 === 0 ? 'ob' : 'oa';
    if (identity > 300 && next() < 0.5) community.merged.set(identity, 1 + below(300));
    for (let at = instant(), n = 0; n < 3 && at < last; n++) {
      const gone = next() < 0.5 ? instant(at + 1000) : null;
      community.follows.push({ identity, asset, source: pick(groups), observed: next() < 0.8, followedAt: new Date(at), unfollowedAt: gone === null ? null : new Date(gone) });
      if (gone === null) break;
      at = instant(gone + 1000);
    }
    for (let n = below(12); n > 0; n--) {
      community.acts.push({ identity, asset, type: pick(next() < 0.8 ? actionTypes : otherTypes), at: new Date(instant()), category: pick(['brand', 'ecommerce', 'crm', '']) });
    }
  }
  for (let n = 0; n < 50; n++) community.acts.push({ identity: 0, asset: 'oa', type: 'link.clicked', at: new Date(instant()) });
  pushTimes.forEach((at, index) => {
    const asset = index % 4 === 0 ? 'ob' : 'oa';
    const audience = Array.from({ length: 400 }, (_, each) => each + 1).filter((identity) => (identity % 3 === 0 ? 'ob' : 'oa') === asset && next() < 0.6);
    community.pushes.push({ id: `p${index}`, asset, startedAt: new Date(at), audience, delivered: index % 7 === 6 ? null : audience.length });
  });
  return community;
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

/** Months in which nobody followed have no share. */
function meanOfMonths(months: readonly [number, number][]): [number, number] {
  const known = months.filter(([, followers]) => followers > 0);
  return [Math.round(sum(known.map(([acting]) => acting)) / known.length), Math.round(sum(known.map(([, followers]) => followers)) / known.length)];
}

interface Count {
  [key: string]: [numerator: number, denominator: number];
}

function recount(all: Community, year: number, assetId: string | null): Record<string, Count> {
  const inScope = <T extends { asset: string }>(list: readonly T[]) => list.filter(({ asset }) => assetId === null || asset === assetId);
  const personOf = personIn(all);
  const follows = inScope(all.follows).map((one) => ({ ...one, person: personOf(one.identity), from: +one.followedAt, to: one.unfollowedAt ? +one.unfollowedAt : Infinity }));
  const starts = monthStarts(year);
  const [from, to] = [starts[0]!, starts[12]!];
  const inside = (at: number) => at >= from && at < to;
  const isAction = (type: string) => actionTypes.includes(type);
  const acts = inScope(all.acts).filter(({ identity, type, at }) => identity > 0 && isAction(type) && inside(+at)).map((act) => ({ ...act, person: personOf(act.identity) }));
  const peopleAt = (at: number, source?: string) => new Set(follows.filter((one) => one.from < at && one.to >= at && (source === undefined || one.source === source)).map(({ person }) => person));
  const followsAt = (at: number, source: string) => follows.filter((one) => one.from < at && one.to >= at && one.source === source).length;

  const fresh = follows.filter((one) => one.observed && inside(one.from));
  const bySource = (count: (source: string) => [number, number]): Count =>
    Object.fromEntries(groups.map((source) => [source, count(source)] as const).filter(([, [, whole]]) => whole > 0));
  const everybody = new Set(follows.filter((one) => one.from < to && one.to >= from).map(({ person }) => person));
  const active = new Set(acts.map(({ person }) => person));
  const months = starts.slice(0, 12).map((start, index) => {
    const end = starts[index + 1]!;
    return { key: `${year}-${String(index + 1).padStart(2, '0')}`, start, end, acting: new Set(acts.filter(({ at }) => +at >= start && +at < end).map(({ person }) => person)) };
  });
  const both = (a: Set<number>, b: Set<number>) => [...a].filter((one) => b.has(one)).length;

  const pushes = inScope(all.pushes).filter(({ startedAt, delivered }) => delivered !== null && inside(+startedAt));
  const leftAfter = (push: Community['pushes'][number]) => push.audience.filter((identity) =>
    all.follows.some((one) => one.identity === identity && one.asset === push.asset && one.unfollowedAt !== null
      && +one.unfollowedAt >= +push.startedAt && +one.unfollowedAt - +push.startedAt <= 48 * HOUR)).length;
  const cameAfter = (push: Community['pushes'][number]) => all.follows.filter((one) => one.observed && one.asset === push.asset
    && +one.followedAt >= +push.startedAt && +one.followedAt - +push.startedAt <= 48 * HOUR).length;

  const kinds: Record<string, (type: string) => boolean> = {
    menu: (type) => type.startsWith('menu.'), message: (type) => type.startsWith('message.'), scan: (type) => type === 'qr.scanned',
    post: (type) => type === 'link.clicked' || type === 'article.commented',
  };
  const taps = acts.filter(({ type }) => type.startsWith('menu.'));
  return {
    community_growth: { '': [peopleAt(to).size - peopleAt(from).size, peopleAt(from).size] },
    growth_by_month: Object.fromEntries(months.map(({ key, start, end }) => [key, [peopleAt(end).size - peopleAt(start).size, peopleAt(start).size]])),
    paid_share: { '': [fresh.filter(({ source }) => source === 'ads').length, fresh.length] },
    recruitment_sources: bySource((source) => [fresh.filter((one) => one.source === source).length, fresh.length]),
    churn_by_source: bySource((source) => [fresh.filter((one) => one.source === source && one.to < to).length, fresh.filter((one) => one.source === source).length]),
    churn_in_period: bySource((source) => [follows.filter((one) => one.source === source && inside(one.to)).length, (followsAt(from, source) + followsAt(to, source)) / 2]),
    unfollow_after_push: { '': [sum(pushes.map(leftAfter)), sum(pushes.map(({ delivered }) => delivered!))] },
    push_lost: Object.fromEntries(pushes.map((push) => [push.id, [leftAfter(push), push.delivered!]])),
    push_gained: Object.fromEntries(pushes.map((push) => [push.id, [cameAfter(push), push.delivered!]])),
    active_followers: { '': [both(everybody, active), everybody.size] },
    monthly_active_by_month: Object.fromEntries(months.map(({ key, end, acting }) => [key, [acting.size, peopleAt(end).size]])),
    monthly_active: { '': meanOfMonths(months.map(({ end, acting }) => [acting.size, peopleAt(end).size])) },
    monthly_active_by_source: bySource((source) => meanOfMonths(months.map(({ end, acting }) => [both(peopleAt(end, source), acting), peopleAt(end, source).size]))),
    action_types: Object.fromEntries(Object.entries(kinds).map(([key, fits]) => [key, [acts.filter(({ type }) => fits(type)).length, acts.length]])),
    menu_categories: Object.fromEntries(['brand', 'ecommerce', 'crm', 'none'].map((key) => [key, [taps.filter(({ category }) => (category || 'none') === key).length, taps.length]])),
  };
}

let opened: Awaited<ReturnType<typeof testStores>>;
const communities = new Map([[1, randomCommunity(1)], [2, randomCommunity(2)]]);

beforeAll(async () => {
  opened = await testStores({ warehouse: true });
  await makeTables(opened.stores);
  for (const [brandId, community] of communities) await settle(opened.stores, brandId, community);
}, 60_000);
afterAll(() => opened.close());

const readers = (brandId: number) => ({ brand: opened.stores.database.forBrand(brandId), warehouse: opened.stores.warehouse });
const counted = [...acquisitionMetrics, ...engagementMetrics].filter(({ id }) => id in recount(communities.get(1)!, 2023, null));

describe.each([1, 2])('a community at random, brand %i', (brandId) => {
  it.each([[2023, null], [2024, null], [2024, 'oa'], [2024, 'ob']] as const)('%i of %s: every figure is what a recount gives', async (year, assetId) => {
    const scope: Scope = { brandId, period: { from: `${year}-01-01`, to: `${year}-12-31` }, assetId };
    const { figures } = await measure(readers(brandId), counted, scope);
    const expected = recount(communities.get(brandId)!, year, assetId);
    for (const { metric, cells } of figures) {
      const found = Object.fromEntries(cells.filter(({ denominator }) => denominator).map(({ key, numerator, denominator }) => [key, [numerator, denominator]]));
      expect({ [metric.id]: found }).toEqual({ [metric.id]: expected[metric.id] });
    }
    expect(figures.map(({ metric }) => metric.id).sort()).toEqual(Object.keys(expected).sort());
    const before = recount(communities.get(brandId)!, year - 1, assetId);
    for (const { metric, cells } of figures) {
      for (const { key, previous } of cells) if (previous?.denominator) expect([metric.id, key, [previous.numerator, previous.denominator]]).toEqual([metric.id, key, before[metric.id]![key]]);
    }
  });

  it('the people behind a figure are as many as it says, page by page', async () => {
    const scope: Scope = { brandId, period: { from: '2024-01-01', to: '2024-12-31' }, assetId: null };
    const expected = recount(communities.get(brandId)!, 2024, null);
    for (const [id, key] of [['active_followers', ''], ['monthly_active_by_month', '2024-02'], ['growth_by_month', '2024-02']] as const) {
      const metric = counted.find((one) => one.id === id)!;
      for (const part of id === 'growth_by_month' ? (['denominator'] as const) : (['numerator', 'denominator'] as const)) {
        const people: unknown[] = [];
        for (let after: number | null = null; ;) {
          const rows = await rowsBehind(readers(brandId), metric, scope, part, key, after, 100);
          people.push(...rows.map((row) => row.id));
          if (rows.length < 100) break;
          after = Number(rows.at(-1)!.id);
        }
        expect([id, part, new Set(people).size, people.length]).toEqual([id, part, ...Array(2).fill(expected[id]![key]![part === 'numerator' ? 0 : 1])]);
      }
    }
    for (const metric of counted) {
      for (const part of ['numerator', 'denominator'] as const) {
        if (!metric.behind?.[part]) continue;
        const keys = Object.keys(expected[metric.id]!);
        const rows = await rowsBehind(readers(brandId), metric, scope, part, keys[0]!, null, 10);
        expect(rows.every(({ id }) => Number(id) > 0), metric.id).toBe(true);
      }
    }
  });
});
