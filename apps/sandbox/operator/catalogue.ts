import type { StorefrontType } from '../world.ts';

/** Yuan; a price is so many fen. */
const yuan = (amount: number): number => amount * 100;

/** L-19: what costs so much is shown, and sold in the boutique. */
const soldInBoutiques = yuan(50_000);

export const priceBands = [
  { fromFen: 0, name: '配饰与香氛', soldDirectly: true },
  { fromFen: yuan(2_000), name: '皮具小件与丝巾', soldDirectly: true },
  { fromFen: yuan(5_000), name: '珠宝与手袋', soldDirectly: true },
  { fromFen: soldInBoutiques, name: '高级珠宝', soldDirectly: false },
] as const;

export const categories = ['珠宝', '皮具', '丝巾', '香氛', '家居'] as const;

interface Goods {
  name: string;
  story: string;
  category: (typeof categories)[number];
  /** What the demand board sorts by. */
  material?: string;
  exclusive?: true;
  options?: readonly object[];
  /** W-50: of a gift, its receiver may choose the variant. */
  askReceiver?: 'colour';
  skus: readonly { code: string; name: string; priceFen: number }[];
}

const sizes = [48, 50, 52, 54, 56].map((size) => ({ id: String(size), name: `${size} 号`, feeFen: 0, leadDays: 0 }));
const ringSize = { id: 'size', name: '戒圈', required: true, kind: 'choice', askReceiver: 'size', choices: sizes };
const initials = { id: 'initials', name: '烫印字母', required: false, kind: 'engraving', feeFen: yuan(200), leadDays: 3, most: 8, scripts: ['latin', 'digits'] };
const one = (code: string, amount: number) => [{ code, name: '', priceFen: yuan(amount) }];

/** What the house sells. */
export const goods: readonly Goods[] = [
  { name: '“同心”18K 金戒指', material: '18K 金', category: '珠宝', story: '两道金环相扣，内壁可见匠人落款。', options: [ringSize], skus: [{ code: 'QN-R01-Y', name: '黄金色', priceFen: yuan(9_800) }, { code: 'QN-R01-R', name: '玫瑰金色', priceFen: yuan(9_800) }] },
  { name: '“衔环”手链', material: '银', category: '珠宝', story: '青鸟衔环，环环可调。', skus: one('QN-B01', 6_600) },
  { name: '“折枝”小羊皮卡包', material: '小羊皮', category: '皮具', story: '一张整皮裁成，可烫印姓名字母。', options: [initials], skus: [{ code: 'QN-L01-K', name: '墨黑', priceFen: yuan(3_100) }, { code: 'QN-L01-G', name: '青黛', priceFen: yuan(3_100) }] },
  { name: '“栖梧”手袋', material: '小牛皮', category: '皮具', story: '马鞍针缝线，五金以老银打磨。', skus: [{ code: 'QN-L02-K', name: '墨黑', priceFen: yuan(18_500) }, { code: 'QN-L02-C', name: '焦糖', priceFen: yuan(18_500) }] },
  { name: '“云鹤”真丝方巾', material: '真丝', category: '丝巾', story: '九十厘米见方，手工卷边。', askReceiver: 'colour', skus: [{ code: 'QN-S01-B', name: '黛蓝', priceFen: yuan(4_200) }, { code: 'QN-S01-R', name: '胭脂', priceFen: yuan(4_200) }] },
  { name: '“青羽”香水', category: '香氛', story: '青柠、白茶与雪松。', skus: [{ code: 'QN-F01-50', name: '50 毫升', priceFen: yuan(980) }, { code: 'QN-F01-100', name: '100 毫升', priceFen: yuan(1_480) }] },
  { name: '“晨雾”香氛蜡烛', category: '家居', story: '大豆蜡，燃烧约五十小时。', skus: one('QN-H01', 680) },
  { name: '“锦瑟”漆器首饰盒', material: '大漆', category: '家居', exclusive: true, story: '大漆三十六道，编号发售。', skus: one('QN-H02', 12_800) },
  { name: '“鹊桥”七夕项链', material: '月光石', category: '珠宝', exclusive: true, story: '一枚月光石，两只青鸟。', skus: one('QN-N01', 5_200) },
  { name: '“星汉”高级珠宝项链', material: '钻石', category: '珠宝', story: '仅于精品店鉴赏。', skus: one('QN-N99', 268_000) },
];

/** On offer to everybody. */
export const welcomeCoupon = { name: '新客礼 ¥200', discount: { kind: 'amount' as const, fen: yuan(200) }, thresholdFen: yuan(2_000), storefrontIds: [], budget: 2_000, validDays: 90, claimable: true };

interface Stall {
  name: string;
  place: string | null;
  pool: string;
  codes: readonly string[];
  perPerson: number | null;
  /** Units of each variant, for so many followers. */
  units(followers: number): number;
}

/** Where it is sold (W-49): always, at eight in the evening with few units, around Qixi. */
export const stalls: Readonly<Record<StorefrontType, Stall>> = {
  permanent: {
    name: '青鸟线上精品店', place: null, pool: '线上仓', perPerson: null, units: (followers) => 40 + Math.round(followers / 100),
    codes: goods.filter(({ exclusive }) => !exclusive).flatMap(({ skus }) => skus.filter(({ priceFen }) => priceFen < soldInBoutiques).map(({ code }) => code)),
  },
  // L-22.
  drop: { name: '“锦瑟”限量发售', place: null, pool: '限量仓', perPerson: 1, units: (followers) => Math.max(3, Math.round(followers / 1000)), codes: ['QN-H02'] },
  popup: { name: '七夕快闪店', place: '上海静安', pool: '快闪仓', perPerson: 2, units: (followers) => 10 + Math.round(followers / 300), codes: ['QN-N01', 'QN-S01-R', 'QN-F01-50'] },
};
