import { bySource } from '../acquisition/sources.ts';
import { acting, community, type CommunityRow, following, monthBit, monthsOf, overall, quotientCell } from '../community.ts';
import type { Cell, Metric } from '../metric.ts';
import { actions, follows, followsInPeriod } from '../people-sql.ts';

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
  name: { zh: '活跃关注者占比', en: 'Active followers' },
  definition: {
    zh: `本期任一时刻关注过的人中，至少有一次互动的比例。${actionsText.zh}`,
    en: `Of everybody who followed at any time in the period, those with at least one action. ${actionsText.en}`,
  },
  numerator: { zh: '有互动的人', en: 'People with an action' },
  denominator: { zh: '本期关注过的人', en: 'People who followed in the period' },
  query: community,
  cells(rows) {
    const [all] = overall(rows);
    return [all ? quotientCell('', all.ever_active, all.ever) : quotientCell('', 0, 0)];
  },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `${everybody} and person in (${acted})` },
    denominator: { store: 'warehouse', sql: everybody },
  },
};

/** Domain 1.8: the mean of the monthly shares, not the share of the sums; months without followers have none. */
function meanOfMonths(key: string, rows: readonly CommunityRow[], count: (row: CommunityRow) => number): Cell {
  const known = monthsOf(rows).filter(({ closing }) => closing > 0);
  if (known.length === 0) return { key, numerator: null, denominator: null, value: null };
  const mean = (of: (row: CommunityRow) => number) => known.reduce((sum, row) => sum + of(row), 0) / known.length;
  return { key, numerator: mean(count), denominator: mean(({ closing }) => closing), value: mean((row) => count(row) / row.closing) };
}

/** Bits 1 to n are the ends of the complete months; the highest two are of the period. */
const atSomeMonthEnd = (bits: string) => `bitShiftRight(bitShiftLeft(${bits}, 2), 3) > 0`;

const actingInMonth = { zh: '当月有互动的人', en: 'People with an action in the month' };
const atMonthEnd = { zh: '月末关注者', en: 'Followers at the end of the month' };
const meanOf = (text: { zh: string; en: string }) => ({ zh: `${text.zh}（各月平均）`, en: `${text.en}, mean of the months` });

export const monthlyActive: Metric = {
  id: 'monthly_active', rows: ['W-18'], chapter: 'engagement', unit: 'rate', sources: ['callback', 'own_link'], better, ofMonths: true, dimension: null,
  name: { zh: '月活跃率', en: 'Monthly active followers' },
  definition: {
    zh: `每个完整自然月有互动的人除以月末关注者，再对各月取平均。${actionsText.zh}`,
    en: `People with an action in each complete calendar month divided by the followers at its end; the mean of the months. ${actionsText.en}`,
  },
  numerator: meanOf(actingInMonth), denominator: meanOf(atMonthEnd),
  query: community,
  cells: (rows) => [meanOfMonths('', overall(rows), ({ active }) => active)],
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${actions} where toUnixTimestamp(at) >= arrayMin({bounds:Array(UInt32)}) and toUnixTimestamp(at) < arrayMax({bounds:Array(UInt32)})` },
    denominator: { store: 'warehouse', sql: `select person as id from ${following} where source_group = '' and ${atSomeMonthEnd('following')}` },
  },
};

export const monthlyActiveByMonth: Metric = {
  id: 'monthly_active_by_month', rows: ['W-18'], chapter: 'engagement', unit: 'rate', sources: ['callback', 'own_link'], better, ofMonths: true,
  dimension: { name: { zh: '月份', en: 'Month' }, keys: null },
  name: { zh: '各月活跃率', en: 'Active followers by month' },
  definition: {
    zh: `每个完整自然月有互动的人除以月末关注者。${actionsText.zh}`,
    en: `People with an action in each complete calendar month divided by the followers at its end. ${actionsText.en}`,
  },
  numerator: actingInMonth, denominator: atMonthEnd,
  query: community,
  cells: (rows) => monthsOf(overall(rows)).map(({ month, active, closing }) => quotientCell(month, active, closing)),
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select person as id from ${acting} where ${monthBit('acting')}` },
    denominator: { store: 'warehouse', sql: `select person as id from ${following} where source_group = '' and ${monthBit('following')}` },
  },
};

const ofSource = `select f.person as id from ${following} as f left join ${acting} as a on a.person = f.person where f.source_group = {key:String}`;

/** W-19 is W-18 restricted to a source: followers at the month's end by the source of the follow that lasts, and those of them who acted. */
export const monthlyActiveBySource: Metric = {
  id: 'monthly_active_by_source', rows: ['W-19'], chapter: 'engagement', unit: 'rate', sources: ['callback', 'own_link'], better, ofMonths: true, dimension: bySource,
  name: { zh: '月活跃率（按来源）', en: 'Monthly active followers by source' },
  definition: {
    zh: `每个完整自然月末来自该来源的关注者中，当月有互动的比例，再对各月取平均。${actionsText.zh}`,
    en: `Of the followers from the source at the end of each complete calendar month, those with an action in it; the mean of the months. ${actionsText.en}`,
  },
  numerator: meanOf(actingInMonth), denominator: meanOf(atMonthEnd),
  query: community,
  cells: (rows) => [...new Set(rows.map(({ key }) => key))].filter((key) => key !== '')
    .map((key) => meanOfMonths(key, (rows as readonly CommunityRow[]).filter((row) => row.key === key), (row) => row.active_following)),
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `${ofSource} and ${atSomeMonthEnd('bitAnd(f.following, a.acting)')}` },
    denominator: { store: 'warehouse', sql: `${ofSource} and ${atSomeMonthEnd('f.following')}` },
  },
};
