import type { Told } from './ledger.ts';
import { countPosts } from './count-posts.ts';
import { spansIn, type Span } from './spans.ts';

/** A figure counted from the ledger, under the metric's name and key. */
export interface Counted {
  metric: string;
  key: string;
  numerator: number;
  denominator: number;
  /** The figure itself where it is no quotient of the two (a mean of months). */
  value?: number;
  /** Independent draws behind it where these are not the denominator (at random). */
  draws?: number;
}

export interface CountScope {
  /** First instant of the period and first after it, milliseconds. */
  from: number;
  to: number;
  /** The calendar months that lie wholly in it: name and the first instant after each. */
  months: readonly { key: string; from: number; to: number }[];
  /** Whether a send to a list of openids was meant for a segment: only the brand knows. */
  toSegment: (msgId: string) => boolean;
  /** First instant whose reading the product cannot know yet, for articles published at an instant; null while it knows nothing of them. */
  readBefore: (published: number) => number | null;
}

const WINDOW = 48 * 3_600_000;
const ACTIONS: ReadonlySet<string> = new Set(['menu', 'message', 'scan', 'click', 'comment']);
const GROUPS = ['qr', 'search', 'ads', 'word_of_mouth', 'other', 'unknown'] as const;

/** Everything the proof compares, counted by the definitions of domain 1.8. */
export function recount(told: Told, scope: CountScope): Counted[] {
  const lines = told.lines.map((line) => ({ ...line, at: wholeSecond(line.at) }));
  const within = (at: number) => at >= scope.from && at < scope.to;
  const spans = spansIn(lines);
  const acts = lines.filter((line) => ACTIONS.has(line.type) && !line.outside && within(line.at));
  const counted: Counted[] = [];
  const add = (metric: string, key: string, numerator: number, denominator: number, more: Partial<Counted> = {}) => void counted.push({ metric, key, numerator, denominator, ...more });

  // W-02, W-03: of the account itself.
  const followersAt = (instant: number) => new Set(spans.filter((span) => lasts(span, instant)).map(({ openid }) => openid));
  const opening = followersAt(scope.from).size;
  add('community_growth', '', followersAt(scope.to).size - opening, opening);

  // W-04, W-05, W-12: each follow, by where it came from; coming back is a new follow.
  const news = spans.filter((span) => within(span.from));
  const gone = (span: Span) => span.to < scope.to;
  add('paid_share', '', news.filter(({ group }) => group === 'ads').length, news.length);
  for (const group of GROUPS) {
    const own = news.filter((span) => span.group === group);
    add('recruitment_sources', group, own.length, news.length);
    add('churn_by_source', group, own.filter(gone).length, own.length);
  }

  // W-10: once a push, exactly 48:00:00 is inside.
  const leaves = lines.filter((line) => line.type === 'unfollow');
  let left = 0;
  let sent = 0;
  for (const send of lines.filter((line) => line.type === 'mass' && within(wholeSecond(line.accepted!)))) {
    const start = wholeSecond(send.accepted!);
    const audience = told.audiences.get(send.source!)!;
    left += new Set(leaves.filter(({ at, openid }) => at >= start && at - start <= WINDOW && audience.has(openid!)).map(({ openid }) => openid)).size;
    sent += send.sent!;
  }
  add('unfollow_after_push', '', left, sent);

  // W-17: of everybody who followed at any moment.
  const everFollowed = new Set(spans.filter((span) => span.from < scope.to && span.to >= scope.from).map(({ openid }) => openid));
  const everActed = new Set(acts.map(({ openid }) => openid));
  add('active_followers', '', [...everFollowed].filter((openid) => everActed.has(openid)).length, everFollowed.size);

  // W-18, W-19: month by month, then the mean of the shares.
  const months = scope.months.map((month) => {
    const acted = new Set(acts.filter(({ at }) => at >= month.from && at < month.to).map(({ openid }) => openid));
    return { ...month, acted, following: spans.filter((span) => lasts(span, month.to)) };
  });
  const mean = (metric: string, key: string, parts: readonly [acted: number, following: number][]): void => {
    const known = parts.filter(([, following]) => following > 0);
    if (known.length === 0) return;
    const over = (of: (part: (typeof known)[number]) => number) => known.reduce((sum, part) => sum + of(part), 0);
    add(metric, key, Math.round(over(([acted]) => acted) / known.length), Math.round(over(([, following]) => following) / known.length), {
      value: over(([acted, following]) => acted / following) / known.length, draws: over(([, following]) => following),
    });
  };
  for (const { key, acted, following } of months) add('monthly_active_by_month', key, acted.size, following.length);
  mean('monthly_active', '', months.map(({ acted, following }) => [acted.size, following.length]));
  for (const group of GROUPS) {
    mean('monthly_active_by_source', group, months.map(({ acted, following }) => {
      const own = following.filter((span) => span.group === group);
      return [own.filter(({ openid }) => acted.has(openid)).length, own.length];
    }));
  }

  // W-21, W-23 and what was done with articles.
  const posts = countPosts(lines, scope);
  const kinds = { menu: 0, message: 0, scan: 0, post: posts.unnamed };
  for (const { type } of acts) kinds[type === 'click' || type === 'comment' ? 'post' : (type as 'menu' | 'message' | 'scan')] += 1;
  const all = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  for (const [kind, count] of Object.entries(kinds)) add('action_types', kind, count, all);
  const taps = acts.filter(({ type }) => type === 'menu');
  for (const category of ['brand', 'ecommerce', 'crm', 'none']) add('menu_categories', category, taps.filter((tap) => (tap.category ?? 'none') === category).length, taps.length);
  return [...counted, ...posts.counted];
}

const lasts = (span: Span, instant: number): boolean => span.from < instant && span.to >= instant;

/** WeChat tells whole seconds. */
const wholeSecond = (at: number): number => Math.floor(at / 1000) * 1000;
