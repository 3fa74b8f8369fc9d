import type { Text } from '@qingniao/kernel';

/** Kinds of channel (W-20, W-47, W-48, L-16), and whether their code should be permanent. */
export const channelKinds = {
  store: { zh: '门店', en: 'Boutique', permanent: true },
  associate: { zh: '导购', en: 'Associate', permanent: false },
  campaign: { zh: '活动', en: 'Campaign', permanent: false },
  kol: { zh: '达人', en: 'KOL', permanent: false },
  red_brand_search: { zh: '小红书品牌专区', en: 'RED brand search', permanent: false },
  weibo_post: { zh: '微博', en: 'Weibo post', permanent: false },
  sms: { zh: '短信', en: 'SMS', permanent: false },
  ads: { zh: '广告', en: 'Ads', permanent: false },
  search: { zh: '搜索', en: 'Search', permanent: false },
  other: { zh: '其他', en: 'Other', permanent: false },
} as const satisfies Record<string, Text & { permanent: boolean }>;

export type ChannelKind = keyof typeof channelKinds;
export const channelKindNames = Object.keys(channelKinds) as ChannelKind[];

/** Where a tracked link stands (K-01, K-02): click-through rates are compared by placement. */
export const placements = {
  read_more: { zh: '阅读原文', en: 'Read more' },
  mp_card: { zh: '小程序卡片', en: 'Mini-program card' },
  inline_link: { zh: '文字链接', en: 'Text link' },
  image_link: { zh: '图片链接', en: 'Image link' },
  qr: { zh: '二维码', en: 'QR code' },
  menu: { zh: '菜单', en: 'Menu' },
} as const satisfies Record<string, Text>;

export type Placement = keyof typeof placements;
export const placementNames = Object.keys(placements) as Placement[];

/** Permanent codes one account may create in its life (official-account 10). */
export const PERMANENT_CODES = 100_000;
