import { addDays, allocate } from '@qingniao/kernel';
import type { Person, World } from '../world.ts';
import { activityWeight, DAY, daysFrom, daysInMonth, lastDayOf, midnight, monthOf } from './calendar.ts';
import { append, findIn, NEVER, sourceOf } from './community.ts';
import { addTo, dayNumber, followersAtEndOf, free, inYear, restedFor, type Life } from './life.ts';
import { binomial } from './random.ts';
import { scaled } from './solve.ts';

/**
 * Who is active on which day. An *active day* is a day on which a person acts; one person's lie at
 * least 31 days apart, so that monthly actives come out the same however months are cut, and each
 * month's number of them is its quota (W-18, W-19). Whether it is somebody's first of the year or
 * not is steered so that the yearly share holds too (W-17).
 */
export interface ActivityPlan {
  /** New active days today, by source. */
  today: number[];
  /** Active days still to come in the year, today's included. */
  remaining: number;
}

/** Key of the months already summed up; sorts before every month. */
const BEFORE = '0000-00';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Expected active share of each source when the sources have these sizes: fixed ones as given, the rest by weight. */
export function activeShares(life: Life, followers: readonly number[], owed: readonly number[]): number[] {
  const { activity, sources } = life.solution.population;
  const facts = Object.values(sources);
  const everyone = total(followers);
  const fixed = facts.map((source, index) => (source.monthlyActive === undefined ? 0 : (source.monthlyActive + owed[index]!) * followers[index]!));
  const rest = Math.max(0, (activity.monthly + owed[facts.length]!) * everyone - total(fixed));
  const weights = facts.map((source, index) => (source.monthlyActive === undefined ? source.activity * followers[index]! : 0));
  const parts = scaled(weights);
  return facts.map((_, index) => {
    if (followers[index]! <= 0) return 0;
    const people = fixed[index]! + (total(weights) > 0 ? rest * parts[index]! : 0);
    return Math.min(1, Math.max(0, people / followers[index]!));
  });
}

/** Part of a month that lies in the simulated time: the first month may begin before it. */
function partOf(life: Life, month: string): number {
  const { first } = life.solution.period;
  return month === monthOf(first) ? (daysInMonth(month) - Number(first.slice(8)) + 1) / daysInMonth(month) : 1;
}

/** The month's quota of active people by source. */
function monthQuota(life: Life, month: string, day: string): number[] {
  const { books, draw, random } = life;
  const followers = followersAtEndOf(life, month, day);
  const expected = activeShares(life, followers, draw.byQuota ? books.owed : books.owed.map(() => 0));
  if (draw.byQuota) return expected.map((share, source) => share * followers[source]! * partOf(life, month));
  const drawn = (books.drawn[month] ??= expected.map((share, source) => {
    const size = Math.round(followers[source]!);
    return size > 0 ? binomial(random, size, share) / size : 0;
  }));
  return drawn.map((share, source) => share * followers[source]! * partOf(life, month));
}

/** Clicks that pushes planned from a day on will still bring until the end of another. */
function clicksToCome(life: Life, from: string, to: string): number {
  const { solution } = life;
  const readers = scaled(solution.population.pushes.readDays);
  const end = midnight(to) + DAY;
  return total(solution.pushes.filter((push) => push.at >= midnight(from) && push.at < end).map((push) => {
    const left = Math.ceil((end - push.at) / DAY);
    return solution.linkClicks(push) * total(readers.slice(0, left));
  }));
}

export function planActivity(life: Life, day: string): ActivityPlan {
  const { solution, books, draw } = life;
  const { population, period } = solution;
  const month = monthOf(day);
  const sources = solution.sources.length;
  const quota = monthQuota(life, month, day);
  const booked = books.booked[month] ?? new Array<number>(sources).fill(0);
  const clicks = clicksToCome(life, day, lastDayOf(month));
  const parts = scaled(quota);
  const missing = quota.map((people, source) => Math.max(0, people - booked[source]! - clicks * parts[source]!));
  const restOfMonth = daysFrom(day, lastDayOf(month));
  const weight = (days: readonly string[]) => total(days.map((each) => activityWeight(population, each)));
  const share = activityWeight(population, day) / weight(restOfMonth);

  const today = day === lastDayOf(month)
    ? allocate(Math.round(total(missing)), missing)
    : missing.map((people, source) => draw.whole(`active/${source}`, people * share));

  // What is still to come until the year ends, to know how many of today's must be first actions.
  let remaining = total(today);
  if (inYear(life, day)) {
    const later = restOfMonth.slice(1).filter((each) => each <= period.last);
    remaining += weight(restOfMonth.slice(1)) > 0
      ? ((total(missing) - total(today)) * weight(later)) / weight(restOfMonth.slice(1)) : 0;
    remaining += clicksToCome(life, day, later.at(-1) ?? day);
    for (let next = addDays(lastDayOf(month), 1); next <= period.last; next = addDays(lastDayOf(monthOf(next)), 1)) {
      const end = lastDayOf(monthOf(next));
      const people = population.activity.monthly * solution.followersAt(midnight(end) + DAY);
      // A month that ends after the year: its days' part of those who tap first, and the clicks of its pushes so far.
      const within = end <= period.last ? 1 : Number(period.last.slice(8)) / daysInMonth(monthOf(next));
      remaining += within === 1 ? people : Math.max(0, people - clicksToCome(life, next, end)) * within + clicksToCome(life, next, period.last);
    }
  }
  return { today, remaining };
}

