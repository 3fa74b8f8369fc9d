import { addDays, createLog, localDay, messageOf } from '@qingniao/kernel';
import { armsOf, periodOf, planPushes, readPopulation, storeCalendar, type PlannedPush, type Population, type PopulationArticle, type PopulationTest } from '../population/index.ts';
import type { Card, CreateOperator, EngineOptions, Millis, Operator, World } from '../world.ts';
import { bodyOf, COLLECTION, elementsOf } from './article-body.ts';
import { kolStalls } from './catalogue.ts';
import { coverOf } from './cover.ts';
import { isKept, keepArticle, placementOf, type Kept } from './kept-articles.ts';
import { keepLibrary } from './library.ts';
import { productApi, type ExperimentBody, type OperatorSettings, type LibraryArticle, type ProductApi, type PushArticle, type PushBody, type Tag } from './product-api.ts';
import { keepSegments, segmentsOf, type KeptSegments, type LinksByTopic } from './segments.ts';
import { answerService } from './service.ts';
import { setUpSteps } from './set-up.ts';
import type { Attempt } from './store-api.ts';
import { emptyStore, keepStore, refundReturns, shipWhatIsPaid, type KeptStore } from './store.ts';

export { operatorPermissions, type OperatorSettings } from './product-api.ts';

const monthOf = (at: Millis): string => localDay(at).slice(0, 7);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The team begins to work with segments so long before the history ends: they are live for a while, and the months before cost nothing. */
const SEGMENTS_LIVE = 30 * DAY;
/** So long before the history ends the team fills its library: what it plans lies ahead of whoever looks at the demo. */
const LIBRARY_KEPT = 2 * DAY;
/** Nobody asks for after-sale service before; an empty desk need not be looked at all year. */
const SERVICE_BEGINS = 40 * DAY;
/** The page of the mini program that cards lead to. */
const HOME = 'pages/home/home';
/** A push that could not be sent within this time is left out. */
const GIVE_UP = 6 * HOUR;

/** What the team has done; kept over a restart. Address and key are not: configure again. */
interface Progress {
  setUp: string[];
  /** Followers up to this instant carry their interest tag. */
  taggedUntil: Millis;
  tagTurn: number;
  /** Numbers of the pushes that are sent, or left out. */
  done: number[];
  /** The push being prepared, by the product's id of it. */
  draft?: { number: number; id: string; asked?: boolean };
  /** The push for which the followers have been tagged. */
  taggedFor: number;
  /** The first day whose costs are not recorded. */
  costsUntil: string;
  /** Tracked links by product type, the oldest first. */
  links: LinksByTopic;
  /** What pushes take from the library. */
  kept: Kept;
  /** Articles of the library so far; null once it is all there. */
  articles: number | null;
  /** The team's segments, by name. */
  segments: KeptSegments;
  /** Month in which the segments got the rules they have. */
  segmentsOf: string;
  store: KeptStore;
  /** Channels of KOLs whose cards are out. */
  kolCards: string[];
  /** Orders paid by then have been sent. */
  shippedUntil: Millis;
  /** Orders paid up to this instant have come back, or stay; and the part of a return that is owed to the next ones. */
  returnedUntil: Millis;
  returnsOwed: number;
}

