import { addDays, createLog, localDay, messageOf } from '@qingniao/kernel';
import { periodOf, planPushes, readPopulation, type PlannedPush, type Population } from '../population/index.ts';
import type { CreateOperator, EngineOptions, Millis, Operator } from '../world.ts';
import { bodyOf, elementsOf } from './article-body.ts';
import { coverOf } from './cover.ts';
import { productApi, type OperatorSettings, type ProductApi, type PushBody, type Tag } from './product-api.ts';
import { setUpSteps } from './set-up.ts';

export { operatorPermissions, type OperatorSettings } from './product-api.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
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
  draft?: { number: number; id: string };
  /** The push for which the followers have been tagged. */
  taggedFor: number;
  /** Month up to which costs are recorded, `2026-03`. */
  costsUntil: string;
}

/** The simulated brand team. It knows the population's plan and works through the product's public API only. */
export const createOperator: CreateOperator = (options: EngineOptions): Operator => {
  const population = readPopulation(options.population);
  const plan = planPushes(population, periodOf(options.start, options.until), options.until + 400 * DAY);
  const log = createLog();
  let product: ProductApi | null = null;
  let progress: Progress = {
    setUp: [], taggedUntil: options.start, tagTurn: 0, done: [], taggedFor: 0, costsUntil: localDay(options.start).slice(0, 7),
  };
  const attempt = async (task: string, work: () => Promise<void>): Promise<void> => {
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
      const pushing = next !== undefined && (next.at <= to || (next.at - HOUR <= to && progress.taggedFor < next.number));
      return product !== null && (settingUp || pushing || localDay(to).slice(0, 7) !== progress.costsUntil);
    },
    async hour(_world, _from, to) {
      const team = product;
      if (!team) return;
      for (const [name, step] of Object.entries(setUpSteps)) {
        if (progress.setUp.includes(name)) continue;
        await attempt(name, async () => {
          await step(team, population);
          progress.setUp.push(name);
        });
      }
      const next = nextPush(to);
      if (next && next.at - HOUR <= to && progress.taggedFor < next.number)
        await attempt('tag new followers', () => tagNewFollowers(team, population, progress, to - HOUR).then(() => void (progress.taggedFor = next.number)));
      if (next && next.at <= to)
        await attempt('send a push', () => sendPush(team, progress, next).then(() => void progress.done.push(next.number)));
      await attempt('record costs', () => recordCosts(team, population, progress, to));
    },
    save: () => progress,
    restore(saved) {
      progress = saved as Progress;
    },
  };
};

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
  for (const [index, contactIds] of groups.entries()) {
    const tag = tags.find((one) => one.name === segments[index]);
    if (!tag) throw new Error(`the account has no tag for segment ${index + 1}`);
    for (let from = 0; from < contactIds.length; from += 1000) await product.setTag(tag.id, contactIds.slice(from, from + 1000));
  }
  progress.tagTurn = turn;
  progress.taggedUntil = until;
}

/** Records the push, gives each article its tracked link, and sends; goes on where an earlier try stopped. */
async function sendPush(product: ProductApi, progress: Progress, push: PlannedPush): Promise<void> {
  const audience = await audienceOf(product, push);
  const bodyWith = (links: readonly (string | null)[]): PushBody => ({
    title: `${push.segment ?? '全部关注者'} · ${push.articles[0]!.title}`, audience, segmented: push.segment !== null,
    articles: push.articles.map((article, index) => ({
      title: article.title, digest: article.digest, content: bodyOf(article, links[index] ?? null), cover: coverOf(article.title), elements: elementsOf(article),
    })),
  });
  // The links name the push they stand in, so the push is recorded first and filled in after.
  if (progress.draft?.number !== push.number) progress.draft = { number: push.number, id: await product.createPush(bodyWith([])) };
  const pushId = progress.draft.id;
  const links: (string | null)[] = [];
  for (const { title, elements: { link } } of push.articles) {
    const placement = link === 'mini_program' ? 'mp_card' : 'inline_link';
    links.push(link === 'none' ? null : await product.createLink({ title, target: 'https://brand.example/collection', placement, pushId }));
  }
  if (links.some((link) => link !== null)) await product.changePush(pushId, bodyWith(links));
  await product.sendPush(pushId);
}

async function audienceOf(product: ProductApi, push: PlannedPush): Promise<PushBody['audience']> {
  if (push.segment === null) return { kind: 'everyone' };
  const tag = ownTags(await product.syncTags(), product).find((one) => one.name === push.segment);
  if (!tag) throw new Error('the account has no tag for the segment of this push');
  return { kind: 'tag', tagId: tag.wechatId! };
}

/** On the first of a month: what the month before cost, source by source. */
async function recordCosts(product: ProductApi, population: Population, progress: Progress, to: Millis): Promise<void> {
  const month = localDay(to).slice(0, 7);
  if (month === progress.costsUntil) return;
  const prices = Object.entries(population.sources).filter(([, source]) => (source.costPerFollow ?? 0) > 0);
  if (prices.length > 0) {
    const last = addDays(`${month}-01`, -1);
    const rows = await product.sources(`${last.slice(0, 7)}-01`, last);
    for (const [group, source] of prices) {
      const follows = rows.find((row) => row.group === group)?.follows ?? 0;
      if (follows > 0) await product.recordCost({ sourceGroup: group, day: last, fen: follows * source.costPerFollow!, note: `${last.slice(0, 7)} CPF ¥${source.costPerFollow! / 100}` });
    }
  }
  progress.costsUntil = month;
}
