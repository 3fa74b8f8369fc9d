import { addDays, allocate } from '@qingniao/kernel';
import { engagementEffect, openEffect, type ArticleLook } from './articles.ts';
import { DAY, daysFrom, followWeight, midnight } from './calendar.ts';
import type { Population } from './file.ts';
import { armsOf, planPushes, type Period, type PlannedPush } from './push-plan.ts';
import type { Draw } from './quota.ts';

/**
 * The joint system of the published rates, solved for one size and one year. Letters are those of
 * `populations/README.md`; every count here is a quota that the engine uses up day by day.
 */
export interface Solution {
  population: Population;
  period: Period;
  days: string[];
  sources: string[];
  /** F0: followers when the year begins, by source. */
  opening: number[];
  /** N: new follows of the year, by source. */
  follows: number[];
  /** L: leavers of the year, of the opening followers and of the year's follows, by source. */
  openingLeavers: number[];
  newLeavers: number[];
  /** R: follows that are former opening followers coming back. */
  refollows: number;
  /** Cumulated share of the year's follows at the end of each day. */
  followsByDay: Float64Array;
  pushes: PlannedPush[];
  /** Expected followers at an instant. */
  followersAt(at: number): number;
  /** Expected delivered messages of a push. */
  deliveries(push: PlannedPush): number;
  rates: PushRates;
  /** Expected readers of the articles of a push, added up, and their actions. */
  readers(push: PlannedPush): number;
  postActions(push: PlannedPush): number;
  linkClicks(push: PlannedPush): number;
  /** Actions a person for each active month, by the plan. */
  perEpisode: { menu: number; messages: number; scans: number };
  /** What cannot hold together, in words; empty for the shipped files. */
  conflicts: string[];
}

