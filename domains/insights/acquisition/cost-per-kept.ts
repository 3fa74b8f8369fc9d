import { costsRecordedUntilSql, spentBySourceSql } from '@qingniao/recruitment';
import type { Metric } from '../metric.ts';
import { follows, goneByEnd, isNewFollow } from '../people-sql.ts';
import { bySource, followsBySource } from './sources.ts';

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
    store: 'database',
    given: [{ of: followsBySource, columns: ['key', 'new_follows', 'new_gone'] }],
    sql: `select spent.source_groups as key, spent.fen as numerator, coalesce(f.new_follows - f.new_gone, 0) as denominator
            from (${spentBySourceSql}) spent left join jsonb_to_recordset($5) as f (key text, new_follows bigint, new_gone bigint) on f.key = spent.source_groups
           order by 1`,
  },
  // The cost of those who came since would make everybody look cheaper than they were.
  missing: {
    query: { store: 'database', sql: costsRecordedUntilSql },
    say: ([until]) => until ? {
      zh: `拉新花费登记至 ${until['day'] as string}，其后的花费未计入，其后的新关注已计入。`,
      en: `What recruiting cost is recorded up to ${until['day'] as string}: later follows are in the cost per kept follower, what they cost is not.`,
    } : null,
  },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${isNewFollow} and source_group = {key:String}` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${kept} and source_group = {key:String}` },
  },
};
