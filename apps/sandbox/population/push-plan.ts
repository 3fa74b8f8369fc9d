import { addDays } from '@qingniao/kernel';
import type { Millis } from '../world.ts';
import { DAY, dayOf, daysInMonth, HOUR, midnight, weekdayOf } from './calendar.ts';
import type { Population, PopulationArticle } from './file.ts';

/** A push the brand means to send. */
export interface PlannedPush {
  /** From 1, over the whole plan. */
  number: number;
  at: Millis;
  /** The segment, or null for everybody. */
  segment: string | null;
  articles: PopulationArticle[];
}

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

/**
 * The brand's calendar from the first day of the year to `end` (later than the year for live time).
 * Nothing is sent in the first hours, when the account is still being set up, nor in the quiet last days.
 */
export function planPushes(population: Population, period: Period, end: Millis): PlannedPush[] {
  const { slots, quietDaysAtEnd, audiences, segments, articles: sizes } = population.pushes;
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
  return times.map((at, index) => {
    const segment = audiences[index % audiences.length] === 'segment' ? segments[segmentTurn++ % segments.length]! : null;
    const articles: PopulationArticle[] = [];
    for (let position = 0; position < sizes[index % sizes.length]!; position++) {
      const article = next(position === 0 && segment !== null ? segment : undefined);
      if (!articles.includes(article)) articles.push(article);
    }
    return { number: index + 1, at, segment, articles };
  });
}
