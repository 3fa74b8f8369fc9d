import type { Text } from '@qingniao/kernel';
import type { Duration, Moment } from '../rule/types.ts';

/** What event properties are called; others are shown as they are spelled. */
export const propertyNames: Record<string, Text> = {
  asset_id: { zh: '公众号', en: 'account' },
  channel_id: { zh: '渠道', en: 'channel' },
  channel_kind: { zh: '渠道类型', en: 'kind of channel' },
  scene: { zh: '场景值', en: 'scene' },
  menu_key: { zh: '菜单项', en: 'menu item' },
  url: { zh: '菜单链接', en: 'menu link' },
  page: { zh: '小程序页面', en: 'mini-program page' },
  menu_category: { zh: '菜单分类', en: 'menu category' },
  push_id: { zh: '群发', en: 'push' },
  link_id: { zh: '追踪链接', en: 'tracked link' },
  placement: { zh: '链接位置', en: 'placement' },
  article_idx: { zh: '文章位置', en: 'position of the article' },
  tag: { zh: '标签', en: 'tag' },
  content: { zh: '内容', en: 'text' },
  status: { zh: '状态', en: 'status' },
  amount: { zh: '金额', en: 'amount' },
};

export const momentNames: Record<Moment, Text> = {
  followed: { zh: '最近一次关注', en: 'last followed' },
  unfollowed: { zh: '取关', en: 'unfollowed' },
  first_seen: { zh: '首次出现', en: 'were first seen' },
  stage_since: { zh: '进入当前阶段', en: 'reached their stage' },
};

export const unitNames: Record<Duration['unit'], { zh: string; en: [one: string, several: string] }> = {
  second: { zh: '秒', en: ['second', 'seconds'] },
  minute: { zh: '分钟', en: ['minute', 'minutes'] },
  hour: { zh: '小时', en: ['hour', 'hours'] },
  day: { zh: '天', en: ['day', 'days'] },
};

/** How somebody's consent stands. */
export const consentNames: Record<string, Text> = {
  given: { zh: '已同意', en: 'agreed' },
  withdrawn: { zh: '已撤回', en: 'withdrew' },
  none: { zh: '从未询问', en: 'never asked' },
};
