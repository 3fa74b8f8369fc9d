import { spentBySourceSql } from '@qingniao/recruitment';
import type { Metric } from '../metric.ts';
import { follows, goneByEnd, isNewFollow } from '../people-sql.ts';
import { bySource } from './sources.ts';

const kept = `${isNewFollow} and not ${goneByEnd}`;

/** W-13: a follower who left was paid for in vain; at 30 yuan and 32.07 % churn one who stays costs 44.16. */
export const costPerKept: Metric = {
  id: 'cost_per_kept', rows: ['W-13'], chapter: 'acquisition', unit: 'fen', sources: ['callback', 'stated'], better: 'lower', dimension: bySource, money: true,
  name: { zh: '每个留存关注者的成本', en: 'Cost per kept follower' },
  definition: {
    zh: '本期拉新花费除以到期末仍在关注的新关注，按来源。没有登记花费的来源不计算。',
    en: 'Money spent on recruiting in the period divided by its new follows still there at the end, by source. Sources without a recorded cost have no value.',
  },
  numerator: { zh: '花费（分）', en: 'Spent (fen)' },
  denominator: { zh: '期末仍关注的新关注', en: 'New follows still there at the end' },
  query: {
    store: 'warehouse',
    given: [{ of: { store: 'database', sql: spentBySourceSql }, columns: ['source_groups', 'fen'] }],
    adds: { sums: ['denominator'], follows: true, lasting: true },
    sql: `select paid.1 as key, paid.2 as numerator, coalesce(stayed, 0) as denominator
            from (select arrayJoin(arrayZip({source_groups:Array(String)}, {fen:Array(UInt64)})) as paid) spent
            left join (select toString(source_group) as source, count() as stayed from ${follows} where ${kept} group by source) k on k.source = paid.1
           order by key`,
  },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${isNewFollow} and source_group = {key:String}` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${kept} and source_group = {key:String}` },
  },
};
