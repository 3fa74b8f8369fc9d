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
  /** A KOL's own line (K-09). */
  ownLine: { opensAt: Millis; closesAt: Millis };
}

const EIGHT_IN_THE_EVENING = 20 * HOUR;
const DROP_LASTS = 3 * DAY;
/** Month and day (K-09). */
const OWN_LINE = '12-19';
/** Orders for a KOL's own line, for a thousand followers; and the hours in which its readers come by. */
const OWN_LINE_ORDERS = 0.6;
const OWN_LINE_READ = 3 * HOUR;
/** The pop-up opens so long before the end of Qixi. */
const POPUP_LASTS = 10 * DAY;
/** Most of a drop's crowd stands at the door; the others follow within minutes. */
const CROWD = 45_000;

/** The first drop and the first Qixi from an instant on. */
export function storeCalendar({ store }: Population, from: Millis): StoreCalendar {
  const days = Array.from({ length: 800 }, (_, index) => from + index * DAY);
  const on = (day: string) => midnight(localDay(days.find((at) => localDay(at).slice(5) === day)!)) + EIGHT_IN_THE_EVENING;
  const qixi = days.find((at) => at >= from + POPUP_LASTS && isQixi(at))!;
  const opensAt = on(store.drop);
  const ownLine = on(OWN_LINE);
  const closesAt = midnight(localDay(qixi)) + DAY;
  return { drop: { opensAt, closesAt: opensAt + DROP_LASTS }, popup: { opensAt: closesAt - POPUP_LASTS, closesAt }, ownLine: { opensAt: ownLine, closesAt: ownLine + DROP_LASTS } };
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
  const takers = acts.filter(({ storefront, pays, h5 = false }) => storefront === 'permanent' && pays && !h5);
  for (let more = takers.length; more < due; more++) {
    const forThat = shopping(life, world, random, miniProgram, { storefront: 'permanent', at: wishTime(life.solution.period, open[more]!.day) + more * 60_000 }, true);
    if (forThat) takers.push(forThat);
    if (forThat) acts.push(forThat);
  }
  for (const [index, wish] of open.slice(0, takers.length).entries()) {
    takers[index]!.wish = wishOf(life, world, random, wish, takers[index]!.openid);
    life.books.wishes += 1;
  }
  return [...acts, ...lookingForward(life, world, day, miniProgram)];
}

/** For so many days before it opens people look at what is to come. */
const LOOKS_FORWARD = 6;

/** In all as many as will come to buy, and somebody; out of a stream of their own, so that nobody buys otherwise for them. */
function lookingForward(life: Life, world: World, day: string, miniProgram: string): Act[] {
  const { solution: { population: { store: { orders } }, followersAt }, calendar: { drop, popup, ownLine }, appid } = life;
  const [begin, random] = [midnight(day), randomStream(life.seed, `store/forward/${day}`)];
  const thousands = Math.max(0, followersAt(begin)) / 1000;
  const soon: readonly { storefront: StorefrontType; opensAt: Millis; buyers: number }[] = [
    { storefront: 'drop', ...drop, buyers: thousands * orders.drop }, { storefront: 'popup', ...popup, buyers: thousands * orders.popup }, { storefront: 'drop', ...ownLine, buyers: thousands * OWN_LINE_ORDERS },
  ];
  return soon.flatMap(({ storefront, opensAt, buyers }) => {
    const nth = LOOKS_FORWARD - Math.floor((opensAt - begin) / DAY);
    if (nth < 0 || nth >= LOOKS_FORWARD) return [];
    const by = (days: number) => Math.floor((Math.max(1, buyers) * days) / LOOKS_FORWARD);
    return Array.from({ length: by(nth + 1) - by(nth) }, (): Act[] => {
      const [at, die] = [begin + Math.floor((8 + 14 * random.next()) * HOUR), random.next()];
      const person = someone(life, world, random, false);
      return person === null ? [] : [{ kind: 'errand', at, appid, openid: world.people(appid)[person]!.openid, miniProgram, errand: { to: 'look forward', storefront, die }, turns: 1 }];
    }).flat();
  });
}

type Shopping = Extract<Act, { kind: 'shop' }>;

/** Reading an article, and a card somebody has passed on in a chat. */
const FROM_ARTICLE = 1058;
const FROM_CHAT = 1007;
/** Part of those without a card who shop in WeChat's browser (K-04). */
const ON_THE_WEB = 0.12;
/** Readers are told of a push for so long. */
const PUSH_IS_NEW = 14 * DAY;

/** Part of the cards in articles that are those of KOLs. */
const OF_KOLS = 0.2;

