import type { PopulationArticle as Article } from '../population/index.ts';
import type { Card } from '../world.ts';
import type { ArticleBody } from './product-api.ts';

/** Where tracked links lead. */
export const COLLECTION = 'https://brand.example/collection';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const PARAGRAPHS = [
  '光线落在面料与皮革之上，细节在靠近时才肯开口。',
  '工坊里没有捷径，每一针都以同样的间距落下。',
  '我们把时间留给材料，也把选择留给您。',
  '线条来自档案，比例属于今天。',
  '在精品店，您可以亲手比较每一种质地。',
  '这一季的颜色取自清晨与傍晚之间的天空。',
];
/** Paragraphs that fill a phone's screen. */
const ON_A_SCREEN = 2;

/** What the team writes: text, and from the planned screen on the call to action. `link` is the tracked address, `card` stands below it. */
export function bodyOf(article: Article, link: string | null, card: Card | null = null): string {
  const { screen = 3, link: kind, button } = article.elements;
  const paragraph = (index: number) => `<p>${PARAGRAPHS[index % PARAGRAPHS.length]}</p>`;
  const before = Array.from({ length: (screen - 1) * ON_A_SCREEN + 1 }, (_, index) => paragraph(index));
  const call = link === null ? '' : callToAction(kind, button, link);
  return [`<section class="lead ${article.elements.purpose}"><p><strong>${escape(article.digest)}</strong></p></section>`, ...before, call, ...(card === null ? [] : [cardTo(card, article.title)]), paragraph(screen), paragraph(screen + 1)].join('\n');
}

function callToAction(kind: string, button: string | undefined, link: string): string {
  const label = kind === 'mini_program' ? '进入小程序选购' : '了解更多';
  const style = button === undefined ? '' : ` button ${escape(button)}`;
  return `<section class="call ${escape(kind)}${style}"><a href="${escape(link)}">${label}</a></section>`;
}

/** Into the mini program. */
export const cardTo = ({ appid, path }: Card, title: string): string =>
  `<mp-miniprogram data-miniprogram-appid="${escape(appid)}" data-miniprogram-path="${escape(path)}" data-miniprogram-title="${escape(title)}"></mp-miniprogram>`;

/** W-40, as the product records it. */
export function elementsOf(article: Article): Record<string, string | number | boolean> {
  const { purpose, teaser, link, button, screen } = article.elements;
  return {
    purpose, teaser, link, title_length: [...article.title].length,
    ...(button === undefined ? {} : { button }), ...(screen === undefined ? {} : { cta_screen: screen }),
  };
}

/** The article as the library takes it, whose author states the elements: the title's length is counted by the product. */
export function writtenOf(article: Article, link: string | null): ArticleBody {
  const { title, digest, topic = '' } = article;
  const { title_length: _, ...elements } = elementsOf(article);
  return { title, digest, content: bodyOf(article, link), topic, elements: elements as ArticleBody['elements'] };
}