/** At the end of a complete month: what the rounding left each share owing. */
export function closeMonth(life: Life, month: string): void {
  const { books, solution } = life;
  const booked = books.booked[month] ?? solution.sources.map(() => 0);
  if (life.draw.byQuota && `${month}-01` >= solution.period.first) {
    const followers = followersAtEndOf(life, month, lastDayOf(month));
    const expected = activeShares(life, followers, books.owed.map(() => 0));
    const bound = (share: number) => Math.min(0.01, Math.max(-0.01, share));
    expected.forEach((share, source) => {
      if (followers[source]! > 0) books.owed[source] = bound(books.owed[source]! + share - booked[source]! / followers[source]!);
    });
    const everyone = total(followers);
    if (everyone > 0) books.owed[solution.sources.length] = bound(books.owed[solution.sources.length]! + solution.population.activity.monthly - total(booked) / everyone);
  }
  // Months behind us are summed up in one figure.
  const before = books.net[BEFORE] ?? solution.sources.map(() => 0);
  books.net[BEFORE] = before.map((n, source) => n + (books.net[month]?.[source] ?? 0));
  delete books.net[month];
  delete books.booked[month];
  delete books.drawn[month];
}

/** Of everyone who followed in the year, how many act at least once (W-17). */
function yearlyActives(life: Life): number {
  const { solution, books } = life;
  const people = total(solution.opening) + total(solution.follows) - (books.day >= solution.period.last ? books.refollows : solution.refollows);
  return Math.round((life.books.yearlyShare ?? solution.population.activity.yearly) * people);
}

/** Part of new active days that should be first ones now: all of them as long as nobody could repeat. */
export const firstActionShare = (life: Life): number => life.books.firstShare;

const A_FEW = 3;

/** How many of `active` active days shall be the first of their person in the year; on the last day a few more, when they are missing. */
export function firstActions(life: Life, active: number, remaining: number, last: boolean): number {
  const { books, draw } = life;
  const missing = Math.max(0, yearlyActives(life) - books.firstActions);
  if (last) return Math.min(active + A_FEW, missing);
  if (remaining > 0) books.firstShare = Math.min(1, missing / remaining);
  return Math.min(active, draw.whole('first', active * books.firstShare));
}

/** Books an active day for somebody. */
export function bookActive(life: Life, person: number, day: string): void {
  const { community, books } = life;
  const source = sourceOf(community, person);
  if (community.lastActive[person] === NEVER) {
    books.firstActions += 1;
    append(community.everActive[source]!, person);
  }
  community.lastActive[person] = dayNumber(life, day);
  addTo(books.booked, monthOf(day), source, community.sources, 1);
}

/** Chooses today's people and books them; a first action where `first` says so, else a repeated one. */
export function chooseActive(life: Life, world: World, day: string, source: number, amount: number, first: number): number[] {
  const { community, random } = life;
  const people: readonly Person[] = world.people(life.appid);
  const number = dayNumber(life, day);
  const chosen: number[] = [];
  const opening = community.members[source]!;
  const later = community.members[community.sources + source]!;
  const anybody = (fits: (person: number) => boolean): number => {
    const [one, other] = random.below(opening.length + later.length) < opening.length ? [opening, later] : [later, opening];
    const found = findIn(one, random.below, fits);
    return found >= 0 ? found : findIn(other, random.below, fits);
  };
  const firstTime = (person: number) => free(life, people, person) && community.lastActive[person] === NEVER;
  const again = (person: number) => free(life, people, person) && community.lastActive[person] !== NEVER && restedFor(life, person, number);
  for (let n = 0; n < amount; n++) {
    const findFirst = () => anybody(firstTime);
    const findAgain = () => findIn(community.everActive[source]!, random.below, again);
    let person = n < first ? findFirst() : findAgain();
    if (person < 0) person = n < first ? findAgain() : findFirst();
    if (person < 0) break;
    bookActive(life, person, day);
    chosen.push(person);
  }
  return chosen;
}
