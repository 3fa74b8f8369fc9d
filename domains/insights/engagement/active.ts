import { bySource } from '../acquisition/sources.ts';
import type { Answer, Cell, Metric, Query } from '../metric.ts';
import { actingByPerson, actions, byMonth, followingBy, follows, followsInPeriod } from '../people-sql.ts';

const better = 'higher' as const;
const actionsText = {
  zh: '互动指点击菜单、发送消息、关注后扫码、点击可识别到人的链接、留言；关注本身不算。',
  en: 'Actions are menu taps, messages, scans by people who follow, clicks on links that tell who clicked, and comments; the follow itself is none.',
};

const everybody = `select distinct person as id from ${follows} where ${followsInPeriod}`;
const acted = `select person from ${actions}`;

/** W-17. Inactive is the rest. */
export const activeFollowers: Metric = {
  id: 'active_followers', rows: ['W-17', 'W-14'], chapter: 'engagement', unit: 'rate', sources: ['callback', 'own_link'], better, dimension: null,
  name: { zh: '活跃粉丝占比', en: 'Active followers' },
  definition: {
    zh: `本期任一时刻关注过的人中，至少有一次互动的比例。${actionsText.zh}`,
    en: `Of everybody who followed at any time in the period, those with at least one action. ${actionsText.en}`,
  },
  numerator: { zh: '有互动的人', en: 'People with an action' },
  denominator: { zh: '本期关注过的人', en: 'People who followed in the period' },
  query: { store: 'warehouse', sql: `select '' as key, countIf(id in (${acted})) as numerator, count() as denominator from (${everybody})` },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `${everybody} and person in (${acted})` },
    denominator: { store: 'warehouse', sql: everybody },
  },
};

/** One row a month, for the months and for their mean: asked once. */
const months: Query = {
  store: 'warehouse',
  sql: `select {months:Array(String)}[month] as key, acting[month] as numerator, following[month] as denominator
          from (select ${byMonth('following')} as following from ${followingBy('person')}) f
         cross join (select ${byMonth('acting')} as acting from ${actingByPerson}) a
         array join arrayEnumerate({months:Array(String)}) as month order by key`,
};

/** Domain 1.8: the mean of the monthly shares, not the share of the sums; months without followers have none. */
function meanOfMonths(key: string, rows: readonly Answer[]): Cell {
  const known = rows.filter(({ denominator }) => denominator !== null && denominator > 0);
  if (known.length === 0) return { key, numerator: null, denominator: null, value: null };
  const mean = (of: (row: Answer) => number) => known.reduce((sum, row) => sum + of(row), 0) / known.length;
  return {
    key, numerator: Math.round(mean((row) => row.numerator!)), denominator: Math.round(mean((row) => row.denominator!)),
    value: mean((row) => row.numerator! / row.denominator!),
  };
}

const acting = { zh: '当月有互动的人', en: 'People with an action in the month' };
const atMonthEnd = { zh: '月末关注者', en: 'Followers at the end of the month' };
const meanOf = (text: { zh: string; en: string }) => ({ zh: `${text.zh}（各月平均）`, en: `${text.en}, mean of the months` });

export const monthlyActive: Metric = {
  id: 'monthly_active', rows: ['W-18'], chapter: 'engagement', unit: 'rate', sources: ['callback', 'own_link'], better, dimension: null,
  name: { zh: '月活跃率', en: 'Monthly active followers' },
  definition: {
    zh: `每个完整自然月有互动的人除以月末关注者，再对各月取平均。${actionsText.zh}`,
    en: `People with an action in each complete calendar month divided by the followers at its end; the mean of the months. ${actionsText.en}`,
  },
  numerator: meanOf(acting), denominator: meanOf(atMonthEnd),
  query: months,
  cells: (rows) => [meanOfMonths('', rows)],
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${actions} where toUnixTimestamp(at) >= arrayMin({bounds:Array(UInt32)}) and toUnixTimestamp(at) < arrayMax({bounds:Array(UInt32)})` },
    denominator: { store: 'warehouse', sql: `select person as id from ${followingBy('person')} where bitShiftRight(following, 1) > 0` },
  },
};

const monthBit = 'toUInt8(indexOf({months:Array(String)}, {key:String}))';

export const monthlyActiveByMonth: Metric = {
  id: 'monthly_active_by_month', rows: ['W-18'], chapter: 'engagement', unit: 'rate', sources: ['callback', 'own_link'], better,
  dimension: { name: { zh: '月份', en: 'Month' }, keys: null },
  name: { zh: '各月活跃率', en: 'Active followers by month' },
  definition: {
    zh: `每个完整自然月有互动的人除以月末关注者。${actionsText.zh}`,
    en: `People with an action in each complete calendar month divided by the followers at its end. ${actionsText.en}`,
  },
  numerator: acting, denominator: atMonthEnd,
  query: months,
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select person as id from ${actingByPerson} where ${monthBit} > 0 and bitTest(acting, ${monthBit})` },
    denominator: { store: 'warehouse', sql: `select person as id from ${followingBy('person')} where ${monthBit} > 0 and bitTest(following, ${monthBit})` },
  },
};

/** People by person and source, with the months they followed and acted: who follows two accounts counts under the source of each. */
const bySourceAndPerson = `
  select f.source_group as source_group, f.person as person, f.following as following, a.acting as acting
    from ${followingBy('person, source_group')} f left join ${actingByPerson} a on a.person = f.person`;

/** W-19 is W-18 restricted to a source: followers at the month's end by the source of the follow that lasts, and those of them who acted. */
export const monthlyActiveBySource: Metric = {
  id: 'monthly_active_by_source', rows: ['W-19'], chapter: 'engagement', unit: 'rate', sources: ['callback', 'own_link'], better, dimension: bySource,
  name: { zh: '月活跃率（按来源）', en: 'Monthly active followers by source' },
  definition: {
    zh: `每个完整自然月末来自该来源的关注者中，当月有互动的比例，再对各月取平均。${actionsText.zh}`,
    en: `Of the followers from the source at the end of each complete calendar month, those with an action in it; the mean of the months. ${actionsText.en}`,
  },
  numerator: meanOf(acting), denominator: meanOf(atMonthEnd),
  query: {
    store: 'warehouse',
    sql: `select source_group as key, {months:Array(String)}[month] as month_name, acting_then[month] as numerator, following_then[month] as denominator
            from (select source_group, ${byMonth('following')} as following_then, ${byMonth('bitAnd(following, acting)')} as acting_then
                    from (${bySourceAndPerson}) group by source_group)
           array join arrayEnumerate({months:Array(String)}) as month order by key, month_name`,
  },
  cells: (rows) => [...new Set(rows.map(({ key }) => key))].map((key) => meanOfMonths(key, rows.filter((row) => row.key === key))),
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from (${bySourceAndPerson}) where source_group = {key:String} and bitShiftRight(bitAnd(following, acting), 1) > 0` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from (${bySourceAndPerson}) where source_group = {key:String} and bitShiftRight(following, 1) > 0` },
  },
};
