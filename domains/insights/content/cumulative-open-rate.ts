import type { Answer, Cell, Metric, Query } from '../metric.ts';
import { missingOpens } from './missing-figures.ts';
import { articles, sends } from './sends.ts';

/** Days of figures an article has; a day's readers may be of any article published in the days before it. */
const LIFE = 30;

const nearby = `d.brand_id = $1 and ($4::text is null or d.asset_id = $4)
  and d.day >= ($2 at time zone 'Asia/Shanghai')::date - ${LIFE} and d.day <= ($3 at time zone 'Asia/Shanghai')::date + ${LIFE}`;

/** Of one object with `read_user_source`: its readers from the account's message. */
const fromMessage = `read_user_source[*] ? (@.scene_desc == "公众号消息").user_count`;

/**
 * How many people a push made open anything, which WeChat does not say; but it says how many readers each article and
 * the whole account had each day. On one day, of articles that had a₁ ≥ a₂ … readers, at least a₁ and at most a₁+a₂+…
 * people read; when the account had A in all and articles of other pushes B, they are also at most A and at least
 * A − B. With one push being read that day that is exactly A (domain 1.8). Days add up, as they do for each article;
 * so do the messages of one push, its variants and lists: they reach different people.
 *
 * `bounds`: a row a push all of whose figures are known: id, title, at, size, delivered, low, high.
 */
const bounds = `
  with ${sends}, ${articles},
  read as materialized (
    select d.asset_id, split_part(a->>'msgid', '_', 1) as msg_data_id, a->>'msgid' as msgid, (s->>'stat_date')::date as day,
           (jsonb_path_query_first(s, '$.${fromMessage}'))::int as readers
      from datacube_day d cross join lateral jsonb_array_elements(d.rows) a cross join lateral jsonb_array_elements(a->'detail_list') s
     where ${nearby} and d.call = 'getarticletotaldetail'
    union all
    select d.asset_id, split_part(a->>'msgid', '_', 1), a->>'msgid', (s->>'stat_date')::date,
           (s->>'int_page_from_session_read_user')::int
             - coalesce(lag((s->>'int_page_from_session_read_user')::int) over (partition by d.asset_id, a->>'msgid' order by s->>'stat_date'), 0)
      from datacube_day d cross join lateral jsonb_array_elements(d.rows) a cross join lateral jsonb_array_elements(a->'details') s
     where ${nearby} and d.call = 'getarticletotal'
       and not exists (select 1 from datacube_day c where c.brand_id = d.brand_id and c.asset_id = d.asset_id and c.day = d.day
                          and c.call = 'getarticletotaldetail' and jsonb_array_length(c.rows) > 0)),
  whole as materialized (
    select d.asset_id, d.day, max(coalesce(
             jsonb_path_query_first(d.rows, '$[*].detail.${fromMessage}'),
             jsonb_path_query_first(d.rows, '$[*] ? (@.user_source == 0).int_page_read_user'))::int) as readers
      from datacube_day d where ${nearby} and d.call in ('getbizsummary', 'getuserread')
     group by d.asset_id, d.day),
  of_all as (select asset_id, day, sum(readers) as readers from read group by asset_id, day),
  sent as (
    select id, asset_id, msg_data_id, min(title) as title, min(at) as at, count(*) as size, min(delivered) as delivered
      from article group by id, asset_id, msg_data_id having bool_and(known) and min(delivered) is not null),
  of_message as (select asset_id, msg_data_id, day, sum(readers) as total, max(readers) as most from read group by asset_id, msg_data_id, day),
  of_send as (
    select s.id, s.asset_id, m.day, sum(m.total) as total, sum(m.most) as most
      from of_message m join sent s on s.asset_id = m.asset_id and s.msg_data_id = m.msg_data_id group by s.id, s.asset_id, m.day),
  of_day as (
    select s.id,
           least(s.total, greatest(s.most, w.readers - (o.readers - s.total))) as low,
           greatest(s.most, least(s.total, w.readers)) as high
      from of_send s
      join of_all o on o.asset_id = s.asset_id and o.day = s.day
      left join whole w on w.asset_id = s.asset_id and w.day = s.day),
  opened as (select id, sum(low) as low, sum(high) as high from of_day group by id),
  pushed as (select id, min(title) as title, min(at) as at, max(size) as size, sum(delivered) as delivered from sent group by id),
  bounds as (
    select p.*, coalesce(o.low, 0) as low, greatest(coalesce(o.low, 0), least(coalesce(o.high, 0), p.delivered)) as high
      from pushed p left join opened o on o.id = p.id)`;

/** The pushes of so many articles; the numerator where it is known exactly. */
const sendsOfSize: Query = {
  store: 'database',
  sql: `${bounds}
    select id, title, at as "sentAt", case when low = high then low::bigint end as numerator, delivered::bigint as denominator, low::bigint as low, high::bigint as high
      from bounds where size::text = $5`,
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
  dimension: { name: { zh: '文章数', en: 'Articles' }, keys: null },
  sources: ['platform'],
  better: 'higher',
  query: {
    store: 'database',
    sql: `${bounds}
      select size::text as key, null::bigint as numerator, sum(delivered)::bigint as denominator, sum(low)::bigint as low, sum(high)::bigint as high
        from bounds group by size order by size`,
  },
  cells: (rows) => (rows as Bounds[]).map(cellOf),
  behind: { kind: 'pushes', numerator: sendsOfSize, denominator: sendsOfSize },
  missing: missingOpens,
};
