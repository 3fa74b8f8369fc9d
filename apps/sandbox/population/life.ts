import { addDays, daysBetween } from '@qingniao/kernel';
import type { Act, Millis, Person, World } from '../world.ts';
import { DAY, hourWeights, HOUR, lastDayOf, midnight, monthOf } from './calendar.ts';
import { FOLLOWING, type Community } from './community.ts';
import type { Draw } from './quota.ts';
import { pick, type Random } from './random.ts';
import type { Solution } from './solve.ts';
import type { StoreCalendar } from './store.ts';

/** Everything the parts of the engine share. */
export interface Life {
  appid: string;
  seed: string;
  solution: Solution;
  calendar: StoreCalendar;
  draw: Draw;
  random: Random;
  community: Community;
  books: Books;
}

/** Something to do today whose button or code is looked up only when its time comes. */
export interface Intent {
  at: Millis;
  person: number;
  kind: 'follow' | 'menu' | 'scan';
  /** Of a follow: the scene. Of a tap: the category. */
  about: string;
}

/** What has been done of the year's quotas. Plain data, kept over a restart. */
export interface Books {
  /** The Beijing day that has been planned last. */
  day: string;
  intents: Intent[];
  /** Who follows today. */
  arrivals: number[];
  follows: number;
  refollows: number;
  /** By class (community.ts). */
  left: number[];
  firstActions: number;
  menu: number;
  messages: number;
  scans: number;
  /** Actions on articles, and those of them that were clicks. */
  post: number;
  clicks: number;
  /** Of the articles of pushes to a segment, and of those to everybody: readers and actions. */
  segment: { readers: number; actions: number };
  everyone: { readers: number; actions: number };
  /** By month: followers gained less lost, by source, as far as planned. */
  net: Record<string, number[]>;
  /** By month: active people by source, as far as planned. */
  booked: Record<string, number[]>;
  /** By month, at random only: the drawn active share by source. */
  drawn: Record<string, number[]>;
  /** Shares owed from the months before: of each source, and in the last place of all together. */
  owed: number[];
  /** People whose active day, today or soon, begins with a click in an article, by day. */
  clickers: Record<string, number[]>;
  /** Who has bought in the store, an order each. */
  buyers: number[];
  /** What the newest push with cards of mini programs showed, and when. */
  cards?: { sentAt: Millis; paths: string[] };
  /** Of the wishes people have of the store, how many have been seen to. */
  wishes: number;
  /** Part of the active days that are their person's first, as steered last. */
  firstShare: number;
  /** At random only: the drawn yearly active share. */
  yearlyShare?: number;
}

export function newBooks(sources: number): Books {
  return {
    day: '', intents: [], arrivals: [], follows: 0, refollows: 0, left: new Array<number>(2 * sources).fill(0), firstActions: 0,
    menu: 0, messages: 0, scans: 0, post: 0, clicks: 0, segment: { readers: 0, actions: 0 }, everyone: { readers: 0, actions: 0 }, net: {}, booked: {}, drawn: {},
    owed: new Array<number>(sources + 1).fill(0), clickers: {}, buyers: [], wishes: 0, firstShare: 1,
  };
}

/** Gaps between the active days of one person, so that no month of any kind holds two of them. */
export const ACTIVE_GAP = 31;

export const dayNumber = (life: Life, day: string): number => daysBetween(life.solution.period.first, day);
export const inYear = (life: Life, day: string): boolean => day <= life.solution.period.last;

/** May be given something to do: a follower of ours whom nobody plays and who is not about to leave. */
export const free = (life: Life, people: readonly Person[], person: number): boolean =>
  life.community.state[person] === FOLLOWING && people[person]!.subscribed && !people[person]!.played && !people[person]!.blacklisted;

export const restedFor = (life: Life, person: number, day: number): boolean =>
  life.community.lastActive[person]! <= day - ACTIVE_GAP;

export function addTo(table: Record<string, number[]>, key: string, source: number, sources: number, amount: number): void {
  (table[key] ??= new Array<number>(sources).fill(0))[source]! += amount;
}

/** Followers by source at the end of a month, as far as planned plus what the curve still expects. */
export function followersAtEndOf(life: Life, month: string, planned: string): number[] {
  const { solution, books } = life;
  const end = midnight(lastDayOf(month)) + DAY;
  const expected = Math.max(0, solution.followersAt(end)) - solution.followersAt(midnight(planned) + DAY);
  const gained = solution.follows.reduce((total, n) => total + n, 0);
  return solution.opening.map((opening, source) => {
    let followers = opening;
    for (const [of, net] of Object.entries(books.net)) if (of <= month) followers += net[source]!;
    const part = gained > 0 ? solution.follows[source]! / gained : 0;
    return Math.max(0, followers + (month >= monthOf(planned) ? expected * part : 0));
  });
}

/** A time of the day by the hours of the population. `from` and `to` bound it. */
export function timeOfDay(life: Life, day: string, from = 0, to = 24): Millis {
  const weights = hourWeights(life.solution.population, day).map((weight, hour) => (hour >= from && hour < to ? weight + 1e-9 : 0));
  const hour = pick(weights, life.random.next());
  return midnight(day) + Math.floor((hour + life.random.next() * 0.98) * HOUR);
}

export const endOfDay = (day: string): Millis => midnight(addDays(day, 1)) - 60_000;

/** The agenda takes acts in handfuls: a push to a million people makes more than one call can carry. */
export function actAll(world: World, acts: readonly Act[]): void {
  for (let from = 0; from < acts.length; from += 1000) world.act(...acts.slice(from, from + 1000));
}
