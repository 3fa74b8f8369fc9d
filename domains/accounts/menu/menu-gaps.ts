import type { Text } from '@qingniao/kernel';
import { type MenuColumn, actingItems, categories, menuLimits, menuTypes } from './menu-rules.ts';

export interface MenuGap {
  code: string;
  /** Null when it is about the menu as a whole. */
  at: string | null;
  text: Text;
}

const chinese = /\p{Script=Han}/u;
/** Clients cut names by width: a Chinese character counts as one, a Latin letter as half. */
const shownWidth = (name: string): number => [...name].reduce((sum, character) => sum + (chinese.test(character) ? 1 : 0.5), 0);

const servesPeople = /客服|咨询|联系|预约|service|contact|appointment|book/i;
const findsShop = /门店|专卖店|精品店|附近|boutique|store|nearby/i;

/**
 * What is missing from a complete menu (W-22, K-03, L-08, L-10): hints, not refusals; `checkMenu` refuses.
 * @param answered menu keys that have an auto-reply.
 */
export function menuGaps(columns: readonly MenuColumn[], answered: ReadonlySet<string>): MenuGap[] {
  return [...wholeMenu(columns), ...columns.flatMap(column), ...items(columns, answered)];
}

function wholeMenu(columns: readonly MenuColumn[]): MenuGap[] {
  const gaps: MenuGap[] = [];
  const add = (code: string, zh: string, en: string) => gaps.push({ code, at: null, text: { zh, en } });
  const acting = actingItems(columns).map(({ item }) => item);
  if (columns.length < 2) add('few_columns', '菜单只有一列；奢侈品牌通常有两到三列。', 'The menu has one column; luxury brands have two or three.');
  for (const [category, name] of Object.entries(categories)) {
    if (!acting.some((item) => item.category === category)) {
      add(`no_${category}`, `没有「${name.zh}」类的菜单项。`, `No item belongs to ${name.en}.`);
    }
  }
  const sells = acting.some((item) => item.category === 'ecommerce' && (item.type === 'miniprogram' || item.type === 'view'));
  if (!sells) add('no_shop', '没有商城入口；菜单里的商城入口会带来回访。', 'There is no way into a shop; one in the menu brings people back.');
  if (!acting.some((item) => item.type === 'location_select' || findsShop.test(item.name))) {
    add('no_boutique', '没有「附近门店」入口。', 'There is no way to the nearest boutique.');
  }
  if (!acting.some((item) => servesPeople.test(item.name))) {
    add('no_service', '没有客服或预约入口。', 'There is no way to reach a person or book a visit.');
  }
  return gaps;
}

function column(top: MenuColumn, index: number): MenuGap[] {
  const at = `columns.${index}`;
  if (top.items.length === 0 && top.type === null) {
    return [{ code: 'empty_column', at, text: { zh: '这一列没有内容。', en: 'There is nothing in this column.' } }];
  }
  return shownWidth(top.name) > menuLimits.topShown ? [cut(at, menuLimits.topShown)] : [];
}

function items(columns: readonly MenuColumn[], answered: ReadonlySet<string>): MenuGap[] {
  return actingItems(columns).flatMap(({ item, at }): MenuGap[] => {
    const gaps: MenuGap[] = [];
    if (at.includes('items') && shownWidth(item.name) > menuLimits.itemShown) gaps.push(cut(at, menuLimits.itemShown));
    if (item.category === null) gaps.push({ code: 'no_category', at, text: { zh: '还没有选择分类，报表无法归类。', en: 'Without a category, reports cannot count it.' } });
    const missing = item.type === null ? [] : menuTypes[item.type].needs.filter((field) => !item[field]);
    if (missing.length > 0) gaps.push({ code: 'incomplete', at, text: { zh: '动作还没有填写完整。', en: 'The action is not complete.' } });
    if (item.type === 'click' && item.key && !answered.has(item.key)) {
      gaps.push({ code: 'no_reply', at, text: { zh: '点击后没有回复，用户会以为坏了。请添加一条自动回复。', en: 'A tap gets no answer, which looks broken. Add an auto-reply for it.' } });
    }
    if (item.url?.startsWith('http://')) gaps.push({ code: 'not_https', at, text: { zh: '网址没有使用 https。', en: 'The address does not use https.' } });
    return gaps;
  });
}

const cut = (at: string, shown: number): MenuGap => ({
  code: 'name_cut',
  at,
  text: { zh: `手机上只显示约 ${shown} 个汉字，名称会被截断。`, en: `Phones show about ${shown} Chinese characters; the name will be cut.` },
});
