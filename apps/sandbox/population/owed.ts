import { addDays } from '@qingniao/kernel';
import type { Article, MassJob } from '../world.ts';
import { lookAt } from './articles.ts';
import { midnight } from './calendar.ts';
import type { Life } from './life.ts';
import type { PlannedPush } from './push-plan.ts';

/** Expected, or done, on some articles. */
interface Sums {
  readers: number;
  clicks: number;
  all: number;
}

const SMALL = 1000;

/**
 * What the readers of an article do, so that the year's sums come out to one action (W-24 to W-26): this article's part of what is
 * owed, as large as its part of what is planned still. A small community rounds so often that rates alone miss by one or two.
 * Null where rates alone decide: at random, outside the plan and the year, and in tests, whose two sides are to differ as they do.
 */
export function owedOn(life: Life, job: MassJob, article: Article, readers: number, push: PlannedPush | undefined): { clicks: number; all: number } | null {
  const { solution, draw, books } = life;
  const { population, rates, period } = solution;
  const { post } = population.pushes;
  const end = midnight(addDays(period.last, 1));
  if (!draw.byQuota || !push || push.test !== null || job.sentAt >= end) return null;
  const segmented = push.segment !== null;
  const kind = segmented ? 'segment' : 'everyone';
  const target = segmented ? post.segmented : post.everyone;

  const expected = (one: Article, read: number): Sums => {
    const { clicks, others } = rates.engagement(lookAt(population, one), segmented);
    return { readers: read, clicks: read * clicks, all: read * (clicks + others) };
  };
  const now = expected(article, readers);
  const sameJob = added(job.articles.filter(({ position }) => position > article.position)
    .map((one) => expected(one, job.sentCount * rates.open(lookAt(population, one), one.position))));
  const later = (fits: (other: PlannedPush) => boolean): Sums => added([sameJob, ...solution.pushes.filter((other) => other.at > push.at && other.at < end && fits(other))
    .map((other) => ({ readers: solution.readers(other), clicks: solution.linkClicks(other), all: solution.postActions(other) }))]);
  const [ofKind, ofAll] = [later((other) => (other.segment !== null) === segmented), later(() => true)];

  const readersOfAll = books.segment.readers + books.everyone.readers + readers;
  const part = (cell: string, due: number, planned: number, rest: number) =>
    Math.max(0, rest === 0 ? Math.round(due) : draw.whole(cell, Math.max(0, due) * (planned / Math.max(Number.MIN_VALUE, planned + rest))));
  const clicks = part(`owed/clicks`, post.linkClicks * (readersOfAll + ofAll.readers) - books.clicks, now.clicks, ofAll.clicks);
  const due = target * (books[kind].readers + readers + ofKind.readers) - books[kind].actions;
  let all = part(`owed/${kind}`, due, now.all, ofKind.all);
  // The last of the year: where few read, one more or less of this kind for the sum of both.
  if (ofAll.all === 0 && books[kind].readers + readers < SMALL) {
    const together = Math.round(((post.segmented + post.everyone) / 2) * readersOfAll - books.segment.actions - books.everyone.actions);
    if (Math.abs(together - due) <= 1) all = Math.max(0, together);
  }
  return { clicks: Math.min(clicks, all), all };
}

const added = (list: readonly Sums[]): Sums => list.reduce((sum, one) => ({ readers: sum.readers + one.readers, clicks: sum.clicks + one.clicks, all: sum.all + one.all }), { readers: 0, clicks: 0, all: 0 });
