import { allocate } from '@qingniao/kernel';
import type { Act, Person, World, Writing } from '../world.ts';
import { DAY, midnight } from './calendar.ts';
import { chooseActive, firstActions, planActivity } from './activity.ts';
import { endOfDay, inYear, timeOfDay, type Intent, type Life } from './life.ts';
import { pick, shuffleFront } from './random.ts';
import { scaled } from './solve.ts';

const KINDS = ['menu', 'messages', 'scans'] as const;
type Kind = (typeof KINDS)[number];

/** Today's menu taps, messages and scans: the people, how much each does, and what (W-17 to W-23). */
export function planActions(life: Life, world: World, day: string): Act[] {
  const { random, books, solution } = life;
  const plan = planActivity(life, day);
  const active = plan.today.reduce((sum, n) => sum + n, 0);
  const last = day === solution.period.last;
  const firsts = firstActions(life, active, plan.remaining, last);
  // The last day settles it, though more should be active for that than its month needs.
  const more = allocate(Math.max(0, firsts - active), solution.opening);
  const today = plan.today.map((amount, source) => amount + more[source]!);
  const first = last ? allocate(firsts, today) : life.draw.split('first/source', firsts, today);
  const chosen = today.flatMap((amount, source) => chooseActive(life, world, day, source, amount, Math.min(amount, first[source]!)));

  const clickers = books.clickers[day] ?? [];
  delete books.clickers[day];
  const amounts = howMany(life, day, chosen.length, plan.remaining);
  const all = amounts.menu + amounts.messages + amounts.scans;
  if (chosen.length === 0 || all === 0) return [];

  // Everybody chosen does one thing; the rest falls on all of today's, some of them keen.
  const people = [...chosen, ...clickers];
  const doing = new Int32Array(all);
  for (let n = 0; n < all; n++) {
    const keen = random.next() ** 2;
    doing[n] = n < chosen.length ? n : Math.floor(keen * people.length);
  }
  const kinds = new Uint8Array(all);
  kinds.fill(1, amounts.menu, amounts.menu + amounts.messages);
  kinds.fill(2, amounts.menu + amounts.messages);
  shuffleFront(random, kinds);
  const categories = shuffled(life, life.draw.split('menu', amounts.menu, Object.values(solution.population.activity.menuCategories)));

  const starts = people.map(() => timeOfDay(life, day));
  const acts: Act[] = [];
  let tap = 0;
  for (let n = 0; n < all; n++) {
    const who = doing[n]!;
    const at = starts[who]!;
    starts[who] = Math.min(endOfDay(day), at + 15_000 + Math.floor(random.next() * 150_000));
    perform(life, world, acts, people[who]!, KINDS[kinds[n]!]!, at, () => categories[tap++]!);
  }
  return acts;
}

const CATEGORIES = ['brand', 'ecommerce', 'crm'];

function shuffled(life: Life, amounts: readonly number[]): string[] {
  const order = new Uint8Array(amounts.reduce((sum, n) => sum + n, 0));
  let at = 0;
  amounts.forEach((n, index) => order.fill(index, at, (at += n)));
  shuffleFront(life.random, order);
  return Array.from(order, (index) => CATEGORIES[index]!);
}

function perform(life: Life, world: World, acts: Act[], person: number, kind: Kind, at: number, category: () => string): void {
  const { books, appid } = life;
  books[kind] += 1;
  if (kind === 'messages') acts.push({ kind: 'write', at, appid, openid: openidOf(life, world, person), message: writing(life) });
  else books.intents.push({ at, person, kind: kind === 'menu' ? 'menu' : 'scan', about: kind === 'menu' ? category() : '' } satisfies Intent);
}

const openidOf = (life: Life, world: World, person: number): string => (world.people(life.appid)[person] as Person).openid;

/**
 * Today's part of what is still owed: the shares of W-21 hold between all menu taps, messages,
 * scans and actions on articles of the year, so the first three follow the last.
 */
