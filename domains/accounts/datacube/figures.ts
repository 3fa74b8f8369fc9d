import type { Querier } from '@qingniao/activity';
import { addDays, localDay, now, shanghaiMidnight } from '@qingniao/kernel';
import type { Span } from './plan.ts';

/** What WeChat counted of one article within 30 days of its publication (7 for retired calls). Sums of all days fetched so far. */
export interface ArticleFigures {
  assetId: string;
  msgDataId: string;
  /** From 1; 1 is the top article. */
  articleIdx: number;
  /** Day of publication. */
  publishedOn: string;
  title: string;
  /** Sent to followers (mass send), rather than published without notice. */
  notified: boolean;
  /** Readers who came from the account's message (公众号消息). */
  messageReaders: number;
  readers: number;
  shares: number;
  favourites: number;
  /** 在看, 赞 and comments: null from retired calls, which do not know them. */
  zaikan: number | null;
  likes: number | null;
  comments: number | null;
  /** Share of readers who read to the end, 0 to 1; null when unknown. */
  finishRate: number | null;
  /** Share of readers who left in each fifth of the article, first to last; null when unknown. */
  leftInFifths: number[] | null;
}

/** One day of one account. */
export interface AccountDay {
  assetId: string;
  day: string;
  messageReaders: number;
  readers: number;
  shares: number;
  favourites: number;
  zaikan: number | null;
  likes: number | null;
  comments: number | null;
  /** Articles published that day. */
  articlesSent: number;
}

/** $1 brand, $2 first instant, $3 first instant after, $4 account or null for all: as the queries of insights have them. */
const inScope = `d.brand_id = $1 and ($4::text is null or d.asset_id = $4::text)
   and d.day >= ($2::timestamptz at time zone 'Asia/Shanghai')::date and d.day < ($3::timestamptz at time zone 'Asia/Shanghai')::date`;

const fromMessage = (sources: string): string =>
  `coalesce((jsonb_path_query_first(${sources}, '$[*] ? (@.scene_desc == "公众号消息").user_count'))::int, 0)`;

/** An account is asked either way; a day that both know is the newer call's. */
const notIn = (current: string): string =>
  `not exists (select 1 from datacube_day c where c.brand_id = d.brand_id and c.asset_id = d.asset_id and c.call = '${current}' and c.day = d.day and jsonb_array_length(c.rows) > 0)`;

/**
 * A row an article *published* in the scope, to stand in `with article as (…)`: asset_id, msg_data_id, article_idx,
 * published_on, title, notified, message_readers, readers, shares, favourites, zaikan, likes, comments, finish_rate,
 * left_in_fifths. Figures of the current calls are new each day, so they add up (official-account 17); rates are
 * weighted with the day's readers. Those of the retired call run on, so the last day holds the total.
 */
export const articleFiguresSql = `
  select d.asset_id, split_part(a->>'msgid', '_', 1) as msg_data_id, split_part(a->>'msgid', '_', 2)::int as article_idx,
         d.day as published_on, a->>'title' as title, (a->>'publish_type')::int = 0 as notified, s.*
    from datacube_day d
    cross join lateral jsonb_array_elements(d.rows) a
    cross join lateral (
      select coalesce(sum(${fromMessage('day.read_user_source')}), 0)::int as message_readers, coalesce(sum(day.read_user), 0)::int as readers,
             coalesce(sum(day.share_user), 0)::int as shares, coalesce(sum(day.collection_user), 0)::int as favourites,
             coalesce(sum(day.zaikan_user), 0)::int as zaikan, coalesce(sum(day.like_user), 0)::int as likes, coalesce(sum(day.comment_count), 0)::int as comments,
             sum(day.read_finish_rate * day.read_user) / nullif(sum(day.read_user), 0) as finish_rate,
             case when sum(day.read_user) > 0 then (
               select array[${[1, 2, 3, 4, 5].map((part) => `coalesce(sum(fifth.rate * other.read_user) filter (where fifth.position = ${part}) / sum(day.read_user), 0)`).join(', ')}]
                 from jsonb_to_recordset(a->'detail_list') as other(read_user int, read_jump_position jsonb)
                cross join lateral jsonb_to_recordset(other.read_jump_position) as fifth(position int, rate float8)) end as left_in_fifths
        from jsonb_to_recordset(a->'detail_list') as day(
             read_user int, read_user_source jsonb, share_user int, zaikan_user int, like_user int, comment_count int, collection_user int, read_finish_rate float8)
    ) s
   where d.call = 'getarticletotaldetail' and ${inScope}
  union all
  select d.asset_id, split_part(a->>'msgid', '_', 1), split_part(a->>'msgid', '_', 2)::int, d.day, a->>'title', true,
         coalesce((last->>'int_page_from_session_read_user')::int, 0), coalesce((last->>'int_page_read_user')::int, 0),
         coalesce((last->>'share_user')::int, 0), coalesce((last->>'add_to_fav_user')::int, 0), null, null, null, null, null
    from datacube_day d
    cross join lateral jsonb_array_elements(d.rows) a
    left join lateral (select one as last from jsonb_array_elements(a->'details') one order by one->>'stat_date' desc limit 1) newest on true
   where d.call = 'getarticletotal' and ${inScope} and ${notIn('getarticletotaldetail')}`;

