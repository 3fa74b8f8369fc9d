import { FIGURE_DAYS, openedSql } from '@qingniao/pushes';
import { keyOf } from '../behind.ts';
import type { Answer, Cell, Metric, Query } from '../metric.ts';
import { missingOpens } from './missing-figures.ts';
import { byArticles } from './rhythm.ts';
import { articles, figuresGiven, sends } from './sends.ts';

const nearby = `d.brand_id = $1 and ($4::text is null or d.asset_id = $4)
  and d.day >= ($2 at time zone 'Asia/Shanghai')::date - ${FIGURE_DAYS} and d.day <= ($3 at time zone 'Asia/Shanghai')::date + ${FIGURE_DAYS}`;

/** How many people pushes made open anything, between two bounds. `bounds`: a row a push all of whose figures are known: id, title, at, size, delivered, low, high. */
const bounds = `
  with ${sends}, ${articles},
  sent as (
    select id, asset_id, msg_data_id, min(title) as title, min(at) as at, count(*) as size, min(delivered) as delivered
      from article group by id, asset_id, msg_data_id having bool_and(known) and min(delivered) is not null),
  ${openedSql(nearby)},
  pushed as (select id, min(title) as title, min(at) as at, max(size) as size, sum(delivered) as delivered from sent group by id),
  bounds as (
    select p.*, coalesce(o.low, 0) as low, greatest(coalesce(o.low, 0), least(coalesce(o.high, 0), p.delivered)) as high
      from pushed p left join opened o on o.id = p.id)`;

/** The pushes of so many articles; the numerator where it is known exactly. */
const sendsOfSize: Query = {
  store: 'database',
  given: [figuresGiven],
  sql: `${bounds}
    select id, title, at as "sentAt", case when low = high then low::bigint end as numerator, delivered::bigint as denominator, low::bigint as low, high::bigint as high
      from bounds where size::text = ${keyOf({ given: [figuresGiven] })}`,
};

interface Bounds extends Answer {
  denominator: number;
  low: number;
  high: number;
}

function cellOf({ key, denominator, low, high }: Bounds): Cell {
  if (denominator === 0) return { key, numerator: null, denominator, value: null };
  if (low === high) return { key, numerator: low, denominator, value: low / denominator };
  return { key, numerator: null, denominator, value: null, low: low / denominator, high: high / denominator };
}

export const openRateCumulative: Metric = {
  id: 'open_rate_cumulative',
  rows: ['W-36'],
  chapter: 'content',
  name: { zh: '累计打开率', en: 'Cumulative open rate' },
  definition: {
    zh: '一次群发中至少打开过一篇文章的人 ÷ 送达人数，按群发的文章数分列。微信不直接提供这个人数：当天只有一次群发被阅读时，等于账号当天从公众号消息来的读者，是准确值；否则只能给出区间，下限为各篇中最多的读者，上限为各篇之和且不超过送达人数。与各篇读者数一样按天计人后相加，因此总在头条打开率与各篇之和之间。',
    en: 'People who opened at least one article of a push / delivered, by how many articles the push had. WeChat does not give it: on a day on which one push was read it is the account’s readers from its message, exactly; otherwise it is an interval, from the readers of the most-read article to the sum of all, at most the delivered. People count once a day and days add up, as in the figures of each article, so it lies between the top article and the sum.',
  },
  numerator: { zh: '至少打开一篇文章的人', en: 'People who opened at least one article' },
  denominator: { zh: '送达人数（微信群发结果中的 SentCount）', en: 'Delivered (SentCount of WeChat’s report)' },
  unit: 'rate',
  dimension: byArticles,
  sources: ['platform'],
  better: 'higher',
  query: {
    store: 'database',
    given: [figuresGiven],
    sql: `${bounds}
      select size::text as key, null::bigint as numerator, sum(delivered)::bigint as denominator, sum(low)::bigint as low, sum(high)::bigint as high
        from bounds group by size order by size`,
  },
  cells: (rows) => (rows as Bounds[]).map(cellOf),
  behind: { kind: 'pushes', numerator: sendsOfSize, denominator: sendsOfSize },
  missing: missingOpens,
  ofPushes: true,
};
