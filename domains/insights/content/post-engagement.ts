import type { Text } from '@qingniao/kernel';
import type { Given, Metric, Query } from '../metric.ts';
import { moved } from '../people-sql.ts';
import { missingPosts } from './missing-figures.ts';
import { overPushes } from './over-pushes.ts';
import { articles, figuresGiven, sends } from './sends.ts';

/** `post`: a row a push of ours whose articles all have figures: readers from the account's message and what WeChat counts. */
const posts = `
  with ${sends}, ${articles},
  post as (
    select id, min(title) as title, extract(epoch from min(at))::bigint as sent, bool_or(segmented) as segmented, sum(readers) as readers,
           sum(shares) as shares, sum(favourites) as favourites, sum(likes) as likes, sum(comments) as comments
      from article where push is not null
     group by id having bool_and(known))`;

/** What the log has of them: a row a push somebody clicked in or commented on. Clicks of nobody we know are apart (domain 1.8). */
const told: Query = {
  store: 'warehouse',
  given: [{ of: { store: 'database', given: [figuresGiven], sql: `${posts} select id as pushes from post order by id` }, columns: ['pushes'] }],
  adds: { sums: ['clicks', 'anonymous', 'comments', 'people'], events: ['link.clicked', 'article.commented'], after: Infinity, lasting: true },
  sql: `select toString(push_id) as push, countIf(type = 'link.clicked' and e.contact_id > 0) as clicks, countIf(type = 'link.clicked' and e.contact_id = 0) as anonymous,
               countIf(type = 'article.commented') as comments, uniqExactIf(if(m.contact_id = 0, e.contact_id, m.contact_id), e.contact_id > 0) as people
          from {events e} left join ${moved} as m on m.identity_id = e.contact_id
         where e.brand_id = {brand:UInt32} and type in ('link.clicked', 'article.commented') and at >= {from:DateTime} and push_id in {pushes:Array(String)}
         group by push`,
};

/** Both together. Comments are WeChat's count; retired calls have none, then those whose writers we know. */
const postsTold = `
  ${posts},
  told as (select * from jsonb_to_recordset($6) as told(push text, clicks bigint, anonymous bigint, comments bigint, people bigint)),
  post_told as (
    select *, clicks + comments + likes + shares + favourites as actions
      from (select p.id, p.title, p.sent, p.segmented, p.readers, p.shares, p.favourites, p.likes, greatest(p.comments, t.comments) as comments,
                   coalesce(t.clicks, 0) as clicks, coalesce(t.anonymous, 0) as anonymous_clicks, coalesce(t.people, 0) as people
              from post p left join told t on t.push = p.id) both_of_it)`;
const given: readonly Given[] = [figuresGiven, { of: told, columns: ['push', 'clicks', 'anonymous', 'comments', 'people'] }];

const overPosts = (of: 'one' | 'keys', select: string) => overPushes({ store: 'database', given, sql: `${postsTold} ${select}` }, of);

const READERS: Text = { zh: '从公众号消息打开文章的读者', en: 'Readers who came from the account’s message' };
const BASIS: Text = {
  zh: '按本期发出的群发计算，含文章其后 30 天的数据；在微信后台发出的群发无法追踪链接，不计入。',
  en: 'Over pushes sent in the period, with the 30 days of figures their articles have; pushes made in WeChat’s own console carry no tracked links and are left out.',
};
const both = (one: Text, other: Text): Text => ({ zh: `${one.zh}${other.zh}`, en: `${one.en} ${other.en}` });

const ACTIONS: Text = {
  zh: '文章互动次数：可识别的链接点击、留言、点赞、在看、分享、收藏',
  en: 'Actions on articles: identified link clicks, comments, likes, “wow”, shares, favourites',
};

/** What all of them are: over the readers of our pushes' articles. */
const overReaders = { chapter: 'content', denominator: READERS, unit: 'rate', better: 'higher', missing: missingPosts, ofPushes: true } as const;

