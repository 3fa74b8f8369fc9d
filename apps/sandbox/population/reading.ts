import { addDays } from '@qingniao/kernel';
import type { Act, Article, MassJob, Millis, ReadScene, World } from '../world.ts';
import { bookActive, firstActionShare } from './activity.ts';
import { lookAt } from './articles.ts';
import { DAY, dayOf, HOUR, midnight } from './calendar.ts';
import { LEAVING, NEVER } from './community.ts';
import { leaveAfter } from './leaving.ts';
import { actAll, dayNumber, endOfDay, free, restedFor, timeOfDay, type Life } from './life.ts';
import { owedOn } from './owed.ts';
import { armsOf, type PlannedPush } from './push-plan.ts';
import { exponential, shuffleFront } from './random.ts';

/** What followers do with a push that reached them: who reads, clicks, comments, passes it on, leaves. */
export function reactTo(life: Life, world: World, job: MassJob): void {
  const { community, random } = life;
  const recipients = world.recipients(life.appid, job);
  const audience = new Int32Array(recipients.length);
  const minute = Math.floor(job.sentAt / 60_000);
  recipients.forEach((person, index) => {
    audience[index] = person.index;
    if (person.index < community.deliveredAt.length) community.deliveredAt[person.index] = minute;
  });
  shuffleFront(random, audience);
  const paths = job.articles.flatMap(({ cards }) => cards.map(({ path }) => path));
  if (paths.length > 0) life.books.cards = { sentAt: job.sentAt, paths };

  const acts: Act[] = leaveAfter(life, world, job, audience);
  const planned = plannedAs(life, job);
  const segmented = planned ? planned.segment !== null : goesToFew(life, job, recipients.length);
  let before = 0;
  for (const article of job.articles) {
    const readers = readersOf(life, world, job, article, audience, before);
    before = Math.max(before, readers.furthest);
    read(life, world, job, article, readers.people, segmented, planned, acts);
  }
  actAll(world, acts);
}

/** The push of the plan that this one is; none for what somebody sends besides. */
function plannedAs({ solution }: Life, job: MassJob): PlannedPush | undefined {
  const top = job.articles[0]?.title;
  return solution.pushes.find((push) => Math.abs(push.at - job.sentAt) < 3 * DAY && armsOf(push).some((articles) => articles[0]?.title === top));
}

/** Outside the plan, that counts as a segment. */
const goesToFew = ({ solution }: Life, job: MassJob, reached: number): boolean => !job.toAll && reached < 0.6 * solution.followersAt(job.sentAt);

/** Readers of one article: some of those who opened one before it, and new ones from further on in the audience. */
function readersOf(life: Life, world: World, job: MassJob, article: Article, audience: Int32Array, before: number): { people: number[]; furthest: number } {
  const { solution, draw } = life;
  const { newReaders } = solution.population.pushes.open;
  const look = lookAt(solution.population, article);
  const amount = draw.count(`open/${article.position}`, job.sentCount, solution.rates.open(look, article.position));
  const isNewPart = article.position === 1 ? 1 : newReaders[Math.min(article.position - 2, newReaders.length - 1)]!;
  const fresh = Math.max(amount - before, Math.round(amount * isNewPart));
  const people: number[] = [];
  const known = world.people(life.appid);
  const take = (from: number, to: number, most: number): number => {
    let index = from;
    for (; index < to && people.length < most; index++) if (staysToRead(life, known[audience[index]!]!.played, audience[index]!)) people.push(audience[index]!);
    return index;
  };
  const furthest = take(before, audience.length, fresh);
  take(0, before, amount);
  return { people, furthest };
}

/** Those about to leave because of this push do not read it; people who are played decide for themselves. */
const staysToRead = (life: Life, played: boolean, person: number): boolean => !played && life.community.state[person] !== LEAVING;

