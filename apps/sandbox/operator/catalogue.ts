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
  /** K-07: whose goods a curated store sells. */
  vendor?: string;
  /** K-08. */
  crossBorder?: { shipFrom: string; dutyNotice: string; deliveryDays: number };
  /** `compareAtFen`: of comparable brands (K-09). `costFen`: of goods, for the margin of an own line (K-10). */
  skus: readonly { code: string; name: string; priceFen: number; compareAtFen?: number; costFen?: number }[];
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
  { name: '“溯光”银质耳钉', material: '银', category: '珠宝', vendor: 'Maison Lueur', story: '巴黎工作室手作，一对起售。', crossBorder: { shipFrom: '香港', dutyNotice: '价格已含进口税费。', deliveryDays: 9 }, skus: one('KL-E01', 1_680) },
  { name: '“半月”牛皮斜挎包', material: '小牛皮', category: '皮具', vendor: 'Atelier Nord', exclusive: true, story: '小满甄选，首发配色。', crossBorder: { shipFrom: '香港', dutyNotice: '价格已含进口税费。', deliveryDays: 9 }, skus: one('KL-B01', 4_600) },
  { name: '阿哲 × 青鸟“日常”羊绒围巾', material: '羊绒', category: '丝巾', exclusive: true, story: '按读者来信里最常提到的长度与颜色织成。', skus: [{ code: 'KO-S01', name: '燕麦', priceFen: yuan(1_290), compareAtFen: yuan(2_100), costFen: yuan(520) }] },
  { name: '“星汉”高级珠宝项链', material: '钻石', category: '珠宝', story: '仅于精品店鉴赏。', skus: one('QN-N99', 268_000) },
];

/** On offer to everybody. */
export const welcomeCoupon = { name: '新客礼 ¥200', discount: { kind: 'amount' as const, fen: yuan(200) }, thresholdFen: yuan(2_000), storefrontIds: [], budget: 2_000, validDays: 90, claimable: true };

/** What a KOL sells is in their store alone. */
const isKols = ({ code }: { code: string }): boolean => code.startsWith('K');

/** Where something is sold. */
export interface Stall {
  type: StorefrontType;
  name: string;
  place: string | null;
  pool: string;
  codes: readonly string[];
  perPerson: number | null;
  /** K-10: a curated store pays a commission, an own line earns its margin. */
  kol: { kolKind: 'curated' | 'own_brand' | null; kolName: string | null; commissionBasisPoints: number | null };
  /** Units of each variant, for so many followers. */
  units(followers: number): number;
}
const ours = { kolKind: null, kolName: null, commissionBasisPoints: null };

/** W-49: always, at eight in the evening with few units, around Qixi. */
export const stalls: readonly Stall[] = [
  {
    type: 'permanent', name: '青鸟线上精品店', place: null, pool: '线上仓', perPerson: null, kol: ours, units: (followers) => 40 + Math.round(followers / 100),
    codes: goods.filter(({ exclusive }) => !exclusive).flatMap(({ skus }) => skus.filter((sku) => sku.priceFen < soldInBoutiques && !isKols(sku)).map(({ code }) => code)),
  },
  // L-22.
  { type: 'drop', name: '“锦瑟”限量发售', place: null, pool: '限量仓', perPerson: 1, kol: ours, units: (followers) => Math.max(3, Math.round(followers / 1000)), codes: ['QN-H02'] },
  { type: 'popup', name: '七夕快闪店', place: '上海静安', pool: '快闪仓', perPerson: 2, kol: ours, units: (followers) => 10 + Math.round(followers / 300), codes: ['QN-N01', 'QN-S01-R', 'QN-F01-50'] },
];

/** K-07 to K-10: where KOLs sell, by the names of their channels. */
export const kolStalls: readonly (Stall & { channel: string })[] = [
  {
    channel: '博主合作 · 小满', type: 'permanent', name: '小满精选', place: null, pool: '达人仓', perPerson: null, codes: ['KL-E01', 'KL-B01'],
    kol: { kolKind: 'curated', kolName: '小满', commissionBasisPoints: 1_500 }, units: (followers) => 6 + Math.round(followers / 1000),
  },
  {
    channel: '博主合作 · 阿哲', type: 'drop', name: '阿哲“日常”系列', place: null, pool: '阿哲仓', perPerson: null, codes: ['KO-S01'],
    kol: { kolKind: 'own_brand', kolName: '阿哲', commissionBasisPoints: null }, units: (followers) => Math.max(1, Math.round(followers / 3000)),
  },
];
