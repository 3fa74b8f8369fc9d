import { sourceGroups } from '@qingniao/people';
import type { Dimension, Metric } from '../metric.ts';
import { follows, isNewFollow } from '../people-sql.ts';

/** The five groups of the study, and those nobody can tell: always shown. */
export const bySource: Dimension = { name: { zh: '来源', en: 'Source' }, keys: sourceGroups };

const newFollowers = `select distinct person as id from ${follows} where ${isNewFollow}`;

/** W-04: paid is WeChat ads and nothing else (domain 1.8). */
export const paidShare: Metric = {
  id: 'paid_share', rows: ['W-04'], chapter: 'acquisition', unit: 'rate', sources: ['callback'], better: null, dimension: null,
  name: { zh: '付费新关注占比', en: 'Paid part of new followers' },
  definition: { zh: '来自微信广告的新关注，除以全部新关注。重新关注算新关注。', en: 'New follows from WeChat ads, divided by all new follows. Following again is a new follow.' },
  numerator: { zh: '来自微信广告的新关注', en: 'New follows from WeChat ads' },
  denominator: { zh: '全部新关注', en: 'All new follows' },
  query: { store: 'warehouse', sql: `select '' as key, countIf(source_group = 'ads') as numerator, count() as denominator from ${follows} where ${isNewFollow}` },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `${newFollowers} and source_group = 'ads'` },
    denominator: { store: 'warehouse', sql: newFollowers },
  },
};

export const recruitmentSources: Metric = {
  id: 'recruitment_sources', rows: ['W-05'], chapter: 'acquisition', unit: 'share', sources: ['callback'], better: null, dimension: bySource,
  name: { zh: '新关注来源', en: 'Recruitment sources' },
  definition: {
    zh: '本期新关注按来源的占比。重新关注算新关注；来源不明的照样列出。微信来源代码如何归类可在拉新设置中修改。',
    en: 'New follows of the period by source. Following again is a new follow; those of unknown source are shown. How WeChat’s codes are grouped can be edited under recruitment.',
  },
  numerator: { zh: '该来源的新关注', en: 'New follows from the source' },
  denominator: { zh: '全部新关注', en: 'All new follows' },
  query: {
    store: 'warehouse',
    sql: `select source_group as key, count() as numerator, sum(count()) over () as denominator from ${follows} where ${isNewFollow} group by key order by key`,
  },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `${newFollowers} and source_group = {key:String}` },
    denominator: { store: 'warehouse', sql: newFollowers },
  },
};
