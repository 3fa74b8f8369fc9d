import { addDays, localDay } from '@qingniao/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accountDay, cells, type Content, empty, happen, publish, retiredRows, scopeOf, testContent, type TestArticle, type TestClick, type TestPush } from './testing.ts';

/*
 * Random communities, recounted person by person: who read what on which day, who clicked. The figures WeChat gives are
 * made of the same readings, so all counts must come out to the unit, and the cumulative interval must hold the truth.
 */

let content: Content;
beforeAll(async () => {
  content = await testContent();
});
beforeEach(() => empty(content));
afterAll(() => content.close());

/** Small and repeatable (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const DAYS = 3;
const PEOPLE = 40;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Who read each article of a push on each of its days. */
type Readings = Set<number>[][];

function community(seed: number) {
  const below = random(seed);
  const pushes: (TestPush & { readings: Readings })[] = [];
  for (let n = 0; n < 12; n++) {
    const readings: Readings = Array.from({ length: 1 + below(4) }, () =>
      Array.from({ length: DAYS }, (_, day) => new Set(Array.from({ length: below(day === 0 ? 20 : 6) }, () => below(PEOPLE)))));
    const articles = readings.map((days): TestArticle => ({
      readers: days.map(({ size }) => size), shares: below(5), favourites: below(5), likes: below(5), zaikan: below(5), comments: 0,
    }));
    // From the last days before the period to the first after it, some on the same day.
    const at = new Date(Date.parse('2026-02-27T16:00:00Z') + below(36) * 86_400_000 + below(24) * 3_600_000);
    pushes.push({ id: `p${n}`, asset: below(3) > 0 ? 'oa' : 'old', at, segmented: below(2) === 1, delivered: PEOPLE + below(20), articles, readings });
  }
  const clicks = pushes.flatMap(({ id, at }) => Array.from({ length: below(8) }, (): TestClick => ({
    type: below(4) === 0 ? 'article.commented' : 'link.clicked', contact: 1 + below(6), at: new Date(at.getTime() + below(3 * 86_400_000)), push: id,
  })));
  for (const push of pushes) push.articles[0]!.comments = clicks.filter((click) => click.push === push.id && click.type === 'article.commented').length;
  const strangers = pushes.map(({ id, at }): TestClick => ({ type: 'link.clicked', contact: 0, at, push: id }));
  return { pushes, clicks, strangers };
}

/** Everybody who read anything of the pushes on a day of the calendar. */
function readersOn(pushes: readonly { at: Date; readings: Readings }[], day: string): Set<number> {
  const found = new Set<number>();
  for (const { at, readings } of pushes)
    readings.forEach((days) => days.forEach((people, offset) => addDays(localDay(at), offset) === day && people.forEach((person) => found.add(person))));
  return found;
}

test.each([1, 2, 3, 4, 5, 6])('community %i', async (seed) => {
  const { pushes, clicks, strangers } = community(seed);
  const current = pushes.filter(({ asset }) => asset === 'oa');
  await publish(content, current);
  await publish(content, pushes.filter(({ asset }) => asset === 'old'), retiredRows, 'getarticletotal');
  for (let day = '2026-02-25'; day < '2026-04-15'; day = addDays(day, 1)) await accountDay(content, 'oa', day, readersOn(current, day).size);
  await happen(content, [...clicks, ...strangers]);

  const scope = scopeOf('2026-03-01', '2026-03-31');
  const ours = pushes.filter(({ at }) => localDay(at) >= scope.period.from && localDay(at) <= scope.period.to);
  const readers = (list: typeof ours) => total(list.flatMap(({ articles }) => articles.flatMap((article) => article.readers)));
  const acts = (list: typeof ours, type: TestClick['type']) => clicks.filter((click) => click.type === type && list.some(({ id }) => id === click.push)).length;
  const counted = (list: typeof ours, names: (keyof TestArticle)[], old: (keyof TestArticle)[]) =>
    total(list.flatMap(({ asset, articles }) => articles.flatMap((article) => (asset === 'oa' ? names : old).map((name) => article[name] as number))));
  const sum = (list: typeof ours) =>
    acts(list, 'link.clicked') + acts(list, 'article.commented') + counted(list, ['shares', 'favourites', 'likes', 'zaikan'], ['shares', 'favourites']);
  const people = total(ours.map(({ id }) => new Set(clicks.filter(({ push }) => push === id).map(({ contact }) => contact)).size));

  expect(await cells(content, scope, 'post_engagement')).toMatchObject({ '': { numerator: sum(ours), denominator: readers(ours) } });
  expect(await cells(content, scope, 'post_engagement_people')).toMatchObject({ '': { numerator: people, denominator: readers(ours) } });
  const segmented = await cells(content, scope, 'segmented_engagement');
  for (const [key, list] of [['segmented', ours.filter((push) => push.segmented)], ['everyone', ours.filter((push) => !push.segmented)]] as const)
    expect(segmented[key]).toMatchObject({ numerator: sum(list), denominator: readers(list) });
  expect(await cells(content, scope, 'post_actions')).toMatchObject({
    clicks: { numerator: acts(ours, 'link.clicked') }, comments: { numerator: acts(ours, 'article.commented') }, likes: { numerator: counted(ours, ['likes', 'zaikan'], []) },
    shares: { numerator: counted(ours, ['shares'], ['shares']) }, anonymous_clicks: { numerator: ours.length },
  });
  expect(await cells(content, scope, 'open_rate')).toMatchObject({ '': { numerator: readers(ours), denominator: total(ours.map(({ delivered, articles }) => delivered! * articles.length)) } });
  const top = (await cells(content, scope, 'open_rate_by_position'))['1'];
  expect(top).toMatchObject({ numerator: total(ours.flatMap(({ articles }) => articles[0]!.readers)), denominator: total(ours.map(({ delivered }) => delivered!)) });

  const cumulative = await cells(content, scope, 'open_rate_cumulative');
  for (const [size, cell] of Object.entries(cumulative)) {
    const group = ours.filter(({ articles }) => articles.length === Number(size));
    const delivered = total(group.map((push) => push.delivered!));
    // People a day, which is the basis of the articles' figures.
    const truth = total(group.flatMap((push) => Array.from({ length: DAYS }, (_, offset) => readersOn([push], addDays(localDay(push.at), offset)).size)));
    const tops = total(group.flatMap(({ articles }) => articles[0]!.readers));
    const [low, high] = [(cell.low ?? cell.value!) * delivered, (cell.high ?? cell.value!) * delivered];
    expect(cell.denominator).toBe(delivered);
    expect([tops, low, truth, high, readers(group)].map((value) => Math.round(value))).toEqual([tops, low, truth, high, readers(group)].map((value) => Math.round(value)).sort((a, b) => a - b));
  }
  expect(total(Object.values(cumulative).map(({ denominator }) => denominator!))).toBe(total(ours.map((push) => push.delivered!)));
});
