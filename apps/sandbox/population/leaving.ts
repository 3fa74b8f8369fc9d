import { allocate } from '@qingniao/kernel';
import type { Act, MassJob, Millis, Person, World } from '../world.ts';
import { DAY, dayOf, HOUR, midnight, monthOf } from './calendar.ts';
import { findIn, part, sourceOf } from './community.ts';
import { addTo, dayNumber, free, inYear, restedFor, timeOfDay, type Life } from './life.ts';
import { exponential } from './random.ts';
import type { PlannedPush } from './push-plan.ts';

/** W-10: the window after a push, and a margin so that nobody stands on its edge by accident. */
export const WINDOW = 48 * HOUR;
const MARGIN = HOUR;

const quotas = (life: Life): number[] => [...life.solution.openingLeavers, ...life.solution.newLeavers];

/** Part of a class's leavers of the whole year that are gone by the end of a day: even for the old, growing with the new. */
const passed = (life: Life, memberClass: number, days: number): number => {
  const part = Math.min(1, days / life.solution.days.length);
  return memberClass < life.community.sources ? part : part * part;
};

/** How urgently each class owes a leaver now. */
function pressure(life: Life, number: number): number[] {
  return quotas(life).map((quota, memberClass) => {
    const left = Math.max(0, quota - life.books.left[memberClass]!);
    const before = passed(life, memberClass, number);
    const today = passed(life, memberClass, number + 1) - before;
    return before >= 1 ? quota / life.solution.days.length : left * (today / (1 - before));
  });
}

function leave(life: Life, acts: Act[], people: readonly Person[], person: number, at: Millis): void {
  const day = dayOf(at);
  life.books.left[life.community.class[person]!]! += 1;
  addTo(life.books.net, monthOf(day), sourceOf(life.community, person), life.community.sources, -1);
  part(life.community, person, dayNumber(life, day));
  acts.push({ kind: 'unfollow', at, appid: life.appid, openid: people[person]!.openid });
}

/**
 * Those who leave for no push: what the quotas of the classes leave over after the pushes still to
 * come. Nobody of them received a push in the 48 hours before, and they go before today's.
 */
export function planLeaves(life: Life, world: World, day: string, todaysPush: PlannedPush | undefined): Act[] {
  const { solution, books, community, random, draw } = life;
  const number = dayNumber(life, day);
  const year = inYear(life, day);
  const last = day === solution.period.last;
  const people = world.people(life.appid);
  const dueToday = pressure(life, number);
  const owed = quotas(life).map((quota, memberClass) => Math.max(0, quota - books.left[memberClass]!));
  const total = owed.reduce((sum, n) => sum + n, 0);
  const end = midnight(solution.period.last) + DAY;
  const byPushes = year
    ? sumOf(solution.pushes, (push) => (push.at >= midnight(day) && push.at < end ? solution.deliveries(push) : 0)) * solution.population.pushes.unfollow48
    : 0;
  const background = year ? Math.max(0, 1 - byPushes / Math.max(1, total)) : backgroundPart(life);
  const acts: Act[] = [];
  const until = todaysPush ? Math.max(1, Math.floor((todaysPush.at - midnight(day)) / HOUR)) : 24;
  dueToday.forEach((due, memberClass) => {
    const today = last ? owed[memberClass]! : draw.whole(`leave/${memberClass}`, due * background);
    for (let n = 0; n < today; n++) {
      const at = timeOfDay(life, day, 0, until);
      const person = findIn(community.members[memberClass]!, random.below, (one) =>
        free(life, people, one) && restedFor(life, one, number) && at - community.deliveredAt[one]! * 60_000 > WINDOW + MARGIN);
      if (person < 0) break;
      leave(life, acts, people, person, at);
    }
  });
  return acts;
}

const sumOf = <T>(list: readonly T[], value: (item: T) => number): number => list.reduce((total, item) => total + value(item), 0);

/** After the year: the part of the leavers that no push explains stays what it was. */
function backgroundPart(life: Life): number {
  const { solution } = life;
  const end = midnight(solution.period.last) + DAY;
  const byPushes = sumOf(solution.pushes, (push) => (push.at < end ? solution.deliveries(push) : 0)) * solution.population.pushes.unfollow48;
  return Math.max(0, 1 - byPushes / Math.max(1, sumOf(quotas(life), (n) => n)));
}

/**
 * Those who leave because of a push: 0.99 % of the delivered, within 47 hours, from the classes
 * that owe leavers.
 * @param audience recipients in random order; the readers stand at its front, so we look from the end
 */
export function leaveAfter(life: Life, world: World, job: MassJob, audience: Int32Array): Act[] {
  const { community, draw, random, solution } = life;
  const people = world.people(life.appid);
  const number = dayNumber(life, dayOf(job.sentAt));
  const leavers = draw.count('unfollow48', job.sentCount, solution.population.pushes.unfollow48);
  const wanted = allocate(leavers, pressure(life, number));
  const acts: Act[] = [];
  let missing = leavers;
  const take = (fits: (memberClass: number) => boolean): void => {
    for (let index = audience.length - 1; index >= 0 && missing > 0; index--) {
      const person = audience[index]!;
      // They may not act in the days in which they leave: rested now and for two days more.
      if (!free(life, people, person) || !restedFor(life, person, number) || !fits(community.class[person]!)) continue;
      let delay = exponential(random, 9 * HOUR);
      while (delay > WINDOW - MARGIN) delay = exponential(random, 9 * HOUR);
      leave(life, acts, people, person, job.sentAt + Math.max(60_000, Math.floor(delay / 1000) * 1000));
      missing -= 1;
    }
  };
  take((memberClass) => wanted[memberClass]! > 0 && wanted[memberClass]!-- > 0);
  take((memberClass) => quotas(life)[memberClass]! > life.books.left[memberClass]!);
  take(() => true);
  return acts;
}
