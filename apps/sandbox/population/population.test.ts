import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DAY, dayOf, HOUR, lastDayOf, midnight, monthOf } from './calendar.ts';
import { holds, measure, standardErrors } from './check/measure.ts';
import { playYear, yearTo } from './check/play.ts';
import { PopulationSchema, readPopulation } from './file.ts';
import { periodOf } from './index.ts';

const file = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../populations/${name}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
const luxury2020 = file('luxury-2020');

async function figuresOf(options: ReturnType<typeof yearTo>) {
  const played = await playYear(options);
  return { ...played, figures: measure(readPopulation(options.population), played.stand, periodOf(options.start, options.until)) };
}

test('the printed schema is the one files are read by', () => {
  const printed = file('schema');
  delete printed['$schema'];
  expect(printed).toEqual(JSON.parse(JSON.stringify(PopulationSchema)));
});

test('a wrong file is refused with the place', () => {
  expect(() => readPopulation({ ...luxury2020, activity: { ...(luxury2020['activity'] as object), yearly: 1.2 } })).toThrow('/activity/yearly');
  const articles = luxury2020['articles'] as object[];
  expect(() => readPopulation({ ...luxury2020, articles: [articles[0], articles[0]] })).toThrow('same title');
});

describe('by quota every published figure comes out', () => {
  test.each([
    ['luxury-2020', 12_000, '2025-12-31', 'a'],
    ['luxury-2020', 4_000, '2024-02-29', 'b'],
    ['luxury-2020', 1_500, '2026-11-21', 'c'],
    ['luxury-2020', 1_000, '2026-11-22', 'qingniao'],
    ['luxury-2020', 1_000, '2026-05-17', 'qingniao'],
    ['luxury-2020', 2_000, '2026-11-22', 'qingniao'],
    ['luxury-2019', 1_000, '2026-02-28', 'qingniao'],
    ['luxury-2019', 9_000, '2026-03-01', 'd'],
    ['luxury-2019', 10_900, '2026-02-07', 'w1'],
  ])('%s, %i followers, until %s', async (name, followers, until, seed) => {
    const { figures, stand } = await figuresOf(yearTo(until, { population: file(name), followers, seed }));
    expect(figures.filter((figure) => !holds(figure))).toEqual([]);
    expect(figures.filter((figure) => figure.published !== null).length).toBeGreaterThan(20);
    expect(stand.world.people('').filter((person) => person.subscribed)).toHaveLength(followers);
    expect(stand.dropped).toBeLessThanOrEqual(1);
  });
});

test('at random every published figure is within 3.6 standard errors, and not all on the spot', async () => {
  const { figures } = await figuresOf(yearTo('2025-12-31', { population: luxury2020, followers: 12_000, seed: 'r', draw: 'random' }));
  expect(figures.filter((figure) => !holds(figure, 'random'))).toEqual([]);
  expect(figures.filter((figure) => standardErrors(figure) > 0.5).length).toBeGreaterThan(3);
});

test('a seed is a life, and a restart does not change it', async () => {
  const options = yearTo('2025-12-31', { population: luxury2020, followers: 800, seed: 'one' });
  const straight = await playYear(options);
  const restarted = await playYear(options, { restartOn: '2025-07-10' });
  const other = await playYear({ ...options, seed: 'two' });
  expect(restarted.stand.ledger).toEqual(straight.stand.ledger);
  expect(other.stand.ledger).not.toEqual(straight.stand.ledger);
});

test('people keep to the rules that make the definitions agree', async () => {
  const options = yearTo('2025-12-31', { population: luxury2020, followers: 5_000, seed: 'rules' });
  const { ledger, pushes } = (await playYear(options)).stand;
  const acted = new Map<number, number[]>();
  const left = new Map<number, number[]>();
  ledger.kind.forEach((kind, index) => {
    if (kind === 'follow') return;
    const table = kind === 'unfollow' ? left : acted;
    table.set(ledger.person[index]!, [...(table.get(ledger.person[index]!) ?? []), ledger.at[index]!]);
  });
  for (const [person, times] of left)
    for (const gone of times) expect((acted.get(person) ?? []).some((at) => monthOf(dayOf(at)) === monthOf(dayOf(gone)))).toBe(false);
  for (const times of acted.values()) {
    const days = [...new Set(times.map((at) => Math.floor((at + 8 * HOUR) / DAY)))].sort((a, b) => a - b);
    for (let index = 1; index < days.length; index++) expect(days[index]! - days[index - 1]!).toBeGreaterThanOrEqual(31);
  }
  // Nobody stands on the edge of the 48 hours.
  const audiences = pushes.map((push) => new Set(push.audience.map((person) => person.index)));
  const edge = [...left].flatMap(([person, times]) => times.filter((at) =>
    pushes.some((push, index) => audiences[index]!.has(person) && Math.abs(at - push.job.sentAt - 48 * HOUR) < HOUR / 2)));
  expect(edge).toEqual([]);
});