/** The card that brings people in by a scene: of the last push, to whom it reached, or of those that KOLs show. Null: none. */
function cardFor({ books, community }: Life, random: Random, shown: readonly string[], scene: number, at: Millis): { path: string; reached?: (person: number) => boolean } | null {
  const { cards } = books;
  const ofKol = shown.length > 0 && (scene === FROM_CHAT || (scene === FROM_ARTICLE && random.next() < OF_KOLS));
  if (scene === FROM_ARTICLE && !ofKol && cards && at > cards.sentAt && at < cards.sentAt + PUSH_IS_NEW) {
    const minute = Math.floor(cards.sentAt / 60_000);
    return { path: cards.paths[random.below(cards.paths.length)]!, reached: (person) => community.deliveredAt[person] === minute };
  }
  return ofKol ? { path: shown[random.below(shown.length)]! } : null;
}

/** Null when nobody is found. */
function shopping(life: Life, world: World, random: Random, miniProgram: string, { storefront, at, kol = false }: Visit, certainly = false): Shopping | null {
  const { solution: { population: { store } }, draw } = life;
  const scenes = Object.entries(store.scenes);
  const scene = kol ? FROM_ARTICLE : Number(scenes[pick(scenes.map(([, weight]) => weight), random.next())]![0]);
  const shown = world.shownCards(miniProgram);
  const newest = shown.at(-1);
  if (kol && newest === undefined) return null;
  // Whoever comes for something certain comes for the brand's own.
  const card = kol ? { path: newest! } : cardFor(life, random, storefront === 'permanent' && !certainly ? shown : [], scene, at);
  const again = !certainly && draw.whole('store/again', store.again) === 1;
  const person = someone(life, world, random, again, card?.reached) ?? someone(life, world, random, again);
  if (person === null) return null;
  const { openid } = world.people(life.appid)[person]!;
  const pays = certainly || draw.whole('store/abandoned', store.abandoned) === 0;
  if (pays) life.books.buyers.push(person);
  const h5 = storefront === 'permanent' && !certainly && card === null && random.next() < ON_THE_WEB;
  return { kind: 'shop', at, appid: life.appid, openid, miniProgram, storefront, scene, ...(h5 && { h5 }), ...(card && { path: card.path }), pays, dice: [random.next(), random.next(), random.next()] };
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
  /** By the newest card of a KOL. */
  kol?: boolean;
  at: Millis;
}

function visitsOf({ solution: { population, followersAt }, draw, calendar: { drop, popup, ownLine } }: Life, day: string, random: Random): Visit[] {
  const { orders } = population.store;
  const begin = midnight(day);
  const thousands = Math.max(0, followersAt(begin)) / 1000;
  const times = (storefront: StorefrontType, amount: number, at: () => Millis, of: string = storefront): Visit[] => Array.from({ length: draw.whole(`store/${of}`, amount) }, () => ({ storefront, at: at() }));
  const anyTime = () => begin + Math.floor((pick(hourWeights(population, day), random.next()) + random.next()) * HOUR);
  const permanent = times('permanent', (thousands * orders.permanent * activityWeight(population, day)) / 365, anyTime);
  const opening = begin <= drop.opensAt && drop.opensAt < begin + DAY;
  const dropped = opening ? times('drop', thousands * orders.drop, () => drop.opensAt + Math.floor(exponential(random, CROWD))) : [];
  const popped = begin >= popup.opensAt && begin < popup.closesAt ? times('popup', (thousands * orders.popup * DAY) / (popup.closesAt - popup.opensAt), anyTime) : [];
  const lined = begin <= ownLine.opensAt && ownLine.opensAt < begin + DAY
    ? times('drop', Math.max(1, thousands * OWN_LINE_ORDERS), () => ownLine.opensAt + Math.floor(random.next() * OWN_LINE_READ), 'own line').map((visit): Visit => ({ ...visit, kol: true })) : [];
  return [...permanent, ...dropped, ...popped, ...lined];
}

const TRIALS = 60;

/** A follower who is free to act and fits, on request one who has bought; null when nobody is found. */
function someone(life: Life, world: World, random: Random, again: boolean, fits = (_person: number) => true): number | null {
  const people = world.people(life.appid);
  const { buyers } = life.books;
  for (let trial = 0; trial < TRIALS; trial++) {
    const person = again && buyers.length > 0 && trial < TRIALS / 2 ? buyers[random.below(buyers.length)]! : random.below(people.length);
    if (person < people.length && free(life, people, person) && fits(person)) return person;
  }
  return null;
}
