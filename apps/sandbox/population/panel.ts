import { addDays, allocate } from '@qingniao/kernel';
import type { SeededArticle, SeededDay } from '../world.ts';
import { daysFrom, followWeight, hourWeights } from './calendar.ts';
import type { Population } from './file.ts';
import { datacubeSources, runningWhole } from './history.ts';
import { pick, randomStream, type Random } from './random.ts';
import type { Period } from './push-plan.ts';
import { scaled } from './solve.ts';

/** One account of the panel: W-02, W-03, W-34 and W-35 are measured over accounts. */
export interface PanelAccount {
  name: string;
  opening: number;
  closing: number;
  pushesAMonth: number;
  articlesAPush: number;
}

/** The accounts of the panel. Growth of a group has exactly the published unweighted mean, up to whole people. */
export function panelAccounts(population: Population, seed: string): PanelAccount[] {
  const random = randomStream(seed, 'panel');
  const { groups, pushesAMonth, articlesAPush } = population.panel;
  const rhythms = mixed(random, Object.entries(pushesAMonth).flatMap(([pushes, accounts]) => new Array<number>(accounts).fill(Number(pushes))));
  const sizes = mixed(random, articlesAPush.flatMap(({ mean, accounts }) => new Array<number>(accounts).fill(mean)));
  const accounts = groups.flatMap((group) => {
    const [smallest, largest] = group.opening;
    // Spread around the mean by pairs that cancel out; an odd one stands on it.
    const spread = Array.from({ length: group.accounts }, (_, index) => {
      const pair = Math.floor(index / 2);
      const odd = group.accounts % 2 === 1 && index === group.accounts - 1;
      return odd ? 0 : (index % 2 === 0 ? 1 : -1) * (0.15 + (0.75 * pair) / Math.max(1, group.accounts / 2));
    });
    return mixed(random, spread).map((offset, index) => {
      const place = group.accounts > 1 ? index / (group.accounts - 1) : 0;
      const opening = Math.round(smallest * Math.exp(place * Math.log(Math.max(1, largest) / Math.max(1, smallest))));
      return { opening, closing: Math.round(opening * (1 + group.growth * (1 + offset * 0.8))) };
    });
  });
  return accounts.map((account, index) => ({
    ...account, name: `样本账号 ${String(index + 1).padStart(2, '0')}`,
    pushesAMonth: rhythms[index] ?? 1, articlesAPush: sizes[index] ?? 1,
  }));
}

function mixed<T>(random: Random, list: T[]): T[] {
  for (let index = list.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [list[index], list[other]] = [list[other]!, list[index]!];
  }
  return list;
}

/** Days of the month on which an account with so many pushes a month sends; each lies in every month. */
const PUSH_DATES: Record<number, number[]> = { 1: [17], 2: [10, 24], 3: [7, 16, 25], 4: [5, 12, 19, 26] };
const datesOf = (pushes: number): number[] => PUSH_DATES[pushes] ?? Array.from({ length: pushes }, (_, index) => 1 + Math.floor((27 * index) / pushes));

/** Net leavers for each net new follower of a panel account. Free. */
const LOST = 0.45;

/** The account's year as datacube tells it, the day before it included (it holds the opening followers). */
export function panelYear(population: Population, account: PanelAccount, period: Period, seed: string): SeededDay[] {
  const random = randomStream(seed, `panel/${account.name}`);
  const days = daysFrom(period.first, period.last);
  const weights = days.map((day) => followWeight(population, day) * (0.8 + 0.4 * random.next()));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const net = account.closing - account.opening;
  const lost = Math.round(Math.abs(net) * LOST + account.opening * 0.08);
  const gained = net + lost;
  const sources = datacubeSources(population);
  const perDay = { gained: runningWhole(), lost: runningWhole() };
  let followers = account.opening;
  let pushes = 0;
  const year = days.map((day, index): SeededDay => {
    const news = perDay.gained((gained * weights[index]!) / total);
    const cancels = perDay.lost(lost / days.length);
    const bySource = (n: number) => allocate(Math.max(0, n), sources.map(({ share }) => share * (0.9 + 0.2 * random.next())));
    const newBySource = bySource(news);
    const lostBySource = bySource(cancels);
    followers += news - cancels;
    const users = sources
      .map(({ number }, each) => ({ source: number, new: newBySource[each]!, cancel: lostBySource[each]! }))
      .filter((row) => row.new > 0 || row.cancel > 0);
    const sends = datesOf(account.pushesAMonth).includes(Number(day.slice(8)));
    if (!sends) return { day, users, cumulate: followers };
    pushes += 1;
    return { day, users, cumulate: followers, articles: panelPush(population, account, followers, pushes, day, random) };
  });
  return [{ day: addDays(period.first, -1), users: [], cumulate: account.opening }, ...year];
}

function panelPush(population: Population, account: PanelAccount, followers: number, number: number, day: string, random: Random): SeededArticle[] {
  const { open, post, readDays, exits } = population.pushes;
  // A mean of 1.5 is one and two articles in turn.
  const size = Math.floor(account.articlesAPush * number + 1e-9) - Math.floor(account.articlesAPush * (number - 1) + 1e-9);
  const hour = pick(hourWeights(population, day), random.next());
  return Array.from({ length: size }, (_, index): SeededArticle => {
    const delivered = Math.round(followers * 0.97);
    const rate = (index === 0 ? open.top : open.top * 0.62 * open.decay ** (index - 1)) * (0.8 + 0.4 * random.next());
    const read = Math.round(delivered * rate);
    const others = read * Math.max(0, post.everyone - post.linkClicks);
    const part = (weight: number) => Math.round((others * weight) / Object.values(post.others).reduce((sum, each) => sum + each, 0));
    const readers = { 公众号消息: read, 朋友圈: Math.round(read * 0.12), 聊天会话: Math.round(read * 0.08), 公众号主页: Math.round(read * 0.04) };
    return {
      msgDataId: String(2_247_000_000 + number), position: index + 1,
      title: population.articles[(number * 3 + index + hour) % population.articles.length]!.title,
      delivered, readers, spread: scaled(readDays), share: part(post.others.share), like: part(post.others.like), zaikan: part(post.others.zaikan),
      favourite: part(post.others.favourite), comments: part(post.others.comments),
      exits: allocate(Object.values(readers).reduce((sum, each) => sum + each, 0), exits) as [number, number, number, number, number], finishRate: 0.38,
    };
  });
}
