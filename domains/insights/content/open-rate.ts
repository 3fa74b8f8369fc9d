import type { Text } from '@qingniao/kernel';
import type { Metric } from '../metric.ts';
import { missingOpens } from './missing-figures.ts';
import { overPushes } from './over-pushes.ts';
import { articles, figuresGiven, sends } from './sends.ts';

const OPENS: Text = { zh: '从公众号消息打开文章的读者，各篇相加', en: 'Readers who came from the account’s message, over all articles' };
const DELIVERED: Text = { zh: '各篇文章送达人数之和（微信群发结果中的 SentCount）', en: 'Deliveries of each article (SentCount of WeChat’s report), added up' };

const BASIS: Text = {
  zh: '从聊天、朋友圈等处来的读者不算打开。按本期发出的群发计算，含文章其后 30 天的数据，也含在微信后台发出且文章能与微信数据对应的群发。',
  en: 'Readers from chats, Moments and elsewhere are no opens. Over pushes sent in the period, with the 30 days of figures their articles have; pushes made in WeChat’s own console are in it where its report names articles that datacube knows.',
};

/** A push may be several sends: its readers and deliveries add up. */
const opened = (of: 'one' | 'keys', key: string) => overPushes({
  store: 'database',
  given: [figuresGiven],
  sql: `
    with ${sends}, ${articles}
    select ${key} as key, id, min(title) as title, extract(epoch from min(at))::bigint as sent, sum(readers)::bigint as num, sum(delivered)::bigint as den
      from article where known and delivered is not null group by 1, id`,
}, of);

const openRate: Metric = {
  id: 'open_rate',
  rows: ['W-36'],
  chapter: 'content',
  name: { zh: '打开率', en: 'Open rate' },
  definition: { zh: `所有文章的打开人数 ÷ 送达人数。${BASIS.zh}`, en: `Opens of all articles / deliveries. ${BASIS.en}` },
  numerator: OPENS,
  denominator: DELIVERED,
  unit: 'rate',
  dimension: null,
  sources: ['platform'],
  better: 'higher',
  ...opened('one', `''::text`),
  missing: missingOpens,
  ofPushes: true,
};

const positions = Object.fromEntries([
  ['1', { zh: '头条', en: 'Top article' }],
  ...[2, 3, 4, 5, 6, 7, 8].map((position) => [String(position), { zh: `第 ${position} 条`, en: `Article ${position}` }] as const),
]) as Record<string, Text>;

const openRateByPosition: Metric = {
  id: 'open_rate_by_position',
  rows: ['W-36'],
  chapter: 'content',
  name: { zh: '各位置打开率', en: 'Open rate by position' },
  definition: { zh: `按文章在群发中的位置计算的打开率，头条为第 1 条。${BASIS.zh}`, en: `Open rate by the article’s place in the push; the top article is the first. ${BASIS.en}` },
  numerator: { zh: '从公众号消息打开该位置文章的读者', en: 'Readers of the article in this place who came from the account’s message' },
  denominator: { zh: '含该位置文章的群发的送达人数', en: 'Deliveries of pushes that have an article in this place' },
  unit: 'rate',
  dimension: { name: { zh: '位置', en: 'Position' }, keys: positions },
  sources: ['platform'],
  better: 'higher',
  ...opened('keys', 'position::text'),
  missing: missingOpens,
  ofPushes: true,
};

export const openRateMetrics: readonly Metric[] = [openRate, openRateByPosition];
