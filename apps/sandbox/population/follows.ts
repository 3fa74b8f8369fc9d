import type { SubscribeScene, World } from '../world.ts';
import { DAY, followWeight, midnight, monthOf } from './calendar.ts';
import { ABSENT, ARRIVING, join, LEAVING } from './community.ts';
import { addTo, dayNumber, inYear, timeOfDay, type Life } from './life.ts';
import { pick, randomStream, shuffleFront } from './random.ts';
import type { Solution } from './solve.ts';

/** Days a former follower stays away before coming back. */
const AWAY_DAYS = 10;

/** The sources of the year's follows in the order they come: the quota of each, well mixed. */
export function followOrder(solution: Solution, seed: string): Uint8Array {
  const order = new Uint8Array(solution.follows.reduce((total, n) => total + n, 0));
  let at = 0;
  solution.follows.forEach((n, source) => {
    order.fill(source, at, at + n);
    at += n;
  });
  shuffleFront(randomStream(seed, 'follows'), order);
  return order;
}

/** Plans the follows of a day: how many by season, from where by quota, some of them people who come back. */
export function planFollows(life: Life, world: World, day: string, order: Uint8Array): void {
  const { solution, books, draw } = life;
  const number = dayNumber(life, day);
  const year = inYear(life, day);
  const today = year
    ? Math.round(order.length * solution.followsByDay[number]!) - books.follows
    : draw.count('follows/live', 1_000_000, (order.length * liveWeight(life, day)) / solution.days.length / 1_000_000);
  for (let follow = 0; follow < today; follow++) {
    const source = year ? order[books.follows]! : draw.split('follows/source', 1, solution.follows).indexOf(1);
    books.follows += 1;
    const returning = year ? comesBack(life, world, source, number) : -1;
    const person = returning >= 0 ? returning : world.newPerson(life.appid, { platform: platformOf(life) }).index;
    join(life.community, person, life.community.sources + source);
    life.community.state[person] = ARRIVING;
    books.arrivals.push(person);
    addTo(books.net, monthOf(day), source, life.community.sources, 1);
    books.intents.push({ at: timeOfDay(life, day), person, kind: 'follow', about: sceneOf(life, source) });
  }
}

function liveWeight(life: Life, day: string): number {
  const mean = life.solution.days.reduce((total, each) => total + followWeight(life.solution.population, each), 0) / life.solution.days.length;
  return mean > 0 ? followWeight(life.solution.population, day) / mean : 1;
}

/** A former opening follower of this source, when it is time for one; so a source never changes. */
function comesBack(life: Life, world: World, source: number, number: number): number {
  const { solution, books, community } = life;
  if (books.refollows >= Math.round(solution.refollows * solution.followsByDay[number]!)) return -1;
  const waiting = community.former[source]!;
  const person = waiting.length > 0 ? waiting.items[0]! : -1;
  if (person < 0 || community.state[person] !== LEAVING || number - community.place[person]! < AWAY_DAYS) return -1;
  const known = world.people(life.appid)[person]!;
  if (known.subscribed || known.played) return -1;
  waiting.items.copyWithin(0, 1, waiting.length);
  waiting.length -= 1;
  books.refollows += 1;
  return person;
}

function sceneOf(life: Life, source: number): SubscribeScene {
  const scenes = Object.entries(Object.values(life.solution.population.sources)[source]!.scenes);
  const chosen = life.draw.split(`scenes/${source}`, 1, scenes.map(([, weight]) => weight)).indexOf(1);
  return scenes[chosen]![0] as SubscribeScene;
}

export function platformOf(life: Life): 1 | 2 | 3 {
  const { ios, android, other } = life.solution.population.community.platforms;
  return (pick([ios, android, other], life.random.next()) + 1) as 1 | 2 | 3;
}

/** The opening community: followers of earlier years with the tags of their interest groups. */
export function seedOpening(life: Life, world: World, followedOn: (random: number) => string): void {
  const { solution, community, appid, random } = life;
  const { segments } = solution.population.pushes;
  const tags = segments.map((name) => world.seedTag(appid, name));
  const order = new Uint8Array(solution.opening.reduce((total, n) => total + n, 0));
  let at = 0;
  solution.opening.forEach((n, source) => {
    order.fill(source, at, at + n);
    at += n;
  });
  shuffleFront(random, order);
  const turn = random.below(Math.max(1, tags.length));
  order.forEach((source, index) => {
    const since = midnight(followedOn(random.next())) + Math.floor(random.next() * DAY);
    const person = world.seedFollower(appid, {
      platform: platformOf(life), subscribeTime: Math.floor(since / 1000), scene: sceneOf(life, source),
      tags: tags.length > 0 ? [tags[(index + turn) % tags.length]!] : [],
    });
    if (community.state[person.index] !== ABSENT && community.state[person.index] !== undefined)
      throw new Error('the sandbox gave the same follower twice');
    join(community, person.index, source);
  });
}
