import { actionShares, actionWalk, categoryOf, kindOf } from '../action-walk.ts';
import { missingPosts } from '../content/missing-figures.ts';
import type { Metric } from '../metric.ts';
import { actions, actionsOf, menuTypes } from '../people-sql.ts';

/**
 * W-21. Shares, likes, 在看 and favourites are known only as WeChat's sums of articles; they count with the clicks and
 * comments as actions on posts, and nobody's name is on them.
 */
export const actionKinds: Metric = {
  id: 'action_types', rows: ['W-21', 'W-14'], chapter: 'engagement', unit: 'share', sources: ['callback', 'own_link', 'platform'], better: null,
  dimension: {
    name: { zh: '互动类型', en: 'Action' },
    keys: {
      menu: { zh: '点击菜单', en: 'Menu taps' }, message: { zh: '发送消息', en: 'Messages' },
      post: { zh: '文章互动', en: 'Actions on posts' }, scan: { zh: '扫码', en: 'QR scans' },
    },
  },
  name: { zh: '互动类型', en: 'What followers do' },
  definition: {
    zh: '本期互动按类型的占比。文章互动为可识别的链接点击与留言，加上微信提供的本期文章的分享、点赞、在看、收藏合计。',
    en: 'Actions of the period by type. Actions on posts are identified link clicks and comments, and WeChat’s sums of shares, likes, “wow” and favourites of the articles published in the period.',
  },
  numerator: { zh: '该类互动次数', en: 'Actions of the type' },
  denominator: { zh: '全部互动次数', en: 'All actions' },
  query: actionWalk,
  cells: (rows) => actionShares(rows, ({ kind }) => kind),
  missing: missingPosts,
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${actions} where ${kindOf} = {key:String}` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${actions}` },
  },
};

const taps = actionsOf(menuTypes);

/** W-23. */
export const menuCategories: Metric = {
  id: 'menu_categories', rows: ['W-23'], chapter: 'engagement', unit: 'share', sources: ['callback'], better: null,
  dimension: {
    name: { zh: '菜单类别', en: 'Menu category' },
    keys: {
      brand: { zh: '品牌', en: 'Brand' }, ecommerce: { zh: '电商', en: 'E-commerce' }, crm: { zh: '会员', en: 'CRM' },
      none: { zh: '未归类', en: 'No category' },
    },
  },
  name: { zh: '菜单点击类别', en: 'Menu taps by category' },
  definition: { zh: '本期菜单点击按菜单项类别的占比；类别以点击时为准。', en: 'Menu taps of the period by the category the item had when it was tapped.' },
  numerator: { zh: '该类菜单点击', en: 'Taps of the category' },
  denominator: { zh: '全部菜单点击', en: 'All menu taps' },
  query: actionWalk,
  cells: (rows) => actionShares(rows, ({ kind, category }) => (kind === 'menu' ? category : null)),
  behind: {
    kind: 'contacts',
    numerator: { store: 'warehouse', sql: `select distinct person as id from ${taps} where ${categoryOf} = {key:String}` },
    denominator: { store: 'warehouse', sql: `select distinct person as id from ${taps}` },
  },
};
