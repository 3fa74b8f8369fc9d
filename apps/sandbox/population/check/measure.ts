import { addDays } from '@qingniao/kernel';
import { DAY, dayOf, daysFrom, HOUR, lastDayOf, midnight, monthOf } from '../calendar.ts';
import type { Population } from '../file.ts';
import type { Period } from '../push-plan.ts';
import type { StandIn } from './stand-in.ts';

/** What is counted: the stand-in's records, or the same read from a sandbox. */
export type Lived = Pick<StandIn, 'ledger' | 'pushes' | 'articles' | 'openingScenes'>;

/** One published figure beside ours. Shares are of one, not of a hundred. */
export interface Figure {
  row: string;
  what: string;
  published: number | null;
  numerator: number;
  denominator: number;
  value: number;
  /** Independent draws behind it, where these are not the denominator. */
  draws?: number;
}

const ACTIONS = new Set(['menu', 'write', 'scan', 'click', 'comment']);

/** Every person-level row, counted from the ledger by the definitions of `populations/README.md`. */
export function measure(population: Population, lived: Lived, period: Period): Figure[] {
  const { ledger, pushes, articles } = lived;
  const end = midnight(addDays(period.last, 1));
  const names = Object.keys(population.sources);
  const sourceByScene = new Map(names.flatMap((name, index) => Object.keys(population.sources[name]!.scenes).map((scene) => [scene, index] as const)));
  const order = ledger.at.map((_, index) => index).sort((a, b) => ledger.at[a]! - ledger.at[b]! || a - b);
  const figures: Figure[] = [];
  const figure = (row: string, what: string, published: number | null, numerator: number, denominator: number) =>
    figures.push({ row, what, published, numerator, denominator, value: denominator > 0 ? numerator / denominator : 0 });

  // Replay: who follows from where, each month's end, each follow's fate.
  const source = new Map<number, number>();
  for (const [person, scene] of lived.openingScenes) source.set(person, sourceByScene.get(scene)!);
  const everFollowed = new Set(source.keys());
  const everActed = new Set<number>();
  const follows = names.map(() => 0);
  const gone = names.map(() => 0);
  const openFollow = new Map<number, number>();
  const kinds: Record<string, number> = {};
  const categories: Record<string, number> = {};
  const lastUnfollow = new Map<number, number[]>();
  const monthActive = new Map<string, Set<number>>();
  const months = [...new Set(daysFrom(period.first, period.last).map(monthOf))];
  const complete = months.filter((month) => `${month}-01` >= period.first && lastDayOf(month) <= period.last);
  const monthShares: { bySource: number[][]; people: number; followers: number }[] = [];

  let next = 0;
  const replayTo = (instant: number): void => {
    for (; next < order.length && ledger.at[order[next]!]! < instant; next++) {
      const index = order[next]!;
      const at = ledger.at[index]!;
      const kind = ledger.kind[index]!;
      const person = ledger.person[index]!;
      if (kind === 'follow') {
        const from = sourceByScene.get(ledger.about[index]!)!;
        follows[from]! += 1;
        openFollow.set(person, from);
        source.set(person, from);
        everFollowed.add(person);
      } else if (kind === 'unfollow') {
        source.delete(person);
        const from = openFollow.get(person);
        if (from !== undefined) gone[from]! += 1;
        openFollow.delete(person);
        lastUnfollow.set(person, [...(lastUnfollow.get(person) ?? []), at]);
      } else if (ACTIONS.has(kind)) {
        everActed.add(person);
        kinds[kind] = (kinds[kind] ?? 0) + 1;
        if (kind === 'menu') categories[ledger.about[index]!] = (categories[ledger.about[index]!] ?? 0) + 1;
        const month = monthOf(dayOf(at));
        let active = monthActive.get(month);
        if (!active) monthActive.set(month, (active = new Set()));
        active.add(person);
      }
    }
  };
  for (const month of complete) {
    replayTo(midnight(lastDayOf(month)) + DAY);
    const active = monthActive.get(month) ?? new Set<number>();
    const size = names.map(() => 0);
    const acting = names.map(() => 0);
    for (const [person, from] of source) {
      size[from]! += 1;
      if (active.has(person)) acting[from]! += 1;
    }
    monthShares.push({ bySource: names.map((_, each) => [acting[each]!, size[each]!]), people: active.size, followers: source.size });
  }
  replayTo(end);

  const allFollows = follows.reduce((sum, n) => sum + n, 0);
  names.forEach((name, index) => figure('W-05', `new follows from ${name}`, shareOf(population, name), follows[index]!, allFollows));
  names.forEach((name, index) => figure('W-12', `churn of ${name}`, population.sources[name]!.churn, gone[index]!, follows[index]!));

  const left48 = pushes.reduce((sum, push) => sum + push.audience.filter((person) =>
    (lastUnfollow.get(person.index) ?? []).some((at) => at >= push.job.sentAt && at - push.job.sentAt <= 48 * HOUR)).length, 0);
  figure('W-10', 'unfollow within 48 h of a push', population.pushes.unfollow48, left48, pushes.reduce((sum, push) => sum + push.job.sentCount, 0));

  figure('W-17', 'active in the year', population.activity.yearly, everActed.size, everFollowed.size);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const meanFollowers = Math.round(mean(monthShares.map((month) => month.followers)));
  figures.push({ row: 'W-18', what: 'monthly active, mean', published: population.activity.monthly, numerator: Math.round(mean(monthShares.map((month) => month.people))),
    denominator: meanFollowers, draws: meanFollowers * monthShares.length, value: mean(monthShares.map((month) => month.people / month.followers)) });
  names.forEach((name, index) => {
    const parts = monthShares.map((month) => month.bySource[index]!);
    figures.push({ row: 'W-19', what: `monthly active of ${name}`, published: population.sources[name]!.monthlyActive ?? null,
      numerator: Math.round(mean(parts.map(([acting]) => acting!))), denominator: Math.round(mean(parts.map(([, size]) => size!))),
      draws: parts.reduce((sum, [, size]) => sum + size!, 0),
      value: mean(parts.map(([acting, size]) => acting! / Math.max(1, size!))) });
  });

  const perArticle = pushes.flatMap((push) => push.job.articles.map((article) => ({ push, article, ...(articles.get(article.msgid) ?? { readers: 0, others: 0 }) })));
  const others = perArticle.reduce((sum, article) => sum + article.others, 0);
  const post = (kinds['click'] ?? 0) + (kinds['comment'] ?? 0) + others;
  const all = (kinds['menu'] ?? 0) + (kinds['write'] ?? 0) + (kinds['scan'] ?? 0) + post;
  const mix = population.activity.actions;
  const whole = mix.menu + mix.messages + mix.post + mix.scans;
  figure('W-21', 'menu taps of all actions', mix.menu / whole, kinds['menu'] ?? 0, all);
  figure('W-21', 'messages of all actions', mix.messages / whole, kinds['write'] ?? 0, all);
  figure('W-21', 'actions on articles of all actions', mix.post / whole, post, all);
  const wanted = population.activity.menuCategories;
  const categoryWhole = wanted.brand + wanted.ecommerce + wanted.crm;
  for (const name of ['brand', 'ecommerce', 'crm'] as const) figure('W-23', `menu taps for ${name}`, wanted[name] / categoryWhole, categories[name] ?? 0, kinds['menu'] ?? 0);

  const onArticle = new Map<string, { click: number; comment: number }>();
  order.forEach((index) => {
    const kind = ledger.kind[index]!;
    if (kind !== 'click' && kind !== 'comment') return;
    const found = onArticle.get(ledger.about[index]!) ?? { click: 0, comment: 0 };
    found[kind] += 1;
    onArticle.set(ledger.about[index]!, found);
  });
  const sum = (list: typeof perArticle, value: (article: (typeof perArticle)[number]) => number) => list.reduce((total, article) => total + value(article), 0);
  const readers = (list: typeof perArticle) => sum(list, (article) => article.readers);
  const actions = (list: typeof perArticle) => sum(list, ({ article, others: rest }) => rest + (onArticle.get(article.msgid)?.click ?? 0) + (onArticle.get(article.msgid)?.comment ?? 0));
  const segmented = perArticle.filter((article) => article.push.segmented);
  const everyone = perArticle.filter((article) => !article.push.segmented);
  const { post: rates, open } = population.pushes;
  figure('W-24', 'actions on articles / readers', (rates.segmented + rates.everyone) / 2, actions(perArticle), readers(perArticle));
  figure('W-25', 'link clicks / readers', rates.linkClicks, kinds['click'] ?? 0, readers(perArticle));
  figure('W-26', 'the same, to a segment', rates.segmented, actions(segmented), readers(segmented));
  figure('W-26', 'the same, to everybody', rates.everyone, actions(everyone), readers(everyone));
  const top = perArticle.filter((article) => article.article.position === 1);
  figure('W-36', 'open rate, all articles', open.all, readers(perArticle), sum(perArticle, (article) => article.push.job.sentCount));
  figure('W-36', 'open rate, top article', open.top, readers(top), sum(top, (article) => article.push.job.sentCount));
  return figures;
}

const shareOf = (population: Population, name: string): number =>
  population.sources[name]!.share / Object.values(population.sources).reduce((sum, source) => sum + source.share, 0);

/** In standard errors of independent draws at the published rate. */
export const standardErrors = (figure: Figure): number =>
  figure.published === null || figure.published <= 0 || figure.published >= 1 ? 0
    : Math.abs(figure.value - figure.published) / Math.sqrt((figure.published * (1 - figure.published)) / Math.max(1, figure.draws ?? figure.denominator));

/** By quota: within 0.05 points, or one unit where fewer than a thousand are counted. At random: within 3.6 standard errors. */
export function holds(figure: Figure, draw: 'quota' | 'random' = 'quota'): boolean {
  if (figure.published === null) return true;
  if (draw === 'random') return standardErrors(figure) <= 3.6;
  const off = Math.abs(figure.value - figure.published);
  return off <= 0.0005 || (figure.denominator < 1000 && off * figure.denominator <= 1);
}
