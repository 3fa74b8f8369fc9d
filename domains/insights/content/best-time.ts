import type { Text } from '@qingniao/kernel';
import { actionShares, actionWalk } from '../action-walk.ts';
import type { Metric } from '../metric.ts';
import { actions } from '../people-sql.ts';

/** `1-0` is Monday from midnight to one, `7-23` the last hour of Sunday. */
const slot = `concat(toString(toDayOfWeek(at, 0, 'Asia/Shanghai')), '-', toString(toHour(at, 'Asia/Shanghai')))`;

const weekdays: readonly Text[] = [
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
];

const slots: Record<string, Text> = Object.fromEntries(
  weekdays.flatMap(({ zh, en }, day) => Array.from({ length: 24 }, (_, hour) => [`${day + 1}-${hour}`, { zh: `${zh} ${hour} 时`, en: `${en} ${hour}:00` }])),
);

export const bestTime: Metric = {
  id: 'best_time',
  rows: ['W-39'],
  chapter: 'content',
  name: { zh: '活跃时段', en: 'When followers act' },
  definition: {
    zh: '可识别到个人的互动（菜单、消息、扫码、链接点击、留言）按星期与小时（北京时间）的分布。时段受既有群发时间影响，是实验的起点而不是结论。',
    en: 'Actions of people we can tell apart (menu, messages, scans, link clicks, comments) by weekday and hour, Beijing time. Past pushes shape it: a place to start testing, not a finding.',
  },
  numerator: { zh: '该时段的互动次数', en: 'Actions in the hour' },
  denominator: { zh: '全部互动次数', en: 'All actions' },
  unit: 'share',
  dimension: { name: { zh: '星期与小时', en: 'Weekday and hour' }, keys: slots },
  sources: ['callback', 'own_link'],
  better: null,
  query: actionWalk,
  cells: (rows) => actionShares(rows, ({ weekday, hour }) => (weekday > 0 ? `${weekday}-${hour}` : null)),
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${actions} where ${slot} = {key:String}` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${actions}` },
  },
};