const postEngagement: Metric = {
  ...overReaders,
  id: 'post_engagement',
  rows: ['W-24'],
  name: { zh: '文章互动率', en: 'Post engagement' },
  definition: both(
    {
      zh: '研究报告口径的合计：各类互动次数相加 ÷ 读者数。微信不提供去重后的互动人数，同一读者的多次互动会重复计入。',
      en: 'The study’s sum: all kinds of actions added up / readers. WeChat gives no union of people, so one reader’s several actions all count.',
    },
    BASIS,
  ),
  numerator: ACTIONS,
  dimension: null,
  sources: ['platform', 'own_link'],
  ...overPosts('one', `select '' as key, id, title, sent, actions as num, readers as den from post_told`),
};

const postEngagementPeople: Metric = {
  ...overReaders,
  id: 'post_engagement_people',
  rows: ['W-24'],
  name: { zh: '文章互动人数占比', en: 'People engaging with posts' },
  definition: both(
    {
      zh: '能认出个人的部分：点击过可识别链接或留过言的人，同一人在同一次群发中只计一次 ÷ 读者数。点赞、分享等无法对应到个人，不含在内。',
      en: 'The part known by person: people who clicked an identified link or commented, once per push / readers. Likes, shares and the like name nobody and are not in it.',
    },
    BASIS,
  ),
  numerator: { zh: '点击可识别链接或留言的人', en: 'People who clicked an identified link or commented' },
  dimension: null,
  sources: ['platform', 'own_link', 'callback'],
  ...overPosts('one', `select '' as key, id, title, sent, people as num, readers as den from post_told`),
};

const kinds = ['clicks', 'comments', 'likes', 'shares', 'favourites', 'anonymous_clicks'] as const;

const postActions: Metric = {
  ...overReaders,
  id: 'post_actions',
  rows: ['W-25'],
  name: { zh: '文章互动方式', en: 'Actions on posts' },
  definition: both(
    {
      zh: '每种互动的次数 ÷ 读者数。匿名点击（未能识别个人，如在微信外打开）单列，不计入互动率；打开小程序卡片属于小程序行为，见群发结果，同样不计入（W-16）。已停用的旧接口没有点赞与在看。',
      en: 'Each kind of action / readers. Anonymous clicks (nobody we know, for instance outside WeChat) stand apart and are in no engagement rate; nor is opening a mini-program card, which the results of a push count (W-16). The retired calls know no likes.',
    },
    BASIS,
  ),
  numerator: { zh: '该种互动的次数', en: 'Actions of the kind' },
  dimension: {
    name: { zh: '互动方式', en: 'Action' },
    keys: {
      clicks: { zh: '点击链接', en: 'Link clicks' },
      comments: { zh: '留言', en: 'Comments' },
      likes: { zh: '点赞与在看', en: 'Likes and “wow”' },
      shares: { zh: '分享', en: 'Shares' },
      favourites: { zh: '收藏', en: 'Favourites' },
      anonymous_clicks: { zh: '匿名点击', en: 'Anonymous clicks' },
    } satisfies Record<(typeof kinds)[number], Text>,
  },
  sources: ['platform', 'own_link'],
  ...overPosts('keys', `
    select kind.key, id, title, sent, kind.num, readers as den
      from post_told cross join lateral (values ${kinds.map((kind) => `('${kind}', ${kind})`).join(', ')}) as kind (key, num)`),
};

const segmentedEngagement: Metric = {
  ...overReaders,
  id: 'segmented_engagement',
  rows: ['W-26'],
  name: { zh: '分群与全员群发的互动率', en: 'Engagement: to a segment and to everybody' },
  definition: both(
    { zh: '文章互动率，分别计算发给分群的群发与发给全体关注者的群发。', en: 'Post engagement of pushes to a segment and of pushes to everybody.' },
    BASIS,
  ),
  numerator: ACTIONS,
  dimension: {
    name: { zh: '受众', en: 'Audience' },
    keys: { segmented: { zh: '分群', en: 'A segment' }, everyone: { zh: '全体关注者', en: 'Everybody' } },
  },
  sources: ['platform', 'own_link'],
  ...overPosts('keys', `select case when segmented then 'segmented' else 'everyone' end as key, id, title, sent, actions as num, readers as den from post_told`),
};

export const postMetrics: readonly Metric[] = [postEngagement, postEngagementPeople, postActions, segmentedEngagement];
