import type { Text } from '@qingniao/kernel';
import type { MenuColumn, MenuItem } from './menu-rules.ts';

export interface MenuTemplate {
  id: string;
  name: Text;
  /** Where it comes from and whom it suits. */
  about: Text;
  columns: MenuColumn[];
}

type Category = NonNullable<MenuItem['category']>;
const reply = (name: string, category: Category, key: string): MenuItem => ({ name, category, type: 'click', key });
/** The address is left for the brand to fill in. */
const page = (name: string, category: Category): MenuItem => ({ name, category, type: 'view', url: null });
const place = (name: string, category: Category, key: string): MenuItem => ({ name, category, type: 'location_select', key });
const column = (name: string, ...items: MenuItem[]): MenuColumn => ({ name, type: null, category: null, items });

/** Starting points (domain L-08, L-09, L-10): names, kinds and categories; addresses are the brand's own. */
export const menuTemplates: readonly MenuTemplate[] = [
  {
    id: 'dior',
    name: { zh: '迪奥式：品牌 · 资讯 · 精品店', en: 'Dior: brand, news, boutique' },
    about: {
      zh: '三列：品牌故事、最新资讯、按用户位置查找最近的精品店。',
      en: 'Three columns: the brand’s story, the latest news, and the nearest boutique by the person’s position.',
    },
    columns: [
      column('品牌故事', page('关于品牌', 'brand'), page('创始人', 'brand'), page('经典作品', 'brand'), page('工艺与匠心', 'brand')),
      column('最新资讯', reply('本月新品', 'brand', 'NEWS_MONTH'), page('时装秀', 'brand'), page('官方商城', 'ecommerce'), reply('活动报名', 'crm', 'EVENT_SIGNUP')),
      column('精品店', place('最近的精品店', 'crm', 'NEAREST_BOUTIQUE'), page('预约到店', 'crm'), reply('联系客服', 'crm', 'SERVICE')),
    ],
  },
  {
    id: 'cartier',
    name: { zh: '卡地亚式：专属服务', en: 'Cartier: exclusive service' },
    about: {
      zh: '以服务为中心：最近门店、姓名刻字、到店预约、线上精品店。',
      en: 'Service first: nearest store, name engraving, store booking, online boutique.',
    },
    columns: [
      column('品牌世界', page('品牌传奇', 'brand'), page('高级珠宝', 'brand'), reply('最新故事', 'brand', 'STORY_LATEST')),
      column('在线选购', page('微信精品店', 'ecommerce'), page('心意之礼', 'ecommerce'), page('我的订单', 'ecommerce')),
      column('专属服务', place('最近的门店', 'crm', 'NEAREST_STORE'), page('姓名刻字', 'crm'), page('到店预约', 'crm'), page('腕表保养', 'crm'), reply('联系顾问', 'crm', 'ADVISOR')),
    ],
  },
  {
    id: 'standard',
    name: { zh: '标准账号', en: 'Standard account' },
    about: {
      zh: '品牌与产品、带导航的附近门店、半月到一月一次的内容，以及虚拟会员卡与积分。',
      en: 'Brand and products, nearby shops with navigation, content every half month to month, and the virtual card with points.',
    },
    columns: [
      column('品牌', page('品牌介绍', 'brand'), page('产品系列', 'brand'), reply('精选文章', 'brand', 'ARTICLES')),
      column('商城', page('进入商城', 'ecommerce'), page('我的订单', 'ecommerce')),
      column('会员', page('会员卡', 'crm'), page('我的积分', 'crm'), place('附近门店', 'crm', 'NEARBY'), reply('在线客服', 'crm', 'SERVICE')),
    ],
  },
];
