import { badRequest, type Text } from '@qingniao/kernel';

/** One thing an article is made of: a choice among named values, or a count. */
export type ElementKind = Text & { readonly influences: 'open' | 'engagement' } & (
  | { readonly kind: 'choice'; readonly values: Readonly<Record<string, Text>> }
  | { readonly kind: 'count'; readonly min: number; readonly max: number }
);

/**
 * W-40: what every variant is described by, so that results add up over many tests. Elements of the teaser decide
 * whether people open, those of the body what they do then.
 */
export const elementTaxonomy = {
  purpose: {
    zh: '内容目的', en: 'Purpose', influences: 'open', kind: 'choice',
    values: { normal: { zh: '日常内容', en: 'Normal' }, promotional: { zh: '促销内容', en: 'Promotional' } },
  },
  teaser: {
    zh: '封面主体', en: 'Teaser image', influences: 'open', kind: 'choice',
    values: {
      product: { zh: '产品', en: 'Product' }, celebrity: { zh: '明星', en: 'Celebrity' }, model: { zh: '模特', en: 'Model' },
      logo: { zh: '品牌标识', en: 'Logo' }, promotion: { zh: '促销信息', en: 'Promotion' }, other: { zh: '其他', en: 'Other' },
    },
  },
  teaser_text: {
    zh: '标题写法', en: 'Teaser text', influences: 'open', kind: 'choice',
    values: {
      statement: { zh: '陈述', en: 'Statement' }, question: { zh: '提问', en: 'Question' }, number: { zh: '数字', en: 'Number' }, offer: { zh: '优惠', en: 'Offer' },
    },
  },
  title_length: { zh: '标题字数', en: 'Characters of the title', influences: 'open', kind: 'count', min: 1, max: 32 },
  link: {
    zh: '正文链接', en: 'Links in the body', influences: 'engagement', kind: 'choice',
    values: { none: { zh: '无链接', en: 'None' }, text: { zh: '网页链接', en: 'Web links' }, mini_program: { zh: '小程序', en: 'Mini program' } },
  },
  button: {
    zh: '按钮样式', en: 'Buttons', influences: 'engagement', kind: 'choice',
    values: { standalone: { zh: '独立按钮', en: 'Standalone' }, animated: { zh: '动画按钮', en: 'Animated' } },
  },
  cta_screen: { zh: '首个行动号召所在屏', en: 'Screen of the first call to action', influences: 'engagement', kind: 'count', min: 1, max: 99 },
  layout: {
    zh: '版式', en: 'Layout', influences: 'engagement', kind: 'choice',
    values: { text: { zh: '文字为主', en: 'Mostly text' }, pictures: { zh: '图片为主', en: 'Mostly pictures' }, cards: { zh: '产品卡片', en: 'Product cards' } },
  },
} as const satisfies Record<string, ElementKind>;

export type ElementKey = keyof typeof elementTaxonomy;
export type Elements = Partial<Record<ElementKey, string | number>>;

const isKey = (key: string): key is ElementKey => Object.hasOwn(elementTaxonomy, key);

function fits(kind: ElementKind, value: unknown): boolean {
  if (kind.kind === 'choice') return typeof value === 'string' && Object.hasOwn(kind.values, value);
  return typeof value === 'number' && Number.isInteger(value) && value >= kind.min && value <= kind.max;
}

/** Only what the taxonomy knows, or results would not add up. @throws Problem element_unknown (422) */
export function checkElements(elements: Readonly<Record<string, unknown>>): Elements {
  for (const [key, value] of Object.entries(elements)) {
    if (isKey(key) && fits(elementTaxonomy[key], value)) continue;
    throw badRequest(
      'element_unknown',
      { zh: `内容要素“${key}”的取值不在分类中，请从列表选择。`, en: `The element "${key}" or its value is not in the taxonomy; choose one of the list.` },
      { field: `elements.${key}` },
    );
  }
  return elements as Elements;
}

/** As people count them: a surrogate pair is one. */
export const charactersOf = (text: string): number => [...text.trim()].length;
