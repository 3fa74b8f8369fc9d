import type { Text } from '@qingniao/kernel';
import { pushLost } from '../acquisition/pushes.ts';
import { ask } from '../ask.ts';
import { articles, sends } from '../content/sends.ts';
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
    definition: { zh: '每篇文章：分享、收藏、点赞、在看与留言次数 ÷ 读者数；链接点击只能算到群发，不计入。', en: 'Of each article: shares, favourites, likes, 在看 and comments / readers; link clicks are known by push and are left out.' },
  },
  lost: {
    better: 'lower', name: { zh: '48 小时取关率', en: 'Unfollows within 48 h' },
    definition: { zh: '每次群发：48 小时内取关的人 ÷ 送达人数；含该合作方文章的群发，与不含任何合作文章的群发相比。', en: 'Of each push: members of the audience who left within 48 hours / delivered; pushes that carry one of the partner’s articles beside pushes that carry nobody’s.' },
  },
};

export const liftNote: Text = {
  zh: `与没有合作方的文章相比，同位置比同位置，每篇（次）算一个样本，95% 区间。任一边少于 ${LEAST} 个（每多一个位置再加一个）时不下结论。这是对比，不是实验：合作内容可能发在更好的日子，或发给不同的人。`,
  en: `Beside articles made without a partner, at the same positions; each article (or push) is one observation, 95 % interval. With under ${LEAST} on either side, and one more for every further position, nothing is concluded. This is a comparison and no experiment: partners’ articles may have gone out on better days or to other people.`,
};

export interface PartnerLift {
  /** Null: all partners together. */
  partnerId: string | null;
  name: string | null;
  measures: Record<LiftMeasure, Lift>;
}

/** A row an article of a variant of our pushes; lists of openids have it once a call, which add up. */
const sentArticles: Query = {
  store: 'database',
  sql: `
    with partnered as (select id, partner_id from article where brand_id = $1 and partner_id is not null), ${sends}, ${articles}
    select a.push as push, a.position, min(p.partner_id) as partner, sum(a.readers)::bigint as readers, sum(a.delivered)::bigint as delivered,
           sum(a.shares + a.favourites + a.likes + a.comments)::bigint as actions, bool_and(a.known and a.delivered is not null) as known
      from article a left join partnered p on p.id = a.article_id
     where a.push is not null group by a.push, a.variant, a.position`,
};

interface Sent extends Record<string, unknown> {
  push: string;
  position: number;
  partner: string | null;
  readers: number;
  delivered: number;
  actions: number;
  known: boolean;
}

/** L-06: what the articles made with each partner achieved, of pushes sent in the period. Partners without one are absent. */
export async function partnerLift(readers: Readers, scope: Scope): Promise<PartnerLift[]> {
  const [sent, lost, partners] = await Promise.all([
    ask<Sent>(readers, sentArticles, scope), ask<Answer>(readers, pushLost.query, scope),
    readers.brand.query<{ id: string; name: string }>('select id, name from content_partner where brand_id = $1 order by name, id', [scope.brandId]),
  ]);
  const carried = new Map<string, Set<string>>();
  for (const { push, partner } of sent) {
    const names = carried.get(push) ?? new Set<string>();
    carried.set(push, partner === null ? names : names.add(partner));
  }
  const observed: Record<LiftMeasure, Observed[]> = {
    opens: sent.filter(({ known, delivered }) => known && delivered > 0).map((one) => ({ partners: of(one), position: one.position, rate: one.readers / one.delivered })),
    engaged: sent.filter((one) => one.known && one.readers > 0).map((one) => ({ partners: of(one), position: one.position, rate: one.actions / one.readers })),
    lost: lost.flatMap(({ key, numerator, denominator }) => (carried.has(key) && denominator ? [{ partners: [...carried.get(key)!], position: 0, rate: (numerator ?? 0) / denominator }] : [])),
  };
  const liftOf = (measure: LiftMeasure, partnerId: string | null): Lift => compare(
    observed[measure].filter((one) => (partnerId === null ? one.partners.length > 0 : one.partners.includes(partnerId))),
    observed[measure].filter((one) => one.partners.length === 0),
  );
  const present = partners.filter(({ id }) => sent.some(({ partner }) => partner === id));
  const rows = [...(present.length > 1 ? [{ id: null, name: null }] : []), ...present];
  return rows.map(({ id, name }) => ({ partnerId: id, name, measures: { opens: liftOf('opens', id), engaged: liftOf('engaged', id), lost: liftOf('lost', id) } }));
}

interface Observed extends Observation {
  partners: readonly string[];
}

const of = ({ partner }: Sent): string[] => (partner === null ? [] : [partner]);