test('after the year life goes on, with enough to see', async () => {
  const options = yearTo('2025-12-31', { population: luxury2020, followers: 3_000, seed: 'live' });
  const { stand, engine } = await playYear(options);
  const before = stand.ledger.at.length;
  const followers = stand.world.people('').filter((person) => person.subscribed).length;
  // Live time begins at three in the afternoon: the morning's share is not lost, and not all at once.
  const live = options.until + 15 * HOUR;
  for (let hour = live; hour < live + 40 * DAY; hour += HOUR) await stand.hour(engine, hour);
  const times = stand.ledger.at.slice(before);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(live);
  expect(times.filter((at) => at < live + 60_000).length).toBeLessThan(10);
  const perMinute = times.length / (40 * 24 * 60);
  expect(perMinute).toBeGreaterThan(1.8);
  expect(perMinute).toBeLessThan(2.5);
  const kinds = new Set(stand.ledger.kind.slice(before));
  expect([...kinds].sort()).toEqual(['follow', 'menu', 'scan', 'unfollow', 'write']);
  expect(stand.world.people('').filter((person) => person.subscribed).length).toBeGreaterThan(followers);
});

describe('the panel', () => {
  test.each([
    ['luxury-2020', 37, [0.34, 0.5], 0.4395, [21, 6, 4, 6], 23 / 37],
    ['luxury-2019', 40, [0.41, 0.34], 0.3698, [27, 5, 4, 4], 26 / 40],
  ])('%s', async (name, accounts, bands, growth, rhythms, upToTwo) => {
    const options = yearTo('2026-02-28', { population: file(name), followers: 200, seed: 'panel', panel: true });
    const { stand } = await playYear(options, { days: 0 });
    const measured = [...stand.seeded].slice(1).map(([, days]) => {
      const opening = days[0]!.cumulate!;
      const net = days.slice(1).flatMap((day) => day.users).reduce((sum, row) => sum + row.new - row.cancel, 0);
      expect(days.at(-1)!.cumulate).toBe(opening + net);
      const sent = days.filter((day) => day.articles);
      const months = new Map<string, number>();
      for (const day of sent) months.set(monthOf(day.day), (months.get(monthOf(day.day)) ?? 0) + 1);
      const complete = [...months].filter(([month]) => midnight(`${month}-01`) >= options.start && lastDayOf(month) <= '2026-02-28').map(([, n]) => n);
      expect(new Set(complete).size).toBe(1);
      return { opening, growth: net / opening, pushes: complete[0]!, size: sent.reduce((sum, day) => sum + day.articles!.length, 0) / sent.length };
    });
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(measured).toHaveLength(accounts);
    expect(mean(measured.filter((one) => one.opening > 100_000).map((one) => one.growth))).toBeCloseTo(bands[0]!, 3);
    expect(mean(measured.filter((one) => one.opening <= 100_000).map((one) => one.growth))).toBeCloseTo(bands[1]!, 3);
    expect(mean(measured.map((one) => one.growth))).toBeCloseTo(growth, 3);
    expect([4, 3, 2, 1].map((n) => measured.filter((one) => one.pushes === n).length)).toEqual(rhythms);
    expect(measured.filter((one) => one.size <= 2).length / accounts).toBe(upToTwo);
  });
});

test('datacube before the year ends in the opening community, for every source a row', async () => {
  const options = yearTo('2025-12-31', { population: luxury2020, followers: 3_000, seed: 'past' });
  const { stand } = await playYear(options, { days: 0 });
  const days = [...stand.seeded.values()][0]!;
  const opening = stand.openingScenes.size;
  expect(days.at(-1)).toMatchObject({ day: '2024-12-31', cumulate: opening });
  expect(days.flatMap((day) => day.users).reduce((sum, row) => sum + row.new - row.cancel, 0)).toBe(opening);
  expect(Math.min(...days.map((day) => day.cumulate!))).toBeGreaterThanOrEqual(0);
});
