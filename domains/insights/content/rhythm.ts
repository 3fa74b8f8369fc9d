import { addDays } from '@qingniao/kernel';
import type { Dimension, Metric } from '../metric.ts';
import { overPushes } from './over-pushes.ts';
import { sends } from './sends.ts';

/** A row a push: id, title, at, size (articles of its longest variant; 0 of a text or picture sent from the console). */
const pushes = `
  with ${sends},
  pushed as (
    select s.id, min(s.title) as title, min(s.at) as at,
           coalesce(max(jsonb_array_length(s.published)), (select max(a.position) from push_article a where a.brand_id = $1 and a.push_id = s.id))::int as size
      from send s group by s.id)`;

/** `2026-01` to `2026-03`: every month the days touch. */
function monthsIn({ from, to }: { from: string; to: string }): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month).slice(0, 7)) months.push(month);
  return months;
}

/** Its first day. */
const nextMonth = (month: string): string => `${addDays(`${month}-01`, 31).slice(0, 7)}-01`;

const pushesByMonth: Metric = {
  id: 'pushes_by_month',
  rows: ['W-34'],
  chapter: 'content',
  name: { zh: '每月群发次数', en: 'Pushes a month' },
  definition: {
    zh: '每个自然月（北京时间）内微信接受并发出的群发，含在微信后台发出的。研究报告统计的是各账号的分布，这里是本账号自己的节奏；每位关注者每月最多收到服务号 4 次群发。',
    en: 'Pushes WeChat carried out in each calendar month (Beijing time), those made in its own console included. The study gives a distribution over accounts; this is the account’s own rhythm. A follower gets at most four a month from a service account.',
  },
  numerator: { zh: '群发次数', en: 'Pushes' },
  denominator: { zh: '无', en: 'None' },
  unit: 'count',
  dimension: { name: { zh: '月份', en: 'Month' }, keys: null },
  sources: ['platform'],
  better: null,
  counts: 'pushes',
  ofPushes: true,
  ...overPushes({
    store: 'database',
    sql: `${pushes} select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as key, id, title, extract(epoch from at)::bigint as sent, 1 as num, null::int as den from pushed`,
  }, 'keys'),
  cells: (rows, { period }, observed) => {
    const counts = new Map(rows.map(({ key, numerator }) => [key, numerator]));
    return monthsIn(period).map((key) => {
      const count = nextMonth(key) <= (observed ?? '') ? null : counts.get(key) ?? 0;
      return { key, numerator: count, denominator: null, value: count };
    });
  },
};

const bySize = overPushes({
  store: 'database',
  sql: `${pushes} select size::text as key, id, title, extract(epoch from at)::bigint as sent, 1 as num, null::int as den from pushed where size > 0`,
}, 'keys');

/** How many articles a push has. */
export const byArticles: Dimension = { name: { zh: '文章数', en: 'Articles' }, keys: null, named: (key) => ({ zh: `${key} 篇`, en: key === '1' ? '1 article' : `${key} articles` }) };

const articlesPerPush: Metric = {
  id: 'articles_per_push',
  rows: ['W-35'],
  chapter: 'content',
  name: { zh: '每次群发的文章数', en: 'Articles per push' },
  definition: {
    zh: '按文章数（1 至 8 篇）划分的群发占比，含在微信后台发出的图文；文字、图片等没有文章的群发不计入。研究报告统计的是各账号的分布。',
    en: 'Share of pushes by how many articles they had (1 to 8), those made in WeChat’s own console included; texts and pictures, which have none, are left out. The study gives a distribution over accounts.',
  },
  numerator: { zh: '该篇数的群发', en: 'Pushes of so many articles' },
  denominator: { zh: '全部图文群发', en: 'All pushes of articles' },
  unit: 'share',
  dimension: byArticles,
  sources: ['platform'],
  better: null,
  counts: 'pushes',
  ofPushes: true,
  query: bySize.query,
  cells: (rows) => {
    const whole = rows.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0);
    return rows.map(({ key, numerator }) => ({ key, numerator, denominator: whole, value: numerator === null ? null : numerator / whole }));
  },
  behind: {
    ...bySize.behind,
    denominator: {
      store: 'database',
      sql: `${pushes} select id, title, at as "sentAt", 1 as denominator from pushed where size > 0`,
    },
  },
};

export const rhythmMetrics: readonly Metric[] = [pushesByMonth, articlesPerPush];