function read(life: Life, world: World, job: MassJob, article: Article, readers: readonly number[], segmented: boolean, planned: PlannedPush | undefined, acts: Act[]): void {
  const { solution, draw, random, books, appid } = life;
  const { population, rates } = solution;
  const { pushes, activity } = population;
  const look = lookAt(population, article);
  const rate = rates.engagement(look, segmented);
  const kind = segmented ? 'segment' : 'everyone';
  const people = world.people(appid);
  const days = daysToRead(life, job.sentAt, readers.length);
  const times = readers.map((_, index) => readingTime(life, job.sentAt, days[index]!));

  const exits = draw.split('exits', readers.length, pushes.exits);
  let part = 0;
  readers.forEach((person, index) => {
    while (exits[part]! <= 0 && part < 4) part++;
    exits[part]! -= 1;
    const fifths = (part + 1) as 1 | 2 | 3 | 4 | 5;
    acts.push({
      kind: 'read', at: times[index]!, appid, openid: people[person]!.openid, msgid: article.msgid, scene: '公众号消息',
      fifths, finished: fifths === 5 && random.next() < 0.8, minutes: Math.round((0.2 + fifths * 0.35 * (0.5 + random.next())) * 100) / 100,
    });
  });

  // Clicks: by people who may be active on the day they read, first ones and repeated ones as the year needs.
  const owed = owedOn(life, job, article, readers.length, planned);
  const clicks = article.links.length === 0 ? 0 : owed?.clicks ?? draw.count(`clicks/${kind}`, readers.length, rate.clicks);
  const clickers = chooseClickers(life, world, readers, times, clicks);
  clickers.forEach((index) => {
    const at = Math.min(endOfDay(dayOf(times[index]!)), times[index]! + 20_000 + random.below(160_000));
    const url = article.links[random.below(article.links.length)]!;
    acts.push({ kind: 'click', at, appid, openid: people[readers[index]!]!.openid, url, msgid: article.msgid });
  });
  const outside = clickers.length > 0 ? draw.count('clicks/outside', clickers.length, pushes.post.anonymousClicks) : 0;
  for (let n = 0; n < outside; n++) {
    const index = random.below(readers.length);
    acts.push({ kind: 'click', at: times[index]! + 60_000, appid, openid: people[readers[index]!]!.openid, url: article.links[0]!, msgid: article.msgid, outside: true });
  }

  // The other actions: a comment carries its writer, who has clicked too; the rest are counts.
  const { comments: commentWeight, ...counted } = pushes.post.others;
  const others = owed ? Math.max(0, owed.all - clickers.length) : draw.count(`others/${kind}`, readers.length, rate.others);
  const names = ['comments', ...Object.keys(counted)];
  const parts = draw.split(`others/kinds`, others, [commentWeight, ...Object.values(counted)]);
  const comments = Math.min(parts[0]!, clickers.length);
  for (const index of clickers.slice(0, comments)) {
    acts.push({
      kind: 'comment', at: Math.min(endOfDay(dayOf(times[index]!)), times[index]! + 200_000), appid, openid: people[readers[index]!]!.openid,
      msgid: article.msgid, content: activity.comments[random.below(activity.comments.length)]!,
    });
  }
  const amounts: Record<string, number> = {};
  names.slice(1).forEach((name, index) => (amounts[name] = parts[index + 1]!));
  amounts['like'] = (amounts['like'] ?? 0) + parts[0]! - comments;
  engage(life, job, article, days, amounts, acts);
  passBy(life, job, article, days, acts);
  books.post += clickers.length + others;
  books.clicks += clickers.length;
  books[kind].readers += readers.length;
  books[kind].actions += clickers.length + others;
}

/** Days after the push on which each reader reads. */
function daysToRead(life: Life, sentAt: Millis, readers: number): number[] {
  const parts = life.draw.split('readDays', readers, life.solution.population.pushes.readDays);
  // Too late in the evening for today.
  if (endOfDay(dayOf(sentAt)) - sentAt < 10 * 60_000) parts.unshift(0);
  const days = new Uint8Array(readers);
  let at = 0;
  parts.forEach((n, day) => days.fill(day, at, (at += n)));
  shuffleFront(life.random, days);
  return Array.from(days);
}

