import { type ContentType, contentTypeNames } from '@qingniao/content';
import type { Text } from '@qingniao/kernel';
import { pushLost } from '../acquisition/pushes.ts';
import { ask } from '../ask.ts';
import { articles, figuresGiven, sends } from '../content/sends.ts';
import type { Answer, Query, Readers, Scope } from '../metric.ts';
import { compare, LEAST, type Lift, type Observation } from './compare.ts';

export type LiftMeasure = 'opens' | 'engaged' | 'lost';

/** What is compared; `better` says which direction is good. */
export const liftMeasures: Record<LiftMeasure, { name: Text; definition: Text; better: 'higher' | 'lower' }> = {
  opens: {
    better: 'higher', name: { zh: '打开率', en: 'Open rate' },
    definition: { zh: '每篇文章：从公众号消息打开的读者 ÷ 送达人数。', en: 'Of each article: readers who came from the account’s message / deliveries.' },
  },
  engaged: {
    better: 'higher', name: { zh: '互动率', en: 'Engaged' },
    definition: { zh: '每篇文章：分享、收藏、点赞、在看与留言次数 ÷ 读者数；链接点击只能算到群发，不计入。', en: 'Of each article: shares, favourites, likes, “wow” and comments / readers; link clicks are known by push and are left out.' },
  },
  lost: {
    better: 'lower', name: { zh: '48 小时取关率', en: 'Unfollows within 48 h' },
    definition: { zh: '每次群发：48 小时内取关的人 ÷ 送达人数；含这类文章的群发，与不含的群发相比。', en: 'Of each push: members of the audience who left within 48 hours / delivered; pushes that carry such an article beside pushes that carry none.' },
  },
};

export const liftNote: Text = {
  zh: `与其他文章相比，同位置比同位置，每篇（次）算一个样本，95% 区间。任一边少于 ${LEAST} 个（每多一个位置再加一个）时不下结论。这是对比，不是实验：它们可能发在更好的日子，或发给不同的人。`,
  en: `Beside the other articles, at the same positions; each article (or push) is one observation, 95 % interval. With under ${LEAST} on either side, and one more for every further position, nothing is concluded. This is a comparison and no experiment: they may have gone out on better days or to other people.`,
};

type Measures = Record<LiftMeasure, Lift>;

export interface PartnerLift {
  /** Null: all partners together. */
  partnerId: string | null;
  name: string | null;
  measures: Measures;
}

/** What articles of a type achieved beside those of all others. */
export interface TypeLift {
  contentType: ContentType;
  measures: Measures;
}

/** A row an article of a variant of our pushes; lists of openids have it once a call, which add up. What is written in a push is a graphic post. */
const sentArticles: Query = {
  store: 'database',
  given: [figuresGiven],
  sql: `
    with library as (select id, content_type, partner_id from article where brand_id = $1), ${sends}, ${articles}
    select a.push as push, a.position, min(l.partner_id) as partner, coalesce(min(l.content_type), 'graphic') as type, sum(a.readers)::bigint as readers, sum(a.delivered)::bigint as delivered,
           sum(a.shares + a.favourites + a.likes + a.comments)::bigint as actions, bool_and(a.known and a.delivered is not null) as known
      from article a left join library l on l.id = a.article_id
     where a.push is not null group by a.push, a.variant, a.position`,
};

interface Sent extends Record<string, unknown> {
  push: string;
  position: number;
  partner: string | null;
  type: ContentType;
  readers: number;
  delivered: number;
  actions: number;
  known: boolean;
}

/** A push or an article, by what it carries: partners, or content types. */
interface Observed extends Observation {
  marks: readonly string[];
}

/**
 * L-04, L-06: what the articles of each content type, and those made with each partner, achieved in pushes of the period.
 * Types and partners without one are absent; so is the only type there is.
 */
export async function contentLift(readers: Readers, scope: Scope): Promise<{ partners: PartnerLift[]; types: TypeLift[] }> {
  const [sent, lost, partners] = await Promise.all([
    ask<Sent>(readers, sentArticles, scope), ask<Answer>(readers, pushLost.query, scope),
    readers.brand.query<{ id: string; name: string }>('select id, name from content_partner where brand_id = $1 order by name, id', [scope.brandId]),
  ]);
  const ofPartners = observe(sent, lost, ({ partner }) => (partner === null ? [] : [partner]));
  const ofTypes = observe(sent, lost, ({ type }) => [type]);
  const present = partners.filter(({ id }) => sent.some(({ partner }) => partner === id));
  const rows = [...(present.length > 1 ? [{ id: null, name: null }] : []), ...present];
  const types = contentTypeNames.filter((name) => sent.some(({ type }) => type === name));
  return {
    partners: rows.map(({ id, name }) => ({ partnerId: id, name, measures: measured(ofPartners, ({ marks }) => (id === null ? marks.length > 0 : marks.includes(id)), ({ marks }) => marks.length === 0) })),
    types: types.length < 2 ? [] : types.map((name) => ({ contentType: name, measures: measured(ofTypes, ({ marks }) => marks.includes(name), ({ marks }) => !marks.includes(name)) })),
  };
}

function observe(sent: readonly Sent[], lost: readonly Answer[], marksOf: (article: Sent) => string[]): Record<LiftMeasure, Observed[]> {
  const carried = new Map<string, Set<string>>();
  for (const article of sent) carried.set(article.push, new Set([...carried.get(article.push) ?? [], ...marksOf(article)]));
  return {
    opens: sent.filter(({ known, delivered }) => known && delivered > 0).map((one) => ({ marks: marksOf(one), position: one.position, rate: one.readers / one.delivered })),
    engaged: sent.filter((one) => one.known && one.readers > 0).map((one) => ({ marks: marksOf(one), position: one.position, rate: one.actions / one.readers })),
    lost: lost.flatMap(({ key, numerator, denominator }) => (carried.has(key) && denominator ? [{ marks: [...carried.get(key)!], position: 0, rate: (numerator ?? 0) / denominator }] : [])),
  };
}

function measured(observed: Record<LiftMeasure, Observed[]>, ours: (one: Observed) => boolean, others: (one: Observed) => boolean): Measures {
  const of = (measure: LiftMeasure) => compare(observed[measure].filter(ours), observed[measure].filter(others));
  return { opens: of('opens'), engaged: of('engaged'), lost: of('lost') };
}
