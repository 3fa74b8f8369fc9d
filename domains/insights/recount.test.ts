import type { FieldKey, Stage } from '@qingniao/people';
import { testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquisitionMetrics } from './acquisition/index.ts';
import { rowsBehind } from './behind.ts';
import { engagementMetrics } from './engagement/index.ts';
import { measure } from './measure.ts';
import type { Period, Scope } from './metric.ts';
import { actionTypes, groups, HOUR, monthStarts, randomCommunity, shanghai } from './random-community/testing.ts';
import { type Community, makeTables, personIn, settle } from './testing.ts';

/** The same figures counted once more, by walking people and instants instead of asking SQL. */

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

/** Months in which nobody followed have no share; without any there is no mean. */
function meanOfMonths(months: readonly [number, number][]): [number, number] {
  const known = months.filter(([, followers]) => followers > 0);
  if (known.length === 0) return [0, 0];
  return [sum(known.map(([acting]) => acting)) / known.length, sum(known.map(([, followers]) => followers)) / known.length];
}

interface Count {
  [key: string]: [numerator: number, denominator: number];
}

/** The instants at which calendar months begin, from 2022 to the middle of 2025. */
const monthsBegin = [2022, 2023, 2024].flatMap((year) => monthStarts(year).slice(0, 12)).concat(monthStarts(2025).slice(0, 7));

function recount(all: Community, period: Period, assetId: string | null): Record<string, Count> {
  const inScope = <T extends { asset: string }>(list: readonly T[]) => list.filter(({ asset }) => assetId === null || asset === assetId);
  const personOf = personIn(all);
  const follows = inScope(all.follows).map((one) => ({ ...one, person: personOf(one.identity), from: +one.followedAt, to: one.unfollowedAt ? +one.unfollowedAt : Infinity }));
  const [from, to] = [shanghai(period.from), shanghai(period.to) + 24 * HOUR];
  const starts = monthsBegin.filter((at) => at >= from && at <= to);
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
  const months = starts.slice(0, -1).map((start, index) => {
    const end = starts[index + 1]!;
    return { key: new Date(start + 8 * HOUR).toISOString().slice(0, 7), start, end, acting: new Set(acts.filter(({ at }) => +at >= start && +at < end).map(({ person }) => person)) };
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
    ...journey(all.people, from, to, assetId),
    menu_categories: Object.fromEntries(['brand', 'ecommerce', 'crm', 'none'].map((key) => [key, [taps.filter(({ category }) => (category || 'none') === key).length, taps.length]])),
  };
}

/** W-29: what each stage adds to what the one before is asked. */
const staircase: readonly (readonly [Stage, readonly FieldKey[]])[] = [
  ['lead', ['name', 'gender', 'city', 'source', 'asset_interests', 'content_interests', 'product_interests', 'campaign_interests']],
  ['prospect', ['purchase_occasion', 'budget', 'channel_interest', 'loyalty_programme']],
  ['new', ['trigger_personal_occasion', 'trigger_reason']],
  ['recurring', ['benefit_tangible', 'benefit_emotional']],
];

/** W-27 and W-29, walking each person through their moves. An account is about who ever followed it, the matrix about who does today. */
function journey(people: Community['people'], from: number, to: number, assetId: string | null): Record<string, Count> {
  const living = people.filter(({ erased }) => !erased);
  const known = living.filter(({ accounts }) => assetId === null || assetId in accounts);
  const stageAt = ({ moves }: Community['people'][number], instant: number) => moves.filter(({ at }) => +at < instant).at(-1)?.to;
  const standing = known.flatMap((person) => stageAt(person, to) ?? []);
  const steps = known.flatMap(({ moves }) => moves.map(({ at, to: stage }, index) => ({ at: +at, from: moves[index - 1]?.to, to: stage }))).filter(({ at }) => at >= from && at < to);
  const wereIn = (stage: Stage) => known.filter((person) => stageAt(person, from) === stage).length + steps.filter((step) => step.to === stage).length;
  const moves = steps.flatMap((step) => (step.from ? [[step.from, step.to] as const] : []));

  const matrix: Count = {};
  for (const { source, told, moves: all } of living.filter(({ accounts }) => assetId === null || accounts[assetId])) {
    const stage = all.at(-1)!.to;
    const asked = staircase.slice(0, 1 + staircase.findIndex(([name]) => name === stage)).flatMap(([, items]) => items);
    const [items, whole] = matrix[stage] ?? [0, 0];
    matrix[stage] = [items + asked.filter((item) => (item === 'source' ? source !== 'unknown' : told.includes(item))).length, whole + asked.length];
  }
  return {
    stage_counts: Object.fromEntries(staircase.map(([stage]) => [stage, [standing.filter((one) => one === stage).length, standing.length]])),
    stage_moves: Object.fromEntries(moves.map(([stage, next]) => [`${stage}>${next}`, [moves.filter((one) => one[0] === stage && one[1] === next).length, wereIn(stage)]])),
    matrix_completeness: matrix,
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

const year = (number: number): Period => ({ from: `${number}-01-01`, to: `${number}-12-31` });
const readers = (brandId: number) => ({ brand: opened.stores.database.forBrand(brandId), warehouse: opened.stores.warehouse });
const counted = [...acquisitionMetrics, ...engagementMetrics].filter(({ id }) => id in recount(communities.get(1)!, year(2023), null));

describe.each([1, 2])('a community at random, brand %i', (brandId) => {
  it.each([
    [year(2023), year(2022), null], [year(2024), year(2023), null], [year(2024), year(2023), 'oa'], [year(2024), year(2023), 'ob'],
    [{ from: '2024-02-01', to: '2024-02-29' }, { from: '2024-01-01', to: '2024-01-31' }, null],
    [{ from: '2024-02-29', to: '2024-02-29' }, { from: '2024-02-28', to: '2024-02-28' }, null],
  ] as const)('%o after %o, of %s: every figure is what a recount gives', async (period, previous, assetId) => {
    const scope: Scope = { brandId, period, assetId };
    const { figures } = await measure(readers(brandId), counted, scope);
    const expected = recount(communities.get(brandId)!, period, assetId);
    for (const { metric, cells } of figures) {
      const found = Object.fromEntries(cells.filter(({ denominator }) => denominator).map(({ key, numerator, denominator }) => [key, [numerator, denominator]]));
      const wanted = Object.fromEntries(Object.entries(expected[metric.id]!).filter(([, [, whole]]) => whole));
      expect({ [metric.id]: found }).toEqual({ [metric.id]: wanted });
    }
    expect(figures.map(({ metric }) => metric.id).sort()).toEqual(Object.keys(expected).sort());
    const before = recount(communities.get(brandId)!, previous, assetId);
    for (const { metric, cells } of figures) {
      for (const { key, previous: past } of cells) if (past?.denominator) expect([metric.id, key, [past.numerator, past.denominator]]).toEqual([metric.id, key, before[metric.id]![key]]);
    }
  });

  it('the people behind a figure are as many as it says, page by page', async () => {
    const scope: Scope = { brandId, period: { from: '2024-01-01', to: '2024-12-31' }, assetId: null };
    const expected = recount(communities.get(brandId)!, year(2024), null);
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
