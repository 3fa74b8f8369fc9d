import type { Act, AccountsOf, CreateEngine, Engine, EngineOptions, MassJob, MenuButton, Millis, World } from '../world.ts';
import { closeMonth } from './activity.ts';
import { planActions, planLiveliness } from './actions.ts';
import { DAY, dayOf, midnight, monthOf } from './calendar.ts';
import { ARRIVING, createCommunity, FOLLOWING, restoreCommunity, saveCommunity } from './community.ts';
import { readPopulation, type Population } from './file.ts';
import { followOrder, planFollows, seedOpening } from './follows.ts';
import { historyBefore } from './history.ts';
import { planLeaves } from './leaving.ts';
import { actAll, endOfDay, inYear, newBooks, type Books, type Intent, type Life } from './life.ts';
import { panelAccounts, panelYear } from './panel.ts';
import { periodOf } from './push-plan.ts';
import { createDraw, type SavedDraw } from './quota.ts';
import { binomial, fromState, pick, randomStream } from './random.ts';
import { reactTo } from './reading.ts';
import { solve } from './solve.ts';
import { planShopping, storeCalendar } from './store.ts';

export { readPopulation, PopulationSchema, type Population, type PopulationArticle, type PopulationTest } from './file.ts';
export { armsOf, periodOf, planPushes, type PlannedPush } from './push-plan.ts';
export { panelAccounts } from './panel.ts';
export { storeCalendar, type StoreCalendar } from './store.ts';

/** The brand's account first, then those of the panel. */
export const accountsOf: AccountsOf = (options) => {
  const population = readPopulation(options.population);
  const panel = options.panel ? panelAccounts(population, options.seed) : [];
  return [population.account.name, ...panel.map((account) => account.name)].map((name) => ({ name, kind: 'service' as const }));
};

interface SavedEngine {
  community: ReturnType<typeof saveCommunity>;
  books: Books;
  draw: SavedDraw;
  random: number[];
}

/** A population living its year, and going on after it. `options.followers` is its size at the year's end. */
export const createEngine: CreateEngine = (options: EngineOptions): Engine => {
  const population = readPopulation(options.population);
  const period = periodOf(options.start, options.until);
  const quotas = createDraw(options.seed, options.draw === 'quota');
  const solution = solve(population, options.followers, period, quotas);
  const order = followOrder(solution, options.seed);
  const sources = solution.sources.length;
  const life: Life = {
    appid: '', seed: options.seed, solution, calendar: storeCalendar(population, options.start), draw: quotas, random: randomStream(options.seed, 'life'), community: createCommunity(sources), books: newBooks(sources),
  };

  return {
    init(world) {
      life.appid = world.accounts[0]!.appid;
      const history = historyBefore(solution);
      world.seedHistory(life.appid, history.days);
      seedOpening(life, world, history.followedOn);
      if (options.draw === 'random') life.books.yearlyShare = drawnYearlyShare(life);
      if (!options.panel) return;
      panelAccounts(population, options.seed).forEach((account, index) => {
        const known = world.accounts[index + 1];
        if (known) world.seedHistory(known.appid, panelYear(population, account, period, options.seed));
      });
    },
    hour(world, from, to) {
      const day = dayOf(from);
      if (day !== life.books.day) planDay(life, world, day, from, order);
      const acts = dueActs(life, world, to);
      if (!inYear(life, day)) acts.push(...planLiveliness(life, world, from, to, acts.length), ...dueActs(life, world, to));
      actAll(world, acts);
    },
    onMassSend(world: World, appid: string, job: MassJob) {
      if (appid === life.appid) reactTo(life, world, job);
    },
    save: (): SavedEngine => ({
      community: saveCommunity(life.community), books: life.books, draw: life.draw.save() as SavedDraw, random: life.random.state(),
    }),
    restore(world, saved) {
      const kept = saved as SavedEngine;
      life.appid = world.accounts[0]!.appid;
      life.community = restoreCommunity(kept.community);
      // A year begun before there was a store has sold nothing.
      life.books = { ...newBooks(sources), ...kept.books };
      life.draw = createDraw(options.seed, options.draw === 'quota', kept.draw);
      life.random = fromState(kept.random);
    },
  };
};

function drawnYearlyShare(life: Life): number {
  const { solution } = life;
  const people = [...solution.opening, ...solution.follows].reduce((sum, n) => sum + n, 0) - solution.refollows;
  return binomial(life.random, people, solution.population.activity.yearly) / Math.max(1, people);
}

/**
 * Everything of a day that is not a reaction: who comes, who goes, who is active. Live time may
 * begin in the middle of a day: what its morning should have seen is spread over the rest of it.
 */
