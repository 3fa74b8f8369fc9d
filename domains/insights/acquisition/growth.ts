import type { Metric } from '../metric.ts';
import { byMonth, followingBy, follows, followsAt, followsInPeriod } from '../people-sql.ts';

const better = 'higher' as const;

/** W-02, W-03: of one brand; the published figures are means over accounts. */
export const communityGrowth: Metric = {
  id: 'community_growth', rows: ['W-02', 'W-03'], chapter: 'acquisition', unit: 'rate', sources: ['callback'], better, dimension: null,
  name: { zh: '粉丝增长率', en: 'Community growth' },
  definition: {
    zh: '期末关注者减期初关注者，除以期初关注者。已合并的联系人算一个人。',
    en: 'Followers at the end less followers at the start, divided by followers at the start. Merged contacts are one person.',
  },
  numerator: { zh: '净增关注者', en: 'Net new followers' },
  denominator: { zh: '期初关注者', en: 'Followers at the start' },
  query: {
    store: 'warehouse',
    sql: `select '' as key, toInt64(countIf(at_end)) - toInt64(countIf(at_start)) as numerator, countIf(at_start) as denominator
            from (select person, max(${followsAt('{from:DateTime}')}) as at_start, max(${followsAt('{to:DateTime}')}) as at_end
                    from ${follows} where ${followsInPeriod} group by person)`,
  },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select person as id from ${follows} where ${followsInPeriod} group by person having max(${followsAt('{from:DateTime}')}) <> max(${followsAt('{to:DateTime}')})` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${followsAt('{from:DateTime}')}` },
  },
};

const bitOf = (month: string) => `bitTest(following, toUInt8(indexOf({months:Array(String)}, {key:String})${month}))`;

export const growthByMonth: Metric = {
  id: 'growth_by_month', rows: ['W-02', 'W-06'], chapter: 'acquisition', unit: 'rate', sources: ['callback'], better,
  dimension: { name: { zh: '月份', en: 'Month' }, keys: null },
  name: { zh: '每月增长率', en: 'Growth by month' },
  definition: {
    zh: '每个完整自然月的净增关注者，除以月初关注者。按北京时间。',
    en: 'Net new followers of each complete calendar month, divided by the followers at its start. Asia/Shanghai months.',
  },
  numerator: { zh: '当月净增关注者', en: 'Net new followers of the month' },
  denominator: { zh: '月初关注者', en: 'Followers at the start of the month' },
  query: {
    store: 'warehouse',
    sql: `select {months:Array(String)}[month] as key, toInt64(closing[month]) - toInt64(opening[month]) as numerator, opening[month] as denominator
            from (select ${byMonth('following')} as closing, ${byMonth('bitShiftLeft(following, 1)')} as opening from ${followingBy('person')})
           array join arrayEnumerate({months:Array(String)}) as month order by key`,
  },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select person as id from ${followingBy('person')} where ${bitOf('')} <> ${bitOf(' - 1')}` },
    denominator: { store: 'warehouse', sql: `select person as id from ${followingBy('person')} where ${bitOf(' - 1')} = 1` },
  },
};
