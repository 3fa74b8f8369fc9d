import type { Text } from '@qingniao/kernel';
import type { Benchmark, BenchmarkUnit, Confidence } from './benchmark.ts';
import type { EditionId } from './editions.ts';

/** One published figure as it is written down; `published.ts` joins it with its edition. */
export interface Row extends Pick<Benchmark, 'metric' | 'low' | 'high' | 'year'> {
  edition: EditionId;
  unit: BenchmarkUnit;
  key?: string;
  value?: number;
  name?: Text;
  /** Where it differs from the edition's. */
  confidence?: Confidence;
  note?: Text;
}

/** One metric of the 2021 edition: value by key, in the years the report still shows. Cells it lost are absent. */
function cells(metric: string, unit: BenchmarkUnit, years: Record<string, Record<string, number>>, note?: Text): Row[] {
  return Object.entries(years).flatMap(([year, values]) =>
    Object.entries(values).map(([key, value]): Row => ({ edition: 'index2021', metric, key, unit, year, value, ...(note ? { note } : {}) })));
}

const perAccount: Text = {
  zh: '各账号增长率的简单平均，不按规模加权。大小账号的界限（10 万关注者）报告未写，见于两篇新闻稿。',
  en: 'The plain mean of the accounts’ growth rates, not weighted by size. The limit between large and small (100,000 followers) is missing in the report and given by two press notes.',
};
const rhythm: Text = {
  zh: '这是账号的占比，不是群发的占比；一个品牌可能有多个账号。',
  en: 'A share of accounts, not of pushes; one brand may own several accounts.',
};

/** Domain 1.2 (W-02 to W-36) with the corrections of 1.6. */
const index2021: Row[] = [
  ...cells('community_growth', 'rate', { 2019: { large: 0.41, small: 0.34, '': 0.37 }, 2020: { large: 0.34, small: 0.5, '': 0.44 } }, perAccount),
  ...cells('paid_share', 'rate', { 2019: { '': 0.12 }, 2020: { '': 0.15 } }, {
    zh: '报告正文称上升 16%；由 12% 到 15% 实为 +25.0%，按 11.6% 到 15.07% 计为 +29.9%。',
    en: 'The report’s text calls this a rise of 16 %. From 12 % to 15 % it is +25.0 %; from 11.6 % to 15.07 %, +29.9 %.',
  }),
  ...cells('recruitment_sources', 'share', { 2019: { qr: 0.384, ads: 0.116 }, 2020: { search: 0.3372, ads: 0.1507, word_of_mouth: 0.0632 } }),
  {
    edition: 'index2021Press', metric: 'recruitment_sources', key: 'qr', unit: 'share', year: '2020', value: 0.295,
    note: { zh: '报告图表已缺失，数值约为 29.5%，出自新闻稿。', en: 'Lost with the report’s chart; about 29.5 %, from a press note.' },
  },
  {
    edition: 'index2021', metric: 'recruitment_sources', key: 'other', unit: 'share', year: '2020', value: 0.154, confidence: 'derived',
    note: { zh: '报告图表已缺失；由其余四项推算（含新闻稿中的二维码约 29.5%）。', en: 'Lost with the report’s chart; what the other four leave, with about 29.5 % for QR codes from a press note.' },
  },
  ...cells('unfollow_after_push', 'rate', { 2019: { '': 0.004 }, 2020: { '': 0.0099 } }, {
    zh: '报告正文称“几乎翻倍”；由 0.4% 到 0.99% 实为 2.5 倍。',
    en: 'The report’s text says almost double; from 0.4 % to 0.99 % is 2.5 times.',
  }),
  ...cells('churn_by_source', 'rate', { 2020: { ads: 0.3207, search: 0.1403, qr: 0.1477 } }),
  ...cells('active_followers', 'rate', { 2020: { '': 0.364 } }),
  ...cells('monthly_active', 'rate', { 2019: { '': 0.0379 }, 2020: { '': 0.0589 } }, {
    zh: '样本与定义和 2019 版不同：2019 版对 2019 年上半年给出 8.2%，不可与本值相接。',
    en: 'Sample and definition differ from the 2019 edition, which gives 8.2 % for the first half of 2019: never join the two.',
  }),
  ...cells('monthly_active_by_source', 'rate', { 2020: { ads: 0.0416 } }),
  ...cells('action_types', 'share', { 2020: { menu: 0.73 } }),
  ...cells('menu_categories', 'share', { 2019: { brand: 0.33, ecommerce: 0.36, crm: 0.31 }, 2020: { brand: 0.4, ecommerce: 0.39, crm: 0.21 } }),
  ...cells('post_engagement', 'rate', { 2019: { '': 0.1089 }, 2020: { '': 0.0956 } }, {
    zh: '各类互动次数之和除以阅读人数。同比 -12.21% 为相对变化。',
    en: 'The sum of actions over readers. The yearly change of -12.21 % is relative.',
  }),
  ...cells('post_actions', 'rate', { 2020: { clicks: 0.0611 } }),
  ...cells('segmented_engagement', 'rate', { 2020: { segmented: 0.102, everyone: 0.0892 } }, {
    zh: '分群群发比不分群高 14.35%（10.20% ÷ 8.92% - 1）；总体平均 9.56%。',
    en: 'Segmented pushes are 14.35 % better than pushes to everybody (10.20 / 8.92 - 1); the average of all is 9.56 %.',
  }),
  {
    edition: 'index2021', metric: 'segment_click_lift', unit: 'change', year: '2020', value: 4.33,
    name: { zh: '分群后产品点击率的提升（一个美妆品牌）', en: 'Lift of product click rate by segmentation (one beauty brand)' },
    note: { zh: '报告引述的提升幅度，即 5.33 倍；所在句子与另一项结果已缺失。', en: 'The lift quoted by the report, 5.33 times; its sentence and a second result are lost.' },
  },
  ...cells('pushes_by_month', 'share_of_accounts', { 2019: { 4: 0.675 }, 2020: { 1: 0.162, 2: 0.108, 3: 0.162, 4: 0.568 } }, rhythm),
  ...cells('articles_per_push', 'share_of_accounts', { 2020: { '1-2': 0.631 } }, rhythm),
  ...cells('open_rate', 'rate', { 2019: { '': 0.0841 }, 2020: { '': 0.0803 } }),
  ...cells('open_rate_by_position', 'rate', { 2020: { 1: 0.0973 } }),
];

