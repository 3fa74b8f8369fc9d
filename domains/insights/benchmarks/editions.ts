import type { Text } from '@qingniao/kernel';
import type { BenchmarkSource, Confidence } from './benchmark.ts';

export interface Edition {
  name: Text;
  sample: Text | null;
  source: BenchmarkSource;
  confidence: Confidence;
}

const index = (year: number): Text => ({ zh: `微信奢侈品指数 ${year} 版`, en: `WeChat Luxury Index ${year}` });
const indexName = (year: number) => `WeChat Luxury Index ${year}, JINGdigital and Digital Luxury Group`;

/** The studies, by the name rows of figures use. Facts of domain section 5; none of their wording. */
export const editions = {
  index2018: {
    name: index(2018), confidence: 'quoted',
    sample: { zh: '100 余个奢侈品牌，关注者 1 万至 150 万', en: 'Over 100 luxury brands, 10,000 to 1.5 million followers' },
    source: { name: `${indexName(2018)}; as reported`, date: '2018-09', address: 'luxurysociety.com (zh-hans); americanmarketer.com' },
  },
  index2019: {
    name: index(2019), confidence: 'quoted',
    sample: { zh: '24 个品牌，关注者 3,000 至 300 万', en: '24 brands, 3,000 to 3 million followers' },
    source: { name: `${indexName(2019)}; as reported`, date: '2019-08-15', address: 'technode.com; americanmarketer.com 2019-11-05' },
  },
  index2020: {
    name: index(2020), confidence: 'quoted',
    sample: {
      zh: '35 个品牌，关注者 3,000 至 300 万；时装 42%、腕表珠宝 25%、旅行 25%、美妆 4%、汽车 4%',
      en: '35 brands, 3,000 to 3 million followers; fashion 42 %, watches and jewellery 25 %, travel 25 %, beauty 4 %, cars 4 %',
    },
    source: { name: `${indexName(2020)}; copies`, date: '2020', address: 'baogao8 107636; ziboxinyan 17854; pangjing 995608' },
  },
  index2021: {
    name: index(2021), confidence: 'published',
    sample: { zh: '奢侈品牌公众号，关注者 7,000 至 490 余万；仅非公开数据', en: 'Official accounts of luxury brands, 7,000 to over 4.9 million followers; non-public data only' },
    source: { name: indexName(2021), date: '2021', address: null },
  },
  index2021Press: {
    name: index(2021), confidence: 'quoted',
    sample: { zh: '33 个品牌，关注者 7,000 至 400 余万', en: '33 brands, 7,000 to over 4 million followers' },
    source: { name: `${indexName(2021)}; press notes`, date: '2021-04-07', address: 'leatherbiz.com News/157706; cnmyjj.cn 2021-04-07' },
  },
  index2022: {
    name: index(2022), confidence: 'quoted', sample: null,
    source: { name: `${indexName(2022)}; as reported`, date: '2022', address: 'luxurysociety.com (zh)' },
  },
  index2023: {
    name: index(2023), confidence: 'quoted', sample: { zh: '21 个奢侈品社群', en: '21 luxury communities' },
    source: { name: `${indexName(2023)}; as reported`, date: '2023', address: 'luxurysociety.com (zh)' },
  },
  kawo: {
    name: { zh: 'KAWO 品牌公众号打开率基准', en: 'KAWO brand open-rate benchmark' }, confidence: 'quoted',
    sample: { zh: '15,000 篇图文，2021-01-01 至 2022-07-01', en: '15,000 posts, 1 January 2021 to 1 July 2022' },
    source: { name: 'KAWO, WeChat brand open-rate benchmark', date: '2022', address: 'kawo.com' },
  },
  weixiaobao: {
    name: { zh: '微小宝 2019 年 8 月全体公众号', en: 'All accounts, August 2019 (Weixiaobao)' }, confidence: 'quoted',
    sample: { zh: '各类公众号，不限品牌', en: 'Official accounts of every kind, not only brands' },
    source: { name: '微小宝', date: '2019-08', address: 'niaogebiji 24194; chyxx 788894' },
  },
  housite: {
    name: { zh: '侯斯特 2017 年第一季度', en: 'First quarter of 2017 (Housite)' }, confidence: 'quoted',
    sample: { zh: '29 万篇图文，151 亿次送达', en: '290,000 articles, 15.1 billion deliveries' },
    source: { name: '侯斯特', date: '2017', address: 'pcpop 3957968' },
  },
  l2: {
    name: { zh: 'L2 中国奢侈品数字指数 2016', en: 'L2 Digital IQ, luxury China 2016' }, confidence: 'quoted',
    sample: { zh: '107 个在华奢侈品牌', en: '107 luxury brands in China' },
    source: { name: 'L2, as reported', date: '2016-05-31', address: 'l2inc.com; fashionnetwork.com; jingdaily.com' },
  },
  dlg: {
    name: { zh: 'DLG 时装品牌调查 2017', en: 'DLG fashion brands 2017' }, confidence: 'quoted',
    sample: { zh: '25 个时装品牌', en: '25 fashion brands' },
    source: { name: 'Digital Luxury Group, as reported', date: '2017', address: 'retailinasia.com; jingdaily.com' },
  },
  l2Kol: {
    name: { zh: 'L2 达人图文 2017', en: 'L2 on KOL posts 2017' }, confidence: 'quoted', sample: null,
    source: { name: 'chinesekols.com, citing L2', date: '2017', address: 'chinesekols.com' },
  },
  bcg2018: {
    name: { zh: 'BCG × 腾讯奢侈品研究 2018', en: 'BCG × Tencent luxury study 2018' }, confidence: 'quoted', sample: null,
    source: { name: 'BCG and Tencent; copies', date: '2018', address: 'docslib.org; vdocuments.site' },
  },
  bcg2020: {
    name: { zh: 'BCG × 腾讯奢侈品研究 2020', en: 'BCG × Tencent luxury study 2020' }, confidence: 'quoted', sample: null,
    source: { name: 'BCG and Tencent, as reported', date: '2020', address: 'wwd.com; jingdaily.com' },
  },
  bcg2021: {
    name: { zh: 'BCG × 腾讯奢侈品研究 2021', en: 'BCG × Tencent luxury study 2021' }, confidence: 'quoted', sample: null,
    source: { name: 'BCG and Tencent, as reported', date: '2021', address: 'wwd.com 1234988976; a copy on vdocument' },
  },
  chatlabs: {
    name: { zh: 'ChatLabs 小程序排行 2020', en: 'ChatLabs mini-program ranking 2020' }, confidence: 'quoted', sample: null,
    source: { name: 'ChatLabs ranking; a copy', date: '2020', address: null },
  },
  technode: {
    name: { zh: '视频号直播 2023', en: 'Channels live 2023' }, confidence: 'quoted', sample: null,
    source: { name: 'TechNode, as reported', date: '2023', address: 'ticker.tv' },
  },
  gifts: {
    name: { zh: '腾讯礼物报告 2025（转述）', en: 'Tencent on gifts 2025, second-hand' }, confidence: 'weak', sample: null,
    source: { name: 'Tencent report, second-hand', date: '2025', address: 'jrhz.info' },
  },
  mini: {
    name: { zh: 'MINI 达人发售 2017', en: 'MINI sold by a KOL 2017' }, confidence: 'quoted', sample: null,
    source: { name: 'Beijing Review; Jing Daily', date: '2017', address: 'bjreview.com; jingdaily.com' },
  },
  warc: {
    name: { zh: '达人流量造假案 2019', en: 'A case of KOL fraud 2019' }, confidence: 'quoted', sample: { zh: '一个案例', en: 'One case' },
    source: { name: 'WARC', date: '2019', address: 'warc.com 42805' },
  },
} as const satisfies Record<string, Edition>;

export type EditionId = keyof typeof editions;
