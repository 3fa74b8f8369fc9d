import { addDays } from '@qingniao/kernel';
import type { Millis } from '../world.ts';
import { DAY, dayOf, daysInMonth, HOUR, midnight, weekdayOf } from './calendar.ts';
import type { Population, PopulationArticle, PopulationTest } from './file.ts';

/** A push the brand means to send. */
export interface PlannedPush {
  /** From 1, over the whole plan. */
  number: number;
  at: Millis;
  /** The segment, or null for everybody. */
  segment: string | null;
  articles: PopulationArticle[];
  /** An A/B test: half of the segment gets each side as its top article; the others are the same. */
  test: PopulationTest | null;
}

/** The articles of each arm; one arm where nothing is tested. */
export function armsOf({ articles, test }: PlannedPush): PopulationArticle[][] {
  if (test === null) return [articles];
  const [top, ...rest] = articles;
  return [test.control, test.treatment].map(({ title, elements }) => [{ ...top!, title: title ?? top!.title, elements }, ...rest]);
}

/** Smaller arms would tell nothing, and the smallest could not be sent to at all. */
const LEAST_ARM = 300;

export interface Period {
  /** First and last Beijing day of the simulated year. */
  first: string;
  last: string;
}

export const periodOf = (start: Millis, until: Millis): Period => ({ first: dayOf(start), last: dayOf(until - 1) });

/** The instant of a slot in a month, or null when the month has no such day. */
function slotTime(month: string, slot: Population['pushes']['slots'][number]): Millis {
  const firstWeekday = weekdayOf(`${month}-01`);
  const date = 1 + ((slot.weekday - firstWeekday + 7) % 7) + (slot.week - 1) * 7;
  return midnight(`${month}-${String(Math.min(date, daysInMonth(month))).padStart(2, '0')}`) + slot.hour * HOUR;
}

const nextMonth = (month: string): string => addDays(`${month}-01`, 31).slice(0, 7);

/** Deals the tests out: each push takes the one that has the largest part of its people still to come. */
function testsInTurn(tests: readonly PopulationTest[], perArm: number): () => PopulationTest | null {
  const had = tests.map(() => 0);
  const missing = (index: number) => 1 - had[index]! / tests[index]!.people;
  return () => {
    const next = tests.map((_, index) => index).reduce((best, index) => (best < 0 || missing(index) > missing(best) ? index : best), -1);
    if (perArm < LEAST_ARM || next < 0 || missing(next) <= 0) return null;
    had[next]! += perArm;
    return tests[next]!;
  };
}

/**
 * The brand's calendar from the first day of the year to `end` (later than the year for live time).
 * Nothing is sent in the first hours, when the account is still being set up, nor in the quiet last days.
 * @param followers the community's size at the end of the year
 */
export function planPushes(population: Population, followers: number, period: Period, end: Millis): PlannedPush[] {
  const { slots, quietDaysAtEnd, audiences, segments, articles: sizes, tests } = population.pushes;
  const quietFrom = midnight(period.last) + DAY - quietDaysAtEnd * DAY;
  const quietTo = midnight(period.last) + DAY;
  const begin = midnight(period.first) + DAY;
  const times: Millis[] = [];
  for (let month = period.first.slice(0, 7); midnight(`${month}-01`) < end; month = nextMonth(month)) {
    for (const slot of slots) {
      const at = slotTime(month, slot);
      if (at >= begin && at < end && (at < quietFrom || at >= quietTo)) times.push(at);
    }
  }
  times.sort((a, b) => a - b);

  const shelves = new Map<string | undefined, number>();
  const next = (topic: string | undefined): PopulationArticle => {
    const shelf = population.articles.filter((article) => article.topic === topic);
    const from = shelf.length > 0 ? shelf : population.articles;
    const turn = shelves.get(topic) ?? 0;
    shelves.set(topic, turn + 1);
    return from[turn % from.length]!;
  };

  let segmentTurn = 0;
  const nextTest = testsInTurn(tests, followers / Math.max(1, segments.length) / 2);
  return times.map((at, index) => {
    const segment = audiences[index % audiences.length] === 'segment' ? segments[segmentTurn++ % segments.length]! : null;
    const articles: PopulationArticle[] = [];
    for (let position = 0; position < sizes[index % sizes.length]!; position++) {
      const article = next(position === 0 && segment !== null ? segment : undefined);
      if (!articles.includes(article)) articles.push(article);
    }
    return { number: index + 1, at, segment, articles, test: segment === null ? null : nextTest() };
  });
}
