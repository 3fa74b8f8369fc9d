import type { Querier } from '@qingniao/activity';
import { HOLDOUT } from '../types.ts';

/** What WeChat counted of one variant's top article up to the end of a day; running totals. */
export interface TopArticleDay {
  variant: number;
  /** Beijing day, counted as if all calls had been made with the last: on each of them all have had as many days. */
  day: string;
  /** The newest day WeChat has told of in it. */
  toldOn: string;
  readers: number;
  /** Shares, favourites, 在看, likes, comments. */
  actions: number;
}

/**
 * Readers and actions of the top articles, a row a variant and day. WeChat keeps them by message, and every variant has
 * messages of its own. The current call counts each day anew, the retired one runs on (official-account 17).
 */
export const topArticleDays = (db: Querier, brandId: number, pushId: string): Promise<(TopArticleDay & Record<string, unknown>)[]> =>
  db.query<TopArticleDay & Record<string, unknown>>(
    `with message as (
       select c.variant, p.asset_id, c.msg_data_id || '_1' as msgid, (c.submitted_at at time zone 'Asia/Shanghai')::date as day,
              max((c.submitted_at at time zone 'Asia/Shanghai')::date) over () - (c.submitted_at at time zone 'Asia/Shanghai')::date as sooner
         from push_call c join push p on p.brand_id = c.brand_id and p.id = c.push_id
        where c.brand_id = $1 and c.push_id = $2 and c.msg_data_id is not null),
     published as (
       select m.variant, m.msgid, m.sooner, d.call, a
         from message m
         join datacube_day d on d.brand_id = $1 and d.asset_id = m.asset_id and d.day between m.day and m.day + 1 and d.call in ('getarticletotaldetail', 'getarticletotal')
        cross join lateral jsonb_array_elements(d.rows) a where a->>'msgid' = m.msgid),
     told as (
       select variant, (s->>'stat_date')::date as told_on, sooner,
              (jsonb_path_query_first(s, '$.read_user_source[*] ? (@.scene_desc == "公众号消息").user_count'))::int as readers,
              (s->>'share_user')::int + (s->>'collection_user')::int + (s->>'zaikan_user')::int + (s->>'like_user')::int + (s->>'comment_count')::int as actions
         from published cross join lateral jsonb_array_elements(a->'detail_list') s where call = 'getarticletotaldetail'
       union all
       select variant, (s->>'stat_date')::date, sooner,
              (s->>'int_page_from_session_read_user')::int - coalesce(lag((s->>'int_page_from_session_read_user')::int) over told_by_day, 0),
              (s->>'share_user')::int + (s->>'add_to_fav_user')::int - coalesce(lag((s->>'share_user')::int + (s->>'add_to_fav_user')::int) over told_by_day, 0)
         from published o cross join lateral jsonb_array_elements(a->'details') s
        where call = 'getarticletotal' and not exists (select 1 from published n where n.msgid = o.msgid and n.call = 'getarticletotaldetail')
       window told_by_day as (partition by msgid order by s->>'stat_date'))
     select variant, (told_on + sooner)::text as day, max(told_on)::text as "toldOn",
            (sum(sum(coalesce(readers, 0))) over so_far)::int as readers, (sum(sum(coalesce(actions, 0))) over so_far)::int as actions
       from told group by variant, told_on + sooner window so_far as (partition by variant order by told_on + sooner) order by variant, 2`,
    [brandId, pushId],
  );

/** Delivered by variant; one is missing until WeChat has reported all its calls. Whom a push that was stopped or failed did not come to got nothing. */
export async function deliveredByVariant(db: Querier, brandId: number, pushId: string): Promise<Map<number, number>> {
  const rows = await db.query<{ variant: number; delivered: number }>(
    `select v.number as variant, coalesce(sum(r.sent_count), 0)::int as delivered
       from push_variant v join push p on p.brand_id = v.brand_id and p.id = v.push_id
       left join push_call c on c.brand_id = v.brand_id and c.push_id = v.push_id and c.variant = v.number
             and (c.state = 'accepted' or p.state in ('sending', 'paused') or c.state = 'submitting' and p.state <> 'failed')
       left join mass_report r on r.brand_id = c.brand_id and r.asset_id = p.asset_id and r.msg_id = c.msg_id
      where v.brand_id = $1 and v.push_id = $2 and v.arm <> $3
      group by v.number, p.state having bool_and(r.msg_id is not null) or count(c.number) = 0 and p.state in ('sent', 'failed', 'deleted')`,
    [brandId, pushId, HOLDOUT],
  );
  return new Map(rows.map(({ variant, delivered }) => [variant, delivered]));
}
