import type { Text } from '@qingniao/kernel';
import { charactersOf, type Elements } from '../elements.ts';

/** What the linter looks at; the body has been read already (`html/read-body.ts`). */
export interface Linted {
  title: string;
  elements: Elements;
}

export interface LinterRule extends Text {
  /** Where the editor shows it. */
  readonly field: 'title' | 'cover' | 'content';
  /** The published effect in percent, and on what. */
  readonly lift: number;
  readonly on: 'open_rate' | 'engagement_rate';
  readonly source: Text;
  readonly advice: Text;
}

const source: Text = {
  zh: 'WeChat Luxury Index 2021，珠宝品牌 A/B 测试',
  en: 'WeChat Luxury Index 2021, A/B tests of a jewellery brand',
};

/** At most this many characters make a short title. */
export const SHORT_TITLE = 6;
/** The last screen that counts as early; the study compared it with the fifth to eighth. */
export const EARLY_SCREEN = 3;

/** W-41: the six published findings. */
export const linterRules = {
  teaser_normal: {
    zh: '日常内容用产品或明星作封面', en: 'Product or celebrity on the cover of a normal article', field: 'cover', lift: 15, on: 'open_rate', source,
    advice: { zh: '封面改用产品或明星：对比品牌标识或模特，打开率高 15 %。', en: 'Show a product or a celebrity: opened 15 % more often than a logo or a model.' },
  },
  teaser_promotional: {
    zh: '促销内容用促销信息作封面', en: 'The promotion on the cover of a promotional article', field: 'cover', lift: 27, on: 'open_rate', source,
    advice: { zh: '封面写明促销信息：对比产品、模特或明星，打开率高 27 %。', en: 'Show the promotion itself: opened 27 % more often than a product, a model or a celebrity.' },
  },
  short_title: {
    zh: '标题不超过 6 个字', en: 'A title of six characters or fewer', field: 'title', lift: 23, on: 'open_rate', source,
    advice: { zh: '把标题缩到 6 个字以内：短标题的打开率高 23 %。', en: 'Shorten the title to six characters: short titles were opened 23 % more often.' },
  },
  mini_program_link: {
    zh: '产品上有通往小程序的按钮', en: 'Buttons on products lead to a mini program', field: 'content', lift: 361, on: 'engagement_rate', source,
    advice: { zh: '在产品处加小程序卡片：对比没有链接，互动率高 361 %。', en: 'Put mini-program cards on the products: engagement was 361 % higher than without links.' },
  },
  plain_button: {
    zh: '独立按钮，不加动画', en: 'Standalone buttons without animation', field: 'content', lift: 38, on: 'engagement_rate', source,
    advice: { zh: '去掉按钮的动画：独立的静态按钮互动率高 38 %。', en: 'Take the animation off the buttons: standalone ones did 38 % better.' },
  },
  early_call: {
    zh: '前三屏内出现行动号召', en: 'The call to action within the first three screens', field: 'content', lift: 49, on: 'engagement_rate', source,
    advice: { zh: '把首个行动号召移到前三屏：对比第五至八屏，互动率高 49 %。', en: 'Move the first call to action into the first three screens: 49 % better than on the fifth to eighth.' },
  },
} as const satisfies Record<string, LinterRule>;

export type LinterRuleName = keyof typeof linterRules;
export const linterRuleNames = Object.keys(linterRules) as LinterRuleName[];

/** A rule that has something to say about an article. */
export type LinterFinding = { rule: LinterRuleName } & Omit<LinterRule, keyof Text>;

/** Whether a rule has something to say. A fact nobody stated raises nothing. */
const raised: Record<LinterRuleName, (article: Linted) => boolean> = {
  teaser_normal: ({ elements: { purpose, teaser } }) => purpose === 'normal' && (teaser === 'logo' || teaser === 'model'),
  teaser_promotional: ({ elements: { purpose, teaser } }) => purpose === 'promotional' && (teaser === 'product' || teaser === 'model' || teaser === 'celebrity'),
  short_title: ({ title }) => charactersOf(title) > SHORT_TITLE,
  mini_program_link: ({ elements: { link } }) => link === 'none',
  plain_button: ({ elements: { button } }) => button === 'animated',
  early_call: ({ elements: { cta_screen: screen } }) => typeof screen === 'number' && screen > EARLY_SCREEN,
};

/** @param off rules the brand switched off, or whose finding its own tests contradict */
export const lint = (article: Linted, off: ReadonlySet<LinterRuleName>): LinterFinding[] =>
  linterRuleNames
    .filter((name) => !off.has(name) && raised[name](article))
    .map((rule) => {
      const { zh: _, en: __, ...finding } = linterRules[rule];
      return { rule, ...finding };
    });