function readingTime(life: Life, sentAt: Millis, daysLater: number): Millis {
  if (daysLater > 0) return timeOfDay(life, addDays(dayOf(sentAt), daysLater));
  const left = endOfDay(dayOf(sentAt)) - 5 * 60_000 - sentAt;
  let wait = exponential(life.random, 2.2 * HOUR);
  while (wait > left) wait = left < HOUR ? life.random.next() * left : exponential(life.random, 2.2 * HOUR);
  return sentAt + 30_000 + Math.floor(wait);
}

/** @returns indexes into `readers` */
function chooseClickers(life: Life, world: World, readers: readonly number[], times: readonly Millis[], amount: number): number[] {
  const { community, draw, books } = life;
  const people = world.people(life.appid);
  let first = draw.whole('first/clicks', amount * firstActionShare(life));
  const chosen: number[] = [];
  const passes: ((isFirst: boolean) => boolean)[] = [(isFirst) => (isFirst ? first > 0 : amount - chosen.length > first), () => true];
  const taken = new Set<number>();
  for (const wants of passes) {
    for (let index = 0; index < readers.length && chosen.length < amount; index++) {
      const person = readers[index]!;
      if (taken.has(index) || !free(life, people, person)) continue;
      const day = dayOf(times[index]!);
      const already = community.lastActive[person] === dayNumber(life, day);
      if (!already && !restedFor(life, person, dayNumber(life, day))) continue;
      const isFirst = !already && community.lastActive[person] === NEVER;
      if (!already && !wants(isFirst)) continue;
      if (isFirst) first -= 1;
      if (!already) {
        bookActive(life, person, day);
        if (day > books.day) (books.clickers[day] ??= []).push(person);
      }
      taken.add(index);
      chosen.push(index);
    }
  }
  return chosen;
}

/** Likes, shares and favourites, a count a day: the platform tells no names. */
function engage(life: Life, job: MassJob, article: Article, days: readonly number[], amounts: Record<string, number>, acts: Act[]): void {
  const weights = perDay(days);
  const names = Object.keys(amounts);
  const split = names.map((name) => life.draw.split(`engage/${name}`, amounts[name]!, weights));
  weights.forEach((_, offset) => {
    const today = Object.fromEntries(names.map((name, index) => [name, split[index]![offset]!]).filter(([, n]) => (n as number) > 0));
    if (Object.keys(today).length > 0) acts.push({ kind: 'engage', at: eveningOf(job.sentAt, offset), appid: life.appid, msgid: article.msgid, ...today });
  });
}

/** Readers who follow nobody: from chats, Moments, search. */
function passBy(life: Life, job: MassJob, article: Article, days: readonly number[], acts: Act[]): void {
  const { passers, exits } = life.solution.population.pushes;
  for (const [scene, part] of Object.entries(passers)) {
    perDay(days).forEach((readers, offset) => {
      const users = life.draw.count(`passers/${scene}`, readers, Math.min(1, part));
      if (users === 0) return;
      const leftAt = life.draw.split('passers/exits', users, exits) as [number, number, number, number, number];
      acts.push({
        kind: 'passers', at: eveningOf(job.sentAt, offset), appid: life.appid, msgid: article.msgid, scene: scene as ReadScene,
        users, reads: Math.round(users * 1.25), exits: leftAt, finished: Math.round(leftAt[4] * 0.8), minutes: Math.round(users * 1.1 * 10) / 10,
      });
    });
  }
}

function perDay(days: readonly number[]): number[] {
  const counts: number[] = [];
  for (const day of days) counts[day] = (counts[day] ?? 0) + 1;
  return Array.from(counts, (n) => n ?? 0);
}

function eveningOf(sentAt: Millis, offset: number): Millis {
  const day = addDays(dayOf(sentAt), offset);
  return Math.min(endOfDay(day), Math.max(sentAt + 60_000, midnight(day) + 21 * HOUR));
}
