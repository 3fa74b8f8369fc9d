import { localDay } from '@qingniao/kernel';
import type { Act, Millis, StorefrontType, Wish, World } from '../world.ts';
import { activityWeight, DAY, hourWeights, HOUR, midnight } from './calendar.ts';
import type { Population } from './file.ts';
import { free, type Life } from './life.ts';
import { exponential, pick, randomStream, type Random } from './random.ts';
import { type Planned, wishesOn, wishTime } from './wishes.ts';

/** When the storefronts with a calendar sell. */
export interface StoreCalendar {
  drop: { opensAt: Millis; closesAt: Millis };
  popup: { opensAt: Millis; closesAt: Millis };
}

const EIGHT_IN_THE_EVENING = 20 * HOUR;
const DROP_LASTS = 3 * DAY;
/** The pop-up opens so long before the end of Qixi. */
const POPUP_LASTS = 10 * DAY;
/** Most of a drop's crowd stands at the door; the others follow within minutes. */
const CROWD = 45_000;

/** The first drop and the first Qixi from an instant on. */
export function storeCalendar({ store }: Population, from: Millis): StoreCalendar {
  const days = Array.from({ length: 800 }, (_, index) => from + index * DAY);
  const drop = days.find((at) => localDay(at).slice(5) === store.drop)!;
  const qixi = days.find((at) => at >= from + POPUP_LASTS && isQixi(at))!;
  const opensAt = midnight(localDay(drop)) + EIGHT_IN_THE_EVENING;
  const closesAt = midnight(localDay(qixi)) + DAY;
  return { drop: { opensAt, closesAt: opensAt + DROP_LASTS }, popup: { opensAt: closesAt - POPUP_LASTS, closesAt } };
}

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'Asia/Shanghai' });

/** The seventh day of the seventh month; a leap month is written otherwise (7bis). */
function isQixi(at: Millis): boolean {
  const said = Object.fromEntries(lunar.formatToParts(at).map(({ type, value }) => [type, value]));
  return said['month'] === '7' && said['day'] === '7';
}

/**
 * Who comes to buy on a day: a share of the followers, by storefront. They are drawn from a stream of the day's own, so
 * that nothing else of the year depends on them, and who has bought before comes again. In the year's last weeks some want
 * more than to buy (wishes.ts).
 */
export function planShopping(life: Life, world: World, day: string): Act[] {
  const miniProgram = world.accounts.find(({ kind }) => kind === 'miniProgram')?.appid;
  if (miniProgram === undefined) return [];
  const random = randomStream(life.seed, `store/${day}`);
  const { open, due } = wishesOn(life.solution.period, day, life.books.wishes);
  const visits = visitsOf(life, day, random);
  const acts = visits.flatMap((visit) => shopping(life, world, random, miniProgram, visit) ?? []);
  const takers = acts.filter(({ storefront, pays }) => storefront === 'permanent' && pays);
  for (let more = takers.length; more < due; more++) {
    const forThat = shopping(life, world, random, miniProgram, { storefront: 'permanent', at: wishTime(life.solution.period, open[more]!.day) + more * 60_000 }, true);
    if (forThat) takers.push(forThat);
    if (forThat) acts.push(forThat);
  }
  for (const [index, wish] of open.slice(0, takers.length).entries()) {
    takers[index]!.wish = wishOf(life, world, random, wish, takers[index]!.openid);
    life.books.wishes += 1;
  }
  return acts;
}

type Shopping = Extract<Act, { kind: 'shop' }>;

/** Null when nobody is found. */
function shopping(life: Life, world: World, random: Random, miniProgram: string, { storefront, at }: Visit, certainly = false): Shopping | null {
  const { solution: { population: { store } }, draw } = life;
  const person = someone(life, world, random, !certainly && draw.whole('store/again', store.again) === 1);
  if (person === null) return null;
  const { openid } = world.people(life.appid)[person]!;
  const pays = certainly || draw.whole('store/abandoned', store.abandoned) === 0;
  if (pays) life.books.buyers.push(person);
  const scenes = Object.entries(store.scenes);
  const scene = Number(scenes[pick(scenes.map(([, weight]) => weight), random.next())]![0]);
  return { kind: 'shop', at, appid: life.appid, openid, miniProgram, storefront, scene, pays, dice: [random.next(), random.next(), random.next()] };
}

/** A friend is somebody else among the followers. */
function wishOf(life: Life, world: World, random: Random, { day: _, gift, service, invoice, ...wish }: Planned, buyer: string): Wish {
  const at = (wished: { day: number }) => wishTime(life.solution.period, wished.day);
  const later: Wish = { ...wish, ...(service && { service: { ...service, at: at(service) } }), ...(invoice && { invoice: { ...invoice, at: at(invoice) } }) };
  if (!gift) return later;
  const people = world.people(life.appid);
  for (let trial = 0; trial < TRIALS; trial++) {
    const friend = someone(life, world, random, false);
    if (friend !== null && people[friend]!.openid !== buyer) return { ...later, gift: { ...gift, to: people[friend]!.openid } };
  }
  return later;
}

interface Visit {
  storefront: StorefrontType;
  at: Millis;
}

function visitsOf({ solution: { population, followersAt }, draw, calendar: { drop, popup } }: Life, day: string, random: Random): Visit[] {
  const { orders } = population.store;
  const begin = midnight(day);
  const thousands = Math.max(0, followersAt(begin)) / 1000;
  const times = (storefront: StorefrontType, amount: number, at: () => Millis) => Array.from({ length: draw.whole(`store/${storefront}`, amount) }, () => ({ storefront, at: at() }));
  const anyTime = () => begin + Math.floor((pick(hourWeights(population, day), random.next()) + random.next()) * HOUR);
  const permanent = times('permanent', (thousands * orders.permanent * activityWeight(population, day)) / 365, anyTime);
  const opening = begin <= drop.opensAt && drop.opensAt < begin + DAY;
  const dropped = opening ? times('drop', thousands * orders.drop, () => drop.opensAt + Math.floor(exponential(random, CROWD))) : [];
  const popped = begin >= popup.opensAt && begin < popup.closesAt ? times('popup', (thousands * orders.popup * DAY) / (popup.closesAt - popup.opensAt), anyTime) : [];
  return [...permanent, ...dropped, ...popped];
}

const TRIALS = 60;

/** A follower who is free to act, on request one who has bought; null when nobody is found. */
function someone(life: Life, world: World, random: Random, again: boolean): number | null {
  const people = world.people(life.appid);
  const { buyers } = life.books;
  for (let trial = 0; trial < TRIALS; trial++) {
    const person = again && buyers.length > 0 && trial < TRIALS / 2 ? buyers[random.below(buyers.length)]! : random.below(people.length);
    if (person < people.length && free(life, people, person)) return person;
  }
  return null;
}
