import { quotientCell } from '../community.ts';
import type { Metric } from '../metric.ts';
import { follows, followsAt, followsAtStart, goneByEnd, isNewFollow, leftInPeriod } from '../people-sql.ts';
import { bySource, followsBySource, type SourceRow } from './sources.ts';

const better = 'lower' as const;

/** W-12 as the study means it. Its other reading is below, under another name. */
export const churnBySource: Metric = {
  id: 'churn_by_source', rows: ['W-12'], chapter: 'acquisition', unit: 'rate', sources: ['callback'], better, dimension: bySource,
  name: { zh: '新关注流失率（按来源）', en: 'Churn of new follows by source' },
  definition: { zh: '本期新关注中，到期末已取关的比例，按来源。', en: 'Of the follows begun in the period, those gone by its end, by source.' },
  numerator: { zh: '期末前已取关的新关注', en: 'New follows gone by the end' },
  denominator: { zh: '该来源的新关注', en: 'New follows from the source' },
  query: followsBySource,
  cells: (rows) => (rows as readonly SourceRow[]).map((row) => quotientCell(row.key, row.new_gone, row.new_follows)),
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${isNewFollow} and ${goneByEnd} and source_group = {key:String}` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${isNewFollow} and source_group = {key:String}` },
  },
};

export const churnInPeriod: Metric = {
  id: 'churn_in_period', rows: ['W-12'], chapter: 'acquisition', unit: 'rate', sources: ['callback'], better, dimension: bySource,
  name: { zh: '期内取关率（按来源）', en: 'Unfollows in the period by source' },
  definition: {
    zh: '本期取关数（不论何时关注）除以该来源期初与期末关注数的平均值。与新关注流失率是两个不同的指标。',
    en: 'Unfollows in the period, whenever they followed, divided by the average of the follows from that source at its start and end. Not the same as churn of new follows.',
  },
  numerator: { zh: '本期取关', en: 'Unfollows in the period' },
  denominator: { zh: '该来源的平均关注数', en: 'Average follows from the source' },
  query: followsBySource,
  cells: (rows) => (rows as readonly SourceRow[]).map((row) => quotientCell(row.key, row.unfollows, (row.at_start + row.at_end) / 2)),
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${leftInPeriod} and source_group = {key:String}` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where (${followsAtStart} or ${followsAt('{to:DateTime}')}) and source_group = {key:String}` },
  },
};
