import { sourceGroups } from '@qingniao/people';
import { quotientCell } from '../community.ts';
import type { Answer, Dimension, Metric, Query } from '../metric.ts';
import { follows, followsAt, followsAtStart, followsInPeriod, goneByEnd, isNewFollow, leftInPeriod } from '../people-sql.ts';

/** The five groups of the study, and those nobody can tell: always shown. */
export const bySource: Dimension = { name: { zh: '来源', en: 'Source' }, keys: sourceGroups };

export interface SourceRow extends Answer {
  new_follows: number;
  new_gone: number;
  unfollows: number;
  at_start: number;
  at_end: number;
}

/** Follows by source, for all that is asked about them: one scan. */
export const followsBySource: Query = {
  store: 'warehouse',
  adds: { sums: ['new_follows', 'new_gone', 'unfollows', 'at_start', 'at_end'], follows: true },
  sql: `select source_group as key, countIf(${isNewFollow}) as new_follows, countIf(${isNewFollow} and ${goneByEnd}) as new_gone, countIf(${leftInPeriod}) as unfollows,
               countIf(${followsAtStart}) as at_start, countIf(${followsAt('{to:DateTime}')}) as at_end
          from ${follows} where ${followsInPeriod} group by key order by key`,
};
const sourceRows = (rows: readonly Answer[]) => rows as readonly SourceRow[];
const newOf = (rows: readonly Answer[]): number => sourceRows(rows).reduce((sum, { new_follows: follows }) => sum + follows, 0);

const newFollowers = `select distinct person as id from ${follows} where ${isNewFollow}`;

/** W-04: paid is WeChat ads and nothing else (domain 1.8). */
export const paidShare: Metric = {
  id: 'paid_share', rows: ['W-04'], chapter: 'acquisition', unit: 'rate', sources: ['callback'], better: null, dimension: null,
  name: { zh: '付费新关注占比', en: 'Paid part of new followers' },
  definition: { zh: '来自微信广告的新关注，除以全部新关注。重新关注算新关注。', en: 'New follows from WeChat ads, divided by all new follows. Following again is a new follow.' },
  numerator: { zh: '来自微信广告的新关注', en: 'New follows from WeChat ads' },
  denominator: { zh: '全部新关注', en: 'All new follows' },
  query: followsBySource,
  cells: (rows) => [quotientCell('', sourceRows(rows).find(({ key }) => key === 'ads')?.new_follows ?? 0, newOf(rows))],
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
  query: followsBySource,
  cells: (rows) => sourceRows(rows).map(({ key, new_follows: follows }) => quotientCell(key, follows, newOf(rows))),
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `${newFollowers} and source_group = {key:String}` },
    denominator: { store: 'warehouse', sql: newFollowers },
  },
};