export interface PushRates {
  open(look: ArticleLook, position: number): number;
  /** Per reader: clicks on tracked links, and all other actions together. */
  engagement(look: ArticleLook, segmented: boolean): { clicks: number; others: number };
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
export const scaled = (weights: readonly number[]): number[] => {
  const total = sum(weights);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
};

/** @param followers the community's size at the end of the year */
export function solve(population: Population, followers: number, period: Period, draw: Draw): Solution {
  const { community } = population;
  const days = daysFrom(period.first, period.last);
  const sources = Object.keys(population.sources);
  const facts = Object.values(population.sources);
  const conflicts: string[] = [];

  // F0 (1 + g) = F1 and F0 + N - L0 - sum(N_s c_s) = F1 give F0, N and the leavers.
  const shares = scaled(facts.map((source) => source.share));
  const meanChurn = sum(facts.map((source, index) => shares[index]! * source.churn));
  const openingTotal = Math.max(1, Math.round(followers / (1 + community.growth)));
  const meant = Math.max(0, Math.round((followers - openingTotal * (1 - community.openingLeave)) / Math.max(0.05, 1 - meanChurn)));
  const followsTotal = draw.byQuota ? divisible(meant, shares) : meant;
  const opening = allocate(openingTotal, scaled(facts.map((source) => source.openingShare)));
  const follows = draw.split('follows', followsTotal, shares);
  const newLeavers = facts.map((source, index) => draw.count(`churn/${index}`, follows[index]!, source.churn));
  const exact = openingTotal + followsTotal - sum(newLeavers) - followers;
  const openingLeaverTotal = Math.min(openingTotal, Math.max(0, draw.byQuota ? exact : draw.count('churn/opening', openingTotal, community.openingLeave)));
  const leaveWeights = opening.map((size, index) => size * facts[index]!.churn);
  const openingLeavers = allocate(openingLeaverTotal, sum(leaveWeights) > 0 ? leaveWeights : opening);
  const refollows = Math.min(Math.round(community.refollowShare * followsTotal), Math.floor(openingLeaverTotal / 2));

  // The curve of the community: follows by season, leavers evenly.
  const followsByDay = new Float64Array(days.length);
  let passed = 0;
  days.forEach((day, index) => (followsByDay[index] = passed += followWeight(population, day)));
  for (let index = 0; index < days.length; index++) followsByDay[index] = passed > 0 ? followsByDay[index]! / passed : (index + 1) / days.length;
  const leavers = openingLeaverTotal + sum(newLeavers);
  const begin = midnight(period.first);
  const followersAt = (at: number): number => {
    const elapsed = Math.max(0, (at - begin) / DAY);
    const whole = Math.min(days.length, Math.floor(elapsed));
    const before = whole === 0 ? 0 : followsByDay[whole - 1]!;
    const after = whole < days.length ? followsByDay[whole]! : before + 1 / days.length;
    const gained = whole < days.length ? before + (after - before) * (elapsed - whole) : 1 + (elapsed - whole) / days.length;
    return Math.max(0, openingTotal + followsTotal * gained - (leavers * elapsed) / days.length);
  };

  // The pushes, what they reach, and the base rates that make the published means come out.
  const end = midnight(addDays(period.last, 1));
  const pushes = planPushes(population, followers, period, end + 400 * DAY);
  const ofYear = pushes.filter((push) => push.at < end);
  const deliveries = (push: PlannedPush): number =>
    followersAt(push.at) / (push.segment === null ? 1 : population.pushes.segments.length);
  const rates = solveRates(population, ofYear.length > 0 ? ofYear : pushes.slice(0, 48), deliveries);
  const perPush = (push: PlannedPush, part: 'readers' | 'clicks' | 'all'): number =>
    sum(seenBy(push, deliveries).map(({ look, position, delivered }) => {
      const { clicks, others } = rates.engagement(look, push.segment !== null);
      return delivered * rates.open(look, position) * { readers: 1, clicks, all: clicks + others }[part];
    }));
  const readers = (push: PlannedPush) => perPush(push, 'readers');
  const postActions = (push: PlannedPush) => perPush(push, 'all');
  const linkClicks = (push: PlannedPush) => perPush(push, 'clicks');

  // All actions follow from those on articles and the shares of W-21.
  const months = days.length / (365.25 / 12);
  const meanFollowers = followersAt(begin + (days.length / 2) * DAY);
  const episodes = Math.max(1, population.activity.monthly * meanFollowers * months);
  const mix = population.activity.actions;
  const post = sum(ofYear.map(postActions));
  const all = mix.post > 0 && post > 0 ? (post / mix.post) * sum(Object.values(mix)) : episodes * 2.5;
  const actionShare = scaled([mix.menu, mix.messages, mix.scans, mix.post]);
  const perEpisode = { menu: (all * actionShare[0]!) / episodes, messages: (all * actionShare[1]!) / episodes, scans: (all * actionShare[2]!) / episodes };

  const pushLeavers = sum(ofYear.map(deliveries)) * population.pushes.unfollow48;
  if (pushLeavers > leavers) conflicts.push(`${Math.round(pushLeavers)} leave after pushes, but only ${leavers} leave at all`);
  const everyone = openingTotal + followsTotal - refollows;
  if (population.activity.yearly * everyone > episodes) conflicts.push('fewer active months than active people');
  if (sum(ofYear.map(linkClicks)) > episodes) conflicts.push('more link clicks than active months');

  return {
    population, period, days, sources, opening, follows, openingLeavers, newLeavers, refollows, followsByDay, pushes,
    followersAt, deliveries, rates, readers, postActions, linkClicks, perEpisode, conflicts,
  };
}

/**
 * As many as were meant, or a few more: between one and two thousand, the sources of some numbers of follows cannot all come
 * within 0.05 points of their shares (W-05), because the nearest whole numbers do not add up.
 */
function divisible(meant: number, shares: readonly number[]): number {
  const fits = (n: number) => n < 1000 || allocate(n, shares).every((part, index) => Math.abs(part / n - shares[index]!) <= 0.0005);
  for (let n = meant; n < meant + 10; n++) if (fits(n)) return n;
  return meant;
}

/** A planned article, where it stands, and to how many it goes; each arm of a test has its part of the people. */
interface Seen {
  look: ArticleLook;
  position: number;
  delivered: number;
}

function seenBy(push: PlannedPush, deliveries: (push: PlannedPush) => number): Seen[] {
  const arms = armsOf(push);
  return arms.flatMap((articles) => articles.map(({ title, elements }, index) => ({
    look: { title, linked: elements.link !== 'none', elements }, position: index + 1, delivered: deliveries(push) / arms.length,
  })));
}

/** One term a planned article, with its effects. */
interface Term extends Seen {
  open: number;
  engagement: number;
  segmented: boolean;
}

function solveRates(population: Population, pushes: readonly PlannedPush[], deliveries: (push: PlannedPush) => number): PushRates {
  const { open, post } = population.pushes;
  const terms: Term[] = pushes.flatMap((push) => seenBy(push, deliveries).map((seen) => ({
    ...seen, segmented: push.segment !== null, open: openEffect(population, seen.look), engagement: engagementEffect(population, seen.look),
  })));
  const capped = (rate: number) => Math.min(0.95, Math.max(0, rate));

  // W-36: sum(delivered x base x effect) = published x sum(delivered), first the top article, then the rest.
  const fade = (position: number) => (position <= 1 ? 1 : open.decay ** (position - 2));
  const top = terms.filter((term) => term.position === 1);
  const rest = terms.filter((term) => term.position > 1);
  const weight = (list: readonly Term[]) => sum(list.map((term) => term.delivered));
  const seen = (list: readonly Term[]) => sum(list.map((term) => term.delivered * fade(term.position) * term.open));
  const topBase = top.length > 0 ? (open.top * weight(top)) / seen(top) : open.top;
  const restBase = rest.length > 0 ? (open.all * weight(terms) - open.top * weight(top)) / seen(rest) : open.all;
  const openRate = (look: ArticleLook, position: number) =>
    capped((position === 1 ? topBase : restBase) * fade(position) * openEffect(population, look));

  // W-24 to W-26: the same for what readers do, apart for pushes to a segment and to everybody.
  const readers = (term: Term) => term.delivered * openRate(term.look, term.position);
  const reading = (list: readonly Term[]) => sum(list.map(readers));
  const segmentedReaders = reading(terms.filter((term) => term.segmented));
  const allReaders = Math.max(reading(terms), Number.MIN_VALUE);
  const pooled = (post.segmented * segmentedReaders + post.everyone * (allReaders - segmentedReaders)) / allReaders;
  const clickPart = pooled > 0 ? Math.min(1, post.linkClicks / pooled) : 0;

  const solveClass = (segmented: boolean) => {
    const own = terms.filter((term) => term.segmented === segmented);
    const list = own.length > 0 ? own : terms;
    const target = segmented ? post.segmented : post.everyone;
    const size = Math.max(reading(list), Number.MIN_VALUE);
    const base = (target * size) / Math.max(sum(list.map((term) => readers(term) * term.engagement)), Number.MIN_VALUE);
    // Articles without a link have only the other actions; those of linked ones fill the rest.
    const bare = list.filter((term) => !term.look.linked);
    const linked = list.filter((term) => term.look.linked);
    const bareActions = sum(bare.map((term) => readers(term) * base * term.engagement));
    const others = linked.length > 0 ? Math.max(0, (target * (1 - clickPart) * size - bareActions) / Math.max(reading(linked), Number.MIN_VALUE)) : 0;
    const unscaled = sum(linked.map((term) => readers(term) * Math.max(0, base * term.engagement - others)));
    const scale = unscaled > 0 ? (target * clickPart * size) / unscaled : 0;
    return { base, others, scale };
  };
  const classes = { segmented: solveClass(true), everyone: solveClass(false) };

  return {
    open: openRate,
    engagement(look, segmented) {
      const { base, others, scale } = segmented ? classes.segmented : classes.everyone;
      const all = base * engagementEffect(population, look);
      return look.linked ? { clicks: capped(scale * Math.max(0, all - others)), others } : { clicks: 0, others: all };
    },
  };
}