/** The simulated brand team. It knows the population's plan and works through the product's public API only. */
export const createOperator: CreateOperator = (options: EngineOptions): Operator => {
  const population = readPopulation(options.population);
  const plan = planPushes(population, options.followers, periodOf(options.start, options.until), options.until + 400 * DAY);
  const calendar = storeCalendar(population, options.start);
  const log = createLog();
  let product: ProductApi | null = null;
  let progress: Progress = {
    setUp: [], taggedUntil: options.start, tagTurn: 0, done: [], taggedFor: 0, costsUntil: localDay(options.start),
    links: {}, kept: { articles: {}, partners: {} }, articles: 0, segments: {}, segmentsOf: '', store: emptyStore(), kolCards: [], shippedUntil: options.start, returnedUntil: options.start, returnsOwed: 0,
  };
  const segmenting = (to: Millis) => to >= Math.max(options.start + DAY, options.until - SEGMENTS_LIVE) && monthOf(to) !== progress.segmentsOf;
  /** On the first of a month, and when the history ends: nobody who came then is to look as if they had cost nothing. */
  const counting = (to: Millis) => monthOf(to) !== progress.costsUntil.slice(0, 7) || (to >= options.until && progress.costsUntil < localDay(options.until));
  const filling = (to: Millis) => progress.articles !== null && to >= Math.max(options.start + DAY, options.until - LIBRARY_KEPT);
  const returning = (to: Millis) => monthOf(to) !== monthOf(progress.returnedUntil);
  const attempt: Attempt = async (task, work) => {
    try {
      await work();
    } catch (error) {
      // The team tries again next hour; a demo with a gap is better than none.
      log.warn({ task, reason: messageOf(error) }, 'the operator could not do its work');
    }
  };

  const nextPush = (to: Millis) => plan.find((push) => !progress.done.includes(push.number) && push.at + GIVE_UP > to);

  return {
    configure(settings) {
      product = productApi(checkSettings(settings));
    },
    busy(to) {
      const next = nextPush(to);
      const settingUp = Object.keys(setUpSteps).some((name) => !progress.setUp.includes(name));
      const pushing = next !== undefined && next.at <= to;
      return product !== null && (settingUp || !progress.store.done || returning(to) || pushing || segmenting(to) || filling(to) || counting(to));
    },
    async hour(world, _from, to) {
      const team = product;
      if (!team) return;
      for (const [name, step] of Object.entries(setUpSteps)) {
        if (progress.setUp.includes(name)) continue;
        await attempt(name, async () => {
          await step(team, population, options);
          progress.setUp.push(name);
        });
      }
      if (!progress.store.done) await attempt('open the store', () => keepStore(team.store, progress.store, calendar, options.followers));
      if (progress.store.done && progress.kolCards.length < kolStalls.length) await attempt('give KOLs their cards', () => giveCards(team, world, progress));
      // No stop of its own: parcels go when the team works anyway, once a day at most.
      if (progress.store.done && to - progress.shippedUntil >= DAY) {
        await attempt('ship orders', async () => {
          await shipWhatIsPaid(team.store, attempt);
          progress.shippedUntil = to;
        });
        if (to >= options.until - SERVICE_BEGINS) await attempt('answer after-sale cases and invoices', () => answerService(team.store, to, attempt));
      }
      if (returning(to)) {
        await attempt('take back returns', async () => {
          progress.returnsOwed = await refundReturns(team.store, progress.returnedUntil, population.store.refunds, progress.returnsOwed);
          progress.returnedUntil = to;
        });
      }
      const next = nextPush(to);
      if (next && next.at <= to) {
        if (progress.taggedFor < next.number)
          await attempt('tag new followers', () => tagNewFollowers(team, population, progress, to - HOUR).then(() => void (progress.taggedFor = next.number)));
        if (progress.taggedFor >= next.number) await attempt('send a push', () => sendPush(team, progress, next, miniProgramOf(world)).then(() => void progress.done.push(next.number)));
      }
      if (segmenting(to)) {
        await attempt('keep segments', async () => {
          await keepSegments(team, segmentsOf(population, progress.links), progress.segments);
          progress.segmentsOf = monthOf(to);
        });
      }
      if (filling(to)) {
        await attempt('keep the library', async () => {
          await keepLibrary(team, plan, miniProgramOf(world), to, progress.articles ?? 0, (articles) => void (progress.articles = articles));
          progress.articles = null;
        });
      }
      if (counting(to)) await attempt('record costs', () => recordCosts(team, population, progress, to));
    },
    save: () => progress,
    restore(saved) {
      // `library` was the name of `articles`, and costs were recorded up to a month: what is kept already is not kept twice.
      const { library: articles = progress.articles, ...kept } = saved as Partial<Progress> & { library?: number | null };
      progress = { ...progress, articles, ...kept };
      if (progress.costsUntil.length === '2026-03'.length) progress.costsUntil += '-01';
    },
  };
};

const miniProgramOf = (world: World): string | null => world.accounts.find(({ kind }) => kind === 'miniProgram')?.appid ?? null;

function checkSettings(settings: unknown): OperatorSettings {
  const given = settings as Partial<OperatorSettings> | null;
  if (!given || typeof given.baseUrl !== 'string' || typeof given.apiKey !== 'string' || typeof given.assetId !== 'string' || !Number.isInteger(given.brandId))
    throw new TypeError('the operator needs { baseUrl, brandId, assetId, apiKey }');
  return { baseUrl: given.baseUrl.replace(/\/$/, ''), brandId: given.brandId!, assetId: given.assetId, apiKey: given.apiKey };
}

const ownTags = (tags: readonly Tag[], product: ProductApi): Tag[] => tags.filter((tag) => tag.assetId === product.assetId && tag.wechatId !== null);

/** Everybody is in one interest group: newcomers are dealt out in turn, so that the segments stay equal. */
async function tagNewFollowers(product: ProductApi, population: Population, progress: Progress, until: Millis): Promise<void> {
  const { segments } = population.pushes;
  if (segments.length === 0) return;
  const tags = ownTags(await product.syncTags(), product);
  const groups = segments.map((): number[] => []);
  let turn = progress.tagTurn;
  for await (const { id } of product.followersSince(progress.taggedUntil, until)) groups[turn++ % segments.length]!.push(id);
  await Promise.all(groups.map(async (contactIds, index) => {
    const tag = tags.find((one) => one.name === segments[index]);
    if (!tag) throw new Error(`the account has no tag for segment ${index + 1}`);
    for (let from = 0; from < contactIds.length; from += 1000) await product.setTag(tag.id, contactIds.slice(from, from + 1000));
  }));
  progress.tagTurn = turn;
  progress.taggedUntil = until;
}

