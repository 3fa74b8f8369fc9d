import type { Querier } from '@qingniao/activity';

/** Days of figures an article has; a day's readers may be of any article published in the days before it. */
export const FIGURE_DAYS = 30;

/** Of one object with `read_user_source`: its readers from the account's message. */
const fromMessage = `read_user_source[*] ? (@.scene_desc == "公众号消息").user_count`;

/**
 * How many people a push made open anything, which WeChat does not say; but it says how many readers each article and
 * the whole account had each day. On one day, of articles that had a₁ ≥ a₂ … readers, at least a₁ and at most a₁+a₂+…
 * people read; when the account had A in all and articles of other pushes B, they are also at most A and at least
 * A − B. With one push being read that day that is exactly A (domain 1.8). Days add up, as they do for each article;
 * so do messages of one send, its variants and lists: they reach different people.
 *
 * Parts of a `with` behind one called `sent (id, asset_id, msg_data_id)`; `opened (id, low, high)` is the last.
 * @param nearby condition on `datacube_day d`: the accounts asked of, and `FIGURE_DAYS` before and after their sends
 */
export const openedSql = (nearby: string): string => `
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
  opened as (select id, sum(low) as low, sum(high) as high from of_day group by id)`;

export interface Bounds {
  low: number;
  high: number;
}

/** Of a push by variant, and under 0 of all of it; what nobody read yet is missing. @returns empty without messages */
export async function cumulativeOpens(db: Querier, brandId: number, push: { id: string; assetId: string }): Promise<Map<number, Bounds>> {
  const rows = await db.query<{ variant: number; low: number; high: number }>(
    `with message as (
       select c.variant, c.msg_data_id, (c.submitted_at at time zone 'Asia/Shanghai')::date as day from push_call c
        where c.brand_id = $1 and c.push_id = $3 and c.state = 'accepted' and c.msg_data_id is not null),
     span as (select min(day) - ${FIGURE_DAYS} as first, max(day) + ${FIGURE_DAYS} as last from message),
     sent as (
       select variant as id, $2::text as asset_id, msg_data_id from message union all select 0, $2, msg_data_id from message),
     ${openedSql('d.brand_id = $1 and d.asset_id = $2 and d.day between (select first from span) and (select last from span)')}
     select id as variant, low::int as low, high::int as high from opened`,
    [brandId, push.assetId, push.id],
  );
  return new Map(rows.map(({ variant, low, high }) => [variant, { low, high }]));
}
