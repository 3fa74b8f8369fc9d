import { articleFiguresSql } from '@qingniao/accounts';
import type { Answer, Given, Query } from '../metric.ts';

/*
 * Parts of a `with`, for questions to PostgreSQL with the parameters of a Query: $1 brand, $2 from, $3 to, $4 account.
 *
 * A push counts in the period in which WeChat took it, with everything its articles have done since: WeChat counts an
 * article for 30 days (retired calls: 7), and figures of different ages would not divide.
 */

/**
 * `send`: a row a mass send WeChat carried out. Those of our pushes, of which a list of openids has several (`id` is
 * the push's), and those made in WeChat's own console, of which we know only the report (`push` null). A full join is
 * always hashed or merged, whatever the planner believes of tables that have just grown.
 */
export const sends = `
  call as (
    select p.id as push, p.asset_id, p.title, p.segmented, c.submitted_at, c.msg_id, c.msg_data_id, c.variant
      from push p join push_call c on c.brand_id = p.brand_id and c.push_id = p.id
     where p.brand_id = $1 and ($4::text is null or p.asset_id = $4) and c.state = 'accepted'),
  report as (
    select asset_id, msg_id, succeeded, sent_count, articles, at from mass_report where brand_id = $1 and ($4::text is null or asset_id = $4)),
  send as (
    select * from (
      select coalesce(c.push, 'wechat-' || r.asset_id || '-' || r.msg_id) as id, c.push, coalesce(c.asset_id, r.asset_id) as asset_id, c.title, c.segmented,
             coalesce(min(c.submitted_at) over (partition by c.push), r.at) as at, c.msg_data_id, c.variant, r.sent_count as delivered,
             case when c.push is null then r.articles end as published
        from call c full join report r on r.asset_id = c.asset_id and r.msg_id = c.msg_id
       where r.succeeded is distinct from false) carried_out
     where at >= $2 and at < $3)`;

/** A row an article published in the period, with WeChat's figures: opening its days takes longer than all that is asked of them. */
export const articleFigures: Query = {
  store: 'database',
  sql: `select asset_id, msg_data_id, article_idx, notified, readers, message_readers, shares, favourites, comments,
               coalesce(zaikan, 0) + coalesce(likes, 0) as likes, shares + favourites + coalesce(zaikan, 0) + coalesce(likes, 0) as on_articles, left_in_fifths
          from (${articleFiguresSql}) figures`,
};

export interface FigureRow extends Answer {
  notified: boolean;
  readers: number;
  /** Shares of the readers, first to last; null when unknown. */
  left_in_fifths: number[] | null;
}

/** Questions with `articles` are given this first. */
export const figuresGiven: Given = { of: articleFigures, columns: ['asset_id', 'msg_data_id', 'article_idx', 'message_readers', 'shares', 'favourites', 'likes', 'comments'] };

/**
 * `article`, after `sends`: a row an article of a send, with WeChat's figures. Of sends from the console the report
 * gives the articles' addresses, which name the message (`mid`) as datacube does. `article_id` is the library's, where one was
 * taken from it. `known` is false while the figures are late.
 */
export const articles = `
  figure as (
    select * from jsonb_to_recordset($5) as figure(asset_id text, msg_data_id text, article_idx int, message_readers int, shares int, favourites int, likes int, comments int)),
  sent_article as (
    select s.id, s.push, s.asset_id, s.title, s.segmented, s.at, s.delivered, s.msg_data_id, s.variant, a.position, a.article_id
      from send s join push_article a on a.brand_id = $1 and a.push_id = s.push and a.variant = s.variant
    union all
    select s.id, s.push, s.asset_id, s.title, s.segmented, s.at, s.delivered, substring(a->>'url' from '[?&]mid=([0-9]+)'), null, (a->>'article_idx')::int, null
      from send s cross join lateral jsonb_array_elements(s.published) a),
  article as (
    select s.*, f.asset_id is not null as known, f.message_readers as readers, f.shares, f.favourites, f.likes, coalesce(f.comments, 0) as comments
      from sent_article s
      left join figure f on f.asset_id = s.asset_id and f.msg_data_id = s.msg_data_id and f.article_idx = s.position)`;
