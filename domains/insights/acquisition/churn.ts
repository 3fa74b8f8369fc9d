import type { Metric } from '../metric.ts';
import { follows, followsAt, followsInPeriod, goneByEnd, isNewFollow } from '../people-sql.ts';
import { bySource } from './sources.ts';

const better = 'lower' as const;

/** W-12 as the study means it. Its other reading is below, under another name. */
export const churnBySource: Metric = {
  id: 'churn_by_source', rows: ['W-12'], chapter: 'acquisition', unit: 'rate', sources: ['callback'], better, dimension: bySource,
  name: { zh: '新关注流失率（按来源）', en: 'Churn of new follows by source' },
  definition: { zh: '本期新关注中，到期末已取关的比例，按来源。', en: 'Of the follows begun in the period, those gone by its end, by source.' },
  numerator: { zh: '期末前已取关的新关注', en: 'New follows gone by the end' },
  denominator: { zh: '该来源的新关注', en: 'New follows from the source' },
  query: {
    store: 'warehouse',
    sql: `select source_group as key, countIf(${goneByEnd}) as numerator, count() as denominator from ${follows} where ${isNewFollow} group by key order by key`,
  },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${isNewFollow} and ${goneByEnd} and source_group = {key:String}` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${isNewFollow} and source_group = {key:String}` },
  },
};

const leftInPeriod = '(unfollowed_at is not null and unfollowed_at >= {from:DateTime} and unfollowed_at < {to:DateTime})';

export const churnInPeriod: Metric = {
  id: 'churn_in_period', rows: ['W-12'], chapter: 'acquisition', unit: 'rate', sources: ['callback'], better, dimension: bySource,
  name: { zh: '期内取关率（按来源）', en: 'Unfollows in the period by source' },
  definition: {
    zh: '本期取关数（不论何时关注）除以该来源期初与期末关注数的平均值。与新关注流失率是两个不同的指标。',
    en: 'Unfollows in the period, whenever they followed, divided by the average of the follows from that source at its start and end. Not the same as churn of new follows.',
  },
  numerator: { zh: '本期取关', en: 'Unfollows in the period' },
  denominator: { zh: '该来源的平均关注数', en: 'Average follows from the source' },
  query: {
    store: 'warehouse',
    sql: `select source_group as key, countIf(${leftInPeriod}) as numerator,
                 (countIf(${followsAt('{from:DateTime}')}) + countIf(${followsAt('{to:DateTime}')})) / 2 as denominator
            from ${follows} where ${followsInPeriod} group by key order by key`,
  },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${leftInPeriod} and source_group = {key:String}` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where (${followsAt('{from:DateTime}')} or ${followsAt('{to:DateTime}')}) and source_group = {key:String}` },
  },
};