function howMany(life: Life, day: string, active: number, remaining: number): Record<Kind, number> {
  const { solution, books, draw } = life;
  const { actions } = solution.population.activity;
  const end = midnight(solution.period.last) + DAY;
  const pushes = solution.pushes.filter((push) => push.at >= midnight(day) && push.at < end);
  const expectedPost = books.post + pushes.reduce((sum, push) => sum + solution.postActions(push), 0);
  const clickDays = pushes.reduce((sum, push) => sum + solution.linkClicks(push), 0);
  const tapping = Math.max(active, remaining - clickDays);
  const shares = [...KINDS.map((kind) => actions[kind]), actions.post];
  const whole = allocate(Math.round((expectedPost / actions.post) * shares.reduce((sum, share) => sum + share, 0)), shares);
  const amounts = KINDS.map((kind, index) => {
    const usual = solution.perEpisode[kind] * active * 1.25;
    if (!inYear(life, day) || actions.post === 0 || tapping <= 0) return draw.whole(`act/${kind}`, usual);
    const due = Math.max(0, (expectedPost * actions[kind]) / actions.post - books[kind]);
    if (day === solution.period.last) return Math.max(0, whole[index]! - books[kind]);
    return draw.whole(`act/${kind}`, Math.min(usual * 2, Math.max(usual / 2, (due * active) / tapping)));
  });
  const all = amounts.reduce((sum, n) => sum + n, 0);
  const [menu = 0, messages = 0, scans = 0] = draw.byQuota ? amounts : draw.split('act', all, amounts);
  // Nobody is active without having done something.
  return { menu: menu + Math.max(0, active - all), messages, scans };
}

function writing(life: Life): Writing {
  const { activity } = life.solution.population;
  const { random } = life;
  const types = Object.keys(activity.messageTypes) as Writing['type'][];
  const type = types[pick(scaled(Object.values(activity.messageTypes)), random.next())]!;
  if (type === 'text') return { type, content: activity.texts[random.below(activity.texts.length)]! };
  if (type === 'location') return { type, latitude: 31.2 + random.next() * 0.1, longitude: 121.4 + random.next() * 0.1, scale: 15, label: '上海市' };
  if (type === 'link') return { type, title: '看到这款很喜欢', description: '请问有货吗', url: 'https://brand.example/item' };
  return { type };
}

/** After the year, in live time: enough to see, from people who are active this month anyway. */
export function planLiveliness(life: Life, world: World, from: number, to: number, planned: number): Act[] {
  const { solution, random, community, draw } = life;
  const wanted = Math.floor(solution.population.live.eventsAMinute * ((to - from) / 60_000)) - planned;
  const acts: Act[] = [];
  const people = world.people(life.appid);
  const recent = recentlyActive(life, people);
  for (let n = 0; n < wanted && recent.length > 0; n++) {
    const { menu, messages, scans } = solution.population.activity.actions;
    const kind = KINDS[draw.split('live/kind', 1, [menu, messages, scans]).indexOf(1)]!;
    const category = CATEGORIES[draw.split('menu', 1, Object.values(solution.population.activity.menuCategories)).indexOf(1)]!;
    const person = recent[random.below(recent.length)]!;
    perform(life, world, acts, person, kind, from + Math.floor(random.next() * (to - from)), () => category);
    community.lastActive[person] = Math.max(community.lastActive[person]!, Math.floor((from - midnight(solution.period.first)) / DAY));
  }
  return acts;
}

/** Followers whose last active day lies in this month so far. */
function recentlyActive(life: Life, people: readonly Person[]): number[] {
  const { community, books } = life;
  const today = Math.round((midnight(books.day) - midnight(life.solution.period.first)) / DAY);
  const monthBegan = today - Number(books.day.slice(8)) + 1;
  const found: number[] = [];
  for (const list of community.everActive) {
    for (let index = list.length - 1; index >= 0 && found.length < 5000; index--) {
      const person = list.items[index]!;
      const active = community.lastActive[person]!;
      if (active >= monthBegan && active <= today && people[person]!.subscribed && !people[person]!.played && community.state[person] === 1) found.push(person);
    }
  }
  return found;
}