/** Users of WeChat, as each edition gives them. */
const users = (edition: EditionId, year: string, value: number): Row => ({
  edition, metric: 'wechat_monthly_users', unit: 'count', year, value, name: { zh: '微信月活跃用户', en: 'Monthly users of WeChat' },
});

/** Domain 5.1: the other editions. */
const otherEditions: Row[] = [
  {
    edition: 'index2018', metric: 'push_limit', unit: 'count', year: '2018', value: 4,
    name: { zh: '服务号每月群发上限', en: 'Pushes a month allowed to a service account' },
  },
  {
    edition: 'index2018', metric: 'articles_limit', unit: 'count', year: '2018', value: 6,
    name: { zh: '每次群发的图文上限', en: 'Articles allowed in a push' },
    note: { zh: '当时的规则；多数品牌每次只发一篇，该报告并不赞成。', en: 'The rule of the time. Most brands sent a single article, which the study advises against.' },
  },
  {
    edition: 'index2019', metric: 'monthly_active', unit: 'rate', year: '2019-H1', value: 0.082,
    note: { zh: '样本与定义和 2021 版不同，后者对 2019 年给出 3.79%。', en: 'Sample and definition differ from the 2021 edition, which gives 3.79 % for 2019.' },
  },
  {
    edition: 'index2019', metric: 'active_followers', unit: 'rate', year: '2019-H1', low: 0, high: 0.5,
    note: { zh: '报告只说不到一半。', en: 'The report only says: less than half.' },
  },
  ...(['2018-H1', '2019-H1'] as const).map((year): Row => ({
    edition: 'index2019', metric: 'community_growth', key: 'large', unit: 'rate', year, value: year === '2018-H1' ? 0.38 : 0.18,
    note: { zh: '半年增长，不可与全年值相比；账号关注者超过 10 万。', en: 'Growth in half a year, not comparable with a year’s; accounts above 100,000 followers.' },
  })),
  {
    edition: 'index2019', metric: 'digital_research', unit: 'share', year: '2019', value: 0.6,
    name: { zh: '线上占调研触点的比例', en: 'Digital part of the touch points of research' },
  },
  {
    edition: 'index2019', metric: 'digital_purchases', unit: 'share', year: '2019', value: 0.12,
    name: { zh: '线上占购买的比例', en: 'Digital part of purchases' },
  },
  {
    edition: 'index2020', metric: 'service_accounts', unit: 'share_of_accounts', year: '2019', low: 0.9, high: 1,
    name: { zh: '使用服务号的品牌', en: 'Brands with a service account' }, note: { zh: '报告只说九成以上。', en: 'The report only says: more than 90 %.' },
  },
  {
    edition: 'index2020', metric: 'screens_read', unit: 'mean', year: '2019', low: 3, high: 4,
    name: { zh: '八成读者停留的屏数', en: 'Screens within which 80 % of readers stay' },
    note: { zh: '小数部分在转载中被截断。', en: 'The decimal is cut off in the copies.' },
  },
  {
    edition: 'index2020', metric: 'best_time', unit: 'share', year: '2019',
    note: {
      zh: '品牌多在周四、周五晚间群发，但未见效果更好的证据；阅读高峰在工作日早晨与周六晚间。',
      en: 'Brands push on Thursday and Friday evenings without proof of better results; reading peaks on weekday mornings and Saturday evenings.',
    },
  },
  users('index2021', '2021-03', 1_225_000_000),
  users('index2022', '2022', 1_270_000_000),
  users('index2023', '2023', 1_330_000_000),
  {
    edition: 'index2022', metric: 'community_growth', unit: 'rate', year: '2021', low: 0, high: 0.44,
    note: { zh: '只知增速低于 2020 年的 44%，数值未见。', en: 'Known only as lower than the 44 % of 2020; the figure was not seen.' },
  },
  {
    edition: 'index2023', metric: 'community_growth', unit: 'rate', year: '2022', low: 0.3, high: 0.31,
    note: { zh: '连续第二年放缓；小数部分在所见文本中被截断。', en: 'Slower for the second year; the decimal is cut off in the text seen.' },
  },
];

export const luxuryIndex: readonly Row[] = [...index2021, ...otherEditions];