/** K-07, K-09: a card of their own leads the readers of each KOL into their store, and says whose it is. */
async function giveCards(product: ProductApi, world: World, progress: Progress): Promise<void> {
  const appid = miniProgramOf(world);
  if (appid === null) return;
  const channels = await product.channels();
  for (const { channel, name } of kolStalls) {
    const channelId = channels[channel];
    if (progress.kolCards.includes(channel)) continue;
    const storefront = progress.store.storefronts[channel];
    // Whoever took the channel away wants no card, and a demo of before has no such store.
    if (channelId !== undefined && storefront) world.showCard(appid, await product.createCard({ title: name, appid, page: `${HOME}?storefront=${storefront.id}`, channelId }));
    progress.kolCards.push(channel);
  }
}

/** Records the push and the question it asks, gives each article its tracked link, and sends; goes on where an earlier try stopped. */
async function sendPush(product: ProductApi, progress: Progress, push: PlannedPush, miniProgram: string | null): Promise<void> {
  const audience = await audienceOf(product, push);
  const arms = armsOf(push);
  const library = new Map<PopulationArticle, string>();
  for (const article of push.articles.filter(isKept)) library.set(article, await keepArticle(product, article, progress.kept));
  const bodyWith = (links: readonly (readonly (string | null)[])[], card: Card | null = null): PushBody => {
    const articles = arms.map((arm, index) => arm.map((article, position): PushArticle | LibraryArticle => {
      const articleId = library.get(article);
      return articleId !== undefined ? { articleId } : {
        title: article.title, digest: article.digest, content: bodyOf(article, links[index]?.[position] ?? null, leadsToShop(article) ? card : null),
        cover: coverOf(article.title, article.elements.teaser), elements: elementsOf(article),
      };
    }));
    return {
      title: `${push.segment ?? '全部关注者'} · ${push.articles[0]!.title}`, audience, segmented: push.segment !== null,
      variants: push.test === null ? [{ articles: articles[0]! }] : sidesOf(push.test).map(({ name }, index) => ({ name, arm: 'ab'[index]!, share: 0.5, articles: articles[index]! })),
    };
  };
  // The links name the push they stand in, so the push is recorded first and filled in after.
  if (progress.draft?.number !== push.number) progress.draft = { number: push.number, id: await product.createPush(bodyWith([])) };
  const { draft } = progress;
  if (push.test !== null && !draft.asked) {
    await product.createExperiment(questionOf(draft.id, push.test));
    draft.asked = true;
  }
  const links = await Promise.all(arms.map((arm) => Promise.all(arm.map((article) => article.elements.link === 'none' || library.has(article) ? null : product.createLink({
    title: article.title, target: COLLECTION, placement: placementOf(article), pushId: draft.id,
  })))));
  const made = arms.flatMap((arm, index) => arm.map(({ topic }, position) => ({ topic, link: links[index]![position] })));
  for (const { topic, link } of made) if (link && topic !== undefined) progress.links[topic] = [...progress.links[topic] ?? [], link.id];
  const shown = miniProgram !== null && arms.flat().some(leadsToShop)
    ? { appid: miniProgram, path: await product.createCard({ title: push.articles[0]!.title, appid: miniProgram, page: HOME, pushId: draft.id }) } : null;
  if (links.flat().some((link) => link !== null)) await product.changePush(draft.id, bodyWith(links.map((arm) => arm.map((link) => link && link.url)), shown));
  await product.sendPush(draft.id);
}

const leadsToShop = ({ elements }: PopulationArticle): boolean => elements.link === 'mini_program';

const sidesOf = (test: PopulationTest) => [test.control, test.treatment];

/** A rate that differs by less than this would change nothing the team does. */
const WORTH_FINDING = { open: 0.1, engagement: 0.3 };

const questionOf = (pushId: string, { hypothesis, element, metric }: PopulationTest): ExperimentBody =>
  ({ pushId, hypothesis, element, metrics: [metric], control: 1, worthFinding: WORTH_FINDING[metric] });

async function audienceOf(product: ProductApi, push: PlannedPush): Promise<PushBody['audience']> {
  if (push.segment === null) return { kind: 'everyone' };
  const tag = ownTags(await product.syncTags(), product).find((one) => one.name === push.segment);
  if (!tag) throw new Error('the account has no tag for the segment of this push');
  return { kind: 'tag', tagId: tag.wechatId! };
}

/** What those cost who came since costs were recorded last, source by source. */
async function recordCosts(product: ProductApi, population: Population, progress: Progress, to: Millis): Promise<void> {
  const today = localDay(to);
  const prices = Object.entries(population.sources).filter(([, source]) => (source.costPerFollow ?? 0) > 0);
  if (prices.length > 0) {
    const last = addDays(today, -1);
    const rows = await product.sources(progress.costsUntil, last);
    for (const [group, source] of prices) {
      const follows = rows.find((row) => row.group === group)?.follows ?? 0;
      if (follows > 0) await product.recordCost({ sourceGroup: group, day: last, fen: follows * source.costPerFollow!, note: `${last.slice(0, 7)} CPF ¥${source.costPerFollow! / 100}` });
    }
  }
  progress.costsUntil = today;
}