function planDay(life: Life, world: World, day: string, from: Millis, order: Uint8Array): void {
  const { books, community, solution } = life;
  for (const person of books.arrivals) if (community.state[person] === ARRIVING) community.state[person] = FOLLOWING;
  books.arrivals = [];
  if (books.day !== '' && monthOf(books.day) !== monthOf(day)) closeMonth(life, monthOf(books.day));
  forgetMissed(books);
  for (const past of Object.keys(books.clickers)) if (past < day) delete books.clickers[past];
  books.day = day;
  const push = solution.pushes.find((planned) => planned.at >= midnight(day) && planned.at < midnight(day) + DAY);
  planFollows(life, world, day, order);
  const acts: Act[] = planLeaves(life, world, day, push);
  acts.push(...planActions(life, world, day), ...planShopping(life, world, day));
  const rest = endOfDay(day) - from;
  for (const planned of [...acts, ...books.intents]) if (planned.at < from) planned.at = from + Math.floor(life.random.next() * Math.max(1, rest));
  actAll(world, acts);
  books.intents.sort((a, b) => a.at - b.at);
}

/** Yesterday's taps that found no menu, and scans that found no code, did not happen. */
function forgetMissed(books: Books): void {
  for (const { kind } of books.intents) {
    if (kind === 'menu') books.menu -= 1;
    if (kind === 'scan') books.scans -= 1;
  }
  books.intents = books.intents.filter((intent) => intent.kind === 'follow');
}

/** Looks up buttons and codes for what is due before `to`; what finds none waits for the next hour. */
function dueActs(life: Life, world: World, to: Millis): Act[] {
  const { books } = life;
  const due = books.intents.filter((intent) => intent.at < to);
  if (due.length === 0) return [];
  books.intents = books.intents.filter((intent) => intent.at >= to);
  const acts: Act[] = [];
  for (const intent of due) {
    const act = actOf(life, world, intent);
    if (act) acts.push(act);
    else books.intents.push({ ...intent, at: Math.max(intent.at, to) + 60_000 });
  }
  return acts;
}

function actOf(life: Life, world: World, intent: Intent): Act | null {
  const { appid } = life;
  const person = world.people(appid)[intent.person]!;
  const base = { at: intent.at, appid, openid: person.openid };
  if (intent.kind === 'menu') {
    const leaf = buttonFor(life, world.menu(appid, person), intent.about);
    return leaf && { ...base, kind: 'menu', item: leaf.item, ...(leaf.category === null ? {} : { category: leaf.category }) };
  }
  const ticket = intent.kind === 'scan' || intent.about === 'ADD_SCENE_QR_CODE' ? codeFor(life, world) : undefined;
  if (intent.kind === 'scan') return ticket === undefined ? null : { ...base, kind: 'scan', ticket };
  const scene = intent.about as Extract<Act, { kind: 'follow' }>['scene'];
  return { ...base, kind: 'follow', scene, ...(ticket === undefined ? {} : { ticket }) };
}

/** A code of the account by the weights of the channels, in the order in which they were made. */
function codeFor(life: Life, world: World): string | undefined {
  const codes = world.codes(life.appid);
  const { channels } = life.solution.population;
  const weights = codes.map((_, index) => channels[index]?.weight ?? 1);
  return codes[pick(weights, life.random.next())]?.ticket;
}

interface Leaf {
  item: [number] | [number, number];
  category: string | null;
  weight: number;
}
const leavesOf = new WeakMap<readonly MenuButton[], Leaf[]>();

/** A button of this category; the population knows its own by name, a button it never saw counts as any. */
function buttonFor(life: Life, menu: readonly MenuButton[] | null, category: string): Leaf | null {
  if (!menu || menu.length === 0) return null;
  let leaves = leavesOf.get(menu);
  if (!leaves) leavesOf.set(menu, (leaves = listLeaves(life.solution.population, menu)));
  const fitting = leaves.filter((leaf) => leaf.category === category);
  const from = fitting.length > 0 ? fitting : leaves;
  return from[pick(from.map((leaf) => leaf.weight), life.random.next())] ?? null;
}

function listLeaves(population: Population, menu: readonly MenuButton[]): Leaf[] {
  const known = new Map(population.menu.flatMap((top) => top.items.map((item) => [item.name, item] as const)));
  const leaf = (button: MenuButton, item: Leaf['item']): Leaf => {
    const own = known.get(button.name);
    return { item, category: own?.category ?? null, weight: own?.weight ?? 1 };
  };
  return menu.flatMap((button, top) =>
    button.sub_button?.length ? button.sub_button.map((sub, index) => leaf(sub, [top, index])) : [leaf(button, [top])]);
}
