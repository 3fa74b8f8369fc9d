import { community, following, monthBit, monthsOf, overall, quotientCell } from '../community.ts';
import type { Metric } from '../metric.ts';
import { follows, followsAt, followsAtStart, followsInPeriod } from '../people-sql.ts';

const better = 'higher' as const;

/** W-02, W-03: of one brand; the published figures are means over accounts. */
export const communityGrowth: Metric = {
  id: 'community_growth', rows: ['W-02', 'W-03'], chapter: 'acquisition', unit: 'rate', sources: ['callback'], better, dimension: null,
  name: { zh: '关注者增长率', en: 'Community growth' },
  definition: {
    zh: '期末关注者减期初关注者，除以期初关注者。已合并的联系人算一个人。',
    en: 'Followers at the end less followers at the start, divided by followers at the start. Merged contacts are one person.',
  },
  numerator: { zh: '净增关注者', en: 'Net new followers' },
  denominator: { zh: '期初关注者', en: 'Followers at the start' },
  query: community,
  cells(rows) {
    const [all] = overall(rows);
    return [all ? quotientCell('', all.at_end - all.at_start, all.at_start) : quotientCell('', 0, 0)];
  },
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select person as id from ${follows} where ${followsInPeriod} group by person having max(${followsAtStart}) <> max(${followsAt('{to:DateTime}')})` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${follows} where ${followsAtStart}` },
  },
};

export const growthByMonth: Metric = {
  id: 'growth_by_month', rows: ['W-02', 'W-06'], chapter: 'acquisition', unit: 'rate', sources: ['callback'], better, ofMonths: true,
  dimension: { name: { zh: '月份', en: 'Month' }, keys: null },
  name: { zh: '每月增长率', en: 'Growth by month' },
  definition: {
    zh: '每个完整自然月的净增关注者，除以月初关注者。按北京时间。',
    en: 'Net new followers of each complete calendar month, divided by the followers at its start. Asia/Shanghai months.',
  },
  numerator: { zh: '当月净增关注者', en: 'Net new followers of the month' },
  denominator: { zh: '月初关注者', en: 'Followers at the start of the month' },
  query: community,
  cells: (rows) => monthsOf(overall(rows)).map(({ month, opening, closing }) => quotientCell(month, closing - opening, opening)),
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select person as id from ${following} where source_group = '' and ${monthBit('following')} <> ${monthBit('following', 1)}` },
    denominator: { store: 'warehouse', sql: `select person as id from ${following} where source_group = '' and ${monthBit('following', 1)}` },
  },
};