/**
 * A row a day and account, for days in the scope: asset_id, day, message_readers, readers, shares, favourites, zaikan,
 * likes, comments, articles_sent. A person counts once a day, whatever they read.
 */
export const accountDaysSql = `
  select d.asset_id, d.day, ${fromMessage(`r->'detail'->'read_user_source'`)}::int as message_readers,
         (r->'detail'->>'read_user')::int as readers, (r->'detail'->>'share_user')::int as shares, (r->'detail'->>'collection_user')::int as favourites,
         (r->'detail'->>'zaikan_user')::int as zaikan, (r->'detail'->>'like_user')::int as likes, (r->'detail'->>'comment_count')::int as comments,
         (r->'detail'->>'send_page_count')::int as articles_sent
    from datacube_day d cross join lateral jsonb_array_elements(d.rows) r
   where d.call = 'getbizsummary' and ${inScope}
  union all
  select d.asset_id, d.day, coalesce(sum(by_source.int_page_read_user) filter (where by_source.user_source = 0), 0)::int,
         coalesce(sum(by_source.int_page_read_user) filter (where by_source.user_source = 99999999), 0)::int,
         coalesce(sum(by_source.share_user) filter (where by_source.user_source = 99999999), 0)::int,
         coalesce(sum(by_source.add_to_fav_user) filter (where by_source.user_source = 99999999), 0)::int, null, null, null,
         coalesce((select jsonb_array_length(t.rows) from datacube_day t where t.brand_id = d.brand_id and t.asset_id = d.asset_id and t.call = 'getarticletotal' and t.day = d.day), 0)
    from datacube_day d
    cross join lateral jsonb_to_recordset(d.rows) as by_source(user_source int, int_page_read_user int, share_user int, add_to_fav_user int)
   where d.call = 'getuserread' and ${inScope} and ${notIn('getbizsummary')}
   group by d.brand_id, d.asset_id, d.day`;

const scope = (brandId: number, from: string, to: string, assetId: string | null): unknown[] =>
  [brandId, shanghaiMidnight(from), shanghaiMidnight(addDays(to, 1)), assetId];

type AsRow<T> = T & Record<string, unknown>;

/** Articles published from one day to another, both included, oldest first. */
export const articleFigures = (db: Querier, brandId: number, from: string, to: string, assetId: string | null): Promise<ArticleFigures[]> =>
  db.query<AsRow<ArticleFigures>>(
    `select asset_id as "assetId", msg_data_id as "msgDataId", article_idx as "articleIdx", published_on::text as "publishedOn", title, notified,
            message_readers as "messageReaders", readers, shares, favourites, zaikan, likes, comments, finish_rate as "finishRate", left_in_fifths as "leftInFifths"
       from (${articleFiguresSql}) article order by published_on, asset_id, msg_data_id, article_idx`,
    scope(brandId, from, to, assetId),
  );

/** WeChat's figures of whole accounts from one day to another, both included. Days without figures are absent. */
export const accountDays = (db: Querier, brandId: number, from: string, to: string, assetId: string | null): Promise<AccountDay[]> =>
  db.query<AsRow<AccountDay>>(
    `select asset_id as "assetId", day::text as day, message_readers as "messageReaders", readers, shares, favourites, zaikan, likes, comments, articles_sent as "articlesSent"
       from (${accountDaysSql}) account_day order by day, asset_id`,
    scope(brandId, from, to, assetId),
  );

/** Which figures: of articles by publication day, of accounts by day, or of followers by day. */
export type FigureKind = 'articles' | 'account' | 'followers';

const callsOf: Record<FigureKind, readonly string[]> = {
  articles: ['getarticletotaldetail', 'getarticletotal'],
  account: ['getbizsummary', 'getuserread'],
  followers: ['getusersummary'],
};

export interface MissingSpan extends Span {
  assetId: string;
}

/**
 * Days from one to another, both included, whose figures nobody has fetched yet or WeChat called late, as spans by
 * account. Today is not missing: it has no figures before tomorrow.
 */
export const missingDataDays = (db: Querier, brandId: number, kind: FigureKind, from: string, to: string, assetId: string | null): Promise<MissingSpan[]> =>
  db.query<AsRow<MissingSpan>>(
    `select asset_id as "assetId", min(day)::text as "from", max(day)::text as "to"
       from (select a.id as asset_id, wanted.day::date as day, wanted.day::date - (row_number() over (partition by a.id order by wanted.day))::int as island
               from asset a cross join generate_series($2::date, least($3::date, $6::date), '1 day') as wanted(day)
              where a.brand_id = $1 and ($4::text is null or a.id = $4)
                and not exists (select 1 from datacube_day d
                                 where d.brand_id = $1 and d.asset_id = a.id and d.call = any ($5) and d.day = wanted.day::date and not d.is_delay)) missing
      group by asset_id, island order by 1, 2`,
    [brandId, from, to, assetId, callsOf[kind], addDays(localDay(now()), -1)],
  );
