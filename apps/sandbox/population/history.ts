import { addDays } from '@qingniao/kernel';
import type { SeededDay } from '../world.ts';
import { daysFrom, followWeight } from './calendar.ts';
import type { Population } from './file.ts';
import { pick } from './random.ts';
import { scaled, type Solution } from './solve.ts';

/** Datacube's user_source of a subscribe_scene (contract 17). */
const userSource: Record<string, number> = {
  ADD_SCENE_SEARCH: 1, ADD_SCENE_PROFILE_CARD: 17, ADD_SCENE_QR_CODE: 30, ADD_SCENE_PROFILE_LINK: 57,
  ADD_SCENE_WECHAT_ADVERTISEMENT: 100, ADD_SCENE_WXA: 149, ADD_SCENE_REPRINT: 161, ADD_SCENE_CHANNELS: 200, ADD_SCENE_LIVESTREAM: 201,
};

/** How a source's people spread over datacube's numbers. */
export function datacubeSources(population: Population): { number: number; share: number }[] {
  const table = new Map<number, number>();
  const shares = scaled(Object.values(population.sources).map((source) => source.share));
  Object.values(population.sources).forEach((source, index) => {
    const scenes = Object.entries(source.scenes);
    const parts = scaled(scenes.map(([, weight]) => weight));
    scenes.forEach(([scene], each) => {
      const number = userSource[scene] ?? 0;
      table.set(number, (table.get(number) ?? 0) + shares[index]! * parts[each]!);
    });
  });
  return [...table].map(([number, share]) => ({ number, share }));
}

/** Rounds a running sum, so that the parts always add up to it. */
export function runningWhole(): (exact: number) => number {
  let passed = 0;
  let given = 0;
  return (exact) => {
    passed += exact;
    const whole = Math.round(passed) - given;
    given += whole;
    return whole;
  };
}

/** New followers for each one that stayed, before the year. Free. */
const GROSS = 1.35;

/** The years before the first day, as datacube tells them: growing exponentially to the opening community. */
export function historyBefore(solution: Solution): { days: SeededDay[]; followedOn: (random: number) => string } {
  const { population, period } = solution;
  const opening = solution.opening.reduce((total, n) => total + n, 0);
  const lastDay = addDays(period.first, -1);
  const since = population.account.since < '2014-12-01' ? '2014-12-01' : population.account.since;
  const days = daysFrom(since < lastDay ? since : lastDay, lastDay);
  const weights = days.map((day, index) => Math.exp((3 * index) / days.length) * followWeight(population, day));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sources = datacubeSources(population).map((source) => ({ ...source, gained: runningWhole(), lost: runningWhole() }));
  let passed = 0;
  let followers = 0;
  const seeded = days.map((day, index): SeededDay => {
    passed += weights[index]! / total;
    const gained = (opening * GROSS * weights[index]!) / total;
    // A fixed part of those gained so far has gone again by each day, all of GROSS - 1 by the last.
    const lost = (opening * (GROSS - 1) * weights[index]!) / total;
    const users = sources
      .map(({ number, share, gained: add, lost: drop }) => ({ source: number, new: add(gained * share), cancel: drop(lost * share) }))
      .filter((row) => row.new > 0 || row.cancel > 0);
    followers = day === lastDay ? opening : followers + users.reduce((sum, row) => sum + row.new - row.cancel, 0);
    return { day, users, cumulate: followers };
  });
  // What rounding by source left open is settled on the last day.
  const end = seeded.at(-1)!;
  const counted = seeded.reduce((sum, each) => sum + each.users.reduce((net, row) => net + row.new - row.cancel, 0), 0);
  if (counted !== opening) {
    const row = end.users.find(({ source }) => source === 0) ?? { source: 0, new: 0, cancel: 0 };
    row.new += Math.max(0, opening - counted);
    row.cancel += Math.max(0, counted - opening);
    if (!end.users.includes(row)) end.users.push(row);
  }
  return { days: seeded, followedOn: (random) => days[pick(weights, random)]! };
}
