import type { Text } from '@qingniao/kernel';
import type { BenchmarkUnit } from './benchmark.ts';
import type { EditionId } from './editions.ts';
import type { Row } from './luxury-index.ts';

/** A fact of the market around the figures, of which the product has no metric. */
const fact = (edition: EditionId, year: string, metric: string, unit: BenchmarkUnit, value: number, zh: string, en: string, note?: Text): Row =>
  ({ edition, year, metric, unit, value, name: { zh, en }, ...(note ? { note } : {}) });

const allKinds: Text = {
  zh: '不限行业的公众号，与奢侈品牌账号不可直接比较。打开率 = 阅读人数 ÷ 送达人数；分享率 = 分享人数 ÷ 阅读人数。',
  en: 'Accounts of every kind, not directly comparable with luxury brands. Open rate = readers / delivered; share rate = sharers / readers.',
};

/** Domain 5.2, without the figures of 2025 whose original nobody has seen. */
export const otherStudies: readonly Row[] = [
  {
    edition: 'kawo', metric: 'open_rate_by_size', unit: 'rate', year: '2021-2022', name: { zh: '打开率与关注者规模', en: 'Open rate and size of the account' },
    note: { zh: '打开率与关注者数没有可用的相关性，因此按百分位分六档；各档数值未见。', en: 'No useful correlation with the number of followers; six grades by percentile instead, whose limits were not seen.' },
  },
  { edition: 'weixiaobao', metric: 'open_rate', unit: 'rate', year: '2019-08', value: 0.012, note: allKinds },
  { edition: 'weixiaobao', metric: 'post_actions', key: 'shares', unit: 'rate', year: '2019-08', value: 0.0322, note: allKinds },
  fact('weixiaobao', '2019-08', 'reads_from_conversation', 'share', 0.5615, '来自公众号会话的阅读占比', 'Reads that came from the conversation'),
  fact('weixiaobao', '2019-08', 'reads_from_moments', 'share', 0.2041, '来自朋友圈的阅读占比', 'Reads that came from Moments'),
  fact('weixiaobao', '2019-08', 'net_growth_month', 'rate', 0.0066, '每月净增关注率', 'Net follower growth a month'),
  {
    edition: 'housite', metric: 'open_rate', unit: 'rate', year: '2017-Q1', low: 0, high: 0.05,
    note: { zh: '只知不到 5%；公众号不限行业。', en: 'Known only as under 5 %; accounts of every kind.' },
  },
  fact('housite', '2017-Q1', 'original_link_open_service', 'rate', 0.12, '服务号“阅读原文”打开率（约）', 'Original-link open rate of service accounts (about)'),
  fact('housite', '2017-Q1', 'original_link_open_subscription', 'rate', 0.0131, '订阅号“阅读原文”打开率', 'Original-link open rate of subscription accounts'),
  fact('l2', '2016', 'brands_on_wechat', 'share', 0.92, '开设公众号的奢侈品牌', 'Luxury brands with an official account', {
    zh: '较 2014 年 +87%。一篇文章称 2014 年底仅 5%，L2 的报道则称约一半；后者更可信。',
    en: '+87 % since 2014. One article gives 5 % for the end of 2014; coverage of L2 itself says around half, which is the better figure.',
  }),
  fact('l2', '2016', 'service_account_brands', 'share', 0.77, '使用服务号的奢侈品牌', 'Luxury brands with a service account'),
  fact('l2', '2016', 'loyalty_fashion', 'share', 0.17, '提供会员计划的时装品牌', 'Fashion brands with a loyalty programme'),
  fact('l2', '2016', 'loyalty_watches', 'share', 0.16, '提供会员计划的腕表珠宝品牌', 'Watch and jewellery brands with a loyalty programme'),
  {
    edition: 'l2', metric: 'coupons_or_payment', unit: 'share', year: '2016', low: 0, high: 0.1,
    name: { zh: '提供卡券或支付的品牌', en: 'Brands with coupons or payment' }, note: { zh: '只知不到一成。', en: 'Known only as under 10 %.' },
  },
  fact('l2', '2016', 'manual_reply', 'share', 0.13, '人工回复的品牌', 'Brands that reply by hand'),
  fact('l2', '2016', 'auto_reply', 'share', 0.66, '自动回复的品牌', 'Brands that reply automatically'),
  fact('l2', '2016', 'manual_reply_watches', 'share', 0.44, '人工回复的腕表珠宝品牌', 'Watch and jewellery brands that reply by hand'),
  fact('l2', '2016', 'views_per_post', 'mean', 7000, '篇均阅读', 'Views of an average post'),
  fact('l2', '2016', 'shop_links_fashion', 'share', 0.3, '带网店链接的时装品牌', 'Fashion brands with links to an online shop'),
  fact('l2', '2016', 'shop_links_watches', 'share', 0.23, '带网店链接的腕表珠宝品牌', 'Watch and jewellery brands with links to an online shop'),
  fact('dlg', '2017', 'service_account_brands', 'share', 2 / 3, '使用服务号的时装品牌', 'Fashion brands with a service account'),
  fact('dlg', '2017', 'store_locator', 'share', 0.88, '提供门店查询的时装品牌', 'Fashion brands with a store locator'),
  fact('l2Kol', '2017', 'kol_views', 'multiple', 4, '达人图文的阅读，相对品牌账号', 'Views of KOL posts against the brands’ own'),
  fact('l2Kol', '2017', 'kol_engagement', 'multiple', 8, '达人图文的互动，相对品牌账号（近）', 'Engagement of KOL posts against the brands’ own (nearly)'),
  fact('bcg2018', '2018', 'luxury_buyers_female', 'share', 0.71, '奢侈品消费者中的女性', 'Women among luxury buyers'),
  fact('bcg2018', '2018', 'luxury_buyers_age', 'mean', 28, '奢侈品消费者平均年龄', 'Average age of luxury buyers'),
  {
    edition: 'bcg2018', metric: 'luxury_buyers_outside_top_cities', unit: 'share', year: '2018', low: 0.5, high: 1,
    name: { zh: '前 15 大城市以外的消费者', en: 'Buyers outside the top 15 cities' }, note: { zh: '只知超过一半。', en: 'Known only as over half.' },
  },
  fact('bcg2020', '2019', 'online_luxury', 'share', 0.12, '奢侈品购买的线上占比', 'Online share of luxury purchases', { zh: '其中纯线上 11%。', en: 'Purely online: 11 %.' }),
  fact('bcg2020', '2020', 'online_luxury', 'share', 0.33, '奢侈品购买的线上占比', 'Online share of luxury purchases', { zh: '其中纯线上 30%。', en: 'Purely online: 30 %.' }),
  fact('bcg2021', '2022', 'luxury_market', 'fen', 63_000_000_000_000, '中国奢侈品市场（2021 年的估计）', 'Luxury market of China (an estimate of 2021)'),
  fact('bcg2021', '2021', 'buyers_born_1990s', 'share', 0.5, '90 后占消费者', 'Buyers born from 1990 to 2000'),
  fact('bcg2021', '2021', 'sales_born_1990s', 'share', 0.46, '90 后占销售额', 'Their part of sales'),
  fact('bcg2021', '2021', 'heavy_spenders', 'share', 0.11, '重度消费者占人数', 'Heavy spenders among buyers'),
  fact('bcg2021', '2021', 'heavy_spenders_sales', 'share', 0.4, '重度消费者占销售额', 'Heavy spenders’ part of sales'),
  fact('chatlabs', '2020', 'mini_program_daily_users', 'count', 400_000_000, '小程序日活跃用户', 'Daily users of mini programs'),
  fact('chatlabs', '2020', 'mini_program_value_per_user', 'change', 0.67, '小程序人均交易额同比', 'Value per user of mini programs, yearly change'),
  fact('chatlabs', '2020-08', 'mini_program_sales', 'change', 1.15, '小程序交易额同比', 'Sales in mini programs, yearly change'),
  fact('technode', '2023', 'channels_live_sales', 'multiple', 3, '视频号直播交易额（近）', 'Sales of Channels live against the year before (nearly)'),
  fact('technode', '2023', 'channels_live_orders', 'change', 2.44, '视频号直播订单同比', 'Orders of Channels live, yearly change'),
  fact('gifts', '2025', 'gift_awareness', 'share', 0.937, '知道微信送礼的用户', 'Users who know WeChat gifts'),
  {
    edition: 'gifts', metric: 'gift_use', unit: 'share', year: '2025', low: 0.8, high: 1,
    name: { zh: '春节期间使用过的用户', en: 'Users who used it at Spring Festival' }, note: { zh: '只知超过八成。', en: 'Known only as over 80 %.' },
  },
  {
    edition: 'mini', metric: 'kol_launch_minutes', unit: 'mean', year: '2017', low: 4, high: 5,
    name: { zh: '售出 100 辆 MINI 的分钟数', en: 'Minutes to sell 100 MINI cars' },
    note: { zh: '一说不到 4 分钟，一说 5 分钟之内。', en: 'Under four minutes by one report, within five by another.' },
  },
  fact('warc', '2019', 'kol_fraud_views', 'count', 3_600_000, '零成交图文的阅读数', 'Views of a post that sold nothing', {
    zh: '支付 4 万元，平台对同等触达的标价为 3,070 元。',
    en: 'Paid 40,000 RMB where the platform’s own price for that reach was 3,070.',
  }),
];
